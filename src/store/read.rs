//! Reading a document: its bytes, and the version that was read, so that an edit can tell whether the file is still
//! the same. Must not keep anybody from reading or writing, and reads no further than the caller's limit.

use super::failpoint::{FailPoint, hit};
use super::path::Target;
use super::{os, recovery, sha256, sha256_of, wait};
use crate::error::{Error, Result};
use crate::status::Status;
use std::fs::{File, Metadata};
use std::io::{self, Read as _};
use std::path::PathBuf;
use std::time::SystemTime;

/// How often a file that is not there is looked for before that is believed: on Windows a file has no name for a
/// moment while it is being replaced.
const LOOKS: usize = 3;

/// A document as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where it is: absolute, links resolved.
    pub path: PathBuf,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

/// What distinguishes one version of a file from another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    identity: (u64, u64),
    size: u64,
    modified: Option<SystemTime>,
    sha256: String,
}

/// Reads the file that `path` names, at most `limit` bytes of it. Whoever else has the file open is not disturbed.
///
/// # Errors
///
/// `FileNotFound`, `DirectoryNotFound`, `AccessDenied`, `FileInUse`, `PathTooLong`, `PathInvalid`, `NotAFile`,
/// `DocumentTooLarge`, `LockTimeout` while a writer replaces it, or `FileFailed`.
pub fn read(path: &str, limit: u64) -> Result<Source> {
    for _ in 1..LOOKS {
        match Target::existing(path).and_then(|target| load(&target, limit)) {
            Err(error) if error.status() == Status::FileNotFound => recovery::rescue(path)?,
            read => return read.map(|(source, _)| source),
        }
    }
    load(&Target::existing(path)?, limit).map(|(source, _)| source)
}

/// The file that `path` names, looked for as often as [`read`] does.
pub(super) fn look_for(path: &str) -> Result<Target> {
    for _ in 1..LOOKS {
        match Target::existing(path) {
            Err(error) if error.status() == Status::FileNotFound => recovery::rescue(path)?,
            found => return found,
        }
    }
    Target::existing(path)
}

/// Reads a file and notes its version.
pub(super) fn load(target: &Target, limit: u64) -> Result<(Source, Version)> {
    let (mut file, metadata) = open(target, limit)?;
    let bytes = bytes_of(&mut file, metadata.len(), limit).map_err(|error| target.failure(&error))?;
    let hash = sha256(&bytes);
    let version = version(target, &file, &metadata, (hash.clone(), bytes.len() as u64), limit)?;
    Ok((Source { path: target.plain(), bytes, sha256: hash }, version))
}

/// Notes the version of a file without keeping its content.
fn look_at(target: &Target, limit: u64) -> Result<Version> {
    let (file, metadata) = open(target, limit)?;
    let content = sha256_of(&file, limit).map_err(|error| target.failure(&error))?;
    version(target, &file, &metadata, content, limit)
}

fn open(target: &Target, limit: u64) -> Result<(File, Metadata)> {
    let failed = |error: io::Error| target.failure(&error);
    hit(FailPoint::Read).map_err(failed)?;
    let file = wait::while_busy(|| os::open_to_read(target.native())).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    if metadata.len() > limit { Err(too_large(target, limit)) } else { Ok((file, metadata)) }
}

fn version(
    target: &Target,
    file: &File,
    metadata: &Metadata,
    (sha256, size): (String, u64),
    limit: u64,
) -> Result<Version> {
    if size > limit {
        return Err(too_large(target, limit));
    }
    let identity = os::identity(file).map_err(|error| target.failure(&error))?;
    Ok(Version { identity: (identity.volume, identity.index), size, modified: metadata.modified().ok(), sha256 })
}

fn too_large(target: &Target, limit: u64) -> Error {
    target.refusal(Status::DocumentTooLarge).with("limit", limit.to_string())
}

/// The content of an open file, one byte more than `limit` if it grew meanwhile. Lack of memory is an error.
pub(super) fn bytes_of(file: &mut File, size: u64, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(usize::try_from(size).unwrap_or(usize::MAX)).map_err(|_| io::ErrorKind::OutOfMemory)?;
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Refuses unless the file is still the version that was read.
pub(super) fn recheck(target: &Target, before: &Version) -> Result<()> {
    hit(FailPoint::Recheck).map_err(|error| target.failure(&error))?;
    match look_at(target, before.size) {
        Ok(now) if now == *before => Ok(()),
        Err(error) if !matches!(error.status(), Status::DocumentTooLarge | Status::FileNotFound) => Err(error),
        _ => Err(target.refusal(Status::FileChanged)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::SIZE_LIMIT;
    use super::*;
    use std::fs;

    fn sample(content: &[u8]) -> (tempfile::TempDir, String) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("web.config");
        fs::write(&path, content).unwrap();
        let path = path.to_str().unwrap().to_owned();
        (folder, path)
    }

    #[test]
    fn every_byte_is_read_and_hashed() {
        let (_folder, path) = sample(b"\xef\xbb\xbfa\r\n\0");
        let source = read(&path, SIZE_LIMIT).unwrap();
        assert_eq!(source.bytes, b"\xef\xbb\xbfa\r\n\0");
        assert_eq!(source.sha256, sha256(&source.bytes));
    }

    #[test]
    fn the_limit_is_the_largest_size_that_is_read() {
        let (_folder, path) = sample(b"12345");
        assert_eq!(read(&path, 5).unwrap().bytes, b"12345");
        let error = read(&path, 4).unwrap_err();
        assert_eq!(error.status(), Status::DocumentTooLarge);
        assert!(error.to_string().contains("4 bytes"), "{error}");
    }

    /// A file of 8 TiB that takes no space: reading it, or making room for it, would fail otherwise.
    #[cfg(unix)]
    #[test]
    fn the_limit_is_checked_before_anything_is_read() {
        let (_folder, path) = sample(b"");
        if let Err(error) = File::options().write(true).open(&path).unwrap().set_len(1 << 43) {
            println!("not proven: the file system makes no such file ({error})");
            return;
        }
        assert_eq!(read(&path, SIZE_LIMIT).unwrap_err().status(), Status::DocumentTooLarge);
        assert_eq!(read(&path, u64::MAX).unwrap_err().status(), Status::FileFailed, "lack of memory is no crash");
    }

    #[test]
    fn a_version_is_content_time_and_identity() {
        let (_folder, path) = sample(b"old");
        let target = Target::existing(&path).unwrap();
        let (_, version) = load(&target, 100).unwrap();
        assert!(recheck(&target, &version).is_ok());

        let past = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        File::options().write(true).open(&path).unwrap().set_modified(past).unwrap();
        assert_eq!(recheck(&target, &version).unwrap_err().status(), Status::FileChanged, "touched");

        for content in [&b"new"[..], b"longer", b""] {
            let (_, version) = load(&target, 100).unwrap();
            fs::write(&path, content).unwrap();
            File::options().write(true).open(&path).unwrap().set_modified(past).unwrap();
            assert_eq!(recheck(&target, &version).unwrap_err().status(), Status::FileChanged, "{content:?}");
        }

        let (_, version) = load(&target, 100).unwrap();
        let other = format!("{path}.other");
        fs::write(&other, fs::read(&path).unwrap()).unwrap();
        File::options().write(true).open(&other).unwrap().set_modified(past).unwrap();
        fs::rename(&other, &path).unwrap();
        assert_eq!(recheck(&target, &version).unwrap_err().status(), Status::FileChanged, "another file");

        fs::remove_file(&path).unwrap();
        assert_eq!(recheck(&target, &version).unwrap_err().status(), Status::FileChanged, "removed");
    }

    #[test]
    fn a_file_that_a_killed_writer_left_without_a_name_is_read() {
        let (folder, path) = sample(b"old");
        let take_name = || fs::rename(&path, folder.path().join(".web.config.0123456789abcdef.uc-old")).unwrap();
        take_name();
        assert_eq!(read(&path, SIZE_LIMIT).unwrap().bytes, b"old");
        take_name();
        assert!(look_for(&path).is_ok());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
