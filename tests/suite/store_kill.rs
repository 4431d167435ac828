//! Whenever the process that edits is killed, the file is the old one or the new one, whole; every backup that is
//! listed is whole; and the next edit works and clears what the killed one left.

use crate::support::site::{self, Site, kill, number, whole};
use std::fs;
use std::io::ErrorKind;
use std::time::Duration;
use uc_integration::store;

/// How many processes are killed at a random moment.
const KILLS: u64 = 40;

#[test]
fn child() {
    let Some((role, site)) = site::role() else { return };
    match role.as_str() {
        "edit" => drop(site.edit(whole(2)).unwrap()),
        "edit for ever" => {
            for number in 2.. {
                site.edit(whole(number)).unwrap();
            }
        }
        _ => panic!("{role}"),
    }
}

#[cfg(feature = "test-hooks")]
#[test]
fn a_kill_at_any_step_leaves_one_whole_file() {
    use store::FailPoint;
    for step in FailPoint::ALL {
        let site = Site::new(whole(1));
        let mut child = site.child(module_path!(), "edit").env("UC_STORE_STOP_AT", step.name()).spawn().unwrap();
        assert!(!child.wait().unwrap().success(), "{step:?} is no step of an edit");

        let is_done = matches!(step, FailPoint::FolderFlush | FailPoint::Prune | FailPoint::Unlock);
        assert_eq!(number(&site.content()), Some(if is_done { 2 } else { 1 }), "{step:?}");
        site.assert_backups_are_whole();
        let has_backup = !site.listing().backups.is_empty();
        let backup_is_first = FailPoint::ALL.iter().position(|other| other == step)
            <= FailPoint::ALL.iter().position(|other| *other == FailPoint::BackupName);
        assert_eq!(has_backup, !backup_is_first, "{step:?}");
        site.assert_the_next_edit_works();
    }
}

#[test]
fn a_kill_at_any_moment_leaves_one_whole_file() {
    let mut nameless = 0;
    for round in 0..KILLS {
        let site = Site::new(whole(1));
        let mut child = site.child(module_path!(), "edit for ever").spawn().unwrap();
        while fs::read(site.file()).is_ok_and(|content| number(&content) == Some(1)) {
            assert!(child.try_wait().unwrap().is_none(), "the child ended");
            std::thread::sleep(Duration::from_millis(1));
        }
        // Spread over some edits; the exact moment is left to the system's scheduler.
        std::thread::sleep(Duration::from_micros(round * 797 % 20_000));
        kill(child);

        match fs::read(site.file()) {
            Ok(content) => assert!(number(&content).is_some(), "round {round}: torn"),
            // Windows replaces a file by two renames; between them reading gives the old content its name back.
            Err(error) if cfg!(windows) && error.kind() == ErrorKind::NotFound => nameless += 1,
            Err(error) => panic!("round {round}: {error}"),
        }
        let source = store::read(&site.path(), store::SIZE_LIMIT).unwrap();
        assert!(number(&source.bytes).is_some_and(|number| number >= 1), "round {round}: torn");
        site.assert_backups_are_whole();
        site.assert_the_next_edit_works();
    }
    println!("{KILLS} processes killed, {nameless} of them between the two renames of Windows");
}
