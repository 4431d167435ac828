//! Why a certificate does not do for instant messaging, and what is said of it, of Exchange or of Lync. Which reasons
//! matter is for the rules.

use crate::facts::{ExchangeCertificate, Time};
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{common_name, is_full_name};
use crate::rules::topology::certificates::roots::in_store;
use crate::rules::topology::lync::known_servers::is_known_by;

/// Why a certificate does not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CertificateDefect {
    /// It is no longer valid.
    Expired,
    /// It is not valid yet.
    NotYetValid,
    /// Its private key is not there.
    NoPrivateKey,
    /// It is signed by itself, so Lync does not trust it.
    SelfSigned,
    /// Exchange says that it is not valid.
    NotValid,
    /// Its subject is no full name of one server.
    SubjectName,
    /// Its subject is not among its alternative names.
    NotInAlternativeNames,
    /// Exchange 2016 and later: it is not assigned to IIS.
    NotForIis,
    /// Its private key is kept by a CNG provider.
    CngKey,
}

pub(crate) const EXPIRED: Text = Text::new(
    "The certificate {subject} of {server} expired on {end}.",
    "Le certificat {subject} de {server} a expiré le {end}.",
);
pub(crate) const NOT_YET_VALID: Text = Text::new(
    "The certificate {subject} of {server} is not valid until {start}.",
    "Le certificat {subject} de {server} n'est pas valide avant le {start}.",
);
const NO_PRIVATE_KEY: Text = Text::new(
    "The certificate {subject} on {server} has no private key.",
    "Le certificat {subject} sur {server} n'a pas de clé privée.",
);
const SELF_SIGNED: Text = Text::new(
    "The certificate {subject} of {server} is self-signed; Lync does not trust it.",
    "Le certificat {subject} de {server} est auto-signé ; Lync ne l'approuve pas.",
);
const NOT_VALID: Text = Text::new(
    "Exchange reports the status {status} for the certificate {subject} of {server}.",
    "Exchange signale l'état {status} pour le certificat {subject} de {server}.",
);
pub(crate) const NOT_ONE_NAME: Text = Text::new(
    "The subject of the certificate of {server}, {subject}, is not the FQDN of a server.",
    "L'objet du certificat de {server}, {subject}, n'est pas le nom de domaine complet d'un serveur.",
);
pub(crate) const NOT_ALTERNATIVE: Text = Text::new(
    "The subject of the certificate of {server}, {subject}, is not among its subject alternative names.",
    "L'objet du certificat de {server}, {subject}, ne figure pas parmi les autres noms de l'objet.",
);
const NOT_FOR_IIS: Text = Text::new(
    "The certificate {subject} of {server} is not assigned to IIS.",
    "Le certificat {subject} de {server} n'est pas affecté à IIS.",
);
pub(crate) const CNG: Text = Text::new(
    "The private key of the certificate {subject} of {server} is stored in a CNG provider. Exchange and Lync cannot use such keys.",
    "La clé privée du certificat {subject} de {server} est stockée dans un fournisseur CNG. Exchange et Lync ne peuvent pas utiliser de telles clés.",
);

/// Whether everything is known that may speak against a certificate.
pub(crate) fn is_complete(certificate: &ExchangeCertificate) -> bool {
    certificate.not_before.is_some()
        && certificate.not_after.is_some()
        && certificate.has_private_key.is_some()
        && certificate.is_self_signed.is_some()
        && certificate.subject.is_some()
        && certificate.domains.is_some()
}

/// Whether a server takes its certificate from IIS.
pub(crate) fn needs_iis(server: &Server<'_>) -> bool {
    server.version >= Some(ExchangeVersion::V2016)
}

/// Whether a server takes its certificate from IIS, and this one is not assigned to it.
pub(crate) fn is_beside_iis(server: &Server<'_>, certificate: &ExchangeCertificate) -> bool {
    let has = |services: &Vec<String>| services.iter().any(|service| service.eq_ignore_ascii_case("IIS"));
    needs_iis(server) && certificate.services.as_ref().is_some_and(|services| !has(services))
}

/// What fills the placeholders of the sentences.
pub(crate) fn arguments(server: &Server<'_>, certificate: &ExchangeCertificate) -> Vec<(&'static str, String)> {
    let time = |time: Option<Time>| time.map(|time| time.to_string()).unwrap_or_default();
    args! { server: server.host.name(), subject: certificate.subject.clone().unwrap_or_default(), start: time(certificate.not_before), end: time(certificate.not_after), status: certificate.status.clone().unwrap_or_default() }
}

/// What is wrong, as a sentence whose placeholders [`arguments`] fills; nothing where a rule of its own says it.
pub(crate) const fn sentence(fault: CertificateDefect) -> Option<Text> {
    match fault {
        CertificateDefect::SubjectName
        | CertificateDefect::NotInAlternativeNames
        | CertificateDefect::NotForIis
        | CertificateDefect::CngKey => None,
        _ => Some(reason(fault)),
    }
}

/// What is wrong, as a sentence whose placeholders [`arguments`] fills.
pub(crate) const fn reason(fault: CertificateDefect) -> Text {
    match fault {
        CertificateDefect::Expired => EXPIRED,
        CertificateDefect::NotYetValid => NOT_YET_VALID,
        CertificateDefect::NoPrivateKey => NO_PRIVATE_KEY,
        CertificateDefect::SelfSigned => SELF_SIGNED,
        CertificateDefect::NotValid => NOT_VALID,
        CertificateDefect::SubjectName => NOT_ONE_NAME,
        CertificateDefect::NotInAlternativeNames => NOT_ALTERNATIVE,
        CertificateDefect::NotForIis => NOT_FOR_IIS,
        CertificateDefect::CngKey => CNG,
    }
}

/// Why a certificate does not do for a server; nothing if it does. What was not collected is not held against it.
#[must_use]
pub(crate) fn certificate_defects(
    context: &Context<'_>,
    server: &Server<'_>,
    certificate: &ExchangeCertificate,
) -> Vec<CertificateDefect> {
    let now = context.estate.now;
    let subject = common_name(certificate.subject.as_deref().unwrap_or_default());
    let names = certificate.domains.as_deref();
    let expired = certificate.not_after.is_some_and(|end| end < now);
    let too_early = certificate.not_before.is_some_and(|start| start > now);
    // What the dates say already is not a second fault.
    let is_told = |status: &str| status.eq_ignore_ascii_case("DateInvalid") && (expired || too_early);
    let is_valid = |status: &str| status.eq_ignore_ascii_case("Valid") || is_told(status);
    let faults = [
        (CertificateDefect::Expired, expired),
        (CertificateDefect::NotYetValid, too_early),
        (CertificateDefect::NoPrivateKey, certificate.has_private_key == Some(false)),
        (CertificateDefect::SelfSigned, certificate.is_self_signed == Some(true)),
        (CertificateDefect::NotValid, certificate.status.as_deref().is_some_and(|status| !is_valid(status))),
        (CertificateDefect::SubjectName, !subject.is_some_and(is_full_name)),
        (
            CertificateDefect::NotInAlternativeNames,
            subject.is_some_and(|subject| names.is_some_and(|all| !all.iter().any(|one| same_name(one, subject)))),
        ),
        (CertificateDefect::NotForIis, is_beside_iis(server, certificate)),
        (CertificateDefect::CngKey, has_cng_key(context, server, certificate)),
    ];
    faults.into_iter().filter(|(_, is_so)| *is_so).map(|(fault, _)| fault).collect()
}

/// Whether the store of the server says that a CNG provider keeps the key.
fn has_cng_key(context: &Context<'_>, server: &Server<'_>, certificate: &ExchangeCertificate) -> bool {
    in_store(context, &server.host, &certificate.thumbprint).is_some_and(|one| one.is_cng_key == Some(true))
}

/// The same for the certificate that the server uses. One that Lync knows works without IIS too, and a switch to another
/// one could end that: only the other faults count. While nobody read what Lync knows, it may be so.
#[must_use]
pub(crate) fn certificate_defects_in_use(
    context: &Context<'_>,
    server: &Server<'_>,
    certificate: &ExchangeCertificate,
) -> Vec<CertificateDefect> {
    let mut faults = certificate_defects(context, server, certificate);
    if faults == [CertificateDefect::NotForIis] && is_known_by(context, server, certificate).unwrap_or(true) {
        faults.clear();
    }
    faults
}

/// Whether a certificate that a server does not use yet would do. One that Lync knows works without IIS too, such as the
/// renewal of a certificate that is not assigned to it.
#[must_use]
pub(crate) fn would_do(context: &Context<'_>, server: &Server<'_>, certificate: &ExchangeCertificate) -> bool {
    let faults = certificate_defects(context, server, certificate);
    let is_known = || is_known_by(context, server, certificate).unwrap_or_default();
    faults.is_empty() || faults == [CertificateDefect::NotForIis] && is_known()
}
