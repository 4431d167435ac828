//! What Lync Server and Skype for Business Server tell of OAuth between servers. Names are those of the cmdlets.

use super::name;
use super::section::Keyed;
use serde::{Deserialize, Serialize};

/// The OAuth configuration.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OAuthConfiguration {
    /// `ExchangeAutodiscoverUrl`; empty if there is none.
    pub exchange_autodiscover_url: Option<String>,
    /// `ServiceName`.
    pub service_name: Option<String>,
    /// `Realm`.
    pub realm: Option<String>,
    /// `ExchangeAutodiscoverAllowedDomains`: one text, such as `*.contoso.com;*.fabrikam.com`; empty if there is none.
    pub exchange_autodiscover_allowed_domains: Option<String>,
}

impl Keyed for OAuthConfiguration {
    fn key(&self) -> String {
        String::new()
    }
}

/// A server that issues tokens for Lync and others: with Exchange on premises there is none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OAuthServer {
    /// `Identity`, its name.
    pub identity: String,
    /// `IssuerIdentifier`; empty if there is none.
    pub issuer_identifier: Option<String>,
    /// `MetadataUrl`; empty if there is none.
    pub metadata_url: Option<String>,
    /// `Realm`; empty if there is none.
    pub realm: Option<String>,
}

impl Keyed for OAuthServer {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// An application that Lync accepts tokens from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LyncPartnerApplication {
    /// `Identity`, its name.
    pub identity: String,
    /// `ApplicationIdentifier`.
    pub application_identifier: Option<String>,
    /// `ApplicationTrustLevel`, such as `Full`.
    pub application_trust_level: Option<String>,
    /// `Enabled`.
    pub enabled: Option<bool>,
    /// `MetadataUrl` of `AuthToken`; empty if there is none.
    pub metadata_url: Option<String>,
}

impl Keyed for LyncPartnerApplication {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// What a test of the way from Lync to a mailbox answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StorageTest {
    /// The SIP address of the user, without `sip:`.
    pub user: String,
    /// Whether the test passed.
    pub passed: Option<bool>,
    /// What it said.
    pub message: Option<String>,
}

impl Keyed for StorageTest {
    fn key(&self) -> String {
        name::key(&self.user)
    }
}
