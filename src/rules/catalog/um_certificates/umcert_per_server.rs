//! UMCERT-PER-SERVER: the certificate of each server has its full name.

use crate::rules::prelude::*;
use crate::rules::topology::um::certificate_bindings;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-PER-SERVER",
    title: Text::new(
        "The certificate of each server has the full name of that server in its subject or among its alternative names",
        "Le certificat de chaque serveur porte le nom complet de ce serveur dans son objet ou parmi ses autres noms",
    ),
    explanation: Text::new(
        "TLS compares the name that was called with the names of the certificate. Without it the connection is turned away.",
        "TLS compare le nom appelé aux noms du certificat. S'il n'y est pas, la connexion est refusée.",
    ),
    remedy: Text::new(
        "Have a certificate issued that has the full name of the server as subject or as alternative name: New-ExchangeCertificate -GenerateRequest -Server <server> -SubjectName \"CN=<full name>\" -DomainName <full name>.",
        "Faites émettre un certificat portant le nom complet du serveur comme objet ou comme autre nom : New-ExchangeCertificate -GenerateRequest -Server <serveur> -SubjectName \"CN=<nom complet>\" -DomainName <nom complet>.",
    ),
    inference: Some(Text::new(
        "That a wildcard among the alternative names does not stand for the name of a server is our reading: the page allows it there, but wants the names of the servers.",
        "Qu'un nom générique parmi les autres noms ne remplace pas le nom d'un serveur est notre lecture : la page l'y autorise, mais veut les noms des serveurs.",
    )),
    sources: &[Source::seed("003", "82")],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const MISSING_NAME: Text = Text::new(
    "The certificate of {server} does not name it, neither in the subject {subject} nor among the alternative names.",
    "Le certificat de {server} ne le nomme ni dans l'objet {subject} ni parmi les autres noms.",
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
            Evidence::read("Subject", Some(subject)).from(certificate),
            Evidence::read("CertificateDomains", domains).expected(name).from(certificate),
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
        Sample::unified_messaging().forget("/exchange/certificates").expect(ID, &[(SERVER, Status::Unknown)]);
        let sample = Sample::unified_messaging().forget(&format!("{CERTIFICATE}/subject"));
        sample.expect(ID, &[(SERVER, Status::Unknown)]);
    }

    #[test]
    fn a_server_without_a_certificate_is_for_another_rule() {
        let sample = Sample::unified_messaging().set(&format!("{CERTIFICATE}/services"), json!([]));
        sample.expect(ID, &[(SERVER, Status::NotApplicable)]);
    }
}
