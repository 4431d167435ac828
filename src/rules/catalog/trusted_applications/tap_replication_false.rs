//! TAP-REPLICATION-FALSE: the trusted pool of OWA takes no copy of the configuration.

use crate::rules::fixes::trusted_applications;
use crate::rules::prelude::*;
use crate::rules::topology::trusted::pools;
use crate::rules::topology::trusted::servers::{self, TrustedServer};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "TAP-REPLICATION-FALSE",
    severity: Severity::Warning,
    title: Text::new(
        "The trusted application pool of Outlook on the web does not require replication",
        "Le pool d'applications approuvées d'Outlook sur le web n'exige pas de réplication",
    ),
    explanation: Text::new(
        "An Exchange server has no replica of the Lync configuration. A pool that requires replication is never up to date.",
        "Un serveur Exchange n'a pas de réplica de la configuration de Lync. Un pool qui exige la réplication n'est jamais à jour.",
    ),
    remedy: Text::new(
        "Set-CsTrustedApplicationPool with RequiresReplication false, then Enable-CsTopology.",
        "Set-CsTrustedApplicationPool avec RequiresReplication à false, puis Enable-CsTopology.",
    ),
    sources: &[Source::seed("000", "41"), Source::seed("001", "35"), Source::page("New-CsTrustedApplicationPool.md")],
    after: &["TAP-CREATE"],
    needs: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVERS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::TRUSTED_POOLS,
    ],
    optional: &[&exchange_sections::CERTIFICATES, &exchange_sections::UM_DIAL_PLANS, &exchange_sections::UM_SERVICES],
    ..super::base::TRUSTED_POOL
};

const ON: Text = Text::new(
    "The trusted application pool {pool} requires replication.",
    "Le pool d'applications approuvées {pool} exige la réplication.",
);
const NO_POOL: Text = Text::new(
    "{server} has no trusted application pool yet; it will be created without replication.",
    "{server} n'a pas encore de pool d'applications approuvées ; il sera créé sans réplication.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    servers::each_with_fix(context, findings, fix, |peer, findings| {
        let Some(pool) = pools::pool(context, &peer.name)? else {
            let args = args! { server: peer.server.host.name() };
            findings.not_applicable(peer.target.clone(), NO_POOL, args);
            return Ok(());
        };
        let unknown = || Missing::not_collected(&lync_sections::TRUSTED_POOLS).on(&peer.name);
        let replicated = pool.requires_replication.ok_or_else(unknown)?;
        let evidence =
            vec![Evidence::actual("RequiresReplication", Some(replicated.to_string())).expected("false").from(pool)];
        findings.pass_if(!replicated, peer.target.clone(), evidence, || (ON, args! { pool: pool.fqdn }));
        Ok(())
    })
}

fn fix(context: &Context<'_>, peer: &TrustedServer<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    if let Some(pool) = pools::pool(context, &peer.name)? {
        fix.add(trusted_applications::set_replication(&pool.fqdn, true, false));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const REPLICATION: &str = "/lync/trustedPools/values/0/requiresReplication";

    #[test]
    fn a_pool_without_replication_passes() {
        exchange_2013(&RULE).passes(SERVER);
    }

    #[test]
    fn a_pool_with_replication_is_set() {
        exchange_2013(&RULE).set(REPLICATION, true).fails(SERVER).fixed_with(&["Set-CsTrustedApplicationPool"]);
    }

    #[test]
    fn unknown_without_the_value() {
        exchange_2013(&RULE).forget(REPLICATION).unknown(SERVER);
    }

    #[test]
    fn without_a_pool_there_is_nothing_to_set() {
        exchange_2013(&RULE).with(Sample::without_trusted_pool).not_applicable_to(SERVER);
    }
}
