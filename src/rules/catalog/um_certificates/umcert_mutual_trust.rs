//! UMCERT-MUTUAL-TRUST: each machine trusts the roots of those that it talks to: Exchange and Lync each other, and the
//! Exchange servers among each other.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::roots::{self, Roots};
use crate::rules::topology::um::{root_trust, servers};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-MUTUAL-TRUST",
    roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd, Role::LyncFrontEnd, Role::Mediation],
    title: Text::new(
        "Exchange and Lync trust each other's roots, and the Exchange servers trust those of the other Exchange servers",
        "Exchange et Lync approuvent mutuellement leurs racines, et les serveurs Exchange approuvent celles des autres serveurs Exchange",
    ),
    explanation: Text::new(
        "Both ends of a TLS connection present their certificate, and each must trust the certification authority of the other. Otherwise every call to voice mail fails. All Exchange servers must trust the certificate as well: the call router of one server transfers calls to the service of another. The documentation also requires the same certification authority, or the same root, on both sides. Missing mutual trust is this error; a different root alone is the warning of UMCERT-SAME-CA.",
        "Les deux extrémités d'une connexion TLS présentent leur certificat, et chacune doit approuver l'autorité de certification de l'autre. Sinon, tous les appels vers la messagerie vocale échouent. Tous les serveurs Exchange doivent aussi approuver le certificat : le routeur d'appels d'un serveur transfère les appels au service d'un autre. La documentation exige aussi la même autorité de certification, ou la même racine, des deux côtés. L'absence de confiance mutuelle est cette erreur ; une racine différente seule est l'avertissement d'UMCERT-SAME-CA.",
    ),
    remedy: Text::new(
        "Import the named root certificate into Trusted Root Certification Authorities of the local computer: Import-Certificate -FilePath <root.cer> -CertStoreLocation Cert:\\LocalMachine\\Root, or certutil -addstore Root <root.cer> if that cmdlet does not exist.",
        "Importez le certificat racine indiqué dans les Autorités de certification racines de confiance de l'ordinateur local : Import-Certificate -FilePath <racine.cer> -CertStoreLocation Cert:\\LocalMachine\\Root, ou certutil -addstore Root <racine.cer> si cette applet de commande n'existe pas.",
    ),
    interpretation: Some(Text::new(
        "Every Exchange server is taken to present its certificate to every other one (line 72). A root that Windows downloads from Microsoft on first use is reported as missing until then.",
        "Chaque serveur Exchange est considéré comme présentant son certificat à chaque autre (ligne 72). Une racine que Windows télécharge de Microsoft à la première utilisation est signalée comme absente jusque-là.",
    )),
    sources: &[
        Source::seed("003", "72"),
        Source::seed("003", "105-117"),
        Source::page(
            "lync-server-2013-configure-certificates-on-the-server-running-microsoft-exchange-server-unified-messaging.md",
        ),
    ],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::CERTIFICATES,
        &lync_sections::CERTIFICATES,
        &lync_sections::POOLS,
        &machine_sections::CERTIFICATES,
    ],
    optional: &[&exchange_sections::CERTIFICATES],
    ..super::BASE
};

const NOT_TRUSTED: Text = Text::new(
    "{server} does not trust the root {roots} of servers that it communicates with.",
    "{server} n'approuve pas la racine {roots} de serveurs avec lesquels il communique.",
);

const NO_CERTIFICATE: Text = Text::new(
    "No server that {server} communicates with has a certificate yet. See UMCERT-ENABLED-SERVICES and UMCERT-LYNC.",
    "Aucun serveur avec lequel {server} communique n'a encore de certificat. Voir UMCERT-ENABLED-SERVICES et UMCERT-LYNC.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let servers = servers::servers(context)?;
    let hosts = root_trust::lync_hosts(context)?;
    let own: Vec<_> = servers.iter().map(|server| root_trust::of_server(context, server)).collect();
    let of_lync = root_trust::of_lync(context, &hosts)?;
    for (number, server) in servers.iter().enumerate() {
        let mut others = of_lync.clone();
        own.iter().enumerate().filter(|(other, _)| *other != number).for_each(|(_, roots)| others.add_all(roots));
        judge(context, findings, &server.host, &others);
    }
    let of_exchange = root_trust::of_exchange(context, &servers);
    for host in &hosts {
        judge(context, findings, host, &of_exchange);
    }
    Ok(())
}

/// Checks one machine by the roots of those that it talks to.
fn judge<'a>(context: &Context<'a>, findings: &mut Findings<'a>, host: &Host, others: &Roots) {
    let target = Target::server(host);
    if others.is_empty() {
        findings.not_applicable(target, NO_CERTIFICATE, args! { server: host.name() });
        return;
    }
    findings.for_target(&target.clone(), |findings| {
        let trusted = roots::trusted(roots::stored(context, host)?);
        let lacking: Vec<&str> = others.known.difference(&trusted).map(String::as_str).collect();
        let evidence = others.known.iter().map(|root| Evidence::actual("Root", Some(root.as_str()))).collect();
        if !lacking.is_empty() {
            let args = args! { server: host.name(), roots: lacking.join(", ") };
            findings.fail(target, NOT_TRUSTED, args, evidence);
        } else if let Some(missing) = &others.missing {
            return Err(missing.clone());
        } else {
            findings.pass(target, evidence);
        }
        Ok(())
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_um::{ROOT, lync_machine, mediation_machine};
    use serde_json::json;

    const OTHER_ROOT: &str = "1F78A110D22DEA5A332496CC05DA69B75B66111C";
    const ROOT_OF_EXCHANGE: &str = "/machine/certificates/values/0/rootThumbprint";

    /// What is found for Exchange, the Front End server and the Mediation server.
    fn finds(case: Case, exchange: Status, front_end: Status, mediation: Status) -> Case {
        let expected =
            [("ex01.contoso.com", exchange), ("fe01.contoso.com", front_end), ("med01.contoso.com", mediation)];
        case.finds(&expected)
    }

    #[test]
    fn the_root_of_the_other_side_on_each_machine_passes() {
        finds(unified_messaging(&RULE), Status::Pass, Status::Pass, Status::Pass);
    }

    #[test]
    fn another_root_that_both_sides_trust_passes() {
        let case = unified_messaging(&RULE).set(ROOT_OF_EXCHANGE, OTHER_ROOT);
        finds(case, Status::Pass, Status::Fail, Status::Fail);
        let [lync, mediation] = [lync_machine(), mediation_machine()].map(|mut side| {
            let root = json!({ "store": "Root", "thumbprint": OTHER_ROOT.to_lowercase(), "subject": "CN=Other CA" });
            side["certificates"]["values"].as_array_mut().unwrap().push(root);
            side
        });
        let case = Case::of(&RULE, Sample::unified_messaging_around(mediation)).lync_machine(lync);
        finds(case.set(ROOT_OF_EXCHANGE, OTHER_ROOT), Status::Pass, Status::Pass, Status::Pass);
    }

    #[test]
    fn exchange_servers_trust_the_roots_of_each_other() {
        const OTHER: &str = "CC5A332496CC05DA69B75B66111C0F78A110D22D";
        let server = json!({
            "name": "EX02", "fqdn": "EX02.contoso.com", "version": "Version 15.0 (Build 1497.2)", "roles": ["ClientAccess"],
        });
        let router = json!({ "server": "EX02", "thumbprint": OTHER, "services": ["UMCallRouter"] });
        let root = |thumbprint: &str| json!({ "store": "Root", "thumbprint": thumbprint });
        let machine = json!({ "certificates": fact(json!([
            { "store": "My", "thumbprint": OTHER, "rootThumbprint": OTHER_ROOT }, root(OTHER_ROOT), root(ROOT),
        ])) });
        let case = unified_messaging(&RULE).set("/exchange/servers/values/0/roles", ["Mailbox"]);
        let case = case.set("/exchange/servers/values/1", server).set("/exchange/certificates/values/1", router);
        let finds = |case: Case, mailbox: Status| {
            let lync = [("fe01.contoso.com", Status::Fail), ("med01.contoso.com", Status::Fail)];
            let exchange = [("ex01.contoso.com", mailbox), ("ex02.contoso.com", Status::Pass)];
            case.finds(&[exchange, lync].concat())
        };
        let case = finds(case.machine("EX02.contoso.com", &machine), Status::Fail);
        finds(case.set("/machine/certificates/values/2", root(OTHER_ROOT)), Status::Pass);
    }

    #[test]
    fn a_machine_without_the_root_of_the_other_side_fails() {
        let case = unified_messaging(&RULE).forget("/machine/certificates/values/1");
        finds(case, Status::Fail, Status::Pass, Status::Pass).not_fixed();
        let none = Sample::unified_messaging_around(json!({ "certificates": fact(json!([])) }));
        finds(Case::of(&RULE, none), Status::Unknown, Status::Pass, Status::Fail);
    }

    #[test]
    fn roots_that_nobody_read_are_unknown_and_never_pass() {
        let case = unified_messaging(&RULE);
        finds(case.clone().lync_machine(json!({})), Status::Unknown, Status::Unknown, Status::Pass);
        finds(case.forget("/machine/certificates"), Status::Unknown, Status::Unknown, Status::Unknown);
    }

    #[test]
    fn without_certificates_there_is_nothing_to_trust() {
        let case = unified_messaging(&RULE).set("/exchange/certificates/values/0/services", json!([]));
        let case = case.set("/lync/certificates/values/0/use", "Other").set("/lync/certificates/values/1/use", "Other");
        finds(case, Status::NotApplicable, Status::NotApplicable, Status::NotApplicable);
    }
}
