//! Runs all rules over an estate, and says in which order they come. Decides what is the same for every rule: which
//! do not apply to the versions found, and that a missing fact is Unknown. Knows no rule by name.

use crate::message::Text;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Finding, Report, Target};
use crate::rules::model::rule::{Aim, Rule, Scenario};
use crate::rules::{all, find};
use std::collections::HashMap;

const NO_SUCH_EXCHANGE: Text = Text::new(
    "No Exchange server of a version that this rule is about ({versions}).",
    "Aucun serveur Exchange d'une version concernée par cette règle ({versions}).",
);
const OTHER_LYNC: Text = Text::new(
    "This rule is about {versions}; the estate has {found}.",
    "Cette règle concerne {versions} ; l'environnement a {found}.",
);
const SWITCHED_OFF: Text = Text::new(
    "Instant messaging shall be off: nothing has to be set up for it.",
    "La messagerie instantanée doit être désactivée : il n'y a rien à configurer pour elle.",
);
const NOTHING: Text = Text::new(
    "There is nothing in this estate that this rule is about.",
    "Rien dans cet environnement n'est concerné par cette règle.",
);

/// The findings of all rules of some scenarios, by rule and target.
#[must_use]
pub fn check(context: &Context<'_>, scenarios: &[Scenario]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in order() {
        if !rule.scenarios.iter().any(|one| scenarios.contains(one)) {
            continue;
        }
        findings.extend(judge(context, rule));
    }
    findings
}

/// The findings of one rule, by target.
pub(crate) fn judge(context: &Context<'_>, rule: &'static Rule) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut report = Report::new(rule, &mut findings);
    if !out_of_scope(context, rule, &mut report)
        && let Err(missing) = (rule.check)(context, &mut report)
    {
        report.unknown(Target::estate(), missing);
    }
    if findings.is_empty() {
        Report::new(rule, &mut findings).not_applicable(Target::estate(), NOTHING, Vec::new());
    }
    findings.sort_by(|a, b| a.target.cmp(&b.target));
    findings
}

/// Whether the rule is about other versions, or about instant messaging that shall be on where it shall be off, which is
/// reported. Versions that nobody collected keep the rule in: its own check will say what is missing.
fn out_of_scope(context: &Context<'_>, rule: &'static Rule, report: &mut Report<'_>) -> bool {
    let estate = context.estate;
    if !rule.exchange.is_empty()
        && let Ok(servers) = estate.servers()
        && !servers.iter().any(|server| server.version.is_none_or(|version| rule.exchange.contains(&version)))
    {
        let versions = rule.exchange.iter().map(|version| version.name()).collect::<Vec<_>>().join(", ");
        report.not_applicable(Target::estate(), NO_SUCH_EXCHANGE, vec![("versions", versions)]);
        return true;
    }
    if !rule.lync.is_empty()
        && let Ok(Some(found)) = estate.lync_version()
        && !rule.lync.contains(&found)
    {
        let versions = rule.lync.iter().map(|version| version.name()).collect::<Vec<_>>().join(", ");
        let args = vec![("versions", versions), ("found", found.name().to_owned())];
        report.not_applicable(Target::estate(), OTHER_LYNC, args);
        return true;
    }
    if rule.aim == Aim::On && context.settings.disable {
        report.not_applicable(Target::estate(), SWITCHED_OFF, Vec::new());
        return true;
    }
    false
}

/// All rules, each after those that it names in `after`; otherwise by family and id.
#[must_use]
pub fn order() -> Vec<&'static Rule> {
    let mut ranks = HashMap::new();
    let mut rules: Vec<&'static Rule> = all().collect();
    rules.sort_by_key(|rule| rank(rule, &mut ranks));
    rules
}

/// How many rules come one after the other before this one.
fn rank(rule: &'static Rule, ranks: &mut HashMap<&'static str, usize>) -> usize {
    if let Some(&known) = ranks.get(rule.id) {
        return known;
    }
    // A circle would be a fault of the catalogue, which a test finds; here it must only not run for ever.
    ranks.insert(rule.id, 0);
    let before = rule.after.iter().filter_map(|id| find(id));
    let rank = before.map(|rule| rank(rule, ranks) + 1).max().unwrap_or(0);
    ranks.insert(rule.id, rank);
    rank
}
