//! Whether a certificate is valid at a time. The time is given; the clock is never asked.

use super::finding::{CertificateFinding, CertificateSeverity, Condition};
use super::{Certificate, Purpose};
use crate::facts::Time;
use crate::l10n::Text;

/// Outlook on the web begins to warn in its event log when this many seconds are left.
pub const EXPIRES_SOON_SECONDS: i64 = 30 * 24 * 3600;

const RULES: &[(Purpose, &str)] = &[
    (Purpose::OwaIm, "OWA-IM-THUMBPRINT"),
    (Purpose::OAuth, "PRE-S2S-CERTS-ASSIGNED"),
    (Purpose::UnifiedMessaging, "UMCERT-EX-CA"),
];

pub(super) static VALID_FROM: Condition = Condition {
    name: "ValidFrom",
    title: Text::new("The certificate is already valid.", "Le certificat est déjà valide."),
    remedy: Text::new(
        "Check the clock of the computer, or wait until that date.",
        "Vérifiez l'horloge de l'ordinateur, ou attendez cette date.",
    ),
    interpretation: Text::NONE,
    rules: RULES,
};
const NOT_YET: Text =
    Text::new("The certificate is not valid until {from}.", "Le certificat n'est valide qu'à partir du {from}.");

pub(super) static VALID_TO: Condition = Condition {
    name: "ValidTo",
    title: Text::new("The certificate has not expired.", "Le certificat n'a pas expiré."),
    remedy: Text::new(
        "Renew the certificate, and replace it wherever it is used.",
        "Renouvelez le certificat, et remplacez-le partout où il est utilisé.",
    ),
    interpretation: Text::NONE,
    rules: RULES,
};
const EXPIRED: Text = Text::new("The certificate expired on {to}.", "Le certificat a expiré le {to}.");

pub(super) static EXPIRES_SOON: Condition = Condition {
    name: "ExpiresSoon",
    title: Text::new(
        "The certificate is valid for more than another 30 days.",
        "Le certificat est encore valide plus de 30 jours.",
    ),
    remedy: VALID_TO.remedy,
    interpretation: Text::new(
        "The limit of 30 days comes from the event log of Outlook on the web. The same limit is used here for other purposes.",
        "La limite de 30 jours vient du journal des événements d'Outlook sur le web. La même limite est utilisée ici pour les autres usages.",
    ),
    rules: &[],
};
const SOON_OVER: Text =
    Text::new("The certificate expires on {to}, in {days} days.", "Le certificat expire le {to}, dans {days} jours.");

/// Whether a certificate is valid at a time.
pub(super) fn is_valid(certificate: &Certificate, now: Time) -> bool {
    certificate.not_before <= now && now <= certificate.not_after
}

pub(super) fn check(certificate: &Certificate, now: Time) -> Vec<CertificateFinding> {
    let (from, to) = (certificate.not_before.to_string(), certificate.not_after.to_string());
    let expected = || Some(now.to_string());
    let left = certificate.not_after.seconds_after(now);
    let mut findings = vec![
        VALID_FROM.holds(certificate.not_before <= now, CertificateSeverity::Error, NOT_YET).with("from", &from).seen(
            "NotBefore",
            Some(from),
            expected(),
        ),
        VALID_TO.holds(now <= certificate.not_after, CertificateSeverity::Error, EXPIRED).with("to", &to).seen(
            "NotAfter",
            Some(to.clone()),
            expected(),
        ),
    ];
    if left >= 0 {
        let soon =
            EXPIRES_SOON.holds(left > EXPIRES_SOON_SECONDS, CertificateSeverity::Warning, SOON_OVER).with("to", &to);
        findings.push(soon.with("days", (left / (24 * 3600)).to_string()).seen("NotAfter", Some(to), expected()));
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::certificate::CertificateStatus::{Fail, Pass};
    use crate::certificate::Purpose;
    use crate::certificate::samples::Sample;

    #[test]
    fn the_period_is_judged_to_the_second() {
        // The sample is valid for the whole of the year 2026.
        for (now, from, to, soon) in [
            ("2025-12-31T23:59:59Z", Fail, Pass, Some(Pass)),
            ("2026-01-01T00:00:00Z", Pass, Pass, Some(Pass)),
            ("2026-12-01T23:59:58Z", Pass, Pass, Some(Pass)),
            ("2026-12-01T23:59:59Z", Pass, Pass, Some(Fail)),
            ("2026-12-31T23:59:59Z", Pass, Pass, Some(Fail)),
            ("2027-01-01T00:00:00Z", Pass, Fail, None),
            ("2039-01-01T00:00:00Z", Pass, Fail, None),
        ] {
            let judged = Sample::new().at(now).judge(Purpose::OwaIm);
            assert_eq!(judged.status("ValidFrom"), Some(from), "{now}");
            assert_eq!(judged.status("ValidTo"), Some(to), "{now}");
            assert_eq!(judged.status("ExpiresSoon"), soon, "{now}");
        }
    }
}
