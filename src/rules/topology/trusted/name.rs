//! Under which name Lync knows a server: that of its certificate, where the certificate can stand for the server.
//! Checks nothing: what a wrong name means is for the rules.

use crate::facts::ExchangeCertificate;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{common_name, is_full_name};
use crate::rules::topology::im::selection::{owa_certificate, select_certificate};
use crate::rules::topology::im::suitable::stands_for;
use crate::rules::topology::trusted::pools::pools_of;

/// The name by which Lync has to know a server: the subject of its certificate if that can stand for the server, or else
/// its own full name, which the certificate then has to get. While the certificate is not known, the one trusted pool that
/// names the server tells.
pub(crate) fn trusted_name(context: &Context<'_>, server: &Server<'_>) -> Result<String, Missing> {
    let by_certificate = || {
        let Some(certificate) = certificate(context, server)? else { return Ok(None) };
        let subject = common_name(certificate.subject.as_deref().unwrap_or_default());
        let subject = subject.filter(|name| is_full_name(name));
        Ok(if subject.is_some() && stands_for(context, server, certificate)? { subject } else { None })
    };
    match by_certificate() {
        Ok(subject) => Ok(subject.unwrap_or_else(|| server.host.name()).to_lowercase()),
        Err(missing) => match pools_of(context, &server.host).unwrap_or_default().as_slice() {
            [only] => Ok(only.fqdn.to_lowercase()),
            _ => Err(missing),
        },
    }
}

/// The certificate whose name counts: the one that a server should use, or else the one that it uses, since a certificate
/// that does not do any more still says under which name the server is known.
pub(crate) fn certificate<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
) -> Result<Option<&'a Item<ExchangeCertificate>>, Missing> {
    match select_certificate(context, server)?.value() {
        Some(wanted) => Ok(Some(*wanted)),
        None => owa_certificate(context, server),
    }
}
