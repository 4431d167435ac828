//! What can be wrong with a file, a folder, a disk or a path, one test each: the status that the caller gets, and that
//! the file, its folder and the backups are what they were.

use crate::support::site::{self, Site, edit, plan, text};
use std::fs;
use std::path::Path;
use uc_integration::status::Status;
use uc_integration::store::{self, SIZE_LIMIT, Writer, backup};

/// What children are asked to do.
#[test]
fn child() {
    let Some((role, site)) = site::role() else { return };
    match role.split_once(' ').unwrap_or((&role, "")) {
        ("hold", share) => {
            let _file = hold(&site.file(), share);
            site::ready_and_wait();
        }
        ("edit", expected) => match site.edit("new") {
            Ok(_) => assert_eq!(expected, "Ok"),
            Err(error) => assert_eq!(error.status().name(), expected, "{error}"),
        },
        ("edit-by-relative-path", _) => {
            let source = store::read("web.config", SIZE_LIMIT).unwrap();
            assert!(source.path.is_absolute() && source.path.ends_with("web.config"), "{:?}", source.path);
            edit("./web.config", &site.backups(), b"new").unwrap();
        }
        ("edit-with-the-usual-backup", _) => {
            Writer::open(&site.path(), SIZE_LIMIT).unwrap().replace(b"new", &plan(None)).unwrap();
        }
        _ => panic!("{role}"),
    }
}

/// Opens a file and, on Windows, shares it as the letters say (read, write, delete).
#[cfg(windows)]
fn hold(path: &Path, share: &str) -> fs::File {
    use std::os::windows::fs::OpenOptionsExt as _;
    let mode =
        [('r', 1), ('w', 2), ('d', 4)].iter().filter(|(letter, _)| share.contains(*letter)).map(|(_, bit)| bit).sum();
    fs::OpenOptions::new().read(true).share_mode(mode).open(path).unwrap()
}

#[cfg(unix)]
fn hold(path: &Path, _: &str) -> fs::File {
    fs::File::open(path).unwrap()
}

/// Everything is as it was before the edit that failed.
fn assert_untouched(site: &Site) {
    assert_eq!(site.content(), b"old");
    assert_eq!(site.names(), ["web.config"]);
    assert!(site.listing().backups.is_empty(), "a backup of nothing");
}

fn refused(site: &Site) -> Status {
    let error = site.edit("new").unwrap_err();
    assert!(!error.to_string().contains('{'), "a placeholder is not filled: {error}");
    assert_untouched(site);
    error.status()
}

fn read_status(path: &Path) -> Status {
    store::read(&text(path), SIZE_LIMIT).unwrap_err().status()
}

fn set_read_only(path: &Path, read_only: bool) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(read_only);
    fs::set_permissions(path, permissions).unwrap();
}

#[test]
fn a_read_only_file_is_read_but_not_replaced_even_by_root() {
    let site = Site::new("old");
    set_read_only(&site.file(), true);
    assert_eq!(refused(&site), Status::FileReadOnly);
    set_read_only(&site.file(), false);
    site.edit("new").unwrap();
}

#[cfg(windows)]
#[test]
fn a_file_that_another_process_keeps_to_itself_is_in_use() {
    let site = Site::new("old");
    for (share, is_readable) in [("", false), ("r", true), ("rw", true), ("rd", true)] {
        let mut holder = site.child(module_path!(), &format!("hold {share}")).spawn().unwrap();
        site::await_ready(&mut holder);
        let error = site.edit("new").unwrap_err();
        assert_eq!(error.status(), Status::FileInUse, "shares '{share}': {error}");
        assert_eq!(store::read(&site.path(), SIZE_LIMIT).is_ok(), is_readable, "shares '{share}'");
        site::kill(holder);
        assert_untouched(&site);
    }
    site.assert_the_next_edit_works();
}

#[test]
fn a_file_that_another_process_shares_is_replaced() {
    let site = Site::new("old");
    let mut holder = site.child(module_path!(), "hold rwd").spawn().unwrap();
    site::await_ready(&mut holder);
    site.edit("new").unwrap();
    site::kill(holder);
    assert_eq!(site.content(), b"new");
    site.assert_the_next_edit_works();
}

/// Root may write everything, so as root the edit is that of a child with another account; otherwise the folder is
/// closed to ourselves.
#[cfg(unix)]
#[test]
fn without_the_right_to_write_access_is_denied() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;
    let site = Site::new("old");
    let set_mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let as_nobody = |command: &mut std::process::Command| {
        if fs::metadata(site.folder()).unwrap().uid() == 0 {
            command.uid(65534).gid(65534);
        }
    };
    set_mode(site.folder(), 0o777);
    set_mode(&site.web(), 0o555);
    site.run(module_path!(), "edit AccessDenied", as_nobody);
    assert_untouched(&site);

    // A folder that may be written is not enough: the file is another's, or closed to its own account.
    set_mode(&site.web(), 0o777);
    if std::os::unix::fs::chown(site.file(), Some(65534), Some(65534)).is_err() {
        println!("not proven without root: files of other accounts");
        return;
    }
    set_mode(&site.file(), 0o464);
    site.run(module_path!(), "edit AccessDenied", as_nobody);
    std::os::unix::fs::chown(site.file(), Some(0), Some(0)).unwrap();
    set_mode(&site.file(), 0o644);
    site.run(module_path!(), "edit AccessDenied", as_nobody);
    assert_untouched(&site);
}

/// A killed writer may have had another account than the next one.
#[cfg(unix)]
#[test]
fn the_lock_file_of_another_account_is_taken_over() {
    use std::os::unix::fs::{PermissionsExt as _, chown};
    use std::os::unix::process::CommandExt as _;
    let site = Site::new("old");
    let lock = site.web().join(".web.config.uc-lock");
    fs::write(&lock, "").unwrap();
    for path in [site.folder(), &site.web()] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o777)).unwrap();
    }
    if chown(site.file(), Some(65534), Some(65534)).is_err() {
        println!("not proven without root: a lock file of another account");
        return;
    }
    site.run(module_path!(), "edit Ok", |child| {
        child.uid(65534).gid(65534);
    });
    assert_eq!(site.names(), ["web.config"]);
}

/// Each step of an edit fails with an error that a test could hardly bring about at that moment.
#[cfg(feature = "test-hooks")]
#[test]
fn an_error_at_any_step_leaves_everything_as_it_was() {
    use store::FailPoint;
    let (disk_full, denied, io_error) = if cfg!(windows) { (112, 5, 1117) } else { (28, 13, 5) };
    for step in FailPoint::ALL {
        let is_backup = matches!(
            step,
            FailPoint::BackupFolder | FailPoint::BackupContent | FailPoint::BackupManifest | FailPoint::BackupName
        );
        let is_done = matches!(step, FailPoint::FolderFlush | FailPoint::Prune | FailPoint::Unlock);
        for (code, expected) in [(disk_full, "DiskFull"), (denied, "AccessDenied"), (io_error, "FileFailed")] {
            let expected = match (is_done, is_backup, expected) {
                (true, ..) => "Ok",
                (_, true, "AccessDenied" | "FileFailed") => "BackupDirectoryUnavailable",
                _ => expected,
            };
            let site = Site::new("old");
            site.run(module_path!(), &format!("edit {expected}"), |child| {
                child.env("UC_STORE_FAIL_AT", format!("{}:{code}", step.name()));
            });
            if is_done {
                assert_eq!(site.content(), b"new", "{step:?}");
            } else {
                assert_untouched(&site);
            }
            site.assert_the_next_edit_works();
        }
    }
}

/// A disk of 256 KiB, unmounted when dropped.
#[cfg(target_os = "linux")]
struct SmallDisk(std::path::PathBuf);

#[cfg(target_os = "linux")]
impl SmallDisk {
    fn mount(at: &Path) -> Option<Self> {
        let mut mount = std::process::Command::new("mount");
        let mounted = mount.args(["-t", "tmpfs", "-o", "size=256k", "none"]).arg(at).output();
        mounted.is_ok_and(|output| output.status.success()).then(|| Self(at.to_owned()))
    }
}

#[cfg(target_os = "linux")]
impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(&self.0).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_file() {
    let site = Site::new("elsewhere");
    let Some(_disk) = SmallDisk::mount(&site.web()) else {
        println!("not proven: this account mounts no disk (the same error is brought about by test-hooks)");
        return;
    };
    fs::write(site.file(), "old").unwrap();
    let error = site.edit("x".repeat(500_000)).unwrap_err();
    assert_eq!(error.status(), Status::DiskFull, "{error}");
    assert_untouched(&site);
    site.assert_the_next_edit_works();
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_for_backups_means_no_edit() {
    let content = "o".repeat(500_000);
    let site = Site::new(&content);
    fs::create_dir(site.backups()).unwrap();
    let Some(_disk) = SmallDisk::mount(&site.backups()) else {
        println!("not proven: this account mounts no disk (the same error is brought about by test-hooks)");
        return;
    };
    let error = site.edit("new").unwrap_err();
    assert_eq!(error.status(), Status::DiskFull, "{error}");
    assert!(error.to_string().contains("backups"), "names the disk that is full: {error}");
    assert_eq!(site.content(), content.as_bytes());
    for folder in site::names(&site.backups()) {
        assert!(site::names(&site.backups().join(folder)).is_empty(), "half a backup is left");
    }
}

#[test]
fn paths_over_260_characters_are_edited_backed_up_and_restored() {
    let site = Site::new("old");
    let deep = (0..6).fold(site.web(), |path, _| path.join("d".repeat(60)));
    fs::create_dir_all(&deep).unwrap();
    let file = deep.join("web.config");
    fs::write(&file, "old").unwrap();
    let (path, backups) = (text(&file), deep.join("backups"));
    assert!(path.len() > 260 && !path.starts_with(r"\\?\"));

    let id = edit(&path, &backups, b"new").unwrap().backup_id.unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"new");
    let source = store::read(&path, SIZE_LIMIT).unwrap();
    assert!(!text(&source.path).starts_with(r"\\?\"), "people see the plain form: {:?}", source.path);
    let (_, content) = backup::find(Some(&backups), &path, &id).unwrap();
    assert_eq!(content, b"old");
}

#[test]
fn a_name_that_is_too_long_for_the_system_is_refused() {
    let site = Site::new("old");
    let status = read_status(&site.web().join("n".repeat(300)));
    // Windows says either that the name is invalid or that there is no such file.
    let expected: &[Status] = if cfg!(windows) {
        &[Status::PathInvalid, Status::FileNotFound, Status::PathTooLong]
    } else {
        &[Status::PathTooLong]
    };
    assert!(expected.contains(&status), "{status:?}");
}

/// The first share that leads to a local folder: this machine's administrative share on Windows. Wine has none, but
/// maps UNC paths to a folder of its prefix, where the test makes one; there only the form of the path is proven.
#[cfg(windows)]
fn a_share() -> Option<tempfile::TempDir> {
    let temp = std::env::temp_dir();
    let mut candidates = vec![Path::new(r"\\localhost").join(text(&temp).replacen(':', "$", 1))];
    if let Ok(prefix) = std::env::var("WINEPREFIX") {
        let share = Path::new(r"Z:\")
            .join(prefix.replace('/', r"\").trim_start_matches('\\'))
            .join(r"dosdevices\unc\localhost\uc");
        let _ = fs::create_dir_all(share);
        candidates.push(r"\\localhost\uc".into());
    }
    candidates.iter().find_map(|candidate| tempfile::tempdir_in(candidate).ok())
}

#[cfg(windows)]
#[test]
fn unc_paths_are_edited_and_shown_as_such() {
    let Some(folder) = a_share() else {
        println!("not proven: no share of this machine can be written");
        return;
    };
    let file = folder.path().join("web.config");
    fs::write(&file, "old").unwrap();
    assert!(text(&file).starts_with(r"\\localhost\"), "{file:?}");
    let backups = folder.path().join("backups");
    let id = edit(&text(&file), &backups, b"new").unwrap().backup_id.unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"new");
    let source = store::read(&text(&file), SIZE_LIMIT).unwrap();
    assert!(!text(&source.path).starts_with(r"\\?\"), "{:?}", source.path);
    assert_eq!(backup::find(Some(&backups), &text(&file), &id).unwrap().1, b"old");
    println!("UNC: {} resolved to {}", text(&file), text(&source.path));
}

#[cfg(windows)]
#[test]
fn the_verbatim_form_of_a_path_is_the_same_file() {
    let site = Site::new("old");
    let verbatim = format!(r"\\?\{}", site.path());
    let id = edit(&verbatim, &site.backups(), b"new").unwrap().backup_id.unwrap();
    assert_eq!(site.content(), b"new");
    assert_eq!(site.listing().backups[0].manifest.id, id, "listed under the plain form");
}

#[test]
fn a_relative_path_starts_at_the_folder_of_the_process() {
    let site = Site::new("old");
    site.run(module_path!(), "edit-by-relative-path", |child| {
        child.current_dir(site.web());
    });
    assert_eq!(site.content(), b"new");
    assert_eq!(site.listing().backups.len(), 1, "under the same file as by the absolute path");
}

#[test]
fn the_target_of_a_link_is_replaced_and_the_link_stays() {
    let site = Site::new("old");
    let link = site.folder().join("link.config");
    #[cfg(unix)]
    let linked = std::os::unix::fs::symlink("web/web.config", &link);
    #[cfg(windows)]
    let linked = std::os::windows::fs::symlink_file(site.file(), &link);
    // Wine says that it made a link, and makes none.
    if linked.is_err() || !link.exists() {
        println!("not proven: this system lets this account make no symbolic link ({linked:?})");
        return;
    }
    edit(&text(&link), &site.backups(), b"new").unwrap();
    assert_eq!(site.content(), b"new");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(site.listing().backups.len(), 1, "under the target's own path");
    assert_eq!(
        store::read(&text(&link), SIZE_LIMIT).unwrap().path,
        store::read(&site.path(), SIZE_LIMIT).unwrap().path
    );
}

#[test]
fn folders_and_missing_files_have_their_own_status() {
    let site = Site::new("old");
    assert_eq!(read_status(&site.web()), Status::NotAFile);
    assert_eq!(read_status(&site.web().join("other.config")), Status::FileNotFound);
    assert_eq!(read_status(&site.folder().join("none").join("web.config")), Status::DirectoryNotFound);
    assert_eq!(read_status(&site.file().join("web.config")), Status::DirectoryNotFound);
    assert_eq!(site.names(), ["web.config"], "looking leaves nothing");
}

#[cfg(unix)]
#[test]
fn a_device_and_a_pipe_are_no_files() {
    assert_eq!(read_status(Path::new("/dev/null")), Status::NotAFile);
    let site = Site::new("old");
    let pipe = site.web().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(read_status(&pipe), Status::NotAFile);
}

#[test]
fn a_missing_backup_folder_is_made() {
    let site = Site::new("old");
    let deep = site.backups().join("a").join("b");
    edit(&site.path(), &deep, b"new").unwrap();
    assert_eq!(backup::list(Some(&deep), None).unwrap().backups.len(), 1);
}

#[test]
fn a_backup_folder_that_cannot_be_written_means_no_edit() {
    let site = Site::new("old");
    fs::write(site.backups(), "a file in the way").unwrap();
    let error = site.edit("new").unwrap_err();
    assert_eq!(error.status(), Status::BackupDirectoryUnavailable);
    assert!(error.path().is_some_and(|path| path.starts_with(&text(&site.backups()))), "{error}");
    assert_eq!((site.content(), site.names()), (b"old".to_vec(), vec!["web.config".to_owned()]));
}

#[test]
fn backups_go_to_the_usual_place_or_where_the_environment_says() {
    let site = Site::new("old");
    let (usual, named) = (site.folder().join("usual"), site.folder().join("named"));
    let below = if cfg!(windows) { r"UcIntegration\Backups" } else { "uc-integration/backups" };
    site.run(module_path!(), "edit-with-the-usual-backup", |child| {
        child.env("XDG_STATE_HOME", &usual).env("ProgramData", &usual);
    });
    let in_folder = |folder: &Path| backup::list(Some(folder), Some(&site.path())).unwrap().backups.len();
    assert_eq!(in_folder(&usual.join(below)), 1);
    site.run(module_path!(), "edit-with-the-usual-backup", |child| {
        child.env("XDG_STATE_HOME", &usual).env("ProgramData", &usual).env("UC_BACKUP_DIRECTORY", &named);
    });
    assert_eq!((in_folder(&usual.join(below)), in_folder(&named)), (1, 1));
}
