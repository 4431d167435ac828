//! What Lync Server and Skype for Business Server tell of optional features: archiving and the unified contact store.
//! Names are those of the cmdlets.

use super::name;
use super::section::Keyed;
use serde::{Deserialize, Serialize};

/// An archiving configuration.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ArchivingConfiguration {
    /// `Identity`, such as `Global` or `Site:Redmond`.
    pub identity: String,
    /// `EnableArchiving`: `None`, `ImOnly` or `ImAndWebConf`.
    pub enable_archiving: Option<String>,
    /// `EnableExchangeArchiving`.
    pub enable_exchange_archiving: Option<bool>,
}

impl Keyed for ArchivingConfiguration {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// An archiving policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ArchivingPolicy {
    /// `Identity`, such as `Global`.
    pub identity: String,
    /// `ArchiveInternal`.
    pub archive_internal: Option<bool>,
    /// `ArchiveExternal`.
    pub archive_external: Option<bool>,
}

impl Keyed for ArchivingPolicy {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// A user services policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UserServicesPolicy {
    /// `Identity`, such as `Global`.
    pub identity: String,
    /// `UcsAllowed`.
    pub ucs_allowed: Option<bool>,
}

impl Keyed for UserServicesPolicy {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}
