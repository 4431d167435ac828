//! `cargo xtask soak`: what the tests do a fixed number of times, as often as somebody wants and in an optimised build.

use crate::Result;
use crate::library::{FEATURES, cargo};
use crate::log::Log;
use crate::project::Project;
use clap::Subcommand;

/// What is gone through.
#[derive(Subcommand)]
pub(crate) enum Soak {
    /// Good estates with one to four random changes: the plan of each does no harm (src/rehearsal)
    Estates {
        /// How many
        #[arg(long, default_value_t = 200_000)]
        count: u64,
        /// The seed of the first one; the suite has those from 0 on
        #[arg(long, default_value_t = 1_000_000)]
        seed: u64,
        /// On how many cores
        #[arg(long, default_value_t = 1)]
        threads: u64,
    },
}

/// Goes through as many as were asked for. The program tells what it saw.
pub(crate) fn run(project: &Project, what: &Soak, log: &mut Log) -> Result<()> {
    let Soak::Estates { count, seed, threads } = what;
    let mut test = cargo(project);
    test.args(["test", "--locked", "--release", "--package", "uc-integration", "--features", FEATURES, "--lib", "--"]);
    test.args(["--ignored", "--exact", "--nocapture", "rehearsal::generated::soak"]);
    for (name, value) in [("UC_SOAK_COUNT", count), ("UC_SOAK_SEED", seed), ("UC_SOAK_THREADS", threads)] {
        test.env(name, value.to_string());
    }
    log.run(&mut test)
}
