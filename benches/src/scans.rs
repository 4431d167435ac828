//! How fast our scanner reads a document, beside quick-xml's reader. Both look at every attribute, in the same run.

use crate::Result;
use crate::contest::{Entrant, hold, timed, tries};
use crate::documents::Sample;
use crate::table::Table;
use quick_xml::events::Event;
use std::hint::black_box;
use uc_integration::config::Document;
use uc_integration::config::scan::Scanner;
use uc_integration::config::token::Token;

/// Rounds of each reader.
const ROUNDS: usize = 7;

/// Adds the rows of the readers.
pub(crate) fn measure(samples: &[Sample], table: &mut Table) {
    for (column, sample) in samples.iter().enumerate() {
        let Ok(text) = std::str::from_utf8(&sample.bytes) else { continue };
        let text = text.trim_start_matches('\u{FEFF}');
        let count = sample.tries.0;
        let mut entrants = [
            Entrant::new("quick-xml, attributes iterated", || tries(count, || timed(|| by_quick_xml(text)))),
            Entrant::new("our scanner, every rule checked", || tries(count, || timed(|| by_scanner(text)))),
            Entrant::new("our outline, from bytes", || tries(count, || timed(|| by_outline(&sample.bytes)))),
        ];
        hold(&mut entrants, ROUNDS);
        let speed = |entrant: &Entrant<'_>| entrant.median().map(|time| megabytes(text.len()) / time * 1000.0);
        let peer = speed(&entrants[0]);
        for entrant in &entrants {
            table.row(&format!("reading: {}", entrant.name)).speed(column, speed(entrant), &peer);
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "lengths of documents are far below 2^52")]
fn megabytes(length: usize) -> f64 {
    length as f64 / 1e6
}

fn by_scanner(text: &str) -> Result<usize> {
    let mut scanner = Scanner::new(text).map_err(|refused| format!("{refused:?}"))?;
    let mut seen = 0;
    while let Some(token) = scanner.next_token().map_err(|refused| format!("{refused:?}"))? {
        if let Token::Start { name, .. } = token {
            seen += name.len();
            for attribute in scanner.attributes() {
                seen += black_box(attribute.name.of(text)).len() + black_box(attribute.value.of(text)).len();
            }
        }
    }
    Ok(seen)
}

fn by_quick_xml(text: &str) -> Result<usize> {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut seen = 0;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) | Event::Empty(tag) => {
                seen += tag.name().as_ref().len();
                for attribute in tag.attributes() {
                    let attribute = attribute.map_err(|error| error.to_string())?;
                    seen += black_box(attribute.key.as_ref()).len() + black_box(&attribute.value).len();
                }
            }
            Event::Eof => return Ok(seen),
            _ => {}
        }
    }
}

fn by_outline(bytes: &[u8]) -> Result<usize> {
    let document = Document::parse(bytes).map_err(|error| error.to_string())?;
    Ok(document.outline().sections.iter().map(|section| section.entries.len()).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_readers_see_the_same() {
        let text = "<?xml version='1.0'?><a b='c' d='e &amp; f'><!-- x --><g h='i'/>text</a>";
        assert_eq!(by_scanner(text), by_quick_xml(text));
        assert_eq!(by_scanner(text), Ok(1 + 2 + 10 + 1 + 2));
    }
}
