//! `uc_backup_list`, `uc_backup_restore` and `uc_backup_prune`: what callers send and get, and the calls of the store
//! behind it. Must not know how backups are stored.

use crate::api::Request;
use crate::config::diff;
use crate::error::{Error, Result};
use crate::l10n::Culture;
use crate::status::Status;
use crate::store::backup::{self, Backup};
use crate::store::{self, BackupPlan, Operation, Replace, Source, Writer};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Lists the backups of one file, or of every file.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListRequest {
    /// The file, which need not exist any more. Without it: every file that has backups.
    pub path: Option<String>,
    /// The folder of all backups, if it is not the usual one.
    pub directory: Option<String>,
    /// The language of the texts, as a .NET culture name.
    pub culture: Option<String>,
}

/// The backups, newest first.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ListResponse {
    /// The folder of all backups that was looked into.
    pub directory: String,
    /// The backups, newest first.
    pub backups: Vec<BackupEntry>,
    /// What stands there as a backup and cannot be read.
    pub problems: Vec<BackupProblem>,
}

/// One backup.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BackupEntry {
    /// The id that `uc_backup_restore` takes. Ids sort as their times do.
    pub id: String,
    /// The file whose content this was: absolute, links resolved.
    pub path: String,
    /// When the backup was made: UTC in RFC 3339 with milliseconds, such as `2026-03-01T21:00:00.123Z`.
    pub time: String,
    /// The SHA-256 of the content, 64 hexadecimal digits.
    pub sha256: String,
    /// The size of the content in bytes.
    pub size: u64,
    /// Why the edit was made, in the words of who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The account that made the edit.
    pub user: String,
    /// The computer that it was made on.
    pub computer: String,
    /// The edit before which the backup was made.
    pub operation: Operation,
    /// Where the content is.
    pub file: String,
    /// Why this backup cannot be restored, if that is known. The content's hash is checked when it is restored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
}

/// A manifest that cannot be read.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BackupProblem {
    /// The manifest.
    pub file: String,
    /// What is wrong with it.
    pub message: String,
}

impl Request for ListRequest {
    type Response = ListResponse;

    fn handle(self, culture: Culture) -> Result<ListResponse> {
        let listing = backup::list(folder(self.directory.as_ref()), self.path.as_deref())?;
        let problems = listing.damaged.into_iter();
        Ok(ListResponse {
            directory: text(&listing.directory),
            backups: listing.backups.into_iter().map(|backup| entry(backup, culture)).collect(),
            problems: problems
                .map(|damaged| BackupProblem {
                    file: text(&damaged.file),
                    message: damaged.error.body(culture).message,
                })
                .collect(),
        })
    }
}

/// Brings a file back to what it was. The present content is backed up first, so this can be undone as well.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RestoreRequest {
    /// The file. It may be missing; then it is made.
    pub path: String,
    /// The id of one of its backups.
    pub id: String,
    /// The folder of all backups, if it is not the usual one.
    pub directory: Option<String>,
    /// Only say what would happen.
    #[serde(default)]
    pub dry_run: bool,
    /// Why, for the manifest of the backup that is made.
    pub reason: Option<String>,
    /// Refuse (`FileChanged`) unless the file has this SHA-256, 64 hexadecimal digits in either case, or is missing if this
    /// is empty: the caller decided on what it had looked at.
    pub expected_sha256: Option<String>,
    /// The number of backups of this file that are kept, 0 for all; 50 without it.
    pub keep: Option<usize>,
    /// The language of the texts, as a .NET culture name.
    pub culture: Option<String>,
}

/// What a restore did, or would do.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RestoreResponse {
    /// The file: absolute, links resolved.
    pub path: String,
    /// The requested backup.
    pub id: String,
    /// Whether the file was, or would be, another than before.
    pub changed: bool,
    /// Whether nothing was written because the request said so.
    pub dry_run: bool,
    /// The difference as a unified diff; empty if nothing changes.
    pub diff: String,
    /// The id of the backup of what was replaced. Absent when nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup_id: Option<String>,
    /// The SHA-256 of what was replaced, 64 lower-case hexadecimal digits. Absent when the file was missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256_before: Option<String>,
    /// The SHA-256 of the content restored, 64 lower-case hexadecimal digits.
    pub sha256_after: String,
}

impl Request for RestoreRequest {
    type Response = RestoreResponse;

    fn handle(self, _: Culture) -> Result<RestoreResponse> {
        let (backup, content) = backup::find(folder(self.directory.as_ref()), &self.path, &self.id)?;
        // Whatever stands in the way is replaced, whatever its size.
        let present = existing(store::read(&self.path, u64::MAX))?;
        self.expect(present.as_ref())?;
        let changed = present.as_ref().is_none_or(|source| source.bytes != content);
        let path = present.as_ref().map_or(backup.manifest.path, |source| text(&source.path));
        let mut response = RestoreResponse {
            diff: diff::between(&path, present.as_ref().map_or(&[], |source| &source.bytes), &content),
            path,
            id: backup.manifest.id,
            changed,
            dry_run: self.dry_run,
            backup_id: None,
            sha256_before: present.map(|source| source.sha256),
            sha256_after: store::sha256(&content),
        };
        if changed && !self.dry_run {
            self.write(&content, &mut response)?;
        }
        Ok(response)
    }
}

impl RestoreRequest {
    /// Refuses a file that is not the one that the caller looked at.
    fn expect(&self, present: Option<&Source>) -> Result<()> {
        let hash = present.map_or("", |source| source.sha256.as_str());
        match &self.expected_sha256 {
            Some(expected) if !expected.eq_ignore_ascii_case(hash) => {
                Err(Error::new(Status::FileChanged).at_path(&self.path))
            }
            _ => Ok(()),
        }
    }

    /// Restores, and corrects in the response what another writer changed since the file was looked at.
    fn write(&self, content: &[u8], response: &mut RestoreResponse) -> Result<()> {
        let directory = folder(self.directory.as_ref());
        let keep = self.keep.unwrap_or(BackupPlan::KEEP);
        let plan = Replace {
            backup: Some(BackupPlan { directory, keep }),
            operation: Operation::Restore,
            reason: self.reason.as_deref(),
            flush: true,
        };
        let writer = existing(Writer::open(&self.path, u64::MAX))?;
        self.expect(writer.as_ref().map(Writer::source))?;
        if let Some(writer) = &writer {
            response.diff = diff::between(&response.path, &writer.source().bytes, content);
        }
        response.sha256_before = writer.as_ref().map(|writer| writer.source().sha256.clone());
        let writer = writer.map_or_else(|| Writer::create(&self.path), Ok)?;
        response.path = text(&writer.source().path);
        response.backup_id = writer.replace(content, &plan)?.backup_id;
        Ok(())
    }
}

/// Removes old backups.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PruneRequest {
    /// The file. Without it: every file that has backups.
    pub path: Option<String>,
    /// The folder of all backups, if it is not the usual one.
    pub directory: Option<String>,
    /// The number of backups of each file that stay, at least 1.
    pub keep: usize,
    /// Only say what would go.
    #[serde(default)]
    pub dry_run: bool,
    /// The language of the texts, as a .NET culture name.
    pub culture: Option<String>,
}

/// What was removed, or would be.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PruneResponse {
    /// The backups that went.
    pub removed: Vec<RemovedBackup>,
    /// The number of backups that stay.
    pub kept: usize,
}

/// A backup that is no more.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RemovedBackup {
    /// Its id.
    pub id: String,
    /// The file whose content it was.
    pub path: String,
}

impl Request for PruneRequest {
    type Response = PruneResponse;

    fn handle(self, _: Culture) -> Result<PruneResponse> {
        if self.keep == 0 {
            // Elsewhere 0 keeps all; here it could be meant to remove all. Neither is guessed.
            return Err(Error::new(Status::RequestInvalid).with("detail", "keep: 0"));
        }
        let pruned = backup::prune(folder(self.directory.as_ref()), self.path.as_deref(), self.keep, self.dry_run)?;
        let removed = pruned.removed.into_iter().map(|backup| backup.manifest);
        Ok(PruneResponse {
            removed: removed.map(|manifest| RemovedBackup { id: manifest.id, path: manifest.path }).collect(),
            kept: pruned.kept,
        })
    }
}

fn folder(directory: Option<&String>) -> Option<&Path> {
    directory.map(Path::new)
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn entry(backup: Backup, culture: Culture) -> BackupEntry {
    let Backup { manifest, file, problem } = backup;
    BackupEntry {
        id: manifest.id,
        path: manifest.path,
        time: manifest.time,
        sha256: manifest.sha256,
        size: manifest.size,
        reason: manifest.reason,
        user: manifest.user,
        computer: manifest.computer,
        operation: manifest.operation,
        file: text(&file),
        problem: problem.map(|problem| problem.body(culture).message),
    }
}

/// A missing file is no failure of a restore.
fn existing<T>(opened: Result<T>) -> Result<Option<T>> {
    match opened {
        Ok(opened) => Ok(Some(opened)),
        Err(error) if error.status() == Status::FileNotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api;
    use serde_json::{Value, json};
    use std::fs;

    struct Sample {
        root: tempfile::TempDir,
        path: std::path::PathBuf,
    }

    impl Sample {
        /// A file with the content "new" and a backup with the content "old".
        fn new() -> (Self, String) {
            let root = tempfile::tempdir().unwrap();
            let path = root.path().join("web.config");
            fs::write(&path, "old").unwrap();
            let sample = Self { root, path };
            let directory = sample.root.path().join("backups");
            let plan = Replace {
                backup: Some(BackupPlan { directory: Some(&directory), ..BackupPlan::default() }),
                operation: Operation::Edit,
                reason: None,
                flush: false,
            };
            let writer = Writer::open(sample.path.to_str().unwrap(), 100).unwrap();
            let id = writer.replace(b"new", &plan).unwrap().backup_id.unwrap();
            (sample, id)
        }

        fn call<Q: Request>(&self, mut fields: Value) -> (Status, Value) {
            fields["directory"] = json!(self.root.path().join("backups"));
            if fields.get("path").is_none() {
                fields["path"] = json!(self.path);
            }
            let (status, json) = api::dispatch::<Q>(fields.to_string().as_bytes());
            (status, serde_json::from_slice(&json).unwrap())
        }

        fn ids(&self) -> Vec<String> {
            let (_, listing) = self.call::<ListRequest>(json!({}));
            let backups = listing["backups"].as_array().unwrap();
            backups.iter().map(|backup| backup["id"].as_str().unwrap().to_owned()).collect()
        }
    }

    #[test]
    fn a_restore_can_itself_be_undone() {
        let (sample, id) = Sample::new();
        let (status, answer) = sample.call::<RestoreRequest>(json!({"id": id, "reason": "undo"}));
        assert_eq!(status, Status::Ok, "{answer}");
        assert_eq!(fs::read(&sample.path).unwrap(), b"old");
        assert_eq!(answer["sha256Before"], json!(store::sha256(b"new")));
        assert_eq!(answer["sha256After"], json!(store::sha256(b"old")));
        let back = answer["backupId"].as_str().unwrap();
        let (_, listing) = sample.call::<ListRequest>(json!({}));
        let made = listing["backups"].as_array().unwrap().iter().find(|backup| backup["id"] == back).unwrap();
        assert_eq!((&made["operation"], &made["reason"]), (&json!("restore"), &json!("undo")));
        sample.call::<RestoreRequest>(json!({"id": back}));
        assert_eq!(fs::read(&sample.path).unwrap(), b"new");
    }

    #[test]
    fn a_dry_run_and_a_restore_of_the_present_content_write_nothing() {
        let (sample, id) = Sample::new();
        let (_, answer) = sample.call::<RestoreRequest>(json!({"id": id, "dryRun": true}));
        assert_eq!((&answer["changed"], &answer["dryRun"]), (&json!(true), &json!(true)));
        assert_eq!(fs::read(&sample.path).unwrap(), b"new");
        fs::write(&sample.path, "old").unwrap();
        let (_, answer) = sample.call::<RestoreRequest>(json!({"id": id}));
        assert_eq!((&answer["changed"], answer.get("backupId")), (&json!(false), None));
        assert_eq!(sample.ids(), [id]);
    }

    #[test]
    fn a_file_that_was_deleted_is_made_anew() {
        let (sample, id) = Sample::new();
        fs::remove_file(&sample.path).unwrap();
        let (status, answer) = sample.call::<RestoreRequest>(json!({"id": id}));
        assert_eq!(status, Status::Ok, "{answer}");
        assert_eq!(fs::read(&sample.path).unwrap(), b"old");
        assert_eq!((answer.get("sha256Before"), answer.get("backupId")), (None, None));
        assert_eq!(answer["changed"], json!(true));
    }

    #[test]
    fn problems_are_told_in_the_language_asked_for() {
        let (sample, id) = Sample::new();
        let (_, listing) = sample.call::<ListRequest>(json!({}));
        let file = listing["backups"][0]["file"].as_str().unwrap();
        fs::write(file, "altered").unwrap();
        let (_, listing) = sample.call::<ListRequest>(json!({"culture": "fr-FR"}));
        assert!(listing["backups"][0]["problem"].as_str().unwrap().contains("endommagée"), "{listing}");
        let (status, _) = sample.call::<RestoreRequest>(json!({"id": id}));
        assert_eq!(status, Status::BackupDamaged);
        fs::write(Path::new(file).with_extension("json"), "{").unwrap();
        let (_, listing) = sample.call::<ListRequest>(json!({}));
        assert!(listing["problems"][0]["message"].as_str().unwrap().contains("manifest"), "{listing}");
    }

    #[test]
    fn pruning_never_guesses_what_zero_means() {
        let (sample, id) = Sample::new();
        let (status, _) = sample.call::<PruneRequest>(json!({"keep": 0}));
        assert_eq!((status, sample.ids()), (Status::RequestInvalid, vec![id.clone()]));
        sample.call::<RestoreRequest>(json!({"id": id}));
        let (_, answer) = sample.call::<PruneRequest>(json!({"keep": 1}));
        assert_eq!((answer["removed"].as_array().unwrap().len(), &answer["kept"]), (1, &json!(1)));
        assert_eq!(sample.ids().len(), 1);
    }

    #[test]
    fn unknown_fields_are_named() {
        let (sample, id) = Sample::new();
        let (status, answer) = sample.call::<RestoreRequest>(json!({"id": id, "dryrun": true}));
        assert_eq!(status, Status::RequestInvalid);
        assert!(answer["message"].as_str().unwrap().contains("dryrun"), "{answer}");
    }
}
