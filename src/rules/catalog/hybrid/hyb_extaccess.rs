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
        "Outlook on the web in the cloud signs users in as remote users, so their policy needs EnableOutsideAccess, which is off by default. A policy of the user counts first, then that of the site, then the global one. The plan changes the last two; a policy that somebody granted by name is left to a person.",
        "Outlook sur le web dans le cloud connecte les utilisateurs comme utilisateurs distants : leur stratégie doit avoir EnableOutsideAccess, désactivé par défaut. La stratégie de l'utilisateur compte d'abord, puis celle du site, puis la stratégie globale. Le plan modifie ces deux dernières ; une stratégie attribuée nommément est laissée à une personne.",
    ),
    remedy: Text::new(
        "In the Lync shell: Set-CsExternalAccessPolicy -Identity Global -EnableOutsideAccess $True, or Grant-CsExternalAccessPolicy -Identity <user> -PolicyName <name> for single users.",
        "Dans l'environnement Lync : Set-CsExternalAccessPolicy -Identity Global -EnableOutsideAccess $True, ou Grant-CsExternalAccessPolicy -Identity <utilisateur> -PolicyName <nom> pour certains utilisateurs.",
    ),
    inference: Some(Text::new(
        "The page is about Lync Server 2013; that Skype for Business Server needs the same is our reading.",
        "La page traite de Lync Server 2013 ; que Skype Entreprise Server demande la même chose est notre lecture.",
    )),
    sources: &[
        Source::seed("004", "48-54"),
        Source::page("lync-server-2013-manage-external-access-policy-for-your-organization.md"),
    ],
    after: &["HYB-OUTSIDE-ENABLED"],
    needs: &[&lync_sections::EXTERNAL_ACCESS_POLICIES, &lync_sections::USERS, &lync_sections::POOLS],
    ..super::BASE
};

const OFF: Text = Text::new(
    "The external access policy {policy} does not let its users in from outside.",
    "La stratégie d'accès externe {policy} ne laisse pas entrer ses utilisateurs de l'extérieur.",
);
const SWITCH_ON: Text = Text::new(
    "Switch remote access on in the external access policy {policy}",
    "Activer l'accès distant dans la stratégie d'accès externe {policy}",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let policies = Policies::new(context)?;
    // Without users there are still those who have no policy of their own.
    let (used, missing) = match context.estate.lync.users.known() {
        Ok(users) => policies.used(users),
        Err(missing) => (policies.of_nobody(), Some(missing)),
    };
    for one in used {
        let target = Target::new("Policy", &one.policy.identity);
        findings.for_target(&target.clone(), |findings| look(&one, target, findings));
    }
    if let Some(missing) = missing {
        findings.unknown(Target::new("Users", ""), missing);
    }
    Ok(())
}

fn look(used: &Used<'_>, target: Target, findings: &mut Findings<'_>) -> CheckResult {
    let policy = used.policy;
    let unknown = || Missing::never(&lync_sections::EXTERNAL_ACCESS_POLICIES).on(&policy.identity);
    let on = policy.enable_outside_access.ok_or_else(unknown)?;
    let mut evidence = vec![Evidence::read("EnableOutsideAccess", Some(on.to_string())).expected("true").from(policy)];
    if used.users > 0 {
        evidence.push(Evidence::read("Users", Some(used.users.to_string())));
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
    Step {
        title: (SWITCH_ON, args! { policy }),
        shell: Shell::Lync,
        machine: None,
        command: set(true).into(),
        undo: vec![set(false).into()],
        transition: Some(Transition {
            probe: Probe::Object {
                command: Cmdlet::new("Get-CsExternalAccessPolicy"),
                filter: [("Identity".to_owned(), Value::from(policy))].into(),
            },
            before: is(false),
            after: is(true),
        }),
        follows: Vec::new(),
        interrupts: None,
        verified_by: &["HYB-REPLICATION"],
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::{Value, json};

    const ID: &str = "HYB-EXTACCESS";
    const POLICIES: &str = "/lync/externalAccessPolicies/values";
    const USER: &str = "/lync/users/values/0";

    fn policy(identity: &str, on: bool) -> Value {
        json!({ "identity": identity, "enableOutsideAccess": on })
    }

    #[test]
    fn a_policy_that_lets_users_in_passes() {
        Sample::hybrid().expect(ID, &[("Global", Status::Pass)]);
    }

    #[test]
    fn the_global_policy_that_does_not_fails_and_is_changed() {
        let sample = Sample::hybrid().set(POLICIES, json!([policy("Global", false)]));
        sample.expect(ID, &[("Global", Status::Fail)]);
        let set = "Set-CsExternalAccessPolicy -Identity Global -EnableOutsideAccess true";
        assert_eq!(sample.commands(ID), [set]);
    }

    #[test]
    fn the_policy_of_the_site_comes_before_the_global_one() {
        let both = json!([policy("Global", true), policy("site:redmond", false)]);
        let sample = Sample::hybrid().set(POLICIES, both);
        sample.expect(ID, &[("site:redmond", Status::Fail)]);
        sample.expect_steps(ID, &["Set-CsExternalAccessPolicy"]);
    }

    #[test]
    fn the_policy_of_the_user_comes_first_and_is_left_to_a_person() {
        let both = json!([policy("Global", true), policy("Tag:Inside", false)]);
        let sample = Sample::hybrid().set(POLICIES, both).set(&format!("{USER}/externalAccessPolicy"), json!("inside"));
        sample.expect(ID, &[("Tag:Inside", Status::Fail)]);
        sample.expect_steps(ID, &[]);
    }

    #[test]
    fn many_users_of_one_policy_make_one_finding() {
        let users: Vec<Value> = (0..5000)
            .map(|number| {
                let address = format!("u{number}@contoso.com");
                json!({ "identity": address, "enabled": true, "registrarPool": "pool.contoso.com", "externalAccessPolicy": "" })
            })
            .collect();
        let sample = Sample::hybrid().set("/lync/users/values", json!(users));
        sample.expect(ID, &[("Global", Status::Pass)]);
        assert_eq!(sample.findings(ID)[0].evidence[1].read.as_deref(), Some("5000"));
    }

    #[test]
    fn users_that_nobody_asked_for_are_unknown_and_the_policies_are_judged_all_the_same() {
        let sample = Sample::hybrid().forget("/lync/users").set(POLICIES, json!([policy("Global", false)]));
        sample.expect(ID, &[("Global", Status::Fail), ("", Status::Unknown)]);
        let sample = Sample::hybrid().forget(&format!("{USER}/externalAccessPolicy"));
        sample.expect(ID, &[("", Status::Unknown)]);
    }

    #[test]
    fn policies_that_nobody_collected_are_unknown() {
        Sample::hybrid().forget("/lync/externalAccessPolicies").expect(ID, &[("", Status::Unknown)]);
        let sample = Sample::hybrid().forget(&format!("{POLICIES}/0/enableOutsideAccess"));
        sample.expect(ID, &[("Global", Status::Unknown)]);
        let sample = Sample::hybrid().set(&format!("{USER}/externalAccessPolicy"), json!("Gone"));
        sample.expect(ID, &[("", Status::Unknown)]);
    }
}
