//! How long judging an estate takes: documents of facts in, findings out, as `uc_estate_check` does it. There is no peer
//! that does the same, so the figures are times, and the goal is one.

use crate::Result;
use crate::contest::{Entrant, hold, timed, tries};
use crate::goals::Goals;
use serde_json::{Value, json};
use std::fmt::Write as _;
use uc_integration::api::{
    self,
    estate::{CheckRequest, ReportRequest},
};
use uc_integration::status::Status;

/// The size that the goal is set for.
const SERVERS: usize = 100;
const POOLS: usize = 50;
const USERS: [usize; 3] = [1_000, 10_000, 100_000];

/// Rounds of each size.
const ROUNDS: usize = 5;

const NOW: &str = "2026-03-01T21:00:00Z";

/// Measures each size, and answers the rows of the table.
pub(crate) fn measure(goals: &mut Goals) -> String {
    let requests: Vec<(usize, Vec<u8>)> = USERS.iter().map(|&users| (users, request(SERVERS, users))).collect();
    let mut entrants: Vec<Entrant<'_>> = requests
        .iter()
        .map(|(users, request)| Entrant::new(&format!("{users} users"), move || tries(1, || timed(|| check(request)))))
        .collect();
    hold(&mut entrants, ROUNDS);
    let mut out = format!("| uc_estate_check, {SERVERS} servers, {POOLS} pools | time | request |\n|---|---:|---:|\n");
    for (entrant, (_, request)) in entrants.iter().zip(&requests) {
        let time = entrant.median().map_or_else(|error| error, |time| format!("{time:.1} ms"));
        let _ = writeln!(out, "| {} | {time} | {} kB |", entrant.name, request.len() / 1000);
    }
    let times: Vec<Option<f64>> = entrants.iter().map(|entrant| entrant.median().ok()).collect();
    goals.estate(times.get(1).copied().flatten(), times.get(2).copied().flatten());
    out
}

/// The servers of an estate that gives 5,000 findings and more.
const REPORTED: usize = 200;

/// Measures the report of such an estate, and answers its row.
pub(crate) fn report(goals: &mut Goals) -> String {
    let request = request(REPORTED, USERS[0]);
    let mut entrants = vec![Entrant::new("report", || tries(1, || timed(|| answer::<ReportRequest>(&request))))];
    hold(&mut entrants, ROUNDS);
    let time = entrants[0].median().ok();
    let size = answer::<ReportRequest>(&request).ok();
    goals.report(time, size);
    let shown = time.zip(size).map_or_else(String::new, |(time, size)| format!("{time:.1} ms, {} kB", size / 1000));
    format!("uc_report_render, {REPORTED} servers, {POOLS} pools, {} users: {shown}\n", USERS[0])
}

fn check(request: &[u8]) -> Result<usize> {
    answer::<CheckRequest>(request)
}

fn answer<Q: api::Request>(request: &[u8]) -> Result<usize> {
    let (status, response) = api::call::<Q>(request);
    if status == Status::Ok { Ok(response.len()) } else { Err(String::from_utf8_lossy(&response).into_owned()) }
}

#[allow(clippy::needless_pass_by_value, reason = "values are made for it")]
fn fact(values: Vec<Value>) -> Value {
    json!({ "command": "bench", "time": NOW, "values": values })
}

fn request(servers: usize, users: usize) -> Vec<u8> {
    let exchange = json!({
        "schema": "uc-integration/facts/1",
        "collected": { "time": NOW, "computer": "ex0.contoso.com", "shell": "Exchange" },
        "exchange": {
            "servers": fact((0..servers).map(server).collect()),
            "owaVirtualDirectories": fact((0..servers).map(directory).collect()),
            "owaMailboxPolicies": fact((0..20).map(policy).collect()),
            "certificates": fact((0..servers * 3).map(certificate).collect()),
            "umServices": fact(Vec::new()),
            "umCallRouters": fact(Vec::new()),
            "umDialPlans": fact(Vec::new()),
            "mailboxes": fact((0..users).map(mailbox).collect()),
            "clientMailboxes": fact((0..users).map(client).collect()),
        },
    });
    let lync = json!({
        "schema": "uc-integration/facts/1",
        "collected": { "time": NOW, "computer": "fe0.contoso.com", "shell": "Lync" },
        "lync": {
            "version": fact(vec![json!({ "text": "Microsoft Lync Server 2013 (5.0.8308.0)" })]),
            "pools": fact((0..POOLS).map(pool).collect()),
            "sites": fact(vec![json!({ "identity": "Site:Paris", "siteId": "Paris" })]),
            "trustedPools": fact((0..servers).map(trusted_pool).collect()),
            "trustedApplications": fact((0..servers).map(application).collect()),
            "sipDomains": fact(vec![json!({ "name": "contoso.com", "isDefault": true })]),
            "users": fact((0..users).map(user).collect()),
        },
    });
    let mut facts = vec![
        json!({ "name": "exchange.json", "text": exchange.to_string() }),
        json!({ "name": "lync.json", "text": lync.to_string() }),
    ];
    facts.extend(
        (0..servers).map(|number| json!({ "name": format!("{number}.json"), "text": machine(number).to_string() })),
    );
    json!({ "facts": facts, "now": NOW, "settings": { "imServerName": "pool0.contoso.com" } }).to_string().into_bytes()
}

fn server(number: usize) -> Value {
    json!({ "name": format!("EX{number}"), "fqdn": format!("ex{number}.contoso.com"), "site": "Paris",
        "version": "Version 15.0 (Build 1497.2)", "roles": ["Mailbox", "ClientAccess"] })
}

fn directory(number: usize) -> Value {
    json!({ "identity": format!("EX{number}\\owa (Default Web Site)"), "server": format!("EX{number}"), "backEnd": false,
        "instantMessagingEnabled": true, "instantMessagingType": "Ocs" })
}

fn policy(number: usize) -> Value {
    json!({ "identity": format!("Policy {number}"), "instantMessagingEnabled": true, "instantMessagingType": "Ocs" })
}

fn certificate(number: usize) -> Value {
    let server = number / 3;
    json!({ "server": format!("EX{server}"), "thumbprint": format!("{number:040X}"),
        "subject": format!("CN=ex{server}.contoso.com"), "domains": [format!("ex{server}.contoso.com")],
        "services": ["IIS", "SMTP"], "notBefore": "2025-01-01T00:00:00Z", "notAfter": "2027-01-01T00:00:00Z",
        "hasPrivateKey": true, "isSelfSigned": false, "status": "Valid" })
}

fn mailbox(number: usize) -> Value {
    json!({ "identity": format!("user{number}@contoso.com"), "server": format!("EX{}", number % SERVERS),
        "version": "Version 15.0 (Build 1497.2)", "sipAddresses": [format!("user{number}@contoso.com")] })
}

fn client(number: usize) -> Value {
    json!({ "identity": format!("user{number}@contoso.com"), "owaEnabled": true,
        "owaMailboxPolicy": format!("Policy {}", number % 20) })
}

fn pool(number: usize) -> Value {
    json!({ "fqdn": format!("pool{number}.contoso.com"), "computers": [format!("fe{number}.contoso.com")],
        "services": [format!("Registrar:pool{number}.contoso.com")], "site": "Site:Paris" })
}

fn trusted_pool(number: usize) -> Value {
    json!({ "fqdn": format!("ex{number}.contoso.com"), "registrar": "pool0.contoso.com", "siteId": "Site:Paris",
        "requiresReplication": false, "computers": [format!("ex{number}.contoso.com")],
        "applications": ["urn:application:outlookwebapp"] })
}

fn application(number: usize) -> Value {
    json!({ "pool": format!("ex{number}.contoso.com"), "applicationId": "urn:application:outlookwebapp", "port": 5199 })
}

fn user(number: usize) -> Value {
    json!({ "identity": format!("user{number}@contoso.com"), "sipAddress": format!("user{number}@contoso.com"),
        "enabled": true, "registrarPool": format!("pool{}.contoso.com", number % POOLS) })
}

fn machine(number: usize) -> Value {
    let path = "C:\\Program Files\\Microsoft\\Exchange Server\\V15\\ClientAccess\\Owa\\web.config";
    let setting = |key: &str, value: String| json!({ "key": key, "value": value, "line": 9, "effective": true });
    json!({
        "schema": "uc-integration/facts/1",
        "collected": { "time": NOW, "computer": format!("ex{number}.contoso.com"), "shell": "Local" },
        "machine": { "webConfigs": fact(vec![json!({ "backEnd": true, "path": path, "exists": true, "settings": [
            setting("IMServerName", "pool0.contoso.com".to_owned()),
            setting("IMCertificateThumbprint", format!("{:040X}", number * 3)),
        ] })]) },
    })
}
