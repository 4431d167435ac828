//! UCS-POLICY: the unified contact store is allowed.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UCS-POLICY",
    severity: Severity::Info,
    title: Text::new(
        "The user services policies allow the unified contact store",
        "Les stratégies de services utilisateur autorisent le magasin de contacts unifié",
    ),
    explanation: Text::new(
        "UcsAllowed is true unless somebody changed it. Besides, the store needs a mailbox on Exchange 2013 or later, authentication between the servers, and one sign-in with a Lync 2013 client. Without it, contacts stay with Lync, and instant messaging works all the same.",
        "UcsAllowed est vrai, sauf modification. Le magasin demande aussi une boîte aux lettres sur Exchange 2013 ou ultérieur, l'authentification entre serveurs et une connexion avec un client Lync 2013. Sans lui, les contacts restent dans Lync, et la messagerie instantanée fonctionne quand même.",
    ),
    remedy: Text::new(
        "Where the store is wanted: Set-CsUserServicesPolicy -Identity <policy> -UcsAllowed $True, then look at a user with Test-CsUnifiedContactStore. The way back is a policy without it and Invoke-CsUcsRollback, after which the contacts cannot move again for seven days.",
        "Si le magasin est voulu : Set-CsUserServicesPolicy -Identity <stratégie> -UcsAllowed $True, puis vérifiez un utilisateur avec Test-CsUnifiedContactStore. Le retour passe par une stratégie sans lui et Invoke-CsUcsRollback, après quoi les contacts ne peuvent plus migrer pendant sept jours.",
    ),
    inference: Some(Text::new(
        "The store is taken to be wanted unless a policy forbids it, as it is by default.",
        "Le magasin est tenu pour voulu, sauf si une stratégie l'interdit, comme c'est le cas par défaut.",
    )),
    sources: &[Source::seed("000", "18"), Source::seed("001", "9"), Source::page("use-the-unified-contact-store.md")],
    after: &["PARTNER-TEST"],
    needs: &[&lync_sections::USER_SERVICES_POLICIES],
    ..super::BASE
};

const OFF: Text = Text::new(
    "The user services policy {policy} keeps its users out of the unified contact store.",
    "La stratégie de services utilisateur {policy} exclut ses utilisateurs du magasin de contacts unifié.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for policy in context.estate.lync.user_services_policies.known()? {
        let target = Target::new("Policy", &policy.identity);
        findings.for_target(&target.clone(), |findings| {
            let unknown = || Missing::never(&lync_sections::USER_SERVICES_POLICIES).on(&policy.identity);
            let allowed = policy.ucs_allowed.ok_or_else(unknown)?;
            let evidence = vec![Evidence::read("UcsAllowed", Some(allowed.to_string())).expected("true").from(policy)];
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
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UCS-POLICY";
    const POLICIES: &str = "/lync/userServicesPolicies";

    fn with_policy(allowed: bool) -> Sample {
        let policies = json!([{ "identity": "Global", "ucsAllowed": allowed }]);
        Sample::exchange_2013().set(POLICIES, fact(policies))
    }

    #[test]
    fn a_policy_that_allows_it_passes() {
        with_policy(true).expect(ID, &[("Global", Status::Pass)]);
    }

    #[test]
    fn a_policy_that_forbids_it_fails_and_is_left_to_a_person() {
        with_policy(false).expect(ID, &[("Global", Status::Fail)]);
        with_policy(false).expect_steps(ID, &[]);
    }

    #[test]
    fn exchange_2010_does_not_have_it() {
        let place = "/exchange/servers/values/0/version";
        let sample = with_policy(true).set(place, json!("Version 14.3 (Build 123.4)"));
        sample.expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        let sample = with_policy(true);
        sample.clone().forget(&format!("{POLICIES}/values/0/ucsAllowed")).expect(ID, &[("Global", Status::Unknown)]);
        sample.forget(POLICIES).expect(ID, &[("", Status::Unknown)]);
    }
}
