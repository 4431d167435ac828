//! UMCERT-GATEWAYS: gateways of encrypted dial plans have a trusted certificate.

use crate::facts::{DialPlan, HuntGroup};
use crate::rules::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-GATEWAYS",
    severity: Severity::Warning,
    title: Text::new(
        "Gateways of dial plans with SIPSecured or Secured have a trusted certificate",
        "Les passerelles des plans de numérotation SIPSecured ou Secured ont un certificat approuvé",
    ),
    explanation: Text::new(
        "Such a dial plan also uses TLS with every VoIP gateway, IP PBX or direct SIP trunk. It can be the certificate that Exchange and Lync use.",
        "Un tel plan de numérotation utilise aussi TLS avec chaque passerelle VoIP, PBX IP ou liaison SIP directe. Ce peut être le certificat qu'utilisent Exchange et Lync.",
    ),
    remedy: Text::new(
        "In the administration of the gateway, import a certificate from a certification authority that Exchange trusts, and the root of the Exchange certificate.",
        "Dans l'administration de la passerelle, importez un certificat d'une autorité de certification qu'Exchange approuve, et la racine du certificat d'Exchange.",
    ),
    sources: &[Source::seed("003", "80")],
    needs: &[
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_IP_GATEWAYS,
        &exchange_sections::UM_HUNT_GROUPS,
        &lync_sections::POOLS,
    ],
    ..super::BASE
};

const INSTRUCTION: Text = Text::new(
    "The dial plan {plan} is encrypted, so the gateway {gateway} ({address}) needs a certificate that Exchange trusts, and must trust the certificate of Exchange. Check this in the administration of the gateway.",
    "Le plan de numérotation {plan} est chiffré : la passerelle {gateway} ({address}) doit avoir un certificat qu'Exchange approuve, et approuver celui d'Exchange. Vérifiez-le dans l'administration de la passerelle.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let exchange = &context.estate.exchange;
    let plans: HashMap<String, &Item<DialPlan>> =
        exchange.um_dial_plans.items()?.iter().map(|plan| (plan.name.to_lowercase(), plan)).collect();
    let mut groups: BTreeMap<String, Vec<&Item<HuntGroup>>> = BTreeMap::new();
    for group in exchange.um_hunt_groups.items()? {
        groups.entry(group.ip_gateway.as_deref().unwrap_or_default().to_lowercase()).or_default().push(group);
    }
    let pools: HashSet<_> =
        context.estate.lync.pools.items()?.iter().map(|pool| context.estate.host(&pool.fqdn)).collect();
    for gateway in exchange.um_ip_gateways.items()? {
        let target = Target::new(TargetKind::Gateway, &gateway.name);
        findings.for_target(&target.clone(), |findings| {
            let missing = || Missing::not_collected(&exchange_sections::UM_IP_GATEWAYS).on(&gateway.name);
            let address = gateway.address.as_deref().ok_or_else(missing)?;
            // Lync itself is no gateway of this kind: its certificate has rules of its own.
            if pools.contains(&context.estate.host(address)) {
                return Ok(());
            }
            for group in groups.get(&gateway.name.to_lowercase()).into_iter().flatten() {
                let plan = group.dial_plan.as_deref().and_then(|name| plans.get(&name.to_lowercase()));
                if let Some(plan) = plan
                    && is_encrypted(plan)?
                {
                    let args = args! { plan: plan.name, gateway: gateway.name, address };
                    findings.manual(target, INSTRUCTION, args);
                    return Ok(());
                }
            }
            Ok(())
        });
    }
    Ok(())
}

fn is_encrypted(plan: &DialPlan) -> Result<bool, Missing> {
    let missing = || Missing::not_collected(&exchange_sections::UM_DIAL_PLANS).on(&plan.name);
    let security = plan.voip_security.as_deref().ok_or_else(missing)?;
    Ok(["SIPSecured", "Secured"].iter().any(|one| security.eq_ignore_ascii_case(one)))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SECURITY: &str = "/exchange/umDialPlans/values/0/voipSecurity";

    fn with_gateway() -> Case {
        let gateway = json!({ "name": "PBX", "address": "pbx.contoso.com" });
        let group = json!({ "name": "Old", "pilotIdentifier": "5000", "dialPlan": "paris", "ipGateway": "pbx" });
        let case = unified_messaging(&RULE).set("/exchange/umIpGateways/values/1", gateway);
        case.set("/exchange/umHuntGroups/values/1", group)
    }

    #[test]
    fn a_gateway_of_an_encrypted_plan_is_for_a_person() {
        for security in ["Secured", "SIPSecured"] {
            with_gateway().set(SECURITY, security).manual("PBX");
        }
    }

    #[test]
    fn neither_lync_nor_a_plan_in_the_clear_needs_one() {
        unified_messaging(&RULE).not_applicable();
        with_gateway().set(SECURITY, "Unsecured").not_applicable();
    }

    #[test]
    fn unknown_without_what_a_gateway_is() {
        with_gateway().forget(SECURITY).unknown("PBX");
        with_gateway().forget("/exchange/umIpGateways/values/1/address").unknown("PBX");
        with_gateway().forget("/exchange/umHuntGroups").unknown("");
    }
}
