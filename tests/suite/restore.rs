//! Restoring through the interface: what comes back, what is refused, and that it can be undone. How backups are stored
//! is tested in the store.

use crate::support::{apply, call};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use uc_integration::api::backup::{ListRequest, RestoreRequest};

const BEFORE: &str =
    "<configuration>\n  <appSettings>\n    <add key=\"a\" value=\"1\" />\n  </appSettings>\n</configuration>\n";

/// A file that was edited once, and the id of the backup of that.
struct Edited {
    folder: tempfile::TempDir,
    path: PathBuf,
    id: String,
}

impl Edited {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("web.config");
        std::fs::write(&path, BEFORE).unwrap();
        let changes = json!([{ "op": "set", "key": "a", "value": "2" }]);
        let response = apply(&path, &changes, &folder.path().join("backups")).unwrap();
        Self { id: response["backupId"].as_str().unwrap().to_owned(), folder, path }
    }

    fn backups(&self) -> PathBuf {
        self.folder.path().join("backups")
    }

    fn restore(&self, id: &str, more: &Value) -> Result<Value, Value> {
        let mut request = json!({ "path": self.path, "id": id, "directory": self.backups() });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        call::<RestoreRequest>(&request)
    }

    fn content(&self) -> String {
        std::fs::read_to_string(&self.path).unwrap()
    }

    fn count(&self, path: &Path) -> usize {
        let list = call::<ListRequest>(&json!({ "path": path, "directory": self.backups() })).unwrap();
        list["backups"].as_array().unwrap().len()
    }
}

#[test]
fn a_restore_is_shown_done_and_undone() {
    let edited = Edited::new();
    let after = edited.content();
    let shown = edited.restore(&edited.id, &json!({ "dryRun": true })).unwrap();
    assert!(
        shown["diff"]
            .as_str()
            .unwrap()
            .contains("\n-    <add key=\"a\" value=\"2\" />\n+    <add key=\"a\" value=\"1\" />\n")
    );
    assert_eq!((edited.content(), edited.count(&edited.path)), (after.clone(), 1), "shown only");
    let done = edited.restore(&edited.id, &json!({ "expectedSha256": shown["sha256Before"] })).unwrap();
    assert_eq!((done["changed"].as_bool(), edited.content().as_str()), (Some(true), BEFORE));
    edited.restore(done["backupId"].as_str().unwrap(), &json!({})).unwrap();
    assert_eq!(edited.content(), after);
}

#[test]
fn a_file_that_changed_since_it_was_shown_is_kept() {
    let edited = Edited::new();
    let shown = edited.restore(&edited.id, &json!({ "dryRun": true })).unwrap();
    std::fs::write(&edited.path, "<configuration/>").unwrap();
    let error = edited.restore(&edited.id, &json!({ "expectedSha256": shown["sha256Before"] })).unwrap_err();
    assert_eq!(error["name"], "FileChanged");
    assert_eq!(edited.content(), "<configuration/>");
}

#[test]
fn a_deleted_file_comes_back_unless_another_took_its_place() {
    let edited = Edited::new();
    std::fs::remove_file(&edited.path).unwrap();
    let shown = edited.restore(&edited.id, &json!({ "dryRun": true })).unwrap();
    assert!(shown.get("sha256Before").is_none(), "{shown}");
    std::fs::write(&edited.path, "<configuration/>").unwrap();
    let error = edited.restore(&edited.id, &json!({ "expectedSha256": "" })).unwrap_err();
    assert_eq!(error["name"], "FileChanged");
    std::fs::remove_file(&edited.path).unwrap();
    let done = edited.restore(&edited.id, &json!({ "expectedSha256": "" })).unwrap();
    assert_eq!(edited.content(), BEFORE);
    assert!(done.get("backupId").is_none(), "there was nothing to back up");
}

#[test]
fn a_backup_that_is_not_there_or_not_its_own_is_refused() {
    let edited = Edited::new();
    let after = edited.content();
    for id in ["20000101T000000000Z-00000000", "../../etc/passwd", "", "a\\b"] {
        let error = edited.restore(id, &json!({})).unwrap_err();
        assert_eq!(error["name"], "BackupNotFound", "{id}: {error}");
    }
    let list = call::<ListRequest>(&json!({ "path": edited.path, "directory": edited.backups() })).unwrap();
    std::fs::write(list["backups"][0]["file"].as_str().unwrap(), "<configuration/>").unwrap();
    let error = edited.restore(&edited.id, &json!({})).unwrap_err();
    assert_eq!(error["name"], "BackupDamaged");
    assert_eq!(edited.content(), after);
}
