//! Any bytes as a certificate, and as the one of its issuer: they are refused with a status of their own, or judged for
//! every purpose. None is valid: whether there is a private key is not said.
#![no_main]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use uc_fuzz::answer;
use uc_integration::api::certificate::CheckRequest;
use uc_integration::status::Status;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let encoded = STANDARD.encode(data);
    for purpose in ["OwaIm", "OAuth", "UnifiedMessaging"] {
        let request = json!({
            "purpose": purpose, "certificate": encoded, "chain": [encoded], "fqdns": ["ex01.contoso.com"],
            "sipDomains": ["contoso.com"], "now": "2026-06-01T00:00:00Z",
        });
        let Some((status, response)) = answer::<CheckRequest>(request.to_string().as_bytes(), |_| {}) else { return };
        match status {
            Status::Ok => assert_eq!(response["valid"], false, "whether there is a key is unknown: {response}"),
            Status::CertificateInvalid | Status::CertificateTrailing => {}
            other => panic!("{other:?}: {response}"),
        }
    }
});
