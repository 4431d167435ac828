//! The servers that Lync has to know by a trusted pool, with the name, the port and the site of each.

use super::name::trusted_name;
use super::pools::{EXCHANGE, application, applications, bare_id, pools_of};
use crate::facts::TrustedApplication;
use crate::rules::model::support_matrix::Support;
use crate::rules::prelude::*;
use crate::rules::topology::im::selection::select_certificate;
use crate::rules::topology::im::servers::{im_servers, im_support, in_scope, with_fix_unless_gone};
use crate::rules::topology::im::settings::application_port;
use crate::rules::topology::lync::known_servers::autodiscovered;
use crate::rules::topology::um::{dial_plans, servers};
use std::collections::BTreeSet;

/// A server that Lync has to know by a trusted pool, with the name of that pool.
#[derive(Clone)]
pub(crate) struct TrustedServer<'a> {
    /// The server.
    pub(crate) server: Server<'a>,
    /// The name by which Lync has to know it.
    pub(crate) name: String,
    /// What findings are about.
    pub(crate) target: Target,
}

/// Looks at each server that needs a trusted pool. Those that Lync finds by itself are reported as not concerned.
pub(crate) fn each<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    look: impl Fn(&TrustedServer<'a>, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    let discovered = found_by_lync(context)?;
    for server in im_servers(context, EXCHANGE)? {
        let target = Target::server(&server.host);
        if discovered.contains(&server.host) {
            findings.not_applicable(target, DISCOVERED, args! { server: server.host.name() });
            continue;
        }
        findings.for_target(&target.clone(), |findings| {
            let name = trusted_name(context, &server)?;
            look(&TrustedServer { server, name, target }, findings)
        });
    }
    Ok(())
}

/// Adds the steps that fix what was found of a server by its trusted pool.
pub(crate) type TrustedFix = fn(&Context<'_>, &TrustedServer<'_>, &mut Fix<'_>) -> Result<(), Missing>;

/// The same, where every finding of a server has one fix. Nothing is fixed while no certificate says under which name
/// Lync has to know the server.
pub(crate) fn each_with_fix<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    fix: TrustedFix,
    look: impl Fn(&TrustedServer<'a>, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    each(context, findings, |trusted, findings| {
        let (copied, own) = (*context, trusted.clone());
        let fix = move |handle: &mut Fix<'_>| match select_certificate(&copied, &own.server)?.value() {
            Some(_) => fix(&copied, &own, handle),
            None => Ok(()),
        };
        with_fix_unless_gone(context, &trusted.server, findings, fix, |findings| look(trusted, findings))
    })
}

/// The servers that Lync finds by itself, now or once unified messaging is what it shall be: all that run it are in every
/// dial plan of type `SipName` then.
fn found_by_lync(context: &Context<'_>) -> Result<Vec<Host>, Missing> {
    let mut hosts = autodiscovered(context)?;
    if context.scenarios.contains(&Scenario::UnifiedMessaging) {
        let with_voice = servers::servers(context)?;
        // Exchange 2019 and SE have no dial plans to ask for.
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
        let refused = of_host.is_some_and(|server| im_support(context, server) == Support::No);
        in_scope(context, host) && !refused
    });
    Ok(hosts)
}

/// Checks that no trusted pool names a server; `entry` says that one does, with the placeholders `server` and `pools`.
pub(crate) fn judge_entries<'a>(
    context: &Context<'a>,
    host: &Host,
    entry: Text,
    findings: &mut Findings<'a>,
) -> CheckResult {
    let pools = pools_of(context, host)?;
    let evidence: Vec<_> =
        pools.iter().map(|pool| Evidence::actual("PoolFqdn", Some(pool.fqdn.as_str())).from(pool)).collect();
    if pools.is_empty() {
        findings.pass(Target::server(host), evidence);
    } else {
        let names = pools.iter().map(|pool| pool.fqdn.as_str()).collect::<Vec<_>>().join(", ");
        findings.fail(Target::server(host), entry, args! { server: host.name(), pools: names }, evidence);
    }
    Ok(())
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

/// The port of the application of OWA: the one that was requested, or that it has, or the first free one from the usual
/// one upwards.
pub(crate) fn wanted_port(context: &Context<'_>, peer: &TrustedServer<'_>) -> Result<u32, Missing> {
    let used = application(context, &peer.name)?.and_then(|one| one.port);
    match context.settings.application_port.or(used) {
        Some(port) => Ok(port),
        None => free_port(context, peer),
    }
}

/// The first port from the usual one upwards that no application of the pool and no program of the server uses.
fn free_port(context: &Context<'_>, peer: &TrustedServer<'_>) -> Result<u32, Missing> {
    let section = &machine_sections::LISTENERS;
    let listeners = context.estate.on(&peer.server.host, section, |machine| &machine.listeners)?;
    let applications = applications(context, &peer.name)?;
    let used = applications.iter().filter_map(|one| one.port).chain(listeners.iter().map(|one| one.port));
    let used: BTreeSet<u32> = used.collect();
    let usual = application_port(context);
    Ok((usual..=65535).find(|port| !used.contains(port)).unwrap_or(usual))
}

/// What keeps the application of OWA from its port.
pub(crate) fn taken(context: &Context<'_>, peer: &TrustedServer<'_>) -> Result<Option<Taken>, Missing> {
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
        let unknown = || Missing::not_collected(&lync_sections::TRUSTED_APPLICATIONS).on(&peer.name);
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
    let pools = context.estate.lync.pools.items()?;
    let Some(found) = pools.iter().find(|one| same_name(&one.fqdn, pool)) else { return Ok(None) };
    let identity = found.site.as_deref().ok_or_else(|| Missing::not_collected(&lync_sections::POOLS).on(pool))?;
    site_id_of(context, identity)
}

/// The `SiteId` of a site that is given by its identity, such as `Site:Redmond`.
pub(crate) fn site_id_of(context: &Context<'_>, identity: &str) -> Result<Option<String>, Missing> {
    let sites = context.estate.lync.sites.items()?;
    let Some(site) = sites.iter().find(|site| same_name(&site.identity, identity)) else { return Ok(None) };
    let id = site.site_id.clone().ok_or_else(|| Missing::not_collected(&lync_sections::SITES).on(identity))?;
    Ok(Some(id))
}

const DISCOVERED: Text = Text::new(
    "Lync discovers {server} automatically through a dial plan of type SipName, so it needs no trusted application pool.",
    "Lync découvre {server} automatiquement grâce à un plan de numérotation SipName : aucun pool d'applications approuvées n'est nécessaire.",
);
