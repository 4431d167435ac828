//! UMCERT-FQDN-SUBJECT: the certificate of unified messaging is made out to the server.

use crate::rules::prelude::*;
use crate::rules::topology::um::certificate_bindings;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-FQDN-SUBJECT",
    severity: Severity::Warning,
    title: Text::new(
        "The subject of the unified messaging certificate is the FQDN of the server",
        "L'objet du certificat de la messagerie unifiée est le nom de domaine complet du serveur",
    ),
    explanation: Text::new(
        "The documentation first requires the FQDN of the local computer in the subject, and later accepts the subject alternative names. So another subject is only a warning; if the name is in neither place, UMCERT-PER-SERVER or UMCERT-SAN-ALL fails.",
        "La documentation exige d'abord le nom de domaine complet de l'ordinateur local dans l'objet, puis accepte les autres noms de l'objet. Un autre objet n'est donc qu'un avertissement ; si le nom manque aux deux endroits, UMCERT-PER-SERVER ou UMCERT-SAN-ALL échoue.",
    ),
    remedy: Text::new(
        "Request a new certificate with CN=<FQDN of the server>, or keep one public certificate for all servers that contains every name.",
        "Demandez un nouveau certificat avec CN=<FQDN du serveur>, ou conservez un certificat public commun à tous les serveurs et contenant tous les noms.",
    ),
    sources: &[Source::seed("003", "78")],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const OTHER: Text = Text::new(
    "The certificate of {server} is issued to another name: {subject}.",
    "Le certificat de {server} est émis pour un autre nom : {subject}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    certificate_bindings::judge(context, findings, None, |server, bound| {
        let certificate = bound.certificate;
        let subject = certificate_bindings::subject(&server.host, certificate)?;
        let expected = format!("CN={}", server.host.name());
        let evidence = vec![Evidence::actual("Subject", Some(subject)).expected(expected).from(certificate)];
        let is_own = certificate_bindings::is_common_name(certificate, server.host.name());
        Ok(((!is_own).then(|| (OTHER, certificate_bindings::arguments(server, certificate))), evidence))
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UMCERT-FQDN-SUBJECT";
    const SERVER: &str = "ex01.contoso.com";
    const CERTIFICATE: &str = "/exchange/certificates/values/0";

    #[test]
    fn the_name_of_the_server_passes_in_any_case() {
        Sample::unified_messaging().expect(ID, &[(SERVER, Status::Pass)]);
        Sample::um_certificate("O=Contoso, CN=EX01.Contoso.com", &[]).expect(ID, &[(SERVER, Status::Pass)]);
    }

    #[test]
    fn another_name_is_a_warning_even_if_the_alternative_names_have_it() {
        let sample = Sample::um_certificate("CN=mail.contoso.com", &["mail.contoso.com", "ex01.contoso.com"]);
        sample.expect(ID, &[(SERVER, Status::Fail)]);
        assert_eq!(super::METADATA.severity, Severity::Warning);
        sample.expect("UMCERT-PER-SERVER", &[(SERVER, Status::Pass)]);
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
