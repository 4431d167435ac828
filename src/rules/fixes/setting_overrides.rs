//! The steps that leave every server of Exchange 2016 and later exactly one setting override with both instant messaging
//! settings. Looks at all servers and overrides at once, because one override serves many servers: what is changed for
//! one must not take it from another. Checks nothing; the rules say which server needs a step.

use crate::facts::SettingOverride;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::normal_thumbprint;
use crate::rules::topology::im::override_scope::{gives_im_settings, is_for_version, matches, names};
use crate::rules::topology::im::provider::is_gone;
use crate::rules::topology::im::selection::{select_certificate, select_pool};
use crate::rules::topology::im::servers::im_servers;
use crate::rules::topology::im::settings::{im_settings_of, parameter};
use crate::rules::topology::im::values::{KEYS, is_pool, is_thumbprint};
use crate::step::State;
use std::collections::BTreeMap;

/// The versions that read overrides.
pub(crate) const VERSIONS: &[ExchangeVersion] =
    &[ExchangeVersion::V2016, ExchangeVersion::V2019, ExchangeVersion::SubscriptionEdition];

const REASON: &str = "Instant messaging in Outlook on the web";
const NEW: Text = Text::new("Create the setting override {name}", "Créer le remplacement de paramètre {name}");
const CHANGE: Text = Text::new("Change the setting override {name}", "Modifier le remplacement de paramètre {name}");
const REMOVE: Text = Text::new("Remove the setting override {name}", "Supprimer le remplacement de paramètre {name}");

/// The two settings that a server should have.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Values {
    pool: String,
    thumbprint: String,
}

impl Values {
    /// Nothing if it is not clear what they should be.
    fn of(context: &Context<'_>, server: &Server<'_>) -> Result<Option<Self>, Missing> {
        let pool = select_pool(context, server)?;
        let certificate = select_certificate(context, server)?;
        let both = pool.value().zip(certificate.value());
        Ok(both.map(|(pool, certificate)| Self {
            pool: pool.to_lowercase(),
            thumbprint: normal_thumbprint(&certificate.thumbprint),
        }))
    }

    fn are_in(&self, one: &SettingOverride) -> bool {
        parameter(one, "IMServerName").is_some_and(|found| is_pool(&found, &self.pool))
            && parameter(one, "IMCertificateThumbprint").is_some_and(|found| is_thumbprint(&found, &self.thumbprint))
    }

    fn parameters(&self) -> Vec<String> {
        vec![format!("IMServerName={}", self.pool), format!("IMCertificateThumbprint={}", self.thumbprint)]
    }

    /// The parameters of an override with these values in it: Exchange replaces the whole list, so the others stay in it.
    fn parameters_in(&self, one: &SettingOverride) -> Vec<String> {
        self.parameters().into_iter().chain(other_parameters(one)).collect()
    }
}

/// The parameters of an override that are none of the two settings.
fn other_parameters(one: &SettingOverride) -> impl Iterator<Item = String> {
    let is_other = |pair: &&String| {
        let key = pair.split('=').next().unwrap_or_default().trim();
        !KEYS.iter().any(|known| key.eq_ignore_ascii_case(known))
    };
    one.parameters.iter().filter(is_other).cloned()
}

/// What becomes of an override.
#[derive(PartialEq, Eq)]
enum OverrideAction {
    Keep,
    /// It gets other parameters, other servers or both.
    Change(Option<Values>, Option<Vec<String>>),
    Remove,
}

/// A server, the settings that it should have (nothing: it is left as it is), and the overrides that are meant for it.
struct ServerTarget {
    host: Host,
    wanted: Option<Values>,
    /// A person has to decide first what it should have.
    is_open: bool,
    meant: Vec<usize>,
    chosen: Option<usize>,
}

/// All servers that read overrides, and all overrides of instant messaging.
struct OverridePlanner<'a> {
    places: Vec<ServerTarget>,
    overrides: Vec<&'a Item<SettingOverride>>,
    names: Vec<&'a str>,
    /// The machine whose shell has the commands: any, unless some servers are older than setting overrides.
    machine: Option<String>,
}

impl<'a> OverridePlanner<'a> {
    fn new(context: &Context<'a>) -> Result<Self, Missing> {
        let all = context.estate.exchange.setting_overrides.items()?;
        let overrides: Vec<_> = all.iter().filter(|one| gives_im_settings(one)).collect();
        let ours = settable(context)?;
        let mut places = Vec::new();
        for server in context.estate.servers()? {
            if !server.is_back_end() || server.version < Some(ExchangeVersion::V2016) {
                continue;
            }
            let is_ours = ours.iter().any(|one| one.host == server.host);
            let wanted = if is_ours { Values::of(context, &server)? } else { None };
            let is_open = is_ours && wanted.is_none();
            let mut meant = Vec::new();
            for (number, &one) in overrides.iter().enumerate() {
                if is_meant_for(one, &server.host) && is_for_version(context, one, &server)? {
                    meant.push(number);
                }
            }
            let fits = |number: &usize| wanted.as_ref().is_some_and(|wanted| wanted.are_in(overrides[*number]));
            // One that counts already is in use; a full name keeps another one from that.
            let counts = |number: &usize| names(overrides[*number], &server.host);
            let (now, later): (Vec<usize>, Vec<usize>) = meant.iter().copied().filter(fits).partition(counts);
            let chosen = now.into_iter().chain(later).next();
            places.push(ServerTarget { host: server.host, wanted, is_open, meant, chosen });
        }
        let older = context.estate.servers()?.iter().any(|server| server.version < Some(ExchangeVersion::V2016));
        let machine = places.first().filter(|_| older).map(|place| place.host.name().to_owned());
        Ok(Self { places, overrides, names: all.iter().map(|one| one.name.as_str()).collect(), machine })
    }

    /// An override stays for the servers that use it. Where nobody does, it gets the values that all its servers want,
    /// if they want the same and have no other; otherwise it goes.
    fn fate(&self, number: usize) -> OverrideAction {
        let covered: Vec<&ServerTarget> = self.places.iter().filter(|place| place.meant.contains(&number)).collect();
        // What it would get, or lose, is not clear.
        if covered.iter().any(|place| place.is_open) {
            return OverrideAction::Keep;
        }
        let full_names = self.overrides[number].servers.iter().any(|name| name.contains('.'));
        let used = |place: &&&ServerTarget| match &place.wanted {
            // It must not get what a full name keeps from it.
            None => !full_names || names(self.overrides[number], &place.host),
            Some(_) => place.chosen == Some(number),
        };
        let users: Vec<String> = covered.iter().filter(used).map(|place| place.host.short().to_owned()).collect();
        if users.len() == covered.len() && !full_names {
            return OverrideAction::Keep;
        }
        if !users.is_empty() {
            return OverrideAction::Change(None, Some(users));
        }
        let Some(first) = covered.first() else {
            return OverrideAction::Change(None, Some(short_names(self.overrides[number])));
        };
        if full_names && covered.iter().any(|place| place.wanted.is_none()) {
            return OverrideAction::Keep;
        }
        let adopts = |place: &&ServerTarget| {
            place.chosen.is_none() && place.wanted == first.wanted && place.meant.first() == Some(&number)
        };
        if !covered.iter().all(adopts) {
            return OverrideAction::Remove;
        }
        let all = covered.iter().map(|place| place.host.short().to_owned());
        OverrideAction::Change(first.wanted.clone(), full_names.then(|| all.collect()))
    }

    /// Whether the steps leave a server what it should have, and only that: an override that has to stay as it is for another
    /// server keeps each of two from counting.
    fn is_settled(&self, place: &ServerTarget) -> bool {
        let Some(wanted) = &place.wanted else { return false };
        if place.meant.iter().any(|&number| !self.is_unique(&self.overrides[number].name)) {
            return false;
        }
        let mut given = Vec::new();
        for &number in &place.meant {
            let one = self.overrides[number];
            match self.fate(number) {
                OverrideAction::Keep => given.extend(names(one, &place.host).then(|| wanted.are_in(one))),
                OverrideAction::Change(values, servers) => {
                    let stays = servers.is_none_or(|all| all.iter().any(|name| same_name(name, place.host.short())));
                    given.extend(stays.then(|| values.map_or_else(|| wanted.are_in(one), |values| values == *wanted)));
                }
                OverrideAction::Remove => {}
            }
        }
        if given.is_empty() { !self.has_one(place) } else { given == [true] }
    }

    /// Whether one of the overrides is, or becomes, that of a server. Otherwise it gets a new one.
    fn has_one(&self, place: &ServerTarget) -> bool {
        let becomes = |number: &usize| matches!(self.fate(*number), OverrideAction::Change(Some(_), _));
        place.chosen.is_some() || place.meant.iter().any(becomes)
    }

    /// Adds the steps that settle a server.
    fn settle(&self, place: &ServerTarget, fix: &mut Fix<'_>) {
        let Some(wanted) = place.wanted.as_ref().filter(|_| self.is_settled(place)) else { return };
        for &number in &place.meant {
            if let Some(step) = step_for(self.overrides[number], self.fate(number)) {
                fix.add(self.placed(step));
            }
        }
        if !self.has_one(place) {
            fix.add(self.placed(self.new_override(place, wanted)));
        }
    }

    /// The override that a server without one gets: for all servers if they all want the same, otherwise for itself.
    fn new_override(&self, place: &ServerTarget, wanted: &Values) -> Step {
        let for_all =
            self.overrides.is_empty() && self.places.iter().all(|other| other.wanted.as_ref() == Some(wanted));
        let short = place.host.short();
        let name =
            self.free_name(&if for_all { "UcIntegration IM".to_owned() } else { format!("UcIntegration IM {short}") });
        let made = SettingOverride {
            parameters: wanted.parameters(),
            servers: if for_all { Vec::new() } else { vec![short.to_owned()] },
            reason: Some(REASON.to_owned()),
            name,
            ..SettingOverride::default()
        };
        let after = Some(as_state(&(made.parameters.clone(), None)));
        step(NEW, &made.name, create(&made), remove(&made.name), None, after)
    }

    /// A step where it can be taken.
    fn placed(&self, step: Step) -> Step {
        Step { machine: self.machine.clone(), ..step }
    }

    fn free_name(&self, name: &str) -> String {
        let is_free = |name: &String| !self.names.iter().any(|taken| same_name(taken, name));
        let numbered = (2..).map(|number| format!("{name} {number}"));
        std::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
    }

    /// Whether a name means one override only; Exchange could not tell two of them apart.
    fn is_unique(&self, name: &str) -> bool {
        self.names.iter().filter(|other| same_name(other, name)).count() < 2
    }
}

/// Adds the steps that leave a server one override with the settings that it should have.
pub(crate) fn fix(context: &Context<'_>, server: &Server<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let board = OverridePlanner::new(context)?;
    if let Some(place) = board.places.iter().find(|place| place.host == server.host) {
        board.settle(place, fix);
    }
    Ok(())
}

/// The servers that overrides can give instant messaging: not those from which an update took it.
fn settable<'a>(context: &Context<'a>) -> Result<Vec<Server<'a>>, Missing> {
    let mut servers = im_servers(context, VERSIONS)?;
    servers.retain(|server| !is_gone(context, server));
    Ok(servers)
}

/// The servers that a step on an override concerns.
pub(crate) fn concerned<'a>(context: &Context<'a>, command: &Cmdlet) -> Result<Vec<Server<'a>>, Missing> {
    let value = |name: &str| command.parameters.iter().find(|one| one.name == name).map(|one| &one.value);
    let mut servers = settable(context)?;
    if let Some(Value::Text(identity)) = value("Identity") {
        let all = context.estate.exchange.setting_overrides.items()?;
        let changed = all.iter().find(|one| same_name(&one.name, identity));
        servers.retain(|server| changed.is_some_and(|one| is_meant_for(one, &server.host)));
    } else if let Some(Value::List(names)) = value("Server") {
        servers.retain(|server| names.iter().any(|name| same_name(name, server.host.short())));
    }
    Ok(servers)
}

/// Adds the step that one override needs, with those that its servers need then: where a name begins to count, another
/// override of the server must not.
pub(crate) fn fix_one(context: &Context<'_>, name: &str, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let board = OverridePlanner::new(context)?;
    let number = board.overrides.iter().position(|one| same_name(&one.name, name));
    let Some(number) = number.filter(|_| board.is_unique(name)) else { return Ok(()) };
    let covered: Vec<_> =
        board.places.iter().filter(|place| place.wanted.is_some() && place.meant.contains(&number)).collect();
    if !covered.iter().all(|place| board.is_settled(place)) {
        return Ok(());
    }
    if let Some(step) = step_for(board.overrides[number], board.fate(number)) {
        fix.add(board.placed(step));
        for place in covered {
            board.settle(place, fix);
        }
    }
    Ok(())
}

/// The two settings that a server is given when the steps have been taken, pool first; nothing if it has not both.
pub(crate) fn given_then(context: &Context<'_>, server: &Server<'_>) -> Result<Option<(String, String)>, Missing> {
    // Where it is not known what servers should have, no step changes anything.
    if let Ok(board) = OverridePlanner::new(context)
        && let Some(place) = board.places.iter().find(|place| place.host == server.host)
        && let Some(wanted) = place.wanted.as_ref().filter(|_| board.is_settled(place))
    {
        return Ok(Some((wanted.pool.clone(), wanted.thumbprint.clone())));
    }
    let given = im_settings_of(context, server)?;
    Ok(given.server_name.zip(given.thumbprint))
}

/// The pool and the thumbprint that a server should have, if that is clear.
pub(crate) fn wanted(context: &Context<'_>, server: &Server<'_>) -> Result<Option<(String, String)>, Missing> {
    Ok(Values::of(context, server)?.map(|values| (values.pool, values.thumbprint)))
}

/// Whether an override is meant for a server: like what Exchange does, but a full name counts as the short one that was
/// meant.
fn is_meant_for(one: &SettingOverride, host: &Host) -> bool {
    one.servers.is_empty() || one.servers.iter().any(|name| matches(&first_label(name).to_lowercase(), host.short()))
}

/// The servers of an override by their short names.
fn short_names(one: &SettingOverride) -> Vec<String> {
    one.servers.iter().map(|name| first_label(name).to_owned()).collect()
}

fn first_label(name: &str) -> &str {
    name.split('.').next().unwrap_or_default()
}

fn step_for(one: &SettingOverride, fate: OverrideAction) -> Option<Step> {
    let name = one.name.as_str();
    match fate {
        OverrideAction::Keep => None,
        // What else it gives stays, for the servers that are meant.
        OverrideAction::Remove if other_parameters(one).next().is_some() => {
            let full_names = one.servers.iter().any(|name| name.contains('.'));
            let old = (one.parameters.clone(), full_names.then(|| one.servers.clone()));
            let new = (other_parameters(one).collect(), full_names.then(|| short_names(one)));
            let (command, undo) = (change(name, &new, Some(REASON)), change(name, &old, one.reason.as_deref()));
            Some(step(CHANGE, name, command, undo, Some(as_state(&old)), Some(as_state(&new))))
        }
        OverrideAction::Remove => {
            let before = as_state(&(one.parameters.clone(), None));
            Some(step(REMOVE, name, remove(name), create(one), Some(before), None))
        }
        OverrideAction::Change(values, servers) => {
            let old = (one.parameters.clone(), servers.is_some().then(|| one.servers.clone()));
            let parameters = values.map_or_else(|| one.parameters.clone(), |values| values.parameters_in(one));
            let new = (parameters, servers);
            let reason = one.reason.as_deref();
            let command = change(name, &new, Some(REASON));
            Some(step(CHANGE, name, command, change(name, &old, reason), Some(as_state(&old)), Some(as_state(&new))))
        }
    }
}

/// The parameters of an override, always all of them since Exchange forgets what it is not given, and its servers if they
/// change.
type Properties = (Vec<String>, Option<Vec<String>>);

fn change(name: &str, (parameters, servers): &Properties, reason: Option<&str>) -> Cmdlet {
    let mut set = Cmdlet::new("Set-SettingOverride").with("Identity", name).with("Parameters", parameters.clone());
    if let Some(servers) = servers {
        set = set.with("Server", servers.clone());
    }
    match reason {
        Some(reason) => set.with("Reason", reason),
        None => set,
    }
}

fn create(one: &SettingOverride) -> Cmdlet {
    let mut new = Cmdlet::new("New-SettingOverride")
        .with("Name", one.name.as_str())
        .with("Component", "OwaServer")
        .with("Section", "IMSettings")
        .with("Parameters", one.parameters.clone())
        .with("Reason", one.reason.as_deref().unwrap_or(REASON));
    if !one.servers.is_empty() {
        new = new.with("Server", one.servers.clone());
    }
    for (name, version) in [("MinVersion", &one.min_version), ("MaxVersion", &one.max_version)] {
        if let Some(version) = version.as_deref().filter(|version| !version.is_empty()) {
            new = new.with(name, version);
        }
    }
    new
}

fn remove(name: &str) -> Cmdlet {
    Cmdlet::new("Remove-SettingOverride").with("Identity", name).with("Confirm", false)
}

/// The properties that a step names, as the state that they are.
fn as_state((parameters, servers): &Properties) -> BTreeMap<String, Value> {
    let properties = [("Parameters", Some(parameters)), ("Server", servers.as_ref())];
    properties.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Value::List(value?.clone())))).collect()
}

fn step(title: Text, name: &str, command: Cmdlet, undo: Cmdlet, before: State, after: State) -> Step {
    Step::new(Shell::Exchange, (title, args! { name }), command)
        .undone_by([undo])
        .changing(Transition {
            probe: Probe::Object {
                command: Cmdlet::new("Get-SettingOverride"),
                filter: [("Name".to_owned(), Value::from(name))].into(),
            },
            before,
            after,
        })
        .verified_by(&["SO-CREATE", "SO-VERIFY"])
}
