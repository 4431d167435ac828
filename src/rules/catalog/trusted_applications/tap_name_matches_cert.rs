//! TAP-NAME-MATCHES-CERT: the trusted pool has the name of the certificate, as subject and among the alternative names.

use crate::facts::ExchangeCertificate;
use crate::rules::fixes::trusted_applications;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{common_name, is_full_name};
use crate::rules::topology::trusted::servers::{self, TrustedServer};
use crate::rules::topology::trusted::{name, pools};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "TAP-NAME-MATCHES-CERT",
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "The trusted application pool has the name of the certificate of Outlook on the web",
        "Le pool d'applications approuvées porte le nom du certificat d'Outlook sur le web",
    ),
    explanation: Text::new(
        "Lync looks for the subject of the certificate among its known servers. Any other name causes the error that the peer is not a configured server.",
        "Lync cherche l'objet du certificat parmi ses serveurs connus. Tout autre nom provoque l'erreur indiquant que l'homologue n'est pas un serveur configuré.",
    ),
    remedy: Text::new(
        "Create a trusted application pool with the name of the certificate (New-CsTrustedApplicationPool), for one server as for several, or use a certificate that has the name of the pool as subject and among its subject alternative names. A pool cannot be renamed: create the new one, then remove the old one.",
        "Créez un pool d'applications approuvées au nom du certificat (New-CsTrustedApplicationPool), pour un serveur comme pour plusieurs, ou utilisez un certificat qui a le nom du pool comme objet et parmi les autres noms de l'objet. Un pool ne peut pas être renommé : créez le nouveau, puis supprimez l'ancien.",
    ),
    symptoms: &[Text::new(
        "The peer is not a configured server, although there is a trusted application pool",
        "L'homologue n'est pas un serveur configuré, bien qu'il y ait un pool d'applications approuvées",
    )],
    sources: &[Source::seed("000", "43"), Source::seed("001", "37")],
    after: &["TAP-CREATE", "TAPP-CREATE"],
    needs: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVERS,
        &exchange_sections::SETTING_OVERRIDES,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::POOLS,
        &lync_sections::SITES,
        &lync_sections::TRUSTED_APPLICATIONS,
        &lync_sections::TRUSTED_POOLS,
        &machine_sections::WEB_CONFIGS,
    ],
    optional: &[
        &exchange_sections::SETTING_OVERRIDES,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::POOLS,
        &lync_sections::SITES,
        &lync_sections::TRUSTED_APPLICATIONS,
        &lync_sections::TRUSTED_POOLS,
        &machine_sections::WEB_CONFIGS,
    ],
    ..super::base::TRUSTED_POOL
};

const OTHER_NAME: Text = Text::new(
    "The trusted application pool of {server} is {pools}; its certificate is issued to {name}. A trusted application pool with the name {name} makes it work, for one server as for several; no new certificate is required.",
    "Le pool d'applications approuvées de {server} est {pools} ; son certificat est émis pour {name}. Un pool d'applications approuvées du nom {name} suffit, pour un serveur comme pour plusieurs ; aucun nouveau certificat n'est requis.",
);
const NOT_SUBJECT: Text = Text::new(
    "The subject of the certificate of {server}, {subject}, is not the name of the trusted application pool, {name}.",
    "L'objet du certificat de {server}, {subject}, n'est pas le nom du pool d'applications approuvées, {name}.",
);
const NOT_LISTED: Text = Text::new(
    "The certificate of {server} has the name of the trusted application pool, {name}, only as subject and not among its subject alternative names.",
    "Le certificat de {server} n'a le nom du pool d'applications approuvées, {name}, que comme objet et non parmi les autres noms de l'objet.",
);
const NO_POOL: Text = Text::new(
    "{server} has no trusted application pool yet; it will be created with the name of the certificate.",
    "{server} n'a pas encore de pool d'applications approuvées ; il sera créé avec le nom du certificat.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    servers::each_with_fix(context, findings, fix, |peer, findings| look(context, peer, findings))
}

fn look<'a>(context: &Context<'a>, peer: &TrustedServer<'_>, findings: &mut Findings<'a>) -> CheckResult {
    let Some(certificate) = name::certificate(context, &peer.server)? else { return Ok(()) };
    let unknown = || Missing::not_collected(&exchange_sections::CERTIFICATES).on(peer.server.host.name());
    let names = certificate.domains.as_ref().ok_or_else(unknown)?;
    let subject = certificate.subject.as_deref().ok_or_else(unknown)?;
    let args = args! { server: peer.server.host.name(), name: peer.name, subject };
    let evidence = vec![
        Evidence::actual("Subject", common_name(subject)).expected(peer.name.as_str()).from(certificate),
        Evidence::actual("CertificateDomains", Some(names.join(", "))).from(certificate),
    ];
    if !common_name(subject).is_some_and(is_full_name) {
        findings.fail(peer.target.clone(), NOT_SUBJECT, args, evidence);
    } else if !carries(certificate, &peer.name) {
        findings.fail(peer.target.clone(), NOT_LISTED, args, evidence);
    } else {
        compare(context, peer, args, evidence, findings)?;
    }
    Ok(())
}

/// Whether a certificate has a name both as subject and among its alternative names.
fn carries(certificate: &ExchangeCertificate, name: &str) -> bool {
    let subject = common_name(certificate.subject.as_deref().unwrap_or_default());
    subject.is_some_and(|subject| same_name(subject, name))
        && certificate.domains.iter().flatten().any(|domain| same_name(domain, name))
}

/// Reports whether the trusted pool has the name that the certificate carries.
fn compare<'a>(
    context: &Context<'a>,
    peer: &TrustedServer<'_>,
    mut args: Vec<(&'static str, String)>,
    mut evidence: Vec<Evidence>,
    findings: &mut Findings<'a>,
) -> CheckResult {
    if let Some(pool) = pools::pool(context, &peer.name)? {
        evidence.push(Evidence::actual("PoolFqdn", Some(pool.fqdn.as_str())).from(pool));
        findings.pass(peer.target.clone(), evidence);
        return Ok(());
    }
    let others = pools::pools_of(context, &peer.server.host)?;
    let Some(first) = others.first() else {
        findings.not_applicable(peer.target.clone(), NO_POOL, args);
        return Ok(());
    };
    let pools = others.iter().map(|pool| pool.fqdn.as_str()).collect::<Vec<_>>().join(", ");
    evidence.push(Evidence::actual("PoolFqdn", Some(pools.as_str())).expected(peer.name.as_str()).from(first));
    args.push(("pools", pools));
    findings.fail(peer.target.clone(), OTHER_NAME, args, evidence);
    Ok(())
}

/// A pool is not renamed: the one with the name of the certificate is made, and the old one removed if nobody else needs it.
fn fix(context: &Context<'_>, peer: &TrustedServer<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let is_right = name::certificate(context, &peer.server)?.is_some_and(|one| carries(one, &peer.name));
    if is_right
        && pools::pool(context, &peer.name)?.is_none()
        && let Some(creation) = trusted_applications::create_pool(context, peer)?
    {
        fix.add(creation);
        trusted_applications::remove_others(context, peer, fix)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const NAME: &str = "/lync/trustedPools/values/0/fqdn";
    const DOMAINS: &str = "/exchange/certificates/values/0/domains";

    #[test]
    fn a_pool_with_the_name_of_the_certificate_passes_whatever_the_case() {
        exchange_2013(&RULE).set(NAME, "EX01.Contoso.com").passes(SERVER);
    }

    #[test]
    fn a_pool_with_another_name_fails() {
        exchange_2013(&RULE).set(NAME, "owa.contoso.com").fails(SERVER);
    }

    /// The server with a certificate for these names, the first one as subject.
    fn with(names: &[&str]) -> Case {
        let case = exchange_2013(&RULE).set(DOMAINS, json!(names));
        case.set("/exchange/certificates/values/0/subject", format!("CN={}", names[0]))
    }

    /// A request for the certificate that the server has.
    fn asking() -> Settings {
        Settings { thumbprint: Some("EA5A332496CC05DA69B75B66111C0F78A110D22D".to_owned()), ..Settings::default() }
    }

    #[test]
    fn a_certificate_that_lists_the_server_gets_a_pool_of_its_subject_and_the_old_one_goes() {
        let made = ["New-CsTrustedApplicationPool"];
        let removed = ["Remove-CsTrustedApplication", "Remove-CsTrustedApplicationPool"];
        let case = with(&["mail.contoso.com", SERVER]).fails(SERVER).fixed_with(&[&made[..], &removed].concat());
        case.clone()
            .set("/lync/trustedPools/values/0/computers", json!(["ex01", "ex09.contoso.com"]))
            .fixed_with(&made);
        let other = json!({ "pool": SERVER, "applicationId": "urn:application:fax", "port": 6000 });
        case.clone().set("/lync/trustedApplications/values/1", other).fixed_with(&made);
        case.set("/lync/trustedPools/values/1", json!({ "fqdn": "mail.contoso.com" })).passes(SERVER);
    }

    #[test]
    fn a_certificate_without_the_server_gets_a_pool_of_its_subject_too() {
        let commands =
            ["New-CsTrustedApplicationPool", "Remove-CsTrustedApplication", "Remove-CsTrustedApplicationPool"];
        let case =
            with(&["mail.contoso.com"]).fails(SERVER).fixed_with(&commands).says(&["with the name mail.contoso.com"]);
        case.sample().expect("OWA-CERT-NAMES", &[(SERVER, Status::Pass)]);
        case.set("/lync/trustedPools/values/1", json!({ "fqdn": "mail.contoso.com" })).passes(SERVER);
    }

    #[test]
    fn a_wildcard_and_a_name_that_is_not_listed_are_different_faults() {
        let wildcard = with(&["*.contoso.com"]);
        wildcard.clone().with(Sample::without_trusted_pool).asking(asking()).not_fixed();
        wildcard.ends_with("CN=*.contoso.com, is not the name of the trusted application pool, ex01.contoso.com.");
        let unlisted = exchange_2013(&RULE).set(DOMAINS, json!(["mail.contoso.com"]));
        unlisted.ends_with("only as subject and not among its subject alternative names.");
    }

    #[test]
    fn a_certificate_without_its_subject_among_its_names_fails_even_if_it_was_asked_for() {
        exchange_2013(&RULE).set(DOMAINS, json!(["mail.contoso.com"])).asking(asking()).fails(SERVER);
    }

    #[test]
    fn names_that_nobody_collected_are_unknown() {
        exchange_2013(&RULE).unknown_without(SERVER, &[DOMAINS, "/lync/trustedPools", "/exchange/certificates"]);
    }

    #[test]
    fn without_a_pool_there_is_no_name_to_compare() {
        exchange_2013(&RULE).with(Sample::without_trusted_pool).not_applicable_to(SERVER);
    }
}
