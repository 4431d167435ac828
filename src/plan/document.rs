//! What a plan is in JSON: stages, each for one shell and machine, with the steps in the order in which they are taken,
//! and what must be fixed manually. Texts are in the language that the plan was made in.

use crate::facts::{Shell, Time};
use crate::step::{Command, Transition, Value};
use serde::{Deserialize, Serialize};

/// The form of the plans that are made and read here, by name and version.
pub const SCHEMA: &str = "uc-integration/plan/2";

/// A plan.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// Always `uc-integration/plan/2`.
    pub schema: String,
    /// Identifies the plan: two plans with the same steps have the same id.
    pub id: String,
    /// The time of the estate that it was made for.
    pub created_at: Time,
    /// What is done in one session, in one shell, in this order.
    pub stages: Vec<Stage>,
    /// The failures that no step can fix.
    pub unresolved: Vec<UnresolvedFinding>,
    /// The pool and the certificate for each server, and why. For information only: the steps contain what is done.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// What did not belong to a value that was requested, as sentences: it was taken without that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// What is done in one session.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stage {
    /// Its number, from 1.
    pub number: u32,
    /// The shell: `Lync` or `Exchange`; `Local` for any PowerShell on the machine.
    pub shell: Shell,
    /// The machine, by full name; any machine with that shell if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub machine: Option<String>,
    /// Whether the shell has to run as administrator, because steps change the computer itself. Not taken from a file, but
    /// from its steps.
    #[serde(default)]
    pub administrator: bool,
    /// The steps, in order.
    pub steps: Vec<PlannedStep>,
}

impl Stage {
    /// Whether steps like these change the computer that they are taken on.
    #[must_use]
    pub fn needs_administrator(steps: &[PlannedStep]) -> bool {
        let mut commands = steps.iter().flat_map(|step| std::iter::once(&step.command).chain(&step.undo));
        commands.any(Command::needs_administrator)
    }
}

/// A step of a plan.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlannedStep {
    /// Its number in the plan, from 1.
    pub number: u32,
    /// The rule that it comes from.
    pub rule: String,
    /// What it does, in words.
    pub title: String,
    /// The failures that it fixes. Empty for a step that follows others.
    pub reasons: Vec<Reason>,
    /// What it runs.
    pub command: Command,
    /// The commands that undo it, in order. A step without them is repeated after the steps that it follows are undone.
    pub undo: Vec<Command>,
    /// The state that it changes; a step without one runs if one of those that it follows ran.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transition: Option<Transition>,
    /// The numbers of the steps that it follows; a step that changes no state and follows none always runs.
    pub follows: Vec<u32>,
    /// What it interrupts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interrupts: Option<String>,
    /// A note about it, such as why it cannot be undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The rules that verify it.
    pub verified_by: Vec<String>,
}

impl PlannedStep {
    /// The settings that it writes, as keys of a file or as parameters of an override, with their values.
    #[must_use]
    pub fn settings(&self) -> Vec<(&str, &str)> {
        let parameters = match &self.command {
            Command::WebConfig { changes, .. } => {
                let set = changes.iter().filter_map(|change| Some((change.key.as_str(), change.value.as_deref()?)));
                return set.collect();
            }
            Command::Cmdlet(cmdlet) | Command::Each { command: cmdlet, .. } => &cmdlet.parameters,
        };
        let texts = parameters.iter().flat_map(|parameter| match &parameter.value {
            Value::Text(text) => std::slice::from_ref(text),
            Value::List(texts) => texts.as_slice(),
            Value::Flag(_) | Value::Number(_) | Value::Nothing => &[],
        });
        texts.filter_map(|text| text.split_once('=')).map(|(key, value)| (key.trim(), value)).collect()
    }
}

/// A failure that a step fixes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The rule that failed.
    pub rule: String,
    /// For what.
    pub target: String,
}

/// A failure that no step can fix.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnresolvedFinding {
    /// The rule that failed or is unknown.
    pub rule: String,
    /// For what.
    pub target: String,
    /// What was found.
    pub message: String,
    /// How to fix it manually.
    pub remedy: String,
}

/// The value of one of the two instant messaging settings for a server.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The server.
    pub server: String,
    /// The setting.
    pub setting: ImSetting,
    /// The value, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Where it comes from.
    pub origin: DecisionOrigin,
    /// Why it is this one, or why there is none; for a requested value, why it could not be verified or what it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One of the two settings of instant messaging.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ImSetting {
    /// The pool.
    #[serde(rename = "IMServerName")]
    ServerName,
    /// The certificate.
    #[serde(rename = "IMCertificateThumbprint")]
    Thumbprint,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DecisionOrigin {
    /// It was requested.
    Specified,
    /// It is in use and meets the requirements.
    InUse,
    /// It was selected as the one that meets the requirements.
    Selected,
    /// A decision or a fact is missing.
    Unresolved,
}
