//! UM-DIALPLAN-SIP: there is a dial plan of type `SipName`.

use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans::{self, sip_plans};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-DIALPLAN-SIP",
    roles: &[Role::ExchangeBackEnd],
    title: Text::new("There is a dial plan of type SipName", "Il existe un plan de numérotation de type SipName"),
    explanation: Text::new(
        "Lync uses unified messaging only through dial plans with SIP addresses. The type and the name of a dial plan are set when it is created and cannot be changed.",
        "Lync n'utilise la messagerie unifiée qu'au moyen de plans de numérotation à adresses SIP. Le type et le nom d'un plan de numérotation sont définis à sa création et ne peuvent pas être modifiés.",
    ),
    remedy: Text::new(
        "New-UMDialPlan -Name <name> -URIType SipName -VoIPSecurity Secured -NumberOfDigitsInExtension <number> -CountryOrRegionCode <code>. The country code is mandatory, although the documentation on dial plans omits it. You choose the name, the digits and the country, so no step creates the dial plan.",
        "New-UMDialPlan -Name <nom> -URIType SipName -VoIPSecurity Secured -NumberOfDigitsInExtension <nombre> -CountryOrRegionCode <indicatif>. L'indicatif du pays est obligatoire, bien que la documentation sur les plans de numérotation l'omette. Vous choisissez le nom, le nombre de chiffres et le pays : aucune étape ne crée donc le plan de numérotation.",
    ),
    sources: &[
        Source::seed("003", "52"),
        Source::seed("003", "133"),
        Source::page("create-um-dial-plan-exchange-2013-help.md"),
    ],
    needs: &[&exchange_sections::UM_DIAL_PLANS],
    ..super::BASE
};

const NONE: Text =
    Text::new("None of the dial plans is of type SipName.", "Aucun des plans de numérotation n'est de type SipName.");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let plans = sip_plans(context)?;
    let others = context.estate.exchange.um_dial_plans.items()?.iter().map(|plan| plan.name.as_str());
    if plans.is_empty() {
        let found = Evidence::actual("Get-UMDialPlan", Some(others.collect::<Vec<_>>().join(", ")));
        findings.fail(Target::estate(), NONE, Vec::new(), vec![found]);
    }
    for plan in plans {
        let evidence = Evidence::actual("URIType", plan.uri_type.as_deref()).expected("SipName").from(plan);
        findings.pass(dial_plans::target(plan), vec![evidence]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UM-DIALPLAN-SIP";

    const TYPE: &str = "/exchange/umDialPlans/values/0/uriType";

    #[test]
    fn a_plan_with_sip_addresses_passes() {
        Sample::unified_messaging().expect(ID, &[("Paris", Status::Pass)]);
    }

    #[test]
    fn no_plan_or_one_with_numbers_only_fails() {
        Sample::unified_messaging().set(TYPE, json!("TelExtn")).expect(ID, &[("", Status::Fail)]);
        Sample::unified_messaging().forget("/exchange/umDialPlans/values/0").expect(ID, &[("", Status::Fail)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        Sample::unified_messaging().forget(TYPE).expect(ID, &[("", Status::Unknown)]);
    }
}
