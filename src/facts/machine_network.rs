//! What a machine tells of its neighbourhood: names, answers of web services, its forest, its firewall.

use super::name;
use super::section::Keyed;
use serde::{Deserialize, Serialize};

/// What DNS answered to a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DnsAnswer {
    /// The requested name.
    pub name: String,
    /// The type: `A` (which stands for addresses of any kind) or `SRV`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The addresses, or for `SRV` the targets as `host:port`; empty if there is no such name.
    pub answers: Option<Vec<String>>,
    /// Why there is no answer, if the question failed otherwise.
    pub error: Option<String>,
}

impl Keyed for DnsAnswer {
    fn key(&self) -> String {
        format!("{}|{}", name::key(&self.name), self.kind)
    }
}

/// What a web service answered to a GET without credentials.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WebAnswer {
    /// The URL.
    pub url: String,
    /// The HTTP status, such as 200 or 401.
    pub status: Option<u32>,
    /// Whether the body is a JSON document.
    pub json: Option<bool>,
    /// Why there is no answer.
    pub error: Option<String>,
}

impl Keyed for WebAnswer {
    fn key(&self) -> String {
        name::key(&self.url)
    }
}

/// The forest of the machine.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Forest {
    /// Its name.
    pub name: String,
    /// The forests that it trusts, or that trust it.
    pub trusts: Option<Vec<ForestTrust>>,
    /// Whether the schema has the attribute `msRTCSIP-Line`.
    pub has_sip_line: Option<bool>,
}

impl Keyed for Forest {
    fn key(&self) -> String {
        String::new()
    }
}

/// A trust between two forests.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForestTrust {
    /// The other forest.
    pub forest: String,
    /// `TrustDirection`, such as `Bidirectional`.
    pub direction: Option<String>,
}

/// A rule of Windows Firewall for incoming traffic.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FirewallRule {
    /// Its name.
    pub name: String,
    /// Whether it is in force.
    pub enabled: Option<bool>,
    /// Whether it allows what it describes, rather than blocking it.
    pub allow: Option<bool>,
}

impl Keyed for FirewallRule {
    fn key(&self) -> String {
        name::key(&self.name)
    }
}
