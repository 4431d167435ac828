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
    if own >= plans.len() || (plans.len() == 1 && !all.is_empty()) {
        findings.pass(Target::estate(), evidence);
    } else {
        let args = args! { plans: plans.len(), profiles: own };
        findings.fail(Target::estate(), TOO_FEW, args, evidence);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UM-DIALPLAN-LOCATION-PROFILE";

    fn two_plans() -> Sample {
        let second = json!({ "name": "Lyon", "uriType": "SipName" });
        Sample::unified_messaging().set("/exchange/umDialPlans/values/1", second)
    }

    #[test]
    fn a_profile_for_each_plan_passes_whatever_its_name() {
        let profiles = json!([{ "identity": "Global" }, { "identity": "Tag:South" }, { "identity": "Site:North" }]);
        two_plans().set("/lync/dialPlans/values", profiles).expect(ID, &[("", Status::Pass)]);
    }

    #[test]
    fn the_global_profile_is_enough_for_one_plan_only() {
        let global = json!([{ "identity": "Global" }]);
        Sample::unified_messaging().set("/lync/dialPlans/values", global.clone()).expect(ID, &[("", Status::Pass)]);
        two_plans().set("/lync/dialPlans/values", global).expect(ID, &[("", Status::Fail)]);
    }

    #[test]
    fn without_a_plan_for_lync_it_does_not_apply() {
        let sample = Sample::unified_messaging().forget("/exchange/umDialPlans/values/0");
        sample.expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        for place in ["/lync/dialPlans", "/exchange/umDialPlans"] {
            Sample::unified_messaging().forget(place).expect(ID, &[("", Status::Unknown)]);
        }
    }
}
