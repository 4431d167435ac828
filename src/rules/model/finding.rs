//! What a rule reports: one finding for each thing it looked at, with what was read and what was expected. Texts are
//! put into a language by whoever shows them.

use super::fixes::{FixResult, Fixes, PendingStep};
use super::metadata::Metadata;
use super::target::Target;
use super::vocabulary::Severity;
use crate::facts::{Item, Missing, Origin, Shell};
use crate::l10n::{Culture, Text};
use crate::step::Step;
use serde::Serialize;
use std::rc::Rc;
use std::sync::Arc;

/// The result of a rule for one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Status {
    /// The condition does not hold.
    Fail,
    /// A fact is missing; the finding names the command that would collect it.
    Unknown,
    /// It must be checked manually.
    Manual,
    /// The condition holds.
    Pass,
    /// The rule does not apply to this estate; the finding says why.
    NotApplicable,
}

/// What was read, and what was expected.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// What was read, by the name that the products give it, such as `IMServerName`.
    pub name: String,
    /// The value; nothing if it is not set.
    pub actual: Option<String>,
    /// The value that was expected, if it is a single one.
    pub expected: Option<String>,
    /// Where the value comes from.
    pub origin: Option<Arc<Origin>>,
}

impl Evidence {
    /// A value that was read.
    #[must_use]
    pub fn actual(name: impl Into<String>, value: Option<impl Into<String>>) -> Self {
        Self { name: name.into(), actual: value.map(Into::into), expected: None, origin: None }
    }

    /// The value that was expected.
    #[must_use]
    pub fn expected(mut self, value: impl Into<String>) -> Self {
        self.expected = Some(value.into());
        self
    }

    /// The fact that the value comes from.
    #[must_use]
    pub fn from<T>(mut self, item: &Item<T>) -> Self {
        self.origin = Some(Arc::clone(&item.origin));
        self
    }
}

const NOT_COLLECTED: Text = Text::new("Not collected: {fact}.", "Non collecté : {fact}.");
const NOT_ANSWERED: Text = Text::new("{command} failed: {error}", "{command} a échoué : {error}");
const COLLECT: Text = Text::new(
    "Collect it with Export-UcFact in the {shell} shell{place} (it runs {command}), and run the check again with that file.",
    "Collectez-le avec Export-UcFact dans le shell {shell}{place} (qui exécute {command}), puis relancez l'analyse avec ce fichier.",
);
const COLLECT_LOCALLY: Text = Text::new(
    "Collect it with Export-UcFact in PowerShell{place} (it runs {command}), and run the check again with that file.",
    "Collectez-le avec Export-UcFact dans PowerShell{place} (qui exécute {command}), puis relancez l'analyse avec ce fichier.",
);
const PLACE: Text = Text::new(" on {target}", " sur {target}");

/// What adds the steps that fix one finding.
pub(crate) type BoxedFix<'a> = Rc<dyn Fn(&mut Fix<'_>) -> FixResult + 'a>;

/// A sentence, and what fills its placeholders.
pub(crate) type Sentence = (Text, Vec<(&'static str, String)>);
/// What says more of a finding, by what all rules found: another sentence, or nothing.
pub(crate) type Review<'a> = Rc<dyn Fn(&[Finding<'_>]) -> Option<Sentence> + 'a>;

/// A finding.
#[derive(Clone)]
pub struct Finding<'a> {
    /// The rule.
    pub rule: &'static Metadata,
    /// The result of the check.
    pub status: Status,
    /// How much it matters: as the rule says, or less.
    pub severity: Severity,
    /// What it is about.
    pub target: Target,
    /// What was found, in one sentence; the rule's title if there is nothing to add.
    pub detail: Option<Sentence>,
    /// What was read and what was expected.
    pub evidence: Vec<Evidence>,
    /// For `Unknown`: the fact that is missing.
    pub missing: Option<Missing>,
    /// Whether its check says that it only advises; `is_advisory` answers.
    pub(super) advisory: bool,
    /// What fixes it; without one a person has to follow the remedy.
    pub(crate) fix: Option<BoxedFix<'a>>,
    /// What says more of it when all rules have been checked.
    pub(super) review: Option<Review<'a>>,
}

impl std::fmt::Debug for Finding<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Finding")
            .field("rule", &self.rule.id)
            .field("status", &self.status)
            .field("severity", &self.severity)
            .field("advisory", &self.advisory)
            .field("target", &self.target)
            .field("detail", &self.detail)
            .field("evidence", &self.evidence)
            .field("missing", &self.missing)
            .field("has_fix", &self.fix.is_some())
            .field("has_review", &self.review.is_some())
            .finish()
    }
}

impl<'a> Finding<'a> {
    /// Attaches what fixes it. It is called when a plan is made, and again while other findings get their steps.
    pub fn with_fix(&mut self, fix: impl Fn(&mut Fix<'_>) -> FixResult + 'a) -> &mut Self {
        self.fix = Some(Rc::new(fix));
        self
    }

    /// Attaches what says more of it when all rules have been checked: it is given all findings, and answers the sentence
    /// that takes the place of this one.
    pub(crate) fn with_review(&mut self, review: impl Fn(&[Finding<'_>]) -> Option<Sentence> + 'a) -> &mut Self {
        self.review = Some(Rc::new(review));
        self
    }

    /// Whether it keeps something from working, so that it may be why something else does not.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.status == Status::Fail && self.severity == Severity::Error
    }

    /// Tries to fix it; answers whether a step was added for it, or steps that are there resolve it. `judged` are all
    /// findings: what one rule leaves open may keep another one open.
    pub fn try_fix(&self, judged: &[Finding<'_>], fixes: &mut Fixes) -> bool {
        let Some(fix) = &self.fix else { return false };
        let before = fixes.request_count();
        let tried = fix(&mut Fix { finding: self, judged, fixes });
        tried.is_ok() && fixes.request_count() > before
    }

    /// Whether it only advises: it tells what surrounds the integration, such as a version that is out of support.
    /// Nothing is broken, no plan changes it, and nobody has to act for the integration's sake. What does not work is
    /// never that.
    #[must_use]
    pub fn is_advisory(&self) -> bool {
        self.advisory && self.status == Status::Fail && self.severity != Severity::Error
    }

    /// Says that it only advises.
    pub fn as_advisory(&mut self) -> &mut Self {
        self.advisory = true;
        self
    }

    /// Leaves it to a person, where others that were found here are fixed.
    pub fn without_fix(&mut self) -> &mut Self {
        self.fix = None;
        self
    }

    /// Says how much it matters, where that is not what the rule says.
    pub fn with_severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }

    /// What is so, in a language.
    #[must_use]
    pub fn message(&self, culture: Culture) -> String {
        match (&self.missing, &self.detail) {
            (Some(missing), _) => describe_missing(missing, culture),
            (None, Some((text, args))) => text.format(culture, args).trim_end().to_owned(),
            (None, None) => self.rule.title.of(culture).to_owned(),
        }
    }

    /// What to do, in a language: the remedy of the rule, or how to collect the fact that is missing.
    #[must_use]
    pub fn remedy(&self, culture: Culture) -> String {
        let Some(Missing { section, target, .. }) = &self.missing else {
            return self.rule.remedy.of(culture).to_owned();
        };
        let on_machine = target.as_ref().filter(|_| section.shell == Shell::Local);
        let place = on_machine.map(|target| PLACE.format(culture, &[("target", target.clone())])).unwrap_or_default();
        let shell = section.shell.name().to_owned();
        let args = [("shell", shell), ("place", place), ("command", section.command.to_owned())];
        let text = if section.shell == Shell::Local { COLLECT_LOCALLY } else { COLLECT };
        text.format(culture, &args)
    }
}

/// What a fix works with: the finding that it is for, all that was found, and the steps so far. It adds the steps that
/// fix the finding, or says which steps of others resolve it; a finding that gets neither is brought again when others
/// have their steps.
#[derive(Debug)]
pub struct Fix<'f> {
    finding: &'f Finding<'f>,
    judged: &'f [Finding<'f>],
    fixes: &'f mut Fixes,
}

impl<'f> Fix<'f> {
    /// Adds a step that fixes the finding. A step that is there already gets one more reason. Answers its number.
    pub fn add(&mut self, step: Step) -> usize {
        let rule = self.finding.rule;
        self.fixes.put(step, rule, Some((rule, self.finding.target.clone())))
    }

    /// Says that the finding is gone when these steps of other rules, by number, are done.
    pub fn resolve(&mut self, numbers: &[usize]) {
        for &number in numbers {
            let reason = (self.finding.rule, self.finding.target.clone());
            self.fixes.resolve(number, reason);
        }
    }

    /// Adds a note to the step with a number.
    pub fn note(&mut self, number: usize, note: Text) {
        self.fixes.note(number, note);
    }

    /// All that was found.
    #[must_use]
    pub fn judged(&self) -> &'f [Finding<'f>] {
        self.judged
    }

    /// The numbers of the steps of which something is true.
    pub fn numbers(&self, wanted: impl Fn(&PendingStep) -> bool) -> Vec<usize> {
        self.fixes.numbers(wanted)
    }
}

/// Why a fact is not known, in a language.
#[must_use]
pub fn describe_missing(missing: &Missing, culture: Culture) -> String {
    match &missing.error {
        Some(error) => {
            let args = [("command", missing.section.command.to_owned()), ("error", error.clone())];
            NOT_ANSWERED.format(culture, &args)
        }
        None => NOT_COLLECTED.format(culture, &[("fact", missing.section.path.to_owned())]),
    }
}
