//! UM-LP-ASSIGNED: a dial plan of Lync (a location profile) applies to each pool.

use crate::rules::prelude::*;
use crate::rules::topology::lync::pools;
use std::collections::HashMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-LP-ASSIGNED",
    severity: Severity::Warning,
    roles: &[Role::LyncFrontEnd],
    title: Text::new("A Lync dial plan applies to each pool", "Un plan de numérotation Lync s'applique à chaque pool"),
    explanation: Text::new(
        "The dial plan, also called location profile, determines how dialed digits become a number. The dial plan of the pool takes precedence, then that of its site, then the global one. Its name can differ from the name of the unified messaging dial plan.",
        "Le plan de numérotation, ou profil d'emplacement, détermine comment les chiffres composés deviennent un numéro. Celui du pool est prioritaire, puis celui de son site, puis le plan global. Son nom peut différer de celui du plan de numérotation de messagerie unifiée.",
    ),
    remedy: Text::new(
        "In the Lync shell: New-CsDialPlan -Identity service:Registrar:<pool> -SimpleName <name>, then its normalization rules (New-CsVoiceNormalizationRule).",
        "Dans le shell Lync : New-CsDialPlan -Identity service:Registrar:<pool> -SimpleName <nom>, puis ses règles de normalisation (New-CsVoiceNormalizationRule).",
    ),
    interpretation: Some(Text::new(
        "The dial plan of the site, or the global one, is taken as assigned to a pool that has no dial plan of its own.",
        "Le plan de numérotation du site, ou le plan global, est considéré comme affecté à un pool qui n'a pas le sien.",
    )),
    sources: &[Source::seed("003", "203-205")],
    after: &["UM-DIALPLAN-LOCATION-PROFILE"],
    needs: &[&lync_sections::DIAL_PLANS, &lync_sections::POOLS],
    ..super::BASE
};

const NO_PLAN: Text = Text::new(
    "No dial plan applies to {pool}: there is none for the pool, none for its site, and no global one.",
    "Aucun plan de numérotation ne s'applique à {pool} : aucun pour le pool, aucun pour son site, et pas de plan global.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let plans = context.estate.lync.dial_plans.items()?;
    let by_scope: HashMap<String, _> = plans.iter().map(|plan| (plan.identity.to_lowercase(), plan)).collect();
    for pool in pools::with_service(context, "Registrar")? {
        let name = pool.fqdn.to_lowercase();
        let target = Target::new(TargetKind::Pool, &name);
        findings.for_target(&target.clone(), |findings| {
            let site = pool.site.as_ref().map(|site| site.to_lowercase());
            let scopes = [Some(format!("service:registrar:{name}")), site.clone(), Some("global".to_owned())];
            let found = scopes.iter().flatten().find_map(|scope| by_scope.get(scope));
            match found {
                Some(plan) => {
                    findings.pass(target, vec![Evidence::actual("DialPlan", Some(&*plan.identity)).from(plan)]);
                }
                None if site.is_none() => return Err(Missing::not_collected(&lync_sections::POOLS).on(&name)),
                None => {
                    findings.fail(target, NO_PLAN, args! { pool: name }, Vec::new());
                }
            }
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    const PLANS: &str = "/lync/dialPlans/values";

    #[test]
    fn a_dial_plan_of_the_pool_of_its_site_or_of_all_passes_and_another_fails() {
        let case = unified_messaging(&RULE).passes(POOL).passes_with_each(
            POOL,
            "/lync/dialPlans",
            [
                json!({ "values": [{ "identity": "Service:Registrar:POOL.contoso.com" }] }),
                json!({ "values": [{ "identity": "Site:Redmond" }] }),
                json!({ "values": [{ "identity": "Global" }] }),
            ],
        );
        case.fails_with_each(
            POOL,
            "/lync/dialPlans",
            [json!({ "values": [] }), json!({ "values": [{ "identity": "Tag:Paris" }, { "identity": "Site:Lyon" }] })],
        );
    }

    #[test]
    fn what_nobody_told_is_unknown() {
        let case = unified_messaging(&RULE).unknown_without_each("", "/lync", &["dialPlans", "pools"]);
        case.set(PLANS, json!([])).unknown_without_each(POOL, "/lync/pools/values/0", &["site"]);
    }
}
