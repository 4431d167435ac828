//! Writers exclude each other, among threads and processes: of edits that each add one to a number in the file none
//! is lost. Readers need no lock and never see a file that is missing or torn.

use crate::support::site::{self, Site, number, plan, whole};
use std::process::Child;
use std::thread;
use uc_integration::error::Result;
use uc_integration::status::Status;
use uc_integration::store::{self, SIZE_LIMIT, Writer};

const PROCESSES: u64 = 2;
const THREADS: u64 = 8;
const EDITS: u64 = 6;

#[test]
fn child() {
    let Some((_, site)) = site::role() else { return };
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| (0..EDITS).for_each(|_| add_one_patiently(&site)));
        }
    });
}

fn add_one(site: &Site) -> Result<()> {
    let writer = Writer::open(&site.path(), SIZE_LIMIT)?;
    let present = number(&writer.source().bytes).expect("whole");
    let backups = site.backups();
    writer.replace(whole(present + 1).as_bytes(), &plan(Some(&backups))).map(drop)
}

/// A slow machine is no failure: who waited too long for the lock asks again.
fn add_one_patiently(site: &Site) {
    while let Err(error) = add_one(site) {
        assert_eq!(error.status(), Status::LockTimeout, "{error}");
    }
}

#[test]
fn no_edit_of_many_writers_is_lost() {
    let site = Site::new(whole(0));
    let mut writers: Vec<Child> = (0..PROCESSES).map(|_| site.child(module_path!(), "add").spawn().unwrap()).collect();
    let mut seen = 0;
    while writers.iter_mut().any(|writer| writer.try_wait().unwrap().is_none()) {
        let source = store::read(&site.path(), SIZE_LIMIT).expect("readers are never kept out");
        let now = number(&source.bytes).expect("readers see whole files");
        assert!(now >= seen, "{now} after {seen}");
        seen = now;
    }
    for mut writer in writers {
        assert!(writer.wait().unwrap().success());
    }
    let all = PROCESSES * THREADS * EDITS;
    assert_eq!(number(&site.content()), Some(all));
    assert_eq!(site.names(), ["web.config"], "no lock and no temporary file is left");
    assert_eq!(site.listing().backups.len() as u64, all, "every edit has its own backup");
    site.assert_backups_are_whole();
}
