//! The steps that make, change and remove trusted application pools and trusted applications, each with what undoes it.
//! Decides nothing: which step is due is for the rules.

use crate::facts::{TrustedApplication, TrustedPool};
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{common_name, installed_certificate};
use crate::rules::topology::im::selection::select_pool;
use crate::rules::topology::im::settings::{application_id, im_settings_of};
use crate::rules::topology::lync::pools::is_registrar_pool;
use crate::rules::topology::trusted::pools::{applications, bare_id, computers, pools_of, valid_id};
use crate::rules::topology::trusted::servers::{TrustedServer, discovered, site_id, site_id_of};
use crate::step::State;

const NEW_POOL: &str = "New-CsTrustedApplicationPool";
const REMOVE_POOL: &str = "Remove-CsTrustedApplicationPool";
const SET_POOL: &str = "Set-CsTrustedApplicationPool";
const NEW_COMPUTER: &str = "New-CsTrustedApplicationComputer";
const NEW_APPLICATION: &str = "New-CsTrustedApplication";
const REMOVE_APPLICATION: &str = "Remove-CsTrustedApplication";
const SET_APPLICATION: &str = "Set-CsTrustedApplication";

/// What changes trusted pools and applications, and takes effect when the topology is enabled.
const CHANGES: [&str; 7] =
    [NEW_POOL, REMOVE_POOL, SET_POOL, NEW_COMPUTER, NEW_APPLICATION, REMOVE_APPLICATION, SET_APPLICATION];

/// Whether a step changes trusted pools or applications.
pub(crate) fn is_change(step: &Step) -> bool {
    matches!(&step.command, Command::Cmdlet(cmdlet) if CHANGES.contains(&&*cmdlet.name))
}

type Title = (Text, Vec<(&'static str, String)>);

fn step(title: Title, command: Cmdlet, undo: Vec<Command>, transition: Transition) -> Step {
    Step::new(Shell::Lync, title, command).undone_by(undo).changing(transition).verified_by(&["TOPO-ENABLE"])
}

fn pool_transition(pool: &str, before: State, after: State) -> Transition {
    let filter = [("PoolFqdn".to_owned(), Value::from(pool))].into();
    Transition { probe: Probe::Object { command: Cmdlet::new("Get-CsTrustedApplicationPool"), filter }, before, after }
}

fn pool_state(registrar: &str, requires_replication: bool) -> State {
    let registrar = format!("Registrar:{registrar}");
    state([("Registrar", registrar.into()), ("RequiresReplication", requires_replication.into())])
}

/// A name that is no computer, such as that of a load balancer, is asked about, and not every such question is one that
/// `Confirm` answers.
fn new_pool(pool: &str, registrar: &str, site_id: &str, requires_replication: bool) -> Cmdlet {
    Cmdlet::new(NEW_POOL)
        .with("Identity", pool)
        .with("Registrar", registrar)
        .with("Site", site_id)
        .with("RequiresReplication", requires_replication)
        .with("Confirm", false)
        .with("Force", true)
}

fn remove_pool_command(pool: &str) -> Cmdlet {
    Cmdlet::new(REMOVE_POOL).with("Identity", pool).with("Confirm", false)
}

/// Makes the trusted pool of a server; nothing while its Registrar or the site of that is not settled.
pub(crate) fn create_pool(context: &Context<'_>, peer: &TrustedServer<'_>) -> Result<Option<Step>, Missing> {
    let chosen = select_pool(context, &peer.server)?;
    let Some(registrar) = chosen.value() else { return Ok(None) };
    let site_id = site_id(context, registrar)?;
    Ok(site_id.map(|site_id| creation(&peer.name, registrar, &site_id)))
}

fn creation(pool: &str, registrar: &str, site_id: &str) -> Step {
    let title = (
        Text::new("Create the trusted application pool {pool}", "Créer le pool d'applications approuvées {pool}"),
        args! { pool },
    );
    let command = new_pool(pool, registrar, site_id, false);
    let transition = pool_transition(pool, None, pool_state(registrar, false));
    step(title, command, vec![remove_pool_command(pool).into()], transition)
}

/// Removes a trusted pool; nothing if it has no Registrar, without which Lync does not remove it, or one that is gone.
fn remove_pool(context: &Context<'_>, pool: &TrustedPool) -> Result<Option<Step>, Missing> {
    let Some(registrar) = pool.registrar.as_deref().filter(|name| !name.is_empty()) else { return Ok(None) };
    // A pool of a Registrar that is gone could not be made again.
    if !is_registrar_pool(context, registrar)? {
        return Ok(None);
    }
    let unknown = || Missing::not_collected(&lync_sections::TRUSTED_POOLS).on(&pool.fqdn);
    let replicated = pool.requires_replication.ok_or_else(unknown)?;
    let identity = pool.site_id.as_deref().ok_or_else(unknown)?;
    let Some(site_id) = site_id_of(context, identity)? else { return Ok(None) };
    let all = computers(pool)?;
    let mut computers = all.iter().filter(|computer| !same_name(computer, &pool.fqdn));
    let own = all.is_empty() || all.iter().any(|computer| same_name(computer, &pool.fqdn));
    let mut again = new_pool(&pool.fqdn, registrar, &site_id, replicated);
    let first = if own { None } else { computers.next() };
    if let Some(first) = first {
        again = again.with("ComputerFqdn", first.as_str());
    }
    let mut undo = vec![again.into()];
    undo.extend(computers.map(|computer| add_computer(computer, &pool.fqdn)));
    let title = (
        Text::new("Remove the trusted application pool {pool}", "Supprimer le pool d'applications approuvées {pool}"),
        args! { pool: pool.fqdn },
    );
    let transition = pool_transition(&pool.fqdn, pool_state(registrar, replicated), None);
    Ok(Some(step(title, remove_pool_command(&pool.fqdn), undo, transition)))
}

fn add_computer(computer: &str, pool: &str) -> Command {
    Cmdlet::new(NEW_COMPUTER).with("Identity", computer).with("Pool", pool).with("Force", true).into()
}

/// Sets whether a trusted pool has a copy of the configuration.
pub(crate) fn set_replication(pool: &str, before: bool, after: bool) -> Step {
    let title = (
        Text::new(
            "Disable replication for the trusted application pool {pool}",
            "Désactiver la réplication pour le pool d'applications approuvées {pool}",
        ),
        args! { pool },
    );
    let set = |value: bool| Cmdlet::new(SET_POOL).with("Identity", pool).with("RequiresReplication", value);
    let of = |value: bool| state([("RequiresReplication", value.into())]);
    step(title, set(after), vec![set(before).into()], pool_transition(pool, of(before), of(after)))
}

fn application_transition(pool: &str, id: &str, before: Option<u32>, after: Option<u32>) -> Transition {
    let of = |port: Option<u32>| port.and_then(|port| state([("Port", port.into())]));
    let filter = [
        ("TrustedApplicationPoolFqdn".to_owned(), Value::from(pool)),
        ("ApplicationId".to_owned(), Value::from(urn(id))),
    ];
    Transition {
        probe: Probe::Object { command: Cmdlet::new("Get-CsTrustedApplication"), filter: filter.into() },
        before: of(before),
        after: of(after),
    }
}

/// An id as Lync keeps it.
fn urn(id: &str) -> String {
    format!("urn:application:{}", bare_id(id).to_lowercase())
}

fn new_application(pool: &str, id: &str, port: u32) -> Cmdlet {
    Cmdlet::new(NEW_APPLICATION)
        .with("ApplicationId", bare_id(id))
        .with("TrustedApplicationPoolFqdn", pool)
        .with("Port", port)
}

fn remove_application_command(pool: &str, id: &str) -> Cmdlet {
    Cmdlet::new(REMOVE_APPLICATION).with("Identity", format!("{pool}/{}", urn(id))).with("Confirm", false)
}

fn about(text: Text, pool: &str, id: &str) -> Title {
    (text, args! { id: bare_id(id), pool })
}

/// Makes a trusted application.
pub(crate) fn create_application(pool: &str, id: &str, port: u32) -> Step {
    let title = Text::new(
        "Create the trusted application {id} in the pool {pool}",
        "Créer l'application approuvée {id} dans le pool {pool}",
    );
    let undo = vec![remove_application_command(pool, id).into()];
    let transition = application_transition(pool, id, None, Some(port));
    step(about(title, pool, id), new_application(pool, id, port), undo, transition)
}

fn remove_application(pool: &str, application: &TrustedApplication) -> Result<Step, Missing> {
    let id = &application.application_id;
    let unknown = || Missing::not_collected(&lync_sections::TRUSTED_APPLICATIONS).on(pool);
    let port = application.port.ok_or_else(unknown)?;
    let title = Text::new(
        "Remove the trusted application {id} from the pool {pool}",
        "Supprimer l'application approuvée {id} du pool {pool}",
    );
    let undo = vec![new_application(pool, id, port).into()];
    let transition = application_transition(pool, id, Some(port), None);
    Ok(step(about(title, pool, id), remove_application_command(pool, id), undo, transition))
}

/// Gives a trusted application another port.
pub(crate) fn set_port(pool: &str, id: &str, before: u32, after: u32) -> Step {
    let title = Text::new(
        "Set the trusted application {id} of the pool {pool} to the requested port",
        "Définir le port demandé pour l'application approuvée {id} du pool {pool}",
    );
    let identity = format!("{pool}/{}", urn(id));
    let set = |port: u32| Cmdlet::new(SET_APPLICATION).with("Identity", identity.as_str()).with("Port", port);
    let transition = application_transition(pool, id, Some(before), Some(after));
    step(about(title, pool, id), set(after), vec![set(before).into()], transition)
}

/// Removes the trusted pools of a server that Lync finds by itself, with their applications. A pool that other servers
/// need, by whose name alone Lync knows the certificate of the server, or that cannot be made again as it was, stays: there
/// a person has to decide.
pub(crate) fn remove_entries(context: &Context<'_>, host: &Host, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let found = discovered(context)?;
    for pool in pools_of(context, host)? {
        if !needed_by_others(context, pool, &found) && !is_only_name(context, pool, host) {
            remove_whole(context, pool, fix)?;
        }
    }
    Ok(())
}

/// Removes the trusted pools of a server that have another name than the one by which Lync has to know it. One that other
/// servers or other applications need stays.
pub(crate) fn remove_others(context: &Context<'_>, peer: &TrustedServer<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let own = std::slice::from_ref(&peer.server.host);
    let is_owa =
        |one: &Item<TrustedApplication>| same_name(bare_id(&one.application_id), bare_id(application_id(context)));
    for pool in pools_of(context, &peer.server.host)? {
        let is_in_use =
            needed_by_others(context, pool, own) || !applications(context, &pool.fqdn)?.into_iter().all(is_owa);
        if !same_name(&pool.fqdn, &peer.name) && !is_in_use {
            remove_whole(context, pool, fix)?;
        }
    }
    Ok(())
}

/// Removes a trusted pool with its applications, if it can be made again as it was.
fn remove_whole(context: &Context<'_>, pool: &TrustedPool, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let Some(removal) = remove_pool(context, pool)? else { return Ok(()) };
    let applications = applications(context, &pool.fqdn)?;
    if !applications.iter().all(|one| can_be_made(one)) {
        return Ok(());
    }
    for application in applications {
        fix.add(remove_application(&pool.fqdn, application)?);
    }
    fix.add(removal);
    Ok(())
}

/// Whether Lync takes the id and the port of an application as they are; it may have some from elsewhere that it does not.
fn can_be_made(application: &TrustedApplication) -> bool {
    let id = bare_id(&application.application_id);
    let takes_port = application.port.is_none_or(|port| (1..=65535).contains(&port));
    takes_port && valid_id(id).is_some_and(|valid| valid.eq_ignore_ascii_case(id))
}

/// Whether the certificate that a server uses has the name of a trusted pool and not that of the server.
fn is_only_name(context: &Context<'_>, pool: &TrustedPool, host: &Host) -> bool {
    let servers = context.estate.servers().unwrap_or_default();
    let Some(server) = servers.iter().find(|server| server.host == *host) else { return false };
    let used = im_settings_of(context, server).ok().and_then(|found| found.thumbprint);
    let used = used.and_then(|used| installed_certificate(context, server, &used).ok().flatten());
    used.is_some_and(|one| {
        let subject = common_name(one.subject.as_deref().unwrap_or_default()).unwrap_or_default();
        let names = one.domains.iter().flatten().map(String::as_str);
        same_name(subject, &pool.fqdn) && !names.chain([subject]).any(|name| same_name(name, host.name()))
    })
}

/// Whether other servers are in a trusted pool; while nobody could read its computers, they may be.
fn needed_by_others(context: &Context<'_>, pool: &TrustedPool, own: &[Host]) -> bool {
    computers(pool).map_or(true, |all| all.iter().any(|computer| !own.contains(&context.estate.host(computer))))
}
