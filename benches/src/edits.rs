//! Our own edits: in memory, and of files with and without backup and flush. Each try begins with the original file.

use crate::contest::{Entrant, timed, tries};
use crate::documents::Sample;
use crate::{Result, program};
use serde_json::json;
use std::fs::{self, File};
use std::path::Path;
use uc_integration::api::{self, config::ApplyRequest};
use uc_integration::config::Document;
use uc_integration::config::change::{self, Change};
use uc_integration::status::Status;
use uc_integration::store::{Operation, Replace, SIZE_LIMIT, Writer};

/// What every key is set to.
pub(crate) const VALUE: &str = "measured";

/// The ways to edit that are ours. The first is the edit in memory, the second the edit of a file as users get it.
pub(crate) fn entrants<'a>(sample: &'a Sample, key: &'a str, folder: &'a Path) -> Vec<Entrant<'a>> {
    let (in_memory, files) = (sample.tries.0, sample.tries.0.min(15));
    vec![
        Entrant::new("ours, in memory", move || tries(in_memory, || timed(|| in_memory_once(&sample.bytes, key)))),
        Entrant::new("ours, file, backup and flush", move || by_request(sample, key, folder, true, files)),
        Entrant::new("ours, file, flush, no backup", move || by_request(sample, key, folder, false, files)),
        Entrant::new("ours, file, no backup, no flush", move || {
            let copy = folder.join("unflushed.config");
            tries(files, || {
                place(&copy, &sample.bytes)?;
                timed(|| by_store(&copy, key))
            })
        }),
        // What the disk alone takes, to check the rows with flush: an edit with a backup flushes five times.
        Entrant::new("nothing but one write and one flush", move || {
            let copy = folder.join("bare.config");
            tries(files, || timed(|| place(&copy, &sample.bytes)))
        }),
    ]
}

/// Decodes, scans, changes and splices.
pub(crate) fn in_memory_once(bytes: &[u8], key: &str) -> Result<Vec<u8>> {
    let document = Document::parse(bytes).map_err(|error| error.to_string())?;
    let changes = [Change::Set { key: key.to_owned(), value: VALUE.to_owned() }];
    change::apply(&document, "", &changes).map(|changed| changed.bytes).map_err(|error| error.to_string())
}

/// `uc-bench edit`: one edit of a file, as a process.
pub(crate) fn once(file: &str, key: &str, value: &str) -> Result<()> {
    request(Path::new(file), key, value, None)
}

fn by_request(sample: &Sample, key: &str, folder: &Path, backup: bool, count: usize) -> Result<f64> {
    let copy = folder.join("flushed.config");
    let backups = folder.join("backups");
    let directory = backup.then_some(backups.as_path());
    tries(count, || {
        place(&copy, &sample.bytes)?;
        timed(|| request(&copy, key, VALUE, directory))
    })
}

/// One edit through the request interface.
pub(crate) fn request(file: &Path, key: &str, value: &str, backups: Option<&Path>) -> Result<()> {
    let backup = json!({ "enabled": backups.is_some(), "directory": backups, "keep": 2 });
    let changes = json!([{ "op": "set", "key": key, "value": value }]);
    let request = json!({ "path": file, "changes": changes, "backup": backup }).to_string();
    match api::dispatch::<ApplyRequest>(request.as_bytes()) {
        (Status::Ok, _) => Ok(()),
        (_, response) => Err(String::from_utf8_lossy(&response).into_owned()),
    }
}

fn by_store(file: &Path, key: &str) -> Result<()> {
    let path = file.to_str().ok_or("the path is not Unicode")?;
    let writer = Writer::open(path, SIZE_LIMIT).map_err(|error| error.to_string())?;
    let bytes = in_memory_once(&writer.source().bytes, key)?;
    let plan = Replace { backup: None, operation: Operation::Edit, reason: None, flush: false };
    writer.replace(&bytes, &plan).map(drop).map_err(|error| error.to_string())
}

/// Writes the original, and waits for the disk so that this is not counted with the edit.
pub(crate) fn place(copy: &Path, bytes: &[u8]) -> Result<()> {
    let written = fs::write(copy, bytes).and_then(|()| File::open(copy)?.sync_all());
    written.map_err(|error| format!("{}: {error}", copy.display()))
}

/// How long this program takes for one edit, start and end included.
pub(crate) fn as_process(sample: &Sample, key: &str, folder: &Path) -> Result<f64> {
    let copy = folder.join("process.config");
    place(&copy, &sample.bytes)?;
    let path = copy.to_string_lossy().into_owned();
    program::run_time(&mut program::own(&["edit", &path, key, VALUE])?, folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_makes_the_same_edit() {
        let folder = tempfile::tempdir().unwrap();
        let original = b"<configuration><appSettings><add key='a' value='b'/></appSettings></configuration>";
        let expected = in_memory_once(original, "a").unwrap();
        assert!(String::from_utf8_lossy(&expected).contains("value='measured'"));
        let copy = folder.path().join("web.config");
        place(&copy, original).unwrap();
        request(&copy, "a", VALUE, Some(&folder.path().join("backups"))).unwrap();
        assert_eq!(fs::read(&copy).unwrap(), expected);
        place(&copy, original).unwrap();
        by_store(&copy, "a").unwrap();
        assert_eq!(fs::read(&copy).unwrap(), expected);
    }
}
