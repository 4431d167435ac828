//! TAP-AUTODISCOVERED: which servers Lync adds to its known servers by itself.

use crate::rules::prelude::*;
use crate::rules::topology::trusted::servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TAP-AUTODISCOVERED",
    category: Category::Fact,
    applies_when: AppliesWhen::Always,
    severity: Severity::Information,
    title: Text::new(
        "Lync adds Exchange servers with a SipName dial plan to its known servers automatically",
        "Lync ajoute automatiquement à ses serveurs connus les serveurs Exchange qui ont un plan de numérotation SipName",
    ),
    explanation: Text::new(
        "The event log of the Front End Server lists them: source LS Exchange Unified Messaging Routing, event 44024, and LS Protocol Stack, events 14492, 14493 and 14495.",
        "Le journal des événements du serveur frontal les indique : source LS Exchange Unified Messaging Routing, événement 44024, et LS Protocol Stack, événements 14492, 14493 et 14495.",
    ),
    remedy: Text::new("No action required.", "Aucune action n'est requise."),
    sources: &[Source::seed("000", "34"), Source::seed("001", "28")],
    needs: &[&exchange_sections::UM_DIAL_PLANS, &exchange_sections::UM_SERVICES, &exchange_sections::UM_CALL_ROUTERS],
    optional: &[&exchange_sections::UM_CALL_ROUTERS],
    ..super::base::DISCOVERED
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for host in servers::discovered(context)? {
        findings.pass(Target::server(&host), vec![Evidence::actual("URIType", Some("SipName"))]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    #[test]
    fn the_servers_of_sip_dial_plans_are_named() {
        exchange_2013(&RULE).with(Sample::discovered).passes(SERVER);
    }

    #[test]
    fn a_plan_of_another_type_leads_lync_to_nobody() {
        let case = exchange_2013(&RULE).with(Sample::discovered);
        case.set("/exchange/umDialPlans/values/0/uriType", "TelExtn").not_applicable();
    }

    #[test]
    fn without_the_services_nobody_knows() {
        exchange_2013(&RULE).with(Sample::discovered).forget("/exchange/umServices").unknown("");
    }
}
