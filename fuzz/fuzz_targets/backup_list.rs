//! `uc_backup_list`: the first line is the request, the rest the manifest of a backup.
#![no_main]

use std::sync::LazyLock;
use uc_fuzz::{Place, answer, first_line};
use uc_integration::api::backup::ListRequest;
use uc_integration::status::Status;

static PLACE: LazyLock<Place> = LazyLock::new(Place::new);

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (request, manifest) = first_line(data);
    PLACE.put_backup(manifest);
    let answer = answer::<ListRequest>(request, |fields| {
        fields.insert("path".into(), PLACE.file().to_string_lossy().into());
        fields.insert("directory".into(), PLACE.backups().to_string_lossy().into());
    });
    if let Some((Status::Ok, response)) = answer {
        let count = |name: &str| response[name].as_array().map_or(0, Vec::len);
        assert!(count("backups") + count("problems") <= 1, "{response}");
    }
});
