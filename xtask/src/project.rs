//! Where things are: the project's own folders, and the two folders beside it that tests use. The only file that
//! reads the environment for paths.

use crate::Result;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folders of one checkout.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    /// The root of the source tree.
    pub(crate) root: PathBuf,
    /// Where everything built goes.
    pub(crate) target: PathBuf,
}

impl Project {
    /// The checkout that this program was started from.
    pub(crate) fn find() -> Result<Self> {
        let start = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(xtask) => PathBuf::from(xtask),
            None => env::current_dir().map_err(|error| format!("the current folder: {error}"))?,
        };
        let root = start
            .ancestors()
            .find(|folder| folder.join("cbindgen.toml").is_file())
            .ok_or_else(|| format!("{} is not inside the project", start.display()))?
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// The folder with real configuration files that tests read (`UC_CORPUS`).
    pub(crate) fn corpus(&self) -> PathBuf {
        self.beside("UC_CORPUS", "../shared/corpus")
    }

    /// The folder with test tools that no package registry has (`UC_TOOLS`).
    pub(crate) fn tools(&self) -> PathBuf {
        self.beside("UC_TOOLS", "../shared/tools")
    }

    /// The folder with lists that tests compare with (`UC_REFERENCE`).
    pub(crate) fn reference(&self) -> PathBuf {
        self.beside("UC_REFERENCE", "../shared/reference")
    }

    /// A path as the sources name it, for messages.
    pub(crate) fn relative<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }

    fn beside(&self, variable: &str, default: &str) -> PathBuf {
        let folder = env::var_os(variable).unwrap_or_else(|| OsString::from(default));
        let folder = self.root.join(folder);
        folder.canonicalize().unwrap_or(folder)
    }
}

/// The version in Cargo.toml, which is that of the module and of the package.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where cargo keeps the sources of dependencies.
pub(crate) fn cargo_home() -> PathBuf {
    env::var_os("CARGO_HOME")
        .map_or_else(|| PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(".cargo"), PathBuf::from)
}

/// The program of this name on the PATH.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    if name.contains('/') {
        let path = PathBuf::from(name);
        return path.is_file().then_some(path);
    }
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Reads a text file; the failure names it.
pub(crate) fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file and the folders above it; the failure names it.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    create_folder(path.parent().unwrap_or(Path::new(".")))?;
    std::fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
}

/// Copies a file and makes the folders above the copy; the failure names both.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    create_folder(to.parent().unwrap_or(Path::new(".")))?;
    std::fs::copy(from, to).map(drop).map_err(|error| format!("{} to {}: {error}", from.display(), to.display()))
}

/// Makes a folder and those above it.
pub(crate) fn create_folder(path: &Path) -> Result<()> {
    std::fs::create_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Makes a folder anew, without what was in it.
pub(crate) fn fresh_folder(path: &Path) -> Result<()> {
    if path.exists() {
        std::fs::remove_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    create_folder(path)
}

/// Every file below a folder, in an order that does not depend on the file system.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
