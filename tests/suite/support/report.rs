//! The estates that reports are made of in tests: the example, one with everything that a picture can show, one with many
//! servers, one with long and odd names, none at all. Holds no expectations.

use crate::support::json_file;
use serde_json::{Value, json};
use std::path::Path;

/// The time at which they are checked.
pub(crate) const NOW: &str = "2026-03-01T21:00:00Z";

/// Every estate with a name.
pub(crate) fn estates() -> Vec<(&'static str, Vec<Value>)> {
    let example =
        ["exchange", "lync"].map(|shell| json_file(&Path::new("examples/facts").join(format!("facts-{shell}.json"))));
    vec![
        ("example", example.to_vec()),
        ("everything", everything()),
        ("many", many(200, 40)),
        ("odd", hostile(&format!("{}<script>\u{202e}\"'&]]>{}", "W".repeat(300), "字".repeat(100)))),
        ("nothing", Vec::new()),
    ]
}

#[allow(clippy::needless_pass_by_value, reason = "values are made for it")]
fn fact(values: Vec<Value>) -> Value {
    json!({ "command": "Get-Something", "time": NOW, "values": values })
}

fn document(shell: &str, computer: &str, part: &str, facts: &Value) -> Value {
    let collected =
        json!({ "time": NOW, "computer": computer, "shell": shell, "powerShell": "5.1", "module": "0.1.0" });
    json!({ "schema": "uc-integration/facts/1", "collected": collected, part: facts })
}

fn server(number: usize, version: &str) -> Value {
    json!({ "name": format!("EX{number:03}"), "fqdn": format!("ex{number:03}.contoso.com"), "version": version,
        "roles": ["Mailbox", "ClientAccess"], "site": "Paris" })
}

fn im_override(number: usize, pool: usize) -> Value {
    let parameters =
        [format!("IMServerName=pool{pool:02}.contoso.com"), format!("IMCertificateThumbprint={number:040X}")];
    json!({ "name": format!("IM{number}"), "component": "OwaServer", "section": "IMSettings", "parameters": parameters,
        "servers": [format!("EX{number:03}")] })
}

fn certificate(number: usize, ends: &str) -> Value {
    let name = format!("ex{number:03}.contoso.com");
    json!({ "server": format!("EX{number:03}"), "thumbprint": format!("{number:040X}"), "subject": format!("CN={name}"),
        "domains": [name], "services": ["IIS"], "notBefore": "2024-01-01T00:00:00Z", "notAfter": ends,
        "hasPrivateKey": true, "isSelfSigned": false, "status": "Valid" })
}

fn pool(number: usize, services: &[&str]) -> Value {
    let fqdn = format!("pool{number:02}.contoso.com");
    let computers: Vec<String> = (1..4).map(|one| format!("fe{one}.pool{number:02}.contoso.com")).collect();
    let services: Vec<String> = services.iter().map(|service| format!("{service}:{fqdn}")).collect();
    json!({ "fqdn": fqdn, "computers": computers, "services": services, "site": "Site:Paris" })
}

fn trusted_pool(number: usize, pool: usize) -> Value {
    let fqdn = format!("ex{number:03}.contoso.com");
    json!({ "fqdn": fqdn, "registrar": format!("pool{pool:02}.contoso.com"), "siteId": "Site:Paris",
        "requiresReplication": false, "computers": [fqdn], "applications": ["urn:application:outlookwebapp"] })
}

const V2016: &str = "Version 15.1 (Build 2507.6)";

/// One with everything that a picture can show: a pool that is not there, an ended certificate, an Edge that is behind.
fn everything() -> Vec<Value> {
    let lync_id = "00000004-0000-0ff1-ce00-000000000000";
    let exchange_id = "00000002-0000-0ff1-ce00-000000000000";
    let exchange = json!({
        "servers": fact((1..=4).map(|number| server(number, V2016)).collect()),
        "settingOverrides": fact(vec![im_override(1, 1), im_override(2, 1), im_override(3, 9)]),
        "certificates": fact(vec![
            certificate(1, "2027-06-30T00:00:00Z"), certificate(2, "2026-01-31T00:00:00Z"), certificate(3, "2027-01-01T00:00:00Z"),
        ]),
        "owaMailboxPolicies": fact(vec![json!({ "identity": "Default", "instantMessagingEnabled": false })]),
        "partnerApplications": fact(vec![json!({ "name": "LyncEnterprise", "applicationIdentifier": lync_id, "enabled": true })]),
        "umIpGateways": fact(vec![json!({ "name": "pool01", "address": "pool01.contoso.com", "status": "Enabled" })]),
    });
    let provider = json!({ "identity": "Exchange Online", "proxyFqdn": "exap.um.outlook.com", "enabled": true });
    let lync = json!({
        "version": fact(vec![json!({ "text": "Skype for Business Server 2015 (6.0.9319.0)" })]),
        "pools": fact(vec![pool(1, &["Registrar", "MediationServer"]), pool(2, &["Registrar"]), edge()]),
        "trustedPools": fact(vec![trusted_pool(1, 1), trusted_pool(2, 1)]),
        "certificates": fact(vec![json!({ "computer": "fe1.pool01.contoso.com", "use": "Default",
            "thumbprint": "AA", "notAfter": "2028-01-01T00:00:00Z" })]),
        "partnerApplications": fact(vec![json!({ "identity": "microsoft.exchange", "applicationIdentifier": exchange_id, "enabled": true })]),
        "replication": fact(vec![json!({ "fqdn": "edge01.contoso.com", "upToDate": false })]),
        "hostingProviders": fact(vec![provider]),
    });
    vec![
        document("Exchange", "EX001.contoso.com", "exchange", &exchange),
        document("Lync", "fe1.pool01.contoso.com", "lync", &lync),
    ]
}

fn edge() -> Value {
    json!({ "fqdn": "edge.contoso.com", "computers": ["edge01.contoso.com"], "services": ["EdgeServer:edge.contoso.com"] })
}

/// Many servers, most of them alike.
fn many(servers: usize, pools: usize) -> Vec<Value> {
    let exchange = json!({
        "servers": fact((0..servers).map(|number| server(number, V2016)).collect()),
        "settingOverrides": fact((0..servers).map(|number| im_override(number, number % pools)).collect()),
        "certificates": fact((0..servers).map(|number| certificate(number, "2027-01-01T00:00:00Z")).collect()),
    });
    let lync = json!({
        "version": fact(vec![json!({ "text": "Skype for Business Server 2015 (6.0.9319.0)" })]),
        "pools": fact((0..pools).map(|number| pool(number, &["Registrar"])).collect()),
        "trustedPools": fact((0..servers - servers / 10).map(|number| trusted_pool(number, number % pools)).collect()),
    });
    vec![
        document("Exchange", "ex000.contoso.com", "exchange", &exchange),
        document("Lync", "fe1.pool00.contoso.com", "lync", &lync),
    ]
}

/// One that gives thousands of findings.
pub(crate) fn many_findings() -> Vec<Value> {
    many(150, 40)
}

/// A small estate in which everything has this name.
pub(crate) fn hostile(name: &str) -> Vec<Value> {
    let exchange = json!({
        "servers": fact(vec![json!({ "name": name, "fqdn": name, "version": V2016, "roles": [name], "site": name })]),
        "settingOverrides": fact(vec![json!({ "name": name, "component": "OwaServer", "section": "IMSettings",
            "parameters": [format!("IMServerName={name}")], "servers": [name] })]),
        "owaMailboxPolicies": fact(vec![json!({ "identity": name, "instantMessagingEnabled": false, "instantMessagingType": name })]),
        "certificates": { "command": name, "time": NOW, "error": name },
    });
    let lync = json!({
        "version": fact(vec![json!({ "text": "Skype for Business Server 2015 (6.0.9319.0)" })]),
        "pools": fact(vec![json!({ "fqdn": name, "computers": [name], "services": [format!("Registrar:{name}")], "site": name })]),
        "trustedPools": fact(vec![json!({ "fqdn": name, "registrar": name, "siteId": name, "computers": [name] })]),
        "hostingProviders": fact(vec![json!({ "identity": name, "proxyFqdn": "x.contoso.com" })]),
    });
    let mut documents = vec![document("Exchange", name, "exchange", &exchange), document("Lync", name, "lync", &lync)];
    documents[0]["collected"]["powerShell"] = json!(name);
    documents
}
