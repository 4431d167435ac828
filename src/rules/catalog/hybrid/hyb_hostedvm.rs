//! HYB-HOSTEDVM: users with hosted voice mail have a policy that leads there.

use crate::facts::HostedVoicemailPolicy;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::proxy;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "HYB-HOSTEDVM",
    severity: Severity::Information,
    roles: &[Role::LyncFrontEnd],
    lync: &[LyncVersion::V2010, LyncVersion::V2013, LyncVersion::V2015],
    title: Text::new(
        "Users with hosted voice mail have a policy that points to Exchange Online",
        "Les utilisateurs à messagerie vocale hébergée ont une stratégie qui pointe vers Exchange Online",
    ),
    explanation: Text::new(
        "The hosted voice mail policy routes calls to the voice mail of Exchange Online. Configure the policy before you enable users. Instant messaging does not require it.",
        "La stratégie de messagerie vocale hébergée achemine les appels vers la messagerie vocale d'Exchange Online. Configurez la stratégie avant d'activer les utilisateurs. La messagerie instantanée n'en a pas besoin.",
    ),
    remedy: Text::new(
        "Set-CsHostedVoicemailPolicy -Identity Global -Destination exap.um.outlook.com -Organization <domain of the tenant>, then Set-CsUser -Identity <user> -HostedVoiceMail $True. Auto attendants and subscriber access require contacts: New-CsExUmContact.",
        "Set-CsHostedVoicemailPolicy -Identity Global -Destination exap.um.outlook.com -Organization <domaine du client>, puis Set-CsUser -Identity <utilisateur> -HostedVoiceMail $True. Les standards automatiques et l'accès abonné exigent des contacts : New-CsExUmContact.",
    ),
    interpretation: Some(Text::new(
        "The facts do not show which policy applies to which user. Any policy that points to Exchange Online is taken to apply.",
        "Les faits n'indiquent pas quelle stratégie s'applique à quel utilisateur. Toute stratégie qui pointe vers Exchange Online est considérée comme applicable.",
    )),
    sources: &[
        Source::seed("004", "127-128"),
        Source::page("lync-server-2013-hosted-voice-mail-policies.md"),
        Source::page("lync-server-2013-create-contact-objects-for-hosted-exchange-um.md"),
    ],
    after: &["HYB-PROVIDER"],
    needs: &[&lync_sections::USERS, &lync_sections::HOSTED_VOICEMAIL_POLICIES],
    ..super::BASE
};

const NO_USERS: Text = Text::new(
    "None of the requested users has hosted voice mail.",
    "Aucun des utilisateurs demandés n'a la messagerie vocale hébergée.",
);
const NO_POLICY: Text = Text::new(
    "{users} users have hosted voice mail, and no hosted voice mail policy specifies {destination} and an organization.",
    "{users} utilisateurs ont la messagerie vocale hébergée, et aucune stratégie de messagerie vocale hébergée n'indique {destination} et une organisation.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let mut switched = 0_usize;
    let mut unknown = None;
    for user in context.estate.lync.users.items()? {
        match user.hosted_voice_mail {
            Some(on) => switched += usize::from(on),
            None => {
                unknown = unknown.or_else(|| Some(Missing::not_collected(&lync_sections::USERS).on(&user.identity)));
            }
        }
    }
    match unknown {
        Some(missing) if switched == 0 => Err(missing),
        None if switched == 0 => {
            findings.not_applicable(Target::estate(), NO_USERS, Vec::new());
            Ok(())
        }
        _ => look(context, findings, switched),
    }
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, switched: usize) -> CheckResult {
    let destination = proxy(context.settings.cloud);
    let policies = context.estate.lync.hosted_voicemail_policies.items()?;
    let count = Evidence::actual("Users", Some(switched.to_string()));
    if let Some(policy) = policies.iter().find(|policy| leads_there(policy, destination)) {
        let read = Evidence::actual("Destination", policy.destination.as_deref()).expected(destination).from(policy);
        findings.pass(Target::new(TargetKind::Policy, &policy.identity), vec![read, count]);
    } else {
        let args = args! { users: switched, destination };
        findings.fail(Target::estate(), NO_POLICY, args, vec![count]);
    }
    Ok(())
}

fn leads_there(policy: &HostedVoicemailPolicy, destination: &str) -> bool {
    let has_organization = policy.organization.as_deref().is_some_and(|name| !name.trim().is_empty());
    has_organization && policy.destination.as_deref().is_some_and(|found| same_name(found, destination))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const USER: &str = "/lync/users/values/0/hostedVoiceMail";
    const DESTINATION: &str = "/lync/hostedVoicemailPolicies/values/0/destination";
    const ORGANIZATION: &str = "/lync/hostedVoicemailPolicies/values/0/organization";

    fn switched_over() -> Case {
        hybrid(&RULE).set(USER, true)
    }

    #[test]
    fn without_such_users_it_is_not_needed() {
        hybrid(&RULE).not_applicable();
    }

    #[test]
    fn a_policy_with_destination_and_organization_passes() {
        let case = switched_over().set(DESTINATION, "EXAP.um.outlook.com");
        case.set(ORGANIZATION, "contoso.onmicrosoft.com").passes("Global");
    }

    #[test]
    fn users_without_such_a_policy_fail() {
        switched_over().fails("").set(DESTINATION, "exap.um.outlook.com").fails("");
    }

    #[test]
    fn unknown_without_the_switch_of_a_user() {
        hybrid(&RULE).forget(USER).unknown("");
    }
}
