//! SO-CERT-IIS: the certificate of the setting override is the one that is assigned to IIS.

use crate::rules::fixes::im_settings;
use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::installed_certificate;
use crate::rules::topology::im::selection::select_certificate;
use crate::rules::topology::im::servers::{each_im_server_with_fix, version};
use crate::rules::topology::im::settings::im_settings_of;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "SO-CERT-IIS",
    title: Text::new(
        "The certificate of instant messaging is assigned to IIS",
        "Le certificat de la messagerie instantanée est affecté à IIS",
    ),
    explanation: Text::new(
        "The documentation requires the certificate that IIS uses. When the certificate is renewed, IIS gets the new one, and the override keeps the old one until you change it. For that change, the documentation gives Set-SettingOverride the parameters -Name, -Component and -Section, which it does not have (it uses -Identity), the thumbprint without IMServerName, and a thumbprint that is not hexadecimal.",
        "La documentation exige le certificat utilisé par IIS. Au renouvellement du certificat, IIS reçoit le nouveau, et le remplacement conserve l'ancien jusqu'à ce que vous le modifiiez. Pour cela, la documentation donne à Set-SettingOverride les paramètres -Name, -Component et -Section, qu'elle n'a pas (elle utilise -Identity), l'empreinte sans IMServerName, et une empreinte qui n'est pas hexadécimale.",
    ),
    remedy: Text::new(
        "In the override, set the thumbprint of the certificate that Get-ExchangeCertificate shows with the service IIS, if Lync has a trusted application pool with the subject of that certificate. Always specify IMServerName too: Set-SettingOverride removes the parameters that you omit.",
        "Dans le remplacement, définissez l'empreinte du certificat que Get-ExchangeCertificate affiche avec le service IIS, si Lync a un pool d'applications approuvées au nom de l'objet de ce certificat. Indiquez toujours aussi IMServerName : Set-SettingOverride supprime les paramètres omis.",
    ),
    interpretation: Some(Text::new(
        "The documentation only mentions the certificate of IIS. Administrators report that another certificate also works if Lync has a trusted application pool with its subject; such a certificate is replaced only on request.",
        "La documentation ne mentionne que le certificat d'IIS. Des administrateurs signalent qu'un autre certificat fonctionne aussi si Lync a un pool d'applications approuvées au nom de son objet ; un tel certificat n'est remplacé que sur demande.",
    )),
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    after: &["SO-CREATE"],
    needs: &[&exchange_sections::SETTING_OVERRIDES, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const NOT_SET: Text = Text::new(
    "No setting override gives {server} a certificate that is installed. See SO-CREATE and OWA-IM-THUMBPRINT.",
    "Aucun remplacement de paramètre ne donne à {server} un certificat installé. Voir SO-CREATE et OWA-IM-THUMBPRINT.",
);
const OTHER: Text = Text::new(
    "The certificate {thumbprint} that {server} uses for instant messaging is not assigned to IIS.",
    "Le certificat {thumbprint} utilisé par {server} pour la messagerie instantanée n'est pas affecté à IIS.",
);

const STAYS: Text = Text::new(
    "The certificate {thumbprint} that {server} uses for instant messaging is not assigned to IIS. It meets all other requirements, so it remains in use until you specify another thumbprint.",
    "Le certificat {thumbprint} utilisé par {server} pour la messagerie instantanée n'est pas affecté à IIS. Il remplit toutes les autres conditions : il reste en cours d'utilisation tant que vous n'indiquez pas une autre empreinte.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server_with_fix(context, findings, VERSIONS, im_settings::fix, |server, findings| {
        look(context, findings, server)
    })
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'_>) -> CheckResult {
    version(server)?;
    let target = Target::server(&server.host);
    let mut args = args! { server: server.host.name() };
    let used = match im_settings_of(context, server)?.thumbprint {
        Some(thumbprint) => installed_certificate(context, server, &thumbprint)?,
        None => None,
    };
    let Some(certificate) = used else {
        findings.not_applicable(target, NOT_SET, args);
        return Ok(());
    };
    let missing = || Missing::not_collected(&exchange_sections::CERTIFICATES).on(server.host.name());
    let services = certificate.services.as_ref().ok_or_else(missing)?;
    let evidence = vec![Evidence::actual("Services", Some(services.join(", "))).expected("IIS").from(certificate)];
    if services.iter().any(|service| service.eq_ignore_ascii_case("IIS")) {
        findings.pass(target, evidence);
        return Ok(());
    }
    args.push(("thumbprint", certificate.thumbprint.clone()));
    let wanted = select_certificate(context, server)?;
    if wanted.value().is_some_and(|wanted| wanted.thumbprint == certificate.thumbprint) {
        findings.fail(target, STAYS, args, evidence).without_fix().with_severity(Severity::Warning);
    } else {
        findings.fail(target, OTHER, args, evidence);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "SO-CERT-IIS";
    const SERVER: &str = "ex01.contoso.com";
    const CERTIFICATE: &str = "/exchange/certificates/values/0";

    #[test]
    fn the_certificate_of_iis_passes() {
        Sample::exchange_2016().expect(ID, &[(SERVER, Status::Pass)]);
    }

    /// A server whose certificate is not the one of IIS, which has this subject.
    fn beside_iis(subject: &str) -> Sample {
        let of_iis = json!({
            "server": "EX01", "thumbprint": "BB".repeat(20), "subject": format!("CN={subject}"),
            "domains": [subject, SERVER], "services": ["IIS"], "notAfter": "2028-06-01T00:00:00Z",
        });
        let sample = Sample::exchange_2016().set(&format!("{CERTIFICATE}/services"), json!(["SMTP"]));
        sample.set("/exchange/certificates/values/1", of_iis)
    }

    /// Holds the rule to one failure that matters this much, and to the thumbprint that the override gets.
    fn expect(sample: &Sample, severity: Severity, set: Option<&str>) {
        sample.expect(ID, &[(SERVER, Status::Fail)]);
        assert_eq!(sample.findings(ID)[0].severity, severity);
        let both = set.map(|one| format!("-Parameters [IMServerName=pool.contoso.com, IMCertificateThumbprint={one}]"));
        let commands = sample.commands(ID);
        assert_eq!(commands.len(), usize::from(both.is_some()), "{commands:?}");
        assert!(commands.iter().zip(&both).all(|(command, both)| command.contains(both)), "{commands:?}");
    }

    #[test]
    fn a_certificate_that_lync_knows_stays_beside_the_one_of_iis() {
        for subject in [SERVER, "mail.contoso.com"] {
            let sample = beside_iis(subject);
            expect(&sample, Severity::Warning, None);
            expect(&sample.clone().discovered().without_trusted_pool(), Severity::Warning, None);
            expect(&sample.clone().forget("/lync/trustedPools"), Severity::Warning, None);
            for id in ["SO-CREATE", "SO-VERIFY", "OWA-IM-THUMBPRINT", "OWA-CERT-NAMES", "TAP-NAME-MATCHES-CERT"] {
                sample.expect(id, &[(SERVER, Status::Pass)]);
            }
        }
        let shared = json!("CN=owa.contoso.com");
        let sample = beside_iis(SERVER).set(&format!("{CERTIFICATE}/subject"), shared);
        let sample = sample.set(&format!("{CERTIFICATE}/domains"), json!(["owa.contoso.com"]));
        expect(&sample, Severity::Error, Some(&"BB".repeat(20)));
        expect(&sample.set("/lync/trustedPools/values/0/fqdn", json!("owa.contoso.com")), Severity::Warning, None);
    }

    #[test]
    fn one_that_lync_does_not_know_or_that_does_not_do_is_exchanged_for_the_one_of_iis() {
        let of_iis = "BB".repeat(20);
        expect(&beside_iis(SERVER).without_trusted_pool(), Severity::Error, Some(&of_iis));
        for (property, value) in [
            ("notAfter", json!("2026-03-01T20:59:59Z")),
            ("hasPrivateKey", json!(false)),
            ("isSelfSigned", json!(true)),
            ("domains", json!(["mail.contoso.com"])),
        ] {
            let sample = beside_iis(SERVER).set(&format!("{CERTIFICATE}/{property}"), value);
            expect(&sample, Severity::Error, Some(&of_iis));
        }
        let alone = beside_iis(SERVER).without_trusted_pool().forget("/exchange/certificates/values/1");
        expect(&alone, Severity::Error, None);
    }

    #[test]
    fn one_that_is_asked_for_by_name_is_set() {
        let asking = |thumbprint: &str| {
            let settings = Settings { thumbprint: Some(thumbprint.to_owned()), ..Settings::default() };
            beside_iis("mail.contoso.com").asking(settings)
        };
        expect(&asking(&"BB".repeat(20)), Severity::Error, Some(&"BB".repeat(20)));
        expect(&asking("EA5A332496CC05DA69B75B66111C0F78A110D22D"), Severity::Warning, None);
    }

    #[test]
    fn services_that_nobody_read_are_unknown() {
        Sample::exchange_2016().forget(&format!("{CERTIFICATE}/services")).expect(ID, &[(SERVER, Status::Unknown)]);
    }

    #[test]
    fn without_an_override_there_is_no_certificate() {
        let sample = Sample::exchange_2016().forget("/exchange/settingOverrides/values/0");
        sample.expect(ID, &[(SERVER, Status::NotApplicable)]);
    }
}
