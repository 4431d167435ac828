//! What is told of a configuration file for Outlook on the web though .NET loads it: wrong values, keys where .NET does
//! not read them, what a broken update or copy left, and values that the other side does not have. The real
//! System.Configuration judges, where it is at hand, that it loads these files and does not see those keys.

use crate::support::{apply, call, dotnet, effective, oracle_settings, read};
use serde_json::{Value, json};
use std::path::Path;
use uc_integration::api::config::{ApplyRequest, ReadRequest};

const THUMBPRINT: &str = "EA5A332496CC05DA69B75B66111C0F78A110D22D";
/// A document and the problems that are told of it: code, severity, line, and whether it is about a key.
type Row<'a> = (&'a str, &'a [(&'a str, &'a str, u64, bool)]);

/// The documents in which keys stand where .NET does not read them, or that an update or an editor left so.
const DOCUMENTS: &[Row<'_>] = &[
    (
        "<configuration>\n<appSettings>\n<!-- <add key='imservername' value='pool.contoso.com'/> -->\n</appSettings></configuration>",
        &[("KeyInComment", "Warning", 3, true)],
    ),
    (
        "<configuration>\n<!--\n<appSettings>\n<add value='pool.contoso.com'\nkey='IMServerName'/></appSettings>--></configuration>",
        &[("KeyInComment", "Warning", 5, true)],
    ),
    (
        "<!-- <add key='IMServerName' value='old.contoso.com'/> -->\n<configuration><appSettings><add key='IMServerName' value='pool.contoso.com'/></appSettings></configuration>",
        &[("KeyInComment", "Information", 1, true)],
    ),
    (
        "<configuration>\n<location path='owa'><appSettings>\n<add key='IMServerName' value='pool'/></appSettings></location></configuration>",
        &[("KeyInLocation", "Warning", 3, true)],
    ),
    (
        "<configuration><appSettings><add key='imservername' value='pool.contoso.com'/></appSettings>\n<location path='owa'><appSettings><add key='IMServerName' value='x'/></appSettings></location></configuration>",
        &[("KeyInLocation", "Information", 2, true)],
    ),
    (
        "<configuration><location path='.'><appSettings><add key='IMServerName' value='pool.contoso.com'/></appSettings></location></configuration>",
        &[],
    ),
    (
        "<configuration>\n<add key='IMServerName' value='pool.contoso.com'/></configuration>",
        &[("KeyOutsideSection", "Warning", 2, true)],
    ),
    (
        "<configuration>\n<appSection>\n<add key='IMCertificateThumbprint' value='x'/></appSection></configuration>",
        &[("KeyOutsideSection", "Warning", 3, true)],
    ),
    (
        "<configuration>\n<AppSettings>\n<add key='IMServerName' value='x'/></AppSettings></configuration>",
        &[("SectionNameCase", "Warning", 2, false), ("KeyOutsideSection", "Warning", 3, true)],
    ),
    (
        "<configuration><!-- %ExchangeInstallDir% -->\n<a b='%ExchangeInstallDir%Bin'/>\n<c>%exchangeinstalldir%</c></configuration>",
        &[("PlaceholderLeft", "Warning", 2, false)],
    ),
    (
        "<configuration><!-- <add key='Note' value='%ExchangeInstallDir%'/> --><add key='Note' value='a'/></configuration>",
        &[],
    ),
    (
        "<configuration><appSettings><add key='IMServerName' value=''/><add key='IMCertificateThumbprint' value=' '/></appSettings></configuration>",
        &[],
    ),
];

fn write(folder: &Path, name: &str, text: &str) -> std::path::PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn told(response: &Value) -> Vec<(String, String, u64, bool)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let problems = response["problems"].as_array().unwrap().iter();
    let row = |one: &Value| {
        (text(&one["code"]), text(&one["severity"]), one["line"].as_u64().unwrap(), one["key"].is_string())
    };
    problems.map(row).collect()
}

#[test]
fn keys_that_dotnet_does_not_read_are_told_by_name_with_their_line() {
    let folder = tempfile::tempdir().unwrap();
    for (document, expected) in DOCUMENTS {
        let path = write(folder.path(), "web.config", document);
        let response = read(&path).unwrap();
        let expected: Vec<_> = expected.iter().map(|(a, b, c, d)| ((*a).to_owned(), (*b).to_owned(), *c, *d)).collect();
        assert_eq!(told(&response), expected, "{document}");
        for problem in response["problems"].as_array().unwrap() {
            assert!(problem["hint"].as_str().is_some_and(|hint| !hint.is_empty()), "{problem}");
            assert!(
                problem["key"].as_str().is_none_or(|key| problem["message"].as_str().unwrap().contains(key)),
                "{problem}"
            );
        }
        let Some(judged) = dotnet(&[&path]) else { continue };
        assert_eq!(judged[0]["loads"], true, "{document}: {judged:?}");
        assert_eq!(effective(&response), oracle_settings(&judged[0]), "{document}");
    }
}

#[test]
fn every_sentence_is_in_french_too() {
    let folder = tempfile::tempdir().unwrap();
    for (document, _) in DOCUMENTS {
        let path = write(folder.path(), "web.config", document);
        let french = call::<ReadRequest>(&json!({ "path": path, "culture": "fr-FR" })).unwrap();
        let english = read(&path).unwrap();
        for (one, other) in french["problems"].as_array().unwrap().iter().zip(english["problems"].as_array().unwrap()) {
            assert_ne!(one["message"], other["message"]);
            assert_ne!(one["hint"], other["hint"]);
        }
    }
}

#[test]
fn wrong_values_of_the_known_keys_are_told_and_harmless_ones_are_information() {
    let folder = tempfile::tempdir().unwrap();
    for (key, value, expected) in [
        ("IMServerName", "Pool.Contoso.com", &[] as &[(&str, &str)]),
        ("imservername", "pool", &[("FqdnSingleLabel", "Warning")]),
        ("IMServerName", "\u{200E}pool.contoso.com", &[("InvisibleCharacter", "Warning")]),
        ("IMCertificateThumbprint", THUMBPRINT, &[]),
        ("IMCERTIFICATETHUMBPRINT", "EA5A", &[("ThumbprintLength", "Warning")]),
        (
            "IMCertificateThumbprint",
            "\u{200E}ea 5a 33 24 96 cc 05 da 69 b7 5b 66 11 1c 0f 78 a1 10 d2 2d",
            &[
                ("ThumbprintInvisible", "Warning"),
                ("ThumbprintBlanks", "Information"),
                ("ThumbprintLowerCase", "Information"),
            ],
        ),
        ("Note", "\u{200E}", &[]),
    ] {
        let document =
            format!("<configuration><appSettings>\n<add key='{key}' value='{value}'/></appSettings></configuration>");
        let path = write(folder.path(), "web.config", &document);
        let response = read(&path).unwrap();
        let found = told(&response);
        let codes: Vec<_> = found.iter().map(|(code, severity, ..)| (code.as_str(), severity.as_str())).collect();
        assert_eq!(codes, expected, "{key} {value:?}: {response}");
        assert!(found.iter().all(|(_, _, line, of_key)| *line == 2 && *of_key), "{response}");
        let unasked = call::<ReadRequest>(&json!({ "path": path, "skipValueCheck": true })).unwrap();
        assert_eq!(told(&unasked), [], "{key} {value:?}");
    }
}

#[test]
fn only_the_value_that_counts_is_judged_in_the_file_that_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let document = "<configuration><appSettings file='more.config'><add key='IMServerName' value='a'/>\n<add key='imservername' value='pool.contoso.com'/></appSettings></configuration>";
    let path = write(folder.path(), "web.config", document);
    let codes = |response: &Value| told(response).into_iter().map(|(code, ..)| code).collect::<Vec<_>>();
    assert_eq!(codes(&read(&path).unwrap()), ["ExternalFileMissing", "DuplicateKey"]);
    write(folder.path(), "more.config", "<appSettings>\n\n<add key='IMServerName' value='b'/></appSettings>");
    let response = read(&path).unwrap();
    let problem = response["problems"].as_array().unwrap().iter().find(|one| one["code"] == "FqdnSingleLabel").unwrap();
    assert!(problem["path"].as_str().unwrap().ends_with("more.config") && problem["line"] == 3, "{response}");
}

#[test]
fn blanks_by_the_thousand_and_the_name_of_a_copy_are_information() {
    let folder = tempfile::tempdir().unwrap();
    let document = "<configuration><appSettings><add key='IMServerName' value='pool.contoso.com'/></appSettings>\n</configuration>";
    let blanks = format!("{document}{}", " \n".repeat(600));
    assert_eq!(
        told(&read(&write(folder.path(), "web.config", &blanks)).unwrap()),
        [("BlanksAtEnd".to_owned(), "Information".to_owned(), 2, false)]
    );
    assert_eq!(told(&read(&write(folder.path(), "web.config", &format!("{document}\n\n"))).unwrap()), []);
    for name in ["web - Copy.config", "Web.config.bak", "Copie de web.config", "web.old.config"] {
        let response = read(&write(folder.path(), name, document)).unwrap();
        assert_eq!(told(&response), [("OtherFileName".to_owned(), "Information".to_owned(), 1, false)], "{name}");
        assert!(response["problems"][0]["message"].as_str().unwrap().contains(name), "{response}");
    }
    for (name, text) in [("WEB.CONFIG", document), ("app.config", document), ("web.old.config", "<configuration/>")] {
        assert_eq!(told(&read(&write(folder.path(), name, text)).unwrap()), [], "{name}");
    }
}

#[test]
fn an_edit_tells_where_else_the_key_stands_and_leaves_it_there() {
    let folder = tempfile::tempdir().unwrap();
    let stray = "<add key='IMServerName' value='old.contoso.com'/>";
    for (document, code, line) in [
        (format!("<configuration>\n<!-- {stray} -->\n<appSettings/></configuration>"), "KeyInComment", 2),
        (format!("<configuration>\n<appSettings/>\n{stray}</configuration>"), "KeyOutsideSection", 3),
        (
            format!(
                "<configuration><appSettings/>\n<location path='a'><appSettings>{stray}</appSettings></location></configuration>"
            ),
            "KeyInLocation",
            2,
        ),
    ] {
        let path = write(folder.path(), "web.config", &document);
        let changes = json!([{ "op": "set", "key": "imservername", "value": "pool.contoso.com" }, { "op": "set", "key": "a", "value": "b" }]);
        let response = apply(&path, &changes, &folder.path().join("backups")).unwrap();
        let unread = response["changes"][0]["unread"].as_array().unwrap();
        assert_eq!((unread.len(), &unread[0]["code"]), (1, &json!(code)), "{response}");
        assert!(unread[0]["line"].as_u64().unwrap() >= line, "{response}");
        assert_eq!(response["changes"][1].get("unread"), None);
        assert!(std::fs::read_to_string(&path).unwrap().contains(stray));
    }
}

/// A value of a known key is held to its form whatever the request is; of others it is said what nobody sees.
#[test]
fn a_value_that_nobody_sees_through_is_told_of_any_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "web.config", "<configuration><appSettings/></configuration>");
    let set = |key: &str, value: &str, more: Value| {
        let mut request =
            json!({ "path": path, "changes": [{ "op": "set", "key": key, "value": value }], "dryRun": true });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        call::<ApplyRequest>(&request).unwrap()["changes"][0].clone()
    };
    let change = set("Note", "a\u{200E}", json!({}));
    assert_eq!((&change["new"], &change["valueWarnings"][0]["code"]), (&json!("a\u{200E}"), &json!("UnseenCharacter")));
    assert_eq!(change.get("valueNormalized"), None);
    let change = set("IMServerName\u{200E}", "a", json!({}));
    assert_eq!(change["valueWarnings"][0]["code"], "KeyUnseenCharacter");
    let change = set("imSERVERname", "\u{200E}pool.contoso.com", json!({}));
    assert_eq!((&change["new"], &change["valueNormalized"]), (&json!("pool.contoso.com"), &json!(true)));
    for (key, value) in [("Note", "a\u{200E}"), ("IMServerName", "\u{200E}pool")] {
        let change = set(key, value, json!({ "skipValueCheck": true }));
        assert_eq!((&change["new"], change.get("valueWarnings")), (&json!(value), None));
    }
}

const TIME: &str = "2026-03-01T21:00:00Z";

#[allow(clippy::needless_pass_by_value, reason = "values are made for it")]
fn fact(command: &str, values: Value) -> Value {
    json!({ "command": command, "time": TIME, "values": values })
}

/// What the Exchange shell and the Lync shell tell of two servers and a pool with a computer.
fn facts() -> [Value; 2] {
    let document = |computer: &str, shell: &str, part: &str, facts: Value| json!({ "schema": "uc-integration/facts/1", "collected": { "time": TIME, "computer": computer, "shell": shell }, part: facts });
    let certificate = |server: &str, thumbprint: &str| json!({ "server": server, "thumbprint": thumbprint });
    [
        document(
            "ex01.contoso.com",
            "Exchange",
            "exchange",
            json!({
                "servers": fact("Get-ExchangeServer", json!([
                    { "name": "EX01", "fqdn": "ex01.contoso.com" }, { "name": "EX02", "fqdn": "ex02.contoso.com" },
                ])),
                "certificates": fact("Get-ExchangeCertificate", json!([
                    certificate("EX01", THUMBPRINT), certificate("EX02", &"AB".repeat(20)),
                ])),
            }),
        ),
        document(
            "fe01.contoso.com",
            "Lync",
            "lync",
            json!({
                "pools": fact("Get-CsPool", json!([{
                    "fqdn": "pool.contoso.com", "services": ["Registrar:pool.contoso.com"], "computers": ["fe01.contoso.com"],
                }])),
            }),
        ),
    ]
}

#[test]
fn values_that_the_other_side_does_not_have_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let [exchange, lync] = facts();
    let both = [exchange.clone(), lync.clone()];
    let ask = |key: &str, value: &str, facts: &[Value], computer: &str| {
        let path = write(
            folder.path(),
            "web.config",
            &format!("<configuration><appSettings>\n<add key='{key}' value='{value}'/></appSettings></configuration>"),
        );
        let facts: Vec<_> = facts.iter().map(|one| json!({ "name": "facts.json", "text": one.to_string() })).collect();
        let response = call::<ReadRequest>(&json!({ "path": path, "facts": facts, "computer": computer })).unwrap();
        let problems = response["problems"].as_array().unwrap().clone();
        problems.into_iter().map(|one| (one["code"].as_str().unwrap().to_owned(), one)).collect::<Vec<_>>()
    };
    let (pool, certificate) = ("IMServerName", "IMCertificateThumbprint");
    let other = "AB".repeat(20);
    for (key, value, computer, expected) in [
        (pool, "POOL.contoso.com", "", None),
        (pool, "fe01.contoso.com", "", Some(("PoolNotFound", "is a computer of a pool"))),
        (pool, "sip.contoso.com", "", Some(("PoolNotFound", "is not a pool with a Registrar"))),
        (pool, "sip", "", Some(("FqdnSingleLabel", "short name"))),
        (certificate, &THUMBPRINT.to_lowercase(), "ex01", Some(("ThumbprintLowerCase", "lowercase"))),
        (certificate, THUMBPRINT, "EX01.contoso.com", None),
        (certificate, &other, "EX01.contoso.com", Some(("CertificateNotFound", "ex01.contoso.com has no certificate"))),
        (certificate, &other, "admin.contoso.com", None),
        (certificate, &"CD".repeat(20), "admin.contoso.com", Some(("CertificateNotFound", "No Exchange server"))),
    ] {
        let found = ask(key, value, &both, computer);
        assert_eq!(found.len(), usize::from(expected.is_some()), "{key} {value} {computer}: {found:?}");
        if let Some((code, words)) = expected {
            assert_eq!((found[0].0.as_str(), &found[0].1["line"]), (code, &json!(2)), "{found:?}");
            assert!(found[0].1["message"].as_str().unwrap().contains(words), "{found:?}");
        }
    }
    for (key, value, facts) in [(pool, "pool.contoso.com", exchange), (certificate, THUMBPRINT, lync)] {
        let found = ask(key, value, &[facts], "");
        assert_eq!(
            (found[0].0.as_str(), &found[0].1["severity"]),
            ("ValueNotCompared", &json!("Information")),
            "{found:?}"
        );
    }
    assert!(ask(pool, "sip.contoso.com", &[], "").is_empty(), "nobody asked");
}

#[test]
fn facts_that_are_none_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "web.config", "<configuration/>");
    let request = json!({ "path": path, "facts": [{ "name": "facts.json", "text": "{" }] });
    let error = call::<ReadRequest>(&request).unwrap_err();
    assert_eq!((&error["name"], &error["path"]), (&json!("FactsNotJson"), &json!("facts.json")));
}
