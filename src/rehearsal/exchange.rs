//! What commands of Exchange do beyond setting a property: certificates of services, setting overrides and what a server
//! takes from them, partner applications.

use super::command::{Done, given, make, parameter};
use super::estate::{Facts, is_same_host, label, text, texts, time_of};
use super::nouns::flags;
use crate::facts::same_name;
use crate::step::{Cmdlet, Value as StepValue};
use serde_json::{Value, json};

/// The application identifier of Lync.
pub(super) const LYNC: &str = "00000004-0000-0ff1-ce00-000000000000";
/// The application identifier of Exchange.
pub(super) const EXCHANGE: &str = "00000002-0000-0ff1-ce00-000000000000";

/// Of these services one certificate of a server at most has each.
const SINGLE: [&str; 3] = ["IIS", "UM", "UMCallRouter"];

/// Gives services to a certificate; those that only one can have go from the others.
pub(super) fn enable_certificate(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let (server, thumbprint) = (given(cmdlet, "Server")?, given(cmdlet, "Thumbprint")?);
    let wanted: Vec<String> = match parameter(cmdlet, "Services") {
        Some(StepValue::List(all)) => all.clone(),
        other => return Err(format!("-Services is {other:?}")),
    };
    let is_there = |one: &Value| is_same_host(text(one, "server"), server);
    let is_it = |one: &Value| text(one, "thumbprint").eq_ignore_ascii_case(thumbprint);
    if !facts.items("exchange.certificates").into_iter().any(|one| is_there(one) && is_it(one)) {
        return Err(format!("{server} has no certificate {thumbprint}"));
    }
    check_startup(facts, server, &wanted)?;
    facts.change("exchange.certificates", is_there, |one| {
        let mut services: Vec<String> = texts(one, "services").into_iter().map(str::to_owned).collect();
        if is_it(one) {
            services.extend(wanted.iter().cloned());
        } else {
            services.retain(|name| !(SINGLE.contains(&name.as_str()) && wanted.contains(name)));
        }
        let all: Vec<&str> = services.iter().map(String::as_str).collect();
        let told = flags(&all);
        let told: Vec<&str> = told.split(", ").filter(|name| *name != "None").collect();
        if one.get("services").is_some() {
            one["services"] = json!(told);
        }
    });
    Ok(())
}

/// Unified messaging takes no certificate while its mode is `TCP`.
fn check_startup(facts: &Facts, server: &str, wanted: &[String]) -> Done {
    for (service, path) in [("UM", "exchange.umServices"), ("UMCallRouter", "exchange.umCallRouters")] {
        let all = facts.items(path);
        let own = all.into_iter().find(|one| is_same_host(text(one, "server"), server));
        let is_clear = own.is_some_and(|one| text(one, "startupMode").eq_ignore_ascii_case("TCP"));
        if is_clear && wanted.iter().any(|one| one == service) {
            return Err(format!("{service} of {server} uses no certificate"));
        }
    }
    Ok(())
}

/// Makes a setting override.
pub(super) fn new_override(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let made = json!({ "servers": [], "parameters": [], "whenChanged": facts.clock.to_string() });
    make(facts, cmdlet, made)
}

/// A server reads its overrides again.
pub(super) fn refresh(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let name = given(cmdlet, "Server")?;
    let server = facts.server(name).ok_or_else(|| format!("there is no server {name}"))?;
    let known = known_overrides(facts, &server);
    let (pool, thumbprint) = effective(facts, &server, &known);
    let read = read_overrides(facts, &server, &known);
    facts.change(
        "exchange.imSettings",
        |one| is_same_host(text(one, "server"), name),
        |one| {
            for (fact, value) in [("imServerName", &pool), ("imCertificateThumbprint", &thumbprint)] {
                if value.trim().is_empty() {
                    one.as_object_mut().unwrap().remove(fact);
                } else {
                    one[fact] = value.trim().into();
                }
            }
        },
    );
    let clock = facts.clock.to_string();
    facts.change(
        "exchange.serverOverrides",
        |one| is_same_host(text(one, "server"), name),
        |one| {
            one["updated"] = clock.as_str().into();
            one["overrides"] = read.clone().into();
        },
    );
    Ok(())
}

/// What a server says of the overrides when it reads them.
fn read_overrides(facts: &Facts, server: &Value, overrides: &[&Value]) -> Vec<Value> {
    let told = overrides.iter().map(|one| {
        let status = match (is_named(one, server), is_in_bounds(facts, one, server)) {
            (false, _) => "ServerMismatch",
            (true, false) => "VersionMismatch",
            (true, true) => "Accepted",
        };
        let mut told = json!({ "name": text(one, "name"), "status": status, "parameters": texts(one, "parameters") });
        if status == "Accepted" {
            told["message"] = "This override synced to the server.".into();
        }
        told
    });
    told.collect()
}

/// Whether every server has read its overrides as they are.
pub(super) fn is_read(facts: &Facts) -> bool {
    facts.items("exchange.serverOverrides").into_iter().all(|one| {
        let Some(server) = facts.server(text(one, "server")) else { return false };
        let all = facts.items("exchange.settingOverrides");
        one["overrides"] == Value::Array(read_overrides(facts, &server, &all))
    })
}

/// The overrides that the domain controller of a server has.
fn known_overrides<'a>(facts: &'a Facts, server: &Value) -> Vec<&'a Value> {
    let all = facts.items("exchange.settingOverrides").into_iter();
    all.filter(|one| !is_lacking(facts, one, server)).collect()
}

/// Whether the domain controller of a server does not have an override: the server has read since it was changed, and does
/// not list it. It will not at the next time either.
fn is_lacking(facts: &Facts, one: &Value, server: &Value) -> bool {
    let all = facts.items("exchange.serverOverrides").into_iter();
    let mut own = all.filter(|read| is_same_host(text(read, "server"), text(server, "name")));
    own.any(|read| {
        let has_read = time_of(read, "updated").zip(time_of(one, "whenChanged")).is_some_and(|(at, since)| at >= since);
        let mut listed = read["overrides"].as_array().into_iter().flatten();
        has_read
            && read["overrides"].is_array()
            && !listed.any(|other| same_name(text(other, "name"), text(one, "name")))
    })
}

/// Whether an override is for a server by its name.
fn is_named(one: &Value, server: &Value) -> bool {
    let (name, servers) = (label(text(server, "name")).to_lowercase(), texts(one, "servers"));
    servers.is_empty() || servers.iter().any(|pattern| is_like(&name, &pattern.to_lowercase()))
}

/// Whether the version of a server is within the bounds of an override: that of its binaries, where its file was read.
fn is_in_bounds(facts: &Facts, one: &Value, server: &Value) -> bool {
    let files = facts.of_machine(text(server, "fqdn"), "installPath");
    let file = files.iter().map(|file| numbers(text(file, "setupVersion"))).max();
    let version = numbers(text(server, "version")).max(file.unwrap_or_default());
    let bound = |fact: &str| Some(text(one, fact)).filter(|text| !text.is_empty()).map(numbers);
    bound("minVersion").is_none_or(|least| version >= least) && bound("maxVersion").is_none_or(|most| version <= most)
}

/// Whether every server works with what its overrides say.
pub(super) fn is_in_effect(facts: &Facts) -> bool {
    facts.items("exchange.imSettings").into_iter().all(|one| {
        let Some(server) = facts.server(text(one, "server")) else { return false };
        let (pool, thumbprint) = effective(facts, &server, &facts.items("exchange.settingOverrides"));
        text(one, "imServerName") == pool.trim() && text(one, "imCertificateThumbprint") == thumbprint.trim()
    })
}

/// What the overrides give a server. Where several give one value, the default counts, none of them.
fn effective(facts: &Facts, server: &Value, overrides: &[&Value]) -> (String, String) {
    let given = |name: &str| {
        let all = overrides.iter().filter(|one| {
            text(one, "component").eq_ignore_ascii_case("OwaServer")
                && text(one, "section").eq_ignore_ascii_case("IMSettings")
                && is_named(one, server)
                && is_in_bounds(facts, one, server)
        });
        let pairs = all.filter_map(|one| {
            let mut pairs = texts(one, "parameters").into_iter().filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| key.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
        });
        match pairs.collect::<Vec<_>>().as_slice() {
            [only] => only.clone(),
            _ => String::new(),
        }
    };
    (given("IMServerName"), given("IMCertificateThumbprint"))
}

/// The numbers of a version such as `Version 15.1 (Build 2507.6)` or `15.1.2507.6`.
fn numbers(text: &str) -> Vec<u64> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

/// Whether a name fits a pattern in which `*` stands for any characters.
fn is_like(name: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => name == pattern,
        Some((start, rest)) => name.strip_prefix(start).is_some_and(|left| {
            left.char_indices().map(|(at, _)| at).chain([left.len()]).any(|at| is_like(&left[at..], rest))
        }),
    }
}

/// A name for a partner application that none has, not even one of another application.
fn free_name(facts: &Facts, start: &str) -> String {
    let all = facts.items("exchange.partnerApplications");
    let is_taken = |name: &String| all.iter().any(|one| same_name(text(one, "name"), name));
    (1..=all.len() + 1).map(|number| format!("{start}-{number}")).find(|name| !is_taken(name)).unwrap()
}

/// Makes Lync a partner application, in the place of the one that there is.
pub(super) fn configure_partner(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let url = given(cmdlet, "AuthMetaDataUrl")?;
    facts.remove("exchange.partnerApplications", |one| text(one, "applicationIdentifier") == LYNC);
    let name = free_name(facts, &format!("{}Enterprise", given(cmdlet, "ApplicationType")?));
    let domains = facts.items("lync.sipDomains");
    let domain = domains.first().map(|one| text(one, "name")).unwrap_or_default();
    let made = json!({
        "name": name, "applicationIdentifier": LYNC, "authMetadataUrl": url, "enabled": true, "realm": domain,
        "linkedAccount": format!("{domain}/Users/LyncEnterprise-ApplicationAccount"),
    });
    facts.add("exchange.partnerApplications", &made);
    Ok(())
}

/// Removes a partner application, which has its identifier as a second name.
pub(super) fn remove_partner(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let name = given(cmdlet, "Identity")?;
    let is_it = |one: &Value| [text(one, "name"), text(one, "applicationIdentifier")].contains(&name);
    let found = facts.remove("exchange.partnerApplications", is_it);
    if found { Ok(()) } else { Err(format!("there is no partner application {name}")) }
}
