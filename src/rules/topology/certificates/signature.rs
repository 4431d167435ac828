//! How certificates for tokens are signed: whether the hash can be relied on. Where such a certificate is named, and what
//! else must hold for it, is not known here.

use crate::certificate::signature_fault;
use crate::facts::StoreCertificate;
use crate::rules::prelude::*;
use crate::rules::topology::oauth::issuer::Stores;

/// Checks a certificate that `named` names, from the store of any of these machines, since it is the same on all of
/// them. No page speaks of the hash, so it is never more than a warning.
pub(crate) fn judge<'a>(
    context: &Context<'a>,
    stores: &Stores<'a>,
    (named, thumbprint): (&str, &str),
    hosts: &[Host],
    findings: &mut Findings<'a>,
) {
    let target = Target::new(TargetKind::Certificate, thumbprint);
    findings.with_severity(Severity::Warning, |findings| {
        findings.for_target(&target, |findings| {
            let told = |(_, one): &(_, &'a Item<StoreCertificate>)| Some((*one, one.signature_algorithm.as_deref()?));
            let mut algorithms = stores.of(thumbprint).iter().filter_map(told);
            let Some((item, algorithm)) = algorithms.find(|(_, algorithm)| !algorithm.is_empty()) else {
                return unread(context, stores, thumbprint, hosts);
            };
            let evidence = vec![
                Evidence::actual(named, Some(thumbprint)),
                Evidence::actual("SignatureAlgorithm", Some(algorithm)).from(item),
            ];
            match signature_fault(algorithm) {
                Some(text) => {
                    findings.fail(target.clone(), text, args! { algorithm }, evidence);
                }
                None => findings.pass(target.clone(), evidence),
            }
            Ok(())
        });
    });
}

/// The store that would tell. A certificate that is in none of those that were read is missed by other findings.
fn unread(context: &Context<'_>, stores: &Stores<'_>, thumbprint: &str, hosts: &[Host]) -> CheckResult {
    let section = &machine_sections::CERTIFICATES;
    if let Some((host, _)) = stores.of(thumbprint).first() {
        return Err(Missing::not_collected(section).on(host.name()));
    }
    for host in hosts {
        context.estate.on(host, section, |machine| &machine.certificates)?;
    }
    Ok(())
}
