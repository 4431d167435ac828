//! Whether the servers accept each other's tokens, tried as `Test-CsExStorageConnectivity` does, and what web services
//! answer to addresses that nobody asked before.

use super::estate::{Facts, is_same_host, text, texts, time_of};
use super::exchange::{EXCHANGE, LYNC};
use crate::facts::{ExchangeVersion, same_name};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The questions whose answers the test depends on.
const ASKED: [&str; 7] = [
    "exchange.authConfig",
    "exchange.certificates",
    "exchange.partnerApplications",
    "lync.certificates",
    "lync.oAuthConfiguration",
    "lync.partnerApplications",
    "exchange.clientAccessServices",
];

/// The facts that the test depends on, to see whether a plan changed any.
pub(super) fn ground(facts: &Facts) -> Vec<Value> {
    ASKED.iter().flat_map(|path| facts.items(path)).cloned().collect()
}

/// Asks again what depends on them.
pub(super) fn ask_again(facts: &mut Facts) {
    ask_addresses(facts);
    try_again(facts);
}

/// Tries the way to a mailbox.
pub(super) fn try_again(facts: &mut Facts) {
    let fault = storage_fault(facts);
    let message = fault.clone().unwrap_or_else(|| "Test passed.".to_owned());
    facts.change(
        "lync.storageTests",
        |_| true,
        |one| {
            one["passed"] = fault.is_none().into();
            one["message"] = message.as_str().into();
        },
    );
}

/// Addresses that the new settings name answer as those with the same path do, or as they should.
fn ask_addresses(facts: &mut Facts) {
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for (path, name) in
        [("exchange.partnerApplications", "authMetadataUrl"), ("lync.partnerApplications", "metadataUrl")]
    {
        wanted.extend(facts.items(path).into_iter().map(|one| text(one, name).to_owned()));
    }
    for host in autodiscover_hosts(facts) {
        wanted.insert(format!("https://{host}/autodiscover/autodiscover.svc"));
        wanted.insert(format!("https://{host}/autodiscover/metadata/json/1"));
        add_host(facts, &host);
    }
    wanted.retain(|url| url.starts_with("https://"));
    let known: Vec<Value> = facts.items("machine.webAnswers").into_iter().cloned().collect();
    for url in wanted {
        let answer = known.iter().find(|one| same_name(text(one, "url"), &url)).cloned().unwrap_or_else(|| usual(&url));
        for list in facts.lists_mut("machine.webAnswers") {
            if !list.iter().any(|one| same_name(text(one, "url"), &url)) {
                list.push(answer.clone());
            }
        }
    }
}

fn autodiscover_hosts(facts: &Facts) -> BTreeSet<String> {
    let mut urls: Vec<&str> =
        facts.items("exchange.clientAccessServices").into_iter().map(|one| text(one, "autodiscoverUri")).collect();
    urls.extend(facts.items("lync.oAuthConfiguration").into_iter().map(|one| text(one, "exchangeAutodiscoverUrl")));
    let host = |url: &str| url.split("://").nth(1).and_then(|rest| rest.split('/').next()).map(str::to_lowercase);
    urls.into_iter().filter_map(host).filter(|host| !host.is_empty()).collect()
}

fn add_host(facts: &mut Facts, host: &str) {
    let all = facts.items("machine.dns");
    let is_it = |one: &Value| text(one, "type") == "A" && same_name(text(one, "name"), host);
    let answer = all.into_iter().find(|one| is_it(one)).cloned();
    let answer = answer.unwrap_or_else(|| json!({ "name": host, "type": "A", "answers": ["192.0.2.10"] }));
    for list in facts.lists_mut("machine.dns") {
        if !list.iter().any(is_it) {
            list.push(answer.clone());
        }
    }
}

fn usual(url: &str) -> Value {
    let is_metadata = url.ends_with("/metadata/json/1");
    json!({ "url": url, "status": if is_metadata { 200 } else { 401 }, "json": is_metadata })
}

/// What keeps Lync from the mailbox of a user; what nobody collected does not.
fn storage_fault(facts: &Facts) -> Option<String> {
    let configuration = facts.items("lync.oAuthConfiguration").into_iter().next()?;
    let url = text(configuration, "exchangeAutodiscoverUrl").trim();
    let serves = answer(facts, url).is_none_or(|one| [200, 401].iter().any(|status| one["status"] == *status));
    if !url.starts_with("https://") || !url.to_lowercase().ends_with("/autodiscover/autodiscover.svc") || !serves {
        return Some("The storage service did not find the mailbox by autodiscover.".to_owned());
    }
    let partners = facts.items("lync.partnerApplications").into_iter();
    let mut own = partners.filter(|one| text(one, "applicationIdentifier") == EXCHANGE && one["enabled"] != false);
    if facts.knows("lync.partnerApplications") && own.next().is_none() {
        return Some("The storage service has no token for Exchange.".to_owned());
    }
    let refused = auth_fault(facts).or_else(|| issuer_fault(facts)).or_else(|| name_fault(facts, configuration));
    refused.map(|why| format!("The storage service was refused: 401 Unauthorized. {why}"))
}

fn answer<'a>(facts: &'a Facts, url: &str) -> Option<&'a Value> {
    facts.items("machine.webAnswers").into_iter().find(|one| same_name(text(one, "url"), url))
}

/// What keeps Exchange from signing.
fn auth_fault(facts: &Facts) -> Option<String> {
    let config = facts.items("exchange.authConfig").into_iter().next()?;
    let thumbprint = text(config, "currentCertificateThumbprint");
    let all = facts.items("exchange.certificates");
    for server in facts.items("exchange.servers").into_iter().filter(|one| signs(one)) {
        let name = text(server, "name");
        let mut own = all.iter().filter(|one| is_same_host(text(one, "server"), name));
        let Some(found) = own.find(|one| text(one, "thumbprint").eq_ignore_ascii_case(thumbprint)) else {
            return Some(format!("{name} has no certificate {thumbprint}."));
        };
        if is_unfit(facts, found) {
            return Some(format!("The certificate {thumbprint} of {name} does not do."));
        }
    }
    None
}

/// Whether a server has the certificate: a back end, and none of Exchange 2010, which knows no such tokens.
fn signs(server: &Value) -> bool {
    let is_old =
        ExchangeVersion::parse(text(server, "version")).is_some_and(|version| version < ExchangeVersion::V2013);
    let roles = texts(server, "roles");
    !is_old && (roles.is_empty() || roles.contains(&"Mailbox"))
}

fn is_unfit(facts: &Facts, one: &Value) -> bool {
    one["hasPrivateKey"] == false
        || time_of(one, "notAfter").is_some_and(|end| end < facts.clock)
        || time_of(one, "notBefore").is_some_and(|begin| begin > facts.clock)
        || one["publicKeySize"].as_u64().is_some_and(|size| size < 2048)
}

/// What keeps Lync from signing.
fn issuer_fault(facts: &Facts) -> Option<String> {
    let all = facts.items("lync.certificates");
    let issuer = all.into_iter().find(|one| text(one, "use").eq_ignore_ascii_case("OAuthTokenIssuer"));
    let Some(issuer) = issuer else {
        return facts.knows("lync.certificates").then(|| "Lync has no certificate for tokens.".to_owned());
    };
    let thumbprint = text(issuer, "thumbprint");
    let stores = facts.items("machine.certificates").into_iter();
    let mut held = stores.filter(|one| text(one, "store") == "My" && same_name(text(one, "thumbprint"), thumbprint));
    let domains = facts.items("lync.sipDomains");
    let domain = domains.first().map(|one| text(one, "name")).unwrap_or_default();
    let unnamed = !text(issuer, "subject").to_lowercase().contains(&domain.to_lowercase());
    (held.any(|one| is_unfit(facts, one)) || is_unfit(facts, issuer) || unnamed)
        .then(|| format!("The certificate {thumbprint} of Lync does not do."))
}

/// What Exchange does not know of Lync.
fn name_fault(facts: &Facts, configuration: &Value) -> Option<String> {
    let partners = facts.items("exchange.partnerApplications").into_iter();
    let own: Vec<&Value> =
        partners.filter(|one| text(one, "applicationIdentifier") == LYNC && one["enabled"] != false).collect();
    let is_known = !facts.knows("exchange.partnerApplications") || own.len() == 1;
    let reads = own.first().and_then(|one| answer(facts, text(one, "authMetadataUrl")));
    let is_read = reads.is_none_or(|one| one["status"] == 200 && one["json"] == true);
    let is_named = configuration.get("serviceName").is_none() || same_name(text(configuration, "serviceName"), LYNC);
    (!is_known || !is_read || !is_named).then(|| "Exchange does not know Lync.".to_owned())
}
