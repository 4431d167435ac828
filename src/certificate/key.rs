//! The key of a certificate: whether it is there, where it is kept, how strong it and the signature are. Keys themselves
//! are never seen here.

use super::algorithm::{Strength, strength};
use super::finding::{CertificateFinding, CertificateSeverity, Condition};
use super::{Certificate, Purpose, Requirements};
use crate::l10n::Text;

/// The least size that is asked for, and the one below which Windows refuses RSA keys.
const ENOUGH: u32 = 2048;
const REFUSED: u32 = 1024;

pub(super) static PRIVATE_KEY: Condition = Condition {
    name: "PrivateKey",
    title: Text::new("The certificate has a private key.", "Le certificat a une clé privée."),
    remedy: Text::new(
        "Import the certificate with its private key on the computer that will use it, and test it there by its thumbprint.",
        "Importez le certificat avec sa clé privée sur l'ordinateur qui l'utilisera, et testez-le sur cet ordinateur par son empreinte.",
    ),
    interpretation: Text::NONE,
    rules: &[
        (Purpose::OwaIm, "OWA-IM-THUMBPRINT"),
        (Purpose::OAuth, "PRE-S2S-CERTS-ASSIGNED"),
        (Purpose::UnifiedMessaging, "UMCERT-EX-CA"),
    ],
};
const NO_KEY: Text = Text::new("The certificate has no private key.", "Le certificat n'a pas de clé privée.");
const KEY_UNKNOWN: Text = Text::new(
    "The certificate alone does not show whether there is a private key.",
    "Le certificat seul n'indique pas s'il existe une clé privée.",
);

pub(super) static KEY_PROVIDER: Condition = Condition {
    name: "KeyProvider",
    title: Text::new(
        "The private key is stored in a provider that Exchange and Lync can use.",
        "La clé privée est stockée dans un fournisseur qu'Exchange et Lync peuvent utiliser.",
    ),
    remedy: Text::new(
        "Request the certificate with a legacy template (Windows Server 2003), or import it from a .pfx file into the provider Microsoft RSA SChannel Cryptographic Provider (certutil -csp).",
        "Demandez le certificat avec un ancien modèle (Windows Server 2003), ou importez-le à partir d'un fichier .pfx dans le fournisseur Microsoft RSA SChannel Cryptographic Provider (certutil -csp).",
    ),
    interpretation: Text::new(
        "The documentation does not mention providers. CNG keys are taken as unusable for Exchange and Lync.",
        "La documentation ne mentionne pas les fournisseurs. Les clés CNG sont considérées comme inutilisables par Exchange et Lync.",
    ),
    rules: &[],
};
const CNG: Text = Text::new(
    "The private key is stored in a CNG provider. Exchange and Lync cannot use such keys.",
    "La clé privée est stockée dans un fournisseur CNG. Exchange et Lync ne peuvent pas utiliser de telles clés.",
);
const PROVIDER_UNKNOWN: Text =
    Text::new("The provider of the private key is unknown.", "Le fournisseur de la clé privée est inconnu.");

pub(super) static KEY_ALGORITHM: Condition = Condition {
    name: "KeyAlgorithm",
    title: Text::new("The key is an RSA key.", "La clé est une clé RSA."),
    remedy: Text::new(
        "Request a certificate with an RSA key of 2048 bits or more.",
        "Demandez un certificat avec une clé RSA de 2048 bits ou plus.",
    ),
    interpretation: Text::new(
        "The documentation requires a key size that only RSA keys have. Other keys are taken as unusable.",
        "La documentation exige une taille que seules les clés RSA ont. Les autres clés sont considérées comme inutilisables.",
    ),
    rules: &[],
};
const NOT_RSA: Text =
    Text::new("The key is of type {algorithm}, not RSA.", "La clé est de type {algorithm}, et non RSA.");

pub(super) static KEY_SIZE: Condition = Condition {
    name: "KeySize",
    title: Text::new("The key has 2048 bits or more.", "La clé a 2048 bits ou plus."),
    remedy: KEY_ALGORITHM.remedy,
    interpretation: Text::new(
        "The documentation requires 2048 bits for server-to-server authentication. The same size is required here for other purposes.",
        "La documentation exige 2048 bits pour l'authentification de serveur à serveur. La même taille est exigée ici pour les autres usages.",
    ),
    rules: &[(Purpose::OAuth, "OAUTH-CERT-2048")],
};
const SHORT: Text = Text::new("The key has {size} bits; 2048 are required.", "La clé a {size} bits ; il en faut 2048.");
const SIZE_UNKNOWN: Text = Text::new("The key size cannot be read.", "La taille de la clé est illisible.");

pub(super) static SIGNATURE_HASH: Condition = Condition {
    name: "SignatureHash",
    title: Text::new(
        "The certificate is signed with a secure hash algorithm.",
        "Le certificat est signé avec un algorithme de hachage sûr.",
    ),
    remedy: Text::new(
        "Configure the certification authority to issue certificates with SHA-256, and renew this certificate.",
        "Configurez l'autorité de certification pour qu'elle émette des certificats SHA-256, puis renouvelez ce certificat.",
    ),
    interpretation: Text::new(
        "The documentation does not mention the hash algorithm.",
        "La documentation ne mentionne pas l'algorithme de hachage.",
    ),
    rules: &[],
};
pub(super) const WEAK: Text = Text::new(
    "The signature algorithm {algorithm} uses a hash with known collisions. Public certification authorities no longer use it.",
    "L'algorithme de signature {algorithm} utilise un hachage dont des collisions sont connues. Les autorités de certification publiques ne l'utilisent plus.",
);
pub(super) const BROKEN: Text = Text::new(
    "The signature algorithm {algorithm} is broken: certificates signed with it can be forged.",
    "L'algorithme de signature {algorithm} est cassé : les certificats signés avec lui peuvent être falsifiés.",
);
pub(super) const STRANGE: Text = Text::new(
    "It is not known whether Exchange and Lync accept the signature algorithm {algorithm}.",
    "On ignore si Exchange et Lync acceptent l'algorithme de signature {algorithm}.",
);

pub(super) fn check(
    certificate: &Certificate,
    purpose: Purpose,
    requirements: &Requirements,
) -> Vec<CertificateFinding> {
    let mut findings = vec![private_key(requirements.has_private_key)];
    if requirements.has_private_key != Some(false) {
        findings.push(provider(requirements.is_cng_key));
    }
    findings.push(algorithm(certificate, purpose));
    if certificate.is_rsa {
        findings.push(size(certificate, purpose));
    }
    findings.push(signature(&SIGNATURE_HASH, certificate));
    findings
}

fn private_key(given: Option<bool>) -> CertificateFinding {
    let finding = match given {
        Some(there) => PRIVATE_KEY.holds(there, CertificateSeverity::Error, NO_KEY),
        None => PRIVATE_KEY.unknown(CertificateSeverity::Error, KEY_UNKNOWN),
    };
    finding.seen("HasPrivateKey", given.map(|there| there.to_string()), Some(true.to_string()))
}

/// Not knowing the provider is no more than a warning: keys of the old kind are what the tools of the products make.
fn provider(is_cng: Option<bool>) -> CertificateFinding {
    let finding = match is_cng {
        Some(is_cng) => KEY_PROVIDER.holds(!is_cng, CertificateSeverity::Error, CNG),
        None => KEY_PROVIDER.unknown(CertificateSeverity::Warning, PROVIDER_UNKNOWN),
    };
    finding.seen("IsCngKey", is_cng.map(|is_cng| is_cng.to_string()), Some(false.to_string()))
}

fn algorithm(certificate: &Certificate, purpose: Purpose) -> CertificateFinding {
    let severity = if purpose.is_connection() { CertificateSeverity::Warning } else { CertificateSeverity::Error };
    let found = &certificate.key_algorithm;
    KEY_ALGORITHM.holds(certificate.is_rsa, severity, NOT_RSA).with("algorithm", found).seen(
        "KeyAlgorithm",
        Some(found.clone()),
        Some("RSA".to_owned()),
    )
}

fn size(certificate: &Certificate, purpose: Purpose) -> CertificateFinding {
    let is_refused = certificate.key_size.is_some_and(|size| size < REFUSED);
    let severity =
        if purpose.is_connection() && !is_refused { CertificateSeverity::Warning } else { CertificateSeverity::Error };
    let found = certificate.key_size.map(|size| size.to_string());
    let finding = match certificate.key_size {
        Some(size) => KEY_SIZE.holds(size >= ENOUGH, severity, SHORT),
        None => KEY_SIZE.unknown(severity, SIZE_UNKNOWN),
    };
    finding.with("size", found.clone().unwrap_or_default()).seen("KeySize", found, Some(ENOUGH.to_string()))
}

/// What is to be said of a signature algorithm, by the name that Windows shows, with the placeholder `algorithm`;
/// nothing if its hash can be relied on.
#[must_use]
pub fn signature_fault(algorithm: &str) -> Option<Text> {
    match strength(algorithm) {
        Strength::Sound => None,
        Strength::Weak => Some(WEAK),
        Strength::Broken => Some(BROKEN),
        Strength::Unknown => Some(STRANGE),
    }
}

/// Whether the hash of a signature can be relied on.
pub(super) fn signature(code: &'static Condition, certificate: &Certificate) -> CertificateFinding {
    let finding = match certificate.hash {
        Strength::Sound => code.pass(CertificateSeverity::Warning),
        Strength::Weak => code.fail(CertificateSeverity::Warning, WEAK),
        Strength::Broken => code.fail(CertificateSeverity::Error, BROKEN),
        Strength::Unknown => code.unknown(CertificateSeverity::Warning, STRANGE),
    };
    let algorithm = &certificate.signature_algorithm;
    finding.with("algorithm", algorithm).seen("SignatureAlgorithm", Some(algorithm.clone()), None)
}

#[cfg(test)]
mod tests {
    use crate::certificate::CertificateSeverity::{self, Error, Warning};
    use crate::certificate::CertificateStatus::{self, Fail, Pass, Unknown};
    use crate::certificate::Purpose::{self, OAuth, OwaIm, UnifiedMessaging};
    use crate::certificate::samples::{Key, Sample};
    use crate::certificate::signature_fault;

    #[test]
    fn the_private_key_must_be_there_and_kept_where_the_products_find_it() {
        for (key, cng, expected_key, expected_provider) in [
            (Some(true), Some(false), Pass, Some((Pass, Error))),
            (Some(true), Some(true), Pass, Some((Fail, Error))),
            (Some(true), None, Pass, Some((Unknown, Warning))),
            (Some(false), None, Fail, None),
            (None, None, Unknown, Some((Unknown, Warning))),
        ] {
            let judged = Sample::new().with_key(key, cng).judge(OwaIm);
            assert_eq!(judged.found("PrivateKey"), Some((expected_key, Error)));
            assert_eq!(judged.found("KeyProvider"), expected_provider);
        }
    }

    #[test]
    fn short_keys_matter_most_for_tokens() {
        let found = |key: Key, purpose: Purpose| Sample::new().key(key).judge(purpose).found("KeySize");
        let expect = |key: Key, purpose: Purpose, expected: Option<(CertificateStatus, CertificateSeverity)>| {
            assert_eq!(found(key, purpose), expected, "{purpose:?}");
        };
        expect(Key::Rsa(2048), OAuth, Some((Pass, Error)));
        expect(Key::Rsa(2047), OAuth, Some((Fail, Error)));
        expect(Key::Rsa(1024), OAuth, Some((Fail, Error)));
        expect(Key::Rsa(1024), OwaIm, Some((Fail, Warning)));
        expect(Key::Rsa(1024), UnifiedMessaging, Some((Fail, Warning)));
        expect(Key::Rsa(512), UnifiedMessaging, Some((Fail, Error)));
        expect(Key::Curve, OAuth, None);
    }

    #[test]
    fn keys_on_curves_are_told_apart() {
        let judged = Sample::new().key(Key::Curve).judge(OAuth);
        assert_eq!(judged.found("KeyAlgorithm"), Some((Fail, Error)));
        assert_eq!((judged.certificate.key_algorithm.as_str(), judged.certificate.key_size), ("ECC", Some(256)));
        assert_eq!(Sample::new().key(Key::Curve).judge(OwaIm).found("KeyAlgorithm"), Some((Fail, Warning)));
    }

    #[test]
    fn hashes_are_judged_by_what_can_be_done_to_them() {
        for (oid, name, expected) in [
            ("1.2.840.113549.1.1.11", "sha256RSA", (Pass, Warning)),
            ("1.2.840.113549.1.1.5", "sha1RSA", (Fail, Warning)),
            ("1.2.840.113549.1.1.4", "md5RSA", (Fail, Error)),
            ("1.2.840.113549.1.1.10", "RSASSA-PSS", (Unknown, Warning)),
            ("1.2.3.4", "1.2.3.4", (Unknown, Warning)),
        ] {
            let judged = Sample::new().signed_with(oid).judge(OwaIm);
            assert_eq!(judged.found("SignatureHash"), Some(expected), "{oid}");
            assert_eq!(judged.certificate.signature_algorithm, name);
            for known in [oid, name, &name.to_uppercase()] {
                assert_eq!(signature_fault(known).is_none(), expected.0 == Pass, "{known}");
            }
        }
    }
}
