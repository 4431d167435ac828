//! The system's calls on Windows. Paths go to the system in their verbatim form (`\\?\C:\...`, `\\?\UNC\server\...`),
//! which has no limit of 260 characters, and to people without it.
#![allow(unsafe_code)]

use super::Identity;
use crate::status::Status;
use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::windows::ffi::OsStrExt as _;
use std::os::windows::fs::OpenOptionsExt as _;
use std::os::windows::io::AsRawHandle as _;
use std::path::{Component, Path, PathBuf, Prefix};
use windows_sys::Win32::Foundation as error;
use windows_sys::Win32::Foundation::{GENERIC_READ, GENERIC_WRITE, LocalFree};
use windows_sys::Win32::Security::Authorization::{
    ConvertStringSecurityDescriptorToSecurityDescriptorW, SDDL_REVISION_1,
};
use windows_sys::Win32::Security::{PSECURITY_DESCRIPTOR, SECURITY_ATTRIBUTES};
use windows_sys::Win32::Storage::FileSystem::{
    BY_HANDLE_FILE_INFORMATION, CreateDirectoryW, DELETE, FILE_FLAG_DELETE_ON_CLOSE, GetFileInformationByHandle,
    MOVEFILE_WRITE_THROUGH, MoveFileExW, ReplaceFileW,
};
use windows_sys::Win32::System::WindowsProgramming::{GetComputerNameW, GetUserNameW};

const VERBATIM: &str = r"\\?\";
const VERBATIM_SHARE: &str = r"\\?\UNC\";

/// Who may do what with a folder of ours and with all that will be in it: the system (SY), the administrators (BA) and
/// the owner (OW, known since Windows Vista) everything, others nothing. What the folder above it allows is not
/// inherited (P): below `%ProgramData%` that would be reading, for every account of the machine.
const PRIVATE: &str = "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;OW)";

/// The status of an error number.
pub(in crate::store) fn status(code: i32) -> Option<Status> {
    Some(match code.cast_unsigned() {
        error::ERROR_FILE_NOT_FOUND => Status::FileNotFound,
        error::ERROR_PATH_NOT_FOUND
        | error::ERROR_BAD_NETPATH
        | error::ERROR_BAD_NET_NAME
        | error::ERROR_INVALID_DRIVE
        | error::ERROR_DIRECTORY => Status::DirectoryNotFound,
        error::ERROR_ACCESS_DENIED | error::ERROR_NETWORK_ACCESS_DENIED | error::ERROR_PRIVILEGE_NOT_HELD => {
            Status::AccessDenied
        }
        error::ERROR_SHARING_VIOLATION
        | error::ERROR_LOCK_VIOLATION
        | error::ERROR_USER_MAPPED_FILE
        | error::ERROR_UNABLE_TO_REMOVE_REPLACED
        | error::ERROR_UNABLE_TO_MOVE_REPLACEMENT
        | error::ERROR_UNABLE_TO_MOVE_REPLACEMENT_2 => Status::FileInUse,
        error::ERROR_DISK_FULL | error::ERROR_HANDLE_DISK_FULL | error::ERROR_DISK_QUOTA_EXCEEDED => Status::DiskFull,
        error::ERROR_FILENAME_EXCED_RANGE => Status::PathTooLong,
        error::ERROR_INVALID_NAME | error::ERROR_BAD_PATHNAME => Status::PathInvalid,
        _ => return None,
    })
}

/// Somebody has the file open and keeps us out, perhaps only for a moment.
pub(in crate::store) fn is_busy(error: &io::Error) -> bool {
    error.raw_os_error().and_then(status) == Some(Status::FileInUse)
}

/// An absolute path in its verbatim form.
pub(in crate::store) fn native(path: &Path) -> PathBuf {
    let Some(text) = path.to_str() else { return path.to_owned() };
    if text.starts_with(VERBATIM) || text.starts_with(r"\\.\") {
        path.to_owned()
    } else if let Some(share) = text.strip_prefix(r"\\") {
        format!("{VERBATIM_SHARE}{share}").into()
    } else {
        format!("{VERBATIM}{text}").into()
    }
}

/// A path without the verbatim prefix. A volume without a letter has no other form and keeps it.
pub(in crate::store) fn plain(path: &Path) -> PathBuf {
    let Some(text) = path.to_str() else { return path.to_owned() };
    if let Some(share) = text.strip_prefix(VERBATIM_SHARE) {
        return format!(r"\\{share}").into();
    }
    match text.strip_prefix(VERBATIM) {
        Some(rest) if rest.as_bytes().get(1) == Some(&b':') => rest.into(),
        _ => path.to_owned(),
    }
}

/// Devices (`NUL`, `\\.\...`) are not files, and a stream of a file (`name:stream`) cannot be replaced.
pub(in crate::store) fn refused_form(path: &Path) -> Option<Status> {
    let is_device = matches!(path.components().next(), Some(Component::Prefix(prefix))
        if matches!(prefix.kind(), Prefix::DeviceNS(_)));
    let has_stream = path.file_name().is_some_and(|name| name.to_string_lossy().contains(':'));
    match (is_device, has_stream) {
        (true, _) => Some(Status::NotAFile),
        (_, true) => Some(Status::PathInvalid),
        _ => None,
    }
}

/// A name in the case in which NTFS compares: upper, one character for one.
pub(in crate::store) fn fold(name: &str) -> String {
    let upper = |letter: char| {
        let mut upper = letter.to_uppercase();
        upper.next().filter(|_| upper.next().is_none()).unwrap_or(letter)
    };
    name.chars().map(upper).collect()
}

/// Opens a file to read it; others may read, write and delete it meanwhile (the standard library's way).
pub(in crate::store) fn open_to_read(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// Opens a file with the rights that replacing it needs, to learn whether we have them and whether somebody who has
/// it open shares them.
pub(in crate::store) fn open_to_write(path: &Path) -> io::Result<File> {
    OpenOptions::new().access_mode(GENERIC_READ | GENERIC_WRITE | DELETE).open(path)
}

/// Which file this is.
pub(in crate::store) fn identity(file: &File) -> io::Result<Identity> {
    let mut information = BY_HANDLE_FILE_INFORMATION::default();
    // SAFETY: the handle is open and the structure is writable.
    check(unsafe { GetFileInformationByHandle(file.as_raw_handle(), &raw mut information) })?;
    Ok(Identity {
        volume: information.dwVolumeSerialNumber.into(),
        index: u64::from(information.nFileIndexHigh) << 32 | u64::from(information.nFileIndexLow),
        links: information.nNumberOfLinks.into(),
    })
}

/// A lock file in our hands, which nobody else can open. The system removes it when it is closed.
#[derive(Debug)]
pub(in crate::store) struct LockFile {
    _file: File,
}

/// Takes a lock, or returns `None` if another has it or is just giving it back.
pub(in crate::store) fn try_lock(path: &Path) -> io::Result<Option<LockFile>> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false).access_mode(GENERIC_READ | GENERIC_WRITE | DELETE);
    match options.share_mode(0).custom_flags(FILE_FLAG_DELETE_ON_CLOSE).open(path) {
        Ok(file) => Ok(Some(LockFile { _file: file })),
        Err(error) if is_busy(&error) || is_being_deleted() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether this thread's last call failed because the file is about to vanish, which its Win32 error (access denied)
/// does not tell.
fn is_being_deleted() -> bool {
    #[link(name = "ntdll")]
    unsafe extern "system" {
        fn RtlGetLastNtStatus() -> i32;
    }
    // SAFETY: reads a number of this thread; ntdll has had it since Windows XP.
    (unsafe { RtlGetLastNtStatus() }) == error::STATUS_DELETE_PENDING
}

/// Creates a file that does not exist. Who may read it is inherited from its folder.
pub(in crate::store) fn create(path: &Path, _private: bool) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// Creates a folder, with those above it that are missing, for the system, the administrators and its owner. A folder
/// that exists stays as it is.
pub(in crate::store) fn create_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() { Ok(()) } else { create_all(path, &Descriptor::parse(PRIVATE)?) }
}

fn create_all(path: &Path, access: &Descriptor) -> io::Result<()> {
    let created = match (access.create_folder(path), path.parent()) {
        (Err(error), Some(parent)) if error.kind() == io::ErrorKind::NotFound => {
            create_all(parent, access).and_then(|()| access.create_folder(path))
        }
        (created, _) => created,
    };
    // Another process may have been faster.
    created.or_else(|error| if path.is_dir() { Ok(()) } else { Err(error) })
}

/// A security descriptor in the system's memory, given back when dropped.
struct Descriptor(PSECURITY_DESCRIPTOR);

impl Descriptor {
    /// From its form as text.
    fn parse(text: &str) -> io::Result<Self> {
        let text = wide(OsStr::new(text));
        let mut descriptor = std::ptr::null_mut();
        // SAFETY: the text is terminated and live, the pointer is writable, and the length is not asked for.
        check(unsafe {
            ConvertStringSecurityDescriptorToSecurityDescriptorW(
                text.as_ptr(),
                SDDL_REVISION_1,
                &raw mut descriptor,
                std::ptr::null_mut(),
            )
        })?;
        Ok(Self(descriptor))
    }

    /// Creates a folder that has this descriptor from its first moment.
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        let length = u32::try_from(size_of::<SECURITY_ATTRIBUTES>()).map_err(io::Error::other)?;
        let attributes = SECURITY_ATTRIBUTES { nLength: length, lpSecurityDescriptor: self.0, bInheritHandle: 0 };
        let path = wide(path.as_os_str());
        // SAFETY: the name is terminated and live, and so are the attributes and the descriptor that they point to.
        check(unsafe { CreateDirectoryW(path.as_ptr(), &raw const attributes) })
    }
}

impl Drop for Descriptor {
    fn drop(&mut self) {
        // SAFETY: the system allocated the descriptor for us, and nobody else frees it.
        unsafe { LocalFree(self.0) };
    }
}

/// Nothing to do: [`swap`] keeps owner, access control list, attributes, streams and creation time.
#[allow(clippy::unnecessary_wraps, reason = "one signature for every system")]
pub(in crate::store) fn adopt(_: &File, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Puts `new` in the place of `target`, keeping all but the content of `target`. Inside, the system renames twice:
/// `target` to `old`, `new` to `target`. `old` is a name of ours, so that `recovery` recognises it if the process ends
/// between the two. An access control list that cannot be kept is an error.
pub(in crate::store) fn swap(new: &Path, target: &Path, old: &Path) -> io::Result<()> {
    let [new, target, old] = [new, target, old].map(|path| wide(path.as_os_str()));
    let nothing = std::ptr::null();
    // SAFETY: the three names are terminated and live; the reserved arguments are NULL as documented.
    check(unsafe { ReplaceFileW(target.as_ptr(), new.as_ptr(), old.as_ptr(), 0, nothing, nothing) })
}

/// Gives `new` the name `target`, which must be free.
pub(in crate::store) fn publish(new: &Path, target: &Path) -> io::Result<()> {
    let [new, target] = [new, target].map(|path| wide(path.as_os_str()));
    // SAFETY: both names are terminated and live.
    check(unsafe { MoveFileExW(new.as_ptr(), target.as_ptr(), MOVEFILE_WRITE_THROUGH) })
}

/// Nothing to do: NTFS journals its names.
#[allow(clippy::unnecessary_wraps, reason = "one signature for every system")]
pub(in crate::store) fn flush_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The account's name, of the thread if it impersonates somebody.
pub(in crate::store) fn user() -> String {
    let mut buffer = [0u16; 257];
    let mut length = 257;
    // SAFETY: the buffer is writable for the length given.
    let done = unsafe { GetUserNameW(buffer.as_mut_ptr(), &raw mut length) };
    text(done, &buffer)
}

/// The computer's name.
pub(in crate::store) fn computer() -> String {
    let mut buffer = [0u16; 257];
    let mut length = 257;
    // SAFETY: the buffer is writable for the length given.
    let done = unsafe { GetComputerNameW(buffer.as_mut_ptr(), &raw mut length) };
    text(done, &buffer)
}

/// Where services and programs of all accounts keep their data.
pub(in crate::store) fn state_folder() -> Option<PathBuf> {
    let data = std::env::var_os("ProgramData").map(PathBuf::from).filter(|path| path.is_absolute())?;
    Some(data.join(r"UcIntegration\Backups"))
}

/// Ends the process as a kill would: no destructor runs, nothing is flushed.
#[cfg(feature = "test-hooks")]
pub(in crate::store) fn die() -> ! {
    use windows_sys::Win32::System::Threading::{GetCurrentProcess, TerminateProcess};
    // SAFETY: the handle stands for this process and needs no closing.
    unsafe { TerminateProcess(GetCurrentProcess(), 137) };
    std::process::abort()
}

/// A name as the system takes it: UTF-16 with a terminating zero.
fn wide(name: &OsStr) -> Vec<u16> {
    name.encode_wide().chain([0]).collect()
}

/// What a call wrote, up to the terminating zero.
fn text(done: i32, buffer: &[u16]) -> String {
    let length = buffer.iter().position(|unit| *unit == 0).unwrap_or(buffer.len());
    if done == 0 { String::new() } else { String::from_utf16_lossy(&buffer[..length]) }
}

/// A call that returned zero has failed.
fn check(done: i32) -> io::Result<()> {
    if done == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbatim_and_plain_forms_are_inverse() {
        for (path, verbatim) in [
            (r"C:\a\web.config", r"\\?\C:\a\web.config"),
            (r"\\server\share\web.config", r"\\?\UNC\server\share\web.config"),
        ] {
            assert_eq!(native(Path::new(path)), Path::new(verbatim));
            assert_eq!(native(Path::new(verbatim)), Path::new(verbatim));
            assert_eq!(plain(Path::new(verbatim)), Path::new(path));
        }
        let volume = Path::new(r"\\?\Volume{1}\web.config");
        assert_eq!(plain(volume), volume, "has no plain form");
    }

    #[test]
    fn a_private_folder_is_for_three() {
        use windows_sys::Win32::Security::Authorization::ConvertSecurityDescriptorToStringSecurityDescriptorW as print;
        use windows_sys::Win32::Security::DACL_SECURITY_INFORMATION as ACCESS;
        let descriptor = Descriptor::parse(PRIVATE).unwrap();
        let (mut buffer, mut length) = (std::ptr::null_mut(), 0);
        // SAFETY: the descriptor is live and the pointers are writable.
        check(unsafe { print(descriptor.0, SDDL_REVISION_1, ACCESS, &raw mut buffer, &raw mut length) }).unwrap();
        // SAFETY: the system wrote that many units; they are given back after the last use.
        let units = unsafe { std::slice::from_raw_parts(buffer, length as usize) };
        assert_eq!(String::from_utf16_lossy(units).trim_end_matches('\0'), PRIVATE);
        // SAFETY: the system allocated it for us.
        unsafe { LocalFree(buffer.cast()) };
    }

    #[test]
    fn without_a_descriptor_there_is_no_folder() {
        assert!(Descriptor::parse("D:P(A;OICI;FA;;;nobody)").is_err());
    }

    #[test]
    fn folders_above_are_created_and_files_in_the_way_are_an_error() {
        let root = tempfile::tempdir().unwrap();
        let root = native(root.path());
        create_folder(&root.join("a").join("b")).unwrap();
        create_folder(&root.join("a").join("b")).unwrap();
        std::fs::write(root.join("file"), "").unwrap();
        assert!(create_folder(&root.join("file")).is_err());
        assert!(create_folder(&root.join("file").join("c")).is_err());
        assert!(create_folder(Path::new(r"\\?\Q:\none\none")).is_err(), "a drive that is not there");
    }

    #[test]
    fn names_are_compared_one_character_for_one() {
        assert_eq!(fold("wéb.ß.config"), "WÉB.ß.CONFIG");
    }

    #[test]
    fn a_lock_that_is_being_given_back_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false).access_mode(GENERIC_READ | GENERIC_WRITE | DELETE);
        let owner = options.custom_flags(FILE_FLAG_DELETE_ON_CLOSE).open(&path).unwrap();
        // A scanner that has the file open lets it live on, though its owner has closed it.
        let scanner = File::open(&path).unwrap();
        drop(owner);
        match File::open(&path) {
            Ok(_) => println!("not proven: Wine opens a file that is being deleted, Windows does not"),
            Err(error) => assert!(is_being_deleted(), "{error}"),
        }
        assert!(try_lock(&path).unwrap().is_none());
        drop(scanner);
        assert!(try_lock(&path).unwrap().is_some());
    }
}
