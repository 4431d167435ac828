//! The few keys that somebody looks for among many. Long sections are passed over quickly, and nothing is copied of the
//! keys that nobody requested.

use super::escape::unescape;
use super::key::Key;
use super::outline::{Entry, EntryKind, Section};
use std::borrow::Cow;
use std::collections::HashSet;

/// The keys that are looked for.
#[derive(Debug)]
pub struct Wanted<'a> {
    keys: HashSet<Key<'a>>,
    /// The lengths and last letters that they have, one bit for each: hardly any other key has both.
    lengths: u64,
    ends: u64,
}

impl<'a> Wanted<'a> {
    /// These keys.
    pub fn new(keys: impl Iterator<Item = &'a str>) -> Self {
        let keys: HashSet<_> = keys.map(|key| Key(Cow::Borrowed(key))).collect();
        let lengths = keys.iter().fold(0, |bits, key| bits | length(&key.0));
        let ends = keys.iter().fold(0, |bits, key| bits | end(&key.0));
        Self { keys, lengths, ends }
    }

    /// Whether an entry counts for one of the keys: it has the key, or is a `clear`.
    #[inline]
    #[must_use]
    pub(super) fn concerns(&self, text: &str, entry: &Entry) -> bool {
        let Some(key) = entry.key else { return entry.kind == EntryKind::Clear };
        let raw = key.value.of(text);
        let maybe = self.lengths & length(raw) != 0 && self.ends & end(raw) != 0;
        // A reference is longer than its character, and so is the other case of some letters.
        let plain = || raw.bytes().all(|byte| byte.is_ascii() && byte != b'&');
        (maybe || !plain()) && self.keys.contains(&Key(unescape(raw)))
    }

    /// Every `add` of one of the keys, with the index of its section.
    pub(super) fn adds<'b>(&self, text: &str, sections: &'b [&'b Section]) -> Vec<(usize, &'b Entry)> {
        let all =
            sections.iter().enumerate().flat_map(|(at, section)| section.entries.iter().map(move |entry| (at, entry)));
        all.filter(|(_, entry)| entry.kind == EntryKind::Add && self.concerns(text, entry)).collect()
    }
}

fn length(key: &str) -> u64 {
    1 << (key.len() % 64)
}

fn end(key: &str) -> u64 {
    1 << (key.as_bytes().last().map_or(0, u8::to_ascii_uppercase) % 64)
}
