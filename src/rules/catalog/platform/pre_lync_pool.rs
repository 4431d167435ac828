//! PRE-LYNC-POOL: there is a pool of Lync with a Registrar.

use crate::rules::prelude::*;
use crate::rules::topology::lync::pools::registrar_pools;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "PRE-LYNC-POOL",
    scenarios: Scenario::ALL,
    applies_when: AppliesWhen::ImEnabled,
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "There is at least one Lync pool with a Registrar",
        "Il y a au moins un pool Lync avec un serveur d'inscriptions",
    ),
    explanation: Text::new(
        "Users sign in to a pool, and Exchange connects to a pool. Without a pool there is nothing to connect to.",
        "Les utilisateurs se connectent à un pool, et Exchange se connecte à un pool. Sans pool, aucune connexion n'est possible.",
    ),
    remedy: Text::new(
        "Create a pool in Topology Builder and publish the topology.",
        "Créez un pool dans le Générateur de topologies et publiez la topologie.",
    ),
    sources: &[
        Source::seed("003", "44"),
        Source::page("deploying-exchange-2013-um-and-lync-server-overview-exchange-2013-help.md"),
    ],
    after: &["PRE-INSTALLED"],
    needs: &[&lync_sections::POOLS],
    ..super::BASE
};

const NO_REGISTRAR: Text =
    Text::new("There is no pool with a Registrar.", "Il n'y a aucun pool avec un serveur d'inscriptions.");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let pools = registrar_pools(context)?;
    if pools.is_empty() {
        findings.fail(Target::estate(), NO_REGISTRAR, Vec::new(), Vec::new());
    }
    for pool in pools {
        let evidence = vec![Evidence::actual("Get-CsPool", Some(pool.as_str()))];
        findings.pass(Target::new(TargetKind::Pool, pool), evidence);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    #[test]
    fn a_pool_with_a_registrar_passes_and_a_trusted_pool_is_none() {
        exchange_2013(&RULE).passes("pool.contoso.com");
    }

    #[test]
    fn pools_without_a_registrar_fail() {
        exchange_2013(&RULE).set("/lync/pools/values/0/services", ["MediationServer:pool.contoso.com"]).fails("");
    }

    #[test]
    fn it_asks_for_nothing_where_instant_messaging_shall_be_off() {
        exchange_2013(&RULE).asking(Settings { disable: true, ..Settings::default() }).not_applicable();
    }
}
