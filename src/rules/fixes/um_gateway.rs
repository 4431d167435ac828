//! The step that sets one property of a gateway of unified messaging.

use crate::facts::IpGateway;
use crate::rules::prelude::*;

/// The step that sets one property of a gateway.
pub(crate) fn set(gateway: &IpGateway, setting: &'static str, now: Value, wanted: Value) -> Step {
    let name = gateway.name.as_str();
    let command = |value: Value| Cmdlet::new("Set-UMIPGateway").with("Identity", name).with(setting, value);
    Step::new(
        Shell::Exchange,
        (
            Text::new(
                "Set {setting} of the UM IP gateway {gateway}",
                "Définir {setting} de la passerelle IP de messagerie unifiée {gateway}",
            ),
            args! { setting, gateway: name },
        ),
        command(wanted.clone()),
    )
    .undone_by([command(now.clone())])
    .changing(Transition {
        probe: Probe::Object {
            command: Cmdlet::new("Get-UMIPGateway"),
            filter: [("Name".to_owned(), Value::from(name))].into(),
        },
        before: state([(setting, now)]),
        after: state([(setting, wanted)]),
    })
}
