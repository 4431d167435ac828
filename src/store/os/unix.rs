//! The system's calls on Unix.
#![allow(unsafe_code)]

use super::Identity;
use crate::status::Status;
use std::ffi::CStr;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _, fchown};
use std::path::{Path, PathBuf};

/// The status of an error number.
pub(in crate::store) fn status(code: i32) -> Option<Status> {
    Some(match code {
        libc::ENOENT => Status::FileNotFound,
        libc::ENOTDIR => Status::DirectoryNotFound,
        libc::EACCES | libc::EPERM => Status::AccessDenied,
        libc::EBUSY | libc::ETXTBSY => Status::FileInUse,
        libc::ENOSPC | libc::EDQUOT => Status::DiskFull,
        libc::ENAMETOOLONG => Status::PathTooLong,
        libc::EISDIR => Status::NotAFile,
        _ => return None,
    })
}

/// Nobody can keep others from a file here.
pub(in crate::store) fn is_busy(_: &io::Error) -> bool {
    false
}

/// Every path is as the system takes it.
pub(in crate::store) fn native(path: &Path) -> PathBuf {
    path.to_owned()
}

/// Every path is as people write it.
pub(in crate::store) fn plain(path: &Path) -> PathBuf {
    path.to_owned()
}

/// No path is refused for its form alone.
pub(in crate::store) fn refused_form(_: &Path) -> Option<Status> {
    None
}

/// Names that differ in case are different names.
pub(in crate::store) fn fold(name: &str) -> String {
    name.to_owned()
}

/// Opens a file to read it. Something that would make the call wait (a pipe put in the file's place) does not.
pub(in crate::store) fn open_to_read(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).custom_flags(libc::O_NONBLOCK).open(path)
}

/// Opens a file to learn whether it may be written.
pub(in crate::store) fn open_to_write(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).custom_flags(libc::O_NONBLOCK).open(path)
}

/// Which file this is.
pub(in crate::store) fn identity(file: &File) -> io::Result<Identity> {
    let metadata = file.metadata()?;
    Ok(Identity { volume: metadata.dev(), index: metadata.ino(), links: metadata.nlink() })
}

/// A lock file in our hands. Its name goes first and then the lock, so that nobody locks a file without a name.
#[derive(Debug)]
pub(in crate::store) struct LockFile {
    path: PathBuf,
    _file: File,
}

impl Drop for LockFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Takes a lock, or returns `None` if another has it.
pub(in crate::store) fn try_lock(path: &Path) -> io::Result<Option<LockFile>> {
    let file = open_lock(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    // Between opening and locking, the holder before us may have removed the name: then the lock is one of nothing.
    let held = file.metadata()?;
    let is_named = fs::symlink_metadata(path).is_ok_and(|named| (named.dev(), named.ino()) == (held.dev(), held.ino()));
    Ok(is_named.then(|| LockFile { path: path.to_owned(), _file: file }))
}

/// Opens a lock file, made if need be. One that another account's killed writer left can only be read, which is enough
/// to lock it where the file system is local.
fn open_lock(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(0o666).custom_flags(libc::O_NOFOLLOW);
    match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied && path.exists() => {
            OpenOptions::new().read(true).custom_flags(libc::O_NOFOLLOW).open(path)
        }
        opened => opened,
    }
}

/// Creates a file that does not exist: for our account only, or as open as the process's mask allows.
pub(in crate::store) fn create(path: &Path, private: bool) -> io::Result<File> {
    let mode = if private { 0o600 } else { 0o666 };
    OpenOptions::new().write(true).create_new(true).mode(mode).open(path)
}

/// Creates a folder, with those above it, for our account only.
pub(in crate::store) fn create_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Gives a file the owner, the extended attributes (access control lists among them) and the mode of another. An
/// owner that we may not give is an error: the file would become somebody else's.
pub(in crate::store) fn adopt(file: &File, model: &Path) -> io::Result<()> {
    let model = open_to_read(model)?;
    let (want, have) = (model.metadata()?, file.metadata()?);
    if (want.uid(), want.gid()) != (have.uid(), have.gid()) {
        fchown(file, Some(want.uid()), Some(want.gid()))?;
    }
    #[cfg(target_os = "linux")]
    attributes::copy(&model, file)?;
    file.set_permissions(fs::Permissions::from_mode(want.mode() & 0o7777))
}

/// Puts `new` in the place of `target`. The name for the old file is not needed: it never has one.
pub(in crate::store) fn swap(new: &Path, target: &Path, _old: &Path) -> io::Result<()> {
    fs::rename(new, target)
}

/// Gives `new` the name `target`, which must be free. Where the file system has no hard links, the check that it is
/// free comes a moment before.
pub(in crate::store) fn publish(new: &Path, target: &Path) -> io::Result<()> {
    match fs::hard_link(new, target) {
        Ok(()) => fs::remove_file(new),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) if fs::symlink_metadata(target).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(new, target),
    }
}

/// Makes the names in a folder survive a power failure.
pub(in crate::store) fn flush_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// The account's name.
pub(in crate::store) fn user() -> String {
    let mut buffer = vec![0; 4096];
    // SAFETY: geteuid has no arguments and cannot fail.
    let id = unsafe { libc::geteuid() };
    // SAFETY: passwd is made of integers and pointers, for which zero is a value.
    let mut entry: libc::passwd = unsafe { std::mem::zeroed() };
    let mut found = std::ptr::null_mut();
    // SAFETY: all pointers are to live variables, and the length is the buffer's.
    let code = unsafe { libc::getpwuid_r(id, &raw mut entry, buffer.as_mut_ptr(), buffer.len(), &raw mut found) };
    if code != 0 || found.is_null() || entry.pw_name.is_null() {
        return id.to_string();
    }
    // SAFETY: the call succeeded, so `pw_name` is a terminated string inside `buffer`, which lives until the end.
    unsafe { CStr::from_ptr(entry.pw_name) }.to_string_lossy().into_owned()
}

/// The computer's name.
pub(in crate::store) fn computer() -> String {
    let mut buffer = [0u8; 256];
    // SAFETY: the buffer is writable for the length given, which leaves its last byte zero.
    let code = unsafe { libc::gethostname(buffer.as_mut_ptr().cast(), buffer.len() - 1) };
    let name = CStr::from_bytes_until_nul(&buffer).unwrap_or_default();
    if code == 0 { name.to_string_lossy().into_owned() } else { String::new() }
}

/// Where programs of this account keep their state (the XDG base directories).
pub(in crate::store) fn state_folder() -> Option<PathBuf> {
    let absolute = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let state = absolute("XDG_STATE_HOME").or_else(|| Some(absolute("HOME")?.join(".local/state")))?;
    Some(state.join("uc-integration/backups"))
}

/// Ends the process as a kill would: no destructor runs, nothing is flushed.
#[cfg(feature = "test-hooks")]
pub(in crate::store) fn die() -> ! {
    // SAFETY: raise takes any signal number; this one does not return.
    unsafe { libc::raise(libc::SIGKILL) };
    std::process::abort()
}

/// Extended attributes, which on Linux hold the access control list as well.
#[cfg(target_os = "linux")]
mod attributes {
    use std::ffi::{CStr, CString};
    use std::fs::File;
    use std::io;
    use std::os::fd::AsRawFd as _;

    /// Makes the attributes of `to` those of `from`. Labels that only the system may set are left to it.
    pub(super) fn copy(from: &File, to: &File) -> io::Result<()> {
        let (want, have) = (names(from)?, names(to)?);
        for name in have.iter().filter(|name| !want.contains(name)) {
            // SAFETY: the descriptor is open and the name is terminated.
            let code = unsafe { libc::fremovexattr(to.as_raw_fd(), name.as_ptr()) };
            allowed(name, code)?;
        }
        for name in &want {
            let value = value(from, name)?;
            // SAFETY: as above, and the value is readable for its length.
            let code = unsafe { libc::fsetxattr(to.as_raw_fd(), name.as_ptr(), value.as_ptr().cast(), value.len(), 0) };
            allowed(name, code)?;
        }
        Ok(())
    }

    fn names(file: &File) -> io::Result<Vec<CString>> {
        // SAFETY: the descriptor is open; the buffer is NULL with length zero, or writable for its length.
        let list = sized(|buffer, len| unsafe { libc::flistxattr(file.as_raw_fd(), buffer.cast(), len) });
        match list {
            Ok(list) => Ok(list.split_inclusive(|byte| *byte == 0).filter_map(text).collect()),
            Err(error) if error.raw_os_error() == Some(libc::ENOTSUP) => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    fn text(bytes: &[u8]) -> Option<CString> {
        CStr::from_bytes_with_nul(bytes).ok().map(CStr::to_owned)
    }

    fn value(file: &File, name: &CStr) -> io::Result<Vec<u8>> {
        // SAFETY: the descriptor is open, the name is terminated, and the buffer is as above.
        sized(|buffer, len| unsafe { libc::fgetxattr(file.as_raw_fd(), name.as_ptr(), buffer.cast(), len) })
    }

    /// Calls twice: for the length, and for the content.
    fn sized(call: impl Fn(*mut u8, usize) -> isize) -> io::Result<Vec<u8>> {
        let length = usize::try_from(call(std::ptr::null_mut(), 0)).map_err(|_| io::Error::last_os_error())?;
        let mut buffer = vec![0; length];
        if length > 0 {
            let filled = call(buffer.as_mut_ptr(), length);
            buffer.truncate(usize::try_from(filled).map_err(|_| io::Error::last_os_error())?);
        }
        Ok(buffer)
    }

    fn allowed(name: &CStr, code: i32) -> io::Result<()> {
        let is_label = name.to_bytes().starts_with(b"security.") || name.to_bytes().starts_with(b"trusted.");
        if code == 0 || is_label { Ok(()) } else { Err(io::Error::last_os_error()) }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn attributes_become_those_of_the_model() {
            let folder = tempfile::tempdir().unwrap();
            let model = folder.path().join("from");
            let [from, to] = [&model, &folder.path().join("to")].map(|path| File::create(path).unwrap());
            let set = |file: &File, name: &CStr| {
                // SAFETY: the descriptor is open, name and value are valid for their lengths.
                let code = unsafe { libc::fsetxattr(file.as_raw_fd(), name.as_ptr(), b"1".as_ptr().cast(), 1, 0) };
                code == 0
            };
            if !set(&from, c"user.kept") || !set(&to, c"user.extra") {
                eprintln!("not proven: the folder for temporary files has no extended attributes");
                return;
            }
            super::super::adopt(&to, &model).unwrap();
            assert_eq!(value(&to, c"user.kept").unwrap(), b"1");
            assert_eq!(names(&to).unwrap(), names(&from).unwrap());
        }
    }
}
