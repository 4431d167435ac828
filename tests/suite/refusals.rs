//! Every refusal of a document has a status of its own, a place and a hint, and leaves the file alone: one line for
//! each way in which a document can be wrong.

use crate::support::{self, apply};
use serde_json::json;

/// Document, status, line, column.
const DOCUMENTS: &[(&[u8], &str, u64, u64)] = &[
    (b"", "XmlMalformed", 1, 1),
    (b"\xEF\xBB\xBF", "XmlMalformed", 1, 1),
    (b"<?xml version='1.0'?>", "XmlMalformed", 1, 22),
    (b"<configuration>\n  <appSettings>\n", "XmlMalformed", 3, 1),
    (b"<configuration>\n</appSettings>", "XmlMalformed", 2, 1),
    (b"<configuration/>x", "XmlMalformed", 1, 17),
    (b"<configuration/><b/>", "XmlMalformed", 1, 17),
    (b" <?xml version='1.0'?><configuration/>", "XmlMalformed", 1, 2),
    (b"<?xml version='1.1'?><configuration/>", "XmlMalformed", 1, 7),
    (b"<configuration><a b='1' b='2'/></configuration>", "XmlMalformed", 1, 25),
    (b"<configuration><a b='1'c='2'/></configuration>", "XmlMalformed", 1, 24),
    (b"<configuration><a b=1/></configuration>", "XmlMalformed", 1, 21),
    ("<configuration><a b=\u{201C}1\u{201D}/></configuration>".as_bytes(), "XmlMalformed", 1, 21),
    (b"<configuration><a b='<'/></configuration>", "XmlMalformed", 1, 22),
    (b"<configuration><a b='x & y'/></configuration>", "XmlMalformed", 1, 24),
    (b"<configuration><a b='&nbsp;'/></configuration>", "XmlMalformed", 1, 22),
    (b"<configuration><a b='&#1;'/></configuration>", "XmlMalformed", 1, 22),
    (b"<configuration>\x01</configuration>", "XmlMalformed", 1, 16),
    (b"\xEF\xBB\xBF\xEF\xBB\xBF<configuration/>", "XmlMalformed", 1, 1),
    (b"\xEF\xBB\xBF\xEF\xBB\xBF<?xml version='1.0'?>\r\n<configuration/>", "XmlMalformed", 1, 1),
    (b"<configuration/>\n\0\0\0\0", "XmlMalformed", 2, 1),
    (b"\0\0\0\0\0\0", "XmlMalformed", 1, 1),
    (b"<configuration><!-- a -- b --></configuration>", "XmlMalformed", 1, 25),
    (b"<configuration>]]></configuration>", "XmlMalformed", 1, 16),
    (b"<configuration><1/></configuration>", "XmlMalformed", 1, 17),
    (b"<configuration xmlns:p=''/>", "XmlMalformed", 1, 16),
    (b"<!DOCTYPE configuration [<!ENTITY e 'x'>]><configuration/>", "DtdForbidden", 1, 1),
    (b"<configuration>\n<appSettings configProtectionProvider='P'><EncryptedData/></appSettings></configuration>", "SectionEncrypted", 2, 1),
    (b"<configuration>\n<appSettings configSource='a.config'/></configuration>", "SectionExternal", 2, 1),
    (b"<configuration><appSettings/>\n<appSettings/></configuration>", "SectionDuplicated", 2, 1),
    (b"<configuration><location path='.'><appSettings/></location>\n<appSettings/></configuration>", "SectionDuplicated", 2, 1),
    (b"<html/>", "UnexpectedRoot", 1, 1),
    (b"<configuration><appSettings>\n<Add key='a' value='1'/></appSettings></configuration>", "SectionAmbiguous", 2, 1),
    (b"<configuration><appSettings>\n<add Key='A' value='1'/></appSettings></configuration>", "SectionAmbiguous", 2, 1),
    (b"<configuration><appSettings>\n<clear></clear></appSettings></configuration>", "SectionAmbiguous", 2, 1),
    (b"<?xml version='1.0' encoding='utf-7'?><configuration/>", "EncodingUnsupported", 1, 1),
    (b"<?xml version='1.0' encoding='utf8'?><configuration/>", "EncodingUnsupported", 1, 1),
    (b"\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"\rutf-8\"?><configuration/>", "XmlMalformed", 1, 21),
    (b"<?xml version='1.0' encoding=' utf-8'?><configuration/>", "XmlMalformed", 1, 21),
    (b"<?xml version='1.0' encoding='utf-16'?><configuration/>", "EncodingMismatch", 1, 1),
    (b"\xEF\xBB\xBF<?xml version='1.0' encoding='windows-1252'?><configuration>\xC3\xA9</configuration>", "EncodingMismatch", 1, 1),
    (b"\xFF\xFE<\x00?\x00x\x00m\x00l\x00 \x00v\x00e\x00r\x00s\x00i\x00o\x00n\x00=\x00'\x001\x00.\x000\x00'\x00 \x00e\x00n\x00c\x00o\x00d\x00i\x00n\x00g\x00=\x00'\x00u\x00t\x00f\x00-\x008\x00'\x00?\x00>\x00", "EncodingMismatch", 1, 1),
    (b"<configuration>\n\xE9</configuration>", "EncodingInvalid", 2, 1),
    (b"<?xml version='1.0' encoding='us-ascii'?><configuration>\xE9</configuration>", "EncodingInvalid", 1, 1),
    (b"<?xml version='1.0' encoding='iso-8859-9'?><configuration>\x80</configuration>", "EncodingInvalid", 1, 1),
    (b"\xFF\xFE<\0a\0\n\0\0\xD8", "EncodingInvalid", 2, 1),
];

#[test]
fn each_document_is_refused_by_its_own_name_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    for (document, name, line, column) in DOCUMENTS {
        let shown = String::from_utf8_lossy(document);
        std::fs::write(&path, document).unwrap();
        let error = apply(&path, &json!([{ "op": "set", "key": "a", "value": "2" }]), folder.path()).unwrap_err();
        assert_eq!(
            (&error["name"], &error["line"], &error["column"]),
            (&json!(name), &json!(line), &json!(column)),
            "{shown}: {error}"
        );
        assert!(error["hint"].as_str().is_some_and(|hint| !hint.is_empty()), "{shown}: {error}");
        assert!(error["path"].as_str().is_some_and(|path| path.ends_with("web.config")), "{shown}: {error}");
        assert_eq!(std::fs::read(&path).unwrap(), *document, "{shown}");
    }
}

/// Faults that no editor shows are told by name, not as text at the wrong place.
#[test]
fn faults_that_nobody_sees_are_told_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    for (document, english, french) in [
        (
            b"\xEF\xBB\xBF\xEF\xBB\xBF<configuration/>" as &[u8],
            "second byte order mark",
            "seconde marque d'ordre d'octet",
        ),
        (
            b"<?xml version='1.0'?>\xEF\xBB\xBF<configuration/>",
            "second byte order mark",
            "seconde marque d'ordre d'octet",
        ),
        (b"<configuration/>\xEF\xBB\xBF", "second byte order mark", "seconde marque d'ordre d'octet"),
        (b"\xFF\xFE\xFF\xFE<\0a\0/\0>\0", "second byte order mark", "seconde marque d'ordre d'octet"),
        (b"<configuration/>\0\0", "only zero bytes", "que des octets nuls"),
        (b"<configuration>\0\0\r\n\0", "only zero bytes", "que des octets nuls"),
        (b"\xFF\xFE<\0a\0/\0>\0\0\0\0\0", "only zero bytes", "que des octets nuls"),
        (b"<configuration>\0</configuration>", "control character", "caract\u{e8}re de contr\u{f4}le"),
    ] {
        std::fs::write(&path, document).unwrap();
        for (culture, words) in [("en-US", english), ("fr-FR", french)] {
            let request = json!({ "path": path, "culture": culture });
            let error = support::call::<uc_integration::api::config::ReadRequest>(&request).unwrap_err();
            let message = error["message"].as_str().unwrap();
            assert!(message.contains(words), "{}: {error}", String::from_utf8_lossy(document));
        }
    }
}

#[test]
fn keys_and_values_that_xml_cannot_hold_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    let document = "<configuration><appSettings/></configuration>";
    std::fs::write(&path, document).unwrap();
    for (changes, name) in [
        (json!([{ "op": "set", "key": "a\u{0}", "value": "" }]), "KeyInvalid"),
        (json!([{ "op": "set", "key": "a", "value": "\u{B}" }]), "ValueInvalid"),
        (json!([{ "op": "set", "key": "a", "value": "\u{FFFE}" }]), "ValueInvalid"),
        (json!([{ "op": "remove", "key": "\u{1}" }]), "KeyInvalid"),
        (json!([{ "op": "set", "key": "a", "value": "1" }, { "op": "remove", "key": "A" }]), "ChangeConflict"),
        (json!([{ "op": "move", "key": "a" }]), "RequestInvalid"),
        (json!([{ "op": "set", "key": "a" }]), "RequestInvalid"),
        (json!([{ "op": "set", "key": "a", "value": "1", "extra": 1 }]), "RequestInvalid"),
    ] {
        let error = apply(&path, &changes, folder.path()).unwrap_err();
        assert_eq!(error["name"], json!(name), "{changes}: {error}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), document);
    }
}

#[test]
fn a_value_that_its_key_cannot_have_is_refused_unless_asked_for_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    let document = "<configuration><appSettings/></configuration>";
    std::fs::write(&path, document).unwrap();
    let changes =
        json!([{ "op": "set", "key": "a", "value": "1" }, { "op": "set", "key": "imSERVERname", "value": "lync" }]);
    let error = apply(&path, &changes, folder.path()).unwrap_err();
    assert_eq!((&error["name"], &error["code"]), (&json!("ValueRejected"), &json!(109)), "{error}");
    assert!(error["message"].as_str().unwrap().contains("short name"), "{error}");
    assert!(error["hint"].as_str().unwrap().contains("skipValueCheck"), "{error}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), document);
    let request = json!({ "path": path, "changes": changes, "skipValueCheck": true, "backup": { "enabled": false } });
    let response = support::call::<uc_integration::api::config::ApplyRequest>(&request).unwrap();
    assert_eq!(response["changes"][1]["new"], "lync");
    assert_eq!(response["changes"][1].get("valueWarnings"), None);
}

#[test]
fn a_lone_surrogate_in_a_request_is_refused() {
    let request = br#"{"path": "a", "changes": [{"op": "set", "key": "a", "value": "\ud83d"}]}"#;
    let (status, json) = uc_integration::api::dispatch::<uc_integration::api::config::ApplyRequest>(request);
    let error: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(status.code(), 103, "{error}");
    assert!(error["message"].as_str().unwrap().contains("half a character"), "{error}");
}

#[test]
fn an_unknown_location_is_refused_and_the_known_ones_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    std::fs::write(&path, "<configuration><location path='sub/owa'/></configuration>").unwrap();
    let request = json!({ "path": path, "location": "owa", "changes": [{ "op": "set", "key": "a", "value": "b" }] });
    let error = support::call::<uc_integration::api::config::ApplyRequest>(&request).unwrap_err();
    assert_eq!(error["name"], "LocationNotFound");
    assert!(error["hint"].as_str().unwrap().contains("sub/owa"), "{error}");
}

#[test]
fn a_file_that_is_not_the_one_that_was_looked_at_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    std::fs::write(&path, "<configuration/>").unwrap();
    let changes = json!([{ "op": "set", "key": "a", "value": "b" }]);
    let request = json!({ "path": path, "changes": changes, "expectedSha256": "0".repeat(64) });
    let error = support::call::<uc_integration::api::config::ApplyRequest>(&request).unwrap_err();
    assert_eq!(error["name"], "FileChanged");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "<configuration/>");
}

#[test]
fn a_megabyte_is_a_value_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    std::fs::write(&path, "<configuration>\n  <appSettings />\n</configuration>").unwrap();
    let value = "é<&\"'\r\n\t".repeat(125_000);
    let response = apply(&path, &json!([{ "op": "set", "key": "big", "value": value }]), folder.path()).unwrap();
    assert!(response["diff"].as_str().unwrap().len() < 4_000, "people see the beginning");
    let settings = support::effective(&support::read(&path).unwrap());
    assert!(settings == [("big".to_owned(), value)]);
}
