//! Any bytes as a document of facts: they are refused, or judged and planned without a panic, and the plan is one that
//! the library reads back.
#![no_main]

use serde_json::{Value, json};
use uc_fuzz::answer;
use uc_integration::api::Request;
use uc_integration::api::estate::{CheckRequest, MakeRequest, ReadRequest};
use uc_integration::status::Status;

fn asked<Q: Request>(request: &Value) -> Option<Value> {
    match answer::<Q>(request.to_string().as_bytes(), |_| {}) {
        Some((Status::Ok, response)) => Some(response),
        _ => None,
    }
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let request = json!({ "facts": [{ "name": "facts.json", "text": text }], "now": "2026-03-01T21:00:00Z" });
    if asked::<CheckRequest>(&request).is_none() {
        return;
    }
    // Facts may name a file that no plan edits; then there is no plan.
    let Some(plan) = asked::<MakeRequest>(&request) else { return };
    let kept = json!({ "plan": { "name": "plan.json", "text": plan.to_string() } });
    assert_eq!(asked::<ReadRequest>(&kept), Some(plan), "a plan of ours is read back");
});
