//! UM-SERVICES-RUNNING: the services of unified messaging run.

use crate::facts::Service;
use crate::rules::fixes::windows_service::START;
use crate::rules::prelude::*;
use crate::rules::topology::um::services;
use crate::rules::topology::windows_services::{is_disabled, state_of};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UM-SERVICES-RUNNING",
    roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd],
    title: Text::new(
        "MSExchangeUM and MSExchangeUMCR are running and start automatically",
        "MSExchangeUM et MSExchangeUMCR sont en cours d'exécution et démarrent automatiquement",
    ),
    explanation: Text::new(
        "Without these services, calls from Lync are not answered. A service that stops after its start often has no enabled certificate.",
        "Sans ces services, les appels de Lync ne reçoivent pas de réponse. Un service qui s'arrête après son démarrage n'a souvent pas de certificat activé.",
    ),
    remedy: Text::new(
        "Start-Service on the server. If the service does not start automatically: Set-Service -Name <service> -StartupType Automatic. Decide yourself about the startup type of a disabled service; no step changes it.",
        "Start-Service sur le serveur. Si le service ne démarre pas automatiquement : Set-Service -Name <service> -StartupType Automatic. Le type de démarrage d'un service désactivé relève de votre décision ; aucune étape ne le modifie.",
    ),
    interpretation: Some(Text::new(
        "The restart (line 181) is taken to require running services. A plan starts a stopped service after its settings were changed, and does not restart it as well.",
        "Le redémarrage (ligne 181) est considéré comme exigeant des services en cours d'exécution. Un plan démarre un service arrêté après la modification de ses paramètres, et ne le redémarre pas en plus.",
    )),
    sources: &[Source::seed("003", "181"), Source::page("um-services-exchange-2013-help.md")],
    after: &["UM-RESTART"],
    needs: &[
        &exchange_sections::SERVERS,
        &machine_sections::SERVICES,
        &exchange_sections::UM_SERVICES,
        &exchange_sections::UM_CALL_ROUTERS,
    ],
    optional: &[&exchange_sections::UM_SERVICES, &exchange_sections::UM_CALL_ROUTERS],
    ..super::BASE
};

const STOPPED: Text =
    Text::new("The status of {service} on {server} is {status}.", "L'état de {service} sur {server} est {status}.");
const BY_HAND: Text = Text::new(
    "{service} on {server} is running, but its startup type is {type}.",
    "{service} sur {server} est en cours d'exécution, mais son type de démarrage est {type}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    services::each(context, findings, |host, endpoint, target, findings| {
        let service = state_of(context, host, endpoint.windows_service())?;
        let unknown = || Missing::not_collected(&machine_sections::SERVICES).on(host.name());
        let status = service.status.as_deref().ok_or_else(unknown)?;
        let kind = service.start_type.as_deref();
        let evidence = vec![
            Evidence::actual("Status", Some(status)).expected("Running").from(service),
            Evidence::actual("StartType", kind).expected("Automatic").from(service),
        ];
        let fix = starting(host, endpoint.windows_service(), service);
        let mut args = services::words(host, endpoint);
        args.push(("status", status.to_owned()));
        if !status.eq_ignore_ascii_case("Running") {
            findings.fail(target.clone(), STOPPED, args, evidence).with_fix(fix);
            return Ok(());
        }
        let kind = kind.ok_or_else(unknown)?;
        if kind.to_lowercase().starts_with("automatic") {
            findings.pass(target.clone(), evidence);
        } else {
            args.push(("type", kind.to_owned()));
            findings.fail(target.clone(), BY_HAND, args, evidence).with_fix(fix);
        }
        Ok(())
    })
}

/// What starts a service that is stopped. A disabled one cannot be started.
fn starting(
    host: &Host,
    name: &'static str,
    service: &Service,
) -> impl Fn(&mut Fix<'_>) -> Result<(), Missing> + use<> {
    let is_stopped = service.status.as_deref().is_some_and(|one| one.eq_ignore_ascii_case("Stopped"));
    let can_start = is_stopped && !is_disabled(service);
    let machine = host.name().to_owned();
    move |fix| {
        if can_start {
            fix.add(start(machine.clone(), name));
        }
        Ok(())
    }
}

fn start(machine: String, service: &'static str) -> Step {
    let command = |name: &'static str| Cmdlet::new(name).with("Name", service);
    Step::new(
        Shell::Local,
        (
            Text::new("Start {service} on {server}", "Démarrer {service} sur {server}"),
            args! { service, server: machine },
        ),
        command(START),
    )
    .on(machine)
    .undone_by([command("Stop-Service")])
    .changing(Transition {
        probe: Probe::Object {
            command: command("Get-Service"),
            filter: [("Name".to_owned(), Value::from(service))].into(),
        },
        before: state([("Status", "Stopped".into())]),
        after: state([("Status", "Running".into())]),
    })
    .verified_by(&["UM-RESTART"])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    /// The estate where `MSExchangeUM` is otherwise, and what is found for it.
    fn found(properties: Value, status: Status) -> Case {
        let case = unified_messaging(&RULE).change("/machine/services/values/0", properties);
        case.finds(&[(SERVER, Pass), (SERVER, status)])
    }

    #[test]
    fn services_that_run_pass_even_with_a_delayed_start() {
        found(json!({ "startType": "AutomaticDelayedStart" }), Pass);
    }

    #[test]
    fn a_stopped_service_fails_and_is_started() {
        found(json!({ "status": "Stopped" }), Fail).fixed_by("Start-Service -Name MSExchangeUM");
        found(json!({ "status": "Stopped", "startType": "Disabled" }), Fail).not_fixed();
    }

    #[test]
    fn one_that_does_not_start_by_itself_fails_and_is_left_to_a_person() {
        found(json!({ "startType": "Manual" }), Fail).not_fixed();
    }

    #[test]
    fn unknown_without_the_state_of_a_service() {
        for place in ["/status", "/startType", ""] {
            let case = unified_messaging(&RULE).forget(&format!("/machine/services/values/0{place}"));
            case.finds(&[(SERVER, Pass), (SERVER, Unknown)]);
        }
    }
}
