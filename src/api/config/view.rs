//! The settings of a document as a response lists them, together with those of the file that its section names. Looks for
//! no problem.

use super::external::{self, External};
use super::{OverrideBody, kind_name};
use crate::config::lines::{LineIndex, line_and_column};
use crate::config::outline::{EntryKind, Section};
use crate::config::settings::{Override, Setting, Settings};
use crate::config::{Document, Wanted};
use crate::error::Result;
use serde::Serialize;

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
