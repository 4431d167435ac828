//! Texts that are committed and compared with what the library makes. With `UC_UPDATE=1` they are written instead, for a
//! person to read against the documents.

use std::path::Path;

/// Fails if the committed file is not this text; line ends count for nothing.
#[track_caller]
pub(crate) fn compare(path: &Path, text: &str) {
    if std::env::var_os("UC_UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed.replace("\r\n", "\n") == text.replace("\r\n", "\n"),
        "{} is out of date: UC_UPDATE=1 cargo test --features schema,test-hooks --test suite",
        path.display()
    );
}
