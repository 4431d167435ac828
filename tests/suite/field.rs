//! The rows of `docs/field.md` that a file or a value answers, and that both languages say the same. The rows that a rule
//! answers are tested beside the rules.

use crate::support::{call, rule_ids};
use serde_json::{Value, json};
use uc_integration::api::config::ReadRequest;
use uc_integration::api::estate::ListRequest;

/// The cells of the rows of a document.
fn rows(path: &str) -> Vec<[String; 3]> {
    let text = std::fs::read_to_string(path).unwrap();
    let is_row = |line: &&str| {
        line.starts_with("| ") && !line.starts_with("| you") && !line.starts_with("| vous") && !line.starts_with("| -")
    };
    let cells = |row: &str| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    text.lines().filter(is_row).map(|row| cells(row).try_into().unwrap_or_else(|_| panic!("{row}"))).collect()
}

/// The names of problems in a cell: words in backquotes of capitals and small letters, without a dash.
fn codes(cell: &str) -> Vec<&str> {
    let quoted = cell.split('`').skip(1).step_by(2);
    quoted.filter(|word| word.chars().all(char::is_alphanumeric) && word.chars().any(char::is_lowercase)).collect()
}

const THUMBPRINT: &str = "EA5A332496CC05DA69B75B66111C0F78A110D22D";

/// The file of a row, its name, and the facts that it is compared with.
fn file(code: &str) -> (&'static str, String) {
    let setting = |key: &str, value: &str| {
        format!("<configuration><appSettings><add key=\"{key}\" value=\"{value}\"/></appSettings></configuration>")
    };
    let add = "<add key=\"IMServerName\" value=\"pool.contoso.com\"/>";
    let text = match code {
        "ThumbprintInvisible" => setting("IMCertificateThumbprint", &format!("\u{200e}{THUMBPRINT}")),
        "ThumbprintBlanks" => {
            setting("IMCertificateThumbprint", "EA 5A 33 24 96 CC 05 DA 69 B7 5B 66 11 1C 0F 78 A1 10 D2 2D")
        }
        "ThumbprintLowerCase" => setting("IMCertificateThumbprint", &THUMBPRINT.to_lowercase()),
        "QuotesAround" => setting("IMCertificateThumbprint", &format!("\u{201c}{THUMBPRINT}\u{201d}")),
        "InvisibleCharacter" => setting("IMServerName", "\u{200e}pool.contoso.com"),
        "FqdnNotBare" => setting("IMServerName", "pool.contoso.com:5061"),
        "FqdnSingleLabel" => setting("IMServerName", "pool"),
        "PoolNotFound" => setting("IMServerName", "sip.contoso.com"),
        "KeyInComment" => format!("<configuration><!-- {add} --></configuration>"),
        "KeyInLocation" => {
            format!("<configuration><location path=\"owa\"><appSettings>{add}</appSettings></location></configuration>")
        }
        "KeyOutsideSection" => format!("<configuration>{add}</configuration>"),
        "PlaceholderLeft" => "<configuration><a b=\"%ExchangeInstallDir%bin\"/></configuration>".to_owned(),
        "BlanksAtEnd" => format!("{}{}", setting("IMServerName", "pool.contoso.com"), " ".repeat(5000)),
        "OtherFileName" => return ("web - Copy.config", setting("IMServerName", "pool.contoso.com")),
        other => panic!("no file for {other}"),
    };
    ("web.config", text)
}

/// The files of the rows that say `XmlMalformed`, by a word of the row.
const MALFORMED: &[(&str, &str)] = &[
    (
        "quotation marks",
        "<configuration><appSettings><add key=\u{201c}a\u{201d} value=\u{201c}b\u{201d}/></appSettings></configuration>",
    ),
    ("byte order marks", "\u{feff}\u{feff}<configuration/>"),
    ("zero bytes", "<configuration/>\0\0\0\0"),
];

fn told(name: &str, text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    let time = "2026-03-01T21:00:00Z";
    let facts = json!({
        "schema": "uc-integration/facts/1", "collected": { "time": time, "computer": "fe01.contoso.com", "shell": "Lync" },
        "lync": { "pools": { "command": "Get-CsPool", "time": time, "values": [
            { "fqdn": "pool.contoso.com", "services": ["Registrar:pool.contoso.com"], "computers": ["fe01.contoso.com"] },
        ] } },
    });
    let request = json!({ "path": path, "facts": [{ "name": "facts.json", "text": facts.to_string() }] });
    match call::<ReadRequest>(&request) {
        Ok(response) => response["problems"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["code"].as_str().unwrap().to_owned())
            .collect(),
        Err(error) => vec![error["name"].as_str().unwrap().to_owned()],
    }
}

#[test]
fn each_problem_of_a_file_that_a_row_names_is_told_of_such_a_file() {
    let mut tested = 0;
    for [see, says, _] in rows("docs/field.md") {
        for code in codes(&says) {
            let (name, text) = if code == "XmlMalformed" {
                let of_row = MALFORMED.iter().find(|(word, _)| see.contains(word));
                ("web.config", of_row.unwrap_or_else(|| panic!("{see}")).1.to_owned())
            } else {
                file(code)
            };
            let found = told(name, &text);
            assert!(found.iter().any(|one| one == code), "{see}: {code} is not among {found:?}");
            tested += 1;
        }
    }
    assert!(tested > 15, "{tested}");
}

#[test]
fn both_languages_have_the_same_rows() {
    let outline = |path: &str| {
        let of_row = |[_, says, done]: [String; 3]| {
            let rules: Vec<String> = rule_ids(&says).map(str::to_owned).collect();
            let codes: Vec<String> = codes(&says).into_iter().map(str::to_owned).collect();
            assert!(!rules.is_empty() || !codes.is_empty(), "{says}");
            (rules, codes, done.starts_with("**Plan**"))
        };
        rows(path).into_iter().map(of_row).collect::<Vec<_>>()
    };
    assert_eq!(outline("docs/field.md"), outline("docs/field.fr.md"));
    for (path, word) in [("docs/field.md", "**You**"), ("docs/field.fr.md", "**Vous**")] {
        assert!(rows(path).iter().all(|[.., done]| done.starts_with("**Plan**") || done.starts_with(word)), "{path}");
    }
}

fn found(symptom: &str) -> Vec<String> {
    let response: Value = call::<ListRequest>(&json!({ "symptom": symptom, "culture": "fr-FR" })).unwrap();
    response["rules"].as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn rules_are_listed_by_a_symptom_and_nothing_where_none_explains_it() {
    assert_eq!(found("PEER configured server")[0], "TAP-CREATE");
    assert_eq!(found("l'homologue n'est pas un serveur configur\u{e9}")[0], "TAP-CREATE");
    assert_eq!(found("zebra"), [] as [&str; 0]);
    let only = call::<ListRequest>(&json!({ "symptom": "event 112", "scenario": "Hybrid" })).unwrap();
    assert_eq!(only["rules"], json!([]));
    let rule = call::<ListRequest>(&json!({ "symptom": "event 112", "culture": "fr-FR" })).unwrap()["rules"][0].clone();
    assert_eq!(
        (&rule["id"], &rule["symptoms"][0]),
        (&json!("OWA-VERIFY-EVENT112"), &json!("L'\u{e9}v\u{e9}nement 112 n'appara\u{ee}t jamais"))
    );
}
