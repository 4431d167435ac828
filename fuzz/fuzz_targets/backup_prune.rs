//! `uc_backup_prune`: the first line is the request, the rest the manifest of a backup. The file itself is not touched.
#![no_main]

use std::sync::LazyLock;
use uc_fuzz::{Place, answer, first_line};
use uc_integration::api::backup::PruneRequest;

static PLACE: LazyLock<Place> = LazyLock::new(Place::new);

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (request, manifest) = first_line(data);
    PLACE.put_backup(manifest);
    let before = PLACE.content();
    answer::<PruneRequest>(request, |fields| {
        fields.insert("path".into(), PLACE.file().to_string_lossy().into());
        fields.insert("directory".into(), PLACE.backups().to_string_lossy().into());
    });
    assert_eq!(PLACE.content(), before);
});
