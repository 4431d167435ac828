//! PRE-INSTALLED: both products are there, and their services run.

use crate::facts::Section;
use crate::rules::fixes::windows_service::{RESTART, START, is_for};
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::im_servers;
use std::collections::{BTreeMap, BTreeSet};

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
        "On an Exchange server, the services that Test-ServiceHealth requires must run. Where it did not answer, and on other servers, those with the startup type Automatic are taken as such, except MSExchangeNotificationsBroker, which stops by itself.",
        "Sur un serveur Exchange, les services que Test-ServiceHealth exige doivent être en cours d'exécution. Là où il n'a pas répondu, et sur les autres serveurs, ceux dont le type de démarrage est Automatique sont considérés comme tels, sauf MSExchangeNotificationsBroker, qui s'arrête de lui-même.",
    )),
    sources: &[Source::seed("002", "38"), Source::seed("003", "44,48"), Source::page("integrate-with-exchange.md")],
    needs: NEEDS,
    optional: NEEDS,
    ..super::BASE
};

const NEEDS: &[&Section] = &[
    &exchange_sections::SERVERS,
    &lync_sections::POOLS,
    &machine_sections::SERVICES,
    &exchange_sections::SERVICE_HEALTH,
];

/// Services that start automatically, stop again, and rest on healthy servers.
const RESTING: &[&str] = &["MSExchangeNotificationsBroker"];

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
const REQUIRED: Text = Text::new(
    "On {server} these services are not running although Exchange requires them: {services}.",
    "Sur {server}, ces services ne sont pas en cours d'exécution alors qu'Exchange les exige : {services}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    findings.for_target(&Target::new(TargetKind::Product, "Exchange"), |findings| exchange(context, findings));
    findings.for_target(&Target::new(TargetKind::Product, "Lync"), |findings| lync(context, findings));
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
    let target = Target::new(TargetKind::Product, "Exchange");
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
    let target = Target::new(TargetKind::Product, "Lync");
    if pools.is_empty() {
        findings.fail(target, NO_POOL, Vec::new(), Vec::new());
    } else {
        findings.pass(target, vec![Evidence::actual("Get-CsPool", Some(pools.len().to_string()))]);
    }
    Ok(())
}

/// What Exchange says about the services that it requires counts; where it did not, what Windows says of all.
fn services<'a>(context: &Context<'a>, host: &Host, findings: &mut Findings<'a>) -> CheckResult {
    let (text, stopped) = match required(context, host) {
        Some(stopped) => (REQUIRED, stopped),
        None => (STOPPED, automatic(context, host)?),
    };
    let target = Target::server(host);
    if stopped.is_empty() {
        findings.pass(target, Vec::new());
        return Ok(());
    }
    let (names, evidence): (Vec<String>, Vec<Evidence>) = stopped.into_iter().unzip();
    let args = args! { server: host.name(), services: names.join(", ") };
    let host = host.clone();
    findings.fail(target, text, args, evidence).with_fix(move |fix| resolve(&host, &names, fix));
    Ok(())
}

/// The services that Exchange requires on a server and that do not run; nothing if it did not say so for every role that
/// it answered for.
fn required(context: &Context<'_>, host: &Host) -> Option<Vec<(String, Evidence)>> {
    let all = context.estate.exchange.service_health.items_for(host.name()).ok()?;
    let mut roles = all.iter().filter(|one| context.estate.host(&one.server) == *host).peekable();
    roles.peek()?;
    let mut stopped = BTreeMap::new();
    for role in roles {
        let names = role.services_not_running.as_deref();
        match role.required_services_running {
            Some(true) => {}
            Some(false) if names.is_some_and(|names| !names.is_empty()) => {}
            _ => return None,
        }
        for name in names.unwrap_or_default() {
            let evidence = Evidence::actual(name.as_str(), Some("Stopped")).expected("Running").from(role);
            stopped.entry(name.to_lowercase()).or_insert((name.clone(), evidence));
        }
    }
    Some(stopped.into_values().collect())
}

/// The services of a machine that start automatically and do not run. Those that are started by hand may rest.
fn automatic(context: &Context<'_>, host: &Host) -> Result<Vec<(String, Evidence)>, Missing> {
    let section = &machine_sections::SERVICES;
    let mut stopped = Vec::new();
    for service in context.estate.on(host, section, |machine| &machine.services)? {
        let unknown = || Missing::not_collected(section).on(host.name());
        let status = service.status.as_deref().ok_or_else(unknown)?;
        let rests = RESTING.iter().any(|name| service.name.eq_ignore_ascii_case(name));
        if rests || status.eq_ignore_ascii_case("Running") {
            continue;
        }
        let start = service.start_type.as_deref().ok_or_else(unknown)?;
        if start.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("Auto")) {
            let evidence = Evidence::actual(service.name.as_str(), Some(status)).expected("Running").from(service);
            stopped.push((service.name.clone(), evidence));
        }
    }
    Ok(stopped)
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
    use serde_json::{Value, json};

    const SERVICES: &str = "/machine/services/values";
    const ROLES: &str = "/exchange/servers/values/0/roles";

    fn finds(case: Case, exchange: Status, lync: Status, services: Status) {
        case.finds(&[("Exchange", exchange), ("Lync", lync), ("ex01.contoso.com", services)]);
    }

    const HEALTH: &str = "/exchange/serviceHealth";
    const ANSWER: &str = "/exchange/serviceHealth/values/0";

    /// One service, where Exchange was not asked what it requires.
    fn service(status: &str, start: &str) -> Case {
        let services = json!([{ "name": "MSExchangeIS", "status": status, "startType": start }]);
        exchange_2013(&RULE).set(SERVICES, services).forget(HEALTH)
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
    fn what_exchange_requires_decides_where_it_answered() {
        let resting = || {
            service("Stopped", "Automatic")
                .set(HEALTH, json!({ "command": "x", "time": "2026-01-12T08:00:00Z", "values": [] }))
        };
        let answered = |running: Value, stopped: Value| {
            let answer = json!({ "server": "ex01.contoso.com", "role": "Mailbox Server Role", "requiredServicesRunning": running, "servicesNotRunning": stopped });
            resting().set(ANSWER, answer)
        };
        finds(answered(json!(true), json!([])), Status::Pass, Status::Pass, Status::Pass);
        finds(answered(json!(false), json!(["W3Svc"])), Status::Pass, Status::Pass, Status::Fail);
        finds(answered(json!(true), json!(null)), Status::Pass, Status::Pass, Status::Pass);
        // Half an answer is none: what Windows says counts then.
        for (running, stopped) in [(json!(null), json!([])), (json!(false), json!(null)), (json!(false), json!([]))] {
            finds(answered(running, stopped), Status::Pass, Status::Pass, Status::Fail);
        }
        finds(resting(), Status::Pass, Status::Pass, Status::Fail);
    }

    #[test]
    fn a_service_of_another_server_or_one_that_rests_on_healthy_ones_is_no_fault() {
        let other = json!({ "server": "EX02", "role": "Mailbox Server Role", "requiredServicesRunning": false, "servicesNotRunning": ["W3Svc"] });
        finds(exchange_2013(&RULE).set(&format!("{HEALTH}/values/1"), other), Status::Pass, Status::Pass, Status::Pass);
        let broker = json!("msexchangenotificationsbroker");
        finds(
            service("Stopped", "Automatic").set(&format!("{SERVICES}/0/name"), broker),
            Status::Pass,
            Status::Pass,
            Status::Pass,
        );
    }

    #[test]
    fn steps_that_start_every_service_settle_it() {
        let stopped = |names: &[&str]| {
            let of = |name: &&str| json!({ "name": name, "status": "Stopped", "startType": "Automatic" });
            let services: Vec<_> = ["MSExchangeUM"].iter().chain(names).map(of).collect();
            Sample::unified_messaging().set(SERVICES, json!(services)).forget(HEALTH)
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
    fn unknown_without_the_pools_or_the_services() {
        finds(exchange_2013(&RULE).forget("/lync/pools"), Status::Pass, Status::Unknown, Status::Pass);
        finds(
            exchange_2013(&RULE).forget(HEALTH).forget("/machine/services"),
            Status::Pass,
            Status::Pass,
            Status::Unknown,
        );
        let no_start = service("Stopped", "Automatic").forget(&format!("{SERVICES}/0/startType"));
        finds(no_start, Status::Pass, Status::Pass, Status::Unknown);
    }
}
