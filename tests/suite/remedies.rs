//! Holds the commands in the remedies of all rules to the reference of the products: a person copies them, and a page that
//! names a parameter which does not exist must not be repeated. Does not judge the advice.

use crate::support;
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

#[test]
fn every_parameter_that_a_remedy_names_exists() {
    let reference = support::json_file(&support::reference().join("cmdlets.json"));
    let mut seen = 0;
    for rule in rules::all() {
        for text in [rule.remedy.en, rule.remedy.fr] {
            for (name, parameters) in calls(text) {
                // Cmdlets of Windows are not in the list of the products.
                let Some(all) = reference["cmdlets"][&name]["parameters"].as_array() else { continue };
                let of_cmdlet = |wanted: &str| all.iter().any(|one| one["name"] == *wanted);
                let known = |wanted: &String| COMMON.contains(&wanted.as_str()) || of_cmdlet(wanted);
                let unknown: Vec<_> = parameters.iter().filter(|parameter| !known(parameter)).collect();
                assert!(unknown.is_empty(), "{}: {name} has no {unknown:?}: {text}", rule.id);
                seen += parameters.len();
            }
        }
    }
    assert!(seen > 50, "only {seen} parameters were found");
}
