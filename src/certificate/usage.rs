//! What a certificate may be used for, by its extended key usages. Must not look at names or keys.

use super::finding::{Code, Finding, Severity};
use super::{Certificate, Purpose};
use crate::message::Text;

const SERVER_AUTHENTICATION: &str = "1.3.6.1.5.5.7.3.1";
const ANY: &str = "2.5.29.37.0";

pub(super) static SERVER_AUTHENTICATION_USE: Code = Code {
    name: "ServerAuthentication",
    title: Text::new(
        "The certificate may be used by a server to prove its name.",
        "Le certificat peut servir à un serveur pour prouver son nom.",
    ),
    remedy: Text::new(
        "Request the certificate with a template for web servers.",
        "Demandez le certificat avec un modèle pour serveurs web.",
    ),
    inference: Text::new(
        "The pages speak of certificates of web servers; that the extended key usage must allow it is our reading.",
        "Les pages parlent de certificats de serveurs web ; que l'utilisation avancée de la clé doive le permettre est notre lecture.",
    ),
    rules: &[(Purpose::OAuth, "OAUTH-CERT-ANY-WEBSERVER")],
};
const NOT_ALLOWED: Text = Text::new(
    "The extended key usages of the certificate do not have server authentication: {usages}.",
    "Les utilisations avancées de la clé du certificat ne comprennent pas l'authentification du serveur : {usages}.",
);

pub(super) fn check(certificate: &Certificate, purpose: Purpose) -> Finding {
    let severity = if purpose.is_connection() { Severity::Error } else { Severity::Warning };
    let usages = certificate.usages.as_ref();
    let allows = usages.is_none_or(|all| all.iter().any(|one| one == SERVER_AUTHENTICATION || one == ANY));
    let shown = usages.map(|all| all.join(", "));
    let finding = SERVER_AUTHENTICATION_USE.holds(allows, severity, NOT_ALLOWED);
    let finding = finding.with("usages", shown.clone().unwrap_or_default());
    finding.seen("EnhancedKeyUsage", shown, Some(SERVER_AUTHENTICATION.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{ANY, SERVER_AUTHENTICATION};
    use crate::certificate::Purpose::{OAuth, OwaIm, UnifiedMessaging};
    use crate::certificate::Severity::{Error, Warning};
    use crate::certificate::Status::{Fail, Pass};
    use crate::certificate::samples::Sample;

    const CLIENT: &str = "1.3.6.1.5.5.7.3.2";

    #[test]
    fn a_restriction_must_leave_servers() {
        for (usages, expected) in [
            (None, Pass),
            (Some(vec![SERVER_AUTHENTICATION]), Pass),
            (Some(vec![CLIENT, SERVER_AUTHENTICATION]), Pass),
            (Some(vec![ANY]), Pass),
            (Some(vec![CLIENT]), Fail),
            (Some(vec![]), Fail),
        ] {
            let sample = Sample::new().usages(usages);
            assert_eq!(sample.judge(OwaIm).found("ServerAuthentication"), Some((expected, Error)));
            assert_eq!(sample.judge(UnifiedMessaging).found("ServerAuthentication"), Some((expected, Error)));
            assert_eq!(sample.judge(OAuth).found("ServerAuthentication"), Some((expected, Warning)));
        }
    }
}
