//! Trusted application pools and trusted applications: which servers need them, and which belong to a server. Answers
//! questions of several rules; judges nothing, and makes no steps.

use crate::facts::{
    ExchangeVersion, Host, Item, LyncVersion, Missing, Server, TrustedApplication, TrustedPool, lync_sections,
    machine_sections, same_name,
};
use crate::message::Text;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Finding, Report, Target};
use crate::rules::model::rule::Scenario;
use crate::rules::topology::trusted::name::known_name;
use crate::rules::topology::um::{dial_plans, servers};
use crate::value::Kind;
use std::collections::BTreeSet;

/// The Exchange versions that Lync has to know by a trusted pool or by a dial plan.
pub(crate) const EXCHANGE: &[ExchangeVersion] =
    &[ExchangeVersion::V2013, ExchangeVersion::V2016, ExchangeVersion::V2019];
/// The versions of Lync that have these trusted pools.
pub(crate) const LYNC: &[LyncVersion] = &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019];
/// What is our reading of the versions.
pub(crate) const VERSIONS: Text = Text::new(
    "The documents speak of Exchange 2013 and 2016; that the same holds for Exchange 2019 and Skype for Business Server 2019 is our reading.",
    "Les documents parlent d'Exchange 2013 et 2016 ; qu'il en aille de même pour Exchange 2019 et Skype Entreprise Server 2019 est notre lecture.",
);

const DISCOVERED: Text = Text::new(
    "Lync finds {server} by itself through a dial plan of type SipName, so it needs no trusted pool.",
    "Lync découvre {server} lui-même grâce à un plan de numérotation SipName : aucun pool approuvé n'est nécessaire.",
);
const PREFIX: &str = "urn:application:";

/// A server that Lync has to know by a trusted pool, with the name of that pool.
pub(crate) struct Peer<'a> {
    /// The server.
    pub(crate) server: Server<'a>,
    /// The name by which Lync has to know it.
    pub(crate) name: String,
    /// What findings are about.
    pub(crate) target: Target,
}

/// Looks at each server that needs a trusted pool. Those that Lync finds by itself are reported as not concerned.
pub(crate) fn each_peer<'a>(
    context: &Context<'a>,
    report: &mut Report<'_>,
    look: impl Fn(&Peer<'a>, &mut Report<'_>) -> Checked,
) -> Checked {
    let discovered = found_by_lync(context)?;
    for server in context.im_servers(EXCHANGE)? {
        let target = Target::server(&server.host);
        if discovered.contains(&server.host) {
            report.not_applicable(target, DISCOVERED, vec![("server", server.host.name().to_owned())]);
            continue;
        }
        report.each(&target.clone(), |report| {
            let name = known_name(context, &server)?;
            look(&Peer { server, name, target }, report)
        });
    }
    Ok(())
}

/// The server that a finding of such a rule is about, if its name is settled.
pub(crate) fn peer<'a>(context: &Context<'a>, finding: &Finding) -> Result<Option<Peer<'a>>, Missing> {
    let mut servers = context.im_servers(EXCHANGE)?.into_iter();
    let Some(server) = servers.find(|server| server.host.name() == finding.target.name) else { return Ok(None) };
    if context.wanted_certificate(&server)?.value().is_none() {
        return Ok(None);
    }
    let name = known_name(context, &server)?;
    Ok(Some(Peer { target: finding.target.clone(), server, name }))
}

/// The servers that Lync finds by itself, now or once unified messaging is what it shall be: all that run it are in every
/// dial plan of type `SipName` then.
fn found_by_lync(context: &Context<'_>) -> Result<Vec<Host>, Missing> {
    let mut hosts = context.autodiscovered()?;
    if context.scenarios.contains(&Scenario::UnifiedMessaging) {
        let with_voice = servers::servers(context)?;
        // Exchange 2019 has no dial plans to ask for.
        if !with_voice.is_empty() && !dial_plans::sip_plans(context)?.is_empty() {
            hosts.extend(with_voice.into_iter().map(|server| server.host));
        }
    }
    Ok(hosts)
}

/// The servers that Lync finds by itself, of those that the plan is for.
pub(crate) fn discovered(context: &Context<'_>) -> Result<Vec<Host>, Missing> {
    let mut hosts = found_by_lync(context)?;
    let supported = context.estate.servers()?;
    hosts.retain(|host| {
        let of_host = supported.iter().find(|server| server.host == *host);
        let refused = of_host.is_some_and(|server| context.support(server) == crate::rules::Support::No);
        context.is_asked_for(host) && !refused
    });
    Ok(hosts)
}

/// The trusted pool of a name.
pub(crate) fn pool<'a>(context: &Context<'a>, name: &str) -> Result<Option<&'a Item<TrustedPool>>, Missing> {
    let pools = context.estate.lync.trusted_pools.known()?;
    Ok(pools.iter().find(|pool| same_name(&pool.fqdn, name)))
}

/// The trusted pools that a server is in: by their own name, or by their computers.
pub(crate) fn pools_of<'a>(context: &Context<'a>, host: &Host) -> Result<Vec<&'a Item<TrustedPool>>, Missing> {
    let is_host = |name: &String| context.estate.host(name) == *host;
    let pools = context.estate.lync.trusted_pools.known()?;
    Ok(pools.iter().filter(|pool| is_host(&pool.fqdn) || pool.computers.iter().any(is_host)).collect())
}

/// Judges that no trusted pool names a server; `entry` says that one does, with the blanks `server` and `pools`.
pub(crate) fn judge_entries(context: &Context<'_>, host: &Host, entry: Text, report: &mut Report<'_>) -> Checked {
    let pools = pools_of(context, host)?;
    let evidence: Vec<_> =
        pools.iter().map(|pool| Evidence::read("PoolFqdn", Some(pool.fqdn.as_str())).from(pool)).collect();
    if pools.is_empty() {
        report.pass(Target::server(host), evidence);
    } else {
        let names = pools.iter().map(|pool| pool.fqdn.as_str()).collect::<Vec<_>>().join(", ");
        report.fail(Target::server(host), entry, vec![("server", host.name().to_owned()), ("pools", names)], evidence);
    }
    Ok(())
}

/// The applications of a trusted pool.
pub(crate) fn applications<'a>(
    context: &Context<'a>,
    pool: &str,
) -> Result<Vec<&'a Item<TrustedApplication>>, Missing> {
    let all = context.estate.lync.trusted_applications.known()?;
    Ok(all.iter().filter(|one| same_name(&one.pool, pool)).collect())
}

/// The application of OWA in a trusted pool: the one with the id that was asked for, or with the usual one.
pub(crate) fn application<'a>(
    context: &Context<'a>,
    pool: &str,
) -> Result<Option<&'a Item<TrustedApplication>>, Missing> {
    let all = applications(context, pool)?;
    Ok(all.into_iter().find(|one| same_name(bare_id(&one.application_id), bare_id(context.application_id()))))
}

/// An id of an application without the prefix that Lync adds.
pub(crate) fn bare_id(id: &str) -> &str {
    let prefix = id.get(..PREFIX.len()).filter(|start| start.eq_ignore_ascii_case(PREFIX));
    prefix.map_or(id, |prefix| &id[prefix.len()..])
}

/// An id of an application as `New-CsTrustedApplication` takes it; nothing if it does not.
pub(crate) fn valid_id(id: &str) -> Option<String> {
    Kind::find("ApplicationId").and_then(|kind| kind.check(id).normalized)
}

/// What stands in the way of a port.
pub(crate) enum Taken {
    /// It is none: ports go from 1 to 65535.
    NoPort,
    /// Another application of the same pool, by its id.
    Application(String),
    /// Something that runs on the server.
    Listener,
}

/// The port of the application of OWA: the one that was asked for, or that it has, or the first free one from the usual
/// one upwards.
pub(crate) fn wanted_port(context: &Context<'_>, peer: &Peer<'_>) -> Result<u32, Missing> {
    let used = application(context, &peer.name)?.and_then(|one| one.port);
    match context.settings.application_port.or(used) {
        Some(port) => Ok(port),
        None => free_port(context, peer),
    }
}

/// The first port from the usual one upwards that no application of the pool and no program of the server uses.
fn free_port(context: &Context<'_>, peer: &Peer<'_>) -> Result<u32, Missing> {
    let section = &machine_sections::LISTENERS;
    let listeners = context.estate.on(&peer.server.host, section, |machine| &machine.listeners)?;
    let applications = applications(context, &peer.name)?;
    let used = applications.iter().filter_map(|one| one.port).chain(listeners.iter().map(|one| one.port));
    let used: BTreeSet<u32> = used.collect();
    let usual = context.application_port();
    Ok((usual..=65535).find(|port| !used.contains(port)).unwrap_or(usual))
}

/// What keeps the application of OWA from its port.
pub(crate) fn taken(context: &Context<'_>, peer: &Peer<'_>) -> Result<Option<Taken>, Missing> {
    let port = wanted_port(context, peer)?;
    if !(1..=65535).contains(&port) {
        return Ok(Some(Taken::NoPort));
    }
    let own = application(context, &peer.name)?;
    let is_own = |one: &TrustedApplication| own.is_some_and(|own| same_name(&own.application_id, &one.application_id));
    for other in applications(context, &peer.name)? {
        if is_own(other) {
            continue;
        }
        let unknown = || Missing::never(&lync_sections::TRUSTED_APPLICATIONS).on(&peer.name);
        if other.port.ok_or_else(unknown)? == port {
            return Ok(Some(Taken::Application(bare_id(&other.application_id).to_owned())));
        }
    }
    // A port that the application has already may well be listened on: by OWA itself.
    if own.is_some_and(|own| own.port == Some(port)) {
        return Ok(None);
    }
    let section = &machine_sections::LISTENERS;
    let listeners = context.estate.on(&peer.server.host, section, |machine| &machine.listeners)?;
    Ok(listeners.iter().any(|one| one.port == port).then_some(Taken::Listener))
}

/// The `SiteId` of the site of a pool; nothing if the pool or its site is not in the topology.
pub(crate) fn site_id(context: &Context<'_>, pool: &str) -> Result<Option<String>, Missing> {
    let pools = context.estate.lync.pools.known()?;
    let Some(found) = pools.iter().find(|one| same_name(&one.fqdn, pool)) else { return Ok(None) };
    let identity = found.site.as_deref().ok_or_else(|| Missing::never(&lync_sections::POOLS).on(pool))?;
    site_id_of(context, identity)
}

/// The `SiteId` of a site that is given by its identity, such as `Site:Redmond`.
pub(crate) fn site_id_of(context: &Context<'_>, identity: &str) -> Result<Option<String>, Missing> {
    let sites = context.estate.lync.sites.known()?;
    let Some(site) = sites.iter().find(|site| same_name(&site.identity, identity)) else { return Ok(None) };
    let id = site.site_id.clone().ok_or_else(|| Missing::never(&lync_sections::SITES).on(identity))?;
    Ok(Some(id))
}
