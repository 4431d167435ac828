//! Facts of made estates, as many servers and users as one wants, with unified messaging. Measures nothing.

use serde_json::{Value, json};

/// The pools of every estate.
pub(crate) const POOLS: usize = 50;
const DIAL_PLANS: usize = 5;

const NOW: &str = "2026-03-01T21:00:00Z";

#[allow(clippy::needless_pass_by_value, reason = "values are made for it")]
fn fact(values: Vec<Value>) -> Value {
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
        add(&mut exchange["exchange"], exchange_voice(servers, users));
        add(&mut lync["lync"], lync_voice());
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
            "owaMailboxPolicies": fact((0..20).map(policy).collect()),
            "certificates": fact((0..servers * 3).map(certificate).collect()),
            "umServices": fact(Vec::new()),
            "umCallRouters": fact(Vec::new()),
            "umDialPlans": fact(Vec::new()),
            "mailboxes": fact((0..users).map(mailbox).collect()),
            "clientMailboxes": fact((0..users).map(client).collect()),
        },
    })
}

fn exchange_voice(servers: usize, users: usize) -> Value {
    json!({
        "umServices": fact((0..servers).map(um_service).collect()),
        "umCallRouters": fact((0..servers).map(um_service).collect()),
        "umDialPlans": fact((0..DIAL_PLANS).map(um_dial_plan).collect()),
        "umIpGateways": fact((0..POOLS).map(um_gateway).collect()),
        "umHuntGroups": fact((0..POOLS * DIAL_PLANS).map(um_hunt_group).collect()),
        "umAutoAttendants": fact(Vec::new()),
        "umMailboxPolicies": fact((0..DIAL_PLANS).map(um_policy).collect()),
        "umMailboxes": fact((0..users).map(um_mailbox).collect()),
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

fn lync_voice() -> Value {
    json!({
        "dialPlans": fact((0..DIAL_PLANS).map(location_profile).collect()),
        "mediaConfigurations": fact(vec![json!({ "identity": "Global", "encryptionLevel": "RequireEncryption" })]),
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

fn certificate(number: usize) -> Value {
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
        "enabled": true, "registrarPool": format!("pool{}.contoso.com", number % POOLS), "enterpriseVoiceEnabled": true,
        "lineUri": format!("tel:+331{number:08}"), "dialPlan": "", "voicePolicy": "", "hostedVoiceMail": false,
        "externalAccessPolicy": "", "mail": format!("user{number}@contoso.com") })
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

fn um_service(number: usize) -> Value {
    json!({ "server": format!("EX{number}"), "startupMode": "TLS",
        "dialPlans": (0..DIAL_PLANS).map(|number| format!("Plan{number}")).collect::<Vec<_>>() })
}

fn um_dial_plan(number: usize) -> Value {
    json!({ "name": format!("Plan{number}"), "uriType": "SipName", "voipSecurity": "Secured", "faxEnabled": false,
        "phoneContext": format!("Plan{number}.contoso.com") })
}

fn location_profile(number: usize) -> Value {
    json!({ "identity": format!("Tag:Plan{number}"), "simpleName": format!("Plan{number}.contoso.com") })
}

fn um_gateway(number: usize) -> Value {
    json!({ "name": format!("pool{number}"), "address": format!("pool{number}.contoso.com"), "port": 5061,
        "outcallsAllowed": number == 0, "status": "Enabled" })
}

fn um_hunt_group(number: usize) -> Value {
    let plan = format!("Plan{}", number % DIAL_PLANS);
    json!({ "name": plan, "dialPlan": plan, "ipGateway": format!("pool{}", number / DIAL_PLANS),
        "pilotIdentifier": format!("{plan}.contoso.com") })
}

fn um_policy(number: usize) -> Value {
    json!({ "name": format!("Policy{number}"), "dialPlan": format!("Plan{number}"), "allowFax": false })
}

fn um_mailbox(number: usize) -> Value {
    let plan = number % DIAL_PLANS;
    json!({ "identity": format!("user{number}@contoso.com"), "enabled": true, "mailboxPolicy": format!("Policy{plan}"),
        "dialPlan": format!("Plan{plan}"), "sipResourceIdentifier": format!("user{number}@contoso.com"),
        "eumAddresses": [format!("user{number}@contoso.com;phone-context=Plan{plan}.contoso.com")] })
}
