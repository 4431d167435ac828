//! TAP-REPLICATION-FALSE: the trusted pool of OWA takes no copy of the configuration.

use crate::facts::{Missing, exchange_sections, lync_sections};
use crate::message::Text;
use crate::rules::fixes::trusted_applications;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Finding, Report};
use crate::rules::model::rule::{Aim, Family, Kind, Role, Rule, Scenario, Severity, Source, Steps};
use crate::rules::topology::trusted::pools;

pub(crate) static RULE: Rule = Rule {
    id: "TAP-REPLICATION-FALSE",
    family: Family::KnownServers,
    kind: Kind::Check,
    scenarios: &[Scenario::OwaIm],
    aim: Aim::On,
    severity: Severity::Warning,
    roles: &[Role::LyncFrontEnd],
    exchange: pools::EXCHANGE,
    lync: pools::LYNC,
    title: Text::new(
        "The trusted pool of Outlook on the web does not ask for replication",
        "Le pool approuvé d'Outlook sur le web ne demande pas de réplication",
    ),
    explanation: Text::new(
        "An Exchange server has no replica of the configuration of Lync. A pool that asks for one never becomes up to date.",
        "Un serveur Exchange n'a pas de réplica de la configuration de Lync. Un pool qui en demande un n'est jamais à jour.",
    ),
    remedy: Text::new(
        "Set-CsTrustedApplicationPool with RequiresReplication false, then Enable-CsTopology.",
        "Set-CsTrustedApplicationPool avec RequiresReplication à false, puis Enable-CsTopology.",
    ),
    inference: Some(pools::VERSIONS),
    sources: &[Source::seed("000", "41"), Source::seed("001", "35"), Source::page("New-CsTrustedApplicationPool.md")],
    after: &["TAP-CREATE"],
    needs: &[&lync_sections::TRUSTED_POOLS, &exchange_sections::UM_DIAL_PLANS, &exchange_sections::CERTIFICATES],
    check,
    mend: Some(mend),
    follow: None,
};

const ON: Text =
    Text::new("The trusted pool {pool} asks for replication.", "Le pool approuvé {pool} demande la réplication.");
const NO_POOL: Text = Text::new(
    "{server} has no trusted pool yet; it is made without replication.",
    "{server} n'a pas encore de pool approuvé ; il est créé sans réplication.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    pools::each_peer(context, report, |peer, report| {
        let Some(pool) = pools::pool(context, &peer.name)? else {
            let args = vec![("server", peer.server.host.name().to_owned())];
            report.not_applicable(peer.target.clone(), NO_POOL, args);
            return Ok(());
        };
        let unknown = || Missing::never(&lync_sections::TRUSTED_POOLS).on(&peer.name);
        let replicated = pool.requires_replication.ok_or_else(unknown)?;
        let evidence =
            vec![Evidence::read("RequiresReplication", Some(replicated.to_string())).expected("false").from(pool)];
        if replicated {
            report.fail(peer.target.clone(), ON, vec![("pool", pool.fqdn.clone())], evidence);
        } else {
            report.pass(peer.target.clone(), evidence);
        }
        Ok(())
    })
}

fn mend(context: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    let Some(peer) = pools::peer(context, finding)? else { return Ok(()) };
    if let Some(pool) = pools::pool(context, &peer.name)? {
        steps.add(finding, trusted_applications::set_replication(&pool.fqdn, true, false));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;
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
