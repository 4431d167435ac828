//! `uc_config_apply` as a dry run: the first line is the request, the rest the file, which must stay as it is.
#![no_main]

use std::sync::LazyLock;
use uc_fuzz::{Place, answer, first_line};
use uc_integration::api::config::ApplyRequest;
use uc_integration::status::Status;

static PLACE: LazyLock<Place> = LazyLock::new(Place::new);

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (request, file) = first_line(data);
    PLACE.put(file);
    let answer = answer::<ApplyRequest>(request, |fields| {
        fields.insert("path".into(), PLACE.file().to_string_lossy().into());
        fields.insert("dryRun".into(), true.into());
    });
    assert_eq!(PLACE.content(), file, "a dry run writes nothing");
    if let Some((Status::Ok, response)) = answer {
        let differs = response["sha256Before"] != response["sha256After"];
        assert_eq!(response["changed"], differs, "{response}");
        assert_eq!(response["diff"] != "", differs, "{response}");
    }
});
