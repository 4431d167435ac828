//! Configuration documents: bytes to spans, spans to settings, changes to edits, edits to bytes. Pure functions of
//! bytes; knows neither files nor Exchange nor Lync.

pub mod change;
mod declaration;
pub mod diff;
mod document;
mod edit;
pub mod encoding;
mod escape;
pub mod key;
mod layout;
mod legacy;
pub mod lines;
mod name;
mod namespace;
pub mod outline;
pub mod problem;
pub mod scan;
pub mod settings;
mod span;
pub mod token;
pub mod unread;
mod wanted;
pub mod xml_error;

pub use document::{Document, second_section};
pub use encoding::{DecodedText, Encoding};
pub(crate) use escape::first_forbidden;
pub use span::Span;
pub use wanted::Wanted;
