//! What is said of a certificate that does not do, of Exchange or of Lync: a sentence for each reason. Which reasons matter is for the rules.

use crate::facts::{ExchangeCertificate, Server, Time};
use crate::message::Text;
use crate::rules::model::context::Unfit;

pub(crate) const EXPIRED: Text = Text::new(
    "The certificate {subject} of {server} has expired, on {end}.",
    "Le certificat {subject} de {server} a expiré le {end}.",
);
pub(crate) const NOT_YET_VALID: Text = Text::new(
    "The certificate {subject} of {server} is not valid before {start}.",
    "Le certificat {subject} de {server} n'est pas valide avant le {start}.",
);
const NO_PRIVATE_KEY: Text = Text::new(
    "The certificate {subject} is on {server} without its private key.",
    "Le certificat {subject} est sur {server} sans sa clé privée.",
);
const SELF_SIGNED: Text = Text::new(
    "The certificate {subject} of {server} is signed by itself; Lync does not trust it.",
    "Le certificat {subject} de {server} est auto-signé ; Lync ne l'approuve pas.",
);
const NOT_VALID: Text = Text::new(
    "Exchange gives the certificate {subject} of {server} the status {status}.",
    "Exchange donne au certificat {subject} de {server} le statut {status}.",
);
pub(crate) const NOT_ONE_NAME: Text = Text::new(
    "The subject of the certificate of {server}, {subject}, is not the full name of one server.",
    "L'objet du certificat de {server}, {subject}, n'est pas le nom complet d'un serveur.",
);
pub(crate) const NOT_ALTERNATIVE: Text = Text::new(
    "The subject of the certificate of {server}, {subject}, is not among its alternative names.",
    "L'objet du certificat de {server}, {subject}, n'est pas parmi ses autres noms.",
);
const NOT_FOR_IIS: Text = Text::new(
    "The certificate {subject} of {server} is not assigned to IIS.",
    "Le certificat {subject} de {server} n'est pas affecté à IIS.",
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

/// What fills the blanks of the sentences.
pub(crate) fn arguments(server: &Server<'_>, certificate: &ExchangeCertificate) -> Vec<(&'static str, String)> {
    let time = |time: Option<Time>| time.map(|time| time.to_string()).unwrap_or_default();
    vec![
        ("server", server.host.name().to_owned()),
        ("subject", certificate.subject.clone().unwrap_or_default()),
        ("start", time(certificate.not_before)),
        ("end", time(certificate.not_after)),
        ("status", certificate.status.clone().unwrap_or_default()),
    ]
}

/// What is wrong, as a sentence whose blanks [`arguments`] fills; nothing where a rule of its own says it.
pub(crate) const fn sentence(fault: Unfit) -> Option<Text> {
    match fault {
        Unfit::SubjectName | Unfit::NotInAlternativeNames | Unfit::NotForIis => None,
        _ => Some(reason(fault)),
    }
}

/// What is wrong, as a sentence whose blanks [`arguments`] fills.
pub(crate) const fn reason(fault: Unfit) -> Text {
    match fault {
        Unfit::Expired => EXPIRED,
        Unfit::NotYetValid => NOT_YET_VALID,
        Unfit::NoPrivateKey => NO_PRIVATE_KEY,
        Unfit::SelfSigned => SELF_SIGNED,
        Unfit::NotValid => NOT_VALID,
        Unfit::SubjectName => NOT_ONE_NAME,
        Unfit::NotInAlternativeNames => NOT_ALTERNATIVE,
        Unfit::NotForIis => NOT_FOR_IIS,
    }
}
