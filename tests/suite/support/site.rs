//! What the tests of the store share: a site (a folder with a web.config and a folder for backups), and children:
//! this test program started again at the test `child` of a module, which does nothing when nobody asks it to. Works
//! the same as Windows code. Must not assert on time.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use uc_integration::error::Result;
use uc_integration::store::backup::{self, Listing};
use uc_integration::store::{BackupPlan, Operation, Replace, Replaced, SIZE_LIMIT, Writer};

/// What a child is asked to do, and where.
const ROLE: &str = "UC_TEST_CHILD";
const FOLDER: &str = "UC_TEST_FOLDER";

/// A folder with a `web.config`, and one for its backups.
pub(crate) struct Site {
    folder: PathBuf,
    _root: Option<tempfile::TempDir>,
}

impl Site {
    /// A new site with a content; removed when dropped.
    pub(crate) fn new(content: impl AsRef<[u8]>) -> Self {
        let root = tempfile::tempdir().unwrap();
        let site = Self { folder: root.path().to_owned(), _root: Some(root) };
        fs::create_dir(site.web()).unwrap();
        fs::write(site.file(), content).unwrap();
        site
    }

    /// The site that the parent process made.
    fn of_parent() -> Self {
        Self { folder: std::env::var_os(FOLDER).expect("a folder").into(), _root: None }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder of the configuration.
    pub(crate) fn web(&self) -> PathBuf {
        self.folder.join("web")
    }

    /// The configuration.
    pub(crate) fn file(&self) -> PathBuf {
        self.web().join("web.config")
    }

    /// The configuration as a request names it.
    pub(crate) fn path(&self) -> String {
        text(&self.file())
    }

    pub(crate) fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    /// The bytes that are there, read without the library.
    pub(crate) fn content(&self) -> Vec<u8> {
        fs::read(self.file()).unwrap()
    }

    /// Replaces the configuration as a request does, with a backup.
    pub(crate) fn edit(&self, content: impl AsRef<[u8]>) -> Result<Replaced> {
        edit(&self.path(), &self.backups(), content.as_ref())
    }

    /// The backups of the configuration.
    pub(crate) fn listing(&self) -> Listing {
        backup::list(Some(&self.backups()), Some(&self.path())).unwrap()
    }

    /// The names in the configuration's folder.
    pub(crate) fn names(&self) -> Vec<String> {
        names(&self.web())
    }

    /// Every backup that is listed is whole.
    pub(crate) fn assert_backups_are_whole(&self) {
        let listing = self.listing();
        assert!(listing.damaged.is_empty(), "{:?}", listing.damaged);
        for listed in &listing.backups {
            backup::find(Some(&self.backups()), &self.path(), &listed.manifest.id).unwrap();
        }
    }

    /// An ordinary edit works, and nothing of earlier ones is left beside the file.
    pub(crate) fn assert_the_next_edit_works(&self) {
        self.edit("next").unwrap();
        assert_eq!(self.content(), b"next");
        assert_eq!(self.names(), ["web.config"]);
    }

    /// Starts a child: the test `child` of a module.
    pub(crate) fn child(&self, module: &str, role: &str) -> Command {
        let inside = module.split_once("::").map_or(module, |(_, inside)| inside);
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", &format!("{inside}::child"), "--nocapture", "--test-threads=1"]);
        command.env(ROLE, role).env(FOLDER, &self.folder);
        for name in ["UC_BACKUP_DIRECTORY", "UC_STORE_STOP_AT", "UC_STORE_FAIL_AT"] {
            command.env_remove(name);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        command
    }

    /// Lets a child do its work, which must succeed.
    pub(crate) fn run(&self, module: &str, role: &str, prepare: impl FnOnce(&mut Command)) {
        let mut command = self.child(module, role);
        prepare(&mut command);
        let output = command.stderr(Stdio::piped()).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(output.status.success(), "{role}: {}{}", text(&output.stdout), text(&output.stderr));
    }
}

/// What this process was asked to do as a child, and the site to do it in.
pub(crate) fn role() -> Option<(String, Site)> {
    Some((std::env::var(ROLE).ok()?, Site::of_parent()))
}

/// Tells the parent that the child has come so far, and waits until it is told or killed.
pub(crate) fn ready_and_wait() {
    println!("\nready");
    let _ = std::io::stdin().lines().next();
}

/// Waits until the child says that it is ready.
pub(crate) fn await_ready(child: &mut Child) {
    let output = child.stdout.take().expect("piped");
    let mut lines = BufReader::new(output).lines();
    assert!(lines.any(|line| line.unwrap() == "ready"), "the child ended");
}

/// Ends a child, and only then goes on.
pub(crate) fn kill(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Replaces a file with a backup in a folder.
pub(crate) fn edit(path: &str, backups: &Path, content: &[u8]) -> Result<Replaced> {
    Writer::open(path, SIZE_LIMIT)?.replace(content, &plan(Some(backups)))
}

/// The plan of an ordinary edit that keeps every backup.
pub(crate) fn plan(directory: Option<&Path>) -> Replace<'_> {
    let backup = Some(BackupPlan { directory, keep: 0 });
    Replace { backup, operation: Operation::Edit, reason: Some("test"), flush: true }
}

pub(crate) fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A content that shows whether it is whole, large enough to be written in pieces.
pub(crate) fn whole(number: u64) -> String {
    let body = number.to_string().repeat(30_000);
    format!("{number}\n{body}\nend {number}")
}

/// The number of a whole content.
pub(crate) fn number(content: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(content).ok()?;
    let number = text.lines().next()?.parse().ok()?;
    (text == whole(number)).then_some(number)
}
