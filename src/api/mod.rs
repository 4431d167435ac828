//! The requests and responses of the C ABI as Rust types, and the work behind each function: parse, call the layers
//! below in order, answer in the reader's language. Must not touch pointers (that is `ffi`) and holds no knowledge of
//! documents, files or values of its own.

pub mod backup;
pub mod certificate;
pub mod config;
pub mod estate;
pub mod value;

use crate::error::{Error, Position, Result};
use crate::facts::Time;
use crate::l10n::{Culture, Text};
use crate::status::Status;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};

/// The longest request that is read, in bytes. The facts of 100,000 users with unified messaging have some 80 million.
pub const REQUEST_LIMIT: usize = 256 * 1024 * 1024;

/// A request of the C ABI: knows its language and can be answered.
pub trait Request: DeserializeOwned {
    /// What a successful call answers.
    type Response: Serialize;

    /// Does the work. Texts in the response are in `culture`.
    ///
    /// # Errors
    ///
    /// The statuses that the header names for the function.
    fn handle(self, culture: Culture) -> Result<Self::Response>;
}

/// Reads a request, answers it and writes the response: JSON in every case, also on errors.
#[must_use]
pub fn dispatch<Q: Request>(request: &[u8]) -> (Status, Vec<u8>) {
    let culture = culture_of(request);
    let answer = parse::<Q>(request)
        .and_then(|request| request.handle(culture))
        .and_then(|response| serde_json::to_vec(&response).map_err(|error| internal(&error.to_string())));
    match answer {
        Ok(json) => (Status::Ok, json),
        Err(error) => (error.status(), error_json(&error, culture)),
    }
}

/// The JSON of an error, for those who met it outside of [`dispatch`].
#[must_use]
pub fn error_json(error: &Error, culture: Culture) -> Vec<u8> {
    serde_json::to_vec(&error.body(culture)).unwrap_or_default()
}

/// The time that a request gives.
fn time(now: &str) -> Result<Time> {
    Time::parse(now).ok_or_else(|| {
        let text =
            Text::new("now must be a time, for example {example}", "now doit être une heure, par exemple {example}");
        let args = vec![("example", "2026-03-01T21:00:00Z".to_owned())];
        Error::new(Status::RequestInvalid).with_text("detail", text, args)
    })
}

fn internal(detail: &str) -> Error {
    Error::new(Status::Internal).with("detail", detail)
}

fn parse<Q: DeserializeOwned>(request: &[u8]) -> Result<Q> {
    if request.len() > REQUEST_LIMIT {
        return Err(Error::new(Status::RequestTooLarge).with("limit", REQUEST_LIMIT.to_string()));
    }
    let text = std::str::from_utf8(request).map_err(|_| Error::new(Status::RequestNotUtf8))?;
    let refused = |error: &serde_json::Error| {
        let status = match error.classify() {
            serde_json::error::Category::Data => Status::RequestInvalid,
            _ => Status::RequestNotJson,
        };
        let (words, place) = (error.to_string(), Position::in_json(text, error));
        // The parser tells this fault by its words only.
        if ["surrogate", "unexpected end of hex escape"].iter().any(|known| words.contains(known)) {
            return Error::new(status).with_text("detail", HALF_CHARACTER, Vec::new()).at(place);
        }
        Error::new(status).with("detail", words).at(place)
    };
    // Serde would take an array for an object whose fields come in order.
    if !text.trim_start().starts_with('{') {
        whole(text).map_err(|error| refused(&error))?;
        return Err(Error::new(Status::RequestInvalid).with_text("detail", NO_OBJECT, Vec::new()));
    }
    serde_json::from_str(text).map_err(|error| refused(&whole(text).err().unwrap_or(error)))
}

/// Whether a text is JSON at all: a fault of the JSON is told as such, whatever else is wrong before it.
fn whole(text: &str) -> serde_json::Result<IgnoredAny> {
    serde_json::from_str(text)
}

const HALF_CHARACTER: Text = Text::new(
    "it contains an unpaired surrogate (half a character), which is not valid text",
    "elle contient un caractère de substitution isolé (une moitié de caractère), ce qui n'est pas du texte valide",
);

const NO_OBJECT: Text = Text::new("a JSON object is expected", "un objet JSON est attendu");

/// The language of a request, read even when the rest of it cannot be.
fn culture_of(request: &[u8]) -> Culture {
    #[derive(Deserialize)]
    struct OnlyCulture {
        culture: Option<String>,
    }
    if request.len() > REQUEST_LIMIT {
        return Culture::En;
    }
    serde_json::from_slice::<OnlyCulture>(request)
        .ok()
        .and_then(|request| request.culture)
        .map_or(Culture::En, |name| Culture::from_name(&name))
}
