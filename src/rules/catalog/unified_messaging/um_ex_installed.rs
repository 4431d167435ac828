//! UM-EX-INSTALLED: both roles of Exchange are there.

use crate::rules::prelude::*;
use crate::rules::topology::um::servers::{self, CALL_ROUTER, UM};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-EX-INSTALLED",
    roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd],
    title: Text::new(
        "Client Access and Mailbox servers are installed",
        "Des serveurs d'accès au client et de boîtes aux lettres sont installés",
    ),
    explanation: Text::new(
        "The call router of a Client Access server receives the calls and transfers them to the unified messaging service of a Mailbox server. In Exchange 2016 every Mailbox server has both.",
        "Le routeur d'appels d'un serveur d'accès au client reçoit les appels et les transfère au service de messagerie unifiée d'un serveur de boîtes aux lettres. Dans Exchange 2016, chaque serveur de boîtes aux lettres a les deux.",
    ),
    remedy: Text::new(
        "Install the missing role with Exchange Setup, and check in C:\\ExchangeSetupLogs\\ExchangeSetup.log whether Setup completed.",
        "Installez le rôle manquant avec le programme d'installation d'Exchange, et vérifiez dans C:\\ExchangeSetupLogs\\ExchangeSetup.log que l'installation est terminée.",
    ),
    sources: &[Source::seed("003", "48")],
    needs: &[&exchange_sections::SERVERS],
    ..super::BASE
};

const NONE: Text = Text::new(
    "No Exchange Server 2013 or 2016 server has the role for {services}.",
    "Aucun serveur Exchange Server 2013 ou 2016 n'a le rôle pour {services}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let servers = servers::servers(context)?;
    let told = servers.iter().filter(|server| server.facts.roles.is_some() && server.version.is_some());
    let (mut evidence, mut without) = (Vec::new(), Vec::new());
    for service in [UM, CALL_ROUTER] {
        match told.clone().find(|server| servers::services(server).contains(&service)) {
            Some(server) => evidence.push(Evidence::actual(service, Some(server.host.name())).from(server.facts)),
            None => without.push(service),
        }
    }
    let untold = servers.iter().find(|server| server.facts.roles.is_none() || server.version.is_none());
    if without.is_empty() {
        findings.pass(Target::estate(), evidence);
    } else if let Some(untold) = untold {
        return Err(Missing::not_collected(&exchange_sections::SERVERS).on(untold.host.name()));
    } else {
        findings.fail(Target::estate(), NONE, args! { services: without.join(", ") }, evidence);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UM-EX-INSTALLED";
    const ROLES: &str = "/exchange/servers/values/0/roles";
    const VERSION: &str = "/exchange/servers/values/0/version";

    #[test]
    fn both_roles_pass() {
        Sample::unified_messaging().expect(ID, &[("", Status::Pass)]);
    }

    #[test]
    fn a_missing_role_fails() {
        for role in ["Mailbox", "ClientAccess"] {
            let sample = Sample::unified_messaging().set(ROLES, json!([role]));
            sample.expect(ID, &[("", Status::Fail)]);
            sample.expect_steps(ID, &[]);
        }
    }

    #[test]
    fn a_mailbox_server_of_exchange_2016_has_both_and_an_edge_server_none() {
        let newer = Sample::unified_messaging().set(VERSION, json!("Version 15.1 (Build 2507.6)"));
        newer.clone().set(ROLES, json!(["Mailbox"])).expect(ID, &[("", Status::Pass)]);
        newer.set(ROLES, json!(["Edge"])).expect(ID, &[("", Status::Fail)]);
    }

    #[test]
    fn exchange_2019_is_another_matter() {
        let sample = Sample::unified_messaging().set(VERSION, json!("Version 15.2 (Build 1118.7)"));
        sample.expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn roles_that_nobody_read_are_unknown() {
        Sample::unified_messaging().forget(ROLES).expect(ID, &[("", Status::Unknown)]);
        Sample::unified_messaging().forget(VERSION).expect(ID, &[("", Status::Unknown)]);
    }
}
