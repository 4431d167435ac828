//! The step that sends the configuration of the central store to all replicas. Judges nothing.

use crate::facts::Shell;
use crate::message::Text;
use crate::step::{Cmdlet, Step};

/// It has no state to wait for: replicas follow in their own time.
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
