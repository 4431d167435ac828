//! The state that a step is about, read from the facts as the module reads it from the products, and compared in the same
//! way: lists are sets, case does not count, and what is not set is the same as what is empty. In files every letter counts.

use super::estate::{Facts, is_same_host, text, texts};
use super::nouns::{LYNC_CERTIFICATES, Noun, SERVICES};
use crate::step::{Cmdlet, Probe, State, Transition, Value as StepValue};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Where a step stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// As the step leaves it.
    After,
    /// As the plan expects it.
    Before,
    /// Anything else, in words.
    Other(String),
}

/// Where the state of a step is; files are those of a machine.
pub(super) fn side(facts: &Facts, transition: &Transition, at: Option<&str>) -> Side {
    let found = match read(facts, transition, at) {
        Ok(found) => found,
        Err(several) => return Side::Other(several),
    };
    let exact = matches!(transition.probe, Probe::WebConfig { .. });
    let names = names(transition);
    if is_same(&found, &transition.after, &names, exact) {
        Side::After
    } else if is_same(&found, &transition.before, &names, exact) {
        Side::Before
    } else {
        Side::Other(format!(
            "{:?} is {found:?}, neither {:?} nor {:?}",
            transition.probe, transition.before, transition.after
        ))
    }
}

fn names(transition: &Transition) -> BTreeSet<&str> {
    let states = [&transition.before, &transition.after];
    states.into_iter().flatten().flat_map(BTreeMap::keys).map(String::as_str).collect()
}

fn read(facts: &Facts, transition: &Transition, at: Option<&str>) -> Result<State, String> {
    match &transition.probe {
        Probe::Object { command, filter } => {
            let found = objects(facts, command, filter, at)?;
            let noun = noun(command)?;
            let shown = |item: &Value| {
                let values =
                    names(transition).into_iter().map(|name| (name.to_owned(), given(&noun.shown(item, name))));
                values.collect::<BTreeMap<_, _>>()
            };
            match found.as_slice() {
                [] => Ok(None),
                [only] => Ok(Some(shown(only))),
                several => Err(format!("{} objects meet {filter:?}", several.len())),
            }
        }
        Probe::WebConfig { path } => Ok(Some(file(facts, at.unwrap_or_default(), path))),
        Probe::ImSettings { server } => {
            let all = facts.items("exchange.imSettings");
            let own = all.into_iter().find(|one| is_same_host(text(one, "server"), server));
            let own = own.ok_or_else(|| format!("{server} tells no settings"))?;
            let pairs = [("IMServerName", "imServerName"), ("IMCertificateThumbprint", "imCertificateThumbprint")];
            Ok(Some(pairs.map(|(name, fact)| (name.to_owned(), given(&own[fact]))).into()))
        }
        Probe::Readers { container } => {
            let all = facts.items("exchange.umContainers");
            let own = all.into_iter().find(|one| text(one, "container") == container);
            let readers = own.map(|one| texts(one, "readers")).unwrap_or_default();
            let may = |name: &str| readers.iter().any(|reader| reader.eq_ignore_ascii_case(name));
            let all = names(transition).into_iter().filter(|name| may(name));
            Ok(Some(all.map(|name| (name.to_owned(), StepValue::Flag(true))).collect()))
        }
    }
}

/// The noun of a cmdlet that reads.
pub(super) fn noun(command: &Cmdlet) -> Result<&'static Noun, String> {
    Noun::of(&command.name).ok_or_else(|| format!("nothing is known of {}", command.name))
}

/// The objects that a cmdlet puts out on a machine and that meet all conditions.
pub(super) fn objects<'a>(
    facts: &'a Facts,
    command: &Cmdlet,
    filter: &BTreeMap<String, StepValue>,
    at: Option<&str>,
) -> Result<Vec<&'a Value>, String> {
    let noun = noun(command)?;
    let list = |path: &&str| match *path {
        SERVICES => facts.of_machine(at.unwrap_or_default(), "services"),
        LYNC_CERTIFICATES => lync_certificates(facts, at),
        path => facts.items(path),
    };
    let all = noun.paths.iter().flat_map(list);
    let meets = |item: &&Value| {
        let meant = command.parameters.iter().all(|one| is_meant(noun, item, &one.name, &one.value));
        let fits = |(name, value): (&String, &StepValue)| is_equal(&given(&noun.shown(item, name)), value, false);
        meant && filter.iter().all(fits)
    };
    Ok(all.filter(meets).collect())
}

/// The certificates that Lync shows on a machine: its own, and among them the one for tokens, which all machines show. Where
/// nobody asked that machine, what the others show stands in.
fn lync_certificates<'a>(facts: &'a Facts, at: Option<&str>) -> Vec<&'a Value> {
    let all = facts.items(LYNC_CERTIFICATES);
    let is_own = |one: &&Value| at.is_some_and(|at| is_same_host(text(one, "computer"), at));
    let own: Vec<&Value> = all.iter().copied().filter(is_own).collect();
    if own.is_empty() { all } else { own }
}

/// Whether a parameter of a cmdlet that reads lets an object through.
fn is_meant(noun: &Noun, item: &Value, name: &str, value: &StepValue) -> bool {
    let StepValue::Text(wanted) = value else { return true };
    match name {
        "Identity" => noun.is(item, wanted),
        "Server" => is_same_host(text(item, "server"), wanted),
        _ => noun.fact(name).is_none_or(|fact| text(item, fact).eq_ignore_ascii_case(wanted)),
    }
}

/// The keys that are in effect in a Web.config of a machine.
fn file(facts: &Facts, machine: &str, path: &str) -> BTreeMap<String, StepValue> {
    let file = facts.of_machine(machine, "webConfigs").into_iter().find(|one| text(one, "path") == path);
    let settings = file.and_then(|one| one["settings"].as_array()).into_iter().flatten();
    let effective = settings.filter(|one| one["effective"] != false);
    effective.map(|one| (text(one, "key").to_owned(), given(&one["value"]))).collect()
}

/// A value of a fact as one of a state.
fn given(value: &Value) -> StepValue {
    match value {
        Value::Bool(flag) => StepValue::Flag(*flag),
        Value::Number(number) => StepValue::Number(number.as_i64().unwrap_or_default()),
        Value::String(text) => StepValue::Text(text.clone()),
        Value::Array(list) => StepValue::List(list.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
        Value::Null | Value::Object(_) => StepValue::Nothing,
    }
}

fn is_same(found: &State, expected: &State, names: &BTreeSet<&str>, exact: bool) -> bool {
    match (found, expected) {
        (None, None) => true,
        (Some(found), Some(expected)) => names.iter().all(|name| {
            let (left, right) = (lookup(found, name), lookup(expected, name));
            (!exact || left.is_some() == right.is_some())
                && is_equal(left.unwrap_or(&StepValue::Nothing), right.unwrap_or(&StepValue::Nothing), exact)
        }),
        _ => false,
    }
}

/// Keys of files are found without case.
fn lookup<'a>(state: &'a BTreeMap<String, StepValue>, name: &str) -> Option<&'a StepValue> {
    state.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

fn is_equal(left: &StepValue, right: &StepValue, exact: bool) -> bool {
    set(left, exact) == set(right, exact)
}

fn set(value: &StepValue, exact: bool) -> BTreeSet<String> {
    let all = match value {
        StepValue::Flag(flag) => vec![flag.to_string()],
        StepValue::Number(number) => vec![number.to_string()],
        StepValue::Text(text) => vec![text.clone()],
        StepValue::List(list) => list.clone(),
        StepValue::Nothing => Vec::new(),
    };
    let told = all.into_iter().filter(|one| !one.is_empty());
    told.map(|one| if exact { one } else { one.to_lowercase() }).collect()
}
