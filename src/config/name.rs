//! Names of elements and attributes: which characters they may have, and whether a tag has one twice. Knows no name.

use super::token::Attribute;
use std::collections::HashSet;

/// From this number of attributes on, names are compared by hash: a hostile tag may have a million of them.
const MANY: usize = 16;

/// What a byte is in a name: the letters, digits and marks of ASCII, of which some may begin one.
const PLAIN: u8 = 1;
const START: u8 = 2;

const CLASS: [u8; 256] = {
    let mut class = [0; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        class[byte as usize] = match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'_' => PLAIN | START,
            b'0'..=b'9' | b'-' | b'.' => PLAIN,
            _ => 0,
        };
        byte += 1;
    }
    class
};

/// A name at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Its length in bytes.
    pub length: usize,
    /// Whether it has a prefix.
    pub prefixed: bool,
}

/// The name at the start of a text, if there is one. A colon parts a prefix from the rest and may stand only once,
/// inside.
#[inline]
#[must_use]
pub(super) fn at_start(text: &str) -> Option<Name> {
    let bytes = text.as_bytes();
    let plain = bytes.iter().take_while(|byte| CLASS[usize::from(**byte)] & PLAIN != 0).count();
    match bytes.get(plain) {
        Some(b':' | 0x80..) => unusual(text),
        _ if plain > 0 && CLASS[usize::from(bytes[0])] & START != 0 => Some(Name { length: plain, prefixed: false }),
        _ => None,
    }
}

/// A name with a prefix, or with characters outside of ASCII.
fn unusual(text: &str) -> Option<Name> {
    let is_inside = |c: char| c == ':' || is_name_char(c) || c.is_ascii_digit() || matches!(c, '-' | '.');
    let length = text.find(|c| !is_inside(c)).unwrap_or(text.len());
    let starts = |part: &str| part.chars().next().is_some_and(is_start_char);
    let prefixed = match text[..length].split_once(':') {
        None => starts(&text[..length]).then_some(false),
        Some((prefix, local)) => (starts(prefix) && starts(local) && !local.contains(':')).then_some(true),
    };
    prefixed.map(|prefixed| Name { length, prefixed })
}

/// Whether a name may begin with this character (XML 1.0, fifth edition; the colon is left to [`unusual`]).
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
    fn a_prefix_is_seen() {
        for (text, expected) in [("a:b ", true), ("é:b ", true), ("ab=", false), ("aé=':'", false), ("a b:c", false)]
        {
            assert_eq!(at_start(text).unwrap().prefixed, expected, "{text}");
        }
    }

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
            assert_eq!(at_start(text).map_or(0, |name| name.length), expected, "{text}");
        }
    }
}
