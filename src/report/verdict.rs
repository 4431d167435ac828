//! What the findings of one scenario come to: their number by kind, and the one sentence that a manager reads. Must not
//! soften it: what is not known is never said to work.

use super::labels::Labels;
use crate::rules::{Finding, Severity, Status};

/// How many findings there are, by what they mean for the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// What fails, but only advises.
    pub(super) advisories: usize,
    pub(super) unknown: usize,
    pub(super) manual: usize,
    pub(super) pass: usize,
    pub(super) not_applicable: usize,
    /// Of the unknown ones, those that it cannot do without.
    needed: usize,
    /// Of those that hold, those that it cannot do without.
    met: usize,
}

impl Counts {
    /// Counts findings.
    pub(super) fn of<'f>(findings: impl Iterator<Item = &'f Finding<'f>>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            counts.add(finding);
        }
        counts
    }

    /// Counts one more.
    pub(super) fn add(&mut self, finding: &Finding<'_>) {
        let error = finding.severity == Severity::Error;
        *match finding.status {
            Status::Fail if error => &mut self.errors,
            Status::Fail if finding.is_advisory() => &mut self.advisories,
            Status::Fail => &mut self.warnings,
            Status::Unknown => &mut self.unknown,
            Status::Manual => &mut self.manual,
            Status::Pass => &mut self.pass,
            Status::NotApplicable => &mut self.not_applicable,
        } += 1;
        self.needed += usize::from(error && finding.status == Status::Unknown);
        self.met += usize::from(error && finding.status == Status::Pass);
    }

    /// Adds those of another place.
    pub(super) fn join(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.advisories += other.advisories;
        self.unknown += other.unknown;
        self.manual += other.manual;
        self.pass += other.pass;
        self.not_applicable += other.not_applicable;
        self.needed += other.needed;
        self.met += other.met;
    }

    /// What they come to.
    pub(super) fn verdict(self) -> Verdict {
        match self {
            Self { errors: 1.., .. } => Verdict::Broken,
            Self { needed: 1.., .. } => Verdict::Undecided,
            Self { met: 1.., warnings: 1.., .. } => Verdict::Reserved,
            Self { met: 1.., .. } => Verdict::Works,
            // What is only good to know does not make it work, not even with reservations.
            Self { unknown: 0, manual: 0, .. } => Verdict::Unconcerned,
            _ => Verdict::Undecided,
        }
    }
}

/// What the findings come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Works,
    Reserved,
    Undecided,
    Broken,
    Unconcerned,
}

impl Verdict {
    /// The class of its colours, and the symbol that tells it without them.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Works => "ok",
            Self::Reserved => "warn",
            Self::Undecided | Self::Unconcerned => "open",
            Self::Broken => "fail",
        }
    }

    /// It in two or three words, and in a sentence.
    pub(super) const fn labels(self, labels: &Labels) -> (&'static str, &'static str) {
        match self {
            Self::Works => (labels.works, labels.works_why),
            Self::Reserved => (labels.reserved, labels.reserved_why),
            Self::Undecided => (labels.undecided, labels.undecided_why),
            Self::Broken => (labels.broken, labels.broken_why),
            Self::Unconcerned => (labels.unconcerned, labels.unconcerned_why),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_never_works() {
        let none = Counts::default();
        for (counts, verdict) in [
            (Counts { errors: 1, pass: 9, needed: 1, unknown: 1, ..none }, Verdict::Broken),
            (Counts { needed: 1, unknown: 1, warnings: 1, pass: 9, ..none }, Verdict::Undecided),
            (Counts { warnings: 1, pass: 9, met: 1, ..none }, Verdict::Reserved),
            (Counts { warnings: 1, advisories: 1, pass: 9, met: 1, ..none }, Verdict::Reserved),
            (Counts { advisories: 2, pass: 9, met: 1, ..none }, Verdict::Works),
            (Counts { warnings: 1, ..none }, Verdict::Unconcerned),
            (Counts { unknown: 1, pass: 9, met: 1, ..none }, Verdict::Works),
            (Counts { unknown: 1, pass: 9, ..none }, Verdict::Undecided),
            (Counts { pass: 9, ..none }, Verdict::Unconcerned),
            (Counts { unknown: 1, ..none }, Verdict::Undecided),
            (Counts { manual: 1, ..none }, Verdict::Undecided),
            (Counts { not_applicable: 3, ..none }, Verdict::Unconcerned),
        ] {
            assert_eq!(counts.verdict(), verdict, "{counts:?}");
        }
    }
}
