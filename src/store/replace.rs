//! The new content takes the place of the old: a temporary file beside the target, written and flushed, then one
//! call of the system. Until that call nothing has happened; after it, all has. Must only be used with the lock held.
//!
//! A writer who is not ours takes no lock. Between the last look at the target and the replacement there are two
//! system calls in which its change would be overwritten; what was read is then still in the backup.

use super::failpoint::{FailPoint, hit};
use super::path::Target;
use super::read::{Version, recheck};
use super::{os, recovery, sidecar, wait};
use crate::error::Result;
use crate::status::Status;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::PathBuf;

/// Replaces the version `before` of the target, or makes a target that did not exist. With `flush` the content is on
/// the disk, not only in the system's memory, before anything else happens.
pub(super) fn put(target: &Target, before: Option<&Version>, content: &[u8], flush: bool) -> Result<()> {
    let failed = |error: io::Error| target.failure(&error);
    let (temporary, mut file) = Temporary::create(target, before.is_some()).map_err(failed)?;
    fill(&mut file, content).map_err(failed)?;
    if before.is_some() {
        hit(FailPoint::TempAdopt).and_then(|()| os::adopt(&file, target.native())).map_err(failed)?;
    }
    if flush {
        hit(FailPoint::TempFlush).and_then(|()| file.sync_all()).map_err(failed)?;
    }
    // Windows replaces with a file only when nobody has it open.
    drop(file);
    match before {
        Some(version) => {
            recheck(target, version)?;
            temporary.swap(target).map_err(failed)?;
        }
        None => temporary.publish(target).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => target.refusal(Status::FileChanged),
            _ => target.failure(&error),
        })?,
    }
    if flush {
        // The file is replaced; that its name may not survive a power failure yet is no reason to say otherwise.
        let _ = hit(FailPoint::FolderFlush).and_then(|()| os::flush_folder(target.folder()));
    }
    Ok(())
}

fn fill(file: &mut File, content: &[u8]) -> io::Result<()> {
    hit(FailPoint::TempWrite)?;
    file.write_all(content)
}

/// A file that is removed unless it takes a target's place.
struct Temporary {
    path: PathBuf,
}

impl Temporary {
    /// Creates it beside the target: only there is the replacement one step. It is nobody else's to read until it has
    /// the target's own permissions; for a new target it has those that the folder gives.
    fn create(target: &Target, private: bool) -> io::Result<(Self, File)> {
        hit(FailPoint::TempCreate)?;
        let path = sidecar::new_content(target);
        let file = os::create(&path, private)?;
        Ok((Self { path }, file))
    }

    /// Takes the place of an existing target. On failure the target is what it was.
    fn swap(self, target: &Target) -> io::Result<()> {
        hit(FailPoint::Swap)?;
        let old = sidecar::old_content(target);
        wait::while_busy(|| os::swap(&self.path, target.native(), &old).inspect_err(|_| recovery::put_back(target)))?;
        let _ = fs::remove_file(old);
        Ok(())
    }

    /// Becomes the target, which must not exist.
    fn publish(self, target: &Target) -> io::Result<()> {
        hit(FailPoint::Swap)?;
        os::publish(&self.path, target.native())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // After it took the target's place there is nothing of this name.
        let _ = fs::remove_file(&self.path);
    }
}
