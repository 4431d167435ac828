//! What only unified messaging, OAuth and Exchange Online read of a made estate, so that their rules have all of their work
//! to do. Measures nothing.

use crate::facts::{DIAL_PLANS, POLICIES, POOLS, certificate, fact};
use serde_json::{Value, json};

/// The certificates that Exchange and Lync sign their tokens with.
const AUTH: &str = "CC5A332496CC05DA69B75B66111C0F78A110D22D";
const ISSUER: &str = "BB5A332496CC05DA69B75B66111C0F78A110D22D";

/// What Exchange tells.
pub(crate) fn exchange(servers: usize, users: usize) -> Value {
    json!({
        "authConfig": fact(vec![json!({ "currentCertificateThumbprint": AUTH, "realm": "contoso.com" })]),
        "partnerApplications": fact(vec![partner_application()]),
        "clientAccessServices": fact((0..servers).map(client_access_service).collect()),
        "certificates": fact((0..servers * 3).map(certificate).chain((0..servers).map(auth_certificate)).collect()),
        "umServices": fact((0..servers).map(um_service).collect()),
        "umCallRouters": fact((0..servers).map(um_service).collect()),
        "umDialPlans": fact((0..DIAL_PLANS).map(um_dial_plan).collect()),
        "umIpGateways": fact((0..POOLS).map(um_gateway).collect()),
        "umHuntGroups": fact((0..POOLS * DIAL_PLANS).map(um_hunt_group).collect()),
        "umAutoAttendants": fact((0..DIAL_PLANS).map(um_auto_attendant).collect()),
        "umContainers": fact(["DialPlan", "AutoAttendant", "IPGateway"].map(um_container).to_vec()),
        "umMailboxPolicies": fact((0..DIAL_PLANS).map(um_policy).collect()),
        "umMailboxes": fact((0..users).map(um_mailbox).collect()),
    })
}

/// What Lync tells.
pub(crate) fn lync() -> Value {
    json!({
        "certificates": fact((0..POOLS).map(token_issuer).collect()),
        "oAuthConfiguration": fact(vec![json!({
            "exchangeAutodiscoverUrl": "https://autodiscover.contoso.com/autodiscover/autodiscover.svc",
            "serviceName": "00000004-0000-0ff1-ce00-000000000000", "realm": "contoso.com",
        })]),
        "partnerApplications": fact(vec![json!({
            "identity": "Exchange", "applicationIdentifier": "00000002-0000-0ff1-ce00-000000000000", "enabled": true,
            "applicationTrustLevel": "Full",
            "metadataUrl": "https://autodiscover.contoso.com/autodiscover/metadata/json/1",
        })]),
        "dialPlans": fact((0..DIAL_PLANS).map(location_profile).collect()),
        "mediaConfigurations": fact(vec![json!({ "identity": "Global", "encryptionLevel": "RequireEncryption" })]),
        "voicePolicies": fact((0..POLICIES).map(voice_policy).collect()),
        "voiceRoutes": fact((0..POLICIES).map(voice_route).collect()),
        "umContacts": fact((0..DIAL_PLANS).map(um_contact).collect()),
        "accessEdge": fact(vec![json!({ "allowOutsideUsers": true, "allowFederatedUsers": true, "routing": "DnsSrv" })]),
        "externalAccessPolicies": fact((0..POLICIES).map(external_access_policy).collect()),
        "hostingProviders": fact(vec![json!({
            "identity": "Exchange Online", "proxyFqdn": "exap.um.outlook.com", "enabled": true,
            "enabledSharedAddressSpace": true, "hostsOcsUsers": false, "isLocal": false,
            "verificationLevel": "UseSourceVerification",
        })]),
        "hostedVoicemailPolicies": fact(vec![json!({
            "identity": "Global", "destination": "exap.um.outlook.com", "organization": "contoso.onmicrosoft.com",
        })]),
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

fn um_auto_attendant(number: usize) -> Value {
    json!({ "name": format!("Attendant{number}"), "dialPlan": format!("Plan{number}"), "status": "Enabled",
        "pilotIdentifiers": [format!("+33155501{number:03}")] })
}

fn um_container(kind: &str) -> Value {
    json!({ "container": format!("UM {kind} Container"), "readers": ["RTCUniversalServerAdmins", "RTCComponentUniversalServices"] })
}

fn um_contact(number: usize) -> Value {
    json!({ "identity": format!("CN=Contact{number}"), "sipAddress": format!("sip:contact{number}@contoso.com"),
        "autoAttendant": false, "displayNumber": format!("+33155502{number:03}"), "registrarPool": "pool0.contoso.com" })
}

fn voice_policy(number: usize) -> Value {
    json!({ "identity": format!("Tag:Voice{number}"), "pstnUsages": [format!("Usage{number}")] })
}

fn voice_route(number: usize) -> Value {
    json!({ "identity": format!("Route{number}"), "pstnUsages": [format!("Usage{number}")],
        "pstnGateways": [format!("PstnGateway:gateway{number}.contoso.com")] })
}

fn external_access_policy(number: usize) -> Value {
    json!({ "identity": format!("Tag:Access{number}"), "enableOutsideAccess": true,
        "enableFederationAccess": !number.is_multiple_of(4) })
}

fn client_access_service(number: usize) -> Value {
    json!({ "server": format!("EX{number}"),
        "autodiscoverUri": "https://autodiscover.contoso.com/autodiscover/autodiscover.xml" })
}

fn partner_application() -> Value {
    json!({ "name": "LyncEnterprise-1", "applicationIdentifier": "00000004-0000-0ff1-ce00-000000000000", "enabled": true,
        "authMetadataUrl": "https://pool0.contoso.com/metadata/json/1", "realm": "",
        "linkedAccount": "contoso.com/Users/Lync" })
}

fn auth_certificate(number: usize) -> Value {
    let mut one = certificate(number * 3);
    for (name, value) in [
        ("thumbprint", json!(AUTH)),
        ("subject", json!("CN=Microsoft Exchange Server Auth Certificate")),
        ("domains", json!([])),
        ("services", json!(["SMTP"])),
        ("isSelfSigned", json!(true)),
    ] {
        one[name] = value;
    }
    one
}

fn token_issuer(number: usize) -> Value {
    json!({ "computer": format!("fe{number}.contoso.com"), "use": "OAuthTokenIssuer", "thumbprint": ISSUER,
        "subject": "CN=contoso.com", "notBefore": "2025-01-01T00:00:00Z", "notAfter": "2027-01-01T00:00:00Z" })
}
