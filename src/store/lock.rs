//! One writer of ours at a time for each file, among threads, processes and users. A file beside the target is the
//! lock and the system holds it, so it dies with its process; a lock file that a killed process left is taken over.
//! Readers never take it.

use super::failpoint::{FailPoint, hit};
use super::path::Target;
use super::{os, sidecar, wait};
use crate::error::Result;
use crate::status::Status;

/// The right to replace one file, given back when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    _held: os::LockFile,
}

impl Lock {
    /// Waits for the lock of `target`, at most some seconds.
    pub(super) fn acquire(target: &Target) -> Result<Self> {
        let path = sidecar::lock(target);
        hit(FailPoint::Lock)
            .and_then(|()| wait::for_lock(|| os::try_lock(&path)))
            .map_err(|error| target.failure(&error))?
            .map(|held| Self { _held: held })
            .ok_or_else(|| target.refusal(Status::LockTimeout))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A failing step changes nothing here; a stopping one leaves the lock file behind.
        let _ = hit(FailPoint::Unlock);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_lock_excludes_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("web.config");
        fs::write(&path, "x").unwrap();
        let target = Target::existing(path.to_str().unwrap()).unwrap();
        let file = sidecar::lock(&target);

        let lock = Lock::acquire(&target).unwrap();
        assert!(os::try_lock(&file).unwrap().is_none(), "held");
        drop(lock);
        assert!(!file.exists());

        fs::write(&file, "").unwrap();
        drop(Lock::acquire(&target).unwrap());
        assert!(!file.exists(), "the lock file of a killed process is taken over");
    }
}
