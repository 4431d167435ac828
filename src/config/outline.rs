//! The outline of a configuration: where its appSettings sections are, directly or in `location` elements, and what
//! stands in them. Finds on the way what keeps .NET from loading the file. Holds spans only; what the settings *mean*
//! is `settings`, and nothing here changes a document.

use super::escape::unescape;
use super::problem::{Code, Problem};
use super::scan::{Refused, Scanner};
use super::span::Span;
use super::token::{Attribute, Token};
use std::borrow::Cow;

/// The namespace that .NET 2.0 gave to configuration files, the only one that it accepts on the root.
const NAMESPACE: &str = "http://schemas.microsoft.com/.NetConfiguration/v2.0";

/// What an element of a section does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// Sets a key.
    Add,
    /// Takes a key away.
    Remove,
    /// Takes all keys away.
    Clear,
}

/// An `add`, `remove` or `clear` of a section.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What it does.
    pub kind: EntryKind,
    /// The whole element, with its end tag if it has one.
    pub element: Span,
    /// The start tag.
    pub tag: Span,
    /// The `key` attribute.
    pub key: Option<Attribute>,
    /// The `value` attribute.
    pub value: Option<Attribute>,
}

impl Entry {
    /// Whether .NET stops reading the section here: it takes the end tag of a `clear` for that of the section.
    #[must_use]
    pub fn ends_reading(&self) -> bool {
        self.kind == EntryKind::Clear && self.element.end() > self.tag.end()
    }

    /// The key; empty if there is none.
    #[must_use]
    pub fn key_text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.key.map_or(Cow::Borrowed(""), |key| unescape(key.value.of(text)))
    }
}

/// An element that can hold others: the root, a section, a `location`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Element {
    /// From the start tag to the end tag.
    pub span: Span,
    /// The start tag.
    pub tag: Span,
    /// Between the tags; nothing for `<a/>`.
    pub content: Option<Span>,
}

/// An appSettings section.
#[derive(Debug, Default)]
pub struct Section {
    /// The element.
    pub element: Element,
    /// The index of its `location`, if it is in one.
    pub location: Option<usize>,
    /// What stands in it, in order.
    pub entries: Vec<Entry>,
    /// Where the last thing in it ends that is not white space.
    pub content_end: usize,
    /// Keys that are spelled in a way that .NET does not read (`Add`, `Key`), with their elements.
    pub strays: Vec<(Span, String)>,
    /// The `file` attribute's value.
    pub file: Option<String>,
    /// The `configSource` attribute's value.
    pub config_source: Option<String>,
    /// The `configProtectionProvider` attribute's value.
    pub protection: Option<String>,
}

impl Section {
    /// The entries that .NET reads, which are all of them in a section without problems.
    pub fn read_entries(&self) -> impl Iterator<Item = &Entry> {
        let mut over = false;
        self.entries.iter().take_while(move |entry| !std::mem::replace(&mut over, entry.ends_reading()))
    }
}

/// A `location` element.
#[derive(Debug)]
pub struct Location {
    /// The element.
    pub element: Element,
    /// Its path; empty for the whole file (no path, or `.`).
    pub path: String,
}

/// What the root element is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Root {
    /// `configuration`.
    Configuration,
    /// `appSettings`: the file that a `configSource` or `file` attribute names.
    AppSettings,
    /// Anything else.
    Foreign(String),
}

/// The outline of one document.
#[derive(Debug)]
pub struct Outline {
    /// The root element.
    pub root: Root,
    /// Where it is.
    pub root_element: Element,
    /// Where `configSections` ends, if there is one.
    pub config_sections_end: Option<usize>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// The `location` elements, in order.
    pub locations: Vec<Location>,
    /// What is wrong, in order.
    pub problems: Vec<Problem>,
}

impl Outline {
    /// Reads a text to its end.
    ///
    /// # Errors
    ///
    /// The first fault of the XML (`XmlMalformed`), or a document type (`DtdForbidden`), with its offset in the text in
    /// bytes.
    pub fn read(text: &str) -> Result<Self, Refused> {
        let mut reader = Reader::new(text)?;
        reader.document()?;
        Ok(reader.outline)
    }

    /// The sections that a location path addresses: those of the `location` elements with this path, without case, or
    /// for the empty path those of the whole file.
    pub fn sections_at(&self, path: &str) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(move |section| {
            let of = section.location.and_then(|index| self.locations.get(index)).map_or("", |location| &location.path);
            super::key::same(of, path)
        })
    }
}

struct Reader<'a> {
    scanner: Scanner<'a>,
    outline: Outline,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Result<Self, Refused> {
        let outline = Outline {
            root: Root::Configuration,
            root_element: Element::default(),
            config_sections_end: None,
            sections: Vec::new(),
            locations: Vec::new(),
            problems: Vec::new(),
        };
        Ok(Self { scanner: Scanner::new(text)?, outline })
    }

    fn text(&self) -> &'a str {
        self.scanner.text()
    }

    fn problem(&mut self, code: Code, span: Span, name: impl Into<String>) {
        let name = name.into();
        self.outline.problems.push(Problem { code, span, name });
    }

    fn document(&mut self) -> Result<(), Refused> {
        while let Some(token) = self.scanner.next_token()? {
            if let Token::Start { tag, name, empty } = token {
                self.root(tag, name, empty)?;
            }
        }
        if let Some(prefix) = self.scanner.undeclared_prefix() {
            self.problem(Code::UndeclaredPrefix, prefix, prefix.of(self.text()));
        }
        Ok(())
    }

    fn root(&mut self, tag: Span, name: Span, empty: bool) -> Result<(), Refused> {
        match name.of(self.text()) {
            "configuration" => {
                self.root_namespace();
                self.outline.root_element = self.children(tag, empty, None)?;
            }
            "appSettings" => {
                self.outline.root = Root::AppSettings;
                self.section(tag, empty, None)?;
                if let Some(section) = self.outline.sections.first() {
                    self.outline.root_element = section.element;
                }
            }
            other => {
                self.outline.root = Root::Foreign(other.to_owned());
                self.outline.root_element.tag = tag;
                if !empty {
                    self.scanner.skip_element()?;
                }
            }
        }
        Ok(())
    }

    fn root_namespace(&mut self) {
        let text = self.text();
        let xmlns = self.scanner.attributes().iter().find(|attribute| attribute.name.of(text) == "xmlns").copied();
        if let Some(Attribute { value, .. }) = xmlns
            && !matches!(value.of(text), NAMESPACE | "")
        {
            self.problem(Code::ForeignNamespace, value, unescape(value.of(text)));
        }
    }

    /// Reads the children of `configuration`, or of the `location` with this index.
    fn children(&mut self, tag: Span, empty: bool, location: Option<usize>) -> Result<Element, Refused> {
        if empty {
            return Ok(Element { span: tag, tag, content: None });
        }
        let mut first = true;
        loop {
            match self.scanner.next_token()? {
                Some(Token::Start { tag, name, empty }) => {
                    self.child(tag, name, empty, location, first)?;
                    first = false;
                }
                Some(Token::End { tag: end }) => return Ok(closed(tag, end)),
                Some(_) => {}
                None => return Ok(Element { span: tag, tag, content: None }),
            }
        }
    }

    fn child(
        &mut self,
        tag: Span,
        name: Span,
        empty: bool,
        location: Option<usize>,
        first: bool,
    ) -> Result<(), Refused> {
        match name.of(self.text()) {
            "appSettings" => return self.section(tag, empty, location),
            "location" => return self.location(tag, empty, location),
            "configSections" if location.is_none() => {
                if !first {
                    self.problem(Code::ConfigSectionsNotFirst, tag, "configSections");
                }
                return self.config_sections(tag, empty);
            }
            other if other.eq_ignore_ascii_case("appSettings") => self.problem(Code::SectionNameCase, name, other),
            _ => {}
        }
        if empty { Ok(()) } else { self.scanner.skip_element().map(drop) }
    }

    fn config_sections(&mut self, tag: Span, empty: bool) -> Result<(), Refused> {
        let mut end = tag.end();
        let mut depth = usize::from(!empty);
        while depth > 0 {
            match self.scanner.next_token()? {
                Some(Token::Start { name, empty, .. }) => {
                    if depth == 1 {
                        self.declared_section(name);
                    }
                    depth += usize::from(!empty);
                }
                Some(Token::End { tag }) => {
                    depth -= 1;
                    end = tag.end();
                }
                Some(_) => {}
                None => break,
            }
        }
        self.outline.config_sections_end = Some(end);
        Ok(())
    }

    fn declared_section(&mut self, element: Span) {
        let text = self.text();
        let name = self.scanner.attributes().iter().find(|attribute| attribute.name.of(text) == "name").copied();
        if matches!(element.of(text), "section" | "sectionGroup")
            && name.is_some_and(|name| name.value.of(text) == "appSettings")
        {
            self.problem(Code::SectionRedefined, element, "appSettings");
        }
    }

    fn location(&mut self, tag: Span, empty: bool, outer: Option<usize>) -> Result<(), Refused> {
        if outer.is_some() {
            self.problem(Code::NestedLocation, tag, "location");
            return if empty { Ok(()) } else { self.scanner.skip_element().map(drop) };
        }
        let path = self.location_path();
        let index = self.outline.locations.len();
        self.outline.locations.push(Location { element: Element::default(), path });
        let element = self.children(tag, empty, Some(index))?;
        if let Some(location) = self.outline.locations.get_mut(index) {
            location.element = element;
        }
        Ok(())
    }

    fn location_path(&mut self) -> String {
        let text = self.text();
        let mut path = String::new();
        for Attribute { name, value } in self.scanner.attributes().to_vec() {
            match name.of(text) {
                "path" => {
                    path = unescape(value.of(text)).into_owned();
                    if !is_location_path(&path) {
                        self.problem(Code::BadLocationPath, value, path.clone());
                    }
                }
                "allowOverride" | "inheritInChildApplications" => self.boolean(name, value),
                "overrideMode" => {}
                other => self.problem(Code::UnrecognizedAttribute, name, other),
            }
        }
        if path == "." { String::new() } else { path }
    }

    fn boolean(&mut self, name: Span, value: Span) {
        if !matches!(value.of(self.text()), "true" | "false") {
            self.problem(Code::BadBoolean, name, name.of(self.text()));
        }
    }

    fn section(&mut self, tag: Span, empty: bool, location: Option<usize>) -> Result<(), Refused> {
        let mut section = Section { location, content_end: tag.end(), ..Section::default() };
        self.section_attributes(&mut section);
        section.element = Element { span: tag, tag, content: None };
        if !empty {
            section.element = self.entries(&mut section, tag)?;
        }
        self.outline.sections.push(section);
        Ok(())
    }

    /// Reads the inside of a section up to its end tag.
    fn entries(&mut self, section: &mut Section, tag: Span) -> Result<Element, Refused> {
        loop {
            match self.scanner.next_token()? {
                Some(Token::Start { tag, name, empty }) => self.entry(section, tag, name, empty)?,
                Some(Token::End { tag: end }) => return Ok(closed(tag, end)),
                Some(Token::Text { blank: true, .. }) => {}
                Some(Token::Text { span, .. } | Token::Cdata { span }) => {
                    let span = trimmed(self.text(), span);
                    self.problem(Code::TextInSection, span, "appSettings");
                    section.content_end = span.end();
                }
                Some(Token::Misc { span }) => section.content_end = span.end(),
                None => return Ok(section.element),
            }
        }
    }

    fn section_attributes(&mut self, section: &mut Section) {
        let text = self.text();
        for Attribute { name, value } in self.scanner.attributes().to_vec() {
            let text_of = || Some(unescape(value.of(text)).into_owned());
            match name.of(text) {
                "file" => section.file = text_of().filter(|file| !file.is_empty()),
                "configSource" => section.config_source = text_of(),
                "configProtectionProvider" => section.protection = text_of(),
                // A root appSettings may carry the namespace declarations of the editor that made it.
                other if self.outline.root == Root::AppSettings && other.starts_with("xmlns") => {}
                other => self.lock_or_unknown(other, name, value),
            }
        }
    }

    fn lock_or_unknown(&mut self, attribute: &str, name: Span, value: Span) {
        match attribute {
            "lockItem" => self.boolean(name, value),
            "lockAttributes" | "lockElements" | "lockAllAttributesExcept" | "lockAllElementsExcept" => {}
            other => self.problem(Code::UnrecognizedAttribute, name, other),
        }
    }

    fn entry(&mut self, section: &mut Section, tag: Span, name: Span, empty: bool) -> Result<(), Refused> {
        let kind = match name.of(self.text()) {
            "add" => Some(EntryKind::Add),
            "remove" => Some(EntryKind::Remove),
            "clear" => Some(EntryKind::Clear),
            _ => None,
        };
        let Some(kind) = kind else {
            // What is encrypted is one element of another vocabulary, and the section says so itself.
            if section.protection.is_none() {
                self.stray(section, tag);
                self.problem(Code::UnrecognizedElement, name, name.of(self.text()));
            }
            section.content_end = if empty { tag.end() } else { self.scanner.skip_element()? };
            return Ok(());
        };
        let mut entry = Entry { kind, element: tag, tag, key: None, value: None };
        self.entry_attributes(&mut entry);
        if kind != EntryKind::Clear && entry.key.is_none() {
            self.stray(section, tag);
            self.problem(Code::MissingKey, name, name.of(self.text()));
        }
        if !empty {
            entry.element = Span::new(tag.start(), self.entry_content()?);
        }
        if entry.ends_reading() {
            self.problem(Code::ClearWithEndTag, tag, "clear");
        }
        section.content_end = entry.element.end();
        section.entries.push(entry);
        Ok(())
    }

    /// Remembers the key of an element that .NET does not read, so that an edit of this key can be refused.
    fn stray(&self, section: &mut Section, tag: Span) {
        let text = self.text();
        let key =
            self.scanner.attributes().iter().find(|attribute| attribute.name.of(text).eq_ignore_ascii_case("key"));
        if let Some(key) = key {
            section.strays.push((tag, unescape(key.value.of(text)).into_owned()));
        }
    }

    #[inline]
    fn entry_attributes(&mut self, entry: &mut Entry) {
        let text = self.text();
        for index in 0..self.scanner.attributes().len() {
            let attribute = self.scanner.attributes()[index];
            match (entry.kind, attribute.name.of(text)) {
                (EntryKind::Add | EntryKind::Remove, "key") => entry.key = Some(attribute),
                (EntryKind::Add, "value") => entry.value = Some(attribute),
                (EntryKind::Clear, other) => self.problem(Code::UnrecognizedAttribute, attribute.name, other),
                (_, other) => self.lock_or_unknown(other, attribute.name, attribute.value),
            }
        }
    }

    /// Reads the inside of `<add ...>...</add>`; tells where the end tag ends.
    fn entry_content(&mut self) -> Result<usize, Refused> {
        loop {
            match self.scanner.next_token()? {
                Some(Token::Start { name, empty, .. }) => {
                    self.problem(Code::UnrecognizedElement, name, name.of(self.text()));
                    if !empty {
                        self.scanner.skip_element()?;
                    }
                }
                Some(Token::End { tag }) => return Ok(tag.end()),
                Some(Token::Text { span, blank: false } | Token::Cdata { span }) => {
                    self.problem(Code::TextInSection, span, "appSettings");
                }
                Some(_) => {}
                None => return Ok(self.text().len()),
            }
        }
    }
}

fn closed(tag: Span, end: Span) -> Element {
    Element { span: Span::new(tag.start(), end.end()), tag, content: Some(Span::new(tag.end(), end.start())) }
}

/// A stretch of text without the white space around it.
fn trimmed(text: &str, span: Span) -> Span {
    let inside = span.of(text);
    let start = span.start() + inside.len() - inside.trim_start().len();
    Span::new(start, start + inside.trim().len())
}

/// Whether .NET takes a `location` path: relative, and of characters that a path may have.
fn is_location_path(path: &str) -> bool {
    let edge = [' ', '.', '/', '\\'];
    let forbidden = ['?', ':', '\\', '*', '"', '<', '>', '|'];
    path == "." || !(path.starts_with(edge) || path.ends_with(edge) || path.contains(forbidden))
}
