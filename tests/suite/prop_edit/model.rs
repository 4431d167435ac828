//! What a document means, told a second time and as plainly as possible: quick-xml's events, a stack of names, a map.
//! Uses nothing of the library.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// Keys that are the same to .NET have the same form. Good for the keys that the tests use, not for every letter.
pub(crate) fn fold(key: &str) -> String {
    key.to_uppercase()
}

/// The settings in effect at a place: the whole file, or a `location` of this path.
pub(crate) fn settings(text: &str, location: &str) -> BTreeMap<String, String> {
    let mut settings = BTreeMap::new();
    for (name, key, value) in entries(text, location) {
        match name.as_str() {
            "add" => {
                settings.insert(fold(&key), value);
            }
            "remove" => {
                settings.remove(&fold(&key));
            }
            "clear" => settings.clear(),
            other => panic!("{other}"),
        }
    }
    settings
}

/// Whether a key stands in a section in any way.
pub(crate) fn has_any(text: &str, location: &str, key: &str) -> bool {
    entries(text, location).iter().any(|entry| fold(&entry.1) == fold(key))
}

fn entries(text: &str, location: &str) -> Vec<(String, String, String)> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<String> = Vec::new();
    let mut list = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                look(&tag, &open, location, &mut list);
                open.push(step(&tag));
            }
            Event::Empty(tag) => look(&tag, &open, location, &mut list),
            Event::End(_) => {
                open.pop();
            }
            Event::Eof => return list,
            _ => {}
        }
    }
}

/// The name of an element in a path; a `location` has its own path in it.
fn step(tag: &BytesStart<'_>) -> String {
    let name = tag.name().as_ref().to_string();
    if name == "location" { format!("location {}", attribute(tag, "path")) } else { name }
}

fn look(tag: &BytesStart<'_>, open: &[String], location: &str, list: &mut Vec<(String, String, String)>) {
    let wanted = match location {
        "" => vec!["configuration appSettings".to_owned(), "appSettings".to_owned()],
        path => vec![format!("configuration location {path} appSettings")],
    };
    if wanted.contains(&open.join(" ")) {
        list.push((tag.name().as_ref().to_string(), attribute(tag, "key"), attribute(tag, "value")));
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> String {
    let found = tag.attributes().map(Result::unwrap).find(|attribute| attribute.key.as_ref() == name);
    found.map(|attribute| quick_xml::escape::unescape(&attribute.value).unwrap().into_owned()).unwrap_or_default()
}
