//! What holds for every document and every edit, whatever the bytes. Touches no file.

use arbitrary::{Arbitrary, Result, Unstructured};
use std::collections::HashMap;
use uc_integration::config::change::{self, Action, Change, Changed};
use uc_integration::config::outline::{Element, Section};
use uc_integration::config::settings::Settings;
use uc_integration::config::{Document, Span, key};

/// A change as a fuzzer makes it. Many choices are between a few keys, so that they meet those of the document.
#[derive(Debug)]
pub struct Edit {
    key: String,
    value: Option<String>,
}

const KEYS: &[&str] = &["a", "B", "b", "'<&>\"", "\u{e9}\u{20ac}\u{1F600}"];

impl<'a> Arbitrary<'a> for Edit {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let choice = (u64::from(bytes.arbitrary::<u32>()?) * (KEYS.len() as u64 + 1)) >> 32;
        let key = match usize::try_from(choice).ok().and_then(|choice| KEYS.get(choice)) {
            Some(key) => (*key).to_owned(),
            None => bytes.arbitrary()?,
        };
        Ok(Self { key, value: bytes.arbitrary()? })
    }
}

impl From<Edit> for Change {
    fn from(Edit { key, value }: Edit) -> Self {
        match value {
            Some(value) => Self::Set { key, value },
            None => Self::Remove { key },
        }
    }
}

/// Reads a document and checks that every offset lies in it, on a character, inside its parent.
pub fn check_scan(data: &[u8]) {
    let Ok(document) = Document::parse(data) else { return };
    let text = document.text().as_str();
    let whole = Span::new(0, text.len());
    let outline = document.outline();
    element(text, whole, &outline.root_element);
    for location in &outline.locations {
        element(text, outline.root_element.span, &location.element);
    }
    for section in &outline.sections {
        element(text, outline.root_element.span, &section.element);
        entries(text, section);
    }
    for problem in &outline.problems {
        inside(text, whole, problem.span);
    }
    assert!(outline.config_sections_end.is_none_or(|end| text.is_char_boundary(end)));
    // Settings of every kind of section are read without a panic, and offsets have a place in the file.
    for section in &outline.sections {
        for setting in Settings::of(text, &[section]).all() {
            let position = document.text().position(setting.element.start());
            assert!(position.offset < data.len() && position.line > 0 && position.column > 0);
        }
    }
    assert_eq!(document.text().byte_offset(text.len()), data.len(), "the text is the file");
}

fn element(text: &str, parent: Span, element: &Element) {
    inside(text, parent, element.span);
    inside(text, element.span, element.tag);
    if let Some(content) = element.content {
        inside(text, element.span, content);
        assert!(content.start() == element.tag.end());
    }
}

fn entries(text: &str, section: &Section) {
    let mut before = section.element.tag.end();
    for entry in &section.entries {
        inside(text, section.element.span, entry.element);
        inside(text, entry.element, entry.tag);
        assert!(entry.element.start() >= before, "in order");
        before = entry.element.end();
        for attribute in [entry.key, entry.value].into_iter().flatten() {
            inside(text, entry.tag, attribute.name);
            inside(text, entry.tag, attribute.value);
        }
    }
    assert!(section.content_end >= before && section.content_end <= section.element.span.end());
}

fn inside(text: &str, parent: Span, span: Span) {
    assert!(parent.start() <= span.start() && span.end() <= parent.end(), "{span:?} outside {parent:?}");
    assert!(text.is_char_boundary(span.start()) && text.is_char_boundary(span.end()));
}

/// Applies changes and checks what an edit promises.
pub fn check_apply(data: &[u8], location: &str, changes: &[Change]) {
    let Ok(document) = Document::parse(data) else { return };
    let Ok(made) = change::apply(&document, location, changes) else { return };
    assert_eq!(made.changed, made.bytes != data, "changed says whether bytes differ");
    let after = Document::parse(&made.bytes).expect("the result is a document");
    assert_eq!(after.text().encoding(), document.text().encoding());
    assert_eq!(after.text().has_mark(), document.text().has_mark());
    let old = settings(&document, location);
    let new = settings(&after, location);
    check_meaning(&old, &new, changes);
    check_outside(&document, &made);
    let again = change::apply(&after, location, changes).expect("the same changes can be made again");
    assert!(!again.changed && again.bytes == made.bytes, "twice is once");
    assert!(again.outcomes.iter().all(|outcome| outcome.action == Action::Unchanged));
}

/// The settings in effect, by key as .NET compares it.
fn settings(document: &Document<'_>, location: &str) -> HashMap<String, String> {
    let sections = document.sections(location).expect("the sections are clear");
    let settings = Settings::of(document.text().as_str(), &sections);
    let effective = settings.all().iter().filter(|setting| setting.is_effective());
    effective.map(|setting| (key::fold(&setting.key).into_owned(), setting.value.clone())).collect()
}

fn check_meaning(old: &HashMap<String, String>, new: &HashMap<String, String>, changes: &[Change]) {
    let mut expected = old.clone();
    for change in changes {
        match change {
            Change::Set { key, value } => expected.insert(key::fold(key).into_owned(), value.clone()),
            Change::Remove { key } => expected.remove(key::fold(key).as_ref()),
        };
    }
    assert_eq!(&expected, new, "the keys that were changed, and no others");
}

/// What stands before the first place that could be touched, and behind the last, is the same.
fn check_outside(document: &Document<'_>, made: &Changed) {
    let touched = document.outline().root_element;
    let start = document.text().byte_offset(touched.tag.start());
    let old = document.text().bytes();
    let end = old.len() - document.text().byte_offset(touched.span.end());
    assert_eq!(old[..start], made.bytes[..start], "before the root");
    assert_eq!(old[old.len() - end..], made.bytes[made.bytes.len() - end..], "after the root");
    if let [only] = made.outcomes.as_slice()
        && only.action == Action::Updated
        && let Some(element) = only.element
    {
        let start = document.text().byte_offset(element.start());
        let end = old.len() - document.text().byte_offset(element.end());
        assert_eq!(old[..start], made.bytes[..start], "before the element");
        assert_eq!(old[old.len() - end..], made.bytes[made.bytes.len() - end..], "after the element");
    }
}
