//! UM-TLS-PORT: the call routers listen for TLS on 5061.

use crate::rules::fixes::um_service::{self, Change};
use crate::rules::prelude::*;
use crate::rules::topology::um::services;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UM-TLS-PORT",
    roles: &[Role::ExchangeFrontEnd],
    title: Text::new(
        "The call router listens on port 5061 for TLS",
        "Le routeur d'appels écoute le port 5061 pour TLS",
    ),
    explanation: Text::new(
        "Lync sends the calls for unified messaging to port 5061 of the call router. The ports of the Mailbox server (5063 and those of its worker processes) are fixed: only the port of the call router can be configured.",
        "Lync envoie les appels de messagerie unifiée au port 5061 du routeur d'appels. Les ports du serveur de boîtes aux lettres (5063 et ceux de ses processus de travail) sont fixes : seul le port du routeur d'appels peut être configuré.",
    ),
    remedy: Text::new(
        "Set-UMCallRouterSettings -Server <server> -SipTlsListeningPort 5061, then restart MSExchangeUMCR there.",
        "Set-UMCallRouterSettings -Server <serveur> -SipTlsListeningPort 5061, puis redémarrez-y MSExchangeUMCR.",
    ),
    sources: &[
        Source::seed("003", "181"),
        Source::page("set-the-tls-listening-port-on-a-client-access-server-exchange-2013-help.md"),
        Source::page("um-protocols-ports-and-services-exchange-2013-help.md"),
    ],
    after: &["UM-STARTUP-DUAL"],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::UM_CALL_ROUTERS],
    ..super::BASE
};

/// The default, which Lync expects.
const WANTED: u32 = 5061;
const OTHER_PORT: Text = Text::new(
    "The call router of {server} listens on port {port} for TLS.",
    "Le routeur d'appels de {server} écoute le port {port} pour TLS.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    services::each_router(context, findings, |host, endpoint, target, findings| {
        let port = endpoint.tls_port()?;
        let evidence = vec![endpoint.evidence("SipTlsListeningPort", port.to_string()).expected(WANTED.to_string())];
        if port == WANTED {
            findings.pass(target.clone(), evidence);
        } else {
            let args = args! { server: target.name, port };
            let change = Change { setting: "SipTlsListeningPort", now: port.into(), wanted: WANTED.into() };
            findings.fail(target.clone(), OTHER_PORT, args, evidence).with_fix(um_service::fix(host, endpoint, change));
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    const PORT: &str = "/exchange/umCallRouters/values/0/sipTlsListeningPort";

    #[test]
    fn the_default_port_passes_and_another_one_fails_and_is_set() {
        let case = unified_messaging(&RULE).passes(SERVER).set(PORT, 5071).fails(SERVER);
        case.fixed_by("Set-UMCallRouterSettings -Server ex01 -SipTlsListeningPort 5061").forget(PORT).unknown(SERVER);
    }

    #[test]
    fn a_server_without_the_role_has_no_call_router() {
        unified_messaging(&RULE).set(ROLES, json!(["Mailbox"])).not_applicable();
    }
}
