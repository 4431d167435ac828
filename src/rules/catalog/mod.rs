//! The rules: one file for each, named after its id, in a folder for each subject. In which folder a rule is changes
//! nothing: the order of rules is data.

mod features;
mod hybrid;
mod oauth;
mod owa_im;
mod platform;
mod setting_override;
mod trusted_applications;
mod um_certificates;
mod unified_messaging;

use super::model::context::Context;
use super::model::engine;
use super::model::finding::Finding;
use super::model::rule::Rule;
use super::model::vocabulary::Scenario;
use once_cell::sync::OnceCell;

/// Every rule, by family and then by id.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    static ALL: OnceCell<Vec<&'static Rule>> = OnceCell::new();
    ALL.get_or_init(|| {
        let folders = [
            features::RULES,
            hybrid::RULES,
            oauth::RULES,
            owa_im::RULES,
            platform::RULES,
            setting_override::RULES,
            trusted_applications::RULES,
            um_certificates::RULES,
            unified_messaging::RULES,
        ];
        let mut rules: Vec<&'static Rule> = folders.into_iter().flatten().copied().flatten().collect();
        rules.sort_by_key(|rule| (rule.metadata.family, rule.metadata.id));
        rules
    })
    .iter()
    .copied()
}

/// All rules, each after those that it names in `after`; otherwise by family and id.
#[must_use]
pub fn order() -> &'static [&'static Rule] {
    static ORDER: OnceCell<Vec<&'static Rule>> = OnceCell::new();
    ORDER.get_or_init(|| engine::in_order(&all().collect::<Vec<_>>()))
}

/// The rule of an id, without case.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.metadata.id.eq_ignore_ascii_case(id))
}

/// The findings of all rules of some scenarios, by rule and target.
#[must_use]
pub fn check<'a>(context: &Context<'a>, scenarios: &[Scenario]) -> Vec<Finding<'a>> {
    engine::check(order(), context, scenarios)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;

    /// Deployments in which everything is as it should be, each for the rules of a scenario.
    fn good(scenario: Scenario) -> Vec<Sample> {
        match scenario {
            Scenario::Prerequisites => vec![Sample::oauth()],
            Scenario::OwaIm => vec![Sample::exchange_2013(), Sample::exchange_2016()],
            Scenario::UnifiedMessaging => vec![Sample::unified_messaging()],
            Scenario::Hybrid => vec![Sample::hybrid()],
        }
    }

    /// A rule in each deployment that it is about.
    fn each_good(mut look: impl FnMut(&'static Rule, &Sample)) {
        for rule in all() {
            for sample in rule.metadata.scenarios.iter().flat_map(|&scenario| good(scenario)) {
                look(rule, &sample);
            }
        }
    }

    #[test]
    fn no_rule_finds_a_fault_where_everything_is_as_it_should_be() {
        each_good(|rule, sample| {
            for finding in sample.findings(rule.metadata.id) {
                assert_ne!(finding.status, Status::Fail, "{}: {finding:?}", rule.metadata.id);
            }
        });
    }

    #[test]
    fn no_rule_judges_without_a_fact_that_it_needs() {
        let told = |finding: &Finding<'_>| matches!(finding.status, Status::Pass | Status::Fail | Status::Manual);
        let mut wrong = Vec::new();
        each_good(|rule, sample| {
            let id = rule.metadata.id;
            if !sample.findings(id).iter().any(told) {
                return;
            }
            for need in rule.metadata.required() {
                let findings = sample.clone().unanswered(need.path).findings(id);
                if findings.iter().any(told) {
                    let found: Vec<_> = findings.iter().map(|one| (one.target.name.clone(), one.status)).collect();
                    wrong.push(format!("{id} {} {found:?}", need.path));
                }
            }
        });
        wrong.sort();
        wrong.dedup();
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }
}
