//! UM-MISSED-CALL: mailboxes on old servers get no notifications of missed calls.

use crate::rules::prelude::*;
use crate::rules::topology::users::{self, Fault};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-MISSED-CALL",
    severity: Severity::Warning,
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "The mailbox is on a server that reports missed calls",
        "La boîte aux lettres est sur un serveur qui signale les appels manqués",
    ),
    explanation: Text::new(
        "If a caller hangs up before the call reaches the Mailbox server, the user gets a missed call notification. Mailboxes on Exchange 2007 or 2010 that are used with Lync do not get one.",
        "Si un appelant raccroche avant que l'appel n'atteigne le serveur de boîtes aux lettres, l'utilisateur reçoit une notification d'appel manqué. Les boîtes aux lettres sur Exchange 2007 ou 2010 utilisées avec Lync n'en reçoivent pas.",
    ),
    remedy: Text::new(
        "Move the mailbox to a server of a supported version (New-MoveRequest -Identity <user> -TargetDatabase <database>) and configure Cloud Voicemail for the user, which takes the place of unified messaging there. Exchange 2013 and 2016 report missed calls too, but are out of support.",
        "Déplacez la boîte aux lettres vers un serveur d'une version prise en charge (New-MoveRequest -Identity <utilisateur> -TargetDatabase <base>) et configurez pour l'utilisateur Cloud Voicemail, qui y remplace la messagerie unifiée. Exchange 2013 et 2016 signalent aussi les appels manqués, mais ne sont plus pris en charge.",
    ),
    sources: &[Source::seed("003", "221-222")],
    needs: &[&exchange_sections::MAILBOXES],
    ..super::BASE
};

const OLD: Text = Text::new(
    "The mailbox of {user} is on {version}: there are no missed call notifications.",
    "La boîte aux lettres de {user} est sur {version} : aucune notification d'appel manqué.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    users::judge(
        findings,
        context.estate.exchange.mailboxes.items()?.iter(),
        |mailbox| &mailbox.identity,
        |mailbox| {
            let version = mailbox.version.as_deref().and_then(ExchangeVersion::parse);
            let version = version.ok_or_else(|| Missing::not_collected(&exchange_sections::MAILBOXES))?;
            let evidence = Evidence::actual("AdminDisplayVersion", mailbox.version.as_deref()).from(mailbox);
            let args = || args! { user: mailbox.identity, version: version.name() };
            Ok((version < ExchangeVersion::V2013).then(|| Fault::new(OLD, args(), vec![evidence])))
        },
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    const OWN_VERSION: &str = "/exchange/mailboxes/values/0/version";

    #[test]
    fn a_mailbox_on_a_new_server_passes_and_one_on_an_old_server_fails() {
        let case = unified_messaging(&RULE).passes("");
        case.clone().set(OWN_VERSION, EXCHANGE_2007).fails(ANN);
        case.set(OWN_VERSION, EXCHANGE_2010).fails(ANN);
    }

    #[test]
    fn mailboxes_or_versions_that_nobody_told_are_unknown() {
        unified_messaging(&RULE).unknown_without_each("", "/exchange/mailboxes", &["values/0/version"]);
        unified_messaging(&RULE).unknown_without_each("", "/exchange", &["mailboxes"]);
    }
}
