//! A folder with one configuration file and its backups, made anew for each process. Nothing outside of it is touched.

use std::fs;
use std::path::{Path, PathBuf};
use uc_integration::api::{self, config::ApplyRequest};
use uc_integration::status::Status;
use uc_integration::store;

const CONTENT: &str = "<configuration>\r\n  <appSettings>\r\n    <add key=\"a\" value=\"1\" />\r\n  </appSettings>\r\n</configuration>\r\n";

/// The folder.
pub struct Place {
    folder: tempfile::TempDir,
    /// The folder of the file's own backups.
    own_backups: PathBuf,
}

impl Place {
    /// Makes the folder in memory where the system has one there, and one backup in it.
    #[must_use]
    pub fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        let mut place = Self { folder: folder.expect("a temporary folder"), own_backups: PathBuf::new() };
        place.put(CONTENT.as_bytes());
        let request = serde_json::json!({
            "path": place.file(), "changes": [{ "op": "set", "key": "a", "value": "2" }],
            "backup": { "directory": place.backups() },
        });
        let (status, _) = api::dispatch::<ApplyRequest>(request.to_string().as_bytes());
        assert_eq!(status, Status::Ok);
        let mut folders = fs::read_dir(place.backups()).expect("the backups").flatten().map(|entry| entry.path());
        place.own_backups = folders.find(|path| path.is_dir()).expect("the backups of the file");
        place
    }

    /// The configuration file.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("web.config")
    }

    /// The folder of all backups.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.folder.path().join("backups")
    }

    /// Gives the configuration file a content.
    pub fn put(&self, content: &[u8]) {
        fs::write(self.file(), content).expect("the file can be written");
    }

    /// What is in the configuration file.
    #[must_use]
    pub fn content(&self) -> Vec<u8> {
        fs::read(self.file()).unwrap_or_default()
    }

    /// Leaves one backup, `fuzzed`, with this manifest. `{PATH}` in it stands for the file, `{SHA256}` for the hash of the
    /// content, so that a sound manifest can be written without knowing them.
    pub fn put_backup(&self, manifest: &[u8]) {
        self.put(CONTENT.as_bytes());
        for old in fs::read_dir(&self.own_backups).into_iter().flatten().flatten() {
            let _ = fs::remove_file(old.path());
        }
        let _ = fs::create_dir_all(&self.own_backups);
        let content = b"<configuration/>";
        let manifest = match std::str::from_utf8(manifest) {
            Ok(text) => {
                let path = self.file().canonicalize().unwrap_or_default();
                text.replace("{PATH}", &path.to_string_lossy())
                    .replace("{SHA256}", &store::sha256(content))
                    .into_bytes()
            }
            Err(_) => manifest.to_vec(),
        };
        fs::write(self.own_backups.join("fuzzed.content"), content).expect("the content");
        fs::write(self.own_backups.join("fuzzed.json"), manifest).expect("the manifest");
    }
}

impl Default for Place {
    fn default() -> Self {
        Self::new()
    }
}
