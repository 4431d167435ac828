//! What Exchange puts into the picture: its servers with the certificate of Outlook on the web, the pool that each one
//! uses, the tokens that it accepts. Must not check any of it.

use super::graph::{Column, End, Graph, Mark, Node, Relation};
use crate::facts::{Server, same_name};
use crate::report::findings::RenderContext;
use crate::rules::{Context, im_settings_of, owa_certificate};

/// The id under which Lync and Skype for Business sign in to Exchange.
const LYNC_APPLICATION: &str = "00000004-0000-0ff1-ce00-000000000000";

/// A box for each server.
pub(super) fn boxes(graph: &mut Graph, render: RenderContext<'_>, context: &Context<'_>) {
    for server in context.estate.servers().unwrap_or_default() {
        let mut node = Node::new(Column::Exchange, server.host.name(), about(&server));
        let certificate = owa_certificate(context, &server).ok().flatten();
        node.sealed(certificate.and_then(|one| one.not_after), context.estate.now);
        let number = graph.add(node);
        let pool = im_settings_of(context, &server).ok().and_then(|found| found.server_name);
        let known = context.estate.lync.pools.items();
        // Without a list of the pools, nobody can say that one is not in it.
        if let (Some(pool), Ok(pools)) = (pool, known)
            && !pools.iter().any(|one| same_name(&one.fqdn, &pool))
        {
            let missing = graph.find_or_missing(Column::Lync, pool.trim(), render.labels.unlisted);
            graph.link(End::Node(number), End::Node(missing), Relation::Uses, Mark::Fail);
        }
    }
}

fn about(server: &Server<'_>) -> Vec<String> {
    let version = server.version.map(|version| version.name().to_owned()).or_else(|| server.facts.version.clone());
    let roles = server.facts.roles.as_ref().map(|roles| roles.join(", ")).filter(|roles| !roles.is_empty());
    version.into_iter().chain(server.build.map(|build| build.to_string())).chain(roles).collect()
}

/// The lines that begin at Exchange.
pub(super) fn lines(graph: &mut Graph, context: &Context<'_>) {
    for server in context.estate.servers().unwrap_or_default() {
        let pool = im_settings_of(context, &server).ok().and_then(|found| found.server_name);
        let ends = graph.find(server.host.name()).zip(pool.and_then(|pool| graph.find(pool.trim())));
        if let Some((from, to)) = ends.filter(|&(_, to)| !graph.nodes[to].missing) {
            graph.link(End::Node(from), End::Node(to), Relation::Uses, Mark::Unjudged);
        }
    }
    let exchange = &context.estate.exchange;
    for partner in exchange.partner_applications.items().unwrap_or_default() {
        if partner.application_identifier.as_deref().is_some_and(|id| id.eq_ignore_ascii_case(LYNC_APPLICATION)) {
            let mark = if partner.enabled == Some(false) { Mark::Fail } else { Mark::Unjudged };
            graph.link(End::Column(Column::Exchange), End::Column(Column::Lync), Relation::Tokens, mark);
        }
    }
    for gateway in exchange.um_ip_gateways.items().unwrap_or_default() {
        let disabled = gateway.status.as_deref().is_some_and(|status| !status.eq_ignore_ascii_case("Enabled"));
        let mark = if disabled { Mark::Fail } else { Mark::Unjudged };
        if let Some(pool) = gateway.address.as_deref().and_then(|address| graph.find(address.trim())) {
            graph.link(End::Column(Column::Exchange), End::Node(pool), Relation::Voice, mark);
        }
    }
}
