//! Programs beside this one: where they are, how they are run, and the folder in which everything happens. Measures
//! nothing but the time of a whole process.

use crate::Result;
use crate::contest::timed;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How `timeout` says that it ended a program.
const TIME_IS_UP: i32 = 124;

/// A folder on the disk that also holds the build: `/tmp` may be memory, where flushing costs nothing.
pub(crate) fn work_folder() -> Result<tempfile::TempDir> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let beside = program.parent().ok_or("this program has no folder")?;
    tempfile::Builder::new().prefix("uc-bench-").tempdir_in(beside).map_err(|error| error.to_string())
}

/// A path that a variable names, or the usual one.
pub(crate) fn named(variable: &str, usual: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(|| PathBuf::from(usual), PathBuf::from)
}

/// A test tool that comes with the tools folder.
pub(crate) fn tool(name: &str) -> Result<PathBuf> {
    let path = named("UC_TOOLS", "../shared/tools").join(name);
    let path = std::path::absolute(&path).map_err(|error| error.to_string())?;
    if path.is_file() { Ok(path) } else { Err(format!("no {name}")) }
}

/// This program, to be run as a child.
pub(crate) fn own(arguments: &[&str]) -> Result<Command> {
    let mut command = Command::new(std::env::current_exe().map_err(|error| error.to_string())?);
    command.args(arguments);
    Ok(command)
}

/// A program that is ended after some seconds.
pub(crate) fn limited(program: &Path, seconds: u32) -> Command {
    let mut command = Command::new("timeout");
    command.arg(seconds.to_string()).arg(program);
    command
}

/// What a program prints, if it ends well.
pub(crate) fn output(command: &mut Command, folder: &Path) -> Result<String> {
    command.stdin(Stdio::null()).env("TMPDIR", folder);
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    if output.status.code() == Some(TIME_IS_UP) {
        return Err("it took too long and was ended".into());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("no reason given");
    Err(format!("{name}: {first}"))
}

/// How long a program takes from start to end, in milliseconds.
pub(crate) fn run_time(command: &mut Command, folder: &Path) -> Result<f64> {
    timed(|| output(command, folder))
}

/// Whether a program can be started.
pub(crate) fn is_there(name: &str, arguments: &[&str]) -> bool {
    let tried = Command::new(name).args(arguments).stdin(Stdio::null()).output();
    tried.is_ok_and(|output| output.status.success())
}
