//! What Windows keeps beside a file's bytes: who may read the backups, and all of the file but its content (access
//! rights, attributes, times, streams). Wine keeps only a part of it; a test then proves that part, and says which
//! part of it is not proven.

use crate::support::read;
use crate::support::site::{self, Site, edit, text};
use std::fs::{self, OpenOptions};
use std::os::windows::ffi::OsStrExt as _;
use std::os::windows::fs::{FileTimesExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use windows_sys::Win32::Foundation::{GetLastError, LocalFree};
use windows_sys::Win32::Security::Authorization::{
    ConvertSecurityDescriptorToStringSecurityDescriptorW, ConvertStringSecurityDescriptorToSecurityDescriptorW,
    SDDL_REVISION_1,
};
use windows_sys::Win32::Security::{DACL_SECURITY_INFORMATION, GetFileSecurityW, SetFileSecurityW};
use windows_sys::Win32::Storage::FileSystem::{
    FILE_ATTRIBUTE_ARCHIVE, FILE_ATTRIBUTE_HIDDEN, FILE_ATTRIBUTE_SYSTEM, SetFileAttributesW,
};
use windows_sys::Win32::System::LibraryLoader::{GetModuleHandleW, GetProcAddress};

const PRIVATE: &str = "(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;OW)";
const INHERITED: &str = "(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;OW)";

fn wide(text: impl AsRef<std::ffi::OsStr>) -> Vec<u16> {
    text.as_ref().encode_wide().chain([0]).collect()
}

fn is_wine() -> bool {
    // SAFETY: both names are terminated; ntdll is part of every process.
    unsafe { GetProcAddress(GetModuleHandleW(wide("ntdll").as_ptr()), c"wine_get_version".as_ptr().cast()) }.is_some()
}

/// What Windows must do and Wine may not be able to.
fn expect(what: &str, is: &str, wanted: &str) {
    if is == wanted {
        println!("proven: {what}: {is}");
    } else {
        assert!(is_wine(), "{what}: {is}, not {wanted}");
        println!("not proven: {what}: Wine gives {is}, not {wanted}");
    }
}

/// The access control list, as text.
fn access(path: &Path) -> String {
    let name = wide(path);
    let mut descriptor = vec![0u64; 1024];
    let (mut needed, mut buffer) = (0, std::ptr::null_mut());
    // SAFETY: the name is terminated, the buffers are writable for the lengths given, and the text that the system
    // allocates is given back after its last use.
    unsafe {
        let got = GetFileSecurityW(
            name.as_ptr(),
            DACL_SECURITY_INFORMATION,
            descriptor.as_mut_ptr().cast(),
            8192,
            &raw mut needed,
        );
        assert_ne!(got, 0, "{path:?}: error {}", GetLastError());
        let printed = ConvertSecurityDescriptorToStringSecurityDescriptorW(
            descriptor.as_mut_ptr().cast(),
            SDDL_REVISION_1,
            DACL_SECURITY_INFORMATION,
            &raw mut buffer,
            std::ptr::null_mut(),
        );
        assert_ne!(printed, 0, "{path:?}: error {}", GetLastError());
        let length = (0..).take_while(|at| *buffer.add(*at) != 0).count();
        let text = String::from_utf16_lossy(std::slice::from_raw_parts(buffer, length));
        LocalFree(buffer.cast());
        text
    }
}

fn set_access(path: &Path, list: &str) {
    let (name, list) = (wide(path), wide(list));
    let mut descriptor = std::ptr::null_mut();
    // SAFETY: the texts are terminated, and the descriptor is given back after its last use.
    unsafe {
        let parsed = ConvertStringSecurityDescriptorToSecurityDescriptorW(
            list.as_ptr(),
            SDDL_REVISION_1,
            &raw mut descriptor,
            std::ptr::null_mut(),
        );
        assert_ne!(parsed, 0, "error {}", GetLastError());
        let set = SetFileSecurityW(name.as_ptr(), DACL_SECURITY_INFORMATION, descriptor);
        LocalFree(descriptor);
        assert_ne!(set, 0, "{path:?}: error {}", GetLastError());
    }
}

/// The entries of a list without its flags, which say only where the entries come from.
fn entries(list: &str) -> &str {
    list.find('(').map_or("", |start| &list[start..])
}

/// Every account (WD), the users (BU), those who logged on (AU) and guests (BG) are not in the list.
fn assert_closed_to_others(path: &Path) {
    let list = access(path);
    for group in ["WD", "BU", "AU", "BG", "S-1-1-0", "S-1-5-11", "S-1-5-32-545"] {
        assert!(!list.contains(&format!(";{group})")), "{path:?} is open to {group}: {list}");
    }
}

fn only_entry(folder: &Path) -> PathBuf {
    let [name] = site::names(folder).try_into().unwrap();
    folder.join(name)
}

/// A folder that every account may read, as those below `%ProgramData%` are.
fn open_folder(path: PathBuf) -> PathBuf {
    fs::create_dir(&path).unwrap();
    set_access(&path, "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;OW)(A;OICI;0x1200a9;;;WD)");
    assert!(access(&path).contains(";WD)"), "the test needs an open folder: {}", access(&path));
    path
}

#[test]
fn devices_and_streams_are_refused() {
    let refusal = |path: &str| read(Path::new(path)).unwrap_err()["name"].clone();
    assert_eq!(refusal("NUL"), "NotAFile");
    assert_eq!(refusal(r"\\.\C:"), "NotAFile");
    assert_eq!(refusal(r"C:\web.config:stream"), "PathInvalid");
}

#[test]
fn another_case_is_the_same_file_with_the_same_backups() {
    let site = Site::new("old");
    let backups = site.backups();
    edit(&site.path().to_lowercase(), &backups, b"new").unwrap();
    let of_file = only_entry(&backups);
    edit(&site.path().to_uppercase(), &backups, b"newer").unwrap();
    assert_eq!(only_entry(&backups), of_file);
}

#[test]
fn the_folders_that_an_edit_makes_are_closed_to_others() {
    let site = Site::new("old");
    let backups = open_folder(site.folder().join("data")).join("UcIntegration").join("Backups");
    edit(&site.path(), &backups, b"new").unwrap();
    let of_file = only_entry(&backups);
    for folder in [backups.parent().unwrap(), &backups, &of_file] {
        assert_closed_to_others(folder);
    }
    println!("proven: the folders are closed to accounts that may read the folder above");
    let list = access(&of_file);
    expect("the list of a new folder", entries(&list), PRIVATE);
    expect("a new folder inherits nothing", &list[..3], "D:P");
    for name in site::names(&of_file) {
        expect("the list of a backup's file", entries(&access(&of_file.join(name))), INHERITED);
    }
}

#[test]
fn a_folder_that_exists_keeps_its_list_and_what_is_made_in_it_is_closed() {
    let site = Site::new("old");
    let backups = open_folder(site.backups());
    let before = access(&backups);
    edit(&site.path(), &backups, b"new").unwrap();
    assert_eq!(access(&backups), before);
    let of_file = only_entry(&backups);
    assert_closed_to_others(&of_file);

    // An administrator lets others read the backups of this file.
    set_access(&of_file, "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;OW)(A;OICI;0x1200a9;;;WD)");
    let before = access(&of_file);
    edit(&site.path(), &backups, b"newer").unwrap();
    assert_eq!(access(&of_file), before);
}

#[test]
fn a_replaced_file_keeps_its_access_control_list() {
    let site = Site::new("old");
    let file = site.file();
    // An administrator lets network services read the file.
    let wanted = "(A;;FA;;;SY)(A;;FA;;;BA)(A;;FA;;;OW)(A;;0x1200a9;;;NS)";
    set_access(&file, &format!("D:P{wanted}"));
    let before = access(&file);
    expect("a list can be set", entries(&before), wanted);
    site.edit("new").unwrap();
    expect("that list after the edit", entries(&access(&file)), entries(&before));
}

#[test]
fn a_replaced_file_keeps_its_attributes() {
    let site = Site::new("old");
    let wanted = FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM | FILE_ATTRIBUTE_ARCHIVE;
    let name = wide(site.file());
    // SAFETY: the name is terminated and live.
    assert_ne!(unsafe { SetFileAttributesW(name.as_ptr(), wanted) }, 0);
    let attributes = || fs::metadata(site.file()).unwrap().file_attributes();
    let before = attributes();
    expect("hidden, system and archive can be set", &format!("{before:#x}"), &format!("{wanted:#x}"));
    site.edit("new").unwrap();
    expect("the attributes after the edit", &format!("{:#x}", attributes()), &format!("{before:#x}"));
}

#[test]
fn a_replaced_file_keeps_its_creation_time() {
    let site = Site::new("old");
    let wanted = SystemTime::UNIX_EPOCH + Duration::from_secs(1_400_000_000);
    let file = OpenOptions::new().write(true).open(site.file()).unwrap();
    file.set_times(fs::FileTimes::new().set_created(wanted)).unwrap();
    drop(file);
    let created = || format!("{:?}", fs::metadata(site.file()).unwrap().created().unwrap());
    expect("a creation time can be set", &created(), &format!("{wanted:?}"));
    let before = created();
    site.edit("new").unwrap();
    expect("the creation time after the edit", &created(), &before);
}

#[test]
fn a_replaced_file_keeps_its_streams() {
    let site = Site::new("old");
    let stream = PathBuf::from(format!("{}:zone", text(&site.file())));
    let written = fs::write(&stream, "[ZoneTransfer]");
    // Wine refuses the name or, worse, makes a file of it.
    if written.is_err() || site.names() != ["web.config"] {
        assert!(is_wine(), "{written:?} {:?}", site.names());
        println!("not proven: streams: Wine has none ({written:?}, {:?})", site.names());
        return;
    }
    site.edit("new").unwrap();
    expect("a stream after the edit", &fs::read_to_string(&stream).unwrap_or_default(), "[ZoneTransfer]");
}
