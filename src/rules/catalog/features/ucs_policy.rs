//! UCS-POLICY: the unified contact store is allowed.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UCS-POLICY",
    severity: Severity::Information,
    title: Text::new(
        "The user services policies allow the unified contact store",
        "Les stratégies de services utilisateur autorisent le magasin de contacts unifié",
    ),
    explanation: Text::new(
        "UcsAllowed is true by default. The unified contact store also requires a mailbox on Exchange 2013 or later, server-to-server authentication, and one sign-in with a Lync 2013 client. Without it, contacts remain in Lync, and instant messaging still works.",
        "UcsAllowed est vrai par défaut. Le magasin de contacts unifié exige aussi une boîte aux lettres sur Exchange 2013 ou version ultérieure, l'authentification de serveur à serveur et une connexion avec un client Lync 2013. Sans lui, les contacts restent dans Lync, et la messagerie instantanée fonctionne quand même.",
    ),
    remedy: Text::new(
        "To use the unified contact store: Set-CsUserServicesPolicy -Identity <policy> -UcsAllowed $True, then check a user with Test-CsUnifiedContactStore. To go back, assign a policy that does not allow it and run Invoke-CsUcsRollback; the contacts cannot be migrated again for seven days.",
        "Pour utiliser le magasin de contacts unifié : Set-CsUserServicesPolicy -Identity <stratégie> -UcsAllowed $True, puis vérifiez un utilisateur avec Test-CsUnifiedContactStore. Pour revenir en arrière, attribuez une stratégie qui ne l'autorise pas et exécutez Invoke-CsUcsRollback ; les contacts ne peuvent plus être migrés pendant sept jours.",
    ),
    interpretation: Some(Text::new(
        "The unified contact store is taken as requested unless a policy disables it.",
        "Le magasin de contacts unifié est considéré comme demandé, sauf si une stratégie le désactive.",
    )),
    sources: &[Source::seed("000", "18"), Source::seed("001", "9"), Source::page("use-the-unified-contact-store.md")],
    after: &["PARTNER-TEST"],
    needs: &[&lync_sections::USER_SERVICES_POLICIES],
    ..super::BASE
};

const OFF: Text = Text::new(
    "The user services policy {policy} does not allow the unified contact store for its users.",
    "La stratégie de services utilisateur {policy} n'autorise pas le magasin de contacts unifié pour ses utilisateurs.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for policy in context.estate.lync.user_services_policies.items()? {
        let target = Target::new(TargetKind::Policy, &policy.identity);
        findings.for_target(&target.clone(), |findings| {
            let unknown = || Missing::not_collected(&lync_sections::USER_SERVICES_POLICIES).on(&policy.identity);
            let allowed = policy.ucs_allowed.ok_or_else(unknown)?;
            let evidence =
                vec![Evidence::actual("UcsAllowed", Some(allowed.to_string())).expected("true").from(policy)];
            if allowed {
                findings.pass(target, evidence);
            } else {
                findings.fail(target, OFF, args! { policy: policy.identity }, evidence);
            }
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const POLICIES: &str = "/lync/userServicesPolicies";

    fn with_policy(allowed: bool) -> Case {
        exchange_2013(&RULE).set(POLICIES, fact(json!([{ "identity": "Global", "ucsAllowed": allowed }])))
    }

    #[test]
    fn a_policy_that_allows_it_passes_and_one_that_forbids_it_is_left_to_a_person() {
        with_policy(true).passes("Global");
        with_policy(false).fails("Global").not_fixed();
    }

    #[test]
    fn exchange_2010_does_not_have_it() {
        let place = "/exchange/servers/values/0/version";
        with_policy(true).set(place, "Version 14.3 (Build 123.4)").not_applicable();
    }

    #[test]
    fn unknown_without_the_switch_of_a_policy() {
        with_policy(true).forget(&format!("{POLICIES}/values/0/ucsAllowed")).unknown("Global");
    }
}
