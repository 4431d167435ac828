//! Edits of real files: what changes is the edit and nothing else, and independent readers agree on the meaning.
//! One judge is quick-xml, whose event stream may differ only at the edit; the other is the real System.Configuration,
//! where `UC_DOTNET_CONFIG` names it or the usual place has it.

use crate::support::{self, apply, corpus, dotnet, effective, json_file, oracle_settings, read};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A key that no real file has.
const NEW_KEY: &str = "UcIntegration.Test";

/// A value that needs every kind of care.
const HARD_VALUE: &str = "a \"b\" 'c' <d> & é \u{1F600}\ttab\r\nline ]]> --";

/// The real files, each with what .NET made of it.
fn files() -> Vec<(PathBuf, Value)> {
    let oracle = json_file(&corpus().join("oracle.json"));
    oracle.as_array().unwrap().iter().map(|e| (corpus().join(e["file"].as_str().unwrap()), e.clone())).collect()
}

/// A copy of a real file in a folder of its own, with a folder for backups.
struct Copy {
    folder: tempfile::TempDir,
    path: PathBuf,
    original: Vec<u8>,
}

impl Copy {
    fn of(file: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("web.config");
        let original = std::fs::read(file).unwrap();
        std::fs::write(&path, &original).unwrap();
        Self { folder, path, original }
    }

    fn apply(&self, changes: &Value) -> Result<Value, Value> {
        apply(&self.path, changes, &self.folder.path().join("backups"))
    }

    /// Backups are tested elsewhere, and cost time where there are many edits.
    fn apply_without_backup(&self, changes: &Value) -> Result<Value, Value> {
        let request = json!({ "path": self.path, "changes": changes, "backup": { "enabled": false } });
        support::call::<uc_integration::api::config::ApplyRequest>(&request)
    }

    fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.path).unwrap()
    }
}

/// Whether a file can be edited at all: its refusal is tested elsewhere.
fn is_editable(copy: &Copy) -> bool {
    let changes = json!([{ "op": "set", "key": NEW_KEY, "value": "x" }]);
    let request = json!({ "path": copy.path, "changes": changes, "dryRun": true });
    support::call::<uc_integration::api::config::ApplyRequest>(&request).is_ok()
}

/// Length of what two byte strings have in common at the start and, behind that, at the end.
fn common(a: &[u8], b: &[u8]) -> (usize, usize) {
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let rest = a.len().min(b.len()) - start;
    let end = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(x, y)| x == y).count();
    (start, end)
}

/// The events of a document as quick-xml reads them, without white space between tags.
fn events(bytes: &[u8]) -> Vec<String> {
    use quick_xml::events::Event;
    // One real file is in Windows-1252; the others are UTF-8.
    let declared = if std::str::from_utf8(bytes).is_ok() { encoding_rs::UTF_8 } else { encoding_rs::WINDOWS_1252 };
    let (text, ..) = declared.decode(bytes);
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut list = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return list,
            Event::Text(text) if text.trim().is_empty() => {}
            Event::Start(tag) | Event::Empty(tag) => {
                let attributes: String = tag
                    .attributes()
                    .map(|attribute| {
                        let attribute = attribute.unwrap();
                        let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
                        format!(" {}={value:?}", attribute.key.as_ref())
                    })
                    .collect();
                list.push(format!("<{}{attributes}", tag.name().as_ref()));
            }
            other => list.push(format!("{other:?}")),
        }
    }
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let mut tried = 0;
    for (file, _) in files() {
        let copy = Copy::of(&file);
        let Ok(response) = read(&copy.path) else { continue };
        let same = effective(&response);
        let changes: Vec<Value> =
            same.iter().map(|(key, value)| json!({ "op": "set", "key": key, "value": value })).collect();
        let before = std::fs::metadata(&copy.path).unwrap().modified().unwrap();
        let Ok(response) = copy.apply(&json!(changes)) else { continue };
        assert_eq!((&response["changed"], &response["diff"]), (&json!(false), &json!("")), "{}", file.display());
        assert_eq!(copy.bytes(), copy.original);
        assert_eq!(std::fs::metadata(&copy.path).unwrap().modified().unwrap(), before, "the file was not touched");
        assert!(!copy.folder.path().join("backups").exists(), "there is nothing to back up");
        tried += 1;
    }
    assert!(tried > 40, "{tried}");
}

#[test]
fn a_new_key_is_one_insertion_and_its_removal_gives_the_file_back() {
    let judged = tempfile::tempdir().unwrap();
    let mut edited_files = Vec::new();
    for (index, (file, entry)) in files().into_iter().enumerate() {
        let copy = Copy::of(&file);
        if !is_editable(&copy) {
            continue;
        }
        copy.apply_without_backup(&json!([{ "op": "set", "key": NEW_KEY, "value": HARD_VALUE }])).unwrap();
        let edited = copy.bytes();
        let for_judge = judged.path().join(format!("{index}.config"));
        std::fs::write(&for_judge, &edited).unwrap();
        if has_open_section(&copy) {
            let (start, end) = common(&copy.original, &edited);
            assert!(start + end >= copy.original.len(), "{}: more than an insertion", file.display());
            one_element_more(&file, &copy.original, &edited);
            copy.apply_without_backup(&json!([{ "op": "remove", "key": NEW_KEY }])).unwrap();
            assert_eq!(copy.bytes(), copy.original, "{}", file.display());
        }
        edited_files.push((for_judge, file, entry));
    }
    assert!(edited_files.len() > 35, "{}", edited_files.len());
    dotnet_agrees(&edited_files);
}

/// quick-xml sees the new element and nothing else that is new.
fn one_element_more(file: &Path, original: &[u8], edited: &[u8]) {
    let (before, mut after) = (events(original), events(edited));
    let added: Vec<usize> = (0..after.len()).filter(|at| after[*at].contains(NEW_KEY)).collect();
    assert_eq!(added.len(), 1, "{}", file.display());
    after.remove(added[0]);
    // The model for the new element may have an end tag of its own.
    if after.len() > before.len() {
        after.remove(added[0]);
    }
    assert_eq!(before, after, "{}", file.display());
}

/// .NET sees the old settings and the new one, in every file that it loaded before.
fn dotnet_agrees(edited: &[(PathBuf, PathBuf, Value)]) {
    let paths: Vec<&Path> = edited.iter().map(|(path, ..)| path.as_path()).collect();
    let Some(judged) = dotnet(&paths) else { return };
    let mut loaded = 0;
    for (judged, (_, file, entry)) in judged.iter().zip(edited).filter(|(_, (.., entry))| entry["loads"] == true) {
        let mut expected = oracle_settings(entry);
        expected.push((NEW_KEY.to_owned(), HARD_VALUE.to_owned()));
        assert_eq!(oracle_settings(judged), expected, "{}", file.display());
        loaded += 1;
    }
    assert!(loaded > 30, "{loaded}");
}

/// Whether the section has a start and an end tag with something between them, so that an insertion is one stretch.
fn has_open_section(copy: &Copy) -> bool {
    let text = String::from_utf8_lossy(&copy.original).into_owned();
    let response = read(&copy.path).unwrap();
    !response["settings"].as_array().unwrap().is_empty() && text.contains("</appSettings>")
}

#[test]
fn another_value_changes_only_the_value() {
    let mut tried = 0;
    for (file, _) in files() {
        let copy = Copy::of(&file);
        let Ok(response) = read(&copy.path) else { continue };
        if !is_editable(&copy) {
            continue;
        }
        let settings = response["settings"].as_array().unwrap();
        // Some files have thousands of settings: the first, the last and those between at a distance.
        for setting in settings.iter().filter(|s| s["effective"] == true && s.get("path").is_none()).step_by(7) {
            let key = setting["key"].as_str().unwrap();
            let old = setting["value"].as_str().unwrap();
            std::fs::write(&copy.path, &copy.original).unwrap();
            let made = copy.apply_without_backup(&json!([{ "op": "set", "key": key, "value": HARD_VALUE }])).unwrap();
            assert_eq!(made["changes"][0]["action"], "Updated");
            let edited = copy.bytes();
            let (start, end) = common(&copy.original, &edited);
            assert!(copy.original.len() - start - end <= raw_length(old), "{}: {key}", file.display());
            let after = effective(&read(&copy.path).unwrap());
            let expected: Vec<(String, String)> = effective(&response)
                .into_iter()
                .map(|(k, v)| if k == key { (k, HARD_VALUE.to_owned()) } else { (k, v) })
                .collect();
            assert_eq!(after, expected, "{}: {key}", file.display());
            copy.apply_without_backup(&json!([{ "op": "set", "key": key, "value": old }])).unwrap();
            assert_eq!(effective(&read(&copy.path).unwrap()), effective(&response));
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

/// The most bytes that a value can take in a file.
fn raw_length(value: &str) -> usize {
    value.chars().map(|c| if c.is_ascii_alphanumeric() { 1 } else { 8 }).sum::<usize>() + " value=\"\"".len()
}

#[test]
fn a_file_cut_anywhere_is_refused_with_its_place_and_left_alone() {
    let file = corpus().join("exchange/E15_ExchangeBackEnd-OWA_web.config");
    let original = std::fs::read(&file).unwrap();
    let end = original.iter().rposition(|byte| *byte == b'>').unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    // Every byte of the first lines and around the section, then at a distance.
    let cuts = (0..600).chain((600..end).step_by(97)).chain(end - 200..=end);
    for cut in cuts {
        std::fs::write(&path, &original[..cut]).unwrap();
        let error = apply(&path, &json!([{ "op": "set", "key": "a", "value": "b" }]), folder.path()).unwrap_err();
        assert!(matches!(error["code"].as_i64(), Some(201 | 204)), "{cut}: {error}");
        assert!(error["line"].is_u64() && error["column"].is_u64() && error["hint"].is_string(), "{cut}: {error}");
        assert_eq!(std::fs::read(&path).unwrap(), &original[..cut]);
    }
}
