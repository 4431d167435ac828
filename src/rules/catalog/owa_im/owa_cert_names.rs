//! OWA-CERT-NAMES: the certificate of Outlook on the web is made out to the name by which Lync knows the server.

use crate::facts::ExchangeCertificate;
use crate::rules::fixes::im_settings;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{common_name, is_full_name};
use crate::rules::topology::im::defects;
use crate::rules::topology::im::servers::each_owa_certificate;
use crate::rules::topology::im::suitable::stands_for;
use crate::rules::topology::im::values::VERSIONS;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "OWA-CERT-NAMES",
    title: Text::new(
        "The certificate of Outlook on the web has a name by which Lync can know the server",
        "Le certificat d'Outlook sur le web a un nom par lequel Lync peut connaître le serveur",
    ),
    explanation: Text::new(
        "Lync compares the subject name of the certificate with its known servers. With another name, it refuses the connection: the peer is not a configured server.",
        "Lync compare le nom d'objet du certificat à ses serveurs connus. Avec un autre nom, il refuse la connexion : l'homologue n'est pas un serveur configuré.",
    ),
    remedy: Text::new(
        "Request a certificate that has the FQDN of the server as its subject and among its subject alternative names: New-ExchangeCertificate -GenerateRequest -SubjectName \"CN=<FQDN>\" -DomainName <FQDN> -PrivateKeyExportable $true. A certificate with another FQDN as subject works as well, on one server as on several, where Lync has a trusted application pool of that name and no dial plan contains the server.",
        "Demandez un certificat qui a le nom de domaine complet du serveur comme objet et parmi les autres noms de l'objet : New-ExchangeCertificate -GenerateRequest -SubjectName \"CN=<FQDN>\" -DomainName <FQDN> -PrivateKeyExportable $true. Un certificat dont l'objet est un autre nom de domaine complet fonctionne aussi, sur un serveur comme sur plusieurs, si Lync a un pool d'applications approuvées de ce nom et si aucun plan de numérotation ne contient le serveur.",
    ),
    interpretation: Some(Text::new(
        "The documentation presents the name of the server as subject as one safe option. Another FQDN as subject is accepted, since a trusted application pool of that name makes Lync know the server (TAP-NAME-MATCHES-CERT). A server that Lync discovers by a dial plan is known by its own name only.",
        "La documentation présente le nom du serveur comme objet comme une option sûre. Un autre nom de domaine complet comme objet est accepté, car un pool d'applications approuvées de ce nom fait connaître le serveur à Lync (TAP-NAME-MATCHES-CERT). Un serveur que Lync découvre par un plan de numérotation n'est connu que par son propre nom.",
    )),
    sources: &[Source::seed("000", "79"), Source::seed("001", "71")],
    needs: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVERS,
        &exchange_sections::SETTING_OVERRIDES,
        &exchange_sections::UM_CALL_ROUTERS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::TRUSTED_POOLS,
        &machine_sections::WEB_CONFIGS,
    ],
    optional: &[
        &exchange_sections::SETTING_OVERRIDES,
        &exchange_sections::UM_CALL_ROUTERS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::TRUSTED_POOLS,
        &machine_sections::WEB_CONFIGS,
    ],
    ..super::BASE
};

const NO_NAME: Text = Text::new(
    "The subject of the certificate of {server} has no common name: {subject}.",
    "L'objet du certificat de {server} n'a pas de nom commun : {subject}.",
);
const OTHER_NAME: Text = Text::new(
    "The certificate of {server} is issued to another name, {subject}, and does not contain the name of the server. Lync discovers this server by a dial plan and knows it by its own name only.",
    "Le certificat de {server} est émis pour un autre nom, {subject}, et ne contient pas celui du serveur. Lync découvre ce serveur par un plan de numérotation et ne le connaît que par son propre nom.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_owa_certificate(
        context,
        findings,
        VERSIONS,
        Some(im_settings::fix_certificate),
        |server, certificate, findings| look(context, findings, server, certificate),
    )
}

fn look<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    server: &Server<'_>,
    certificate: &Item<ExchangeCertificate>,
) -> CheckResult {
    let missing = || Missing::not_collected(&exchange_sections::CERTIFICATES).on(server.host.name());
    let subject = certificate.subject.as_deref().ok_or_else(missing)?;
    let domains = certificate.domains.as_deref().ok_or_else(missing)?;
    let target = Target::server(&server.host);
    let name = common_name(subject);
    let stands_for = stands_for(context, server, certificate)?;
    let expected = name.filter(|_| stands_for).unwrap_or_else(|| server.host.name());
    let args = args! { server: server.host.name(), subject };
    let evidence = vec![
        Evidence::actual("Subject", Some(subject)).expected(format!("CN={expected}")).from(certificate),
        Evidence::actual("CertificateDomains", Some(domains.join(", "))).from(certificate),
    ];
    let fault = match name {
        None => Some(NO_NAME),
        Some(name) if !is_full_name(name) => Some(defects::NOT_ONE_NAME),
        Some(_) if !stands_for => Some(OTHER_NAME),
        Some(name) if !domains.iter().any(|domain| same_name(domain, name)) => Some(defects::NOT_ALTERNATIVE),
        Some(_) => None,
    };
    match fault {
        Some(text) => {
            findings.fail(target, text, args, evidence);
        }
        None => findings.pass(target, evidence),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const CERTIFICATE: &str = "/exchange/certificates/values/0";

    fn with(subject: &str, domains: &[&str]) -> Case {
        let case = exchange_2013(&RULE).set(&format!("{CERTIFICATE}/subject"), subject);
        case.set(&format!("{CERTIFICATE}/domains"), json!(domains))
    }

    #[test]
    fn the_name_of_the_server_passes() {
        exchange_2013(&RULE).passes(SERVER);
        with("O=Contoso, CN=EX01.contoso.com", &[SERVER]).passes(SERVER);
    }

    #[test]
    fn another_name_passes_since_a_trusted_pool_can_have_it() {
        let case = with("CN=owa.contoso.com", &["owa.contoso.com"]).passes(SERVER);
        case.set("/lync/trustedPools/values/0/fqdn", "owa.contoso.com").passes(SERVER);
    }

    #[test]
    fn another_name_fails_where_lync_finds_the_server_by_a_dial_plan() {
        let case = with("CN=owa.contoso.com", &["owa.contoso.com"]).with(Sample::discovered);
        let case = case.fails(SERVER).not_fixed().says(&["dial plan"]);
        case.clone().set("/lync/trustedPools/values/0/fqdn", "owa.contoso.com").passes(SERVER);
        case.forget("/exchange/umDialPlans").unknown(SERVER);
    }

    #[test]
    fn a_certificate_for_several_names_passes_if_it_lists_the_server() {
        with("CN=mail.contoso.com", &["mail.contoso.com", "EX01.contoso.com"]).passes(SERVER);
        let wildcard = with("CN=*.contoso.com", &["*.contoso.com", SERVER]).fails(SERVER);
        wildcard.ends_with("CN=*.contoso.com, is not the FQDN of a server.");
    }

    #[test]
    fn a_certificate_that_does_is_set_instead() {
        let second = json!({
            "server": "EX01", "thumbprint": "BB".repeat(20), "subject": "CN=ex01.contoso.com", "domains": [SERVER],
            "hasPrivateKey": true, "isSelfSigned": false,
        });
        let case = with("CN=*.contoso.com", &["*.contoso.com"]).set("/exchange/certificates/values/1", second);
        case.fixed_by(&format!("Web.config IMCertificateThumbprint={}", "BB".repeat(20)));
    }

    #[test]
    fn a_wildcard_a_short_name_or_none_fails() {
        for (subject, domain) in [
            ("CN=*.contoso.com", "*.contoso.com"),
            ("CN=ex01", "ex01"),
            ("O=Contoso", "ex01.contoso.com"),
            ("CN=ex01.contoso.com", "mail.contoso.com"),
        ] {
            with(subject, &[domain]).fails(SERVER).not_fixed();
        }
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        exchange_2013(&RULE).forget(&format!("{CERTIFICATE}/domains")).unknown(SERVER);
    }
}
