//! Replication of the central store: which Edge servers it has to reach, and the step that starts it. Judges nothing.

use super::context::Context;
use crate::facts::{Host, Missing, Shell};
use crate::message::Text;
use crate::step::{Cmdlet, Step};
use std::collections::BTreeSet;

/// The Edge servers of the topology.
pub(super) fn edges(context: &Context<'_>) -> Result<BTreeSet<Host>, Missing> {
    let is_edge = |service: &String| service.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("Edge"));
    let pools = context.estate.lync.pools.known()?.iter();
    let with_edge = pools.filter(|pool| pool.services.iter().flatten().any(is_edge));
    let computers = with_edge.flat_map(|pool| pool.computers.iter().flatten());
    Ok(computers.map(|name| context.estate.host(name)).collect())
}

/// The step that sends the configuration to all replicas. It has no state to wait for: replicas follow in their own time.
pub(super) fn replicate(follows: Vec<usize>) -> Step {
    Step {
        title: (
            Text::new("Send the configuration to every replica", "Envoyer la configuration à chaque réplica"),
            Vec::new(),
        ),
        shell: Shell::Lync,
        machine: None,
        command: Cmdlet::new("Invoke-CsManagementStoreReplication").into(),
        undo: Vec::new(),
        transition: None,
        follows,
        interrupts: None,
        verified_by: &["HYB-REPLICATION", "HYB-EDGE-LOCALSTORE"],
    }
}
