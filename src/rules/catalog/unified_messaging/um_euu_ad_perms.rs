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
    // The script makes hunt groups as well, and only a step of their own takes them back.
    after: &["UM-EXCHUCUTIL", "UM-EUU-HUNTGROUP"],
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
        let target = Target::new(TargetKind::Container, name);
        findings.for_target(&target.clone(), |findings| {
            let all = context.estate.exchange.um_containers.items_for(name)?;
            let unknown = || Missing::not_collected(&exchange_sections::UM_CONTAINERS).on(name);
            let container = all.iter().find(|one| one.container.eq_ignore_ascii_case(name)).ok_or_else(unknown)?;
            let absent = exch_uc_util::absent_readers(container)?;
            let readers = container.readers.as_ref().map(|all| all.join(", "));
            let evidence =
                vec![Evidence::actual("User", readers).expected(exch_uc_util::READERS.join(", ")).from(container)];
            let args = args! { groups: absent.join(", "), container: name };
            findings.pass_if(absent.is_empty(), target, evidence, || (CANNOT_READ, args));
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;
    use crate::step::{Probe, State};

    const CONTAINERS: &str = "/exchange/umContainers/values";
    const NAMES: [&str; 3] = ["UM AutoAttendant Container", "UM DialPlan Container", "UM IPGateway Container"];

    /// What is found for each container, by name.
    fn found(case: Case, statuses: [Status; 3]) -> Case {
        let [first, second, third] = statuses;
        case.finds(&[(NAMES[0], first), (NAMES[1], second), (NAMES[2], third)])
    }

    #[test]
    fn containers_that_both_groups_may_read_pass() {
        found(unified_messaging(&RULE), [Pass; 3]);
    }

    #[test]
    fn a_container_that_a_group_may_not_read_fails_and_the_script_runs_once() {
        let readers = json!({ "0/readers": ["rtcuniversalserveradmins"], "1/readers": [] });
        let case = found(unified_messaging(&RULE).change(CONTAINERS, readers), [Fail, Fail, Pass]);
        let steps = case.fixed_by("ExchUcUtil.ps1").sample().steps(RULE.metadata.id);
        let transition = steps.added()[0].step.transition.as_ref().unwrap();
        assert_eq!(transition.probe, Probe::Readers { container: NAMES[1].to_owned() }, "of the first that lacks one");
        let readers = |state: &State| state.as_ref().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(readers(&transition.before), ["RTCUniversalServerAdmins"]);
        assert_eq!(readers(&transition.after), ["RTCComponentUniversalServices", "RTCUniversalServerAdmins"]);
        assert!(steps.added()[0].note.unwrap().en.contains("they remain"));
    }

    #[test]
    fn unknown_without_the_readers_of_a_container() {
        found(unified_messaging(&RULE).forget(&format!("{CONTAINERS}/0/readers")), [Pass, Unknown, Pass]);
        found(unified_messaging(&RULE).forget(&format!("{CONTAINERS}/2")), [Pass, Pass, Unknown]);
    }
}
