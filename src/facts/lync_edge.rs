//! What Lync Server and Skype for Business Server tell of the way to other organizations: the Edge, external access,
//! hosting providers. Names are those of the cmdlets.

use super::name;
use super::section::Keyed;
use serde::{Deserialize, Serialize};

/// The configuration of the Access Edge service.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccessEdge {
    /// `AllowOutsideUsers`.
    pub allow_outside_users: Option<bool>,
    /// `AllowFederatedUsers`.
    pub allow_federated_users: Option<bool>,
    /// How it routes: `DnsSrv` or `DefaultRoute`, by the type of the answer.
    pub routing: Option<String>,
}

impl Keyed for AccessEdge {
    fn key(&self) -> String {
        String::new()
    }
}

/// An external access policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExternalAccessPolicy {
    /// `Identity`, such as `Global`, `Site:Redmond` or `Tag:Remote`.
    pub identity: String,
    /// `EnableOutsideAccess`.
    pub enable_outside_access: Option<bool>,
    /// `EnableFederationAccess`.
    pub enable_federation_access: Option<bool>,
}

impl Keyed for ExternalAccessPolicy {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// A hosting provider.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HostingProvider {
    /// `Identity`, its name.
    pub identity: String,
    /// `ProxyFqdn`.
    pub proxy_fqdn: Option<String>,
    /// `Enabled`.
    pub enabled: Option<bool>,
    /// `EnabledSharedAddressSpace`.
    pub enabled_shared_address_space: Option<bool>,
    /// `HostsOCSUsers`.
    pub hosts_ocs_users: Option<bool>,
    /// `IsLocal`.
    pub is_local: Option<bool>,
    /// `VerificationLevel`, such as `UseSourceVerification`.
    pub verification_level: Option<String>,
}

impl Keyed for HostingProvider {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// A public provider.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicProvider {
    /// `Identity`, its name.
    pub identity: String,
    /// `ProxyFqdn`.
    pub proxy_fqdn: Option<String>,
    /// `Enabled`.
    pub enabled: Option<bool>,
}

impl Keyed for PublicProvider {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// A hosted voice mail policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HostedVoicemailPolicy {
    /// `Identity`, such as `Global`.
    pub identity: String,
    /// `Destination`; empty if there is none.
    pub destination: Option<String>,
    /// `Organization`; empty if there is none.
    pub organization: Option<String>,
}

impl Keyed for HostedVoicemailPolicy {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}
