//! Where backups are: one folder for all, in it one for each file that was ever edited. Knows the names of the files
//! of a backup, and nothing of what is in them.
//!
//! Who may read them: a folder that is not there is made for those alone who may read any secret of the machine (on
//! Windows the system, the administrators and the account that made it; on Unix the account), whatever the folder
//! above it allows. A folder that is there keeps the access rights that it has.

use super::manifest::is_id;
use crate::error::{Error, Result};
use crate::status::Status;
use crate::store::failure::{failure, shown};
use crate::store::os;
use crate::store::path::Target;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Names the folder of all backups when a request does not. Documented in README and at `uc_config_apply`.
const VARIABLE: &str = "UC_BACKUP_DIRECTORY";
const CONTENT: &str = "content";
const MANIFEST: &str = "json";

/// The folder of all backups.
#[derive(Clone, Debug)]
pub(super) struct Directory(PathBuf);

impl Directory {
    /// The folder given, else the one that the environment variable `UC_BACKUP_DIRECTORY` names, else the system's
    /// usual place: `%ProgramData%\UcIntegration\Backups`, or `uc-integration/backups` below the XDG state folder.
    pub(super) fn choose(given: Option<&Path>) -> Result<Self> {
        let named = || std::env::var_os(VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
        let chosen = given.map(Path::to_owned).or_else(named).or_else(os::state_folder);
        let path = chosen.unwrap_or_default();
        match std::path::absolute(&path) {
            Ok(absolute) => Ok(Self(os::native(&absolute))),
            Err(error) => Err(unavailable(&error, &path)),
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// The folder of one file's backups.
    pub(super) fn of(&self, target: &Target) -> Folder {
        Folder(self.0.join(target.backup_folder()))
    }

    /// The folder of every file that has backups, in the order of their names.
    pub(super) fn folders(&self) -> Result<Vec<Folder>> {
        let mut folders: Vec<_> = entries(&self.0)?.into_iter().filter(|path| path.is_dir()).map(Folder).collect();
        folders.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(folders)
    }
}

/// The folder of one file's backups.
#[derive(Clone, Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// The copy of the file.
    pub(super) fn content(&self, id: &str) -> PathBuf {
        self.0.join(format!("{id}.{CONTENT}"))
    }

    /// The record that makes the copy a backup.
    pub(super) fn manifest(&self, id: &str) -> PathBuf {
        self.0.join(format!("{id}.{MANIFEST}"))
    }

    /// The record before it is complete.
    pub(super) fn draft(&self, id: &str) -> PathBuf {
        self.0.join(format!("{id}.draft"))
    }

    /// The ids that have a manifest, newest first. A content without one is not a backup.
    pub(super) fn ids(&self) -> Result<Vec<String>> {
        let mut ids = self.stems(MANIFEST)?;
        ids.sort_unstable_by(|one, other| other.cmp(one));
        Ok(ids)
    }

    /// The ids of contents, with a manifest or without.
    pub(super) fn contents(&self) -> Result<Vec<String>> {
        self.stems(CONTENT)
    }

    fn stems(&self, extension: &str) -> Result<Vec<String>> {
        let paths =
            entries(&self.0)?.into_iter().filter(|path| path.extension().is_some_and(|found| found == extension));
        let stems = paths.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
        Ok(stems.filter(|stem| is_id(stem)).collect())
    }

    /// Removes a backup, manifest first: what is left if this is interrupted is not a backup.
    pub(super) fn remove(&self, id: &str) -> io::Result<()> {
        for path in [self.manifest(id), self.draft(id), self.content(id)] {
            match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

/// What is in a folder; nothing if the folder does not exist.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    match entries {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        entries => entries.map_err(|error: io::Error| failure(&error, folder)),
    }
}

/// The error of a backup that cannot be made.
pub(super) fn unavailable(error: &io::Error, path: &Path) -> Error {
    Error::new(Status::BackupDirectoryUnavailable).with("detail", error.to_string()).at_path(shown(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_newest_first_and_only_ids() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder(root.path().to_owned());
        for name in
            ["20260101-a.json", "20270101-a.json", "20260101-a.content", "..json", "a b.json", "x.draft", "x.content"]
        {
            fs::write(root.path().join(name), "").unwrap();
        }
        assert_eq!(folder.ids().unwrap(), ["20270101-a", "20260101-a"]);
        assert_eq!(folder.contents().unwrap().len(), 2);
        folder.remove("20260101-a").unwrap();
        folder.remove("never").unwrap();
        assert_eq!(folder.ids().unwrap(), ["20270101-a"]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_empty() {
        let root = tempfile::tempdir().unwrap();
        let directory = Directory::choose(Some(&root.path().join("none"))).unwrap();
        assert!(directory.folders().unwrap().is_empty());
    }

    #[test]
    fn the_folder_given_goes_before_all_others() {
        let root = tempfile::tempdir().unwrap();
        let directory = Directory::choose(Some(root.path())).unwrap();
        assert_eq!(os::plain(directory.path()), root.path());
    }
}
