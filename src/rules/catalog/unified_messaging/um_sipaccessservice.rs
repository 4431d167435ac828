//! UM-SIPACCESSSERVICE: where there are pools at several sites, each server of unified messaging knows the nearest one.

use crate::rules::prelude::*;
use crate::rules::topology::lync::pools;
use std::collections::BTreeSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-SIPACCESSSERVICE",
    severity: Severity::Information,
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "With pools at several sites, unified messaging has the nearest pool configured",
        "Avec des pools sur plusieurs sites, le pool le plus proche est configuré pour la messagerie unifiée",
    ),
    explanation: Text::new(
        "Otherwise, unified messaging selects a pool for calls to users outside the network, which may be far away.",
        "Sinon, la messagerie unifiée sélectionne un pool pour les appels aux utilisateurs hors du réseau, qui peut être éloigné.",
    ),
    remedy: Text::new(
        "In the Exchange Management Shell, for each server with its nearest pool: Set-UMService -Identity <server> -SIPAccessService <pool>:5061.",
        "Dans Exchange Management Shell, pour chaque serveur avec son pool le plus proche : Set-UMService -Identity <serveur> -SIPAccessService <pool>:5061.",
    ),
    interpretation: Some(Text::new(
        "Pools with a Registrar at two Lync sites are taken as several regions.",
        "Des pools avec un serveur d'inscriptions sur deux sites Lync sont considérés comme plusieurs régions.",
    )),
    sources: &[Source::page("Set-UMService.md")],
    after: &["UM-SERVERS-IN-DIALPLAN"],
    needs: &[&exchange_sections::UM_SERVICES, &lync_sections::POOLS],
    ..super::BASE
};

const ONE_SITE: Text = Text::new(
    "All pools with a Registrar are at one site, so there is nothing to configure.",
    "Tous les pools avec un serveur d'inscriptions sont sur un seul site : rien n'est à configurer.",
);
const NOT_SET: Text =
    Text::new("{server} has no nearest pool configured.", "{server} n'a pas de pool le plus proche configuré.");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if sites(context)? < 2 {
        findings.not_applicable(Target::estate(), ONE_SITE, Vec::new());
        return Ok(());
    }
    for service in context.estate.exchange.um_services.items()? {
        let host = context.estate.host(&service.server);
        let target = Target::server(&host);
        findings.for_target(&target.clone(), |findings| {
            let missing = || Missing::not_collected(&exchange_sections::UM_SERVICES).on(host.name());
            let pool = service.sip_access_service.as_deref().ok_or_else(missing)?;
            let evidence = vec![Evidence::actual("SIPAccessService", Some(pool)).from(service)];
            findings.pass_if(!pool.trim().is_empty(), target, evidence, || (NOT_SET, args! { server: host.name() }));
            Ok(())
        });
    }
    Ok(())
}

/// At how many sites there are pools with a Registrar.
fn sites(context: &Context<'_>) -> Result<usize, Missing> {
    let mut sites = BTreeSet::new();
    for pool in pools::with_service(context, "Registrar")? {
        let missing = || Missing::not_collected(&lync_sections::POOLS).on(&pool.fqdn);
        sites.insert(pool.site.as_deref().ok_or_else(missing)?.to_lowercase());
    }
    Ok(sites.len())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    /// The estate with a second pool, at a site.
    fn second_pool(site: &str) -> Case {
        let case = unified_messaging(&RULE).with_pool("lyon.contoso.com", &["Registrar"]);
        case.change("/lync/pools/values/3", json!({ "computers": [], "site": site }))
    }

    #[test]
    fn one_site_leaves_nothing_to_choose() {
        second_pool("Site:REDMOND").not_applicable();
    }

    #[test]
    fn with_two_sites_a_server_that_knows_its_pool_passes_and_another_fails() {
        second_pool("Site:Lyon").passes(SERVER).change(SERVICE, json!({ "sipAccessService": "" })).fails(SERVER);
    }

    #[test]
    fn what_nobody_told_is_unknown() {
        let case = second_pool("Site:Lyon").unknown_without_each(SERVER, SERVICE, &["sipAccessService"]);
        case.unknown_without_each("", "", &["exchange/umServices", "lync/pools", "lync/pools/values/0/site"]);
    }
}
