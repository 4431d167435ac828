//! What Lync or Skype for Business puts into the picture: pools and Edge pools with their computers, what they trust,
//! where the configuration goes, hosting providers. Must not check any of it.

use super::graph::{Column, End, Graph, Mark, Node, Relation};
use crate::facts::{Estate, Pool, same_name};
use crate::report::findings::RenderContext;

/// The id under which Exchange signs in to Lync and Skype for Business.
const EXCHANGE_APPLICATION: &str = "00000002-0000-0ff1-ce00-000000000000";

/// A box for each pool that has a part in the integration, and for each hosting provider.
pub(super) fn boxes(graph: &mut Graph, render: RenderContext<'_>) {
    let estate = render.estate;
    let version = version(estate);
    for pool in estate.lync.pools.items().unwrap_or_default() {
        if let Some(column) = column(pool) {
            let mut node = Node::new(column, &pool.fqdn.to_lowercase(), about(pool, &version));
            node.computers = pool.computers.iter().flatten().map(|name| name.to_lowercase()).collect();
            for certificate in estate.lync.certificates.items().unwrap_or_default() {
                let here = certificate.computer.as_deref();
                if here.is_some_and(|here| node.computers.iter().any(|one| same_name(one, here))) {
                    node.sealed(certificate.not_after, estate.now);
                }
            }
            graph.add(node);
        }
    }
    for provider in estate.lync.hosting_providers.items().unwrap_or_default() {
        let enabled = provider.enabled != Some(false);
        if let Some(proxy) = provider.proxy_fqdn.as_deref().filter(|proxy| enabled && !proxy.is_empty()) {
            let lines = vec![render.labels.provider.to_owned(), provider.identity.clone()];
            graph.add(Node::new(Column::Beyond, &proxy.to_lowercase(), lines));
        }
    }
}

/// The services of a pool, such as `Registrar` of `Registrar:pool.contoso.com`.
fn services(pool: &Pool) -> Vec<&str> {
    let names = pool.services.iter().flatten();
    names.filter_map(|service| service.split(':').next()).collect()
}

/// The column of a pool: none for one that is only a trusted application or a gateway.
fn column(pool: &Pool) -> Option<Column> {
    let services = services(pool);
    let has = |names: &[&str]| services.iter().any(|one| names.iter().any(|name| one.eq_ignore_ascii_case(name)));
    if has(&["EdgeServer"]) {
        return Some(Column::Beyond);
    }
    let is_pool = services.is_empty() || has(&["Registrar", "UserServer", "MediationServer", "Director"]);
    is_pool.then_some(Column::Lync)
}

/// The version and the build, as far as they are known.
fn version(estate: &Estate) -> Vec<String> {
    let name = estate.lync_version().ok().flatten().map(|version| version.name().to_owned());
    let build = name.is_some().then(|| estate.lync_build()).flatten().map(|build| build.to_string());
    name.into_iter().chain(build).collect()
}

fn about(pool: &Pool, version: &[String]) -> Vec<String> {
    const SHOWN: [&str; 4] = ["Registrar", "MediationServer", "Director", "EdgeServer"];
    let services = services(pool);
    let shown = SHOWN.iter().filter(|name| services.iter().any(|one| one.eq_ignore_ascii_case(name)));
    let shown: Vec<&str> = shown.copied().collect();
    let shown = (!shown.is_empty()).then(|| shown.join(", "));
    version.iter().cloned().chain(shown).collect()
}

/// The lines that begin at Lync.
pub(super) fn lines(graph: &mut Graph, estate: &Estate) {
    trusted(graph, estate);
    let lync = &estate.lync;
    for partner in lync.partner_applications.items().unwrap_or_default() {
        if partner.application_identifier.as_deref().is_some_and(|id| id.eq_ignore_ascii_case(EXCHANGE_APPLICATION)) {
            let mark = if partner.enabled == Some(false) { Mark::Fail } else { Mark::Unjudged };
            graph.link(End::Column(Column::Lync), End::Column(Column::Exchange), Relation::Tokens, mark);
        }
    }
    for replica in lync.replication.items().unwrap_or_default() {
        if let Some(edge) = graph.find(&replica.fqdn).filter(|&number| graph.nodes[number].column == Column::Beyond) {
            let mark = if replica.up_to_date == Some(false) { Mark::Fail } else { Mark::Unjudged };
            graph.link(End::Column(Column::Lync), End::Node(edge), Relation::Replicates, mark);
        }
    }
    for provider in lync.hosting_providers.items().unwrap_or_default() {
        if let Some(outside) = provider.proxy_fqdn.as_deref().and_then(|proxy| graph.find(proxy)) {
            graph.link(End::Column(Column::Lync), End::Node(outside), Relation::Leads, Mark::Unjudged);
        }
    }
}

/// Which pool knows which server as a trusted application.
fn trusted(graph: &mut Graph, estate: &Estate) {
    for trusted in estate.lync.trusted_pools.items().unwrap_or_default() {
        let Some(registrar) = trusted.registrar.as_deref().and_then(|name| graph.find(name)) else { continue };
        for name in std::iter::once(&trusted.fqdn).chain(trusted.computers.iter().flatten()) {
            let server = graph.find(estate.host(name).name());
            if let Some(server) = server.filter(|&number| graph.nodes[number].column == Column::Exchange) {
                graph.link(End::Node(registrar), End::Node(server), Relation::Trusts, Mark::Unjudged);
            }
        }
    }
}
