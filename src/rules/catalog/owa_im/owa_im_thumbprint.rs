//! OWA-IM-THUMBPRINT: the thumbprint that a server is set to is that of a certificate that it can use.

use crate::rules::fixes::im_settings;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::installed_certificate;
use crate::rules::topology::im::defects::{self, CertificateDefect, certificate_defects};
use crate::rules::topology::im::selection::{Selection, select_certificate};
use crate::rules::topology::im::servers::{each_im_server_with_fix, version};
use crate::rules::topology::im::settings::im_settings_of;
use crate::rules::topology::im::values::{VERSIONS, is_thumbprint, thumbprint_problem};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "OWA-IM-THUMBPRINT",
    exchange: VERSIONS,
    title: Text::new(
        "IMCertificateThumbprint is a usable certificate of the server",
        "IMCertificateThumbprint désigne un certificat utilisable du serveur",
    ),
    explanation: Text::new(
        "Outlook on the web authenticates to Lync with this certificate. If the certificate is missing, expired or without its private key, or if an invisible character was pasted with the thumbprint, instant messaging does not start and users see no error.",
        "Outlook sur le web s'authentifie auprès de Lync avec ce certificat. Si le certificat est absent, expiré ou sans clé privée, ou si un caractère invisible a été collé avec l'empreinte, la messagerie instantanée ne démarre pas et les utilisateurs ne voient aucune erreur.",
    ),
    remedy: Text::new(
        "Specify the thumbprint of a certificate that Get-ExchangeCertificate lists as valid on this server. If there is none, request or renew one from your certification authority and import it with its private key (Import-ExchangeCertificate).",
        "Indiquez l'empreinte d'un certificat que Get-ExchangeCertificate affiche comme valide sur ce serveur. S'il n'y en a pas, demandez-en ou renouvelez-en un auprès de votre autorité de certification et importez-le avec sa clé privée (Import-ExchangeCertificate).",
    ),
    symptoms: &[
        Text::new(
            "Instant messaging stopped after the certificate was renewed",
            "La messagerie instantanée s'est arrêtée après le renouvellement du certificat",
        ),
        Text::new(
            "The thumbprint was copied from the certificate dialog box, with an invisible character",
            "L'empreinte a été copiée à partir de la boîte de dialogue du certificat, avec un caractère invisible",
        ),
        Text::new(
            "The thumbprint contains spaces or lowercase letters",
            "L'empreinte contient des espaces ou des minuscules",
        ),
        Text::new("Curly quotation marks around the thumbprint", "Des guillemets courbes autour de l'empreinte"),
        Text::new(
            "Event 101 of MSExchange OWA: the certificate thumbprint is not valid",
            "Événement 101 de MSExchange OWA : l'empreinte du certificat n'est pas valide",
        ),
        Text::new(
            "Event 102 of MSExchange OWA: the certificate has expired",
            "Événement 102 de MSExchange OWA : le certificat a expiré",
        ),
    ],
    interpretation: Some(Text::new(
        "The two pages do not mention the format of the thumbprint, the private key and the dates; these conditions come from the documentation of the health set and from reports of administrators.",
        "Les deux pages ne mentionnent pas le format de l'empreinte, la clé privée et les dates ; ces conditions viennent de la documentation du jeu d'intégrité et de rapports d'administrateurs.",
    )),
    sources: &[
        Source::seed("000", "73-75"),
        Source::seed("001", "65-67"),
        Source::page("troubleshooting-owa-protocol-dep-health-set.md"),
    ],
    after: &["OWA-WEBCONFIG-KEYS"],
    needs: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVERS,
        &exchange_sections::SETTING_OVERRIDES,
        &machine_sections::WEB_CONFIGS,
    ],
    optional: &[
        &exchange_sections::CERTIFICATES,
        &machine_sections::WEB_CONFIGS,
        &exchange_sections::SETTING_OVERRIDES,
    ],
    ..super::BASE
};

const NOT_SET: Text = Text::new(
    "{server} has no value for it. See OWA-WEBCONFIG-KEYS or SO-CREATE.",
    "{server} n'a pas de valeur. Voir OWA-WEBCONFIG-KEYS ou SO-CREATE.",
);
const OTHER_ASKED: Text =
    Text::new("{server} does not use the requested certificate.", "{server} n'utilise pas le certificat demandé.");
const NOT_INSTALLED: Text = Text::new(
    "The certificate that is configured for {server} is not installed on it.",
    "Le certificat configuré pour {server} n'y est pas installé.",
);
fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server_with_fix(context, findings, VERSIONS, im_settings::fix, |server, findings| {
        look(context, findings, server)
    })
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'_>) -> CheckResult {
    version(server)?;
    let target = Target::server(&server.host);
    let args = || args! { server: server.host.name() };
    let Some(written) = im_settings_of(context, server)?.thumbprint else {
        findings.not_applicable(target, NOT_SET, args());
        return Ok(());
    };
    let evidence = || vec![Evidence::actual("IMCertificateThumbprint", Some(written.as_str()))];
    if let Some(problem) = thumbprint_problem(&written) {
        let (text, args) = problem.sentence();
        findings.fail(target, text, args, evidence());
        return Ok(());
    }
    let asked = context.settings.thumbprint.as_deref();
    if let Some(asked) = asked.filter(|asked| !is_thumbprint(&written, asked)) {
        match select_certificate(context, server)? {
            Selection::Unresolved(question, args) => {
                findings.fail(target, question, args, evidence());
            }
            _ => {
                let evidence = evidence().into_iter().map(|one| one.expected(asked)).collect();
                findings.fail(target, OTHER_ASKED, args(), evidence);
            }
        }
        return Ok(());
    }
    let Some(certificate) = installed_certificate(context, server, &written)? else {
        findings.fail(target, NOT_INSTALLED, args(), evidence());
        return Ok(());
    };
    if !defects::is_complete(certificate) {
        return Err(Missing::not_collected(&exchange_sections::CERTIFICATES).on(server.host.name()));
    }
    // The names, the issuer and the services are what OWA-CERT-NAMES, OWA-CERT-TRUSTED and SO-CERT-IIS are about.
    let faults = certificate_defects(context, server, certificate)
        .into_iter()
        .filter(|&fault| fault != CertificateDefect::SelfSigned);
    let faults: Vec<Text> = faults.filter_map(defects::sentence).collect();
    if faults.is_empty() {
        let subject = Evidence::actual("Subject", certificate.subject.as_deref()).from(certificate);
        let written =
            Evidence::actual("IMCertificateThumbprint", Some(written.as_str())).expected(&certificate.thumbprint);
        findings.pass(target, vec![written, subject]);
        return Ok(());
    }
    for text in faults {
        findings.fail(target.clone(), text, defects::arguments(server, certificate), evidence());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::catalog::owa_im::owa_im_servername;
    use crate::rules::testing::prelude::*;
    use serde_json::{Value, json};

    const VALUE: &str = "/machine/webConfigs/values/0/settings/0/value";
    const CERTIFICATE: &str = "/exchange/certificates/values/0";
    const GOOD: &str = "EA5A332496CC05DA69B75B66111C0F78A110D22D";

    fn with(property: &str, value: impl Into<Value>) -> Case {
        exchange_2013(&RULE).set(&format!("{CERTIFICATE}/{property}"), value)
    }

    #[test]
    fn a_usable_certificate_passes_in_either_place() {
        exchange_2013(&RULE).passes(SERVER);
        exchange_2016(&RULE).passes(SERVER);
    }

    #[test]
    fn blanks_and_lower_case_do_no_harm() {
        for written in
            ["ea5a332496cc05da69b75b66111c0f78a110d22d", "EA 5A 33 24 96 CC 05 DA 69 B7 5B 66 11 1C 0F 78 A1 10 D2 2D"]
        {
            exchange_2013(&RULE).set(VALUE, written).passes(SERVER);
        }
    }

    #[test]
    fn an_invisible_character_fails_and_is_written_away() {
        let case = exchange_2013(&RULE).set(VALUE, format!("\u{200e}{GOOD}")).fails(SERVER);
        case.fixed_by(&format!("Web.config IMCertificateThumbprint={GOOD}"));
    }

    #[test]
    fn a_certificate_that_is_not_installed_is_replaced_by_one_that_is() {
        let case = exchange_2013(&RULE).set(VALUE, "AA".repeat(20)).fails(SERVER);
        case.fixed_by(&format!("Web.config IMCertificateThumbprint={GOOD}"));
        let other = json!(["IMServerName=pool.contoso.com", format!("IMCertificateThumbprint={}", "AA".repeat(20))]);
        let case = exchange_2016(&RULE).set("/exchange/settingOverrides/values/0/parameters", other);
        case.fails(SERVER).fixed_with(&["Set-SettingOverride"]);
    }

    #[test]
    fn every_reason_why_a_certificate_does_not_do_fails_and_needs_a_person() {
        for (property, value) in [
            ("notAfter", json!("2026-03-01T20:59:59Z")),
            ("notBefore", json!("2026-03-01T21:00:01Z")),
            ("hasPrivateKey", json!(false)),
            ("status", json!("RevocationCheckFailure")),
        ] {
            with(property, value).fails(SERVER).not_fixed();
        }
    }

    #[test]
    fn each_fault_is_told_once_and_those_of_other_rules_by_them() {
        with("notAfter", "2026-03-01T20:59:59Z").set(&format!("{CERTIFICATE}/status"), "DateInvalid").fails(SERVER);
        with("status", "DateInvalid").fails(SERVER);
        with("isSelfSigned", true).passes(SERVER);
        with("domains", json!(["mail.contoso.com"])).passes(SERVER);
        with("subject", "CN=*.contoso.com").passes(SERVER);
        exchange_2016(&RULE).set(&format!("{CERTIFICATE}/services"), json!(["SMTP"])).passes(SERVER);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_unknown() {
        let file = "/machine/webConfigs/values/0";
        for rule in [&RULE, &owa_im_servername::RULE] {
            let encrypted = exchange_2013(rule).forget(&format!("{file}/settings"));
            let encrypted = encrypted.set(&format!("{file}/error"), "The section is encrypted.");
            encrypted.unknown(SERVER).ends_with("The section is encrypted.");
        }
    }

    #[test]
    fn the_first_and_the_last_second_of_a_certificate_count() {
        with("notAfter", "2026-03-01T21:00:00Z").passes(SERVER);
        with("notBefore", "2026-03-01T21:00:00Z").passes(SERVER);
    }

    /// A second certificate, which is asked for.
    fn asking_for_second(case: Case, property: &str, value: impl Into<Value>) -> Case {
        let mut second = json!({
            "server": "EX01", "thumbprint": "BB".repeat(20), "subject": "CN=ex01.contoso.com",
            "domains": ["ex01.contoso.com"], "services": ["IIS"],
        });
        second[property] = value.into();
        let settings = Settings { thumbprint: Some("bb".repeat(20)), ..Settings::default() };
        case.set("/exchange/certificates/values/1", second).asking(settings)
    }

    #[test]
    fn another_certificate_that_is_asked_for_fails_and_is_set() {
        let case = asking_for_second(exchange_2013(&RULE), "status", "Valid").fails(SERVER);
        case.fixed_by(&format!("Web.config IMCertificateThumbprint={}", "BB".repeat(20)));
    }

    #[test]
    fn a_certificate_that_is_asked_for_and_does_not_do_is_not_set() {
        for (property, value, said) in [
            ("notAfter", json!("2026-03-01T20:59:59Z"), "expired on 2026-03-01"),
            ("notBefore", json!("2026-03-02T00:00:00Z"), "is not valid until 2026-03-02"),
            ("hasPrivateKey", json!(false), "has no private key"),
            ("isSelfSigned", json!(true), "self-signed"),
            ("status", json!("RevocationCheckFailure"), "status RevocationCheckFailure"),
            ("subject", json!("CN=*.contoso.com"), "CN=*.contoso.com, is not the FQDN of a server"),
            ("domains", json!(["mail.contoso.com"]), "not among its subject alternative names"),
            ("thumbprint", json!("CC".repeat(20)), "requested certificate is not installed"),
        ] {
            for case in [exchange_2013(&RULE), exchange_2016(&RULE)] {
                asking_for_second(case, property, value.clone()).fails(SERVER).not_fixed().says(&[said]);
            }
        }
    }

    #[test]
    fn one_that_iis_has_not_is_set_where_it_is_asked_for() {
        let asking = |case: Case| asking_for_second(case, "services", json!(["SMTP"]));
        asking(exchange_2016(&RULE)).fixed_by_part(&format!("IMCertificateThumbprint={}]", "BB".repeat(20)));
        asking(exchange_2013(&RULE)).fixed_with(&["Web.config"]);
    }

    #[test]
    fn what_nobody_asked_is_unknown() {
        exchange_2013(&RULE).unknown_without(SERVER, &["/exchange/certificates", "/machine/webConfigs"]);
        for property in ["notAfter", "notBefore", "hasPrivateKey", "isSelfSigned"] {
            exchange_2013(&RULE).forget(&format!("{CERTIFICATE}/{property}")).unknown(SERVER);
        }
    }

    #[test]
    fn without_a_value_another_rule_speaks() {
        exchange_2013(&RULE).set(VALUE, "").not_applicable_to(SERVER);
    }

    /// The certificate in use expired. Two others do: one of the server's own name, and one that is valid longer.
    fn expired(case: Case) -> Case {
        let other = |thumbprint: &str, subject: &str, end: &str| {
            json!({
                "server": "EX01", "thumbprint": thumbprint.repeat(20), "subject": format!("CN={subject}"),
                "domains": [subject, SERVER], "services": ["IIS"], "notAfter": end,
                "hasPrivateKey": true, "isSelfSigned": false,
            })
        };
        case.set(&format!("{CERTIFICATE}/notAfter"), "2026-03-01T20:59:59Z")
            .set("/exchange/certificates/values/1", other("BB", SERVER, "2027-01-01T00:00:00Z"))
            .set("/exchange/certificates/values/2", other("CC", "mail.contoso.com", "2028-01-01T00:00:00Z"))
    }

    #[test]
    fn of_those_that_do_the_one_that_lync_knows_replaces_an_expired_one() {
        let set = |thumbprint: &str| format!("IMCertificateThumbprint={}", thumbprint.repeat(20));
        for case in [exchange_2013(&RULE), exchange_2016(&RULE)] {
            expired(case.clone()).fixed_by_part(&set("BB"));
            expired(case.clone().with(Sample::without_trusted_pool)).fixed_by_part(&set("CC"));
            let shared = expired(case).set("/lync/trustedPools/values/0/fqdn", "mail.contoso.com");
            shared.fixed_by_part(&set("CC"));
        }
    }

    #[test]
    fn a_certificate_that_another_rule_would_refuse_replaces_none() {
        for (property, value) in
            [("thumbprint", json!("")), ("subject", json!("CN=*.contoso.com")), ("issuer", json!("CN=Nobody"))]
        {
            let case = exchange_2013(&RULE).set(&format!("{CERTIFICATE}/notAfter"), "2026-03-01T20:59:59Z");
            let mut other = json!({
                "server": "EX01", "thumbprint": "BB".repeat(20), "subject": "CN=ex01.contoso.com",
                "domains": ["ex01.contoso.com"], "notAfter": "2028-01-01T00:00:00Z", "issuer": "CN=Contoso CA",
                "services": ["IIS"], "hasPrivateKey": true, "isSelfSigned": false,
            });
            let case = case.set("/exchange/certificates/values/1", other.clone());
            case.clone().fixed_with(&["Web.config"]);
            other[property] = value;
            if property == "subject" {
                other["domains"] = json!(["*.contoso.com"]);
            }
            let stored = json!({ "store": "My", "thumbprint": "BB".repeat(20), "rootThumbprint": "AB".repeat(20) });
            let case = case.set("/exchange/certificates/values/1", other);
            let case = if property == "issuer" { case.set("/machine/certificates/values/2", stored) } else { case };
            case.not_fixed();
        }
    }
}
