//! The plan as the page shows it: stages with their steps, what each interrupts, what takes it back, and the values
//! that it works with. Must not order or choose: the plan did.

use super::findings::target;
use super::words::Words;
use crate::message::Culture;
use crate::plan::{Choice, Plan, PlannedStep, Stage, lines};

/// The plan.
#[derive(Debug)]
pub(super) struct PlanView {
    pub(super) id: String,
    pub(super) stages: Vec<StageView>,
    pub(super) choices: Vec<ChoiceView>,
}

/// What is done in one sitting.
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
    /// Whether it follows others and is repeated after they were taken back.
    pub(super) is_repeated: bool,
    pub(super) note: Option<String>,
    pub(super) mends: Vec<(String, String)>,
}

/// One value that the plan works with.
#[derive(Debug)]
pub(super) struct ChoiceView {
    pub(super) server: String,
    pub(super) setting: &'static str,
    pub(super) value: String,
    pub(super) how: &'static str,
    pub(super) reason: String,
}

/// The plan in words.
pub(super) fn plan(plan: &Plan, words: &Words, culture: Culture) -> PlanView {
    PlanView {
        id: plan.id.clone(),
        stages: plan.stages.iter().map(|one| stage(one, words, culture)).collect(),
        choices: plan.choices.iter().map(|one| choice(one, words, culture)).collect(),
    }
}

fn stage(stage: &Stage, words: &Words, culture: Culture) -> StageView {
    StageView {
        number: stage.number,
        shell: Words::shell(culture, stage.shell),
        machine: stage.machine.clone().unwrap_or_else(|| words.any_machine.to_owned()),
        steps: stage.steps.iter().map(|one| step(one, words)).collect(),
    }
}

fn step(step: &PlannedStep, words: &Words) -> StepView {
    let mends = step.reasons.iter().map(|reason| (reason.rule.clone(), target(words, &reason.target)));
    StepView {
        number: step.number,
        title: step.title.clone(),
        commands: lines(&step.command),
        undo: step.undo.iter().flat_map(lines).collect(),
        interrupts: step.interrupts.clone(),
        is_repeated: step.undo.is_empty() && !step.follows.is_empty(),
        note: step.note.clone(),
        mends: mends.collect(),
    }
}

fn choice(choice: &Choice, words: &Words, culture: Culture) -> ChoiceView {
    ChoiceView {
        server: choice.server.clone(),
        setting: Words::setting(choice.what),
        value: choice.value.clone().unwrap_or_else(|| words.open.to_owned()),
        how: Words::how(culture, choice.how),
        reason: choice.reason.clone().unwrap_or_default(),
    }
}
