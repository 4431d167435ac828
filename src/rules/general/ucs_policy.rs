//! UCS-POLICY: the contact list can be shared through the unified contact store.

use crate::facts::{ExchangeVersion, LyncVersion, exchange_sections};
use crate::message::Text;
use crate::rules::context::Context;
use crate::rules::finding::{Checked, Report, Target};
use crate::rules::rule::{Aim, Kind, Role, Rule, Scenario, Severity, Source};

pub(crate) static RULE: Rule = Rule {
    id: "UCS-POLICY",
    kind: Kind::Fact,
    scenarios: &[Scenario::OwaIm],
    aim: Aim::Any,
    severity: Severity::Info,
    roles: &[Role::LyncFrontEnd],
    exchange: &[ExchangeVersion::V2013, ExchangeVersion::V2016, ExchangeVersion::V2019],
    lync: &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019],
    title: Text::new(
        "The contact list can be shared through the unified contact store",
        "La liste de contacts peut être partagée par le magasin de contacts unifié",
    ),
    explanation: Text::new(
        "Get-CsUserServicesPolicy shows UcsAllowed, true unless it was changed. Besides, the store needs a mailbox on Exchange 2013 or later, authentication between the servers, and one sign-in with a Lync 2013 client.",
        "Get-CsUserServicesPolicy montre UcsAllowed, vrai sauf modification. Le magasin demande aussi une boîte aux lettres sur Exchange 2013 ou ultérieur, l'authentification entre serveurs et une connexion avec un client Lync 2013.",
    ),
    remedy: Text::new(
        "Nothing to do for instant messaging. Look at a user with Test-CsUnifiedContactStore.",
        "Rien à faire pour la messagerie instantanée. Vérifiez un utilisateur avec Test-CsUnifiedContactStore.",
    ),
    inference: None,
    sources: &[Source::seed("000", "18"), Source::seed("001", "9"), Source::page("use-the-unified-contact-store.md")],
    after: &[],
    needs: &[&exchange_sections::SERVERS],
    check,
    mend: None,
    follow: None,
};

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    context.estate.servers()?;
    report.pass(Target::estate(), Vec::new());
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::finding::Status;
    use crate::rules::samples::Sample;
    use serde_json::json;

    const ID: &str = "UCS-POLICY";

    #[test]
    fn it_is_told_where_the_versions_have_it() {
        Sample::exchange_2013().expect(ID, &[("", Status::Pass)]);
    }

    #[test]
    fn exchange_2010_does_not_have_it() {
        let place = "/exchange/servers/values/0/version";
        let sample = Sample::exchange_2013().set(place, json!("Version 14.3 (Build 123.4)"));
        sample.expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn servers_that_nobody_asked_for_are_unknown() {
        Sample::exchange_2013().forget("/exchange/servers").expect(ID, &[("", Status::Unknown)]);
    }
}
