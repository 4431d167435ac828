//! TAP-REPLICATION-FALSE: the trusted pool of OWA takes no copy of the configuration.

use crate::rules::fixes::trusted_applications;
use crate::rules::prelude::*;
use crate::rules::topology::trusted::pools;
use crate::rules::topology::trusted::servers::{self, TrustedServer};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "TAP-REPLICATION-FALSE",
    severity: Severity::Warning,
    exchange: pools::EXCHANGE,
    lync: pools::LYNC,
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
    interpretation: Some(pools::VERSIONS),
    sources: &[Source::seed("000", "41"), Source::seed("001", "35"), Source::page("New-CsTrustedApplicationPool.md")],
    after: &["TAP-CREATE"],
    needs: &[&lync_sections::TRUSTED_POOLS, &exchange_sections::UM_DIAL_PLANS, &exchange_sections::CERTIFICATES],
    optional: &[&exchange_sections::CERTIFICATES],
    ..super::BASE
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
        if replicated {
            findings.fail(peer.target.clone(), ON, args! { pool: pool.fqdn }, evidence);
        } else {
            findings.pass(peer.target.clone(), evidence);
        }
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
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "TAP-REPLICATION-FALSE";

    const REPLICATION: &str = "/lync/trustedPools/values/0/requiresReplication";

    #[test]
    fn a_pool_without_replication_passes() {
        Sample::exchange_2013().expect(ID, &[("ex01.contoso.com", Status::Pass)]);
    }

    #[test]
    fn a_pool_with_replication_is_set() {
        let sample = Sample::exchange_2013().set(REPLICATION, json!(true));
        sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        sample.expect_steps(ID, &["Set-CsTrustedApplicationPool"]);
    }

    #[test]
    fn without_a_pool_there_is_nothing_to_set() {
        let sample = Sample::exchange_2013().without_trusted_pool();
        sample.expect(ID, &[("ex01.contoso.com", Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        Sample::exchange_2013().forget(REPLICATION).expect(ID, &[("ex01.contoso.com", Status::Unknown)]);
    }

    #[test]
    fn a_server_that_lync_finds_by_itself_is_not_concerned() {
        Sample::exchange_2013().discovered().expect(ID, &[("ex01.contoso.com", Status::NotApplicable)]);
    }
}
