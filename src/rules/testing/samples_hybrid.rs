//! An estate with mailboxes in Exchange Online, for the tests of the rules about that: everything is as it should be.
//! How a sample is changed and checked is in `samples`.

use crate::rules::testing::samples::{Sample, collected, fact};
use crate::rules::testing::samples_tls::modern;
use serde_json::{Value, json};

impl Sample {
    /// Lync Server 2013 with an Edge server, and Exchange Online of the worldwide cloud: everything is as it should be.
    pub(crate) fn hybrid() -> Self {
        Self::hybrid_with_edge(json!([exchange_online()]))
    }

    /// The same with other hosting providers in the local replica of the Edge server.
    pub(crate) fn hybrid_with_edge(providers: Value) -> Self {
        Self::hybrid_of(providers, edge_certificates(&[("sip", "2027-06-01T00:00:00Z")]))
    }

    /// The same with other certificates in the store of the Edge server.
    pub(crate) fn hybrid_around(certificates: Value) -> Self {
        Self::hybrid_of(json!([exchange_online()]), certificates)
    }

    fn hybrid_of(providers: Value, certificates: Value) -> Self {
        Self::hybrid_without_edge_facts().with_document(json!({
            "schema": "uc-integration/facts/1",
            "collected": collected("edge01.contoso.com", "Local"),
            "machine": {
                "hostingProviders": fact(providers), "certificates": fact(certificates), "tls": modern(),
            },
        }))
    }

    /// The same where nobody collected on the Edge server.
    pub(crate) fn hybrid_without_edge_facts() -> Self {
        let edge = json!({
            "fqdn": "edge.contoso.com", "computers": ["edge01.contoso.com"], "services": ["EdgeServer:edge.contoso.com"],
            "site": "Site:Redmond",
        });
        let global = json!({ "identity": "Global", "enableOutsideAccess": true, "enableFederationAccess": true });
        let access = json!({ "allowOutsideUsers": true, "allowFederatedUsers": true, "routing": "DnsSrv" });
        let answer =
            json!({ "name": "_sipfederationtls._tcp.contoso.com", "type": "SRV", "answers": ["sip.contoso.com:5061"] });
        Self::exchange_2013()
            .set("/lync/pools/values/2", edge)
            .set("/lync/replication/values/1", json!({ "fqdn": "edge01.contoso.com", "upToDate": true }))
            .set("/lync/accessEdge", fact(json!([access])))
            .set("/lync/externalAccessPolicies", fact(json!([global])))
            .set("/lync/hostingProviders", fact(json!([exchange_online()])))
            .set("/lync/publicProviders", fact(json!([])))
            .set(
                "/lync/hostedVoicemailPolicies",
                fact(json!([{ "identity": "Global", "destination": "", "organization": "" }])),
            )
            .set("/lync/users/values/0/externalAccessPolicy", json!(""))
            .set("/lync/users/values/0/hostedVoiceMail", json!(false))
            .set("/machine/dns", fact(json!([answer])))
    }
}

/// Certificates in the store of the Edge server: the host in the common name and the end of each.
pub(crate) fn edge_certificates(all: &[(&str, &str)]) -> Value {
    let stored = all.iter().enumerate().map(|(number, (host, end))| {
        json!({
            "store": "My", "thumbprint": format!("{number:040X}"), "subject": format!("CN={host}.contoso.com"),
            "hasPrivateKey": true, "notAfter": end,
        })
    });
    stored.collect()
}

/// The hosting provider as the worldwide cloud needs it.
pub(crate) fn exchange_online() -> Value {
    json!({
        "identity": "Exchange Online", "proxyFqdn": "exap.um.outlook.com", "enabled": true,
        "enabledSharedAddressSpace": true, "hostsOcsUsers": false, "isLocal": false,
        "verificationLevel": "UseSourceVerification",
    })
}

#[test]
fn the_sample_is_as_every_rule_wants_it() {
    use crate::rules::model::finding::Status;
    for rule in crate::rules::all().filter(|rule| rule.metadata.scenarios.contains(&crate::rules::Scenario::Hybrid)) {
        for finding in Sample::hybrid().findings(rule.metadata.id) {
            let good = finding.is_advisory() || !matches!(finding.status, Status::Fail | Status::Unknown);
            assert!(good, "{}: {:?}", rule.metadata.id, finding.detail);
        }
    }
}
