//! The file that a section names with `file` or `configSource`: which path that is, and its settings. Such a name
//! comes from the document and is not trusted: nothing outside of the machine is requested.

use crate::config::Document;
use crate::config::outline::{Root, Section};
use crate::config::problem::Code;
use crate::error::Result;
use crate::status::Status;
use crate::store::{self, Source};
use std::path::{Path, PathBuf};

/// What came of looking for the file of a section.
#[derive(Debug)]
pub(super) enum External {
    /// The section names no file.
    None,
    /// It was read.
    Read(Source),
    /// It was not, and this is why.
    Problem(Code, String),
}

/// Reads the file of the first of these sections that names one.
pub(super) fn read(document: &Path, sections: &[&Section], limit: u64) -> External {
    let Some(section) = sections.iter().find(|section| section.config_source.is_some() || section.file.is_some())
    else {
        return External::None;
    };
    match (&section.config_source, &section.file) {
        (Some(name), file) if !is_config_source(name) || file.is_some() || !section.entries.is_empty() => {
            External::Problem(Code::BadConfigSource, name.clone())
        }
        (Some(name), _) => match load(document, name, limit) {
            Ok(source) => External::Read(source),
            Err(_) => External::Problem(Code::BadExternalFile, name.clone()),
        },
        (None, Some(name)) if !is_local(name) => External::Problem(Code::BadExternalFile, name.clone()),
        (None, Some(name)) => match load(document, name, limit) {
            Ok(source) => External::Read(source),
            Err(Status::FileNotFound | Status::DirectoryNotFound) => {
                External::Problem(Code::ExternalFileMissing, name.clone())
            }
            Err(_) => External::Problem(Code::BadExternalFile, name.clone()),
        },
        (None, None) => External::None,
    }
}

/// The document of an external file; its root must be appSettings.
pub(super) fn parse(source: &Source) -> Result<Option<Document<'_>>> {
    let document = Document::parse(&source.bytes)?;
    Ok((document.outline().root == Root::AppSettings).then_some(document))
}

fn load(document: &Path, name: &str, limit: u64) -> std::result::Result<Source, Status> {
    let source = store::read(&beside(document, name).to_string_lossy(), limit).map_err(|error| error.status())?;
    let readable = matches!(parse(&source), Ok(Some(_)));
    if readable { Ok(source) } else { Err(Status::UnexpectedRoot) }
}

fn beside(document: &Path, name: &str) -> PathBuf {
    // The names are written for Windows; on other systems a backslash would be part of a file name.
    let name = if cfg!(windows) { name.to_owned() } else { name.replace('\\', "/") };
    document.parent().unwrap_or(Path::new("")).join(name)
}

/// Whether .NET takes this for a `configSource`: a relative path that does not leave the folder.
fn is_config_source(name: &str) -> bool {
    let rooted = name.starts_with(['/', '\\']) || name.contains(':');
    !name.is_empty() && !rooted && !name.split(['/', '\\']).any(|part| part == "..")
}

/// Whether a name stays on this machine. Opening a network path would send the account's credentials to whoever
/// wrote it into the document.
fn is_local(name: &str) -> bool {
    !(name.starts_with("\\\\") || name.starts_with("//") || name.starts_with("\\/") || name.starts_with("/\\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn network_paths_are_not_opened() {
        for name in ["\\\\host\\share\\a.config", "//host/share/a.config", "\\/host/a", "\\\\?\\UNC\\host\\a"] {
            assert!(!is_local(name) && !is_config_source(name), "{name}");
        }
        assert!(is_local("..\\a.config") && is_local("sub/a.config"));
    }

    #[test]
    fn a_config_source_stays_in_its_folder() {
        for name in ["", "../a.config", "sub\\..\\..\\a.config", "C:\\a.config", "/a.config"] {
            assert!(!is_config_source(name), "{name}");
        }
        assert!(is_config_source("app.config") && is_config_source("sub\\app.config"));
    }
}
