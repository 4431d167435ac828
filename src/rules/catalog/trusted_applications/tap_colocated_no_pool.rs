//! TAP-COLOCATED-NO-POOL: a server with both unified messaging services and a `SipName` dial plan has no trusted pool.

use crate::rules::fixes::trusted_applications;
use crate::rules::prelude::*;
use crate::rules::topology::trusted::servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "TAP-COLOCATED-NO-POOL",
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "No trusted application pool contains a server that runs both unified messaging services",
        "Aucun pool d'applications approuvées ne contient un serveur qui exécute les deux services de messagerie unifiée",
    ),
    explanation: Text::new(
        "Lync recognizes a server with both services and a dial plan of type SipName automatically. A trusted application pool for it creates a second entry, and instant messaging in Outlook on the web stops working. One page on migration creates the pool and omits only the application; this rule follows the pages that create neither.",
        "Lync reconnaît automatiquement un serveur qui a les deux services et un plan de numérotation SipName. Un pool d'applications approuvées pour ce serveur crée une seconde entrée, et la messagerie instantanée dans Outlook sur le web cesse de fonctionner. Une page sur la migration crée le pool et n'omet que l'application ; cette règle suit les pages qui ne créent ni l'un ni l'autre.",
    ),
    remedy: Text::new(
        "Remove the trusted applications of the server, then its trusted application pool, then run Enable-CsTopology. If the pool has no Registrar, set one first (Set-CsTrustedApplicationPool -Registrar). A pool that other servers also use is not removed automatically.",
        "Supprimez les applications approuvées du serveur, puis son pool d'applications approuvées, puis exécutez Enable-CsTopology. Si le pool n'a pas de serveur d'inscriptions, définissez-en un d'abord (Set-CsTrustedApplicationPool -Registrar). Un pool que d'autres serveurs utilisent aussi n'est pas supprimé automatiquement.",
    ),
    interpretation: Some(Text::new(
        "Get-UMService and Get-UMCallRouterSettings show that both services are on one server; the list of Windows services is not used. A pool without an application is taken as a second entry too.",
        "Get-UMService et Get-UMCallRouterSettings indiquent que les deux services sont sur un même serveur ; la liste des services Windows n'est pas utilisée. Un pool sans application est considéré aussi comme une seconde entrée.",
    )),
    sources: &[
        Source::seed("000", "32"),
        Source::seed("001", "26"),
        Source::page("enable-exchange-2013-outlook-web-app-and-im-integration.md"),
    ],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::UM_CALL_ROUTERS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::TRUSTED_POOLS,
    ],
    ..super::base::DISCOVERED
};

const ENTRY: Text = Text::new(
    "{server} runs both unified messaging services and is in a SipName dial plan, but the trusted application pool {pools} contains it.",
    "{server} exécute les deux services de messagerie unifiée et appartient à un plan de numérotation SipName, mais le pool d'applications approuvées {pools} le contient.",
);
const APART: Text = Text::new(
    "{server} does not run both unified messaging services.",
    "{server} n'exécute pas les deux services de messagerie unifiée.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for host in servers::discovered(context)? {
        let target = Target::server(&host);
        findings.for_target(&target.clone(), |findings| {
            let args = args! { server: host.name() };
            if !has_both_services(context, &host)? {
                findings.not_applicable(target, APART, args);
                return Ok(());
            }
            let (context, own) = (*context, host.clone());
            let fix = move |fix: &mut Fix<'_>| trusted_applications::remove_entries(&context, &own, fix);
            findings.with_fix(fix, |findings| servers::judge_entries(&context, &host, ENTRY, findings))
        });
    }
    Ok(())
}

fn has_both_services(context: &Context<'_>, host: &Host) -> Result<bool, Missing> {
    let exchange = &context.estate.exchange;
    let services = exchange.um_services.items_for(host.name())?;
    let routers = exchange.um_call_routers.items_for(host.name())?;
    let service = services.iter().any(|one| context.estate.host(&one.server) == *host);
    Ok(service && routers.iter().any(|one| context.estate.host(&one.server) == *host))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    /// A server that Lync finds by itself.
    fn discovered() -> Case {
        exchange_2013(&RULE).with(Sample::discovered)
    }

    #[test]
    fn a_server_that_lync_finds_and_nobody_entered_passes() {
        discovered().with(Sample::without_trusted_pool).passes(SERVER);
    }

    #[test]
    fn a_trusted_pool_for_such_a_server_is_removed() {
        let removed = ["Remove-CsTrustedApplication", "Remove-CsTrustedApplicationPool"];
        discovered().fails(SERVER).fixed_with(&removed);
    }

    /// Without it, Lync would know the server no more by the certificate that it uses.
    #[test]
    fn a_pool_whose_name_the_certificate_has_without_that_of_the_server_stays() {
        let case = discovered()
            .set("/lync/trustedPools/values/0/fqdn", "mail.contoso.com")
            .set("/lync/trustedApplications/values/0/pool", "mail.contoso.com")
            .set("/exchange/certificates/values/0/subject", "CN=mail.contoso.com");
        let names =
            |names: &[&str]| case.clone().set("/exchange/certificates/values/0/domains", json!(names)).fails(SERVER);
        names(&["mail.contoso.com"]).not_fixed();
        let removed = ["Remove-CsTrustedApplication", "Remove-CsTrustedApplicationPool"];
        names(&["mail.contoso.com", SERVER]).fixed_with(&removed);
    }

    #[test]
    fn a_pool_with_an_application_that_could_not_be_made_again_stays() {
        let with = |property: &str, value: serde_json::Value| {
            discovered()
                .set(&format!("/lync/trustedApplications/values/0/{property}"), value)
                .fails(SERVER)
                .not_fixed();
        };
        with("applicationId", json!("urn:application:outlook web app"));
        with("applicationId", json!("urn:application:outlookwebapp "));
        with("port", json!(0));
    }

    #[test]
    fn a_pool_without_an_application_is_a_second_entry_too() {
        let case = discovered().set("/lync/trustedApplications/values", json!([]));
        case.fails(SERVER).fixed_with(&["Remove-CsTrustedApplicationPool"]);
    }

    #[test]
    fn a_server_without_the_call_router_is_not_concerned() {
        discovered().set("/exchange/umCallRouters/values", json!([])).not_applicable_to(SERVER);
    }

    #[test]
    fn services_that_nobody_asked_for_are_unknown() {
        discovered().forget("/exchange/umCallRouters").unknown(SERVER);
    }
}
