//! The configuration of the Access Edge service: what it says, and the step that switches one thing on. It is kept in
//! the central store, so the step runs on an inner server; the Edge gets it by replication.

use crate::facts::{AccessEdge, Item, Missing, Shell, lync_sections};
use crate::message::Text;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Finding, Report, Target};
use crate::rules::model::rule::Steps;
use crate::step::{Cmdlet, Probe, Step, Transition, Value, state};

const NONE: Text = Text::new(
    "Lync has no configuration of the Access Edge.",
    "Lync n'a aucune configuration du service Edge d'accès.",
);
const SWITCH_ON: Text =
    Text::new("Switch {property} on for the Access Edge", "Activer {property} pour le service Edge d'accès");

/// A switch of the configuration: its name, and its value where that is known.
pub(crate) struct Switch {
    pub(crate) name: &'static str,
    pub(crate) of: fn(&AccessEdge) -> Option<bool>,
}

/// Looks at the configuration; without one the rule fails, since nobody gets in.
pub(crate) fn look(
    context: &Context<'_>,
    report: &mut Report<'_>,
    look: impl FnOnce(&Item<AccessEdge>, Target, &mut Report<'_>) -> Checked,
) -> Checked {
    let target = Target::new("AccessEdge", "Global");
    match context.estate.lync.access_edge.known()? {
        [] => report.fail(target, NONE, Vec::new(), Vec::new()),
        [edge, ..] => report.each(&target.clone(), |report| look(edge, target, report)),
    }
    Ok(())
}

/// That a property of the configuration is not known.
pub(crate) const fn unknown() -> Missing {
    Missing::never(&lync_sections::ACCESS_EDGE)
}

/// Judges a switch, which has to be on; `off` says that it is not.
pub(crate) fn judge(context: &Context<'_>, report: &mut Report<'_>, switch: &Switch, off: Text) -> Checked {
    look(context, report, |edge, target, report| {
        let on = (switch.of)(edge).ok_or_else(unknown)?;
        let evidence = vec![Evidence::read(switch.name, Some(on.to_string())).expected("true").from(edge)];
        if on {
            report.pass(target, evidence);
        } else {
            report.fail(target, off, Vec::new(), evidence);
        }
        Ok(())
    })
}

/// Adds the step that switches it on, where the configuration says that it is off.
pub(crate) fn switch_on(
    context: &Context<'_>,
    finding: &Finding,
    steps: &mut Steps,
    switch: &Switch,
) -> Result<(), Missing> {
    let known = context.estate.lync.access_edge.known()?;
    if known.first().and_then(|edge| (switch.of)(edge)) == Some(false) {
        steps.add(finding, step(switch.name));
    }
    Ok(())
}

fn step(property: &'static str) -> Step {
    let set = |on: bool| Cmdlet::new("Set-CsAccessEdgeConfiguration").with(property, on);
    let is = |on: bool| state([(property, on.into())]);
    Step {
        title: (SWITCH_ON, vec![("property", property.to_owned())]),
        shell: Shell::Lync,
        machine: None,
        command: set(true).into(),
        undo: vec![set(false).into()],
        transition: Some(Transition {
            probe: Probe::Object {
                command: Cmdlet::new("Get-CsAccessEdgeConfiguration"),
                filter: [("Identity".to_owned(), Value::from("Global"))].into(),
            },
            before: is(false),
            after: is(true),
        }),
        follows: Vec::new(),
        interrupts: None,
        verified_by: &["HYB-REPLICATION"],
    }
}
