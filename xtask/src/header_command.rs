//! `cargo xtask header`: writes the C header, or says whether the committed one is up to date. The text itself is made
//! by `build/header.rs`, which the build script uses too.

use crate::Result;
use crate::header;
use crate::log::Log;
use crate::project::Project;

/// Writes the header, or with `check` only compares.
pub(crate) fn run(project: &Project, check: bool, log: &mut Log) -> Result<()> {
    let text = header::generate(&project.root)?;
    if header::is_current(&project.root, &text) {
        log.say(format!("header: {} is up to date ({} lines)", header::PATH, text.lines().count()));
        return Ok(());
    }
    if check {
        return Err(format!("{} is out of date: run `cargo xtask header` and commit it", header::PATH));
    }
    header::write(&project.root, &text).map_err(|error| format!("{}: {error}", header::PATH))?;
    log.say(format!("header: wrote {}", header::PATH));
    Ok(())
}
