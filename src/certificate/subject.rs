//! Names in a certificate: the common name of a subject, and names of servers in the one form in which they compare.
//! Must not fix a name: what Windows would not find equal is not equal here.

use crate::value::{FQDN, codes};
use std::collections::HashSet;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::{Tag, Tagged};
use x509_cert::name::Name;

const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");

/// The common name of a subject. Of several, the last in the bytes is the most particular one.
pub(super) fn common_name(subject: &Name) -> Option<String> {
    let found = subject.iter().filter(|part| part.oid == COMMON_NAME).last()?;
    let bytes = found.value.value();
    Some(match found.value.tag() {
        Tag::BmpString => {
            let units: Vec<u16> =
                bytes.chunks(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte))).collect();
            String::from_utf16_lossy(&units)
        }
        // Windows reads this one as Latin-1.
        Tag::TeletexString => bytes.iter().map(|byte| char::from(*byte)).collect(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    })
}

/// The form in which names compare: lower case, letters outside of ASCII as DNS writes them. A name that DNS would not
/// take stays as it is.
pub(super) fn folded(name: &str) -> String {
    let ascii = name.to_ascii_lowercase();
    if ascii.is_ascii() {
        return ascii;
    }
    let checked = FQDN.check(&ascii);
    let only_letters = checked.problems.iter().all(|problem| *problem.code() == codes::FQDN_INTERNATIONAL);
    checked.normalized.filter(|_| only_letters).unwrap_or(ascii)
}

/// A set of names of a certificate. Asking it takes the same time however many names there are.
pub(super) struct Names(HashSet<String>);

impl Names {
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self(names.map(folded).collect())
    }

    /// Whether the name itself is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(&folded(name))
    }

    /// Whether the name is there, or a wildcard that stands for it: for exactly one label, the first.
    pub(super) fn covers(&self, name: &str) -> bool {
        let wildcard = || folded(name).split_once('.').is_some_and(|(_, rest)| self.0.contains(&format!("*.{rest}")));
        self.has(name) || wildcard()
    }

    /// Whether a domain is there, or a name in it.
    pub(super) fn has_domain(&self, domain: &str) -> bool {
        let domain = folded(domain);
        self.0.iter().any(|name| {
            name.strip_suffix(domain.as_str()).is_some_and(|before| before.is_empty() || before.ends_with('.'))
        })
    }
}
