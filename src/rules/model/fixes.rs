//! The steps that rules add to a plan: those that fix what was found, and those that follow them.

use super::metadata::Metadata;
use super::target::Target;
use crate::facts::{Missing, Shell};
use crate::l10n::Text;
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
    pub reasons: Vec<(&'static Metadata, Target)>,
    /// What is gone with what it fixes: rules with their targets. They do not order steps.
    pub also_resolves: Vec<(&'static Metadata, Target)>,
    /// A note about it, such as why it cannot be undone.
    pub note: Option<Text>,
}

impl Fixes {
    /// The handle by which a rule adds the steps that follow those that are there.
    pub fn following(&mut self, rule: &'static Metadata) -> FollowUp<'_> {
        FollowUp { rule, fixes: self }
    }

    pub(super) fn put(
        &mut self,
        step: Step,
        rule: &'static Metadata,
        reason: Option<(&'static Metadata, Target)>,
    ) -> usize {
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

    /// Says that a finding is gone when the step with a number is done.
    pub(super) fn resolve(&mut self, number: usize, reason: (&'static Metadata, Target)) {
        self.added[number].also_resolves.push(reason);
    }

    pub(super) fn note(&mut self, number: usize, note: Text) {
        self.added[number].note = Some(note);
    }

    /// How often a step was asked for so far; a step that two findings ask for counts twice.
    pub(super) fn request_count(&self) -> usize {
        self.added.iter().map(|added| added.reasons.len() + added.also_resolves.len()).sum()
    }

    /// The steps so far, by number.
    #[must_use]
    pub fn added(&self) -> &[PendingStep] {
        &self.added
    }

    pub(super) fn numbers(&self, wanted: impl Fn(&PendingStep) -> bool) -> Vec<usize> {
        (0..self.added.len()).filter(|&number| wanted(&self.added[number])).collect()
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

/// Whether the steps of a fix could be told, or which fact is missing for that.
pub(crate) type FixResult = Result<(), Missing>;
