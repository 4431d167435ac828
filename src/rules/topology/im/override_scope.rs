//! For which servers a setting override counts: by name, by the versions between `MinVersion` and `MaxVersion`, and by
//! what a server itself says of it. Checks nothing.

use crate::facts::{ServerOverride, ServerOverrides, SettingOverride};
use crate::rules::prelude::*;
use crate::rules::topology::im::values::KEYS;
use std::cmp::Ordering;

/// The names that the flighting service gives the overrides that it makes for itself.
const OF_FLIGHTING: &str = "FlightingServiceOverride_";
/// What a server says of an override that it takes.
const ACCEPTED: &str = "Accepted";

/// Whether an override is one of the instant messaging settings, and somebody's own.
#[must_use]
pub(crate) fn is_im_override(setting: &SettingOverride) -> bool {
    let is =
        |value: &Option<String>, name: &str| value.as_deref().is_some_and(|value| value.eq_ignore_ascii_case(name));
    is(&setting.component, "OwaServer") && is(&setting.section, "IMSettings") && !is_of_flighting(&setting.name)
}

/// Whether an override gives one of the two settings. One that only gives others of the same section stands beside it.
pub(crate) fn gives_im_settings(setting: &SettingOverride) -> bool {
    is_im_override(setting) && KEYS.iter().any(|key| has_parameter(setting, key))
}

/// Whether an override names a parameter, with a value or without.
pub(crate) fn has_parameter(setting: &SettingOverride, name: &str) -> bool {
    pairs(setting).any(|(key, _)| key.eq_ignore_ascii_case(name))
}

/// The parameters of an override, each with its value.
pub(crate) fn pairs(setting: &SettingOverride) -> impl Iterator<Item = (&str, &str)> {
    setting.parameters.iter().filter_map(|pair| pair.split_once('=')).map(|(key, value)| (key.trim(), value.trim()))
}

/// Whether the flighting service of Exchange made an override. Those are neither ours nor duplicates.
fn is_of_flighting(name: &str) -> bool {
    name.get(..OF_FLIGHTING.len()).is_some_and(|start| start.eq_ignore_ascii_case(OF_FLIGHTING))
}

/// Whether an override is for a server: it names none, or the server's name, for which `*` may stand in.
pub(crate) fn names(setting: &SettingOverride, host: &Host) -> bool {
    setting.servers.is_empty() || setting.servers.iter().any(|pattern| matches(&pattern.to_lowercase(), host.short()))
}

/// Whether a name fits a pattern in which `*` stands for any characters.
#[must_use]
pub(crate) fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, rest)) => name
            .strip_prefix(start)
            .is_some_and(|left| (0..=left.len()).any(|at| left.is_char_boundary(at) && matches(rest, &left[at..]))),
    }
}

/// The version of a server that `MinVersion` and `MaxVersion` are compared with: that of its binaries, which a security
/// update may change alone, or as much of it as Exchange shows.
pub(crate) fn compared_version(server: &Server<'_>) -> Option<String> {
    server.build.map(|build| build.to_string()).or_else(|| server.facts.version.clone())
}

/// Whether the version of a server is one of those that an override is for. What the server itself says of the override
/// as it is now is believed first: its file need not have been looked at.
pub(crate) fn is_for_version(
    context: &Context<'_>,
    setting: &SettingOverride,
    server: &Server<'_>,
) -> Result<bool, Missing> {
    let bounds = [(&setting.min_version, Ordering::Less), (&setting.max_version, Ordering::Greater)];
    let mut bounds =
        bounds.into_iter().filter(|(bound, _)| bound.as_deref().is_some_and(|text| !text.trim().is_empty())).peekable();
    if bounds.peek().is_none() || is_read(context, setting, server).is_ok_and(|status| status.is_some_and(is_accepted))
    {
        return Ok(true);
    }
    let unknown = || Missing::not_collected(&exchange_sections::SERVERS).on(server.host.name());
    let found = numbers(&compared_version(server).ok_or_else(unknown)?);
    for (bound, outside) in bounds {
        let unreadable = || Missing::not_collected(&exchange_sections::SETTING_OVERRIDES).on(&setting.name);
        let bound = bound_numbers(bound.as_deref().unwrap_or_default()).ok_or_else(unreadable)?;
        if compare(&found, &bound).ok_or_else(unknown)? == outside {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The numbers of a version, such as `Version 15.1 (Build 2507.6)`; a version has four at most.
fn numbers(text: &str) -> Vec<i64> {
    let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    parts.map_while(|part| part.parse().ok()).take(4).collect()
}

/// A bound as .NET reads a version: two to four numbers, of which those that are not there are less than 0.
fn bound_numbers(text: &str) -> Option<[i64; 4]> {
    let parts: Vec<&str> = text.trim().split('.').collect();
    let mut numbers = [-1; 4];
    if !(2..=4).contains(&parts.len()) {
        return None;
    }
    for (number, part) in numbers.iter_mut().zip(parts) {
        *number = part.parse::<u32>().ok()?.into();
    }
    Some(numbers)
}

/// How a version stands to a bound; nothing if too few of its numbers are known.
fn compare(found: &[i64], bound: &[i64; 4]) -> Option<Ordering> {
    for (place, limit) in bound.iter().enumerate() {
        match found.get(place)?.cmp(limit) {
            Ordering::Equal => {}
            other => return Some(other),
        }
    }
    Some(Ordering::Equal)
}

/// What a server says of all overrides.
pub(crate) fn of_server<'a>(context: &Context<'a>, server: &Server<'_>) -> Result<&'a Item<ServerOverrides>, Missing> {
    let name = server.host.name();
    let all = context.estate.exchange.server_overrides.items_for(name)?;
    let found = all.iter().find(|one| context.estate.host(&one.server) == server.host);
    found.ok_or_else(|| Missing::not_collected(&exchange_sections::SERVER_OVERRIDES).on(name))
}

/// Whether a server is known to have read its overrides before this one was changed.
pub(crate) fn is_stale(read: &ServerOverrides, setting: &SettingOverride) -> bool {
    read.updated.zip(setting.when_changed).is_some_and(|(updated, changed)| updated < changed)
}

/// Whether a server is known to have read its overrides since this one was changed.
pub(crate) fn is_current(read: &ServerOverrides, setting: &SettingOverride) -> bool {
    read.updated.zip(setting.when_changed).is_some_and(|(updated, changed)| updated >= changed)
}

/// What a server says of an override as it is now; nothing if the server has not read its overrides since that was
/// changed, does not list it, or lists other parameters: those that its domain controller had at that time.
pub(crate) fn is_read<'a>(
    context: &Context<'a>,
    setting: &SettingOverride,
    server: &Server<'_>,
) -> Result<Option<&'a ServerOverride>, Missing> {
    let read: &'a ServerOverrides = of_server(context, server)?;
    let found = read.overrides.iter().find(|one| same_name(&one.name, &setting.name));
    let is_same =
        |one: &&ServerOverride| one.parameters.as_ref().is_none_or(|read| is_same_list(read, &setting.parameters));
    Ok(found.filter(|_| is_current(read, setting)).filter(is_same))
}

/// Whether two lists of parameters hold the same, in any order.
fn is_same_list(one: &[String], other: &[String]) -> bool {
    let sorted = |list: &[String]| {
        let mut list: Vec<String> = list.iter().map(|pair| pair.trim().to_lowercase()).collect();
        list.sort();
        list
    };
    sorted(one) == sorted(other)
}

/// Whether a server takes an override.
pub(crate) fn is_accepted(one: &ServerOverride) -> bool {
    one.status.as_deref().is_some_and(|status| status.trim().eq_ignore_ascii_case(ACCEPTED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_dot_net_does() {
        let order = |found: &str, bound: &str| compare(&numbers(found), &bound_numbers(bound).unwrap());
        for (found, bound, expected) in [
            ("Version 15.1 (Build 2507.6)", "15.1.2507.6", Some(Ordering::Equal)),
            ("Version 15.1 (Build 2507.6)", "15.1.2507.61", Some(Ordering::Less)),
            ("15.2.1118.7", "15.1.2507.6", Some(Ordering::Greater)),
            ("15.1.2507.6", "15.1.2507", Some(Ordering::Greater)),
            ("15.1.2507.6", "15.2", Some(Ordering::Less)),
            ("Version 15.1", "15.1.2507.6", None),
            ("Version 15.1", "15.2.0.0", Some(Ordering::Less)),
            ("", "15.1", None),
            ("99999999999999999999", "15.1", None),
        ] {
            assert_eq!(order(found, bound), expected, "{found} {bound}");
        }
    }

    #[test]
    fn a_bound_is_two_to_four_numbers_and_nothing_else() {
        for text in ["", "15", "15.1.2507.6.1", "15.x", "15.-1", "15..1", "Version 15.1", "99999999999.0"] {
            assert_eq!(bound_numbers(text), None, "{text}");
        }
        assert_eq!(bound_numbers(" 15.1 "), Some([15, 1, -1, -1]));
    }

    #[test]
    fn only_the_flighting_service_names_overrides_so() {
        assert!(
            is_of_flighting("flightingserviceoverride_EX01_F1.1")
                && !is_of_flighting("FlightingService")
                && !is_of_flighting("é")
        );
    }
}
