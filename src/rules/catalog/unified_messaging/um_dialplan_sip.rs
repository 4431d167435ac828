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

const NO_SIP_PLAN: Text =
    Text::new("None of the dial plans is of type SipName.", "Aucun des plans de numérotation n'est de type SipName.");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let plans = sip_plans(context)?;
    let others = context.estate.exchange.um_dial_plans.items()?.iter().map(|plan| plan.name.as_str());
    if plans.is_empty() {
        let found = Evidence::actual("Get-UMDialPlan", Some(others.collect::<Vec<_>>().join(", ")));
        findings.fail(Target::estate(), NO_SIP_PLAN, Vec::new(), vec![found]);
    }
    for plan in plans {
        let evidence = Evidence::actual("URIType", plan.uri_type.as_deref()).expected("SipName").from(plan);
        findings.pass(dial_plans::target(plan), vec![evidence]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn a_plan_with_sip_addresses_passes_and_none_or_one_with_numbers_only_fails() {
        unified_messaging(&RULE).passes(PLAN).unknown_without_each("", DIAL_PLAN, &["uriType"]);
        unified_messaging(&RULE).set(URI_TYPE, "TelExtn").fails("");
        unified_messaging(&RULE).forget(DIAL_PLAN).fails("");
    }
}
