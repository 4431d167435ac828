//! The passing files beside a target: the lock, the new content before it takes the place, the old content while it
//! gives it up. They end with the edit that made them; those of a killed process are recognised by name here, and
//! only the holder of the lock may touch them. Must not match any name that this library did not give.
//!
//! Their endings are known to no web server, which therefore does not serve them: a configuration holds secrets.

use super::lock::Lock;
use super::path::Target;
use super::{os, unique};
use crate::error::Result;
use std::fs;
use std::path::{Path, PathBuf};

const LOCK: &str = ".uc-lock";
const NEW: &str = ".uc-tmp";
const OLD: &str = ".uc-old";
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

/// Removes what killed writers left beside the target. Call it with the lock in hand. What cannot be removed now (a
/// scanner may have it open) is left to the next edit.
pub(super) fn clean(target: &Target, _lock: &Lock) {
    put_back(target);
    if target.native().is_file() {
        for path in of(target, NEW).chain(of(target, OLD)) {
            let _ = fs::remove_file(path);
        }
    }
}

/// Gives the old content its name back if the target has none: a writer was stopped between the two renames that
/// replace a file on Windows.
pub(super) fn put_back(target: &Target) {
    if !target.native().exists()
        && let Some(old) = of(target, OLD).next()
    {
        let _ = os::publish(&old, target.native());
    }
}

/// Looks after a file that was not found: waits for the writer who is just replacing it, or finishes what a killed
/// one left. Does nothing at all if there is no trace of either.
pub(super) fn rescue(path: &str) -> Result<()> {
    let target = Target::wanted(path)?;
    if lock(&target).exists() || of(&target, OLD).next().is_some() {
        let lock = Lock::acquire(&target)?;
        clean(&target, &lock);
    }
    Ok(())
}

/// The passing files of one kind that belong to a target.
fn of<'a>(target: &Target, ending: &'a str) -> impl Iterator<Item = PathBuf> + 'a {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn target(folder: &Path) -> Target {
        let path = folder.join("web.config");
        fs::write(&path, "old").unwrap();
        Target::existing(path.to_str().unwrap()).unwrap()
    }

    #[test]
    fn only_names_of_ours_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let target = target(folder.path());
        for path in [new_content(&target), old_content(&target)] {
            fs::write(path, "x").unwrap();
        }
        let others = [
            ".web.config.0123456789abcde.uc-tmp",
            ".web.config.0123456789ABCDEF.uc-tmp",
            ".web.config.old.0123456789abcdef.uc-tmp",
            ".other.config.0123456789abcdef.uc-tmp",
            "web.config.0123456789abcdef.uc-tmp",
            ".web.config.0123456789abcdef.uc-tmp.txt",
            ".web.config.0123456789abcdef.tmp",
        ];
        for name in others {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let lock = Lock::acquire(&target).unwrap();
        clean(&target, &lock);
        drop(lock);
        let mut left: Vec<String> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        let mut expected: Vec<String> = others.iter().map(ToString::to_string).collect();
        expected.push("web.config".to_owned());
        expected.sort();
        assert_eq!(left, expected);
    }

    #[test]
    fn a_target_without_a_name_gets_its_old_content_back() {
        let folder = tempfile::tempdir().unwrap();
        let target = target(folder.path());
        fs::write(new_content(&target), "new").unwrap();
        fs::rename(target.native(), old_content(&target)).unwrap();
        rescue(folder.path().join("web.config").to_str().unwrap()).unwrap();
        assert_eq!(fs::read(target.native()).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    fn a_missing_file_without_traces_is_left_missing() {
        let folder = tempfile::tempdir().unwrap();
        let target = target(folder.path());
        fs::rename(target.native(), folder.path().join(".other.config.0123456789abcdef.uc-old")).unwrap();
        rescue(folder.path().join("web.config").to_str().unwrap()).unwrap();
        assert!(!target.native().exists());
    }
}
