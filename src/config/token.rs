//! The pieces of a document, as spans of its text. What the scanner gives and the files below it look at; decides nothing.

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
    /// A start tag; its attributes are in [`super::scan::Scanner::attributes`]. `empty` for `<a/>`, which has no end tag.
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
    Misc {
        /// From `<` to `>`.
        span: Span,
    },
}
