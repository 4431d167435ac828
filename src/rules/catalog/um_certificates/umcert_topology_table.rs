//! UMCERT-TOPOLOGY-TABLE: what the table of topologies asks of the certificates.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::normal_thumbprint;
use crate::rules::topology::lync::servers::front_ends;
use crate::rules::topology::um::{certificate_bindings, root_trust, servers};
use std::collections::BTreeSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-TOPOLOGY-TABLE",
    category: Category::Rule,
    severity: Severity::Information,
    title: Text::new("The certificates match the topology", "Les certificats correspondent à la topologie"),
    explanation: Text::new(
        "The documentation has a table with four rows. Without Lync and SIP dial plans, Client Access and Mailbox servers use one certificate, and the gateways can use that one or another. With Lync and SIP dial plans, their certificates have the same root as those of Lync. For separate servers the documentation names the cmdlet Create-ExchangeCertificate, which does not exist: use New-ExchangeCertificate.",
        "La documentation contient un tableau de quatre lignes. Sans Lync ni plans de numérotation SIP, les serveurs d'accès au client et de boîtes aux lettres utilisent un seul certificat, et les passerelles peuvent utiliser celui-là ou un autre. Avec Lync et des plans de numérotation SIP, leurs certificats ont la même racine que ceux de Lync. Pour les serveurs séparés, la documentation cite l'applet de commande Create-ExchangeCertificate, qui n'existe pas : utilisez New-ExchangeCertificate.",
    ),
    remedy: Text::new(
        "Without Lync: New-ExchangeCertificate on one of the servers, export the certificate with its private key, import it on the others and enable it for UM and UMCallRouter on all servers. With Lync: use certificates with the same root on both sides (UMCERT-SAME-CA).",
        "Sans Lync : New-ExchangeCertificate sur l'un des serveurs, exportez le certificat avec sa clé privée, importez-le sur les autres et activez-le sur tous les serveurs pour UM et UMCallRouter. Avec Lync : utilisez des certificats de même racine des deux côtés (UMCERT-SAME-CA).",
    ),
    sources: &[Source::seed("003", "88-120")],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::CERTIFICATES,
        &exchange_sections::UM_DIAL_PLANS,
        &lync_sections::CERTIFICATES,
        &lync_sections::POOLS,
        &machine_sections::CERTIFICATES,
    ],
    ..super::BASE
};

/// What a row of the table asks.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Demand {
    /// One certificate for both services of a server.
    SameOnServer,
    /// One certificate on all servers.
    SameEverywhere,
    /// The root of the certificates of Lync.
    RootOfLync,
}

/// A row of the table.
struct Row {
    /// Client Access and Mailbox are on different servers.
    separate: bool,
    /// There are SIP dial plans, for Lync.
    sip: bool,
    demand: Demand,
}

static TABLE: [Row; 4] = [
    Row { separate: false, sip: false, demand: Demand::SameOnServer },
    Row { separate: true, sip: false, demand: Demand::SameEverywhere },
    Row { separate: false, sip: true, demand: Demand::RootOfLync },
    Row { separate: true, sip: true, demand: Demand::RootOfLync },
];

const SEVERAL: Text = Text::new(
    "Client Access and Mailbox servers use several certificates for unified messaging: {found}. Without SIP dial plans the documentation requires one.",
    "Les serveurs d'accès au client et de boîtes aux lettres utilisent plusieurs certificats pour la messagerie unifiée : {found}. Sans plan de numérotation SIP, la documentation en exige un seul.",
);
const OTHER_ROOT: Text = Text::new(
    "The roots of the certificates differ: Exchange has {found}, Lync has {lync}.",
    "Les racines des certificats diffèrent : Exchange a {found}, Lync a {lync}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let servers = servers::servers(context)?;
    match demand(context, &servers)? {
        None => {}
        Some(Demand::RootOfLync) => roots(context, findings, &servers)?,
        Some(Demand::SameEverywhere) => one_certificate(context, findings, &Target::estate(), &servers)?,
        Some(Demand::SameOnServer) => {
            for server in &servers {
                let target = Target::server(&server.host);
                findings.for_target(&target, |findings| {
                    one_certificate(context, findings, &target, std::slice::from_ref(server))
                });
            }
        }
    }
    Ok(())
}

/// What the row of this estate asks; nothing without dial plans.
fn demand(context: &Context<'_>, servers: &[Server<'_>]) -> Result<Option<Demand>, Missing> {
    let plans = context.estate.exchange.um_dial_plans.items()?;
    if plans.is_empty() {
        return Ok(None);
    }
    let mut sip = false;
    for plan in plans {
        let missing = || Missing::not_collected(&exchange_sections::UM_DIAL_PLANS).on(&plan.name);
        sip |= plan.uri_type.as_deref().ok_or_else(missing)?.eq_ignore_ascii_case("SipName");
    }
    let separate = servers.iter().any(|server| servers::services(server).len() == 1);
    let row = TABLE.iter().find(|row| row.sip == sip && row.separate == separate);
    Ok(row.map(|row| row.demand))
}

/// Whether some servers have one certificate for all services; it has to be there for that.
fn one_certificate<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    target: &Target,
    servers: &[Server<'_>],
) -> CheckResult {
    let mut found = BTreeSet::new();
    for server in servers {
        let bound = certificate_bindings::of(context.estate, server)?;
        found.extend(bound.iter().map(|one| normal_thumbprint(&one.certificate.thumbprint)));
    }
    let display = found.iter().cloned().collect::<Vec<_>>().join(", ");
    let evidence = vec![Evidence::actual("Thumbprint", Some(display.as_str()))];
    match found.len() {
        0 => {}
        1 => findings.pass(target.clone(), evidence),
        _ => {
            findings.fail(target.clone(), SEVERAL, args! { found: display }, evidence);
        }
    }
    Ok(())
}

/// Whether the certificates of both sides end in one root.
fn roots<'a>(context: &Context<'a>, findings: &mut Findings<'a>, servers: &[Server<'_>]) -> CheckResult {
    let exchange = root_trust::of_exchange(context, servers);
    let lync = root_trust::of_lync(context, &front_ends(context)?)?;
    if exchange.is_empty() || lync.is_empty() {
        return Ok(());
    }
    let join = |roots: &BTreeSet<String>| roots.iter().cloned().collect::<Vec<_>>().join(", ");
    let (found, of_lync) = (join(&exchange.known), join(&lync.known));
    let evidence = vec![Evidence::actual("Root", Some(found.as_str())).expected(of_lync.as_str())];
    if exchange.known.union(&lync.known).count() > 1 {
        findings.fail(Target::estate(), OTHER_ROOT, args! { found, lync: of_lync }, evidence);
        return Ok(());
    }
    if let Some(missing) = exchange.missing.or(lync.missing) {
        return Err(missing);
    }
    findings.pass(Target::estate(), evidence);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{METADATA, RULE};
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_um::ROOT;
    use serde_json::{Value, json};

    const URI_TYPE: &str = "/exchange/umDialPlans/values/0/uriType";
    const SECOND: &str = "/exchange/certificates/values/1";
    const OTHER: &str = "CC5A332496CC05DA69B75B66111C0F78A110D22D";

    /// The certificate of a call router.
    fn of_router(server: &str, thumbprint: &str) -> Value {
        json!({ "server": server, "thumbprint": thumbprint, "services": ["UMCallRouter"] })
    }

    /// Client Access on a second server, with this certificate.
    fn separate(thumbprint: &str) -> Case {
        let server = json!({
            "name": "EX02", "fqdn": "EX02.contoso.com", "version": "Version 15.0 (Build 1497.2)", "roles": ["ClientAccess"],
        });
        let case = unified_messaging(&RULE).set("/exchange/servers/values/0/roles", ["Mailbox"]);
        case.set("/exchange/servers/values/1", server).set(SECOND, of_router("EX02", thumbprint))
    }

    #[test]
    fn one_server_without_lync_uses_one_certificate() {
        let case = unified_messaging(&RULE).set(URI_TYPE, "E164").passes("ex01.contoso.com");
        let case = case.set("/exchange/certificates/values/0/services", ["UM"]).set(SECOND, of_router("EX01", OTHER));
        case.fails("ex01.contoso.com");
    }

    #[test]
    fn separate_servers_without_lync_share_one() {
        separate("EA5A332496CC05DA69B75B66111C0F78A110D22D").set(URI_TYPE, "TelExtn").passes("");
        separate(OTHER).set(URI_TYPE, "TelExtn").fails("");
    }

    #[test]
    fn with_lync_the_roots_are_the_same() {
        let case = unified_messaging(&RULE).passes("");
        let root = "/machine/certificates/values/0/rootThumbprint";
        case.set(root, "1F78A110D22DEA5A332496CC05DA69B75B66111C").fails("").not_fixed();
    }

    #[test]
    fn with_lync_the_root_of_every_separate_server_counts() {
        let stored = json!({ "store": "My", "thumbprint": OTHER, "rootThumbprint": ROOT });
        let case = separate(OTHER).unknown("");
        case.machine("EX02.contoso.com", &json!({ "certificates": fact(json!([stored])) })).passes("");
    }

    #[test]
    fn the_command_that_does_not_exist_is_explained() {
        assert!(METADATA.explanation.en.contains("Create-ExchangeCertificate, which does not exist"));
        assert!(!METADATA.remedy.en.contains("Create-"));
    }

    #[test]
    fn without_dial_plans_there_is_no_row() {
        unified_messaging(&RULE).set("/exchange/umDialPlans/values", json!([])).not_applicable();
    }

    #[test]
    fn unknown_without_the_type_of_a_plan_or_the_machine() {
        unified_messaging(&RULE).forget(URI_TYPE).unknown("");
        unified_messaging(&RULE).lync_machine(json!({})).unknown("");
    }
}
