//! The certificates of unified messaging on each Exchange server: which one each service uses. What is asked of a certificate is for the rules.

use crate::facts::{Estate, ExchangeCertificate};
use crate::rules::model::rule::ServerFix;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::common_name;
use crate::rules::topology::im::defects::{CertificateDefect, certificate_defects};
use crate::rules::topology::um::servers;

/// Why a certificate fails: the sentence and what fills it.
pub(crate) type Fault = (Text, Vec<(&'static str, String)>);

const NONE_ENABLED: Text = Text::new(
    "{server} has no certificate for unified messaging yet. See UMCERT-ENABLED-SERVICES.",
    "{server} n'a pas encore de certificat pour la messagerie unifiée. Voir UMCERT-ENABLED-SERVICES.",
);

/// A certificate with the services of unified messaging that use it.
pub(crate) struct Bound<'a> {
    pub certificate: &'a Item<ExchangeCertificate>,
    pub services: Vec<&'static str>,
}

/// The certificates that the services of a server use.
pub(crate) fn of<'a>(estate: &'a Estate, server: &Server<'_>) -> Result<Vec<Bound<'a>>, Missing> {
    let mut bound: Vec<Bound<'a>> = Vec::new();
    for service in servers::services(server) {
        let Some(certificate) = holder(estate, &server.host, service)? else { continue };
        match bound.iter_mut().find(|one| one.certificate.thumbprint == certificate.thumbprint) {
            Some(known) => known.services.push(service),
            None => bound.push(Bound { certificate, services: vec![service] }),
        }
    }
    Ok(bound)
}

/// The certificate that a service of a server uses; nothing if it has none.
pub(crate) fn holder<'a>(
    estate: &'a Estate,
    host: &Host,
    service: &str,
) -> Result<Option<&'a Item<ExchangeCertificate>>, Missing> {
    let all = estate.certificates_of(host)?;
    let has = |one: &Item<ExchangeCertificate>| one.services.iter().flatten().any(|name| same_name(name, service));
    match all.iter().find(|one| has(one)) {
        Some(found) => Ok(Some(found)),
        None if all.iter().any(|one| one.services.is_none()) => Err(unknown(host)),
        None => Ok(None),
    }
}

/// That something about the certificates of a server is not known.
pub(crate) fn unknown(host: &Host) -> Missing {
    Missing::not_collected(&exchange_sections::CERTIFICATES).on(host.name())
}

/// Checks each server by the certificates that its services use: the first one that fails decides.
pub(crate) fn judge<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    fix: Option<ServerFix>,
    look: impl Fn(&Server<'a>, &Bound<'a>) -> Result<(Option<Fault>, Vec<Evidence>), Missing>,
) -> CheckResult {
    let judge = |server: &Server<'a>, findings: &mut Findings<'a>| {
        let target = Target::server(&server.host);
        let bound = of(context.estate, server)?;
        if bound.is_empty() {
            findings.not_applicable(target, NONE_ENABLED, args! { server: server.host.name() });
            return Ok(());
        }
        let mut all = Vec::new();
        for one in &bound {
            let (fault, evidence) = look(server, one)?;
            if let Some((text, args)) = fault {
                findings.fail(target, text, args, evidence);
                return Ok(());
            }
            all.extend(evidence);
        }
        findings.pass(target, all);
        Ok(())
    };
    match fix {
        Some(fix) => servers::each_with_fix(context, findings, fix, judge),
        None => servers::each(context, findings, judge),
    }
}

/// What sentences about the certificate of a server are filled with.
pub(crate) fn arguments(server: &Server<'_>, certificate: &ExchangeCertificate) -> Vec<(&'static str, String)> {
    let subject = certificate.subject.clone().unwrap_or_default();
    args! { server: server.host.name(), subject }
}

/// The subject of a certificate, or that it has to be asked for.
pub(crate) fn subject<'a>(host: &Host, certificate: &'a ExchangeCertificate) -> Result<&'a str, Missing> {
    certificate.subject.as_deref().ok_or_else(|| unknown(host))
}

/// Whether a name is the common name of a certificate.
pub(crate) fn is_common_name(certificate: &ExchangeCertificate, name: &str) -> bool {
    certificate.subject.as_deref().and_then(common_name).is_some_and(|found| same_name(found, name))
}

/// Whether a name is among the alternative names of a certificate, or that they have to be asked for.
pub(crate) fn is_alternative(host: &Host, certificate: &ExchangeCertificate, name: &str) -> Result<bool, Missing> {
    let domains = certificate.domains.as_ref().ok_or_else(|| unknown(host))?;
    Ok(domains.iter().any(|domain| same_name(domain, name)))
}

/// What makes a certificate useless for any service, whatever its names.
pub(crate) fn invalid(
    context: &Context<'_>,
    server: &Server<'_>,
    certificate: &ExchangeCertificate,
) -> Vec<CertificateDefect> {
    let mut faults = certificate_defects(context, server, certificate);
    faults.retain(|fault| {
        matches!(
            fault,
            CertificateDefect::Expired
                | CertificateDefect::NotYetValid
                | CertificateDefect::NoPrivateKey
                | CertificateDefect::SelfSigned
                | CertificateDefect::NotValid
                | CertificateDefect::CngKey
        )
    });
    faults
}
