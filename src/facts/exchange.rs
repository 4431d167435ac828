//! What the Exchange Management Shell can tell. Names are those of the cmdlets and their properties; nothing here is
//! checked.

use super::exchange_oauth::{ClientAccessService, PartnerApplication};
use super::exchange_voice::{
    AutoAttendant, CallRouter, DialPlan, HuntGroup, IpGateway, UmContainer, UmMailbox, UmMailboxPolicy, UmService,
};
use super::name;
use super::section::Keyed;
use super::sections::sections;
use super::time::Time;
use serde::{Deserialize, Serialize};

sections! {
    /// The facts of the Exchange Management Shell, in one document.
    facts ExchangeFacts;
    /// The facts of the Exchange Management Shells, in all documents.
    estate Exchange;
    /// The questions to the Exchange Management Shell.
    table exchange_sections, Exchange, "exchange";
    /// The Exchange servers.
    servers SERVERS "servers": ExchangeServer, Replace, "Get-ExchangeServer";
    /// The OWA virtual directories of the front end.
    owa_virtual_directories OWA_VIRTUAL_DIRECTORIES "owaVirtualDirectories": VirtualDirectory, Replace, "Get-OwaVirtualDirectory";
    /// The OWA virtual directories of the back end.
    owa_back_end_virtual_directories OWA_BACK_END_VIRTUAL_DIRECTORIES "owaBackEndVirtualDirectories": VirtualDirectory, Replace,
        "Get-OwaVirtualDirectory -ShowMailboxVirtualDirectories";
    /// The OWA mailbox policies.
    owa_mailbox_policies OWA_MAILBOX_POLICIES "owaMailboxPolicies": MailboxPolicy, Replace, "Get-OwaMailboxPolicy";
    /// The certificates of each server.
    certificates CERTIFICATES "certificates": ExchangeCertificate, Union, "Get-ExchangeCertificate -Server";
    /// The setting overrides; Exchange 2016 and later.
    setting_overrides SETTING_OVERRIDES "settingOverrides": SettingOverride, Replace, "Get-SettingOverride";
    /// What each server says of the setting overrides; Exchange 2016 and later.
    server_overrides SERVER_OVERRIDES "serverOverrides": ServerOverrides, Latest,
        "Get-ExchangeDiagnosticInfo -Process Microsoft.Exchange.Directory.TopologyService -Component VariantConfiguration -Argument Overrides -Server";
    /// The instant messaging settings in effect; Exchange 2016 and later.
    im_settings IM_SETTINGS "imSettings": ImSettings, Latest,
        "Get-ExchangeDiagnosticInfo -Process MSExchangeMailboxAssistants -Component VariantConfiguration -Argument \"Config,Component=OwaServer\" -Server";
    /// The authentication configuration.
    auth_config AUTH_CONFIG "authConfig": AuthConfig, Replace, "Get-AuthConfig";
    /// The unified messaging services of the Mailbox servers.
    um_services UM_SERVICES "umServices": UmService, Replace, "Get-UMService";
    /// The unified messaging call routers.
    um_call_routers UM_CALL_ROUTERS "umCallRouters": CallRouter, Union, "Get-UMCallRouterSettings -Server";
    /// The unified messaging dial plans.
    um_dial_plans UM_DIAL_PLANS "umDialPlans": DialPlan, Replace, "Get-UMDialPlan";
    /// The unified messaging IP gateways.
    um_ip_gateways UM_IP_GATEWAYS "umIpGateways": IpGateway, Replace, "Get-UMIPGateway";
    /// The unified messaging hunt groups.
    um_hunt_groups UM_HUNT_GROUPS "umHuntGroups": HuntGroup, Replace, "Get-UMHuntGroup";
    /// The unified messaging auto attendants.
    um_auto_attendants UM_AUTO_ATTENDANTS "umAutoAttendants": AutoAttendant, Replace, "Get-UMAutoAttendant";
    /// The unified messaging mailbox policies.
    um_mailbox_policies UM_MAILBOX_POLICIES "umMailboxPolicies": UmMailboxPolicy, Replace, "Get-UMMailboxPolicy";
    /// The unified messaging settings of the requested mailboxes.
    um_mailboxes UM_MAILBOXES "umMailboxes": UmMailbox, Union, "Get-UMMailbox";
    /// Who may read the containers of unified messaging.
    um_containers UM_CONTAINERS "umContainers": UmContainer, Replace, "Get-ADPermission";
    /// Where clients inside the network find autodiscover.
    client_access_services CLIENT_ACCESS_SERVICES "clientAccessServices": ClientAccessService, Replace, "Get-ClientAccessService";
    /// The partner applications.
    partner_applications PARTNER_APPLICATIONS "partnerApplications": PartnerApplication, Replace, "Get-PartnerApplication";
    /// The database availability groups.
    availability_groups AVAILABILITY_GROUPS "availabilityGroups": AvailabilityGroup, Replace, "Get-DatabaseAvailabilityGroup";
    /// The requested mailboxes.
    mailboxes MAILBOXES "mailboxes": Mailbox, Union, "Get-Mailbox";
    /// The client access settings of the requested mailboxes.
    client_mailboxes CLIENT_MAILBOXES "clientMailboxes": ClientMailbox, Union, "Get-CASMailbox";
    /// The services that Exchange itself requires on each server.
    service_health SERVICE_HEALTH "serviceHealth": ServiceHealth, Latest, "Test-ServiceHealth -Server";
    /// The health set `OWA.Protocol.Dep` of each server.
    health HEALTH "health": HealthMonitor, Latest, "Get-ServerHealth -HealthSet OWA.Protocol.Dep -Identity";
}

/// An Exchange server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExchangeServer {
    /// Its name, short as Exchange gives it.
    pub name: String,
    /// Its full name.
    pub fqdn: Option<String>,
    /// `AdminDisplayVersion`, such as `Version 15.1 (Build 2507.6)`.
    pub version: Option<String>,
    /// `ServerRole`, such as `Mailbox` and `ClientAccess`.
    pub roles: Option<Vec<String>>,
    /// Its Active Directory site.
    pub site: Option<String>,
    /// The edition.
    pub edition: Option<String>,
}

impl Keyed for ExchangeServer {
    fn key(&self) -> String {
        name::short(&self.name)
    }
}

/// An OWA virtual directory, of the front end (`Default Web Site`) or the back end (`Exchange Back End`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VirtualDirectory {
    /// `Identity`, such as `EX01\owa (Default Web Site)`.
    pub identity: String,
    /// The server that it is on.
    pub server: String,
    /// Whether it is one of the back end site.
    pub back_end: Option<bool>,
    /// `InstantMessagingEnabled`.
    pub instant_messaging_enabled: Option<bool>,
    /// `InstantMessagingType`, such as `Ocs` or `None`.
    pub instant_messaging_type: Option<String>,
    /// `InstantMessagingServerName`, which Exchange 2010 reads; empty if it is not set.
    pub instant_messaging_server_name: Option<String>,
    /// `InstantMessagingCertificateThumbprint`, which Exchange 2010 reads: hexadecimal, as it was written; empty if it is
    /// not set.
    pub instant_messaging_certificate_thumbprint: Option<String>,
}

impl Keyed for VirtualDirectory {
    fn key(&self) -> String {
        format!("{}|{}", name::short(&self.server), name::key(&self.identity))
    }
}

/// An OWA mailbox policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MailboxPolicy {
    /// `Identity`, its name.
    pub identity: String,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// `InstantMessagingEnabled`.
    pub instant_messaging_enabled: Option<bool>,
    /// `InstantMessagingType`.
    pub instant_messaging_type: Option<String>,
}

impl Keyed for MailboxPolicy {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// A certificate as Exchange lists it for a server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExchangeCertificate {
    /// The server that holds it.
    pub server: String,
    /// `Thumbprint`: 40 upper-case hexadecimal digits.
    pub thumbprint: String,
    /// `Subject`, such as `CN=ex01.contoso.com, O=Contoso`.
    pub subject: Option<String>,
    /// `CertificateDomains`: the subject alternative names.
    pub domains: Option<Vec<String>>,
    /// `Services`: what it is assigned to, such as `IIS` and `SMTP`; absent if the session does not say.
    pub services: Option<Vec<String>>,
    /// Valid from.
    pub not_before: Option<Time>,
    /// Valid until.
    pub not_after: Option<Time>,
    /// Whether the private key is there; absent if the session does not say.
    pub has_private_key: Option<bool>,
    /// Whether it is self-signed.
    pub is_self_signed: Option<bool>,
    /// `Status`, such as `Valid`.
    pub status: Option<String>,
    /// The issuer.
    pub issuer: Option<String>,
    /// The size of the key in bits.
    pub public_key_size: Option<u32>,
    /// The friendly name; absent if the session does not say.
    pub friendly_name: Option<String>,
}

impl Keyed for ExchangeCertificate {
    fn key(&self) -> String {
        format!("{}|{}", name::short(&self.server), name::key(&self.thumbprint))
    }
}

/// A setting override.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SettingOverride {
    /// `Name`.
    pub name: String,
    /// `ComponentName`, such as `OwaServer`.
    pub component: Option<String>,
    /// `SectionName`, such as `IMSettings`.
    pub section: Option<String>,
    /// `Parameters`, such as `IMServerName=pool.contoso.com`.
    #[serde(default)]
    pub parameters: Vec<String>,
    /// `Server`: the servers that it is for, with wildcards; none means all.
    #[serde(default)]
    pub servers: Vec<String>,
    /// `MinVersion`.
    pub min_version: Option<String>,
    /// `MaxVersion`.
    pub max_version: Option<String>,
    /// `Reason`.
    pub reason: Option<String>,
    /// `WhenChangedUTC`.
    pub when_changed: Option<Time>,
}

impl Keyed for SettingOverride {
    fn key(&self) -> String {
        name::key(&self.name)
    }
}

/// What one server says of the setting overrides (`Get-ExchangeDiagnosticInfo -Argument Overrides`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServerOverrides {
    /// The server.
    pub server: String,
    /// `Updated`: when it read them last.
    pub updated: Option<Time>,
    /// The overrides that it knows.
    #[serde(default)]
    pub overrides: Vec<ServerOverride>,
}

impl Keyed for ServerOverrides {
    fn key(&self) -> String {
        name::short(&self.server)
    }
}

/// What a server says of one setting override.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServerOverride {
    /// `Name`.
    pub name: String,
    /// `Status`, such as `Accepted` or `ServerMismatch`.
    pub status: Option<String>,
    /// `Message`: what the server says beside the status.
    pub message: Option<String>,
    /// `Parameters`, as the server has read them.
    pub parameters: Option<Vec<String>>,
}

/// The instant messaging settings that a server works with (`Get-ExchangeDiagnosticInfo`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImSettings {
    /// The server.
    pub server: String,
    /// `IMServerName`; absent if it is not set.
    pub im_server_name: Option<String>,
    /// `IMCertificateThumbprint`: hexadecimal, as it was written; absent if it is not set.
    pub im_certificate_thumbprint: Option<String>,
}

impl Keyed for ImSettings {
    fn key(&self) -> String {
        name::short(&self.server)
    }
}

/// The authentication configuration of the organisation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuthConfig {
    /// `CurrentCertificateThumbprint`: 40 upper-case hexadecimal digits.
    pub current_certificate_thumbprint: Option<String>,
    /// `NextCertificateThumbprint`: 40 upper-case hexadecimal digits.
    pub next_certificate_thumbprint: Option<String>,
    /// `NextCertificateEffectiveDate`.
    pub next_certificate_effective_date: Option<Time>,
    /// `ServiceName`.
    pub service_name: Option<String>,
    /// `Realm`.
    pub realm: Option<String>,
}

impl Keyed for AuthConfig {
    fn key(&self) -> String {
        String::new()
    }
}

/// A database availability group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AvailabilityGroup {
    /// `Name`.
    pub name: String,
    /// Its members.
    #[serde(default)]
    pub servers: Vec<String>,
}

impl Keyed for AvailabilityGroup {
    fn key(&self) -> String {
        name::key(&self.name)
    }
}

/// A mailbox, of the requested ones.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mailbox {
    /// The primary SMTP address.
    pub identity: String,
    /// The display name.
    pub display_name: Option<String>,
    /// `ServerName`.
    pub server: Option<String>,
    /// The version of the server: `AdminDisplayVersion`.
    pub version: Option<String>,
    /// The addresses of type `sip:` among `EmailAddresses`, without the prefix.
    pub sip_addresses: Option<Vec<String>>,
}

impl Keyed for Mailbox {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// The client access settings of a mailbox.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClientMailbox {
    /// The primary SMTP address.
    pub identity: String,
    /// `OWAEnabled`.
    pub owa_enabled: Option<bool>,
    /// `OwaMailboxPolicy`; empty if none is assigned.
    pub owa_mailbox_policy: Option<String>,
}

impl Keyed for ClientMailbox {
    fn key(&self) -> String {
        name::key(&self.identity)
    }
}

/// A monitor of the health set `OWA.Protocol.Dep`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HealthMonitor {
    /// The server.
    pub server: String,
    /// The name of the monitor.
    pub monitor: String,
    /// `AlertValue`, such as `Healthy`.
    pub state: Option<String>,
    /// What the monitor says, if it was asked.
    pub message: Option<String>,
}

impl Keyed for HealthMonitor {
    fn key(&self) -> String {
        format!("{}|{}", name::short(&self.server), name::key(&self.monitor))
    }
}

/// The services that Exchange requires for one role of a server (`Test-ServiceHealth`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceHealth {
    /// The server.
    pub server: String,
    /// `Role`, such as `Mailbox Server Role`.
    pub role: String,
    /// `RequiredServicesRunning`.
    pub required_services_running: Option<bool>,
    /// `ServicesRunning`.
    pub services_running: Option<Vec<String>>,
    /// `ServicesNotRunning`.
    pub services_not_running: Option<Vec<String>>,
}

impl Keyed for ServiceHealth {
    fn key(&self) -> String {
        format!("{}|{}", name::short(&self.server), name::key(&self.role))
    }
}
