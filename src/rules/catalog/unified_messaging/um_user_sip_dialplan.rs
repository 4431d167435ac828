//! UM-USER-SIP-DIALPLAN: users of Lync have voice mail by a dial plan for Lync.

use crate::rules::prelude::*;
use crate::rules::topology::um::mailboxes::{self, VoiceUsers};
use crate::rules::topology::users::{self, Fault};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-USER-SIP-DIALPLAN",
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "Lync users have voice mail through a dial plan of type SipName",
        "Les utilisateurs Lync ont la messagerie vocale par un plan de numérotation SipName",
    ),
    explanation: Text::new(
        "The mailbox policy of a user specifies the dial plan. With a dial plan of another type, Lync does not find the mailbox.",
        "La stratégie de boîte aux lettres d'un utilisateur indique le plan de numérotation. Avec un plan d'un autre type, Lync ne trouve pas la boîte aux lettres.",
    ),
    remedy: Text::new(
        "Create a policy with New-UMMailboxPolicy -Name <policy> -UMDialPlan <plan> (the dial plan is mandatory, although the documentation omits it). To change the dial plan of a mailbox, run Disable-UMMailbox and Enable-UMMailbox -UMMailboxPolicy <policy> -Extensions <number> -SIPResourceIdentifier <SIP address>; within one dial plan, Set-UMMailbox -UMMailboxPolicy is enough.",
        "Créez une stratégie avec New-UMMailboxPolicy -Name <stratégie> -UMDialPlan <plan> (le plan de numérotation est obligatoire, bien que la documentation l'omette). Pour changer le plan de numérotation d'une boîte aux lettres, exécutez Disable-UMMailbox puis Enable-UMMailbox -UMMailboxPolicy <stratégie> -Extensions <numéro> -SIPResourceIdentifier <adresse SIP> ; dans un même plan, Set-UMMailbox -UMMailboxPolicy suffit.",
    ),
    interpretation: Some(Text::new(
        "Only mailboxes of Lync users are checked: others may use another telephone system.",
        "Seules les boîtes aux lettres des utilisateurs Lync sont vérifiées : les autres peuvent utiliser un autre système téléphonique.",
    )),
    sources: &[Source::seed("003", "199")],
    after: &["UM-DIALPLAN-SIP"],
    needs: &[
        &exchange_sections::UM_MAILBOXES,
        &exchange_sections::UM_MAILBOX_POLICIES,
        &exchange_sections::UM_DIAL_PLANS,
        &lync_sections::USERS,
    ],
    ..super::BASE
};

const OTHER_PLAN: Text = Text::new(
    "The policy {policy} of {user} belongs to a dial plan that is not for Lync.",
    "La stratégie {policy} de {user} appartient à un plan de numérotation qui n'est pas pour Lync.",
);
const NO_POLICY: Text =
    Text::new("{user} has no unified messaging policy.", "{user} n'a pas de stratégie de messagerie unifiée.");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let voice = VoiceUsers::new(context)?;
    context.estate.lync.users.items()?;
    let mut mailboxes = voice.enabled()?;
    mailboxes.retain(|mailbox| {
        let addresses = mailboxes::sip_addresses(mailbox).unwrap_or_default();
        let names = std::iter::once(mailbox.identity.as_str()).chain(addresses);
        context.estate.lync_user(names).is_ok_and(|user| user.is_some())
    });
    users::judge(
        findings,
        mailboxes.into_iter(),
        |mailbox| &mailbox.identity,
        |mailbox| {
            let policy = mailboxes::policy(mailbox)?;
            let text = match policy {
                "" => NO_POLICY,
                _ if !voice.is_on_sip_plan(mailbox)? => OTHER_PLAN,
                _ => return Ok(None),
            };
            let evidence = vec![Evidence::actual("UMMailboxPolicy", Some(policy)).from(mailbox)];
            Ok(Some(Fault::new(text, args! { user: mailbox.identity, policy }, evidence)))
        },
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    const POLICY: &str = "/exchange/umMailboxPolicies/values/0";

    #[test]
    fn a_policy_of_a_plan_for_lync_passes() {
        unified_messaging(&RULE).passes("");
    }

    #[test]
    fn no_policy_or_one_of_another_plan_fails() {
        let case = unified_messaging(&RULE).fails_with_each(ANN, MAILBOX, [json!({ "mailboxPolicy": "" })]);
        case.with_plan("Phones", "TelExtn").change(POLICY, json!({ "dialPlan": "Phones" })).fails(ANN);
    }

    #[test]
    fn a_user_of_a_telephone_exchange_is_not_concerned() {
        unified_messaging(&RULE).forget(USER).not_applicable();
        unified_messaging(&RULE).change(MAILBOX, json!({ "enabled": false })).not_applicable();
    }

    #[test]
    fn unknown_without_the_policy_of_a_mailbox() {
        let case = unified_messaging(&RULE).unknown_without_each("", MAILBOX, &["mailboxPolicy", "enabled"]);
        case.unknown_without_each("", "", &[&POLICY[1..], &format!("{POLICY}/dialPlan")[1..]]);
    }
}
