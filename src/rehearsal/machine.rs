//! What happens on a machine: edits of Web.config, services with the ports that they open, the application pool of Outlook
//! on the web with the first sign-in after it started. What nobody collected is taken to be as it should be.

use super::command::Done;
use super::estate::{Facts, is_same_host, text, texts, time_of};
use crate::facts::same_name;
use crate::step::Change;
use serde_json::{Value, json};

/// The services whose start somebody asks for.
const ASKED: [&str; 3] = ["MSExchangeUM", "MSExchangeUMCR", "RTCSRV"];
/// The services of unified messaging.
const VOICE: [&str; 2] = ["MSExchangeUM", "MSExchangeUMCR"];
const WEB: &str = "W3SVC";
const POOL: &str = "MSExchangeOWAAppPool";
const WORKS: &str = "The Instant Messaging Endpoint Manager has been initialized successfully.";

/// What no document tells at the start: which ports belong to which service of unified messaging.
pub(super) fn settle(facts: &mut Facts) {
    for machine in facts.machines() {
        for service in VOICE {
            let heard: Vec<u64> =
                facts.of_machine(&machine, "listeners").into_iter().filter_map(|one| one["port"].as_u64()).collect();
            let mut open = ports(facts, &machine, service, "Dual");
            open.retain(|port| heard.contains(port));
            facts.hidden.ports.insert((machine.clone(), service.to_owned()), open);
        }
    }
}

/// The ports that a service of unified messaging opens in a mode.
fn ports(facts: &Facts, machine: &str, service: &str, mode: &str) -> Vec<u64> {
    let (clear, encrypted) = match service {
        "MSExchangeUM" => (5062, 5063),
        "MSExchangeUMCR" => {
            let router = setting(facts, "exchange.umCallRouters", machine);
            (5060, router.and_then(|one| one["sipTlsListeningPort"].as_u64()).unwrap_or(5061))
        }
        _ => return Vec::new(),
    };
    match mode.to_ascii_lowercase().as_str() {
        "tcp" => vec![clear],
        "tls" => vec![encrypted],
        _ => vec![clear, encrypted],
    }
}

fn setting<'a>(facts: &'a Facts, path: &str, machine: &str) -> Option<&'a Value> {
    facts.items(path).into_iter().find(|one| is_same_host(text(one, "server"), machine))
}

/// Edits a Web.config. A plan that is undone puts the backup back, so the settings from before are kept.
pub(super) fn edit(facts: &mut Facts, machine: &str, path: &str, changes: &[Change]) -> Done {
    let now = facts.clock.to_string();
    let known = facts.of_machine(machine, "webConfigs").into_iter().find(|one| text(one, "path") == path);
    let settings = known.map(|one| one["settings"].clone()).ok_or_else(|| format!("{machine} has no file {path}"))?;
    facts.hidden.backups.entry((machine.to_owned(), path.to_owned())).or_insert(settings);
    for file in files(facts, machine, path) {
        file["lastWrite"] = now.as_str().into();
        if let Some(settings) = file["settings"].as_array_mut() {
            for change in changes {
                edit_one(settings, change);
            }
        }
    }
    Ok(())
}

fn files<'a>(facts: &'a mut Facts, machine: &str, path: &str) -> impl Iterator<Item = &'a mut Value> {
    facts.of_machine_mut(machine, "webConfigs").into_iter().flatten().filter(move |one| text(one, "path") == path)
}

fn edit_one(settings: &mut Vec<Value>, change: &Change) {
    let is_it = |one: &Value| text(one, "key").eq_ignore_ascii_case(&change.key);
    match &change.value {
        None => settings.retain(|one| !is_it(one)),
        Some(value) => match settings.iter_mut().rfind(|one| is_it(one) && one["effective"] != false) {
            Some(known) => known["value"] = value.as_str().into(),
            None => settings.push(json!({ "key": change.key, "value": value, "effective": true })),
        },
    }
}

/// Puts the backup of a file back.
pub(super) fn restore(facts: &mut Facts, machine: &str, path: &str) {
    let now = facts.clock.to_string();
    if let Some(settings) = facts.hidden.backups.remove(&(machine.to_owned(), path.to_owned())) {
        for file in files(facts, machine, path) {
            file["lastWrite"] = now.as_str().into();
            file["settings"].clone_from(&settings);
        }
    }
}

/// Stops a service of a machine.
pub(super) fn stop(facts: &mut Facts, machine: &str, service: &str) -> Done {
    set_service(facts, machine, service, |one, _| {
        one["status"] = "Stopped".into();
        one.as_object_mut().unwrap().remove("started");
    })?;
    let open = facts.hidden.ports.insert((machine.to_lowercase(), service.to_owned()), Vec::new()).unwrap_or_default();
    // Two services may have been given one port.
    let held: Vec<u64> = facts
        .hidden
        .ports
        .iter()
        .filter(|((host, _), _)| is_same_host(host, machine))
        .flat_map(|(_, all)| all)
        .copied()
        .collect();
    let open: Vec<u64> = open.into_iter().filter(|port| !held.contains(port)).collect();
    for list in facts.of_machine_mut(machine, "listeners") {
        list.retain(|one| !one["port"].as_u64().is_some_and(|port| open.contains(&port)));
    }
    Ok(())
}

/// Starts a service of a machine, if it does not run. IIS takes the application pools along.
pub(super) fn start(facts: &mut Facts, machine: &str, service: &str) -> Done {
    let known = facts.of_machine(machine, "services").into_iter().find(|one| same_name(text(one, "name"), service));
    if known.is_some_and(|one| text(one, "status") == "Running") {
        return Ok(());
    }
    if known.is_some_and(|one| text(one, "startType").eq_ignore_ascii_case("Disabled")) {
        return Err(format!("{service} of {machine} is disabled"));
    }
    set_service(facts, machine, service, |one, now| {
        one["status"] = "Running".into();
        if ASKED.contains(&service) {
            one["started"] = now.into();
        }
    })?;
    open_ports(facts, machine, service);
    let is_back_end = facts.server(machine).is_some();
    if service == WEB && is_back_end { recycle(facts, machine) } else { Ok(()) }
}

fn set_service(facts: &mut Facts, machine: &str, service: &str, set: impl Fn(&mut Value, &str)) -> Done {
    let now = facts.clock.to_string();
    let lists = facts.of_machine_mut(machine, "services");
    // Where nobody asked for services they are taken to be there.
    let mut found = lists.is_empty();
    for one in lists.into_iter().flatten().filter(|one| same_name(text(one, "name"), service)) {
        set(one, &now);
        found = true;
    }
    report_services(facts);
    // Rules look at services of the web in no facts, so nothing is known of them in the samples.
    if found || service == WEB { Ok(()) } else { Err(format!("{machine} has no service {service}")) }
}

fn open_ports(facts: &mut Facts, machine: &str, service: &str) {
    let path = if service == "MSExchangeUM" { "exchange.umServices" } else { "exchange.umCallRouters" };
    let mode = setting(facts, path, machine).map(|one| text(one, "startupMode").to_owned()).unwrap_or_default();
    let open = ports(facts, machine, service, &mode);
    for list in facts.of_machine_mut(machine, "listeners") {
        let closed = open.iter().filter(|&&port| !list.iter().any(|one| one["port"] == port)).copied();
        let closed: Vec<Value> = closed.map(|port| json!({ "port": port })).collect();
        list.extend(closed);
        list.sort_by_key(|one| one["port"].as_u64());
    }
    facts.hidden.ports.insert((machine.to_lowercase(), service.to_owned()), open);
}

/// The application pool starts anew and takes its settings over; the sign-in that follows says in an event how that went.
pub(super) fn recycle(facts: &mut Facts, machine: &str) -> Done {
    let Some(server) = facts.server(machine) else { return Err(format!("{machine} has no Outlook on the web")) };
    let now = facts.clock.to_string();
    for one in facts.of_machine_mut(machine, "appPools").into_iter().flatten() {
        if same_name(text(one, "name"), POOL) {
            one["started"] = now.as_str().into();
            one["state"] = "Started".into();
        }
    }
    facts.wait(60);
    let fault = endpoint_fault(facts, machine, &server);
    let event = fault.map_or(112, |(id, _)| id);
    let said =
        json!({ "id": event, "time": facts.clock.to_string(), "message": fault.map_or(WORKS, |(_, text)| text) });
    for list in facts.of_machine_mut(machine, "events") {
        list.retain(|one| one["id"] != event);
        list.push(said.clone());
        list.sort_by_key(|one| one["id"].as_u64());
    }
    let state = if fault.is_none() { "Healthy" } else { "Unhealthy" };
    facts.change(
        "exchange.health",
        |one| is_same_host(text(one, "server"), machine) && text(one, "monitor") == "OwaIMInitializationFailedMonitor",
        |one| one["state"] = state.into(),
    );
    if fault.is_none() {
        for one in facts.of_machine_mut(machine, "imLogFolder").into_iter().flatten() {
            one["exists"] = true.into();
            one["parentExists"] = true.into();
        }
    }
    Ok(())
}

/// A file that is not there has no settings.
pub(super) fn forget_files(facts: &mut Facts) {
    facts.change(
        "machine.webConfigs",
        |one| one["exists"] == false,
        |one| drop(one.as_object_mut().unwrap().remove("settings")),
    );
}

/// What Exchange says of the services that it requires is so: each role names those it requires, that of unified messaging
/// its own service and not the call router.
pub(super) fn report_services(facts: &mut Facts) {
    for machine in facts.machines() {
        let all = facts.of_machine(&machine, "services").into_iter();
        let status: Vec<(String, bool)> =
            all.map(|one| (text(one, "name").to_owned(), text(one, "status") == "Running")).collect();
        facts.change(
            "exchange.serviceHealth",
            |one| is_same_host(text(one, "server"), &machine),
            |one| {
                let named: Vec<String> = ["servicesRunning", "servicesNotRunning"]
                    .iter()
                    .flat_map(|list| texts(one, list).into_iter().map(str::to_owned).collect::<Vec<_>>())
                    .collect();
                let was_running = |name: &String| texts(one, "servicesRunning").contains(&name.as_str());
                let runs = |name: &String| {
                    let known = status.iter().find(|(service, _)| same_name(service, name));
                    known.map_or_else(|| was_running(name), |(_, runs)| *runs)
                };
                let (running, stopped): (Vec<String>, Vec<String>) = named.into_iter().partition(runs);
                one["requiredServicesRunning"] = stopped.is_empty().into();
                one["servicesRunning"] = json!(running);
                one["servicesNotRunning"] = json!(stopped);
            },
        );
    }
}

/// The last sign-in said how instant messaging is on every server.
pub(super) fn sign_in(facts: &mut Facts) {
    let servers: Vec<Value> = facts.items("exchange.servers").into_iter().cloned().collect();
    for server in &servers {
        let name =
            [text(server, "fqdn"), text(server, "name")].into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let Some((event, said)) = endpoint_fault(facts, name, server) else { continue };
        let now = facts.clock.to_string();
        let said = json!({ "id": event, "time": now, "message": said });
        for list in facts.of_machine_mut(name, "events") {
            list.retain(|one| one["id"] != 112);
            list.push(said.clone());
        }
        facts.change(
            "exchange.health",
            |one| is_same_host(text(one, "server"), name),
            |one| one["state"] = "Unhealthy".into(),
        );
    }
}

/// The event that the endpoint of instant messaging leaves when it does not start.
fn endpoint_fault(facts: &Facts, machine: &str, server: &Value) -> Option<(u64, &'static str)> {
    if let Some(provider) = facts.of_machine(machine, "provider").first() {
        if provider.get("implementationDllPath").is_none() {
            return Some((83, "No registry setting for IM Provider."));
        }
        if provider["libraryExists"] != true {
            return Some((84, "IM provider not found."));
        }
    }
    let (pool, thumbprint) = loaded(facts, machine, server)?;
    if pool.trim().is_empty() {
        return Some((100, "Instant Messaging Server name is set to null or empty on web.config."));
    }
    let thumbprint = thumbprint.replace(' ', "");
    if thumbprint.is_empty() {
        return Some((101, "Instant Messaging Certificate Thumbprint is null or empty on web.config."));
    }
    certificate_fault(facts, machine, &thumbprint)
}

/// The two settings that a starting pool finds; nothing where nobody collected them.
fn loaded(facts: &Facts, machine: &str, server: &Value) -> Option<(String, String)> {
    if !text(server, "version").contains(" 15.0") {
        let own = setting(facts, "exchange.imSettings", machine)?;
        return Some((text(own, "imServerName").to_owned(), text(own, "imCertificateThumbprint").to_owned()));
    }
    let files = facts.of_machine(machine, "webConfigs");
    let settings = files.into_iter().find(|one| one["backEnd"] == true)?["settings"].as_array()?;
    let value = |key: &str| {
        let mut own = settings.iter().filter(|one| text(one, "key").eq_ignore_ascii_case(key));
        own.rfind(|one| one["effective"] != false).map(|one| text(one, "value").to_owned()).unwrap_or_default()
    };
    Some((value("IMServerName"), value("IMCertificateThumbprint")))
}

fn certificate_fault(facts: &Facts, machine: &str, thumbprint: &str) -> Option<(u64, &'static str)> {
    let all = facts.items("exchange.certificates");
    let own: Vec<&Value> = all.into_iter().filter(|one| is_same_host(text(one, "server"), machine)).collect();
    if own.is_empty() {
        return None;
    }
    let Some(found) = own.into_iter().find(|one| text(one, "thumbprint").eq_ignore_ascii_case(thumbprint)) else {
        return Some((103, "The IM certificate could not be found."));
    };
    if time_of(found, "notAfter").is_some_and(|end| end < facts.clock) {
        return Some((102, "IM Certificate has expired."));
    }
    if time_of(found, "notBefore").is_some_and(|begin| begin > facts.clock) {
        return Some((104, "IM Certificate has not become valid yet."));
    }
    (found["hasPrivateKey"] == false).then_some((105, "IM Certificate does not have a private key."))
}
