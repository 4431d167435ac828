//! HYB-OUTSIDE-ENABLED: the Access Edge lets users in from outside.

use crate::rules::fixes::access_edge::{Switch, judge, switch_on};
use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix);

static METADATA: Metadata = Metadata {
    id: "HYB-OUTSIDE-ENABLED",
    title: Text::new(
        "The Access Edge lets remote users in",
        "Le service Edge d'accès laisse entrer les utilisateurs distants",
    ),
    explanation: Text::new(
        "Outlook on the web in the cloud signs users in as if they were outside. A policy that lets them in counts only while AllowOutsideUsers is on.",
        "Outlook sur le web dans le cloud connecte les utilisateurs comme s'ils étaient à l'extérieur. Une stratégie qui les laisse entrer ne compte que si AllowOutsideUsers est activé.",
    ),
    remedy: Text::new(
        "In the Lync shell on an inner server: Set-CsAccessEdgeConfiguration -AllowOutsideUsers $True.",
        "Dans l'environnement Lync, sur un serveur interne : Set-CsAccessEdgeConfiguration -AllowOutsideUsers $True.",
    ),
    sources: &[Source::page("lync-server-2013-enable-or-disable-remote-user-access.md")],
    needs: &[&lync_sections::ACCESS_EDGE],
    ..super::BASE
};

const SWITCH: Switch = Switch { name: "AllowOutsideUsers", of: |edge| edge.allow_outside_users };
const OFF: Text = Text::new(
    "The Access Edge lets no remote users in.",
    "Le service Edge d'accès ne laisse entrer aucun utilisateur distant.",
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
        Sample::hybrid().forget("/lync/accessEdge").expect(ID, &[("", Status::Unknown)]);
    }
}
