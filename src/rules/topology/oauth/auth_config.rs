//! The certificate that Exchange signs its tokens with, as its configuration names it. Checks nothing.

use crate::facts::{AuthConfig, ExchangeCertificate};
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{installed_certificate, normal_thumbprint};

/// The name that Setup gives the certificate, in every language; the French page cuts it off.
pub(crate) const NAME: &str = "Microsoft Exchange Server Auth Certificate";

/// The configuration, and the thumbprint that it names; an empty one if it names none.
pub(crate) fn current<'a>(context: &Context<'a>) -> Result<(&'a Item<AuthConfig>, String), Missing> {
    let missing = || Missing::not_collected(&exchange_sections::AUTH_CONFIG);
    let configuration = context.estate.exchange.auth_config.items()?.first().ok_or_else(missing)?;
    let thumbprint = configuration.current_certificate_thumbprint.as_deref().unwrap_or_default();
    Ok((configuration, normal_thumbprint(thumbprint)))
}

/// What is wrong with a certificate as far as signing goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The server does not have it.
    Absent,
    /// Its private key is not there.
    NoKey,
    /// It is no longer valid, or not yet.
    Dates,
}

/// The certificate of a thumbprint on a server, and what is wrong with it.
pub(crate) fn on<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
    thumbprint: &str,
) -> Result<(Option<&'a Item<ExchangeCertificate>>, Option<Fault>), Missing> {
    let Some(found) = installed_certificate(context, server, thumbprint)? else {
        return Ok((None, Some(Fault::Absent)));
    };
    let missing = || Missing::not_collected(&exchange_sections::CERTIFICATES).on(server.host.name());
    let (start, end) = (found.not_before.ok_or_else(missing)?, found.not_after.ok_or_else(missing)?);
    let now = context.estate.now;
    let fault = if !found.has_private_key.ok_or_else(missing)? {
        Some(Fault::NoKey)
    } else if end <= now || start > now {
        Some(Fault::Dates)
    } else {
        None
    };
    Ok((Some(found), fault))
}
