//! PRE-S2S-CERTS-ASSIGNED: both products have a certificate to sign their tokens with, and it can be used.

use super::auth_config::{current, on};
use super::issuer::{self, Stores, assigned, store_missing};
use super::partner::{EXCHANGE_VERSIONS, VERSIONS, servers};
use crate::facts::{Item, LyncCertificate, Missing, Server, exchange_sections, lync_sections, machine_sections};
use crate::message::Text;
use crate::rules::context::Context;
use crate::rules::finding::{Checked, Evidence, Finding, Report, Target};
use crate::rules::rule::{Aim, Kind, Role, Rule, Scenario, Severity, Source, Steps};

pub(crate) static RULE: Rule = Rule {
    id: "PRE-S2S-CERTS-ASSIGNED",
    kind: Kind::Check,
    scenarios: &[Scenario::Prerequisites],
    aim: Aim::Any,
    severity: Severity::Error,
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    exchange: EXCHANGE_VERSIONS,
    lync: VERSIONS,
    title: Text::new(
        "Both products have a valid certificate for authentication between servers",
        "Les deux produits ont un certificat valide pour l'authentification entre serveurs",
    ),
    explanation: Text::new(
        "Each side signs its tokens with a certificate of its own. Without one, expired, or without its private key, the other side refuses every request.",
        "Chaque côté signe ses jetons avec son propre certificat. S'il n'y en a pas, s'il a expiré ou si sa clé privée manque, l'autre côté refuse toute demande.",
    ),
    remedy: Text::new(
        "Exchange: see EX-AUTH-CERT. Lync: on one Front End server that holds a fitting certificate, Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint <thumbprint>; see the rules OAUTH-CERT-*.",
        "Exchange : voir EX-AUTH-CERT. Lync : sur un serveur frontal qui a un certificat convenable, Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint <empreinte> ; voir les règles OAUTH-CERT-*.",
    ),
    inference: None,
    sources: &[Source::seed("002", "40")],
    after: &["PRE-INSTALLED"],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::AUTH_CONFIG,
        &exchange_sections::CERTIFICATES,
        &lync_sections::CERTIFICATES,
        &machine_sections::CERTIFICATES,
    ],
    check,
    mend: Some(mend),
    follow: None,
};

const EXCHANGE_NONE: Text = Text::new(
    "The authentication configuration of Exchange names no certificate that a server has, with its private key and in its time.",
    "La configuration d'authentification d'Exchange ne nomme aucun certificat qu'un serveur ait, avec sa clé privée et en cours de validité.",
);
const LYNC_NONE: Text = Text::new(
    "No certificate is assigned to Lync for tokens (OAuthTokenIssuer).",
    "Aucun certificat n'est attribué à Lync pour les jetons (OAuthTokenIssuer).",
);
const LYNC_UNFIT: Text = Text::new(
    "The certificate of Lync for tokens {thumbprint} is not in its time, or has no private key in the store of the computer.",
    "Le certificat de Lync pour les jetons {thumbprint} n'est pas en cours de validité, ou n'a pas de clé privée dans le magasin de l'ordinateur.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    let (exchange, lync) = (Target::new("Product", "Exchange"), Target::new("Product", "Lync"));
    report.each(&exchange.clone(), |report| judge_exchange(context, exchange, report));
    report.each(&lync.clone(), |report| judge_lync(context, lync, report));
    Ok(())
}

/// One server that can sign is enough here: which of them cannot is for EX-AUTH-CERT.
fn judge_exchange(context: &Context<'_>, target: Target, report: &mut Report<'_>) -> Checked {
    let (configuration, thumbprint) = current(context)?;
    let named = Some(thumbprint.as_str()).filter(|thumbprint| !thumbprint.is_empty());
    let evidence = vec![Evidence::read("CurrentCertificateThumbprint", named).from(configuration)];
    let mut missing = None;
    let mut works = false;
    for server in servers(context)?.into_iter().filter(Server::is_back_end) {
        match named.map(|thumbprint| on(context, &server, thumbprint)) {
            Some(Ok((_, fault))) => works |= fault.is_none(),
            Some(Err(unknown)) => missing = missing.or(Some(unknown)),
            None => {}
        }
    }
    match missing {
        _ if works => report.pass(target, evidence),
        Some(missing) => return Err(missing),
        None => report.fail(target, EXCHANGE_NONE, Vec::new(), evidence),
    }
    Ok(())
}

fn judge_lync(context: &Context<'_>, target: Target, report: &mut Report<'_>) -> Checked {
    let all = assigned(context)?;
    if all.is_empty() {
        report.fail(target, LYNC_NONE, Vec::new(), Vec::new());
        return Ok(());
    }
    let stores = Stores::new(context);
    let mut evidence = Vec::new();
    for certificate in all {
        evidence.push(Evidence::read("OAuthTokenIssuer", Some(certificate.thumbprint.as_str())).from(certificate));
        if !can_sign(context, &stores, certificate)? {
            report.fail(target, LYNC_UNFIT, vec![("thumbprint", certificate.thumbprint.clone())], evidence);
            return Ok(());
        }
    }
    report.pass(target, evidence);
    Ok(())
}

fn can_sign(context: &Context<'_>, stores: &Stores<'_>, certificate: &Item<LyncCertificate>) -> Result<bool, Missing> {
    let now = context.estate.now;
    let unknown = || Missing::never(&lync_sections::CERTIFICATES);
    let (start, end) = (certificate.not_before.ok_or_else(unknown)?, certificate.not_after.ok_or_else(unknown)?);
    if end <= now || start > now {
        return Ok(false);
    }
    let missing = || store_missing(context, certificate);
    let computer = context.estate.host(certificate.computer.as_deref().ok_or_else(missing)?);
    // A store that was read and does not hold the certificate has no key of it either.
    context.estate.on(&computer, &machine_sections::CERTIFICATES, |machine| &machine.certificates)?;
    let here = stores.of(&certificate.thumbprint).iter().find(|(host, _)| **host == computer);
    here.map_or(Ok(false), |(_, one)| one.has_private_key.ok_or_else(missing))
}

fn mend(context: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    if finding.target.name == "Lync" { issuer::mend(context, finding, steps) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use crate::rules::finding::Status;
    use crate::rules::samples::Sample;
    use crate::rules::samples_oauth::{DEFAULT, front_end};
    use serde_json::json;

    const ID: &str = "PRE-S2S-CERTS-ASSIGNED";
    const ISSUER: &str = "/lync/certificates/values/1";

    fn expect(sample: &Sample, exchange: Status, lync: Status) {
        sample.expect(ID, &[("Exchange", exchange), ("Lync", lync)]);
    }

    #[test]
    fn certificates_on_both_sides_pass() {
        expect(&Sample::oauth(), Status::Pass, Status::Pass);
        expect(&Sample::oauth_2016(), Status::Pass, Status::Pass);
    }

    #[test]
    fn a_side_without_a_certificate_fails() {
        let exchange = Sample::oauth().set("/exchange/authConfig/values/0/currentCertificateThumbprint", json!(""));
        expect(&exchange, Status::Fail, Status::Pass);
        expect(&Sample::oauth().forget("/exchange/certificates/values/1"), Status::Fail, Status::Pass);
        let lync = Sample::oauth().forget(ISSUER);
        expect(&lync, Status::Pass, Status::Fail);
        lync.expect_steps(ID, &["Set-CsCertificate"]);
        exchange.expect_steps(ID, &[]);
    }

    #[test]
    fn an_expired_certificate_of_lync_fails_and_the_default_one_takes_its_place() {
        let sample = Sample::oauth().set(&format!("{ISSUER}/notAfter"), json!("2026-03-01T21:00:00Z"));
        expect(&sample, Status::Pass, Status::Fail);
        let set =
            format!("Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint {DEFAULT} -Confirm false");
        assert_eq!(sample.commands(ID), [set]);
    }

    #[test]
    fn a_server_that_signs_nothing_needs_no_key() {
        let listed = json!({
            "computer": "med01.contoso.com", "use": "OAuthTokenIssuer", "thumbprint": DEFAULT,
            "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2027-06-01T00:00:00Z",
        });
        let sample = Sample::oauth().set("/lync/certificates/values/2", listed);
        expect(&sample, Status::Pass, Status::Pass);
    }

    #[test]
    fn a_certificate_of_lync_without_its_key_fails() {
        expect(&Sample::oauth().lync_machine(front_end(2048, false)), Status::Pass, Status::Fail);
        let empty = json!({ "certificates": crate::rules::samples::fact(json!([])) });
        expect(&Sample::oauth().lync_machine(empty), Status::Pass, Status::Fail);
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        expect(&Sample::oauth().forget("/exchange/authConfig"), Status::Unknown, Status::Pass);
        expect(&Sample::oauth().forget("/exchange/certificates"), Status::Unknown, Status::Pass);
        expect(&Sample::oauth().forget("/lync/certificates"), Status::Pass, Status::Unknown);
        expect(&Sample::oauth().lync_machine(json!({})), Status::Pass, Status::Unknown);
        expect(&Sample::oauth().forget(&format!("{ISSUER}/notAfter")), Status::Pass, Status::Unknown);
    }
}
