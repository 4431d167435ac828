//! The steps that make the hosting provider for Exchange Online, set it, or make it anew, each with what undoes it.
//! Decides nothing: whether a step is due is for the rules.

use crate::facts::HostingProvider;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::{NAME, Property, leads_to, provider, proxy, same, unknown};
use crate::step::State;
use std::collections::BTreeMap;

type Properties = Vec<(&'static str, Value)>;

const MAKE: Text = Text::new("Create the hosting provider {provider}", "Créer le fournisseur d'hébergement {provider}");
const SET: Text =
    Text::new("Configure the hosting provider {provider}", "Configurer le fournisseur d'hébergement {provider}");
const REMOVE: Text = Text::new(
    "Remove the hosting provider {provider}, which points to another address",
    "Supprimer le fournisseur d'hébergement {provider}, qui pointe vers une autre adresse",
);

/// Adds what puts the provider right: makes it, sets what is wrong, or makes it anew if it leads elsewhere. Where the
/// name is taken, or the provider hosts users of Lync, a person has to decide, and nothing is added.
pub(crate) fn repair(context: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let wanted = proxy(context.settings.cloud);
    match provider(context)? {
        None if !is_taken(context)? => {
            fix.add(make(NAME, wanted));
        }
        Some(found) if leads_to(found, context.settings.cloud) => {
            fix.add(set(found));
        }
        Some(found) if found.hosts_ocs_users == Some(false) => {
            fix.add(remove(found)?);
            fix.add(make(&found.identity, wanted));
        }
        None | Some(_) => {}
    }
    Ok(())
}

/// Whether another provider has the name that a new one would get.
pub(crate) fn is_taken(context: &Context<'_>) -> Result<bool, Missing> {
    let lync = &context.estate.lync;
    let by_hosting = lync.hosting_providers.items()?.iter().any(|one| same_name(&one.identity, NAME));
    Ok(by_hosting || lync.public_providers.items()?.iter().any(|one| same_name(&one.identity, NAME)))
}

fn step(title: Text, name: &str, command: Cmdlet, undo: Cmdlet, transition: Transition) -> Step {
    Step::new(Shell::Lync, (title, args! { provider: name }), command)
        .undone_by([undo])
        .changing(transition)
        .verified_by(&["HYB-PROVIDER", "HYB-EDGE-LOCALSTORE"])
}

/// The state of one provider. With `proxy` only one that leads there counts, so that taking a provider away and making
/// it anew are two states that do not disturb each other.
fn transition(name: &str, proxy: Option<&str>, before: State, after: State) -> Transition {
    let named = [("Identity".to_owned(), Value::from(name))];
    let leading = proxy.map(|proxy| ("ProxyFqdn".to_owned(), Value::from(proxy)));
    let filter = named.into_iter().chain(leading).collect();
    Transition { probe: Probe::Object { command: Cmdlet::new("Get-CsHostingProvider"), filter }, before, after }
}

fn state(properties: &Properties) -> State {
    let named = properties.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    Some(named.collect::<BTreeMap<_, _>>())
}

fn with(command: Cmdlet, properties: &Properties) -> Cmdlet {
    properties.iter().fold(command, |command, (name, value)| command.with(name, value.clone()))
}

/// All seven values are given: a page says that three would do, but the reference asks for the others too.
fn new_provider(name: &str, proxy: &str, properties: &Properties) -> Cmdlet {
    let named = Cmdlet::new("New-CsHostingProvider").with("Identity", name).with("ProxyFqdn", proxy);
    with(named, properties)
}

fn remove_provider(name: &str) -> Cmdlet {
    Cmdlet::new("Remove-CsHostingProvider").with("Identity", name).with("Confirm", false)
}

fn make(name: &str, proxy: &str) -> Step {
    let wanted = Property::ALL.map(|property| (property.name(), property.wanted())).to_vec();
    let transition = transition(name, Some(proxy), None, state(&wanted));
    step(MAKE, name, new_provider(name, proxy, &wanted), remove_provider(name), transition)
}

fn remove(found: &HostingProvider) -> Result<Step, Missing> {
    let name = &found.identity;
    let proxy = found.proxy_fqdn.as_deref().ok_or_else(|| unknown(found))?;
    let value = |property: Property| property.of(found).map(|value| (property.name(), value));
    let old: Properties = Property::ALL.into_iter().map(value).collect::<Option<_>>().ok_or_else(|| unknown(found))?;
    let transition = transition(name, Some(proxy), state(&old), None);
    Ok(step(REMOVE, name, remove_provider(name), new_provider(name, proxy, &old), transition))
}

/// Sets all that is known to be wrong in one step, so that the provider is never half right.
fn set(found: &HostingProvider) -> Step {
    let name = &found.identity;
    let mut old = Properties::new();
    let mut wanted = Properties::new();
    for property in Property::ALL {
        let right = property.wanted();
        if let Some(value) = property.of(found).filter(|value| !same(value, &right)) {
            old.push((property.name(), value));
            wanted.push((property.name(), right));
        }
    }
    let command = |values| with(Cmdlet::new("Set-CsHostingProvider").with("Identity", name.as_str()), values);
    let transition = transition(name, None, state(&old), state(&wanted));
    step(SET, name, command(&wanted), command(&old), transition)
}
