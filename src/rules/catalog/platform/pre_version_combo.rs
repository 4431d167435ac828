//! PRE-VERSION-COMBO: instant messaging is supported between the versions of both products.

use crate::rules::model::support_matrix::{Support, owa_im};
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::in_scope;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "PRE-VERSION-COMBO",
    scenarios: &[Scenario::OwaIm],
    applies_when: AppliesWhen::ImEnabled,
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "The versions of Exchange and Lync go together for instant messaging",
        "Les versions d'Exchange et de Lync vont ensemble pour la messagerie instantanée",
    ),
    explanation: Text::new(
        "For some pairs the documents say that instant messaging in Outlook on the web is not supported. Those servers are left out of every other rule and of every plan.",
        "Pour certaines paires, les documents disent que la messagerie instantanée d'Outlook sur le web n'est pas prise en charge. Ces serveurs sont exclus de toutes les autres règles et de tout plan.",
    ),
    remedy: Text::new(
        "There is no setting for this: upgrade one of the products to a version that goes with the other, or move the mailboxes to such servers.",
        "Aucun réglage n'y remédie : mettez l'un des produits au niveau d'une version qui va avec l'autre, ou déplacez les boîtes aux lettres vers de tels serveurs.",
    ),
    sources: &[
        Source::seed("000", "26-28"),
        Source::seed("001", "16-22"),
        Source::page("configure-im-integration-with-owa.md"),
        Source::page("compatibility-with-office.md"),
    ],
    needs: &[&exchange_sections::SERVERS, &lync_sections::VERSION],
    ..super::BASE
};

const UNSUPPORTED: Text = Text::new(
    "Instant messaging between {exchange} ({server}) and {lync} is not supported.",
    "La messagerie instantanée entre {exchange} ({server}) et {lync} n'est pas prise en charge.",
);
const NOT_SAID: Text = Text::new(
    "No document says whether instant messaging is supported between {server} ({exchange}) and {lync}. Ask Microsoft before you go on.",
    "Aucun document ne dit si la messagerie instantanée est prise en charge entre {server} ({exchange}) et {lync}. Renseignez-vous auprès de Microsoft avant de continuer.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let lync_facts = context.estate.lync.version.known()?;
    let lync_text = lync_facts.first().map(|version| version.text.clone()).unwrap_or_default();
    let lync = context.estate.lync_version()?;
    for server in context.estate.servers()? {
        if !server.is_back_end() || !in_scope(context, &server.host) {
            continue;
        }
        let target = Target::server(&server.host);
        findings.for_target(&target.clone(), |findings| {
            let unknown = || Missing::never(&exchange_sections::SERVERS).on(server.host.name());
            let text = server.facts.version.as_deref().ok_or_else(unknown)?;
            let exchange = server.version;
            let args = args! { server: server.host.name(), exchange: exchange.map_or_else(|| text.to_owned(), |version| version.name().to_owned()), lync: lync.map_or_else(|| lync_text.clone(), |version| version.name().to_owned()) };
            let evidence = vec![
                Evidence::read("AdminDisplayVersion", Some(text)).from(server.facts),
                Evidence::read("Get-CsServerVersion", Some(lync_text.as_str())),
            ];
            match lync.zip(exchange).map(|(lync, exchange)| owa_im(lync, exchange)) {
                Some(Support::Yes) => findings.pass(target, evidence),
                Some(Support::No) => {
findings.fail(target, UNSUPPORTED, args, evidence);
}
                Some(Support::NotSaid) | None => findings.manual(target, NOT_SAID, args),
            }
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "PRE-VERSION-COMBO";

    const LYNC: &str = "/lync/version/values/0/text";
    const EXCHANGE: &str = "/exchange/servers/values/0/version";

    #[test]
    fn versions_that_go_together_pass() {
        Sample::exchange_2013().expect(ID, &[("ex01.contoso.com", Status::Pass)]);
        Sample::exchange_2016().expect(ID, &[("ex01.contoso.com", Status::Pass)]);
    }

    #[test]
    fn lync_2013_with_exchange_2016_fails_and_no_other_rule_plans_for_it() {
        let sample = Sample::exchange_2016().set(LYNC, json!("Microsoft Lync Server 2013 (5.0.8308.0)"));
        let sample = sample.without_trusted_pool();
        sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        sample.expect_steps(ID, &[]);
        sample.expect_steps("TAP-CREATE", &[]);
    }

    #[test]
    fn versions_of_which_nothing_is_said_are_for_a_person() {
        let sample = Sample::exchange_2013().set(LYNC, json!("Microsoft Lync Server 2010 (4.0.7577.0)"));
        sample.expect(ID, &[("ex01.contoso.com", Status::Manual)]);
        let sample = Sample::exchange_2013().set(EXCHANGE, json!("Version 16.0 (Build 1.1)"));
        sample.expect(ID, &[("ex01.contoso.com", Status::Manual)]);
    }

    #[test]
    fn versions_that_nobody_collected_are_unknown() {
        Sample::exchange_2013().forget(EXCHANGE).expect(ID, &[("ex01.contoso.com", Status::Unknown)]);
        Sample::exchange_2013().forget("/lync/version").expect(ID, &[("", Status::Unknown)]);
    }

    #[test]
    fn it_asks_for_nothing_where_instant_messaging_shall_be_off() {
        let off = Settings { disable: true, ..Settings::default() };
        Sample::exchange_2013().asking(off).expect(ID, &[("", Status::NotApplicable)]);
    }
}
