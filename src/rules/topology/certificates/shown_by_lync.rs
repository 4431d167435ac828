//! Whether the certificate that a machine of Lync shows to Exchange is one that a certification authority signed and that
//! is valid now. Which machines matter is for the rules.

use crate::facts::LyncCertificate;
use crate::rules::prelude::*;
use crate::rules::topology::im::defects::{EXPIRED, NOT_YET_VALID};
use crate::rules::topology::lync::servers::Assigned;
use crate::rules::topology::um::certificate_bindings::Fault;
use std::collections::BTreeSet;

const NO_DEFAULT_CERTIFICATE: Text =
    Text::new("{server} has no certificate of type Default.", "{server} n'a pas de certificat de type Default.");
const SELF_SIGNED: Text = Text::new(
    "The certificate {subject} of {server} is self-signed.",
    "Le certificat {subject} de {server} est auto-signé.",
);

/// Checks each of these machines by its certificate for the use Default.
pub(crate) fn judge<'a>(context: &Context<'a>, findings: &mut Findings<'a>, hosts: &BTreeSet<Host>) -> CheckResult {
    let assigned = Assigned::new(context)?;
    for host in hosts {
        let target = Target::server(host);
        findings.for_target(&target.clone(), |findings| {
            let Some(certificate) = assigned.default_of(host)? else {
                findings.fail(target, NO_DEFAULT_CERTIFICATE, args! { server: host.name() }, Vec::new());
                return Ok(());
            };
            let evidence = vec![
                Evidence::actual("Thumbprint", Some(certificate.thumbprint.as_str())).from(certificate),
                Evidence::actual("Issuer", certificate.issuer.as_deref()).from(certificate),
            ];
            match fault(context, host, certificate)? {
                None => findings.pass(target, evidence),
                Some((text, args)) => {
                    findings.fail(target, text, args, evidence);
                }
            }
            Ok(())
        });
    }
    Ok(())
}

/// What is wrong with a certificate, or what has to be asked for.
fn fault(context: &Context<'_>, host: &Host, certificate: &LyncCertificate) -> Result<Option<Fault>, Missing> {
    let missing = || Missing::not_collected(&lync_sections::CERTIFICATES).on(host.name());
    let subject = certificate.subject.as_deref().ok_or_else(missing)?;
    let issuer = certificate.issuer.as_deref().ok_or_else(missing)?;
    let (start, end) = certificate.not_before.zip(certificate.not_after).ok_or_else(missing)?;
    let now = context.estate.now;
    let faults = [(SELF_SIGNED, subject == issuer), (EXPIRED, end < now), (NOT_YET_VALID, start > now)];
    let text = faults.into_iter().find(|(_, is_so)| *is_so).map(|(text, _)| text);
    let args = args! { server: host.name(), subject, start, end };
    Ok(text.map(|text| (text, args)))
}
