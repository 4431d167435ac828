//! The application pool of OWA: since when it runs, and whether instant messaging started with it. Checks nothing.

use crate::facts::Time;
use crate::rules::prelude::*;

/// Its name.
pub(crate) const POOL: &str = "MSExchangeOWAAppPool";

/// Since when the pool runs on a machine; nothing if it does not.
pub(crate) fn started(context: &Context<'_>, host: &Host) -> Result<Option<Time>, Missing> {
    let pools = context.estate.on(host, &machine_sections::APP_POOLS, |machine| &machine.app_pools)?;
    let pool = pools.iter().find(|pool| pool.name.eq_ignore_ascii_case(POOL));
    Ok(pool.and_then(|pool| pool.started))
}

/// The event with which Outlook on the web reports that instant messaging started.
pub(crate) const IM_STARTED: u32 = 112;

/// Whether instant messaging started since the pool did; nothing if the pool does not run.
pub(crate) fn im_started(context: &Context<'_>, host: &Host) -> Result<Option<bool>, Missing> {
    let events = context.estate.on(host, &machine_sections::EVENTS, |machine| &machine.events)?;
    let since = started(context, host)?;
    Ok(since.map(|since| events.iter().any(|event| event.id == IM_STARTED && event.time >= since)))
}
