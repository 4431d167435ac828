//! UM-RESTART: the services of unified messaging were restarted after the last change.

use crate::facts::Time;
use crate::rules::fixes::windows_service::{RESTART, START, is_for};
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans::sip_plans;
use crate::rules::topology::um::services::{self, Endpoint, windows_service};
use crate::rules::topology::windows_services::{cannot_start, is_disabled, state_of};
use std::collections::BTreeMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes().with_follow_up(follow_up);

static METADATA: Metadata = Metadata {
    id: "UM-RESTART",
    category: Category::Step,
    roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd],
    title: Text::new(
        "The unified messaging services were restarted after the last change",
        "Les services de messagerie unifiée ont été redémarrés après le dernier changement",
    ),
    explanation: Text::new(
        "A service reads its startup mode, its port and its certificate only when it starts.",
        "Un service ne lit son mode de démarrage, son port et son certificat qu'à son démarrage.",
    ),
    remedy: Text::new(
        "Restart-Service MSExchangeUM on each Mailbox server and Restart-Service MSExchangeUMCR on each Client Access server; calls in progress are disconnected.",
        "Restart-Service MSExchangeUM sur chaque serveur de boîtes aux lettres et Restart-Service MSExchangeUMCR sur chaque serveur d'accès au client ; les appels en cours sont interrompus.",
    ),
    interpretation: Some(Text::new(
        "Exchange does not show when these settings were changed. These are taken as signs of a missing restart: no process listens on the TLS port although the startup mode requires it, or the enabled certificate is newer than the process of the service.",
        "Exchange n'indique pas quand ces paramètres ont été modifiés. Sont considérés comme les signes d'un redémarrage manquant : aucun processus n'écoute le port TLS alors que le mode de démarrage l'exige, ou le certificat activé est plus récent que le processus du service.",
    )),
    sources: &[Source::seed("003", "181")],
    after: &["UM-STARTUP-DUAL", "UM-TLS-PORT", "UM-SERVERS-IN-DIALPLAN", "UMCERT-ENABLED-SERVICES"],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::UM_SERVICES,
        &exchange_sections::UM_CALL_ROUTERS,
        &machine_sections::SERVICES,
        &machine_sections::LISTENERS,
        &exchange_sections::CERTIFICATES,
        &exchange_sections::UM_DIAL_PLANS,
    ],
    optional: &[&exchange_sections::UM_SERVICES, &exchange_sections::UM_CALL_ROUTERS, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const STOPPED: Text = Text::new(
    "{service} on {server} is not running. See UM-SERVICES-RUNNING.",
    "{service} sur {server} n'est pas en cours d'exécution. Voir UM-SERVICES-RUNNING.",
);
const CLEAR: Text = Text::new(
    "{service} on {server} is not configured for TLS. See UM-STARTUP-DUAL.",
    "{service} sur {server} n'est pas configuré pour TLS. Voir UM-STARTUP-DUAL.",
);
const DEAF: Text = Text::new(
    "{service} on {server} is configured for TLS, but no process listens on port {port}.",
    "{service} sur {server} est configuré pour TLS, mais aucun processus n'écoute le port {port}.",
);
const NEW_CERTIFICATE: Text = Text::new(
    "{service} on {server} has been running since {started}; its enabled certificate is newer.",
    "{service} sur {server} s'exécute depuis {started} ; son certificat activé est plus récent.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if sip_plans(context)?.is_empty() {
        return Ok(());
    }
    services::each(context, findings, |host, endpoint, target, findings| {
        let mut args = services::words(host, endpoint);
        if endpoint.startup_mode()?.eq_ignore_ascii_case("TCP") {
            findings.not_applicable(target.clone(), CLEAR, args);
            return Ok(());
        }
        let service = state_of(context, host, endpoint.windows_service())?;
        let Some(started) = service.started else {
            findings.not_applicable(target.clone(), STOPPED, args);
            return Ok(());
        };
        let port = endpoint.tls_port()?;
        let listeners = context.estate.on(host, &machine_sections::LISTENERS, |machine| &machine.listeners)?;
        let evidence = vec![Evidence::actual("Started", Some(started.to_string())).from(service)];
        args.extend([("port", port.to_string()), ("started", started.to_string())]);
        let (machine, name) = (host.name().to_owned(), endpoint.windows_service());
        let can_start = !is_disabled(service);
        let fix = move |fix: &mut Fix<'_>| {
            if can_start {
                fix.add(restart(machine.clone(), name, Vec::new()));
            }
            Ok(())
        };
        if !listeners.iter().any(|listener| listener.port == port) {
            findings.fail(target.clone(), DEAF, args, evidence).with_fix(fix);
        } else if certificate_of(context, host, endpoint)?.is_some_and(|since| since > started) {
            findings.fail(target.clone(), NEW_CERTIFICATE, args, evidence).with_fix(fix);
        } else {
            findings.pass(target.clone(), evidence);
        }
        Ok(())
    })
}

/// Since when the newest certificate that is enabled for a service is valid. One that is not valid yet is for UMCERT-EX-CA:
/// no restart makes it valid.
fn certificate_of(context: &Context<'_>, host: &Host, endpoint: Endpoint<'_>) -> Result<Option<Time>, Missing> {
    let all = context.estate.certificates_of(host)?;
    if all.iter().any(|one| one.services.is_none()) {
        return Err(Missing::not_collected(&exchange_sections::CERTIFICATES).on(host.name()));
    }
    let certificates = all.into_iter();
    let wanted = endpoint.certificate_service();
    let enabled =
        certificates.filter(|one| one.services.iter().flatten().any(|service| service.eq_ignore_ascii_case(wanted)));
    Ok(enabled.filter_map(|one| one.not_before).filter(|&since| since <= context.estate.now).max())
}

/// One restart of each service whose mode, port or certificate some step changes. A service that the plan starts is
/// started after these steps (UM-SERVICES-RUNNING), so it reads them then; one that cannot be started reads nothing.
fn follow_up(context: &Context<'_>, fixes: &mut FollowUp<'_>) {
    let mut changed: BTreeMap<(Host, &'static str), Vec<usize>> = BTreeMap::new();
    for (number, added) in fixes.added().iter().enumerate() {
        if let Command::Cmdlet(cmdlet) = &added.step.command {
            for (server, service) in concerned(cmdlet) {
                changed.entry((context.estate.host(server), service)).or_default().push(number);
            }
        }
    }
    changed.retain(|(host, service), _| {
        let is_started = fixes.added().iter().any(|added| is_for(&added.step, &[START], host.name(), service));
        !is_started && !cannot_start(context, host, service)
    });
    for ((host, service), follows) in changed {
        fixes.add(restart(host.name().to_owned(), service, follows));
    }
}

/// The services that read anew what a command changes, each with its server.
fn concerned(cmdlet: &Cmdlet) -> Vec<(&str, &'static str)> {
    let value = |name: &str| cmdlet.parameters.iter().find(|one| one.name == name).map(|one| &one.value);
    let text = |name: &str| if let Some(Value::Text(text)) = value(name) { Some(text.as_str()) } else { None };
    let read_at_start = ["UMStartupMode", "SipTlsListeningPort"].iter().any(|name| value(name).is_some());
    let enabled = |service: &str| match value("Services") {
        Some(Value::List(all)) => all.iter().any(|one| one.eq_ignore_ascii_case(service)),
        Some(Value::Text(all)) => all.split(',').any(|one| one.trim().eq_ignore_ascii_case(service)),
        _ => false,
    };
    let found: Vec<(Option<&str>, bool)> = match cmdlet.name.as_ref() {
        "Set-UMService" if read_at_start => vec![(text("Identity"), false)],
        "Set-UMCallRouterSettings" if read_at_start => vec![(text("Server"), true)],
        "Enable-ExchangeCertificate" => {
            let services = [("UM", false), ("UMCallRouter", true)];
            services.into_iter().filter(|(name, _)| enabled(name)).map(|(_, router)| (text("Server"), router)).collect()
        }
        _ => Vec::new(),
    };
    found.into_iter().filter_map(|(server, router)| Some((server?, windows_service(router)))).collect()
}

fn restart(machine: String, service: &'static str, follows: Vec<usize>) -> Step {
    Step::new(Shell::Local, (
            Text::new("Restart {service} on {server}", "Redémarrer {service} sur {server}"),
            args! { service, server: machine },
        ), Cmdlet::new(RESTART).with("Name", service)).on(machine).following(follows).interrupting(Text::new(
            "Calls to voice mail and auto attendants on this server are disconnected, and new calls are routed to other servers.",
            "Les appels à la messagerie vocale et aux standards automatiques de ce serveur sont interrompus, et les nouveaux appels sont acheminés vers d'autres serveurs.",
        )).verified_by(&["UM-SERVICES-RUNNING"])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;
    use crate::step::{Cmdlet, Value};

    /// What is found for the call router and for the service.
    fn found(case: Case, router: Status, service: Status) -> Case {
        case.finds(&[(SERVER, router), (SERVER, service)])
    }

    /// The restarts that follow the steps of rules.
    fn followers(case: &Case, ids: &[&str]) -> Vec<String> {
        case.followers(ids, super::follow_up)
    }

    #[test]
    fn services_that_listen_with_their_certificate_pass() {
        found(unified_messaging(&RULE), Pass, Pass);
    }

    #[test]
    fn a_service_that_does_not_listen_was_not_restarted() {
        let case = unified_messaging(&RULE).set("/machine/listeners/values", json!([{ "port": 5061 }]));
        let case = found(case, Pass, Fail).fixed_by("Restart-Service -Name MSExchangeUM");
        assert!(case.sample().steps(RULE.metadata.id).added()[0].step.interrupts.is_some());
    }

    #[test]
    fn a_certificate_that_is_younger_than_the_process_was_not_read() {
        let renewed = "/exchange/certificates/values/0/notBefore";
        found(unified_messaging(&RULE).set(renewed, "2026-02-01T00:00:00Z"), Fail, Fail);
    }

    #[test]
    fn services_that_a_session_does_not_tell_are_unknown() {
        let case = unified_messaging(&RULE).forget("/exchange/certificates/values/0/services");
        found(case, Unknown, Unknown);
    }

    #[test]
    fn a_service_that_is_stopped_or_in_clear_is_for_other_rules() {
        found(unified_messaging(&RULE).forget("/machine/services/values/0/started"), Pass, NotApplicable);
        found(unified_messaging(&RULE).change(ROUTER, json!({ "startupMode": "TCP" })), NotApplicable, Pass);
    }

    #[test]
    fn only_the_services_that_were_changed_are_restarted() {
        for (place, change, rule, restarts) in [
            (SERVICE, json!({ "startupMode": "TCP" }), "UM-STARTUP-DUAL", &["Restart-Service -Name MSExchangeUM"][..]),
            (ROUTER, json!({ "sipTlsListeningPort": 5071 }), "UM-TLS-PORT", &["Restart-Service -Name MSExchangeUMCR"]),
            (SERVICE, json!({ "dialPlans": [] }), "UM-SERVERS-IN-DIALPLAN", &[]),
        ] {
            assert_eq!(followers(&unified_messaging(&RULE).change(place, change), &[rule]), restarts);
        }
    }

    #[test]
    fn a_service_that_the_plan_starts_after_the_changes_is_not_restarted() {
        let stopped = json!([
            { "name": "MSExchangeUM", "status": "Stopped", "startType": "Automatic" },
            { "name": "MSExchangeUMCR", "status": "Running", "startType": "Automatic", "started": "2026-01-10T08:05:00Z" },
        ]);
        let case = unified_messaging(&RULE).set("/machine/services/values", stopped);
        let tcp = json!({ "startupMode": "TCP" });
        let case = case.change(SERVICE, tcp.clone()).change(ROUTER, tcp);
        let found = followers(&case, &["UM-STARTUP-DUAL", "UM-SERVICES-RUNNING"]);
        assert_eq!(found, ["Restart-Service -Name MSExchangeUMCR"]);
    }

    #[test]
    fn a_service_that_windows_does_not_list_or_start_is_not_restarted() {
        let tcp = json!({ "startupMode": "TCP" });
        let changed = || unified_messaging(&RULE).change(SERVICE, tcp.clone()).change(ROUTER, tcp.clone());
        let only = |case: Case| {
            assert_eq!(followers(&case, &["UM-STARTUP-DUAL"]), ["Restart-Service -Name MSExchangeUMCR"]);
        };
        only(changed().forget("/machine/services/values/0"));
        only(changed().set("/machine/services/values/0/startType", "Disabled"));
        let unknown = changed().forget("/machine/services");
        assert_eq!(followers(&unknown, &["UM-STARTUP-DUAL"]).len(), 2, "nobody said that they are not there");
    }

    #[test]
    fn a_disabled_service_would_not_come_back_from_a_restart() {
        let case = unified_messaging(&RULE).set("/machine/listeners/values", json!([{ "port": 5061 }]));
        found(case.set("/machine/services/values/0/startType", "Disabled"), Pass, Fail).not_fixed();
    }

    #[test]
    fn no_restart_makes_a_certificate_valid() {
        let since = "/exchange/certificates/values/0/notBefore";
        found(unified_messaging(&RULE).set(since, "2026-03-02T00:00:00Z"), Pass, Pass);
    }

    #[test]
    fn a_certificate_that_is_enabled_restarts_the_services_that_it_is_for() {
        let enable = Cmdlet::new("Enable-ExchangeCertificate").with("Server", "ex01");
        let both = Value::List(vec!["UM".to_owned(), "UMCallRouter".to_owned()]);
        let concerned = |services: Value| super::concerned(&enable.clone().with("Services", services)).len();
        assert_eq!(concerned(both), 2);
        assert_eq!(concerned("IIS, UMCallRouter".into()), 1);
        assert_eq!(concerned("IIS".into()), 0);
    }

    #[test]
    fn unknown_without_the_certificates() {
        found(unified_messaging(&RULE).forget("/exchange/certificates"), Unknown, Unknown);
    }
}
