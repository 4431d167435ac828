//! The step that sets one property of the OAuth configuration of Lync. Which one is due is for the rules.

use crate::facts::Shell;
use crate::message::Text;
use crate::step::{Cmdlet, Probe, Step, Transition, Value, state};

/// Sets a property; taken back, it is as it was found.
pub(crate) fn step(
    title: Text,
    property: &'static str,
    found: Value,
    wanted: &str,
    verified_by: &'static [&'static str],
) -> Step {
    let set = |to: Value| Cmdlet::new("Set-CsOAuthConfiguration").with("Identity", "global").with(property, to);
    Step {
        title: (title, Vec::new()),
        shell: Shell::Lync,
        machine: None,
        command: set(wanted.into()).into(),
        undo: vec![set(found.clone()).into()],
        transition: Some(Transition {
            probe: Probe::Object {
                command: Cmdlet::new("Get-CsOAuthConfiguration"),
                filter: [("Identity".to_owned(), Value::from("Global"))].into(),
            },
            before: state([(property, found)]),
            after: state([(property, wanted.into())]),
        }),
        follows: Vec::new(),
        interrupts: None,
        verified_by,
    }
}
