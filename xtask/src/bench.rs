//! `cargo xtask bench`: builds the module and runs the benchmark program of `benches/` over it.

use crate::Result;
use crate::library::cargo;
use crate::log::Log;
use crate::module;
use crate::project::Project;

/// Runs the benchmarks; `arguments` go to the program.
pub(crate) fn run(project: &Project, arguments: &[String], log: &mut Log) -> Result<()> {
    if !project.root.join("benches/Cargo.toml").is_file() {
        return Err("there is no benchmark program in benches/".into());
    }
    let folder = module::lay_out(project, false, log)?;
    let mut bench = cargo(project);
    bench.args(["run", "--locked", "--release", "--package", "uc-bench", "--"]).args(arguments);
    bench.env("UC_MODULE", folder).env("UC_CORPUS", project.corpus()).env("UC_TOOLS", project.tools());
    log.run(&mut bench)
}
