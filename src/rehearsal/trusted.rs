//! What the commands about trusted application pools do: a pool is one of the topology too, with its computers, and a copy
//! of the configuration if it replicates. All of it waits for `Enable-CsTopology`.

use super::command::{Done, given, make, parameter};
use super::estate::{Facts, text, texts};
use super::lync;
use crate::facts::same_name;
use crate::step::{Cmdlet, Value as StepValue};
use serde_json::{Value, json};

/// Makes a trusted pool with its first computer.
pub(super) fn new_pool(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let (name, site_id) = (given(cmdlet, "Identity")?, given(cmdlet, "Site")?);
    let sites = facts.items("lync.sites");
    let site = sites.into_iter().find(|one| same_name(text(one, "siteId"), site_id));
    let site = site.map(|one| text(one, "identity").to_owned()).ok_or_else(|| format!("there is no site {site_id}"))?;
    let registrar = given(cmdlet, "Registrar")?.to_owned();
    let is_registrar = |one: &&Value| {
        same_name(text(one, "fqdn"), &registrar)
            && texts(one, "services").iter().any(|service| service.starts_with("Registrar"))
    };
    if !facts.items("lync.pools").iter().any(is_registrar) {
        return Err(format!("there is no Registrar {registrar}"));
    }
    let computer = given(cmdlet, "ComputerFqdn").unwrap_or(name).to_owned();
    let replicates = parameter(cmdlet, "RequiresReplication") != Some(&StepValue::Flag(false));
    let made = json!({
        "fqdn": name, "siteId": site, "computers": [computer], "applications": [], "requiresReplication": replicates,
    });
    make(facts, cmdlet, made)?;
    let pool = json!({
        "fqdn": name, "computers": [computer], "services": [format!("TrustedApplicationPool:{name}")], "site": site,
    });
    facts.add("lync.pools", &pool);
    facts.add("lync.computers", &json!({ "fqdn": computer, "pool": name }));
    changed(facts);
    Ok(())
}

/// Adds a computer to a trusted pool.
pub(super) fn new_computer(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let (name, pool) = (given(cmdlet, "Identity")?, given(cmdlet, "Pool")?);
    let add = |one: &mut Value| {
        if let Some(computers) = one["computers"].as_array_mut() {
            computers.push(name.into());
        }
    };
    let is_it = |one: &Value| same_name(text(one, "fqdn"), pool);
    if !facts.change("lync.trustedPools", is_it, add) {
        return Err(format!("there is no trusted pool {pool}"));
    }
    facts.change("lync.pools", is_it, add);
    facts.add("lync.computers", &json!({ "fqdn": name, "pool": pool }));
    changed(facts);
    Ok(())
}

/// Makes a trusted application; its id gets a prefix and is in lower case.
pub(super) fn new_application(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let (id, pool) = (given(cmdlet, "ApplicationId")?, given(cmdlet, "TrustedApplicationPoolFqdn")?);
    let bare = id.to_lowercase();
    let bare = bare.strip_prefix("urn:application:").unwrap_or(&bare);
    let id = format!("urn:application:{bare}");
    let port = match parameter(cmdlet, "Port") {
        Some(StepValue::Number(port)) if (1..=65535).contains(port) => *port,
        other => return Err(format!("-Port is {other:?}")),
    };
    if !bare.chars().all(|one| one.is_ascii_alphanumeric() || "._-".contains(one)) {
        return Err(format!("{id} has characters that are not allowed"));
    }
    let all = facts.items("lync.trustedApplications");
    let mut own = all.into_iter().filter(|one| same_name(text(one, "pool"), pool));
    if own.any(|one| same_name(text(one, "applicationId"), &id) || one["port"] == port) {
        return Err(format!("{id} or its port {port} is there already"));
    }
    let is_it = |one: &Value| same_name(text(one, "fqdn"), pool);
    let add = |one: &mut Value| match one["applications"].as_array_mut() {
        Some(applications) => applications.push(id.as_str().into()),
        None => one["applications"] = json!([id]),
    };
    if !facts.change("lync.trustedPools", is_it, add) {
        return Err(format!("there is no trusted pool {pool}"));
    }
    facts.add("lync.trustedApplications", &json!({ "pool": pool, "applicationId": id, "port": port }));
    changed(facts);
    Ok(())
}

/// A pool goes with its computers and applications, but not without a Registrar.
pub(super) fn remove_pool(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let name = given(cmdlet, "Identity")?;
    let is_it = |one: &Value| same_name(text(one, "fqdn"), name);
    let all = facts.items("lync.trustedPools");
    let pool = all.into_iter().find(|one| is_it(one)).ok_or_else(|| format!("there is no trusted pool {name}"))?;
    if text(pool, "registrar").is_empty() {
        return Err(format!("{name} has no Registrar"));
    }
    facts.remove("lync.trustedPools", is_it);
    facts.remove("lync.pools", is_it);
    for path in ["lync.computers", "lync.trustedApplications"] {
        facts.remove(path, |one| same_name(text(one, "pool"), name));
    }
    changed(facts);
    Ok(())
}

/// Removes a trusted application.
pub(super) fn remove_application(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let identity = given(cmdlet, "Identity")?;
    let (pool, id) = identity.split_once('/').ok_or_else(|| format!("{identity} is no application"))?;
    let is_it = |one: &Value| same_name(text(one, "pool"), pool) && same_name(text(one, "applicationId"), id);
    if !facts.remove("lync.trustedApplications", is_it) {
        return Err(format!("there is no application {identity}"));
    }
    facts.change(
        "lync.trustedPools",
        |one| same_name(text(one, "fqdn"), pool),
        |one| {
            if let Some(applications) = one["applications"].as_array_mut() {
                applications.retain(|own| !own.as_str().is_some_and(|own| same_name(own, id)));
            }
        },
    );
    changed(facts);
    Ok(())
}

/// What was set of a trusted pool or application waits as well.
pub(super) fn after_setting(facts: &mut Facts, cmdlet: &Cmdlet) {
    if cmdlet.name.contains("-CsTrustedApplication") {
        changed(facts);
    }
}

/// The computers of trusted pools are computers of the topology.
pub(super) fn list_computers(facts: &mut Facts) {
    let pools: Vec<Value> = facts.items("lync.trustedPools").into_iter().cloned().collect();
    for pool in &pools {
        for computer in texts(pool, "computers") {
            let item = json!({ "fqdn": computer, "pool": text(pool, "fqdn") });
            for list in facts.lists_mut("lync.computers").filter(|list| !list.contains(&item)).collect::<Vec<_>>() {
                list.push(item.clone());
            }
        }
    }
}

/// What is configured has not been enabled.
fn changed(facts: &mut Facts) {
    facts.hidden.unpublished = true;
    list_replicas(facts);
    lync::report(facts);
}

/// What the products keep together: pools of the topology, computers and replicas of trusted pools, and the applications
/// that they name.
pub(super) fn settle(facts: &mut Facts) {
    if !facts.knows("lync.trustedPools") {
        return;
    }
    let pools: Vec<Value> = facts.items("lync.trustedPools").into_iter().cloned().collect();
    let pool_of =
        |one: &Value| pools.iter().map(|pool| text(pool, "fqdn")).find(|name| same_name(name, text(one, "pool")));
    facts.remove("lync.trustedApplications", |one| pool_of(one).is_none());
    facts.change(
        "lync.trustedApplications",
        |one| one["applicationId"].is_string(),
        |one| {
            one["applicationId"] = kept_id(text(one, "applicationId")).into();
            one["pool"] = pool_of(one).unwrap_or_default().into();
        },
    );
    let applications: Vec<Value> = facts.items("lync.trustedApplications").into_iter().cloned().collect();
    facts.change(
        "lync.trustedPools",
        |_| true,
        |one| {
            let own = applications.iter().filter(|app| same_name(text(app, "pool"), text(one, "fqdn")));
            one["applications"] = own.map(|app| text(app, "applicationId")).collect();
        },
    );
    let is_trusted =
        |one: &Value| texts(one, "services").iter().any(|service| service.starts_with("TrustedApplicationPool"));
    facts.remove("lync.pools", is_trusted);
    facts.remove("lync.computers", |one| text(one, "fqdn").to_lowercase().starts_with("ex0"));
    for pool in &pools {
        let (name, computers) = (text(pool, "fqdn"), &pool["computers"]);
        let services = [format!("TrustedApplicationPool:{name}")];
        let item = json!({ "fqdn": name, "computers": computers, "services": services, "site": pool["siteId"] });
        facts.add("lync.pools", &item);
    }
    list_computers(facts);
    list_replicas(facts);
}

/// An id as Lync keeps it. What nobody could make is not there, but for blanks between words: such ids were seen.
fn kept_id(id: &str) -> String {
    let id = id.to_lowercase();
    let bare = id.strip_prefix("urn:application:").unwrap_or(&id);
    let bare: String = bare.chars().filter(|one| one.is_ascii_alphanumeric() || "._- ".contains(*one)).collect();
    format!("urn:application:{}", if bare.trim().is_empty() { "other" } else { bare.trim() })
}

/// The computers of trusted pools that replicate are among the replicas, and those of the others are not.
fn list_replicas(facts: &mut Facts) {
    let pools: Vec<Value> = facts.items("lync.trustedPools").into_iter().cloned().collect();
    let computers = |replicates: bool| {
        let own = pools.iter().filter(move |one| (one["requiresReplication"] == true) == replicates);
        own.flat_map(|one| texts(one, "computers")).collect::<Vec<_>>()
    };
    let (with, without) = (computers(true), computers(false));
    let products: Vec<Value> = facts.items("lync.pools").into_iter().cloned().collect();
    let is_trusted = |name: &str| pools.iter().any(|one| same_name(text(one, "fqdn"), name));
    let inner: Vec<&str> =
        products.iter().filter(|one| !is_trusted(text(one, "fqdn"))).flat_map(|one| texts(one, "computers")).collect();
    let is_in = |all: &[&str], name: &str| all.iter().any(|one| same_name(one, name));
    let is_gone = |one: &Value| {
        let name = text(one, "fqdn");
        is_in(&without, name) && !is_in(&with, name) && !is_in(&inner, name)
    };
    facts.remove("lync.replication", is_gone);
    let known = facts.items("lync.replication").into_iter().map(|one| text(one, "fqdn").to_owned()).collect::<Vec<_>>();
    let new = with.into_iter().filter(|name| !known.iter().any(|one| same_name(one, name)));
    for name in new.map(str::to_owned).collect::<Vec<_>>() {
        facts.add("lync.replication", &json!({ "fqdn": name, "upToDate": false }));
    }
}
