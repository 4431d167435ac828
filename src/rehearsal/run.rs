//! Applying a plan to facts and undoing it, as `Invoke-UcPlan` and `Undo-UcPlan` do on servers: a step whose state is there
//! already is left out, one that finds any other state than the plan expects ends everything, a step that follows others runs
//! if one of them ran, and each state is read again afterwards.

use super::estate::Facts;
use super::state::{Side, side};
use super::{authentication, command, machine};
use crate::plan::{Plan, PlannedStep};
use crate::step::{Command, Probe};
use std::collections::BTreeSet;

/// Applies a plan. Answers the numbers of the steps that ran. Where a step stops it, the facts are those that it leaves.
pub(super) fn apply(facts: &mut Facts, plan: &Plan) -> Result<BTreeSet<u32>, String> {
    let (start, ground) = (facts.clock, authentication::ground(facts));
    let done = run(facts, plan);
    end(facts, start, &ground);
    done
}

fn run(facts: &mut Facts, plan: &Plan) -> Result<BTreeSet<u32>, String> {
    let mut done = BTreeSet::new();
    for stage in &plan.stages {
        let at = stage.machine.as_deref();
        look_at(facts, &stage.steps, at)?;
        for step in &stage.steps {
            if is_due(facts, step, at, &done)? {
                facts.wait(60);
                command::run(facts, &step.command, at).map_err(|why| told(step, &why))?;
                expect(facts, step, at, &Side::After)?;
                done.insert(step.number);
            }
        }
    }
    Ok(done)
}

/// Takes a plan back, last step first, and repeats what follows. `done` are the steps that ran.
pub(super) fn undo(facts: &mut Facts, plan: &Plan, done: &BTreeSet<u32>) -> Result<(), String> {
    let (start, ground) = (facts.clock, authentication::ground(facts));
    let mut undone = BTreeSet::new();
    let all =
        || plan.stages.iter().flat_map(|stage| stage.steps.iter().map(move |step| (stage.machine.as_deref(), step)));
    let mut backward: Vec<_> = all().filter(|(_, step)| !step.undo.is_empty() && done.contains(&step.number)).collect();
    backward.reverse();
    for (at, step) in backward {
        facts.wait(60);
        if let Command::WebConfig { path, .. } = &step.command {
            machine::restore(facts, at.unwrap_or_default(), path);
        } else {
            for one in &step.undo {
                command::run(facts, one, at).map_err(|why| told(step, &why))?;
            }
            expect(facts, step, at, &Side::Before)?;
        }
        undone.insert(step.number);
    }
    for (at, step) in all() {
        if step.undo.is_empty() && step.follows.iter().any(|number| undone.contains(number)) {
            facts.wait(60);
            command::run(facts, &step.command, at).map_err(|why| told(step, &why))?;
            undone.insert(step.number);
        }
    }
    end(facts, start, &ground);
    Ok(())
}

fn end(facts: &mut Facts, start: crate::facts::Time, ground: &[serde_json::Value]) {
    if authentication::ground(facts) != ground {
        authentication::ask_again(facts);
    }
    facts.wait(60);
    facts.collect_again(start);
}

fn told(step: &PlannedStep, why: &str) -> String {
    format!("step {} of {} ({}): {why}", step.number, step.rule, step.title)
}

/// Nothing of a stage runs while a state is another one than the plan was made for. A step that changes what an earlier one
/// changes as well is looked at when its turn comes.
fn look_at(facts: &Facts, steps: &[PlannedStep], at: Option<&str>) -> Result<(), String> {
    let mut due: Vec<&Probe> = Vec::new();
    for step in steps {
        let Some(transition) = step.transition.as_ref().filter(|one| !due.contains(&&one.probe)) else { continue };
        match side(facts, transition, at) {
            Side::Before => due.push(&transition.probe),
            Side::After => {}
            Side::Other(why) => return Err(told(step, &why)),
        }
    }
    Ok(())
}

fn is_due(facts: &Facts, step: &PlannedStep, at: Option<&str>, done: &BTreeSet<u32>) -> Result<bool, String> {
    let Some(transition) = &step.transition else {
        return Ok(step.follows.is_empty() || step.follows.iter().any(|number| done.contains(number)));
    };
    match side(facts, transition, at) {
        Side::Before => Ok(true),
        Side::After => Ok(false),
        Side::Other(why) => Err(told(step, &why)),
    }
}

fn expect(facts: &Facts, step: &PlannedStep, at: Option<&str>, expected: &Side) -> Result<(), String> {
    let Some(transition) = &step.transition else { return Ok(()) };
    let found = side(facts, transition, at);
    // Where both states are the same, it is the one that is looked for first.
    let is_both = transition.before == transition.after;
    if found == *expected || is_both { Ok(()) } else { Err(told(step, &format!("is {found:?}, not {expected:?}"))) }
}
