//! From what a caller typed to one file: absolute, links followed, so that every spelling of a file is the same
//! [`Target`] with the same lock and the same backups. Must not open or change files.

use super::failure::{failure, refusal, shown};
use super::{hex, os};
use crate::error::{Error, Result};
use crate::status::Status;
use sha2::{Digest, Sha256};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Links that point to a missing file are followed this far, as systems do.
const LINKS: usize = 40;
/// A file name longer than this many bytes is shortened before something is added to it.
const LABEL: usize = 100;

/// A file that exists or may be made: absolute, every link resolved.
#[derive(Clone, Debug)]
pub(super) struct Target {
    native: PathBuf,
}

impl Target {
    /// The file that `path` names. It exists and is a file.
    pub(super) fn existing(path: &str) -> Result<Self> {
        let absolute = absolute(path)?;
        let native = match fs::canonicalize(&absolute) {
            Ok(real) => real,
            Err(error) if is_missing(&error) => return Err(missing(&absolute)),
            // Some Windows drivers cannot name what they opened; then the spelling given is all there is.
            Err(error) => match fs::metadata(&absolute) {
                Ok(_) => absolute,
                Err(_) => return Err(failure(&error, &absolute)),
            },
        };
        let metadata = fs::metadata(&native).map_err(|error| failure(&error, &native))?;
        if metadata.is_file() { Ok(Self { native }) } else { Err(refusal(Status::NotAFile, &native)) }
    }

    /// The file that `path` names, or would name if it were there. Its folder need not exist either.
    pub(super) fn wanted(path: &str) -> Result<Self> {
        match Self::existing(path) {
            Err(error) if matches!(error.status(), Status::FileNotFound | Status::DirectoryNotFound) => {
                Ok(Self { native: resolved(absolute(path)?) })
            }
            found => found,
        }
    }

    /// The path to give to the system.
    pub(super) fn native(&self) -> &Path {
        &self.native
    }

    /// The path as people write it.
    pub(super) fn plain(&self) -> PathBuf {
        os::plain(&self.native)
    }

    /// The folder that the file is in.
    pub(super) fn folder(&self) -> &Path {
        self.native.parent().unwrap_or(&self.native)
    }

    /// The file's name, shortened when it is so long that nothing could be added to it.
    pub(super) fn label(&self) -> String {
        let name = self.native.file_name().unwrap_or_default();
        match name.to_str() {
            Some(text) if text.len() <= LABEL => text.to_owned(),
            _ => {
                let start: String = name.to_string_lossy().chars().take(LABEL / 4).collect();
                format!("{start}~{}", key(name))
            }
        }
    }

    /// The name of this file's own folder among backups: its name, to be found, and a hash of its whole path.
    pub(super) fn backup_folder(&self) -> String {
        format!("{}-{}", self.label(), key(self.plain().as_os_str()))
    }

    /// The error of a failed call on this file.
    pub(super) fn failure(&self, error: &io::Error) -> Error {
        failure(error, &self.native)
    }

    /// A failure on this file that is not the system's.
    pub(super) fn refusal(&self, status: Status) -> Error {
        refusal(status, &self.native)
    }
}

/// The absolute form of what a caller typed, ready for the system; links are not followed yet.
fn absolute(path: &str) -> Result<PathBuf> {
    let invalid = || Error::new(Status::PathInvalid).at_path(path.replace('\0', "\u{fffd}"));
    if path.is_empty() || path.contains('\0') {
        return Err(invalid());
    }
    let absolute = std::path::absolute(path).map_err(|_| invalid())?;
    match os::refused_form(&absolute) {
        Some(status) => Err(refusal(status, &absolute)),
        None => Ok(os::native(&absolute)),
    }
}

/// The path of a missing file with everything resolved that exists.
fn resolved(mut path: PathBuf) -> PathBuf {
    for _ in 0..LINKS {
        let folder = path.parent().map(|folder| fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned()));
        let (Some(folder), Some(name)) = (folder, path.file_name()) else { break };
        let here = folder.join(name);
        match fs::read_link(&here) {
            Ok(link) => path = folder.join(link),
            Err(_) => return here,
        }
    }
    path
}

/// Sixteen hexadecimal digits that stand for a name; on Windows the same for every case.
fn key(name: &OsStr) -> String {
    let digest = match name.to_str() {
        Some(text) => Sha256::digest(os::fold(text)),
        None => Sha256::digest(name.as_encoded_bytes()),
    };
    hex(&digest[..8])
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn missing(path: &Path) -> Error {
    let folder_is_there = path.parent().is_some_and(Path::is_dir);
    let status = if folder_is_there { Status::FileNotFound } else { Status::DirectoryNotFound };
    Error::new(status).at_path(shown(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(path: &str) -> Status {
        Target::existing(path).expect_err("refused").status()
    }

    #[test]
    fn what_is_no_file_is_refused_by_its_own_name() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        assert_eq!(status(""), Status::PathInvalid);
        assert_eq!(status("a\0b"), Status::PathInvalid);
        assert_eq!(status(&at("missing.config")), Status::FileNotFound);
        assert_eq!(status(&at("missing/web.config")), Status::DirectoryNotFound);
        assert_eq!(status(&at(".")), Status::NotAFile);
    }

    #[test]
    fn a_missing_file_has_the_key_that_it_had_while_it_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("web.config");
        fs::write(&path, "x").unwrap();
        let there = Target::existing(path.to_str().unwrap()).unwrap().backup_folder();
        fs::remove_file(&path).unwrap();
        assert_eq!(Target::wanted(path.to_str().unwrap()).unwrap().backup_folder(), there);
        assert!(there.starts_with("web.config-"), "{there}");
    }

    #[test]
    fn long_names_are_shortened_and_stay_apart() {
        let labels = ["a", "b"].map(|end| {
            let path = format!("{}{end}", "n".repeat(200));
            Target { native: PathBuf::from(path) }.label()
        });
        assert_ne!(labels[0], labels[1]);
        assert!(labels[0].len() < 60, "{labels:?}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_missing_file_means_that_file() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link.config");
        std::os::unix::fs::symlink("real.config", &link).unwrap();
        let target = Target::wanted(link.to_str().unwrap()).unwrap();
        assert_eq!(target.native(), fs::canonicalize(folder.path()).unwrap().join("real.config"));
    }
}
