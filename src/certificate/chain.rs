//! Whether a certificate comes from an authority, and whether the certificates of its issuers lead to a root. Which roots
//! a machine trusts is for that machine to say.

use super::finding::{CertificateFinding, CertificateSeverity, CertificateStatus, Condition};
use super::{Certificate, Purpose, Requirements, key, period};
use crate::facts::Time;
use crate::l10n::Text;
use crate::value::shown;

pub(super) static AUTHORITY_SIGNED: Condition = Condition {
    name: "AuthoritySigned",
    title: Text::new(
        "The certificate was issued by a certification authority.",
        "Le certificat a été émis par une autorité de certification.",
    ),
    remedy: Text::new(
        "Request a certificate from your internal certification authority or from a public one that both sides trust.",
        "Demandez un certificat à votre autorité de certification interne ou à une autorité publique que les deux côtés approuvent.",
    ),
    interpretation: Text::NONE,
    rules: &[(Purpose::OwaIm, "OWA-CERT-TRUSTED"), (Purpose::UnifiedMessaging, "UMCERT-EX-CA")],
};
const SELF_SIGNED: Text = Text::new(
    "The certificate is self-signed, so the other side does not trust it.",
    "Le certificat est auto-signé : l'autre côté ne l'approuve pas.",
);

pub(super) static CHAIN: Condition = Condition {
    name: "Chain",
    title: Text::new(
        "The certificate chain ends in a root certificate.",
        "La chaîne de certificats aboutit à un certificat racine.",
    ),
    remedy: Text::new(
        "Import the certificates of the certification authorities on both sides: the root into Trusted Root Certification Authorities, the others into Intermediate Certification Authorities.",
        "Importez les certificats des autorités de certification des deux côtés : la racine dans Autorités de certification racines de confiance, les autres dans Autorités de certification intermédiaires.",
    ),
    interpretation: Text::NONE,
    rules: &[(Purpose::OwaIm, "OWA-CERT-TRUSTED"), (Purpose::UnifiedMessaging, "UMCERT-MUTUAL-TRUST")],
};
const INCOMPLETE: Text =
    Text::new("The certificate of the issuer {issuer} is missing.", "Le certificat de l'émetteur {issuer} est absent.");
const CHAIN_UNKNOWN: Text =
    Text::new("The issuer certificates were not provided.", "Les certificats des émetteurs n'ont pas été fournis.");

pub(super) static CHAIN_PERIOD: Condition = Condition {
    name: "ChainPeriod",
    title: Text::new("The issuer certificates are valid.", "Les certificats des émetteurs sont valides."),
    remedy: CHAIN.remedy,
    interpretation: Text::NONE,
    rules: CHAIN.rules,
};
const NOT_VALID: Text = Text::new(
    "The certificate of the issuer {issuer} is only valid from {from} to {to}.",
    "Le certificat de l'émetteur {issuer} n'est valide que du {from} au {to}.",
);

pub(super) static CHAIN_AUTHORITY: Condition = Condition {
    name: "ChainAuthority",
    title: Text::new(
        "The issuers are allowed to sign certificates.",
        "Les émetteurs sont autorisés à signer des certificats.",
    ),
    remedy: CHAIN.remedy,
    interpretation: Text::new(
        "That issuers must be marked as certification authorities is a general rule for certificates; the documentation does not mention it.",
        "Que les émetteurs doivent être marqués comme autorités de certification est une règle générale des certificats ; la documentation n'en parle pas.",
    ),
    rules: &[],
};
const NO_AUTHORITY: Text = Text::new(
    "The certificate of the issuer {issuer} is not a certification authority certificate.",
    "Le certificat de l'émetteur {issuer} n'est pas celui d'une autorité de certification.",
);

pub(super) static CHAIN_SIGNATURE: Condition = Condition {
    name: "ChainSignature",
    title: Text::new(
        "The issuer certificates are signed with a secure hash algorithm.",
        "Les certificats des émetteurs sont signés avec un algorithme de hachage sûr.",
    ),
    remedy: key::SIGNATURE_HASH.remedy,
    interpretation: key::SIGNATURE_HASH.interpretation,
    rules: &[],
};

pub(super) fn check(
    certificate: &Certificate,
    purpose: Purpose,
    requirements: &Requirements,
) -> Vec<CertificateFinding> {
    if certificate.is_self_signed() {
        // A token is trusted because its certificate is known, not because of who issued it.
        let finding = AUTHORITY_SIGNED.fail(CertificateSeverity::Error, SELF_SIGNED);
        let finding = finding.seen("Issuer", Some(certificate.issuer.clone()), None);
        return if purpose.is_connection() { vec![finding] } else { Vec::new() };
    }
    let signed =
        AUTHORITY_SIGNED.pass(CertificateSeverity::Error).seen("Issuer", Some(certificate.issuer.clone()), None);
    let mut findings = if purpose.is_connection() { vec![signed] } else { Vec::new() };
    match &requirements.chain {
        None => findings.push(CHAIN.unknown(CertificateSeverity::Warning, CHAIN_UNKNOWN)),
        Some(chain) => {
            findings.extend(judge(certificate, &path(certificate, chain, requirements.now), requirements.now));
        }
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

fn judge(certificate: &Certificate, way: &[&Certificate], now: Time) -> Vec<CertificateFinding> {
    let last = way.last().copied().unwrap_or(certificate);
    let subjects: Vec<&str> = way.iter().map(|one| one.subject.as_str()).collect();
    let whole = CHAIN
        .holds(last.is_self_signed(), CertificateSeverity::Error, INCOMPLETE)
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
fn each(
    code: &'static Condition,
    way: &[&Certificate],
    message: Text,
    holds: impl Fn(&Certificate) -> bool,
) -> CertificateFinding {
    let Some(bad) = way.iter().find(|one| !holds(one)) else { return code.pass(CertificateSeverity::Error) };
    code.fail(CertificateSeverity::Error, message)
        .with("issuer", shown(&bad.subject))
        .with("from", bad.not_before.to_string())
        .with("to", bad.not_after.to_string())
        .seen("Issuer", Some(bad.subject.clone()), None)
}

/// How grave a finding is, to tell the worst of several.
fn gravity(finding: &CertificateFinding) -> u8 {
    match (finding.status, finding.severity) {
        (CertificateStatus::Pass, _) => 0,
        (CertificateStatus::Unknown, _) => 1,
        (CertificateStatus::Fail, CertificateSeverity::Warning) => 2,
        (CertificateStatus::Fail, CertificateSeverity::Error) => 3,
    }
}

#[cfg(test)]
mod tests {
    use crate::certificate::CertificateSeverity::{Error, Warning};
    use crate::certificate::CertificateStatus::{Fail, Pass, Unknown};
    use crate::certificate::Purpose::{OAuth, OwaIm, UnifiedMessaging};
    use crate::certificate::samples::Sample;
    use crate::l10n::Culture;

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
