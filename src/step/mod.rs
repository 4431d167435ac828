//! What a step of a plan is: a structured command, the state it finds and leaves, how it is undone. No text here
//! becomes PowerShell (that is for `plan::script`), and nothing here knows why a step is taken (that is for `rules`).

mod command;
mod known;

pub use command::{Change, Cmdlet, Command, Parameter, Value};
pub use known::{Known, find as known_command, is_script, list as known_commands};

use crate::facts::Shell;
use crate::l10n::{Culture, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The properties of one object that matter, by name; `None` if the object does not exist.
pub type State = Option<BTreeMap<String, Value>>;

/// How the state that a step changes is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Probe {
    /// One object that a cmdlet puts out: the one whose properties have these values (compared as text without case).
    Object {
        /// The cmdlet that reads; it changes nothing.
        command: Cmdlet,
        /// Which of its objects is meant; all conditions hold.
        filter: BTreeMap<String, Value>,
    },
    /// Keys of a Web.config; a key that is not set is not in the state.
    WebConfig {
        /// The path of the file.
        path: String,
    },
    /// The instant messaging settings that a server works with: `IMServerName` and `IMCertificateThumbprint`.
    ImSettings {
        /// The server, by its short name.
        server: String,
    },
    /// Who may read a container of the Exchange organization: a property for each group or account, by its name without the
    /// domain; `true` if it may, not set if it may not.
    Readers {
        /// The name of the container, such as `UM DialPlan Container`.
        container: String,
    },
}

/// The state that a step changes: how it is read, what it was when the plan was made, what it is afterwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Transition {
    /// How the state is read.
    pub probe: Probe,
    /// The state that the plan was made for. Any other one (but `after`) means that the plan is out of date.
    pub before: State,
    /// The state that the step leaves. Where it is found, there is nothing to do.
    pub after: State,
}

/// One step, before it is put into an order and into a language.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it does, in words.
    pub title: (Text, Vec<(&'static str, String)>),
    /// The shell it runs in.
    pub shell: Shell,
    /// The machine it must run on, by full name; any machine with that shell if there is none.
    pub machine: Option<String>,
    /// What it runs.
    pub command: Command,
    /// The commands that undo it, in order. Empty for a step that follows others: it is repeated after they are undone.
    pub undo: Vec<Command>,
    /// The state it changes. A step without one follows others, and runs if one of them ran.
    pub transition: Option<Transition>,
    /// For a step that follows others: the numbers of those, as they were added.
    pub follows: Vec<usize>,
    /// What it interrupts.
    pub interrupts: Option<Text>,
    /// The rules that verify it, beside the one it comes from.
    pub verified_by: &'static [&'static str],
}

impl Step {
    /// A step that runs a command in a shell. The rest is said where there is something to say.
    #[must_use]
    pub fn new(shell: Shell, title: (Text, Vec<(&'static str, String)>), command: impl Into<Command>) -> Self {
        Self {
            title,
            shell,
            machine: None,
            command: command.into(),
            undo: Vec::new(),
            transition: None,
            follows: Vec::new(),
            interrupts: None,
            verified_by: &[],
        }
    }

    /// On a machine, by full name, if it has to be one.
    #[must_use]
    pub fn on(self, machine: impl Into<Option<String>>) -> Self {
        Self { machine: machine.into(), ..self }
    }

    /// Taken back by these commands, in order.
    #[must_use]
    pub fn undone_by(self, commands: impl IntoIterator<Item = impl Into<Command>>) -> Self {
        Self { undo: commands.into_iter().map(Into::into).collect(), ..self }
    }

    /// Changing a state.
    #[must_use]
    pub fn changing(self, transition: impl Into<Option<Transition>>) -> Self {
        Self { transition: transition.into(), ..self }
    }

    /// Following the steps with these numbers.
    #[must_use]
    pub fn following(self, numbers: Vec<usize>) -> Self {
        Self { follows: numbers, ..self }
    }

    /// Interrupting something.
    #[must_use]
    pub fn interrupting(self, what: Text) -> Self {
        Self { interrupts: Some(what), ..self }
    }

    /// Judged by these rules too.
    #[must_use]
    pub fn verified_by(self, rules: &'static [&'static str]) -> Self {
        Self { verified_by: rules, ..self }
    }

    /// The title in a language.
    #[must_use]
    pub fn title(&self, culture: Culture) -> String {
        self.title.0.format(culture, &self.title.1)
    }
}

/// A state of properties, from pairs.
#[must_use]
pub fn state<const N: usize>(properties: [(&str, Value); N]) -> State {
    Some(properties.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}
