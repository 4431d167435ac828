//! Characters in attribute values: which ones XML allows, how they are written, and how they are read back. The
//! counterpart of .NET's `XmlReader` as System.Configuration uses it: line ends and tabs are kept as they are.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether XML 1.0 allows a character.
#[must_use]
pub(super) fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// The first character of a text that XML forbids.
#[must_use]
pub(crate) fn first_forbidden(text: &str) -> Option<char> {
    text.chars().find(|c| !is_allowed(*c))
}

/// Writes a character as a reference.
pub(super) fn push_reference(c: char, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = write!(out, "&#x{:X};", u32::from(c));
}

/// Text as it stands between `quote`s. Tabs and line ends become references, because other readers than .NET's turn
/// them into blanks.
#[must_use]
pub(super) fn escape(text: &str, quote: char) -> Cow<'_, str> {
    let special = |c: char| matches!(c, '&' | '<' | '>' | '\t' | '\n' | '\r') || c == quote;
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quote == '"' => out.push_str("&quot;"),
            '\'' if quote == '\'' => out.push_str("&apos;"),
            '\t' | '\n' | '\r' => push_reference(c, &mut out),
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// What one reference stands for, without its `&` and `;`.
#[must_use]
pub(super) fn resolve(reference: &str) -> Option<char> {
    match reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let digits = reference.strip_prefix('#')?;
            let number = match digits.strip_prefix('x') {
                Some(hex) if hex.bytes().all(|b| b.is_ascii_hexdigit()) => u32::from_str_radix(hex, 16).ok()?,
                None if digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().ok()?,
                _ => return None,
            };
            char::from_u32(number).filter(|c| is_allowed(*c))
        }
    }
}

/// The text that a raw attribute value stands for. The scanner has checked the references; one that is wrong all the
/// same is kept as it is written.
#[must_use]
pub(super) fn unescape(raw: &str) -> Cow<'_, str> {
    let Some(first) = memchr::memchr(b'&', raw.as_bytes()) else {
        return Cow::Borrowed(raw);
    };
    let mut out = String::with_capacity(raw.len());
    out.push_str(&raw[..first]);
    let mut rest = &raw[first..];
    while let Some(tail) = rest.strip_prefix('&') {
        let (known, after) = match tail.split_once(';') {
            Some((name, after)) => (resolve(name), after),
            None => (None, tail),
        };
        let after = match known {
            Some(c) => {
                out.push(c);
                after
            }
            None => {
                out.push('&');
                tail
            }
        };
        let next = memchr::memchr(b'&', after.as_bytes()).unwrap_or(after.len());
        out.push_str(&after[..next]);
        rest = &after[next..];
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["", "plain", "a & b < c > d \" e ' f", "x\r\ny\tz", "]]>", "--", "&amp;", "é \u{1F600}"] {
            for quote in ['"', '\''] {
                let raw = escape(text, quote);
                assert!(!raw.contains(['<', '\n', '\r', '\t', quote]), "{raw}");
                assert_eq!(unescape(&raw), text);
            }
        }
    }

    #[test]
    fn references_are_read_as_xml_defines_them() {
        assert_eq!(unescape("&#65;&#x42;&lt;&apos;"), "AB<'");
        for wrong in ["#", "#x", "#1", "#xD800", "#x110000", "#xFFFE", "nbsp", "", "#X41", "#+65"] {
            assert_eq!(resolve(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn forbidden_characters_are_found() {
        for c in ['\0', '\u{1}', '\u{B}', '\u{1F}', '\u{FFFE}', '\u{FFFF}'] {
            assert_eq!(first_forbidden(&format!("a{c}")), Some(c));
        }
        assert_eq!(first_forbidden("a\t\r\n\u{7F}\u{85}\u{FFFD}\u{10FFFF}"), None);
    }
}
