//! `uc_config_read`: the settings of a document as .NET sees them, and what is wrong with it. Changes nothing.

use super::external::{self, External};
use super::other_side::OtherSide;
use super::other_side::With;
use super::{OverrideBody, ProblemBody, kind_name, location, problems};
use crate::api::Request;
use crate::api::estate::FactText;
use crate::config::lines::{LineEnds, LineIndex, line_and_column};
use crate::config::outline::{EntryKind, Section};
use crate::config::settings::{Override, Setting, Settings};
use crate::config::{Document, Wanted};
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

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SettingBody {
    /// The key as it is spelled.
    pub key: String,
    /// The value.
    pub value: String,
    /// Line of the element, from 1.
    pub line: u64,
    /// Column of the element in UTF-16 code units, from 1.
    pub column: u64,
    /// Whether .NET sees this setting.
    pub effective: bool,
    /// The file, if it is not the document itself but the one that its `file` or `configSource` attribute names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// What took its effect away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overridden_by: Option<OverrideBody>,
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

/// The settings of a document together with those of the file that its section names.
pub(super) struct View<'a> {
    settings: Settings,
    text: &'a str,
    external: Option<(Document<'a>, String)>,
}

impl<'a> View<'a> {
    /// Reads the settings of these sections of a document: all, or only those that are wanted.
    pub(super) fn of(
        document: &'a Document<'_>,
        sections: &[&Section],
        external: &'a External,
        wanted: Option<&Wanted<'_>>,
    ) -> Result<Self> {
        let text = document.text().as_str();
        let mut settings =
            wanted.map_or_else(|| Settings::of(text, sections), |wanted| Settings::of_wanted(text, sections, wanted));
        let external = match external {
            External::Read(source) => external::parse(source)?.map(|file| (file, source.path.to_string_lossy().into())),
            _ => None,
        };
        if let Some((file, _)) = &external {
            settings.take(file.text().as_str(), &file.sections("")?, wanted);
        }
        Ok(Self { settings, text, external })
    }

    /// The setting of a key that .NET sees.
    pub(super) fn effective(&self, key: &str) -> Option<&Setting> {
        self.settings.effective(key)
    }

    /// What takes the effect of the document's own setting of a key away, if anything does.
    pub(super) fn overridden(&self, key: &str) -> Option<OverrideBody> {
        let effective = self.settings.effective(key).filter(|setting| setting.source > 0)?;
        let (file, _) = self.external.as_ref()?;
        let by = Override { kind: EntryKind::Add, source: effective.source, element: effective.element };
        Some(self.override_body(&by, line_and_column(file.text().as_str(), effective.element.start())))
    }

    /// All settings, also those without effect, in order.
    pub(super) fn settings(&self) -> Vec<SettingBody> {
        let file_text = self.external.as_ref().map_or("", |(file, _)| file.text().as_str());
        let indexes = [LineIndex::new(self.text), LineIndex::new(file_text)];
        let body = |setting: &Setting| {
            let (line, column) = indexes[setting.source.min(1)].place(setting.element.start());
            SettingBody {
                key: setting.key.clone(),
                value: setting.value.clone(),
                line,
                column,
                effective: setting.is_effective(),
                path: self.path_of(setting.source),
                overridden_by: setting
                    .overridden_by
                    .as_ref()
                    .map(|by| self.override_body(by, indexes[by.source.min(1)].place(by.element.start()))),
            }
        };
        self.settings.all().iter().map(body).collect()
    }

    fn path_of(&self, source: usize) -> Option<String> {
        self.external.as_ref().filter(|_| source > 0).map(|(_, path)| path.clone())
    }

    fn override_body(&self, by: &Override, (line, column): (u64, u64)) -> OverrideBody {
        OverrideBody { kind: kind_name(by.kind), path: self.path_of(by.source), line, column }
    }
}
