//! UM-DIALPLAN-LOCATION-PROFILE: each dial plan for Lync has a dial plan of Enterprise Voice.

use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans::sip_plans;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-DIALPLAN-LOCATION-PROFILE",
    severity: Severity::Warning,
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "Each dial plan for Lync has a location profile",
        "Chaque plan de numérotation pour Lync a un profil d'emplacement",
    ),
    explanation: Text::new(
        "A location profile (a dial plan of Enterprise Voice) tells Lync how numbers are dialed where a unified messaging dial plan is used. Since Exchange 2010 SP1, their names can differ.",
        "Un profil d'emplacement (un plan de numérotation d'Enterprise Voice) indique à Lync comment les numéros sont composés là où un plan de numérotation de messagerie unifiée est utilisé. Depuis Exchange 2010 SP1, leurs noms peuvent différer.",
    ),
    remedy: Text::new(
        "In the Lync shell: New-CsDialPlan -Identity <name> -SimpleName <name>, one for each unified messaging dial plan, with the normalization rules of the location.",
        "Dans le shell Lync : New-CsDialPlan -Identity <nom> -SimpleName <nom>, un pour chaque plan de numérotation de messagerie unifiée, avec les règles de normalisation du lieu.",
    ),
    interpretation: Some(Text::new(
        "The names can differ, so the facts do not show which profile belongs to which dial plan. At least as many profiles as dial plans are required, in addition to the global one; the global one is enough for one dial plan.",
        "Les noms peuvent différer : les faits n'indiquent pas quel profil va avec quel plan de numérotation. Il faut au moins autant de profils que de plans de numérotation, en plus du profil global ; pour un seul plan, le profil global suffit.",
    )),
    sources: &[
        Source::seed("003", "133"),
        Source::seed("003", "203"),
        Source::page("lync-server-2013-deployment-process-for-integrating-on-premises-unified-messaging.md"),
    ],
    after: &["UM-DIALPLAN-SIP"],
    needs: &[&exchange_sections::UM_DIAL_PLANS, &lync_sections::DIAL_PLANS],
    ..super::BASE
};

const TOO_FEW: Text = Text::new(
    "There are {plans} dial plans for Lync but only {profiles} location profiles.",
    "Il y a {plans} plans de numérotation pour Lync mais seulement {profiles} profils d'emplacement.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let plans = sip_plans(context)?;
    if plans.is_empty() {
        return Ok(());
    }
    let all = context.estate.lync.dial_plans.items()?;
    let own = all.iter().filter(|profile| !profile.identity.eq_ignore_ascii_case("Global")).count();
    let names = |names: Vec<&str>| Some(names.join(", "));
    let evidence = vec![
        Evidence::actual("Get-UMDialPlan", names(plans.iter().map(|plan| plan.name.as_str()).collect())),
        Evidence::actual("Get-CsDialPlan", names(all.iter().map(|profile| profile.identity.as_str()).collect())),
    ];
    let is_enough = own >= plans.len() || (plans.len() == 1 && !all.is_empty());
    let args = args! { plans: plans.len(), profiles: own };
    findings.pass_if(is_enough, Target::estate(), evidence, || (TOO_FEW, args));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    const PROFILES: &str = "/lync/dialPlans/values";

    #[test]
    fn a_profile_for_each_plan_passes_whatever_its_name() {
        let profiles = json!([{ "identity": "Global" }, { "identity": "Tag:South" }, { "identity": "Site:North" }]);
        unified_messaging(&RULE).with_plan("Lyon", "SipName").set(PROFILES, profiles).passes("");
    }

    #[test]
    fn the_global_profile_is_enough_for_one_plan_only() {
        let case = unified_messaging(&RULE).set(PROFILES, json!([{ "identity": "Global" }])).passes("");
        case.with_plan("Lyon", "SipName").fails("");
    }
}
