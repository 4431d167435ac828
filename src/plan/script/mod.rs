//! A plan as scripts: one for each stage, which an administrator or a change board can read, and which runs without this
//! library on PowerShell 3.0. Fixed parts come from the `.ps1` files of this folder, values through `plan::quote` only.
//! Must not decide anything: what is compared, asked and run stands in the plan.

mod step;
mod words;

use super::document::{Plan, Stage};
use super::quote;
use crate::error::Result;
use crate::facts::Shell;
use crate::message::{Culture, Text};
use crate::step::{Command, Probe, is_script};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A script for one sitting.
#[derive(Clone, Debug)]
pub struct Script {
    /// A name for the file, without a folder.
    pub file_name: String,
    /// The text, its lines ended by CR LF. Shells before PowerShell 6 read it rightly only with a byte order mark.
    pub text: String,
}

/// What scripts and module do alike is one file: the module loads it, a script holds it as it is.
const SHARED: &str = include_str!("../../../ps-module/UcIntegration/Apply/Shared.ps1");
const ENGINE: &str = include_str!("engine.ps1");
const WEB_CONFIG: &str = include_str!("web_config.ps1");

/// The scripts of a plan that was verified, one for each stage, in one language.
///
/// # Errors
///
/// `PlanInvalid` for a step that no script can hold: a property in two spellings.
pub fn render(plan: &Plan, culture: Culture) -> Result<Vec<Script>> {
    let numbered = plan.stages.iter().zip(1_usize..);
    numbered
        .map(|(stage, number)| {
            let text = script(plan, stage, number, culture)?;
            Ok(Script { file_name: file_name(stage, number), text: text.replace('\n', "\r\n") })
        })
        .collect()
}

/// What distinguishes stages that a script has to know beside its steps.
struct Parts {
    web_config: bool,
    /// Every cmdlet of the products and of Windows that the script runs.
    commands: BTreeSet<String>,
}

impl Parts {
    fn of(stage: &Stage) -> Self {
        let mut parts = Self { web_config: false, commands: BTreeSet::new() };
        for step in &stage.steps {
            for command in std::iter::once(&step.command).chain(&step.undo) {
                match command {
                    Command::Cmdlet(cmdlet) => drop(parts.commands.insert(cmdlet.name.clone().into_owned())),
                    Command::Each { command, read, .. } => {
                        parts.commands.extend([command, read].map(|one| one.name.clone().into_owned()));
                    }
                    Command::WebConfig { .. } => parts.web_config = true,
                }
            }
            match step.transition.as_ref().map(|transition| &transition.probe) {
                Some(Probe::Object { command, .. }) => drop(parts.commands.insert(command.name.clone().into_owned())),
                Some(Probe::WebConfig { .. }) => parts.web_config = true,
                Some(Probe::ImSettings { .. }) => drop(parts.commands.insert("Get-ExchangeDiagnosticInfo".to_owned())),
                Some(Probe::Readers { .. }) => {
                    parts.commands.extend(["Get-ADPermission", "Get-OrganizationConfig"].map(str::to_owned));
                }
                None => {}
            }
        }
        // A script of Exchange is called by its path; it is no command of the session.
        parts.commands.retain(|name| !is_script(name));
        parts
    }
}

fn script(plan: &Plan, stage: &Stage, number: usize, culture: Culture) -> Result<String> {
    let parts = Parts::of(stage);
    let mut out = help(plan, stage, number, culture);
    out.push_str(&parameters());
    out.push_str(&words(&parts, culture));
    for (wanted, part) in [(true, SHARED), (true, ENGINE), (parts.web_config, WEB_CONFIG)] {
        if wanted {
            out.push('\n');
            out.push_str(part);
        }
    }
    out.push_str(&start(stage, &parts));
    out.push_str(&step::render(stage, culture)?);
    out.push_str("Invoke-Plan\n");
    Ok(out)
}

const SYNOPSIS: Text = Text::new(
    "Takes the steps of a plan. Made by UcIntegration, and runs without it.",
    "Exécute les étapes d'un plan. Produit par UcIntegration, et s'exécute sans lui.",
);
const ORDER: Text = Text::new(
    "Script {number} of {count}: run the scripts of a plan in the order of their numbers.",
    "Script {number} sur {count} : exécutez les scripts d'un plan dans l'ordre de leurs numéros.",
);
const DESCRIPTION: &[Text] = &[
    Text::new(
        "Every step is compared with the state that the plan was made for. If a state has drifted, nothing is changed.",
        "Chaque étape est comparée à l'état pour lequel le plan a été établi. Si un état a changé, rien n'est modifié.",
    ),
    Text::new(
        "A step that interrupts users asks first; -Force answers yes. Steps that are done are passed over.",
        "Une étape qui interrompt des utilisateurs demande d'abord ; -Force répond oui. Les étapes déjà faites sont passées.",
    ),
];
const PARAMETERS: &[(&str, Text)] = &[
    (
        "Force",
        Text::new(
            "Do not ask before steps that interrupt users.",
            "Ne pas demander avant les étapes qui interrompent des utilisateurs.",
        ),
    ),
    (
        "Undo",
        Text::new(
            "Take the steps back, the last one first. Begin with the last script of the plan.",
            "Annuler les étapes, la dernière d'abord. Commencez par le dernier script du plan.",
        ),
    ),
    (
        "Follow",
        Text::new(
            "Run the steps that follow others (restarts, for example) even if nothing changes in this run.",
            "Exécuter les étapes qui en suivent d'autres (redémarrages, par exemple) même si rien ne change cette fois.",
        ),
    ),
];
const EXAMPLES: &[(&str, Text)] = &[
    (" -WhatIf", Text::new("Shows the steps, and changes nothing.", "Montre les étapes et ne modifie rien.")),
    (
        " | Format-Table -AutoSize -Wrap",
        Text::new(
            "Takes the steps, and shows all of what came of each.",
            "Exécute les étapes et montre en entier le résultat de chacune.",
        ),
    ),
    (" -Undo", Text::new("Takes the steps back.", "Annule les étapes.")),
];
const OUTPUTS: Text = Text::new(
    "An object for each step, with Number, Status, Title and Message. Status is Done, AlreadyCompliant, Unverified (nothing shows that it did its work), Skipped, WhatIf, Undone, Drifted or Failed; the last two end the script.",
    "Un objet par étape, avec Number, Status, Title et Message. Status est Done, AlreadyCompliant, Unverified (rien ne montre qu'elle a fait son travail), Skipped, WhatIf, Undone, Drifted ou Failed ; les deux derniers terminent le script.",
);

/// What `Get-Help` shows of the script. Only the notes hold anything from the plan, behind a label on a line of its own, so
/// that no value can be taken for a keyword.
fn help(plan: &Plan, stage: &Stage, number: usize, culture: Culture) -> String {
    let file = file_name(stage, number);
    let mut out = "<#\n".to_owned();
    let mut section = |keyword: &str, lines: &[String]| {
        let _ = writeln!(out, ".{keyword}\n{}\n", lines.join("\n"));
    };
    section("SYNOPSIS", &[SYNOPSIS.of(culture).to_owned()]);
    let order = [("number", number.to_string()), ("count", plan.stages.len().to_string())];
    let mut description = vec![ORDER.fill(culture, &order)];
    description.extend(DESCRIPTION.iter().map(|text| text.of(culture).to_owned()));
    section("DESCRIPTION", &description);
    for (name, text) in PARAMETERS {
        section(&format!("PARAMETER {name}"), &[text.of(culture).to_owned()]);
    }
    for (rest, text) in EXAMPLES {
        section("EXAMPLE", &[format!(".\\{file}{rest}"), String::new(), text.of(culture).to_owned()]);
    }
    section("OUTPUTS", &[OUTPUTS.of(culture).to_owned()]);
    section("NOTES", &notes(plan, stage, culture));
    out.truncate(out.trim_end().len());
    out + "\n#>\n"
}

fn notes(plan: &Plan, stage: &Stage, culture: Culture) -> Vec<String> {
    let any = Text::new("any machine with that shell", "tout ordinateur doté de cet environnement").of(culture);
    vec![
        quote::line(Text::new("Plan:    ", "Plan :          ").of(culture), &plan.id),
        quote::line(Text::new("Made:    ", "Établi :        ").of(culture), &plan.made.to_string()),
        quote::line(Text::new("Shell:   ", "Environnement : ").of(culture), shell(stage.shell).of(culture)),
        quote::line(Text::new("Machine: ", "Ordinateur :    ").of(culture), stage.machine.as_deref().unwrap_or(any)),
    ]
}

fn parameters() -> String {
    let all: Vec<String> = PARAMETERS.iter().map(|(name, _)| format!("    [switch]${name}")).collect();
    format!(
        "[CmdletBinding(SupportsShouldProcess = $true)]\nparam(\n{}\n)\nSet-StrictMode -Version Latest\n$ErrorActionPreference = 'Stop'\n",
        all.join(",\n")
    )
}

fn words(parts: &Parts, culture: Culture) -> String {
    let files = if parts.web_config { words::WEB_CONFIG } else { &[] };
    let lines = words::SHARED.iter().chain(words::ENGINE).chain(files);
    let lines: String = lines.map(|(name, text)| format!("    {name} = {}\n", quote::text(text.of(culture)))).collect();
    format!("\n$words = @{{\n{lines}}}\n")
}

/// What is looked at before any step: the machine and the commands.
fn start(stage: &Stage, parts: &Parts) -> String {
    let mut out = "\n$scriptCmdlet = $PSCmdlet\n$ran = @{}\n".to_owned();
    if let Some(machine) = &stage.machine {
        // Windows knows a machine by the first 15 characters of its name.
        let short: String = machine.split('.').next().unwrap_or_default().chars().take(15).collect();
        let short = quote::text(&short);
        let stop = format!("throw ($words.WrongMachine -f {short}, $env:COMPUTERNAME)");
        out += &["if ($env:COMPUTERNAME -ne ", &short, ") { ", &stop, " }\n"].concat();
    }
    if !parts.commands.is_empty() {
        let names: Vec<String> = parts.commands.iter().map(|name| quote::text(name)).collect();
        out += &["Assert-PlanCommand ", &names.join(", "), "\n"].concat();
    }
    out
}

const fn shell(shell: Shell) -> Text {
    match shell {
        Shell::Lync => Text::new(
            "Lync Server or Skype for Business Server Management Shell",
            "Lync Server Management Shell ou Skype for Business Server Management Shell",
        ),
        Shell::Exchange => Text::new("Exchange Management Shell", "Exchange Management Shell"),
        Shell::Local => {
            Text::new("Windows PowerShell, as administrator", "Windows PowerShell, en tant qu'administrateur")
        }
    }
}

/// `2-Exchange-ex01.ps1`: only characters that a name of a file and a command line take as they are.
fn file_name(stage: &Stage, number: usize) -> String {
    let label = stage.machine.as_deref().unwrap_or_default().split('.').next().unwrap_or_default();
    let label: String = label.chars().filter(|one| one.is_ascii_alphanumeric() || *one == '-').take(40).collect();
    let machine = if label.is_empty() { String::new() } else { format!("-{}", label.to_ascii_lowercase()) };
    format!("{number}-{}{machine}.ps1", stage.shell.name())
}
