//! `cargo xtask module`: lays out the PowerShell module as administrators get it, in `target/module/UcIntegration`. What
//! goes into it stands here and nowhere else.

use crate::Result;
use crate::joined;
use crate::library;
use crate::log::Log;
use crate::project::{Project, copy, files_below, fresh_folder, write};
use crate::windows::Windows;
use std::path::{Path, PathBuf};

const SOURCE: &str = "ps-module/UcIntegration";
const WINDOWS: &str = "bin/win-x64/uc_integration.dll";
const LINUX: &str = "bin/linux-x64/libuc_integration.so";
/// Files of the project that belong into what people install.
const BESIDE: &[&str] = &["LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"];

/// The folder of the laid out module.
pub(crate) fn folder(project: &Project) -> PathBuf {
    project.target.join("module/UcIntegration")
}

/// Builds the libraries, lays out the module, and returns its folder. Without the Windows toolchain it is laid out
/// without the DLL, unless `need_windows`.
pub(crate) fn lay_out(project: &Project, need_windows: bool, log: &mut Log) -> Result<PathBuf> {
    let linux = library::linux(project, log)?;
    let windows = match Windows::find(project) {
        Ok(_) => Some(library::windows(project, log)?),
        Err(reason) if need_windows => return Err(reason),
        Err(reason) => {
            log.say(format!("module: laid out without the Windows library ({reason})"));
            None
        }
    };
    let folder = folder(project);
    fresh_folder(&folder)?;
    scripts(&project.root.join(SOURCE), &folder)?;
    for name in BESIDE {
        copy(&project.root.join(name), &folder.join(name))?;
    }
    copy(&linux, &folder.join(LINUX))?;
    if let Some(dll) = windows {
        copy(&dll, &folder.join(WINDOWS))?;
    }
    log.say(format!("module: {} ({} files)", project.relative(&folder), files_below(&folder)?.len()));
    Ok(folder)
}

/// Fails if the laid out module lacks a file that every user needs.
pub(crate) fn check_complete(project: &Project, need_windows: bool) -> Result<()> {
    let mut needed = vec!["UcIntegration.psd1", "UcIntegration.psm1", LINUX];
    needed.extend(BESIDE);
    if need_windows {
        needed.push(WINDOWS);
    }
    let folder = folder(project);
    let missing: Vec<&str> = needed.into_iter().filter(|name| !folder.join(name).is_file()).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("the module lacks {}", missing.join(", "))) }
}

/// Everything of the module's sources, its parts joined into one file.
fn scripts(source: &Path, folder: &Path) -> Result<()> {
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
