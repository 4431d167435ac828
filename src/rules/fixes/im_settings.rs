//! The steps that give a server the two settings of instant messaging, wherever its version keeps them.

use super::{setting_overrides, web_config};
use crate::facts::ExchangeCertificate;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::normal_thumbprint;
use crate::rules::topology::im::selection::{select_certificate, select_pool};
use crate::rules::topology::im::servers::version;
use crate::rules::topology::im::settings::im_settings_of;
use crate::rules::topology::im::suitable::is_suitable;
use crate::rules::topology::im::values::is_pool;

/// Adds the steps that give a server the settings that it should have.
pub(crate) fn fix(context: &Context<'_>, server: &Server<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    if version(server)? >= ExchangeVersion::V2016 {
        setting_overrides::fix(context, server, fix)
    } else {
        web_config::set(context, server, fix)
    }
}

/// The same for what is wrong with a certificate: only another one that does fixes it, whatever else the settings need.
pub(crate) fn fix_certificate(context: &Context<'_>, server: &Server<'_>, handle: &mut Fix<'_>) -> Result<(), Missing> {
    let used = im_settings_of(context, server)?.thumbprint.map(|used| normal_thumbprint(&used));
    let wanted = select_certificate(context, server)?;
    let is_better = |one: &Item<ExchangeCertificate>| {
        used != Some(normal_thumbprint(&one.thumbprint)) && is_suitable(context, server, one)
    };
    if wanted.value().is_some_and(|one| is_better(one)) { fix(context, server, handle) } else { Ok(()) }
}

/// The same for what is wrong with a pool: only another one fixes it.
pub(crate) fn fix_pool(context: &Context<'_>, server: &Server<'_>, handle: &mut Fix<'_>) -> Result<(), Missing> {
    let used = im_settings_of(context, server)?.server_name.unwrap_or_default();
    let wanted = select_pool(context, server)?;
    if wanted.value().is_some_and(|wanted| !is_pool(&used, wanted)) { fix(context, server, handle) } else { Ok(()) }
}
