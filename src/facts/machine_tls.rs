//! What the registry of a machine says of TLS: the protocols of Windows (`SChannel`) and what .NET Framework makes of them.
//! Values as they are; what Windows does where there is none is for `rules`.

use super::section::Keyed;
use serde::{Deserialize, Serialize};

/// What the registry of a machine says of TLS.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TlsSettings {
    /// The build of Windows, such as 17763, which decides what counts where nothing is set.
    pub windows_build: Option<u32>,
    /// The values that are set; what is not in the list is not set.
    pub values: Option<Vec<RegistryValue>>,
}

impl Keyed for TlsSettings {
    fn key(&self) -> String {
        String::new()
    }
}

/// A value of the registry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegistryValue {
    /// The key, such as
    /// `HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client`.
    pub key: String,
    /// Its name, such as `Enabled`.
    pub name: String,
    /// The number; absent if the value is none.
    pub value: Option<u32>,
}
