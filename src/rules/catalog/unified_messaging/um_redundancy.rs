//! UM-REDUNDANCY: more than one server answers the calls of a SIP dial plan.

use crate::rules::prelude::*;
use crate::rules::topology::im::servers::in_scope;
use crate::rules::topology::um::dial_plans;
use std::collections::HashMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix);

static METADATA: Metadata = Metadata {
    id: "UM-REDUNDANCY",
    severity: Severity::Information,
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "At least two servers answer the calls of each SIP dial plan",
        "Au moins deux serveurs répondent aux appels de chaque plan de numérotation SIP",
    ),
    explanation: Text::new(
        "If there is only one server, voice mail is not available to callers while that server is stopped or updated.",
        "S'il n'y a qu'un serveur, la messagerie vocale n'est pas disponible pour les appelants pendant que ce serveur est arrêté ou mis à jour.",
    ),
    remedy: Text::new(
        "Add more servers to the dial plan (UM-SERVERS-IN-DIALPLAN), or install another server.",
        "Ajoutez d'autres serveurs au plan de numérotation (UM-SERVERS-IN-DIALPLAN), ou installez un autre serveur.",
    ),
    interpretation: Some(Text::new(
        "If the organization has only one such server, no failure is reported.",
        "Si l'organisation n'a qu'un seul serveur de ce type, aucun échec n'est signalé.",
    )),
    sources: &[Source::page("lync-server-2013-guidelines-for-integrating-on-premises-unified-messaging.md")],
    after: &["UM-SERVERS-IN-DIALPLAN"],
    needs: &[&exchange_sections::UM_SERVICES, &exchange_sections::UM_DIAL_PLANS],
    ..super::BASE
};

const TOO_FEW: Text = Text::new(
    "{count} of {all} servers answers the calls of the dial plan {plan}.",
    "{count} serveur sur {all} répond aux appels du plan de numérotation {plan}.",
);
const ONLY_ONE: Text = Text::new(
    "The organization has only one server with unified messaging. If it is not available, calls are not answered.",
    "L'organisation n'a qu'un serveur avec la messagerie unifiée. S'il n'est pas disponible, aucun appel ne reçoit de réponse.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let services = context.estate.exchange.um_services.items()?;
    if services.len() < 2 {
        findings.not_applicable(Target::estate(), ONLY_ONE, Vec::new());
        return Ok(());
    }
    let counts = servers_by_plan(context)?;
    dial_plans::each(context, findings, |plan, findings| {
        let target = dial_plans::target(plan);
        let count = counts.get(&plan.name.to_lowercase()).copied().unwrap_or(0);
        let evidence = vec![Evidence::actual("Servers", Some(count.to_string())).from(plan)];
        let args = args! { count, all: services.len(), plan: plan.name };
        findings.pass_if(count >= 2, target, evidence, || (TOO_FEW, args));
        Ok(())
    })
}

/// The steps that put every server into every dial plan settle it; not those of the requested servers alone.
fn fix(context: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let services = context.estate.exchange.um_services.items()?;
    if !services.iter().all(|one| in_scope(context, &context.estate.host(&one.server))) {
        return Ok(());
    }
    let numbers = fix.fixes_for_all(&["UM-SERVERS-IN-DIALPLAN"]);
    fix.resolve(&numbers);
    Ok(())
}

/// How many servers are in each dial plan, by its name in lower case.
fn servers_by_plan(context: &Context<'_>) -> Result<HashMap<String, usize>, Missing> {
    let mut counts = HashMap::new();
    for service in context.estate.exchange.um_services.items()? {
        let missing = || Missing::not_collected(&exchange_sections::UM_SERVICES).on(&service.server);
        for plan in service.dial_plans.as_ref().ok_or_else(missing)? {
            *counts.entry(plan.to_lowercase()).or_default() += 1;
        }
    }
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    /// The estate with a second server, in these dial plans.
    fn second_server(plans: &Value) -> Case {
        let service = json!({ "server": "EX02", "dialPlans": plans, "startupMode": "Dual", "sipAccessService": "" });
        unified_messaging(&RULE).set("/exchange/umServices/values/1", service)
    }

    #[test]
    fn two_servers_in_a_dial_plan_pass_whatever_the_case_of_its_name() {
        second_server(&json!(["PARIS"])).passes(PLAN);
    }

    #[test]
    fn a_dial_plan_with_one_of_two_servers_or_none_fails_and_another_type_does_not_count() {
        second_server(&json!([])).fails(PLAN);
        second_server(&json!(["Paris"])).with_plan("Lyon", "SipName").finds(&[("Lyon", Fail), (PLAN, Pass)]);
        second_server(&json!(["Paris"])).with_plan("Old", "TelExtn").passes(PLAN);
    }

    #[test]
    fn the_steps_that_put_every_server_into_every_plan_settle_it() {
        let server =
            json!({ "name": "EX02", "fqdn": "EX02.contoso.com", "version": EXCHANGE_2013, "roles": ["Mailbox"] });
        let case = second_server(&json!([])).set("/exchange/servers/values/1", server);
        assert!(case.sample().is_settled(RULE.metadata.id, &["UM-SERVERS-IN-DIALPLAN"]));
        assert!(!case.sample().is_settled(RULE.metadata.id, &[]));
        let one = Settings { servers: vec!["EX02".to_owned()], ..Settings::default() };
        let case = case.asking(one);
        assert!(!case.sample().is_settled(RULE.metadata.id, &["UM-SERVERS-IN-DIALPLAN"]), "EX01 may be in none");
    }

    #[test]
    fn an_organization_with_one_server_is_only_told_so() {
        unified_messaging(&RULE).not_applicable();
    }

    #[test]
    fn what_nobody_told_is_unknown() {
        second_server(&json!(null)).unknown("");
        let case = second_server(&json!(["Paris"])).unknown_without_each("", DIAL_PLAN, &["uriType"]);
        case.unknown_without_each("", "/exchange", &["umServices", "umDialPlans"]);
    }
}
