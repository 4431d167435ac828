//! UMCERT-SAN-ALL: a certificate that several servers share names all of them.

use crate::facts::ExchangeCertificate;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::normal_thumbprint;
use crate::rules::topology::um::{certificate_bindings, servers};
use std::collections::{BTreeMap, BTreeSet, HashSet};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-SAN-ALL",
    title: Text::new(
        "A certificate that several servers share contains the FQDN of every Client Access and Mailbox server",
        "Un certificat partagé par plusieurs serveurs contient le nom de domaine complet de chaque serveur d'accès au client et de boîtes aux lettres",
    ),
    explanation: Text::new(
        "All servers can use one certificate if its subject alternative names list each of them. Calls to a server that is not listed fail.",
        "Tous les serveurs peuvent utiliser un seul certificat si les autres noms de l'objet les citent tous. Les appels vers un serveur non cité échouent.",
    ),
    remedy: Text::new(
        "Request a new certificate with all FQDNs: New-ExchangeCertificate -GenerateRequest -SubjectName \"CN=<FQDN>\" -DomainName <name>,<name> -PrivateKeyExportable $true; import and enable it on every server.",
        "Demandez un nouveau certificat avec tous les noms de domaine complets : New-ExchangeCertificate -GenerateRequest -SubjectName \"CN=<FQDN>\" -DomainName <nom>,<nom> -PrivateKeyExportable $true ; importez-le et activez-le sur chaque serveur.",
    ),
    interpretation: Some(Text::new(
        "Certificates are compared by thumbprint.",
        "Les certificats sont comparés par leur empreinte.",
    )),
    sources: &[Source::seed("003", "82")],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const NOT_LISTED: Text = Text::new(
    "The certificate {thumbprint} is used on {count} servers, but its subject alternative names do not list {missing}.",
    "Le certificat {thumbprint} est utilisé sur {count} serveurs, mais les autres noms de l'objet ne citent pas {missing}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let mut users: BTreeMap<String, (&Item<ExchangeCertificate>, BTreeSet<&str>)> = BTreeMap::new();
    let servers = servers::servers(context)?;
    for server in &servers {
        findings.for_target(&Target::server(&server.host), |_| {
            for bound in certificate_bindings::of(context.estate, server)? {
                let thumbprint = normal_thumbprint(&bound.certificate.thumbprint);
                users.entry(thumbprint).or_insert((bound.certificate, BTreeSet::new())).1.insert(server.host.name());
            }
            Ok(())
        });
    }
    let names: Vec<&str> = servers.iter().map(|server| server.host.name()).collect();
    for (thumbprint, (certificate, on)) in users.into_iter().filter(|(_, (_, on))| on.len() > 1) {
        let target = Target::new(TargetKind::Certificate, &thumbprint);
        findings.for_target(&target.clone(), |findings| {
            let missing = not_listed(certificate, &names)?;
            let domains = certificate.domains.as_ref().map(|domains| domains.join(", "));
            let evidence = vec![Evidence::actual("CertificateDomains", domains).from(certificate)];
            if missing.is_empty() {
                findings.pass(target, evidence);
            } else {
                let count = on.len().to_string();
                let args = args! { thumbprint, count, missing: missing.join(", ") };
                findings.fail(target, NOT_LISTED, args, evidence);
            }
            Ok(())
        });
    }
    Ok(())
}

/// The servers that are not among the alternative names.
fn not_listed<'a>(certificate: &ExchangeCertificate, names: &[&'a str]) -> Result<Vec<&'a str>, Missing> {
    let missing = || Missing::not_collected(&exchange_sections::CERTIFICATES).on(&certificate.server);
    let domains = certificate.domains.as_ref().ok_or_else(missing)?;
    let listed: HashSet<String> = domains.iter().map(|domain| domain.trim().to_lowercase()).collect();
    Ok(names.iter().filter(|&&name| !listed.contains(name)).copied().collect())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const THUMBPRINT: &str = "EA5A332496CC05DA69B75B66111C0F78A110D22D";

    /// Two servers, the second with the same certificate or another one.
    fn two(second: &str, domains: &[&str]) -> Case {
        let server = json!({
            "name": "EX02", "fqdn": "EX02.contoso.com", "version": "Version 15.0 (Build 1497.2)",
            "roles": ["Mailbox", "ClientAccess"],
        });
        let certificates = [("EX01", THUMBPRINT), ("EX02", second)].map(|(server, thumbprint)| {
            json!({
                "server": server, "thumbprint": thumbprint, "subject": "CN=ex01.contoso.com", "domains": domains,
                "services": ["UM", "UMCallRouter"],
            })
        });
        let case = unified_messaging(&RULE).set("/exchange/servers/values/1", server);
        case.set("/exchange/certificates/values", certificates)
    }

    #[test]
    fn all_names_pass() {
        two(&THUMBPRINT.to_lowercase(), &["EX01.contoso.com", "ex02.contoso.com"]).passes(THUMBPRINT);
    }

    #[test]
    fn a_server_that_is_not_listed_is_named() {
        for domains in [&["ex01.contoso.com"][..], &["ex01.contoso.com", "*.contoso.com"]] {
            let message = two(THUMBPRINT, domains).fails(THUMBPRINT).findings()[0].message(Culture::En);
            assert!(message.ends_with("do not list ex02.contoso.com."), "{message}");
        }
    }

    #[test]
    fn certificates_of_single_servers_are_for_another_rule() {
        unified_messaging(&RULE).not_applicable();
        two("CC5A332496CC05DA69B75B66111C0F78A110D22D", &["ex01.contoso.com"]).not_applicable();
    }

    #[test]
    fn names_and_servers_that_nobody_asked_for_are_unknown() {
        let case = two(THUMBPRINT, &[]).forget("/exchange/certificates/values/0/domains");
        case.forget("/exchange/certificates/values/1/domains").unknown(THUMBPRINT);
        unified_messaging(&RULE).forget("/exchange/certificates").unknown("ex01.contoso.com");
    }
}
