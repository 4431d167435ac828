//! OWA-HEALTHSET: Exchange itself finds instant messaging healthy.

use super::{owa_verify_event112, owa_verify_logdir, owa_verify_presence};
use crate::facts::HealthMonitor;
use crate::rules::catalog::platform::{pre_installed, pre_lync_pool, pre_version_combo, tls_common, tls_dotnet};
use crate::rules::model::finding::{Finding, Sentence};
use crate::rules::model::findings::Args;
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
        "Fix what the named rules report. If none is named, run Get-HealthReport and Get-ServerHealth for OWA.Protocol.Dep and read the results of the probe.",
        "Corrigez ce que signalent les règles indiquées. Si aucune n'est indiquée, exécutez Get-HealthReport et Get-ServerHealth pour OWA.Protocol.Dep et lisez les résultats de la sonde.",
    ),
    sources: &[
        Source::page("troubleshooting-owa-protocol-dep-health-set.md"),
        Source::page("configure-im-integration-with-owa.md"),
    ],
    after: &["OWA-APPPOOL-RECYCLE", "SO-RESTART-POOL"],
    needs: &[&exchange_sections::HEALTH, &exchange_sections::SERVERS],
    ..super::BASE
};

const MONITOR: &str = "OwaIMInitializationFailedMonitor";
const EXPLAINED: Text = Text::new(
    "The monitor of {server} reports: {message} See {rule}.",
    "Le moniteur de {server} signale : {message} Voir {rule}.",
);
const UNHEALTHY: Text =
    Text::new("The monitor of {server} is {state}. {message}", "Le moniteur de {server} est {state}. {message}");
const SEE: Text = Text::new(
    "The monitor of {server} is {state}. These rules failed and may explain why: {rules}. {message}",
    "Le moniteur de {server} est {state}. Ces règles ont échoué et peuvent en donner la raison : {rules}. {message}",
);

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
            findings.pass(target, evidence);
            return Ok(());
        }
        let message = monitor.message.clone().unwrap_or_default();
        let args = args! { server: name, state, message };
        if let Some(rule) = rule_for(&message) {
            findings.fail(target, EXPLAINED, [args, args! { rule }].concat(), evidence);
        } else {
            let (host, words) = (server.host.clone(), args.clone());
            let review = move |all: &[Finding<'_>]| explained(&host, all, words.clone());
            findings.fail(target, UNHEALTHY, args, evidence).with_review(review);
        }
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

/// A message that names no rule leads to those that failed for this server or for all of them.
fn explained(server: &Host, all: &[Finding<'_>], mut args: Args) -> Option<Sentence> {
    let mut rules: Vec<&str> = Vec::new();
    for other in all.iter().filter(|other| explains(other, server)) {
        if !rules.contains(&other.rule.id) {
            rules.push(other.rule.id);
        }
    }
    if rules.is_empty() {
        return None;
    }
    args.push(("rules", rules.join(", ")));
    Some((SEE, args))
}

/// The families whose rules are about what instant messaging needs to start.
const FAMILIES: [Family; 4] = [Family::OwaPrerequisites, Family::KnownServers, Family::Owa, Family::SettingOverride];
/// The rules beside them that are.
static ALSO: [&Metadata; 5] = [
    pre_installed::RULE.metadata,
    pre_lync_pool::RULE.metadata,
    pre_version_combo::RULE.metadata,
    tls_common::RULE.metadata,
    tls_dotnet::RULE.metadata,
];
/// What is seen only when it has started: this follows from what the monitor says.
static SEEN_AFTER: [&Metadata; 4] = [
    &METADATA,
    owa_verify_event112::RULE.metadata,
    owa_verify_logdir::RULE.metadata,
    owa_verify_presence::RULE.metadata,
];

/// Whether a finding may be why instant messaging does not start on a server. A user is no reason for that, and what is
/// wrong with another machine is none.
fn explains(finding: &Finding<'_>, server: &Host) -> bool {
    let is_about = match finding.target.kind {
        TargetKind::User | TargetKind::Users => false,
        _ => finding.target.host.as_ref().is_none_or(|host| host == server),
    };
    let is_of_start = FAMILIES.contains(&finding.rule.family) || ALSO.contains(&finding.rule);
    finding.is_error() && is_about && is_of_start && !SEEN_AFTER.contains(&finding.rule)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_tls::{off, tls};
    use serde_json::json;

    /// What the rule says where all rules are checked.
    fn told(case: &Case) -> String {
        let findings = case.sample().judged();
        findings.iter().find(|one| one.rule.id == "OWA-HEALTHSET").unwrap().message(Culture::En)
    }

    #[test]
    fn without_a_message_it_leads_to_the_rules_that_failed() {
        let sick = exchange_2013(&RULE).set(&format!("{MONITOR}/state"), "Unhealthy");
        assert_eq!(told(&sick), "The monitor of ex01.contoso.com is Unhealthy.", "nothing else is wrong");
        let absent = sick.clone().set("/machine/provider/values/0/libraryExists", false);
        assert!(told(&absent).ends_with("may explain why: OWA-UCMA-DLL."), "{}", told(&absent));
        let strange = absent.clone().set(&format!("{MONITOR}/message"), "Something.");
        assert!(told(&strange).ends_with("OWA-UCMA-DLL. Something."), "{}", told(&strange));
        let named = absent.set(&format!("{MONITOR}/message"), "No registry setting for IM Provider.");
        assert!(told(&named).ends_with("See OWA-UCMA-REG."), "the message says it: {}", told(&named));
        // A user and another server are no reasons.
        let user = sick.set("/lync/users/values/0/enabled", false);
        assert!(!told(&user).contains("OWA-USER"), "{}", told(&user));
    }

    #[test]
    fn what_keeps_the_server_from_lync_is_a_reason_whatever_family_it_is_of() {
        let sick = exchange_2013(&RULE).set(&format!("{MONITOR}/state"), "Unhealthy");
        let none = [off("TLS 1.0"), off("TLS 1.1"), off("TLS 1.2")].concat();
        let silent = sick.clone().set("/machine/tls", tls(Some(17763), &none));
        assert!(told(&silent).contains("TLS-COMMON"), "{}", told(&silent));
        let stopped = json!([{ "name": "MSExchangeIS", "status": "Stopped", "startType": "Automatic" }]);
        let stopped = sick.forget("/exchange/serviceHealth").set("/machine/services/values", stopped);
        assert!(told(&stopped).contains("PRE-INSTALLED"), "{}", told(&stopped));
    }

    #[test]
    fn what_is_set_on_another_server_is_no_reason() {
        let directory = |name: &str| {
            json!({
                "identity": format!("{name}\\owa (Default Web Site)"), "server": name, "backEnd": false,
                "instantMessagingEnabled": true, "instantMessagingType": "None",
            })
        };
        let sick = exchange_2013(&RULE).set(&format!("{MONITOR}/state"), "Unhealthy");
        let own = sick.clone().set("/exchange/owaVirtualDirectories/values/0", directory("EX01"));
        assert!(told(&own).contains("OWA-VDIR-IM"), "{}", told(&own));
        let server = json!({
            "name": "EX02", "fqdn": "ex02.contoso.com", "version": "Version 15.0 (Build 1497.2)",
            "roles": ["Mailbox", "ClientAccess"],
        });
        let other = sick.set("/exchange/servers/values/1", server);
        let other = other.set("/exchange/owaVirtualDirectories/values/1", directory("EX02"));
        let found = other.sample().judged();
        assert!(found.iter().any(|one| one.rule.id == "OWA-VDIR-IM" && one.status == Status::Fail), "it is a fault");
        assert!(!told(&other).contains("OWA-VDIR-IM"), "{}", told(&other));
    }

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
