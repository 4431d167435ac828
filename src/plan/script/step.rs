//! The steps of one stage as data of its script: a table for each, whose blocks read, run and take back. Every name of a
//! command comes from `step::known` (the plan was verified), every value through `plan::quote`.

use crate::error::{Error, Result};
use crate::facts::Shell;
use crate::l10n::{Culture, Text};
use crate::plan::document::{PlannedStep, Stage};
use crate::plan::quote;
use crate::status::Status;
use crate::step::{Change, Cmdlet, Command, Probe, State, Transition, Value, is_script};
use std::collections::{BTreeMap, BTreeSet};

/// All steps of a stage as one array.
pub(super) fn render(stage: &Stage, culture: Culture) -> Result<String> {
    let mut places: Vec<&Probe> = Vec::new();
    let mut out = "\n$steps = @()\n".to_owned();
    for step in &stage.steps {
        let place = step.transition.as_ref().map(|transition| {
            places.iter().position(|probe| **probe == transition.probe).unwrap_or_else(|| {
                places.push(&transition.probe);
                places.len() - 1
            })
        });
        out.push_str(&comments(step, culture));
        out.push_str(&table(stage, step, place)?);
    }
    out.push('\n');
    Ok(out)
}

fn comments(step: &PlannedStep, culture: Culture) -> String {
    let heading =
        Text::new("Step {number}: ", "Étape {number} : ").format(culture, &[("number", step.number.to_string())]);
    let mut lines = vec![String::new(), quote::comment(&heading, &step.title)];
    for reason in &step.reasons {
        let both = format!("{} {}", reason.rule, reason.target);
        lines.push(quote::comment(Text::new("  Fixes: ", "  Corrige : ").of(culture), &both));
    }
    if let Some(what) = &step.interrupts {
        lines.push(quote::comment(Text::new("  Interrupts: ", "  Interrompt : ").of(culture), what));
    }
    if let Some(note) = &step.note {
        lines.push(quote::comment(Text::new("  Note: ", "  Remarque : ").of(culture), note));
    }
    if !step.verified_by.is_empty() {
        let rules = step.verified_by.join(", ");
        lines.push(quote::comment(Text::new("  Verified by: ", "  Vérifiée par : ").of(culture), &rules));
    }
    if !step.follows.is_empty() {
        let label =
            Text::new("  Runs if one of these steps ran: ", "  S'exécute si l'une de ces étapes a été exécutée : ");
        lines.push(quote::comment(label.of(culture), &joined(&step.follows)));
    }
    lines.join("\n") + "\n"
}

fn joined(numbers: &[u32]) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

fn table(stage: &Stage, step: &PlannedStep, place: Option<usize>) -> Result<String> {
    // The shell of Exchange works through IIS; any other one does not notice.
    let ends_session = stage.shell == Shell::Exchange && step.command.stops_iis();
    let mut rows = vec![
        ("Number", step.number.to_string()),
        ("Title", quote::text(&step.title)),
        ("Interrupts", quote::text(step.interrupts.as_deref().unwrap_or_default())),
        ("Follows", format!("@({})", joined(&step.follows))),
        ("VerifiedBy", quote::text(&step.verified_by.join(", "))),
        ("Silent", format!("${}", is_silent(&step.command))),
        ("EndsSession", format!("${ends_session}")),
    ];
    if let (Some(transition), Some(place)) = (&step.transition, place) {
        let names = names(step, transition)?;
        rows.push(("Place", place.to_string()));
        rows.push(("Exact", format!("${}", matches!(transition.probe, Probe::WebConfig { .. }))));
        rows.push(("Read", block(&[probe(&transition.probe, &names)])));
        rows.push(("Before", state(&transition.before, &names, &transition.probe)));
        rows.push(("After", state(&transition.after, &names, &transition.probe)));
    } else {
        rows.push(("Read", "$null".to_owned()));
    }
    rows.push(("Run", block(&[command(&step.command)])));
    let undo: Vec<String> = step.undo.iter().map(command).collect();
    rows.push(("Undo", if undo.is_empty() { "$null".to_owned() } else { block(&undo) }));
    let rows: String = rows.into_iter().map(|(name, text)| format!("    {name} = {text}\n")).collect();
    Ok(format!("$steps += @{{\n{rows}}}\n"))
}

const TWO_SPELLINGS: Text = Text::new(
    "step {number} has two properties {name} that differ only in case",
    "l'étape {number} a deux propriétés {name} qui ne diffèrent que par la casse",
);

/// The properties that either state names: one that a state leaves out is not set in it.
fn names(step: &PlannedStep, transition: &Transition) -> Result<BTreeSet<String>> {
    let states = transition.before.iter().chain(&transition.after);
    let mut names: BTreeSet<String> = states.flat_map(BTreeMap::keys).cloned().collect();
    if let (Probe::WebConfig { .. }, Command::WebConfig { changes, .. }) = (&transition.probe, &step.command) {
        names.extend(changes.iter().map(|change| change.key.clone()));
    }
    unique(step.number, names.iter())?;
    if let Probe::Object { filter, .. } = &transition.probe {
        unique(step.number, filter.keys())?;
    }
    Ok(names)
}

/// A table of PowerShell has no two names that differ by case only.
fn unique<'n>(number: u32, names: impl Iterator<Item = &'n String>) -> Result<()> {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name.to_lowercase()) {
            let args = vec![("number", number.to_string()), ("name", name.clone())];
            return Err(Error::new(Status::PlanInvalid).with_text("detail", TWO_SPELLINGS, args));
        }
    }
    Ok(())
}

fn probe(probe: &Probe, names: &BTreeSet<String>) -> String {
    let names: Vec<String> = names.iter().cloned().collect();
    let names = quote::list(&names);
    match probe {
        Probe::Object { command, filter } => {
            let filter = pairs(filter.iter().map(|(name, value)| (name.as_str(), quote::value(value))));
            format!("Read-UcObjectState -From {{ {} }} -Where {filter} -Name {names}", cmdlet(command))
        }
        Probe::WebConfig { path } => format!("Read-PlanWebConfig -Path {} -Key {names}", quote::text(path)),
        Probe::ImSettings { server } => format!("Read-UcImState -Server {}", quote::text(server)),
        Probe::Readers { container } => {
            format!("Read-UcReaderState -Container {} -Name {names}", quote::text(container))
        }
    }
}

/// A state with every name: `$null` for what is not set. An object has no texts that are set and empty.
fn state(state: &State, names: &BTreeSet<String>, probe: &Probe) -> String {
    let in_file = matches!(probe, Probe::WebConfig { .. });
    let none = BTreeMap::new();
    let Some(properties) = state.as_ref().or_else(|| in_file.then_some(&none)) else { return "$null".to_owned() };
    let empty = |value: &Value| match value {
        Value::Text(text) => text.is_empty(),
        Value::List(list) => list.is_empty(),
        Value::Nothing => true,
        Value::Flag(_) | Value::Number(_) => false,
    };
    pairs(names.iter().map(|name| {
        let value = properties.get(name).filter(|value| in_file || !empty(value));
        (name.as_str(), value.map_or_else(|| "$null".to_owned(), quote::value))
    }))
}

fn pairs<'n>(of: impl Iterator<Item = (&'n str, String)>) -> String {
    let all: Vec<String> = of.map(|(name, value)| format!("{} = {value}", quote::text(name))).collect();
    if all.is_empty() { "@{}".to_owned() } else { format!("@{{ {} }}", all.join("; ")) }
}

fn command(command: &Command) -> String {
    match command {
        Command::Cmdlet(one) if one.name == REFRESH => cmdlet(one) + " | Assert-UcRefresh",
        Command::Cmdlet(one) => cmdlet(one),
        Command::Each { command, read, filter } => each(command, read, filter),
        Command::WebConfig { path, changes } => {
            let changes: Vec<String> = changes.iter().map(change).collect();
            format!("Set-PlanWebConfig -Path {} -Change @({})", quote::text(path), changes.join(", "))
        }
    }
}

/// A call for each object that meets the conditions. Its name is a value of the session, never part of the script.
fn each(command: &Cmdlet, read: &Cmdlet, filter: &BTreeMap<String, Value>) -> String {
    let conditions = pairs(filter.iter().map(|(name, value)| (name.as_str(), quote::value(value))));
    let call = [&cmdlet(command), " -Identity ([string]$one.Identity)"].concat();
    format!("foreach ($one in @(Get-UcObject -From {{ {} }} -Where {conditions})) {{ {call} }}", cmdlet(read))
}

/// The question by which a server refreshes. What went wrong stands in its answer.
const REFRESH: &str = "Get-ExchangeDiagnosticInfo";

/// Whether the end of a command proves nothing: a script of Exchange writes what went wrong to the screen and ends; a
/// server that was asked to refresh says that it heard, not what it works with now.
fn is_silent(command: &Command) -> bool {
    matches!(command, Command::Cmdlet(cmdlet) if is_script(&cmdlet.name) || cmdlet.name == REFRESH)
}

fn change(change: &Change) -> String {
    let value = change.value.as_deref().map_or_else(|| "$null".to_owned(), quote::text);
    format!("@{{ Key = {}; Value = {value} }}", quote::text(&change.key))
}

/// A call that ends the script if it fails.
fn cmdlet(cmdlet: &Cmdlet) -> String {
    if is_script(&cmdlet.name) {
        let given = cmdlet.parameters.iter().map(|one| (one.name.as_ref(), quote::value(&one.value)));
        return format!("Invoke-UcExchangeScript -Name {} -Parameter {}", quote::text(&cmdlet.name), pairs(given));
    }
    let parameters = quote::parameters(&cmdlet.parameters);
    if cmdlet.name == "Restart-WebAppPool" {
        return ["Restart-UcWebAppPool", &parameters].concat();
    }
    [&cmdlet.name, parameters.as_str(), " -ErrorAction Stop"].concat()
}

fn block(lines: &[String]) -> String {
    format!("{{ {} }}", lines.join("; "))
}
