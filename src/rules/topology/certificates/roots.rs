//! Roots of certificates: in which one a certificate ends, and who trusts it. Reads the stores of machines as they were
//! collected; builds no chain and checks nothing.

use crate::facts::StoreCertificate;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{normal_thumbprint, same_thumbprint};
use std::collections::BTreeSet;

/// The certificates in the stores of a machine.
pub(crate) fn stored<'a>(context: &Context<'a>, host: &Host) -> Result<&'a [Item<StoreCertificate>], Missing> {
    context.estate.on(host, &machine_sections::CERTIFICATES, |machine| &machine.certificates)
}

/// What the store of a machine says of a certificate; nothing if the store was not read or does not hold it.
pub(crate) fn in_store<'a>(context: &Context<'a>, host: &Host, thumbprint: &str) -> Option<&'a Item<StoreCertificate>> {
    let is_it = |one: &&Item<StoreCertificate>| {
        one.store.eq_ignore_ascii_case("My") && same_thumbprint(&one.thumbprint, thumbprint)
    };
    stored(context, host).ok()?.iter().find(is_it)
}

/// The thumbprint of the root in which a certificate ends, as the machine that holds it sees it.
pub(crate) fn of(
    context: &Context<'_>,
    host: &Host,
    thumbprint: &str,
    issuer: Option<&str>,
) -> Result<String, Missing> {
    let stored = stored(context, host)?;
    let wanted = normal_thumbprint(thumbprint);
    let own = stored.iter().find(|one| one.root_thumbprint.is_some() && normal_thumbprint(&one.thumbprint) == wanted);
    // Where no chain was built: a root of the machine that has the name of the issuer.
    let is_issuer =
        |one: &&Item<StoreCertificate>| is_root(one) && issuer.is_some() && one.subject.as_deref() == issuer;
    let named = || stored.iter().find(is_issuer).map(|one| one.thumbprint.as_str());
    let root = own.and_then(|one| one.root_thumbprint.as_deref()).or_else(named);
    root.map(normal_thumbprint).ok_or_else(|| Missing::not_collected(&machine_sections::CERTIFICATES).on(host.name()))
}

/// The thumbprints of the roots among some certificates.
pub(crate) fn trusted(stored: &[Item<StoreCertificate>]) -> BTreeSet<String> {
    stored.iter().filter(|one| is_root(one)).map(|one| normal_thumbprint(&one.thumbprint)).collect()
}

fn is_root(one: &StoreCertificate) -> bool {
    one.store.eq_ignore_ascii_case("Root")
}

/// The roots in which several certificates end, as far as they are known.
#[derive(Clone, Default)]
pub(crate) struct Roots {
    /// Their thumbprints.
    pub known: BTreeSet<String>,
    /// What would tell one that is not known.
    pub missing: Option<Missing>,
}

impl Roots {
    /// Adds a root, or what would tell it.
    pub(crate) fn add(&mut self, root: Result<String, Missing>) {
        match root {
            Ok(root) => drop(self.known.insert(root)),
            Err(missing) => drop(self.missing.get_or_insert(missing)),
        }
    }

    /// Adds the roots of a machine, or what would tell them.
    pub(crate) fn add_all(&mut self, roots: &Result<BTreeSet<String>, Missing>) {
        match roots {
            Ok(roots) => self.known.extend(roots.iter().cloned()),
            Err(missing) => self.add(Err(missing.clone())),
        }
    }

    /// Whether there is no certificate at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.known.is_empty() && self.missing.is_none()
    }
}
