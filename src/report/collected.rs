//! The documents of facts as the page lists them, and how the page writes times. Must not read a clock: every time is
//! one that a document or the request gave.

use super::labels::Labels;
use crate::facts::{Document, Time};
use crate::l10n::Culture;

/// One document.
#[derive(Debug)]
pub(super) struct DocumentView {
    pub(super) name: String,
    pub(super) computer: String,
    pub(super) shell: &'static str,
    pub(super) power_shell: Option<String>,
    pub(super) module: Option<String>,
    pub(super) time: String,
}

/// The documents, in the order in which evidence counts them.
pub(super) fn documents(documents: &[Document], culture: Culture) -> Vec<DocumentView> {
    let view = |document: &Document| DocumentView {
        name: file_name(&document.name).to_owned(),
        computer: document.collected.computer.clone(),
        shell: Labels::shell(culture, document.collected.shell),
        power_shell: document.collected.power_shell.clone(),
        module: document.collected.module.clone(),
        time: clock(document.collected.time),
    };
    documents.iter().map(view).collect()
}

/// The last part of a path: where the file was on the machine of whoever made the report says nothing to its readers.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(path)
}

/// A time to the minute, such as `2026-03-01 21:00 UTC`.
pub(super) fn clock(time: Time) -> String {
    let text = time.to_string();
    match (text.get(..10), text.get(11..16)) {
        (Some(day), Some(hour)) => format!("{day} {hour} UTC"),
        _ => text,
    }
}

/// A day, such as `2026-03-01`.
pub(super) fn day(time: Time) -> String {
    let text = time.to_string();
    text.get(..10).map_or_else(|| text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_short_and_say_their_zone() {
        let time = Time::parse("2026-03-01T22:00:59.5+01:00").unwrap();
        assert_eq!((clock(time), day(time)), ("2026-03-01 21:00 UTC".to_owned(), "2026-03-01".to_owned()));
    }

    #[test]
    fn a_path_is_shown_by_its_file() {
        for (path, name) in
            [("C:\\facts\\a.json", "a.json"), ("/x/b.json", "b.json"), ("ex01 (Lync)", "ex01 (Lync)"), ("/", "/")]
        {
            assert_eq!(file_name(path), name);
        }
    }
}
