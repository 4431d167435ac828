//! TAPP-PORT: the port of the trusted application is free.

use crate::rules::prelude::*;
use crate::rules::topology::trusted::servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TAPP-PORT",
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "The port of the trusted application is available",
        "Le port de l'application approuvée est disponible",
    ),
    explanation: Text::new(
        "You can choose any port, but each application of a pool needs its own, and no other program on the Exchange server may listen on it.",
        "Vous pouvez choisir n'importe quel port, mais chaque application d'un pool doit avoir le sien, et aucun autre programme du serveur Exchange ne doit l'écouter.",
    ),
    remedy: Text::new(
        "Choose another port between 1 and 65535 (-ApplicationPort), and open it in the firewall: the cmdlet does not open it.",
        "Choisissez un autre port entre 1 et 65535 (-ApplicationPort), et ouvrez-le dans le pare-feu : l'applet de commande ne l'ouvre pas.",
    ),
    sources: &[Source::seed("000", "51"), Source::seed("001", "45"), Source::page("New-CsTrustedApplication.md")],
    needs: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVERS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::TRUSTED_APPLICATIONS,
        &lync_sections::TRUSTED_POOLS,
        &machine_sections::LISTENERS,
    ],
    optional: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::TRUSTED_POOLS,
        &machine_sections::LISTENERS,
    ],
    ..super::base::TRUSTED_POOL
};

const NO_PORT: Text = Text::new(
    "{port} is not a valid port. Ports range from 1 to 65535.",
    "{port} n'est pas un port valide. Les ports vont de 1 à 65535.",
);
const OTHER_APPLICATION: Text = Text::new(
    "The port {port} is used by the application {id} of the same trusted application pool.",
    "Le port {port} est utilisé par l'application {id} du même pool d'applications approuvées.",
);
const LISTENED: Text = Text::new(
    "A program on {server} already listens on port {port}.",
    "Un programme de {server} écoute déjà sur le port {port}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    servers::each(context, findings, |peer, findings| {
        let port = servers::wanted_port(context, peer)?;
        let mut args = args! { port, server: peer.server.host.name() };
        let evidence = vec![Evidence::actual("Port", Some(port.to_string()))];
        let text = match servers::taken(context, peer)? {
            None => {
                findings.pass(peer.target.clone(), evidence);
                return Ok(());
            }
            Some(servers::Taken::NoPort) => NO_PORT,
            Some(servers::Taken::Listener) => LISTENED,
            Some(servers::Taken::Application(id)) => {
                args.push(("id", id));
                OTHER_APPLICATION
            }
        };
        findings.fail(peer.target.clone(), text, args, evidence);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const LISTENER: &str = "/machine/listeners/values/0/port";

    fn asking(port: u32) -> Settings {
        Settings { application_port: Some(port), ..Settings::default() }
    }

    #[test]
    fn ports_from_1_to_65535_pass() {
        let unmade = exchange_2013(&RULE).with(Sample::without_trusted_pool);
        for (port, status) in [(0, Status::Fail), (1, Status::Pass), (65535, Status::Pass), (65536, Status::Fail)] {
            unmade.clone().asking(asking(port)).finds(&[(SERVER, status)]);
        }
    }

    #[test]
    fn a_port_that_is_listened_on_fails_unless_the_application_has_it_already() {
        let case = exchange_2013(&RULE).set(LISTENER, 5199).passes(SERVER);
        case.with(Sample::without_trusted_pool).passes(SERVER).asking(asking(5199)).fails(SERVER);
    }

    #[test]
    fn a_port_of_another_application_of_the_pool_fails() {
        let other = json!({ "pool": "EX01.contoso.com", "applicationId": "urn:application:other", "port": 5199 });
        exchange_2013(&RULE).set("/lync/trustedApplications/values/1", other).fails(SERVER);
    }

    #[test]
    fn unknown_without_the_listeners() {
        exchange_2013(&RULE).asking(asking(5200)).forget("/machine/listeners").unknown(SERVER);
    }
}
