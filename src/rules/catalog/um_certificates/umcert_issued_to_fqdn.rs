//! UMCERT-ISSUED-TO-FQDN: the certificate of unified messaging is issued to a full name.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::common_name;
use crate::rules::topology::um::certificate_bindings;
use crate::value;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-ISSUED-TO-FQDN",
    title: Text::new(
        "The unified messaging certificate is issued to an FQDN",
        "Le certificat de la messagerie unifiée est émis pour un nom de domaine complet",
    ),
    explanation: Text::new(
        "Exchange and Lync recognize each other as trusted SIP peers by the value that Windows shows as Issued to. A short name or a friendly name is not recognized.",
        "Exchange et Lync se reconnaissent comme homologues SIP approuvés par la valeur que Windows affiche sous « Délivré à ». Un nom court ou un nom convivial n'est pas reconnu.",
    ),
    remedy: Text::new(
        "Request a new certificate with CN=<FQDN>, such as CN=ex01.contoso.com.",
        "Demandez un nouveau certificat avec CN=<FQDN>, par exemple CN=ex01.contoso.com.",
    ),
    sources: &[Source::seed("003", "84")],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const NOT_FULL: Text = Text::new(
    "The certificate of {server} is issued to {subject}, which is not an FQDN.",
    "Le certificat de {server} est émis pour {subject}, qui n'est pas un nom de domaine complet.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    certificate_bindings::judge(context, findings, None, |server, bound| {
        let subject = certificate_bindings::subject(&server.host, bound.certificate)?;
        let evidence = vec![Evidence::actual("Subject", Some(subject)).from(bound.certificate)];
        let is_full = |name: &str| value::Kind::find("Fqdn").is_some_and(|kind| kind.check(name).valid);
        let fault = !common_name(subject).is_some_and(is_full);
        Ok((fault.then(|| (NOT_FULL, certificate_bindings::arguments(server, bound.certificate))), evidence))
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UMCERT-ISSUED-TO-FQDN";
    const SERVER: &str = "ex01.contoso.com";
    const CERTIFICATE: &str = "/exchange/certificates/values/0";

    #[test]
    fn a_full_name_passes_whichever_it_is() {
        Sample::unified_messaging().expect(ID, &[(SERVER, Status::Pass)]);
        Sample::um_certificate("CN=mail.contoso.com", &["ex01.contoso.com"]).expect(ID, &[(SERVER, Status::Pass)]);
    }

    #[test]
    fn a_short_name_a_label_or_nothing_fails() {
        for subject in ["CN=ex01", "CN=Microsoft Exchange", "O=Contoso"] {
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
