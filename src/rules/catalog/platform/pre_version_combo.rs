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
        "The versions of Exchange and Lync are compatible for instant messaging",
        "Les versions d'Exchange et de Lync sont compatibles pour la messagerie instantanée",
    ),
    explanation: Text::new(
        "For some combinations the documentation states that instant messaging in Outlook on the web is not supported. Those servers are excluded from all other rules and from all plans.",
        "Pour certaines combinaisons, la documentation indique que la messagerie instantanée dans Outlook sur le web n'est pas prise en charge. Ces serveurs sont exclus de toutes les autres règles et de tous les plans.",
    ),
    remedy: Text::new(
        "No setting fixes this. Upgrade one of the products to a compatible version, or move the mailboxes to servers with a compatible version.",
        "Aucun paramètre ne corrige ce point. Mettez l'un des produits à niveau vers une version compatible, ou déplacez les boîtes aux lettres vers des serveurs d'une version compatible.",
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
    "The documentation does not state whether instant messaging is supported between {server} ({exchange}) and {lync}. Contact Microsoft before you continue.",
    "La documentation n'indique pas si la messagerie instantanée est prise en charge entre {server} ({exchange}) et {lync}. Contactez Microsoft avant de continuer.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let lync_facts = context.estate.lync.version.items()?;
    let lync_text = lync_facts.first().map(|version| version.text.clone()).unwrap_or_default();
    let lync = context.estate.lync_version()?;
    let lync_product = context.estate.lync_product().unwrap_or_else(|| lync_text.clone());
    for server in context.estate.servers()? {
        if !server.is_back_end() || !in_scope(context, &server.host) {
            continue;
        }
        let target = Target::server(&server.host);
        findings.for_target(&target.clone(), |findings| {
            let unknown = || Missing::not_collected(&exchange_sections::SERVERS).on(server.host.name());
            let text = server.facts.version.as_deref().ok_or_else(unknown)?;
            let exchange = server.version;
            let args = args! { server: server.host.name(), exchange: server.product().unwrap_or_else(|| text.to_owned()), lync: lync_product };
            let evidence = vec![
                Evidence::actual("AdminDisplayVersion", Some(text)).from(server.facts),
                Evidence::actual("Get-CsServerVersion", Some(lync_text.as_str())),
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
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SERVER: &str = "ex01.contoso.com";
    const LYNC: &str = "/lync/version/values/0/text";
    const EXCHANGE: &str = "/exchange/servers/values/0/version";

    #[test]
    fn versions_that_go_together_pass() {
        exchange_2013(&RULE).passes(SERVER);
        exchange_2016(&RULE).passes(SERVER);
    }

    #[test]
    fn lync_2013_with_exchange_2016_fails_and_no_other_rule_plans_for_it() {
        let sample = Sample::exchange_2016().set(LYNC, json!("Microsoft Lync Server 2013 (5.0.8308.0)"));
        let sample = sample.without_trusted_pool();
        sample.expect_steps("TAP-CREATE", &[]);
        Case::of(&RULE, sample).fails(SERVER).not_fixed();
    }

    #[test]
    fn versions_of_which_nothing_is_said_are_for_a_person() {
        exchange_2013(&RULE).set(LYNC, "Microsoft Lync Server 2010 (4.0.7577.0)").manual(SERVER);
        exchange_2013(&RULE).set(EXCHANGE, "Version 16.0 (Build 1.1)").manual(SERVER);
    }

    #[test]
    fn versions_that_nobody_collected_are_unknown() {
        exchange_2013(&RULE).forget(EXCHANGE).unknown(SERVER);
    }

    #[test]
    fn it_asks_for_nothing_where_instant_messaging_shall_be_off() {
        exchange_2013(&RULE).asking(Settings { disable: true, ..Settings::default() }).not_applicable();
    }
}
