//! Whether a certificate comes from an authority, and whether the certificates of its issuers lead to a root. Which roots
//! a machine trusts is for that machine to say.

use super::finding::{Code, Finding, Severity, Status};
use super::{Asked, Certificate, Purpose, key, period};
use crate::facts::Time;
use crate::message::Text;
use crate::value::shown;

pub(super) static AUTHORITY_SIGNED: Code = Code {
    name: "AuthoritySigned",
    title: Text::new("The certificate was issued by an authority.", "Le certificat a été délivré par une autorité."),
    remedy: Text::new(
        "Request a certificate from your own authority or from a public one that both sides trust.",
        "Demandez un certificat à votre propre autorité ou à une autorité publique à laquelle les deux côtés font confiance.",
    ),
    inference: Text::NONE,
    rules: &[(Purpose::OwaIm, "OWA-CERT-TRUSTED"), (Purpose::UnifiedMessaging, "UMCERT-EX-CA")],
};
const SELF_SIGNED: Text = Text::new(
    "The certificate is self-signed, and the other side has no reason to trust it.",
    "Le certificat est auto-signé, et l'autre côté n'a aucune raison de s'y fier.",
);

pub(super) static CHAIN: Code = Code {
    name: "Chain",
    title: Text::new(
        "The certificates of its issuers lead to a root.",
        "Les certificats de ses émetteurs mènent à une racine.",
    ),
    remedy: Text::new(
        "Import the certificates of the authorities: the root into Trusted Root Certification Authorities, the others into Intermediate Certification Authorities, on both sides.",
        "Importez les certificats des autorités : la racine dans Autorités de certification racines de confiance, les autres dans Autorités intermédiaires, des deux côtés.",
    ),
    inference: Text::NONE,
    rules: &[(Purpose::OwaIm, "OWA-CERT-TRUSTED"), (Purpose::UnifiedMessaging, "UMCERT-MUTUAL-TRUST")],
};
const INCOMPLETE: Text =
    Text::new("The certificate of the issuer {issuer} is missing.", "Le certificat de l'émetteur {issuer} manque.");
const CHAIN_UNKNOWN: Text =
    Text::new("The certificates of the issuers were not given.", "Les certificats des émetteurs n'ont pas été donnés.");

pub(super) static CHAIN_PERIOD: Code = Code {
    name: "ChainPeriod",
    title: Text::new("The certificates of its issuers are valid.", "Les certificats de ses émetteurs sont valables."),
    remedy: CHAIN.remedy,
    inference: Text::NONE,
    rules: CHAIN.rules,
};
const NOT_VALID: Text = Text::new(
    "The certificate of the issuer {issuer} is valid from {from} to {to} only.",
    "Le certificat de l'émetteur {issuer} n'est valable que du {from} au {to}.",
);

pub(super) static CHAIN_AUTHORITY: Code = Code {
    name: "ChainAuthority",
    title: Text::new("Its issuers may sign certificates.", "Ses émetteurs peuvent signer des certificats."),
    remedy: CHAIN.remedy,
    inference: Text::new(
        "That issuers must be marked as authorities is a rule of certificates in general; the pages do not speak of it.",
        "Que les émetteurs doivent être marqués comme autorités est une règle générale des certificats ; les pages n'en parlent pas.",
    ),
    rules: &[],
};
const NO_AUTHORITY: Text = Text::new(
    "The certificate of the issuer {issuer} is not that of an authority.",
    "Le certificat de l'émetteur {issuer} n'est pas celui d'une autorité.",
);

pub(super) static CHAIN_SIGNATURE: Code = Code {
    name: "ChainSignature",
    title: Text::new(
        "Its issuers are signed with a hash that can be relied on.",
        "Ses émetteurs sont signés avec un hachage digne de confiance.",
    ),
    remedy: key::SIGNATURE_HASH.remedy,
    inference: key::SIGNATURE_HASH.inference,
    rules: &[],
};

pub(super) fn check(certificate: &Certificate, purpose: Purpose, asked: &Asked) -> Vec<Finding> {
    if certificate.is_self_signed() {
        // A token is trusted because its certificate is known, not because of who issued it.
        let finding = AUTHORITY_SIGNED.fail(Severity::Error, SELF_SIGNED);
        let finding = finding.seen("Issuer", Some(certificate.issuer.clone()), None);
        return if purpose.is_connection() { vec![finding] } else { Vec::new() };
    }
    let signed = AUTHORITY_SIGNED.pass(Severity::Error).seen("Issuer", Some(certificate.issuer.clone()), None);
    let mut findings = if purpose.is_connection() { vec![signed] } else { Vec::new() };
    match &asked.chain {
        None => findings.push(CHAIN.unknown(Severity::Warning, CHAIN_UNKNOWN)),
        Some(chain) => findings.extend(judge(certificate, &path(certificate, chain, asked.now), asked.now)),
    }
    findings
}

/// The way from a certificate to its root, itself excluded. Where there are several, as with cross-signed authorities,
/// one that is valid now comes first; where none is whole, the longest.
fn path<'a>(certificate: &'a Certificate, chain: &'a [Certificate], now: Time) -> Vec<&'a Certificate> {
    let valid: Vec<&Certificate> = chain.iter().filter(|one| period::is_valid(one, now)).collect();
    let first = climb(certificate, valid);
    if first.last().is_some_and(|last| last.is_self_signed()) {
        return first;
    }
    climb(certificate, chain.iter().collect())
}

/// Looks for a root, going up by names and key identifiers. Each certificate is tried once, so that a chain that leads
/// back to itself comes to an end.
fn climb<'a>(certificate: &'a Certificate, mut left: Vec<&'a Certificate>) -> Vec<&'a Certificate> {
    let (mut way, mut longest) = (Vec::new(), Vec::new());
    loop {
        let last = way.last().copied().unwrap_or(certificate);
        if !way.is_empty() && last.is_self_signed() {
            return way;
        }
        // A root before others: it ends the way.
        let issuers = || left.iter().enumerate().filter(|(_, one)| last.is_issued_by(one));
        let next = issuers().find(|(_, one)| one.is_self_signed()).or_else(|| issuers().next()).map(|(at, _)| at);
        match next {
            Some(at) => way.push(left.swap_remove(at)),
            None => {
                if way.len() > longest.len() {
                    longest.clone_from(&way);
                }
                if way.pop().is_none() {
                    return longest;
                }
            }
        }
    }
}

fn judge(certificate: &Certificate, way: &[&Certificate], now: Time) -> Vec<Finding> {
    let last = way.last().copied().unwrap_or(certificate);
    let subjects: Vec<&str> = way.iter().map(|one| one.subject.as_str()).collect();
    let whole = CHAIN
        .holds(last.is_self_signed(), Severity::Error, INCOMPLETE)
        .with("issuer", shown(&last.issuer))
        .seen("Chain", (!way.is_empty()).then(|| subjects.join(" > ")), None);
    let mut findings = vec![whole];
    if way.is_empty() {
        return findings;
    }
    findings.push(each(&CHAIN_PERIOD, way, NOT_VALID, |one| period::is_valid(one, now)));
    findings.push(each(&CHAIN_AUTHORITY, way, NO_AUTHORITY, |one| one.is_authority));
    // The signature of a root proves nothing, and nobody relies on it.
    let signatures = way.iter().filter(|one| !one.is_self_signed()).map(|one| key::signature(&CHAIN_SIGNATURE, one));
    findings.extend(signatures.max_by_key(gravity));
    findings
}

/// A condition of every issuer; the first that breaks it is named.
fn each(code: &'static Code, way: &[&Certificate], message: Text, holds: impl Fn(&Certificate) -> bool) -> Finding {
    let Some(bad) = way.iter().find(|one| !holds(one)) else { return code.pass(Severity::Error) };
    code.fail(Severity::Error, message)
        .with("issuer", shown(&bad.subject))
        .with("from", bad.not_before.to_string())
        .with("to", bad.not_after.to_string())
        .seen("Issuer", Some(bad.subject.clone()), None)
}

/// How grave a finding is, to tell the worst of several.
fn gravity(finding: &Finding) -> u8 {
    match (finding.status, finding.severity) {
        (Status::Pass, _) => 0,
        (Status::Unknown, _) => 1,
        (Status::Fail, Severity::Warning) => 2,
        (Status::Fail, Severity::Error) => 3,
    }
}

#[cfg(test)]
mod tests {
    use crate::certificate::Purpose::{OAuth, OwaIm, UnifiedMessaging};
    use crate::certificate::Severity::{Error, Warning};
    use crate::certificate::Status::{Fail, Pass, Unknown};
    use crate::certificate::samples::Sample;
    use crate::message::Culture;

    fn leaf() -> Sample {
        Sample::new().issued_by("issuing")
    }

    fn root() -> Sample {
        Sample::new().subject("root").issued_by("root").authority()
    }

    fn issuing() -> Sample {
        Sample::new().subject("issuing").issued_by("root").authority()
    }

    #[test]
    fn a_self_signed_certificate_is_for_tokens_only() {
        let sample = Sample::new().subject("ex01.contoso.com").issued_by("ex01.contoso.com");
        for purpose in [OwaIm, UnifiedMessaging] {
            let judged = sample.judge(purpose);
            assert_eq!(judged.found("AuthoritySigned"), Some((Fail, Error)));
            assert_eq!(judged.status("Chain"), None);
            assert!(judged.certificate.is_self_signed());
        }
        let judged = sample.judge(OAuth);
        assert_eq!(judged.status("AuthoritySigned"), None);
    }

    #[test]
    fn the_same_name_with_another_key_is_another_authority() {
        let sample = Sample::new().issued_by("ex01.contoso.com").keys("01", "02");
        assert_eq!(sample.judge(OwaIm).found("AuthoritySigned"), Some((Pass, Error)));
    }

    #[test]
    fn the_issuers_lead_to_the_root_in_any_order() {
        for chain in [[root(), issuing()], [issuing(), root()]] {
            let judged = leaf().chain(&chain).judge(OwaIm);
            for code in ["AuthoritySigned", "Chain", "ChainPeriod", "ChainAuthority", "ChainSignature"] {
                assert_eq!(judged.status(code), Some(Pass), "{code}");
            }
        }
    }

    #[test]
    fn a_missing_issuer_is_named() {
        for (chain, missing) in [
            (vec![], "CN=issuing"),
            (vec![issuing()], "CN=root"),
            (vec![root()], "CN=issuing"),
            (vec![leaf()], "CN=issuing"),
        ] {
            let judged = leaf().chain(&chain).judge(OwaIm);
            assert_eq!(judged.found("Chain"), Some((Fail, Error)), "{missing}");
            assert!(judged.message("Chain", Culture::En).contains(missing), "{missing}");
        }
    }

    #[test]
    fn a_chain_that_nobody_looked_for_is_unknown() {
        assert_eq!(leaf().judge(OwaIm).found("Chain"), Some((Unknown, Warning)));
    }

    #[test]
    fn of_two_chains_the_one_that_holds_counts() {
        // The issuing authority is signed by an old root that has expired, and by a new one.
        let old = issuing().issued_by("old").valid("200101000000Z", "250101000000Z");
        let old_root = root().subject("old").issued_by("old").valid("200101000000Z", "250101000000Z");
        for chain in
            [[old.clone(), old_root.clone(), issuing(), root()], [root(), issuing(), old_root.clone(), old.clone()]]
        {
            let judged = leaf().chain(&chain).judge(OwaIm);
            assert_eq!((judged.status("Chain"), judged.status("ChainPeriod")), (Some(Pass), Some(Pass)));
        }
        let judged = leaf().chain(&[old, old_root]).judge(OwaIm);
        assert_eq!((judged.status("Chain"), judged.found("ChainPeriod")), (Some(Pass), Some((Fail, Error))));
        // A blind alley is left again.
        let alley = issuing().issued_by("nobody");
        let judged = leaf().chain(&[alley, issuing(), root()]).judge(OwaIm);
        assert_eq!(judged.status("Chain"), Some(Pass));
    }

    #[test]
    fn issuers_that_sign_each_other_lead_nowhere() {
        let one = Sample::new().subject("issuing").issued_by("other").authority();
        let other = Sample::new().subject("other").issued_by("issuing").authority();
        assert_eq!(leaf().chain(&[one, other]).judge(OwaIm).status("Chain"), Some(Fail));
    }

    #[test]
    fn renewed_authorities_are_told_apart_by_their_keys() {
        let chain = [issuing().keys("0A", "00"), root()];
        let judged = |wanted: &str| Sample::new().issued_by("issuing").keys("FF", wanted).chain(&chain).judge(OwaIm);
        assert_eq!(judged("0A").status("Chain"), Some(Pass));
        assert_eq!(judged("0B").status("Chain"), Some(Fail));
    }

    #[test]
    fn what_issuers_are_is_judged_but_for_the_signature_of_the_root() {
        let md5 = "1.2.840.113549.1.1.4";
        let judged = leaf().chain(&[issuing(), root().signed_with(md5)]).judge(OwaIm);
        assert_eq!(judged.status("ChainSignature"), Some(Pass));
        let judged = leaf().chain(&[issuing().signed_with(md5), root()]).judge(OwaIm);
        assert_eq!(judged.found("ChainSignature"), Some((Fail, Error)));
        let server = Sample::new().subject("issuing").issued_by("root");
        let judged = leaf().chain(&[server, root()]).judge(OwaIm);
        assert_eq!(judged.found("ChainAuthority"), Some((Fail, Error)));
    }
}
