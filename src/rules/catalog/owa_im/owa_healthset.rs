//! OWA-HEALTHSET: Exchange itself finds instant messaging healthy.

use crate::facts::HealthMonitor;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::each_im_server;
use crate::rules::topology::im::values::VERSIONS;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-HEALTHSET",
    exchange: VERSIONS,
    title: Text::new(
        "The monitor OwaIMInitializationFailedMonitor is healthy",
        "Le moniteur OwaIMInitializationFailedMonitor est sain",
    ),
    explanation: Text::new(
        "Exchange monitors the start of instant messaging in its health set OWA.Protocol.Dep; the message of the monitor names the missing item.",
        "Exchange surveille le démarrage de la messagerie instantanée dans son jeu d'intégrité OWA.Protocol.Dep ; le message du moniteur indique l'élément manquant.",
    ),
    remedy: Text::new(
        "Fix what the named rule reports. Without a message, run Get-HealthReport and Get-ServerHealth for OWA.Protocol.Dep and read the results of the probe.",
        "Corrigez ce que signale la règle indiquée. Sans message, exécutez Get-HealthReport et Get-ServerHealth pour OWA.Protocol.Dep et lisez les résultats de la sonde.",
    ),
    sources: &[
        Source::page("troubleshooting-owa-protocol-dep-health-set.md"),
        Source::page("configure-im-integration-with-owa.md"),
    ],
    after: &["OWA-APPPOOL-RECYCLE", "SO-RESTART-POOL"],
    needs: &[&exchange_sections::HEALTH],
    ..super::BASE
};

const MONITOR: &str = "OwaIMInitializationFailedMonitor";
const EXPLAINED: Text = Text::new(
    "The monitor of {server} reports: {message} See {rule}.",
    "Le moniteur de {server} signale : {message} Voir {rule}.",
);
const UNHEALTHY: Text =
    Text::new("The monitor of {server} is {state}. {message}", "Le moniteur de {server} est {state}. {message}");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server(context, findings, VERSIONS, |server, findings| {
        let target = Target::server(&server.host);
        let name = server.host.name();
        let all = context.estate.exchange.health.items_for(name)?;
        let of_server = |one: &&Item<HealthMonitor>| {
            one.monitor.eq_ignore_ascii_case(MONITOR) && context.estate.host(&one.server) == server.host
        };
        let missing = || Missing::not_collected(&exchange_sections::HEALTH).on(name);
        let monitor = all.iter().find(of_server).ok_or_else(missing)?;
        let state = monitor.state.as_deref().ok_or_else(missing)?;
        let evidence = vec![Evidence::actual(MONITOR, Some(state)).expected("Healthy").from(monitor)];
        if state.eq_ignore_ascii_case("Healthy") {
            findings.pass(target.clone(), evidence);
            return Ok(());
        }
        let message = monitor.message.clone().unwrap_or_default();
        let mut args = args! { server: name, state, message };
        let rule = rule_for(&message);
        args.extend(rule.map(|rule| ("rule", rule.to_owned())));
        let text = if rule.is_some() { EXPLAINED } else { UNHEALTHY };
        findings.fail(target.clone(), text, args, evidence);
        Ok(())
    })
}

/// The rule that fixes what a message of the monitor names.
fn rule_for(message: &str) -> Option<&'static str> {
    let message = message.to_lowercase();
    let known = [
        ("registry setting", "OWA-UCMA-REG"),
        ("provider not found", "OWA-UCMA-DLL"),
        ("server name", "OWA-IM-SERVERNAME"),
        ("certificate", "OWA-IM-THUMBPRINT"),
    ];
    known.into_iter().find(|(words, _)| message.contains(words)).map(|(_, rule)| rule)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const MONITOR: &str = "/exchange/health/values/0";

    #[test]
    fn a_healthy_monitor_passes() {
        exchange_2013(&RULE).passes(SERVER);
        exchange_2016(&RULE).passes(SERVER);
    }

    #[test]
    fn a_monitor_that_is_not_healthy_fails_and_names_the_rule() {
        let case = exchange_2013(&RULE).set(&format!("{MONITOR}/state"), "Unhealthy").fails(SERVER);
        for (message, rule) in [
            ("No registry setting for IM Provider.", "OWA-UCMA-REG"),
            ("IM provider not found.", "OWA-UCMA-DLL"),
            ("Instant Messaging Server name is null or empty on web.config.", "OWA-IM-SERVERNAME"),
            ("Instant Messaging Certificate Thumbprint is null or empty on web.config.", "OWA-IM-THUMBPRINT"),
        ] {
            case.clone().set(&format!("{MONITOR}/message"), message).says(&[rule]);
        }
    }

    #[test]
    fn a_monitor_that_nobody_read_is_unknown() {
        let places = ["/exchange/health", MONITOR, "/exchange/health/values/0/state"];
        exchange_2013(&RULE).unknown_without(SERVER, &places);
    }
}
