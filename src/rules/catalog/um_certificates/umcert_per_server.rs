//! UMCERT-PER-SERVER: the certificate of each server has its full name.

use crate::rules::prelude::*;
use crate::rules::topology::um::certificate_bindings;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-PER-SERVER",
    title: Text::new(
        "The certificate of each server has the FQDN of that server as subject or among its subject alternative names",
        "Le certificat de chaque serveur a le nom de domaine complet de ce serveur comme objet ou parmi les autres noms de l'objet",
    ),
    explanation: Text::new(
        "TLS compares the called name with the names of the certificate. If the name is missing, the connection is refused.",
        "TLS compare le nom appelé aux noms du certificat. Si le nom est absent, la connexion est refusée.",
    ),
    remedy: Text::new(
        "Request a certificate that has the FQDN of the server as subject or as subject alternative name: New-ExchangeCertificate -GenerateRequest -Server <server> -SubjectName \"CN=<FQDN>\" -DomainName <FQDN>.",
        "Demandez un certificat qui a le nom de domaine complet du serveur comme objet ou comme autre nom de l'objet : New-ExchangeCertificate -GenerateRequest -Server <serveur> -SubjectName \"CN=<FQDN>\" -DomainName <FQDN>.",
    ),
    interpretation: Some(Text::new(
        "A wildcard among the subject alternative names is not taken as the name of a server: the documentation allows it there, but requires the names of the servers.",
        "Un nom générique parmi les autres noms de l'objet n'est pas considéré comme le nom d'un serveur : la documentation l'autorise, mais exige les noms des serveurs.",
    )),
    sources: &[Source::seed("003", "82")],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const MISSING_NAME: Text = Text::new(
    "The certificate of {server} does not contain its name, neither in the subject {subject} nor among the subject alternative names.",
    "Le certificat de {server} ne contient pas son nom, ni dans l'objet {subject} ni parmi les autres noms de l'objet.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    certificate_bindings::judge(context, findings, None, |server, bound| {
        let certificate = bound.certificate;
        let (host, name) = (&server.host, server.host.name());
        let subject = certificate_bindings::subject(host, certificate)?;
        let is_named = certificate_bindings::is_common_name(certificate, name)
            || certificate_bindings::is_alternative(host, certificate, name)?;
        let domains = certificate.domains.as_ref().map(|domains| domains.join(", "));
        let evidence = vec![
            Evidence::actual("Subject", Some(subject)).from(certificate),
            Evidence::actual("CertificateDomains", domains).expected(name).from(certificate),
        ];
        Ok(((!is_named).then(|| (MISSING_NAME, certificate_bindings::arguments(server, certificate))), evidence))
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UMCERT-PER-SERVER";
    const SERVER: &str = "ex01.contoso.com";
    const CERTIFICATE: &str = "/exchange/certificates/values/0";

    #[test]
    fn the_name_in_either_place_passes() {
        Sample::unified_messaging().expect(ID, &[(SERVER, Status::Pass)]);
        Sample::um_certificate("CN=ex01.contoso.com", &[]).expect(ID, &[(SERVER, Status::Pass)]);
        Sample::um_certificate("CN=mail.contoso.com", &["EX01.contoso.com"]).expect(ID, &[(SERVER, Status::Pass)]);
    }

    #[test]
    fn neither_a_short_name_nor_a_wildcard_stands_for_it() {
        for domain in ["ex01", "*.contoso.com", "mail.contoso.com"] {
            let sample = Sample::um_certificate("CN=mail.contoso.com", &[domain]);
            sample.expect(ID, &[(SERVER, Status::Fail)]);
            sample.expect_steps(ID, &[]);
        }
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        let sample = Sample::unified_messaging().forget(&format!("{CERTIFICATE}/subject"));
        sample.expect(ID, &[(SERVER, Status::Unknown)]);
    }

    #[test]
    fn a_server_without_a_certificate_is_for_another_rule() {
        let sample = Sample::unified_messaging().set(&format!("{CERTIFICATE}/services"), json!([]));
        sample.expect(ID, &[(SERVER, Status::NotApplicable)]);
    }
}
