//! The scanner: text to tokens that are spans, with every rule of well-formed XML 1.0 checked on the way. It copies
//! nothing, allocates only for open elements, and knows no element by name.
//!
//! It reads what .NET's `XmlReader` reads, less two things that are refused on purpose: document types, and
//! references to entities or characters that XML does not have.

use super::declaration;
use super::escape;
use super::fault::Fault;
use super::name::{self, Name};
use super::namespace::Namespaces;
use super::span::Span;

/// An attribute of the start tag that was read last.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// The name, prefix included.
    pub name: Span,
    /// The raw value, without quotes.
    pub value: Span,
}

/// A piece of a document.
#[derive(Clone, Copy, Debug)]
pub enum Token {
    /// A start tag; its attributes are in [`Scanner::attributes`]. `empty` for `<a/>`, which has no end tag.
    Start {
        /// The whole tag.
        tag: Span,
        /// The name, prefix included.
        name: Span,
        /// Whether it is closed at once.
        empty: bool,
    },
    /// An end tag. The scanner has checked that it fits.
    End {
        /// The whole tag.
        tag: Span,
    },
    /// Character data; `blank` if it is white space only.
    Text {
        /// The stretch up to the next tag.
        span: Span,
        /// Whether it is white space only.
        blank: bool,
    },
    /// A CDATA section.
    Cdata {
        /// From `<![CDATA[` to `]]>`.
        span: Span,
    },
    /// A comment or a processing instruction.
    Aside {
        /// From `<` to `>`.
        span: Span,
    },
}

/// Why a scan ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not well formed.
    Fault(Fault),
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
    pub fn new(text: &'a str) -> Result<Self, Refused> {
        if let Some(at) = forbidden(text) {
            return Err((at, Refusal::Fault(Fault::ForbiddenCharacter)));
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
    #[inline]
    pub fn next_token(&mut self) -> Result<Option<Token>, Refused> {
        match self.bytes.get(self.at) {
            Some(b'<') => self.markup().map(Some),
            Some(_) => self.character_data().map(Some),
            None => self.end_of_file().map(|()| None),
        }
    }

    /// Reads on until the element whose start tag was read last is closed; tells where its end tag ends.
    pub fn skip_element(&mut self) -> Result<usize, Refused> {
        let depth = self.open.len();
        while self.open.len() >= depth {
            if self.next_token()?.is_none() {
                break;
            }
        }
        Ok(self.at)
    }

    fn fault<T>(at: usize, fault: Fault) -> Result<T, Refused> {
        Err((at, Refusal::Fault(fault)))
    }

    fn end_of_file(&self) -> Result<(), Refused> {
        match (self.open.is_empty(), self.seen_root) {
            (true, true) => Ok(()),
            (true, false) => Self::fault(self.at, Fault::NoRoot),
            _ => Self::fault(self.at, Fault::UnexpectedEnd),
        }
    }

    fn declaration(&mut self) -> Result<(), Refused> {
        let Some(rest) = self.text.strip_prefix("<?xml") else { return Ok(()) };
        if !rest.starts_with([' ', '\t', '\r', '\n', '?']) {
            return Ok(());
        }
        let Some(length) = rest.find("?>") else { return Self::fault(self.text.len(), Fault::UnexpectedEnd) };
        declaration::check(&rest[..length]).map_err(|(at, fault)| (5 + at, Refusal::Fault(fault)))?;
        self.at = 5 + length + 2;
        Ok(())
    }

    #[inline]
    fn markup(&mut self) -> Result<Token, Refused> {
        match self.bytes.get(self.at + 1) {
            Some(b'/') => self.end_tag(),
            Some(b'!') => self.bang(),
            Some(b'?') => self.instruction(),
            Some(_) => self.start_tag(),
            None => Self::fault(self.at + 1, Fault::UnexpectedEnd),
        }
    }

    fn bang(&mut self) -> Result<Token, Refused> {
        let rest = &self.bytes[self.at..];
        if rest.starts_with(b"<!--") {
            self.comment()
        } else if rest.starts_with(b"<![CDATA[") {
            if self.open.is_empty() {
                return Self::fault(self.at, Fault::OutsideRoot);
            }
            let span = self.until(self.at + 9, b"]]>")?;
            Ok(Token::Cdata { span })
        } else if rest.starts_with(b"<!DOCTYPE") {
            Err((self.at, Refusal::Dtd))
        } else if b"<!--".starts_with(rest) || b"<![CDATA[".starts_with(rest) || b"<!DOCTYPE".starts_with(rest) {
            Self::fault(self.text.len(), Fault::UnexpectedEnd)
        } else {
            Self::fault(self.at, Fault::BadMarkup)
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
            None => Self::fault(self.text.len(), Fault::UnexpectedEnd),
        }
    }

    fn comment(&mut self) -> Result<Token, Refused> {
        let span = self.until(self.at + 4, b"--")?;
        if self.bytes.get(self.at) == Some(&b'>') {
            self.at += 1;
            return Ok(Token::Aside { span: Span::new(span.start(), self.at) });
        }
        let fault = if self.at == self.bytes.len() { Fault::UnexpectedEnd } else { Fault::DoubleHyphen };
        Self::fault(self.at, fault)
    }

    fn instruction(&mut self) -> Result<Token, Refused> {
        let name_start = self.at + 2;
        let name = self.name(name_start)?;
        let target = name.of(self.text);
        if target.eq_ignore_ascii_case("xml") {
            let fault = if target == "xml" { Fault::DeclarationNotFirst } else { Fault::BadName };
            return Self::fault(self.at, fault);
        }
        let fits = match self.bytes.get(name.end()) {
            Some(b'?') => self.bytes.get(name.end() + 1).is_none_or(|next| *next == b'>'),
            Some(byte) => is_blank(*byte),
            None => true,
        };
        if !fits || target.contains(':') {
            return Self::fault(name.end(), Fault::BadName);
        }
        let span = self.until(name.end(), b"?>")?;
        Ok(Token::Aside { span })
    }

    /// The name at an offset.
    #[inline]
    fn name(&mut self, start: usize) -> Result<Span, Refused> {
        match name::at_start(&self.text[start..]) {
            Some(Name { length, prefixed }) => {
                self.prefixed |= prefixed;
                Ok(Span::new(start, start + length))
            }
            None if start >= self.bytes.len() => Self::fault(start, Fault::UnexpectedEnd),
            None => Self::fault(start, if start == self.at + 1 { Fault::BadMarkup } else { Fault::BadName }),
        }
    }

    fn end_tag(&mut self) -> Result<Token, Refused> {
        let start = self.at;
        let name = self.name(start + 2)?;
        let close = self.blanks(name.end());
        match self.bytes.get(close) {
            Some(b'>') => {}
            Some(_) => return Self::fault(close, Fault::BadMarkup),
            None => return Self::fault(close, Fault::UnexpectedEnd),
        }
        match self.open.pop() {
            Some(opened) if self.bytes[opened.range()] == self.bytes[name.range()] => {}
            _ => return Self::fault(start, Fault::EndTagMismatch),
        }
        self.namespaces.leave(self.open.len());
        self.at = close + 1;
        Ok(Token::End { tag: Span::new(start, self.at) })
    }

    fn start_tag(&mut self) -> Result<Token, Refused> {
        let start = self.at;
        if self.open.is_empty() && self.seen_root {
            return Self::fault(start, Fault::OutsideRoot);
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
                        Some(_) => Self::fault(next, Fault::BadMarkup),
                        None => Self::fault(next + 1, Fault::UnexpectedEnd),
                    };
                }
                Some(_) if next == at => {
                    let fault = if self.attributes.is_empty() { Fault::BadName } else { Fault::NoBlank };
                    return Self::fault(next, fault);
                }
                Some(_) => at = self.attribute(next)?,
                None => return Self::fault(next, Fault::UnexpectedEnd),
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
            Some(_) => Self::fault(at, Fault::BadAttribute),
            None => Self::fault(at, Fault::UnexpectedEnd),
        }
    }

    /// Where the value ends that begins at an offset; its references are checked.
    #[inline]
    fn value_end(&self, mut at: usize, quote: u8) -> Result<usize, Refused> {
        loop {
            let Some(length) = memchr::memchr3(quote, b'<', b'&', &self.bytes[at..]) else {
                return Self::fault(self.bytes.len(), Fault::UnexpectedEnd);
            };
            at += length;
            match self.bytes[at] {
                b'<' => return Self::fault(at, Fault::LessThanInValue),
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
        let Some(length) = length else { return Self::fault(self.bytes.len(), Fault::UnexpectedEnd) };
        let reference = &rest[..length];
        if length == 0 || !rest[length..].starts_with(';') {
            return Self::fault(at, Fault::BareAmpersand);
        }
        if escape::resolve(reference).is_none() {
            let fault = if reference.starts_with('#') { Fault::ForbiddenReference } else { Fault::UndefinedEntity };
            return Self::fault(at, fault);
        }
        Ok(at + 1 + length + 1)
    }

    fn check_attributes(&mut self, element: Span) -> Result<(), Refused> {
        let list = &self.attributes;
        if let Some(duplicate) = name::first_duplicate(self.bytes, list) {
            return Self::fault(duplicate, Fault::DuplicateAttribute);
        }
        if !self.prefixed {
            return Ok(());
        }
        self.namespaces
            .enter(self.text, self.open.len(), element, list)
            .map_err(|(at, fault)| (at, Refusal::Fault(fault)))
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
                return Self::fault(at, Fault::OutsideRoot);
            }
            self.check_text(start, end)?;
        }
        self.at = end;
        Ok(Token::Text { span: Span::new(start, end), blank })
    }

    fn check_text(&self, start: usize, end: usize) -> Result<(), Refused> {
        if let Some(at) = memchr::memmem::find(&self.bytes[start..end], b"]]>") {
            return Self::fault(start + at, Fault::CdataEndInText);
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
