//! Builds the library, optimised as it ships or quickly for tests: for Linux with this machine's compiler, for Windows with
//! the toolchain of `windows.rs`. Every command that needs a library takes it from here, so that none is built twice.

use crate::Result;
use crate::log::Log;
use crate::project::Project;
use crate::windows::{Windows, remapped};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The cargo that runs this program.
pub(crate) fn cargo(project: &Project) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(&project.root).env("CARGO_TARGET_DIR", &project.target);
    command
}

/// Everything that tests need besides what ships; the same everywhere, since cargo builds once for each choice.
pub(crate) const FEATURES: &str = "uc-integration/schema,uc-integration/test-hooks";

/// The command that runs the tests of all packages; what it is given more narrows it.
pub(crate) fn tests(project: &Project) -> Command {
    let mut test = cargo(project);
    test.args(["test", "--locked", "--workspace", "--features", FEATURES]);
    test
}

/// Builds the Linux library and returns it.
pub(crate) fn linux(project: &Project, log: &mut Log) -> Result<PathBuf> {
    let flags = remapped(project, Path::new("/rustc")).join("\u{1f}");
    let mut build = cargo(project);
    build.args(["rustc", "--locked", "--package", "uc-integration", "--release", "--lib", "--crate-type", "cdylib"]);
    log.run(build.env("CARGO_ENCODED_RUSTFLAGS", flags))?;
    Ok(project.target.join("release/libuc_integration.so"))
}

/// Builds the Linux library with the exports of test builds, not optimised, and returns it.
pub(crate) fn linux_for_tests(project: &Project, log: &mut Log) -> Result<PathBuf> {
    let mut build = cargo(project);
    log.run(build.args(["build", "--locked", "--workspace", "--lib", "--features", FEATURES]))?;
    Ok(project.target.join("debug/libuc_integration.so"))
}

/// Builds the Windows library and returns it: optimised as it ships, or quickly for tests, which imports and exports the
/// same.
pub(crate) fn windows(project: &Project, optimised: bool, log: &mut Log) -> Result<PathBuf> {
    let toolchain = Windows::find(project)?;
    if optimised {
        log.run(&mut toolchain.build())?;
        return Ok(toolchain.dll());
    }
    log.run(&mut toolchain.build_for_tests())?;
    Ok(toolchain.dll_for_tests())
}
