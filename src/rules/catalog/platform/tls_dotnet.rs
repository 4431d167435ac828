//! TLS-DOTNET: programs of .NET Framework use the protocols that the other side accepts.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::partner::servers;
use crate::rules::topology::tls::{
    self, DOTNET, DOTNET_32, Offer, Peers, Side, WITH_EXCHANGE, has_unified_messaging, is_checked,
};
use std::collections::BTreeSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TLS-DOTNET",
    scenarios: Scenario::ALL,
    severity: Severity::Error,
    roles: &[Role::ExchangeFrontEnd, Role::ExchangeBackEnd, Role::LyncFrontEnd, Role::Mediation, Role::Edge],
    title: Text::new(
        ".NET Framework uses TLS 1.2 where the other side no longer accepts TLS 1.0",
        ".NET Framework utilise TLS 1.2 si l'autre côté n'accepte plus TLS 1.0",
    ),
    explanation: Text::new(
        "Exchange and Lync use .NET Framework, which chooses the protocols of its connections itself. Without SchUseStrongCrypto or SystemDefaultTlsVersions, programs that were made for .NET Framework before 4.7 offer TLS 1.0 only, whatever Windows has.",
        "Exchange et Lync utilisent .NET Framework, qui choisit lui-même les protocoles de ses connexions. Sans SchUseStrongCrypto ni SystemDefaultTlsVersions, les programmes conçus pour une version de .NET Framework antérieure à 4.7 ne proposent que TLS 1.0, quoi que permette Windows.",
    ),
    remedy: Text::new(
        "Set SchUseStrongCrypto and SystemDefaultTlsVersions to 1 (DWORD) under HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319 and HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319, and restart the server.",
        "Définissez SchUseStrongCrypto et SystemDefaultTlsVersions sur 1 (DWORD) sous HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319 et HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319, puis redémarrez le serveur.",
    ),
    symptoms: &[Text::new("TLS 1.2 is not enabled for .NET Framework", "TLS 1.2 n'est pas activé pour .NET Framework")],
    interpretation: Some(Text::new(
        "Where neither value is set it is a warning, because newer programs do without; where SchUseStrongCrypto is 0 it is an error. One of the two values is enough.",
        "Si aucune des deux valeurs n'est définie, c'est un avertissement, car les programmes récents s'en passent ; si SchUseStrongCrypto vaut 0, c'est une erreur. L'une des deux valeurs suffit.",
    )),
    sources: &[Source::page("exchange-tls-configuration.md"), Source::page("disable-tls-1.0-1.1.md")],
    after: &["TLS-COMMON"],
    needs: tls::NEEDS,
    optional: tls::OPTIONAL,
    ..super::BASE
};

const STRONG: &str = "SchUseStrongCrypto";
const SYSTEM: &str = "SystemDefaultTlsVersions";
const WEAK: Text = Text::new(
    "{server} does not accept TLS 1.0 ({value}), and programs of .NET Framework on {client} may offer nothing else: {names} under {key}.",
    "{server} n'accepte pas TLS 1.0 ({value}), et les programmes de .NET Framework sur {client} ne proposent peut-être rien d'autre : {names} sous {key}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let peers = Peers::of(context)?;
    let exchange = if is_checked(context, WITH_EXCHANGE) { servers(context)? } else { Vec::new() };
    let with_voice = exchange.iter().filter(|server| has_unified_messaging(context, server));
    let voice: Vec<_> = with_voice.map(|server| Offer::of(context, &server.host)).collect();
    let exchange: Vec<_> = exchange.iter().map(|server| Offer::of(context, &server.host)).collect();
    let edges: Vec<_> = peers.edges.iter().map(|host| Offer::of(context, host)).collect();
    let pairs = [(&exchange, &peers.front_ends), (&voice, &peers.mediation), (&edges, &peers.front_ends)];
    let mut seen = BTreeSet::new();
    // What was not read is said by the rule before; here it would be said twice.
    for (side, others) in pairs.into_iter().flat_map(|(one, other)| [(one, other), (other, one)]) {
        let Some(strict) = others.iter().flatten().find(|other| other.refuses_tls_1_0(Side::Server)) else { continue };
        side.iter().flatten().filter(|own| seen.insert(own.host.clone())).for_each(|own| look(own, strict, findings));
    }
    let mut all = pairs.into_iter().flat_map(|(one, other)| one.iter().chain(other));
    if findings.count() == 0
        && let Some(missing) = all.find_map(|offer| offer.as_ref().err())
    {
        return Err(missing.clone());
    }
    Ok(())
}

/// Looks at the programs of one machine, and at a server that no longer accepts TLS 1.0.
fn look<'a>(own: &Offer<'a>, strict: &Offer<'a>, findings: &mut Findings<'a>) {
    let target = Target::server(&own.host);
    let found = [DOTNET, DOTNET_32].map(|key| (key, own.number(key, STRONG), own.number(key, SYSTEM)));
    let evidence = own.evidence().into_iter().chain(strict.evidence()).collect();
    let Some((key, strong, system)) = found.into_iter().find(|(_, strong, system)| !is_on(*strong) && !is_on(*system))
    else {
        findings.pass(target, evidence);
        return;
    };
    let shown = |name: &str, value: Option<u32>| {
        format!("{name} = {}", value.map_or("$null".to_owned(), |value| value.to_string()))
    };
    let names = format!("{}, {}", shown(STRONG, strong), shown(SYSTEM, system));
    let value = strict.off(Side::Server).into_iter().next().unwrap_or_default();
    let args = args! { client: own.host.name(), server: strict.host.name(), value, names, key };
    let finding = findings.fail(target, WEAK, args, evidence);
    if key != DOTNET || strong.is_none() {
        finding.with_severity(Severity::Warning);
    }
}

fn is_on(value: Option<u32>) -> bool {
    value.is_some_and(|value| value != 0)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_tls::{off, tls, tls_machine};
    use serde_json::json;

    const KEY: &str = "HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319";
    const STRONG: &str = "HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319\\SchUseStrongCrypto";
    const SYSTEM: &str = "HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319\\SystemDefaultTlsVersions";
    const STRONG_32: &str = "HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319\\SchUseStrongCrypto";

    /// A Front End server that accepts no TLS 1.0, and an Exchange server with these values.
    fn with(values: &[(&str, u32)]) -> Case {
        let case = exchange_2013(&RULE).set("/machine/tls", tls(Some(17763), values));
        case.lync_machine(tls_machine(Some(17763), &off("TLS 1.0")))
    }

    #[test]
    fn either_value_passes_for_both_kinds_of_programs() {
        with(&[(STRONG, 1), (STRONG_32, 1)]).passes(SERVER);
        with(&[(SYSTEM, 1), (STRONG_32, 1)]).passes(SERVER);
        exchange_2013(&RULE).finds(&[(SERVER, Status::Pass), ("fe01.contoso.com", Status::Pass)]);
    }

    #[test]
    fn neither_is_a_warning_and_names_the_values_of_both_sides() {
        let case = with(&[]).fails(SERVER).severity(Severity::Warning).not_fixed();
        case.says(&[
            "TLS 1.0\\Server\\Enabled = 0",
            "SchUseStrongCrypto = $null, SystemDefaultTlsVersions = $null",
            KEY,
        ]);
        with(&[(STRONG, 1)]).fails(SERVER).severity(Severity::Warning).says(&["Wow6432Node"]);
    }

    #[test]
    fn programs_that_may_not_use_more_are_an_error() {
        with(&[(STRONG, 0), (STRONG_32, 1)]).fails(SERVER).severity(Severity::Error).says(&["SchUseStrongCrypto = 0"]);
        with(&[(STRONG, 0), (SYSTEM, 1), (STRONG_32, 1)]).passes(SERVER);
    }

    #[test]
    fn mediation_and_edge_servers_are_looked_at_with_those_that_they_talk_to() {
        let weak = json!({ "tls": tls(Some(17763), &[]) });
        let (mediation, edge) = ("med01.contoso.com", "edge01.contoso.com");
        let with_mediation = Sample::unified_messaging_around(weak.clone());
        let with_edge = Case::of(&RULE, Sample::hybrid_without_edge_facts()).machine(edge, &weak);
        for (case, host) in [(Case::of(&RULE, with_mediation), mediation), (with_edge, edge)] {
            let findings = case.findings();
            let own = findings.iter().find(|one| one.target.name == host);
            assert_eq!(own.map(|one| (one.status, one.severity)), Some((Status::Fail, Severity::Warning)), "{host}");
        }
    }

    #[test]
    fn where_tls_1_0_is_accepted_nothing_is_asked_for() {
        let case = exchange_2013(&RULE).set("/machine/tls", tls(Some(17763), &[]));
        case.lync_machine(tls_machine(None, &[])).not_applicable();
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        exchange_2013(&RULE).forget("/machine/tls").lync_machine(json!({})).unknown("");
    }
}
