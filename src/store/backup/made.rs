//! Making a backup: content, flushed; then the manifest, which makes it one. Everything is created anew, nothing is
//! ever overwritten. A configuration holds secrets: on Unix folder and files are for the account alone; on Windows a
//! folder made here is for the system, the administrators and its owner, and the files in it inherit that. Nothing but
//! the content is copied.

use super::folder::{Directory, Folder, unavailable};
use super::manifest::{Circumstances, Manifest, Moment};
use crate::error::{Error, Result};
use crate::status::Status;
use crate::store::failpoint::{FailPoint, hit};
use crate::store::failure::{failure, status};
use crate::store::path::Target;
use crate::store::{Replace, Source, os, unique};
use std::io::{self, Write as _};
use std::path::Path;

/// Contents without a manifest are removed when they are older than this: nobody is still writing them.
const ABANDONED_HOURS: i64 = 24;

/// A backup that is complete, of an edit that is not yet.
#[must_use]
pub(in crate::store) struct Made {
    folder: Folder,
    id: String,
}

impl Made {
    /// Writes the backup of what was read from the target.
    pub(in crate::store) fn write(
        target: &Target,
        source: &Source,
        directory: Option<&Path>,
        plan: &Replace<'_>,
    ) -> Result<Self> {
        let folder = Directory::choose(directory)?.of(target);
        hit(FailPoint::BackupFolder)
            .and_then(|()| os::create_folder(folder.path()))
            .map_err(|error| not_made(&error, &folder))?;
        let moment = Moment::now();
        let id = format!("{}-{:08x}", moment.stamp(), unique() >> 32);
        let (user, computer) = (os::user(), os::computer());
        let around = Circumstances { moment, operation: plan.operation, reason: plan.reason, user, computer };
        let path = source.path.to_string_lossy().into_owned();
        let manifest = Manifest::new(&id, path, &source.sha256, source.bytes.len() as u64, around);
        let made = Self { folder, id };
        if let Err(error) = made.fill(&source.bytes, &manifest, plan.flush) {
            let error = not_made(&error, &made.folder);
            made.discard();
            return Err(error);
        }
        Ok(made)
    }

    fn fill(&self, content: &[u8], manifest: &Manifest, flush: bool) -> io::Result<()> {
        let Self { folder, id } = self;
        hit(FailPoint::BackupContent)?;
        store(&folder.content(id), content, flush)?;
        hit(FailPoint::BackupManifest)?;
        let json = serde_json::to_vec_pretty(manifest)?;
        store(&folder.draft(id), &json, flush)?;
        hit(FailPoint::BackupName)?;
        os::publish(&folder.draft(id), &folder.manifest(id))?;
        if flush { os::flush_folder(folder.path()) } else { Ok(()) }
    }

    /// The edit happened: the backup stays, older ones beyond the limit go. That they could not be removed is no
    /// failure of the edit; the next one tries again.
    pub(in crate::store) fn keep(self, limit: usize) -> String {
        let _ = hit(FailPoint::Prune).map(|()| self.prune(limit));
        self.id
    }

    fn prune(&self, limit: usize) {
        let ids = self.folder.ids().unwrap_or_default();
        let others = ids.iter().filter(|id| **id != self.id);
        if limit > 0 {
            for id in others.skip(limit - 1) {
                let _ = self.folder.remove(id);
            }
        }
        let before = Moment::now().minus_hours(ABANDONED_HOURS).stamp();
        let is_abandoned = |id: &&String| **id < before && !ids.contains(id);
        for id in self.folder.contents().unwrap_or_default().iter().filter(is_abandoned) {
            let _ = self.folder.remove(id);
        }
    }

    /// The edit did not happen: there is nothing to keep a backup for.
    pub(in crate::store) fn discard(self) {
        let _ = self.folder.remove(&self.id);
    }
}

/// Creates a file with a content.
fn store(path: &Path, content: &[u8], flush: bool) -> io::Result<()> {
    let mut file = os::create(path, true)?;
    file.write_all(content)?;
    if flush { file.sync_all() } else { Ok(()) }
}

/// Why there is no backup, and therefore no edit.
fn not_made(error: &io::Error, folder: &Folder) -> Error {
    match status(error) {
        Status::DiskFull => failure(error, folder.path()),
        _ => unavailable(error, folder.path()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Operation, sha256};
    use std::fs;

    fn sample(root: &Path) -> (Target, Source, Folder) {
        let path = root.join("web.config");
        fs::write(&path, "old").unwrap();
        let target = Target::existing(path.to_str().unwrap()).unwrap();
        let source = Source { path: target.plain(), bytes: b"old".to_vec(), sha256: sha256(b"old") };
        let folder = Directory::choose(Some(root)).unwrap().of(&target);
        (target, source, folder)
    }

    fn plan() -> Replace<'static> {
        Replace { backup: None, operation: Operation::Edit, reason: Some("why"), flush: false }
    }

    #[test]
    fn the_newest_are_kept_and_abandoned_contents_go() {
        let root = tempfile::tempdir().unwrap();
        let (target, source, folder) = sample(root.path());
        fs::create_dir(folder.path()).unwrap();
        let old = ["20200101T000000000Z-1", "20200102T000000000Z-1", "20200103T000000000Z-1"];
        for id in old {
            fs::write(folder.content(id), "x").unwrap();
            fs::write(folder.manifest(id), "x").unwrap();
        }
        let abandoned = "20200101T000000000Z-abandoned";
        let fresh = format!("{}-fresh", Moment::now().stamp());
        for id in [abandoned, &fresh] {
            fs::write(folder.content(id), "x").unwrap();
        }
        let made = Made::write(&target, &source, Some(root.path()), &plan()).unwrap();
        let id = made.keep(2);
        assert_eq!(folder.ids().unwrap(), [id.as_str(), old[2]]);
        let mut contents = folder.contents().unwrap();
        contents.sort();
        assert_eq!(contents.len(), 3, "{contents:?}");
        assert!(contents.contains(&fresh), "another may be writing it: {contents:?}");
    }

    #[test]
    fn a_clock_that_went_back_does_not_cost_the_new_backup() {
        let root = tempfile::tempdir().unwrap();
        let (target, source, folder) = sample(root.path());
        fs::create_dir(folder.path()).unwrap();
        fs::write(folder.manifest("29991231T000000000Z-1"), "x").unwrap();
        let id = Made::write(&target, &source, Some(root.path()), &plan()).unwrap().keep(1);
        assert_eq!(folder.ids().unwrap(), [id]);
    }

    #[cfg(unix)]
    #[test]
    fn folder_and_files_are_for_the_account_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let root = tempfile::tempdir().unwrap();
        let (target, source, _) = sample(root.path());
        let backups = root.path().join("state").join("backups");
        let folder = Directory::choose(Some(&backups)).unwrap().of(&target);
        let write = || Made::write(&target, &source, Some(&backups), &plan()).unwrap().keep(0);
        let id = write();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(backups.parent().unwrap()), mode(&backups), mode(folder.path())), (0o700, 0o700, 0o700));
        assert_eq!((mode(&folder.content(&id)), mode(&folder.manifest(&id))), (0o600, 0o600));

        // What an administrator opened stays open.
        for path in [&backups, folder.path()] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o750)).unwrap();
        }
        write();
        assert_eq!((mode(&backups), mode(folder.path())), (0o750, 0o750));
    }
}
