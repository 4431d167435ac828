//! What a system error means to the caller: one status, the path as people write it, and the system's own words with
//! their number. Must not decide what to do about an error.

use super::os;
use crate::error::Error;
use crate::status::Status;
use std::io;
use std::path::Path;

/// The status of a system error.
pub(super) fn status(error: &io::Error) -> Status {
    error.raw_os_error().and_then(os::status).unwrap_or(match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Status::DiskFull,
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidFilename => Status::PathInvalid,
        _ => Status::FileFailed,
    })
}

/// The error of a failed call on `path`.
pub(super) fn failure(error: &io::Error, path: &Path) -> Error {
    Error::new(status(error)).with("detail", error.to_string()).at_path(shown(path))
}

/// A failure without a system error.
pub(super) fn refusal(status: Status, path: &Path) -> Error {
    Error::new(status).at_path(shown(path))
}

/// A path as people write it.
pub(super) fn shown(path: &Path) -> String {
    os::plain(path).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_without_a_number_are_told_by_their_kind() {
        for (kind, expected) in [
            (io::ErrorKind::StorageFull, Status::DiskFull),
            (io::ErrorKind::InvalidInput, Status::PathInvalid),
            (io::ErrorKind::UnexpectedEof, Status::FileFailed),
        ] {
            assert_eq!(status(&io::Error::from(kind)), expected, "{kind:?}");
        }
    }

    #[test]
    fn the_systems_words_and_number_are_passed_on() {
        let error = failure(&io::Error::from_raw_os_error(2), Path::new("there"));
        assert_eq!(error.status(), Status::FileNotFound);
        let other = failure(&io::Error::from_raw_os_error(9999), Path::new("there")).to_string();
        assert!(other.contains("there") && other.contains("9999"), "{other}");
    }
}
