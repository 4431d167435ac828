//! UM-FIREWALL: Windows Firewall lets calls in to the services of unified messaging.

use crate::facts::FirewallRule;
use crate::rules::prelude::*;
use crate::rules::topology::um::servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-FIREWALL",
    severity: Severity::Warning,
    roles: &[Role::ExchangeFrontEnd, Role::ExchangeBackEnd],
    title: Text::new(
        "Windows Firewall allows calls to unified messaging",
        "Le Pare-feu Windows autorise les appels vers la messagerie unifiée",
    ),
    explanation: Text::new(
        "Exchange Setup creates rules for the call router, the service and its worker processes. A missing, disabled or blocking rule stops calls, also after a change of the ports or the startup mode.",
        "L'installation d'Exchange crée des règles pour le routeur d'appels, le service et ses processus de travail. Une règle absente, désactivée ou bloquante arrête les appels, y compris après une modification des ports ou du mode de démarrage.",
    ),
    remedy: Text::new(
        "On the server, as administrator: netsh advfirewall firewall show rule name=all | findstr UM, then netsh advfirewall firewall set rule name=\"<rule>\" new enable=yes action=allow. If the rule is missing, create one for the program UMService.exe, UMWorkerProcess.exe or Microsoft.Exchange.UM.CallRouter.exe.",
        "Sur le serveur, en tant qu'administrateur : netsh advfirewall firewall show rule name=all | findstr UM, puis netsh advfirewall firewall set rule name=\"<règle>\" new enable=yes action=allow. Si la règle est absente, créez-en une pour le programme UMService.exe, UMWorkerProcess.exe ou Microsoft.Exchange.UM.CallRouter.exe.",
    ),
    interpretation: Some(Text::new(
        "Rules are identified by their names. A disabled Windows Firewall and firewalls between computers are not checked.",
        "Les règles sont identifiées par leur nom. Un Pare-feu Windows désactivé et les pare-feu entre les ordinateurs ne sont pas vérifiés.",
    )),
    sources: &[
        Source::page("configure-voip-security-setting-exchange-2013-help.md"),
        Source::page("um-protocols-ports-and-services-exchange-2013-help.md"),
    ],
    after: &["UM-STARTUP-DUAL", "UM-TLS-PORT"],
    needs: &[&machine_sections::FIREWALL_RULES, &exchange_sections::SERVERS],
    ..super::BASE
};

/// The programs of the service of a Mailbox server.
const MAILBOX: &[&str] = &["UMService", "UMWorkerProcess"];
/// The program of the call router.
const FRONT: &[&str] = &["UMCallRouter"];
const SHUT: Text = Text::new(
    "Windows Firewall on {server} does not allow calls to {program}.",
    "Le Pare-feu Windows de {server} n'autorise pas les appels vers {program}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    servers::each(context, findings, |server, findings| look(context, findings, server))
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'_>) -> CheckResult {
    let rules =
        context.estate.on(&server.host, &machine_sections::FIREWALL_RULES, |machine| &machine.firewall_rules)?;
    let shut: Vec<&str> = programs(server).into_iter().filter(|program| !is_open(rules, program)).collect();
    let evidence =
        rules.iter().map(|rule| Evidence::actual(&*rule.name, Some(display(rule))).expected("allow").from(rule));
    let evidence = evidence.collect();
    let args = args! { server: server.host.name(), program: shut.join(", ") };
    findings.pass_if(shut.is_empty(), Target::server(&server.host), evidence, || (SHUT, args));
    Ok(())
}

/// What has to be reached on a server, as the names of rules have it.
fn programs(server: &Server<'_>) -> Vec<&'static str> {
    let of_service = |service| if service == servers::UM { MAILBOX } else { FRONT };
    servers::services(server).into_iter().flat_map(of_service).copied().collect()
}

/// Whether a rule allows a program, and none blocks it.
fn is_open(rules: &[Item<FirewallRule>], program: &str) -> bool {
    let name = program.to_lowercase();
    let in_force = rules.iter().filter(|rule| rule.enabled == Some(true) && rule.name.to_lowercase().contains(&name));
    let mut in_force = in_force.peekable();
    in_force.peek().is_some() && in_force.all(|rule| rule.allow == Some(true))
}

/// A rule in one word.
fn display(rule: &FirewallRule) -> &'static str {
    match (rule.enabled, rule.allow) {
        (Some(true), Some(true)) => "allow",
        (Some(true), _) => "block",
        _ => "disabled",
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    const RULES: &str = "/machine/firewallRules/values";

    #[test]
    fn rules_that_let_calls_in_pass_and_one_that_is_gone_disabled_or_blocking_fails() {
        let case = unified_messaging(&RULE).passes(SERVER).fails_with_each(
            SERVER,
            RULES,
            [
                json!({ "0/enabled": false }),
                json!({ "0/allow": false }),
                json!({ "3": { "name": "Block UMService", "enabled": true, "allow": false } }),
            ],
        );
        case.forget(&format!("{RULES}/2")).fails(SERVER);
    }

    #[test]
    fn a_mailbox_server_of_2013_alone_needs_no_rule_of_the_call_router() {
        unified_messaging(&RULE).set(ROLES, json!(["Mailbox"])).forget(&format!("{RULES}/0")).passes(SERVER);
    }

    #[test]
    fn rules_that_nobody_read_and_servers_of_unknown_version_are_unknown() {
        unified_messaging(&RULE).unknown_without_each(SERVER, "", &["machine/firewallRules", &VERSION[1..]]);
    }
}
