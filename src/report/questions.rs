//! Facts that are missing, each once, with the command that would collect it and the rules that wait for it. Must not
//! guess an answer.

use super::labels::Labels;
use crate::facts::{Missing, Shell};
use crate::l10n::Culture;
use crate::rules::{Finding, Scenario};
use std::collections::BTreeMap;

/// One fact that is missing.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) command: &'static str,
    pub(super) fact: &'static str,
    pub(super) shell: &'static str,
    /// The machines that only can tell for themselves, or the names that it is asked about; none if any can tell.
    pub(super) machines: Vec<String>,
    pub(super) error: Option<String>,
    pub(super) rules: Vec<&'static str>,
}

/// What tells one question from another, in the order in which they are shown.
type Key = (Shell, &'static str, Option<String>);

/// The questions that are open, by shell.
pub(super) fn questions(findings: &[Finding<'_>], scenarios: &[Scenario], culture: Culture) -> Vec<Question> {
    let mut open: BTreeMap<Key, Question> = BTreeMap::new();
    let asked = |finding: &&Finding<'_>| finding.rule.scenarios.iter().any(|one| scenarios.contains(one));
    for finding in findings.iter().filter(asked) {
        let Some(missing) = &finding.missing else { continue };
        let key = (missing.section.shell, missing.section.path, missing.error.clone());
        let question = open.entry(key).or_insert_with(|| question(missing, culture));
        if !question.rules.contains(&finding.rule.id) {
            question.rules.push(finding.rule.id);
        }
        question.machines.extend(missing.target.clone());
    }
    let mut open: Vec<Question> = open.into_values().collect();
    for question in &mut open {
        question.machines.sort_unstable();
        question.machines.dedup();
    }
    open
}

fn question(missing: &Missing, culture: Culture) -> Question {
    Question {
        command: missing.section.command,
        fact: missing.section.path,
        shell: Labels::shell(culture, missing.section.shell),
        machines: Vec::new(),
        error: missing.error.clone(),
        rules: Vec::new(),
    }
}
