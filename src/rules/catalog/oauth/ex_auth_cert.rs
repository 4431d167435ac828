//! EX-AUTH-CERT: every Exchange server has the certificate that tokens are signed with.

use crate::facts::ExchangeCertificate;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{common_name, normal_thumbprint};
use crate::rules::topology::oauth::auth_config::{Fault, NAME, current, on};
use crate::rules::topology::oauth::partner::{EXCHANGE_VERSIONS, servers};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "EX-AUTH-CERT",
    roles: &[Role::ExchangeBackEnd],
    exchange: EXCHANGE_VERSIONS,
    lync: &[],
    title: Text::new(
        "Every Exchange server has the valid authentication certificate of the organization",
        "Chaque serveur Exchange a le certificat d'authentification valide de l'organisation",
    ),
    explanation: Text::new(
        "Exchange Setup creates the self-signed certificate Microsoft Exchange Server Auth Certificate for five years, and it is not renewed automatically. The French documentation truncates its name; the certificate has the English name in every language. The next certificate (NextCertificateThumbprint) must be on every server before its effective date. Without the valid certificate, the Exchange shell cannot verify the objects of the server either: they arrive as raw data only.",
        "L'installation d'Exchange crée pour cinq ans le certificat auto-signé Microsoft Exchange Server Auth Certificate, qui n'est pas renouvelé automatiquement. La documentation française tronque son nom ; le certificat porte le nom anglais dans toutes les langues. Le certificat suivant (NextCertificateThumbprint) doit être sur chaque serveur avant sa date d'effet. Sans le certificat valide, Exchange Management Shell ne peut pas non plus vérifier les objets du serveur : ils n'arrivent que comme données brutes.",
    ),
    remedy: Text::new(
        "If another server has the valid certificate, export it there and import it on the server that lacks it: Export-ExchangeCertificate -Server <source> -Thumbprint <thumbprint> -BinaryEncoded -Password <password>, then Import-ExchangeCertificate -Server <server> -FileData <data> -Password <password> -PrivateKeyExportable $true. Do not create a new certificate then: it replaces the one of the whole organization and breaks the trust of hybrid deployments and partners until they know it. Only if the certificate has expired or no server has it: New-ExchangeCertificate -KeySize 2048 -PrivateKeyExportable $true -SubjectName \"cn=Microsoft Exchange Server Auth Certificate\" -FriendlyName \"Microsoft Exchange Server Auth Certificate\" -Services SMTP -DomainName @(); answer No when it asks to replace the SMTP certificate. Then Set-AuthConfig -NewCertificateThumbprint <thumbprint> -NewCertificateEffectiveDate (Get-Date), Set-AuthConfig -PublishCertificate, and Set-AuthConfig -ClearPreviousCertificate.",
        "Si un autre serveur a le certificat valide, exportez-le à partir de celui-ci et importez-le sur le serveur auquel il manque : Export-ExchangeCertificate -Server <source> -Thumbprint <empreinte> -BinaryEncoded -Password <mot de passe>, puis Import-ExchangeCertificate -Server <serveur> -FileData <données> -Password <mot de passe> -PrivateKeyExportable $true. Dans ce cas, ne créez pas de nouveau certificat : il remplace celui de toute l'organisation et rompt la confiance des déploiements hybrides et des partenaires tant qu'ils ne le connaissent pas. Seulement si le certificat a expiré ou si aucun serveur ne l'a : New-ExchangeCertificate -KeySize 2048 -PrivateKeyExportable $true -SubjectName \"cn=Microsoft Exchange Server Auth Certificate\" -FriendlyName \"Microsoft Exchange Server Auth Certificate\" -Services SMTP -DomainName @() ; répondez Non à la question de remplacer le certificat SMTP. Ensuite Set-AuthConfig -NewCertificateThumbprint <empreinte> -NewCertificateEffectiveDate (Get-Date), Set-AuthConfig -PublishCertificate et Set-AuthConfig -ClearPreviousCertificate.",
    ),
    symptoms: &[
        Text::new(
            "The Exchange authentication certificate has expired",
            "Le certificat d'authentification d'Exchange a expiré",
        ),
        Text::new(
            "The Exchange authentication certificate is missing on one server",
            "Le certificat d'authentification d'Exchange manque sur un serveur",
        ),
    ],
    interpretation: Some(Text::new(
        "The same conditions are taken to apply to the next certificate. That a new certificate breaks hybrid deployments and partners comes from reports of administrators.",
        "Les mêmes conditions sont considérées comme valables pour le certificat suivant. Qu'un nouveau certificat rompe les déploiements hybrides et la confiance des partenaires vient de rapports d'administrateurs.",
    )),
    sources: &[Source::seed("002", "40"), Source::page("integration-with-sharepoint-and-lync-exchange-2013-help.md")],
    after: &["PRE-INSTALLED"],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::AUTH_CONFIG, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const UNNAMED: Text = Text::new(
    "The authentication configuration of Exchange specifies no certificate.",
    "La configuration d'authentification d'Exchange n'indique aucun certificat.",
);
const ABSENT: Text = Text::new(
    "{server} does not have the authentication certificate {thumbprint}.",
    "{server} n'a pas le certificat d'authentification {thumbprint}.",
);
const ELSEWHERE: Text = Text::new(
    "{server} does not have the authentication certificate {thumbprint} with its private key, but {source} does. Export it from {source} and import it on {server}; do not create a new one.",
    "{server} n'a pas le certificat d'authentification {thumbprint} avec sa clé privée, mais {source} l'a. Exportez-le à partir de {source} et importez-le sur {server} ; n'en créez pas de nouveau.",
);
const NO_KEY: Text = Text::new(
    "The authentication certificate {thumbprint} of {server} has no private key.",
    "Le certificat d'authentification {thumbprint} de {server} n'a pas de clé privée.",
);
const DATES: Text = Text::new(
    "The authentication certificate {thumbprint} of {server} has expired or is not valid yet.",
    "Le certificat d'authentification {thumbprint} de {server} a expiré ou n'est pas encore valide.",
);
const NOT_MADE_BY_SETUP: Text = Text::new(
    "The authentication certificate {thumbprint} of {server} is not the self-signed Microsoft Exchange Server Auth Certificate.",
    "Le certificat d'authentification {thumbprint} de {server} n'est pas le certificat auto-signé Microsoft Exchange Server Auth Certificate.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let (configuration, thumbprint) = current(context)?;
    if thumbprint.is_empty() {
        let evidence = vec![Evidence::actual("CurrentCertificateThumbprint", None::<&str>).from(configuration)];
        findings.fail(Target::estate(), UNNAMED, Vec::new(), evidence);
        return Ok(());
    }
    let next = configuration.next_certificate_thumbprint.as_deref().map(normal_thumbprint);
    let next = next.filter(|next| !next.is_empty());
    for server in servers(context)?.into_iter().filter(Server::is_back_end) {
        let target = Target::server(&server.host);
        findings.for_target(&target, |findings| look(context, &server, &thumbprint, next.as_deref(), findings));
    }
    Ok(())
}

fn look<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
    thumbprint: &str,
    next: Option<&str>,
    findings: &mut Findings<'a>,
) -> CheckResult {
    let mut evidence = Vec::new();
    for (name, wanted) in [("CurrentCertificateThumbprint", Some(thumbprint)), ("NextCertificateThumbprint", next)] {
        let Some(wanted) = wanted else { continue };
        let (found, fault) = on(context, server, wanted)?;
        evidence.push(Evidence::actual(name, Some(wanted)));
        if let Some(found) = found {
            evidence
                .push(Evidence::actual("Subject", found.subject.as_deref()).expected(format!("CN={NAME}")).from(found));
            evidence.push(Evidence::actual("NotAfter", found.not_after.map(|end| end.to_string())).from(found));
        }
        // The certificate that follows may begin later.
        let text = match fault {
            Some(Fault::Absent) => Some(ABSENT),
            Some(Fault::NoKey) => Some(NO_KEY),
            Some(Fault::Dates) if wanted == thumbprint || is_over(context, found.map(|found| &**found)) => Some(DATES),
            _ => match found {
                Some(found) if !is_made_by_setup(found, server)? => Some(NOT_MADE_BY_SETUP),
                _ => None,
            },
        };
        if let Some(text) = text {
            let mut args = args! { server: server.host.name(), thumbprint: wanted };
            let is_missing = matches!(fault, Some(Fault::Absent | Fault::NoKey));
            let source = if is_missing { source(context, wanted) } else { None };
            let text = source.as_ref().map_or(text, |_| ELSEWHERE);
            args.extend(source.map(|host| ("source", host.name().to_owned())));
            findings.fail(Target::server(&server.host), text, args, evidence);
            return Ok(());
        }
    }
    findings.pass(Target::server(&server.host), evidence);
    Ok(())
}

/// A server that has a certificate, valid and with its private key.
fn source(context: &Context<'_>, thumbprint: &str) -> Option<Host> {
    let mut servers = context.estate.servers().ok()?.into_iter().filter(Server::is_back_end);
    let is_good = |server: &Server<'_>| on(context, server, thumbprint).is_ok_and(|(_, fault)| fault.is_none());
    servers.find(is_good).map(|server| server.host)
}

fn is_over(context: &Context<'_>, certificate: Option<&ExchangeCertificate>) -> bool {
    certificate.and_then(|one| one.not_after).is_some_and(|end| end <= context.estate.now)
}

/// Whether a certificate is signed by itself and has the name that Setup gives, as subject or as friendly name.
fn is_made_by_setup(certificate: &ExchangeCertificate, server: &Server<'_>) -> Result<bool, Missing> {
    let missing = || Missing::not_collected(&exchange_sections::CERTIFICATES).on(server.host.name());
    let subject = certificate.subject.as_deref().ok_or_else(missing)?;
    let names = [common_name(subject), certificate.friendly_name.as_deref()];
    let is_named = names.into_iter().flatten().any(|name| name.trim().eq_ignore_ascii_case(NAME));
    Ok(is_named && certificate.is_self_signed.ok_or_else(missing)?)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_oauth::AUTH;
    use serde_json::json;

    const SERVER: &str = "ex01.contoso.com";
    const CERTIFICATE: &str = "/exchange/certificates/values/1";
    const CURRENT: &str = "/exchange/authConfig/values/0/currentCertificateThumbprint";
    const NEXT: &str = "/exchange/authConfig/values/0/nextCertificateThumbprint";

    #[test]
    fn the_certificate_that_setup_made_passes() {
        let case = oauth(&RULE).passes(SERVER);
        for case in case.each(CERTIFICATE, [("friendlyName", json!("Renewed")), ("subject", json!("CN=Renewed"))]) {
            case.passes(SERVER);
        }
    }

    #[test]
    fn a_certificate_that_is_over_has_no_key_or_is_another_one_fails() {
        let wrong = [
            ("notAfter", json!("2026-03-01T20:59:59Z")),
            ("notBefore", json!("2026-03-02T00:00:00Z")),
            ("hasPrivateKey", json!(false)),
            ("isSelfSigned", json!(false)),
        ];
        for case in oauth(&RULE).each(CERTIFICATE, wrong) {
            case.fails(SERVER);
        }
        // The name as the French page cuts it off is not that of the certificate.
        let cut = oauth(&RULE).set(&format!("{CERTIFICATE}/subject"), "CN=Microsoft Exchange Server auth");
        cut.set(&format!("{CERTIFICATE}/friendlyName"), "").fails(SERVER);
    }

    #[test]
    fn every_server_needs_it() {
        let case = oauth(&RULE).with(|sample| sample.with_second_server("Version 15.0 (Build 1497.2)"));
        let case = case.finds(&[(SERVER, Status::Pass), ("ex02.contoso.com", Status::Pass)]);
        let case = case.forget("/exchange/certificates/values/2");
        case.finds(&[(SERVER, Status::Pass), ("ex02.contoso.com", Status::Fail)]);
    }

    #[test]
    fn one_that_another_server_has_is_exported_from_there_and_never_made_anew() {
        let two = || oauth(&RULE).with(|sample| sample.with_second_server("Version 15.0 (Build 1497.2)"));
        let said = |case: Case| case.findings()[0].message(Culture::En);
        let absent = two().forget(CERTIFICATE);
        assert!(
            said(absent.clone()).ends_with(
                "Export it from ex02.contoso.com and import it on ex01.contoso.com; do not create a new one."
            )
        );
        assert!(absent.findings()[0].remedy(Culture::En).starts_with("If another server has"));
        assert!(said(two().set(&format!("{CERTIFICATE}/hasPrivateKey"), false)).contains("but ex02.contoso.com does"));
        // Where no server has it, or the other one is over, there is nothing to export.
        for nowhere in [
            oauth(&RULE).forget(CERTIFICATE),
            absent.set("/exchange/certificates/values/1/notAfter", "2026-01-01T00:00:00Z"),
        ] {
            assert!(!said(nowhere).contains("Export"));
        }
    }

    #[test]
    fn the_one_that_follows_has_to_be_there_but_may_begin_later() {
        let later = json!({
            "server": "EX01", "thumbprint": "DD", "subject": "CN=Microsoft Exchange Server Auth Certificate",
            "notBefore": "2026-06-01T00:00:00Z", "notAfter": "2031-06-01T00:00:00Z", "hasPrivateKey": true,
            "isSelfSigned": true,
        });
        let case = oauth(&RULE).set(NEXT, "DD").fails(SERVER);
        case.set("/exchange/certificates/values/2", later).passes(SERVER);
        oauth(&RULE).set(NEXT, "").passes(SERVER);
    }

    #[test]
    fn a_configuration_without_a_certificate_fails() {
        oauth(&RULE).forget(CURRENT).fails("");
    }

    #[test]
    fn a_thumbprint_is_the_same_in_any_writing() {
        oauth(&RULE).set(CURRENT, AUTH.to_lowercase().replace("5a", "5a ")).passes(SERVER);
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        for property in ["hasPrivateKey", "notAfter", "isSelfSigned", "subject"] {
            oauth(&RULE).forget(&format!("{CERTIFICATE}/{property}")).unknown(SERVER);
        }
    }
}
