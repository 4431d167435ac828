//! Holds the commands in the remedies of all rules to the reference of the products: a person copies them, and a page that
//! names what does not exist, or leaves out what is mandatory, must not be repeated. Does not check the advice.

use crate::support;
use serde_json::Value;
use std::collections::BTreeSet;
use uc_integration::rules;

/// Parameters that every cmdlet has.
const COMMON: [&str; 5] = ["Confirm", "ErrorAction", "Verbose", "WarningAction", "WhatIf"];

/// A cmdlet as text names it, such as `Set-UMService`.
fn cmdlet(word: &str) -> Option<&str> {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let (verb, noun) = word.split_once('-')?;
    let is_word = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric());
    let starts_big = |text: &str| text.starts_with(|c: char| c.is_ascii_uppercase());
    (starts_big(verb) && starts_big(noun) && is_word(verb) && is_word(noun) && noun.len() > 1).then_some(word)
}

/// The cmdlets of a text with their parameters: those that follow before the next cmdlet or the end of the sentence.
fn calls(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut calls: Vec<(String, BTreeSet<String>)> = Vec::new();
    let mut inside = false;
    for word in text.split_whitespace() {
        if let Some(name) = cmdlet(word) {
            calls.push((name.to_owned(), BTreeSet::new()));
            inside = true;
        } else if let (true, Some(parameter), Some(last)) = (inside, word.strip_prefix('-'), calls.last_mut()) {
            let name: String = parameter.chars().take_while(char::is_ascii_alphanumeric).collect();
            if !name.is_empty() {
                last.1.insert(name);
            }
        }
        inside &= !word.ends_with(['.', ',', ';', ':', ')']);
    }
    calls
}

#[test]
fn calls_are_read_from_sentences() {
    let found =
        calls("Run Set-UMService -Identity <server> -DialPlans @{Add=\"<plan>\"}; New-UMHuntGroup -Name x. A -Word");
    let names: Vec<_> = found.iter().map(|(name, all)| (name.as_str(), all.len())).collect();
    assert_eq!(names, [("Set-UMService", 2), ("New-UMHuntGroup", 1)]);
}

/// What the reference says of cmdlets.
fn reference() -> Value {
    support::json_file(&support::reference().join("cmdlets.json"))
}

/// The remedies of all rules in both languages.
fn remedies() -> impl Iterator<Item = (&'static str, &'static str)> {
    rules::all().map(|rule| rule.metadata).flat_map(|rule| [(rule.id, rule.remedy.en), (rule.id, rule.remedy.fr)])
}

/// What only some shells know: the folder of Exchange by a variable.
const OF_SOME_SHELLS: [&str; 4] = ["$env:ExchangeInstallPath", "%ExchangeInstallPath%", "$exscripts", "$exinstall"];
/// Where texts are, beside the rules.
const FOLDERS: [&str; 5] = [
    "docs",
    "ps-module/help/en-US",
    "ps-module/help/fr-FR",
    "ps-module/UcIntegration/en-US",
    "ps-module/UcIntegration/fr-FR",
];

#[test]
fn no_text_relies_on_a_variable_that_only_some_shells_have() {
    let mut texts: Vec<(String, String)> =
        remedies().map(|(rule, remedy)| (rule.to_owned(), remedy.to_owned())).collect();
    for folder in FOLDERS {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                texts.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    for (place, text) in texts {
        for word in OF_SOME_SHELLS {
            assert!(!text.contains(word), "{place} names {word}: the registry says where Exchange is in every shell");
        }
    }
}

#[test]
fn every_parameter_that_a_remedy_names_exists() {
    let reference = reference();
    let mut seen = 0;
    for (id, text) in remedies() {
        for (name, parameters) in calls(text) {
            // Cmdlets of Windows are not in the list of the products.
            let Some(all) = reference["cmdlets"][&name]["parameters"].as_array() else { continue };
            let of_cmdlet = |wanted: &str| all.iter().any(|one| one["name"] == *wanted);
            let known = |wanted: &String| COMMON.contains(&wanted.as_str()) || of_cmdlet(wanted);
            let unknown: Vec<_> = parameters.iter().filter(|parameter| !known(parameter)).collect();
            assert!(unknown.is_empty(), "{id}: {name} has no {unknown:?}: {text}");
            seen += parameters.len();
        }
    }
    assert!(seen > 50, "only {seen} parameters were found");
}

/// Whether some set of a cmdlet demands nothing but these parameters.
fn is_enough(cmdlet: &Value, given: &BTreeSet<String>) -> bool {
    let demands = |one: &&Value| one["required"] == true;
    let is_given = |one: &Value| one["name"].as_str().is_some_and(|name| given.contains(name));
    let sets = cmdlet["parameter_sets"].as_array().into_iter().flatten();
    sets.filter_map(|set| set["parameters"].as_array()).any(|set| set.iter().filter(demands).all(is_given))
}

/// Pages leave out the plan of a new mailbox policy and the country code of a new dial plan.
#[test]
fn a_remedy_that_makes_something_names_all_that_is_mandatory() {
    let reference = reference();
    let mut seen = 0;
    for (id, text) in remedies() {
        for (name, parameters) in calls(text) {
            let cmdlet = &reference["cmdlets"][&name];
            if name.starts_with("New-") && !parameters.is_empty() && cmdlet.is_object() {
                assert!(is_enough(cmdlet, &parameters), "{id}: {name} with {parameters:?} alone: {text}");
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "only {seen} commands were found");
}

#[test]
fn what_pages_name_and_no_version_of_today_has_is_neither_advised_nor_asked() {
    let reference = reference();
    let of_today = |version: &Value| version.as_str().is_some_and(|name| !name.ends_with("2010"));
    let reads = rules::all()
        .map(|rule| rule.metadata)
        .flat_map(|rule| rule.needs.iter().map(move |need| (rule.id, need.command)));
    for (id, text) in remedies().chain(reads) {
        for invented in ["Create-ExchangeCertificate", "Configure-EnterpriseApplication", "Configure-Entepririse"] {
            assert!(!text.contains(invented), "{id}: {text}");
        }
        for (name, _) in calls(text) {
            let versions = reference["cmdlets"][&name]["applicable"].as_array();
            assert!(versions.is_none_or(|all| all.iter().any(of_today)), "{id}: {name} is of old: {text}");
        }
    }
}
