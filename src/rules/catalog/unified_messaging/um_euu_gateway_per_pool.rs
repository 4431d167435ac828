//! UM-EUU-GATEWAY-PER-POOL: a gateway leads to each pool.

use crate::facts::{Missing, exchange_sections, lync_sections};
use crate::message::Text;
use crate::rules::fixes::exch_uc_util;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Finding, Report, Target};
use crate::rules::model::rule::{Aim, Family, Kind, Role, Rule, Scenario, Severity, Source, Steps};
use crate::rules::topology::um::dial_plans::sip_plans;
use crate::rules::topology::um::gateways::{self, PORT};
use crate::rules::topology::um::servers::VERSIONS;

pub(crate) static RULE: Rule = Rule {
    id: "UM-EUU-GATEWAY-PER-POOL",
    family: Family::UnifiedMessaging,
    kind: Kind::Check,
    scenarios: &[Scenario::UnifiedMessaging],
    aim: Aim::Any,
    severity: Severity::Error,
    roles: &[Role::ExchangeBackEnd],
    exchange: VERSIONS,
    lync: &[],
    title: Text::new(
        "A UM IP gateway leads to each pool of Lync",
        "Une passerelle IP de messagerie unifiée mène à chaque pool Lync",
    ),
    explanation: Text::new(
        "Unified messaging only takes calls from gateways that it knows; a pool, or a Standard Edition server, is one.",
        "La messagerie unifiée n'accepte que les appels des passerelles qu'elle connaît ; un pool, ou un serveur Standard Edition, en est une.",
    ),
    remedy: Text::new(
        "Run ExchUcUtil.ps1 again (UM-EXCHUCUTIL). For one that is there: Set-UMIPGateway -Identity <gateway> -Port 5061 -Status Enabled. New-UMIPGateway has no parameter Port, Status or OutcallsAllowed, although a page shows them.",
        "Réexécutez ExchUcUtil.ps1 (UM-EXCHUCUTIL). Pour une passerelle existante : Set-UMIPGateway -Identity <passerelle> -Port 5061 -Status Enabled. New-UMIPGateway n'a pas de paramètre Port, Status ou OutcallsAllowed, bien qu'une page les montre.",
    ),
    inference: Some(Text::new(
        "Every pool with a Registrar is judged, as nobody can read which ones have users of Enterprise Voice; that the port is 5061 and the gateway enabled is our reading too.",
        "Chaque pool avec un serveur d'inscriptions est jugé, car rien ne dit lesquels ont des utilisateurs d'Enterprise Voice ; que le port soit 5061 et la passerelle activée est aussi notre lecture.",
    )),
    sources: &[Source::seed("003", "195"), Source::page("um-ip-gateways-exchange-2013-help.md")],
    after: &["UM-EXCHUCUTIL"],
    needs: &[&exchange_sections::UM_IP_GATEWAYS, &lync_sections::POOLS, &exchange_sections::UM_DIAL_PLANS],
    check,
    mend: Some(mend),
    follow: None,
};
const NONE: Text = Text::new("No UM IP gateway leads to {pool}.", "Aucune passerelle IP ne mène à {pool}.");
const OTHER_PORT: Text = Text::new(
    "The gateway {gateway} to {pool} has port {port}.",
    "La passerelle {gateway} vers {pool} a le port {port}.",
);
const DISABLED: Text = Text::new(
    "The gateway {gateway} to {pool} is not enabled.",
    "La passerelle {gateway} vers {pool} n'est pas activée.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    if sip_plans(context)?.is_empty() {
        return Ok(());
    }
    let gateways = gateways::of_pools(context)?;
    for pool in context.registrar_pools()? {
        let target = Target::new("Pool", &pool);
        report.each(&target.clone(), |report| {
            let mut args = vec![("pool", pool.clone())];
            let Some(gateway) = gateways.get(&pool) else {
                report.fail(target, NONE, args, Vec::new());
                return Ok(());
            };
            let port = gateway.port.ok_or_else(|| gateways::unknown(gateway))?;
            args.extend([("gateway", gateway.name.clone()), ("port", port.to_string())]);
            let evidence = vec![
                Evidence::read("Port", Some(port.to_string())).expected(PORT.to_string()).from(gateway),
                Evidence::read("Status", gateway.status.as_deref()).expected("Enabled").from(gateway),
            ];
            if !gateways::is_enabled(gateway)? {
                report.fail(target, DISABLED, args, evidence);
            } else if port == PORT {
                report.pass(target, evidence);
            } else {
                report.fail(target, OTHER_PORT, args, evidence);
            }
            Ok(())
        });
    }
    Ok(())
}

/// Runs the script for a pool without a gateway, and sets what is wrong with one that is there.
fn mend(context: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    let gateways = gateways::of_pools(context)?;
    let Some(gateway) = gateways.get(&finding.target.name) else {
        return exch_uc_util::mend(context, finding, steps);
    };
    let port = gateway.port.ok_or_else(|| gateways::unknown(gateway))?;
    if port != PORT {
        steps.add(finding, gateways::set(gateway, "Port", port.into(), PORT.into()));
    }
    if let Some(status) = gateway.status.as_deref().filter(|status| !status.eq_ignore_ascii_case("Enabled")) {
        steps.add(finding, gateways::set(gateway, "Status", status.into(), "Enabled".into()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;
    use serde_json::json;

    const ID: &str = "UM-EUU-GATEWAY-PER-POOL";

    const POOL: &str = "pool.contoso.com";
    const GATEWAY: &str = "/exchange/umIpGateways/values/0";

    #[test]
    fn an_enabled_gateway_on_the_port_of_lync_passes() {
        Sample::unified_messaging().expect(ID, &[(POOL, Status::Pass)]);
    }

    #[test]
    fn a_pool_without_a_gateway_fails_and_the_script_runs() {
        let sample = Sample::unified_messaging().set(&format!("{GATEWAY}/address"), json!("192.0.2.7"));
        sample.expect(ID, &[(POOL, Status::Fail)]);
        assert_eq!(sample.commands(ID), ["ExchUcUtil.ps1"]);
    }

    #[test]
    fn a_gateway_that_is_there_is_set_right() {
        let sample = Sample::unified_messaging()
            .set(&format!("{GATEWAY}/port"), json!(0))
            .set(&format!("{GATEWAY}/status"), json!("NoNewCalls"));
        sample.expect(ID, &[(POOL, Status::Fail)]);
        let expected = ["Set-UMIPGateway -Identity pool -Port 5061", "Set-UMIPGateway -Identity pool -Status Enabled"];
        assert_eq!(sample.commands(ID), expected);
    }

    #[test]
    fn a_wrong_port_alone_fails() {
        let sample = Sample::unified_messaging().set(&format!("{GATEWAY}/port"), json!(5060));
        sample.expect(ID, &[(POOL, Status::Fail)]);
    }

    #[test]
    fn without_a_plan_for_lync_it_is_too_early() {
        let sample = Sample::unified_messaging().forget("/exchange/umDialPlans/values/0");
        sample.expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        for property in ["port", "status"] {
            Sample::unified_messaging().forget(&format!("{GATEWAY}/{property}")).expect(ID, &[(POOL, Status::Unknown)]);
        }
        for place in ["/exchange/umIpGateways", "/lync/pools"] {
            Sample::unified_messaging().forget(place).expect(ID, &[("", Status::Unknown)]);
        }
    }
}
