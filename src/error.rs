//! The error of every layer: a status, where it happened and the words for its placeholders. Becomes the JSON error of
//! the C ABI. Must not choose a language: that is known only when the answer is written.

use crate::l10n::{Culture, Text};
use crate::status::Status;
use serde::Serialize;

/// A place in a document, as editors and .NET count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Offset in bytes from the start of the file, byte order mark included.
    pub offset: usize,
    /// Line, from 1. CR LF, LF and CR each end a line.
    pub line: u64,
    /// Column, from 1, in UTF-16 code units as .NET counts.
    pub column: u64,
}

impl Position {
    /// Where in a JSON text an error is, as the parser counts: columns in bytes.
    #[must_use]
    pub fn in_json(text: &str, error: &serde_json::Error) -> Self {
        let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let column = error.column().max(1);
        Self { offset: before + column - 1, line: error.line() as u64, column: column as u64 }
    }
}

/// A value for a placeholder of a sentence: as it is, or a sentence of its own in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    Plain(String),
    Sentence(Text, Vec<(&'static str, String)>),
}

/// What went wrong, where, and with which names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    status: Status,
    path: Option<String>,
    position: Option<Position>,
    words: Vec<(&'static str, Word)>,
}

/// The result of every fallible function of the library.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error without a place.
    #[must_use]
    pub fn new(status: Status) -> Self {
        Self { status, path: None, position: None, words: Vec::new() }
    }

    /// Fills the placeholder `name` of the sentence with `value` as it is.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.words.push((name, Word::Plain(value.into())));
        self
    }

    /// Fills the placeholder `name` with a sentence that is translated with the rest.
    #[must_use]
    pub fn with_text(mut self, name: &'static str, text: Text, args: Vec<(&'static str, String)>) -> Self {
        self.words.push((name, Word::Sentence(text, args)));
        self
    }

    /// Says which file the error is about, unless that is known already.
    #[must_use]
    pub fn at_path(mut self, path: impl Into<String>) -> Self {
        self.path.get_or_insert_with(|| path.into());
        self
    }

    /// Says where in the document it happened, unless that is known already.
    #[must_use]
    pub fn at(mut self, position: Position) -> Self {
        self.position.get_or_insert(position);
        self
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// The file, if the error is about one.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// The place in the document, if there is one.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.position
    }

    /// The JSON form of the error, in a language.
    #[must_use]
    pub fn body(&self, culture: Culture) -> ErrorBody {
        let text = self.status.text();
        let args = self.args(culture);
        let hint = text.hint.format(culture, &args);
        ErrorBody {
            code: self.status.code(),
            name: self.status.name(),
            message: text.message.format(culture, &args),
            path: self.path.clone(),
            line: self.position.map(|position| position.line),
            column: self.position.map(|position| position.column),
            offset: self.position.map(|position| position.offset as u64),
            hint: (!hint.is_empty()).then_some(hint),
        }
    }

    fn args(&self, culture: Culture) -> Vec<(&'static str, String)> {
        let path = self.path.iter().map(|path| ("path", path.clone()));
        let words = self.words.iter().map(|(name, word)| {
            let value = match word {
                Word::Plain(value) => value.clone(),
                Word::Sentence(text, args) => text.format(culture, args),
            };
            (*name, value)
        });
        words.chain(path).collect()
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let body = self.body(Culture::En);
        write!(f, "{} {}: {}", body.code, body.name, body.message)?;
        if let Some(Position { line, column, .. }) = self.position {
            write!(f, " (line {line}, column {column})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// The response of a function that returned a status other than 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ErrorBody {
    /// The status that the function returned.
    pub code: i32,
    /// The stable name of the status.
    pub name: String,
    /// One sentence in the requested language.
    pub message: String,
    /// The file that the error is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Line in the file (or in the request, if that is malformed), from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// Column in UTF-16 code units, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u64>,
    /// Offset in bytes from the start of the file (or of the request), byte order mark included, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u64>,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn body_speaks_the_language_asked_for_and_keeps_the_first_place() {
        let first = Position { offset: 9, line: 2, column: 3 };
        let error = Error::new(Status::XmlMalformed)
            .with_text("detail", Text::new("no {what}", "pas de {what}"), vec![("what", "x".to_owned())])
            .at(first)
            .at(Position { offset: 0, line: 1, column: 1 })
            .at_path("a.config");
        let body = error.body(Culture::Fr);
        assert_eq!(body.message, "Le fichier n'est pas du XML bien formé : pas de x.");
        assert_eq!((body.line, body.column, body.offset), (Some(2), Some(3), Some(9)));
        assert_eq!(body.path.as_deref(), Some("a.config"));
        assert_eq!(error.to_string(), "201 XmlMalformed: The file is not well-formed XML: no x. (line 2, column 3)");
    }
}
