//! What a certificate may be used for, by its extended key usages. Must not look at names or keys.

use super::finding::{CertificateFinding, CertificateSeverity, Condition};
use super::{Certificate, Purpose};
use crate::l10n::Text;

const SERVER_AUTHENTICATION: &str = "1.3.6.1.5.5.7.3.1";
const ANY: &str = "2.5.29.37.0";

pub(super) static SERVER_AUTHENTICATION_USE: Condition = Condition {
    name: "ServerAuthentication",
    title: Text::new(
        "The certificate can be used for server authentication.",
        "Le certificat peut être utilisé pour l'authentification du serveur.",
    ),
    remedy: Text::new(
        "Request the certificate with a web server template.",
        "Demandez le certificat avec un modèle de serveur web.",
    ),
    interpretation: Text::new(
        "The documentation mentions web server certificates. The extended key usage is taken as required.",
        "La documentation mentionne des certificats de serveur web. L'utilisation améliorée de la clé est considérée comme obligatoire.",
    ),
    rules: &[(Purpose::OAuth, "OAUTH-CERT-ANY-WEBSERVER")],
};
const NOT_ALLOWED: Text = Text::new(
    "The extended key usage of the certificate does not include server authentication: {usages}.",
    "L'utilisation améliorée de la clé du certificat ne comprend pas l'authentification du serveur : {usages}.",
);

pub(super) fn check(certificate: &Certificate, purpose: Purpose) -> CertificateFinding {
    let severity = if purpose.is_connection() { CertificateSeverity::Error } else { CertificateSeverity::Warning };
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
    use crate::certificate::CertificateSeverity::{Error, Warning};
    use crate::certificate::CertificateStatus::{Fail, Pass};
    use crate::certificate::Purpose::{OAuth, OwaIm, UnifiedMessaging};
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
