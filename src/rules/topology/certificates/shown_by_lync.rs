//! Whether the certificate that a machine of Lync shows to Exchange is one that a certification authority signed and that
//! is valid now. Which machines matter is for the rules.

use crate::facts::{Host, LyncCertificate, Missing, lync_sections};
use crate::message::Text;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Report, Target};
use crate::rules::topology::im::defects::{EXPIRED, NOT_YET_VALID};
use crate::rules::topology::lync::servers::Assigned;
use crate::rules::topology::um::certificate_bindings::Fault;
use std::collections::BTreeSet;

const NONE: Text = Text::new(
    "{server} has no certificate for the use Default.",
    "{server} n'a pas de certificat pour l'usage Default.",
);
const SELF_SIGNED: Text = Text::new(
    "The certificate {subject} of {server} is signed by itself.",
    "Le certificat {subject} de {server} est auto-signé.",
);

/// Judges each of these machines by its certificate for the use Default.
pub(crate) fn judge(context: &Context<'_>, report: &mut Report<'_>, hosts: &BTreeSet<Host>) -> Checked {
    let assigned = Assigned::new(context)?;
    for host in hosts {
        let target = Target::server(host);
        report.each(&target.clone(), |report| {
            let Some(certificate) = assigned.default_of(host)? else {
                report.fail(target, NONE, vec![("server", host.name().to_owned())], Vec::new());
                return Ok(());
            };
            let evidence = vec![
                Evidence::read("Thumbprint", Some(certificate.thumbprint.as_str())).from(certificate),
                Evidence::read("Issuer", certificate.issuer.as_deref()).from(certificate),
            ];
            match fault(context, host, certificate)? {
                None => report.pass(target, evidence),
                Some((text, args)) => report.fail(target, text, args, evidence),
            }
            Ok(())
        });
    }
    Ok(())
}

/// What is wrong with a certificate, or what has to be asked for.
fn fault(context: &Context<'_>, host: &Host, certificate: &LyncCertificate) -> Result<Option<Fault>, Missing> {
    let missing = || Missing::never(&lync_sections::CERTIFICATES).on(host.name());
    let subject = certificate.subject.as_deref().ok_or_else(missing)?;
    let issuer = certificate.issuer.as_deref().ok_or_else(missing)?;
    let (start, end) = certificate.not_before.zip(certificate.not_after).ok_or_else(missing)?;
    let now = context.estate.now;
    let faults = [(SELF_SIGNED, subject == issuer), (EXPIRED, end < now), (NOT_YET_VALID, start > now)];
    let text = faults.into_iter().find(|(_, is_so)| *is_so).map(|(text, _)| text);
    let args = vec![
        ("server", host.name().to_owned()),
        ("subject", subject.to_owned()),
        ("start", start.to_string()),
        ("end", end.to_string()),
    ];
    Ok(text.map(|text| (text, args)))
}
