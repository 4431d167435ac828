//! The steps that rules add to a plan: those that fix what was found, and those that follow them.

use super::finding::{Finding, Target};
use super::metadata::Metadata;
use crate::facts::{Missing, Shell};
use crate::message::Text;
use crate::step::{Command, Step};
use std::collections::HashMap;

/// The steps of a plan, before they are put into order.
#[derive(Debug, Default)]
pub struct Fixes {
    added: Vec<PendingStep>,
    /// The number of each step, by what makes it the same step.
    numbers: HashMap<(Shell, Option<String>, Command), usize>,
}

/// A step with the rules that want it.
#[derive(Debug)]
pub struct PendingStep {
    /// The step.
    pub step: Step,
    /// The rule that it comes from.
    pub rule: &'static Metadata,
    /// What it fixes: rules with their targets. Empty for a step that follows others.
    pub reasons: Vec<(&'static Metadata, String)>,
    /// What is gone with what it fixes: rules with their targets. They do not order steps.
    pub also_resolves: Vec<(&'static Metadata, String)>,
    /// A note about it, such as why it cannot be undone.
    pub note: Option<Text>,
}

impl Fixes {
    /// Tries to fix a finding; answers whether a step was added for it, or steps that are there resolve it. `checked`
    /// are all findings: what one rule leaves open may keep another one open.
    pub fn try_fix(&mut self, finding: &Finding<'_>, judged: &[Finding<'_>]) -> bool {
        let Some(fix) = &finding.fix else { return false };
        let before = self.request_count();
        let tried = fix(&mut Fix { finding, judged, fixes: self });
        tried.is_ok() && self.request_count() > before
    }

    /// The handle by which a rule adds the steps that follow those that are there.
    pub fn following(&mut self, rule: &'static Metadata) -> FollowUp<'_> {
        FollowUp { rule, fixes: self }
    }

    fn put(&mut self, step: Step, rule: &'static Metadata, reason: Option<(&'static Metadata, String)>) -> usize {
        let same = (step.shell, step.machine.clone(), step.command.clone());
        let number = *self.numbers.entry(same).or_insert(self.added.len());
        match self.added.get_mut(number) {
            // A step that fixes something may have to wait for others as well.
            Some(known) => known.step.follows.extend(step.follows),
            None => {
                self.added.push(PendingStep { step, rule, reasons: Vec::new(), also_resolves: Vec::new(), note: None });
            }
        }
        self.added[number].reasons.extend(reason);
        number
    }

    /// How often a step was asked for so far; a step that two findings ask for counts twice.
    fn request_count(&self) -> usize {
        self.added.iter().map(|added| added.reasons.len() + added.also_resolves.len()).sum()
    }

    /// The steps so far, by number.
    #[must_use]
    pub fn added(&self) -> &[PendingStep] {
        &self.added
    }

    fn numbers(&self, wanted: impl Fn(&PendingStep) -> bool) -> Vec<usize> {
        (0..self.added.len()).filter(|&number| wanted(&self.added[number])).collect()
    }
}

/// What a fix works with: the finding that it is for, all that was found, and the steps so far.
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
        self.fixes.put(step, rule, Some((rule, self.finding.target.name.clone())))
    }

    /// Says that the finding is gone when these steps of other rules, by number, are done.
    pub fn resolve(&mut self, numbers: &[usize]) {
        for &number in numbers {
            let reason = (self.finding.rule, self.finding.target.name.clone());
            self.fixes.added[number].also_resolves.push(reason);
        }
    }

    /// Adds a note to the step with a number.
    pub fn note(&mut self, number: usize, note: Text) {
        self.fixes.added[number].note = Some(note);
    }

    /// What the finding is about.
    #[must_use]
    pub fn target(&self) -> &'f Target {
        &self.finding.target
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

/// What a rule works with that adds steps which have to follow those of others, such as a restart.
#[derive(Debug)]
pub struct FollowUp<'f> {
    rule: &'static Metadata,
    fixes: &'f mut Fixes,
}

impl FollowUp<'_> {
    /// Adds a step that follows those with the numbers that it names.
    pub fn add(&mut self, step: Step) {
        self.fixes.put(step, self.rule, None);
    }

    /// The steps so far, by number.
    #[must_use]
    pub fn added(&self) -> &[PendingStep] {
        self.fixes.added()
    }

    /// The numbers of the steps of which something is true.
    pub fn numbers(&self, wanted: impl Fn(&PendingStep) -> bool) -> Vec<usize> {
        self.fixes.numbers(wanted)
    }
}

/// Adds the steps that fix one finding, or says which steps of others resolve it ([`Fix::resolve`]); or tells which fact is
/// missing for that. A finding that gets no step is brought again when others have theirs.
pub(crate) type FixResult = Result<(), Missing>;
