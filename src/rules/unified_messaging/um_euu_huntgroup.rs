//! UM-EUU-HUNTGROUP: each gateway to a pool has a hunt group for each dial plan for Lync.

use crate::facts::{DialPlan, HuntGroup, Item, Missing, Shell, exchange_sections, lync_sections, same_name};
use crate::message::Text;
use crate::rules::context::Context;
use crate::rules::finding::{Checked, Evidence, Finding, Report, Target};
use crate::rules::rule::{Aim, Kind, Role, Rule, Scenario, Severity, Source, Steps};
use crate::rules::um_dial_plans::{self, sip_plans};
use crate::rules::um_gateways;
use crate::rules::um_script;
use crate::rules::um_servers::VERSIONS;
use crate::step::{Cmdlet, Probe, Step, Transition, Value, state};
use std::collections::HashMap;

pub(crate) static RULE: Rule = Rule {
    id: "UM-EUU-HUNTGROUP",
    kind: Kind::Check,
    scenarios: &[Scenario::UnifiedMessaging],
    aim: Aim::Any,
    severity: Severity::Error,
    roles: &[Role::ExchangeBackEnd],
    exchange: VERSIONS,
    lync: &[],
    title: Text::new(
        "Each gateway to a pool has a hunt group of a dial plan for Lync",
        "Chaque passerelle vers un pool a un groupement de postes d'un plan pour Lync",
    ),
    explanation: Text::new(
        "A hunt group joins a gateway with a dial plan: without one, calls from the pool find no plan. Its pilot identifier is the full name of the plan (PhoneContext).",
        "Un groupement de postes relie une passerelle à un plan : sans lui, les appels du pool ne trouvent aucun plan. Son identificateur pilote est le nom complet du plan (PhoneContext).",
    ),
    remedy: Text::new(
        "New-UMHuntGroup -Name <name> -UMDialPlan <plan> -UMIPGateway <gateway> -PilotIdentifier <PhoneContext of the plan>, or run ExchUcUtil.ps1 again. A group with another identifier is removed with Remove-UMHuntGroup first, if nobody else uses it.",
        "New-UMHuntGroup -Name <nom> -UMDialPlan <plan> -UMIPGateway <passerelle> -PilotIdentifier <PhoneContext du plan>, ou réexécutez ExchUcUtil.ps1. Un groupement à autre identificateur se supprime d'abord avec Remove-UMHuntGroup, si personne d'autre ne s'en sert.",
    ),
    inference: Some(Text::new(
        "Which of several plans a pool needs nobody can read: one hunt group of any plan for Lync is enough to pass. Where there is one plan only, a step makes the group.",
        "Rien ne dit duquel de plusieurs plans un pool a besoin : un groupement d'un plan quelconque pour Lync suffit. S'il n'y a qu'un plan, une étape crée le groupement.",
    )),
    sources: &[Source::seed("003", "197")],
    after: &["UM-EXCHUCUTIL", "UM-EUU-GATEWAY-PER-POOL"],
    needs: &[
        &exchange_sections::UM_HUNT_GROUPS,
        &exchange_sections::UM_IP_GATEWAYS,
        &lync_sections::POOLS,
        &exchange_sections::UM_DIAL_PLANS,
    ],
    check,
    mend: Some(mend),
    follow: None,
};
const NONE: Text = Text::new(
    "The gateway {gateway} has no hunt group of a dial plan for Lync.",
    "La passerelle {gateway} n'a pas de groupement de postes d'un plan pour Lync.",
);
const OTHER_PILOT: Text = Text::new(
    "The hunt groups of the gateway {gateway} for Lync have other identifiers than their dial plans.",
    "Les groupements de postes de la passerelle {gateway} pour Lync ont d'autres identificateurs que leurs plans.",
);

/// The hunt groups of each gateway that are of a dial plan for Lync, and that plan. Names are in lower case.
type Groups<'a> = HashMap<String, Vec<(&'a Item<HuntGroup>, &'a Item<DialPlan>)>>;

fn groups<'a>(context: &Context<'a>) -> Result<Groups<'a>, Missing> {
    let plans: HashMap<String, _> =
        sip_plans(context)?.into_iter().map(|plan| (plan.name.to_lowercase(), plan)).collect();
    let mut groups: Groups<'a> = HashMap::new();
    for group in context.estate.exchange.um_hunt_groups.known()? {
        let unknown = || um_gateways::unknown_group(group);
        let plan = group.dial_plan.as_deref().ok_or_else(unknown)?.to_lowercase();
        let gateway = group.ip_gateway.as_deref().ok_or_else(unknown)?.to_lowercase();
        if let Some(plan) = plans.get(&plan) {
            groups.entry(gateway).or_default().push((group, plan));
        }
    }
    Ok(groups)
}

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    if sip_plans(context)?.is_empty() {
        return Ok(());
    }
    let groups = groups(context)?;
    for gateway in um_gateways::of_pools(context)?.into_values() {
        let target = Target::new("Gateway", &gateway.name);
        report.each(&target.clone(), |report| {
            let own = groups.get(&gateway.name.to_lowercase()).map(Vec::as_slice).unwrap_or_default();
            let args = vec![("gateway", gateway.name.clone())];
            if own.is_empty() {
                report.fail(target, NONE, args, Vec::new());
                return Ok(());
            }
            let (mut evidence, mut fits) = (Vec::new(), false);
            for (group, plan) in own {
                let pilot = group.pilot_identifier.as_deref().ok_or_else(|| um_gateways::unknown_group(group))?;
                let wanted = plan.phone_context.as_deref().ok_or_else(|| um_dial_plans::unknown(plan))?;
                fits |= same_name(pilot, wanted) || same_name(pilot, &plan.name);
                evidence.push(Evidence::read("PilotIdentifier", Some(pilot)).expected(wanted).from(group));
            }
            if fits {
                report.pass(target, evidence);
            } else {
                report.fail(target, OTHER_PILOT, args, evidence);
            }
            Ok(())
        });
    }
    Ok(())
}

/// Makes the group of a gateway that has none, if there is no choice of the dial plan. Where the script has to run in any
/// case, it makes the group.
fn mend(context: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    let has_group = groups(context)?.contains_key(&finding.target.name.to_lowercase());
    if !has_group && !um_script::pools_without_gateway(context)?.is_empty() {
        steps.add(finding, um_script::run(context)?);
        return Ok(());
    }
    if let ([plan], false) = (sip_plans(context)?.as_slice(), has_group) {
        let pilot = plan.phone_context.as_deref().ok_or_else(|| um_dial_plans::unknown(plan))?;
        steps.add(finding, create(&finding.target.name, &plan.name, pilot));
    }
    Ok(())
}

fn create(gateway: &str, plan: &str, pilot: &str) -> Step {
    let filter = [("Name", plan), ("UMIPGateway", gateway)];
    Step {
        title: (
            Text::new(
                "Make a hunt group of {plan} on the gateway {gateway}",
                "Créer un groupement de postes de {plan} sur la passerelle {gateway}",
            ),
            vec![("plan", plan.to_owned()), ("gateway", gateway.to_owned())],
        ),
        shell: Shell::Exchange,
        machine: None,
        command: Cmdlet::new("New-UMHuntGroup")
            .with("Name", plan)
            .with("UMDialPlan", plan)
            .with("UMIPGateway", gateway)
            .with("PilotIdentifier", pilot)
            .into(),
        undo: vec![
            Cmdlet::new("Remove-UMHuntGroup")
                .with("Identity", format!("{gateway}\\{plan}"))
                .with("Confirm", false)
                .into(),
        ],
        transition: Some(Transition {
            probe: Probe::Object {
                command: Cmdlet::new("Get-UMHuntGroup"),
                filter: filter.map(|(name, value)| (name.to_owned(), Value::from(value))).into(),
            },
            before: None,
            after: state([("PilotIdentifier", pilot.into())]),
        }),
        follows: Vec::new(),
        interrupts: None,
        verified_by: &[],
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::finding::Status;
    use crate::rules::samples::Sample;
    use serde_json::json;

    const ID: &str = "UM-EUU-HUNTGROUP";

    const GATEWAY: &str = "pool";
    const GROUP: &str = "/exchange/umHuntGroups/values/0";

    #[test]
    fn a_group_with_the_full_name_of_its_plan_passes() {
        Sample::unified_messaging().expect(ID, &[(GATEWAY, Status::Pass)]);
    }

    #[test]
    fn a_gateway_without_a_group_fails_and_one_is_made() {
        let sample = Sample::unified_messaging().forget(GROUP);
        sample.expect(ID, &[(GATEWAY, Status::Fail)]);
        let made = "New-UMHuntGroup -Name Paris -UMDialPlan Paris -UMIPGateway pool -PilotIdentifier Paris.contoso.com";
        assert_eq!(sample.commands(ID), [made]);
        let undo = crate::rules::samples::shown(&sample.steps(ID).added()[0].step.undo[0]);
        assert_eq!(undo, "Remove-UMHuntGroup -Identity pool\\Paris -Confirm false");
    }

    #[test]
    fn where_the_script_has_to_run_it_makes_the_group() {
        let pool = json!({ "fqdn": "lyon.contoso.com", "services": ["Registrar:lyon.contoso.com"] });
        let sample = Sample::unified_messaging().set("/lync/pools/values/3", pool).forget(GROUP);
        assert_eq!(sample.commands(ID), ["ExchUcUtil.ps1"]);
    }

    #[test]
    fn of_several_plans_a_person_chooses() {
        let second = json!({ "name": "Lyon", "uriType": "SipName", "phoneContext": "Lyon.contoso.com" });
        let sample = Sample::unified_messaging().set("/exchange/umDialPlans/values/1", second).forget(GROUP);
        sample.expect(ID, &[(GATEWAY, Status::Fail)]);
        sample.expect_steps(ID, &[]);
    }

    #[test]
    fn another_identifier_fails_and_is_left_to_a_person() {
        let sample = Sample::unified_messaging().set(&format!("{GROUP}/pilotIdentifier"), json!("1000"));
        sample.expect(ID, &[(GATEWAY, Status::Fail)]);
        sample.expect_steps(ID, &[]);
    }

    #[test]
    fn without_a_plan_for_lync_it_is_too_early() {
        let sample = Sample::unified_messaging().forget("/exchange/umDialPlans/values/0");
        sample.expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        let sample = Sample::unified_messaging().forget(&format!("{GROUP}/pilotIdentifier"));
        sample.expect(ID, &[(GATEWAY, Status::Unknown)]);
        let sample = Sample::unified_messaging().forget("/exchange/umDialPlans/values/0/phoneContext");
        sample.expect(ID, &[(GATEWAY, Status::Unknown)]);
        for place in ["/exchange/umHuntGroups", "/exchange/umIpGateways", "/lync/pools", &format!("{GROUP}/ipGateway")]
        {
            Sample::unified_messaging().forget(place).expect(ID, &[("", Status::Unknown)]);
        }
    }
}
