//! HYB-FEDERATED-USERS: the Access Edge shares its address space with Exchange Online.

use crate::rules::fixes::access_edge::{Switch, judge, switch_on};
use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix);

static METADATA: Metadata = Metadata {
    id: "HYB-FEDERATED-USERS",
    title: Text::new(
        "The Access Edge allows federated users, which the shared SIP address space requires",
        "Le service Edge d'accès autorise les utilisateurs fédérés, ce qu'exige l'espace d'adressage SIP partagé",
    ),
    explanation: Text::new(
        "AllowFederatedUsers also determines whether your users and Exchange Online share one address space. The documentation runs the command on the Edge Server, but the command writes to the central management store: run it on an internal server, and replication copies the change to the Edge Server.",
        "AllowFederatedUsers détermine aussi si vos utilisateurs et Exchange Online partagent un espace d'adressage. La documentation exécute la commande sur le serveur Edge, mais la commande écrit dans le magasin central de gestion : exécutez-la sur un serveur interne, et la réplication copie la modification sur le serveur Edge.",
    ),
    remedy: Text::new(
        "In the Lync shell on an internal server: Set-CsAccessEdgeConfiguration -AllowFederatedUsers $True.",
        "Dans le shell Lync, sur un serveur interne : Set-CsAccessEdgeConfiguration -AllowFederatedUsers $True.",
    ),
    sources: &[Source::seed("004", "60-66")],
    needs: &[&lync_sections::ACCESS_EDGE],
    ..super::BASE
};

const SWITCH: Switch = Switch { name: "AllowFederatedUsers", of: |edge| edge.allow_federated_users };
const OFF: Text = Text::new(
    "The Access Edge does not allow federated users, so the address space is not shared.",
    "Le service Edge d'accès n'autorise pas les utilisateurs fédérés : l'espace d'adressage n'est pas partagé.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    judge(context, findings, &SWITCH, OFF)
}

fn fix(context: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    switch_on(context, fix, &SWITCH)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "HYB-FEDERATED-USERS";
    const SWITCH: &str = "/lync/accessEdge/values/0/allowFederatedUsers";

    #[test]
    fn switched_on_passes() {
        Sample::hybrid().expect(ID, &[("Global", Status::Pass)]);
    }

    #[test]
    fn switched_off_fails_and_is_switched_on() {
        let sample = Sample::hybrid().set(SWITCH, json!(false));
        sample.expect(ID, &[("Global", Status::Fail)]);
        assert_eq!(sample.commands(ID), ["Set-CsAccessEdgeConfiguration -AllowFederatedUsers true"]);
    }

    #[test]
    fn no_configuration_at_all_fails_and_is_left_to_a_person() {
        let sample = Sample::hybrid().set("/lync/accessEdge/values", json!([]));
        sample.expect(ID, &[("Global", Status::Fail)]);
        sample.expect_steps(ID, &[]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        Sample::hybrid().forget(SWITCH).expect(ID, &[("Global", Status::Unknown)]);
    }

    #[test]
    fn it_runs_on_an_inner_server_and_says_so() {
        let rule = &super::METADATA;
        assert!(rule.remedy.en.contains("internal server") && rule.explanation.en.contains("central management store"));
    }
}
