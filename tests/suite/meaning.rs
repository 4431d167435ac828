//! Reading agrees with System.Configuration: the measured documents of `appsettings-cases.json` and the real files of
//! the corpus, each with what .NET made of it.

use crate::support::{apply, corpus, effective, has_errors, json_file, oracle_settings, read, reference};
use base64::Engine as _;
use serde_json::{Value, json};

/// Where we differ on purpose (`appsettings.md`, last paragraph): .NET loads these, we refuse them.
const REFUSED_ON_PURPOSE: &[(&str, &str)] =
    &[("DTD", "DtdForbidden"), ("undefined entity", "XmlMalformed"), ("invalid charref", "XmlMalformed")];

/// The root element of these is appSettings: .NET does not take them for a configuration by themselves, but they are
/// what a `configSource` names, and editable (design, section 4).
fn has_settings_root(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).trim_start_matches('\u{FEFF}').trim_start().starts_with("<appSettings")
}

fn agrees(name: &str, entry: &Value, ours: &Result<Value, Value>) -> Result<(), String> {
    let refused = REFUSED_ON_PURPOSE.iter().find(|(case, _)| *case == name);
    match (refused, entry["loads"] == true, ours) {
        (Some((_, status)), _, Err(error)) if error["name"] == *status => Ok(()),
        (None, true, Ok(response)) if has_errors(response) => Err(format!("loads, but: {}", response["problems"])),
        (None, true, Ok(response)) if effective(response) == oracle_settings(entry) => Ok(()),
        (None, true, Ok(response)) => Err(format!("{:?} is not {:?}", effective(response), oracle_settings(entry))),
        (None, false, Err(_)) => Ok(()),
        (None, false, Ok(response)) if has_errors(response) => Ok(()),
        (_, loads, other) => Err(format!("loads: {loads} ({}), ours: {other:?}", entry["error"])),
    }
}

#[test]
fn the_measured_documents_mean_what_dotnet_says() {
    let cases = json_file(&reference().join("appsettings-cases.json"));
    let cases = cases.as_array().unwrap();
    assert!(cases.len() >= 106, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("web.config");
        let bytes = base64::engine::general_purpose::STANDARD.decode(case["bytes"].as_str().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        for (file, content) in case["files"].as_object().unwrap() {
            std::fs::write(folder.path().join(file), content.as_str().unwrap()).unwrap();
        }
        if let Err(reason) = agrees(name, case, &read(&path)) {
            wrong.push(format!("{name}: {reason}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Measured with System.Configuration: it takes the end tag of a `clear` for that of the section.
#[test]
fn nothing_is_read_after_a_clear_with_an_end_tag() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    for clear in ["<clear></clear>", "<clear> </clear>", "<clear><!-- c --></clear>\n"] {
        let inside = format!("<add key='z' value='0'/>{clear}<add key='a' value='1'/><clear/><add key='b' value='2'/>");
        std::fs::write(&path, format!("<configuration><appSettings>{inside}</appSettings></configuration>")).unwrap();
        let response = read(&path).unwrap();
        assert!(effective(&response).is_empty(), "{clear}: {response}");
        assert!(response["problems"].to_string().contains("ClearWithEndTag"), "{response}");
    }
}

/// Measured with System.Configuration: these paths keep the whole file from loading, and those do not.
#[test]
fn location_paths_are_those_that_dotnet_takes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    let problems = |location: &str| {
        std::fs::write(&path, format!("<configuration><location path='{location}'/></configuration>")).unwrap();
        has_errors(&read(&path).unwrap())
    };
    for refused in ["/b", "./", " b", "b ", "b.", "b/", "b?", "a:b", "a\\b", "b*"] {
        assert!(problems(refused), "{refused}");
    }
    for taken in ["", ".", "b", "Default Web Site/owa", "b.c"] {
        assert!(!problems(taken), "{taken}");
    }
}

#[test]
fn real_files_mean_what_dotnet_says() {
    let oracle = json_file(&corpus().join("oracle.json"));
    let mut wrong = Vec::new();
    for entry in oracle.as_array().unwrap() {
        let name = entry["file"].as_str().unwrap();
        let path = corpus().join(name);
        if has_settings_root(&std::fs::read(&path).unwrap()) {
            assert!(read(&path).is_ok(), "{name}");
            continue;
        }
        if let Err(reason) = agrees(name, entry, &read(&path)) {
            wrong.push(format!("{name}: {reason}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The pages write `AppSettings`, which .NET loads and ignores.
#[test]
fn an_element_in_other_capitals_is_told_and_neither_read_nor_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    let written = "<AppSettings><add key='a' value='1'/></AppSettings>";
    std::fs::write(&path, format!("<configuration>{written}</configuration>")).unwrap();
    let response = read(&path).unwrap();
    assert!(effective(&response).is_empty() && !has_errors(&response), "{response}");
    assert_eq!(response["problems"][0]["code"], "SectionNameCase");
    let changes = json!([{ "op": "set", "key": "a", "value": "2" }]);
    apply(&path, &changes, &folder.path().join("backups")).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(written) && text.contains("<appSettings>"), "{text}");
    assert_eq!(effective(&read(&path).unwrap()), [("a".to_owned(), "2".to_owned())]);
}
