//! PRE-INSTALLED: both products are there, and their services run.

use crate::rules::fixes::windows_service::{RESTART, START, is_for};
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::im_servers;
use std::collections::BTreeSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "PRE-INSTALLED",
    scenarios: &[Scenario::Prerequisites, Scenario::OwaIm, Scenario::UnifiedMessaging],
    roles: &[Role::ExchangeFrontEnd, Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "Exchange and Lync are installed, and their services are running",
        "Exchange et Lync sont installés, et leurs services sont en cours d'exécution",
    ),
    explanation: Text::new(
        "The integration requires that both products are installed and running.",
        "L'intégration exige que les deux produits soient installés et en cours d'exécution.",
    ),
    remedy: Text::new(
        "Finish the installation, or start the named services; then collect the facts again.",
        "Terminez l'installation ou démarrez les services indiqués, puis collectez de nouveau les faits.",
    ),
    interpretation: Some(Text::new(
        "Services with the startup type Automatic are taken as those that must run.",
        "Les services dont le type de démarrage est Automatique sont considérés comme devant être en cours d'exécution.",
    )),
    sources: &[Source::seed("002", "38"), Source::seed("003", "44,48"), Source::page("integrate-with-exchange.md")],
    needs: &[&exchange_sections::SERVERS, &lync_sections::POOLS, &machine_sections::SERVICES],
    optional: &[&exchange_sections::SERVERS, &lync_sections::POOLS, &machine_sections::SERVICES],
    ..super::BASE
};

const NO_MAILBOX: Text = Text::new(
    "There is no Exchange server with the Mailbox role.",
    "Aucun serveur Exchange n'a le rôle Boîte aux lettres.",
);
const NO_CLIENT_ACCESS: Text = Text::new(
    "There is no Exchange server with the Client Access role.",
    "Aucun serveur Exchange n'a le rôle Accès au client.",
);
const NO_POOL: Text = Text::new("There is no Lync pool.", "Il n'y a aucun pool Lync.");
const STOPPED: Text = Text::new(
    "On {server} these services are not running although their startup type is Automatic: {services}.",
    "Sur {server}, ces services ne sont pas en cours d'exécution alors que leur type de démarrage est Automatique : {services}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    findings.for_target(&Target::new("Product", "Exchange"), |findings| exchange(context, findings));
    findings.for_target(&Target::new("Product", "Lync"), |findings| lync(context, findings));
    let mut hosts: BTreeSet<Host> = im_servers(context, &[])?.into_iter().map(|server| server.host).collect();
    let told = context.estate.machines.iter().filter(|machine| machine.state.services.items().is_ok());
    hosts.extend(told.map(|machine| machine.host.clone()));
    for host in hosts {
        findings.for_target(&Target::server(&host), |findings| services(context, &host, findings));
    }
    Ok(())
}

fn exchange<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let servers = context.estate.servers()?;
    let target = Target::new("Product", "Exchange");
    let evidence = vec![Evidence::actual("Get-ExchangeServer", Some(servers.len().to_string()))];
    if !servers.iter().any(Server::is_back_end) {
        findings.fail(target, NO_MAILBOX, Vec::new(), evidence);
    } else if !servers.iter().any(Server::is_front_end) {
        findings.fail(target, NO_CLIENT_ACCESS, Vec::new(), evidence);
    } else {
        findings.pass(target, evidence);
    }
    Ok(())
}

fn lync<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let pools = context.estate.lync.pools.items()?;
    let target = Target::new("Product", "Lync");
    if pools.is_empty() {
        findings.fail(target, NO_POOL, Vec::new(), Vec::new());
    } else {
        findings.pass(target, vec![Evidence::actual("Get-CsPool", Some(pools.len().to_string()))]);
    }
    Ok(())
}

/// Services that are started by hand may rest.
fn services<'a>(context: &Context<'a>, host: &Host, findings: &mut Findings<'a>) -> CheckResult {
    let section = &machine_sections::SERVICES;
    let mut stopped = Vec::new();
    let mut evidence = Vec::new();
    for service in context.estate.on(host, section, |machine| &machine.services)? {
        let unknown = || Missing::not_collected(section).on(host.name());
        let status = service.status.as_deref().ok_or_else(unknown)?;
        if status.eq_ignore_ascii_case("Running") {
            continue;
        }
        let start = service.start_type.as_deref().ok_or_else(unknown)?;
        if start.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("Auto")) {
            stopped.push(service.name.as_str());
            evidence.push(Evidence::actual(service.name.as_str(), Some(status)).expected("Running").from(service));
        }
    }
    if stopped.is_empty() {
        findings.pass(Target::server(host), Vec::new());
    } else {
        let args = args! { server: host.name(), services: stopped.join(", ") };
        let (host, stopped) = (host.clone(), stopped.into_iter().map(str::to_owned).collect::<Vec<_>>());
        findings
            .fail(Target::server(&host), STOPPED, args, evidence)
            .with_fix(move |fix| resolve(&host, &stopped, fix));
    }
    Ok(())
}

/// Resolved if other rules start every service that is named. Which of the others shall run, a person knows.
fn resolve(host: &Host, services: &[String], fix: &mut Fix<'_>) -> Result<(), Missing> {
    let mut all = Vec::new();
    for service in services {
        let numbers = fix.numbers(|added| is_for(&added.step, &[START, RESTART], host.name(), service));
        if numbers.is_empty() {
            return Ok(());
        }
        all.extend(numbers);
    }
    fix.resolve(&all);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SERVICES: &str = "/machine/services/values";
    const ROLES: &str = "/exchange/servers/values/0/roles";

    fn finds(case: Case, exchange: Status, lync: Status, services: Status) {
        case.finds(&[("Exchange", exchange), ("Lync", lync), ("ex01.contoso.com", services)]);
    }

    fn service(status: &str, start: &str) -> Case {
        let services = json!([{ "name": "MSExchangeIS", "status": status, "startType": start }]);
        exchange_2013(&RULE).set(SERVICES, services)
    }

    #[test]
    fn both_products_pass_and_so_do_services_unless_one_should_run_and_does_not() {
        finds(exchange_2013(&RULE), Status::Pass, Status::Pass, Status::Pass);
        for (status, start, expected) in [
            ("Running", "Automatic", Status::Pass),
            ("Stopped", "Manual", Status::Pass),
            ("Stopped", "Automatic", Status::Fail),
            ("Stopped", "Auto", Status::Fail),
        ] {
            finds(service(status, start), Status::Pass, Status::Pass, expected);
        }
    }

    #[test]
    fn steps_that_start_every_service_settle_it() {
        let stopped = |names: &[&str]| {
            let of = |name: &&str| json!({ "name": name, "status": "Stopped", "startType": "Automatic" });
            let services: Vec<_> = ["MSExchangeUM"].iter().chain(names).map(of).collect();
            Sample::unified_messaging().set(SERVICES, json!(services))
        };
        let (id, by) = (RULE.metadata.id, ["UM-SERVICES-RUNNING"]);
        assert!(stopped(&["MSExchangeUMCR"]).is_settled(id, &by));
        assert!(!stopped(&["MSExchangeUMCR", "MSExchangeIS"]).is_settled(id, &by), "no rule starts MSExchangeIS");
    }

    #[test]
    fn a_product_that_is_not_there_fails() {
        let no_pool = exchange_2013(&RULE).set("/lync/pools/values", json!([]));
        finds(no_pool, Status::Pass, Status::Fail, Status::Pass);
        for only in ["ClientAccess", "Mailbox"] {
            finds(exchange_2013(&RULE).set(ROLES, [only]), Status::Fail, Status::Pass, Status::Pass);
        }
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        finds(exchange_2013(&RULE).forget("/lync/pools"), Status::Pass, Status::Unknown, Status::Pass);
        finds(exchange_2013(&RULE).forget("/machine/services"), Status::Pass, Status::Pass, Status::Unknown);
        let no_start = service("Stopped", "Automatic").forget(&format!("{SERVICES}/0/startType"));
        finds(no_start, Status::Pass, Status::Pass, Status::Unknown);
    }
}
