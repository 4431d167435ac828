//! Backups of files that were replaced: listed, found, pruned. One folder for each file (`<name>-<hash of the path>`),
//! in it for each backup a copy (`<id>.content`) and a manifest (`<id>.json`); a copy without a manifest is not a
//! backup. A damaged backup is reported and never hides the others. Making one is `Made`, for the writer only.

mod folder;
mod made;
mod manifest;

pub(super) use made::Made;
pub use manifest::Manifest;

use super::failure::{failure, shown};
use super::path::Target;
use super::{os, read, sha256};
use crate::error::{Error, Result};
use crate::l10n::Text;
use crate::status::Status;
use folder::{Directory, Folder};
use std::io;
use std::path::{Path, PathBuf};

/// A backup whose manifest could be read.
#[derive(Clone, Debug)]
pub struct Backup {
    /// What the manifest says.
    pub manifest: Manifest,
    /// The copy of the file.
    pub file: PathBuf,
    /// Why it could not be restored, as far as is seen without reading the copy.
    pub problem: Option<Error>,
}

/// A manifest that could not be read.
#[derive(Clone, Debug)]
pub struct Damaged {
    /// The manifest.
    pub file: PathBuf,
    /// What is wrong with it.
    pub error: Error,
}

/// The backups of one file, or of all.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The folder of all backups.
    pub directory: PathBuf,
    /// The backups, newest first.
    pub backups: Vec<Backup>,
    /// What stands in the folder as a backup and cannot be read.
    pub damaged: Vec<Damaged>,
}

/// What a clean-up removed, or would remove.
#[derive(Clone, Debug)]
pub struct Pruned {
    /// The backups that went.
    pub removed: Vec<Backup>,
    /// The number of backups that stay. Damaged ones are neither counted nor removed.
    pub kept: usize,
}

/// Lists the backups in `directory` (`None` for the usual place): those of the file `path`, which need not exist any
/// more, or those of every file.
///
/// # Errors
///
/// `BackupDirectoryUnavailable` for a name that no folder can have, `PathInvalid`, `PathTooLong` or `NotAFile` for the
/// file, `AccessDenied` or `FileFailed` for a folder that cannot be listed.
pub fn list(directory: Option<&Path>, path: Option<&str>) -> Result<Listing> {
    let directory = Directory::choose(directory)?;
    let mut listing = Listing { directory: os::plain(directory.path()), backups: Vec::new(), damaged: Vec::new() };
    for folder in folders(&directory, path)? {
        let (mut backups, mut damaged) = contents(&folder)?;
        listing.backups.append(&mut backups);
        listing.damaged.append(&mut damaged);
    }
    listing.backups.sort_by(|one, other| other.manifest.id.cmp(&one.manifest.id));
    Ok(listing)
}

/// The backup `id` of the file `path` with its content, which has the hash of the manifest.
///
/// # Errors
///
/// `BackupNotFound`, `BackupDamaged`, or those of [`list`].
pub fn find(directory: Option<&Path>, path: &str, id: &str) -> Result<(Backup, Vec<u8>)> {
    let target = Target::wanted(path)?;
    let folder = Directory::choose(directory)?.of(&target);
    if !manifest::is_id(id) || !folder.manifest(id).exists() {
        return Err(target.refusal(Status::BackupNotFound).with("name", id));
    }
    let backup = backup(&folder, id).map_err(|damaged| damaged.error)?;
    if let Some(problem) = backup.problem {
        return Err(problem);
    }
    let damaged = |detail, reason| damaged(id, detail, reason).at_path(shown(target.native()));
    let content = bytes(&folder.content(id), backup.manifest.size)
        .map_err(|error| damaged(CONTENT_UNREADABLE, error.to_string()))?;
    if sha256(&content) == backup.manifest.sha256.to_ascii_lowercase() {
        Ok((backup, content))
    } else {
        Err(damaged(CONTENT_ALTERED, String::new()))
    }
}

/// Removes all but the newest `keep` backups of each file; with `dry_run` only says which. `keep` 0 keeps all.
///
/// # Errors
///
/// Those of [`list`], and `AccessDenied`, `FileInUse` or `FileFailed` for a backup that cannot be deleted.
pub fn prune(directory: Option<&Path>, path: Option<&str>, keep: usize, dry_run: bool) -> Result<Pruned> {
    let directory = Directory::choose(directory)?;
    let mut pruned = Pruned { removed: Vec::new(), kept: 0 };
    for folder in folders(&directory, path)? {
        let (mut backups, _) = contents(&folder)?;
        let stay = if keep == 0 { backups.len() } else { keep.min(backups.len()) };
        for backup in backups.drain(stay..) {
            if !dry_run {
                folder.remove(&backup.manifest.id).map_err(|error| failure(&error, &backup.file))?;
            }
            pruned.removed.push(backup);
        }
        pruned.kept += stay;
    }
    Ok(pruned)
}

fn folders(directory: &Directory, path: Option<&str>) -> Result<Vec<Folder>> {
    match path {
        Some(path) => Ok(vec![directory.of(&Target::wanted(path)?)]),
        None => directory.folders(),
    }
}

/// What is in one folder, newest first.
fn contents(folder: &Folder) -> Result<(Vec<Backup>, Vec<Damaged>)> {
    let (mut backups, mut problems) = (Vec::new(), Vec::new());
    for id in folder.ids()? {
        match backup(folder, &id) {
            Ok(backup) => backups.push(backup),
            Err(damaged) => problems.push(damaged),
        }
    }
    Ok((backups, problems))
}

/// Reads a manifest and looks, without reading it, whether the copy can be the one that it describes.
fn backup(folder: &Folder, id: &str) -> std::result::Result<Backup, Damaged> {
    let file = folder.manifest(id);
    let parsed = bytes(&file, manifest::LIMIT).map_err(|error| error.to_string());
    let manifest = match parsed.and_then(|json| Manifest::parse(&json, id)) {
        Ok(manifest) => manifest,
        Err(detail) => {
            let error = damaged(id, MANIFEST_UNREADABLE, detail).at_path(shown(&file));
            return Err(Damaged { file: os::plain(&file), error });
        }
    };
    let content = folder.content(id);
    let problem = match content.metadata() {
        Ok(found) if found.is_file() && found.len() == manifest.size => None,
        Ok(_) => Some(damaged(id, CONTENT_ALTERED, String::new())),
        Err(error) => Some(damaged(id, CONTENT_UNREADABLE, error.to_string())),
    };
    let problem = problem.map(|problem| problem.at_path(&manifest.path));
    Ok(Backup { manifest, file: os::plain(&content), problem })
}

/// Reads a file that should be no longer than `limit`.
fn bytes(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut file = os::open_to_read(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() || metadata.len() > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    read::bytes_of(&mut file, metadata.len(), limit)
}

const MANIFEST_UNREADABLE: Text =
    Text::new("its manifest cannot be read ({reason})", "son manifeste est illisible ({reason})");
const CONTENT_UNREADABLE: Text =
    Text::new("its content cannot be read ({reason})", "son contenu est illisible ({reason})");
const CONTENT_ALTERED: Text =
    Text::new("its content is not the saved content", "son contenu n'est pas le contenu sauvegardé");

fn damaged(id: &str, detail: Text, reason: String) -> Error {
    Error::new(Status::BackupDamaged).with("name", id).with_text("detail", detail, vec![("reason", reason)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{BackupPlan, Operation, Replace, Writer};
    use std::fs;

    struct Sample {
        root: tempfile::TempDir,
        path: String,
    }

    impl Sample {
        fn new() -> Self {
            let root = tempfile::tempdir().unwrap();
            let path = root.path().join("web.config");
            fs::write(&path, "0").unwrap();
            let path = path.to_str().unwrap().to_owned();
            Self { root, path }
        }

        fn directory(&self) -> PathBuf {
            self.root.path().join("backups")
        }

        fn edit(&self, content: &str) -> String {
            let directory = self.directory();
            let backup = Some(BackupPlan { directory: Some(&directory), keep: 0 });
            let plan = Replace { backup, operation: Operation::Edit, reason: Some("why"), flush: false };
            let writer = Writer::open(&self.path, 1000).unwrap();
            // Two edits in one millisecond would have no order.
            std::thread::sleep(std::time::Duration::from_millis(2));
            writer.replace(content.as_bytes(), &plan).unwrap().backup_id.unwrap()
        }

        fn list(&self) -> Listing {
            list(Some(&self.directory()), Some(&self.path)).unwrap()
        }

        fn find(&self, id: &str) -> Result<(Backup, Vec<u8>)> {
            find(Some(&self.directory()), &self.path, id)
        }
    }

    fn ids(backups: &[Backup]) -> Vec<&str> {
        backups.iter().map(|backup| backup.manifest.id.as_str()).collect()
    }

    #[test]
    fn backups_are_listed_newest_first_and_found_with_their_content() {
        let sample = Sample::new();
        let made = [sample.edit("1"), sample.edit("2")];
        let listing = sample.list();
        assert_eq!(ids(&listing.backups), [made[1].as_str(), made[0].as_str()]);
        assert!(listing.damaged.is_empty());
        let (backup, content) = sample.find(&made[1]).unwrap();
        assert_eq!(content, b"1");
        assert_eq!(backup.manifest.reason.as_deref(), Some("why"));
        assert_eq!(fs::read(&backup.file).unwrap(), b"1");
        assert!(!backup.manifest.user.is_empty() && !backup.manifest.computer.is_empty());
        assert!(Path::new(&backup.manifest.path).ends_with("web.config"));
    }

    #[test]
    fn backups_of_a_file_that_is_gone_are_still_listed() {
        let sample = Sample::new();
        let id = sample.edit("1");
        fs::remove_file(&sample.path).unwrap();
        assert_eq!(ids(&sample.list().backups), [id.as_str()]);
        assert_eq!(ids(&list(Some(&sample.directory()), None).unwrap().backups), [id.as_str()]);
    }

    #[test]
    fn an_altered_content_is_not_restored() {
        let sample = Sample::new();
        let id = sample.edit("1");
        let file = sample.list().backups[0].file.clone();
        fs::write(&file, "X").unwrap();
        assert!(sample.list().backups[0].problem.is_none(), "the size is as it was");
        assert_eq!(sample.find(&id).unwrap_err().status(), Status::BackupDamaged);
        fs::write(&file, "longer").unwrap();
        assert!(sample.list().backups[0].problem.is_some());
        assert_eq!(sample.find(&id).unwrap_err().status(), Status::BackupDamaged);
        fs::remove_file(&file).unwrap();
        assert!(sample.list().backups[0].problem.is_some());
        assert_eq!(sample.find(&id).unwrap_err().status(), Status::BackupDamaged);
    }

    #[test]
    fn a_damaged_manifest_is_reported_and_hides_nothing() {
        let sample = Sample::new();
        let made = [sample.edit("1"), sample.edit("2")];
        let manifest = sample.list().backups[0].file.with_extension("json");
        let good = fs::read_to_string(&manifest).unwrap();
        let long = vec![b' '; usize::try_from(manifest::LIMIT).unwrap() + 1];
        let traversal = good.replace(&made[1], "../../web");
        for bad in [&b""[..], b"{", b"{}", b"null", b"\xff\xfe", &b"[".repeat(100_000), &long, traversal.as_bytes()] {
            fs::write(&manifest, bad).unwrap();
            let listing = sample.list();
            assert_eq!(ids(&listing.backups), [made[0].as_str()]);
            assert_eq!(listing.damaged.len(), 1);
            assert_eq!(sample.find(&made[1]).unwrap_err().status(), Status::BackupDamaged);
        }
        let text = sample.list().damaged[0].error.body(crate::l10n::Culture::Fr).message;
        assert!(text.contains("manifeste est illisible"), "{text}");
    }

    #[test]
    fn an_id_that_is_none_is_not_looked_for() {
        let sample = Sample::new();
        sample.edit("1");
        fs::write(sample.directory().join("x.json"), "{}").unwrap();
        for id in ["", "..", "../x", "..\\x", "x", "20260101T000000000Z-00000000"] {
            assert_eq!(sample.find(id).unwrap_err().status(), Status::BackupNotFound, "{id}");
        }
    }

    #[test]
    fn pruning_keeps_the_newest_of_each_file() {
        let sample = Sample::new();
        let made = [sample.edit("1"), sample.edit("2"), sample.edit("3")];
        let prune = |keep, dry_run| prune(Some(&sample.directory()), None, keep, dry_run).unwrap();
        assert_eq!(prune(0, false).kept, 3);
        let planned = prune(1, true);
        assert_eq!((ids(&planned.removed), planned.kept), (vec![made[1].as_str(), made[0].as_str()], 1));
        assert_eq!(sample.list().backups.len(), 3, "nothing went yet");
        assert_eq!(ids(&prune(1, false).removed), [made[1].as_str(), made[0].as_str()]);
        assert_eq!(ids(&sample.list().backups), [made[2].as_str()]);
        assert_eq!(prune(5, false).kept, 1);
    }

    #[cfg(unix)]
    #[test]
    fn every_spelling_of_a_file_has_the_same_backups() {
        let sample = Sample::new();
        let id = sample.edit("1");
        let link = sample.root.path().join("link.config");
        std::os::unix::fs::symlink("web.config", &link).unwrap();
        let folder = sample.root.path().to_str().unwrap();
        for spelling in
            [link.to_str().unwrap(), &format!("{folder}/./web.config"), &format!("{folder}/backups/../web.config")]
        {
            let listing = list(Some(&sample.directory()), Some(spelling)).unwrap();
            assert_eq!(ids(&listing.backups), [id.as_str()], "{spelling}");
        }
    }
}
