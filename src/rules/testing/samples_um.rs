//! An estate with unified messaging, for the tests of rules: Exchange 2013 on one server with both roles, Lync Server 2013
//! with a pool, a Mediation server and a gateway; everything is as it should be. Holds no test.
#![allow(clippy::needless_pass_by_value, reason = "values are written in place")]

use crate::rules::testing::samples::{Sample, fact};
use crate::rules::testing::samples_tls::modern;
use serde_json::{Value, json};

/// The thumbprint of the root in which every certificate of this estate ends.
pub(crate) const ROOT: &str = "0F78A110D22DEA5A332496CC05DA69B75B66111C";

impl Sample {
    /// Exchange 2013 and Lync Server 2013 with unified messaging: everything is as it should be. The documents are those
    /// of the Exchange shell on ex01, the Lync shell on fe01, and of the Mediation server med01.
    pub(crate) fn unified_messaging() -> Self {
        Self::unified_messaging_around(mediation_machine())
    }

    /// The same with other facts of the machine of the Mediation server.
    pub(crate) fn unified_messaging_around(mediation: Value) -> Self {
        let sample = Self::exchange_2013().discovered().without_trusted_pool();
        sample.exchange_side().lync_side().lync_machine(lync_machine()).with_document(json!({
            "schema": "uc-integration/facts/1",
            "collected": {
                "time": "2026-03-01T21:00:00Z", "computer": "med01.contoso.com", "shell": "Local", "powerShell": "5.1",
                "module": "0.1.0",
            },
            "machine": mediation,
        }))
    }

    /// The same with other names in the certificate of unified messaging.
    pub(crate) fn um_certificate(subject: &str, domains: &[&str]) -> Self {
        const CERTIFICATE: &str = "/exchange/certificates/values/0";
        let sample = Self::unified_messaging().set(&format!("{CERTIFICATE}/subject"), json!(subject));
        sample.set(&format!("{CERTIFICATE}/domains"), json!(domains))
    }

    fn exchange_side(self) -> Self {
        let sample = self
            .set("/exchange/certificates/values/0/services", json!(["IIS", "SMTP", "UM", "UMCallRouter"]))
            .set("/exchange/umServices/values/0", json!({
                "server": "EX01", "dialPlans": ["Paris"], "startupMode": "Dual", "sipAccessService": "pool.contoso.com:5061",
            }))
            .set("/exchange/umCallRouters/values/0/startupMode", json!("Dual"))
            .set("/machine/services", fact(json!([
                running("MSExchangeUM", "2026-01-10T08:05:00Z"), running("MSExchangeUMCR", "2026-01-10T08:05:00Z"),
            ])))
            .set("/exchange/serviceHealth/values/1", json!({
                "server": "EX01", "role": "Unified Messaging Server Role", "requiredServicesRunning": true,
                "servicesRunning": ["MSExchangeUM"], "servicesNotRunning": [],
            }))
            .set("/machine/listeners", fact(json!([{ "port": 443 }, { "port": 5061 }, { "port": 5063 }])))
            .set("/machine/forest", forest())
            .set("/machine/firewallRules", fact(json!([
                { "name": "MSExchangeUMCallRouter (TCP-In)", "enabled": true, "allow": true },
                { "name": "MSExchangeUMService (TCP-In)", "enabled": true, "allow": true },
                { "name": "MSExchangeUMWorkerProcess (TCP-In)", "enabled": true, "allow": true },
            ])));
        voice_objects()
            .into_iter()
            .fold(sample, |sample, (name, values)| sample.set(&format!("/exchange/{name}"), fact(values)))
    }

    fn lync_side(self) -> Self {
        let sample = self
            .set("/lync/pools/values/0/services", json!(["Registrar:pool.contoso.com", "UserServer:pool.contoso.com"]))
            .set("/lync/pools/values/1", json!({
                "fqdn": "med.contoso.com", "computers": ["med01.contoso.com"], "services": ["MediationServer:med.contoso.com"],
                "site": "Site:Redmond",
            }))
            .set("/lync/pools/values/2", json!({
                "fqdn": "gw.contoso.com", "computers": ["gw.contoso.com"], "services": ["PstnGateway:gw.contoso.com"],
                "site": "Site:Redmond",
            }))
            .set("/lync/computers/values/1", json!({ "fqdn": "med01.contoso.com", "pool": "med.contoso.com" }))
            .set("/lync/certificates/values/1", json!({
                "computer": "med01.contoso.com", "use": "Default", "thumbprint": "BB5A332496CC05DA69B75B66111C0F78A110D22D",
                "subject": "CN=med.contoso.com", "alternativeNames": ["med.contoso.com"], "issuer": "CN=Contoso CA",
                "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2027-06-01T00:00:00Z",
            }))
            .set("/lync/users/values/0", json!({
                "identity": "ann@contoso.com", "sipAddress": "ann@contoso.com", "enabled": true,
                "registrarPool": "pool.contoso.com", "mail": "ann@contoso.com", "enterpriseVoiceEnabled": true,
                "lineUri": "tel:+33155501001", "dialPlan": "Paris", "voicePolicy": "", "hostedVoiceMail": false,
            }));
        voice_settings()
            .into_iter()
            .fold(sample, |sample, (name, values)| sample.set(&format!("/lync/{name}"), fact(values)))
    }
}

/// The objects of unified messaging, by their place among the facts of Exchange.
fn voice_objects() -> Vec<(&'static str, Value)> {
    let readers = json!(["RTCUniversalServerAdmins", "RTCComponentUniversalServices"]);
    let container = |name: &str| json!({ "container": name, "readers": readers });
    vec![
        (
            "umDialPlans",
            json!([{
                "name": "Paris", "uriType": "SipName", "voipSecurity": "Secured", "phoneContext": "Paris.contoso.com",
                "faxEnabled": false,
            }]),
        ),
        (
            "umIpGateways",
            json!([{
                "name": "pool", "address": "pool.contoso.com", "port": 5061, "outcallsAllowed": true, "status": "Enabled",
                "whenCreated": "2026-01-10T09:00:00Z",
            }]),
        ),
        (
            "umHuntGroups",
            json!([{
                "name": "Paris", "pilotIdentifier": "Paris.contoso.com", "dialPlan": "Paris", "ipGateway": "pool",
            }]),
        ),
        (
            "umAutoAttendants",
            json!([{
                "name": "ParisReception", "dialPlan": "Paris", "status": "Enabled", "pilotIdentifiers": ["+33155501000"],
            }]),
        ),
        ("umMailboxPolicies", json!([{ "name": "Paris Default Policy", "dialPlan": "Paris", "allowFax": false }])),
        (
            "umMailboxes",
            json!([{
                "identity": "ann@contoso.com", "enabled": true, "mailboxPolicy": "Paris Default Policy", "dialPlan": "Paris",
                "eumAddresses": ["ann@contoso.com;phone-context=Paris.contoso.com"],
                "sipResourceIdentifier": "ann@contoso.com", "faxEnabled": false,
            }]),
        ),
        (
            "umContainers",
            json!([
                container("UM DialPlan Container"),
                container("UM AutoAttendant Container"),
                container("UM IPGateway Container"),
            ]),
        ),
    ]
}

/// The settings of Enterprise Voice, by their place among the facts of Lync.
fn voice_settings() -> Vec<(&'static str, Value)> {
    let contact = |name: &str, attendant: bool, number: &str| {
        json!({
            "identity": format!("CN={name},OU=Voice,DC=contoso,DC=com"), "sipAddress": format!("{name}@contoso.com"),
            "autoAttendant": attendant, "displayNumber": number, "registrarPool": "pool.contoso.com",
        })
    };
    vec![
        (
            "dialPlans",
            json!([
                { "identity": "Global", "simpleName": "Global" }, { "identity": "Tag:Paris", "simpleName": "Paris" },
                { "identity": "Service:Registrar:pool.contoso.com", "simpleName": "Pool" },
            ]),
        ),
        ("mediaConfigurations", json!([{ "identity": "Global", "encryptionLevel": "RequireEncryption" }])),
        ("voicePolicies", json!([{ "identity": "Global", "pstnUsages": ["Long Distance"] }])),
        (
            "voiceRoutes",
            json!([{
                "identity": "Everywhere", "pstnUsages": ["Long Distance"], "pstnGateways": ["PstnGateway:gw.contoso.com"],
            }]),
        ),
        (
            "umContacts",
            json!([
                contact("ParisVoiceAccess", false, "+33155501999"),
                contact("ParisReception", true, "+33155501000"),
            ]),
        ),
    ]
}

/// The machine of the Lync shell: a Front End server that trusts the root.
pub(crate) fn lync_machine() -> Value {
    json!({
        "certificates": stores("AA5A332496CC05DA69B75B66111C0F78A110D22D", "CN=pool.contoso.com"),
        "services": fact(json!([running("RTCSRV", "2026-01-11T08:00:00Z")])),
        "forest": forest(),
        "tls": modern(),
    })
}

/// The machine of the Mediation server, which trusts the root too.
pub(crate) fn mediation_machine() -> Value {
    json!({
        "certificates": stores("BB5A332496CC05DA69B75B66111C0F78A110D22D", "CN=med.contoso.com"),
        "services": fact(json!([running("RTCMEDSRV", "2026-01-11T08:00:00Z")])),
        "tls": modern(),
    })
}

/// The certificate of a machine, and the root in which it ends.
fn stores(thumbprint: &str, subject: &str) -> Value {
    let stored = |store: &str, thumbprint: &str, subject: &str| {
        json!({
            "store": store, "thumbprint": thumbprint, "subject": subject, "issuer": "CN=Contoso CA",
            "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2027-06-01T00:00:00Z", "hasPrivateKey": store == "My",
            "rootThumbprint": ROOT,
        })
    };
    fact(json!([stored("My", thumbprint, subject), stored("Root", ROOT, "CN=Contoso CA")]))
}

fn running(name: &str, started: &str) -> Value {
    json!({ "name": name, "status": "Running", "startType": "Automatic", "started": started })
}

fn forest() -> Value {
    fact(json!([{ "name": "contoso.com", "trusts": [], "hasSipLine": true }]))
}
