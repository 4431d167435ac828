//! `uc_config_read`: the settings of a document as .NET sees them, and what is wrong with it. Changes nothing.

use super::external;
use super::other_side::{OtherSide, With};
use super::view::{SettingBody, View};
use super::{ProblemBody, location, problems};
use crate::api::Request;
use crate::api::estate::FactText;
use crate::config::Document;
use crate::config::lines::LineEnds;
use crate::error::Result;
use crate::l10n::Culture;
use crate::store::{self, SIZE_LIMIT};
use serde::{Deserialize, Serialize};

/// Asks for the settings of a configuration file.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadRequest {
    /// The file.
    pub path: String,
    /// The path of a `location` element; without it, the settings of the whole file.
    pub location: Option<String>,
    /// Do not look at the values of `IMCertificateThumbprint` and `IMServerName`; where they stand is told all the same.
    #[serde(default)]
    pub skip_value_check: bool,
    /// Documents of facts: the certificate and the pool that the settings of Outlook on the web name must be in them.
    #[serde(default)]
    pub facts: Vec<FactText>,
    /// The computer that the file is on; a network path names it itself. If it is an Exchange server of the facts, the
    /// certificate must be one of its own.
    pub computer: Option<String>,
    /// The largest file that is read, in bytes; 67108864 (64 MiB) without it.
    pub size_limit: Option<u64>,
    /// Language of messages, as .NET names cultures.
    pub culture: Option<String>,
}

/// The settings of a configuration file.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReadResponse {
    /// The file: absolute, links resolved.
    pub path: String,
    /// The encoding, as an XML declaration names it, in lower case.
    pub encoding: String,
    /// Whether the file begins with a byte order mark.
    pub bom: bool,
    /// The most frequent line end: `crlf`, `lf`, `cr` or `none`.
    pub newline: &'static str,
    /// Whether there are others.
    pub mixed_newlines: bool,
    /// SHA-256 of the file, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// The paths of the `location` elements.
    pub locations: Vec<String>,
    /// The settings in order, also those without effect.
    pub settings: Vec<SettingBody>,
    /// What is wrong.
    pub problems: Vec<ProblemBody>,
}

impl Request for ReadRequest {
    type Response = ReadResponse;

    fn handle(self, culture: Culture) -> Result<ReadResponse> {
        let limit = self.size_limit.unwrap_or(SIZE_LIMIT);
        let source = store::read(&self.path, limit)?;
        let other_side = OtherSide::new(self.facts, &self.path, self.computer.as_deref())?;
        let path = source.path.to_string_lossy().into_owned();
        let document = Document::parse(&source.bytes).map_err(|error| error.at_path(&path))?;
        let sections = document.sections(location(self.location.as_deref())).map_err(|error| error.at_path(&path))?;
        let external = external::read(&source.path, &sections, limit);
        let values = !self.skip_value_check;
        let with = With { path: &path, external: &external, values, other_side: other_side.as_ref(), culture };
        let problems = problems::list(&document, with);
        let text = document.text();
        let ends = LineEnds::count(text.as_str());
        Ok(ReadResponse {
            encoding: text.encoding().name(),
            bom: text.has_mark(),
            newline: ends.name(),
            mixed_newlines: ends.is_mixed(),
            sha256: source.sha256,
            locations: locations(&document),
            settings: View::of(&document, &sections, &external, None)?.settings(),
            problems,
            path,
        })
    }
}

fn locations(document: &Document<'_>) -> Vec<String> {
    let paths = document.outline().locations.iter().map(|location| location.path.clone());
    paths.filter(|path| !path.is_empty()).collect()
}
