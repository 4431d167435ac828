//! Random changes of facts: somebody changed a setting, a certificate expired, a service stopped, nobody collected an answer.
//! Values come from the estate itself, from the words of the products, and from what people write wrong.

use super::breaks;
use super::estate::{Facts, later};
use super::random::Random;
use super::{authentication, machine, trusted, voice};
use crate::facts::{FactDocument, Time};
use crate::rules::testing::samples::{EXCHANGE_SE_LATER, NOW};
use crate::rules::{Cloud, Settings};
use serde::Deserialize as _;
use serde_json::{Value, json};

const DAY: i64 = 24 * 3600;
/// By how much a time is moved.
const SHIFTS: [i64; 10] =
    [-900 * DAY, -400 * DAY, -45 * DAY, -DAY, -3600, 3600, 25 * DAY, 55 * DAY, 400 * DAY, 900 * DAY];

/// The words that a property has in the products.
const WORDS: &[(&str, &[&str])] = &[
    ("startupMode", &["TCP", "TLS", "Dual"]),
    ("voipSecurity", &["Unsecured", "SIPSecured", "Secured"]),
    ("encryptionLevel", &["RequireEncryption", "SupportEncryption", "DoNotSupportEncryption"]),
    ("uriType", &["SipName", "TelExtn", "E164"]),
    ("status", &["Running", "Stopped", "Valid", "DateInvalid", "RevocationCheckFailure", "Enabled", "Disabled"]),
    ("startType", &["Automatic", "Manual", "Disabled"]),
    ("instantMessagingType", &["Ocs", "None", "Msn"]),
    ("applicationTrustLevel", &["Full", "None"]),
    ("verificationLevel", &["UseSourceVerification", "AlwaysVerifiable", "AlwaysUnverifiable"]),
    ("state", &["Healthy", "Unhealthy", "Started", "Stopped"]),
    ("proxyFqdn", &["exap.um.outlook.com", "exap.um.partner.outlook.cn", "sipfed.online.lync.com"]),
    ("routing", &["DnsSrv", "DefaultRoute"]),
    ("autodiscoverUri", &["", "http://autodiscover.contoso.com/autodiscover/autodiscover.xml"]),
    ("exchangeAutodiscoverUrl", &["", "https://mail.contoso.com/autodiscover/autodiscover.svc"]),
    (
        "version",
        &[
            "Version 15.0 (Build 1497.2)",
            "Version 15.1 (Build 2507.6)",
            "Version 15.2 (Build 1118.7)",
            "Version 15.2 (Build 2562.17)",
            EXCHANGE_SE_LATER,
        ],
    ),
    ("subject", &["CN=mail.contoso.com", "CN=*.contoso.com", "CN=ex01.contoso.com", "CN=ex01", "CN=contoso.com"]),
    ("value", &["", "pool.contoso.com", "fe01.contoso.com", "POOL.contoso.com", "\u{200e}pool.contoso.com"]),
];

/// Properties that Windows writes, and nobody else: they have no other words. How certificates are signed that would be a
/// warning is for the tests of the rules: one that Lync knows comes before a stronger one, and brings its warning with it.
const WRITTEN_BY_WINDOWS: &[(&str, &[&str])] = &[("signatureAlgorithm", &["sha256RSA", "sha384RSA", "sha512RSA"])];

/// Changes one to four facts of an estate.
pub(super) fn change(facts: &mut Facts, random: &mut Random) {
    for _ in 0..=random.below(4) {
        if random.one_in(2) {
            breaks::apply(facts, random);
        } else {
            one_fact(&mut facts.documents, random);
        }
    }
    if random.one_in(6) {
        request(facts, random);
    }
    settle(facts);
    // What no document tells follows from the documents.
    *facts =
        Facts::new(std::mem::take(&mut facts.documents), facts.settings.clone(), facts.scenarios.clone(), facts.clock);
}

/// What the products keep together goes together again, and what tells of the rest is so.
fn settle(facts: &mut Facts) {
    trusted::settle(facts);
    voice::settle(facts);
    machine::forget_files(facts);
    machine::report_services(facts);
    machine::sign_in(facts);
    authentication::try_again(facts);
}

/// Properties by which products know their own things: nobody can change them.
const FIXED: &[(&str, &str)] = &[
    ("servers", "name"),
    ("pools", "services"),
    ("pools", "fqdn"),
    ("trustedPools", "fqdn"),
    ("trustedPools", "computers"),
    ("trustedPools", "applications"),
    ("trustedPools", "siteId"),
    ("replication", "fqdn"),
    ("sites", "identity"),
    ("sites", "siteId"),
    ("umHuntGroups", "name"),
    ("computers", "fqdn"),
    ("computers", "pool"),
    // Exchange makes the identity of a virtual directory of its server and its site.
    ("owaVirtualDirectories", "identity"),
    ("owaBackEndVirtualDirectories", "identity"),
    // It is the computer that lists the certificate.
    ("certificates", "computer"),
    ("webConfigs", "path"),
    ("webConfigs", "backEnd"),
    ("settings", "effective"),
    ("settings", "key"),
];

/// What names a thing.
const NAMES: [&str; 3] = ["name", "identity", "fqdn"];

/// The administrator requests something.
fn request(facts: &mut Facts, random: &mut Random) {
    let thumbprints: Vec<String> = facts
        .items("exchange.certificates")
        .into_iter()
        .map(|one| super::estate::text(one, "thumbprint").to_owned())
        .collect();
    let settings = &mut facts.settings;
    match random.below(7) {
        0 => settings.disable = true,
        1 => settings.im_server_name = Some("pool.contoso.com".to_owned()),
        2 if !thumbprints.is_empty() => settings.thumbprint = Some(random.pick(&thumbprints).clone()),
        3 => settings.application_port = Some(5200),
        4 => settings.cloud = *random.pick(&[Cloud::China21Vianet, Cloud::GccHigh]),
        5 => settings.o_auth_thumbprint = Some("AA5A332496CC05DA69B75B66111C0F78A110D22D".to_owned()),
        _ => *settings = Settings { servers: vec!["EX01".to_owned()], ..settings.clone() },
    }
}

/// Changes one fact somewhere, but not so that its document is refused: collectors write none, and one that somebody edited
/// is told before any rule reads it.
fn one_fact(documents: &mut [Value], random: &mut Random) {
    let mut places = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        for part in ["exchange", "lync", "machine"] {
            let names = document.get(part).and_then(Value::as_object).into_iter().flat_map(|facts| facts.keys());
            places.extend(names.map(|name| (number, part, name.clone())));
        }
    }
    let (number, part, name) = random.pick(&places).clone();
    let used: Vec<Value> = strings(documents);
    let document = &mut documents[number];
    let before = document.clone();
    one_answer(&mut document[part], &name, random, &used);
    if FactDocument::deserialize(&*document).is_err() {
        *document = before;
    }
}

/// Nobody collected an answer, or one thing of it is another one.
fn one_answer(facts: &mut Value, name: &str, random: &mut Random, used: &[Value]) {
    if random.one_in(40) {
        facts.as_object_mut().unwrap().remove(name);
        return;
    }
    let Some(list) = facts[name]["values"].as_array_mut().filter(|list| !list.is_empty()) else { return };
    match random.below(20) {
        // What is installed stays installed.
        0..=2 if name == "services" => {}
        0 => list.clear(),
        1 | 2 => {
            let at = random.below(list.len());
            list.remove(at);
        }
        _ => {
            let at = random.below(list.len());
            property(name, &mut list[at], random, used);
        }
    }
}

/// Every text of the estate.
fn strings(documents: &[Value]) -> Vec<Value> {
    fn walk(value: &Value, all: &mut Vec<Value>) {
        match value {
            Value::String(_) => all.push(value.clone()),
            Value::Array(list) => list.iter().for_each(|one| walk(one, all)),
            Value::Object(map) => map.values().for_each(|one| walk(one, all)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    for document in documents {
        ["exchange", "lync"].iter().filter_map(|part| document.get(part)).for_each(|part| walk(part, &mut all));
    }
    all
}

/// Changes one property of a thing.
fn property(of: &str, item: &mut Value, random: &mut Random, used: &[Value]) {
    let Some(object) = item.as_object_mut() else { return };
    let mut names: Vec<String> = object.keys().cloned().collect();
    names.retain(|name| !FIXED.contains(&(of, name)));
    if names.is_empty() {
        return;
    }
    let name = random.pick(&names).clone();
    if random.one_in(15) {
        object.remove(&name);
        return;
    }
    let old = object[&name].clone();
    let new = match old.clone() {
        Value::Array(list) if list.first().is_some_and(Value::is_object) => {
            let mut list = list;
            let at = random.below(list.len());
            property(&name, &mut list[at], random, used);
            list.into()
        }
        Value::Array(list) => other_list(list, random, used),
        Value::Bool(flag) => (!flag).into(),
        Value::Number(number) => json!(random.pick(&[0, 443, 5061, 5062, 5063, 5199, 5200, 70000, 1024, 2048, 4096]))
            .as_u64()
            .map_or(number.into(), Value::from),
        Value::String(text) => other_text(&name, &text, random, used),
        other => other,
    };
    // No product has a thing without a name.
    let is_nameless = NAMES.contains(&name.as_str()) && new.as_str().is_some_and(|text| text.trim().is_empty());
    object[&name] = if is_nameless { old } else { new };
}

fn other_list(mut list: Vec<Value>, random: &mut Random, used: &[Value]) -> Value {
    match random.below(4) {
        0 => list.clear(),
        1 if !list.is_empty() => {
            let at = random.below(list.len());
            list.remove(at);
        }
        2 if !used.is_empty() => list.push(random.pick(used).clone()),
        _ => list.reverse(),
    }
    list.into()
}

fn other_text(name: &str, text: &str, random: &mut Random, used: &[Value]) -> Value {
    if let Some(time) = Time::parse(text) {
        let moved = later(time, *random.pick(&SHIFTS));
        // Only the dates of a certificate lie in the future.
        let now = Time::parse(NOW).unwrap();
        return if moved > now && !name.starts_with("not") { now } else { moved }.to_string().into();
    }
    if let Some((_, words)) = WRITTEN_BY_WINDOWS.iter().find(|(one, _)| *one == name) {
        return (*random.pick(words)).into();
    }
    let words = WORDS.iter().find(|(one, _)| *one == name).map(|(_, words)| *words);
    match (random.below(10), words) {
        (0, _) => "".into(),
        (1, _) => text.to_uppercase().into(),
        (2, _) => text.to_lowercase().into(),
        (3, _) => format!("{text} ").into(),
        (4, _) => format!("other-{text}").into(),
        (5..=8, Some(words)) => (*random.pick(words)).into(),
        _ if used.is_empty() => text.into(),
        _ => random.pick(used).clone(),
    }
}
