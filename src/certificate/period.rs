//! Whether a certificate is valid at a time. The time is given; the clock is never asked.

use super::finding::{Code, Finding, Severity};
use super::{Certificate, Purpose};
use crate::facts::Time;
use crate::message::Text;

/// Outlook on the web begins to warn in its event log when this much is left.
const SOON: i64 = 30 * 24 * 3600;

const RULES: &[(Purpose, &str)] = &[
    (Purpose::OwaIm, "OWA-IM-THUMBPRINT"),
    (Purpose::OAuth, "PRE-S2S-CERTS-ASSIGNED"),
    (Purpose::UnifiedMessaging, "UMCERT-EX-CA"),
];

pub(super) static VALID_FROM: Code = Code {
    name: "ValidFrom",
    title: Text::new("The certificate is already valid.", "Le certificat est déjà valable."),
    remedy: Text::new(
        "Check the clock of the machine, or wait until then.",
        "Vérifiez l'horloge de la machine, ou attendez ce moment.",
    ),
    inference: Text::NONE,
    rules: RULES,
};
const NOT_YET: Text =
    Text::new("The certificate becomes valid only on {from}.", "Le certificat ne sera valable qu'à partir du {from}.");

pub(super) static VALID_TO: Code = Code {
    name: "ValidTo",
    title: Text::new("The certificate has not expired.", "Le certificat n'a pas expiré."),
    remedy: Text::new(
        "Renew the certificate, and put the new one wherever the old one is in use.",
        "Renouvelez le certificat et mettez le nouveau partout où l'ancien est employé.",
    ),
    inference: Text::NONE,
    rules: RULES,
};
const EXPIRED: Text = Text::new("The certificate expired on {to}.", "Le certificat a expiré le {to}.");

pub(super) static EXPIRES_SOON: Code = Code {
    name: "ExpiresSoon",
    title: Text::new(
        "The certificate stays valid for another 30 days.",
        "Le certificat reste valable 30 jours encore.",
    ),
    remedy: VALID_TO.remedy,
    inference: Text::new(
        "That 30 days are short comes from the event log of Outlook on the web; for other purposes it is our reading.",
        "Que 30 jours soient peu vient du journal d'événements d'Outlook sur le web ; pour d'autres usages, c'est notre lecture.",
    ),
    rules: &[],
};
const SOON_OVER: Text =
    Text::new("The certificate expires on {to}, in {days} days.", "Le certificat expire le {to}, dans {days} jours.");

/// Whether a certificate is valid at a time.
pub(super) fn is_valid(certificate: &Certificate, now: Time) -> bool {
    certificate.not_before <= now && now <= certificate.not_after
}

pub(super) fn check(certificate: &Certificate, now: Time) -> Vec<Finding> {
    let (from, to) = (certificate.not_before.to_string(), certificate.not_after.to_string());
    let expected = || Some(now.to_string());
    let left = certificate.not_after.seconds_after(now);
    let mut findings = vec![
        VALID_FROM.holds(certificate.not_before <= now, Severity::Error, NOT_YET).with("from", &from).seen(
            "NotBefore",
            Some(from),
            expected(),
        ),
        VALID_TO.holds(now <= certificate.not_after, Severity::Error, EXPIRED).with("to", &to).seen(
            "NotAfter",
            Some(to.clone()),
            expected(),
        ),
    ];
    if left >= 0 {
        let soon = EXPIRES_SOON.holds(left >= SOON, Severity::Warning, SOON_OVER).with("to", &to);
        findings.push(soon.with("days", (left / (24 * 3600)).to_string()).seen("NotAfter", Some(to), expected()));
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::certificate::Purpose;
    use crate::certificate::Status::{Fail, Pass};
    use crate::certificate::samples::Sample;

    #[test]
    fn the_period_is_judged_to_the_second() {
        // The sample is valid for the whole of the year 2026.
        for (now, from, to, soon) in [
            ("2025-12-31T23:59:59Z", Fail, Pass, Some(Pass)),
            ("2026-01-01T00:00:00Z", Pass, Pass, Some(Pass)),
            ("2026-12-01T23:59:59Z", Pass, Pass, Some(Pass)),
            ("2026-12-02T00:00:00Z", Pass, Pass, Some(Fail)),
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
