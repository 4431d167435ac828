//! The encodings of one byte or a few that a declaration may name, from the tables of `encoding_rs`, held to what
//! .NET reads. Decides nothing about documents; [`super::encoding`] does.

use encoding_rs::{Encoding, ISO_2022_JP, WINDOWS_874, WINDOWS_1252, WINDOWS_1254};
use std::borrow::Cow;

/// One table of characters.
///
/// `encoding_rs` follows the Web, which gives the names of three ISO standards to larger code pages of Windows. .NET
/// does not, so under such a name the bytes 0x80 to 0x9F, where the two differ, are neither read nor written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    encoding: &'static Encoding,
    without_c1: bool,
}

impl Table {
    /// The table of a declared name, if there is one. UTF-8 is none, whatever the Web calls it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let encoding = Encoding::for_label_no_replacement(name.as_bytes())?;
        if encoding == encoding_rs::X_USER_DEFINED || encoding == encoding_rs::UTF_8 {
            return None;
        }
        let of_windows = ["windows", "cp", "x-cp", "dos"]
            .iter()
            .any(|start| name.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)));
        let differs = [WINDOWS_1252, WINDOWS_1254, WINDOWS_874].contains(&encoding);
        Some(Self { encoding, without_c1: differs && !of_windows })
    }

    /// The name of the table, in lower case.
    #[must_use]
    pub fn name(self) -> String {
        self.encoding.name().to_ascii_lowercase()
    }

    /// Whether a text of ASCII characters has the same bytes in this table, whatever they are.
    #[must_use]
    pub fn keeps_ascii(self) -> bool {
        self.encoding != ISO_2022_JP
    }

    /// The text of these bytes, or nothing if writing it again would not give the same bytes.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        let text = self.encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        let (back, _, lacking) = self.encoding.encode(&text);
        (!lacking && *back == *bytes && self.allows(bytes)).then_some(text)
    }

    /// The bytes of a text. Characters that the table lacks become character references.
    #[must_use]
    pub fn encode(self, text: &str) -> Vec<u8> {
        if let Some(bytes) = self.exactly(text) {
            return bytes.into_owned();
        }
        let mut buffer = [0_u8; 4];
        let mut safe = String::with_capacity(text.len() + 16);
        for c in text.chars() {
            if self.exactly(c.encode_utf8(&mut buffer)).is_some() {
                safe.push(c);
            } else {
                super::escape::push_reference(c, &mut safe);
            }
        }
        self.encoding.encode(&safe).0.into_owned()
    }

    /// The bytes of a text, if they are read back as that text.
    fn exactly(self, text: &str) -> Option<Cow<'_, [u8]>> {
        let (bytes, _, lacking) = self.encoding.encode(text);
        let back = self.encoding.decode_without_bom_handling_and_without_replacement(&bytes);
        (!lacking && self.allows(&bytes) && back.is_some_and(|back| back == text)).then_some(bytes)
    }

    fn allows(self, bytes: &[u8]) -> bool {
        !(self.without_c1 && bytes.iter().any(|byte| (0x80..=0x9F).contains(byte)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str) -> Table {
        Table::named(name).unwrap()
    }

    #[test]
    fn characters_that_the_table_lacks_become_references() {
        assert_eq!(table("windows-1252").encode("a\u{20AC}b\u{4E00}"), b"a\x80b&#x4E00;");
        assert_eq!(table("shift_jis").decode(&table("shift_jis").encode("日本")).unwrap(), "日本");
    }

    #[test]
    fn names_of_iso_standards_do_not_get_the_characters_of_windows() {
        assert_eq!(table("iso-8859-9").encode("\u{20AC}"), b"&#x20AC;");
        assert_eq!(table("windows-1254").encode("\u{20AC}"), b"\x80");
        assert!(table("iso-8859-9").decode(b"\x80").is_none());
        assert_eq!(table("iso-8859-9").decode(b"\xFD").unwrap(), "ı");
        assert!(table("iso88591").decode(b"\x80").is_none());
    }

    #[test]
    fn encodings_that_cannot_be_written_have_no_table() {
        for name in ["utf-7", "iso-2022-kr", "x-user-defined", "x-none", "", "utf8", "unicode11utf8"] {
            assert!(Table::named(name).is_none(), "{name}");
        }
    }
}
