//! Findings and rules in, a plan out: every finding becomes steps or is left open, steps that follow others are added,
//! and all are put into order. Knows no rule by name.

use super::decision::decisions;
use super::document::{Plan, PlannedStep, Reason, SCHEMA, Stage, UnresolvedFinding};
use super::order::{Session, stages};
use crate::facts::Host;
use crate::l10n::Culture;
use crate::rules::{Context, Finding, Fixes, PendingStep, Severity, Status, Target, TargetKind, order};
use std::collections::BTreeSet;

/// The plan that fixes what the findings say, its texts in one language. The id is left to the caller, who can hash.
#[must_use]
pub fn make(context: &Context<'_>, findings: &[Finding<'_>], culture: Culture) -> Plan {
    let (steps, unresolved) = steps(context, findings, culture);
    let exchange: BTreeSet<String> =
        context.estate.servers().unwrap_or_default().iter().map(|server| server.host.name().to_owned()).collect();
    let ordered = stages(&steps, &exchange);
    let mut numbers = vec![0_u32; steps.added().len()];
    for (place, number) in ordered.iter().flat_map(|(_, all)| all).zip(1_u32..) {
        numbers[*place] = number;
    }
    let stages = ordered.into_iter().zip(1_u32..).map(|((Session { shell, machine }, all), number)| {
        let steps: Vec<PlannedStep> =
            all.into_iter().map(|at| planned(&steps.added()[at], at, &numbers, culture)).collect();
        Stage { number, shell, machine, administrator: Stage::needs_administrator(&steps), steps }
    });
    Plan {
        schema: SCHEMA.to_owned(),
        id: String::new(),
        created_at: context.estate.now,
        stages: stages.collect(),
        unresolved,
        decisions: decisions(context, culture),
        warnings: Vec::new(),
    }
}

/// The steps that fix findings and those that follow them; the findings that no step fixes, and what could not be
/// checked.
fn steps(context: &Context<'_>, findings: &[Finding<'_>], culture: Culture) -> (Fixes, Vec<UnresolvedFinding>) {
    let mut fixes = Fixes::default();
    let mut unfixed: Vec<&Finding<'_>> = findings.iter().filter(|finding| finding.status == Status::Fail).collect();
    // What steps of others resolve can be asked again as long as steps come: each round leaves fewer.
    loop {
        let before = unfixed.len();
        unfixed.retain(|finding| !finding.try_fix(findings, &mut fixes));
        if unfixed.len() == before {
            break;
        }
    }
    unfixed.retain(|finding| !finding.is_advisory());
    let unjudged = |finding: &&Finding<'_>| finding.status == Status::Unknown && finding.severity == Severity::Error;
    unfixed.extend(findings.iter().filter(unjudged));
    for rule in order() {
        if let Some(follow_up) = rule.follow_up {
            follow_up(context, &mut fixes.following(rule.metadata));
        }
    }
    unfixed.retain(|finding| !awaits(context, &fixes, finding));
    let unresolved = unfixed.into_iter().map(|finding| left_open(finding, culture)).collect();
    (fixes, unresolved)
}

/// Whether a finding is one that some step for its target, or on its machine, is checked by: it is expected to go with the
/// step.
fn awaits(context: &Context<'_>, fixes: &Fixes, open: &Finding<'_>) -> bool {
    let judged = |added: &PendingStep| added.step.verified_by.contains(&open.rule.id);
    let is_here = |host: Option<&Host>| host.is_some() && host == server(&open.target);
    let is_for = |added: &PendingStep| {
        let machine = added.step.machine.as_deref().map(|machine| context.estate.host(machine));
        let about = |target: &Target| *target == open.target || is_here(server(target));
        is_here(machine.as_ref()) || added.reasons.iter().any(|(_, target)| about(target))
    };
    fixes.added().iter().any(|added| judged(added) && is_for(added))
}

/// The machine that a target is or that it is a service of; nothing for a file or another thing on it, which a step may leave
/// as it is.
fn server(target: &Target) -> Option<&Host> {
    let is_server = matches!(target.kind, TargetKind::Server | TargetKind::UmService | TargetKind::UmCallRouter);
    target.host.as_ref().filter(|_| is_server)
}

fn left_open(finding: &Finding<'_>, culture: Culture) -> UnresolvedFinding {
    UnresolvedFinding {
        rule: finding.rule.id.to_owned(),
        target: finding.target.name.clone(),
        message: finding.message(culture),
        remedy: finding.remedy(culture),
    }
}

fn planned(added: &PendingStep, at: usize, numbers: &[u32], culture: Culture) -> PlannedStep {
    let step = &added.step;
    let mut reasons: Vec<Reason> = Vec::new();
    for (rule, target) in added.reasons.iter().chain(&added.also_resolves) {
        let reason = Reason { rule: rule.id.to_owned(), target: target.name.clone() };
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    let mut verified_by: Vec<String> = reasons.iter().map(|reason| reason.rule.clone()).collect();
    verified_by.extend(step.verified_by.iter().map(|&id| id.to_owned()));
    verified_by.sort();
    verified_by.dedup();
    PlannedStep {
        number: numbers[at],
        rule: added.rule.id.to_owned(),
        title: step.title(culture),
        reasons,
        command: step.command.clone(),
        undo: step.undo.clone(),
        transition: step.transition.clone(),
        follows: step.follows.iter().map(|&other| numbers[other]).collect(),
        interrupts: step.interrupts.map(|text| text.of(culture).to_owned()),
        note: added.note.map(|text| text.of(culture).to_owned()),
        verified_by,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::samples::Sample;
    use crate::rules::{Scenario, check};
    use serde_json::json;

    #[test]
    fn a_step_says_what_is_gone_with_what_it_fixes() {
        let sample = Sample::unified_messaging().set("/exchange/umIpGateways/values", json!([]));
        let (estate, scenarios) = (sample.estate(), [Scenario::UnifiedMessaging]);
        let context = Context { estate: &estate, settings: &sample.settings, scenarios: &scenarios };
        let plan = make(&context, &check(&context, &scenarios), Culture::En);
        let mut steps = plan.stages.iter().flat_map(|stage| &stage.steps);
        let script = steps.find(|step| step.rule == "UM-EXCHUCUTIL").unwrap();
        let rules: Vec<&str> = script.reasons.iter().map(|reason| reason.rule.as_str()).collect();
        assert_eq!(rules, ["UM-EXCHUCUTIL", "UM-EUU-GATEWAY-PER-POOL", "UM-ORDER"]);
        assert!(script.verified_by.contains(&"UM-ORDER".to_owned()));
    }
}
