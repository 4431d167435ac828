//! HYB-OUTSIDE-ENABLED: the Access Edge lets users in from outside.

use crate::rules::fixes::access_edge::{Switch, judge, switch_on};
use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix);

static METADATA: Metadata = Metadata {
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
    needs: &[&lync_sections::ACCESS_EDGE],
    ..super::BASE
};

const SWITCH: Switch = Switch { name: "AllowOutsideUsers", of: |edge| edge.allow_outside_users };
const OFF: Text = Text::new(
    "The Access Edge does not allow remote users.",
    "Le service Edge d'accès n'autorise pas les utilisateurs distants.",
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

    const ID: &str = "HYB-OUTSIDE-ENABLED";
    const SWITCH: &str = "/lync/accessEdge/values/0/allowOutsideUsers";

    #[test]
    fn switched_on_passes() {
        Sample::hybrid().expect(ID, &[("Global", Status::Pass)]);
    }

    #[test]
    fn switched_off_fails_and_is_switched_on() {
        let sample = Sample::hybrid().set(SWITCH, json!(false));
        sample.expect(ID, &[("Global", Status::Fail)]);
        assert_eq!(sample.commands(ID), ["Set-CsAccessEdgeConfiguration -AllowOutsideUsers true"]);
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
}
