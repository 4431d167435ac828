//! UM-LYNC-FE-RESTART: each Front End server was started after ExchUcUtil.ps1 made its gateway.

use crate::facts::IpGateway;
use crate::rules::prelude::*;
use crate::rules::topology::lync::{pools, servers};
use crate::rules::topology::windows_services::{cannot_start, state_of};
use std::collections::HashSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes().with_follow_up(follow_up);

static METADATA: Metadata = Metadata {
    id: "UM-LYNC-FE-RESTART",
    category: Category::Step,
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "Each Front End Server was restarted after ExchUcUtil.ps1",
        "Chaque serveur frontal a été redémarré après ExchUcUtil.ps1",
    ),
    explanation: Text::new(
        "The Front End service reads the unified messaging configuration when it starts. A service that was started before the script ran does not use the new configuration.",
        "Le service frontal lit la configuration de la messagerie unifiée à son démarrage. Un service démarré avant l'exécution du script n'utilise pas la nouvelle configuration.",
    ),
    remedy: Text::new(
        "On each Front End Server in turn, at an off-peak time, in the Lync shell: Stop-CsWindowsService -Name RTCSRV -Graceful, then Start-CsWindowsService -Name RTCSRV.",
        "Sur chaque serveur frontal tour à tour, aux heures creuses, dans le shell Lync : Stop-CsWindowsService -Name RTCSRV -Graceful, puis Start-CsWindowsService -Name RTCSRV.",
    ),
    interpretation: Some(Text::new(
        "The creation time of the newest gateway for a Lync pool is taken as the time at which the script ran.",
        "L'heure de création de la passerelle la plus récente pour un pool Lync est considérée comme l'heure d'exécution du script.",
    )),
    sources: &[
        Source::page("lync-server-2013-configure-unified-messaging-on-microsoft-exchange.md"),
        Source::page("deploying-certificates-for-um-exchange-2013-help.md"),
    ],
    after: &["UM-EXCHUCUTIL"],
    needs: &[&exchange_sections::UM_IP_GATEWAYS, &lync_sections::POOLS, &machine_sections::SERVICES],
    ..super::BASE
};

/// The service of a Front End server.
const FRONT_END: &str = "RTCSRV";
const NO_GATEWAY: Text = Text::new(
    "ExchUcUtil.ps1 has not created a gateway for a Lync pool yet. The restart follows it (UM-EXCHUCUTIL).",
    "ExchUcUtil.ps1 n'a pas encore créé de passerelle pour un pool Lync. Le redémarrage le suivra (UM-EXCHUCUTIL).",
);
const BEFORE: Text = Text::new(
    "The Front End service of {server} was last started before the gateway {gateway} was created.",
    "Le service frontal de {server} a démarré pour la dernière fois avant la création de la passerelle {gateway}.",
);
const STOPPED: Text = Text::new(
    "The Front End service of {server} is not running.",
    "Le service frontal de {server} n'est pas en cours d'exécution.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let Some(gateway) = newest_gateway(context)? else {
        findings.not_applicable(Target::estate(), NO_GATEWAY, Vec::new());
        return Ok(());
    };
    for host in servers::front_ends(context)? {
        let (machine, can_start) = (host.name().to_owned(), !cannot_start(context, &host, FRONT_END));
        let fix = move |fix: &mut Fix<'_>| {
            if can_start {
                fix.add(restart(machine.clone(), Vec::new()));
            }
            Ok(())
        };
        findings.with_fix(fix, |findings| {
            findings.for_target(&Target::server(&host), |findings| look(context, findings, &host, gateway));
        });
    }
    Ok(())
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, host: &Host, gateway: &Item<IpGateway>) -> CheckResult {
    let missing = || Missing::not_collected(&exchange_sections::UM_IP_GATEWAYS).on(&gateway.name);
    let created = gateway.when_created.ok_or_else(missing)?;
    let service = state_of(context, host, FRONT_END)?;
    let target = Target::server(host);
    let args = args! { server: host.name(), gateway: gateway.name };
    let evidence = vec![
        Evidence::actual("Started", service.started.map(|time| time.to_string())).from(service),
        Evidence::actual("WhenCreatedUTC", Some(created.to_string())).from(gateway),
    ];
    match service.started {
        None if service.status.as_deref() == Some("Running") => {
            return Err(Missing::not_collected(&machine_sections::SERVICES).on(host.name()));
        }
        None => {
            findings.fail(target, STOPPED, args, evidence);
        }
        Some(started) if started < created => {
            findings.fail(target, BEFORE, args, evidence);
        }
        Some(_) => findings.pass(target, evidence),
    }
    Ok(())
}

/// The gateway for a pool of Lync that was made last; one whose time is not known comes before all others.
fn newest_gateway<'a>(context: &Context<'a>) -> Result<Option<&'a Item<IpGateway>>, Missing> {
    let pools = pools::with_service(context, "Registrar")?;
    let pools: HashSet<String> = pools.iter().map(|pool| pool.fqdn.to_lowercase()).collect();
    let all = context.estate.exchange.um_ip_gateways.items()?.iter();
    let own = all.filter(|one| one.address.as_ref().is_some_and(|address| pools.contains(&address.to_lowercase())));
    Ok(own.max_by_key(|one| (one.when_created.is_none(), one.when_created)))
}

/// The restart of each Front End server after the script ran, where its service is not known to be absent or disabled.
fn follow_up(context: &Context<'_>, fixes: &mut FollowUp<'_>) {
    let follows = fixes.numbers(|added| {
        let Command::Cmdlet(cmdlet) = &added.step.command else { return false };
        cmdlet.name.eq_ignore_ascii_case("ExchUcUtil.ps1")
    });
    if follows.is_empty() {
        return;
    }
    let hosts = servers::front_ends(context).unwrap_or_default().into_iter();
    for host in hosts.filter(|host| !cannot_start(context, host, FRONT_END)) {
        fixes.add(restart(host.name().to_owned(), follows.clone()));
    }
}

fn restart(machine: String, follows: Vec<usize>) -> Step {
    Step::new(Shell::Local, (
            Text::new("Restart the Front End service on {server}", "Redémarrer le service frontal sur {server}"),
            args! { server: machine },
        ), // Services that depend on it are restarted with it, otherwise it would refuse to stop.
Cmdlet::new("Restart-Service").with("Name", FRONT_END).with("Force", true)).on(machine).following(follows).interrupting(Text::new(
            "Lync users on this server are signed out for some minutes, and their calls and conferences end. In a pool, restart one server at a time.",
            "Les utilisateurs Lync de ce serveur sont déconnectés quelques minutes, et leurs appels et conférences se terminent. Dans un pool, redémarrez un serveur à la fois.",
        )).verified_by(&["UM-TEST"])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;
    use crate::step::{Cmdlet, Step};

    const FRONT_END: &str = "fe01.contoso.com";
    const RESTART: &str = "Restart-Service -Name RTCSRV -Force true";

    /// The estate with another answer of the Front End server about its service.
    fn service(properties: &Value) -> Case {
        unified_messaging(&RULE).lync_machine(json!({ "services": fact(json!([properties])) }))
    }

    #[test]
    fn a_service_that_was_started_after_the_gateway_was_made_passes() {
        unified_messaging(&RULE).passes(FRONT_END);
    }

    #[test]
    fn one_that_was_started_before_or_does_not_run_fails_and_is_restarted() {
        let before = json!({ "name": "RtcSrv", "status": "Running", "started": "2026-01-10T08:59:59Z" });
        for properties in [before, json!({ "name": "RTCSRV", "status": "Stopped" })] {
            let steps = service(&properties).fails(FRONT_END).fixed_by(RESTART).sample().steps(RULE.metadata.id);
            let step = &steps.added()[0].step;
            assert_eq!(step.machine.as_deref(), Some(FRONT_END));
            assert!(step.interrupts.is_some());
        }
    }

    #[test]
    fn before_the_script_ran_there_is_nothing_to_restart_for() {
        unified_messaging(&RULE).change(GATEWAY, json!({ "address": "10.0.0.1" })).not_applicable();
    }

    #[test]
    fn what_nobody_told_is_unknown() {
        let case = unified_messaging(&RULE).unknown_without_each("", "", &["exchange/umIpGateways", "lync/pools"]);
        case.unknown_without_each(FRONT_END, GATEWAY, &["whenCreated"]).lync_machine(json!({})).unknown(FRONT_END);
        for name in ["RTCSRV", "RTCMEDSRV"] {
            service(&json!({ "name": name, "status": "Running" })).unknown(FRONT_END);
        }
    }

    #[test]
    fn a_service_that_windows_does_not_list_or_start_is_not_restarted() {
        let restarts = |case: Case| {
            case.set("/exchange/umIpGateways/values", json!([])).followers(&["UM-EXCHUCUTIL"], super::follow_up).len()
        };
        let disabled = json!({ "name": "RTCSRV", "status": "Stopped", "startType": "Disabled" });
        assert_eq!(restarts(service(&json!({ "name": "RTCMEDSRV", "status": "Running" }))), 0);
        assert_eq!(restarts(service(&disabled)), 0);
        assert_eq!(restarts(unified_messaging(&RULE).lync_machine(json!({}))), 1, "nobody said that it is not there");
        service(&disabled).fails(FRONT_END).not_fixed();
    }

    #[test]
    fn the_script_is_followed_by_a_restart_of_each_front_end_and_nothing_else_is() {
        let computers = json!([FRONT_END, "fe02.contoso.com"]);
        let case = unified_messaging(&RULE).set("/lync/pools/values/0/computers", computers);
        let estate = case.sample().estate();
        let context = Context { estate: &estate, settings: &case.sample().settings, scenarios: &[] };
        let mut steps = Fixes::default();
        let step = |name| Step { command: Cmdlet::new(name).into(), ..super::restart("ex01".to_owned(), Vec::new()) };
        steps.following(RULE.metadata).add(step("Set-UMIPGateway"));
        super::follow_up(&context, &mut steps.following(RULE.metadata));
        assert_eq!(steps.added().len(), 1);
        steps.following(RULE.metadata).add(step("ExchUcUtil.ps1"));
        super::follow_up(&context, &mut steps.following(RULE.metadata));
        let added = steps.added()[2..].iter();
        let restarts =
            added.map(|one| (one.step.machine.as_deref(), &one.step.follows[..], display(&one.step.command)));
        let expected = [FRONT_END, "fe02.contoso.com"].map(|host| (Some(host), &[1][..], RESTART.to_owned()));
        assert_eq!(restarts.collect::<Vec<_>>(), expected);
    }
}
