//! The application pool of OWA: since when it runs, and the step that recycles it. When that is due is for the rules.

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

/// The recycle of one machine, after some steps.
pub(crate) fn recycle(machine: String, follows: Vec<usize>) -> Step {
    Step::new(
        Shell::Local,
        (
            Text::new("Recycle MSExchangeOWAAppPool on {server}", "Recycler MSExchangeOWAAppPool sur {server}"),
            args! { server: machine },
        ),
        Cmdlet::new("Restart-WebAppPool").with("Name", POOL),
    )
    .on(machine)
    .following(follows)
    .interrupting(Text::new(
        "Users of Outlook on the web on this server are signed out briefly.",
        "Les utilisateurs d'Outlook sur le web sur ce serveur sont brièvement déconnectés.",
    ))
    .verified_by(&["OWA-VERIFY-EVENT112", "OWA-VERIFY-LOGDIR", "OWA-HEALTHSET"])
}
