//! What the administrator asks for: what shall be set up, and where he leaves no choice.

use serde::{Deserialize, Serialize};

/// What the administrator requests. What he left open is chosen from the estate, where that leaves no doubt.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Settings {
    /// The pool for Outlook on the web: `IMServerName`.
    pub im_server_name: Option<String>,
    /// The certificate for Outlook on the web, `IMCertificateThumbprint`: 40 upper-case hexadecimal digits; lower case and
    /// spaces do not matter.
    pub thumbprint: Option<String>,
    /// The id of the trusted application; `OutlookWebApp` unless said otherwise.
    pub application_id: Option<String>,
    /// Its port; 5199 unless said otherwise.
    pub application_port: Option<u32>,
    /// The Exchange servers that it is about, by short or full name or by their database availability group; none means
    /// all.
    pub servers: Vec<String>,
    /// Instant messaging must be disabled, not enabled.
    pub disable: bool,
    /// The host of autodiscover, such as `autodiscover.contoso.com`, where no server tells one.
    pub autodiscover_host: Option<String>,
    /// The certificate with which Lync signs its tokens (`OAuthTokenIssuer`): 40 upper-case hexadecimal digits;
    /// lower case and spaces do not matter.
    pub o_auth_thumbprint: Option<String>,
    /// The cloud that the mailboxes are in; the worldwide one unless said otherwise.
    pub cloud: Cloud,
}

/// A cloud with Exchange Online.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Cloud {
    /// The one that most organizations use.
    #[default]
    Worldwide,
    /// The one that 21Vianet runs in China.
    China21Vianet,
    /// The one of the government of the United States, level GCC High.
    GccHigh,
}
