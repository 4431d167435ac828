//! The calls that differ between systems: one list of functions, one file for each system. Together with `ffi` the
//! only place for `unsafe`. Each function is one step of the system, without a decision.
//!
//! On Windows only functions that Windows 7 and Server 2008 R2 have may be imported.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod system;

#[cfg(feature = "test-hooks")]
pub(super) use system::die;
/// Files: opening, creating, locking, and taking another's place.
pub(super) use system::{
    LockFile, adopt, create, create_folder, flush_folder, identity, open_to_read, open_to_write, publish, swap,
    try_lock,
};
/// The surroundings: who works where, and where state is kept.
pub(super) use system::{computer, state_folder, user};
/// Paths: the form for the system, the form for people, what is refused by its form, names that mean the same.
pub(super) use system::{fold, native, plain, refused_form};
/// Errors: their status, and those that pass by themselves.
pub(super) use system::{is_busy, status};

/// Which file an open file is, and under how many names it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    /// The volume.
    pub(super) volume: u64,
    /// The file on the volume.
    pub(super) index: u64,
    /// Its names (hard links).
    pub(super) links: u64,
}
