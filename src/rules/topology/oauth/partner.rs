//! The partner applications on both sides: who is which, and the addresses of the documents with which they introduce
//! themselves. Checks nothing.

use crate::facts::{LyncPartnerApplication, PartnerApplication};
use crate::rules::prelude::*;
use crate::rules::topology::im::selection::{Selection, select_pool};
use crate::rules::topology::im::servers::in_scope;
use crate::rules::topology::lync::pools::registrar_pools;
use std::collections::HashSet;

/// The versions of Lync and Skype for Business that can trust other servers.
pub(crate) const VERSIONS: &[LyncVersion] =
    &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019, LyncVersion::SubscriptionEdition];
/// The versions of Exchange that can.
pub(crate) const EXCHANGE_VERSIONS: &[ExchangeVersion] =
    &[ExchangeVersion::V2013, ExchangeVersion::V2016, ExchangeVersion::V2019, ExchangeVersion::SubscriptionEdition];

/// How Lync and Skype for Business introduce themselves.
pub(crate) const LYNC: &str = "00000004-0000-0ff1-ce00-000000000000";
/// How Exchange introduces itself.
pub(crate) const EXCHANGE: &str = "00000002-0000-0ff1-ce00-000000000000";
/// The path of the document with which Lync introduces itself.
const METADATA: &str = "/metadata/json/1";

const NO_SERVER: Text = Text::new(
    "None of the requested Exchange servers can trust other servers.",
    "Aucun des serveurs Exchange demandés ne peut faire confiance à d'autres serveurs.",
);

fn is(found: Option<&str>, id: &str) -> bool {
    found.is_some_and(|found| found.trim().eq_ignore_ascii_case(id))
}

/// The entries for Lync in Exchange. One whose tokens come from an authorization server is that of the cloud, which has
/// the same identifier.
pub(crate) fn of_lync<'a>(context: &Context<'a>) -> Result<Vec<&'a Item<PartnerApplication>>, Missing> {
    let all = context.estate.exchange.partner_applications.items()?;
    let is_own = |one: &&Item<PartnerApplication>| one.use_auth_server != Some(true);
    Ok(all.iter().filter(|one| is(one.application_identifier.as_deref(), LYNC)).filter(is_own).collect())
}

/// The entries for Exchange in Lync.
pub(crate) fn of_exchange<'a>(context: &Context<'a>) -> Result<Vec<&'a Item<LyncPartnerApplication>>, Missing> {
    let all = context.estate.lync.partner_applications.items()?;
    Ok(all.iter().filter(|one| is(one.application_identifier.as_deref(), EXCHANGE)).collect())
}

/// The addresses at which the pools of Lync introduce themselves, in lower case.
pub(crate) fn lync_documents(context: &Context<'_>) -> Result<HashSet<String>, Missing> {
    Ok(registrar_pools(context)?.iter().map(|pool| document_of(pool)).collect())
}

/// The address at which a pool introduces itself.
pub(crate) fn document_of(pool: &str) -> String {
    format!("https://{}{METADATA}", pool.to_lowercase())
}

/// The pool that Exchange should know.
pub(crate) fn wanted_pool(context: &Context<'_>) -> Result<Selection<String>, Missing> {
    let servers = servers(context)?;
    match servers.first() {
        Some(server) => select_pool(context, server),
        None => Ok(Selection::Unresolved(NO_SERVER, Vec::new())),
    }
}

/// The Exchange servers that can trust other servers, of those that were asked for.
pub(crate) fn servers<'a>(context: &Context<'a>) -> Result<Vec<Server<'a>>, Missing> {
    let mut servers = context.estate.servers()?;
    servers.retain(|server| {
        server.version.is_none_or(|version| version >= ExchangeVersion::V2013) && in_scope(context, &server.host)
    });
    Ok(servers)
}
