//! What Lync Server and Skype for Business Server tell of Enterprise Voice. Names are those of the cmdlets.

use super::name;
use super::section::Keyed;
use serde::{Deserialize, Serialize};

/// A dial plan of Enterprise Voice (a location profile).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LocationProfile {
    /// `Identity`, such as `Global`, `Site:Redmond`, `Service:Registrar:pool.contoso.com` or `Tag:Redmond`.
    pub identity: String,
    /// `SimpleName`.
    pub simple_name: Option<String>,
}

impl Keyed for LocationProfile {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// A media configuration.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MediaConfiguration {
    /// `Identity`, such as `Global` or `Site:Redmond`.
    pub identity: String,
    /// `EncryptionLevel`, such as `RequireEncryption`.
    pub encryption_level: Option<String>,
}

impl Keyed for MediaConfiguration {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// A voice policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VoicePolicy {
    /// `Identity`, such as `Global`.
    pub identity: String,
    /// `PstnUsages`.
    pub pstn_usages: Option<Vec<String>>,
}

impl Keyed for VoicePolicy {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// A voice route.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VoiceRoute {
    /// `Identity`.
    pub identity: String,
    /// `PstnUsages`.
    pub pstn_usages: Option<Vec<String>>,
    /// `PstnGatewayList`, such as `PstnGateway:gw.contoso.com`.
    pub pstn_gateways: Option<Vec<String>>,
}

impl Keyed for VoiceRoute {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// A contact object for unified messaging, as `OcsUmUtil.exe` makes them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UmContact {
    /// `Identity`.
    pub identity: String,
    /// `SipAddress` without `sip:`.
    pub sip_address: Option<String>,
    /// `AutoAttendant`: false for the contact of Outlook Voice Access.
    pub auto_attendant: Option<bool>,
    /// `DisplayNumber` or the number of `LineURI`.
    pub display_number: Option<String>,
    /// `RegistrarPool`.
    pub registrar_pool: Option<String>,
}

impl Keyed for UmContact {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}
