//! Steps that start services of Windows: which service of which machine a step is about. Adds none.

use crate::rules::prelude::*;
use crate::step::Parameter;

/// Starts a service that is stopped.
pub(crate) const START: &str = "Start-Service";
/// Starts a service anew; one that is stopped as well.
pub(crate) const RESTART: &str = "Restart-Service";

/// Whether a step runs one of these commands for a service of a machine.
pub(crate) fn is_for(step: &Step, commands: &[&str], machine: &str, service: &str) -> bool {
    let Command::Cmdlet(cmdlet) = &step.command else { return false };
    let is_named = |one: &Parameter| one.name == "Name" && one.value == Value::from(service);
    commands.contains(&cmdlet.name.as_ref())
        && step.machine.as_deref() == Some(machine)
        && cmdlet.parameters.iter().any(is_named)
}
