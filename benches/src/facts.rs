//! Facts of made estates, as many servers and users as one wants. What only unified messaging, OAuth and Exchange Online
//! read is in `facts_more`. Measures nothing.

use crate::facts_more;
use serde_json::{Value, json};

/// The pools of every estate.
pub(crate) const POOLS: usize = 50;
/// The dial plans, and the policies of each kind that users point at.
pub(crate) const DIAL_PLANS: usize = 5;
pub(crate) const POLICIES: usize = 20;

const NOW: &str = "2026-03-01T21:00:00Z";

#[allow(clippy::needless_pass_by_value, reason = "values are made for it")]
pub(crate) fn fact(values: Vec<Value>) -> Value {
    json!({ "command": "bench", "time": NOW, "values": values })
}

/// What is asked about an estate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// Instant messaging in Outlook on the web; no unified messaging was collected.
    OwaIm,
    /// Every scenario, and every user has unified messaging.
    Everything,
}

impl About {
    /// What the table calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::OwaIm => "instant messaging",
            Self::Everything => "all scenarios",
        }
    }
}

/// The request about an estate.
pub(crate) fn request(about: About, servers: usize, users: usize) -> Vec<u8> {
    let mut exchange = exchange(servers, users);
    let mut lync = lync(servers, users);
    if about == About::Everything {
        add(&mut exchange["exchange"], facts_more::exchange(servers, users));
        add(&mut lync["lync"], facts_more::lync());
    }
    let mut facts = vec![named("exchange", &exchange), named("lync", &lync)];
    facts.extend((0..servers).map(|number| named(&number.to_string(), &machine(number))));
    let mut request = json!({ "facts": facts, "now": NOW, "settings": { "imServerName": "pool0.contoso.com" } });
    if about == About::OwaIm {
        request["scenarios"] = json!(["OwaIm"]);
    }
    request.to_string().into_bytes()
}

fn add(part: &mut Value, more: Value) {
    if let (Value::Object(part), Value::Object(more)) = (part, more) {
        part.extend(more);
    }
}

fn named(name: &str, document: &Value) -> Value {
    json!({ "name": format!("{name}.json"), "text": document.to_string() })
}

fn exchange(servers: usize, users: usize) -> Value {
    json!({
        "schema": "uc-integration/facts/1",
        "collected": { "time": NOW, "computer": "ex0.contoso.com", "shell": "Exchange" },
        "exchange": {
            "servers": fact((0..servers).map(server).collect()),
            "owaVirtualDirectories": fact((0..servers).map(directory).collect()),
            "owaMailboxPolicies": fact((0..POLICIES).map(policy).collect()),
            "certificates": fact((0..servers * 3).map(certificate).collect()),
            "umServices": fact(Vec::new()),
            "umCallRouters": fact(Vec::new()),
            "umDialPlans": fact(Vec::new()),
            "mailboxes": fact((0..users).map(mailbox).collect()),
            "clientMailboxes": fact((0..users).map(client).collect()),
        },
    })
}

fn lync(servers: usize, users: usize) -> Value {
    json!({
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
    })
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

pub(crate) fn certificate(number: usize) -> Value {
    let server = number / 3;
    json!({ "server": format!("EX{server}"), "thumbprint": format!("{number:040X}"),
        "subject": format!("CN=ex{server}.contoso.com"), "domains": [format!("ex{server}.contoso.com")],
        "services": ["IIS", "SMTP"], "notBefore": "2025-01-01T00:00:00Z", "notAfter": "2027-01-01T00:00:00Z",
        "hasPrivateKey": true, "isSelfSigned": false, "status": "Valid" })
}

fn mailbox(number: usize) -> Value {
    json!({ "identity": format!("user{number}@contoso.com"), "server": format!("EX{}", number % 100),
        "version": "Version 15.0 (Build 1497.2)", "sipAddresses": [format!("user{number}@contoso.com")] })
}

fn client(number: usize) -> Value {
    json!({ "identity": format!("user{number}@contoso.com"), "owaEnabled": true,
        "owaMailboxPolicy": format!("Policy {}", number % POLICIES) })
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
        "enabled": true, "registrarPool": format!("pool{}.contoso.com", number % POOLS), "enterpriseVoiceEnabled": true,
        "lineUri": format!("tel:+331{number:08}"), "dialPlan": format!("Plan{}", number % DIAL_PLANS),
        "voicePolicy": format!("Voice{}", number % POLICIES), "hostedVoiceMail": number.is_multiple_of(10),
        "externalAccessPolicy": format!("Access{}", number % POLICIES), "mail": format!("user{number}@contoso.com") })
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
