//! What a killed writer left beside a target: passing files, which end with the edit that made them, are removed, and a
//! target without a name gets it back. Only the holder of the lock may touch them.

use super::lock::Lock;
use super::os;
use super::path::Target;
use super::sidecar::{NEW, OLD, lock, of};
use crate::error::Result;
use std::fs;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sidecar::{new_content, old_content};
    use std::path::Path;

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
