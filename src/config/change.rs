//! From changes of keys to edits of spans: all of them or none. Decides where a new element goes and which bytes a
//! removed one takes along; how things look is `layout`.

use super::document::Document;
use super::edit::{Edit, Edits};
use super::escape::{escape, first_forbidden};
use super::key;
use super::layout::{self, AddStyle, Layout};
use super::outline::{Element, Entry, Root, Section};
use super::problem::Code;
use super::settings::Settings;
use super::span::Span;
use super::wanted::Wanted;
use crate::characters::code_point;
use crate::error::{Error, Result};
use crate::l10n::Text;
use crate::status::Status;
use std::collections::HashSet;

/// A change of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Gives a key a value, whether it is there or not.
    Set {
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// Takes every `add` of a key away.
    Remove {
        /// The key.
        key: String,
    },
}

impl Change {
    /// The key that is changed.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Set { key, .. } | Self::Remove { key } => key,
        }
    }
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// There was no such key.
    Added,
    /// The key had another value.
    Updated,
    /// The key is gone.
    Removed,
    /// The document was as it should be.
    Unchanged,
}

/// The result of one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The key, spelled as in the document if it was there.
    pub key: String,
    /// What was done.
    pub action: Action,
    /// The value that .NET saw before.
    pub old: Option<String>,
    /// The value that the section gives now.
    pub new: Option<String>,
    /// The element in the old text, if there was one.
    pub element: Option<Span>,
}

/// A document after its changes.
#[derive(Debug)]
pub struct Changed {
    /// The bytes to be written; those of the document if nothing changed.
    pub bytes: Vec<u8>,
    /// Whether anything changed.
    pub changed: bool,
    /// One outcome for each change, in their order.
    pub outcomes: Vec<Outcome>,
}

/// Makes changes to the sections that a location path addresses (the empty path: the whole file).
///
/// # Errors
///
/// `KeyInvalid`, `ValueInvalid`, `ChangeConflict`, `SectionAmbiguous`, or those of [`Document::editable_sections`].
pub fn apply(document: &Document<'_>, location: &str, changes: &[Change]) -> Result<Changed> {
    check(changes)?;
    let sections = document.editable_sections(location)?;
    check_strays(document, &sections, changes)?;
    check_reach(document, &sections)?;
    let mut work = Work::new(document, location, &sections, changes);
    let outcomes: Vec<Outcome> = changes.iter().map(|change| work.change(change)).collect();
    work.add_new();
    let edits = Edits::sorted(work.edits)
        .ok_or_else(|| Error::new(Status::Internal).with("detail", "two edits of the same text"))?;
    Ok(Changed { bytes: edits.apply(document.text()), changed: !edits.is_empty(), outcomes })
}

fn check(changes: &[Change]) -> Result<()> {
    let mut seen = HashSet::new();
    for change in changes {
        let key = change.key();
        if let Some(c) = first_forbidden(key) {
            return Err(Error::new(Status::KeyInvalid).with_text("detail", FORBIDDEN, vec![("c", code_point(c))]));
        }
        if let Change::Set { value, .. } = change
            && let Some(c) = first_forbidden(value)
        {
            let error = Error::new(Status::ValueInvalid).with("name", key);
            return Err(error.with_text("detail", FORBIDDEN, vec![("c", code_point(c))]));
        }
        if !seen.insert(key::fold(key)) {
            return Err(Error::new(Status::ChangeConflict).with("name", key));
        }
    }
    Ok(())
}

const FORBIDDEN: Text =
    Text::new("it contains the character {c}, which XML forbids", "il contient le caractère {c}, que XML interdit");

/// Refuses changes of a key that stands in the section in a spelling that .NET does not read: adding it a second time
/// would hide the mistake, and correcting it is not ours to decide.
fn check_strays(document: &Document<'_>, sections: &[&Section], changes: &[Change]) -> Result<()> {
    let strays = sections.iter().flat_map(|section| &section.strays);
    for (element, stray) in strays {
        if changes.iter().any(|change| key::same(change.key(), stray)) {
            let detail = Text::new(
                "the key {key} stands in an element or attribute whose name .NET does not know",
                "la clé {key} figure dans un élément ou un attribut dont .NET ne connaît pas le nom",
            );
            let error = Error::new(Status::SectionAmbiguous).with_text("detail", detail, vec![("key", stray.clone())]);
            return Err(document.at(error, *element));
        }
    }
    Ok(())
}

/// Refuses to write where .NET does not read.
fn check_reach(document: &Document<'_>, sections: &[&Section]) -> Result<()> {
    let mut entries = sections.iter().flat_map(|section| &section.entries);
    entries.find(|entry| entry.ends_reading()).map_or(Ok(()), |entry| {
        let error =
            Error::new(Status::SectionAmbiguous).with_text("detail", Code::ClearWithEndTag.message(), Vec::new());
        Err(document.at(error, entry.element))
    })
}

/// The `add` elements of the keys that are changed, found in one pass over the sections.
struct Work<'a> {
    text: &'a str,
    document: &'a Document<'a>,
    location: &'a str,
    sections: &'a [&'a Section],
    settings: Settings,
    adds: Vec<(usize, &'a Entry)>,
    edits: Vec<Edit>,
    new: Vec<(&'a str, &'a str)>,
}

impl<'a> Work<'a> {
    fn new(document: &'a Document<'a>, location: &'a str, sections: &'a [&'a Section], changes: &'a [Change]) -> Self {
        let text = document.text().as_str();
        let wanted = Wanted::new(changes.iter().map(Change::key));
        let settings = Settings::of_wanted(text, sections, &wanted);
        let adds = wanted.adds(text, sections);
        Self { text, document, location, sections, settings, adds, edits: Vec::new(), new: Vec::new() }
    }

    fn change(&mut self, change: &'a Change) -> Outcome {
        match change {
            Change::Set { key, value } => self.set(key, value),
            Change::Remove { key } => self.remove(key),
        }
    }

    fn set(&mut self, key: &'a str, value: &'a str) -> Outcome {
        let Some(setting) = self.settings.effective(key).cloned() else {
            self.new.push((key, value));
            let new = Some(value.to_owned());
            return Outcome { key: key.to_owned(), action: Action::Added, old: None, new, element: None };
        };
        let entry = self.adds.iter().find(|(_, entry)| entry.element == setting.element).map(|(_, entry)| *entry);
        let action = if setting.value == value { Action::Unchanged } else { Action::Updated };
        if let (Action::Updated, Some(entry)) = (action, entry) {
            self.edits.push(value_edit(self.text, entry, value));
        }
        Outcome {
            key: setting.key,
            action,
            old: Some(setting.value),
            new: Some(value.to_owned()),
            element: Some(setting.element),
        }
    }

    fn remove(&mut self, key: &str) -> Outcome {
        let old = self.settings.effective(key).cloned();
        let mut last = None;
        for (section, entry) in &self.adds {
            if key::same(&entry.key_text(self.text), key) {
                last = Some(entry.element);
                self.edits.push(Edit { at: owned(self.text, entry, self.sections[*section]), with: String::new() });
            }
        }
        Outcome {
            key: old.as_ref().map_or_else(|| key.to_owned(), |setting| setting.key.clone()),
            action: if last.is_some() { Action::Removed } else { Action::Unchanged },
            element: old.as_ref().map(|setting| setting.element).or(last),
            old: old.map(|setting| setting.value),
            new: None,
        }
    }

    /// Writes the new keys at the end of the last section, which is made where it is missing.
    fn add_new(&mut self) {
        if self.new.is_empty() {
            return;
        }
        let style = AddStyle::of(self.text, self.sections.last().copied());
        let layout = Layout::of(self.text);
        let edit = match self.sections.last() {
            Some(section) => self.within_section(section, &style, &layout),
            None => self.with_new_section(&style, &layout),
        };
        self.edits.push(edit);
    }

    fn written(&self, style: &AddStyle, lead: &str) -> String {
        self.new.iter().map(|(key, value)| format!("{lead}{}", style.write(key, value))).collect()
    }

    fn within_section(&self, section: &Section, style: &AddStyle, layout: &Layout<'_>) -> Edit {
        let adds = self.written(style, &layout.before_entry(section, self.document.outline()));
        let end = || layout.before_end_tag(section.element);
        match section.element.content {
            Some(content) if content.is_empty() => {
                Edit { at: Span::new(content.start(), content.start()), with: adds + &end() }
            }
            Some(_) => Edit { at: Span::new(section.content_end, section.content_end), with: adds },
            None => opened(self.text, section.element, "appSettings", &(adds + &end())),
        }
    }

    fn with_new_section(&self, style: &AddStyle, layout: &Layout<'_>) -> Edit {
        let outline = self.document.outline();
        let location = outline
            .locations
            .iter()
            .rev()
            .find(|location| !self.location.is_empty() && key::same(&location.path, self.location));
        let parent = location.map_or(outline.root_element, |location| location.element);
        let lead = layout.before_child(parent, outline);
        let inner = if lead.is_empty() { String::new() } else { format!("{lead}{}", layout.step(outline)) };
        let section = format!("{lead}<appSettings>{}{lead}</appSettings>", self.written(style, &inner));
        let after = if location.is_none() { outline.config_sections_end } else { None };
        match (after, parent.content) {
            (Some(end), _) => Edit { at: Span::new(end, end), with: section },
            (None, Some(content)) => {
                let closing = if content.is_empty() { layout.before_end_tag(parent) } else { String::new() };
                Edit { at: Span::new(content.start(), content.start()), with: section + &closing }
            }
            (None, None) => {
                let name = if location.is_some() { "location" } else { root_name(&outline.root) };
                opened(self.text, parent, name, &(section + &layout.before_end_tag(parent)))
            }
        }
    }
}

fn root_name(root: &Root) -> &str {
    match root {
        Root::Configuration => "configuration",
        Root::AppSettings => "appSettings",
        Root::Foreign(name) => name,
    }
}

/// Turns `<a/>` into `<a>content</a>`.
fn opened(text: &str, element: Element, name: &str, content: &str) -> Edit {
    let tag = element.tag;
    let kept = tag.of(text).trim_end_matches(['/', '>']).trim_end().len();
    Edit { at: Span::new(tag.start() + kept, tag.end()), with: format!(">{content}</{name}>") }
}

/// Gives an `add` another value.
fn value_edit(text: &str, entry: &Entry, value: &str) -> Edit {
    let quote_of = |span: Span| if text.as_bytes().get(span.end()) == Some(&b'\'') { '\'' } else { '"' };
    match (entry.value, entry.key) {
        (Some(old), _) => Edit { at: old.value, with: escape(value, quote_of(old.value)).into_owned() },
        (None, Some(key)) => {
            let quote = quote_of(key.value);
            let after = key.value.end() + 1;
            Edit { at: Span::new(after, after), with: format!(" value={quote}{}{quote}", escape(value, quote)) }
        }
        (None, None) => Edit { at: Span::new(entry.tag.start(), entry.tag.start()), with: String::new() },
    }
}

/// What goes when an element goes: the element and the white space before it back to the last line end. The white
/// space stays where something else follows on the line, which must not move up to the line before.
fn owned(text: &str, entry: &Entry, section: &Section) -> Span {
    let lead = layout::leading_whitespace(text, entry.element.start());
    let end = entry.element.end();
    let next = end + text[end..].len() - text[end..].trim_start_matches([' ', '\t']).len();
    let ends_line = text[next..].is_empty() || text[next..].starts_with(['\r', '\n']);
    let ends_section = section.element.content.is_some_and(|content| next == content.end());
    if ends_line || ends_section || !lead.of(text).contains(['\r', '\n']) {
        Span::new(lead.start(), end)
    } else {
        entry.element
    }
}
