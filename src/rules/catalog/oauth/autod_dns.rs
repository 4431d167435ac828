//! AUTOD-DNS: the host of autodiscover has a name in DNS that leads to Exchange.

use crate::facts::DnsAnswer;
use crate::rules::prelude::*;
use crate::rules::topology::oauth::autodiscover::{hosts, servers};
use crate::rules::topology::oauth::network::{Names, listed};
use std::collections::BTreeSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "AUTOD-DNS",
    roles: &[Role::Dns],
    lync: &[],
    title: Text::new(
        "The Autodiscover host resolves to an Exchange server",
        "L'hôte de découverte automatique correspond à un serveur Exchange",
    ),
    explanation: Text::new(
        "The Autodiscover host needs a DNS record: an A record with the address of an Exchange server, or a CNAME record with its FQDN. With a load balancer, the record points to the load balancer, which the facts do not show.",
        "L'hôte de découverte automatique nécessite un enregistrement DNS : un enregistrement A avec l'adresse d'un serveur Exchange, ou un enregistrement CNAME avec son nom de domaine complet. Avec un équilibreur de charge, l'enregistrement pointe vers celui-ci, ce que les faits n'indiquent pas.",
    ),
    remedy: Text::new(
        "On the DNS server of the zone: Add-DnsServerResourceRecordCName -ZoneName <domain> -Name autodiscover -HostNameAlias <server>.<domain>, or in DNS Manager, in the zone, New Alias (CNAME).",
        "Sur le serveur DNS de la zone : Add-DnsServerResourceRecordCName -ZoneName <domaine> -Name autodiscover -HostNameAlias <serveur>.<domaine>, ou dans le Gestionnaire DNS, dans la zone, Nouvel alias (CNAME).",
    ),
    interpretation: Some(Text::new(
        "Addresses that do not belong to an Exchange server are taken as possible addresses of a load balancer.",
        "Les adresses qui n'appartiennent pas à un serveur Exchange sont considérées comme pouvant être celles d'un équilibreur de charge.",
    )),
    sources: &[Source::seed("002", "90")],
    after: &["AUTOD-SCP-URI"],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::CLIENT_ACCESS_SERVICES,
        &lync_sections::OAUTH_CONFIGURATION,
        &machine_sections::DNS,
    ],
    ..super::BASE
};

const NO_RECORD: Text = Text::new(
    "{name} has no address in DNS, according to {machines}.",
    "{name} n'a pas d'adresse dans DNS, d'après {machines}.",
);
const ELSEWHERE: Text = Text::new(
    "{name} resolves to {addresses}, and no Exchange server has that address ({servers}). Check whether it is the address of a load balancer in front of Exchange.",
    "{name} correspond à {addresses}, et aucun serveur Exchange n'a cette adresse ({servers}). Vérifiez si c'est l'adresse d'un équilibreur de charge placé devant Exchange.",
);

type Seen<'a> = [(&'a Host, &'a Item<DnsAnswer>)];

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let names = Names::new(context);
    let mut own = BTreeSet::new();
    for server in servers(context)? {
        own.extend(addresses(names.of(server.host.name())));
    }
    for name in hosts(context)? {
        let target = Target::new(TargetKind::Name, &name);
        findings.for_target(&target, |findings| look(&name, names.of(&name), &own, findings));
    }
    Ok(())
}

fn look(name: &str, seen: &Seen<'_>, own: &BTreeSet<&str>, findings: &mut Findings<'_>) -> CheckResult {
    let target = Target::new(TargetKind::Name, name);
    let known = || seen.iter().filter_map(|(host, answer)| Some((*host, *answer, answer.answers.as_ref()?)));
    let mut evidence = Vec::new();
    evidence.extend(
        known().map(|(host, item, found)| Evidence::actual(format!("DNS ({host})"), Some(found.join(", "))).from(item)),
    );
    let without = listed(known().filter(|(_, _, found)| found.is_empty()).map(|(host, _, _)| host));
    if !without.is_empty() {
        findings.fail(target, NO_RECORD, args! { name, machines: without }, evidence);
        return Ok(());
    }
    let found = addresses(seen);
    if found.is_empty() || own.is_empty() {
        let error = seen.iter().find_map(|(_, answer)| answer.error.clone());
        return Err(Missing { error, ..Missing::not_collected(&machine_sections::DNS) });
    }
    if found.is_disjoint(own) {
        let join = |all: &BTreeSet<&str>| all.iter().copied().collect::<Vec<_>>().join(", ");
        let args = args! { name, addresses: join(&found), servers: join(own) };
        findings.manual(target, ELSEWHERE, args);
    } else {
        findings.pass(target, evidence);
    }
    Ok(())
}

fn addresses<'a>(seen: &Seen<'a>) -> BTreeSet<&'a str> {
    seen.iter().flat_map(|(_, answer)| answer.answers.iter().flatten()).map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const NAME: &str = "autodiscover.contoso.com";
    const HOST: &str = "/machine/dns/values/0";
    const ANSWERS: &str = "/machine/dns/values/0/answers";

    #[test]
    fn a_name_with_the_address_of_a_server_passes() {
        oauth(&RULE).passes(NAME).set(ANSWERS, ["192.0.2.11", "192.0.2.10"]).passes(NAME);
    }

    #[test]
    fn a_name_without_an_address_fails() {
        oauth(&RULE).set(ANSWERS, json!([])).fails(NAME);
    }

    #[test]
    fn an_address_of_no_server_is_for_a_person() {
        oauth(&RULE).set(ANSWERS, ["192.0.2.99"]).manual(NAME);
    }

    #[test]
    fn what_nobody_asked_is_unknown() {
        oauth(&RULE).forget("/machine/dns/values/1").unknown(NAME);
        let failed = json!({ "name": NAME, "type": "A", "error": "The server does not answer." });
        oauth(&RULE).set(HOST, failed).unknown(NAME);
    }

    #[test]
    fn without_an_address_of_autodiscover_there_is_no_name_to_look_up() {
        let case = oauth(&RULE).set("/exchange/clientAccessServices/values/0/autodiscoverUri", "");
        case.set("/lync/oAuthConfiguration/values/0/exchangeAutodiscoverUrl", "").not_applicable();
    }
}
