//! The findings of one rule, as its check reports them.

use super::finding::{BoxedFix, Evidence, Finding, Fix, Status};
use super::fixes::FixResult;
use super::metadata::Metadata;
use super::target::Target;
use super::vocabulary::Severity;
use crate::facts::Missing;
use crate::l10n::Text;
use std::rc::Rc;

/// What fills the placeholders of a sentence: made by `args!`.
pub(crate) type Args = Vec<(&'static str, String)>;

/// What a check answers: nothing more to say, or a fact that is missing for all it would have looked at.
pub type CheckResult = Result<(), Missing>;

/// The findings of one rule, as it reports them.
pub struct Findings<'a> {
    rule: &'static Metadata,
    severity: Severity,
    fix: Option<BoxedFix<'a>>,
    all: Vec<Finding<'a>>,
}

impl<'a> Findings<'a> {
    /// None yet, of a rule.
    #[must_use]
    pub(super) const fn new(rule: &'static Metadata) -> Self {
        Self { rule, severity: rule.severity, fix: None, all: Vec::new() }
    }

    /// The condition holds for a thing.
    pub fn pass(&mut self, target: Target, evidence: Vec<Evidence>) {
        self.put(Status::Pass, target, None, evidence);
    }

    /// The same with a sentence that says more than the title, its placeholders filled from `args`.
    pub fn pass_saying(&mut self, target: Target, text: Text, args: Args, evidence: Vec<Evidence>) {
        self.put(Status::Pass, target, Some((text, args)), evidence);
    }

    /// The condition does not hold for a thing. `text` says what was found, its placeholders filled from `args`. The
    /// finding may be given what fixes it, and another severity than that of the rule.
    pub fn fail(&mut self, target: Target, text: Text, args: Args, evidence: Vec<Evidence>) -> &mut Finding<'a> {
        self.put(Status::Fail, target, Some((text, args)), evidence)
    }

    /// The condition holds for a thing, or it does not and `fault` says what was found.
    pub fn pass_if(
        &mut self,
        holds: bool,
        target: Target,
        evidence: Vec<Evidence>,
        fault: impl FnOnce() -> (Text, Args),
    ) {
        let (status, detail) = if holds { (Status::Pass, None) } else { (Status::Fail, Some(fault())) };
        self.put(status, target, detail, evidence);
    }

    /// It must be checked manually; `text` says where and for what.
    pub fn manual(&mut self, target: Target, text: Text, args: Args) {
        self.put(Status::Manual, target, Some((text, args)), Vec::new());
    }

    /// The rule does not apply to this item; `text` says why.
    pub fn not_applicable(&mut self, target: Target, text: Text, args: Args) {
        self.put(Status::NotApplicable, target, Some((text, args)), Vec::new());
    }

    /// A fact is missing, so nothing can be said of a thing.
    pub fn unknown(&mut self, target: Target, missing: Missing) {
        self.put(Status::Unknown, target, None, Vec::new()).missing = Some(missing);
    }

    /// Looks at one thing: a fact that is missing makes that thing unknown, and the others are looked at all the same.
    pub fn for_target(&mut self, target: &Target, look: impl FnOnce(&mut Self) -> CheckResult) {
        if let Err(missing) = look(self) {
            self.unknown(target.clone(), missing);
        }
    }

    /// Looks at what matters otherwise than the rule says, whatever is found there.
    pub fn with_severity(&mut self, severity: Severity, look: impl FnOnce(&mut Self)) {
        let usual = std::mem::replace(&mut self.severity, severity);
        look(self);
        self.severity = usual;
    }

    /// Looks at what has one fix: every finding that fails there gets it.
    pub fn with_fix<T>(
        &mut self,
        fix: impl Fn(&mut Fix<'_>) -> FixResult + 'a,
        look: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let usual = self.fix.replace(Rc::new(fix));
        let found = look(self);
        self.fix = usual;
        found
    }

    /// Makes unknown what was said without a fact that it stands on.
    pub(super) fn make_unknown(&mut self, missing: &Missing) {
        for finding in &mut self.all {
            if matches!(finding.status, Status::Pass | Status::Fail | Status::Manual) {
                finding.status = Status::Unknown;
                finding.detail = None;
                finding.evidence = Vec::new();
                finding.missing = Some(missing.clone());
                finding.fix = None;
                finding.review = None;
            }
        }
    }

    /// How many findings there are so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// All of them, by target.
    pub(super) fn sorted(mut self) -> Vec<Finding<'a>> {
        self.all.sort_by(|a, b| a.target.cmp(&b.target));
        self.all
    }

    pub(super) fn all_mut(&mut self) -> &mut [Finding<'a>] {
        &mut self.all
    }

    fn put(
        &mut self,
        status: Status,
        target: Target,
        detail: Option<(Text, Args)>,
        evidence: Vec<Evidence>,
    ) -> &mut Finding<'a> {
        let (rule, severity) = (self.rule, self.severity);
        let fix = self.fix.clone().filter(|_| status == Status::Fail);
        let advisory = false;
        self.all.push(Finding {
            rule,
            status,
            severity,
            target,
            detail,
            evidence,
            missing: None,
            advisory,
            fix,
            review: None,
        });
        let last = self.all.len() - 1;
        &mut self.all[last]
    }
}

/// What fills the placeholders of a sentence, by name: `args! { server: host.name(), port }`. A name alone is the value of
/// that name.
macro_rules! args {
    ($($name:ident $(: $value:expr)?),* $(,)?) => {
        vec![$((stringify!($name), $crate::rules::model::findings::args!(@value $name $($value)?))),*]
    };
    (@value $name:ident) => { $crate::rules::model::findings::argument(&$name) };
    (@value $name:ident $value:expr) => { $crate::rules::model::findings::argument(&$value) };
}
pub(crate) use args;

/// A value as it stands in a sentence.
pub(crate) fn argument(value: &(impl std::fmt::Display + ?Sized)) -> String {
    value.to_string()
}
