//! COMPAT-E2010-LIMITS: users on Exchange 2010 go without the newer features.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "COMPAT-E2010-LIMITS",
    scenarios: &[Scenario::OwaIm],
    exchange: &[ExchangeVersion::V2010],
    lync: &[LyncVersion::V2013, LyncVersion::V2015],
    title: Text::new(
        "Users on Exchange 2010 do not need the unified contact store, archiving or high-resolution photos",
        "Les utilisateurs d'Exchange 2010 n'ont besoin ni du magasin de contacts unifié, ni de l'archivage, ni des photos haute résolution",
    ),
    explanation: Text::new(
        "Exchange 2010 does not have the unified contact store, archiving of conversations or high-resolution photos.",
        "Exchange 2010 n'offre ni le magasin de contacts unifié, ni l'archivage des conversations, ni les photos haute résolution.",
    ),
    remedy: Text::new(
        "If a user needs one of these features, move the mailbox to Exchange 2013 or later.",
        "Si un utilisateur a besoin de l'une de ces fonctionnalités, déplacez sa boîte aux lettres vers Exchange 2013 ou version ultérieure.",
    ),
    interpretation: Some(Text::new(
        "The documentation only lists the missing features. The facts of this scenario do not show whether a user needs them.",
        "La documentation indique seulement les fonctionnalités absentes. Les faits de ce scénario n'indiquent pas si un utilisateur en a besoin.",
    )),
    sources: &[Source::seed("000", "26-28"), Source::seed("001", "20-22")],
    needs: &[&exchange_sections::MAILBOXES],
    ..super::BASE
};

const OLD: Text = Text::new(
    "{user} has a mailbox on Exchange 2010. Check whether the user needs the unified contact store, archiving or high-resolution photos.",
    "La boîte aux lettres de {user} est sur Exchange 2010. Vérifiez si cet utilisateur a besoin du magasin de contacts unifié, de l'archivage ou des photos haute résolution.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for mailbox in context.estate.exchange.mailboxes.items()? {
        let target = Target::new(TargetKind::User, &mailbox.identity);
        findings.for_target(&target.clone(), |findings| {
            let unknown = || Missing::not_collected(&exchange_sections::MAILBOXES).on(&mailbox.identity);
            let version = mailbox.version.as_deref().ok_or_else(unknown)?;
            if ExchangeVersion::parse(version) == Some(ExchangeVersion::V2010) {
                findings.manual(target, OLD, args! { user: mailbox.identity });
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

    const MAILBOX: &str = "/exchange/mailboxes/values/0/version";

    fn exchange_2010() -> Case {
        exchange_2013(&RULE).set("/exchange/servers/values/0/version", "Version 14.3 (Build 123.4)")
    }

    #[test]
    fn a_mailbox_on_exchange_2010_is_for_a_person_to_look_at() {
        exchange_2010().set(MAILBOX, "Version 14.3 (Build 123.4)").manual("ann@contoso.com");
    }

    #[test]
    fn a_newer_mailbox_or_no_exchange_2010_at_all_is_not_concerned() {
        exchange_2010().not_applicable();
        exchange_2013(&RULE).not_applicable();
    }

    #[test]
    fn unknown_without_the_mailboxes_or_a_version() {
        exchange_2010().forget(MAILBOX).unknown("ann@contoso.com");
        exchange_2010().forget("/exchange/mailboxes").unknown("");
    }
}
