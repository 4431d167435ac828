//! The exported functions as a C program calls them: statuses, JSON on errors, buffers, panics, threads. What the
//! functions do is tested elsewhere.
#![allow(unsafe_code, reason = "these are the functions of the C ABI")]

use serde_json::{Value, json};
use uc_integration::api::REQUEST_LIMIT;
use uc_integration::ffi::{
    UC_ABI_VERSION, UcBuffer, uc_abi_version, uc_backup_list, uc_backup_prune, uc_backup_restore, uc_buffer_free,
    uc_certificate_check, uc_config_apply, uc_config_read, uc_estate_check, uc_facts_list, uc_plan_create,
    uc_plan_read, uc_plan_render, uc_report_render, uc_rules_list, uc_support_list, uc_value_check,
};
use uc_integration::status::Status;

type Function = unsafe extern "C" fn(*const u8, usize, *mut UcBuffer) -> i32;

/// Every function of the one shape.
const FUNCTIONS: &[(&str, Function)] = &[
    ("uc_config_read", uc_config_read),
    ("uc_config_apply", uc_config_apply),
    ("uc_backup_list", uc_backup_list),
    ("uc_backup_restore", uc_backup_restore),
    ("uc_backup_prune", uc_backup_prune),
    ("uc_value_check", uc_value_check),
    ("uc_certificate_check", uc_certificate_check),
    ("uc_rules_list", uc_rules_list),
    ("uc_facts_list", uc_facts_list),
    ("uc_support_list", uc_support_list),
    ("uc_estate_check", uc_estate_check),
    ("uc_plan_create", uc_plan_create),
    ("uc_plan_read", uc_plan_read),
    ("uc_plan_render", uc_plan_render),
    ("uc_report_render", uc_report_render),
];

fn call(function: Function, request: &[u8]) -> (i32, Value) {
    let mut buffer = UcBuffer::empty();
    // SAFETY: a readable request and a writable buffer.
    let status = unsafe { function(request.as_ptr(), request.len(), &raw mut buffer) };
    // SAFETY: the library filled the buffer.
    let json = unsafe { std::slice::from_raw_parts(buffer.data, buffer.len) };
    let response = serde_json::from_slice(json).unwrap();
    // SAFETY: freed once, and once more, which is harmless.
    unsafe {
        uc_buffer_free(&raw mut buffer);
        uc_buffer_free(&raw mut buffer);
    }
    assert!(buffer.data.is_null() && buffer.len == 0 && buffer.capacity == 0);
    (status, response)
}

#[test]
fn requests_that_are_none_are_refused_with_json() {
    let deep = "[".repeat(100_000);
    let unknown = r#"{"no such field": 1}"#;
    for (name, function) in FUNCTIONS {
        for (request, status) in [
            (&b"\xFF\xFE"[..], 102),
            (b"", 103),
            (b"{", 103),
            (b"nonsense", 103),
            (deep.as_bytes(), 103),
            (b"{\"no such field\": 1,}", 103),
            (b"{} {}", 103),
            (b"[]", 104),
            (b"null", 104),
            (unknown.as_bytes(), 104),
            (b"{\"path\": 1, \"kind\": 1}", 104),
        ] {
            let (code, error) = call(*function, request);
            assert_eq!((code, &error["code"]), (status, &json!(status)), "{name}: {error}");
            assert!(error["message"].as_str().is_some_and(|text| !text.is_empty()), "{name}: {error}");
        }
        let (_, error) = call(*function, unknown.as_bytes());
        assert!(error["message"].as_str().unwrap().contains("no such field"), "{name} names the field: {error}");
    }
}

/// What the comment of each function in the header says that it returns, by the name of the function.
fn documented_statuses() -> Vec<(&'static str, Vec<&'static str>)> {
    let header = include_str!("../../include/uc_integration.h");
    let of = |block: &'static str| {
        let (comment, declaration) = block.rsplit_once("\nint32_t ")?;
        let name = declaration.split_once("(const uint8_t *request")?.0;
        let (_, returns) =
            comment.split_once("// Returns 0, ").unwrap_or_else(|| panic!("{name} says what it returns"));
        let returns = returns.split("Any number of threads").next()?;
        Some((name, returns.split('`').filter(|word| word.starts_with("UC_STATUS_")).collect()))
    };
    header.split("\n\n").filter_map(of).collect()
}

#[test]
fn the_header_names_the_statuses_of_each_function() {
    let upper = |name: &str| {
        let mut out = "UC_STATUS".to_owned();
        for c in name.chars() {
            if c.is_ascii_uppercase() {
                out.push('_');
            }
            out.push(c.to_ascii_uppercase());
        }
        out
    };
    let of_every_function = [Status::Ok, Status::Panic, Status::Internal];
    let mut left: Vec<String> = Status::ALL
        .iter()
        .filter(|status| !of_every_function.contains(status) && !(101..=105).contains(&status.code()))
        .map(|status| upper(&status.name()))
        .collect();
    let all = left.clone();
    let documented = documented_statuses();
    assert_eq!(documented.len(), FUNCTIONS.len());
    for (function, statuses) in documented {
        for status in statuses {
            assert!(all.iter().any(|known| known == status), "{function}: {status} is a status");
            left.retain(|known| known != status);
        }
    }
    assert!(left.is_empty(), "no function says that it returns {left:?}");
}

#[test]
fn a_malformed_request_is_told_with_its_place() {
    // After the n of null, the o is wrong.
    let (code, error) = call(uc_config_read, b"{\n  \"path\": nonsense\n}");
    assert_eq!((code, &error["line"], &error["column"], &error["offset"]), (103, &json!(2), &json!(12), &json!(13)));
}

#[test]
fn a_request_beyond_the_limit_is_refused_before_it_is_read() {
    let request = vec![b' '; REQUEST_LIMIT + 1];
    let (code, error) = call(uc_config_read, &request);
    assert_eq!((code, &error["name"]), (105, &json!("RequestTooLarge")));
}

#[test]
fn null_pointers_are_refused() {
    for (name, function) in FUNCTIONS {
        let mut buffer = UcBuffer::empty();
        // SAFETY: NULL is allowed.
        let status = unsafe { function(std::ptr::null(), 12, &raw mut buffer) };
        assert_eq!(status, 101, "{name}");
        assert!(buffer.len > 0, "{name} answers with JSON");
        // SAFETY: the library filled the buffer; NULL is allowed.
        unsafe {
            uc_buffer_free(&raw mut buffer);
            uc_buffer_free(std::ptr::null_mut());
            assert_eq!(function(b"{}".as_ptr(), 2, std::ptr::null_mut()), 101, "{name}");
        }
    }
}

#[test]
fn errors_speak_the_language_asked_for() {
    let request = |culture: &str| json!({ "path": "/no/such/folder/a.config", "culture": culture }).to_string();
    let (_, english) = call(uc_config_read, request("en-US").as_bytes());
    let (_, french) = call(uc_config_read, request("fr-FR").as_bytes());
    assert!(english["message"].as_str().unwrap().contains("does not exist"), "{english}");
    assert!(french["message"].as_str().unwrap().contains("n'existe pas"), "{french}");
    let (_, invalid) = call(uc_config_read, br#"{"culture": "fr-FR", "bad": 1}"#);
    assert!(invalid["message"].as_str().unwrap().starts_with("La requête"), "{invalid}");
}

#[test]
fn the_version_is_that_of_the_header() {
    assert_eq!(uc_abi_version(), UC_ABI_VERSION);
}

#[test]
fn many_threads_may_call_at_once() {
    let work = || {
        for _ in 0..200 {
            let (code, _) = call(uc_value_check, br#"{"kind": "Port", "value": "5061"}"#);
            assert_eq!(code, 0);
        }
    };
    std::thread::scope(|scope| (0..8).for_each(|_| drop(scope.spawn(work))));
}

#[cfg(feature = "test-hooks")]
#[test]
fn a_panic_becomes_a_status_that_says_what_happened_where() {
    use uc_integration::ffi::uc_test_panic;
    let (code, error) = call(uc_test_panic, br#"{"message": "on purpose"}"#);
    assert_eq!((code, &error["name"]), (901, &json!("Panic")));
    let message = error["message"].as_str().unwrap();
    assert!(message.contains("on purpose") && message.contains("mod.rs:"), "{message}");
    let (code, _) = call(uc_value_check, br#"{"kind": "Port", "value": "5061"}"#);
    assert_eq!(code, 0, "the library still works");
}
