//! UM-VOICE-POLICY: voice policies lead, by a phone usage and a route, to a gateway.

use crate::rules::prelude::*;
use std::collections::{HashMap, HashSet};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-VOICE-POLICY",
    severity: Severity::Warning,
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "Voice policies provide a route with a gateway",
        "Les stratégies de voix offrent un itinéraire avec une passerelle",
    ),
    explanation: Text::new(
        "A call is routed if the voice policy of the caller has a PSTN usage that a route also has, and that route has a gateway. This applies to the calls that unified messaging places for a user, such as Play on Phone.",
        "Un appel est acheminé si la stratégie de voix de l'appelant a une utilisation PSTN qu'un itinéraire a aussi, et que cet itinéraire a une passerelle. Cela s'applique aux appels que la messagerie unifiée passe pour un utilisateur, comme Émettre sur téléphone.",
    ),
    remedy: Text::new(
        "In the Lync shell, with usages and gateways of your choice: Set-CsPstnUsage -Identity Global -Usage @{Add=\"<usage>\"}, Set-CsVoicePolicy -Identity <policy> -PstnUsages @{Add=\"<usage>\"}, New-CsVoiceRoute -Identity <route> -PstnUsages @{Add=\"<usage>\"} -PstnGatewayList @{Add=\"PstnGateway:<gateway>\"}; Grant-CsVoicePolicy assigns a policy to users.",
        "Dans le shell Lync, avec les utilisations et passerelles de votre choix : Set-CsPstnUsage -Identity Global -Usage @{Add=\"<utilisation>\"}, Set-CsVoicePolicy -Identity <stratégie> -PstnUsages @{Add=\"<utilisation>\"}, New-CsVoiceRoute -Identity <itinéraire> -PstnUsages @{Add=\"<utilisation>\"} -PstnGatewayList @{Add=\"PstnGateway:<passerelle>\"} ; Grant-CsVoicePolicy attribue une stratégie à des utilisateurs.",
    ),
    interpretation: Some(Text::new(
        "A policy without a route is a failure if a requested user has it, or if no policy has a route.",
        "Une stratégie sans itinéraire est un échec si un utilisateur demandé a cette stratégie, ou si aucune stratégie n'a d'itinéraire.",
    )),
    sources: &[Source::seed("003", "209")],
    after: &["UM-MEDIATION"],
    needs: &[
        &lync_sections::VOICE_POLICIES,
        &lync_sections::VOICE_ROUTES,
        &lync_sections::USERS,
        &lync_sections::POOLS,
    ],
    optional: &[&lync_sections::USERS, &lync_sections::POOLS],
    ..super::BASE
};

const NOWHERE: Text = Text::new(
    "The voice policy {policy} has no route with a gateway.",
    "La stratégie de voix {policy} n'a pas d'itinéraire avec une passerelle.",
);
const NOBODY: Text = Text::new(
    "The voice policy {policy} has no route with a gateway, but no requested user has this policy.",
    "La stratégie de voix {policy} n'a pas d'itinéraire avec une passerelle, mais aucun utilisateur demandé n'a cette stratégie.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let routed = routed_usages(context)?;
    let policies = context.estate.lync.voice_policies.items()?;
    let leads = |usages: &Vec<String>| usages.iter().any(|usage| routed.contains(&usage.to_lowercase()));
    let any_leads = policies.iter().any(|policy| policy.pstn_usages.as_ref().is_some_and(leads));
    let in_use = in_use(context);
    for policy in policies {
        let target = Target::new(TargetKind::VoicePolicy, &policy.identity);
        findings.for_target(&target.clone(), |findings| {
            let missing = || Missing::not_collected(&lync_sections::VOICE_POLICIES).on(&policy.identity);
            let usages = policy.pstn_usages.as_ref().ok_or_else(missing)?;
            let evidence = vec![Evidence::actual("PstnUsages", Some(usages.join(", "))).from(policy)];
            let args = args! { policy: policy.identity };
            if leads(usages) {
                findings.pass(target, evidence);
            } else if any_leads && !in_use.contains(&policy.identity.to_lowercase()) {
                findings.not_applicable(target, NOBODY, args);
            } else {
                findings.fail(target, NOWHERE, args, evidence);
            }
            Ok(())
        });
    }
    Ok(())
}

/// The usages, in lower case, that have a route with a gateway.
fn routed_usages(context: &Context<'_>) -> Result<HashSet<String>, Missing> {
    let mut routed = HashSet::new();
    for route in context.estate.lync.voice_routes.items()? {
        let missing = || Missing::not_collected(&lync_sections::VOICE_ROUTES).on(&route.identity);
        let usages = route.pstn_usages.as_ref().ok_or_else(missing)?;
        if !route.pstn_gateways.as_ref().ok_or_else(missing)?.is_empty() {
            routed.extend(usages.iter().map(|usage| usage.to_lowercase()));
        }
    }
    Ok(routed)
}

/// The policies, in lower case, that the users of Enterprise Voice are under: the one that was granted, otherwise that
/// of the site of their pool, otherwise the global one.
fn in_use(context: &Context<'_>) -> HashSet<String> {
    let lync = &context.estate.lync;
    let policies = lync.voice_policies.items().unwrap_or_default();
    let known: HashSet<String> = policies.iter().map(|policy| policy.identity.to_lowercase()).collect();
    let pools = lync.pools.items().unwrap_or_default().iter();
    let sites = pools.filter_map(|pool| Some((pool.fqdn.to_lowercase(), pool.site.as_ref()?.to_lowercase())));
    let sites: HashMap<String, String> = sites.collect();
    let users = lync.users.items().unwrap_or_default().iter();
    let of_user = users.filter(|user| user.enterprise_voice_enabled == Some(true)).filter_map(|user| {
        let granted = user.voice_policy.as_ref()?.to_lowercase();
        if !granted.is_empty() {
            return Some(format!("tag:{}", granted.trim_start_matches("tag:")));
        }
        let site = user.registrar_pool.as_ref().and_then(|pool| sites.get(&pool.to_lowercase()));
        Some(site.filter(|site| known.contains(*site)).cloned().unwrap_or_else(|| "global".to_owned()))
    });
    of_user.collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    const POLICIES: &str = "/lync/voicePolicies/values";
    const ROUTE: &str = "/lync/voiceRoutes/values/0";

    /// The estate with one more policy, which has no usage.
    fn with_empty(identity: &str) -> Case {
        unified_messaging(&RULE).set(&format!("{POLICIES}/1"), json!({ "identity": identity, "pstnUsages": [] }))
    }

    #[test]
    fn a_policy_with_a_usage_of_a_route_with_a_gateway_passes() {
        let case = unified_messaging(&RULE).passes("Global");
        case.change(ROUTE, json!({ "pstnUsages": ["Local", "LONG distance"] })).passes("Global");
    }

    #[test]
    fn a_policy_fails_without_usage_route_or_gateway() {
        let case = unified_messaging(&RULE).fails_with_each("Global", POLICIES, [json!({ "0/pstnUsages": [] })]);
        case.fails_with_each("Global", ROUTE, [json!({ "pstnUsages": [] }), json!({ "pstnGateways": [] })]);
    }

    #[test]
    fn a_policy_that_leads_nowhere_fails_if_a_user_is_under_it() {
        let case = with_empty("Tag:Paris").finds(&[("Global", Pass), ("Tag:Paris", NotApplicable)]);
        case.change(USER, json!({ "voicePolicy": "Paris" })).finds(&[("Global", Pass), ("Tag:Paris", Fail)]);
        with_empty("Site:Redmond").finds(&[("Global", Pass), ("Site:Redmond", Fail)]);
        with_empty("Site:Lyon").finds(&[("Global", Pass), ("Site:Lyon", NotApplicable)]);
    }

    #[test]
    fn what_nobody_told_is_unknown() {
        let case = unified_messaging(&RULE).unknown_without_each("Global", POLICIES, &["0/pstnUsages"]);
        case.unknown_without_each("", "/lync", &["voicePolicies", "voiceRoutes", "voiceRoutes/values/0/pstnGateways"]);
    }
}
