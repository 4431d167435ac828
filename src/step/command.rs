//! Commands as structures: a name, parameters and typed values. Text is made of them in one place only, elsewhere.

use super::known;
use crate::facts::Shell;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The value of a parameter or property.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Value {
    /// `$true` or `$false`.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A text, never code.
    Text(String),
    /// Several texts.
    List(Vec<String>),
    /// `$null`: what was set is set no more.
    Nothing,
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Flag(value)
    }
}

impl From<u32> for Value {
    fn from(value: u32) -> Self {
        Self::Number(value.into())
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<Vec<String>> for Value {
    fn from(value: Vec<String>) -> Self {
        Self::List(value)
    }
}

/// A parameter with its value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// The name without the dash.
    pub name: Cow<'static, str>,
    /// The value; a switch has `true`.
    pub value: Value,
}

/// A call of one cmdlet.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cmdlet {
    /// The name of the cmdlet.
    pub name: Cow<'static, str>,
    /// Its parameters, in the order in which they are shown.
    pub parameters: Vec<Parameter>,
}

impl Cmdlet {
    /// A cmdlet without parameters.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name: Cow::Borrowed(name), parameters: Vec::new() }
    }

    /// The same with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.parameters.push(Parameter { name: Cow::Borrowed(name), value: value.into() });
        self
    }
}

/// One key of a Web.config: its new value, or nothing to remove it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The key.
    pub key: String,
    /// The new value; nothing removes the key.
    pub value: Option<String>,
}

/// What a step runs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all_fields = "camelCase")]
pub enum Command {
    /// A cmdlet.
    Cmdlet(Cmdlet),
    /// A cmdlet for each object that another one puts out, given to it as `Identity`: for objects whose names a script of
    /// the products chooses, so that no plan can know them.
    Each {
        /// What is run.
        command: Cmdlet,
        /// The cmdlet that reads the objects; it changes nothing.
        read: Cmdlet,
        /// Which of its objects are meant; all conditions hold.
        filter: BTreeMap<String, Value>,
    },
    /// An edit of `appSettings` in a Web.config: all keys or none, with a backup.
    WebConfig {
        /// The path of the file.
        path: String,
        /// The keys.
        changes: Vec<Change>,
    },
}

impl Command {
    /// Whether it stops IIS, and with it the sessions of the shell of Exchange.
    #[must_use]
    pub fn stops_iis(&self) -> bool {
        let Self::Cmdlet(Cmdlet { name, parameters }) = self else { return false };
        let is_iis = |value: &Value| matches!(value, Value::Text(text) if text.eq_ignore_ascii_case("W3SVC"));
        matches!(name.as_ref(), "Restart-Service" | "Stop-Service") && parameters.iter().any(|one| is_iis(&one.value))
    }

    /// Whether it changes the computer that it runs on, which only an administrator may.
    #[must_use]
    pub fn needs_administrator(&self) -> bool {
        match self {
            Self::WebConfig { .. } => true,
            Self::Cmdlet(cmdlet) | Self::Each { command: cmdlet, .. } => known::find(&cmdlet.name)
                .is_some_and(|known| known.shell == Shell::Local && !known.name.starts_with("Get-")),
        }
    }
}

impl From<Cmdlet> for Command {
    fn from(cmdlet: Cmdlet) -> Self {
        Self::Cmdlet(cmdlet)
    }
}
