//! One document of facts: the facts of one shell on one machine at one time. Reads it, and refuses what is none, is of
//! another version or is cut off, with the place. Merging is for `merge`.

use super::exchange::ExchangeFacts;
use super::lync::LyncFacts;
use super::machine::MachineFacts;
use super::section::Shell;
use super::time::Time;
use crate::error::{Error, Position, Result};
use crate::l10n::Text;
use crate::status::Status;
use serde::Deserialize;

/// The form of the documents that are read here, by name and version.
pub const SCHEMA: &str = "uc-integration/facts/1";

/// The facts of one shell on one machine at one time.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FactDocument {
    /// Always `uc-integration/facts/1`.
    pub schema: String,
    /// Where and when.
    pub collected: Collection,
    /// The facts of the Exchange Management Shell.
    #[serde(default)]
    pub exchange: ExchangeFacts,
    /// The facts of the Lync shell.
    #[serde(default)]
    pub lync: LyncFacts,
    /// The facts of the machine.
    #[serde(default)]
    pub machine: MachineFacts,
}

/// Where and when facts were collected.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Collection {
    /// When collecting began, by the clock of the machine.
    pub time: Time,
    /// The full name of the machine.
    pub computer: String,
    /// The shell.
    pub shell: Shell,
    /// The version of PowerShell.
    pub power_shell: Option<String>,
    /// The version of this module.
    pub module: Option<String>,
}

impl FactDocument {
    /// Reads a document. `name` is the file or whatever tells it from the others; errors carry it as their path.
    ///
    /// # Errors
    ///
    /// `FactsNotJson`, `FactsVersion` or `FactsInvalid`.
    pub fn read(name: &str, text: &str) -> Result<Self> {
        #[derive(Deserialize)]
        struct OnlySchema {
            schema: Option<String>,
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let refused = |error: &serde_json::Error| {
            let status = if error.is_data() { Status::FactsInvalid } else { Status::FactsNotJson };
            Error::new(status).with("detail", bare(error)).at(Position::in_json(text, error)).at_path(name)
        };
        let read = serde_json::from_str::<Self>(text);
        if let Ok(document) = read
            && document.schema == SCHEMA
        {
            return Ok(document);
        }
        // Of a document of another version nothing else is worth telling.
        let found: OnlySchema = serde_json::from_str(text).map_err(|error| refused(&error))?;
        if found.schema.as_deref() != Some(SCHEMA) {
            let none = Text::new("none", "aucune");
            let error = Error::new(Status::FactsVersion).with("expected", SCHEMA).at_path(name);
            return Err(match found.schema {
                Some(schema) => error.with("found", schema),
                None => error.with_text("found", none, Vec::new()),
            });
        }
        serde_json::from_str(text).map_err(|error| refused(&error))
    }
}

/// What the parser says, without the place that it appends.
fn bare(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.rsplit_once(" at line ").map_or(words.clone(), |(before, _)| before.to_owned())
}
