//! Algorithms by their object identifiers, under the names that Windows shows. Must not check them beyond how strong a
//! hash is.

/// How far a hash can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strength {
    /// SHA-2 and better.
    Sound,
    /// SHA-1: collisions are feasible, but private authorities of the time of these products use it.
    Weak,
    /// MD5 and older: certificates were forged with it.
    Broken,
    /// Not known to this table.
    Unknown,
}

const SIGNATURES: &[(&str, &str, Strength)] = &[
    ("1.2.840.113549.1.1.2", "md2RSA", Strength::Broken),
    ("1.2.840.113549.1.1.3", "md4RSA", Strength::Broken),
    ("1.2.840.113549.1.1.4", "md5RSA", Strength::Broken),
    ("1.3.14.3.2.3", "md5RSA", Strength::Broken),
    ("1.2.840.113549.1.1.5", "sha1RSA", Strength::Weak),
    ("1.3.14.3.2.29", "sha1RSA", Strength::Weak),
    ("1.2.840.10040.4.3", "sha1DSA", Strength::Weak),
    ("1.2.840.10045.4.1", "sha1ECDSA", Strength::Weak),
    ("1.2.840.113549.1.1.11", "sha256RSA", Strength::Sound),
    ("1.2.840.113549.1.1.12", "sha384RSA", Strength::Sound),
    ("1.2.840.113549.1.1.13", "sha512RSA", Strength::Sound),
    ("1.2.840.10045.4.3.2", "sha256ECDSA", Strength::Sound),
    ("1.2.840.10045.4.3.3", "sha384ECDSA", Strength::Sound),
    ("1.2.840.10045.4.3.4", "sha512ECDSA", Strength::Sound),
    // The hash of this one stands in its parameters, and whether the products take the scheme is not documented.
    ("1.2.840.113549.1.1.10", "RSASSA-PSS", Strength::Unknown),
];

const KEYS: &[(&str, &str)] = &[(RSA, "RSA"), ("1.2.840.10045.2.1", "ECC"), ("1.2.840.10040.4.1", "DSA")];

const CURVES: &[(&str, u32)] = &[("1.2.840.10045.3.1.7", 256), ("1.3.132.0.34", 384), ("1.3.132.0.35", 521)];

/// The object identifier of RSA keys.
pub(super) const RSA: &str = "1.2.840.113549.1.1.1";

/// The name of a signature algorithm and the strength of its hash.
pub(super) fn signature(oid: &str) -> (String, Strength) {
    let known = SIGNATURES.iter().find(|(known, _, _)| *known == oid);
    known.map_or_else(|| (oid.to_owned(), Strength::Unknown), |(_, name, strength)| ((*name).to_owned(), *strength))
}

/// The strength of the hash of a signature algorithm that goes by its name or object identifier.
pub(super) fn strength(algorithm: &str) -> Strength {
    let is = |(oid, name, _): &&(&str, &str, Strength)| *oid == algorithm || name.eq_ignore_ascii_case(algorithm);
    SIGNATURES.iter().find(is).map_or(Strength::Unknown, |(_, _, strength)| *strength)
}

/// The name of the algorithm of a key.
pub(super) fn key(oid: &str) -> String {
    KEYS.iter().find(|(known, _)| *known == oid).map_or(oid, |(_, name)| name).to_owned()
}

/// The size of the keys on a curve, in bits.
pub(super) fn curve_size(oid: &str) -> Option<u32> {
    CURVES.iter().find(|(known, _)| *known == oid).map(|(_, size)| *size)
}
