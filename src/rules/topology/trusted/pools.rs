//! Trusted application pools and trusted applications: which servers need them, and which belong to a server. Answers
//! questions of several rules; checks nothing, and makes no steps.

use crate::facts::{TrustedApplication, TrustedPool};
use crate::rules::prelude::*;
use crate::rules::topology::im::settings::application_id;
use crate::value::APPLICATION_ID;

/// The Exchange versions that Lync has to know by a trusted pool or by a dial plan.
pub(crate) const EXCHANGE: &[ExchangeVersion] =
    &[ExchangeVersion::V2013, ExchangeVersion::V2016, ExchangeVersion::V2019, ExchangeVersion::SubscriptionEdition];
/// The versions of Lync that have these trusted pools.
pub(crate) const LYNC: &[LyncVersion] =
    &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019, LyncVersion::SubscriptionEdition];
/// The interpretation of the versions.
pub(crate) const VERSIONS: Text = Text::new(
    "The documentation is for Exchange 2013 and 2016. The same is taken to apply to Exchange 2019 and SE and to Skype for Business Server 2019 and SE.",
    "La documentation concerne Exchange 2013 et 2016. La même règle est considérée comme valable pour Exchange 2019 et SE et pour Skype Entreprise Server 2019 et SE.",
);

const PREFIX: &str = "urn:application:";

/// The trusted pool of a name.
pub(crate) fn pool<'a>(context: &Context<'a>, name: &str) -> Result<Option<&'a Item<TrustedPool>>, Missing> {
    let pools = context.estate.lync.trusted_pools.items()?;
    Ok(pools.iter().find(|pool| same_name(&pool.fqdn, name)))
}

/// The trusted pools that a server is in: by their own name, or by their computers. Where those of a pool could not be
/// read, it may be one more.
pub(crate) fn pools_of<'a>(context: &Context<'a>, host: &Host) -> Result<Vec<&'a Item<TrustedPool>>, Missing> {
    let is_host = |name: &String| context.estate.host(name) == *host;
    let mut found = Vec::new();
    for pool in context.estate.lync.trusted_pools.items()? {
        if is_host(&pool.fqdn) || computers(pool)?.iter().any(is_host) {
            found.push(pool);
        }
    }
    Ok(found)
}

/// The computers of a trusted pool.
pub(crate) fn computers(pool: &TrustedPool) -> Result<&[String], Missing> {
    let unread = || Missing::not_collected(&lync_sections::TRUSTED_POOLS).on(&pool.fqdn);
    pool.computers.as_deref().ok_or_else(unread)
}

/// The applications of a trusted pool.
pub(crate) fn applications<'a>(
    context: &Context<'a>,
    pool: &str,
) -> Result<Vec<&'a Item<TrustedApplication>>, Missing> {
    let all = context.estate.lync.trusted_applications.items()?;
    Ok(all.iter().filter(|one| same_name(&one.pool, pool)).collect())
}

/// The application of OWA in a trusted pool: the one with the id that was requested, or with the usual one.
pub(crate) fn application<'a>(
    context: &Context<'a>,
    pool: &str,
) -> Result<Option<&'a Item<TrustedApplication>>, Missing> {
    let all = applications(context, pool)?;
    Ok(all.into_iter().find(|one| same_name(bare_id(&one.application_id), bare_id(application_id(context)))))
}

/// An id of an application without the prefix that Lync adds.
pub(crate) fn bare_id(id: &str) -> &str {
    let prefix = id.get(..PREFIX.len()).filter(|start| start.eq_ignore_ascii_case(PREFIX));
    prefix.map_or(id, |prefix| &id[prefix.len()..])
}

/// An id of an application as `New-CsTrustedApplication` takes it; nothing if it does not.
pub(crate) fn valid_id(id: &str) -> Option<String> {
    APPLICATION_ID.check(id).normalized
}
