//! Whether a certificate carries the names that it is asked for: those of servers, or SIP domains. Must not look a name
//! up anywhere.

use super::finding::{CertificateFinding, CertificateSeverity, Condition};
use super::subject::Names;
use super::{Certificate, Purpose, Requirements};
use crate::l10n::Text;
use crate::value::shown;

/// How many names a sentence or a piece of evidence repeats.
const SHOWN: usize = 10;

pub(super) static SUBJECT_NO_WILDCARD: Condition = Condition {
    name: "SubjectNoWildcard",
    title: Text::new(
        "The certificate subject is not a wildcard name.",
        "L'objet du certificat n'est pas un nom générique.",
    ),
    remedy: Text::new(
        "Request a certificate whose subject is the fully qualified domain name (FQDN) of the server. A wildcard is allowed only among the subject alternative names.",
        "Demandez un certificat dont l'objet est le nom de domaine complet (FQDN) du serveur. Un nom générique n'est admis que parmi les autres noms de l'objet.",
    ),
    interpretation: Text::NONE,
    rules: &[(Purpose::OwaIm, "OWA-CERT-NAMES"), (Purpose::UnifiedMessaging, "UMCERT-NO-WILDCARD-CN")],
};
const WILDCARD: Text = Text::new(
    "The certificate subject is the wildcard {subject}. Lync does not recognize a server by a wildcard.",
    "L'objet du certificat est le nom générique {subject}. Lync ne reconnaît pas un serveur par un nom générique.",
);
const NO_SUBJECT: Text =
    Text::new("The certificate subject has no common name (CN).", "L'objet du certificat n'a pas de nom commun (CN).");

pub(super) static SUBJECT_IS_SERVER: Condition = Condition {
    name: "SubjectIsServer",
    title: Text::new(
        "The certificate subject is the FQDN of the server.",
        "L'objet du certificat est le nom de domaine complet du serveur.",
    ),
    remedy: Text::new(
        "Request a certificate whose subject is the FQDN of the server: New-ExchangeCertificate -GenerateRequest -SubjectName \"CN=<FQDN>\" -DomainName <FQDN> -PrivateKeyExportable $true. For instant messaging, a trusted application pool with the name of the subject is enough, for one server as for several.",
        "Demandez un certificat dont l'objet est le nom de domaine complet du serveur : New-ExchangeCertificate -GenerateRequest -SubjectName \"CN=<FQDN>\" -DomainName <FQDN> -PrivateKeyExportable $true. Pour la messagerie instantanée, un pool d'applications approuvées du nom de l'objet suffit, pour un serveur comme pour plusieurs.",
    ),
    interpretation: Text::NONE,
    rules: &[(Purpose::OwaIm, "OWA-CERT-NAMES"), (Purpose::UnifiedMessaging, "UMCERT-FQDN-SUBJECT")],
};
const OTHER_SUBJECT: Text = Text::new(
    "The certificate is issued to {subject}, which is not one of the requested names.",
    "Le certificat est émis pour {subject}, qui n'est pas l'un des noms demandés.",
);
const SERVERS_UNKNOWN: Text = Text::new(
    "The servers that the certificate is for were not specified.",
    "Les serveurs auxquels le certificat est destiné n'ont pas été indiqués.",
);

pub(super) static SUBJECT_IS_FULL_NAME: Condition = Condition {
    name: "SubjectIsFullName",
    title: Text::new("The certificate is issued to an FQDN.", "Le certificat est émis pour un nom de domaine complet."),
    remedy: SUBJECT_NO_WILDCARD.remedy,
    interpretation: Text::NONE,
    rules: &[(Purpose::UnifiedMessaging, "UMCERT-ISSUED-TO-FQDN")],
};
const SHORT_SUBJECT: Text = Text::new(
    "The certificate is issued to {subject}, which is not the FQDN of a server.",
    "Le certificat est émis pour {subject}, qui n'est pas le nom de domaine complet d'un serveur.",
);

pub(super) static SUBJECT_IS_ALTERNATIVE: Condition = Condition {
    name: "SubjectIsAlternative",
    title: Text::new(
        "The certificate subject is among the subject alternative names.",
        "L'objet du certificat figure parmi les autres noms de l'objet.",
    ),
    remedy: SUBJECT_IS_SERVER.remedy,
    interpretation: Text::NONE,
    rules: &[(Purpose::OwaIm, "OWA-CERT-NAMES")],
};
const NOT_ALTERNATIVE: Text = Text::new(
    "The certificate subject, {subject}, is not among the subject alternative names.",
    "L'objet du certificat, {subject}, ne figure pas parmi les autres noms de l'objet.",
);

pub(super) static SERVER_NAMES: Condition = Condition {
    name: "ServerNames",
    title: Text::new(
        "The certificate contains the name of each server.",
        "Le certificat contient le nom de chaque serveur.",
    ),
    remedy: Text::new(
        "Request a certificate that contains the FQDN of each server as its subject or among its subject alternative names.",
        "Demandez un certificat qui contient le nom de domaine complet de chaque serveur comme objet ou parmi les autres noms de l'objet.",
    ),
    interpretation: Text::NONE,
    rules: &[(Purpose::OwaIm, "OWA-CERT-NAMES"), (Purpose::UnifiedMessaging, "UMCERT-SAN-ALL")],
};
const NAMES_MISSING: Text =
    Text::new("The certificate does not contain {names}.", "Le certificat ne contient pas {names}.");

pub(super) static SIP_DOMAIN: Condition = Condition {
    name: "SipDomain",
    title: Text::new(
        "The certificate contains the default SIP domain.",
        "Le certificat contient le domaine SIP par défaut.",
    ),
    remedy: Text::new(
        "Request a certificate whose subject contains the default SIP domain, with the other SIP domains among its subject alternative names.",
        "Demandez un certificat dont l'objet contient le domaine SIP par défaut, avec les autres domaines SIP parmi les autres noms de l'objet.",
    ),
    interpretation: Text::new(
        "A name in the domain, or a subject alternative name, is accepted as well.",
        "Un nom dans le domaine, ou un autre nom de l'objet, est accepté également.",
    ),
    rules: &[(Purpose::OAuth, "OAUTH-CERT-SUBJECT-SIPDOMAIN")],
};
const DOMAINS_UNKNOWN: Text =
    Text::new("The SIP domains were not specified.", "Les domaines SIP n'ont pas été indiqués.");

pub(super) static OTHER_SIP_DOMAINS: Condition = Condition {
    name: "OtherSipDomains",
    title: Text::new(
        "The certificate contains the other SIP domains.",
        "Le certificat contient les autres domaines SIP.",
    ),
    remedy: SIP_DOMAIN.remedy,
    interpretation: SIP_DOMAIN.interpretation,
    rules: SIP_DOMAIN.rules,
};

pub(super) fn check(
    certificate: &Certificate,
    purpose: Purpose,
    requirements: &Requirements,
) -> Vec<CertificateFinding> {
    let subject = certificate.common_name.as_deref();
    let alternative = certificate.alternative_names.iter().map(String::as_str);
    let all = Names::of(subject.into_iter().chain(alternative.clone()));
    match purpose {
        Purpose::OAuth => domains(certificate, &all, &requirements.sip_domains),
        Purpose::OwaIm => vec![
            wildcard(subject),
            server_subject(subject, &requirements.fqdns, CertificateSeverity::Error),
            of_subject(&SUBJECT_IS_ALTERNATIVE, subject, NOT_ALTERNATIVE, |name| Names::of(alternative).has(name)),
            servers(certificate, &all, &requirements.fqdns),
        ],
        Purpose::UnifiedMessaging => vec![
            wildcard(subject),
            of_subject(&SUBJECT_IS_FULL_NAME, subject, SHORT_SUBJECT, |name| name.trim_matches('.').contains('.')),
            server_subject(subject, &requirements.fqdns, CertificateSeverity::Warning),
            servers(certificate, &all, &requirements.fqdns),
        ],
    }
}

/// A condition of the name in the subject; without such a name it does not hold.
fn of_subject(
    code: &'static Condition,
    subject: Option<&str>,
    message: Text,
    holds: impl FnOnce(&str) -> bool,
) -> CertificateFinding {
    let finding = match subject {
        Some(name) => code.holds(holds(name), CertificateSeverity::Error, message).with("subject", shown(name)),
        None => code.fail(CertificateSeverity::Error, NO_SUBJECT),
    };
    finding.seen("CommonName", subject.map(str::to_owned), None)
}

fn wildcard(subject: Option<&str>) -> CertificateFinding {
    of_subject(&SUBJECT_NO_WILDCARD, subject, WILDCARD, |name| !name.contains('*'))
}

fn server_subject(subject: Option<&str>, fqdns: &[String], severity: CertificateSeverity) -> CertificateFinding {
    let finding = match subject {
        _ if fqdns.is_empty() => SUBJECT_IS_SERVER.unknown(severity, SERVERS_UNKNOWN),
        None => SUBJECT_IS_SERVER.fail(severity, NO_SUBJECT),
        Some(name) => {
            let servers = Names::of(fqdns.iter().map(String::as_str));
            SUBJECT_IS_SERVER.holds(servers.has(name), severity, OTHER_SUBJECT).with("subject", shown(name))
        }
    };
    finding.seen("CommonName", subject.map(str::to_owned), list(fqdns.iter()))
}

fn servers(certificate: &Certificate, names: &Names, fqdns: &[String]) -> CertificateFinding {
    if fqdns.is_empty() {
        return with_names(SERVER_NAMES.unknown(CertificateSeverity::Error, SERVERS_UNKNOWN), certificate, fqdns);
    }
    let missing: Vec<&String> = fqdns.iter().filter(|fqdn| !names.covers(fqdn)).collect();
    with_names(without(&SERVER_NAMES, CertificateSeverity::Error, &missing), certificate, fqdns)
}

fn domains(certificate: &Certificate, names: &Names, domains: &[String]) -> Vec<CertificateFinding> {
    let Some((default, others)) = domains.split_first() else {
        return vec![with_names(SIP_DOMAIN.unknown(CertificateSeverity::Error, DOMAINS_UNKNOWN), certificate, domains)];
    };
    let judge = |code, severity, wanted: &[String]| {
        let missing: Vec<&String> = wanted.iter().filter(|domain| !names.has_domain(domain)).collect();
        with_names(without(code, severity, &missing), certificate, wanted)
    };
    let mut findings = vec![judge(&SIP_DOMAIN, CertificateSeverity::Error, std::slice::from_ref(default))];
    if !others.is_empty() {
        findings.push(judge(&OTHER_SIP_DOMAINS, CertificateSeverity::Warning, others));
    }
    findings
}

/// Passes if no name is missing, otherwise says which.
fn without(code: &'static Condition, severity: CertificateSeverity, missing: &[&String]) -> CertificateFinding {
    let names = list(missing.iter().copied()).unwrap_or_default();
    code.holds(missing.is_empty(), severity, NAMES_MISSING).with("names", names)
}

fn with_names(finding: CertificateFinding, certificate: &Certificate, wanted: &[String]) -> CertificateFinding {
    let all = certificate.common_name.iter().chain(&certificate.alternative_names);
    finding.seen("Names", list(all), list(wanted.iter()))
}

/// Some names of a list that may be long; nothing if it is empty.
fn list<'a>(names: impl Iterator<Item = &'a String>) -> Option<String> {
    let mut names = names.map(|name| shown(name));
    let mut some: Vec<String> = names.by_ref().take(SHOWN).collect();
    let more = names.count();
    if more > 0 {
        some.push(format!("+{more}"));
    }
    (!some.is_empty()).then(|| some.join(", "))
}

#[cfg(test)]
mod tests {
    use crate::certificate::CertificateSeverity::{Error, Warning};
    use crate::certificate::CertificateStatus::{Fail, Pass, Unknown};
    use crate::certificate::Purpose::{OAuth, OwaIm, UnifiedMessaging};
    use crate::certificate::samples::Sample;
    use crate::l10n::Culture;

    #[test]
    fn outlook_on_the_web_wants_the_server_in_the_subject_and_among_the_names() {
        // Subject, alternative names; not a wildcard, is the server, is an alternative name, carries the server.
        for (subject, names, expected) in [
            ("ex01.contoso.com", &["ex01.contoso.com"][..], [Pass, Pass, Pass, Pass]),
            ("EX01.Contoso.COM", &["mail.contoso.com", "ex01.contoso.com"], [Pass, Pass, Pass, Pass]),
            ("ex01.contoso.com", &[], [Pass, Pass, Fail, Pass]),
            ("mail.contoso.com", &["mail.contoso.com", "ex01.contoso.com"], [Pass, Fail, Pass, Pass]),
            ("mail.contoso.com", &["mail.contoso.com"], [Pass, Fail, Pass, Fail]),
            ("*.contoso.com", &["*.contoso.com"], [Fail, Fail, Pass, Pass]),
            ("ex01.contoso.com", &["*.contoso.com"], [Pass, Pass, Fail, Pass]),
            ("ex01", &["ex01.contoso.com"], [Pass, Fail, Fail, Pass]),
            // What is cut or added in ways that eyes miss is another name.
            ("ex01.contoso.com\0.evil.com", &["ex01.contoso.com\0.evil.com"], [Pass, Fail, Pass, Fail]),
            ("ex01.contoso.com ", &["ex01.contoso.com "], [Pass, Fail, Pass, Fail]),
            ("ex01\u{200e}.contoso.com", &["ex01.contoso.com"], [Pass, Fail, Fail, Pass]),
        ] {
            let judged = Sample::new().subject(subject).names(names).judge(OwaIm);
            let codes = ["SubjectNoWildcard", "SubjectIsServer", "SubjectIsAlternative", "ServerNames"];
            let found = codes.map(|code| judged.found(code));
            assert_eq!(found, expected.map(|status| Some((status, Error))), "{subject:?} {names:?}");
        }
    }

    #[test]
    fn unified_messaging_takes_the_server_in_the_subject_or_among_the_names() {
        for (subject, names, expected) in [
            ("ex01.contoso.com", &[][..], [Pass, Pass, Pass, Pass]),
            ("um.contoso.com", &["*.contoso.com"], [Pass, Pass, Fail, Pass]),
            ("um.contoso.com", &["*.fabrikam.com"], [Pass, Pass, Fail, Fail]),
            ("*.contoso.com", &["ex01.contoso.com"], [Fail, Pass, Fail, Pass]),
            ("EX01", &["ex01.contoso.com"], [Pass, Fail, Fail, Pass]),
        ] {
            let judged = Sample::new().subject(subject).names(names).judge(UnifiedMessaging);
            let codes = ["SubjectNoWildcard", "SubjectIsFullName", "SubjectIsServer", "ServerNames"];
            assert_eq!(codes.map(|code| judged.status(code)), expected.map(Some), "{subject:?} {names:?}");
            assert_eq!(judged.found("SubjectIsServer").unwrap().1, Warning);
            assert_eq!(judged.status("SubjectIsAlternative"), None);
        }
    }

    #[test]
    fn a_wildcard_stands_for_one_label() {
        let judged =
            |fqdn: &str| Sample::new().names(&["*.contoso.com"]).servers(&[fqdn]).judge(OwaIm).status("ServerNames");
        assert_eq!(judged("ex02.contoso.com"), Some(Pass));
        assert_eq!(judged("ex02.eu.contoso.com"), Some(Fail));
        assert_eq!(judged("contoso.com"), Some(Fail));
    }

    #[test]
    fn international_names_compare_in_the_form_of_dns() {
        let names = &["xn--bcher-kva.example"];
        let sample = Sample::new().subject("Bücher.example").names(names).servers(names);
        let judged = sample.judge(OwaIm);
        for code in ["SubjectIsServer", "SubjectIsAlternative", "ServerNames"] {
            assert_eq!(judged.status(code), Some(Pass), "{code}");
        }
    }

    #[test]
    fn a_subject_without_a_name_is_said() {
        let judged = Sample::new().no_subject().judge(OwaIm);
        assert_eq!(judged.status("SubjectNoWildcard"), Some(Fail));
        assert_eq!(judged.status("SubjectIsServer"), Some(Fail));
        assert_eq!(judged.status("SubjectIsAlternative"), Some(Fail));
        assert_eq!(judged.status("ServerNames"), Some(Pass));
    }

    #[test]
    fn tokens_want_the_default_sip_domain() {
        for (subject, names, domains, expected) in [
            ("contoso.com", &[][..], &["contoso.com"][..], (Pass, None)),
            ("lync.contoso.com", &[], &["contoso.com"], (Pass, None)),
            ("lync.fabrikam.com", &["sip.contoso.com"], &["contoso.com"], (Pass, None)),
            ("*.contoso.com", &[], &["contoso.com"], (Pass, None)),
            ("notcontoso.com", &["contoso.com.evil.org"], &["contoso.com"], (Fail, None)),
            ("contoso.com", &["fabrikam.com"], &["contoso.com", "fabrikam.com"], (Pass, Some((Pass, Warning)))),
            ("contoso.com", &[], &["contoso.com", "fabrikam.com"], (Pass, Some((Fail, Warning)))),
            ("fabrikam.com", &[], &["contoso.com", "fabrikam.com"], (Fail, Some((Pass, Warning)))),
        ] {
            let judged = Sample::new().subject(subject).names(names).domains(domains).judge(OAuth);
            assert_eq!(judged.found("SipDomain"), Some((expected.0, Error)), "{subject} {names:?}");
            assert_eq!(judged.found("OtherSipDomains"), expected.1, "{subject} {names:?}");
            assert_eq!(judged.status("SubjectIsServer"), None);
        }
    }

    #[test]
    fn what_was_not_asked_for_is_unknown() {
        let judged = Sample::new().servers(&[]).judge(OwaIm);
        assert_eq!(judged.status("SubjectIsServer"), Some(Unknown));
        assert_eq!(judged.status("ServerNames"), Some(Unknown));
        assert_eq!(Sample::new().domains(&[]).judge(OAuth).status("SipDomain"), Some(Unknown));
    }

    #[test]
    fn thousands_of_names_are_read_and_shown_in_short() {
        let many: Vec<String> = (0..20_000).map(|number| format!("host{number}.contoso.com")).collect();
        let names: Vec<&str> = many.iter().map(String::as_str).collect();
        let judged = Sample::new().subject("host19999.contoso.com").names(&names).servers(&names).judge(OwaIm);
        assert_eq!(judged.status("ServerNames"), Some(Pass));
        assert_eq!(judged.certificate.alternative_names.len(), 20_000);
        let strangers: Vec<String> = (0..20_000).map(|number| format!("x{number}.fabrikam.com")).collect();
        let strangers: Vec<&str> = strangers.iter().map(String::as_str).collect();
        let judged = Sample::new().names(&names).servers(&strangers).judge(OwaIm);
        let message = judged.message("ServerNames", Culture::En);
        assert!(message.ends_with("x9.fabrikam.com, +19990.") && message.len() < 300, "{message}");
    }
}
