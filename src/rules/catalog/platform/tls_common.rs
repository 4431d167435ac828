//! TLS-COMMON: Exchange and Lync have a TLS protocol in common.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::partner::servers;
use crate::rules::topology::tls::{self, Common, Offer, Peers, SCHANNEL, Side, WITH_EXCHANGE, common, is_checked};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TLS-COMMON",
    scenarios: Scenario::ALL,
    roles: &[Role::ExchangeFrontEnd, Role::ExchangeBackEnd, Role::LyncFrontEnd, Role::Mediation, Role::Edge],
    title: Text::new(
        "Exchange and Lync have a TLS protocol in common",
        "Exchange et Lync ont un protocole TLS en commun",
    ),
    explanation: Text::new(
        "Both products connect to each other by TLS, in both directions; so do Mediation Servers and unified messaging, and Edge Servers and Front End Servers. Where one side only accepts TLS 1.2 and the other does not offer it, no connection is made, and neither side says why. In Windows Server 2008 R2, TLS 1.1 and 1.2 are off until the registry turns them on.",
        "Les deux produits se connectent l'un à l'autre par TLS, dans les deux sens ; de même les serveurs de médiation et la messagerie unifiée, et les serveurs Edge et les serveurs frontaux. Si un côté n'accepte que TLS 1.2 et que l'autre ne le propose pas, aucune connexion ne s'établit, et aucun côté ne dit pourquoi. Dans Windows Server 2008 R2, TLS 1.1 et 1.2 sont désactivés tant que le registre ne les active pas.",
    ),
    remedy: Text::new(
        "On the server without TLS 1.2, set Enabled to 1 and DisabledByDefault to 0 (DWORD) under SCHANNEL\\Protocols\\TLS 1.2\\Client and \\Server, and SchUseStrongCrypto and SystemDefaultTlsVersions to 1 for .NET Framework; then restart it. Follow the pages of both products first: old versions do not work without TLS 1.0.",
        "Sur le serveur sans TLS 1.2, définissez Enabled sur 1 et DisabledByDefault sur 0 (DWORD) sous SCHANNEL\\Protocols\\TLS 1.2\\Client et \\Server, et SchUseStrongCrypto et SystemDefaultTlsVersions sur 1 pour .NET Framework ; puis redémarrez-le. Suivez d'abord les pages des deux produits : d'anciennes versions ne fonctionnent pas sans TLS 1.0.",
    ),
    symptoms: &[Text::new(
        "TLS 1.0 and 1.1 are disabled on one side only, and nothing connects",
        "TLS 1.0 et 1.1 sont désactivés d'un seul côté, et aucune connexion n'aboutit",
    )],
    interpretation: Some(Text::new(
        "A protocol counts as off where Enabled is 0 or DisabledByDefault is not 0, and where nothing is set as Windows has it by default. In Windows Server 2025, TLS 1.2 counts as on by default; whether TLS 1.0 and 1.1 are is not known. TLS 1.3 is not counted: no document says that Lync uses it.",
        "Un protocole compte comme désactivé si Enabled vaut 0 ou si DisabledByDefault n'est pas 0, et, si rien n'est défini, selon la valeur par défaut de Windows. Dans Windows Server 2025, TLS 1.2 compte comme activé par défaut ; on ignore si TLS 1.0 et 1.1 le sont. TLS 1.3 n'est pas compté : aucun document n'indique que Lync l'utilise.",
    )),
    sources: &[
        Source::page("protocols-in-tls-ssl--schannel-ssp-.md"),
        Source::page("exchange-tls-configuration.md"),
        Source::page("disable-tls-1.0-1.1.md"),
    ],
    needs: tls::NEEDS,
    optional: tls::OPTIONAL,
    ..super::BASE
};

const NO_COMMON_PROTOCOL: Text = Text::new(
    "{client} as the client and {server} as the server have no TLS protocol in common. On {client}: {client_values}. On {server}: {server_values}. The values are under {key}. Lync servers concerned: {all}.",
    "{client} comme client et {server} comme serveur n'ont aucun protocole TLS en commun. Sur {client} : {client_values}. Sur {server} : {server_values}. Les valeurs se trouvent sous {key}. Serveurs Lync concernés : {all}.",
);
const DEFAULTS: Text = Text::new(
    "Nothing is set for TLS on {server} and the Lync servers, so Windows decides.",
    "Rien n'est défini pour TLS sur {server} et les serveurs Lync : Windows décide.",
);
const UNKNOWN_DEFAULTS: Text = Text::new(
    "Whether {server} and the Lync servers have a TLS protocol in common depends on defaults of Windows that are not documented here.",
    "Que {server} et les serveurs Lync aient un protocole TLS en commun dépend de valeurs par défaut de Windows qui ne sont pas documentées ici.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let peers = Peers::of(context)?;
    if is_checked(context, WITH_EXCHANGE) {
        for server in servers(context)? {
            let target = Target::server(&server.host);
            let its = peers.of_exchange(context, &server);
            findings.for_target(&target, |findings| look(&Offer::of(context, &server.host)?, &its, findings));
        }
    }
    let front_ends: Vec<_> = peers.front_ends.iter().collect();
    for edge in &peers.edges {
        let target = Target::server(edge);
        findings.for_target(&target, |findings| look(&Offer::of(context, edge)?, &front_ends, findings));
    }
    Ok(())
}

/// Looks at one server and all servers of Lync that it talks to, in both directions.
fn look<'a>(own: &Offer<'a>, peers: &[&Result<Offer<'a>, Missing>], findings: &mut Findings<'a>) -> CheckResult {
    let target = Target::server(&own.host);
    let known = || peers.iter().filter_map(|peer| peer.as_ref().ok());
    let directions = || known().flat_map(|peer| [(own, peer, peer), (peer, own, peer)]);
    let mut apart = directions().filter(|(client, server, _)| common(client, server) == Common::None).peekable();
    if let Some((client, server, peer)) = apart.peek().copied() {
        let mut all: Vec<&str> = apart.map(|(_, _, peer)| peer.host.name()).collect();
        all.dedup();
        let evidence = own.evidence().into_iter().chain(peer.evidence()).collect();
        let args = args! {
            client: client.host.name(), server: server.host.name(), client_values: client.off(Side::Client).join(", "),
            server_values: server.off(Side::Server).join(", "), key: SCHANNEL, all: all.join(", "),
        };
        findings.fail(target, NO_COMMON_PROTOCOL, args, evidence);
        return Ok(());
    }
    if let Some(missing) = peers.iter().find_map(|peer| peer.as_ref().err()) {
        return Err(missing.clone());
    }
    match directions().find(|(client, server, _)| common(client, server) == Common::Unknown) {
        None if peers.is_empty() => {}
        None => findings.pass(target, own.evidence()),
        Some((client, server, _)) => open(client, server, &own.host, findings)?,
    }
    Ok(())
}

/// What is said of two machines where the defaults of Windows decide: what is missing, if one did not tell its version.
fn open<'a>(client: &Offer<'a>, server: &Offer<'a>, own: &Host, findings: &mut Findings<'a>) -> CheckResult {
    let (target, args) = (Target::server(own), args! { server: own.name() });
    if !client.says_something(Side::Client) && !server.says_something(Side::Server) {
        findings.not_applicable(target, DEFAULTS, args);
        return Ok(());
    }
    for offer in [client, server] {
        if offer.settings.windows_build.is_none() {
            return Err(Missing::not_collected(&machine_sections::TLS).on(offer.host.name()));
        }
    }
    findings.not_applicable(target, UNKNOWN_DEFAULTS, args);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_tls::{off, tls, tls_machine};
    use serde_json::{Value, json};

    /// An Exchange server and a Front End server, each with its build of Windows and what is set.
    fn with(exchange: (Option<u32>, &[(&str, u32)]), lync: (Option<u32>, &[(&str, u32)])) -> Case {
        let case = exchange_2013(&RULE).set("/machine/tls", tls(exchange.0, exchange.1));
        case.lync_machine(tls_machine(lync.0, lync.1))
    }

    const NEW: Option<u32> = Some(17763);
    const OLD: Option<u32> = Some(7601);

    #[test]
    fn a_common_protocol_passes() {
        exchange_2013(&RULE).passes(SERVER);
        with((NEW, &[]), (NEW, &[])).passes(SERVER);
        with((NEW, &[]), (OLD, &[])).passes(SERVER);
        with((NEW, &off("TLS 1.0")), (NEW, &off("TLS 1.1"))).passes(SERVER);
        let on = [("TLS 1.2\\Client\\Enabled", 1), ("TLS 1.2\\Client\\DisabledByDefault", 0)];
        let server = [("TLS 1.2\\Server\\Enabled", u32::MAX), ("TLS 1.2\\Server\\DisabledByDefault", 0)];
        let new = [&off("TLS 1.0")[..], &off("TLS 1.1")].concat();
        with((NEW, &new), (OLD, &[on, server].concat())).passes(SERVER);
    }

    #[test]
    fn without_one_it_fails_and_names_the_values_of_both_sides() {
        let modern = [&off("TLS 1.0")[..], &off("TLS 1.1")].concat();
        let case = with((NEW, &modern), (NEW, &off("TLS 1.2"))).fails(SERVER).severity(Severity::Error).not_fixed();
        case.says(&[
            "On ex01.contoso.com: TLS 1.0\\Client\\Enabled = 0, TLS 1.1\\Client\\Enabled = 0.",
            "On fe01.contoso.com: TLS 1.2\\Server\\Enabled = 0.",
            "under HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols.",
        ]);
        // Windows Server 2008 R2 as it was installed.
        let case = with((NEW, &modern), (OLD, &[])).fails(SERVER);
        case.says(&["On fe01.contoso.com: TLS 1.1\\Server\\Enabled = $null, TLS 1.2\\Server\\Enabled = $null."]);
        // The builds are not known, and what is set leaves nothing.
        with((None, &modern), (None, &off("TLS 1.2"))).fails(SERVER);
    }

    #[test]
    fn one_direction_is_enough_to_fail() {
        let clients = [("TLS 1.0\\Client\\Enabled", 0), ("TLS 1.1\\Client\\DisabledByDefault", 1)];
        let case = with((NEW, &[("TLS 1.2\\Server\\Enabled", 0)]), (NEW, &clients)).fails(SERVER);
        case.says(&[
            "fe01.contoso.com as the client",
            "TLS 1.1\\Client\\DisabledByDefault = 1",
            "TLS 1.2\\Server\\Enabled = 0",
        ]);
    }

    #[test]
    fn where_the_defaults_decide_and_are_not_known_nothing_is_claimed() {
        with((None, &[]), (None, &[])).not_applicable_to(SERVER);
        let newest = Some(26100);
        with((newest, &off("TLS 1.2")), (NEW, &off("TLS 1.1"))).not_applicable_to(SERVER);
        with((None, &off("TLS 1.0")), (NEW, &[])).unknown(SERVER);
        with((NEW, &off("TLS 1.0")), (None, &[])).unknown(SERVER);
    }

    #[test]
    fn windows_server_2025_has_tls_1_2_and_what_the_other_side_lacks_is_an_error() {
        let newest = Some(26100);
        with((newest, &[]), (newest, &[])).passes(SERVER);
        with((newest, &off("TLS 1.0")), (NEW, &[])).passes(SERVER);
        let modern = [&off("TLS 1.0")[..], &off("TLS 1.1")].concat();
        with((newest, &modern), (NEW, &off("TLS 1.2"))).fails(SERVER).severity(Severity::Error);
    }

    const EDGE: &str = "edge01.contoso.com";

    /// Unified messaging, where a Mediation server of its own has these settings.
    fn with_mediation(tls_of: &Value) -> Case {
        Case::of(&RULE, Sample::unified_messaging_around(json!({ "tls": tls_of })))
    }

    /// Mailboxes in Exchange Online, where the Edge server has these settings.
    fn with_edge(tls_of: &Value) -> Case {
        Case::of(&RULE, Sample::hybrid_without_edge_facts()).machine(EDGE, &json!({ "tls": tls_of }))
    }

    #[test]
    fn a_stand_alone_mediation_server_is_one_of_the_servers_that_unified_messaging_talks_to() {
        let modern = [&off("TLS 1.0")[..], &off("TLS 1.1")].concat();
        unified_messaging(&RULE).passes(SERVER);
        let apart = with_mediation(&tls(NEW, &off("TLS 1.2"))).set("/machine/tls", tls(NEW, &modern));
        apart.clone().fails(SERVER).severity(Severity::Error).says(&["med01.contoso.com"]);
        // Where nobody has unified messaging, they do not talk to Exchange.
        apart.clone().set("/exchange/umDialPlans/values", json!([])).passes(SERVER);
        apart.set("/exchange/servers/values/0/version", "Version 15.2 (Build 1118.7)").passes(SERVER);
        Case::of(&RULE, Sample::unified_messaging_around(json!({}))).unknown(SERVER);
    }

    #[test]
    fn an_edge_server_and_the_front_end_servers_are_a_pair_of_their_own() {
        let modern = [&off("TLS 1.0")[..], &off("TLS 1.1")].concat();
        let both = |edge| [(EDGE, edge), (SERVER, Status::Pass)];
        hybrid(&RULE).finds(&both(Status::Pass));
        let apart = with_edge(&tls(NEW, &off("TLS 1.2"))).finds(&both(Status::Fail));
        assert!(apart.findings()[0].message(Culture::En).contains("fe01.contoso.com"));
        with_edge(&tls(NEW, &modern)).finds(&both(Status::Pass));
        Case::of(&RULE, Sample::hybrid_without_edge_facts()).finds(&both(Status::Unknown));
    }

    #[test]
    fn a_value_that_is_no_number_says_nothing() {
        let place = "/machine/tls/values/0/values/0/value";
        let case = with((NEW, &[&off("TLS 1.0")[..], &off("TLS 1.1")].concat()), (NEW, &off("TLS 1.2"))).fails(SERVER);
        case.forget(place).forget("/machine/tls/values/0/values/1/value").not_applicable_to(SERVER);
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        exchange_2013(&RULE)
            .unknown_without(SERVER, &["/machine/tls", "/machine/tls/values/0", "/machine/tls/values/0/values"]);
        exchange_2013(&RULE).lync_machine(json!({})).unknown(SERVER);
    }
}
