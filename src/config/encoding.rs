//! From the bytes of a file to its text and back: byte order marks, the encoding that the XML declaration names, and
//! the one map between offsets of text and offsets of bytes. Nothing here knows what the text means.
//!
//! Invariant: whoever encodes the text of an accepted document gets its bytes back, so replacing a stretch of text
//! never changes a byte outside of it.

use super::declaration;
use super::escape;
use super::legacy::Table;
use crate::error::{Error, Position, Result};
use crate::l10n::Text;
use crate::status::Status;
use encoding_rs::{UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// How the characters of a document are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, little endian.
    Utf16Le,
    /// UTF-16, big endian.
    Utf16Be,
    /// UTF-32, little endian.
    Utf32Le,
    /// UTF-32, big endian.
    Utf32Be,
    /// ISO 8859-1 as .NET means it: byte 0x80 is U+0080, not the Euro sign.
    Latin1,
    /// Seven bits.
    Ascii,
    /// Any other encoding that a declaration may name.
    Legacy(Table),
}

impl Encoding {
    /// The name as an XML declaration writes it, in lower case.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Utf8 => "utf-8".to_owned(),
            Self::Utf16Le | Self::Utf16Be => "utf-16".to_owned(),
            Self::Utf32Le | Self::Utf32Be => "utf-32".to_owned(),
            Self::Latin1 => "iso-8859-1".to_owned(),
            Self::Ascii => "us-ascii".to_owned(),
            Self::Legacy(table) => table.name(),
        }
    }

    /// The bytes of a piece of text. What the encoding lacks becomes a character reference.
    #[must_use]
    pub fn encode(self, text: &str) -> Vec<u8> {
        let mut out = Vec::with_capacity(text.len());
        match self {
            Self::Utf8 => out.extend_from_slice(text.as_bytes()),
            Self::Utf16Le => out.extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
            Self::Utf16Be => out.extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
            Self::Utf32Le => out.extend(text.chars().flat_map(|c| u32::from(c).to_le_bytes())),
            Self::Utf32Be => out.extend(text.chars().flat_map(|c| u32::from(c).to_be_bytes())),
            Self::Latin1 => narrow(text, 0xFF, &mut out),
            Self::Ascii => narrow(text, 0x7F, &mut out),
            Self::Legacy(table) => out = table.encode(text),
        }
        out
    }

    /// Number of bytes that a piece of the document's own text takes.
    fn width(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16Le | Self::Utf16Be => 2 * text.encode_utf16().count(),
            Self::Utf32Le | Self::Utf32Be => 4 * text.chars().count(),
            Self::Latin1 | Self::Ascii => text.chars().count(),
            Self::Legacy(_) => self.encode(text).len(),
        }
    }

    fn is_wide(self) -> bool {
        matches!(self, Self::Utf16Le | Self::Utf16Be | Self::Utf32Le | Self::Utf32Be)
    }
}

/// Writes the characters up to `last` as single bytes and the others as references.
fn narrow(text: &str, last: u32, out: &mut Vec<u8>) {
    for c in text.chars() {
        match u8::try_from(c) {
            Ok(byte) if u32::from(byte) <= last => out.push(byte),
            _ => {
                let mut reference = String::new();
                escape::push_reference(c, &mut reference);
                out.extend_from_slice(reference.as_bytes());
            }
        }
    }
}

/// Where the XML declaration stands.
const FIRST_LINE: Position = Position { offset: 0, line: 1, column: 1 };

/// The text of a document together with what is needed to write a part of it again.
#[derive(Debug)]
pub struct DecodedText<'a> {
    bytes: &'a [u8],
    content: Cow<'a, str>,
    encoding: Encoding,
    mark: usize,
}

impl<'a> DecodedText<'a> {
    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// `EncodingUnsupported`, `EncodingMismatch`, `EncodingInvalid`, or `DocumentTooLarge` from 4 GiB on.
    pub fn decode(bytes: &'a [u8]) -> Result<Self> {
        if u32::try_from(bytes.len()).is_err() {
            return Err(Error::new(Status::DocumentTooLarge).with("limit", u32::MAX.to_string()));
        }
        let (family, mark) = detect(bytes);
        let body = &bytes[mark..];
        if family.is_wide() {
            let text = decode_wide(family, body).ok_or_else(|| bad_wide(family, body, mark))?;
            if let Some(name) = declaration::encoding(&text)
                && !names_wide(family, name)
            {
                return Err(mismatch(name, family));
            }
            return Ok(Self { bytes, content: Cow::Owned(text), encoding: family, mark });
        }
        let (encoding, content) = decode_narrow(body, mark > 0)?;
        Ok(Self { bytes, content, encoding, mark })
    }

    /// The text, without a byte order mark.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// The text alone, without a copy.
    #[must_use]
    pub fn into_content(self) -> Cow<'a, str> {
        self.content
    }

    /// The encoding.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The bytes of a piece of text in this document. Where the mark says UTF-8 and the declaration another encoding,
    /// readers disagree on every character outside of ASCII, so those are written as references.
    #[must_use]
    pub fn encode(&self, text: &str) -> Vec<u8> {
        let disputed = self.mark > 0 && !self.encoding.is_wide() && self.encoding != Encoding::Utf8;
        let encoding = if disputed { Encoding::Ascii } else { self.encoding };
        encoding.encode(text)
    }

    /// Whether the file begins with a byte order mark.
    #[must_use]
    pub fn has_mark(&self) -> bool {
        self.mark > 0
    }

    /// The bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The offset in the file of an offset in the text.
    #[must_use]
    pub fn byte_offset(&self, at: usize) -> usize {
        let before = self.content.get(..at).unwrap_or(&self.content);
        self.mark + if self.is_same_bytes() { before.len() } else { self.encoding.width(before) }
    }

    /// The place of an offset in the text, as editors count it.
    #[must_use]
    pub fn position(&self, at: usize) -> Position {
        let (line, column) = super::lines::line_and_column(&self.content, at);
        Position { offset: self.byte_offset(at), line, column }
    }

    /// Whether the text stands in the file byte for byte, so that offsets need no counting.
    fn is_same_bytes(&self) -> bool {
        matches!(self.content, Cow::Borrowed(_))
    }
}

/// The family of encodings that the first bytes show, and the length of the byte order mark. Without a sign of
/// UTF-16 or UTF-32, the answer is UTF-8, which the declaration may correct to any encoding that contains ASCII.
fn detect(bytes: &[u8]) -> (Encoding, usize) {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding::Utf32Le, 4),
        [0, 0, 0xFE, 0xFF, ..] => (Encoding::Utf32Be, 4),
        [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
        [b'<', 0, 0, 0, ..] => (Encoding::Utf32Le, 0),
        [0, 0, 0, b'<', ..] => (Encoding::Utf32Be, 0),
        [b'<', 0, ..] => (Encoding::Utf16Le, 0),
        [0, b'<', ..] => (Encoding::Utf16Be, 0),
        _ => (Encoding::Utf8, 0),
    }
}

fn decode_wide(family: Encoding, body: &[u8]) -> Option<String> {
    let utf16 = |legacy: &'static encoding_rs::Encoding| {
        // An odd byte at the end is no text, and the decoder says so.
        legacy.decode_without_bom_handling_and_without_replacement(body).map(Cow::into_owned)
    };
    match family {
        Encoding::Utf16Le => utf16(UTF_16LE),
        Encoding::Utf16Be => utf16(UTF_16BE),
        Encoding::Utf32Le => decode_utf32(body, u32::from_le_bytes),
        _ => decode_utf32(body, u32::from_be_bytes),
    }
}

/// The error for bytes that are no UTF-16 or UTF-32, at the first of them.
fn bad_wide(family: Encoding, body: &[u8], mark: usize) -> Error {
    let half = |order: fn([u8; 2]) -> u16| {
        let units = body.as_chunks::<2>().0.iter().map(|unit| order(*unit));
        char::decode_utf16(units).map_while(std::result::Result::ok).collect::<String>()
    };
    let quarter = |order: fn([u8; 4]) -> u32| {
        body.as_chunks::<4>().0.iter().map_while(|unit| char::from_u32(order(*unit))).collect()
    };
    let valid = match family {
        Encoding::Utf16Le => half(u16::from_le_bytes),
        Encoding::Utf16Be => half(u16::from_be_bytes),
        Encoding::Utf32Le => quarter(u32::from_le_bytes),
        _ => quarter(u32::from_be_bytes),
    };
    let (line, column) = super::lines::line_and_column(&valid, valid.len());
    invalid(&family.name()).at(Position { offset: mark + family.width(&valid), line, column })
}

fn decode_utf32(body: &[u8], number: fn([u8; 4]) -> u32) -> Option<String> {
    let (units, rest) = body.as_chunks::<4>();
    if !rest.is_empty() {
        return None;
    }
    units.iter().map(|unit| char::from_u32(number(*unit))).collect()
}

/// Whether a declared name fits a document that is UTF-16 or UTF-32 by its bytes. .NET accepts the names without a
/// byte order for either order.
fn names_wide(family: Encoding, name: &str) -> bool {
    let names: &[&str] = match family {
        Encoding::Utf16Le => &["utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2"],
        Encoding::Utf16Be => &["utf-16", "utf-16be", "unicodefffe", "ucs-2", "iso-10646-ucs-2"],
        Encoding::Utf32Le => &["utf-32", "utf-32le", "ucs-4", "iso-10646-ucs-4"],
        _ => &["utf-32", "utf-32be", "ucs-4", "iso-10646-ucs-4"],
    };
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Reads text in an encoding that contains ASCII: UTF-8, or what the declaration names.
fn decode_narrow(body: &[u8], marked: bool) -> Result<(Encoding, Cow<'_, str>)> {
    let declared = declaration::encoding_of_bytes(body);
    let encoding = declared.as_deref().map_or(Ok(Encoding::Utf8), narrow_named)?;
    if let Some(name) = &declared
        && (encoding.is_wide() || (marked && encoding != Encoding::Utf8 && !body.is_ascii()))
    {
        return Err(mismatch(name, Encoding::Utf8));
    }
    let text = match encoding {
        Encoding::Utf8 => std::str::from_utf8(body)
            .map(Cow::Borrowed)
            .map_err(|error| invalid("utf-8").at(bad_byte(body, error.valid_up_to(), marked)))?,
        Encoding::Legacy(table) if !table.keeps_ascii() => decoded(table.decode(body), declared.as_deref())?,
        _ if body.is_ascii() => decoded(std::str::from_utf8(body).ok().map(Cow::Borrowed), declared.as_deref())?,
        Encoding::Latin1 => encoding_rs::mem::decode_latin1(body),
        Encoding::Legacy(table) => decoded(table.decode(body), declared.as_deref())?,
        _ => return Err(invalid(declared.as_deref().unwrap_or_default()).at(FIRST_LINE)),
    };
    Ok((encoding, text))
}

fn decoded<'a>(text: Option<Cow<'a, str>>, declared: Option<&str>) -> Result<Cow<'a, str>> {
    text.ok_or_else(|| invalid(declared.unwrap_or("utf-8")).at(FIRST_LINE))
}

/// The encoding of a declared name; a wide one stands for the whole family, which these bytes are not.
fn narrow_named(name: &str) -> Result<Encoding> {
    let lower = name.to_ascii_lowercase();
    match lower.as_str() {
        "utf-8" | "unicode-1-1-utf-8" | "unicode-2-0-utf-8" | "x-unicode-1-1-utf-8" | "x-unicode-2-0-utf-8" => {
            return Ok(Encoding::Utf8);
        }
        "utf-16" | "utf-16le" | "utf-16be" | "unicode" | "unicodefffe" | "ucs-2" | "iso-10646-ucs-2" => {
            return Ok(Encoding::Utf16Le);
        }
        "utf-32" | "utf-32le" | "utf-32be" | "ucs-4" | "iso-10646-ucs-4" => return Ok(Encoding::Utf32Le),
        "iso-8859-1" | "iso_8859-1" | "iso_8859-1:1987" | "iso8859-1" | "iso-ir-100" | "csisolatin1" | "latin1"
        | "l1" | "cp819" | "ibm819" => return Ok(Encoding::Latin1),
        "us-ascii" | "ascii" | "ansi_x3.4-1968" | "iso-ir-6" => return Ok(Encoding::Ascii),
        _ => {}
    }
    Table::named(name)
        .map(Encoding::Legacy)
        .ok_or_else(|| Error::new(Status::EncodingUnsupported).with("name", excerpt(name)).at(FIRST_LINE))
}

/// The name of an encoding as a sentence repeats it: the file may have put anything there.
fn excerpt(name: &str) -> &str {
    name.get(..80).unwrap_or(name)
}

fn bad_byte(body: &[u8], at: usize, marked: bool) -> Position {
    let valid = String::from_utf8_lossy(&body[..at]);
    let (line, column) = super::lines::line_and_column(&valid, valid.len());
    Position { offset: at + if marked { 3 } else { 0 }, line, column }
}

fn invalid(name: &str) -> Error {
    Error::new(Status::EncodingInvalid).with("name", name)
}

fn mismatch(name: &str, family: Encoding) -> Error {
    let bytes = match family {
        Encoding::Utf8 => {
            Text::new("UTF-8 or another encoding of single bytes", "UTF-8 ou dans un autre encodage à octets simples")
        }
        Encoding::Utf16Le | Encoding::Utf16Be => Text::new("UTF-16", "UTF-16"),
        _ => Text::new("UTF-32", "UTF-32"),
    };
    Error::new(Status::EncodingMismatch)
        .with("name", excerpt(name))
        .with_text("detail", bytes, Vec::new())
        .at(FIRST_LINE)
}
