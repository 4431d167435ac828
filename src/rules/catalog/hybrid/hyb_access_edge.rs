//! HYB-FEDERATED-USERS, HYB-OUTSIDE-ENABLED: what has to be switched on at the Access Edge: it shares its address space
//! with Exchange Online, and lets users in from outside.

use crate::rules::fixes::access_edge::{Switch, judge, switch_on};
use crate::rules::prelude::*;

/// One for each switch, in the order of [`METADATA`].
pub(crate) static RULES: [Rule; 2] = [
    Rule::new(&METADATA[0], |context, findings| judge(context, findings, &FEDERATED, NOT_SHARED))
        .with_fix(|context, fix| switch_on(context, fix, &FEDERATED)),
    Rule::new(&METADATA[1], |context, findings| judge(context, findings, &OUTSIDE, NOT_OUTSIDE))
        .with_fix(|context, fix| switch_on(context, fix, &OUTSIDE)),
];

/// What the rules about one switch have in common.
const SWITCH: Metadata = Metadata { needs: &[&lync_sections::ACCESS_EDGE], ..super::BASE };

static METADATA: [Metadata; 2] = [
    Metadata {
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
        ..SWITCH
    },
    Metadata {
        id: "HYB-OUTSIDE-ENABLED",
        title: Text::new(
            "The Access Edge allows remote users",
            "Le service Edge d'accès autorise les utilisateurs distants",
        ),
        explanation: Text::new(
            "Outlook on the web in Exchange Online signs users in as remote users. A policy that allows remote access applies only if AllowOutsideUsers is on.",
            "Outlook sur le web dans Exchange Online connecte les utilisateurs comme utilisateurs distants. Une stratégie qui autorise l'accès distant ne s'applique que si AllowOutsideUsers est activé.",
        ),
        remedy: Text::new(
            "In the Lync shell on an internal server: Set-CsAccessEdgeConfiguration -AllowOutsideUsers $True.",
            "Dans le shell Lync, sur un serveur interne : Set-CsAccessEdgeConfiguration -AllowOutsideUsers $True.",
        ),
        sources: &[Source::page("lync-server-2013-enable-or-disable-remote-user-access.md")],
        ..SWITCH
    },
];

const FEDERATED: Switch = Switch { name: "AllowFederatedUsers", of: |edge| edge.allow_federated_users };
const NOT_SHARED: Text = Text::new(
    "The Access Edge does not allow federated users, so the address space is not shared.",
    "Le service Edge d'accès n'autorise pas les utilisateurs fédérés : l'espace d'adressage n'est pas partagé.",
);
const OUTSIDE: Switch = Switch { name: "AllowOutsideUsers", of: |edge| edge.allow_outside_users };
const NOT_OUTSIDE: Text = Text::new(
    "The Access Edge does not allow remote users.",
    "Le service Edge d'accès n'autorise pas les utilisateurs distants.",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    /// Each rule with its switch and how that is switched on.
    static CASES: [(&Rule, &str, &str); 2] = [
        (&RULES[0], "/lync/accessEdge/values/0/allowFederatedUsers", "-AllowFederatedUsers true"),
        (&RULES[1], "/lync/accessEdge/values/0/allowOutsideUsers", "-AllowOutsideUsers true"),
    ];

    #[test]
    fn switched_off_fails_and_is_switched_on() {
        for (rule, switch, on) in CASES {
            let case = hybrid(rule).passes("Global").set(switch, false).fails("Global");
            case.fixed_by(&format!("Set-CsAccessEdgeConfiguration {on}"));
        }
    }

    #[test]
    fn no_configuration_at_all_fails_and_is_left_to_a_person() {
        for (rule, ..) in CASES {
            hybrid(rule).set("/lync/accessEdge/values", json!([])).fails("Global").not_fixed();
        }
    }

    #[test]
    fn unknown_without_the_switch() {
        for (rule, switch, _) in CASES {
            hybrid(rule).forget(switch).unknown("Global");
        }
    }

    #[test]
    fn it_runs_on_an_inner_server_and_says_so() {
        let rule = &METADATA[0];
        assert!(rule.remedy.en.contains("internal server") && rule.explanation.en.contains("central management store"));
    }
}
