//! HYB-EXTACCESS: the external access policies of the users let them in from outside.

use crate::rules::prelude::*;
use crate::rules::topology::lync::external_access::{Policies, Used, is_granted};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "HYB-EXTACCESS",
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "The users' external access policies allow remote access",
        "Les stratégies d'accès externe des utilisateurs autorisent l'accès distant",
    ),
    explanation: Text::new(
        "Outlook on the web in Exchange Online signs users in as remote users, so their policy needs EnableOutsideAccess, which is off by default. The policy of the user takes precedence, then that of the site, then the global policy. The plan changes the site and global policies; a policy that is granted to users must be changed manually.",
        "Outlook sur le web dans Exchange Online connecte les utilisateurs comme utilisateurs distants : leur stratégie doit avoir EnableOutsideAccess, désactivé par défaut. La stratégie de l'utilisateur est prioritaire, puis celle du site, puis la stratégie globale. Le plan modifie les stratégies de site et globale ; une stratégie accordée à des utilisateurs doit être modifiée manuellement.",
    ),
    remedy: Text::new(
        "In the Lync shell: Set-CsExternalAccessPolicy -Identity Global -EnableOutsideAccess $True, or Grant-CsExternalAccessPolicy -Identity <user> -PolicyName <name> for single users.",
        "Dans le shell Lync : Set-CsExternalAccessPolicy -Identity Global -EnableOutsideAccess $True, ou Grant-CsExternalAccessPolicy -Identity <utilisateur> -PolicyName <nom> pour certains utilisateurs.",
    ),
    interpretation: Some(Text::new(
        "The documentation is for Lync Server 2013. The same is taken to apply to Skype for Business Server.",
        "La documentation concerne Lync Server 2013. La même règle est considérée comme valable pour Skype Entreprise Server.",
    )),
    sources: &[
        Source::seed("004", "48-54"),
        Source::page("lync-server-2013-manage-external-access-policy-for-your-organization.md"),
    ],
    after: &["HYB-OUTSIDE-ENABLED"],
    needs: &[&lync_sections::EXTERNAL_ACCESS_POLICIES, &lync_sections::USERS, &lync_sections::POOLS],
    optional: &[&lync_sections::USERS, &lync_sections::POOLS],
    ..super::BASE
};

const OFF: Text = Text::new(
    "The external access policy {policy} does not allow remote access for its users.",
    "La stratégie d'accès externe {policy} n'autorise pas l'accès distant pour ses utilisateurs.",
);
const SWITCH_ON: Text = Text::new(
    "Enable remote access in the external access policy {policy}",
    "Activer l'accès distant dans la stratégie d'accès externe {policy}",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let policies = Policies::new(context)?;
    // Without users there are still those who have no policy of their own.
    let (used, missing) = match context.estate.lync.users.items() {
        Ok(users) => policies.used(users),
        Err(missing) => (policies.of_nobody(), Some(missing)),
    };
    for one in used {
        let target = Target::new(TargetKind::Policy, &one.policy.identity);
        findings.for_target(&target.clone(), |findings| look(&one, target, findings));
    }
    if let Some(missing) = missing {
        findings.unknown(Target::new(TargetKind::Users, ""), missing);
    }
    Ok(())
}

fn look(used: &Used<'_>, target: Target, findings: &mut Findings<'_>) -> CheckResult {
    let policy = used.policy;
    let unknown = || Missing::not_collected(&lync_sections::EXTERNAL_ACCESS_POLICIES).on(&policy.identity);
    let on = policy.enable_outside_access.ok_or_else(unknown)?;
    let mut evidence =
        vec![Evidence::actual("EnableOutsideAccess", Some(on.to_string())).expected("true").from(policy)];
    if used.users > 0 {
        evidence.push(Evidence::actual("Users", Some(used.users.to_string())));
    }
    if on {
        findings.pass(target, evidence);
    } else {
        let name = policy.identity.clone();
        findings.fail(target, OFF, args! { policy: name }, evidence).with_fix(move |fix| {
            if !is_granted(&name) {
                fix.add(step(&name));
            }
            Ok(())
        });
    }
    Ok(())
}

fn step(policy: &str) -> Step {
    let set =
        |on: bool| Cmdlet::new("Set-CsExternalAccessPolicy").with("Identity", policy).with("EnableOutsideAccess", on);
    let is = |on: bool| state([("EnableOutsideAccess", on.into())]);
    Step::new(Shell::Lync, (SWITCH_ON, args! { policy }), set(true))
        .undone_by([set(false)])
        .changing(Transition {
            probe: Probe::Object {
                command: Cmdlet::new("Get-CsExternalAccessPolicy"),
                filter: [("Identity".to_owned(), Value::from(policy))].into(),
            },
            before: is(false),
            after: is(true),
        })
        .verified_by(&["HYB-REPLICATION"])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::{Value, json};

    const POLICIES: &str = "/lync/externalAccessPolicies/values";
    const OF_USER: &str = "/lync/users/values/0/externalAccessPolicy";

    fn policies<const N: usize>(policies: [(&str, bool); N]) -> Case {
        let policies = policies.map(|(identity, on)| json!({ "identity": identity, "enableOutsideAccess": on }));
        hybrid(&RULE).set(POLICIES, policies)
    }

    #[test]
    fn a_policy_that_lets_users_in_passes() {
        hybrid(&RULE).passes("Global");
    }

    #[test]
    fn the_global_policy_that_does_not_fails_and_is_changed() {
        let case = policies([("Global", false)]).fails("Global");
        case.fixed_by("Set-CsExternalAccessPolicy -Identity Global -EnableOutsideAccess true");
    }

    #[test]
    fn the_policy_of_the_site_comes_before_the_global_one() {
        let case = policies([("Global", true), ("site:redmond", false)]).fails("site:redmond");
        case.fixed_with(&["Set-CsExternalAccessPolicy"]);
    }

    #[test]
    fn the_policy_of_the_user_comes_first_and_is_left_to_a_person() {
        let case = policies([("Global", true), ("Tag:Inside", false)]).set(OF_USER, "inside");
        case.fails("Tag:Inside").not_fixed();
    }

    #[test]
    fn many_users_of_one_policy_make_one_finding() {
        let user = |number| {
            let address = format!("u{number}@contoso.com");
            json!({ "identity": address, "enabled": true, "registrarPool": "pool.contoso.com", "externalAccessPolicy": "" })
        };
        let users: Vec<Value> = (0..5000).map(user).collect();
        let case = hybrid(&RULE).set("/lync/users/values", users).passes("Global");
        assert_eq!(case.findings()[0].evidence[1].actual.as_deref(), Some("5000"));
    }

    #[test]
    fn users_that_nobody_asked_for_are_unknown_and_the_policies_are_judged_all_the_same() {
        let case = policies([("Global", false)]).forget("/lync/users");
        case.finds(&[("Global", Status::Fail), ("", Status::Unknown)]);
        hybrid(&RULE).forget(OF_USER).unknown("");
    }

    #[test]
    fn policies_that_nobody_collected_are_unknown() {
        hybrid(&RULE).forget(&format!("{POLICIES}/0/enableOutsideAccess")).unknown("Global");
        hybrid(&RULE).set(OF_USER, "Gone").unknown("");
    }
}
