//! The passing files beside a target: the lock, the new content before it takes the place, the old content while it
//! gives it up. Gives their names and knows them again. Must not match any name that this library did not give.
//!
//! Their endings are known to no web server, which therefore does not serve them: a configuration holds secrets.

use super::path::Target;
use super::unique;
use std::fs;
use std::path::{Path, PathBuf};

const LOCK: &str = ".uc-lock";
/// How the name of new content ends.
pub(super) const NEW: &str = ".uc-tmp";
/// How the name of old content ends.
pub(super) const OLD: &str = ".uc-old";
/// Digits of the number that makes a passing name unique.
const DIGITS: usize = 16;

/// Where the lock of a file is: beside it, so that it is the same for every user, machine and spelling of the path.
pub(super) fn lock(target: &Target) -> PathBuf {
    target.folder().join(format!(".{}{LOCK}", target.label()))
}

/// A fresh name for the content to come.
pub(super) fn new_content(target: &Target) -> PathBuf {
    fresh(target, NEW)
}

/// A fresh name for the content that goes.
pub(super) fn old_content(target: &Target) -> PathBuf {
    fresh(target, OLD)
}

fn fresh(target: &Target, ending: &str) -> PathBuf {
    target.folder().join(format!(".{}.{:016x}{ending}", target.label(), unique()))
}

/// The passing files of one kind that belong to a target.
pub(super) fn of<'a>(target: &Target, ending: &'a str) -> impl Iterator<Item = PathBuf> + 'a {
    let start = format!(".{}.", target.label());
    let is_ours = move |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.strip_prefix(&start).and_then(|rest| rest.strip_suffix(ending)).is_some_and(is_number)
    };
    entries(target.folder()).filter(is_ours)
}

fn is_number(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}
