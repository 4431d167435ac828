//! The instant messaging provider of Outlook on the web, which UCMA 4.0 brings: whether a server has it. Checks nothing.

use crate::facts::{Build, InstalledProduct, ProviderLibrary};
use crate::rules::prelude::*;
use crate::rules::topology::im::app_pool::im_started;

/// The build of Exchange SE that was released with instant messaging, RTM. Its security updates change the last number
/// only.
const RTM: u32 = 2562;

/// Whether a build of Exchange SE is one that was released with instant messaging.
pub(crate) const fn is_released_with_it(build: Build) -> bool {
    build.build <= RTM
}

/// Whether a server may have lost instant messaging by an update: Exchange SE after RTM.
pub(crate) fn may_have_lost_it(server: &Server<'_>) -> bool {
    server.version == Some(ExchangeVersion::SubscriptionEdition)
        && server.build.is_some_and(|build| !is_released_with_it(build))
}

/// Whether the facts show that an update took instant messaging from a server: its build may have lost it, it has no
/// provider, and instant messaging did not start with the application pool. Nothing may be planned that would have to bring
/// it back.
pub(crate) fn is_gone(context: &Context<'_>, server: &Server<'_>) -> bool {
    may_have_lost_it(server)
        && is_absent(context, &server.host)
        && matches!(im_started(context, &server.host), Ok(Some(false)))
}

/// The entry that names a library.
pub(crate) fn named(providers: &[Item<ProviderLibrary>]) -> Option<&Item<ProviderLibrary>> {
    let is_named = |path: &str| !path.trim().is_empty();
    providers.iter().find(|one| one.implementation_dll_path.as_deref().is_some_and(is_named))
}

/// Whether it is known that a server has no provider: none is named, its library is not there, or Windows lists products
/// and no UCMA 4.0. What nobody collected is not absent.
fn is_absent(context: &Context<'_>, host: &Host) -> bool {
    let providers = context.estate.on(host, &machine_sections::PROVIDER, |machine| &machine.provider);
    let has_none = providers.is_ok_and(|all| named(all).is_none_or(|one| one.library_exists == Some(false)));
    has_none || products(context, host).is_ok_and(|all| !all.iter().any(|one| is_ucma_4(one)))
}

/// The products of UCMA on a server.
pub(crate) fn products<'a>(context: &Context<'a>, host: &Host) -> Result<&'a [Item<InstalledProduct>], Missing> {
    context.estate.on(host, &machine_sections::UCMA, |machine| &machine.ucma)
}

/// Whether a product is UCMA 4.0: its name says so, as in `Microsoft Unified Communications Managed API 4.0, Runtime`.
pub(crate) fn is_ucma_4(product: &InstalledProduct) -> bool {
    let name = product.name.to_lowercase();
    let number = name.split("managed api").nth(1).unwrap_or_default().trim_start();
    number.strip_prefix("4.0").is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
}
