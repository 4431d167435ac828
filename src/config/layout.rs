//! How a document is laid out, so that what is added looks like its neighbours: line ends, indentation, quotes, the
//! blank before `/>`. Describes; the edits themselves are made in `change`.

use super::escape::escape;
use super::lines::{self, LineEnds};
use super::outline::{Element, Entry, EntryKind, Outline, Section};
use super::span::Span;

/// One step of indentation where the document shows none.
const STEP: &str = "  ";

/// How the `add` elements of a section are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AddStyle {
    quote: char,
    value_first: bool,
    closing: &'static str,
}

impl AddStyle {
    /// The style of the last `add` of a section that has both attributes, else the usual one.
    #[must_use]
    pub(super) fn of(text: &str, section: Option<&Section>) -> Self {
        let usual = Self { quote: '"', value_first: false, closing: " />" };
        let entries = section.map_or(&[][..], |section| &section.entries);
        let model = entries.iter().rev().find(|entry| entry.kind == EntryKind::Add && entry.value.is_some());
        let Some(Entry { tag, key: Some(key), value: Some(value), element, .. }) = model else { return usual };
        let end_tag = element.end() > tag.end();
        let blank = tag.of(text).trim_end_matches(['/', '>']).ends_with([' ', '\t', '\r', '\n']);
        let closing = match (end_tag, blank) {
            (true, _) => "></add>",
            (false, true) => " />",
            (false, false) => "/>",
        };
        let quote = if text.as_bytes().get(key.value.end()) == Some(&b'\'') { '\'' } else { '"' };
        Self { quote, value_first: value.name.start() < key.name.start(), closing }
    }

    /// An `add` element in this style.
    #[must_use]
    pub(super) fn write(&self, key: &str, value: &str) -> String {
        let Self { quote, closing, .. } = self;
        let key = format!("key={quote}{}{quote}", escape(key, *quote));
        let value = format!("value={quote}{}{quote}", escape(value, *quote));
        if self.value_first { format!("<add {value} {key}{closing}") } else { format!("<add {key} {value}{closing}") }
    }
}

/// The white space before an element as far as the element owns it: back to the last line end, that included, or all
/// of it where there is no line end.
#[must_use]
pub(super) fn leading_whitespace(text: &str, at: usize) -> Span {
    let before = &text[..at];
    let blank_start = before.trim_end_matches([' ', '\t', '\r', '\n']).len();
    let own_line = lines::line_start(text, at);
    if own_line <= blank_start {
        return Span::new(blank_start, at);
    }
    let end_length = if text[..own_line].ends_with("\r\n") { 2 } else { 1 };
    Span::new(own_line - end_length, at)
}

/// The line end and indentation of an element, or nothing if it does not begin its line.
fn own_line(text: &str, at: usize) -> Option<&str> {
    let lead = leading_whitespace(text, at).of(text);
    lead.starts_with(['\r', '\n']).then_some(lead)
}

/// The indentation of the line of an element, whatever else stands on that line before it.
fn indent(text: &str, at: usize) -> &str {
    let line = &text[lines::line_start(text, at)..at];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// The line ends and indentations for what is added to a document.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    text: &'a str,
    newline: &'static str,
}

impl<'a> Layout<'a> {
    /// The layout of a text.
    #[must_use]
    pub(super) fn of(text: &'a str) -> Self {
        // A document without any line end is one line, and stays one.
        Self { text, newline: LineEnds::count(text).usual().unwrap_or("") }
    }

    /// The white space before an element that is added to a section.
    #[must_use]
    pub(super) fn before_entry(&self, section: &Section, outline: &Outline) -> String {
        if let Some(last) = section.entries.last() {
            return leading_whitespace(self.text, last.element.start()).of(self.text).to_owned();
        }
        let content = section.element.content.map(|content| Span::new(content.start(), section.content_end));
        let inside = content.map(|content| content.of(self.text).trim_start()).unwrap_or_default();
        if !inside.is_empty()
            && let Some(lead) = own_line(self.text, section.content_end - inside.len())
        {
            return lead.to_owned();
        }
        self.below(section.element, outline)
    }

    /// The white space before the end tag of an element, as deep as its start tag.
    #[must_use]
    pub(super) fn before_end_tag(&self, element: Element) -> String {
        format!("{}{}", self.newline, if self.newline.is_empty() { "" } else { indent(self.text, element.tag.start()) })
    }

    /// The white space before the first child of an element: that of a child that it has, else one step deeper.
    #[must_use]
    pub(super) fn below(&self, element: Element, outline: &Outline) -> String {
        if self.newline.is_empty() {
            return String::new();
        }
        format!("{}{}{}", self.newline, indent(self.text, element.tag.start()), self.step(outline))
    }

    /// The white space before a child that is added to the root or a `location`: that of its first child.
    #[must_use]
    pub(super) fn before_child(&self, element: Element, outline: &Outline) -> String {
        let content = element.content.map(|content| content.of(self.text)).unwrap_or_default();
        let first = content.len() - content.trim_start().len();
        let start = element.tag.end();
        match own_line(self.text, start + first) {
            Some(lead) if first > 0 && first < content.len() => lead.to_owned(),
            _ if !content.is_empty() && first == 0 => String::new(),
            _ => self.below(element, outline),
        }
    }

    /// One step of indentation: how much deeper the first child of the root is than the root.
    #[must_use]
    pub(super) fn step(&self, outline: &Outline) -> &'a str {
        let root = outline.root_element;
        let content = root.content.map(|content| content.of(self.text)).unwrap_or_default();
        let first = root.tag.end() + content.len() - content.trim_start().len();
        let outer = indent(self.text, root.tag.start());
        match own_line(self.text, first).map(|lead| lead.trim_start_matches(['\r', '\n'])) {
            Some(inner) if inner.len() > outer.len() && !content.trim_start().is_empty() => {
                self.text.get(first - (inner.len() - outer.len())..first).unwrap_or(STEP)
            }
            _ => STEP,
        }
    }
}
