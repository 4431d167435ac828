//! `uc_config_read`: the first line is the request, the rest the file.
#![no_main]

use std::sync::LazyLock;
use uc_fuzz::{Place, answer, first_line};
use uc_integration::api::config::ReadRequest;

static PLACE: LazyLock<Place> = LazyLock::new(Place::new);

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (request, file) = first_line(data);
    PLACE.put(file);
    answer::<ReadRequest>(request, |fields| {
        fields.insert("path".into(), PLACE.file().to_string_lossy().into());
    });
});
