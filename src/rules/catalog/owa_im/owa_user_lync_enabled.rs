//! OWA-USER-LYNC-ENABLED: the users are enabled for Lync and have a pool.

use crate::rules::prelude::*;
use crate::rules::topology::users::{self, Fault};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-USER-LYNC-ENABLED",
    roles: &[Role::LyncFrontEnd],
    title: Text::new("The user is enabled for Lync and has a pool", "L'utilisateur est activé pour Lync et a un pool"),
    explanation: Text::new(
        "Outlook on the web shows the presence only of users that are enabled for Lync.",
        "Outlook sur le web n'affiche la présence que des utilisateurs activés pour Lync.",
    ),
    remedy: Text::new(
        "In the Lync shell: Enable-CsUser with the pool (RegistrarPool) and a SIP address. If the user exists but is disabled: Set-CsUser -Enabled $true.",
        "Dans le shell Lync : Enable-CsUser avec le pool (RegistrarPool) et une adresse SIP. Si l'utilisateur existe mais est désactivé : Set-CsUser -Enabled $true.",
    ),
    sources: &[Source::seed("000", "103"), Source::seed("001", "95")],
    needs: &[&lync_sections::USERS, &exchange_sections::MAILBOXES],
    ..super::BASE
};

const NOT_FOUND: Text = Text::new("{user} is not enabled for Lync.", "{user} n'est pas activé pour Lync.");
const SWITCHED_OFF: Text = Text::new("{user} is disabled in Lync.", "{user} est désactivé dans Lync.");
const NO_POOL: Text = Text::new("{user} has no pool in Lync.", "{user} n'a pas de pool dans Lync.");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let users = &context.estate.lync.users;
    users.items()?;
    let mailboxes = context.estate.exchange.mailboxes.items()?;
    users::judge(
        findings,
        mailboxes.iter(),
        |mailbox| &mailbox.identity,
        |mailbox| {
            let args = || args! { user: mailbox.identity };
            let Some(user) = users::of_mailbox(context, mailbox)? else {
                // Lync was asked for this user and has no such one, or it was never asked for this user.
                return match users.items_for(&mailbox.identity) {
                    Err(_) => Ok(Some(Fault::new(NOT_FOUND, args(), Vec::new()))),
                    Ok(_) => Err(Missing::not_collected(&lync_sections::USERS)),
                };
            };
            let enabled = user.enabled.ok_or_else(|| Missing::not_collected(&lync_sections::USERS))?;
            let evidence = || {
                vec![
                    Evidence::actual("Enabled", Some(enabled.to_string())).expected("true").from(user),
                    Evidence::actual("RegistrarPool", user.registrar_pool.as_deref()).from(user),
                ]
            };
            let has_pool = user.registrar_pool.as_deref().is_some_and(|pool| !pool.trim().is_empty());
            Ok(match (enabled, has_pool) {
                (true, true) => None,
                (false, _) => Some(Fault::new(SWITCHED_OFF, args(), evidence())),
                (true, false) => Some(Fault::new(NO_POOL, args(), evidence())),
            })
        },
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const USER: &str = "/lync/users/values/0";
    const POOL: &str = "/lync/users/values/0/registrarPool";
    const ENABLED: &str = "/lync/users/values/0/enabled";
    const ANN: &str = "ann@contoso.com";

    #[test]
    fn an_enabled_user_with_a_pool_passes_by_any_address() {
        let case = exchange_2013(&RULE).passes("");
        case.set(&format!("{USER}/identity"), "a.smith@contoso.com")
            .set(&format!("{USER}/sipAddress"), "a.smith@contoso.com")
            .set(&format!("{USER}/mail"), "Ann@Contoso.com")
            .passes("");
    }

    #[test]
    fn a_user_who_is_off_has_no_pool_or_is_not_there_fails() {
        exchange_2013(&RULE).set(ENABLED, false).fails(ANN);
        exchange_2013(&RULE).set(POOL, "").fails(ANN);
        exchange_2013(&RULE).forget(POOL).fails(ANN);
        let failures = json!([{ "target": ANN, "error": "not found" }]);
        exchange_2013(&RULE).forget(USER).set("/lync/users/failures", failures).fails(ANN);
    }

    #[test]
    fn a_user_for_whom_lync_was_not_asked_is_unknown() {
        exchange_2013(&RULE).unknown_without("", &[USER, ENABLED]);
    }
}
