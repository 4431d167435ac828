//! What a machine itself can tell, in any Windows PowerShell on it. Names are those of Windows; nothing here is
//! checked.

use super::lync_edge::HostingProvider;
use super::machine_files::{FileProblem, FileStatus};
use super::machine_network::{DnsAnswer, FirewallRule, Forest, WebAnswer};
use super::machine_tls::TlsSettings;
use super::name;
use super::section::Keyed;
use super::sections::sections;
use super::time::Time;
use serde::{Deserialize, Serialize};

sections! {
    /// The facts of a machine, in one document.
    facts MachineFacts;
    /// The facts of a machine, in all documents.
    estate MachineState;
    /// The questions to a machine.
    table machine_sections, Local, "machine";
    /// Where Exchange is installed; no value on a machine without Exchange.
    install_path INSTALL_PATH "installPath": InstallPath, Replace,
        "Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup'";
    /// The instant messaging provider.
    provider PROVIDER "provider": ProviderLibrary, Replace,
        "Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\MSExchange OWA\\InstantMessaging'";
    /// The products of UCMA that are installed.
    ucma UCMA "ucma": InstalledProduct, Replace,
        "Get-ChildItem 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall'";
    /// The Web.config files of OWA.
    web_configs WEB_CONFIGS "webConfigs": WebConfig, Replace, "Get-UcAppSetting";
    /// The certificates of the machine.
    certificates CERTIFICATES "certificates": StoreCertificate, Replace, "Get-ChildItem Cert:\\LocalMachine\\My";
    /// The application pools of OWA.
    app_pools APP_POOLS "appPools": AppPool, Latest, "Get-WebAppPoolState";
    /// The newest events of OWA instant messaging.
    events EVENTS "events": Event, Latest, "Get-WinEvent";
    /// The newest events of Lync about Exchange and the servers that it knows.
    lync_events LYNC_EVENTS "lyncEvents": LyncEvent, Latest, "Get-WinEvent";
    /// The folder of the instant messaging logs.
    im_log_folder IM_LOG_FOLDER "imLogFolder": Folder, Latest, "Test-Path";
    /// The services that matter.
    services SERVICES "services": Service, Latest, "Get-Service";
    /// The TCP ports that are listened on.
    listeners LISTENERS "listeners": Listener, Latest, "[IPGlobalProperties]::GetActiveTcpListeners()";
    /// What DNS answers here.
    dns DNS "dns": DnsAnswer, Latest, "Resolve-DnsName";
    /// What web services answer here.
    web_answers WEB_ANSWERS "webAnswers": WebAnswer, Latest, "[System.Net.WebRequest]::Create()";
    /// The forest.
    forest FOREST "forest": Forest, Replace, "[System.DirectoryServices.ActiveDirectory.Forest]::GetCurrentForest()";
    /// The firewall rules of unified messaging.
    firewall_rules FIREWALL_RULES "firewallRules": FirewallRule, Replace, "netsh advfirewall firewall show rule";
    /// What the registry says of TLS.
    tls TLS "tls": TlsSettings, Replace,
        "Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols'";
    /// The hosting providers in the local replica; of an Edge server.
    hosting_providers HOSTING_PROVIDERS "hostingProviders": HostingProvider, Latest, "Get-CsHostingProvider -LocalStore";
}

/// The instant messaging provider of OWA, as the registry names it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProviderLibrary {
    /// The registry key that was read.
    pub registry_path: String,
    /// `ImplementationDLLPath`; absent if the value does not exist.
    pub implementation_dll_path: Option<String>,
    /// The full path of the library that the value leads to.
    pub library_path: Option<String>,
    /// Whether that file exists.
    pub library_exists: Option<bool>,
    /// Its version.
    pub library_version: Option<String>,
}

impl Keyed for ProviderLibrary {
    fn key(&self) -> String {
        String::new()
    }
}

/// A product that is installed, as Windows lists it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstalledProduct {
    /// `DisplayName`, such as `Microsoft Unified Communications Managed API 4.0, Runtime`.
    pub name: String,
    /// `DisplayVersion`, such as `5.0.8308.0`, which is that of UCMA 4.0.
    pub version: Option<String>,
}

impl Keyed for InstalledProduct {
    fn key(&self) -> String {
        format!("{}|{}", name::key(&self.name), self.version.as_deref().unwrap_or_default())
    }
}

/// A Web.config of OWA on this machine, as `uc_config_read` reads it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WebConfig {
    /// Whether it is the one of the back end (`ClientAccess\\Owa`), not of the front end (`FrontEnd\\HttpProxy\\owa`).
    pub back_end: bool,
    /// The path of the file.
    pub path: String,
    /// Whether it is there.
    pub exists: Option<bool>,
    /// Whether it has the read-only attribute.
    pub read_only: Option<bool>,
    /// When it was written last.
    pub last_write: Option<Time>,
    /// The instant messaging settings in it; absent if it could not be read.
    pub settings: Option<Vec<WebSetting>>,
    /// The problems of the file, as sentences.
    #[serde(default)]
    pub problems: Vec<String>,
    /// The same problems by name; absent if it could not be read, or if nobody asked for the names.
    pub file_problems: Option<Vec<FileProblem>>,
    /// Why it could not be read, as a sentence.
    pub error: Option<String>,
    /// The line in which it could not be read on, from 1.
    pub error_line: Option<u64>,
    /// The name of the status if it could not be read, such as `SectionEncrypted`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub status: Option<FileStatus>,
}

impl Keyed for WebConfig {
    fn key(&self) -> String {
        format!("{}|{}", self.back_end, name::key(&self.path))
    }
}

/// A certificate of a store of the machine.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StoreCertificate {
    /// The store: `My` or `Root`.
    pub store: String,
    /// The thumbprint: 40 upper-case hexadecimal digits.
    pub thumbprint: String,
    /// The subject.
    pub subject: Option<String>,
    /// The issuer.
    pub issuer: Option<String>,
    /// The names of the extension for alternative names.
    pub dns_names: Option<Vec<String>>,
    /// Valid from.
    pub not_before: Option<Time>,
    /// Valid until.
    pub not_after: Option<Time>,
    /// Whether the private key is there.
    pub has_private_key: Option<bool>,
    /// The thumbprint of the root that its chain ends in: 40 upper-case hexadecimal digits; absent if no chain was built.
    pub root_thumbprint: Option<String>,
    /// The friendly name.
    pub friendly_name: Option<String>,
    /// The size of the key in bits.
    pub public_key_size: Option<u32>,
    /// The signature algorithm, such as `sha256RSA`.
    pub signature_algorithm: Option<String>,
    /// Whether the private key is kept by a Cryptography Next Generation provider, which these products cannot use.
    pub is_cng_key: Option<bool>,
    /// The extended key usages, by object identifier; no value if the certificate does not restrict its use.
    pub key_usages: Option<Vec<String>>,
    /// The certificate template that it was issued from: its name, or the object identifier of a newer one.
    pub template: Option<String>,
}

impl Keyed for StoreCertificate {
    fn key(&self) -> String {
        format!("{}|{}", name::key(&self.store), name::key(&self.thumbprint))
    }
}

/// An application pool of IIS.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AppPool {
    /// Its name.
    pub name: String,
    /// Its state, such as `Started`.
    pub state: Option<String>,
    /// When its oldest worker process was started; absent if none runs.
    pub started: Option<Time>,
}

impl Keyed for AppPool {
    fn key(&self) -> String {
        name::key(&self.name)
    }
}

/// An event of the log Application, source `MSExchange OWA`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Event {
    /// The number of the event.
    pub id: u32,
    /// When it was written.
    pub time: Time,
    /// Its text.
    pub message: Option<String>,
}

impl Keyed for Event {
    fn key(&self) -> String {
        format!("{}|{}", self.id, self.time)
    }
}

/// An event of the log Lync Server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LyncEvent {
    /// Its source, such as `LS Protocol Stack`.
    pub source: String,
    /// The number of the event.
    pub id: u32,
    /// When it was written.
    pub time: Time,
    /// Its text.
    pub message: Option<String>,
}

impl Keyed for LyncEvent {
    fn key(&self) -> String {
        format!("{}|{}|{}", name::key(&self.source), self.id, self.time)
    }
}

/// A folder that was looked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Folder {
    /// Its path.
    pub path: String,
    /// Whether it is there.
    pub exists: bool,
    /// Whether the folder above it is there.
    pub parent_exists: Option<bool>,
}

impl Keyed for Folder {
    fn key(&self) -> String {
        name::key(&self.path)
    }
}

/// A service of Windows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Service {
    /// Its name.
    pub name: String,
    /// `Status`, such as `Running`.
    pub status: Option<String>,
    /// `StartType`, such as `Automatic`; from the registry where .NET Framework has no such property.
    pub start_type: Option<String>,
    /// When its process was started; absent if it does not run.
    pub started: Option<Time>,
}

impl Keyed for Service {
    fn key(&self) -> String {
        name::key(&self.name)
    }
}

/// Where Exchange is installed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstallPath {
    /// `MsiInstallPath` of the setup, with the backslash at its end.
    pub path: String,
    /// The file version of `Bin\\ExSetup.exe` in it, such as `15.02.2562.017`: the build, which security updates change
    /// too.
    pub setup_version: Option<String>,
}

impl Keyed for InstallPath {
    fn key(&self) -> String {
        String::new()
    }
}

/// A TCP port that something listens on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Listener {
    /// The port.
    pub port: u32,
}

impl Keyed for Listener {
    fn key(&self) -> String {
        self.port.to_string()
    }
}

/// One setting of a Web.config.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WebSetting {
    /// The key.
    pub key: String,
    /// The value.
    pub value: Option<String>,
    /// The line, from 1.
    pub line: Option<u64>,
    /// Whether .NET uses this entry.
    pub effective: Option<bool>,
}
