//! What commands of Lync do beyond setting a property: publishing and replication, certificates, partner applications and
//! hosting providers. An Edge server has what it copied last.

use super::command::{Done, given, make};
use super::estate::{Facts, text, texts};
use super::exchange::{EXCHANGE, LYNC};
use crate::facts::same_name;
use crate::step::Cmdlet;
use serde_json::{Value, json};

/// The commands after which the copy of an Edge server is an older one.
const COPIED: [&str; 3] = ["CsHostingProvider", "CsAccessEdgeConfiguration", "CsExternalAccessPolicy"];

/// What no document tells at the start: a replica that is behind waits for a replication if it is an Edge server, and all
/// wait for `Enable-CsTopology` if an inner one does.
pub(super) fn settle(facts: &mut Facts) {
    let edges = edges(facts);
    let late = facts.items("lync.replication").into_iter().filter(|one| one["upToDate"] == false);
    let late: Vec<String> = late.map(|one| text(one, "fqdn").to_lowercase()).collect();
    let (behind, inner): (Vec<_>, Vec<_>) = late.into_iter().partition(|name| edges.contains(name));
    facts.hidden.unpublished = !inner.is_empty();
    facts.hidden.behind = behind.into_iter().collect();
}

/// The computers of Edge pools, in lower case.
fn edges(facts: &Facts) -> Vec<String> {
    let pools = facts.items("lync.pools").into_iter();
    let edges = pools.filter(|one| texts(one, "services").iter().any(|service| service.starts_with("EdgeServer")));
    edges.flat_map(|one| texts(one, "computers")).map(str::to_lowercase).collect()
}

/// The computers of Lync itself but for the Edge servers, in lower case. One of a trusted pool alone, such as an Exchange
/// server, has no store.
fn inner(facts: &Facts) -> Vec<String> {
    const OTHERS: [&str; 4] = ["EdgeServer", "ExternalServer", "PstnGateway", "TrustedApplicationPool"];
    let is_inner = |service: &str| !OTHERS.iter().any(|other| service.starts_with(other));
    let pools = facts.items("lync.pools").into_iter();
    let inner = pools.filter(|one| texts(one, "services").into_iter().any(is_inner));
    inner.flat_map(|one| texts(one, "computers")).map(str::to_lowercase).collect()
}

/// Whether each replica has what is configured.
pub(super) fn report(facts: &mut Facts) {
    let (unpublished, behind) = (facts.hidden.unpublished, facts.hidden.behind.clone());
    let now = facts.clock.to_string();
    facts.change(
        "lync.replication",
        |one| one.get("upToDate").is_some(),
        |one| {
            let is_behind = unpublished || behind.contains(&text(one, "fqdn").to_lowercase());
            one["upToDate"] = (!is_behind).into();
            if one.get("lastUpdate").is_some() {
                one["lastUpdate"] = now.as_str().into();
            }
        },
    );
}

/// What is configured is enabled.
pub(super) fn publish(facts: &mut Facts) {
    facts.hidden.unpublished = false;
    report(facts);
}

/// Every replica copies what is configured; nobody said that anything of it waits to be enabled.
pub(super) fn replicate(facts: &mut Facts) {
    facts.hidden.behind.clear();
    facts.hidden.unpublished = false;
    report(facts);
    let providers: Vec<Value> = facts.items("lync.hostingProviders").into_iter().cloned().collect();
    if facts.knows("lync.hostingProviders") {
        for edge in edges(facts) {
            for copy in facts.of_machine_mut(&edge, "hostingProviders") {
                copy.clone_from(&providers);
            }
        }
    }
}

/// Whether every Edge server has the hosting providers of the central store.
pub(super) fn is_copied(facts: &Facts) -> bool {
    let providers = facts.items("lync.hostingProviders");
    edges(facts).iter().all(|edge| facts.of_machine(edge, "hostingProviders") == providers)
}

/// What an inner server knows of hosting providers it reads from the store itself; an Edge server waits.
pub(super) fn after_setting(facts: &mut Facts, cmdlet: &str) {
    if !COPIED.iter().any(|noun| cmdlet.ends_with(noun)) {
        return;
    }
    let edges = edges(facts);
    let providers: Vec<Value> = facts.items("lync.hostingProviders").into_iter().cloned().collect();
    for computer in inner(facts) {
        for copy in facts.of_machine_mut(&computer, "hostingProviders") {
            copy.clone_from(&providers);
        }
    }
    facts.hidden.behind.extend(edges);
    report(facts);
}

/// Makes a hosting provider.
pub(super) fn new_provider(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    make(facts, cmdlet, json!({ "identity": given(cmdlet, "Identity")? }))?;
    after_setting(facts, &cmdlet.name);
    Ok(())
}

/// Makes a partner application; its metadata document says whose it is.
pub(super) fn new_partner(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let url = given(cmdlet, "MetadataUrl")?;
    let application = if url.contains("/autodiscover/") { EXCHANGE } else { LYNC };
    let made = json!({
        "identity": given(cmdlet, "Identity")?, "applicationIdentifier": application, "enabled": true,
    });
    make(facts, cmdlet, made)
}

/// Gives Lync a certificate for a use. That for tokens belongs to every computer.
pub(super) fn set_certificate(facts: &mut Facts, cmdlet: &Cmdlet, machine: &str) -> Done {
    let (use_, thumbprint) = (given(cmdlet, "Type")?.to_owned(), given(cmdlet, "Thumbprint")?.to_owned());
    let stored = facts.of_machine(machine, "certificates").into_iter();
    let mut stored = stored.filter(|one| text(one, "store") == "My" && same_name(text(one, "thumbprint"), &thumbprint));
    let stored = stored.next().cloned().ok_or_else(|| format!("{machine} has no certificate {thumbprint}"))?;
    for document in &mut facts.documents {
        let own = document["collected"]["computer"].clone();
        let list =
            document.get_mut("lync").and_then(|one| one.get_mut("certificates")?.get_mut("values")?.as_array_mut());
        if let Some(list) = list {
            assign(list, &use_, &own, &stored);
        }
    }
    if use_.eq_ignore_ascii_case("OAuthTokenIssuer") {
        return_documents(facts);
    }
    Ok(())
}

/// Lync returns its metadata document when it can sign.
fn return_documents(facts: &mut Facts) {
    let is_of_lync = |url: &str| url.ends_with("/metadata/json/1") && !url.contains("/autodiscover/");
    facts.change(
        "machine.webAnswers",
        |one| is_of_lync(&text(one, "url").to_lowercase()),
        |one| {
            one["status"] = 200.into();
            one["json"] = true.into();
        },
    );
}

/// Every computer that had a certificate for the use has the new one; if none had, the one that was asked has it.
fn assign(list: &mut Vec<Value>, use_: &str, asked: &Value, stored: &Value) {
    const COPIES: [(&str, &str); 6] = [
        ("thumbprint", "thumbprint"),
        ("subject", "subject"),
        ("issuer", "issuer"),
        ("notBefore", "notBefore"),
        ("notAfter", "notAfter"),
        ("alternativeNames", "dnsNames"),
    ];
    // A shell that loses the names of its other certificates loses those of this one too.
    let has_names = list.is_empty() || list.iter().any(|one| one.get("alternativeNames").is_some());
    let (old, others): (Vec<Value>, Vec<Value>) =
        list.drain(..).partition(|one| text(one, "use").eq_ignore_ascii_case(use_));
    let mut owners: Vec<Value> = old.into_iter().map(|one| one["computer"].clone()).collect();
    if owners.is_empty() {
        owners.push(asked.clone());
    }
    *list = others;
    for owner in owners {
        let mut item = json!({ "computer": owner, "use": use_ });
        for (name, from) in COPIES {
            if let Some(value) = stored.get(from).filter(|_| has_names || name != "alternativeNames") {
                item[name] = value.clone();
            }
        }
        list.push(item);
    }
}
