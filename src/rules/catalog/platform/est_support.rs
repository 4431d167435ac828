//! EST-SUPPORT: until when Microsoft supports the versions that are in use, and what follows. An advisory: what is out of
//! support works all the same.

use crate::facts::Time;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "EST-SUPPORT",
    category: Category::Fact,
    scenarios: Scenario::ALL,
    severity: Severity::Warning,
    roles: &[Role::ExchangeFrontEnd, Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "Microsoft supports the versions of Exchange and Lync",
        "Microsoft prend en charge les versions d'Exchange et de Lync",
    ),
    explanation: Text::new(
        "Without support there are no security updates, no fixes and no help. Exchange Server SE and Skype for Business Server SE are the only versions in support. The integration works with the other ones all the same: this finding is an advisory, which changes no plan and which Quiet does not count.",
        "Sans prise en charge, il n'y a ni mises à jour de sécurité, ni correctifs, ni assistance. Exchange Server SE et Skype Entreprise Server SE sont les seules versions prises en charge. L'intégration fonctionne quand même avec les autres : ce constat n'est qu'un avis (Advisory), qui ne change aucun plan et que Quiet ne compte pas.",
    ),
    remedy: Text::new(
        "Plan the move to Exchange Server SE and Skype for Business Server SE. Exchange 2019 CU14 and CU15 and Skype for Business Server 2019 are upgraded in place; from other versions the users move to new servers.",
        "Prévoyez le passage à Exchange Server SE et Skype Entreprise Server SE. Exchange 2019 CU14 et CU15 et Skype Entreprise Server 2019 sont mis à niveau sur place ; depuis les autres versions, les utilisateurs passent sur de nouveaux serveurs.",
    ),
    symptoms: &[Text::new(
        "The version of Exchange or Lync is out of support",
        "La version d'Exchange ou de Lync n'est plus prise en charge",
    )],
    interpretation: Some(Text::new(
        "Skype for Business Server SE has the version number of 2019. If Get-CsServerVersion does not name the subscription edition, a last number from 800 on is taken for it.",
        "Skype Entreprise Server SE a le numéro de version de 2019. Si Get-CsServerVersion ne nomme pas la Subscription Edition, un dernier numéro à partir de 800 est considéré comme tel.",
    )),
    sources: &[
        Source::page("exchange-server-2013.md"),
        Source::page("exchange-server-2016.md"),
        Source::page("exchange-server-2019.md"),
        Source::page("exchange-server-subscription-edition.md"),
        Source::page("microsoft-lync-server-2013.md"),
        Source::page("skype-for-business-server-2015.md"),
        Source::page("skype-for-business-server-2019.md"),
    ],
    needs: &[&exchange_sections::SERVERS, &lync_sections::VERSION],
    optional: &[&exchange_sections::SERVERS, &lync_sections::VERSION],
    ..super::BASE
};

/// The last day of support, and what follows.
struct Life {
    end: &'static str,
    ended: Text,
}

const ENDED: Text = Text::new(
    "{product} has been out of support since {end}: there are no security updates.",
    "{product} n'est plus pris en charge depuis le {end} : il n'y a plus de mises à jour de sécurité.",
);
const ENDED_REFUSED: Text = Text::new(
    "{product} has been out of support since {end}: there are no security updates. The setup of Exchange 2019 CU15 and of Exchange Server SE refuses an organization that has it.",
    "{product} n'est plus pris en charge depuis le {end} : il n'y a plus de mises à jour de sécurité. Le programme d'installation d'Exchange 2019 CU15 et d'Exchange Server SE refuse une organisation qui en a.",
);
const ENDED_PAID: Text = Text::new(
    "{product} has been out of support since {end}. Paid security updates exist until October 2026 only.",
    "{product} n'est plus pris en charge depuis le {end}. Des mises à jour de sécurité payantes n'existent que jusqu'en octobre 2026.",
);
const ENDED_PAID_REFUSED: Text = Text::new(
    "{product} has been out of support since {end}. Paid security updates exist until October 2026 only. The setup of cumulative update 2 of Exchange Server SE will refuse an organization that still has it.",
    "{product} n'est plus pris en charge depuis le {end}. Des mises à jour de sécurité payantes n'existent que jusqu'en octobre 2026. Le programme d'installation de la mise à jour cumulative 2 d'Exchange Server SE refusera une organisation qui en a encore.",
);
const UNTIL: Text = Text::new("{product} is supported until {end}.", "{product} est pris en charge jusqu'au {end}.");
const AT_LEAST: Text = Text::new(
    "{product} is supported until {end} at the earliest.",
    "{product} est pris en charge au moins jusqu'au {end}.",
);
const BY_NUMBER: Text = Text::new(
    "{product} is supported until {end} at the earliest. That it is the subscription edition is read from the number of the build alone, which no document confirms.",
    "{product} est pris en charge au moins jusqu'au {end}. Qu'il s'agisse de la Subscription Edition n'est déduit que du numéro de build, ce qu'aucun document ne confirme.",
);
/// Until when the subscription editions are supported at least.
const SUBSCRIPTION: &str = "2035-12-31";

/// Nothing for a version without a fixed end.
const fn exchange_life(version: ExchangeVersion) -> Option<Life> {
    Some(match version {
        ExchangeVersion::V2007 => Life { end: "2017-04-11", ended: ENDED_REFUSED },
        ExchangeVersion::V2010 => Life { end: "2020-10-13", ended: ENDED_REFUSED },
        ExchangeVersion::V2013 => Life { end: "2023-04-11", ended: ENDED_REFUSED },
        ExchangeVersion::V2016 | ExchangeVersion::V2019 => Life { end: "2025-10-14", ended: ENDED_PAID_REFUSED },
        ExchangeVersion::SubscriptionEdition => return None,
    })
}

const fn lync_life(version: LyncVersion) -> Option<Life> {
    Some(match version {
        LyncVersion::V2010 => Life { end: "2021-04-13", ended: ENDED },
        LyncVersion::V2013 => Life { end: "2023-04-11", ended: ENDED },
        LyncVersion::V2015 | LyncVersion::V2019 => Life { end: "2025-10-14", ended: ENDED_PAID },
        LyncVersion::SubscriptionEdition => return None,
    })
}

/// A product that is in use, with what tells so.
struct Product {
    name: &'static str,
    life: Option<Life>,
    lasting: Text,
    evidence: Vec<Evidence>,
}

/// A side that nobody collected is not asked for: this rule is no reason to collect.
fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let (exchange, lync) = (context.estate.servers(), context.estate.lync.version.items());
    if let (Err(missing), Err(_)) = (&exchange, &lync) {
        return Err(missing.clone());
    }
    let mut products: BTreeMap<ExchangeVersion, Product> = BTreeMap::new();
    for server in exchange.unwrap_or_default() {
        findings.for_target(&Target::server(&server.host), |_| {
            let unknown = || Missing::not_collected(&exchange_sections::SERVERS).on(server.host.name());
            let version = server.version.ok_or_else(unknown)?;
            let empty = || Product {
                name: version.name(),
                life: exchange_life(version),
                lasting: AT_LEAST,
                evidence: Vec::new(),
            };
            let evidence = Evidence::actual(server.host.name(), server.product()).from(server.facts);
            products.entry(version).or_insert_with(empty).evidence.push(evidence);
            Ok(())
        });
    }
    for product in products.into_values() {
        judge(context.estate.now, product, findings);
    }
    if let Some(fact) = lync.unwrap_or_default().first() {
        findings.for_target(&Target::new(TargetKind::Product, "Lync"), |findings| {
            let unknown = || Missing::not_collected(&lync_sections::VERSION);
            let version = context.estate.lync_version()?.ok_or_else(unknown)?;
            let lasting = if LyncVersion::is_told_by_number(&fact.text) { BY_NUMBER } else { AT_LEAST };
            let evidence = vec![Evidence::actual("Get-CsServerVersion", Some(fact.text.as_str())).from(fact)];
            let product = Product { name: version.name(), life: lync_life(version), lasting, evidence };
            judge(context.estate.now, product, findings);
            Ok(())
        });
    }
    Ok(())
}

fn judge(now: Time, product: Product, findings: &mut Findings<'_>) {
    let Product { name, life, lasting, evidence } = product;
    let target = Target::new(TargetKind::Product, name);
    let Some(Life { end, ended }) = life else {
        findings.pass_saying(target, lasting, args! { product: name, end: SUBSCRIPTION }, evidence);
        return;
    };
    let args = args! { product: name, end };
    // The day itself is still one of support.
    let is_over = Time::parse(&format!("{end}T23:59:59Z")).is_some_and(|last| now > last);
    if is_over {
        findings.fail(target, ended, args, evidence).as_advisory();
    } else {
        findings.pass_saying(target, UNTIL, args, evidence);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const EXCHANGE: &str = "/exchange/servers/values/0/version";
    const LYNC: &str = "/lync/version/values/0/text";
    const BY_NUMBER: &str = "Skype for Business Server 2019 (7.0.2046.820): Volume license key installed.";

    /// The sentence of a product.
    fn said(case: &Case, product: &str, culture: Culture) -> String {
        let findings = case.findings();
        findings.iter().find(|one| one.target.name == product).unwrap().message(culture)
    }

    #[test]
    fn the_subscription_editions_are_supported_and_say_until_when() {
        let names = ["Exchange Server SE", "Skype for Business Server SE"];
        let case = exchange_se(&RULE).finds(&names.map(|name| (name, Status::Pass)));
        for name in names {
            assert!(said(&case, name, Culture::En).ends_with("until 2035-12-31 at the earliest."));
            assert!(said(&case, name, Culture::Fr).contains("2035-12-31"));
        }
        let evidence = &case.findings()[0].evidence[0];
        assert_eq!(
            (evidence.name.as_str(), evidence.actual.as_deref()),
            (SERVER, Some("Exchange Server SE, build 15.2.2562.17"))
        );
    }

    #[test]
    fn an_edition_that_the_number_tells_is_said_to_be_our_reading() {
        let case = exchange_se(&RULE).set(LYNC, BY_NUMBER);
        assert!(said(&case, "Skype for Business Server SE", Culture::En).contains("no document confirms"));
        let named = said(&exchange_se(&RULE), "Skype for Business Server SE", Culture::En);
        assert!(!named.contains("no document"), "{named}");
    }

    #[test]
    fn each_version_out_of_support_is_a_warning_with_its_day_and_what_follows() {
        for (exchange, lync, names, parts) in [
            (
                "Version 15.0 (Build 1497.2)",
                "(5.0.8308.0)",
                ["Exchange Server 2013", "Lync Server 2013"],
                ["2023-04-11", "refuses"],
            ),
            (
                "Version 15.1 (Build 2507.6)",
                "(6.0.9319.0)",
                ["Exchange Server 2016", "Skype for Business Server 2015"],
                ["2025-10-14", "will refuse"],
            ),
            (
                "Version 15.2 (Build 1748.10)",
                "(7.0.2046.553)",
                ["Exchange Server 2019", "Skype for Business Server 2019"],
                ["2025-10-14", "October 2026"],
            ),
            (
                "Version 14.3 (Build 123.4)",
                "(4.0.7577.0)",
                ["Exchange Server 2010", "Lync Server 2010"],
                ["2020-10-13", "refuses"],
            ),
        ] {
            let case = exchange_2013(&RULE).set(EXCHANGE, exchange).set(LYNC, lync);
            let case = case
                .finds(&names.map(|name| (name, Status::Fail)))
                .severity(Severity::Warning)
                .advises(true)
                .not_fixed();
            let message = said(&case, names[0], Culture::En);
            assert!(parts.iter().all(|part| message.contains(part)), "{message}");
        }
    }

    #[test]
    fn the_last_day_is_one_of_support() {
        for (day, status) in [("2025-10-14T23:59:59Z", Status::Pass), ("2025-10-15T00:00:00Z", Status::Fail)] {
            let case = exchange_2016(&RULE).with(|sample| sample.at(day));
            let case = case.finds(&[("Exchange Server 2016", status), ("Skype for Business Server 2015", status)]);
            assert!(said(&case, "Exchange Server 2016", Culture::Fr).contains("2025-10-14"));
        }
    }

    #[test]
    fn servers_of_one_version_are_one_finding_and_a_version_that_nobody_told_is_unknown() {
        let other = json!({ "name": "EX02", "fqdn": "ex02.contoso.com", "version": "Version 15.2 (Build 2562.37)" });
        let case = exchange_se(&RULE).set("/exchange/servers/values/1", other);
        assert_eq!(case.findings()[0].evidence.len(), 2);
        let case = case.forget("/exchange/servers/values/1/version");
        let lync = ("Skype for Business Server SE", Status::Pass);
        case.finds(&[("Exchange Server SE", Status::Pass), lync, ("ex02.contoso.com", Status::Unknown)]);
        let exchange = ("Exchange Server SE", Status::Pass);
        exchange_se(&RULE).set(LYNC, "(9.0)").finds(&[exchange, ("Lync", Status::Unknown)]);
    }

    #[test]
    fn a_side_that_nobody_collected_is_not_asked_for() {
        exchange_se(&RULE).forget("/lync/version").passes("Exchange Server SE");
        let case = exchange_se(&RULE).forget("/exchange/servers").passes("Skype for Business Server SE");
        case.forget("/lync/version").unknown("");
    }
}
