//! The requests about configuration documents, and what their responses share: settings, problems and overrides as
//! JSON. The work is in the other files of this folder.

mod apply;
mod external;
mod known_keys;
mod other_side;
mod owa;
mod problems;
mod read;
mod view;

pub(super) use known_keys::problem_of;

pub use apply::{ApplyRequest, ApplyResponse, BackupOptions, ChangeOutcome, ChangeRequest};
pub use read::{ReadRequest, ReadResponse};
pub use view::SettingBody;

use super::value::ValueProblem;
use crate::config::outline::EntryKind;
use crate::config::problem::Severity;
use serde::Serialize;

/// What took the effect of a setting away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OverrideBody {
    /// `add`, `remove` or `clear`.
    pub kind: &'static str,
    /// The file, if it is not the document itself but the one that its `file` attribute names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Line, from 1.
    pub line: u64,
    /// Column in UTF-16 code units, from 1.
    pub column: u64,
}

/// Something that is wrong with a configuration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ProblemBody {
    /// The stable name of the problem.
    pub code: String,
    /// `Error`: .NET does not load the configuration. `Warning`: it does, but hardly as meant. `Information`.
    pub severity: Severity,
    /// One sentence in the requested language.
    pub message: String,
    /// Line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// Column in UTF-16 code units, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u64>,
    /// The file, if it is not the document itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The key of Outlook on the web that it is about, `IMCertificateThumbprint` or `IMServerName`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<&'static str>,
}

fn kind_name(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Add => "add",
        EntryKind::Remove => "remove",
        EntryKind::Clear => "clear",
    }
}

/// The location path of a request: `.` and nothing both mean the whole file.
fn location(path: Option<&str>) -> &str {
    path.filter(|path| *path != ".").unwrap_or_default()
}
