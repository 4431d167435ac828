//! The dial plans of unified messaging: which are for Lync (`SipName`), how they are secured, and the step that secures
//! one. Which security is the right one is for `um_encryption` and the rules.

use crate::facts::DialPlan;
use crate::rules::prelude::*;
use crate::rules::topology::um::encryption::{Compatibility, Level, Security};
use std::collections::HashMap;

/// Whether a dial plan is for Lync.
pub(crate) fn is_sip(plan: &DialPlan) -> Result<bool, Missing> {
    let kind = plan.uri_type.as_deref().ok_or_else(|| unknown(plan))?;
    Ok(kind.eq_ignore_ascii_case("SipName"))
}

/// A property of a dial plan that was not collected.
pub(crate) fn unknown(plan: &DialPlan) -> Missing {
    Missing::not_collected(&exchange_sections::UM_DIAL_PLANS).on(&plan.name)
}

/// The dial plans for Lync.
pub(crate) fn sip_plans<'a>(context: &Context<'a>) -> Result<Vec<&'a Item<DialPlan>>, Missing> {
    let mut plans = Vec::new();
    for plan in context.estate.exchange.um_dial_plans.items()? {
        if is_sip(plan)? {
            plans.push(plan);
        }
    }
    Ok(plans)
}

/// Whether each dial plan is for Lync, by name in lower case.
pub(crate) fn by_name(context: &Context<'_>) -> Result<HashMap<String, bool>, Missing> {
    let plans = context.estate.exchange.um_dial_plans.items()?.iter();
    plans.map(|plan| Ok((plan.name.to_lowercase(), is_sip(plan)?))).collect()
}

/// What a finding about a dial plan is about.
pub(crate) fn target(plan: &DialPlan) -> Target {
    Target::new(TargetKind::DialPlan, &plan.name)
}

/// Looks at each dial plan for Lync.
pub(crate) fn each<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    look: impl Fn(&'a Item<DialPlan>, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    for plan in sip_plans(context)? {
        findings.for_target(&target(plan), |findings| look(plan, findings));
    }
    Ok(())
}

/// How a dial plan is secured.
pub(crate) fn security(plan: &DialPlan) -> Result<Security, Missing> {
    plan.voip_security.as_deref().and_then(Security::parse).ok_or_else(|| unknown(plan))
}

/// The security as evidence.
pub(crate) fn evidence(plan: &Item<DialPlan>) -> Evidence {
    Evidence::actual("VoIPSecurity", plan.voip_security.as_deref()).from(plan)
}

/// The encryption levels of all media configurations, each with the configuration that has it.
pub(crate) fn levels<'a>(context: &Context<'a>) -> Result<Vec<(&'a str, Level)>, Missing> {
    let configurations = context.estate.lync.media_configurations.items()?.iter();
    let level = |text: &str| Level::parse(text);
    let read = configurations.map(|one| {
        let unknown = || Missing::not_collected(&lync_sections::MEDIA_CONFIGURATIONS).on(&one.identity);
        let found = one.encryption_level.as_deref().and_then(level).ok_or_else(unknown)?;
        Ok((one.identity.as_str(), found))
    });
    read.collect()
}

/// Checks each dial plan beside each encryption level; `clash` says which of them do not go together.
pub(crate) fn each_pair<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    verdict: fn(Level, Security) -> Compatibility,
    clash: Text,
    fix: fn(&Context<'_>, &DialPlan, &mut Fix<'_>) -> Result<(), Missing>,
) -> CheckResult {
    let levels = levels(context)?;
    each(context, findings, |plan, findings| {
        let security = security(plan)?;
        let display = |(name, level): &(&str, Level)| format!("{} ({name})", level.name());
        let wrong = levels.iter().filter(|(_, level)| !verdict(*level, security).is_fine());
        let wrong: Vec<String> = wrong.map(display).collect();
        let all = levels.iter().map(display).collect::<Vec<_>>().join(", ");
        let evidence = vec![evidence(plan), Evidence::actual("EncryptionLevel", Some(all))];
        if wrong.is_empty() {
            findings.pass(target(plan), evidence);
            return Ok(());
        }
        let args = args! { plan: plan.name, security: security.name(), levels: wrong.join(", ") };
        let context = *context;
        findings.fail(target(plan), clash, args, evidence).with_fix(move |handle| fix(&context, plan, handle));
        Ok(())
    })
}
