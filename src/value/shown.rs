//! How a piece of somebody's input is printed inside a sentence: short, and with nothing in it that cannot be seen.
//! Must not change what the value means; it is for people's eyes only.

use crate::characters::{code_point, is_unseen_in_value};

/// The longest piece of a value that a sentence repeats, in characters.
const LIMIT: usize = 80;

/// A value as a sentence repeats it: at most 80 characters, unseen ones as `U+XXXX`.
#[must_use]
pub fn shown(value: &str) -> String {
    let mut out = String::new();
    for c in value.chars().take(LIMIT) {
        if is_unseen(c) {
            out.push_str(&code_point(c));
        } else {
            out.push(c);
        }
    }
    if value.chars().nth(LIMIT).is_some() {
        out.push('…');
    }
    out
}

/// A character as a sentence names it: `'x'` as it is, `'é' (U+00E9)` outside of ASCII, `U+200E` if it cannot be seen.
pub(super) fn shown_char(c: char) -> String {
    if is_unseen(c) || c == ' ' {
        code_point(c)
    } else if c.is_ascii() {
        format!("'{c}'")
    } else {
        format!("'{c}' ({})", code_point(c))
    }
}

fn is_unseen(c: char) -> bool {
    c.is_control() || is_unseen_in_value(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_are_cut_and_unseen_characters_are_numbered() {
        assert_eq!(shown(&"é".repeat(80)), "é".repeat(80));
        assert_eq!(shown(&"é".repeat(81)), format!("{}…", "é".repeat(80)));
        assert_eq!(shown("a\u{200e}b\0\n c"), "aU+200EbU+0000U+000A c");
    }

    #[test]
    fn characters_are_named_so_that_they_can_be_told_apart() {
        assert_eq!(shown_char('x'), "'x'");
        assert_eq!(shown_char('\u{410}'), "'А' (U+0410)");
        assert_eq!(shown_char('\u{feff}'), "U+FEFF");
        assert_eq!(shown_char(' '), "U+0020");
        assert_eq!(shown_char('\u{1f600}'), "'😀' (U+1F600)");
    }
}
