//! How long the store waits for others: briefly for a file that a virus scanner or an indexer has open for a moment,
//! longer for another writer of ours. Nothing else in the store sleeps.

use super::os;
use std::io;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long another edit of the same file is waited for. An edit takes milliseconds.
const LOCK: Duration = Duration::from_secs(10);

/// The pauses between the attempts on a busy file; about a second in all.
const BUSY: [u64; 8] = [5, 10, 20, 40, 80, 160, 320, 400];

/// Tries again while the file is busy: on Windows anyone who opens a file may exclude others for as long.
pub(super) fn while_busy<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for pause in BUSY {
        match attempt() {
            Err(error) if os::is_busy(&error) => sleep(Duration::from_millis(pause)),
            done => return done,
        }
    }
    attempt()
}

/// Asks for a lock until it is given; `None` when the time is over.
pub(super) fn for_lock<T>(mut attempt: impl FnMut() -> io::Result<Option<T>>) -> io::Result<Option<T>> {
    let start = Instant::now();
    loop {
        if let Some(lock) = attempt()? {
            return Ok(Some(lock));
        }
        if start.elapsed() > LOCK {
            return Ok(None);
        }
        // Unequal pauses, so that writers who began together do not stay in step.
        sleep(Duration::from_millis(1 + super::unique() % 8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fails twice with a system error, then succeeds.
    fn attempts(code: i32) -> (io::Result<()>, u32) {
        let mut count = 0;
        let done = while_busy(|| {
            count += 1;
            if count > 2 { Ok(()) } else { Err(io::Error::from_raw_os_error(code)) }
        });
        (done, count)
    }

    #[test]
    fn only_a_busy_file_is_tried_again() {
        assert_eq!(attempts(2).1, 1, "a missing file is not waited for");
        #[cfg(windows)]
        for busy in [32, 33, 1175] {
            let (done, count) = attempts(busy);
            assert!(done.is_ok() && count == 3, "{busy}");
        }
    }

    #[test]
    fn a_lock_is_asked_for_until_it_is_given() {
        let mut answers = [None, None, Some(7)].into_iter();
        assert_eq!(for_lock(|| Ok(answers.next().flatten())).unwrap(), Some(7));
        assert!(for_lock::<()>(|| Err(io::ErrorKind::PermissionDenied.into())).is_err());
    }
}
