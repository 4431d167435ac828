//! SO-CERT-IIS: the certificate of the setting override is the one that is assigned to IIS.

use crate::rules::fixes::im_settings;
use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::installed_certificate;
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
        "The documents ask for the certificate that IIS uses. At a renewal, IIS gets the new certificate and the override keeps the old one until somebody changes it. For that the page gives Set-SettingOverride a -Name, -Component and -Section, which it does not have (it takes -Identity), the thumbprint without IMServerName, and a thumbprint that is not hexadecimal.",
        "Les documents demandent le certificat utilisé par IIS. Au renouvellement, IIS reçoit le nouveau certificat et le remplacement garde l'ancien jusqu'à ce que quelqu'un le change. Pour cela, la page donne à Set-SettingOverride -Name, -Component et -Section, qu'elle n'a pas (elle prend -Identity), l'empreinte sans IMServerName, et une empreinte qui n'est pas hexadécimale.",
    ),
    remedy: Text::new(
        "Put the thumbprint of the certificate that Get-ExchangeCertificate shows with the service IIS into the override; Set-SettingOverride forgets what it is not given, so always give IMServerName too.",
        "Mettez dans le remplacement l'empreinte du certificat que Get-ExchangeCertificate montre avec le service IIS ; Set-SettingOverride oublie ce qu'on ne lui donne pas : donnez toujours aussi IMServerName.",
    ),
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    after: &["SO-CREATE"],
    needs: &[&exchange_sections::SETTING_OVERRIDES, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const NOT_SET: Text = Text::new(
    "No setting override gives {server} a certificate that is installed; SO-CREATE and OWA-IM-THUMBPRINT are about that.",
    "Aucun remplacement de paramètre ne donne à {server} un certificat installé ; SO-CREATE et OWA-IM-THUMBPRINT en traitent.",
);
const OTHER: Text = Text::new(
    "The certificate {thumbprint} that {server} uses for instant messaging is not assigned to IIS.",
    "Le certificat {thumbprint} utilisé par {server} pour la messagerie instantanée n'est pas affecté à IIS.",
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
    let missing = || Missing::never(&exchange_sections::CERTIFICATES).on(server.host.name());
    let services = certificate.services.as_ref().ok_or_else(missing)?;
    let evidence = vec![Evidence::read("Services", Some(services.join(", "))).expected("IIS").from(certificate)];
    if services.iter().any(|service| service.eq_ignore_ascii_case("IIS")) {
        findings.pass(target, evidence);
    } else {
        args.push(("thumbprint", certificate.thumbprint.clone()));
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

    #[test]
    fn another_certificate_fails_and_the_one_of_iis_is_set() {
        let renewed = json!({
            "server": "EX01", "thumbprint": "BB".repeat(20), "subject": "CN=ex01.contoso.com",
            "domains": ["ex01.contoso.com"], "services": ["IIS"],
        });
        let sample = Sample::exchange_2016().set(&format!("{CERTIFICATE}/services"), json!(["SMTP"]));
        sample.expect(ID, &[(SERVER, Status::Fail)]);
        sample.expect_steps(ID, &[]);
        let commands = sample.set("/exchange/certificates/values/1", renewed).commands(ID);
        assert_eq!(commands.len(), 1);
        let both = format!("-Parameters [IMServerName=pool.contoso.com, IMCertificateThumbprint={}]", "BB".repeat(20));
        assert!(commands[0].contains(&both), "{commands:?}");
    }

    #[test]
    fn services_that_nobody_read_are_unknown() {
        Sample::exchange_2016().forget(&format!("{CERTIFICATE}/services")).expect(ID, &[(SERVER, Status::Unknown)]);
        Sample::exchange_2016().forget("/exchange/certificates").expect(ID, &[(SERVER, Status::Unknown)]);
    }

    #[test]
    fn without_an_override_there_is_no_certificate() {
        let sample = Sample::exchange_2016().forget("/exchange/settingOverrides/values/0");
        sample.expect(ID, &[(SERVER, Status::NotApplicable)]);
    }
}
