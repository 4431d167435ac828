//! What the entries of a section mean to System.Configuration: the last `add` of a key wins, `remove` and `clear`
//! count, keys compare without case, and the settings of a `file` attribute's file come after the section's own.
//! Reads entries; finds no sections and changes nothing.

use super::escape::unescape;
use super::key::{self, Key};
use super::outline::{Entry, EntryKind, Section};
use super::span::Span;
use super::wanted::Wanted;
use std::collections::{HashMap, HashSet};

/// What took the effect of a setting away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Override {
    /// An `add` of the same key, a `remove` of it, or a `clear`.
    pub kind: EntryKind,
    /// 0 for the document, 1 for the file of its `file` attribute.
    pub source: usize,
    /// The element.
    pub element: Span,
}

/// One `add` of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The key as it is spelled.
    pub key: String,
    /// The value; empty if the attribute is missing.
    pub value: String,
    /// 0 for the document, 1 for the file of its `file` attribute.
    pub source: usize,
    /// The element.
    pub element: Span,
    /// What took its effect away; nothing if it is in effect.
    pub overridden_by: Option<Override>,
}

impl Setting {
    /// Whether .NET sees this setting.
    #[must_use]
    pub fn is_effective(&self) -> bool {
        self.overridden_by.is_none()
    }
}

/// Settings in the order in which .NET meets them.
#[derive(Debug, Default)]
pub struct Settings {
    list: Vec<Setting>,
    in_effect: HashMap<String, usize>,
    sources: usize,
}

impl Settings {
    /// The settings of sections that belong together.
    #[must_use]
    pub fn of(text: &str, sections: &[&Section]) -> Self {
        let mut settings = Self::default();
        settings.take(text, sections, None);
        settings
    }

    /// Those of some keys only.
    #[must_use]
    pub fn of_wanted(text: &str, sections: &[&Section], wanted: &Wanted<'_>) -> Self {
        let mut settings = Self::default();
        settings.take(text, sections, Some(wanted));
        settings
    }

    /// Adds the settings of the sections of one more source: of all keys, or only of those that are wanted.
    pub fn take(&mut self, text: &str, sections: &[&Section], wanted: Option<&Wanted<'_>>) {
        self.sources += 1;
        for entry in sections.iter().flat_map(|section| section.read_entries()) {
            if wanted.is_none_or(|wanted| wanted.concerns(text, entry)) {
                self.enter(text, entry);
            }
        }
    }

    /// Every `add`, in order, also those without effect.
    #[must_use]
    pub fn all(&self) -> &[Setting] {
        &self.list
    }

    /// The setting of a key that .NET sees.
    #[must_use]
    pub fn effective(&self, key: &str) -> Option<&Setting> {
        self.in_effect.get(key::fold(key).as_ref()).and_then(|index| self.list.get(*index))
    }

    /// Takes one entry into account.
    fn enter(&mut self, text: &str, entry: &Entry) {
        let source = self.sources.saturating_sub(1);
        let by = Override { kind: entry.kind, source, element: entry.element };
        let key = entry.key.map(|key| unescape(key.value.of(text)));
        match (entry.kind, key) {
            (EntryKind::Clear, _) => {
                for (_, index) in std::mem::take(&mut self.in_effect) {
                    self.list[index].overridden_by = Some(by);
                }
            }
            (EntryKind::Remove, Some(key)) => {
                if let Some(index) = self.in_effect.remove(key::fold(&key).as_ref()) {
                    self.list[index].overridden_by = Some(by);
                }
            }
            (EntryKind::Add, Some(key)) => {
                let index = self.list.len();
                if let Some(earlier) = self.in_effect.insert(key::fold(&key).into_owned(), index) {
                    self.list[earlier].overridden_by = Some(by);
                }
                let value = entry.value.map(|value| unescape(value.value.of(text)).into_owned()).unwrap_or_default();
                self.list.push(Setting {
                    key: key.into_owned(),
                    value,
                    source,
                    element: entry.element,
                    overridden_by: None,
                });
            }
            (_, None) => {}
        }
    }
}

/// The `add`s of a section that take the effect of an earlier one away. Remembers keys, but copies none.
#[must_use]
pub fn repeated<'a>(text: &str, section: &'a Section) -> Vec<&'a Entry> {
    // Growing would hold two tables at a time.
    let mut in_effect = HashSet::with_capacity(section.entries.len());
    let mut repeated = Vec::new();
    for entry in section.read_entries() {
        let key = entry.key.map(|key| Key(unescape(key.value.of(text))));
        match (entry.kind, key) {
            (EntryKind::Clear, _) => in_effect.clear(),
            (EntryKind::Remove, Some(key)) => drop(in_effect.remove(&key)),
            (EntryKind::Add, Some(key)) => {
                if !in_effect.insert(key) {
                    repeated.push(entry);
                }
            }
            (_, None) => {}
        }
    }
    repeated
}
