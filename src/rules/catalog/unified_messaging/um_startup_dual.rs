//! UM-STARTUP-DUAL: the services of unified messaging listen for TLS and TCP.

use crate::rules::fixes::um_service::{self, Change};
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans::{self, sip_plans};
use crate::rules::topology::um::encryption::Security;
use crate::rules::topology::um::services::{self, DUAL};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UM-STARTUP-DUAL",
    roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd],
    title: Text::new(
        "The startup mode of the unified messaging services is Dual",
        "Le mode de démarrage des services de messagerie unifiée est Dual",
    ),
    explanation: Text::new(
        "The default mode TCP refuses the encrypted calls of Lync. Dual is a startup mode only: the documentation mentions a port set to Dual, which does not exist (for the port, see UM-TLS-PORT).",
        "Le mode par défaut, TCP, refuse les appels chiffrés de Lync. Dual n'est qu'un mode de démarrage : la documentation mentionne un port défini sur Double, ce qui n'existe pas (pour le port, voir UM-TLS-PORT).",
    ),
    remedy: Text::new(
        "Set-UMService -Identity <server> -UMStartupMode Dual and Set-UMCallRouterSettings -Server <server> -UMStartupMode Dual, then restart the services (UM-RESTART). In the modes Dual and TLS, a service needs an enabled certificate.",
        "Set-UMService -Identity <serveur> -UMStartupMode Dual et Set-UMCallRouterSettings -Server <serveur> -UMStartupMode Dual, puis redémarrez les services (UM-RESTART). En mode Dual ou TLS, un service a besoin d'un certificat activé.",
    ),
    interpretation: Some(Text::new(
        "The documentation requires Dual; its checklist accepts TLS if all dial plans are encrypted. Both are accepted, TLS only with such dial plans.",
        "La documentation exige Dual ; sa liste de contrôle accepte TLS si tous les plans de numérotation sont chiffrés. Les deux sont acceptés, TLS seulement avec de tels plans.",
    )),
    sources: &[
        Source::seed("003", "181"),
        Source::page("checklist-integrate-exchange-2013-um-with-lync-server-exchange-2013-help.md"),
    ],
    after: &["UM-SERVERS-IN-DIALPLAN"],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::UM_SERVICES,
        &exchange_sections::UM_CALL_ROUTERS,
        &exchange_sections::UM_DIAL_PLANS,
    ],
    optional: &[&exchange_sections::UM_SERVICES, &exchange_sections::UM_CALL_ROUTERS],
    ..super::BASE
};

const OTHER_MODE: Text =
    Text::new("{service} on {server} starts in mode {mode}.", "{service} sur {server} démarre en mode {mode}.");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if sip_plans(context)?.is_empty() {
        return Ok(());
    }
    let all = context.estate.exchange.um_dial_plans.items()?.iter();
    let encrypted = all.map(|plan| Ok(dial_plans::security(plan)? != Security::Unsecured));
    let encrypted = encrypted.collect::<Result<Vec<bool>, Missing>>();
    services::each(context, findings, |host, endpoint, target, findings| {
        let mode = endpoint.startup_mode()?;
        let is = |wanted: &str| mode.eq_ignore_ascii_case(wanted);
        let evidence = vec![endpoint.evidence("UMStartupMode", mode).expected(DUAL)];
        let with_tls = if is("TLS") { encrypted.clone()?.into_iter().all(|one| one) } else { false };
        if is(DUAL) || with_tls {
            findings.pass(target.clone(), evidence);
        } else {
            let mut args = services::words(host, endpoint);
            args.push(("mode", mode.to_owned()));
            let change = Change { setting: "UMStartupMode", now: mode.into(), wanted: DUAL.into() };
            findings.fail(target.clone(), OTHER_MODE, args, evidence).with_fix(um_service::fix(host, endpoint, change));
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    /// The estate where the service starts in a mode.
    fn in_mode(mode: &str) -> Case {
        unified_messaging(&RULE).change(SERVICE, json!({ "startupMode": mode }))
    }

    #[test]
    fn dual_passes_whatever_the_case() {
        in_mode("DUAL").finds(&[(SERVER, Pass), (SERVER, Pass)]);
    }

    #[test]
    fn tcp_fails_and_is_fixed_on_each_service_by_its_own_cmdlet() {
        let case =
            in_mode("TCP").change(ROUTER, json!({ "startupMode": "TCP" })).finds(&[(SERVER, Fail), (SERVER, Fail)]);
        case.fixed_by_all(&[
            "Set-UMCallRouterSettings -Server ex01 -UMStartupMode Dual",
            "Set-UMService -Identity ex01 -UMStartupMode Dual",
        ]);
    }

    #[test]
    fn tls_is_accepted_only_where_every_plan_is_encrypted() {
        let case = in_mode("TLS").finds(&[(SERVER, Pass), (SERVER, Pass)]).with_plan("Fax", "TelExtn");
        let case = case.set("/exchange/umDialPlans/values/1/voipSecurity", "Unsecured");
        case.finds(&[(SERVER, Pass), (SERVER, Fail)]);
    }

    #[test]
    fn unknown_without_the_mode_or_the_security() {
        let case = unified_messaging(&RULE).forget(&format!("{ROUTER}/startupMode"));
        case.finds(&[(SERVER, Unknown), (SERVER, Pass)]);
        in_mode("TLS").forget(SECURITY).finds(&[(SERVER, Pass), (SERVER, Unknown)]);
    }
}
