//! `cargo xtask test`: runs the parts of the test suite, those of this system beside those of Windows, says how long each
//! took, shows the whole output of those that failed, and closes with one line of numbers. What a part does stands in
//! `parts.rs`.

mod counts;
mod parts;

use crate::Result;
use crate::log::Log;
use crate::project::Project;
pub(crate) use counts::Counts;
use parts::PARTS;
use std::io::Write as _;
use std::time::Instant;

/// One part of the suite.
struct Part {
    name: &'static str,
    /// What it checks, for `--list`.
    about: &'static str,
    /// The parts of one lane run one after the other; lanes run side by side, and share no folder that they write.
    lane: Lane,
    run: fn(&mut Suite<'_>) -> Outcome,
}

/// A row of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lane {
    /// What runs on this system itself.
    Native,
    /// What needs the Windows library.
    Windows,
}

/// What the parts share.
struct Suite<'a> {
    project: &'a Project,
    /// Everything must run.
    all: bool,
    log: Log,
}

/// How a part ended.
struct Outcome {
    counts: Counts,
    end: End,
}

enum End {
    Passed,
    Failed(String),
    Skipped(String),
}

impl Outcome {
    /// A part that is one check.
    fn single(result: Result<()>) -> Self {
        match result {
            Ok(()) => Self { counts: Counts::ONE, end: End::Passed },
            Err(reason) => Self { counts: Counts::default(), end: End::Failed(reason) },
        }
    }

    /// A part that counts its tests itself: one that counted none has failed, since it looked at nothing.
    fn counted(counts: Counts, result: Result<()>) -> Self {
        let end = match result {
            Err(reason) => End::Failed(reason),
            Ok(()) if counts.failed > 0 => End::Failed(format!("{} tests failed", counts.failed)),
            Ok(()) if counts.is_empty() => End::Failed("no test was run".into()),
            Ok(()) => End::Passed,
        };
        Self { counts, end }
    }

    fn skipped(reason: impl Into<String>) -> Self {
        Self { counts: Counts::default(), end: End::Skipped(reason.into()) }
    }

    /// The numbers, in which a failure or a skip of the whole part shows up at least once.
    fn settled(mut self, all: bool) -> Self {
        if let (End::Skipped(reason), true) = (&self.end, all) {
            self.end = End::Failed(format!("cannot run here: {reason}"));
        }
        match &self.end {
            End::Failed(_) => self.counts.failed = self.counts.failed.max(1),
            End::Skipped(_) => self.counts.skipped = self.counts.skipped.max(1),
            End::Passed => {}
        }
        self
    }
}

/// Shows the parts.
pub(crate) fn list() {
    for part in PARTS {
        println!("{:<12} {}", part.name, part.about);
    }
}

/// Runs the parts named, or all of them.
pub(crate) fn run(project: &Project, all: bool, names: &[String]) -> Result<()> {
    let chosen = chosen(names)?;
    let start = Instant::now();
    let run_lane = |lane| {
        let parts = chosen.iter().filter(|part| part.lane == lane);
        parts.map(|part| (part.name, run_part(part, project, all))).collect::<Vec<_>>()
    };
    let ended = std::thread::scope(|scope| {
        let beside = scope.spawn(|| run_lane(Lane::Windows));
        let mut ended = run_lane(Lane::Native);
        ended.extend(beside.join().map_err(|_| "the parts for Windows ended early".to_owned())?);
        Ok::<_, String>(ended)
    })?;
    crate::windows::end_wine(project);
    let failed: Vec<&str> = ended.iter().filter(|(_, counts)| counts.failed > 0).map(|(name, _)| *name).collect();
    if !failed.is_empty() {
        println!("\nfailed: {}", failed.join(", "));
    }
    let mut sum = Counts::default();
    for (_, counts) in &ended {
        sum += *counts;
    }
    println!("\ntotal: {:.0} s", start.elapsed().as_secs_f64());
    println!("{sum}");
    let _ = std::io::stdout().flush();
    if failed.is_empty() { Ok(()) } else { std::process::exit(1) }
}

fn chosen(names: &[String]) -> Result<Vec<&'static Part>> {
    if names.is_empty() {
        return Ok(PARTS.iter().collect());
    }
    let find = |name: &String| {
        let part = PARTS.iter().find(|part| part.name == name.as_str());
        part.ok_or_else(|| format!("there is no part {name}: `cargo xtask test --list` shows them"))
    };
    names.iter().map(find).collect()
}

/// Runs a part and tells its end in one piece, since another part may be telling its own.
fn run_part(part: &'static Part, project: &Project, all: bool) -> Counts {
    let start = Instant::now();
    let mut suite = Suite { project, all, log: Log::kept() };
    let outcome = (part.run)(&mut suite).settled(all);
    let (name, counts) = (part.name, outcome.counts);
    let seconds = format!("{:6.1} s", start.elapsed().as_secs_f64());
    let mut out = std::io::stdout().lock();
    let _ = match outcome.end {
        End::Passed => writeln!(out, "{name:<12} ok      {seconds}  {counts}"),
        End::Skipped(reason) => writeln!(out, "{name:<12} skipped {seconds}  {reason}"),
        End::Failed(reason) => {
            let log = suite.log.text();
            writeln!(out, "{name:<12} FAILED  {seconds}  {counts}\n{log}\n{name}: {reason}\n")
        }
    };
    let _ = out.flush();
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skip_is_a_failure_with_all_and_always_shows_in_the_numbers() {
        let skipped = Outcome::skipped("no tool").settled(false);
        assert_eq!(skipped.counts, Counts { passed: 0, failed: 0, skipped: 1 });
        let failed = Outcome::skipped("no tool").settled(true);
        assert_eq!(failed.counts, Counts { passed: 0, failed: 1, skipped: 0 });
        assert!(matches!(failed.end, End::Failed(_)));
    }

    #[test]
    fn a_part_that_ran_no_test_has_failed() {
        assert!(matches!(Outcome::counted(Counts::default(), Ok(())).end, End::Failed(_)));
        assert!(matches!(Outcome::counted(Counts::ONE, Ok(())).end, End::Passed));
    }

    #[test]
    fn unknown_parts_are_refused() {
        assert!(chosen(&["nothing".to_owned()]).is_err());
        assert_eq!(chosen(&["fmt".to_owned()]).map(|parts| parts.len()), Ok(1));
    }
}
