//! UM-REDUNDANCY: more than one server answers the calls of a SIP dial plan.

use crate::rules::prelude::*;
use crate::rules::topology::um::{dial_plans, servers};
use std::collections::HashMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix);

static METADATA: Metadata = Metadata {
    id: "UM-REDUNDANCY",
    severity: Severity::Information,
    roles: &[Role::ExchangeBackEnd],
    exchange: servers::VERSIONS,
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
        if count < 2 {
            let numbers = [("count", count.to_string()), ("all", services.len().to_string())];
            let args = numbers.into_iter().chain([("plan", plan.name.clone())]).collect();
            findings.fail(target, TOO_FEW, args, evidence);
        } else {
            findings.pass(target, evidence);
        }
        Ok(())
    })
}

/// The steps that put every server into every dial plan settle it.
fn fix(_: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
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
    use crate::rules::testing::prelude::*;
    use serde_json::{Value, json};

    const ID: &str = "UM-REDUNDANCY";
    const PLANS: &str = "/exchange/umDialPlans/values";

    /// The estate with a second server, in these dial plans.
    fn second_server(plans: &Value) -> Sample {
        let service = json!({ "server": "EX02", "dialPlans": plans, "startupMode": "Dual", "sipAccessService": "" });
        Sample::unified_messaging().set("/exchange/umServices/values/1", service)
    }

    #[test]
    fn two_servers_in_a_dial_plan_pass_whatever_the_case_of_its_name() {
        second_server(&json!(["PARIS"])).expect(ID, &[("Paris", Status::Pass)]);
    }

    #[test]
    fn a_dial_plan_with_one_of_two_servers_or_none_fails() {
        second_server(&json!([])).expect(ID, &[("Paris", Status::Fail)]);
        let sample = second_server(&json!(["Paris"]));
        let sample = sample.set(&format!("{PLANS}/1"), json!({ "name": "Lyon", "uriType": "SipName" }));
        sample.expect(ID, &[("Lyon", Status::Fail), ("Paris", Status::Pass)]);
    }

    #[test]
    fn the_steps_that_put_every_server_into_every_plan_settle_it() {
        let server = json!({
            "name": "EX02", "fqdn": "EX02.contoso.com", "version": "Version 15.0 (Build 1497.2)", "roles": ["Mailbox"],
        });
        let sample = second_server(&json!([])).set("/exchange/servers/values/1", server);
        assert!(sample.is_settled(ID, &["UM-SERVERS-IN-DIALPLAN"]));
        assert!(!sample.is_settled(ID, &[]));
    }

    #[test]
    fn dial_plans_of_another_type_do_not_count() {
        let sample = second_server(&json!(["Paris"]));
        let sample = sample.set(&format!("{PLANS}/1"), json!({ "name": "Old", "uriType": "TelExtn" }));
        sample.expect(ID, &[("Paris", Status::Pass)]);
    }

    #[test]
    fn an_organization_with_one_server_is_only_told_so() {
        Sample::unified_messaging().expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_told_is_unknown() {
        second_server(&json!(null)).expect(ID, &[("", Status::Unknown)]);
        for missing in ["/exchange/umServices", "/exchange/umDialPlans"] {
            second_server(&json!(["Paris"])).forget(missing).expect(ID, &[("", Status::Unknown)]);
        }
        let sample = second_server(&json!(["Paris"])).forget(&format!("{PLANS}/0/uriType"));
        sample.expect(ID, &[("", Status::Unknown)]);
    }
}
