//! `uc_backup_restore`: the first line is the request, the rest the manifest of the backup `fuzzed`. The file is what it
//! was, or the whole content of the backup.
#![no_main]

use std::sync::LazyLock;
use uc_fuzz::{Place, answer, first_line};
use uc_integration::api::backup::RestoreRequest;
use uc_integration::status::Status;

static PLACE: LazyLock<Place> = LazyLock::new(Place::new);

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (request, manifest) = first_line(data);
    PLACE.put_backup(manifest);
    let before = PLACE.content();
    let answer = answer::<RestoreRequest>(request, |fields| {
        fields.insert("path".into(), PLACE.file().to_string_lossy().into());
        fields.insert("directory".into(), PLACE.backups().to_string_lossy().into());
    });
    let after = PLACE.content();
    match answer {
        Some((Status::Ok, response)) if response["dryRun"] == false => assert_eq!(after, b"<configuration/>"),
        _ => assert_eq!(after, before),
    }
});
