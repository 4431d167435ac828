//! The host of autodiscover and the addresses on it: what servers tell, and which host should be used. Checks nothing.

use crate::facts::ClientAccessService;
use crate::rules::prelude::*;
use crate::rules::topology::im::selection::Selection;
use crate::rules::topology::im::servers::in_scope;
use crate::value::{FQDN, URL};
use std::collections::{BTreeSet, HashMap};

/// The path that clients inside the network are given.
pub(crate) const FOR_CLIENTS: &str = "/autodiscover/autodiscover.xml";
/// The path that Lync asks.
pub(crate) const FOR_LYNC: &str = "/autodiscover/autodiscover.svc";
/// The path of the document with which Exchange introduces itself.
pub(crate) const METADATA_PATH: &str = "/autodiscover/metadata/json/1";

const ONLY_HOST: Text = Text::new(
    "It is the host in the URL of the servers that publish one.",
    "C'est l'hôte de l'URL des serveurs qui en publient une.",
);
const NO_HOST: Text = Text::new(
    "No server publishes an Autodiscover host. Specify it with -AutodiscoverHost.",
    "Aucun serveur ne publie d'hôte de découverte automatique. Indiquez-le avec -AutodiscoverHost.",
);
const SEVERAL_HOSTS: Text = Text::new(
    "The servers publish several Autodiscover hosts. Specify the one to use with -AutodiscoverHost.",
    "Les serveurs publient plusieurs hôtes de découverte automatique. Indiquez celui à utiliser avec -AutodiscoverHost.",
);
const NO_NAME: Text = Text::new(
    "The requested Autodiscover host is not an FQDN.",
    "L'hôte de découverte automatique demandé n'est pas un nom de domaine complet.",
);

/// Host and path of an address that begins with https; nothing if it is no such address.
pub(crate) fn secure(url: &str) -> Option<(String, String)> {
    let normal = URL.check(url).normalized?;
    let (authority, path) = normal.strip_prefix("https://")?.split_once('/')?;
    let host = authority.split(':').next()?.to_lowercase();
    Some((host, format!("/{path}")))
}

/// The host of an address with this path.
pub(crate) fn host_at(url: &str, path: &str) -> Option<String> {
    secure(url).filter(|(_, found)| found.eq_ignore_ascii_case(path)).map(|(host, _)| host)
}

/// A text as the value of a parameter: an empty one is none.
pub(crate) fn value(text: &str) -> Value {
    if text.is_empty() { Value::Nothing } else { text.into() }
}

/// What each server tells clients inside the network, by server.
pub(crate) fn services<'a>(context: &Context<'a>) -> Result<HashMap<Host, &'a Item<ClientAccessService>>, Missing> {
    let all = context.estate.exchange.client_access_services.items()?;
    Ok(all.iter().map(|service| (context.estate.host(&service.server), service)).collect())
}

/// The hosts that servers tell clients inside the network.
pub(crate) fn client_hosts(context: &Context<'_>) -> Result<BTreeSet<String>, Missing> {
    let all = context.estate.exchange.client_access_services.items()?;
    let urls = all.iter().filter_map(|service| service.autodiscover_uri.as_deref());
    Ok(urls.filter_map(|url| host_at(url, FOR_CLIENTS)).collect())
}

/// The address that Lync asks; empty if there is none.
pub(crate) fn lync_url<'a>(context: &Context<'a>) -> Result<&'a str, Missing> {
    let missing = || Missing::not_collected(&lync_sections::OAUTH_CONFIGURATION);
    let configuration = context.estate.lync.o_auth_configuration.items()?.first().ok_or_else(missing)?;
    configuration.exchange_autodiscover_url.as_deref().ok_or_else(missing)
}

/// The domains that autodiscover may redirect Lync to, as the one text that they are; empty if there are none.
pub(crate) fn allowed_domains<'a>(context: &Context<'a>) -> Result<&'a str, Missing> {
    let missing = || Missing::not_collected(&lync_sections::OAUTH_CONFIGURATION);
    let configuration = context.estate.lync.o_auth_configuration.items()?.first().ok_or_else(missing)?;
    configuration.exchange_autodiscover_allowed_domains.as_deref().map(str::trim).ok_or_else(missing)
}

/// All hosts of autodiscover that either product names.
pub(crate) fn hosts(context: &Context<'_>) -> Result<BTreeSet<String>, Missing> {
    let mut hosts = client_hosts(context)?;
    hosts.extend(host_at(lync_url(context)?, FOR_LYNC));
    Ok(hosts)
}

/// The host that should be used where one is missing.
pub(crate) fn wanted_host(context: &Context<'_>) -> Result<Selection<String>, Missing> {
    if let Some(given) = &context.settings.autodiscover_host {
        let name = FQDN.check(given).normalized;
        return Ok(name.map_or(Selection::Unresolved(NO_NAME, Vec::new()), Selection::Specified));
    }
    let told = client_hosts(context)?;
    let asked = lync_url(context).ok().and_then(|url| host_at(url, FOR_LYNC));
    if let Some(asked) = asked.filter(|asked| told.contains(asked)) {
        return Ok(Selection::InUse(asked));
    }
    let mut told = told.into_iter();
    Ok(match (told.next(), told.next()) {
        (None, _) => Selection::Unresolved(NO_HOST, Vec::new()),
        (Some(only), None) => Selection::Selected(only, ONLY_HOST),
        _ => Selection::Unresolved(SEVERAL_HOSTS, Vec::new()),
    })
}

/// What to say of an address that is not as it should be: the question that is open, or else the fault itself.
pub(crate) fn told(context: &Context<'_>, fault: Text) -> Text {
    match wanted_host(context) {
        Ok(Selection::Unresolved(question, _)) => question,
        _ => fault,
    }
}

/// The Exchange servers that clients find autodiscover on, of those that were asked for.
pub(crate) fn servers<'a>(context: &Context<'a>) -> Result<Vec<Server<'a>>, Missing> {
    let mut servers = context.estate.servers()?;
    servers.retain(|server| server.is_front_end() && in_scope(context, &server.host));
    Ok(servers)
}

/// Whether the estate has servers that know the cmdlets under their old name only beside those with the new one.
pub(crate) fn is_mixed(context: &Context<'_>) -> Result<bool, Missing> {
    let servers = context.estate.servers()?;
    let newer = |server: &&Server<'_>| server.version >= Some(ExchangeVersion::V2016);
    let count = servers.iter().filter(newer).count();
    Ok(count > 0 && count < servers.len())
}

/// What a server tells clients inside the network, or what to ask for.
pub(crate) fn uri<'a>(
    services: &HashMap<Host, &'a Item<ClientAccessService>>,
    host: &Host,
) -> Result<(&'a Item<ClientAccessService>, &'a str), Missing> {
    let missing = || Missing::not_collected(&exchange_sections::CLIENT_ACCESS_SERVICES).on(host.name());
    let service = *services.get(host).ok_or_else(missing)?;
    Ok((service, service.autodiscover_uri.as_deref().ok_or_else(missing)?))
}
