//! What the Lync Server or Skype for Business Server Management Shell can tell. Names are those of the cmdlets and
//! their properties; nothing here is checked.

use super::lync_edge::{AccessEdge, ExternalAccessPolicy, HostedVoicemailPolicy, HostingProvider, PublicProvider};
use super::lync_oauth::{LyncPartnerApplication, OAuthConfiguration, OAuthServer, StorageTest};
use super::lync_option::{ArchivingConfiguration, ArchivingPolicy, UserServicesPolicy};
use super::lync_voice::{LocationProfile, MediaConfiguration, UmContact, VoicePolicy, VoiceRoute};
use super::name;
use super::section::Keyed;
use super::sections::sections;
use super::time::Time;
use serde::{Deserialize, Serialize};

sections! {
    /// The facts of the Lync shell, in one document.
    facts LyncFacts;
    /// The facts of the Lync shells, in all documents.
    estate Lync;
    /// The questions to the Lync shell.
    table lync_sections, Lync, "lync";
    /// The version of the server that was asked.
    version VERSION "version": ServerVersion, Replace, "Get-CsServerVersion";
    /// The pools.
    pools POOLS "pools": Pool, Replace, "Get-CsPool";
    /// The computers of the topology.
    computers COMPUTERS "computers": Computer, Replace, "Get-CsComputer";
    /// The sites.
    sites SITES "sites": Site, Replace, "Get-CsSite";
    /// The trusted application pools.
    trusted_pools TRUSTED_POOLS "trustedPools": TrustedPool, Replace, "Get-CsTrustedApplicationPool";
    /// The trusted applications.
    trusted_applications TRUSTED_APPLICATIONS "trustedApplications": TrustedApplication, Replace, "Get-CsTrustedApplication";
    /// The SIP domains.
    sip_domains SIP_DOMAINS "sipDomains": SipDomain, Replace, "Get-CsSipDomain";
    /// The requested users.
    users USERS "users": User, Union, "Get-CsUser";
    /// The certificates and their uses.
    certificates CERTIFICATES "certificates": LyncCertificate, Union, "Get-CsCertificate";
    /// The OAuth configuration.
    o_auth_configuration OAUTH_CONFIGURATION "oAuthConfiguration": OAuthConfiguration, Replace, "Get-CsOAuthConfiguration";
    /// The partner applications.
    partner_applications PARTNER_APPLICATIONS "partnerApplications": LyncPartnerApplication, Replace, "Get-CsPartnerApplication";
    /// The servers that issue tokens.
    o_auth_servers OAUTH_SERVERS "oAuthServers": OAuthServer, Replace, "Get-CsOAuthServer";
    /// Whether Lync reaches the mailboxes of the users that were named for it.
    storage_tests STORAGE_TESTS "storageTests": StorageTest, Latest, "Test-CsExStorageConnectivity";
    /// The dial plans of Enterprise Voice.
    dial_plans DIAL_PLANS "dialPlans": LocationProfile, Replace, "Get-CsDialPlan";
    /// The media configurations.
    media_configurations MEDIA_CONFIGURATIONS "mediaConfigurations": MediaConfiguration, Replace, "Get-CsMediaConfiguration";
    /// The voice policies.
    voice_policies VOICE_POLICIES "voicePolicies": VoicePolicy, Replace, "Get-CsVoicePolicy";
    /// The voice routes.
    voice_routes VOICE_ROUTES "voiceRoutes": VoiceRoute, Replace, "Get-CsVoiceRoute";
    /// The contact objects for unified messaging.
    um_contacts UM_CONTACTS "umContacts": UmContact, Replace, "Get-CsExUmContact";
    /// The configuration of the Access Edge service.
    access_edge ACCESS_EDGE "accessEdge": AccessEdge, Replace, "Get-CsAccessEdgeConfiguration";
    /// The external access policies.
    external_access_policies EXTERNAL_ACCESS_POLICIES "externalAccessPolicies": ExternalAccessPolicy, Replace,
        "Get-CsExternalAccessPolicy";
    /// The hosting providers.
    hosting_providers HOSTING_PROVIDERS "hostingProviders": HostingProvider, Replace, "Get-CsHostingProvider";
    /// The public providers.
    public_providers PUBLIC_PROVIDERS "publicProviders": PublicProvider, Replace, "Get-CsPublicProvider";
    /// The hosted voice mail policies.
    hosted_voicemail_policies HOSTED_VOICEMAIL_POLICIES "hostedVoicemailPolicies": HostedVoicemailPolicy, Replace,
        "Get-CsHostedVoicemailPolicy";
    /// The archiving configurations.
    archiving_configurations ARCHIVING_CONFIGURATIONS "archivingConfigurations": ArchivingConfiguration, Replace,
        "Get-CsArchivingConfiguration";
    /// The archiving policies.
    archiving_policies ARCHIVING_POLICIES "archivingPolicies": ArchivingPolicy, Replace, "Get-CsArchivingPolicy";
    /// The user services policies.
    user_services_policies USER_SERVICES_POLICIES "userServicesPolicies": UserServicesPolicy, Replace,
        "Get-CsUserServicesPolicy";
    /// The state of replication.
    replication REPLICATION "replication": Replica, Latest, "Get-CsManagementStoreReplicationStatus";
}

/// What `Get-CsServerVersion` says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServerVersion {
    /// The whole text.
    pub text: String,
}

impl Keyed for ServerVersion {
    fn key(&self) -> String {
        String::new()
    }
}

/// A pool of servers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pool {
    /// `Identity`, its full name.
    pub fqdn: String,
    /// `Computers`, by full name.
    pub computers: Option<Vec<String>>,
    /// `Services`, such as `Registrar:pool.contoso.com`.
    pub services: Option<Vec<String>>,
    /// `Site`, such as `Site:Redmond`.
    pub site: Option<String>,
}

impl Keyed for Pool {
    fn key(&self) -> String {
        name::key(&self.fqdn)
    }
}

/// A computer of the topology.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Computer {
    /// Its full name.
    pub fqdn: String,
    /// Its pool.
    pub pool: Option<String>,
}

impl Keyed for Computer {
    fn key(&self) -> String {
        format!("{}|{}", name::key(&self.fqdn), name::key(self.pool.as_deref().unwrap_or_default()))
    }
}

/// A site.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Site {
    /// `Identity`, such as `Site:Redmond`.
    pub identity: String,
    /// `SiteId`.
    pub site_id: Option<String>,
    /// `DisplayName`.
    pub display_name: Option<String>,
}

impl Keyed for Site {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// A trusted application pool.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrustedPool {
    /// `PoolFqdn`.
    pub fqdn: String,
    /// `Registrar`, without its prefix `Registrar:`; empty if there is none.
    pub registrar: Option<String>,
    /// `SiteId`, such as `Site:Redmond`.
    pub site_id: Option<String>,
    /// `RequiresReplication`.
    pub requires_replication: Option<bool>,
    /// The computers in it, by full name; missing if they could not be read.
    pub computers: Option<Vec<String>>,
    /// `Applications`, such as `urn:application:outlookwebapp`.
    #[serde(default)]
    pub applications: Vec<String>,
}

impl Keyed for TrustedPool {
    fn key(&self) -> String {
        name::key(&self.fqdn)
    }
}

/// A trusted application.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrustedApplication {
    /// `TrustedApplicationPoolFqdn`.
    pub pool: String,
    /// `ApplicationId`, such as `urn:application:outlookwebapp`.
    pub application_id: String,
    /// `Port`.
    pub port: Option<u32>,
}

impl Keyed for TrustedApplication {
    fn key(&self) -> String {
        format!("{}|{}", name::key(&self.pool), name::key(&self.application_id))
    }
}

/// A SIP domain.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SipDomain {
    /// Its name.
    pub name: String,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
}

impl Keyed for SipDomain {
    fn key(&self) -> String {
        name::key(&self.name)
    }
}

/// A user, of the requested ones.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct User {
    /// The SIP address without `sip:`, or else the identity.
    pub identity: String,
    /// `SipAddress` without `sip:`.
    pub sip_address: Option<String>,
    /// `Enabled`.
    pub enabled: Option<bool>,
    /// `RegistrarPool`.
    pub registrar_pool: Option<String>,
    /// The primary SMTP address, if it is known.
    pub mail: Option<String>,
    /// `EnterpriseVoiceEnabled`.
    pub enterprise_voice_enabled: Option<bool>,
    /// `LineURI`, such as `tel:+14255550100`; empty if there is none.
    pub line_uri: Option<String>,
    /// `DialPlan`, by name; empty if none is granted.
    pub dial_plan: Option<String>,
    /// `VoicePolicy`, by name; empty if none is granted.
    pub voice_policy: Option<String>,
    /// `HostedVoiceMail`.
    pub hosted_voice_mail: Option<bool>,
    /// `ExternalAccessPolicy`, by name; empty if none is granted.
    pub external_access_policy: Option<String>,
    /// `ExchangeArchivingPolicy`, such as `Uninitialized`.
    pub exchange_archiving_policy: Option<String>,
}

impl Keyed for User {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// A certificate that is assigned to a use.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LyncCertificate {
    /// The computer that was asked.
    pub computer: Option<String>,
    /// `Use`, such as `Default` or `OAuthTokenIssuer`.
    #[serde(rename = "use")]
    pub use_: String,
    /// `Thumbprint`: 40 upper-case hexadecimal digits.
    pub thumbprint: String,
    /// `Subject`.
    pub subject: Option<String>,
    /// `AlternativeNames`.
    pub alternative_names: Option<Vec<String>>,
    /// `Issuer`.
    pub issuer: Option<String>,
    /// Valid from.
    pub not_before: Option<Time>,
    /// Valid until.
    pub not_after: Option<Time>,
}

impl Keyed for LyncCertificate {
    fn key(&self) -> String {
        format!(
            "{}|{}|{}",
            name::key(self.computer.as_deref().unwrap_or_default()),
            name::key(&self.use_),
            name::key(&self.thumbprint)
        )
    }
}

/// How far a replica of the configuration is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Replica {
    /// `ReplicaFqdn`.
    pub fqdn: String,
    /// `UpToDate`.
    pub up_to_date: Option<bool>,
    /// `LastUpdateCreation`.
    pub last_update: Option<Time>,
}

impl Keyed for Replica {
    fn key(&self) -> String {
        name::key(&self.fqdn)
    }
}
