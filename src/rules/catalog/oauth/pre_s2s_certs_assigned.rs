//! PRE-S2S-CERTS-ASSIGNED: both products have a certificate to sign their tokens with, and it can be used.

use crate::facts::LyncCertificate;
use crate::rules::fixes::oauth_configuration;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::normal_thumbprint;
use crate::rules::topology::certificates::signature;
use crate::rules::topology::oauth::auth_config::{current, on};
use crate::rules::topology::oauth::issuer::{self, Stores, assigned, store_missing};
use crate::rules::topology::oauth::partner::{EXCHANGE_VERSIONS, servers};
use std::collections::BTreeSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "PRE-S2S-CERTS-ASSIGNED",
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    exchange: EXCHANGE_VERSIONS,
    title: Text::new(
        "Both products have a valid certificate for server-to-server authentication",
        "Les deux produits ont un certificat valide pour l'authentification de serveur à serveur",
    ),
    explanation: Text::new(
        "Each side signs its tokens with its own certificate. If the certificate is missing, expired, or without its private key, the other side refuses every request. A weak hash algorithm in its signature (SHA-1, MD5) causes a warning.",
        "Chaque côté signe ses jetons avec son propre certificat. Si le certificat est absent, expiré ou sans clé privée, l'autre côté refuse toute demande. Un algorithme de hachage faible dans sa signature (SHA-1, MD5) provoque un avertissement.",
    ),
    remedy: Text::new(
        "Exchange: see EX-AUTH-CERT. Lync: on one Front End Server that has a suitable certificate, Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint <thumbprint>; see the rules OAUTH-CERT-*. Replace a certificate with a weak hash algorithm by one that is signed with SHA-256.",
        "Exchange : voir EX-AUTH-CERT. Lync : sur un serveur frontal qui a un certificat approprié, Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint <empreinte> ; voir les règles OAUTH-CERT-*. Remplacez un certificat dont l'algorithme de hachage est faible par un certificat signé avec SHA-256.",
    ),
    interpretation: Some(Text::new(
        "The documentation does not mention the hash algorithm of the signature.",
        "La documentation ne mentionne pas l'algorithme de hachage de la signature.",
    )),
    sources: &[Source::seed("002", "40")],
    after: &["PRE-INSTALLED"],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::AUTH_CONFIG,
        &exchange_sections::CERTIFICATES,
        &lync_sections::CERTIFICATES,
        &machine_sections::CERTIFICATES,
    ],
    optional: &[
        &exchange_sections::SERVERS,
        &exchange_sections::AUTH_CONFIG,
        &exchange_sections::CERTIFICATES,
        &machine_sections::CERTIFICATES,
        &lync_sections::CERTIFICATES,
    ],
    ..super::BASE
};

const EXCHANGE_NONE: Text = Text::new(
    "The authentication configuration of Exchange specifies no valid certificate that a server has with its private key.",
    "La configuration d'authentification d'Exchange n'indique aucun certificat valide qu'un serveur ait avec sa clé privée.",
);
const LYNC_NONE: Text = Text::new(
    "No OAuthTokenIssuer certificate is assigned to Lync.",
    "Aucun certificat OAuthTokenIssuer n'est attribué à Lync.",
);
const LYNC_UNFIT: Text = Text::new(
    "The OAuthTokenIssuer certificate {thumbprint} of Lync has expired, is not valid yet, or has no private key in the store of the computer.",
    "Le certificat OAuthTokenIssuer {thumbprint} de Lync a expiré, n'est pas encore valide ou n'a pas de clé privée dans le magasin de l'ordinateur.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let (exchange, lync) = (Target::new(TargetKind::Product, "Exchange"), Target::new(TargetKind::Product, "Lync"));
    findings.for_target(&exchange.clone(), |findings| judge_exchange(context, exchange, findings));
    let copied = *context;
    let fix = move |fix: &mut Fix<'_>| oauth_configuration::fix_certificate(&copied, fix);
    findings.with_fix(fix, |findings| {
        findings.for_target(&lync.clone(), |findings| judge_lync(context, lync, findings));
    });
    judge_signatures(context, findings);
    Ok(())
}

/// What is not known of the certificates themselves is said above.
fn judge_signatures<'a>(context: &Context<'a>, findings: &mut Findings<'a>) {
    let stores = Stores::new(context);
    if let Ok((configuration, current)) = current(context) {
        let servers = servers(context).unwrap_or_default().into_iter().filter(Server::is_back_end);
        let hosts: Vec<Host> = servers.map(|server| server.host).collect();
        let next = configuration.next_certificate_thumbprint.as_deref().map(normal_thumbprint);
        let named =
            [("CurrentCertificateThumbprint", current), ("NextCertificateThumbprint", next.unwrap_or_default())];
        for (name, thumbprint) in named.iter().filter(|(_, thumbprint)| !thumbprint.is_empty()) {
            signature::judge(context, &stores, (*name, thumbprint.as_str()), &hosts, findings);
        }
    }
    let assigned = assigned(context).unwrap_or_default();
    let computers = assigned.iter().filter_map(|one| one.computer.as_deref());
    let hosts: Vec<Host> = computers.map(|computer| context.estate.host(computer)).collect();
    let thumbprints: BTreeSet<String> = assigned.iter().map(|one| normal_thumbprint(&one.thumbprint)).collect();
    for thumbprint in &thumbprints {
        signature::judge(context, &stores, (issuer::USE, thumbprint.as_str()), &hosts, findings);
    }
}

/// One server that can sign is enough here: which of them cannot is for EX-AUTH-CERT.
fn judge_exchange<'a>(context: &Context<'a>, target: Target, findings: &mut Findings<'a>) -> CheckResult {
    let (configuration, thumbprint) = current(context)?;
    let named = Some(thumbprint.as_str()).filter(|thumbprint| !thumbprint.is_empty());
    let evidence = vec![Evidence::actual("CurrentCertificateThumbprint", named).from(configuration)];
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
        _ if works => findings.pass(target, evidence),
        Some(missing) => return Err(missing),
        None => {
            findings.fail(target, EXCHANGE_NONE, Vec::new(), evidence);
        }
    }
    Ok(())
}

fn judge_lync<'a>(context: &Context<'a>, target: Target, findings: &mut Findings<'a>) -> CheckResult {
    let all = assigned(context)?;
    if all.is_empty() {
        findings.fail(target, LYNC_NONE, Vec::new(), Vec::new());
        return Ok(());
    }
    let stores = Stores::new(context);
    let mut evidence = Vec::new();
    for certificate in all {
        evidence.push(Evidence::actual("OAuthTokenIssuer", Some(certificate.thumbprint.as_str())).from(certificate));
        if !can_sign(context, &stores, certificate)? {
            findings.fail(target, LYNC_UNFIT, args! { thumbprint: certificate.thumbprint }, evidence);
            return Ok(());
        }
    }
    findings.pass(target, evidence);
    Ok(())
}

fn can_sign(context: &Context<'_>, stores: &Stores<'_>, certificate: &Item<LyncCertificate>) -> Result<bool, Missing> {
    let now = context.estate.now;
    let unknown = || Missing::not_collected(&lync_sections::CERTIFICATES);
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

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::model::target::TargetKind;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_oauth::{AUTH, DEFAULT, ISSUER as ISSUED, front_end};
    use serde_json::json;

    const ISSUER: &str = "/lync/certificates/values/1";
    /// The certificate of Exchange in the store of its server.
    const STORED: &str = "/machine/certificates/values/2";
    const ALGORITHM: &str = "/machine/certificates/values/2/signatureAlgorithm";

    fn finds(case: Case, exchange: Status, lync: Status) -> Case {
        let findings = case.findings();
        let of = |name: &str| findings.iter().find(|one| one.target.name == name).map(|one| one.status);
        assert_eq!((of("Exchange"), of("Lync")), (Some(exchange), Some(lync)), "{findings:#?}");
        case
    }

    /// The findings about certificates, which are no more than warnings: by thumbprint.
    fn signatures(case: &Case) -> Vec<(String, Status)> {
        let mut findings = case.findings();
        findings.retain(|one| one.target.kind == TargetKind::Certificate);
        assert!(findings.iter().all(|one| one.severity == Severity::Warning), "{findings:#?}");
        findings.into_iter().map(|one| (one.target.name, one.status)).collect()
    }

    /// Both certificates for tokens, signed with these algorithms.
    fn signed(exchange: &str, lync: &str) -> Case {
        let mut machine = front_end(2048, true);
        machine["certificates"]["values"][0]["signatureAlgorithm"] = json!(lync);
        oauth(&RULE).set(ALGORITHM, exchange).lync_machine(machine)
    }

    #[test]
    fn a_weak_hash_is_a_warning_on_either_side() {
        let expected = |exchange, lync| [(ISSUED.to_owned(), lync), (AUTH.to_owned(), exchange)];
        assert_eq!(signatures(&signed("sha256RSA", "sha512ECDSA")), expected(Status::Pass, Status::Pass));
        for (weak, said) in [("sha1RSA", "collisions"), ("MD5RSA", "is broken"), ("RSASSA-PSS", "not known")] {
            let case = signed("sha256RSA", weak).not_fixed().says(&[weak, said]);
            assert_eq!(signatures(&case), expected(Status::Pass, Status::Fail));
            assert_eq!(signatures(&signed(weak, "sha256RSA")), expected(Status::Fail, Status::Pass));
            finds(signed(weak, weak), Status::Pass, Status::Pass);
        }
    }

    #[test]
    fn the_certificate_that_follows_is_looked_at_too() {
        let stored = json!({ "store": "My", "thumbprint": "DD", "signatureAlgorithm": "sha1RSA" });
        let case = oauth(&RULE).set("/machine/certificates/values/3", stored);
        let case = case.set("/exchange/authConfig/values/0/nextCertificateThumbprint", "dd");
        assert!(signatures(&case).contains(&("DD".to_owned(), Status::Fail)));
    }

    #[test]
    fn a_signature_that_nobody_read_is_unknown() {
        let of_exchange = |case: Case| signatures(&case).into_iter().find(|(name, _)| name == AUTH);
        let unknown = Some((AUTH.to_owned(), Status::Unknown));
        assert_eq!(of_exchange(oauth(&RULE).forget(ALGORITHM)), unknown);
        assert_eq!(of_exchange(signed("", "sha256RSA")), unknown);
        assert_eq!(of_exchange(oauth(&RULE).forget("/machine/certificates")), unknown);
        // It is not on the server, which is told for the product.
        assert_eq!(of_exchange(oauth(&RULE).forget(STORED)), None);
        let lync = signatures(&oauth(&RULE).lync_machine(json!({})));
        assert!(lync.contains(&(ISSUED.to_owned(), Status::Unknown)));
    }

    #[test]
    fn certificates_on_both_sides_pass() {
        finds(oauth(&RULE), Status::Pass, Status::Pass);
        finds(Case::of(&RULE, Sample::oauth_2016()), Status::Pass, Status::Pass);
    }

    #[test]
    fn a_side_without_a_certificate_fails() {
        let exchange = oauth(&RULE).set("/exchange/authConfig/values/0/currentCertificateThumbprint", "");
        finds(exchange, Status::Fail, Status::Pass).not_fixed();
        finds(oauth(&RULE).forget("/exchange/certificates/values/1"), Status::Fail, Status::Pass);
        finds(oauth(&RULE).forget(ISSUER), Status::Pass, Status::Fail).fixed_with(&["Set-CsCertificate"]);
    }

    #[test]
    fn an_expired_certificate_of_lync_fails_and_the_default_one_takes_its_place() {
        let expired = oauth(&RULE).set(&format!("{ISSUER}/notAfter"), "2026-03-01T21:00:00Z");
        let set = "Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint";
        finds(expired, Status::Pass, Status::Fail).fixed_by(&format!("{set} {DEFAULT} -Confirm false"));
    }

    /// The state is compared with what Lync shows.
    #[test]
    fn the_state_before_is_the_thumbprint_as_lync_shows_it() {
        let shown = "bb5a332496cc05da69b75b66111c0f78a110d22d x";
        let expired = oauth(&RULE).set(&format!("{ISSUER}/notAfter"), "2026-03-01T21:00:00Z");
        let steps = expired.set(&format!("{ISSUER}/thumbprint"), shown).steps();
        let before = steps.added()[0].step.transition.as_ref().unwrap().before.clone().unwrap();
        assert_eq!(before["Thumbprint"], shown.into());
    }

    #[test]
    fn a_server_that_signs_nothing_needs_no_key() {
        let listed = json!({
            "computer": "med01.contoso.com", "use": "OAuthTokenIssuer", "thumbprint": DEFAULT,
            "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2027-06-01T00:00:00Z",
        });
        finds(oauth(&RULE).set("/lync/certificates/values/2", listed), Status::Pass, Status::Pass);
    }

    #[test]
    fn a_certificate_of_lync_without_its_key_fails() {
        finds(oauth(&RULE).lync_machine(front_end(2048, false)), Status::Pass, Status::Fail);
        let empty = json!({ "certificates": fact(json!([])) });
        finds(oauth(&RULE).lync_machine(empty), Status::Pass, Status::Fail);
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        finds(oauth(&RULE).forget("/exchange/authConfig"), Status::Unknown, Status::Pass);
        finds(oauth(&RULE).forget("/exchange/certificates"), Status::Unknown, Status::Pass);
        finds(oauth(&RULE).forget("/lync/certificates"), Status::Pass, Status::Unknown);
        finds(oauth(&RULE).lync_machine(json!({})), Status::Pass, Status::Unknown);
        finds(oauth(&RULE).forget(&format!("{ISSUER}/notAfter")), Status::Pass, Status::Unknown);
    }

    #[test]
    fn what_is_gone_from_the_store_is_not_assigned_again_when_it_is_undone() {
        let mut machine = front_end(2048, true);
        machine["certificates"]["values"][1]["subject"] = json!("CN=contoso.com");
        let case = oauth(&RULE).set("/lync/certificates/values/1/notAfter", "2026-02-01T00:00:00Z");
        let case = case.lync_machine(machine.clone());
        let again =
            format!("Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint {ISSUED} -Confirm false");
        case.clone().undone_by(&[&again]);
        machine["certificates"]["values"].as_array_mut().unwrap().remove(0);
        case.lync_machine(machine).undone_by(&[]);
    }
}
