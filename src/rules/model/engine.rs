//! Runs rules over a deployment, and says in which order they come. Decides what is the same for every rule: which do not
//! apply to the versions found, and that a missing fact is Unknown. Knows no rule by name.

use super::context::Context;
use super::finding::{Finding, Status};
use super::findings::{Findings, args};
use super::rule::{Fixable, Rule};
use super::target::Target;
use super::vocabulary::{AppliesWhen, Scenario};
use crate::l10n::Text;
use std::collections::HashMap;
use std::rc::Rc;

const NO_SUCH_EXCHANGE: Text = Text::new(
    "No Exchange server has a version that this rule applies to ({versions}).",
    "Aucun serveur Exchange n'a une version à laquelle cette règle s'applique ({versions}).",
);
const OTHER_LYNC: Text = Text::new(
    "This rule applies to {versions}; the estate has {found}.",
    "Cette règle s'applique à {versions} ; l'environnement a {found}.",
);
const SWITCHED_OFF: Text = Text::new(
    "Instant messaging is to be disabled, so nothing needs to be configured for it.",
    "La messagerie instantanée doit être désactivée : rien n'est à configurer pour elle.",
);
const NOTHING: Text = Text::new(
    "This rule does not apply to anything in this estate.",
    "Cette règle ne s'applique à rien dans cet environnement.",
);

/// The findings of those rules that belong to some scenarios, by rule and target.
pub(crate) fn check<'a>(rules: &[&'static Rule], context: &Context<'a>, scenarios: &[Scenario]) -> Vec<Finding<'a>> {
    let wanted = rules.iter().filter(|rule| rule.metadata.scenarios.iter().any(|one| scenarios.contains(one)));
    let mut all: Vec<Finding<'a>> = wanted.flat_map(|rule| judge(context, rule)).collect();
    let said: Vec<_> = all.iter().map(|finding| finding.review.as_ref().and_then(|review| review(&all))).collect();
    for (finding, said) in all.iter_mut().zip(said) {
        finding.detail = said.or_else(|| finding.detail.take());
    }
    all
}

/// The findings of one rule, by target.
fn judge<'a>(context: &Context<'a>, rule: &'static Rule) -> Vec<Finding<'a>> {
    let mut findings = Findings::new(rule.metadata);
    let is_out = out_of_scope(context, rule, &mut findings);
    if !is_out && let Err(missing) = (rule.check)(context, &mut findings) {
        findings.unknown(Target::estate(), missing);
    }
    if !is_out && let Some(missing) = rule.metadata.required().find_map(|need| context.estate.answered(need).err()) {
        findings.make_unknown(&missing);
    }
    if findings.count() == 0 {
        findings.not_applicable(Target::estate(), NOTHING, Vec::new());
    }
    if let Fixable::Always(fix) = rule.fix {
        let context = *context;
        for finding in findings.all_mut().iter_mut().filter(|one| one.status == Status::Fail && one.fix.is_none()) {
            finding.fix = Some(Rc::new(move |handle| fix(&context, handle)));
        }
    }
    findings.sorted()
}

/// Whether the rule is about other versions, or about instant messaging that shall be on where it shall be off, which is
/// reported. Versions that nobody collected keep the rule in: its own check will say what is missing.
fn out_of_scope(context: &Context<'_>, rule: &Rule, findings: &mut Findings<'_>) -> bool {
    let estate = context.estate;
    let rule = rule.metadata;
    if !rule.exchange.is_empty()
        && let Ok(servers) = estate.servers()
        && !servers.iter().any(|server| server.version.is_none_or(|version| rule.exchange.contains(&version)))
    {
        let versions = rule.exchange.iter().map(|version| version.name()).collect::<Vec<_>>().join(", ");
        findings.not_applicable(Target::estate(), NO_SUCH_EXCHANGE, args! { versions });
        return true;
    }
    if !rule.lync.is_empty()
        && let Ok(Some(found)) = estate.lync_version()
        && !rule.lync.contains(&found)
    {
        let versions = rule.lync.iter().map(|version| version.name()).collect::<Vec<_>>().join(", ");
        findings.not_applicable(Target::estate(), OTHER_LYNC, args! { versions, found: found.name() });
        return true;
    }
    if rule.applies_when == AppliesWhen::ImEnabled && context.settings.disable {
        findings.not_applicable(Target::estate(), SWITCHED_OFF, Vec::new());
        return true;
    }
    false
}

/// Rules, each after those that it names in `after`; otherwise as they are given.
pub(crate) fn in_order(rules: &[&'static Rule]) -> Vec<&'static Rule> {
    let by_id: HashMap<&str, &'static Rule> = rules.iter().map(|&rule| (rule.metadata.id, rule)).collect();
    let mut ranks = HashMap::new();
    let mut ordered = rules.to_vec();
    ordered.sort_by_key(|rule| rank(rule, &by_id, &mut ranks));
    ordered
}

/// How many rules come one after the other before this one.
fn rank(rule: &'static Rule, by_id: &HashMap<&str, &'static Rule>, ranks: &mut HashMap<&'static str, usize>) -> usize {
    let id = rule.metadata.id;
    if let Some(&known) = ranks.get(id) {
        return known;
    }
    // A circle would be a fault of the catalogue, which a test finds; here it must only not run for ever.
    ranks.insert(id, 0);
    let before = rule.metadata.after.iter().filter_map(|id| by_id.get(id));
    let rank = before.map(|rule| rank(rule, by_id, ranks) + 1).max().unwrap_or(0);
    ranks.insert(id, rank);
    rank
}
