//! The key of a certificate: whether it is there, where it is kept, how strong it and the signature are. Keys themselves
//! are never seen here.

use super::algorithm::{Strength, strength};
use super::finding::{Code, Finding, Severity};
use super::{Asked, Certificate, Purpose};
use crate::message::Text;

/// The least size that is asked for, and the one below which Windows refuses RSA keys.
const ENOUGH: u32 = 2048;
const REFUSED: u32 = 1024;

pub(super) static PRIVATE_KEY: Code = Code {
    name: "PrivateKey",
    title: Text::new("The private key of the certificate is there.", "La clé privée du certificat est présente."),
    remedy: Text::new(
        "Import the certificate with its key on the machine that is to use it, and test it there by its thumbprint.",
        "Importez le certificat avec sa clé sur la machine qui doit l'employer, et testez-le là par son empreinte.",
    ),
    inference: Text::NONE,
    rules: &[
        (Purpose::OwaIm, "OWA-IM-THUMBPRINT"),
        (Purpose::OAuth, "PRE-S2S-CERTS-ASSIGNED"),
        (Purpose::UnifiedMessaging, "UMCERT-EX-CA"),
    ],
};
const NO_KEY: Text = Text::new("The certificate has no private key.", "Le certificat n'a pas de clé privée.");
const KEY_UNKNOWN: Text = Text::new(
    "Whether there is a private key cannot be told from the certificate alone.",
    "Le certificat seul ne dit pas s'il existe une clé privée.",
);

pub(super) static KEY_PROVIDER: Code = Code {
    name: "KeyProvider",
    title: Text::new(
        "The private key is kept by a provider that the products can use.",
        "La clé privée est gardée par un fournisseur que les produits savent employer.",
    ),
    remedy: Text::new(
        "Request the certificate with a template of the old kind (Windows Server 2003), or import it from a .pfx file into the provider Microsoft RSA SChannel Cryptographic Provider (certutil -csp).",
        "Demandez le certificat avec un modèle de l'ancien type (Windows Server 2003), ou importez-le d'un fichier .pfx dans le fournisseur Microsoft RSA SChannel Cryptographic Provider (certutil -csp).",
    ),
    inference: Text::new(
        "None of the pages speaks of providers: that the products cannot use CNG keys is our reading.",
        "Aucune des pages ne parle de fournisseurs : que les produits ne sachent pas employer de clés CNG est notre lecture.",
    ),
    rules: &[],
};
const CNG: Text = Text::new(
    "The private key is kept by a CNG provider, whose keys Exchange and Lync cannot use.",
    "La clé privée est gardée par un fournisseur CNG, dont Exchange et Lync ne savent pas employer les clés.",
);
const PROVIDER_UNKNOWN: Text = Text::new(
    "Which provider keeps the private key is not known.",
    "On ne sait pas quel fournisseur garde la clé privée.",
);

pub(super) static KEY_ALGORITHM: Code = Code {
    name: "KeyAlgorithm",
    title: Text::new("The key is an RSA key.", "La clé est une clé RSA."),
    remedy: Text::new(
        "Request a certificate with an RSA key of 2048 bits or more.",
        "Demandez un certificat avec une clé RSA de 2048 bits ou plus.",
    ),
    inference: Text::new(
        "The pages ask for a size that only RSA keys have; that other keys do not do is our reading.",
        "Les pages demandent une taille que seules les clés RSA ont ; que d'autres clés ne conviennent pas est notre lecture.",
    ),
    rules: &[],
};
const NOT_RSA: Text =
    Text::new("The key is of the kind {algorithm}, not RSA.", "La clé est du type {algorithm}, non RSA.");

pub(super) static KEY_SIZE: Code = Code {
    name: "KeySize",
    title: Text::new("The key has 2048 bits or more.", "La clé a 2048 bits ou plus."),
    remedy: KEY_ALGORITHM.remedy,
    inference: Text::new(
        "The pages ask for 2048 bits for authentication between servers; for other purposes it is our reading.",
        "Les pages demandent 2048 bits pour l'authentification entre serveurs ; pour d'autres usages, c'est notre lecture.",
    ),
    rules: &[(Purpose::OAuth, "OAUTH-CERT-2048")],
};
const SHORT: Text =
    Text::new("The key has {size} bits; 2048 are asked for.", "La clé a {size} bits ; il en faut 2048.");
const SIZE_UNKNOWN: Text =
    Text::new("The size of the key cannot be read.", "La taille de la clé ne peut pas être lue.");

pub(super) static SIGNATURE_HASH: Code = Code {
    name: "SignatureHash",
    title: Text::new(
        "The certificate is signed with a hash that can be relied on.",
        "Le certificat est signé avec un hachage digne de confiance.",
    ),
    remedy: Text::new(
        "Let the authority issue certificates with SHA-256, and renew this one.",
        "Faites émettre les certificats en SHA-256 par l'autorité, et renouvelez celui-ci.",
    ),
    inference: Text::new(
        "None of the pages speaks of the hash: what is asked here is our reading.",
        "Aucune des pages ne parle du hachage : ce qui est demandé ici est notre lecture.",
    ),
    rules: &[],
};
pub(super) const WEAK: Text = Text::new(
    "The signature algorithm {algorithm} has a hash for which collisions are known; public authorities no longer use it.",
    "L'algorithme de signature {algorithm} emploie un hachage dont on connaît des collisions ; les autorités publiques ne l'utilisent plus.",
);
pub(super) const BROKEN: Text = Text::new(
    "The signature algorithm {algorithm} is broken: certificates can be forged with it.",
    "L'algorithme de signature {algorithm} est cassé : on peut forger des certificats avec lui.",
);
pub(super) const STRANGE: Text = Text::new(
    "Whether the products accept the signature algorithm {algorithm} is not known.",
    "On ne sait pas si les produits acceptent l'algorithme de signature {algorithm}.",
);

pub(super) fn check(certificate: &Certificate, purpose: Purpose, asked: &Asked) -> Vec<Finding> {
    let mut findings = vec![private_key(asked.has_private_key)];
    if asked.has_private_key != Some(false) {
        findings.push(provider(asked.is_cng_key));
    }
    findings.push(algorithm(certificate, purpose));
    if certificate.key_algorithm == "RSA" {
        findings.push(size(certificate, purpose));
    }
    findings.push(signature(&SIGNATURE_HASH, certificate));
    findings
}

fn private_key(given: Option<bool>) -> Finding {
    let finding = match given {
        Some(there) => PRIVATE_KEY.holds(there, Severity::Error, NO_KEY),
        None => PRIVATE_KEY.unknown(Severity::Error, KEY_UNKNOWN),
    };
    finding.seen("HasPrivateKey", given.map(|there| there.to_string()), Some(true.to_string()))
}

/// Not knowing the provider is no more than a warning: keys of the old kind are what the tools of the products make.
fn provider(is_cng: Option<bool>) -> Finding {
    let finding = match is_cng {
        Some(is_cng) => KEY_PROVIDER.holds(!is_cng, Severity::Error, CNG),
        None => KEY_PROVIDER.unknown(Severity::Warning, PROVIDER_UNKNOWN),
    };
    finding.seen("IsCngKey", is_cng.map(|is_cng| is_cng.to_string()), Some(false.to_string()))
}

fn algorithm(certificate: &Certificate, purpose: Purpose) -> Finding {
    let severity = if purpose.is_connection() { Severity::Warning } else { Severity::Error };
    let found = &certificate.key_algorithm;
    KEY_ALGORITHM.holds(found == "RSA", severity, NOT_RSA).with("algorithm", found).seen(
        "KeyAlgorithm",
        Some(found.clone()),
        Some("RSA".to_owned()),
    )
}

fn size(certificate: &Certificate, purpose: Purpose) -> Finding {
    let is_refused = certificate.key_size.is_some_and(|size| size < REFUSED);
    let severity = if purpose.is_connection() && !is_refused { Severity::Warning } else { Severity::Error };
    let found = certificate.key_size.map(|size| size.to_string());
    let finding = match certificate.key_size {
        Some(size) => KEY_SIZE.holds(size >= ENOUGH, severity, SHORT),
        None => KEY_SIZE.unknown(severity, SIZE_UNKNOWN),
    };
    finding.with("size", found.clone().unwrap_or_default()).seen("KeySize", found, Some(ENOUGH.to_string()))
}

/// What is to be said of a signature algorithm, by the name that Windows shows, with the blank `algorithm`; nothing if its
/// hash can be relied on.
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
pub(super) fn signature(code: &'static Code, certificate: &Certificate) -> Finding {
    let finding = match certificate.hash {
        Strength::Sound => code.pass(Severity::Warning),
        Strength::Weak => code.fail(Severity::Warning, WEAK),
        Strength::Broken => code.fail(Severity::Error, BROKEN),
        Strength::Unknown => code.unknown(Severity::Warning, STRANGE),
    };
    let algorithm = &certificate.signature_algorithm;
    finding.with("algorithm", algorithm).seen("SignatureAlgorithm", Some(algorithm.clone()), None)
}

#[cfg(test)]
mod tests {
    use crate::certificate::Purpose::{self, OAuth, OwaIm, UnifiedMessaging};
    use crate::certificate::Severity::{self, Error, Warning};
    use crate::certificate::Status::{self, Fail, Pass, Unknown};
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
        let expect = |key: Key, purpose: Purpose, expected: Option<(Status, Severity)>| {
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
