//! The configuration of the Access Edge service: what it says, and the step that switches one thing on. It is kept in
//! the central store, so the step runs on an inner server; the Edge gets it by replication.

use crate::facts::AccessEdge;
use crate::rules::prelude::*;

const NO_CONFIGURATION: Text =
    Text::new("Lync has no Access Edge configuration.", "Lync n'a aucune configuration du service Edge d'accès.");
const SWITCH_ON: Text =
    Text::new("Enable {property} for the Access Edge", "Activer {property} pour le service Edge d'accès");

/// A switch of the configuration: its name, and its value where that is known.
pub(crate) struct Switch {
    pub(crate) name: &'static str,
    pub(crate) of: fn(&AccessEdge) -> Option<bool>,
}

/// Looks at the configuration; without one the rule fails, since nobody gets in.
pub(crate) fn look<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    look: impl FnOnce(&Item<AccessEdge>, Target, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    let target = Target::new(TargetKind::AccessEdge, "Global");
    match context.estate.lync.access_edge.items()? {
        [] => {
            findings.fail(target, NO_CONFIGURATION, Vec::new(), Vec::new());
        }
        [edge, ..] => findings.for_target(&target.clone(), |findings| look(edge, target, findings)),
    }
    Ok(())
}

/// That a property of the configuration is not known.
pub(crate) const fn unknown() -> Missing {
    Missing::not_collected(&lync_sections::ACCESS_EDGE)
}

/// Checks a switch, which has to be on; `off` says that it is not.
pub(crate) fn judge<'a>(context: &Context<'a>, findings: &mut Findings<'a>, switch: &Switch, off: Text) -> CheckResult {
    look(context, findings, |edge, target, findings| {
        let on = (switch.of)(edge).ok_or_else(unknown)?;
        let evidence = vec![Evidence::actual(switch.name, Some(on.to_string())).expected("true").from(edge)];
        if on {
            findings.pass(target, evidence);
        } else {
            findings.fail(target, off, Vec::new(), evidence);
        }
        Ok(())
    })
}

/// Adds the step that switches it on, where the configuration says that it is off.
pub(crate) fn switch_on(context: &Context<'_>, fix: &mut Fix<'_>, switch: &Switch) -> Result<(), Missing> {
    let known = context.estate.lync.access_edge.items()?;
    if known.first().and_then(|edge| (switch.of)(edge)) == Some(false) {
        fix.add(step(switch.name));
    }
    Ok(())
}

fn step(property: &'static str) -> Step {
    let set = |on: bool| Cmdlet::new("Set-CsAccessEdgeConfiguration").with(property, on);
    let is = |on: bool| state([(property, on.into())]);
    Step::new(Shell::Lync, (SWITCH_ON, args! { property }), set(true))
        .undone_by([set(false)])
        .changing(Transition {
            probe: Probe::Object {
                command: Cmdlet::new("Get-CsAccessEdgeConfiguration"),
                filter: [("Identity".to_owned(), Value::from("Global"))].into(),
            },
            before: is(false),
            after: is(true),
        })
        .verified_by(&["HYB-REPLICATION"])
}
