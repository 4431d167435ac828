//! TAP-AUTODISCOVERED: which servers Lync adds to its known servers by itself.

use crate::rules::prelude::*;
use crate::rules::topology::trusted::servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TAP-AUTODISCOVERED",
    category: Category::Fact,
    applies_when: AppliesWhen::Always,
    severity: Severity::Information,
    exchange: &[ExchangeVersion::V2013, ExchangeVersion::V2016],
    lync: &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019],
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
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for host in servers::discovered(context)? {
        findings.pass(Target::server(&host), vec![Evidence::actual("URIType", Some("SipName"))]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "TAP-AUTODISCOVERED";

    #[test]
    fn the_servers_of_sip_dial_plans_are_named() {
        exchange_2013(&super::RULE).with(Sample::discovered).passes("ex01.contoso.com");
    }

    #[test]
    fn a_plan_of_another_type_leads_lync_to_nobody() {
        let sample =
            Sample::exchange_2013().discovered().set("/exchange/umDialPlans/values/0/uriType", json!("TelExtn"));
        sample.expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn without_the_services_nobody_knows() {
        Sample::exchange_2013().discovered().forget("/exchange/umServices").expect(ID, &[("", Status::Unknown)]);
    }
}
