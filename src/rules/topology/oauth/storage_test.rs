//! Why a test of the way from Lync to a mailbox failed, by what the cmdlet says: it has no other answer. Which sentence is
//! said of a cause is for the rule.

/// Why a test failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// Exchange finds that the time in the token is wrong.
    Clock,
    /// Exchange does not accept the token.
    Refused,
    /// Exchange accepts the token, and does not let its application in.
    Forbidden,
    /// The account may not run the test.
    NoRight,
    /// Autodiscover sends Lync to another domain.
    Redirected,
    /// What answers is a web page, not the service.
    NoService,
    /// A certificate with which one of the two sides signs tokens is missing, has ended or cannot be used.
    TokenCertificate,
    /// Lync does not trust the certificate of the web service.
    Certificate,
    /// Both sides agree on no protocol.
    Protocol,
    /// Nothing answers in time.
    Silent,
    /// Something else.
    Other,
}

/// The words of each cause, in the languages of the products. The first cause that is met counts: a status of HTTP says
/// more than the words around it, and a certificate that is not trusted is told in the words of a protocol that fails.
const WORDS: &[(Cause, &[&str])] = &[
    (Cause::Refused, &["unauthorized", "non autorisé"]),
    (Cause::Forbidden, &["forbidden", "interdit"]),
    (Cause::NoRight, &["access denied", "access is denied", "accès refusé", "accès est refusé"]),
    (Cause::Redirected, &["redirect", "redirig", "autodiscoveralloweddomains", "autodiscover allowed domains"]),
    (Cause::NoService, &["content type", "content-type", "type de contenu"]),
    (Cause::Certificate, TRUST),
    (Cause::Protocol, &["secure channel", "canal sécurisé", "ssl/tls"]),
    (Cause::Silent, &["timed out", "timeout", "time-out", "délai d'attente", "délai d’attente"]),
];

/// Words of a certificate of a web service that is not trusted.
const TRUST: &[&str] = &[
    "trust relationship",
    "relation d'approbation",
    "relation d’approbation",
    "relation de confiance",
    "remote certificate",
    "certificat distant",
    "validation procedure",
    "procédure de validation",
    "not trusted",
    "untrusted",
];

/// Words of a certificate with which tokens are signed, and of one that is not there.
const SIGNING: &[&str] = &[
    "oauth",
    "token issuer",
    "tokenissuer",
    "auth certificate",
    "certificat d'authentification",
    "certificat d’authentification",
    "could not be found",
    "cannot be found",
    "not found",
    "introuvable",
];

/// The numbers of each cause.
const NUMBERS: &[(Cause, &[&str])] = &[
    (Cause::Refused, &["401"]),
    (Cause::Forbidden, &["403"]),
    (Cause::Redirected, &["301", "302", "307", "308"]),
    (Cause::NoService, &["574"]),
];

/// Words of tokens, and words of time: both together are a token whose time does not suit.
const TOKENS: &[&str] = &["token", "jeton"];
const TIMES: &[&str] =
    &["lifetime", "durée de vie", "expired", "expiré", "not yet valid", "pas encore valide", "clock", "horloge"];

impl Cause {
    /// The cause that a message tells.
    pub(crate) fn of(message: &str) -> Self {
        let message = message.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| message.contains(word));
        // A certificate that signs tokens may be told as expired, which is no clock, and in an answer with a status.
        if message.contains("certificat") && has(SIGNING) && !has(TRUST) {
            return Self::TokenCertificate;
        }
        if has(TOKENS) && has(TIMES) {
            return Self::Clock;
        }
        let told = |cause: Self| {
            let words = WORDS.iter().any(|(one, words)| *one == cause && has(words));
            words || NUMBERS.iter().any(|(one, all)| *one == cause && all.iter().any(|number| holds(&message, number)))
        };
        WORDS.iter().map(|(cause, _)| *cause).find(|cause| told(*cause)).unwrap_or(Self::Other)
    }
}

/// Whether a text holds a number that is no part of a longer word or number, as `50401` is.
fn holds(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + number.len()..].chars().next();
        [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::Cause;

    #[test]
    fn the_cause_is_told_in_either_language() {
        for (message, cause) in [
            ("The remote server returned an error: (401) Unauthorized.", Cause::Refused),
            ("Le serveur distant a retourné une erreur : (401) Non autorisé.", Cause::Refused),
            ("ExCreateItem exchange operation failed, code=401, reason=?", Cause::Refused),
            ("Le serveur distant a retourné une erreur : (403) Interdit.", Cause::Forbidden),
            ("The lifetime of the token is over (401).", Cause::Clock),
            ("Le jeton n'est pas encore valide.", Cause::Clock),
            ("Access Denied.", Cause::NoRight),
            ("The redirect to https://autodiscover-s.outlook.com is not allowed.", Cause::Redirected),
            ("The remote server returned an error: (302) Found.", Cause::Redirected),
            (
                "The content type text/html does not match; the first 574 bytes of the response were: <html>",
                Cause::NoService,
            ),
            ("Le type de contenu text/html du message ne correspond pas.", Cause::NoService),
            ("Could not establish trust relationship for the SSL/TLS secure channel.", Cause::Certificate),
            ("Impossible d'établir une relation d'approbation pour le canal sécurisé SSL/TLS.", Cause::Certificate),
            ("Could not create SSL/TLS secure channel.", Cause::Protocol),
            ("The operation has timed out.", Cause::Silent),
            ("Le délai d'attente de l'opération a expiré.", Cause::Silent),
            ("The remote certificate is invalid according to the validation procedure.", Cause::Certificate),
            ("Le certificat distant n'est pas valide selon la proc\u{e9}dure de validation.", Cause::Certificate),
            ("The OAuth certificate could not be found.", Cause::TokenCertificate),
            ("No OAuthTokenIssuer certificate is assigned to this server.", Cause::TokenCertificate),
            ("The OAuth token issuer certificate has expired.", Cause::TokenCertificate),
            ("The Microsoft Exchange Server Auth Certificate is not valid.", Cause::TokenCertificate),
            ("Unable to sign: the certificate with thumbprint AA5A could not be found.", Cause::TokenCertificate),
            ("Le certificat OAuthTokenIssuer est introuvable.", Cause::TokenCertificate),
            ("Le certificat d'authentification d'Exchange a expir\u{e9}.", Cause::TokenCertificate),
            ("(401) Unauthorized. OAuth error: invalid_token", Cause::Refused),
            ("There is a problem with a certificate.", Cause::Other),
            ("The mailbox was not found.", Cause::Other),
            ("", Cause::Other),
        ] {
            assert_eq!(Cause::of(message), cause, "{message}");
        }
    }

    #[test]
    fn a_number_in_a_longer_one_is_none() {
        for message in ["code=50401", "code=4013", "a401b", "14030"] {
            assert_eq!(Cause::of(message), Cause::Other, "{message}");
        }
    }
}
