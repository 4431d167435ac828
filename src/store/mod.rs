//! Files on disk: reading a document, replacing it whole, and the backups of what was replaced. The only part of the
//! library that touches a disk. It moves bytes and never looks into them: what a document means is for `config`.
//!
//! The promise, at whatever moment the process is killed: the file is the old one or the new one, whole; nothing that
//! a killed process leaves behind stops the next one, and the next one removes it.
//!
//! | file | holds |
//! |---|---|
//! | `path` | from what a caller typed to one file, whatever the spelling |
//! | `read` | the bytes of a file, and the version that was read |
//! | `order` | what a caller asks an edit to be |
//! | `writer` | one edit from start to end: the order of all that follows |
//! | `lock` | one writer at a time for each file |
//! | `backup` | copies with a manifest: made, listed, found, pruned |
//! | `replace` | the new bytes take the place of the old ones |
//! | `sidecar` | the names of passing files beside the target |
//! | `recovery` | what to do with those that a killed process left |
//! | `failpoint` | where tests stop or fail an edit |
//! | `failure`, `wait` | what system errors mean; how long a busy file is waited for |
//! | `os` | the calls that differ between systems |

pub mod backup;
mod failpoint;
mod failure;
mod lock;
mod order;
mod os;
mod path;
mod read;
mod recovery;
mod replace;
mod sidecar;
mod wait;
mod writer;

#[cfg(feature = "test-hooks")]
pub use failpoint::FailPoint;
pub use order::{BackupPlan, Operation, Replace};
pub use read::{Source, read};
pub use writer::{Replaced, Writer};

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, BufRead as _};

/// The largest document that is read unless the caller sets another limit, in bytes.
pub const SIZE_LIMIT: u64 = 64 * 1024 * 1024;

/// The SHA-256 of bytes as 64 lower-case hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The SHA-256 and the number of what is left to read, at most `limit` bytes and one: nothing is kept of them.
fn sha256_of(source: impl io::Read, limit: u64) -> io::Result<(String, u64)> {
    let mut hash = Sha256::new();
    let mut size = 0;
    let mut source = io::BufReader::with_capacity(256 * 1024, source.take(limit.saturating_add(1)));
    loop {
        let part = source.fill_buf()?;
        if part.is_empty() {
            return Ok((hex(&hash.finalize()), size));
        }
        hash.update(part);
        let length = part.len();
        size += length as u64;
        source.consume(length);
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A number that two processes or threads do not draw twice: the standard library keys its hashers from the system's
/// random source. For names, not for secrets.
fn unique() -> u64 {
    RandomState::new().hash_one(std::process::id())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sha256_is_the_published_one() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_hash_of_what_is_read_is_that_of_the_bytes() {
        let bytes = vec![7; 600_000];
        assert_eq!(sha256_of(&bytes[..], 1_000_000).unwrap(), (sha256(&bytes), 600_000));
        assert_eq!(sha256_of(&bytes[..], 9).unwrap().1, 10, "one more than the limit, so that it is seen");
    }

    #[test]
    fn unique_numbers_differ() {
        let drawn: std::collections::BTreeSet<u64> = (0..1000).map(|_| unique()).collect();
        assert_eq!(drawn.len(), 1000);
    }
}
