//! Requests from bytes that a fuzzer made, and what holds for every response.

use super::Place;
use serde_json::{Map, Value};
use uc_integration::api::{self, Request};
use uc_integration::status::Status;

/// Calls a function with a request that may be nonsense. `bound` gives it the paths and options that it must have so
/// that it stays in its place; a request that is no object cannot be bound, and is only passed on if it is not JSON.
pub fn answer<Q: Request>(request: &[u8], bound: impl FnOnce(&mut Map<String, Value>)) -> Option<(Status, Value)> {
    let bytes = match serde_json::from_slice::<Value>(request) {
        Ok(Value::Object(mut fields)) => {
            bound(&mut fields);
            serde_json::to_vec(&fields).expect("JSON can be written")
        }
        // A list would be taken for the fields in their order, paths and all.
        Ok(_) => return None,
        Err(_) => request.to_vec(),
    };
    Some(checked::<Q>(&bytes))
}

fn checked<Q: Request>(request: &[u8]) -> (Status, Value) {
    let (status, response) = api::dispatch::<Q>(request);
    let response: Value = serde_json::from_slice(&response).expect("a response is JSON");
    assert_ne!(status, Status::Internal, "{response}");
    assert!(response.is_object());
    if status != Status::Ok {
        assert!(response["code"].is_i64() && response["name"].is_string(), "{response}");
        assert!(response["message"].as_str().is_some_and(|message| !message.is_empty()), "{response}");
    }
    (status, response)
}

/// Any request as raw bytes; the first byte chooses the function.
pub fn check_raw(place: &Place, data: &[u8]) {
    let Some((choice, request)) = data.split_first() else { return };
    let file = || Value::from(place.file().to_string_lossy());
    let backups = || Value::from(place.backups().to_string_lossy());
    let of_file = |fields: &mut Map<String, Value>| {
        fields.insert("path".into(), file());
    };
    let of_backups = |fields: &mut Map<String, Value>| {
        fields.insert("path".into(), file());
        fields.insert("directory".into(), backups());
        fields.insert("dryRun".into(), true.into());
    };
    match choice % 9 {
        0 => answer::<api::config::ReadRequest>(request, of_file),
        1 => answer::<api::config::ApplyRequest>(request, |fields| {
            of_file(fields);
            fields.insert("dryRun".into(), true.into());
        }),
        2 => answer::<api::backup::ListRequest>(request, |fields| {
            fields.insert("directory".into(), backups());
        }),
        3 => answer::<api::backup::RestoreRequest>(request, of_backups),
        4 => answer::<api::backup::PruneRequest>(request, of_backups),
        5 => answer::<api::value::ValueCheck>(request, |_| {}),
        6 => answer::<api::certificate::CheckRequest>(request, |_| {}),
        _ => answer::<api::estate::ReportRequest>(request, |_| {}),
    };
}
