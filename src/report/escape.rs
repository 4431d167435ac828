//! The only place where a value becomes a part of the page: no value ends its element or attribute, and nothing in it
//! is unseen or turns the direction of what follows. Templates call it without being asked; there is no way past it.

use crate::characters::{code_point, is_unseen_in_report};
use askama::filters::Escaper;
use std::fmt::{Result, Write};

/// Escapes for text and quoted attributes of HTML and SVG, and writes unseen characters by number.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Visible;

impl Escaper for Visible {
    fn write_escaped_str<W: Write>(&self, mut dest: W, text: &str) -> Result {
        let mut from = 0;
        for (at, one) in text.char_indices().filter(|(_, one)| !is_plain(*one)) {
            dest.write_str(&text[from..at])?;
            self.write_escaped_char(&mut dest, one)?;
            from = at + one.len_utf8();
        }
        dest.write_str(&text[from..])
    }

    fn write_escaped_char<W: Write>(&self, mut dest: W, one: char) -> Result {
        match one {
            '<' => dest.write_str("&lt;"),
            '>' => dest.write_str("&gt;"),
            '&' => dest.write_str("&amp;"),
            '"' => dest.write_str("&quot;"),
            '\'' => dest.write_str("&#39;"),
            _ if is_plain(one) => dest.write_char(one),
            _ => write!(dest, "[{}]", code_point(one)),
        }
    }
}

/// Whether a character is written as it is.
fn is_plain(one: char) -> bool {
    !matches!(one, '<' | '>' | '&' | '"' | '\'') && !is_unseen_in_report(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        Visible.write_escaped_str(&mut out, text).unwrap();
        out
    }

    #[test]
    fn no_value_ends_an_element_or_an_attribute() {
        assert_eq!(escaped("</title><script a='b' c=\"d\">&"), {
            "&lt;/title&gt;&lt;script a=&#39;b&#39; c=&quot;d&quot;&gt;&amp;"
        });
        assert_eq!(escaped("]]>-->"), "]]&gt;--&gt;");
    }

    #[test]
    fn what_cannot_be_seen_is_written_by_number() {
        assert_eq!(escaped("a\u{202e}b\u{2066}\0\r"), "a[U+202E]b[U+2066][U+0000][U+000D]");
        assert_eq!(escaped("\u{feff}\u{200e}\u{e0041}"), "[U+FEFF][U+200E][U+E0041]");
        assert_eq!(escaped("é 字 😀\u{a0}: x\ny"), "é 字 😀\u{a0}: x\ny");
    }
}
