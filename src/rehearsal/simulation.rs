//! Holds the model to the simulated products of the PowerShell tests, where they left their facts: for every estate those
//! before, the plan, and those after it was applied. The model's facts have to be the same, the rules have to say the same
//! of them, and the plan has to keep to what it keeps to in generated estates.

use super::estate::{Facts, later, text};
use super::judge::{judge, plain, planned};
use super::run;
use crate::facts::Time;
use crate::plan::Plan;
use crate::rules::{Scenario, Settings};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The scenarios and requests of an estate, as `tests/ps/scenarios` writes them down.
#[derive(Deserialize)]
struct Asked {
    scenarios: Vec<Scenario>,
    settings: Settings,
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap()
}

/// The facts of a moment, in the order in which they were collected, at the time of the last document.
fn facts(folder: &Path, moment: &str) -> Facts {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_of = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(moment));
    let mut files: Vec<PathBuf> = files.filter(is_of).collect();
    files.sort();
    let documents: Vec<Value> = files.iter().map(|path| read(path)).collect();
    let asked: Asked = serde_json::from_value(read(&folder.join("request.json"))).unwrap();
    let last = documents.iter().filter_map(|one| Time::parse(text(&one["collected"], "time"))).max().unwrap();
    Facts::new(documents, asked.settings, asked.scenarios, later(last, 60))
}

/// The estates that were recorded; none where nothing was.
fn recorded() -> Vec<PathBuf> {
    let Some(folder) = std::env::var_os("UC_RECORD") else { return Vec::new() };
    let mut all: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all
}

/// What one side lists and the other does not, by question.
fn differences(model: &Facts, real: &Facts) -> Vec<String> {
    let mut all = Vec::new();
    for (number, (left, right)) in model.documents.iter().zip(&real.documents).enumerate() {
        for part in ["exchange", "lync", "machine"] {
            let names = right.get(part).and_then(Value::as_object).into_iter().flat_map(|facts| facts.keys());
            for name in names {
                let path = format!("{part}.{name}");
                let values = |document: &Value| strict(&path, &document[part][name]["values"]);
                let (left, right) = (values(left), values(right));
                all.extend(
                    left.iter().filter(|one| !right.contains(one)).map(|one| format!("{number} {path} model {one}")),
                );
                all.extend(
                    right.iter().filter(|one| !left.contains(one)).map(|one| format!("{number} {path} real {one}")),
                );
            }
        }
    }
    all
}

/// What is compared: all but times of what runs, and names that a script chooses.
fn strict(path: &str, values: &Value) -> Vec<String> {
    let mut values = values.clone();
    if path == "exchange.serverOverrides" {
        // What a server says beside a status is a text.
        for one in values.as_array_mut().into_iter().flatten() {
            for told in one["overrides"].as_array_mut().into_iter().flatten() {
                told.as_object_mut().into_iter().for_each(|told| drop(told.remove("message")));
            }
        }
    }
    let dropped: &[&str] = match path {
        "machine.dns" | "machine.webAnswers" => return Vec::new(),
        "machine.appPools" | "machine.services" => &["started"],
        "machine.webConfigs" => &["lastWrite"],
        "machine.events" => &["time", "message"],
        "exchange.settingOverrides" => &["whenChanged"],
        "exchange.serverOverrides" => &["updated"],
        "exchange.umIpGateways" => &["whenCreated"],
        "exchange.partnerApplications" => &["name"],
        "lync.replication" => &["lastUpdate"],
        "lync.storageTests" => &["message"],
        _ => &[],
    };
    plain(&values, dropped)
}

/// What the rules say of facts: what is no pass, by rule and target.
fn said(facts: &Facts) -> BTreeSet<String> {
    let (found, _) = planned(facts).unwrap();
    found.into_iter().map(|one| format!("{} {} {:?} {:?}", one.rule, one.target, one.status, one.severity)).collect()
}

/// For `cargo xtask test scenarios`, which records first.
#[test]
#[ignore = "needs what the scenarios wrote down"]
fn the_model_is_as_the_simulated_products() {
    let all = recorded();
    assert!(!all.is_empty(), "UC_RECORD names no folder with estates");
    let mut wrong = Vec::new();
    for folder in &all {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let (mut model, real) = (facts(folder, "before"), facts(folder, "after"));
        let plan: Plan = serde_json::from_value(read(&folder.join("plan.json"))).unwrap();
        if let Err(why) = run::apply(&mut model, &plan) {
            wrong.push(format!("{name}: {why}"));
            continue;
        }
        wrong.extend(differences(&model, &real).into_iter().map(|one| format!("{name}: {one}")));
        let (left, right) = (said(&model), said(&real));
        wrong.extend(left.difference(&right).map(|one| format!("{name}: model says {one}")));
        wrong.extend(right.difference(&left).map(|one| format!("{name}: real says {one}")));
    }
    assert!(wrong.is_empty(), "{} estates\n{}", all.len(), wrong.join("\n"));
}

/// The same for what a plan has to keep to.
#[test]
#[ignore = "needs what the scenarios wrote down"]
fn a_plan_does_no_harm_in_simulated_estates() {
    let all = recorded();
    assert!(!all.is_empty(), "UC_RECORD names no folder with estates");
    let mut wrong = Vec::new();
    for folder in &all {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let violations = judge(&facts(folder, "before")).violations;
        wrong.extend(violations.into_iter().map(|one| format!("{name}: {} {}", one.kind, one.detail)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
