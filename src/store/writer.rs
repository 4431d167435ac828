//! One edit of one file from start to end: lock, read, (the caller computes), permission, backup, replace, retention.
//! This file is the order of these steps; each of them is in a file of its own. Must not know what is in a document.

use super::backup::Made;
use super::failpoint::{FailPoint, hit};
use super::lock::Lock;
use super::order::Replace;
use super::path::Target;
use super::read::{self, Source, Version};
use super::{os, recovery, replace, sha256, wait};
use crate::error::Result;
use crate::status::Status;
use std::{fs, io};

/// What a replacement left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The backup of the old content, if one was requested and there was an old content.
    pub backup_id: Option<String>,
}

/// The right to replace one file, together with what is in it. While it lives, other writers of ours wait.
#[derive(Debug)]
pub struct Writer {
    target: Target,
    source: Source,
    before: Option<Version>,
    _lock: Lock,
}

impl Writer {
    /// Waits for other writers of this file, removes what killed ones left, and reads at most `limit` bytes.
    ///
    /// # Errors
    ///
    /// `LockTimeout`, `DiskFull` where the lock cannot be made, or those of [`read`](super::read()).
    pub fn open(path: &str, limit: u64) -> Result<Self> {
        let target = read::look_for(path)?;
        let lock = locked(&target)?;
        let (source, version) = read::load(&target, limit)?;
        Ok(Self { target, source, before: Some(version), _lock: lock })
    }

    /// Prepares to write a file that does not exist, in a folder that does. Its source is empty.
    ///
    /// # Errors
    ///
    /// `DirectoryNotFound`, `FileChanged` if the file is there by now, or those of [`Writer::open`].
    pub fn create(path: &str) -> Result<Self> {
        let target = Target::wanted(path)?;
        if !target.folder().is_dir() {
            return Err(target.refusal(Status::DirectoryNotFound));
        }
        let lock = locked(&target)?;
        if fs::symlink_metadata(target.native()).is_ok() {
            return Err(target.refusal(Status::FileChanged));
        }
        let source = Source { path: target.plain(), bytes: Vec::new(), sha256: sha256(&[]) };
        Ok(Self { target, source, before: None, _lock: lock })
    }

    /// What was read.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Refuses a file that is read-only, has other names, is held by another process or is not ours to write: all
    /// that can be known before anything is changed. [`Writer::replace`] asks the same first.
    ///
    /// # Errors
    ///
    /// `FileReadOnly`, `FileHasHardLinks`, `FileInUse`, `AccessDenied`, `FileNotFound` or `FileFailed`.
    pub fn check_writable(&self) -> Result<()> {
        if self.before.is_none() {
            return Ok(());
        }
        let failed = |error: io::Error| self.target.failure(&error);
        hit(FailPoint::Permit).map_err(failed)?;
        let native = self.target.native();
        if fs::metadata(native).map_err(failed)?.permissions().readonly() {
            return Err(self.target.refusal(Status::FileReadOnly));
        }
        let file = wait::while_busy(|| os::open_to_write(native)).map_err(failed)?;
        match os::identity(&file).map_err(failed)?.links {
            0 | 1 => Ok(()),
            _ => Err(self.target.refusal(Status::FileHasHardLinks)),
        }
    }

    /// Replaces the file with `content`, after a backup if the plan has one. If this fails, the file is what it was
    /// and no backup of an edit that did not happen is kept.
    ///
    /// # Errors
    ///
    /// `FileChanged`, `DiskFull`, `BackupDirectoryUnavailable`, or those of [`Writer::check_writable`].
    pub fn replace(self, content: &[u8], plan: &Replace<'_>) -> Result<Replaced> {
        self.check_writable()?;
        let backup = self.back_up(plan)?;
        match replace::put(&self.target, self.before.as_ref(), content, plan.flush) {
            Ok(()) => Ok(Replaced { backup_id: backup.map(|(made, keep)| made.keep(keep)) }),
            Err(error) => {
                if let Some((made, _)) = backup
                    && self.target.native().is_file()
                {
                    made.discard();
                }
                Err(error)
            }
        }
    }

    /// The backup of what was read, with the number of backups to keep.
    fn back_up(&self, plan: &Replace<'_>) -> Result<Option<(Made, usize)>> {
        match &plan.backup {
            Some(backup) if self.before.is_some() => {
                let made = Made::write(&self.target, &self.source, backup.directory, plan)?;
                Ok(Some((made, backup.keep)))
            }
            _ => Ok(None),
        }
    }
}

/// Takes the lock and removes leftovers.
fn locked(target: &Target) -> Result<Lock> {
    let lock = Lock::acquire(target)?;
    hit(FailPoint::Clean).map_err(|error| target.failure(&error))?;
    recovery::clean(target, &lock);
    Ok(lock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{BackupPlan, Operation, SIZE_LIMIT};
    use std::path::{Path, PathBuf};

    fn sample() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("web.config");
        fs::write(&path, "old").unwrap();
        (folder, path)
    }

    fn without_backup() -> Replace<'static> {
        Replace { backup: None, operation: Operation::Edit, reason: None, flush: false }
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn content_is_replaced_and_nothing_else_stays() {
        let (folder, path) = sample();
        let writer = Writer::open(path.to_str().unwrap(), SIZE_LIMIT).unwrap();
        assert_eq!(writer.source().bytes, b"old");
        assert_eq!(writer.replace(b"new", &without_backup()).unwrap().backup_id, None);
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["web.config"]);
    }

    #[test]
    fn somebody_elses_change_is_kept() {
        let (folder, path) = sample();
        let writer = Writer::open(path.to_str().unwrap(), SIZE_LIMIT).unwrap();
        fs::write(&path, "theirs").unwrap();
        let error = writer.replace(b"new", &without_backup()).unwrap_err();
        assert_eq!(error.status(), Status::FileChanged);
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
        assert_eq!(names(folder.path()), ["web.config"]);
    }

    #[test]
    fn a_backup_of_an_edit_that_failed_is_not_kept() {
        let (folder, path) = sample();
        let backups = folder.path().join("backups");
        let plan = BackupPlan { directory: Some(&backups), keep: 0 };
        let writer = Writer::open(path.to_str().unwrap(), SIZE_LIMIT).unwrap();
        fs::write(&path, "theirs").unwrap();
        writer.replace(b"new", &Replace { backup: Some(plan), ..without_backup() }).unwrap_err();
        let folders = names(&backups);
        assert_eq!(folders.len(), 1);
        assert!(names(&backups.join(&folders[0])).is_empty());
    }

    #[test]
    fn a_missing_file_is_made_and_one_that_appeared_is_kept() {
        let (folder, path) = sample();
        let text = path.to_str().unwrap();
        assert_eq!(Writer::create(text).unwrap_err().status(), Status::FileChanged);
        fs::remove_file(&path).unwrap();
        let writer = Writer::create(text).unwrap();
        assert!(writer.source().bytes.is_empty());
        writer.replace(b"new", &without_backup()).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");

        fs::remove_file(&path).unwrap();
        let writer = Writer::create(text).unwrap();
        fs::write(&path, "theirs").unwrap();
        assert_eq!(writer.replace(b"new", &without_backup()).unwrap_err().status(), Status::FileChanged);
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
        assert_eq!(names(folder.path()), ["web.config"]);
    }

    #[test]
    fn other_names_of_the_file_are_not_parted_from_it() {
        let (folder, path) = sample();
        fs::hard_link(&path, folder.path().join("other.config")).unwrap();
        let writer = Writer::open(path.to_str().unwrap(), SIZE_LIMIT).unwrap();
        assert_eq!(writer.replace(b"new", &without_backup()).unwrap_err().status(), Status::FileHasHardLinks);
        assert_eq!(fs::read(&path).unwrap(), b"old");
    }

    #[cfg(unix)]
    #[test]
    fn mode_owner_and_extended_attributes_stay() {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
        let (_folder, path) = sample();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        // Another owner can only be given, and so be kept, by root.
        let foreign = chown(&path, Some(12), Some(34)).is_ok();
        let before = fs::metadata(&path).unwrap();
        let writer = Writer::open(path.to_str().unwrap(), SIZE_LIMIT).unwrap();
        writer.replace(b"new", &without_backup()).unwrap();
        let after = fs::metadata(&path).unwrap();
        assert_ne!(after.ino(), before.ino(), "replaced, not rewritten");
        assert_eq!((after.mode(), after.uid(), after.gid()), (before.mode(), before.uid(), before.gid()));
        assert!(!foreign || after.uid() == 12);
    }
}
