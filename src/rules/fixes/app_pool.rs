//! The step that recycles the application pool of OWA. When that is due is for the rules.

use crate::rules::prelude::*;
use crate::rules::topology::im::app_pool::POOL;

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
