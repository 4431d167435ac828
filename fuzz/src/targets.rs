//! What each fuzz target does with its bytes. A program of `fuzz_targets` searches with it, guided by coverage; the test
//! suite runs it with fixed seeds.

use super::{Edit, Place, answer, check_apply, check_raw, check_scan, first_line};
use arbitrary::{Arbitrary as _, Unstructured};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::sync::LazyLock;
use uc_integration::api::Request;
use uc_integration::api::backup::{ListRequest, PruneRequest, RestoreRequest};
use uc_integration::api::certificate::CheckRequest as CertificateRequest;
use uc_integration::api::config::{ApplyRequest, ReadRequest};
use uc_integration::api::estate::{CheckRequest, CreateRequest, ReadRequest as PlanRequest};
use uc_integration::api::value::ValueCheck;
use uc_integration::config::change::Change;
use uc_integration::status::Status;

/// A target: it panics where something does not hold.
pub type Target = fn(&[u8]);

/// Every target, by the name of its program and of its folder of seeds.
pub const ALL: &[(&str, Target)] = &[
    ("apply", apply),
    ("backup_list", backup_list),
    ("backup_prune", backup_prune),
    ("backup_restore", backup_restore),
    ("certificate_check", certificate_check),
    ("config_apply", config_apply),
    ("config_read", config_read),
    ("estate_check", estate_check),
    ("requests", requests),
    ("scan", scan),
    ("value_check", value_check),
];

/// Any changes of any document: the result is a document, has the values asked for and no others changed, and the bytes
/// outside of the edit are the same. The first byte says how much of the end is the changes; the document is the rest.
pub fn apply(data: &[u8]) {
    let Some((length, rest)) = data.split_first() else { return };
    let (document, made) = rest.split_at(rest.len() - usize::from(*length).min(rest.len()));
    let Ok(edits) = Vec::<Edit>::arbitrary_take_rest(Unstructured::new(made)) else { return };
    let changes: Vec<Change> = edits.into_iter().map(Change::from).collect();
    for location in ["", "sub"] {
        check_apply(document, location, &changes);
    }
}

/// `uc_backup_list`: the first line is the request, the rest the manifest of a backup.
pub fn backup_list(data: &[u8]) {
    static PLACE: LazyLock<Place> = LazyLock::new(Place::new);
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
}

/// `uc_backup_prune`: the first line is the request, the rest the manifest of a backup. The file itself is not touched.
pub fn backup_prune(data: &[u8]) {
    static PLACE: LazyLock<Place> = LazyLock::new(Place::new);
    let (request, manifest) = first_line(data);
    PLACE.put_backup(manifest);
    let before = PLACE.content();
    answer::<PruneRequest>(request, |fields| {
        fields.insert("path".into(), PLACE.file().to_string_lossy().into());
        fields.insert("directory".into(), PLACE.backups().to_string_lossy().into());
    });
    assert_eq!(PLACE.content(), before);
}

/// `uc_backup_restore`: the first line is the request, the rest the manifest of the backup `fuzzed`. The file is what it
/// was, or the whole content of the backup.
pub fn backup_restore(data: &[u8]) {
    static PLACE: LazyLock<Place> = LazyLock::new(Place::new);
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
}

/// Any bytes as a certificate, and as the one of its issuer: they are refused with a status of their own, or checked
/// for every purpose. None is valid: whether there is a private key is not said.
pub fn certificate_check(data: &[u8]) {
    let encoded = STANDARD.encode(data);
    for purpose in ["OwaIm", "OAuth", "UnifiedMessaging"] {
        let request = json!({
            "purpose": purpose, "certificate": encoded, "chain": [encoded], "fqdns": ["ex01.contoso.com"],
            "sipDomains": ["contoso.com"], "now": "2026-06-01T00:00:00Z",
        });
        let Some((status, response)) = answer::<CertificateRequest>(request.to_string().as_bytes(), |_| {}) else {
            return;
        };
        match status {
            Status::Ok => assert_eq!(response["valid"], false, "whether there is a key is unknown: {response}"),
            Status::CertificateInvalid | Status::CertificateTrailing => {}
            other => panic!("{other:?}: {response}"),
        }
    }
}

/// `uc_config_apply` as a dry run: the first line is the request, the rest the file, which must stay as it is.
pub fn config_apply(data: &[u8]) {
    static PLACE: LazyLock<Place> = LazyLock::new(Place::new);
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
}

/// `uc_config_read`: the first line is the request, the rest the file.
pub fn config_read(data: &[u8]) {
    static PLACE: LazyLock<Place> = LazyLock::new(Place::new);
    let (request, file) = first_line(data);
    PLACE.put(file);
    answer::<ReadRequest>(request, |fields| {
        fields.insert("path".into(), PLACE.file().to_string_lossy().into());
    });
}

/// Any bytes as a document of facts: they are refused, or checked and planned without a panic, and the plan is one that
/// the library reads back.
pub fn estate_check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let request = json!({ "facts": [{ "name": "facts.json", "text": text }], "now": "2026-03-01T21:00:00Z" });
    if asked::<CheckRequest>(&request).is_none() {
        return;
    }
    // Facts may name a file that no plan edits; then there is no plan.
    let Some(plan) = asked::<CreateRequest>(&request) else { return };
    let kept = json!({ "plan": { "name": "plan.json", "text": plan.to_string() } });
    assert_eq!(asked::<PlanRequest>(&kept), Some(plan), "a plan of ours is read back");
}

/// Every request as raw bytes: the first byte chooses the function, the rest is its JSON.
pub fn requests(data: &[u8]) {
    static PLACE: LazyLock<Place> = LazyLock::new(Place::new);
    check_raw(&PLACE, data);
}

/// Any bytes as a document: no panic, and every offset of the outline lies where it should.
pub fn scan(data: &[u8]) {
    check_scan(data);
}

/// `uc_value_check`: the first line is the kind, the rest the value. A value that is valid is still valid when it is
/// written in its normalised form, which then stays as it is.
pub fn value_check(data: &[u8]) {
    let (kind, value) = first_line(data);
    let (Ok(kind), Ok(value)) = (std::str::from_utf8(kind), std::str::from_utf8(value)) else { return };
    let Some(first) = checked(kind, value) else { return };
    assert_eq!(first["valid"] == true, first["normalized"].is_string(), "{first}");
    if let Some(normalized) = first["normalized"].as_str() {
        let second = checked(kind, normalized).expect("the kind is known");
        assert_eq!(second["valid"], true, "{first} {second}");
        assert_eq!(second["normalized"], normalized, "{first} {second}");
    }
}

fn asked<Q: Request>(request: &Value) -> Option<Value> {
    match answer::<Q>(request.to_string().as_bytes(), |_| {}) {
        Some((Status::Ok, response)) => Some(response),
        _ => None,
    }
}

fn checked(kind: &str, value: &str) -> Option<Value> {
    asked::<ValueCheck>(&json!({ "kind": kind, "value": value }))
}
