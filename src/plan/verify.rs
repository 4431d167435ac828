//! What a plan that comes back from a file must keep to: its version, and commands that this library could have put
//! there. A plan is run with the rights of an administrator, and anybody may have written the file.

use super::document::{Plan, PlannedStep, SCHEMA, Stage};
use crate::error::{Error, Result};
use crate::facts::Shell;
use crate::l10n::Text;
use crate::status::Status;
use crate::step::{Cmdlet, Command, Probe, known_command};

const OTHER_VERSION: Text =
    Text::new("its schema is {found}, not {expected}", "son schéma est {found}, et non {expected}");
const UNKNOWN: Text = Text::new(
    "step {number} runs {command}, which is not allowed in a plan",
    "l'étape {number} exécute {command}, ce qui n'est pas autorisé dans un plan",
);
const CHANGES: Text = Text::new(
    "step {number} reads with {command}, which does more than read",
    "l'étape {number} lit avec {command}, qui ne fait pas que lire",
);
const OTHER_FILE: Text = Text::new(
    "step {number} edits {command}, which is not a Web.config file",
    "l'étape {number} modifie {command}, qui n'est pas un fichier Web.config",
);
const ELSEWHERE: Text = Text::new(
    "step {number} runs {command} in a shell that does not have it",
    "l'étape {number} exécute {command} dans un shell qui ne l'a pas",
);

const BAD_ID: Text = Text::new(
    "its ID is not made of letters and digits",
    "son identificateur n'est pas composé de lettres et de chiffres",
);

/// Refuses a plan that this library would not have made.
///
/// # Errors
///
/// `PlanInvalid`, with the step and the command or path that no plan of this library has.
pub fn verify(plan: &Plan) -> Result<()> {
    if plan.schema != SCHEMA {
        let args = vec![("found", plan.schema.clone()), ("expected", SCHEMA.to_owned())];
        return Err(Error::new(Status::PlanInvalid).with_text("detail", OTHER_VERSION, args));
    }
    // It becomes the name of a file.
    if !(1..=64).contains(&plan.id.len()) || !plan.id.chars().all(|one| one.is_ascii_alphanumeric()) {
        return Err(Error::new(Status::PlanInvalid).with_text("detail", BAD_ID, Vec::new()));
    }
    for stage in &plan.stages {
        for step in &stage.steps {
            verify_step(stage, step)?;
        }
    }
    Ok(())
}

fn verify_step(stage: &Stage, step: &PlannedStep) -> Result<()> {
    for command in std::iter::once(&step.command).chain(&step.undo) {
        match command {
            Command::Cmdlet(cmdlet) => verify_cmdlet(stage, step, cmdlet)?,
            Command::Each { command, read, .. } => {
                verify_cmdlet(stage, step, &command.clone().with("Identity", ""))?;
                verify_reader(stage, step, read)?;
            }
            Command::WebConfig { path, .. } => verify_path(step, path)?,
        }
    }
    match step.transition.as_ref().map(|transition| &transition.probe) {
        Some(Probe::Object { command, .. }) => verify_reader(stage, step, command)?,
        Some(Probe::WebConfig { path }) => verify_path(step, path)?,
        Some(Probe::ImSettings { .. } | Probe::Readers { .. }) | None => {}
    }
    Ok(())
}

/// A cmdlet that must only read.
fn verify_reader(stage: &Stage, step: &PlannedStep, cmdlet: &Cmdlet) -> Result<()> {
    verify_cmdlet(stage, step, cmdlet)?;
    if cmdlet.name.starts_with("Get-") { Ok(()) } else { Err(refused(step, CHANGES, &cmdlet.name)) }
}

fn verify_cmdlet(stage: &Stage, step: &PlannedStep, cmdlet: &Cmdlet) -> Result<()> {
    let Some(known) = known_command(&cmdlet.name).filter(|known| known.name == cmdlet.name) else {
        return Err(refused(step, UNKNOWN, &cmdlet.name));
    };
    let unknown = cmdlet.parameters.iter().find(|one| !known.parameters.contains(&one.name.as_ref()));
    if let Some(parameter) = unknown {
        return Err(refused(step, UNKNOWN, &format!("{} -{}", cmdlet.name, parameter.name)));
    }
    // The shell of Exchange runs on the machine, so it has what any PowerShell there has.
    if known.shell != stage.shell && known.shell != Shell::Local {
        return Err(refused(step, ELSEWHERE, &cmdlet.name));
    }
    Ok(())
}

fn verify_path(step: &PlannedStep, path: &str) -> Result<()> {
    let file = path.rsplit(['\\', '/']).next().unwrap_or_default();
    if file.eq_ignore_ascii_case("web.config") { Ok(()) } else { Err(refused(step, OTHER_FILE, path)) }
}

fn refused(step: &PlannedStep, text: Text, command: &str) -> Error {
    let args = vec![("number", step.number.to_string()), ("command", command.to_owned())];
    Error::new(Status::PlanInvalid).with_text("detail", text, args)
}
