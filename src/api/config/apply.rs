//! `uc_config_apply`: changes of keys, all in one edit. The order of the work: read (under the lock, unless it is a dry
//! run), change in memory, read the result again as a check, back up and replace.

use super::external::{self, External};
use super::known_keys::{Requested, known};
use super::other_side::With;
use super::owa;
use super::view::View;
use super::{OverrideBody, ProblemBody, ValueProblem, location, problems};
use crate::api::Request;
use crate::config::change::{self, Action, Change, Changed, Outcome};
use crate::config::lines::{line_and_column, line_end, line_start};
use crate::config::{Document, Span, Wanted, diff};
use crate::error::{Error, Result};
use crate::l10n::Culture;
use crate::status::Status;
use crate::store::{self, BackupPlan, Operation, Replace, SIZE_LIMIT, Source, Writer};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// How much of a line is shown to a person, in characters.
const SHOWN: usize = 400;

/// Asks for changes of a configuration file.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApplyRequest {
    /// The file.
    pub path: String,
    /// The path of a `location` element; without it, the section of the whole file.
    pub location: Option<String>,
    /// What to change; all of it or nothing.
    pub changes: Vec<ChangeRequest>,
    /// Only report what would happen.
    #[serde(default)]
    pub dry_run: bool,
    /// Write values as they are. Without it, the value of `IMCertificateThumbprint` must be a thumbprint and that of
    /// `IMServerName` a fully qualified name: it is written in its normalised form, or refused (`ValueRejected`). Of other
    /// keys it is told what nobody sees in them.
    #[serde(default)]
    pub skip_value_check: bool,
    /// How the old file is kept; without it, in the usual folder.
    #[serde(default)]
    pub backup: BackupOptions,
    /// Why, in the user's words; kept with the backup.
    pub reason: Option<String>,
    /// Refuse (`FileChanged`) unless the file has this SHA-256, 64 hexadecimal digits in either case: the caller decided on
    /// what it had read.
    pub expected_sha256: Option<String>,
    /// The largest file that is read, in bytes; 67108864 (64 MiB) without it.
    pub size_limit: Option<u64>,
    /// Language of messages, as .NET names cultures.
    pub culture: Option<String>,
}

/// One change.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "op", rename_all = "lowercase", deny_unknown_fields)]
pub enum ChangeRequest {
    /// Gives a key a value.
    Set {
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// Takes a key away.
    Remove {
        /// The key.
        key: String,
    },
}

impl From<ChangeRequest> for Change {
    fn from(request: ChangeRequest) -> Self {
        match request {
            ChangeRequest::Set { key, value } => Self::Set { key, value },
            ChangeRequest::Remove { key } => Self::Remove { key },
        }
    }
}

/// How the old file is kept.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct BackupOptions {
    /// `false` edits without a backup.
    pub enabled: bool,
    /// The folder of all backups.
    pub directory: Option<PathBuf>,
    /// The number of backups of this file that are kept, 0 for all; 50 without it.
    pub keep: Option<usize>,
}

impl Default for BackupOptions {
    fn default() -> Self {
        Self { enabled: true, directory: None, keep: None }
    }
}

impl BackupOptions {
    fn plan(&self) -> Option<BackupPlan<'_>> {
        let keep = self.keep.unwrap_or(BackupPlan::KEEP);
        self.enabled.then_some(BackupPlan { directory: self.directory.as_deref(), keep })
    }
}

/// What was done.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ApplyResponse {
    /// The file: absolute, links resolved.
    pub path: String,
    /// Whether the file changed, or would.
    pub changed: bool,
    /// Whether it was only tried.
    pub dry_run: bool,
    /// One result for each change, in their order.
    pub changes: Vec<ChangeOutcome>,
    /// The difference as a unified diff; empty if nothing changes.
    pub diff: String,
    /// The id of the backup of the old file, for `uc_backup_restore`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup_id: Option<String>,
    /// SHA-256 of the file before, 64 lower-case hexadecimal digits.
    pub sha256_before: String,
    /// SHA-256 of the file after, 64 lower-case hexadecimal digits.
    pub sha256_after: String,
    /// What is wrong with the file after the edit.
    pub problems: Vec<ProblemBody>,
}

/// The result of one change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChangeOutcome {
    /// The key, spelled as in the file.
    pub key: String,
    /// `Added`, `Updated`, `Removed` or `Unchanged`.
    pub action: String,
    /// The value before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// The value after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// Line of the element after the edit, or before it if it was removed; from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The line before, at most 400 characters of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_before: Option<String>,
    /// The line after, at most 400 characters of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_after: Option<String>,
    /// What was wrong with the value that was requested, or with the key.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub value_warnings: Vec<ValueProblem>,
    /// Whether the value is held to a form, and `new` is in that form instead of the one that was requested.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub value_normalized: bool,
    /// Where else the key stands in the file, if it is one of Outlook on the web, though .NET does not read it there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<ProblemBody>,
    /// Whether .NET sees what this change requests.
    pub effective: bool,
    /// What hides it, if .NET does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overridden_by: Option<OverrideBody>,
}

impl Request for ApplyRequest {
    type Response = ApplyResponse;

    fn handle(self, culture: Culture) -> Result<ApplyResponse> {
        let limit = self.size_limit.unwrap_or(SIZE_LIMIT);
        let changes = self.requested(culture).map_err(|error| error.at_path(&self.path))?;
        if self.dry_run {
            let source = store::read(&self.path, limit)?;
            return self.work(&source, &changes, culture).map(|(response, _)| response);
        }
        let writer = Writer::open(&self.path, limit)?;
        let (mut response, bytes) = self.work(writer.source(), &changes, culture)?;
        if response.changed {
            let reason = self.reason.as_deref();
            let plan = Replace { backup: self.backup.plan(), operation: Operation::Edit, reason, flush: true };
            response.backup_id = writer.replace(&bytes, &plan)?.backup_id;
        }
        Ok(response)
    }
}

impl ApplyRequest {
    /// The changes, their values held to the form that their keys want.
    fn requested(&self, culture: Culture) -> Result<Vec<Requested>> {
        let changes = self.changes.iter().cloned().map(Change::from);
        if self.skip_value_check {
            return Ok(changes.map(Requested::unchecked).collect());
        }
        changes.map(|change| Requested::checked(change, culture)).collect()
    }

    /// Changes the document in memory, and says what that means.
    fn work(&self, source: &Source, requested: &[Requested], culture: Culture) -> Result<(ApplyResponse, Vec<u8>)> {
        let path = source.path.to_string_lossy().into_owned();
        let located = |error: Error| error.at_path(&path);
        if let Some(expected) = &self.expected_sha256
            && !expected.eq_ignore_ascii_case(&source.sha256)
        {
            return Err(located(Error::new(Status::FileChanged)));
        }
        let document = Document::parse(&source.bytes).map_err(located)?;
        let place = location(self.location.as_deref());
        let changes = kept(&document, place, requested)?;
        let made = change::apply(&document, place, &changes).map_err(located)?;
        // From here on only the text of the old document is needed. Its outline can be as large as a half of it.
        let before = document.into_text();
        let after = Document::parse(&made.bytes).map_err(|error| wrong(&path, &error.to_string()))?;
        let sections = after.sections(place).map_err(|error| wrong(&path, &error.to_string()))?;
        let wanted = Wanted::new(changes.iter().map(Change::key));
        let alone = View::of(&after, &sections, &External::None, Some(&wanted))?;
        verify(&alone, &changes).map_err(|key| wrong(&path, &key))?;
        let external = external::read(&source.path, &sections, self.size_limit.unwrap_or(SIZE_LIMIT));
        let view = View::of(&after, &sections, &external, Some(&wanted))?;
        let values = !self.skip_value_check;
        let with = With { path: &path, external: &external, values, other_side: None, culture };
        let problems = problems::list(&after, with);
        let both = Both { before: before.as_str(), after: after.text().as_str(), alone, view, problems: &problems };
        let response = ApplyResponse {
            changed: made.changed,
            dry_run: self.dry_run,
            changes: made.outcomes.iter().zip(requested).map(|(outcome, asked)| both.outcome(outcome, asked)).collect(),
            diff: diff::of_texts(&path, both.before, both.after),
            backup_id: None,
            sha256_before: source.sha256.clone(),
            sha256_after: hash_after(source, &made),
            problems,
            path,
        };
        Ok((response, made.bytes))
    }
}

/// The changes that are left to make: a value of the document that is as good as the one asked for stays. Where the
/// settings cannot be read, the edit itself says why.
fn kept(document: &Document<'_>, place: &str, requested: &[Requested]) -> Result<Vec<Change>> {
    if !requested.iter().any(|one| one.ignores_case) {
        return Ok(requested.iter().map(|one| one.change.clone()).collect());
    }
    let sections = document.sections(place).unwrap_or_default();
    let wanted = Wanted::new(requested.iter().map(|one| one.change.key()));
    let present = View::of(document, &sections, &External::None, Some(&wanted))?;
    let value = |one: &Requested| present.effective(one.change.key()).map(|setting| setting.value.as_str());
    Ok(requested.iter().map(|one| one.kept(value(one))).collect())
}

fn hash_after(source: &Source, made: &Changed) -> String {
    if made.changed { store::sha256(&made.bytes) } else { source.sha256.clone() }
}

fn wrong(path: &str, detail: &str) -> Error {
    Error::new(Status::Internal).with("detail", detail).at_path(path)
}

/// Reads the result again: every key must have the value that was requested. Tells the first key that has not.
fn verify(view: &View<'_>, changes: &[Change]) -> std::result::Result<(), String> {
    let holds = |change: &&Change| match change {
        Change::Set { key, value } => view.effective(key).is_some_and(|setting| setting.value == *value),
        Change::Remove { key } => view.effective(key).is_none(),
    };
    changes.iter().find(|change| !holds(change)).map_or(Ok(()), |change| Err(change.key().to_owned()))
}

/// The document before and after the edit.
struct Both<'a> {
    before: &'a str,
    after: &'a str,
    alone: View<'a>,
    view: View<'a>,
    problems: &'a [ProblemBody],
}

impl Both<'_> {
    fn outcome(&self, outcome: &Outcome, requested: &Requested) -> ChangeOutcome {
        let old = outcome.element.filter(|_| outcome.action != Action::Added);
        let new = self.alone.effective(&outcome.key).map(|setting| setting.element);
        let (place, text) = if new.is_some() { (new, self.after) } else { (old, self.before) };
        let changed = outcome.action != Action::Unchanged;
        let overridden_by = self.view.overridden(&outcome.key);
        ChangeOutcome {
            key: outcome.key.clone(),
            action: format!("{:?}", outcome.action),
            old: outcome.old.clone(),
            new: outcome.new.clone(),
            line: place.map(|element| line_and_column(text, element.start()).0),
            line_before: old.filter(|_| changed).map(|element| excerpt(self.before, element)),
            line_after: new.filter(|_| changed).map(|element| excerpt(self.after, element)),
            value_warnings: requested.warnings.clone(),
            value_normalized: requested.ignores_case && !requested.warnings.is_empty(),
            unread: self.unread(&outcome.key),
            effective: overridden_by.is_none(),
            overridden_by,
        }
    }
}

impl Both<'_> {
    /// Where else a known key stands.
    fn unread(&self, key: &str) -> Vec<ProblemBody> {
        let Some((name, _)) = known(key) else { return Vec::new() };
        let is = |problem: &&ProblemBody| problem.key == Some(name) && owa::PLACES.contains(&problem.code.as_str());
        self.problems.iter().filter(is).cloned().collect()
    }
}

/// The lines of an element, or the element alone where its lines are long.
fn excerpt(text: &str, element: Span) -> String {
    let lines = text[line_start(text, element.start())..line_end(text, element.end())].trim_end();
    let shown = if lines.chars().count() <= SHOWN { lines } else { element.of(text) };
    match shown.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}\u{2026}", &shown[..end]),
        None => shown.to_owned(),
    }
}
