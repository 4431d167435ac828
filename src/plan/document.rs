//! What a plan is in JSON: stages, each for one shell and machine, with the steps in the order in which they are taken,
//! and what is left for a person. Texts are in the language that the plan was made in.

use crate::facts::{Shell, Time};
use crate::step::{Command, Transition};
use serde::{Deserialize, Serialize};

/// The form of the plans that are made and read here, by name and version.
pub const SCHEMA: &str = "uc-integration/plan/1";

/// A plan.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// Always `uc-integration/plan/1`.
    pub schema: String,
    /// What tells this plan from others: two plans with the same steps have the same id.
    pub id: String,
    /// The time of the estate that it was made for.
    pub made: Time,
    /// What is done in one sitting, in one shell, in this order.
    pub stages: Vec<Stage>,
    /// What no step can mend.
    pub open: Vec<Open>,
    /// Which pool and which certificate it works with, and why. They are for the reader: what is done is in the steps.
    #[serde(default)]
    pub choices: Vec<Choice>,
}

/// What is done in one sitting.
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
    /// The steps, in order.
    pub steps: Vec<PlannedStep>,
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
    /// What it mends. Empty for a step that follows others.
    pub reasons: Vec<Reason>,
    /// What it runs.
    pub command: Command,
    /// What takes it back, in order. A step without it is repeated after the steps that it follows were taken back.
    pub undo: Vec<Command>,
    /// The state that it changes; a step without one runs if one of those that it follows ran.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transition: Option<Transition>,
    /// The numbers of the steps that it follows; a step that changes no state and follows none always runs.
    pub follows: Vec<u32>,
    /// What it interrupts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interrupts: Option<String>,
    /// What a person should know of it, such as why nothing takes it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The rules that judge whether it helped.
    pub verified_by: Vec<String>,
}

/// What a step mends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The rule that failed.
    pub rule: String,
    /// For what.
    pub target: String,
}

/// A breach that no step can mend.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// The rule that failed, or that could not be judged.
    pub rule: String,
    /// For what.
    pub target: String,
    /// What is so.
    pub message: String,
    /// What a person has to do.
    pub remedy: String,
}

/// What one server is given as one of the two settings of instant messaging.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The server.
    pub server: String,
    /// The setting.
    pub what: ImSetting,
    /// The value, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Where it comes from.
    pub how: How,
    /// Why it is this one, or why there is none; for one that was asked for, why it could not be looked up.
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
pub enum How {
    /// It was asked for.
    Given,
    /// It is in use and fits.
    Kept,
    /// It is the one that fits.
    Picked,
    /// Somebody has to decide, or a fact is missing.
    Open,
}
