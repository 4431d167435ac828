//! The step that secures a dial plan. Which security is the right one is for the rules.

use crate::facts::DialPlan;
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans::{levels, security};
use crate::rules::topology::um::encryption::{self, Level, Security};

/// Adds the step that gives a dial plan the security which suits every encryption level: all rules about it want the same
/// one. Nothing where none suits all.
pub(crate) fn fix_security(context: &Context<'_>, plan: &DialPlan, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let levels: Vec<Level> = levels(context)?.into_iter().map(|(_, level)| level).collect();
    if let Some(wanted) = encryption::suiting(&levels) {
        fix.add(secure(plan, security(plan)?, wanted));
    }
    Ok(())
}

fn secure(plan: &DialPlan, found: Security, wanted: Security) -> Step {
    let name = plan.name.as_str();
    let set =
        |security: Security| Cmdlet::new("Set-UMDialPlan").with("Identity", name).with("VoIPSecurity", security.name());
    let as_state = |security: Security| state([("VoIPSecurity", security.name().into())]);
    Step::new(Shell::Exchange, (
            Text::new(
                "Set the security of the dial plan {plan} to {security}",
                "Définir la sécurité du plan de numérotation {plan} sur {security}",
            ),
            args! { plan: name, security: wanted.name() },
        ), set(wanted)).undone_by([set(found)]).changing(Transition { probe: probe(name), before: as_state(found), after: as_state(wanted) }).interrupting(Text::new(
            "New calls of this dial plan must be encrypted. A telephone system that does not support encryption can no longer use it.",
            "Les nouveaux appels de ce plan de numérotation doivent être chiffrés. Un système téléphonique qui ne prend pas en charge le chiffrement ne peut plus l'utiliser.",
        )).verified_by(&["UM-VOIP-ENCRYPTED", "UM-VOIP-COMPAT", "UM-LPE-COMPAT"])
}

/// How the state of a dial plan is read.
pub(crate) fn probe(name: &str) -> Probe {
    Probe::Object { command: Cmdlet::new("Get-UMDialPlan"), filter: [("Name".to_owned(), Value::from(name))].into() }
}
