//! OWA-CERT-NAMES: the certificate of Outlook on the web is made out to the name by which Lync knows the server.

use crate::facts::{ExchangeCertificate, Item, Missing, Server, exchange_sections, lync_sections, same_name};
use crate::message::Text;
use crate::rules::context::{Context, common_name};
use crate::rules::finding::{Checked, Evidence, Report, Target};
use crate::rules::im_settings::VERSIONS;
use crate::rules::rule::{Aim, Kind, Role, Rule, Scenario, Severity, Source};

pub(crate) static RULE: Rule = Rule {
    id: "OWA-CERT-NAMES",
    kind: Kind::Check,
    scenarios: &[Scenario::OwaIm],
    aim: Aim::On,
    severity: Severity::Error,
    roles: &[Role::ExchangeBackEnd],
    exchange: &[],
    lync: &[],
    title: Text::new(
        "The certificate of Outlook on the web carries the name of the server",
        "Le certificat d'Outlook sur le web porte le nom du serveur",
    ),
    explanation: Text::new(
        "Lync compares the subject name of the certificate with the servers that it knows. With another name it turns the connection away: the peer is not a configured server.",
        "Lync compare le nom d'objet du certificat aux serveurs qu'il connaît. Avec un autre nom, il refuse la connexion : le pair n'est pas un serveur configuré.",
    ),
    remedy: Text::new(
        "Request a certificate whose subject is the full name of the server and which has that name among its alternative names: New-ExchangeCertificate -GenerateRequest -SubjectName \"CN=<full name>\" -DomainName <full name> -PrivateKeyExportable $true.",
        "Demandez un certificat dont l'objet est le nom complet du serveur et qui a ce nom parmi ses autres noms : New-ExchangeCertificate -GenerateRequest -SubjectName \"CN=<nom complet>\" -DomainName <nom complet> -PrivateKeyExportable $true.",
    ),
    inference: Some(Text::new(
        "That one name may stand for several servers, as trusted pool or as subject of their certificates, is our reading.",
        "Qu'un nom puisse valoir pour plusieurs serveurs, comme pool approuvé ou comme objet de leurs certificats, est notre lecture.",
    )),
    sources: &[Source::seed("000", "79"), Source::seed("001", "71")],
    after: &[],
    needs: &[&exchange_sections::CERTIFICATES, &lync_sections::TRUSTED_POOLS],
    check,
    mend: None,
    follow: None,
};

const NO_NAME: Text = Text::new(
    "The certificate of {server} has no name in its subject: {subject}.",
    "Le certificat de {server} n'a pas de nom dans son objet : {subject}.",
);
const OTHER_NAME: Text = Text::new(
    "The certificate of {server} is made out to another name: {subject}.",
    "Le certificat de {server} est établi à un autre nom : {subject}.",
);
const NOT_ALTERNATIVE: Text = Text::new(
    "The subject of the certificate of {server}, {subject}, is not among its alternative names.",
    "L'objet du certificat de {server}, {subject}, n'est pas parmi ses autres noms.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    context.each_owa_certificate(report, VERSIONS, |server, certificate, report| {
        look(context, report, server, certificate)
    })
}

fn look(
    context: &Context<'_>,
    report: &mut Report<'_>,
    server: &Server<'_>,
    certificate: &Item<ExchangeCertificate>,
) -> Checked {
    let missing = || Missing::never(&exchange_sections::CERTIFICATES).on(server.host.name());
    let subject = certificate.subject.as_deref().ok_or_else(missing)?;
    let domains = certificate.domains.as_deref().ok_or_else(missing)?;
    let target = Target::server(&server.host);
    let args = vec![("server", server.host.name().to_owned()), ("subject", subject.to_owned())];
    let evidence = vec![
        Evidence::read("Subject", Some(subject)).expected(format!("CN={}", server.host.name())).from(certificate),
        Evidence::read("CertificateDomains", Some(domains.join(", "))).from(certificate),
    ];
    let Some(name) = common_name(subject) else {
        report.fail(target, NO_NAME, args, evidence);
        return Ok(());
    };
    let is_known = same_name(name, server.host.name()) || is_shared(context, server, name)?;
    if !is_known {
        report.fail(target, OTHER_NAME, args, evidence);
    } else if domains.iter().any(|domain| same_name(domain, name)) {
        report.pass(target, evidence);
    } else {
        report.fail(target, NOT_ALTERNATIVE, args, evidence);
    }
    Ok(())
}

/// Whether a name stands for several servers: it is that of a trusted pool that has this one, or the subject of the
/// certificates of other back end servers too.
fn is_shared(context: &Context<'_>, server: &Server<'_>, name: &str) -> Result<bool, Missing> {
    if name.contains('*') {
        return Ok(false);
    }
    let is_server = |computer: &String| context.estate.host(computer) == server.host;
    let mut pools = context.estate.lync.trusted_pools.known()?.iter();
    if pools.any(|pool| same_name(&pool.fqdn, name) && pool.computers.iter().any(is_server)) {
        return Ok(true);
    }
    for other in context.im_servers(VERSIONS)?.iter().filter(|other| other.host != server.host) {
        let certificate = context.owa_certificate(other).ok().flatten();
        let subject = certificate.and_then(|one| common_name(one.subject.as_deref()?));
        if subject.is_some_and(|subject| same_name(subject, name)) {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use crate::rules::finding::Status;
    use crate::rules::samples::Sample;
    use serde_json::json;

    const ID: &str = "OWA-CERT-NAMES";
    const SERVER: &str = "ex01.contoso.com";
    const CERTIFICATE: &str = "/exchange/certificates/values/0";

    fn with(subject: &str, domains: &[&str]) -> Sample {
        let sample = Sample::exchange_2013().set(&format!("{CERTIFICATE}/subject"), json!(subject));
        sample.set(&format!("{CERTIFICATE}/domains"), json!(domains))
    }

    #[test]
    fn the_name_of_the_server_passes() {
        Sample::exchange_2013().expect(ID, &[(SERVER, Status::Pass)]);
        with("O=Contoso, CN=EX01.contoso.com", &["ex01.contoso.com"]).expect(ID, &[(SERVER, Status::Pass)]);
    }

    #[test]
    fn the_name_of_the_trusted_pool_passes() {
        let sample = with("CN=owa.contoso.com", &["owa.contoso.com"]);
        sample.expect(ID, &[(SERVER, Status::Fail)]);
        let sample = sample.set("/lync/trustedPools/values/0/fqdn", json!("owa.contoso.com"));
        sample.expect(ID, &[(SERVER, Status::Pass)]);
    }

    #[test]
    fn another_name_a_wildcard_or_none_fails() {
        for (subject, domain) in [
            ("CN=mail.contoso.com", "mail.contoso.com"),
            ("CN=*.contoso.com", "*.contoso.com"),
            ("O=Contoso", "ex01.contoso.com"),
            ("CN=ex01.contoso.com", "mail.contoso.com"),
        ] {
            let sample = with(subject, &[domain]);
            sample.expect(ID, &[(SERVER, Status::Fail)]);
            sample.expect_steps(ID, &[]);
        }
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        Sample::exchange_2013().forget("/exchange/certificates").expect(ID, &[(SERVER, Status::Unknown)]);
        Sample::exchange_2013().forget(&format!("{CERTIFICATE}/domains")).expect(ID, &[(SERVER, Status::Unknown)]);
    }

    #[test]
    fn without_a_certificate_there_is_no_name() {
        let settings = "/machine/webConfigs/values/0/settings";
        let sample = Sample::exchange_2013().set(settings, json!([])).forget(CERTIFICATE);
        sample.expect(ID, &[(SERVER, Status::NotApplicable)]);
    }
}
