//! UM-EUU-GATEWAY-PER-POOL: a gateway leads to each pool.

use crate::facts::IpGateway;
use crate::rules::fixes::{exch_uc_util, um_gateway};
use crate::rules::prelude::*;
use crate::rules::topology::lync::pools::registrar_pools;
use crate::rules::topology::um::dial_plans::sip_plans;
use crate::rules::topology::um::gateways::{self, PORT};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UM-EUU-GATEWAY-PER-POOL",
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "A UM IP gateway points to each Lync pool",
        "Une passerelle IP de messagerie unifiée pointe vers chaque pool Lync",
    ),
    explanation: Text::new(
        "Unified messaging accepts calls only from known gateways. A pool, or a Standard Edition server, is such a gateway.",
        "La messagerie unifiée n'accepte les appels que des passerelles connues. Un pool, ou un serveur Standard Edition, est une telle passerelle.",
    ),
    remedy: Text::new(
        "Run ExchUcUtil.ps1 again (UM-EXCHUCUTIL). For an existing gateway: Set-UMIPGateway -Identity <gateway> -Port 5061 -Status Enabled. New-UMIPGateway has no parameter Port, Status or OutcallsAllowed, although the documentation shows them.",
        "Réexécutez ExchUcUtil.ps1 (UM-EXCHUCUTIL). Pour une passerelle existante : Set-UMIPGateway -Identity <passerelle> -Port 5061 -Status Enabled. New-UMIPGateway n'a pas de paramètre Port, Status ou OutcallsAllowed, bien que la documentation les montre.",
    ),
    interpretation: Some(Text::new(
        "Only the collected users show which pools have Enterprise Voice users, so every pool with a Registrar is checked. If collected users have Enterprise Voice, a pool without such a user is only warned of. The port 5061 and an enabled gateway are required.",
        "Seuls les utilisateurs collectés indiquent quels pools ont des utilisateurs d'Enterprise Voice : chaque pool avec un serveur d'inscriptions est vérifié. Si des utilisateurs collectés ont Enterprise Voice, un pool sans un tel utilisateur ne provoque qu'un avertissement. Le port 5061 et une passerelle activée sont exigés.",
    )),
    sources: &[Source::seed("003", "195"), Source::page("um-ip-gateways-exchange-2013-help.md")],
    after: &["UM-EXCHUCUTIL"],
    needs: &[
        &exchange_sections::UM_IP_GATEWAYS,
        &lync_sections::POOLS,
        &exchange_sections::UM_DIAL_PLANS,
        &lync_sections::USERS,
    ],
    optional: &[&lync_sections::USERS],
    ..super::BASE
};

const NO_GATEWAY: Text = Text::new(
    "No UM IP gateway points to {pool}.",
    "Aucune passerelle IP de messagerie unifiée ne pointe vers {pool}.",
);
const NOT_NEEDED: Text = Text::new(
    "No UM IP gateway points to {pool}. ExchUcUtil.ps1 creates one only for a pool with Enterprise Voice users, and no collected user of this pool has Enterprise Voice.",
    "Aucune passerelle IP de messagerie unifiée ne pointe vers {pool}. ExchUcUtil.ps1 n'en crée que pour un pool avec des utilisateurs d'Enterprise Voice, et aucun utilisateur collecté de ce pool n'a Enterprise Voice.",
);
const OTHER_PORT: Text = Text::new(
    "The gateway {gateway} for {pool} has port {port}.",
    "La passerelle {gateway} pour {pool} a le port {port}.",
);
const DISABLED: Text = Text::new(
    "The gateway {gateway} for {pool} is not enabled.",
    "La passerelle {gateway} pour {pool} n'est pas activée.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if sip_plans(context)?.is_empty() {
        return Ok(());
    }
    let (gateways, voice) = (gateways::of_pools(context)?, gateways::voice_pools(context)?);
    for pool in registrar_pools(context)? {
        let target = Target::new(TargetKind::Pool, &pool);
        findings.for_target(&target.clone(), |findings| {
            let mut args = args! { pool };
            let Some(&gateway) = gateways.get(&pool) else {
                if !voice.contains(&pool) {
                    findings.fail(target, NOT_NEEDED, args, Vec::new()).with_severity(Severity::Warning);
                    return Ok(());
                }
                let context = *context;
                let run = move |fix: &mut Fix<'_>| exch_uc_util::fix(&context, fix);
                findings.fail(target, NO_GATEWAY, args, Vec::new()).with_fix(run);
                return Ok(());
            };
            let port = gateway.port.ok_or_else(|| gateways::unknown(gateway))?;
            args.extend([("gateway", gateway.name.clone()), ("port", port.to_string())]);
            let evidence = vec![
                Evidence::actual("Port", Some(port.to_string())).expected(PORT.to_string()).from(gateway),
                Evidence::actual("Status", gateway.status.as_deref()).expected("Enabled").from(gateway),
            ];
            if !gateways::is_enabled(gateway)? {
                findings.fail(target, DISABLED, args, evidence).with_fix(|fix| set(gateway, fix));
            } else if port == PORT {
                findings.pass(target, evidence);
            } else {
                findings.fail(target, OTHER_PORT, args, evidence).with_fix(|fix| set(gateway, fix));
            }
            Ok(())
        });
    }
    Ok(())
}

/// Sets what is wrong with a gateway.
fn set(gateway: &IpGateway, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let port = gateway.port.ok_or_else(|| gateways::unknown(gateway))?;
    if port != PORT {
        fix.add(um_gateway::set(gateway, "Port", port.into(), PORT.into()));
    }
    if let Some(status) = gateway.status.as_deref().filter(|status| !status.eq_ignore_ascii_case("Enabled")) {
        fix.add(um_gateway::set(gateway, "Status", status.into(), "Enabled".into()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn an_enabled_gateway_on_the_port_of_lync_passes_and_another_port_fails() {
        unified_messaging(&RULE).passes(POOL).fails_with_each(POOL, GATEWAY, [json!({ "port": 5060 })]);
    }

    #[test]
    fn a_pool_without_a_gateway_fails_and_the_script_runs() {
        unified_messaging(&RULE)
            .change(GATEWAY, json!({ "address": "192.0.2.7" }))
            .fails(POOL)
            .fixed_by("ExchUcUtil.ps1");
    }

    #[test]
    fn a_pool_that_may_have_no_users_of_enterprise_voice_is_warned_of() {
        let second = unified_messaging(&RULE).with_pool("lyon.contoso.com", &["Registrar"]);
        let (found, none) = ([("lyon.contoso.com", Fail), (POOL, Pass)], "ExchUcUtil.ps1");
        second.clone().finds(&found).severity(Severity::Warning).not_fixed();
        second.clone().forget("/lync/users").finds(&found).severity(Severity::Error).fixed_by(none);
        let lyon = second.change(USER, json!({ "registrarPool": "LYON.contoso.com" }));
        lyon.finds(&found).severity(Severity::Error).fixed_by(none);
    }

    #[test]
    fn a_gateway_that_is_there_is_set_right() {
        let case = unified_messaging(&RULE).change(GATEWAY, json!({ "port": 0, "status": "NoNewCalls" })).fails(POOL);
        case.fixed_by_all(&[
            "Set-UMIPGateway -Identity pool -Port 5061",
            "Set-UMIPGateway -Identity pool -Status Enabled",
        ]);
    }

    #[test]
    fn unknown_without_the_port_and_status_of_a_gateway() {
        unified_messaging(&RULE).unknown_without_each(POOL, GATEWAY, &["port", "status"]);
    }
}
