//! Builds the Windows library a second time, from a copy of the sources in another folder and into another folder: if
//! the bytes are the same, what ships can be made again by anyone from the same sources and tools.

use crate::Result;
use crate::log::{Log, capture};
use crate::project::{Project, copy, fresh_folder};
use crate::windows::Windows;
use std::path::PathBuf;
use std::process::Command;

/// The DLL of a second build.
pub(crate) fn build(project: &Project, log: &mut Log) -> Result<PathBuf> {
    let folder = project.target.join("reproduce");
    let copied = Project { root: folder.join("another/folder"), target: folder.join("target") };
    fresh_folder(&copied.root)?;
    for file in sources(project)? {
        copy(&project.root.join(&file), &copied.root.join(&file))?;
    }
    let toolchain = Windows::elsewhere(&copied, copied.target.clone());
    log.run(&mut toolchain.build())?;
    Ok(toolchain.dll())
}

/// The files of the project that exist, tracked or about to be.
pub(crate) fn sources(project: &Project) -> Result<Vec<String>> {
    let mut list = Command::new("git");
    list.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(&project.root);
    let listed = capture(&mut list)?;
    let mut files: Vec<String> = listed.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    files.retain(|name| project.root.join(name).is_file());
    files.sort();
    files.dedup();
    Ok(files)
}
