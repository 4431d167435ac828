//! HYB-REPLICATION: every replica of the configuration is up to date, the Edge included.

use crate::rules::fixes::replication::{self, replicate};
use crate::rules::prelude::*;
use crate::rules::topology::lync::servers::edges;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix).with_follow_up(follow_up);

static METADATA: Metadata = Metadata {
    id: "HYB-REPLICATION",
    title: Text::new(
        "Every replica of the configuration is up to date, on the Edge too",
        "Chaque réplica de la configuration est à jour, y compris sur l'Edge",
    ),
    explanation: Text::new(
        "What is set on an inner server counts on the Edge only after replication, which normally takes less than a minute. Look again before you look for another fault.",
        "Ce qui est réglé sur un serveur interne ne compte sur l'Edge qu'après la réplication, qui prend d'ordinaire moins d'une minute. Regardez à nouveau avant de chercher une autre cause.",
    ),
    remedy: Text::new(
        "In the Lync shell on an inner server: Invoke-CsManagementStoreReplication, wait a minute, then Get-CsManagementStoreReplicationStatus. If the Edge stays behind, look at port 4443 from the central server to the Edge and at the service Replica there.",
        "Dans l'environnement Lync, sur un serveur interne : Invoke-CsManagementStoreReplication, attendez une minute, puis Get-CsManagementStoreReplicationStatus. Si l'Edge reste en retard, vérifiez le port 4443 du serveur central vers l'Edge et le service Replica sur celui-ci.",
    ),
    inference: Some(Text::new(
        "That an Edge server which is no replica is a fault, and what to look at when it stays behind, stand in no page that was read.",
        "Qu'un serveur Edge absent des réplicas soit un défaut, et ce qu'il faut regarder s'il reste en retard, ne figurent dans aucune page lue.",
    )),
    sources: &[Source::seed("004", "110-114"), Source::page("outlook-web-app.md")],
    after: &[
        "HYB-OUTSIDE-ENABLED",
        "HYB-EXTACCESS",
        "HYB-FEDERATED-USERS",
        "HYB-ORDER",
        "HYB-PROVIDER",
        "HYB-PROVIDER-ENABLED",
        "HYB-PROVIDER-SHARED",
        "HYB-PROVIDER-HOSTSOCS",
        "HYB-PROVIDER-PROXY",
        "HYB-PROVIDER-21VIANET",
        "HYB-PROVIDER-ISLOCAL",
        "HYB-PROVIDER-VERIFY",
    ],
    needs: &[&lync_sections::REPLICATION, &lync_sections::POOLS],
    ..super::BASE
};

const NO_REPLICA: Text = Text::new(
    "The Edge server {replica} is not among the replicas.",
    "Le serveur Edge {replica} ne figure pas parmi les réplicas.",
);
/// The commands after which the Edge needs the new configuration.
const CHANGES: [&str; 5] = [
    "New-CsHostingProvider",
    "Remove-CsHostingProvider",
    "Set-CsAccessEdgeConfiguration",
    "Set-CsExternalAccessPolicy",
    "Set-CsHostingProvider",
];

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let seen = replication::judge(context, findings)?;
    for edge in edges(context)?.difference(&seen) {
        let args = args! { replica: edge.name() };
        findings.fail(replication::target(edge.name()), NO_REPLICA, args, Vec::new());
    }
    Ok(())
}

/// One step for all replicas that are behind.
fn fix(_: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    fix.add(replicate(Vec::new()));
    Ok(())
}

/// Once, after all steps that change what the Edge works with.
fn follow_up(_: &Context<'_>, fixes: &mut FollowUp<'_>) {
    let follows = fixes.numbers(|added| {
        let Command::Cmdlet(cmdlet) = &added.step.command else { return false };
        added.step.shell == Shell::Lync && CHANGES.contains(&cmdlet.name.as_ref())
    });
    if !follows.is_empty() {
        fixes.add(replicate(follows));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "HYB-REPLICATION";
    const REPLICAS: &str = "/lync/replication/values";
    const INNER: &str = "fe01.contoso.com";
    const EDGE: &str = "edge01.contoso.com";

    #[test]
    fn replicas_that_are_up_to_date_pass() {
        Sample::hybrid().expect(ID, &[(EDGE, Status::Pass), (INNER, Status::Pass)]);
    }

    #[test]
    fn an_edge_that_is_behind_fails_and_replication_is_started() {
        let sample = Sample::hybrid().set(&format!("{REPLICAS}/1/upToDate"), json!(false));
        sample.expect(ID, &[(EDGE, Status::Fail), (INNER, Status::Pass)]);
        assert_eq!(sample.commands(ID), ["Invoke-CsManagementStoreReplication"]);
    }

    #[test]
    fn an_edge_that_is_no_replica_fails() {
        let sample = Sample::hybrid().forget(&format!("{REPLICAS}/1"));
        sample.expect(ID, &[(EDGE, Status::Fail), (INNER, Status::Pass)]);
    }

    #[test]
    fn it_follows_once_what_the_edge_has_to_learn_and_nothing_else() {
        let sample = Sample::hybrid().set("/lync/hostingProviders/values/0/proxyFqdn", json!("exap.um.outlook.cm"));
        let estate = sample.estate();
        let context = Context { estate: &estate, settings: &sample.settings, scenarios: &[] };
        let mut steps = sample.steps("HYB-PROVIDER");
        super::follow_up(&context, &mut steps.following(super::RULE.metadata));
        assert_eq!(steps.added().len(), 3);
        assert_eq!(steps.added()[2].step.follows, [0, 1]);
        let mut none = Sample::hybrid().steps("HYB-PROVIDER");
        super::follow_up(&context, &mut none.following(super::RULE.metadata));
        assert!(none.added().is_empty());
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        let sample = Sample::hybrid().forget(&format!("{REPLICAS}/1/upToDate"));
        sample.expect(ID, &[(EDGE, Status::Unknown), (INNER, Status::Pass)]);
        Sample::hybrid().forget("/lync/replication").expect(ID, &[("", Status::Unknown)]);
        let sample = Sample::hybrid().forget("/lync/pools");
        sample.expect(ID, &[("", Status::Unknown), (EDGE, Status::Pass), (INNER, Status::Pass)]);
    }
}
