//! The commands of the project (`cargo xtask COMMAND`). This file reads the command line and dispatches; each command
//! has a file of its own.

mod bench;
mod c_abi;
mod demo;
mod fuzz;
#[path = "../../build/header.rs"]
mod header;
mod header_command;
mod imports;
mod joined;
mod library;
mod log;
mod module;
mod new_rule;
mod package;
mod powershell;
mod project;
mod report;
mod reproduce;
mod rules;
mod setup;
mod soak;
mod test;
mod tidy;
mod windows;

use clap::{Parser, Subcommand};
use log::Log;
use project::Project;
use std::process::ExitCode;

/// What the commands return: a failure is a text for the person at the terminal.
type Result<T> = std::result::Result<T, String>;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The commands of the UcIntegration project")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what building and testing needs and this (Debian) machine lacks
    Setup,
    /// Write the C header from the sources
    Header {
        /// Only say whether it is up to date
        #[arg(long)]
        check: bool,
    },
    /// Write the lists of rules: the mod.rs of their folders, and docs/rules.md
    Rules {
        /// Only say whether they are up to date
        #[arg(long)]
        check: bool,
    },
    /// Write a rule to start from
    NewRule {
        /// The id, such as OWA-VDIR-IM
        id: String,
        /// The folder of src/rules/catalog, such as `owa_im`
        folder: String,
    },
    /// Write the list of parts that the PowerShell module is loaded from
    Parts {
        /// Only say whether it is up to date
        #[arg(long)]
        check: bool,
    },
    /// Build the libraries and lay out the PowerShell module in target/module
    Module {
        /// Fail if the Windows library or the help cannot be made, instead of leaving it out
        #[arg(long, alias = "windows")]
        all: bool,
    },
    /// Pack the module into a zip file with its SHA-256
    Package {
        /// Fail if the Windows library or the help cannot be made, instead of leaving it out
        #[arg(long, alias = "windows")]
        all: bool,
    },
    /// Run the tests: everything that this machine can, or the parts named
    Test {
        /// A part that cannot run here is a failure, not a skip
        #[arg(long)]
        all: bool,
        /// What CI runs, and what is worth its time only before a release (see --list)
        #[arg(long)]
        release: bool,
        /// Show the parts and what each does, and run nothing
        #[arg(long)]
        list: bool,
        /// The parts to run (see --list)
        parts: Vec<String>,
    },
    /// Run the fuzz targets
    Fuzz {
        /// How long each target runs
        #[arg(long, default_value_t = 20)]
        seconds: u64,
        /// The targets to run; all of them if none is named
        targets: Vec<String>,
    },
    /// Go through as many made-up cases as you like, in a release build
    Soak {
        #[command(subcommand)]
        what: soak::Soak,
    },
    /// Build the module and measure it
    Bench {
        /// What to pass on to the benchmark program
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Play one estate from broken to working and back, and show every step
    Demo,
    /// Check layers, circles, sizes and habits of the sources, and weigh a clone
    Tidy,
    /// Run a Windows program (for cargo, which is told to run the tests so)
    #[command(hide = true)]
    Wine {
        /// The program and its arguments
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<std::ffi::OsString>,
    },
}

fn main() -> ExitCode {
    let command = CommandLine::parse().command;
    let outcome = Project::find().and_then(|project| dispatch(&project, command));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(project: &Project, command: Command) -> Result<()> {
    let log = &mut Log::live();
    match command {
        Command::Setup => setup::run(log),
        Command::Header { check } => header_command::run(project, check, log),
        Command::Rules { check } => rules::run(project, check, log),
        Command::NewRule { id, folder } => new_rule::run(project, &id, &folder, log),
        Command::Parts { check } => joined::run(project, check, log),
        Command::Module { all } => module::lay_out(project, all, log).map(drop),
        Command::Package { all } => package::run(project, all, log).map(drop),
        Command::Test { list: true, .. } => {
            test::list();
            Ok(())
        }
        Command::Test { all, release, parts, .. } => {
            let extent = test::Extent { all: all || release, release };
            test::run(project, extent, &parts)
        }
        Command::Fuzz { seconds, targets } => fuzz::run(project, seconds, &targets, log).map(drop),
        Command::Soak { what } => soak::run(project, &what, log),
        Command::Bench { arguments } => bench::run(project, &arguments, log),
        Command::Demo => demo::run(project, log),
        Command::Tidy => tidy::run(project, log).map(drop),
        Command::Wine { arguments } => windows::run_and_repeat(&arguments),
    }
}
