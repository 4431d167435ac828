//! What goes with the breaches of other rules: whether steps mend all of those, so that nothing of it stays open. Adds no
//! step.

use crate::rules::find;
use crate::rules::model::context::Context;
use crate::rules::model::engine::judge;
use crate::rules::model::finding::Status;
use crate::rules::model::rule::Steps;
use std::collections::BTreeSet;

/// The steps that mend every breach of some rules, by number. None if one of these rules is left with a breach or could
/// not be judged, or if nothing of theirs is mended.
pub(crate) fn mending(context: &Context<'_>, steps: &Steps, rules: &[&str]) -> Vec<usize> {
    let mut numbers = BTreeSet::new();
    let findings = rules.iter().filter_map(|id| find(id)).flat_map(|rule| judge(context, rule));
    // What matters less than its rule, such as a weak hash, keeps nothing from working.
    for finding in findings.filter(|finding| finding.severity == finding.rule.severity) {
        let found = match finding.status {
            Status::Fail => steps.numbers(|added| {
                added.reasons.iter().any(|(rule, target)| rule.id == finding.rule.id && *target == finding.target.name)
            }),
            Status::Unknown => Vec::new(),
            Status::Manual | Status::Pass | Status::NotApplicable => continue,
        };
        if found.is_empty() {
            return Vec::new();
        }
        numbers.extend(found);
    }
    numbers.into_iter().collect()
}
