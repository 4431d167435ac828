//! `cargo xtask test`: runs the parts of the test suite, those of this system beside those of Windows, says how long each
//! took, shows the whole output of those that failed, and closes with one line of numbers. What a part does stands in
//! `parts.rs`.

mod counts;
mod parts;
mod shells;

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
    /// What a run for a release does more.
    release: Release,
    /// The parts of one lane run one after the other; lanes run side by side, and share no folder that they write.
    lane: Lane,
    run: fn(&mut Suite<'_>) -> Outcome,
}

/// What `--release` changes in a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Release {
    /// Nothing.
    Same,
    /// The part does this as well, for `--list`.
    More(&'static str),
    /// The part is only run then, or by its name.
    Only,
}

/// How much of the suite a run is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    /// A part that cannot run is a failure.
    pub(crate) all: bool,
    /// What is worth its time only before a release is run too.
    pub(crate) release: bool,
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
    /// What is worth its time only before a release is run too.
    release: bool,
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

    /// With the tests that ran afterwards: the first that did not pass decides.
    fn and(mut self, next: Self) -> Self {
        self.counts += next.counts;
        if matches!(self.end, End::Passed) {
            self.end = next.end;
        }
        self
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
        match part.release {
            Release::Same => {}
            Release::More(what) => println!("{:<12}   with --release: {what}", ""),
            Release::Only => println!("{:<12}   only with --release, or by its name", ""),
        }
    }
}

/// Runs the parts named, or all of them.
pub(crate) fn run(project: &Project, extent: Extent, names: &[String]) -> Result<()> {
    let chosen = chosen(names, extent.release)?;
    let start = Instant::now();
    let run_lane = |lane| {
        let parts = chosen.iter().filter(|part| part.lane == lane);
        parts.map(|part| (part.name, run_part(part, project, extent))).collect::<Vec<_>>()
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

fn chosen(names: &[String], release: bool) -> Result<Vec<&'static Part>> {
    if names.is_empty() {
        return Ok(PARTS.iter().filter(|part| release || part.release != Release::Only).collect());
    }
    let find = |name: &String| {
        let part = PARTS.iter().find(|part| part.name == name.as_str());
        part.ok_or_else(|| format!("there is no part {name}: `cargo xtask test --list` shows them"))
    };
    names.iter().map(find).collect()
}

/// Runs a part and tells its end in one piece, since another part may be telling its own.
fn run_part(part: &'static Part, project: &Project, extent: Extent) -> Counts {
    let start = Instant::now();
    let mut suite = Suite { project, all: extent.all, release: extent.release, log: Log::kept() };
    let outcome = (part.run)(&mut suite).settled(extent.all);
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
        assert!(chosen(&["nothing".to_owned()], false).is_err());
        assert_eq!(chosen(&["fmt".to_owned()], false).map(|parts| parts.len()), Ok(1));
    }

    #[test]
    fn a_part_for_releases_runs_only_then_or_by_its_name() {
        let names = |release| chosen(&[], release).map(|parts| parts.iter().map(|part| part.name).collect::<Vec<_>>());
        assert!(!names(false).is_ok_and(|parts| parts.contains(&"fuzz")));
        assert!(names(true).is_ok_and(|parts| parts.contains(&"fuzz")));
        assert_eq!(chosen(&["fuzz".to_owned()], false).map(|parts| parts.len()), Ok(1));
    }
}
