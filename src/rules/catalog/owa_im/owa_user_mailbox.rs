//! OWA-USER-MAILBOX: the users have their mailbox on an Exchange that goes with this Lync.

use crate::rules::model::support_matrix::{Support, owa_im};
use crate::rules::prelude::*;
use crate::rules::topology::users::{self, Fault};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-USER-MAILBOX",
    title: Text::new(
        "The mailbox is on an Exchange version that is compatible with this version of Lync",
        "La boîte aux lettres est sur une version d'Exchange compatible avec cette version de Lync",
    ),
    explanation: Text::new(
        "Outlook on the web runs on the server of the mailbox. If instant messaging is not supported on that server, the user has none, regardless of other settings.",
        "Outlook sur le web s'exécute sur le serveur de la boîte aux lettres. Si la messagerie instantanée n'est pas prise en charge sur ce serveur, l'utilisateur n'en dispose pas, quels que soient les autres paramètres.",
    ),
    remedy: Text::new(
        "Move the mailbox to a server of a supported version (New-MoveRequest).",
        "Déplacez la boîte aux lettres vers un serveur d'une version prise en charge (New-MoveRequest).",
    ),
    sources: &[Source::seed("000", "101"), Source::seed("001", "93")],
    after: &["OWA-POLICY-IM"],
    needs: &[&exchange_sections::MAILBOXES, &lync_sections::VERSION],
    ..super::BASE
};

const ELSEWHERE: Text = Text::new(
    "The mailbox of {user} is on {found}, where instant messaging with {lync} is not supported.",
    "La boîte aux lettres de {user} est sur {found}, où la messagerie instantanée avec {lync} n'est pas prise en charge.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let never = || Missing::not_collected(&lync_sections::VERSION);
    let lync = context.estate.lync_version()?.ok_or_else(never)?;
    let mailboxes = context.estate.exchange.mailboxes.items()?;
    users::judge(
        findings,
        mailboxes.iter(),
        |mailbox| &mailbox.identity,
        |mailbox| {
            let missing = || Missing::not_collected(&exchange_sections::MAILBOXES);
            let text = mailbox.version.as_deref().ok_or_else(missing)?;
            let found = ExchangeVersion::parse(text).ok_or_else(missing)?;
            if found >= ExchangeVersion::V2013 && owa_im(lync, found) == Support::Yes {
                return Ok(None);
            }
            let args = args! { user: mailbox.identity, found: found.name(), lync: lync.name() };
            let evidence = vec![Evidence::actual("AdminDisplayVersion", Some(text)).from(mailbox)];
            Ok(Some(Fault::new(ELSEWHERE, args, evidence)))
        },
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const VERSION: &str = "/exchange/mailboxes/values/0/version";

    #[test]
    fn mailboxes_on_supported_versions_pass_together() {
        exchange_2013(&RULE).passes("");
        let second = json!({ "identity": "bob@contoso.com", "version": "Version 15.0 (Build 1497.2)" });
        let both = exchange_2016(&RULE).set("/exchange/mailboxes/values/1", second).passes("");
        assert_eq!(both.sample().findings("OWA-USER-MAILBOX")[0].evidence[0].actual.as_deref(), Some("2"));
    }

    #[test]
    fn a_mailbox_on_a_version_that_does_not_go_with_this_lync_fails() {
        for (version, lync) in [
            ("Version 14.3 (Build 123.4)", "(5.0.8308.0)"),
            ("Version 15.1 (Build 2507.6)", "(5.0.8308.0)"),
            ("Version 15.2 (Build 1118.7)", "(6.0.9319.0)"),
        ] {
            let case = exchange_2013(&RULE).set(VERSION, version).set("/lync/version/values/0/text", lync);
            case.fails("ann@contoso.com").not_fixed();
        }
    }

    #[test]
    fn a_version_that_nobody_asked_for_is_unknown() {
        exchange_2013(&RULE).forget(VERSION).unknown("");
    }
}
