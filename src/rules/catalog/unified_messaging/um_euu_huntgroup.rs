//! UM-EUU-HUNTGROUP: hunt groups join the gateways to pools with the dial plans for Lync; neither is left without one.

use crate::facts::{DialPlan, HuntGroup, IpGateway};
use crate::rules::fixes::exch_uc_util;
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans::{self, sip_plans};
use crate::rules::topology::um::gateways;
use std::collections::HashMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UM-EUU-HUNTGROUP",
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "Each gateway to a pool and each dial plan for Lync has a hunt group",
        "Chaque passerelle vers un pool et chaque plan de numérotation pour Lync a un groupement de postes",
    ),
    explanation: Text::new(
        "A hunt group links a gateway to a dial plan. Without a hunt group, calls from the pool do not reach a dial plan. Its pilot identifier is the full name of the dial plan (PhoneContext).",
        "Un groupement de postes relie une passerelle à un plan de numérotation. Sans groupement de postes, les appels du pool n'atteignent aucun plan de numérotation. Son identificateur pilote est le nom complet du plan de numérotation (PhoneContext).",
    ),
    remedy: Text::new(
        "New-UMHuntGroup -Name <name> -UMDialPlan <plan> -UMIPGateway <gateway> -PilotIdentifier <PhoneContext of the plan>, or run ExchUcUtil.ps1 again. If a hunt group has another identifier and is not used otherwise, remove it first with Remove-UMHuntGroup.",
        "New-UMHuntGroup -Name <nom> -UMDialPlan <plan> -UMIPGateway <passerelle> -PilotIdentifier <PhoneContext du plan>, ou réexécutez ExchUcUtil.ps1. Si un groupement de postes a un autre identificateur et n'est pas utilisé autrement, supprimez-le d'abord avec Remove-UMHuntGroup.",
    ),
    interpretation: Some(Text::new(
        "According to the documentation, the script creates a hunt group for each gateway; it is taken to create one for each dial plan for Lync on each gateway. The facts do not show which dial plan a pool needs: one hunt group for each gateway and one for each dial plan are enough. A step creates the hunt groups of a dial plan that has none on all gateways to pools, if the outgoing calls of the dial plan then use at most one gateway; otherwise create them manually.",
        "Selon la documentation, le script crée un groupement de postes pour chaque passerelle ; il est considéré comme en créant un pour chaque plan de numérotation pour Lync sur chaque passerelle. Les faits n'indiquent pas de quel plan de numérotation un pool a besoin : un groupement par passerelle et un par plan suffisent. Une étape crée les groupements d'un plan de numérotation qui n'en a pas sur toutes les passerelles vers des pools, si les appels sortants du plan utilisent alors au plus une passerelle ; sinon, créez-les manuellement.",
    )),
    sources: &[Source::seed("003", "197")],
    after: &["UM-EXCHUCUTIL", "UM-EUU-GATEWAY-PER-POOL"],
    needs: &[
        &exchange_sections::UM_HUNT_GROUPS,
        &exchange_sections::UM_IP_GATEWAYS,
        &lync_sections::POOLS,
        &exchange_sections::UM_DIAL_PLANS,
    ],
    ..super::BASE
};

const NO_HUNT_GROUP: Text = Text::new(
    "The gateway {gateway} has no hunt group of a dial plan for Lync.",
    "La passerelle {gateway} n'a pas de groupement de postes d'un plan de numérotation pour Lync.",
);
const NONE_OF_PLAN: Text = Text::new(
    "The dial plan {plan} has no hunt group on a gateway to a pool: calls from Lync do not reach it.",
    "Le plan de numérotation {plan} n'a de groupement de postes sur aucune passerelle vers un pool : les appels de Lync ne l'atteignent pas.",
);
const OTHER_PILOT: Text = Text::new(
    "The pilot identifiers of the Lync hunt groups on the gateway {gateway} do not match their dial plans.",
    "Les identificateurs pilotes des groupements de postes Lync de la passerelle {gateway} ne correspondent pas à leurs plans de numérotation.",
);

/// A hunt group with its dial plan for Lync.
type Group<'a> = (&'a Item<HuntGroup>, &'a Item<DialPlan>);

/// What hunt groups join: gateways to pools and dial plans for Lync.
struct Joined<'a> {
    gateways: Vec<&'a Item<IpGateway>>,
    plans: Vec<&'a Item<DialPlan>>,
    /// The groups of each gateway, whether or not it leads to a pool, by its name in lower case.
    groups: HashMap<String, Vec<Group<'a>>>,
}

impl<'a> Joined<'a> {
    fn new(context: &Context<'a>) -> Result<Self, Missing> {
        let plans = sip_plans(context)?;
        let by_name: HashMap<String, _> = plans.iter().map(|&plan| (plan.name.to_lowercase(), plan)).collect();
        let mut groups: HashMap<String, Vec<Group<'a>>> = HashMap::new();
        for group in context.estate.exchange.um_hunt_groups.items()? {
            let unknown = || gateways::unknown_group(group);
            let plan = group.dial_plan.as_deref().ok_or_else(unknown)?.to_lowercase();
            let gateway = group.ip_gateway.as_deref().ok_or_else(unknown)?.to_lowercase();
            if let Some(&plan) = by_name.get(&plan) {
                groups.entry(gateway).or_default().push((group, plan));
            }
        }
        Ok(Self { gateways: gateways::of_pools(context)?.into_values().collect(), plans, groups })
    }

    fn groups_of(&self, gateway: &str) -> &[Group<'a>] {
        self.groups.get(&gateway.to_lowercase()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether some gateway to a pool has a group of a dial plan.
    fn leads_to(&self, plan: &DialPlan) -> bool {
        self.gateways.iter().flat_map(|one| self.groups_of(&one.name)).any(|(_, other)| other.name == plan.name)
    }

    /// The plans to which no gateway to a pool leads.
    fn lonely_plans(&self) -> Vec<&'a Item<DialPlan>> {
        self.plans.iter().copied().filter(|plan| !self.leads_to(plan)).collect()
    }

    /// Whether outgoing calls of a plan take one gateway at most if every gateway to a pool leads to it.
    fn has_one_way_out(&self) -> Result<bool, Missing> {
        let mut on = 0;
        for gateway in &self.gateways {
            on += usize::from(gateways::is_enabled(gateway)? && gateways::is_on(gateway)?);
        }
        Ok(on <= 1)
    }
}

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if sip_plans(context)?.is_empty() {
        return Ok(());
    }
    let joined = Joined::new(context)?;
    let copied = *context;
    for &gateway in &joined.gateways {
        let target = Target::new(TargetKind::Gateway, &gateway.name);
        let fix = move |fix: &mut Fix<'_>| make(&copied, Wanted::OfGateway(gateway), fix);
        findings.with_fix(fix, |findings| {
            findings.for_target(&target, |findings| judge(gateway, joined.groups_of(&gateway.name), &target, findings));
        });
    }
    // Where no gateway is there at all, UM-EXCHUCUTIL says so.
    for &plan in joined.plans.iter().filter(|_| !joined.gateways.is_empty()) {
        let target = dial_plans::target(plan);
        if joined.leads_to(plan) {
            findings.pass(target, Vec::new());
        } else {
            let fix = move |fix: &mut Fix<'_>| make(&copied, Wanted::OfPlan(plan), fix);
            findings.fail(target, NONE_OF_PLAN, args! { plan: plan.name }, Vec::new()).with_fix(fix);
        }
    }
    Ok(())
}

/// Checks a gateway by its groups.
fn judge(gateway: &IpGateway, own: &[Group<'_>], target: &Target, findings: &mut Findings<'_>) -> CheckResult {
    let args = args! { gateway: gateway.name };
    let (mut evidence, mut fits) = (Vec::new(), false);
    for (group, plan) in own {
        let pilot = group.pilot_identifier.as_deref().ok_or_else(|| gateways::unknown_group(group))?;
        let wanted = plan.phone_context.as_deref().ok_or_else(|| dial_plans::unknown(plan))?;
        fits |= same_name(pilot, wanted) || same_name(pilot, &plan.name);
        evidence.push(Evidence::actual("PilotIdentifier", Some(pilot)).expected(wanted).from(group));
    }
    findings
        .pass_if(fits, target.clone(), evidence, || (if own.is_empty() { NO_HUNT_GROUP } else { OTHER_PILOT }, args));
    Ok(())
}

/// Makes the groups that are missing of a gateway or of a dial plan, if there is no choice. Where the script has to run in
/// any case, it makes them.
fn make(context: &Context<'_>, wanted: Wanted<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let joined = Joined::new(context)?;
    if matches!(wanted, Wanted::OfGateway(gateway) if !joined.groups_of(&gateway.name).is_empty()) {
        return Ok(());
    }
    if !exch_uc_util::pools_that_get_a_gateway(context)?.is_empty() && wanted.is_joined_by_script(context)? {
        return exch_uc_util::fix(context, fix);
    }
    let lonely = joined.lonely_plans();
    let is_only_plan = joined.plans.len() == 1;
    if !is_only_plan && !joined.has_one_way_out()? {
        return Ok(());
    }
    let plans = if is_only_plan { &joined.plans } else { &lonely };
    let known = context.estate.exchange.um_hunt_groups.items()?;
    // A gateway has one group of a name at most.
    let is_taken = |gateway: &str, name: &str| {
        let below = |one: &&Item<HuntGroup>| one.ip_gateway.as_deref().is_some_and(|own| same_name(own, gateway));
        known.iter().filter(below).any(|one| same_name(&one.name, name))
    };
    for plan in plans.iter().filter(|plan| wanted.is_for_plan(plan)) {
        for gateway in joined.gateways.iter().filter(|gateway| wanted.is_for_gateway(gateway)) {
            if is_taken(&gateway.name, &plan.name) {
                continue;
            }
            let pilot = plan.phone_context.as_deref().ok_or_else(|| dial_plans::unknown(plan))?;
            fix.add(create(&gateway.name, &plan.name, pilot));
        }
    }
    Ok(())
}

/// Whose groups are missing.
#[derive(Clone, Copy)]
enum Wanted<'a> {
    OfGateway(&'a IpGateway),
    OfPlan(&'a DialPlan),
}

impl Wanted<'_> {
    fn is_for_plan(self, plan: &DialPlan) -> bool {
        match self {
            Self::OfGateway(_) => true,
            Self::OfPlan(own) => same_name(&own.name, &plan.name),
        }
    }

    /// Whether the script makes groups for it, where it makes gateways.
    fn is_joined_by_script(self, context: &Context<'_>) -> Result<bool, Missing> {
        match self {
            Self::OfGateway(own) => Ok(gateways::voice_pools(context)?.contains(&gateways::address(own)?)),
            Self::OfPlan(_) => Ok(true),
        }
    }

    fn is_for_gateway(self, gateway: &IpGateway) -> bool {
        match self {
            Self::OfGateway(own) => same_name(&own.name, &gateway.name),
            Self::OfPlan(_) => true,
        }
    }
}

fn create(gateway: &str, plan: &str, pilot: &str) -> Step {
    let filter = [("Name", plan), ("UMIPGateway", gateway)];
    Step::new(
        Shell::Exchange,
        (
            Text::new(
                "Create a hunt group of {plan} on the gateway {gateway}",
                "Créer un groupement de postes de {plan} sur la passerelle {gateway}",
            ),
            args! { plan, gateway },
        ),
        Cmdlet::new("New-UMHuntGroup")
            .with("Name", plan)
            .with("UMDialPlan", plan)
            .with("UMIPGateway", gateway)
            .with("PilotIdentifier", pilot),
    )
    .undone_by([Cmdlet::new("Remove-UMHuntGroup")
        .with("Identity", format!("{gateway}\\{plan}"))
        .with("Confirm", false)])
    .changing(Transition {
        probe: Probe::Object {
            command: Cmdlet::new("Get-UMHuntGroup"),
            filter: filter.map(|(name, value)| (name.to_owned(), Value::from(value))).into(),
        },
        before: None,
        after: state([("PilotIdentifier", pilot.into())]),
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    const NAME: &str = "pool";

    fn made(plan: &str, gateway: &str) -> String {
        format!(
            "New-UMHuntGroup -Name {plan} -UMDialPlan {plan} -UMIPGateway {gateway} -PilotIdentifier {plan}.contoso.com"
        )
    }

    /// The estate with a second plan for Lync, without a group.
    fn second_plan() -> Case {
        unified_messaging(&RULE).with_plan("Lyon", "SipName")
    }

    #[test]
    fn a_group_with_the_full_name_of_its_plan_passes() {
        unified_messaging(&RULE).finds(&[(PLAN, Pass), (NAME, Pass)]);
    }

    #[test]
    fn a_gateway_without_a_group_fails_and_one_is_made() {
        let case = unified_messaging(&RULE).forget(GROUP).finds(&[(PLAN, Fail), (NAME, Fail)]);
        case.fixed_by(&made(PLAN, NAME)).undone_by(&["Remove-UMHuntGroup -Identity pool\\Paris -Confirm false"]);
    }

    #[test]
    fn where_the_script_has_to_run_it_makes_the_group() {
        let case = unified_messaging(&RULE).with_pool("lyon.contoso.com", &["Registrar"]).forget(GROUP);
        case.clone().forget("/lync/users").fixed_by("ExchUcUtil.ps1");
        // It makes none for a pool without users of Enterprise Voice.
        let lyon = case.change(USER, json!({ "registrarPool": "lyon.contoso.com" }));
        lyon.fixed_by_all(&["ExchUcUtil.ps1", &made(PLAN, NAME)]);
    }

    #[test]
    fn a_plan_without_a_group_of_its_own_fails_and_one_is_made_on_the_gateway() {
        let case = second_plan().finds(&[("Lyon", Fail), (PLAN, Pass), (NAME, Pass)]).fixed_by(&made("Lyon", NAME));
        let none = case.forget(GROUP).finds(&[("Lyon", Fail), (PLAN, Fail), (NAME, Fail)]);
        none.fixed_by_all(&[&made("Lyon", NAME), &made(PLAN, NAME)]);
    }

    #[test]
    fn of_several_gateways_that_call_out_a_person_chooses() {
        let with_second = |on: bool| {
            let case = second_plan().with_pool("lyon.contoso.com", &["Registrar"]).with_group(PLAN, "lyon");
            case.with_gateway("lyon", "lyon.contoso.com", on)
        };
        with_second(true).not_fixed();
        with_second(false).fixed_by_all(&[&made("Lyon", "lyon"), &made("Lyon", NAME)]);
    }

    #[test]
    fn a_group_on_the_gateway_of_a_telephone_exchange_is_none_for_lync() {
        let case = second_plan().with_gateway("pbx", "192.0.2.7", false).with_group("Lyon", "pbx");
        let case = case.set("/exchange/umHuntGroups/values/1/pilotIdentifier", "1000");
        case.finds(&[("Lyon", Fail), (PLAN, Pass), (NAME, Pass)]);
    }

    #[test]
    fn another_identifier_fails_and_is_left_to_a_person() {
        let case = unified_messaging(&RULE).change(GROUP, json!({ "pilotIdentifier": "1000" }));
        case.finds(&[(PLAN, Pass), (NAME, Fail)]).not_fixed();
    }

    #[test]
    fn without_a_gateway_it_is_too_early() {
        unified_messaging(&RULE).set("/exchange/umIpGateways/values", json!([])).not_applicable();
    }

    #[test]
    fn unknown_without_a_property_of_a_group() {
        for place in [format!("{GROUP}/pilotIdentifier"), format!("{DIAL_PLAN}/phoneContext")] {
            unified_messaging(&RULE).forget(&place).finds(&[(PLAN, Pass), (NAME, Unknown)]);
        }
        unified_messaging(&RULE).unknown_without_each("", GROUP, &["ipGateway"]);
    }

    #[test]
    fn a_name_that_another_group_of_the_gateway_has_is_not_given_twice() {
        let case = unified_messaging(&RULE).set(&format!("{GROUP}/dialPlan"), "Default");
        case.finds(&[(PLAN, Fail), (NAME, Fail)]).not_fixed();
    }
}
