//! HYB-REPLICATION: every replica of the configuration is up to date, the Edge included.

use crate::rules::fixes::replication::{self, replicate};
use crate::rules::prelude::*;
use crate::rules::topology::lync::servers::edges;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes().with_follow_up(follow_up);

static METADATA: Metadata = Metadata {
    id: "HYB-REPLICATION",
    title: Text::new(
        "Every replica of the configuration is up to date, including on the Edge Server",
        "Chaque réplica de la configuration est à jour, y compris sur le serveur Edge",
    ),
    explanation: Text::new(
        "A change that is made on an internal server takes effect on the Edge Server only after replication, which normally takes less than a minute. Check again before you look for another cause.",
        "Une modification effectuée sur un serveur interne ne prend effet sur le serveur Edge qu'après la réplication, qui prend normalement moins d'une minute. Vérifiez de nouveau avant de chercher une autre cause.",
    ),
    remedy: Text::new(
        "In the Lync shell: Invoke-CsManagementStoreReplication, wait a minute, then Get-CsManagementStoreReplicationStatus. If the Edge Server is still not up to date, check port 4443 from the central server to the Edge Server and the Replica service on the Edge Server.",
        "Dans le shell Lync : Invoke-CsManagementStoreReplication, attendez une minute, puis Get-CsManagementStoreReplicationStatus. Si le serveur Edge n'est toujours pas à jour, vérifiez le port 4443 du serveur central vers le serveur Edge et le service Replica sur le serveur Edge.",
    ),
    interpretation: Some(Text::new(
        "The documentation does not state that an Edge Server without a replica is a fault, or what to check if it is not up to date.",
        "La documentation n'indique pas qu'un serveur Edge sans réplica est un défaut, ni ce qu'il faut vérifier s'il n'est pas à jour.",
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
    optional: &[&lync_sections::POOLS],
    ..super::BASE
};

const NO_REPLICA: Text = Text::new(
    "The Edge Server {replica} is not among the replicas.",
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
    let seen = findings.with_fix(fix, |findings| replication::judge(context, findings))?;
    for edge in edges(context)?.difference(&seen) {
        let args = args! { replica: edge.name() };
        findings.fail(replication::target(context, edge.name()), NO_REPLICA, args, Vec::new());
    }
    Ok(())
}

/// One step for all replicas that are behind.
fn fix(fix: &mut Fix<'_>) -> Result<(), Missing> {
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
    use super::{RULE, follow_up};
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const EDGE_REPLICA: &str = "/lync/replication/values/1";
    const INNER: &str = "fe01.contoso.com";
    const EDGE: &str = "edge01.contoso.com";

    #[test]
    fn replicas_that_are_up_to_date_pass() {
        hybrid(&RULE).finds(&[(EDGE, Status::Pass), (INNER, Status::Pass)]);
    }

    #[test]
    fn an_edge_that_is_behind_fails_and_replication_is_started() {
        let case = hybrid(&RULE).set(&format!("{EDGE_REPLICA}/upToDate"), false);
        case.finds(&[(EDGE, Status::Fail), (INNER, Status::Pass)]).fixed_by("Invoke-CsManagementStoreReplication");
    }

    #[test]
    fn an_edge_that_is_no_replica_fails() {
        // Replicating does not make it one.
        hybrid(&RULE).forget(EDGE_REPLICA).finds(&[(EDGE, Status::Fail), (INNER, Status::Pass)]).not_fixed();
    }

    #[test]
    fn it_follows_once_what_the_edge_has_to_learn_and_nothing_else() {
        let sample = Sample::hybrid().set("/lync/hostingProviders/values/0/proxyFqdn", json!("exap.um.outlook.cm"));
        let estate = sample.estate();
        let context = Context { estate: &estate, settings: &sample.settings, scenarios: &[] };
        let mut steps = sample.steps("HYB-PROVIDER");
        follow_up(&context, &mut steps.following(RULE.metadata));
        assert_eq!(steps.added().len(), 3);
        assert_eq!(steps.added()[2].step.follows, [0, 1]);
        let mut none = Sample::hybrid().steps("HYB-PROVIDER");
        follow_up(&context, &mut none.following(RULE.metadata));
        assert!(none.added().is_empty());
    }

    #[test]
    fn unknown_without_the_state_of_a_replica_or_the_pools() {
        let case = hybrid(&RULE).forget(&format!("{EDGE_REPLICA}/upToDate"));
        case.finds(&[(EDGE, Status::Unknown), (INNER, Status::Pass)]);
        let case = hybrid(&RULE).forget("/lync/pools");
        case.finds(&[("", Status::Unknown), (EDGE, Status::Pass), (INNER, Status::Pass)]);
    }
}
