//! UM-USERS-ENABLED: the mailboxes of the users are enabled for unified messaging.

use crate::rules::prelude::*;
use crate::rules::topology::users::{self, Fault};
use std::collections::HashMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-USERS-ENABLED",
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "The mailbox is enabled for unified messaging",
        "La boîte aux lettres est activée pour la messagerie unifiée",
    ),
    explanation: Text::new(
        "Unified messaging accepts calls only for enabled mailboxes, with a policy of a SIP dial plan, an extension and a SIP address.",
        "La messagerie unifiée n'accepte les appels que pour les boîtes aux lettres activées, avec une stratégie d'un plan de numérotation SIP, un numéro de poste et une adresse SIP.",
    ),
    remedy: Text::new(
        "In the Exchange Management Shell, with the policy and the extension for the user: Enable-UMMailbox -Identity <user> -UMMailboxPolicy <policy> -Extensions <extension> -SIPResourceIdentifier <SIP address>.",
        "Dans Exchange Management Shell, avec la stratégie et le numéro de poste destinés à l'utilisateur : Enable-UMMailbox -Identity <utilisateur> -UMMailboxPolicy <stratégie> -Extensions <poste> -SIPResourceIdentifier <adresse SIP>.",
    ),
    sources: &[Source::seed("003", "68"), Source::seed("003", "199")],
    after: &["UM-USER-SIP"],
    needs: &[&exchange_sections::MAILBOXES, &exchange_sections::UM_MAILBOXES],
    ..super::BASE
};

const OFF: Text = Text::new(
    "The mailbox of {user} is not enabled for unified messaging.",
    "La boîte aux lettres de {user} n'est pas activée pour la messagerie unifiée.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let exchange = &context.estate.exchange;
    let enabled = exchange.um_mailboxes.items()?;
    let by_address: HashMap<String, _> = enabled.iter().map(|one| (one.identity.to_lowercase(), one)).collect();
    users::judge(
        findings,
        exchange.mailboxes.items()?.iter(),
        |mailbox| &mailbox.identity,
        |mailbox| {
            // Get-UMMailbox does not list a mailbox that is not enabled.
            let found = by_address.get(&mailbox.identity.to_lowercase());
            let is_on = match found {
                Some(one) => one.enabled.ok_or_else(|| Missing::not_collected(&exchange_sections::UM_MAILBOXES))?,
                None => false,
            };
            let evidence = Evidence::actual("UMEnabled", Some(is_on.to_string())).expected("true");
            let evidence = found.map_or_else(|| evidence.clone(), |one| evidence.clone().from(one));
            Ok((!is_on).then(|| Fault::new(OFF, args! { user: mailbox.identity }, vec![evidence])))
        },
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn an_enabled_mailbox_passes_whatever_the_case_of_its_address() {
        unified_messaging(&RULE).passes("").change(MAILBOX, json!({ "identity": "Ann@Contoso.com" })).passes("");
    }

    #[test]
    fn a_mailbox_that_is_off_or_not_listed_fails() {
        let case = unified_messaging(&RULE).fails_with_each(ANN, MAILBOX, [json!({ "enabled": false })]);
        case.forget(MAILBOX).fails(ANN);
    }

    #[test]
    fn what_nobody_asked_is_unknown() {
        let case = unified_messaging(&RULE).unknown_without_each("", MAILBOX, &["enabled"]);
        case.unknown_without_each("", "/exchange", &["mailboxes", "umMailboxes"]);
    }
}
