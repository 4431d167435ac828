//! Whether a certificate carries the names that it is asked for: those of servers, or SIP domains. Must not look a name
//! up anywhere.

use super::finding::{Code, Finding, Severity};
use super::subject::Names;
use super::{Asked, Certificate, Purpose};
use crate::message::Text;
use crate::value::shown;

/// How many names a sentence or a piece of evidence repeats.
const SHOWN: usize = 10;

pub(super) static SUBJECT_NO_WILDCARD: Code = Code {
    name: "SubjectNoWildcard",
    title: Text::new(
        "The subject of the certificate is no wildcard.",
        "L'objet du certificat n'est pas un nom générique.",
    ),
    remedy: Text::new(
        "Request a certificate whose subject is the full name of the server; a wildcard may stand among the alternative names.",
        "Demandez un certificat dont l'objet est le nom complet du serveur ; un nom générique peut figurer parmi les autres noms.",
    ),
    inference: Text::NONE,
    rules: &[(Purpose::OwaIm, "OWA-CERT-NAMES"), (Purpose::UnifiedMessaging, "UMCERT-NO-WILDCARD-CN")],
};
const WILDCARD: Text = Text::new(
    "The subject of the certificate is the wildcard {subject}, by which Lync recognises no server.",
    "L'objet du certificat est le nom générique {subject}, auquel Lync ne reconnaît aucun serveur.",
);
const NO_SUBJECT: Text =
    Text::new("The subject of the certificate has no name (CN).", "L'objet du certificat n'a pas de nom (CN).");

pub(super) static SUBJECT_IS_SERVER: Code = Code {
    name: "SubjectIsServer",
    title: Text::new(
        "The subject of the certificate is the full name of the server.",
        "L'objet du certificat est le nom complet du serveur.",
    ),
    remedy: Text::new(
        "Request a certificate whose subject is the full name of the server: New-ExchangeCertificate -GenerateRequest -SubjectName \"CN=<full name>\" -DomainName <full name> -PrivateKeyExportable $true.",
        "Demandez un certificat dont l'objet est le nom complet du serveur : New-ExchangeCertificate -GenerateRequest -SubjectName \"CN=<nom complet>\" -DomainName <nom complet> -PrivateKeyExportable $true.",
    ),
    inference: Text::NONE,
    rules: &[(Purpose::OwaIm, "OWA-CERT-NAMES"), (Purpose::UnifiedMessaging, "UMCERT-FQDN-SUBJECT")],
};
const OTHER_SUBJECT: Text = Text::new(
    "The certificate is made out to {subject}, which is none of the names asked for.",
    "Le certificat est établi à {subject}, qui n'est aucun des noms demandés.",
);
const SERVERS_UNKNOWN: Text = Text::new(
    "It was not said for which servers the certificate is.",
    "Il n'a pas été dit pour quels serveurs est le certificat.",
);

pub(super) static SUBJECT_IS_FULL_NAME: Code = Code {
    name: "SubjectIsFullName",
    title: Text::new("The certificate is issued to a full name.", "Le certificat est délivré à un nom complet."),
    remedy: SUBJECT_NO_WILDCARD.remedy,
    inference: Text::NONE,
    rules: &[(Purpose::UnifiedMessaging, "UMCERT-ISSUED-TO-FQDN")],
};
const SHORT_SUBJECT: Text = Text::new(
    "The certificate is issued to {subject}, which is no full name of a server.",
    "Le certificat est délivré à {subject}, qui n'est pas le nom complet d'un serveur.",
);

pub(super) static SUBJECT_IS_ALTERNATIVE: Code = Code {
    name: "SubjectIsAlternative",
    title: Text::new(
        "The subject of the certificate is among its alternative names.",
        "L'objet du certificat est parmi ses autres noms.",
    ),
    remedy: SUBJECT_IS_SERVER.remedy,
    inference: Text::NONE,
    rules: &[(Purpose::OwaIm, "OWA-CERT-NAMES")],
};
const NOT_ALTERNATIVE: Text = Text::new(
    "The subject of the certificate, {subject}, is not among its alternative names.",
    "L'objet du certificat, {subject}, n'est pas parmi ses autres noms.",
);

pub(super) static SERVER_NAMES: Code = Code {
    name: "ServerNames",
    title: Text::new(
        "The certificate carries the name of each server.",
        "Le certificat porte le nom de chaque serveur.",
    ),
    remedy: Text::new(
        "Request a certificate that has the full name of each server as its subject or among its alternative names.",
        "Demandez un certificat qui a le nom complet de chaque serveur comme objet ou parmi ses autres noms.",
    ),
    inference: Text::NONE,
    rules: &[(Purpose::OwaIm, "OWA-CERT-NAMES"), (Purpose::UnifiedMessaging, "UMCERT-SAN-ALL")],
};
const NAMES_MISSING: Text = Text::new("The certificate does not carry {names}.", "Le certificat ne porte pas {names}.");

pub(super) static SIP_DOMAIN: Code = Code {
    name: "SipDomain",
    title: Text::new(
        "The certificate holds the default SIP domain.",
        "Le certificat contient le domaine SIP par défaut.",
    ),
    remedy: Text::new(
        "Request a certificate whose subject holds the default SIP domain, with the other SIP domains among its alternative names.",
        "Demandez un certificat dont l'objet contient le domaine SIP par défaut, avec les autres domaines SIP parmi ses autres noms.",
    ),
    inference: Text::new(
        "That a name in the domain, or one among the alternative names, holds it as well is our reading.",
        "Qu'un nom dans le domaine, ou un des autres noms, le contienne aussi est notre lecture.",
    ),
    rules: &[(Purpose::OAuth, "OAUTH-CERT-SUBJECT-SIPDOMAIN")],
};
const DOMAINS_UNKNOWN: Text =
    Text::new("It was not said which SIP domains there are.", "Il n'a pas été dit quels domaines SIP existent.");

pub(super) static OTHER_SIP_DOMAINS: Code = Code {
    name: "OtherSipDomains",
    title: Text::new("The certificate holds the other SIP domains.", "Le certificat contient les autres domaines SIP."),
    remedy: SIP_DOMAIN.remedy,
    inference: SIP_DOMAIN.inference,
    rules: SIP_DOMAIN.rules,
};

pub(super) fn check(certificate: &Certificate, purpose: Purpose, asked: &Asked) -> Vec<Finding> {
    let subject = certificate.common_name.as_deref();
    let alternative = certificate.alternative_names.iter().map(String::as_str);
    let all = Names::of(subject.into_iter().chain(alternative.clone()));
    match purpose {
        Purpose::OAuth => domains(certificate, &all, &asked.sip_domains),
        Purpose::OwaIm => vec![
            wildcard(subject),
            server_subject(subject, &asked.fqdns, Severity::Error),
            of_subject(&SUBJECT_IS_ALTERNATIVE, subject, NOT_ALTERNATIVE, |name| Names::of(alternative).has(name)),
            servers(certificate, &all, &asked.fqdns),
        ],
        Purpose::UnifiedMessaging => vec![
            wildcard(subject),
            of_subject(&SUBJECT_IS_FULL_NAME, subject, SHORT_SUBJECT, |name| name.trim_matches('.').contains('.')),
            server_subject(subject, &asked.fqdns, Severity::Warning),
            servers(certificate, &all, &asked.fqdns),
        ],
    }
}

/// A condition of the name in the subject; without such a name it does not hold.
fn of_subject(code: &'static Code, subject: Option<&str>, message: Text, holds: impl FnOnce(&str) -> bool) -> Finding {
    let finding = match subject {
        Some(name) => code.holds(holds(name), Severity::Error, message).with("subject", shown(name)),
        None => code.fail(Severity::Error, NO_SUBJECT),
    };
    finding.seen("CommonName", subject.map(str::to_owned), None)
}

fn wildcard(subject: Option<&str>) -> Finding {
    of_subject(&SUBJECT_NO_WILDCARD, subject, WILDCARD, |name| !name.contains('*'))
}

fn server_subject(subject: Option<&str>, fqdns: &[String], severity: Severity) -> Finding {
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

fn servers(certificate: &Certificate, names: &Names, fqdns: &[String]) -> Finding {
    if fqdns.is_empty() {
        return with_names(SERVER_NAMES.unknown(Severity::Error, SERVERS_UNKNOWN), certificate, fqdns);
    }
    let missing: Vec<&String> = fqdns.iter().filter(|fqdn| !names.covers(fqdn)).collect();
    with_names(without(&SERVER_NAMES, Severity::Error, &missing), certificate, fqdns)
}

fn domains(certificate: &Certificate, names: &Names, domains: &[String]) -> Vec<Finding> {
    let Some((default, others)) = domains.split_first() else {
        return vec![with_names(SIP_DOMAIN.unknown(Severity::Error, DOMAINS_UNKNOWN), certificate, domains)];
    };
    let judge = |code, severity, wanted: &[String]| {
        let missing: Vec<&String> = wanted.iter().filter(|domain| !names.has_domain(domain)).collect();
        with_names(without(code, severity, &missing), certificate, wanted)
    };
    let mut findings = vec![judge(&SIP_DOMAIN, Severity::Error, std::slice::from_ref(default))];
    if !others.is_empty() {
        findings.push(judge(&OTHER_SIP_DOMAINS, Severity::Warning, others));
    }
    findings
}

/// Passes if no name is missing, otherwise says which.
fn without(code: &'static Code, severity: Severity, missing: &[&String]) -> Finding {
    let names = list(missing.iter().copied()).unwrap_or_default();
    code.holds(missing.is_empty(), severity, NAMES_MISSING).with("names", names)
}

fn with_names(finding: Finding, certificate: &Certificate, wanted: &[String]) -> Finding {
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
    use crate::certificate::Purpose::{OAuth, OwaIm, UnifiedMessaging};
    use crate::certificate::Severity::{Error, Warning};
    use crate::certificate::Status::{Fail, Pass, Unknown};
    use crate::certificate::samples::Sample;
    use crate::message::Culture;

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
