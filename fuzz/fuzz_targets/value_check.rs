//! `uc_value_check`: the first line is the kind, the rest the value. A value that is valid is still valid when it is
//! written in its normalised form, which then stays as it is.
#![no_main]

use serde_json::{Value, json};
use uc_fuzz::{answer, first_line};
use uc_integration::api::value::ValueCheck;
use uc_integration::status::Status;

fn check(kind: &str, value: &str) -> Option<Value> {
    let request = json!({ "kind": kind, "value": value }).to_string();
    match answer::<ValueCheck>(request.as_bytes(), |_| {}) {
        Some((Status::Ok, response)) => Some(response),
        _ => None,
    }
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (kind, value) = first_line(data);
    let (Ok(kind), Ok(value)) = (std::str::from_utf8(kind), std::str::from_utf8(value)) else { return };
    let Some(first) = check(kind, value) else { return };
    assert_eq!(first["valid"] == true, first["normalized"].is_string(), "{first}");
    if let Some(normalized) = first["normalized"].as_str() {
        let second = check(kind, normalized).expect("the kind is known");
        assert_eq!(second["valid"], true, "{first} {second}");
        assert_eq!(second["normalized"], normalized, "{first} {second}");
    }
});
