//! TOPO-ENABLE: changes of trusted pools and applications are enabled, and every replica has them.

use crate::rules::fixes::replication;
use crate::rules::fixes::trusted_applications::is_change;
use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix).with_follow_up(follow_up);

static METADATA: Metadata = Metadata {
    id: "TOPO-ENABLE",
    category: Category::Step,
    title: Text::new(
        "The topology is enabled after each change, and every replica is up to date",
        "La topologie est activée après chaque modification et chaque réplica est à jour",
    ),
    explanation: Text::new(
        "Lync uses the topology that was enabled last. Later changes to trusted application pools and applications have no effect.",
        "Lync utilise la dernière topologie activée. Les modifications ultérieures des pools et des applications approuvés sont sans effet.",
    ),
    remedy: Text::new(
        "Run Enable-CsTopology as a member of RTCUniversalServerAdmins with the setup permission, or as a domain administrator. Then wait until Get-CsManagementStoreReplicationStatus shows that every replica is up to date.",
        "Exécutez Enable-CsTopology en tant que membre de RTCUniversalServerAdmins avec l'autorisation d'installation, ou en tant qu'administrateur de domaine. Attendez ensuite que Get-CsManagementStoreReplicationStatus affiche que chaque réplica est à jour.",
    ),
    interpretation: Some(Text::new(
        "A replica that is not up to date is taken as the sign that a change was not replicated.",
        "Un réplica qui n'est pas à jour est considéré comme le signe d'une modification non répliquée.",
    )),
    sources: &[Source::seed("000", "53-55"), Source::seed("001", "47-49")],
    after: &["TAPP-CREATE", "TAP-REPLICATION-FALSE"],
    needs: &[&lync_sections::REPLICATION],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    replication::judge(context, findings)?;
    Ok(())
}

/// One step for all replicas that are behind.
fn fix(_: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    fix.add(enable(Vec::new()));
    Ok(())
}

/// Once, after all steps that change trusted pools and applications.
fn follow_up(_: &Context<'_>, fixes: &mut FollowUp<'_>) {
    let follows = fixes.numbers(|added| is_change(&added.step));
    if follows.is_empty() {
        return;
    }
    fixes.add(enable(follows));
}

fn enable(follows: Vec<usize>) -> Step {
    Step::new(
        Shell::Lync,
        (Text::new("Enable the topology", "Activer la topologie"), Vec::new()),
        Cmdlet::new("Enable-CsTopology"),
    )
    .following(follows)
    .verified_by(&["TAP-CREATE", "TAPP-CREATE"])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const MACHINE: &str = "fe01.contoso.com";
    const CURRENT: &str = "/lync/replication/values/0/upToDate";

    #[test]
    fn replicas_that_are_up_to_date_pass() {
        exchange_2013(&RULE).passes(MACHINE);
    }

    #[test]
    fn a_replica_that_is_behind_fails() {
        exchange_2013(&RULE).set(CURRENT, false).fails(MACHINE);
    }

    #[test]
    fn unknown_without_the_state_of_a_replica() {
        exchange_2013(&RULE).forget(CURRENT).unknown(MACHINE);
    }

    #[test]
    fn the_topology_is_enabled_once_after_all_changes_and_never_without_one() {
        let sample = Sample::exchange_2013().without_trusted_pool();
        let estate = sample.estate();
        let context = Context { estate: &estate, settings: &sample.settings, scenarios: &[] };
        let mut steps = Fixes::default();
        super::follow_up(&context, &mut steps.following(RULE.metadata));
        assert!(steps.added().is_empty());
        for rule in ["TAP-CREATE", "TAPP-CREATE"] {
            let finding = sample.findings(rule).remove(0);
            assert!(finding.try_fix(&[], &mut steps));
        }
        super::follow_up(&context, &mut steps.following(RULE.metadata));
        let enable = &steps.added()[2].step;
        assert_eq!((steps.added().len(), &enable.follows[..]), (3, &[0, 1][..]));
    }
}
