//! The plan as the page shows it: stages with their steps, what each interrupts, what undoes it, and the values
//! that it works with. Must not order or choose: the plan did.

use super::findings::target;
use super::labels::Labels;
use crate::l10n::Culture;
use crate::plan::{Decision, Plan, PlannedStep, Stage, lines};

/// The plan.
#[derive(Debug)]
pub(super) struct PlanView {
    pub(super) id: String,
    pub(super) stages: Vec<StageView>,
    pub(super) decisions: Vec<DecisionView>,
}

/// What is done in one session.
#[derive(Debug)]
pub(super) struct StageView {
    pub(super) number: u32,
    pub(super) shell: &'static str,
    pub(super) machine: String,
    pub(super) steps: Vec<StepView>,
}

/// One step.
#[derive(Debug)]
pub(super) struct StepView {
    pub(super) number: u32,
    pub(super) title: String,
    pub(super) commands: Vec<String>,
    pub(super) undo: Vec<String>,
    pub(super) interrupts: Option<String>,
    /// Whether it follows others and is repeated after they are undone.
    pub(super) is_repeated: bool,
    pub(super) note: Option<String>,
    pub(super) fixes: Vec<(String, String)>,
}

/// One value that the plan works with.
#[derive(Debug)]
pub(super) struct DecisionView {
    pub(super) server: String,
    pub(super) setting: &'static str,
    pub(super) value: String,
    pub(super) origin: &'static str,
    pub(super) reason: String,
}

/// The plan in words.
pub(super) fn plan(plan: &Plan, labels: &Labels, culture: Culture) -> PlanView {
    PlanView {
        id: plan.id.clone(),
        stages: plan.stages.iter().map(|one| stage(one, labels, culture)).collect(),
        decisions: plan.decisions.iter().map(|one| decision(one, labels, culture)).collect(),
    }
}

fn stage(stage: &Stage, labels: &Labels, culture: Culture) -> StageView {
    StageView {
        number: stage.number,
        shell: Labels::shell(culture, stage.shell),
        machine: stage.machine.clone().unwrap_or_else(|| labels.any_machine.to_owned()),
        steps: stage.steps.iter().map(|one| step(one, labels)).collect(),
    }
}

fn step(step: &PlannedStep, labels: &Labels) -> StepView {
    let fixes = step.reasons.iter().map(|reason| (reason.rule.clone(), target(labels, &reason.target)));
    StepView {
        number: step.number,
        title: step.title.clone(),
        commands: lines(&step.command),
        undo: step.undo.iter().flat_map(lines).collect(),
        interrupts: step.interrupts.clone(),
        is_repeated: step.undo.is_empty() && !step.follows.is_empty(),
        note: step.note.clone(),
        fixes: fixes.collect(),
    }
}

fn decision(decision: &Decision, labels: &Labels, culture: Culture) -> DecisionView {
    DecisionView {
        server: decision.server.clone(),
        setting: Labels::setting(decision.setting),
        value: decision.value.clone().unwrap_or_else(|| labels.open.to_owned()),
        origin: Labels::origin(culture, decision.origin),
        reason: decision.reason.clone().unwrap_or_default(),
    }
}
