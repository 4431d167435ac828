//! UMCERT-EX-CA: the certificate of unified messaging comes from a certification authority and is valid.

use crate::rules::fixes::um_certificate;
use crate::rules::prelude::*;
use crate::rules::topology::im::defects;
use crate::rules::topology::um::certificate_bindings;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UMCERT-EX-CA",
    title: Text::new(
        "The unified messaging certificate is valid and issued by a certification authority",
        "Le certificat de la messagerie unifiée est valide et émis par une autorité de certification",
    ),
    explanation: Text::new(
        "Lync opens the TLS connection only to a valid certificate that a public or private certification authority signed. The certificate that Setup creates is self-signed and cannot be used with Lync.",
        "Lync n'ouvre la connexion TLS que vers un certificat valide signé par une autorité de certification publique ou privée. Le certificat créé par l'installation est auto-signé et ne peut pas être utilisé avec Lync.",
    ),
    remedy: Text::new(
        "New-ExchangeCertificate -GenerateRequest -Server <server> -SubjectName \"CN=<FQDN>\" -DomainName <FQDN> -PrivateKeyExportable $true, have the request signed, Import-ExchangeCertificate, then Enable-ExchangeCertificate with -Services UM or UMCallRouter (both on a server with both roles).",
        "New-ExchangeCertificate -GenerateRequest -Server <serveur> -SubjectName \"CN=<FQDN>\" -DomainName <FQDN> -PrivateKeyExportable $true, faites signer la demande, Import-ExchangeCertificate, puis Enable-ExchangeCertificate avec -Services UM ou UMCallRouter (les deux sur un serveur ayant les deux rôles).",
    ),
    sources: &[
        Source::seed("003", "50"),
        Source::seed("003", "74"),
        Source::seed("003", "82"),
        Source::seed("003", "139"),
        Source::page("assign-a-certificate-to-the-um-and-um-call-router-services-exchange-2013-help.md"),
        Source::page("create-certificates-for-um-exchange-2013-help.md"),
    ],
    after: &["UM-STARTUP-DUAL"],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    certificate_bindings::judge(context, findings, Some(um_certificate::fix), |server, bound| {
        let certificate = bound.certificate;
        let services = bound.services.join(", ");
        let evidence = vec![
            Evidence::actual(format!("Thumbprint ({services})"), Some(certificate.thumbprint.as_str()))
                .from(certificate),
            Evidence::actual("Issuer", certificate.issuer.as_deref()).from(certificate),
        ];
        let fault = certificate_bindings::invalid(context, server, certificate).into_iter().next();
        let fault = fault.and_then(|fault| Some((defects::sentence(fault)?, defects::arguments(server, certificate))));
        if fault.is_none() && !defects::is_complete(certificate) {
            return Err(certificate_bindings::unknown(&server.host));
        }
        Ok((fault, evidence))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SERVER: &str = "ex01.contoso.com";
    const CERTIFICATE: &str = "/exchange/certificates/values/0";
    const RENEWED: &str = "CC5A332496CC05DA69B75B66111C0F78A110D22D";

    #[test]
    fn a_valid_certificate_of_an_authority_passes() {
        unified_messaging(&RULE).passes(SERVER);
    }

    #[test]
    fn one_that_is_self_signed_expired_or_without_key_fails_and_is_for_a_person() {
        let wrong = [
            ("isSelfSigned", json!(true)),
            ("notAfter", json!("2026-01-01T00:00:00Z")),
            ("notBefore", json!("2027-01-01T00:00:00Z")),
            ("hasPrivateKey", json!(false)),
            ("status", json!("RevocationCheckFailure")),
        ];
        for case in unified_messaging(&RULE).each(CERTIFICATE, wrong) {
            case.fails(SERVER).not_fixed();
        }
    }

    #[test]
    fn a_renewed_certificate_that_is_there_takes_its_place_and_gives_it_back() {
        let renewed = json!({
            "server": "EX01", "thumbprint": RENEWED, "subject": "CN=ex01.contoso.com", "domains": ["ex01.contoso.com"],
            "services": ["SMTP"], "notBefore": "2025-12-01T00:00:00Z", "notAfter": "2028-01-01T00:00:00Z",
            "hasPrivateKey": true, "isSelfSigned": false, "status": "Valid",
        });
        let enable = |thumbprint: &str| {
            format!("Enable-ExchangeCertificate -Server ex01 -Thumbprint {thumbprint} -Services [UM, UMCallRouter]")
        };
        let case = unified_messaging(&RULE).set(&format!("{CERTIFICATE}/notAfter"), "2026-01-01T00:00:00Z");
        let case = case.set("/exchange/certificates/values/1", renewed).fails(SERVER).fixed_by(&enable(RENEWED));
        case.undone_by(&[&enable("EA5A332496CC05DA69B75B66111C0F78A110D22D")]);
    }

    #[test]
    fn a_server_without_one_is_for_another_rule() {
        let case = unified_messaging(&RULE).set(&format!("{CERTIFICATE}/services"), ["IIS"]);
        case.finds(&[(SERVER, Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        unified_messaging(&RULE).forget(&format!("{CERTIFICATE}/isSelfSigned")).unknown(SERVER);
    }
}
