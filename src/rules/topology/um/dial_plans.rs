//! The dial plans of unified messaging: which are for Lync (`SipName`), how they are secured, and the step that secures
//! one. Which security is the right one is for `um_encryption` and the rules.

use crate::facts::{DialPlan, Item, Missing, Shell, exchange_sections, lync_sections, same_name};
use crate::message::Text;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Finding, Report, Target};
use crate::rules::model::rule::Steps;
use crate::rules::topology::um::encryption::{self, Level, Security, Verdict};
use crate::step::{Cmdlet, Probe, Step, Transition, Value, state};
use std::collections::HashMap;

/// Whether a dial plan is for Lync.
pub(crate) fn is_sip(plan: &DialPlan) -> Result<bool, Missing> {
    let kind = plan.uri_type.as_deref().ok_or_else(|| unknown(plan))?;
    Ok(kind.eq_ignore_ascii_case("SipName"))
}

/// A property of a dial plan that was not collected.
pub(crate) fn unknown(plan: &DialPlan) -> Missing {
    Missing::never(&exchange_sections::UM_DIAL_PLANS).on(&plan.name)
}

/// The dial plans for Lync.
pub(crate) fn sip_plans<'a>(context: &Context<'a>) -> Result<Vec<&'a Item<DialPlan>>, Missing> {
    let mut plans = Vec::new();
    for plan in context.estate.exchange.um_dial_plans.known()? {
        if is_sip(plan)? {
            plans.push(plan);
        }
    }
    Ok(plans)
}

/// Whether each dial plan is for Lync, by name in lower case.
pub(crate) fn by_name(context: &Context<'_>) -> Result<HashMap<String, bool>, Missing> {
    let plans = context.estate.exchange.um_dial_plans.known()?.iter();
    plans.map(|plan| Ok((plan.name.to_lowercase(), is_sip(plan)?))).collect()
}

/// What a finding about a dial plan is about.
pub(crate) fn target(plan: &DialPlan) -> Target {
    Target::new("DialPlan", &plan.name)
}

/// Looks at each dial plan for Lync.
pub(crate) fn each(
    context: &Context<'_>,
    report: &mut Report<'_>,
    look: impl Fn(&Item<DialPlan>, &mut Report<'_>) -> Checked,
) -> Checked {
    for plan in sip_plans(context)? {
        report.each(&target(plan), |report| look(plan, report));
    }
    Ok(())
}

/// How a dial plan is secured.
pub(crate) fn security(plan: &DialPlan) -> Result<Security, Missing> {
    plan.voip_security.as_deref().and_then(Security::parse).ok_or_else(|| unknown(plan))
}

/// The security as evidence.
pub(crate) fn evidence(plan: &Item<DialPlan>) -> Evidence {
    Evidence::read("VoIPSecurity", plan.voip_security.as_deref()).from(plan)
}

/// The encryption levels of all media configurations, each with the configuration that has it.
pub(crate) fn levels<'a>(context: &Context<'a>) -> Result<Vec<(&'a str, Level)>, Missing> {
    let configurations = context.estate.lync.media_configurations.known()?.iter();
    let level = |text: &str| Level::parse(text);
    let read = configurations.map(|one| {
        let unknown = || Missing::never(&lync_sections::MEDIA_CONFIGURATIONS).on(&one.identity);
        let found = one.encryption_level.as_deref().and_then(level).ok_or_else(unknown)?;
        Ok((one.identity.as_str(), found))
    });
    read.collect()
}

/// Judges each dial plan beside each encryption level; `clash` says which of them do not go together.
pub(crate) fn each_pair(
    context: &Context<'_>,
    report: &mut Report<'_>,
    verdict: fn(Level, Security) -> Verdict,
    clash: Text,
) -> Checked {
    let levels = levels(context)?;
    each(context, report, |plan, report| {
        let security = security(plan)?;
        let shown = |(name, level): &(&str, Level)| format!("{} ({name})", level.name());
        let wrong = levels.iter().filter(|(_, level)| !verdict(*level, security).is_fine());
        let wrong: Vec<String> = wrong.map(shown).collect();
        let all = levels.iter().map(shown).collect::<Vec<_>>().join(", ");
        let evidence = vec![evidence(plan), Evidence::read("EncryptionLevel", Some(all))];
        if wrong.is_empty() {
            report.pass(target(plan), evidence);
            return Ok(());
        }
        let args =
            vec![("plan", plan.name.clone()), ("security", security.name().to_owned()), ("levels", wrong.join(", "))];
        report.fail(target(plan), clash, args, evidence);
        Ok(())
    })
}

/// Adds the step that gives the dial plan of a finding the security which suits every encryption level: all rules about
/// it want the same one. Nothing where none suits all.
pub(crate) fn mend_security(context: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    let levels: Vec<Level> = levels(context)?.into_iter().map(|(_, level)| level).collect();
    let plans = sip_plans(context)?;
    let plan = plans.into_iter().find(|plan| same_name(&plan.name, &finding.target.name));
    if let (Some(plan), Some(wanted)) = (plan, encryption::suiting(&levels)) {
        steps.add(finding, secure(plan, security(plan)?, wanted));
    }
    Ok(())
}

fn secure(plan: &DialPlan, found: Security, wanted: Security) -> Step {
    let name = plan.name.as_str();
    let set =
        |security: Security| Cmdlet::new("Set-UMDialPlan").with("Identity", name).with("VoIPSecurity", security.name());
    let as_state = |security: Security| state([("VoIPSecurity", security.name().into())]);
    Step {
        title: (
            Text::new(
                "Set the security of the dial plan {plan} to {security}",
                "Régler la sécurité du plan de numérotation {plan} sur {security}",
            ),
            vec![("plan", name.to_owned()), ("security", wanted.name().to_owned())],
        ),
        shell: Shell::Exchange,
        machine: None,
        command: set(wanted).into(),
        undo: vec![set(found).into()],
        transition: Some(Transition { probe: probe(name), before: as_state(found), after: as_state(wanted) }),
        follows: Vec::new(),
        interrupts: Some(Text::new(
            "New calls of this dial plan have to be encrypted; a telephone exchange that cannot do so no longer reaches it.",
            "Les nouveaux appels de ce plan doivent être chiffrés ; un autocommutateur qui ne sait pas le faire ne l'atteint plus.",
        )),
        verified_by: &["UM-VOIP-ENCRYPTED", "UM-VOIP-COMPAT", "UM-LPE-COMPAT"],
    }
}

/// How the state of a dial plan is read.
pub(crate) fn probe(name: &str) -> Probe {
    Probe::Object { command: Cmdlet::new("Get-UMDialPlan"), filter: [("Name".to_owned(), Value::from(name))].into() }
}
