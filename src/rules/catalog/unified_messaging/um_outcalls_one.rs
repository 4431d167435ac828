//! UM-OUTCALLS-ONE: each dial plan for Lync has one gateway for outgoing calls.

use crate::facts::IpGateway;
use crate::rules::fixes::{exch_uc_util, um_gateway};
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans;
use crate::rules::topology::um::gateways::{self, GatewayRank};
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes().with_follow_up(follow_up);

static METADATA: Metadata = Metadata {
    id: "UM-OUTCALLS-ONE",
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "Each dial plan for Lync has exactly one gateway for outgoing calls",
        "Chaque plan de numérotation pour Lync a exactement une passerelle pour les appels sortants",
    ),
    explanation: Text::new(
        "With several gateways, an outgoing call of unified messaging may use a pool that cannot route it. One of the gateways that the script created stays enabled for outgoing calls; they are disabled on all others, including existing ones. The French documentation implies that the script creates only one gateway; there may be several. One page counts all gateways, another one counts them for each dial plan: here they are counted for each dial plan, and the only gateway of a dial plan stays enabled.",
        "Avec plusieurs passerelles, un appel sortant de la messagerie unifiée peut utiliser un pool qui ne peut pas l'acheminer. Une des passerelles créées par le script reste activée pour les appels sortants ; ils sont désactivés sur toutes les autres, y compris les passerelles existantes. La documentation française laisse entendre que le script ne crée qu'une passerelle ; il peut y en avoir plusieurs. Une page compte toutes les passerelles, une autre les compte par plan de numérotation : ici, elles sont comptées par plan de numérotation, et l'unique passerelle d'un plan reste activée.",
    ),
    remedy: Text::new(
        "Set-UMIPGateway -Identity <gateway> -OutcallsAllowed $false for all gateways of the dial plan except one. Keep the gateway of the pool with the most users, not of a Director or a branch pool.",
        "Set-UMIPGateway -Identity <passerelle> -OutcallsAllowed $false pour toutes les passerelles du plan de numérotation sauf une. Conservez celle du pool qui a le plus d'utilisateurs, et non celle d'un directeur ou d'un pool de succursale.",
    ),
    interpretation: Some(Text::new(
        "A pool without the service UserServer is taken as a Director or a branch appliance. Disabled gateways are ignored. Only requested users are counted.",
        "Un pool sans le service UserServer est considéré comme un directeur ou une appliance de succursale. Les passerelles désactivées sont ignorées. Seuls les utilisateurs demandés sont comptés.",
    )),
    sources: &[
        Source::seed("003", "58-59"),
        Source::page("lync-server-2013-configure-unified-messaging-on-microsoft-exchange.md"),
        Source::page("um-ip-gateways-exchange-2013-help.md"),
    ],
    after: &["UM-EXCHUCUTIL", "UM-EUU-GATEWAY-PER-POOL", "UM-EUU-HUNTGROUP"],
    needs: &[
        &exchange_sections::UM_IP_GATEWAYS,
        &exchange_sections::UM_HUNT_GROUPS,
        &exchange_sections::UM_DIAL_PLANS,
        &lync_sections::POOLS,
        &lync_sections::USERS,
    ],
    optional: &[&lync_sections::USERS],
    ..super::BASE
};

const NO_GATEWAY_ENABLED: Text = Text::new(
    "No gateway of the dial plan {plan} is enabled for outgoing calls.",
    "Aucune passerelle du plan de numérotation {plan} n'est activée pour les appels sortants.",
);
const SEVERAL: Text = Text::new(
    "The dial plan {plan} has several gateways for outgoing calls: {gateways}.",
    "Le plan de numérotation {plan} a plusieurs passerelles pour les appels sortants : {gateways}.",
);
const WRONG_ONE: Text = Text::new(
    "The dial plan {plan} uses {gateways} for outgoing calls, whose pool has no users, although another pool has users.",
    "Le plan de numérotation {plan} utilise {gateways} pour les appels sortants, dont le pool n'a pas d'utilisateurs, alors qu'un autre pool en a.",
);
const NO_GATEWAY: Text = Text::new(
    "No enabled gateway points to the dial plan {plan}. See UM-EUU-HUNTGROUP and UM-EXCHUCUTIL.",
    "Aucune passerelle activée ne pointe vers le plan de numérotation {plan}. Voir UM-EUU-HUNTGROUP et UM-EXCHUCUTIL.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let of_plans = gateways::of_plans(context)?;
    let fitness = GatewayRank::new(context)?;
    dial_plans::each(context, findings, |plan, findings| {
        let target = dial_plans::target(plan);
        let gateways = of_plans.get(&plan.name.to_lowercase()).map(Vec::as_slice).unwrap_or_default();
        let mut args = args! { plan: plan.name };
        if gateways.is_empty() {
            findings.not_applicable(target, NO_GATEWAY, args);
            return Ok(());
        }
        let mut on = Vec::new();
        let mut evidence = Vec::new();
        for gateway in gateways {
            let allowed = gateways::is_on(gateway)?;
            let name = format!("OutcallsAllowed ({})", gateway.name);
            evidence.push(Evidence::actual(name, Some(allowed.to_string())).from(gateway));
            if allowed {
                on.push(gateway.name.as_str());
            }
        }
        args.push(("gateways", on.join(", ")));
        let plain: Vec<&IpGateway> = gateways.iter().map(|one| &***one).collect();
        if gateways::settled(&fitness, &plain)?.is_some() {
            findings.pass(target, evidence);
        } else {
            let text = match on[..] {
                [] => NO_GATEWAY_ENABLED,
                [_] => WRONG_ONE,
                _ => SEVERAL,
            };
            let (context, gateways) = (*context, gateways.to_vec());
            let fix = move |fix: &mut Fix<'_>| leave_one(&context, &gateways, fix);
            findings.fail(target, text, args, evidence).with_fix(fix);
        }
        Ok(())
    })
}

/// The gateways that the script will make, by the names of their pools: their own are not known yet. Each of them leads to
/// every plan and is on.
fn made_by_script(context: &Context<'_>) -> Result<Vec<IpGateway>, Missing> {
    let made = |pool: String| IpGateway {
        name: pool.clone(),
        address: Some(pool),
        outcalls_allowed: Some(true),
        ..IpGateway::default()
    };
    Ok(exch_uc_util::pools_that_get_a_gateway(context)?.into_iter().map(made).collect())
}

/// The names of the gateways that stay on, of those that each plan has.
fn gateways_to_keep(context: &Context<'_>, of_plans: &[Vec<&IpGateway>]) -> Result<BTreeSet<String>, Missing> {
    let gateways_to_keep = gateways::gateways_to_keep(&GatewayRank::new(context)?, of_plans)?;
    Ok(gateways_to_keep.into_iter().map(str::to_owned).collect())
}

/// Leaves one of the gateways of a plan on, of those that there are when the script has run.
fn leave_one(context: &Context<'_>, gateways: &[&Item<IpGateway>], fix: &mut Fix<'_>) -> Result<(), Missing> {
    let made = made_by_script(context)?;
    let of_plans = gateways::of_plans(context)?.into_values();
    let of_plans: Vec<Vec<&IpGateway>> =
        of_plans.map(|own| own.into_iter().map(|one| &**one).chain(&made).collect()).collect();
    let gateways_to_keep = gateways_to_keep(context, &of_plans)?;
    for gateway in gateways {
        if let Some(step) = change(gateway, &gateways_to_keep)? {
            fix.add(step);
        }
    }
    Ok(())
}

/// The step that brings a gateway to what it shall be; nothing if it is so.
fn change(gateway: &IpGateway, gateways_to_keep: &BTreeSet<String>) -> Result<Option<Step>, Missing> {
    let (now, wanted) = (gateways::is_on(gateway)?, gateways_to_keep.contains(&gateway.name));
    Ok((now != wanted).then(|| um_gateway::set(gateway, "OutcallsAllowed", now.into(), wanted.into())))
}

/// Where the script makes gateways, or steps enable one or join one with a dial plan, each plan still has one gateway for
/// outgoing calls. Of the gateways that the script makes those go off that do not stay, and so do others that were right
/// before.
fn follow_up(context: &Context<'_>, fixes: &mut FollowUp<'_>) {
    let scripts = fixes.numbers(|added| {
        let is_script = matches!(&added.step.command, Command::Cmdlet(cmdlet) if cmdlet.name == exch_uc_util::SCRIPT);
        is_script && added.step.transition.is_some()
    });
    for step in steps_after(context, fixes.added(), &scripts).unwrap_or_default() {
        fixes.add(step);
    }
}

fn steps_after(context: &Context<'_>, added: &[PendingStep], scripts: &[usize]) -> Result<Vec<Step>, Missing> {
    let (made, may_be_made) = if scripts.is_empty() {
        (Vec::new(), Vec::new())
    } else {
        (made_by_script(context)?, exch_uc_util::pools_without_gateway(context)?)
    };
    let mut joining = Joining::new(context, added)?;
    if !scripts.is_empty() {
        joining.join_by_script(context)?;
    }
    let mut of_plans: BTreeMap<String, (bool, Vec<&IpGateway>)> = BTreeMap::new();
    for plan in dial_plans::sip_plans(context)? {
        of_plans.insert(plan.name.to_lowercase(), (!made.is_empty(), made.iter().collect()));
    }
    for (plan, gateway, is_new) in &joining.groups {
        let Some((changes, own)) = of_plans.get_mut(plan) else { continue };
        let Some((gateway, is_enabled_now)) = joining.gateways.get(gateway) else { continue };
        if gateways::is_enabled(gateway)? && !own.iter().any(|known| known.name == gateway.name) {
            *changes |= *is_new || !is_enabled_now;
            own.push(gateway);
        }
    }
    let every: Vec<Vec<&IpGateway>> = of_plans.values().map(|(_, own)| own.clone()).collect();
    let gateways_to_keep = gateways_to_keep(context, &every)?;
    let off = may_be_made.iter().filter(|pool| !gateways_to_keep.contains(*pool));
    let mut steps: Vec<Step> = off.map(|pool| switch_off(pool, scripts.to_vec())).collect();
    for gateway in of_plans.values().filter(|(changes, _)| *changes).flat_map(|(_, own)| own) {
        if !made.iter().any(|one| one.name == gateway.name) {
            steps.extend(change(gateway, &gateways_to_keep)?);
        }
    }
    Ok(steps)
}

/// Gateways and hunt groups as they are after some steps.
struct Joining {
    /// The gateways by name in lower case, each with whether it is enabled now.
    gateways: HashMap<String, (IpGateway, bool)>,
    /// The names of the dial plan and the gateway of each hunt group in lower case, and whether a step makes it.
    groups: Vec<(String, String, bool)>,
}

impl Joining {
    fn new(context: &Context<'_>, added: &[PendingStep]) -> Result<Self, Missing> {
        let exchange = &context.estate.exchange;
        let all = exchange.um_ip_gateways.items()?.iter();
        let is_enabled = |one: &IpGateway| gateways::is_enabled(one).unwrap_or_default();
        let mut gateways: HashMap<_, _> =
            all.map(|one| (one.name.to_lowercase(), (IpGateway::clone(one), is_enabled(one)))).collect();
        let lower = |name: &Option<String>| name.as_deref().unwrap_or_default().to_lowercase();
        let groups = exchange.um_hunt_groups.items()?.iter();
        let mut groups: Vec<_> =
            groups.map(|group| (lower(&group.dial_plan), lower(&group.ip_gateway), false)).collect();
        for one in added {
            let Command::Cmdlet(cmdlet) = &one.step.command else { continue };
            let value = |name: &str| cmdlet.parameters.iter().find(|one| one.name == name).map(|one| &one.value);
            let text = |name: &str| match value(name) {
                Some(Value::Text(text)) => text.to_lowercase(),
                _ => String::new(),
            };
            if cmdlet.name == "New-UMHuntGroup" {
                groups.push((text("UMDialPlan"), text("UMIPGateway"), true));
            } else if cmdlet.name == "Set-UMIPGateway"
                && let Some((gateway, _)) = gateways.get_mut(&text("Identity"))
            {
                match (value("Status"), value("OutcallsAllowed")) {
                    (Some(Value::Text(status)), _) => gateway.status = Some(status.clone()),
                    (_, Some(Value::Flag(allowed))) => gateway.outcalls_allowed = Some(*allowed),
                    _ => {}
                }
            }
        }
        Ok(Self { gateways, groups })
    }

    /// The script joins the gateway of each pool that it works for with every plan for Lync.
    fn join_by_script(&mut self, context: &Context<'_>) -> Result<(), Missing> {
        let pools = gateways::voice_pools(context)?;
        for (_, gateway) in gateways::of_pools(context)?.into_iter().filter(|(pool, _)| pools.contains(pool)) {
            for plan in dial_plans::sip_plans(context)? {
                self.groups.push((plan.name.to_lowercase(), gateway.name.to_lowercase(), true));
            }
        }
        Ok(())
    }
}

/// Switches off the gateway that the script made for a pool. It goes when the script is undone, so there is nothing to
/// take back here.
fn switch_off(pool: &str, follows: Vec<usize>) -> Step {
    Step::new(
        Shell::Exchange,
        (
            Text::new(
                "Disable outgoing calls on the new gateway to {pool}",
                "Désactiver les appels sortants sur la nouvelle passerelle vers {pool}",
            ),
            args! { pool },
        ),
        exch_uc_util::each_gateway(pool, Cmdlet::new("Set-UMIPGateway").with("OutcallsAllowed", false)),
    )
    .following(follows)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    const GATEWAYS: &str = "/exchange/umIpGateways/values";
    const GROUPS: &str = "/exchange/umHuntGroups/values";

    /// The estate with a second gateway in the plan, by its name and address.
    fn with_second(name: &str, address: &str) -> Case {
        unified_messaging(&RULE).with_gateway(name, address, true).with_group(PLAN, name)
    }

    fn set(name: &str, on: bool) -> String {
        format!("Set-UMIPGateway -Identity {name} -OutcallsAllowed {on}")
    }

    #[test]
    fn the_only_gateway_stays_on() {
        let case = unified_messaging(&RULE).passes(PLAN).change(GATEWAY, json!({ "outcallsAllowed": false }));
        case.fails(PLAN).fixed_by(&set("pool", true));
    }

    #[test]
    fn a_gateway_from_before_the_script_goes_off() {
        let case = with_second("exchange", "192.0.2.7").fails(PLAN).fixed_by(&set("exchange", false));
        case.set(&format!("{GATEWAYS}/1/status"), "Disabled").passes(PLAN);
    }

    #[test]
    fn a_director_or_a_branch_does_not_stay_on() {
        let case = with_second("director", "dir.contoso.com").with_pool("dir.contoso.com", &["Registrar"]);
        let case = case.fixed_by(&set("director", false)).change(GATEWAY, json!({ "outcallsAllowed": false }));
        case.fails(PLAN).fixed_by_all(&[&set("pool", true), &set("director", false)]);
    }

    #[test]
    fn of_two_pools_the_one_with_more_users_stays_on() {
        let case = with_second("lyon", "lyon.contoso.com").with_pool("lyon.contoso.com", &["Registrar", "UserServer"]);
        let case = case.fixed_by(&set("lyon", false));
        case.change(USER, json!({ "registrarPool": "LYON.contoso.com" })).fixed_by(&set("pool", false));
    }

    #[test]
    fn each_plan_is_counted_by_itself_and_a_gateway_that_one_keeps_serves_the_others() {
        let case = with_second("exchange", "192.0.2.7").with_plan("Lyon", "SipName");
        case.clone().with_group("Lyon", "exchange").finds(&[("Lyon", Pass), (PLAN, Pass)]);
        let group = json!({ "name": "Lyon", "pilotIdentifier": "Lyon.contoso.com", "dialPlan": "Lyon", "ipGateway": "exchange" });
        let shared = case.set(&format!("{GROUPS}/2"), group).finds(&[("Lyon", Pass), (PLAN, Fail)]);
        // The only gateway of Lyon has to stay on.
        shared.fixed_by(&set("pool", false));
    }

    /// The steps that follow the script.
    fn after_script(case: &Case) -> Vec<String> {
        case.followers(&["UM-EXCHUCUTIL"], super::follow_up)
    }

    /// The step that switches the gateway off that the script made for a pool.
    fn off(pool: &str) -> String {
        format!("Set-UMIPGateway -OutcallsAllowed false of Get-UMIPGateway -Address {pool}")
    }

    /// The estate with a second pool, and users of Enterprise Voice in these pools.
    fn two_pools(users: &[&str]) -> Case {
        let user = |(number, pool): (usize, &&str)| json!({ "identity": format!("user{number}@contoso.com"), "registrarPool": pool, "enterpriseVoiceEnabled": true });
        let users: Vec<Value> = users.iter().enumerate().map(user).collect();
        let case = unified_messaging(&RULE).with_pool("lyon.contoso.com", &["Registrar", "UserServer"]);
        case.set("/lync/users/values", json!(users))
    }

    #[test]
    fn of_the_gateways_that_the_script_makes_one_stays_on() {
        let two = two_pools(&[POOL, POOL, "lyon.contoso.com"]);
        assert_eq!(after_script(&two), [off("lyon.contoso.com")], "the one that is there has more users");
        let none = two.clone().set(GATEWAYS, json!([])).set(GROUPS, json!([]));
        assert_eq!(after_script(&none), [off("lyon.contoso.com")]);
        let telephones = two.change(GATEWAY, json!({ "address": "192.0.2.7" }));
        let expected = [off("lyon.contoso.com"), set("pool", false)];
        assert_eq!(after_script(&telephones), expected, "the one of a telephone exchange goes off");
        assert_eq!(after_script(&unified_messaging(&RULE)), Vec::<String>::new());
    }

    #[test]
    fn a_gateway_that_the_script_may_not_make_is_not_the_one_that_stays_on() {
        let case = two_pools(&[POOL]).change(GATEWAY, json!({ "address": "192.0.2.7" }));
        assert_eq!(after_script(&case), [off("lyon.contoso.com"), set("pool", false)]);
    }

    #[test]
    fn a_plan_without_a_gateway_is_for_the_script() {
        unified_messaging(&RULE).forget(GROUP).finds(&[(PLAN, NotApplicable)]);
    }

    #[test]
    fn unknown_without_the_switch_of_a_gateway() {
        unified_messaging(&RULE).unknown_without_each(PLAN, GATEWAY, &["outcallsAllowed"]);
    }

    /// The steps that follow those of other rules.
    fn after(case: &Case, ids: &[&str]) -> Vec<String> {
        case.followers(ids, super::follow_up)
    }

    #[test]
    fn a_gateway_that_a_step_enables_does_not_become_a_second_one() {
        let case = with_second("exchange", "lyon.contoso.com").with_pool("lyon.contoso.com", &["Registrar"]);
        let case = case.set(&format!("{GATEWAYS}/1/status"), "Disabled").passes(PLAN);
        assert_eq!(after(&case, &["UM-EUU-GATEWAY-PER-POOL"]), [set("exchange", false)]);
    }

    /// The case where Lync may not read what the script lets it read.
    fn unread(case: Case) -> Case {
        case.set("/exchange/umContainers/values/0/readers", json!([]))
    }

    #[test]
    fn the_same_holds_where_the_script_runs_for_another_reason() {
        let case = unread(with_second("exchange", "192.0.2.7")).change(GATEWAY, json!({ "status": "Disabled" }));
        let steps = ["UM-EUU-AD-PERMS", "UM-EUU-GATEWAY-PER-POOL"];
        assert_eq!(after(&case.passes(PLAN), &steps), [set("exchange", false)]);
    }

    #[test]
    fn the_script_joins_gateways_that_are_there_with_every_plan() {
        let case = two_pools(&[POOL, POOL, "lyon.contoso.com"]).with_gateway("lyon", "lyon.contoso.com", true);
        let case = unread(case.with_plan("Lyon", "SipName").with_group("Lyon", "lyon"));
        let case = case.finds(&[("Lyon", Pass), (PLAN, Pass)]);
        assert_eq!(after(&case, &["UM-EUU-AD-PERMS"]), [set("lyon", false)]);
    }

    #[test]
    fn a_hunt_group_that_a_step_makes_does_not_bring_a_second_one() {
        let case = unified_messaging(&RULE).with_gateway("exchange", "192.0.2.7", true);
        let case = case.set(&format!("{GROUPS}/0/ipGateway"), "exchange").passes(PLAN);
        assert_eq!(after(&case, &["UM-EUU-HUNTGROUP"]), [set("exchange", false)]);
    }
}
