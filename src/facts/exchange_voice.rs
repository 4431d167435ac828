//! What Exchange tells of unified messaging. Names are those of the cmdlets.

use super::name;
use super::section::Keyed;
use super::time::Time;
use serde::{Deserialize, Serialize};

/// The unified messaging service of a Mailbox server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UmService {
    /// The server.
    pub server: String,
    /// `DialPlans`, by name.
    pub dial_plans: Option<Vec<String>>,
    /// `UMStartupMode`.
    pub startup_mode: Option<String>,
    /// `SIPAccessService`; empty if there is none.
    pub sip_access_service: Option<String>,
}

impl Keyed for UmService {
    fn key(&self) -> String {
        name::short(&self.server)
    }
}

/// The unified messaging call router of a server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CallRouter {
    /// The server.
    pub server: String,
    /// `DialPlans`, by name.
    pub dial_plans: Option<Vec<String>>,
    /// `UMStartupMode`.
    pub startup_mode: Option<String>,
    /// `SipTlsListeningPort`.
    pub sip_tls_listening_port: Option<u32>,
}

impl Keyed for CallRouter {
    fn key(&self) -> String {
        name::short(&self.server)
    }
}

/// A unified messaging dial plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DialPlan {
    /// `Name`.
    pub name: String,
    /// `URIType`, such as `SipName`.
    pub uri_type: Option<String>,
    /// `VoIPSecurity`.
    pub voip_security: Option<String>,
    /// `PhoneContext`.
    pub phone_context: Option<String>,
    /// `FaxEnabled`.
    pub fax_enabled: Option<bool>,
}

impl Keyed for DialPlan {
    fn key(&self) -> String {
        name::key(&self.name)
    }
}

/// A unified messaging IP gateway: a pool of Lync or Skype for Business, or a telephone exchange.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IpGateway {
    /// `Name`.
    pub name: String,
    /// `Address`: a full name or an IP address.
    pub address: Option<String>,
    /// `Port`; 0 if none is set.
    pub port: Option<u32>,
    /// `OutcallsAllowed`.
    pub outcalls_allowed: Option<bool>,
    /// `Status`, such as `Enabled`.
    pub status: Option<String>,
    /// `WhenCreatedUTC`.
    pub when_created: Option<Time>,
}

impl Keyed for IpGateway {
    fn key(&self) -> String {
        name::key(&self.name)
    }
}

/// A unified messaging hunt group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HuntGroup {
    /// `Name`; two gateways may have groups of one name.
    pub name: String,
    /// `PilotIdentifier`.
    pub pilot_identifier: Option<String>,
    /// `UMDialPlan`, by name.
    pub dial_plan: Option<String>,
    /// `UMIPGateway`, by name.
    pub ip_gateway: Option<String>,
}

impl Keyed for HuntGroup {
    fn key(&self) -> String {
        format!("{}|{}", name::key(self.ip_gateway.as_deref().unwrap_or_default()), name::key(&self.name))
    }
}

/// A unified messaging auto attendant.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AutoAttendant {
    /// `Name`.
    pub name: String,
    /// `UMDialPlan`, by name.
    pub dial_plan: Option<String>,
    /// `Status`, such as `Enabled`.
    pub status: Option<String>,
    /// `PilotIdentifierList`: its telephone numbers.
    pub pilot_identifiers: Option<Vec<String>>,
}

impl Keyed for AutoAttendant {
    fn key(&self) -> String {
        name::key(&self.name)
    }
}

/// A unified messaging mailbox policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UmMailboxPolicy {
    /// `Name`.
    pub name: String,
    /// `UMDialPlan`, by name.
    pub dial_plan: Option<String>,
    /// `AllowFax`.
    pub allow_fax: Option<bool>,
}

impl Keyed for UmMailboxPolicy {
    fn key(&self) -> String {
        name::key(&self.name)
    }
}

/// The unified messaging settings of a mailbox, of the requested ones.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UmMailbox {
    /// The primary SMTP address.
    pub identity: String,
    /// `UMEnabled`.
    pub enabled: Option<bool>,
    /// `UMMailboxPolicy`, by name; empty if none is assigned.
    pub mailbox_policy: Option<String>,
    /// `UMDialPlan`, by name.
    pub dial_plan: Option<String>,
    /// The addresses of type `eum:` and `EUM:` among `EmailAddresses`, without the prefix, such as `ann@contoso.com;phone-context=UM.contoso.com`.
    pub eum_addresses: Option<Vec<String>>,
    /// `SIPResourceIdentifier`.
    pub sip_resource_identifier: Option<String>,
    /// `FaxEnabled`.
    pub fax_enabled: Option<bool>,
}

impl Keyed for UmMailbox {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// Who may read a container of unified messaging in Active Directory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UmContainer {
    /// The name of the container, such as `UM DialPlan Container`.
    pub container: String,
    /// The groups and accounts that may read it, without their domain.
    pub readers: Option<Vec<String>>,
}

impl Keyed for UmContainer {
    fn key(&self) -> String {
        name::key(&self.container)
    }
}
