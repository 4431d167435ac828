//! `cargo xtask module`: lays out the PowerShell module as administrators get it, in `target/module/UcIntegration`. What
//! goes into it stands here and nowhere else.

use crate::Result;
use crate::joined;
use crate::library;
use crate::log::Log;
use crate::powershell::PowerShell;
use crate::project::{Project, VERSION, copy, files_below, fresh_folder, read, write};
use crate::windows::Windows;
use std::path::{Path, PathBuf};

/// Writes the help from its texts and from what the functions are.
const HELP_BUILDER: &str = "ps-module/help/build.ps1";
const HELP: &[&str] = &["en-US/UcIntegration-help.xml", "fr-FR/UcIntegration-help.xml"];
/// The sources of the module.
pub(crate) const SOURCE: &str = "ps-module/UcIntegration";
const WINDOWS: &str = "bin/win-x64/uc_integration.dll";
const LINUX: &str = "bin/linux-x64/libuc_integration.so";
/// Files of the project that belong into what people install.
const BESIDE: &[&str] = &["LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"];

/// The folder of the module as it ships.
pub(crate) fn folder(project: &Project) -> PathBuf {
    project.target.join("module/UcIntegration")
}

/// The folder of the module as it is tested: another one, so that tests and what ships can be laid out side by side.
pub(crate) fn folder_for_tests(project: &Project) -> PathBuf {
    project.target.join("module-for-tests/UcIntegration")
}

/// Builds the libraries, lays out the module as it ships, and returns its folder. What this machine cannot make (the DLL
/// without the Windows toolchain, the help without a PowerShell) is left out, unless `complete`.
pub(crate) fn lay_out(project: &Project, complete: bool, log: &mut Log) -> Result<PathBuf> {
    let linux = library::linux(project, log)?;
    let windows = windows_library(project, true, complete, log)?;
    lay_out_with(&linux, windows.as_deref(), folder(project), project, complete, log)
}

/// The same for tests: with the Linux library that the Rust tests were built with, and a Windows library that is not
/// optimised, but before a `release`.
pub(crate) fn lay_out_for_tests(project: &Project, complete: bool, release: bool, log: &mut Log) -> Result<PathBuf> {
    let linux = library::linux_for_tests(project, log)?;
    let windows = windows_library(project, release, complete, log)?;
    lay_out_with(&linux, windows.as_deref(), folder_for_tests(project), project, complete, log)
}

/// The Windows library; nothing without the Windows toolchain, unless `complete`.
fn windows_library(project: &Project, optimised: bool, complete: bool, log: &mut Log) -> Result<Option<PathBuf>> {
    match Windows::find(project) {
        Ok(_) => library::windows(project, optimised, log).map(Some),
        Err(reason) if complete => Err(reason),
        Err(reason) => {
            log.say(format!("module: laid out without the Windows library ({reason})"));
            Ok(None)
        }
    }
}

fn lay_out_with(
    linux: &Path,
    windows: Option<&Path>,
    folder: PathBuf,
    project: &Project,
    complete: bool,
    log: &mut Log,
) -> Result<PathBuf> {
    fresh_folder(&folder)?;
    scripts(&project.root.join(SOURCE), &folder)?;
    for name in BESIDE {
        copy(&project.root.join(name), &folder.join(name))?;
    }
    copy(linux, &folder.join(LINUX))?;
    if let Some(dll) = windows {
        copy(dll, &folder.join(WINDOWS))?;
    }
    match shell_for_help(project, windows.is_some()) {
        Ok(shell) => help(project, &shell, &folder, log)?,
        Err(reason) if complete => return Err(reason),
        Err(reason) => log.say(format!("module: laid out without its help ({reason})")),
    }
    log.say(format!("module: {} ({} files)", project.relative(&folder), files_below(&folder)?.len()));
    Ok(folder)
}

/// A PowerShell that can load the laid out module.
fn shell_for_help(project: &Project, with_dll: bool) -> Result<PowerShell> {
    let shell = PowerShell::find(project)?;
    if shell.is_windows() && !with_dll {
        Err(format!("{} needs the Windows library", shell.describe()))
    } else {
        Ok(shell)
    }
}

/// Writes the help files into the laid out module.
fn help(project: &Project, shell: &PowerShell, folder: &Path, log: &mut Log) -> Result<()> {
    let mut build = shell.script(project, "en-US", HELP_BUILDER);
    build.arg("-ModulePath").arg(folder.join("UcIntegration.psd1")).arg("-Destination").arg(folder);
    log.run(&mut build)?;
    let missing = HELP.iter().find(|name| !folder.join(name).is_file());
    missing.map_or(Ok(()), |name| Err(format!("{HELP_BUILDER} did not write {name}")))
}

/// Fails if a laid out module lacks a file that every user needs.
pub(crate) fn check_complete(folder: &Path, complete: bool) -> Result<()> {
    let mut needed = vec!["UcIntegration.psd1", "UcIntegration.psm1", LINUX];
    needed.extend(BESIDE);
    if complete {
        needed.push(WINDOWS);
        needed.extend(HELP);
    }
    let missing: Vec<&str> = needed.into_iter().filter(|name| !folder.join(name).is_file()).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("the module lacks {}", missing.join(", "))) }
}

/// Everything of the module's sources, its parts joined into one file.
fn scripts(source: &Path, folder: &Path) -> Result<()> {
    let manifest = read(&source.join("UcIntegration.psd1"))?;
    if !manifest.lines().any(|line| is_version(line, VERSION)) {
        return Err(format!("UcIntegration.psd1 does not have the version of Cargo.toml, {VERSION}"));
    }
    write(&folder.join("UcIntegration.psm1"), joined::module(source)?)?;
    for file in files_below(source)? {
        let inside = file.strip_prefix(source).unwrap_or(&file);
        let is_code = file.extension().is_some_and(|extension| extension == "ps1" || extension == "psm1");
        // Libraries that a developer put beside the sources are not those that ship.
        if !is_code && !inside.starts_with("bin") {
            copy(&file, &folder.join(inside))?;
        }
    }
    Ok(())
}

/// Whether a line of a manifest is `ModuleVersion = 'version'`.
fn is_version(line: &str, version: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    words == ["ModuleVersion", "=", &format!("'{version}'")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_a_manifest_is_the_whole_line() {
        assert!(is_version("    ModuleVersion          = '0.1.0'", "0.1.0"));
        assert!(!is_version("    ModuleVersion = '0.1.01'", "0.1.0"));
        assert!(!is_version("#   ModuleVersion = '0.1.0'", "0.1.0"));
    }
}
