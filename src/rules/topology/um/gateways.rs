//! Gateways of unified messaging: which of them are pools of Lync, which lead to which dial plan for Lync, which one of
//! each plan stays on for outgoing calls, and the step that sets one. What is wrong with them is for the rules.

use crate::facts::{HuntGroup, IpGateway};
use crate::rules::prelude::*;
use crate::rules::topology::lync::pools::registrar_pools;
use crate::rules::topology::um::dial_plans::sip_plans;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The port on which a pool listens for TLS.
pub(crate) const PORT: u32 = 5061;

type Gateway<'a> = &'a Item<IpGateway>;

/// A property of a gateway that was not collected.
pub(crate) fn unknown(gateway: &IpGateway) -> Missing {
    Missing::not_collected(&exchange_sections::UM_IP_GATEWAYS).on(&gateway.name)
}

/// A property of a hunt group that was not collected.
pub(crate) fn unknown_group(group: &HuntGroup) -> Missing {
    Missing::not_collected(&exchange_sections::UM_HUNT_GROUPS).on(&group.name)
}

/// The address of a gateway in the form in which addresses are compared.
pub(crate) fn address(gateway: &IpGateway) -> Result<String, Missing> {
    gateway.address.as_deref().map(str::to_lowercase).ok_or_else(|| unknown(gateway))
}

/// Whether calls may come from a gateway.
pub(crate) fn is_enabled(gateway: &IpGateway) -> Result<bool, Missing> {
    gateway.status.as_deref().map(|status| status.eq_ignore_ascii_case("Enabled")).ok_or_else(|| unknown(gateway))
}

/// Whether unified messaging may call out through a gateway.
pub(crate) fn is_on(gateway: &IpGateway) -> Result<bool, Missing> {
    gateway.outcalls_allowed.ok_or_else(|| unknown(gateway))
}

/// The gateways that are pools of Lync with a Registrar, by address.
pub(crate) fn of_pools<'a>(context: &Context<'a>) -> Result<BTreeMap<String, Gateway<'a>>, Missing> {
    let pools: HashSet<String> = registrar_pools(context)?.into_iter().collect();
    let mut found = BTreeMap::new();
    for gateway in context.estate.exchange.um_ip_gateways.items()? {
        let address = address(gateway)?;
        if pools.contains(&address) {
            found.entry(address).or_insert(gateway);
        }
    }
    Ok(found)
}

/// The pools with users of Enterprise Voice, which are those that `ExchUcUtil.ps1` makes gateways for. Only the users that
/// were asked for are known: while none of them has it, these are all pools with a Registrar.
pub(crate) fn voice_pools(context: &Context<'_>) -> Result<Vec<String>, Missing> {
    let users = context.estate.lync.users.items().unwrap_or_default().iter();
    let voice = users.filter(|user| user.enabled != Some(false) && user.enterprise_voice_enabled == Some(true));
    let homes: BTreeSet<&str> = voice.filter_map(|user| user.registrar_pool.as_deref()).collect();
    let pools = registrar_pools(context)?;
    let (used, others): (Vec<_>, Vec<_>) =
        pools.into_iter().partition(|pool| homes.iter().any(|home| same_name(home, pool)));
    Ok(if used.is_empty() { others } else { used })
}

/// The gateways in use of each dial plan for Lync: the two are joined by hunt groups. Names are in lower case.
pub(crate) fn of_plans<'a>(context: &Context<'a>) -> Result<BTreeMap<String, Vec<Gateway<'a>>>, Missing> {
    let exchange = &context.estate.exchange;
    let all = exchange.um_ip_gateways.items()?.iter();
    let gateways: HashMap<String, Gateway<'a>> = all.map(|one| (one.name.to_lowercase(), one)).collect();
    let mut of_plans: BTreeMap<String, Vec<Gateway<'a>>> =
        sip_plans(context)?.into_iter().map(|plan| (plan.name.to_lowercase(), Vec::new())).collect();
    for group in exchange.um_hunt_groups.items()? {
        let unknown = || unknown_group(group);
        let plan = group.dial_plan.as_deref().ok_or_else(unknown)?.to_lowercase();
        let gateway = group.ip_gateway.as_deref().ok_or_else(unknown)?.to_lowercase();
        if let (Some(plan), Some(&gateway)) = (of_plans.get_mut(&plan), gateways.get(&gateway))
            && is_enabled(gateway)?
            && !plan.iter().any(|known| known.name == gateway.name)
        {
            plan.push(gateway);
        }
    }
    Ok(of_plans)
}

/// What makes a gateway a good one for outgoing calls.
pub(crate) struct GatewayRank {
    /// The pools in which users are at home: neither Directors nor branch appliances, which only have a Registrar.
    homes: HashSet<String>,
    /// How many users of Enterprise Voice each pool has, of those that were asked for.
    users: HashMap<String, usize>,
}

impl GatewayRank {
    pub(crate) fn new(context: &Context<'_>) -> Result<Self, Missing> {
        let mut homes = HashSet::new();
        for pool in context.estate.lync.pools.items()? {
            let has_users = |service: &String| service.to_lowercase().starts_with("userserver");
            if pool.services.iter().flatten().any(has_users) {
                homes.insert(pool.fqdn.to_lowercase());
            }
        }
        let mut as_written: HashMap<&str, usize> = HashMap::new();
        for user in context.estate.lync.users.items().unwrap_or_default() {
            if let (Some(true), Some(pool)) = (user.enterprise_voice_enabled, &user.registrar_pool) {
                *as_written.entry(pool).or_default() += 1;
            }
        }
        let mut users = HashMap::new();
        for (pool, count) in as_written {
            *users.entry(pool.to_lowercase()).or_default() += count;
        }
        Ok(Self { homes, users })
    }

    /// Whether users are at home behind a gateway.
    pub(crate) fn is_home(&self, gateway: &IpGateway) -> Result<bool, Missing> {
        address(gateway).map(|address| self.homes.contains(&address))
    }

    /// Higher is better; of two that are equal the one that is on, and then the one whose name comes first.
    fn rank<'g>(&self, gateway: &'g IpGateway) -> Result<(bool, usize, bool, Reverse<&'g str>), Missing> {
        let users = self.users.get(&address(gateway)?).copied().unwrap_or_default();
        Ok((self.is_home(gateway)?, users, is_on(gateway)?, Reverse(gateway.name.as_str())))
    }
}

/// The only gateway of a plan that is on for outgoing calls, if it is a good one.
pub(crate) fn settled<'a>(ranks: &GatewayRank, gateways: &[&'a IpGateway]) -> Result<Option<&'a IpGateway>, Missing> {
    let mut on = Vec::new();
    let mut any_home = false;
    for &gateway in gateways {
        any_home |= ranks.is_home(gateway)?;
        if is_on(gateway)? {
            on.push(gateway);
        }
    }
    let [only] = on[..] else { return Ok(None) };
    Ok((!any_home || ranks.is_home(only)?).then_some(only))
}

/// The names of the gateways that stay on, one for each of some lists, each of which is that of a plan. A gateway may serve
/// several plans: one that stays on for a plan is taken for the others too.
pub(crate) fn gateways_to_keep<'a>(
    ranks: &GatewayRank,
    of_plans: &[Vec<&'a IpGateway>],
) -> Result<BTreeSet<&'a str>, Missing> {
    let mut staying = BTreeSet::new();
    for gateways in of_plans {
        staying.extend(settled(ranks, gateways)?.map(|gateway| gateway.name.as_str()));
    }
    // A plan with few gateways has little choice, so it chooses first.
    let mut open: Vec<_> = of_plans.iter().collect();
    open.sort_by_key(|gateways| gateways.len());
    for gateways in open {
        if gateways.iter().any(|gateway| staying.contains(gateway.name.as_str())) {
            continue;
        }
        let mut best = None;
        for gateway in gateways {
            best = best.max(Some((ranks.rank(gateway)?, gateway.name.as_str())));
        }
        staying.extend(best.map(|(_, name)| name));
    }
    Ok(staying)
}
