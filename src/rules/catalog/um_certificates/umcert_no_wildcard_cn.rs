//! UMCERT-NO-WILDCARD-CN: the subject of the certificate of unified messaging is no wildcard.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::common_name;
use crate::rules::topology::um::certificate_bindings;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-NO-WILDCARD-CN",
    title: Text::new(
        "The subject of the unified messaging certificate is not a wildcard",
        "L'objet du certificat de la messagerie unifiée n'est pas un nom générique",
    ),
    explanation: Text::new(
        "Exchange and Lync recognize each other as trusted peers by the subject name, and Lync needs it to route some calls. A wildcard is allowed among the subject alternative names, but not in the subject.",
        "Exchange et Lync se reconnaissent comme homologues approuvés par le nom d'objet, et Lync en a besoin pour acheminer certains appels. Un nom générique est autorisé parmi les autres noms de l'objet, mais pas dans l'objet.",
    ),
    remedy: Text::new(
        "Request a new certificate with the FQDN of the server as subject; the wildcard can remain among the subject alternative names.",
        "Demandez un nouveau certificat avec le nom de domaine complet du serveur comme objet ; le nom générique peut rester parmi les autres noms de l'objet.",
    ),
    sources: &[Source::seed("003", "82-86")],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const WILDCARD: Text = Text::new(
    "The subject of the certificate of {server} is a wildcard: {subject}.",
    "L'objet du certificat de {server} est un nom générique : {subject}.",
);
const NO_NAME: Text = Text::new(
    "The subject of the certificate of {server} has no common name: {subject}.",
    "L'objet du certificat de {server} n'a pas de nom commun : {subject}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    certificate_bindings::judge(context, findings, None, |server, bound| {
        let subject = certificate_bindings::subject(&server.host, bound.certificate)?;
        let evidence = vec![Evidence::actual("Subject", Some(subject)).from(bound.certificate)];
        let fault = match common_name(subject) {
            None => Some(NO_NAME),
            Some(name) => name.contains('*').then_some(WILDCARD),
        };
        Ok((fault.map(|text| (text, certificate_bindings::arguments(server, bound.certificate))), evidence))
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UMCERT-NO-WILDCARD-CN";
    const SERVER: &str = "ex01.contoso.com";
    const CERTIFICATE: &str = "/exchange/certificates/values/0";

    #[test]
    fn a_name_passes_even_with_a_wildcard_beside_it() {
        Sample::unified_messaging().expect(ID, &[(SERVER, Status::Pass)]);
        Sample::um_certificate("CN=ex01.contoso.com", &["ex01.contoso.com", "*.contoso.com"])
            .expect(ID, &[(SERVER, Status::Pass)]);
    }

    #[test]
    fn a_wildcard_or_no_name_at_all_fails() {
        for subject in ["CN=*.contoso.com", "O=Contoso, CN=\"*.contoso.com\"", "O=Contoso"] {
            let sample = Sample::um_certificate(subject, &["ex01.contoso.com"]);
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
