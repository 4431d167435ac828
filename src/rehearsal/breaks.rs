//! What goes wrong in the field, each as a change of the facts: what a random property would seldom be.

use super::estate::{Facts, text};
use super::random::Random;
use crate::rules::Cloud;
use crate::rules::testing::samples::EXCHANGE_SE_LATER;
use serde_json::{Value, json};

const OWN: &str = "EA5A332496CC05DA69B75B66111C0F78A110D22D";
const NEWER: &str = "DD5A332496CC05DA69B75B66111C0F78A110D22D";

/// A value of every thing of a question.
type Setting = (&'static str, &'static str, fn() -> Value);

/// Properties that are wrong, each with a value that makes it so.
static SETTINGS: &[Setting] = &[
    ("exchange.owaVirtualDirectories", "instantMessagingEnabled", || json!(false)),
    ("exchange.owaVirtualDirectories", "instantMessagingType", || json!("None")),
    ("exchange.owaBackEndVirtualDirectories", "instantMessagingEnabled", || json!(true)),
    ("exchange.owaMailboxPolicies", "instantMessagingEnabled", || json!(false)),
    ("exchange.owaMailboxPolicies", "instantMessagingType", || json!("None")),
    ("exchange.umServices", "dialPlans", || json!([])),
    ("exchange.umServices", "startupMode", || json!("TCP")),
    ("exchange.umCallRouters", "dialPlans", || json!([])),
    ("exchange.umCallRouters", "startupMode", || json!("TCP")),
    ("exchange.umCallRouters", "sipTlsListeningPort", || json!(5065)),
    ("exchange.umDialPlans", "voipSecurity", || json!("Unsecured")),
    ("exchange.umDialPlans", "voipSecurity", || json!("SIPSecured")),
    ("exchange.umDialPlans", "faxEnabled", || json!(true)),
    ("exchange.umIpGateways", "outcallsAllowed", || json!(false)),
    ("exchange.umIpGateways", "port", || json!(0)),
    ("exchange.umIpGateways", "status", || json!("Disabled")),
    ("exchange.umIpGateways", "whenCreated", || json!("2026-02-10T09:00:00Z")),
    ("exchange.umContainers", "readers", || json!([])),
    ("exchange.clientAccessServices", "autodiscoverUri", || json!("")),
    ("exchange.partnerApplications", "enabled", || json!(false)),
    ("exchange.partnerApplications", "authMetadataUrl", || json!("https://old.contoso.com/metadata/json/1")),
    ("lync.oAuthConfiguration", "exchangeAutodiscoverUrl", || json!("")),
    ("lync.oAuthConfiguration", "exchangeAutodiscoverUrl", || {
        json!("https://old.contoso.com/autodiscover/autodiscover.svc")
    }),
    ("lync.oAuthConfiguration", "serviceName", || json!("")),
    ("lync.partnerApplications", "applicationTrustLevel", || json!("None")),
    ("lync.partnerApplications", "enabled", || json!(false)),
    ("lync.mediaConfigurations", "encryptionLevel", || json!("SupportEncryption")),
    ("lync.hostingProviders", "enabled", || json!(false)),
    ("lync.hostingProviders", "enabledSharedAddressSpace", || json!(false)),
    ("lync.hostingProviders", "hostsOcsUsers", || json!(true)),
    ("lync.hostingProviders", "isLocal", || json!(true)),
    ("lync.hostingProviders", "verificationLevel", || json!("AlwaysVerifiable")),
    ("lync.hostingProviders", "proxyFqdn", || json!("exap.um.partner.outlook.cn")),
    ("lync.accessEdge", "allowFederatedUsers", || json!(false)),
    ("lync.accessEdge", "allowOutsideUsers", || json!(false)),
    ("lync.externalAccessPolicies", "enableOutsideAccess", || json!(false)),
    ("lync.replication", "upToDate", || json!(false)),
    ("lync.trustedPools", "requiresReplication", || json!(true)),
    ("lync.trustedPools", "registrar", || json!("")),
    ("lync.trustedApplications", "port", || json!(443)),
    ("lync.trustedApplications", "applicationId", || json!("urn:application:other")),
    ("machine.services", "status", || json!("Stopped")),
    ("machine.services", "started", || json!("2025-01-01T00:00:00Z")),
    ("machine.appPools", "started", || json!("2026-01-01T00:00:00Z")),
    ("machine.webConfigs", "lastWrite", || json!("2026-02-20T08:00:00Z")),
    ("machine.imLogFolder", "exists", || json!(false)),
    ("exchange.settingOverrides", "whenChanged", || json!("2026-02-20T08:00:00Z")),
    ("exchange.settingOverrides", "servers", || json!(["EX01.contoso.com"])),
    ("exchange.settingOverrides", "servers", || json!(["EX0*"])),
    ("exchange.settingOverrides", "parameters", || json!([format!("IMCertificateThumbprint={OWN}")])),
    ("exchange.settingOverrides", "parameters", || {
        json!(["IMServerName=fe01.contoso.com", format!("IMCertificateThumbprint={OWN}")])
    }),
    ("exchange.imSettings", "imServerName", || json!("old.contoso.com")),
    ("exchange.certificates", "services", || json!(["SMTP"])),
    ("exchange.certificates", "notAfter", || json!("2026-02-01T00:00:00Z")),
    ("exchange.certificates", "hasPrivateKey", || json!(false)),
];

/// The questions whose things somebody removes, one of them or all.
static REMOVED: &[&str] = &[
    "exchange.settingOverrides",
    "exchange.partnerApplications",
    "exchange.umIpGateways",
    "exchange.umHuntGroups",
    "lync.partnerApplications",
    "lync.hostingProviders",
    "lync.trustedApplications",
    "lync.certificates",
    "machine.hostingProviders",
    "machine.listeners",
    "machine.events",
];

/// What is more than a value.
static OTHERS: &[fn(&mut Facts, &mut Random)] = &[
    wiped_config,
    edited_front_end,
    dirty_thumbprint,
    renewed_certificate,
    certificate_of_iis,
    expired_in_use,
    second_override,
    no_trusted_pool,
    other_trusted_pool,
    known_twice,
    second_gateway,
    token_certificate,
    edge_is_behind,
    cng_key,
    voice_is_stopped,
    server_in_no_plan,
    other_subject,
    other_root,
    back_end_directory_on,
    replaced_in_iis,
    // Few estates have tokens, and there are four ways.
    token_certificate,
    token_certificate,
    // Few have an Edge server, of which there is much to say.
    edge_for_another,
    edge_for_another,
    edge_for_another,
    published_address,
    unlisted_override,
    unread_override,
    update_took_ucma,
];

/// Breaks one thing.
pub(super) fn apply(facts: &mut Facts, random: &mut Random) {
    match random.below(10) {
        0 => {
            let path = *random.pick(REMOVED);
            let one = random.one_in(2);
            facts.lists_mut(path).for_each(|list| if one { drop(list.pop()) } else { list.clear() });
        }
        1..=4 => other(facts, random),
        _ => set(facts, random),
    }
}

/// Breaks what is more than a value. What the estate does not have cannot be broken, so another one is tried then.
fn other(facts: &mut Facts, random: &mut Random) {
    for _ in 0..8 {
        let before = facts.documents.clone();
        random.pick(OTHERS)(facts, random);
        if facts.documents != before {
            return;
        }
    }
}

/// Sets a property of one thing or of all, among those that the estate has.
fn set(facts: &mut Facts, random: &mut Random) {
    let there: Vec<&Setting> =
        SETTINGS.iter().filter(|(path, _, _)| facts.lists(path).any(|list| !list.is_empty())).collect();
    if there.is_empty() {
        return;
    }
    let (path, name, value) = **random.pick(&there);
    let key = |one: &Value| ["server", "name", "identity", "fqdn", "container"].map(|name| text(one, name).to_owned());
    let keys: Vec<_> = facts.items(path).into_iter().map(key).collect();
    // A newer document may have an empty list.
    let only = (!keys.is_empty() && random.one_in(2)).then(|| random.pick(&keys).clone());
    facts.change(path, |one| only.as_ref().is_none_or(|only| key(one) == *only), |one| one[name] = value());
}

fn settings(facts: &mut Facts, is_back_end: bool, change: impl Fn(&mut Vec<Value>)) {
    facts.change(
        "machine.webConfigs",
        |one| one["backEnd"] == is_back_end,
        |one| {
            if let Some(settings) = one["settings"].as_array_mut() {
                change(settings);
            }
        },
    );
}

/// An update wrote the file anew.
fn wiped_config(facts: &mut Facts, random: &mut Random) {
    let all = random.one_in(2);
    settings(facts, true, |list| if all { list.clear() } else { drop(list.pop()) });
}

/// The keys stand in the file that nobody reads.
fn edited_front_end(facts: &mut Facts, _: &mut Random) {
    settings(facts, false, |list| {
        list.push(json!({ "key": "IMServerName", "value": "pool.contoso.com", "line": 9, "effective": true }));
    });
}

/// The thumbprint was copied from a window.
fn dirty_thumbprint(facts: &mut Facts, random: &mut Random) {
    let value = random.pick(&[format!("\u{200e}{OWN}"), OWN.to_lowercase(), NEWER.to_owned(), String::new()]).clone();
    settings(facts, true, |list| {
        for one in list.iter_mut().filter(|one| text(one, "key") == "IMCertificateThumbprint") {
            one["value"] = value.as_str().into();
        }
    });
    let pair = format!("IMCertificateThumbprint={value}");
    facts.change(
        "exchange.settingOverrides",
        |_| true,
        |one| {
            one["parameters"] = json!(["IMServerName=pool.contoso.com", pair]);
        },
    );
}

fn add_certificate(facts: &mut Facts, subject: &str, services: &[&str]) {
    let is_there = facts.items("exchange.certificates").into_iter().any(|one| text(one, "thumbprint") == NEWER);
    if is_there {
        return;
    }
    let names = [subject.trim_start_matches("CN="), "ex01.contoso.com"];
    let made = json!({
        "server": "EX01", "thumbprint": NEWER, "subject": subject, "domains": names, "services": services,
        "notBefore": "2026-02-01T00:00:00Z", "notAfter": "2028-06-01T00:00:00Z", "hasPrivateKey": true,
        "isSelfSigned": false, "status": "Valid", "issuer": "CN=Contoso CA", "publicKeySize": 2048,
    });
    facts.add("exchange.certificates", &made);
    let stored = json!({
        "store": "My", "thumbprint": NEWER, "subject": subject, "issuer": "CN=Contoso CA", "hasPrivateKey": true,
        "notBefore": "2026-02-01T00:00:00Z", "notAfter": "2028-06-01T00:00:00Z", "publicKeySize": 2048,
        "isCngKey": false, "signatureAlgorithm": "sha256RSA", "rootThumbprint": "0F78A110D22DEA5A332496CC05DA69B75B66111C",
    });
    for list in facts.of_machine_mut("ex01.contoso.com", "certificates") {
        list.push(stored.clone());
    }
}

/// The server has a newer certificate, of its own name or of another one.
fn renewed_certificate(facts: &mut Facts, random: &mut Random) {
    let subject = *random.pick(&["CN=ex01.contoso.com", "CN=mail.contoso.com"]);
    let services: &[&str] = if random.one_in(2) { &["IIS", "SMTP"] } else { &["SMTP"] };
    add_certificate(facts, subject, services);
}

/// IIS has another certificate than instant messaging.
fn certificate_of_iis(facts: &mut Facts, random: &mut Random) {
    facts.change(
        "exchange.certificates",
        |one| text(one, "thumbprint") == OWN,
        |one| one["services"] = json!(["SMTP"]),
    );
    let subject = *random.pick(&["CN=ex01.contoso.com", "CN=mail.contoso.com", "CN=owa.contoso.com"]);
    add_certificate(facts, subject, &["IIS"]);
}

/// The certificate in use expired, and there is another one.
fn expired_in_use(facts: &mut Facts, random: &mut Random) {
    facts.change(
        "exchange.certificates",
        |one| text(one, "thumbprint") == OWN,
        |one| {
            one["notAfter"] = json!("2026-02-20T00:00:00Z");
            one["status"] = json!("DateInvalid");
        },
    );
    renewed_certificate(facts, random);
}

/// The thumbprint was renewed by a second override.
fn second_override(facts: &mut Facts, random: &mut Random) {
    let thumbprint = *random.pick(&[OWN, NEWER]);
    let choices: [&[&str]; 3] = [&[], &["EX01"], &["EX01.contoso.com"]];
    let servers = *random.pick(&choices);
    let made = json!({
        "name": "Renewed", "component": "OwaServer", "section": "IMSettings", "reason": "renewed", "servers": servers,
        "parameters": ["IMServerName=pool.contoso.com", format!("IMCertificateThumbprint={thumbprint}")],
        "whenChanged": "2026-02-20T08:00:00Z",
    });
    facts.add("exchange.settingOverrides", &made);
}

fn is_trusted(one: &Value) -> bool {
    super::estate::texts(one, "services").iter().any(|service| service.starts_with("TrustedApplicationPool"))
}

/// Nobody made the trusted pools.
fn no_trusted_pool(facts: &mut Facts, _: &mut Random) {
    for path in ["lync.trustedPools", "lync.trustedApplications"] {
        facts.remove(path, |_| true);
    }
    facts.remove("lync.pools", is_trusted);
    facts.remove("lync.computers", |one| text(one, "fqdn").starts_with("ex0"));
}

/// The trusted pool has another name.
fn other_trusted_pool(facts: &mut Facts, random: &mut Random) {
    let name = *random.pick(&["owa.contoso.com", "mail.contoso.com"]);
    let all = facts.items("lync.trustedPools");
    if all.iter().any(|one| text(one, "fqdn") == name) {
        return;
    }
    let Some(old) = all.first().map(|one| text(one, "fqdn").to_owned()) else { return };
    facts.change("lync.trustedPools", |one| text(one, "fqdn") == old, |one| one["fqdn"] = name.into());
    facts.change("lync.trustedApplications", |one| text(one, "pool") == old, |one| one["pool"] = name.into());
    facts.change("lync.computers", |one| text(one, "pool") == old, |one| one["pool"] = name.into());
    facts.change(
        "lync.pools",
        |one| text(one, "fqdn") == old,
        |one| {
            one["fqdn"] = name.into();
            one["services"] = json!([format!("TrustedApplicationPool:{name}")]);
        },
    );
}

/// The server is in a dial plan for Lync, or has a trusted pool beside that.
fn known_twice(facts: &mut Facts, _: &mut Random) {
    let plan =
        json!({ "name": "Lyon", "uriType": "SipName", "voipSecurity": "Secured", "phoneContext": "Lyon.contoso.com" });
    if facts.items("exchange.umDialPlans").is_empty() {
        facts.add("exchange.umDialPlans", &plan);
        for path in ["exchange.umServices", "exchange.umCallRouters"] {
            facts.change(path, |_| true, |one| one["dialPlans"] = json!(["Lyon"]));
        }
        return;
    }
    let pool = json!({
        "fqdn": "ex01.contoso.com", "registrar": "pool.contoso.com", "siteId": "Site:Redmond",
        "requiresReplication": false, "computers": ["ex01.contoso.com"], "applications": [],
    });
    if facts.items("lync.trustedPools").is_empty() {
        facts.add("lync.trustedPools", &pool);
        facts.add("lync.pools", &json!({
            "fqdn": "ex01.contoso.com", "computers": ["ex01.contoso.com"], "services": ["TrustedApplicationPool:ex01.contoso.com"],
            "site": "Site:Redmond",
        }));
    }
}

/// A second pool with its gateway, or another gateway beside the first one.
fn second_gateway(facts: &mut Facts, random: &mut Random) {
    if facts.items("exchange.umIpGateways").into_iter().any(|one| text(one, "name") == "other") {
        return;
    }
    let on = random.one_in(2);
    let gateway = json!({
        "name": "other", "address": "pool2.contoso.com", "port": 5061, "outcallsAllowed": on, "status": "Enabled",
        "whenCreated": "2026-01-10T09:00:00Z",
    });
    let group =
        json!({ "name": "Paris", "pilotIdentifier": "Paris.contoso.com", "dialPlan": "Paris", "ipGateway": "other" });
    facts.add("exchange.umIpGateways", &gateway);
    facts.add("exchange.umHuntGroups", &group);
    if random.one_in(2) {
        let pool = json!({
            "fqdn": "pool2.contoso.com", "computers": ["fe02.contoso.com"], "site": "Site:Redmond",
            "services": ["Registrar:pool2.contoso.com", "UserServer:pool2.contoso.com"],
        });
        facts.add("lync.pools", &pool);
    }
}

/// The certificate for tokens is wrong, and another one would do.
fn token_certificate(facts: &mut Facts, random: &mut Random) {
    const ISSUER: &str = "BB5A332496CC05DA69B75B66111C0F78A110D22D";
    let is_issuer = |one: &Value| text(one, "thumbprint") == ISSUER;
    let named = "CN=pool.contoso.com, O=contoso.com";
    facts.change(
        "machine.certificates",
        |one| text(one, "thumbprint").starts_with("AA5A"),
        |one| one["subject"] = named.into(),
    );
    match random.below(4) {
        0 => _ = facts.change("machine.certificates", is_issuer, |one| one["publicKeySize"] = 1024.into()),
        1 => _ = facts.change("lync.certificates", is_issuer, |one| one["subject"] = "CN=other.example".into()),
        2 => _ = facts.remove("lync.certificates", is_issuer),
        _ => {
            let end = json!("2026-02-01T00:00:00Z");
            facts.change("machine.certificates", is_issuer, |one| one["notAfter"] = end.clone());
            facts.change("lync.certificates", is_issuer, |one| one["notAfter"] = end.clone());
        }
    }
}

/// The Edge server has an old copy.
fn edge_is_behind(facts: &mut Facts, _: &mut Random) {
    facts.change("lync.replication", |one| text(one, "fqdn").starts_with("edge"), |one| one["upToDate"] = false.into());
    for list in facts.of_machine_mut("edge01.contoso.com", "hostingProviders") {
        list.clear();
    }
}

/// The products cannot open the key of the certificate in use, and there is another one.
fn cng_key(facts: &mut Facts, random: &mut Random) {
    facts.change("machine.certificates", |one| text(one, "thumbprint") == OWN, |one| one["isCngKey"] = true.into());
    renewed_certificate(facts, random);
}

/// A service of unified messaging does not run, so nobody listens on its ports.
fn voice_is_stopped(facts: &mut Facts, random: &mut Random) {
    let service = *random.pick(&["MSExchangeUM", "MSExchangeUMCR"]);
    for machine in facts.machines() {
        if facts.of_machine(&machine, "services").into_iter().any(|one| text(one, "name") == service) {
            super::machine::stop(facts, &machine, service).unwrap();
        }
    }
}

/// A server was installed, and nobody put it into a dial plan.
fn server_in_no_plan(facts: &mut Facts, random: &mut Random) {
    let servers: Vec<String> =
        facts.items("exchange.umServices").into_iter().map(|one| text(one, "server").to_owned()).collect();
    if servers.is_empty() {
        return;
    }
    let new = random.pick(&servers).clone();
    for path in ["exchange.umServices", "exchange.umCallRouters"] {
        facts.change(path, |one| text(one, "server") == new, |one| one["dialPlans"] = json!([]));
    }
}

/// The certificate in use was issued to a name by which Lync cannot know the server, and there is another one.
fn other_subject(facts: &mut Facts, random: &mut Random) {
    let subject = *random.pick(&["CN=*.contoso.com", "CN=ex01", "O=Contoso"]);
    for path in ["exchange.certificates", "machine.certificates"] {
        facts.change(path, |one| text(one, "thumbprint") == OWN, |one| one["subject"] = subject.into());
    }
    renewed_certificate(facts, random);
}

/// Lync does not trust the certificate in use, which Setup made or another authority issued, and there is another one.
fn other_root(facts: &mut Facts, random: &mut Random) {
    let is_own = |one: &Value| text(one, "thumbprint") == OWN;
    facts.change("machine.certificates", is_own, |one| one["rootThumbprint"] = json!("0E".repeat(20)));
    if random.one_in(2) {
        facts.change("exchange.certificates", is_own, |one| one["isSelfSigned"] = json!(true));
    }
    renewed_certificate(facts, random);
}

/// Somebody set the directory that belongs to the back end.
fn back_end_directory_on(facts: &mut Facts, _: &mut Random) {
    facts.change(
        "exchange.owaBackEndVirtualDirectories",
        |_| true,
        |one| {
            one["instantMessagingEnabled"] = json!(true);
            one["instantMessagingType"] = json!("Ocs");
        },
    );
}

/// The certificate expired, and IIS alone has the new one.
fn replaced_in_iis(facts: &mut Facts, random: &mut Random) {
    expired_in_use(facts, random);
    let is_new = |one: &Value| text(one, "thumbprint") == NEWER;
    facts.change(
        "exchange.certificates",
        |one| text(one, "thumbprint") == OWN,
        |one| one["services"] = json!(["SMTP"]),
    );
    facts.change("exchange.certificates", is_new, |one| one["services"] = json!(["IIS"]));
}

/// The Edge is set for something else, or the mailboxes are in another cloud.
fn edge_for_another(facts: &mut Facts, random: &mut Random) {
    const EDGE: [&str; 3] = ["lync.hostingProviders", "lync.accessEdge", "lync.externalAccessPolicies"];
    let wrong: Vec<&Setting> = SETTINGS.iter().filter(|(path, _, _)| EDGE.contains(path)).collect();
    let (path, name, value) = **random.pick(&wrong);
    let is_set = facts.change(path, |_| true, |one| one[name] = value());
    if is_set && random.one_in(4) {
        facts.settings.cloud = Cloud::GccHigh;
    }
}

/// A server publishes no address that clients can use; the administrator may say which host it is.
fn published_address(facts: &mut Facts, random: &mut Random) {
    let wrong = *random.pick(&["", "https://autodiscover.contoso.com/autodiscover/autodiscover.svc"]);
    let first = facts.items("exchange.clientAccessServices").first().map(|one| text(one, "server").to_owned());
    let Some(first) = first else { return };
    facts.change(
        "exchange.clientAccessServices",
        |one| text(one, "server") == first,
        |one| one["autodiscoverUri"] = wrong.into(),
    );
    if random.one_in(2) {
        facts.settings.autodiscover_host = Some("autodiscover.contoso.com".to_owned());
    }
}

/// The domain controller of a server did not get the override, so the server has read its overrides without it.
fn unlisted_override(facts: &mut Facts, random: &mut Random) {
    let all = facts.items("exchange.serverOverrides");
    let servers: Vec<String> = all.into_iter().map(|one| text(one, "server").to_owned()).collect();
    if servers.is_empty() {
        return;
    }
    let server = random.pick(&servers).clone();
    let is_it = |one: &Value| text(one, "server") == server;
    facts.change("exchange.serverOverrides", is_it, |one| one["overrides"] = json!([]));
    facts.change("exchange.imSettings", is_it, |one| one["imServerName"] = json!("old.contoso.com"));
}

/// The override was changed, and nobody let the server read it.
fn unread_override(facts: &mut Facts, _: &mut Random) {
    let late = |one: &mut Value| one["whenChanged"] = json!("2026-02-20T08:00:00Z");
    facts.change("exchange.settingOverrides", |_| true, late);
    facts.change("exchange.imSettings", |_| true, |one| one["imServerName"] = json!("old.contoso.com"));
}

/// An update of Exchange SE took UCMA, and with it instant messaging; somebody may have switched it off.
fn update_took_ucma(facts: &mut Facts, random: &mut Random) {
    let all = facts.items("exchange.servers").into_iter().filter(|one| text(one, "version").contains("(Build 2562."));
    let servers: Vec<String> = all.map(|one| text(one, "name").to_owned()).collect();
    if servers.is_empty() {
        return;
    }
    let server = random.pick(&servers).clone();
    let is_it = |one: &Value, property: &str| super::estate::is_same_host(text(one, property), &server);
    facts.change("exchange.servers", |one| is_it(one, "name"), |one| one["version"] = json!(EXCHANGE_SE_LATER));
    for one in facts.of_machine_mut(&server, "provider").into_iter().flatten() {
        one.as_object_mut().unwrap().remove("implementationDllPath");
        one["libraryExists"] = json!(false);
    }
    for name in ["ucma", "events"] {
        facts.of_machine_mut(&server, name).into_iter().for_each(Vec::clear);
    }
    if random.one_in(2) {
        let off = |one: &mut Value| one["instantMessagingEnabled"] = json!(false);
        facts.change("exchange.owaVirtualDirectories", |one| is_it(one, "server"), off);
    }
}
