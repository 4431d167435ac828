//! The scanner: text to tokens that are spans, with every rule of well-formed XML 1.0 checked on the way. It copies
//! nothing, allocates only for open elements, and knows no element by name.
//!
//! It reads what .NET's `XmlReader` reads, less two things that are refused on purpose: document types, and
//! references to entities or characters that XML does not have.

use super::declaration;
use super::escape;
use super::name::{self, Name};
use super::namespace::Namespaces;
use super::span::Span;
use super::token::{Attribute, Token};
use super::xml_error::XmlError;

/// Why a scan ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not well formed.
    Xml(XmlError),
    /// A document type declaration.
    Dtd,
}

/// A refusal and the offset of its place in the text.
pub type Refused = (usize, Refusal);

/// Reads a text from the start to the end, token by token.
#[derive(Debug)]
pub struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    open: Vec<Span>,
    seen_root: bool,
    attributes: Vec<Attribute>,
    namespaces: Namespaces<'a>,
    /// Whether a name of the start tag that is read has a prefix.
    prefixed: bool,
}

impl<'a> Scanner<'a> {
    /// Begins at the start of a text. Characters that XML forbids are found here, wherever they are.
    ///
    /// # Errors
    ///
    /// A forbidden character or a wrong declaration (`XmlMalformed`), with its offset in the text in bytes.
    pub fn new(text: &'a str) -> Result<Self, Refused> {
        if let Some(at) = forbidden(text) {
            let is_zero = text[at..].starts_with('\0') && text[at..].bytes().all(|byte| byte == 0 || is_blank(byte));
            let fault = if is_zero { XmlError::ZeroBytes } else { XmlError::ForbiddenCharacter };
            return Err((at, Refusal::Xml(fault)));
        }
        let mut scanner = Self {
            text,
            bytes: text.as_bytes(),
            at: 0,
            open: Vec::new(),
            seen_root: false,
            attributes: Vec::new(),
            namespaces: Namespaces::default(),
            prefixed: false,
        };
        scanner.declaration()?;
        Ok(scanner)
    }

    /// The text that is read.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The attributes of the start tag that was read last.
    #[must_use]
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// The first prefix that was used without being declared, if any. .NET does not load such a file; its structure
    /// is beyond doubt all the same, so the scan goes on.
    #[must_use]
    pub fn undeclared_prefix(&self) -> Option<Span> {
        self.namespaces.undeclared()
    }

    /// The next token, or nothing at the end of a complete document.
    ///
    /// # Errors
    ///
    /// The fault that ends the scan (`XmlMalformed`), or a document type (`DtdForbidden`), with its offset in the text in
    /// bytes.
    #[inline]
    pub fn next_token(&mut self) -> Result<Option<Token>, Refused> {
        match self.bytes.get(self.at) {
            Some(b'<') => self.markup().map(Some),
            Some(_) => self.character_data().map(Some),
            None => self.end_of_file().map(|()| None),
        }
    }

    /// Reads on until the element whose start tag was read last is closed; tells where its end tag ends.
    ///
    /// # Errors
    ///
    /// Those of [`Scanner::next_token`].
    pub fn skip_element(&mut self) -> Result<usize, Refused> {
        let depth = self.open.len();
        while self.open.len() >= depth {
            if self.next_token()?.is_none() {
                break;
            }
        }
        Ok(self.at)
    }

    fn malformed<T>(at: usize, error: XmlError) -> Result<T, Refused> {
        Err((at, Refusal::Xml(error)))
    }

    fn end_of_file(&self) -> Result<(), Refused> {
        match (self.open.is_empty(), self.seen_root) {
            (true, true) => Ok(()),
            (true, false) => Self::malformed(self.at, XmlError::NoRoot),
            _ => Self::malformed(self.at, XmlError::UnexpectedEnd),
        }
    }

    fn declaration(&mut self) -> Result<(), Refused> {
        let Some(rest) = self.text.strip_prefix("<?xml") else { return Ok(()) };
        if !rest.starts_with([' ', '\t', '\r', '\n', '?']) {
            return Ok(());
        }
        let Some(length) = rest.find("?>") else { return Self::malformed(self.text.len(), XmlError::UnexpectedEnd) };
        declaration::check(&rest[..length]).map_err(|(at, fault)| (5 + at, Refusal::Xml(fault)))?;
        self.at = 5 + length + 2;
        Ok(())
    }

    #[inline]
    fn markup(&mut self) -> Result<Token, Refused> {
        match self.bytes.get(self.at + 1) {
            Some(b'/') => self.end_tag(),
            Some(b'!') => self.markup_declaration(),
            Some(b'?') => self.instruction(),
            Some(_) => self.start_tag(),
            None => Self::malformed(self.at + 1, XmlError::UnexpectedEnd),
        }
    }

    fn markup_declaration(&mut self) -> Result<Token, Refused> {
        let rest = &self.bytes[self.at..];
        if rest.starts_with(b"<!--") {
            self.comment()
        } else if rest.starts_with(b"<![CDATA[") {
            if self.open.is_empty() {
                return Self::malformed(self.at, XmlError::OutsideRoot);
            }
            let span = self.until(self.at + 9, b"]]>")?;
            Ok(Token::Cdata { span })
        } else if rest.starts_with(b"<!DOCTYPE") {
            Err((self.at, Refusal::Dtd))
        } else if b"<!--".starts_with(rest) || b"<![CDATA[".starts_with(rest) || b"<!DOCTYPE".starts_with(rest) {
            Self::malformed(self.text.len(), XmlError::UnexpectedEnd)
        } else {
            Self::malformed(self.at, XmlError::BadMarkup)
        }
    }

    /// Reads on to the end of `closing`, which is looked for from `from`.
    fn until(&mut self, from: usize, closing: &[u8]) -> Result<Span, Refused> {
        let start = self.at;
        match memchr::memmem::find(&self.bytes[from..], closing) {
            Some(length) => {
                self.at = from + length + closing.len();
                Ok(Span::new(start, self.at))
            }
            None => Self::malformed(self.text.len(), XmlError::UnexpectedEnd),
        }
    }

    fn comment(&mut self) -> Result<Token, Refused> {
        let span = self.until(self.at + 4, b"--")?;
        if self.bytes.get(self.at) == Some(&b'>') {
            self.at += 1;
            return Ok(Token::Misc { span: Span::new(span.start(), self.at) });
        }
        let fault = if self.at == self.bytes.len() { XmlError::UnexpectedEnd } else { XmlError::DoubleHyphen };
        Self::malformed(self.at, fault)
    }

    fn instruction(&mut self) -> Result<Token, Refused> {
        let name_start = self.at + 2;
        let name = self.name(name_start)?;
        let target = name.of(self.text);
        if target.eq_ignore_ascii_case("xml") {
            let fault = if target == "xml" { XmlError::DeclarationNotFirst } else { XmlError::BadName };
            return Self::malformed(self.at, fault);
        }
        let fits = match self.bytes.get(name.end()) {
            Some(b'?') => self.bytes.get(name.end() + 1).is_none_or(|next| *next == b'>'),
            Some(byte) => is_blank(*byte),
            None => true,
        };
        if !fits || target.contains(':') {
            return Self::malformed(name.end(), XmlError::BadName);
        }
        let span = self.until(name.end(), b"?>")?;
        Ok(Token::Misc { span })
    }

    /// The name at an offset.
    #[inline]
    fn name(&mut self, start: usize) -> Result<Span, Refused> {
        match name::at_start(&self.text[start..]) {
            Some(Name { length, prefixed }) => {
                self.prefixed |= prefixed;
                Ok(Span::new(start, start + length))
            }
            None if start >= self.bytes.len() => Self::malformed(start, XmlError::UnexpectedEnd),
            None => Self::malformed(start, if start == self.at + 1 { XmlError::BadMarkup } else { XmlError::BadName }),
        }
    }

    fn end_tag(&mut self) -> Result<Token, Refused> {
        let start = self.at;
        let name = self.name(start + 2)?;
        let close = self.blanks(name.end());
        match self.bytes.get(close) {
            Some(b'>') => {}
            Some(_) => return Self::malformed(close, XmlError::BadMarkup),
            None => return Self::malformed(close, XmlError::UnexpectedEnd),
        }
        match self.open.pop() {
            Some(opened) if self.bytes[opened.range()] == self.bytes[name.range()] => {}
            _ => return Self::malformed(start, XmlError::EndTagMismatch),
        }
        self.namespaces.leave(self.open.len());
        self.at = close + 1;
        Ok(Token::End { tag: Span::new(start, self.at) })
    }

    fn start_tag(&mut self) -> Result<Token, Refused> {
        let start = self.at;
        if self.open.is_empty() && self.seen_root {
            return Self::malformed(start, XmlError::OutsideRoot);
        }
        self.prefixed = false;
        let name = self.name(start + 1)?;
        self.attributes.clear();
        let close = self.attribute_list(name.end())?;
        self.check_attributes(name)?;
        let empty = self.bytes[close] == b'/';
        self.at = close + if empty { 2 } else { 1 };
        self.seen_root = true;
        if empty {
            self.namespaces.leave(self.open.len());
        } else {
            self.open.push(name);
        }
        Ok(Token::Start { tag: Span::new(start, self.at), name, empty })
    }

    /// Reads attributes up to `>` or `/>`; tells where that is.
    #[inline]
    fn attribute_list(&mut self, mut at: usize) -> Result<usize, Refused> {
        loop {
            let next = self.blanks(at);
            match self.bytes.get(next) {
                Some(b'>') => return Ok(next),
                Some(b'/') => {
                    return match self.bytes.get(next + 1) {
                        Some(b'>') => Ok(next),
                        Some(_) => Self::malformed(next, XmlError::BadMarkup),
                        None => Self::malformed(next + 1, XmlError::UnexpectedEnd),
                    };
                }
                Some(_) if next == at => {
                    let fault = if self.attributes.is_empty() { XmlError::BadName } else { XmlError::NoBlank };
                    return Self::malformed(next, fault);
                }
                Some(_) => at = self.attribute(next)?,
                None => return Self::malformed(next, XmlError::UnexpectedEnd),
            }
        }
    }

    /// Reads one attribute; tells where it ends.
    #[inline]
    fn attribute(&mut self, start: usize) -> Result<usize, Refused> {
        let name = self.name(start)?;
        let equals = self.blanks(name.end());
        self.expect(equals, |byte| byte == b'=')?;
        let open = self.blanks(equals + 1);
        let quote = self.expect(open, |byte| byte == b'"' || byte == b'\'')?;
        let end = self.value_end(open + 1, quote)?;
        self.attributes.push(Attribute { name, value: Span::new(open + 1, end) });
        Ok(end + 1)
    }

    fn expect(&self, at: usize, fits: fn(u8) -> bool) -> Result<u8, Refused> {
        match self.bytes.get(at) {
            Some(byte) if fits(*byte) => Ok(*byte),
            Some(_) => Self::malformed(at, XmlError::BadAttribute),
            None => Self::malformed(at, XmlError::UnexpectedEnd),
        }
    }

    /// Where the value ends that begins at an offset; its references are checked.
    #[inline]
    fn value_end(&self, mut at: usize, quote: u8) -> Result<usize, Refused> {
        loop {
            let Some(length) = memchr::memchr3(quote, b'<', b'&', &self.bytes[at..]) else {
                return Self::malformed(self.bytes.len(), XmlError::UnexpectedEnd);
            };
            at += length;
            match self.bytes[at] {
                b'<' => return Self::malformed(at, XmlError::LessThanInValue),
                b'&' => at = self.reference(at)?,
                _ => return Ok(at),
            }
        }
    }

    /// Checks the reference at an offset; tells where it ends.
    fn reference(&self, at: usize) -> Result<usize, Refused> {
        let rest = &self.text[at + 1..];
        let length =
            rest.bytes().position(|byte| !(byte.is_ascii_alphanumeric() || b"#_-.:".contains(&byte) || byte >= 0x80));
        let Some(length) = length else { return Self::malformed(self.bytes.len(), XmlError::UnexpectedEnd) };
        let reference = &rest[..length];
        if length == 0 || !rest[length..].starts_with(';') {
            return Self::malformed(at, XmlError::BareAmpersand);
        }
        if escape::resolve(reference).is_none() {
            let fault =
                if reference.starts_with('#') { XmlError::ForbiddenReference } else { XmlError::UndefinedEntity };
            return Self::malformed(at, fault);
        }
        Ok(at + 1 + length + 1)
    }

    fn check_attributes(&mut self, element: Span) -> Result<(), Refused> {
        let list = &self.attributes;
        if let Some(duplicate) = name::first_duplicate(self.bytes, list) {
            return Self::malformed(duplicate, XmlError::DuplicateAttribute);
        }
        if !self.prefixed {
            return Ok(());
        }
        self.namespaces
            .enter(self.text, self.open.len(), element, list)
            .map_err(|(at, fault)| (at, Refusal::Xml(fault)))
    }

    #[inline]
    fn character_data(&mut self) -> Result<Token, Refused> {
        let start = self.at;
        let end = memchr::memchr(b'<', &self.bytes[start..]).map_or(self.bytes.len(), |length| start + length);
        let run = &self.bytes[start..end];
        let blank = run.iter().all(|byte| is_blank(*byte));
        if !blank {
            if self.open.is_empty() {
                let at = start + run.iter().position(|byte| !is_blank(*byte)).unwrap_or(0);
                let is_mark = self.text[at..].starts_with('\u{FEFF}');
                return Self::malformed(at, if is_mark { XmlError::SecondMark } else { XmlError::OutsideRoot });
            }
            self.check_text(start, end)?;
        }
        self.at = end;
        Ok(Token::Text { span: Span::new(start, end), blank })
    }

    fn check_text(&self, start: usize, end: usize) -> Result<(), Refused> {
        if let Some(at) = memchr::memmem::find(&self.bytes[start..end], b"]]>") {
            return Self::malformed(start + at, XmlError::CdataEndInText);
        }
        for at in memchr::memchr_iter(b'&', &self.bytes[start..end]) {
            self.reference(start + at)?;
        }
        Ok(())
    }

    #[inline]
    fn blanks(&self, mut at: usize) -> usize {
        while self.bytes.get(at).is_some_and(|byte| is_blank(*byte)) {
            at += 1;
        }
        at
    }
}

#[inline]
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// The first character of a text that XML forbids. Whole blocks are looked at at once, since there is hardly ever one.
fn forbidden(text: &str) -> Option<usize> {
    let control = |byte: u8| byte < 0x20 && !is_blank(byte);
    let bytes = text.as_bytes();
    let suspect = bytes.chunks(4096).position(|block| block.iter().fold(false, |found, byte| found | control(*byte)));
    let first = suspect.and_then(|block| {
        let start = block * 4096;
        bytes[start..].iter().position(|byte| control(*byte)).map(|at| start + at)
    });
    // U+FFFE and U+FFFF begin with the same two bytes, which hardly any other character has.
    let non_character = memchr::memmem::find_iter(bytes, b"\xEF\xBF").find(|at| matches!(bytes[at + 2], 0xBE | 0xBF));
    first.into_iter().chain(non_character).min()
}
