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
        let mut rules: Vec<&'static Rule> = folders.into_iter().flatten().copied().collect();
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
