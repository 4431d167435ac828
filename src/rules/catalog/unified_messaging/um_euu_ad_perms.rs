//! UM-EUU-AD-PERMS: Lync may read the objects of unified messaging.

use crate::rules::fixes::exch_uc_util;
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans::sip_plans;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(exch_uc_util::fix);

static METADATA: Metadata = Metadata {
    id: "UM-EUU-AD-PERMS",
    roles: &[Role::Directory],
    title: Text::new(
        "Lync has read access to the unified messaging objects in Active Directory",
        "Lync a un accès en lecture aux objets de messagerie unifiée dans Active Directory",
    ),
    explanation: Text::new(
        "Lync looks up dial plans, auto attendants and gateways in Active Directory. Without the permissions it finds none of them.",
        "Lync recherche les plans de numérotation, les standards automatiques et les passerelles dans Active Directory. Sans les autorisations, il n'en trouve aucun.",
    ),
    remedy: Text::new(
        "Run ExchUcUtil.ps1 (UM-EXCHUCUTIL). Get-ADPermission \"CN=UM DialPlan Container,<distinguished name of the Exchange organization>\" shows who has read access.",
        "Exécutez ExchUcUtil.ps1 (UM-EXCHUCUTIL). Get-ADPermission \"CN=UM DialPlan Container,<nom unique de l'organisation Exchange>\" affiche qui a un accès en lecture.",
    ),
    interpretation: Some(Text::new(
        "The documentation does not name the groups. Administrators report RTCUniversalServerAdmins and RTCComponentUniversalServices in the output of the script.",
        "La documentation ne nomme pas les groupes. Des administrateurs signalent RTCUniversalServerAdmins et RTCComponentUniversalServices dans la sortie du script.",
    )),
    sources: &[Source::seed("003", "193")],
    after: &["UM-EXCHUCUTIL"],
    needs: &[
        &exchange_sections::UM_CONTAINERS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_IP_GATEWAYS,
        &lync_sections::POOLS,
    ],
    optional: &[&exchange_sections::UM_IP_GATEWAYS, &lync_sections::POOLS],
    ..super::BASE
};

const CANNOT_READ: Text =
    Text::new("{groups} has no read access to {container}.", "{groups} n'a pas d'accès en lecture à {container}.");
/// What Lync has to read.
const CONTAINERS: [&str; 3] = ["UM DialPlan Container", "UM AutoAttendant Container", "UM IPGateway Container"];

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if sip_plans(context)?.is_empty() {
        return Ok(());
    }
    for name in CONTAINERS {
        let target = Target::new("Container", name);
        findings.for_target(&target.clone(), |findings| {
            let all = context.estate.exchange.um_containers.items_for(name)?;
            let unknown = || Missing::not_collected(&exchange_sections::UM_CONTAINERS).on(name);
            let container = all.iter().find(|one| one.container.eq_ignore_ascii_case(name)).ok_or_else(unknown)?;
            let absent = exch_uc_util::absent_readers(container)?;
            let readers = container.readers.as_ref().map(|all| all.join(", "));
            let evidence =
                vec![Evidence::actual("User", readers).expected(exch_uc_util::READERS.join(", ")).from(container)];
            if absent.is_empty() {
                findings.pass(target, evidence);
            } else {
                let args = args! { groups: absent.join(", "), container: name };
                findings.fail(target, CANNOT_READ, args, evidence);
            }
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use crate::step::{Probe, State};
    use serde_json::json;

    const ID: &str = "UM-EUU-AD-PERMS";

    const CONTAINERS: &str = "/exchange/umContainers/values";
    const NAMES: [&str; 3] = ["UM AutoAttendant Container", "UM DialPlan Container", "UM IPGateway Container"];

    fn all(status: Status) -> [(&'static str, Status); 3] {
        NAMES.map(|name| (name, status))
    }

    #[test]
    fn containers_that_both_groups_may_read_pass() {
        Sample::unified_messaging().expect(ID, &all(Status::Pass));
    }

    #[test]
    fn a_container_that_a_group_may_not_read_fails_and_the_script_runs_once() {
        let some = json!(["rtcuniversalserveradmins"]);
        let sample = Sample::unified_messaging()
            .set(&format!("{CONTAINERS}/0/readers"), some)
            .set(&format!("{CONTAINERS}/1/readers"), json!([]));
        sample.expect(ID, &[(NAMES[0], Status::Fail), (NAMES[1], Status::Fail), (NAMES[2], Status::Pass)]);
        assert_eq!(sample.commands(ID), ["ExchUcUtil.ps1"]);
        let steps = sample.steps(ID);
        let transition = steps.added()[0].step.transition.as_ref().unwrap();
        assert_eq!(transition.probe, Probe::Readers { container: NAMES[1].to_owned() }, "of the first that lacks one");
        let readers = |state: &State| state.as_ref().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(readers(&transition.before), ["RTCUniversalServerAdmins"]);
        assert_eq!(readers(&transition.after), ["RTCComponentUniversalServices", "RTCUniversalServerAdmins"]);
        assert!(steps.added()[0].note.unwrap().en.contains("they remain"));
    }

    #[test]
    fn without_a_plan_for_lync_it_is_too_early() {
        let sample = Sample::unified_messaging().forget("/exchange/umDialPlans/values/0");
        sample.expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        Sample::unified_messaging().forget("/exchange/umContainers").expect(ID, &all(Status::Unknown));
        let sample = Sample::unified_messaging().forget(&format!("{CONTAINERS}/0/readers"));
        sample.expect(ID, &[(NAMES[0], Status::Pass), (NAMES[1], Status::Unknown), (NAMES[2], Status::Pass)]);
        let sample = Sample::unified_messaging().forget(&format!("{CONTAINERS}/2"));
        sample.expect(ID, &[(NAMES[0], Status::Pass), (NAMES[1], Status::Pass), (NAMES[2], Status::Unknown)]);
    }
}
