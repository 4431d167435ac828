//! SO-CERT-IIS: the certificate of the setting override is the one that is assigned to IIS.

use crate::facts::{ExchangeVersion, Missing, Server, exchange_sections};
use crate::message::Text;
use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::model::context::{Context, version};
use crate::rules::model::finding::{Checked, Evidence, Report, Target};
use crate::rules::model::rule::{Aim, Family, Kind, Role, Rule, Scenario, Severity, Source};
use crate::rules::topology::im::values::mend;

pub(crate) static RULE: Rule = Rule {
    id: "SO-CERT-IIS",
    family: Family::SettingOverride,
    kind: Kind::Check,
    scenarios: &[Scenario::OwaIm],
    aim: Aim::On,
    severity: Severity::Error,
    roles: &[Role::ExchangeBackEnd],
    exchange: &[ExchangeVersion::V2016, ExchangeVersion::V2019],
    lync: &[],
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
    inference: None,
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    after: &["SO-CREATE"],
    needs: &[&exchange_sections::SETTING_OVERRIDES, &exchange_sections::CERTIFICATES],
    check,
    mend: Some(mend),
    follow: None,
};

const NOT_SET: Text = Text::new(
    "No setting override gives {server} a certificate that is installed; SO-CREATE and OWA-IM-THUMBPRINT are about that.",
    "Aucun remplacement de paramètre ne donne à {server} un certificat installé ; SO-CREATE et OWA-IM-THUMBPRINT en traitent.",
);
const OTHER: Text = Text::new(
    "The certificate {thumbprint} that {server} uses for instant messaging is not assigned to IIS.",
    "Le certificat {thumbprint} utilisé par {server} pour la messagerie instantanée n'est pas affecté à IIS.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    context.each_im_server(report, VERSIONS, |server, report| look(context, report, server))
}

fn look(context: &Context<'_>, report: &mut Report<'_>, server: &Server<'_>) -> Checked {
    version(server)?;
    let target = Target::server(&server.host);
    let mut args = vec![("server", server.host.name().to_owned())];
    let used = match context.im_server(server)?.thumbprint {
        Some(thumbprint) => context.certificate(server, &thumbprint)?,
        None => None,
    };
    let Some(certificate) = used else {
        report.not_applicable(target, NOT_SET, args);
        return Ok(());
    };
    let missing = || Missing::never(&exchange_sections::CERTIFICATES).on(server.host.name());
    let services = certificate.services.as_ref().ok_or_else(missing)?;
    let evidence = vec![Evidence::read("Services", Some(services.join(", "))).expected("IIS").from(certificate)];
    if services.iter().any(|service| service.eq_ignore_ascii_case("IIS")) {
        report.pass(target, evidence);
    } else {
        args.push(("thumbprint", certificate.thumbprint.clone()));
        report.fail(target, OTHER, args, evidence);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;
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
