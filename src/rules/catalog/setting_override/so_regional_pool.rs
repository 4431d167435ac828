//! SO-REGIONAL-POOL: with several pools, each server uses the one that is near to it.

use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::each_im_server;
use crate::rules::topology::im::settings::im_settings_of;
use crate::rules::topology::lync::pools::registrar_pools;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "SO-REGIONAL-POOL",
    category: Category::Rule,
    severity: Severity::Information,
    title: Text::new(
        "If there are several pools, each server uses the nearest one",
        "S'il y a plusieurs pools, chaque serveur utilise le plus proche",
    ),
    explanation: Text::new(
        "If there are Front End pools in several locations, the documentation recommends the one that is closest to the Active Directory site of the Exchange server, by an override for that server.",
        "S'il y a des pools frontaux à plusieurs emplacements, la documentation recommande le plus proche du site Active Directory du serveur Exchange, par un remplacement pour ce serveur.",
    ),
    remedy: Text::new(
        "Compare the site of each server with the sites of the pools. To give servers another pool, create a plan for these servers only, with -Server and -IMServerName.",
        "Comparez le site de chaque serveur à ceux des pools. Pour donner un autre pool à des serveurs, créez un plan pour ces seuls serveurs, avec -Server et -IMServerName.",
    ),
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    needs: &[&lync_sections::POOLS, &exchange_sections::SERVERS],
    ..super::BASE
};

const ONE_POOL: Text = Text::new("There is only one pool.", "Il n'y a qu'un pool.");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let pools = registrar_pools(context)?;
    if pools.len() < 2 {
        findings.not_applicable(Target::estate(), ONE_POOL, Vec::new());
        return Ok(());
    }
    let all = context.estate.lync.pools.items()?;
    each_im_server(context, findings, VERSIONS, |server, findings| {
        let target = Target::server(&server.host);
        let used = im_settings_of(context, server)?.server_name;
        let mut evidence = vec![
            Evidence::actual("IMServerName", used),
            Evidence::actual("Active Directory site", server.facts.site.as_deref()).from(server.facts),
        ];
        for pool in all.iter().filter(|pool| pools.iter().any(|name| same_name(name, &pool.fqdn))) {
            evidence.push(Evidence::actual(&pool.fqdn, pool.site.as_deref()).from(pool));
        }
        findings.pass(target.clone(), evidence);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    #[test]
    fn one_pool_leaves_no_choice() {
        exchange_2016(&RULE).not_applicable();
    }

    #[test]
    fn several_pools_are_shown_with_the_site_of_the_server() {
        let second =
            json!({ "fqdn": "west.contoso.com", "services": ["Registrar:west.contoso.com"], "site": "Site:West" });
        let case = exchange_2016(&RULE).set("/lync/pools/values/2", second).passes(SERVER);
        let evidence = &case.sample().findings("SO-REGIONAL-POOL")[0].evidence;
        assert_eq!(evidence.len(), 4);
        assert_eq!(evidence[1].actual.as_deref(), Some("Paris"));
    }
}
