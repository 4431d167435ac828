//! The step that changes one setting of a service of unified messaging. Which setting is right is for the rules.

use crate::rules::prelude::*;
use crate::rules::topology::um::services::{Endpoint, words};

/// A setting of a service: its name, its value now, and the value that it shall have.
#[derive(Clone)]
pub(crate) struct Change {
    pub(crate) setting: &'static str,
    pub(crate) now: Value,
    pub(crate) wanted: Value,
}

/// What adds the step that changes a setting of a service.
pub(crate) fn fix<'a>(
    host: &Host,
    endpoint: Endpoint<'a>,
    change: Change,
) -> impl Fn(&mut Fix<'_>) -> Result<(), Missing> + use<'a> {
    let host = host.clone();
    move |fix| {
        fix.add(step(&host, endpoint, change.clone()));
        Ok(())
    }
}

fn step(host: &Host, endpoint: Endpoint<'_>, Change { setting, now, wanted }: Change) -> Step {
    // Nothing empties a list; an empty one is not taken by every session.
    let given = |value: Value| if value == Value::List(Vec::new()) { Value::Nothing } else { value };
    let set = |value: Value| endpoint.set(host).with(setting, given(value));
    let mut args = words(host, endpoint);
    args.push(("setting", setting.to_owned()));
    Step::new(
        Shell::Exchange,
        (Text::new("Set {setting} of {service} on {server}", "Définir {setting} de {service} sur {server}"), args),
        set(wanted.clone()),
    )
    .undone_by([set(now.clone())])
    .changing(Transition {
        // Each answers with the one object of the server that it is asked for.
        probe: Probe::Object { command: endpoint.get(host), filter: [].into() },
        before: state([(setting, now)]),
        after: state([(setting, wanted)]),
    })
    .verified_by(&["TAP-EX-IN-SIP-DIALPLANS"])
}
