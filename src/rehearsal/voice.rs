//! What commands of unified messaging do beyond setting a property: the script `ExchUcUtil.ps1`, hunt groups, and that a
//! gateway goes with its groups.

use super::command::{Done, given, make, remove};
use super::estate::{Facts, label, text, texts};
use crate::facts::same_name;
use crate::step::Cmdlet;
use serde_json::{Value, json};

/// The groups of Lync that have to read the objects of unified messaging.
const READERS: [&str; 2] = ["RTCUniversalServerAdmins", "RTCComponentUniversalServices"];

/// Lets Lync read, and makes a gateway for each pool with users of Enterprise Voice, each with a hunt group for every dial
/// plan for Lync.
pub(super) fn run_script(facts: &mut Facts) {
    facts.change(
        "exchange.umContainers",
        |one| one.get("readers").is_some(),
        |one| {
            let absent: Vec<&str> = READERS
                .into_iter()
                .filter(|name| !texts(one, "readers").iter().any(|found| same_name(found, name)))
                .collect();
            one["readers"].as_array_mut().unwrap().extend(absent.into_iter().map(Value::from));
        },
    );
    for pool in voice_pools(facts) {
        let gateway = gateway_of(facts, &pool);
        add_groups(facts, &gateway);
    }
}

/// The pools with users of Enterprise Voice; all with a Registrar where nobody asked for users.
fn voice_pools(facts: &Facts) -> Vec<String> {
    let users = facts.items("lync.users");
    let has_voice = |pool: &str| {
        let mut own = users.iter().filter(|one| same_name(text(one, "registrarPool"), pool));
        own.any(|one| one["enabled"] != false && one["enterpriseVoiceEnabled"] == true)
    };
    let is_asked = facts.knows("lync.users");
    let pools = facts.items("lync.pools").into_iter();
    let own = pools.filter(|one| texts(one, "services").iter().any(|service| service.starts_with("Registrar")));
    own.map(|one| text(one, "fqdn").to_owned()).filter(|pool| !is_asked || has_voice(pool)).collect()
}

/// The name of the gateway that leads to a pool; a new one has the first label of the pool, if that is free.
fn gateway_of(facts: &mut Facts, pool: &str) -> String {
    let all = facts.items("exchange.umIpGateways");
    if let Some(known) = all.into_iter().find(|one| same_name(text(one, "address"), pool)) {
        return text(known, "name").to_owned();
    }
    let is_taken =
        |name: &str| facts.items("exchange.umIpGateways").into_iter().any(|one| same_name(text(one, "name"), name));
    let name = if is_taken(label(pool)) { pool.to_owned() } else { label(pool).to_owned() };
    let made = json!({
        "name": name, "address": pool, "port": 5061, "outcallsAllowed": true, "status": "Enabled",
        "whenCreated": facts.clock.to_string(),
    });
    facts.add("exchange.umIpGateways", &made);
    name
}

fn add_groups(facts: &mut Facts, gateway: &str) {
    let plans = facts.items("exchange.umDialPlans").into_iter();
    let plans = plans.filter(|one| text(one, "uriType").eq_ignore_ascii_case("SipName"));
    let groups = facts.items("exchange.umHuntGroups");
    let has = |plan: &str| {
        let mut own = groups.iter().filter(|one| same_name(text(one, "ipGateway"), gateway));
        own.any(|one| same_name(text(one, "dialPlan"), plan))
    };
    let made: Vec<Value> = plans
        .filter(|one| !has(text(one, "name")))
        .map(|one| {
            let (name, pilot) = (text(one, "name"), text(one, "phoneContext"));
            json!({ "name": name, "pilotIdentifier": pilot, "dialPlan": name, "ipGateway": gateway })
        })
        .collect();
    for group in &made {
        facts.add("exchange.umHuntGroups", group);
    }
}

/// A hunt group stands below its gateway.
pub(super) fn settle(facts: &mut Facts) {
    if facts.knows("exchange.umIpGateways") {
        let gateways: Vec<String> =
            facts.items("exchange.umIpGateways").into_iter().map(|one| text(one, "name").to_owned()).collect();
        let is_known = |name: &str| gateways.iter().any(|one| same_name(one, name));
        facts
            .remove("exchange.umHuntGroups", |one| one.get("ipGateway").is_some() && !is_known(text(one, "ipGateway")));
    }
}

/// Makes a hunt group.
pub(super) fn new_group(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    make(facts, cmdlet, json!({}))
}

/// A gateway goes with the hunt groups that are below it.
pub(super) fn remove_gateway(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    remove(facts, cmdlet)?;
    let name = given(cmdlet, "Identity")?;
    facts.remove("exchange.umHuntGroups", |one| same_name(text(one, "ipGateway"), name));
    Ok(())
}
