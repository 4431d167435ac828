//! One question that facts answer (a section of a document): its name, the command that answers it, and the form of
//! the answer.

use super::time::Time;
use serde::{Deserialize, Serialize};

/// Where a question can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Shell {
    /// The Lync Server or Skype for Business Server Management Shell.
    Lync,
    /// The Exchange Management Shell.
    Exchange,
    /// Any Windows PowerShell on the machine itself.
    Local,
}

impl Shell {
    /// The name in JSON and in PowerShell.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lync => "Lync",
            Self::Exchange => "Exchange",
            Self::Local => "Local",
        }
    }
}

/// How answers of several documents to one question go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergePolicy {
    /// Each answer is complete: the newest counts, and what an older one says otherwise is a contradiction.
    Replace,
    /// An answer covers what was requested: answers add up, and one thing described in two ways is a contradiction.
    Union,
    /// The answer is different every time: the newest of each thing counts.
    Latest,
}

/// A question that facts answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// Where the answer stands in a document, such as `exchange.servers`.
    pub path: &'static str,
    /// The command that answers it.
    pub command: &'static str,
    /// Where that command runs.
    pub shell: Shell,
    /// How answers go together.
    pub merge_policy: MergePolicy,
}

/// The answer to one question in one document: `values` if the command answered, `error` if it did not.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fact<T> {
    /// The command that was run.
    pub command: String,
    /// When it was run.
    pub time: Time,
    /// What it answered.
    pub values: Option<Vec<T>>,
    /// Why it did not answer.
    pub error: Option<String>,
    /// The servers or names for which it did not answer, though it did for others.
    #[serde(default)]
    pub failures: Vec<Failure>,
}

/// One server or name for which a command did not answer.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Failure {
    /// The server or name.
    pub target: String,
    /// What the command said.
    pub error: String,
}

/// A thing that an answer lists, with the text that tells it from others of its section.
pub trait Keyed {
    /// The text.
    fn key(&self) -> String;
}
