//! What goes with the findings of other rules: whether steps fix all of those, so that nothing of it stays open. Adds no
//! step, and checks nothing again.

use super::finding::{Fix, Status};
use super::metadata::Metadata;
use std::collections::BTreeSet;

impl Fix<'_> {
    /// The steps that fix every finding of some rules, by number. None if one of these rules is left with a finding or could
    /// not be checked, or if nothing of theirs is fixed. The rules must be of the scenarios of the one that asks.
    #[must_use]
    pub fn fixes_for_all(&self, rules: &[&str]) -> Vec<usize> {
        let mut numbers = BTreeSet::new();
        let findings = self.judged().iter().filter(|finding| rules.contains(&finding.rule.id));
        // What matters less than its rule, such as a weak hash, keeps nothing from working.
        for finding in findings.filter(|finding| finding.severity == finding.rule.severity) {
            let found = match finding.status {
                Status::Fail => self.numbers(|added| {
                    let is_of = |(rule, target): &(&'static Metadata, String)| {
                        rule.id == finding.rule.id && *target == finding.target.name
                    };
                    added.reasons.iter().any(is_of)
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
}
