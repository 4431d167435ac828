//! Estates for the tests of the rules of OAuth between the servers: everything is as it should be, and what a test
//! needs to break one place. Checks nothing.

use crate::rules::testing::samples::{Sample, fact};
use crate::rules::testing::samples_tls::modern;
use serde_json::{Value, json};

/// The certificate that Exchange signs its tokens with.
pub(crate) const AUTH: &str = "CC5A332496CC05DA69B75B66111C0F78A110D22D";
/// The certificate that Lync signs its tokens with.
pub(crate) const ISSUER: &str = "BB5A332496CC05DA69B75B66111C0F78A110D22D";
/// The certificate that Lync uses otherwise.
pub(crate) const DEFAULT: &str = "AA5A332496CC05DA69B75B66111C0F78A110D22D";

impl Sample {
    /// Exchange 2013 and Lync Server 2013 that trust each other.
    pub(crate) fn oauth() -> Self {
        trusting(Self::exchange_2013())
    }

    /// Exchange 2016 and Skype for Business Server 2015 that trust each other.
    pub(crate) fn oauth_2016() -> Self {
        trusting(Self::exchange_2016())
    }

    /// Exchange SE and Skype for Business Server SE that trust each other.
    pub(crate) fn oauth_se() -> Self {
        trusting(Self::exchange_se())
    }

    /// The same with a second Exchange server, `ex02`, of the same version.
    pub(crate) fn with_second_server(self, version: &str) -> Self {
        let server = json!({
            "name": "EX02", "fqdn": "ex02.contoso.com", "version": version, "roles": ["Mailbox", "ClientAccess"],
        });
        self.set("/exchange/servers/values/1", server)
            .set("/exchange/certificates/values/2", auth_certificate("EX02"))
            .set("/exchange/clientAccessServices/values/1", service("EX02"))
    }
}

fn trusting(sample: Sample) -> Sample {
    sample
        .set("/exchange/authConfig", fact(json!([{ "currentCertificateThumbprint": AUTH, "realm": "contoso.com" }])))
        .set("/exchange/certificates/values/1", auth_certificate("EX01"))
        .set("/machine/certificates/values/2", json!({
            "store": "My", "thumbprint": AUTH, "hasPrivateKey": true, "signatureAlgorithm": "sha256RSA", "isCngKey": false,
        }))
        .set("/exchange/clientAccessServices", fact(json!([service("EX01")])))
        .set("/exchange/partnerApplications", fact(json!([{
            "name": "LyncEnterprise-1", "applicationIdentifier": "00000004-0000-0ff1-ce00-000000000000", "enabled": true,
            "authMetadataUrl": "https://pool.contoso.com/metadata/json/1", "realm": "", "linkedAccount": "contoso.com/Users/Lync",
        }])))
        .set("/machine/dns", fact(json!([address("autodiscover.contoso.com"), address("ex01.contoso.com")])))
        .set("/machine/webAnswers", fact(json!([
            { "url": "https://autodiscover.contoso.com/autodiscover/autodiscover.svc", "status": 401, "json": false },
            { "url": "https://pool.contoso.com/metadata/json/1", "status": 200, "json": true },
        ])))
        .set("/lync/oAuthConfiguration", fact(json!([{
            "exchangeAutodiscoverUrl": "https://autodiscover.contoso.com/autodiscover/autodiscover.svc",
            "serviceName": "00000004-0000-0ff1-ce00-000000000000", "realm": "contoso.com",
            "exchangeAutodiscoverAllowedDomains": "",
        }])))
        .set("/lync/oAuthServers", fact(json!([])))
        .set("/lync/partnerApplications", fact(json!([{
            "identity": "Exchange", "applicationIdentifier": "00000002-0000-0ff1-ce00-000000000000", "enabled": true,
            "applicationTrustLevel": "Full", "metadataUrl": "https://autodiscover.contoso.com/autodiscover/metadata/json/1",
        }])))
        .set("/lync/storageTests", fact(json!([{ "user": "ann@contoso.com", "passed": true, "message": "Test passed." }])))
        .set("/lync/certificates/values/1", issuer("fe01.contoso.com", ISSUER))
        .lync_machine(front_end(2048, true))
}

/// A certificate for tokens, as a computer of Lync lists it.
pub(crate) fn issuer(computer: &str, thumbprint: &str) -> Value {
    json!({
        "computer": computer, "use": "OAuthTokenIssuer", "thumbprint": thumbprint, "subject": "CN=contoso.com, O=Contoso",
        "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2027-06-01T00:00:00Z",
    })
}

/// What the machine of the Front End server tells, where the key of the certificate for tokens has this size.
pub(crate) fn front_end(key_size: u32, has_private_key: bool) -> Value {
    let stored = |thumbprint: &str, subject: &str, size: u32, key: bool| {
        json!({
            "store": "My", "thumbprint": thumbprint, "subject": subject, "notBefore": "2025-06-01T00:00:00Z",
            "notAfter": "2027-06-01T00:00:00Z", "hasPrivateKey": key, "publicKeySize": size, "signatureAlgorithm": "sha256RSA",
            "isCngKey": false,
        })
    };
    json!({
        "certificates": fact(json!([
            stored(ISSUER, "CN=contoso.com, O=Contoso", key_size, has_private_key),
            stored(DEFAULT, "CN=pool.contoso.com", 2048, true),
        ])),
        "webAnswers": fact(json!([
            { "url": "https://autodiscover.contoso.com/autodiscover/autodiscover.svc", "status": 401, "json": false },
            { "url": "https://autodiscover.contoso.com/autodiscover/metadata/json/1", "status": 200, "json": true },
            { "url": "https://pool.contoso.com/metadata/json/1", "status": 200, "json": true },
        ])),
        "tls": modern(),
    })
}

fn auth_certificate(server: &str) -> Value {
    json!({
        "server": server, "thumbprint": AUTH, "subject": "CN=Microsoft Exchange Server Auth Certificate", "domains": [],
        "services": ["SMTP"], "notBefore": "2025-01-01T00:00:00Z", "notAfter": "2030-01-01T00:00:00Z",
        "hasPrivateKey": true, "isSelfSigned": true, "status": "Valid", "publicKeySize": 2048,
        "friendlyName": "Microsoft Exchange Server Auth Certificate",
    })
}

fn service(server: &str) -> Value {
    json!({ "server": server, "autodiscoverUri": "https://autodiscover.contoso.com/autodiscover/autodiscover.xml" })
}

fn address(name: &str) -> Value {
    json!({ "name": name, "type": "A", "answers": ["192.0.2.10"] })
}
