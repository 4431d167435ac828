//! Names of elements and attributes: which characters they may have, and whether a tag has one twice. Knows no name.

use super::scan::Attribute;
use std::collections::HashSet;

/// From this number of attributes on, names are compared by hash: a hostile tag may have a million of them.
const MANY: usize = 16;

/// Length in bytes of the name at the start of a text; 0 if there is none. A colon parts a prefix from the rest and
/// may stand only once, inside.
#[inline]
#[must_use]
pub(super) fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':') {
            at += 1;
        } else if *byte >= 0x80 {
            match text[at..].chars().next() {
                Some(c) if is_name_char(c) => at += c.len_utf8(),
                _ => break,
            }
        } else {
            break;
        }
    }
    let name = &text[..at];
    let starts = |part: &str| part.chars().next().is_some_and(is_start_char);
    let fits = match memchr::memchr(b':', name.as_bytes()) {
        None => starts(name),
        Some(colon) => starts(&name[..colon]) && starts(&name[colon + 1..]) && !name[colon + 1..].contains(':'),
    };
    if fits { at } else { 0 }
}

/// Whether a name may begin with this character (XML 1.0, fifth edition; the colon is left to [`length`]).
fn is_start_char(c: char) -> bool {
    matches!(c,
        'A'..='Z' | 'a'..='z' | '_' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

fn is_name_char(c: char) -> bool {
    is_start_char(c) || matches!(c, '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// Where the first attribute begins whose name an earlier one has.
#[must_use]
pub(super) fn first_duplicate(bytes: &[u8], list: &[Attribute]) -> Option<usize> {
    let name = |attribute: &Attribute| &bytes[attribute.name.range()];
    if list.len() > MANY {
        let mut seen = HashSet::with_capacity(list.len());
        return list.iter().find(|attribute| !seen.insert(name(attribute))).map(|attribute| attribute.name.start());
    }
    let repeated = |at: usize| list[..at].iter().any(|earlier| name(earlier) == name(&list[at]));
    (1..list.len()).find(|at| repeated(*at)).map(|at| list[at].name.start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_where_xml_says() {
        for (text, expected) in [
            ("add key", 3),
            ("a:b>", 3),
            ("system.web/", 10),
            ("é-1=", 4),
            (":a", 0),
            ("a:", 0),
            ("a:b:c", 0),
            ("a:1", 0),
            ("1a", 0),
            ("-a", 0),
            ("\u{201C}a", 0),
            ("a\u{201C}", 1),
            ("", 0),
        ] {
            assert_eq!(length(text), expected, "{text}");
        }
    }
}
