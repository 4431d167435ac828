//! How certificates for tokens are signed: whether the hash can be relied on. Where such a certificate is named, and what
//! else must hold for it, is not known here.

use crate::certificate::signature_fault;
use crate::facts::{Host, Item, Missing, StoreCertificate, machine_sections};
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Report, Target};
use crate::rules::model::rule::Severity;
use crate::rules::topology::oauth::issuer::Stores;

/// Judges a certificate that `named` names, from the store of any of these machines, since it is the same on all of them.
/// No page speaks of the hash, so it is never more than a warning.
pub(crate) fn judge<'a>(
    context: &Context<'a>,
    stores: &Stores<'a>,
    (named, thumbprint): (&str, &str),
    hosts: &[Host],
    report: &mut Report<'_>,
) {
    let target = Target::new("Certificate", thumbprint);
    report.each(&target, |report| {
        let told = |(_, one): &(_, &'a Item<StoreCertificate>)| Some((*one, one.signature_algorithm.as_deref()?));
        let mut algorithms = stores.of(thumbprint).iter().filter_map(told);
        let Some((item, algorithm)) = algorithms.find(|(_, algorithm)| !algorithm.is_empty()) else {
            return unread(context, stores, thumbprint, hosts);
        };
        let evidence = vec![
            Evidence::read(named, Some(thumbprint)),
            Evidence::read("SignatureAlgorithm", Some(algorithm)).from(item),
        ];
        match signature_fault(algorithm) {
            Some(text) => report.fail(target.clone(), text, vec![("algorithm", algorithm.to_owned())], evidence),
            None => report.pass(target.clone(), evidence),
        }
        Ok(())
    });
    report.weigh_target(&target, Severity::Warning);
}

/// The store that would tell. A certificate that is in none of those that were read is missed by other findings.
fn unread(context: &Context<'_>, stores: &Stores<'_>, thumbprint: &str, hosts: &[Host]) -> Checked {
    let section = &machine_sections::CERTIFICATES;
    if let Some((host, _)) = stores.of(thumbprint).first() {
        return Err(Missing::never(section).on(host.name()));
    }
    for host in hosts {
        context.estate.on(host, section, |machine| &machine.certificates)?;
    }
    Ok(())
}
