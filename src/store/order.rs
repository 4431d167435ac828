//! What a caller asks an edit to be: the order for a writer, and for the backup that it makes.

use serde::{Deserialize, Serialize};
use std::path::Path;

/// What an edit was; recorded with its backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Operation {
    /// Settings were changed.
    Edit,
    /// An older content was brought back.
    Restore,
}

/// How a file is replaced.
#[derive(Clone, Debug)]
pub struct Replace<'a> {
    /// How the old content is kept; `None` keeps no backup.
    pub backup: Option<BackupPlan<'a>>,
    /// What this edit is.
    pub operation: Operation,
    /// Why it is done, in the user's words.
    pub reason: Option<&'a str>,
    /// Wait until the disk has it. Always true, except where speed is measured.
    pub flush: bool,
}

/// Where the old content goes, and how much of the past is kept.
#[derive(Clone, Copy, Debug)]
pub struct BackupPlan<'a> {
    /// The folder of all backups; `None` for the usual one.
    pub directory: Option<&'a Path>,
    /// How many backups of this file are kept; 0 keeps all.
    pub keep: usize,
}

impl BackupPlan<'_> {
    /// How many backups of a file are kept unless the caller says otherwise.
    pub const KEEP: usize = 50;
}

impl Default for BackupPlan<'_> {
    fn default() -> Self {
        Self { directory: None, keep: Self::KEEP }
    }
}
