//! A rule: what it says of itself, its check, and what adds its steps. Knows no rule.

use super::context::Context;
use super::finding::Fix;
use super::findings::{CheckResult, Findings};
use super::fixes::{FixResult, FollowUp};
use super::metadata::Metadata;
use crate::facts::Server;

/// Reports what a rule finds, or which fact is missing for all of it.
pub type CheckFn = for<'a> fn(&Context<'a>, &mut Findings<'a>) -> CheckResult;
/// Adds the steps that fix one finding; see [`Fix`].
pub type FixFn = fn(&Context<'_>, &mut Fix<'_>) -> FixResult;
/// Adds the steps that fix what was found of a server.
pub(crate) type ServerFix = fn(&Context<'_>, &Server<'_>, &mut Fix<'_>) -> FixResult;
/// Adds the steps that have to follow those that others added, such as a restart.
pub type FollowUpFn = fn(&Context<'_>, &mut FollowUp<'_>);

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// What it says of itself.
    pub metadata: &'static Metadata,
    /// Its check.
    pub check: CheckFn,
    /// What fixes its findings.
    pub fix: Fixable,
    /// What adds the steps that follow those of others.
    pub follow_up: Option<FollowUpFn>,
}

/// What fixes the findings of a rule.
#[derive(Clone, Copy, Debug)]
pub enum Fixable {
    /// Nothing: a person has to follow the remedy.
    No,
    /// The check attaches to each finding what fixes it, where something does.
    WithFinding,
    /// The same for every finding: what has to be done depends on the deployment as a whole.
    Always(FixFn),
}

impl Rule {
    /// A rule whose findings are for a person to fix.
    #[must_use]
    pub const fn new(metadata: &'static Metadata, check: CheckFn) -> Self {
        Self { metadata, check, fix: Fixable::No, follow_up: None }
    }

    /// The same, with one fix for all findings that have none of their own.
    #[must_use]
    pub const fn with_fix(self, fix: FixFn) -> Self {
        Self { fix: Fixable::Always(fix), ..self }
    }

    /// The same, with a check that attaches a fix to its findings.
    #[must_use]
    pub const fn with_fixes(self) -> Self {
        Self { fix: Fixable::WithFinding, ..self }
    }

    /// The same, with steps that follow those of others.
    #[must_use]
    pub const fn with_follow_up(self, follow_up: FollowUpFn) -> Self {
        Self { follow_up: Some(follow_up), ..self }
    }

    /// Whether a plan can fix findings of it.
    #[must_use]
    pub const fn is_fixable(&self) -> bool {
        !matches!(self.fix, Fixable::No)
    }
}
