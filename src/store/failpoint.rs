//! The moments of an edit, by name, so that tests can kill the process or fail the system at each of them. Without the
//! feature `test-hooks` reaching a point does nothing and costs nothing. Must not change what an edit does.
//!
//! With the feature, two environment variables speak to the process: `UC_STORE_STOP_AT=<point>` ends it there as a
//! kill would, and `UC_STORE_FAIL_AT=<point>:<system error>` lets the point fail with that error.

use std::io;

macro_rules! fail_points {
    ($($(#[$doc:meta])* $point:ident = $name:literal,)+) => {
        /// A moment of an edit, named after what comes next.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(not(feature = "test-hooks"), allow(unreachable_pub, reason = "public for tests only"))]
        pub enum FailPoint { $($(#[$doc])* $point,)+ }

        #[cfg(feature = "test-hooks")]
        impl FailPoint {
            /// Every point, in the order of an edit.
            pub const ALL: &'static [Self] = &[$(Self::$point,)+];

            /// The name that the environment variables use.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$point => $name,)+ }
            }
        }
    };
}

fail_points! {
    /// The lock is about to be taken.
    Lock = "lock",
    /// The lock is held; leftovers of killed writers are about to be removed.
    Clean = "clean",
    /// The document is about to be read.
    Read = "read",
    /// The target is about to be asked whether it may be written.
    Permit = "permit",
    /// The folder for the backup is about to be made.
    BackupFolder = "backup-folder",
    /// The backup's content is about to be written.
    BackupContent = "backup-content",
    /// The backup's content is on disk; its manifest is about to be written under a passing name.
    BackupManifest = "backup-manifest",
    /// The manifest is written and about to get its name, which makes the backup one.
    BackupName = "backup-name",
    /// The backup is complete; the temporary file is about to be created.
    TempCreate = "temp-create",
    /// The temporary file exists and is empty.
    TempWrite = "temp-write",
    /// The temporary file holds the new bytes and is about to get owner, mode and attributes of the target.
    TempAdopt = "temp-adopt",
    /// The temporary file is complete, perhaps only in memory.
    TempFlush = "temp-flush",
    /// The target is about to be read again, to see that nobody changed it.
    Recheck = "recheck",
    /// The temporary file is about to take the target's place.
    Swap = "swap",
    /// The file is the new one; its folder is about to be flushed.
    FolderFlush = "folder-flush",
    /// Backups beyond the retention limit are about to be removed.
    Prune = "prune",
    /// The lock is about to be given back.
    Unlock = "unlock",
}

/// Goes past a point.
#[cfg(not(feature = "test-hooks"))]
#[inline]
#[allow(clippy::unnecessary_wraps, reason = "with the hooks a point can fail")]
pub(super) fn hit(_: FailPoint) -> io::Result<()> {
    Ok(())
}

/// Goes past a point, unless the environment says to stop or to fail there.
#[cfg(feature = "test-hooks")]
pub(super) fn hit(point: FailPoint) -> io::Result<()> {
    if std::env::var("UC_STORE_STOP_AT").is_ok_and(|name| name == point.name()) {
        super::os::die();
    }
    let failure = std::env::var("UC_STORE_FAIL_AT").unwrap_or_default();
    match failure.split_once(':') {
        Some((name, code)) if name == point.name() => {
            Err(code.parse().map_or_else(|_| io::Error::other(code), io::Error::from_raw_os_error))
        }
        _ => Ok(()),
    }
}
