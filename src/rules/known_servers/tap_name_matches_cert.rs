//! TAP-NAME-MATCHES-CERT: the trusted pool has the name of the certificate, as subject and among the alternative names.

use crate::facts::{Missing, exchange_sections, lync_sections, same_name};
use crate::message::Text;
use crate::rules::context::{Context, common_name};
use crate::rules::finding::{Checked, Evidence, Report};
use crate::rules::rule::{Aim, Kind, Role, Rule, Scenario, Severity, Source};
use crate::rules::trusted;

pub(crate) static RULE: Rule = Rule {
    id: "TAP-NAME-MATCHES-CERT",
    kind: Kind::Check,
    scenarios: &[Scenario::OwaIm],
    aim: Aim::On,
    severity: Severity::Error,
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    exchange: trusted::EXCHANGE,
    lync: trusted::LYNC,
    title: Text::new(
        "The trusted application pool has the name of the certificate of Outlook on the web",
        "Le pool d'applications approuvées porte le nom du certificat d'Outlook sur le web",
    ),
    explanation: Text::new(
        "Lync looks for the subject of the certificate among its known servers. Any other name ends in the error that the peer is not a configured server.",
        "Lync cherche l'objet du certificat parmi ses serveurs connus. Tout autre nom mène à l'erreur indiquant que le pair n'est pas un serveur configuré.",
    ),
    remedy: Text::new(
        "Use a certificate with the name of the pool as subject and among its alternative names, or make a pool with the name of the certificate. A pool is never renamed: make the new one, then remove the old one.",
        "Utilisez un certificat qui a le nom du pool comme objet et parmi ses autres noms, ou créez un pool au nom du certificat. Un pool ne se renomme pas : créez le nouveau, puis supprimez l'ancien.",
    ),
    inference: Some(trusted::VERSIONS),
    sources: &[Source::seed("000", "43"), Source::seed("001", "37")],
    after: &["TAP-CREATE"],
    needs: &[&lync_sections::TRUSTED_POOLS, &exchange_sections::UM_DIAL_PLANS, &exchange_sections::CERTIFICATES],
    check,
    mend: None,
    follow: None,
};

const OTHER_NAME: Text = Text::new(
    "The trusted pool of {server} is {pools}, its certificate is for {name}.",
    "Le pool approuvé de {server} est {pools}, son certificat est au nom de {name}.",
);
const NOT_LISTED: Text = Text::new(
    "The certificate of {server} does not list its own subject {name} among its alternative names.",
    "Le certificat de {server} ne cite pas son objet {name} parmi ses autres noms.",
);
const NO_POOL: Text = Text::new(
    "{server} has no trusted pool yet; it will get the name of the certificate.",
    "{server} n'a pas encore de pool approuvé ; il recevra le nom du certificat.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    trusted::each_peer(context, report, |peer, report| {
        let wanted = context.wanted_certificate(&peer.server)?.value().copied();
        let Some(certificate) = (match wanted {
            Some(wanted) => Some(wanted),
            None => context.owa_certificate(&peer.server)?,
        }) else {
            return Ok(());
        };
        let args = vec![("server", peer.server.host.name().to_owned()), ("name", peer.name.clone())];
        let unknown = || Missing::never(&exchange_sections::CERTIFICATES).on(peer.server.host.name());
        let names = certificate.domains.as_ref().ok_or_else(unknown)?;
        let subject = common_name(certificate.subject.as_deref().ok_or_else(unknown)?);
        let listed = names.join(", ");
        let mut evidence = vec![
            Evidence::read("Subject", subject).expected(peer.name.as_str()).from(certificate),
            Evidence::read("CertificateDomains", Some(listed)).from(certificate),
        ];
        if subject.is_none_or(|name| !same_name(name, &peer.name))
            || !names.iter().any(|name| same_name(name, &peer.name))
        {
            report.fail(peer.target.clone(), NOT_LISTED, args, evidence);
            return Ok(());
        }
        if let Some(pool) = trusted::pool(context, &peer.name)? {
            evidence.push(Evidence::read("PoolFqdn", Some(pool.fqdn.as_str())).from(pool));
            report.pass(peer.target.clone(), evidence);
            return Ok(());
        }
        let others = trusted::pools_of(context, &peer.server.host)?;
        if others.is_empty() {
            report.not_applicable(peer.target.clone(), NO_POOL, args);
            return Ok(());
        }
        let pools = others.iter().map(|pool| pool.fqdn.as_str()).collect::<Vec<_>>().join(", ");
        evidence.push(Evidence::read("PoolFqdn", Some(pools.as_str())).expected(peer.name.as_str()).from(others[0]));
        let args = [args, vec![("pools", pools)]].concat();
        report.fail(peer.target.clone(), OTHER_NAME, args, evidence);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::context::Settings;
    use crate::rules::finding::Status;
    use crate::rules::samples::Sample;
    use serde_json::json;

    const ID: &str = "TAP-NAME-MATCHES-CERT";

    #[test]
    fn a_pool_with_the_name_of_the_certificate_passes_whatever_the_case() {
        let sample = Sample::exchange_2013().set("/lync/trustedPools/values/0/fqdn", json!("EX01.Contoso.com"));
        sample.expect(ID, &[("ex01.contoso.com", Status::Pass)]);
    }

    #[test]
    fn a_pool_with_another_name_fails() {
        let sample = Sample::exchange_2013().set("/lync/trustedPools/values/0/fqdn", json!("owa.contoso.com"));
        sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
    }

    #[test]
    fn a_certificate_without_its_subject_among_its_names_fails_even_if_it_was_asked_for() {
        let given = "EA5A332496CC05DA69B75B66111C0F78A110D22D".to_owned();
        let given = Settings { thumbprint: Some(given), ..Settings::default() };
        let domains = "/exchange/certificates/values/0/domains";
        let sample = Sample::exchange_2013().set(domains, json!(["mail.contoso.com"])).asking(given);
        sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
    }

    #[test]
    fn without_a_pool_there_is_no_name_to_compare() {
        let sample = Sample::exchange_2013().without_trusted_pool();
        sample.expect(ID, &[("ex01.contoso.com", Status::NotApplicable)]);
    }

    #[test]
    fn names_that_nobody_collected_are_unknown() {
        for place in ["/exchange/certificates/values/0/domains", "/lync/trustedPools", "/exchange/certificates"] {
            Sample::exchange_2013().forget(place).expect(ID, &[("ex01.contoso.com", Status::Unknown)]);
        }
    }

    #[test]
    fn a_server_that_lync_finds_by_itself_is_not_concerned() {
        Sample::exchange_2013().discovered().expect(ID, &[("ex01.contoso.com", Status::NotApplicable)]);
    }
}
