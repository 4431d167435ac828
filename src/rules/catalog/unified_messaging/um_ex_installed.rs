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

const NO_SERVER: Text = Text::new(
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
        findings.fail(Target::estate(), NO_SERVER, args! { services: without.join(", ") }, evidence);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn both_roles_pass_and_a_missing_one_fails() {
        unified_messaging(&RULE).passes("").unknown_without_each("", "", &[&ROLES[1..], &VERSION[1..]]);
        for role in ["Mailbox", "ClientAccess"] {
            unified_messaging(&RULE).set(ROLES, json!([role])).fails("").not_fixed();
        }
    }

    #[test]
    fn a_mailbox_server_of_exchange_2016_has_both_and_an_edge_server_none() {
        let newer = unified_messaging(&RULE).set(VERSION, EXCHANGE_2016).set(ROLES, json!(["Mailbox"])).passes("");
        newer.set(ROLES, json!(["Edge"])).fails("");
    }

    #[test]
    fn exchange_2019_is_another_matter() {
        unified_messaging(&RULE).set(VERSION, EXCHANGE_2019).not_applicable();
    }
}
