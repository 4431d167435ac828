//! What Exchange tells of autodiscover and of OAuth between servers. Names are those of the cmdlets.

use super::name;
use super::section::Keyed;
use serde::{Deserialize, Serialize};

/// Where clients inside the network find autodiscover on a server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClientAccessService {
    /// The server.
    pub server: String,
    /// `AutoDiscoverServiceInternalUri`; empty if there is none.
    pub autodiscover_uri: Option<String>,
}

impl Keyed for ClientAccessService {
    fn key(&self) -> String {
        name::short(&self.server)
    }
}

/// An application that Exchange accepts tokens from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartnerApplication {
    /// `Name`.
    pub name: String,
    /// `ApplicationIdentifier`.
    pub application_identifier: Option<String>,
    /// `AuthMetadataUrl`; empty if there is none.
    pub auth_metadata_url: Option<String>,
    /// `Enabled`.
    pub enabled: Option<bool>,
    /// `LinkedAccount`; empty if there is none.
    pub linked_account: Option<String>,
    /// `Realm`; empty if there is none.
    pub realm: Option<String>,
    /// `UseAuthServer`: whether its tokens come from an authorization server, as those of the cloud do.
    pub use_auth_server: Option<bool>,
}

impl Keyed for PartnerApplication {
    fn key(&self) -> String {
        name::key(&self.name)
    }
}
