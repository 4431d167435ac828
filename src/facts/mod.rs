//! Facts: what a shell or a machine told, and the estate that several such documents make together. Knows which
//! questions can be asked and how answers are merged; what an answer means for an integration is for `rules`.
//!
//! | file | holds |
//! |---|---|
//! | `time` | points in time as facts give them |
//! | `name` | names of servers, which differ by case and length |
//! | `version` | versions of the products |
//! | `section` | one question and its answer in a document |
//! | `sections` | the macro that makes the table of them from one list |
//! | `schema` | the JSON Schema of an answer |
//! | `exchange`, `lync`, `machine` | the questions themselves |
//! | `exchange_*`, `lync_*`, `machine_*` | the forms of answers, by subject |
//! | `document` | one document: reading and refusing it |
//! | `merge` | answers of several documents made one, and their contradictions |
//! | `estate` | everything that is known, and who is who in it |

mod document;
mod estate;
mod exchange;
mod exchange_oauth;
mod exchange_voice;
mod lync;
mod lync_edge;
mod lync_oauth;
mod lync_option;
mod lync_voice;
mod machine;
mod machine_files;
mod machine_network;
mod machine_tls;
mod merge;
mod name;
#[cfg(feature = "schema")]
mod schema;
mod section;
mod sections;
mod time;
mod version;

pub use document::{Collection, FactDocument, SCHEMA};
pub use estate::{Document, Estate, Machine, Server};
pub use exchange::{
    AuthConfig, AvailabilityGroup, ClientMailbox, Exchange, ExchangeCertificate, ExchangeFacts, ExchangeServer,
    HealthMonitor, ImSettings, Mailbox, MailboxPolicy, ServerOverride, ServerOverrides, SettingOverride,
    VirtualDirectory, exchange_sections,
};
pub use exchange_oauth::{ClientAccessService, PartnerApplication};
pub use exchange_voice::{
    AutoAttendant, CallRouter, DialPlan, HuntGroup, IpGateway, UmContainer, UmMailbox, UmMailboxPolicy, UmService,
};
pub use lync::{
    Computer, Lync, LyncCertificate, LyncFacts, Pool, Replica, ServerVersion, SipDomain, Site, TrustedApplication,
    TrustedPool, User, lync_sections,
};
pub use lync_edge::{AccessEdge, ExternalAccessPolicy, HostedVoicemailPolicy, HostingProvider, PublicProvider};
pub use lync_oauth::{LyncPartnerApplication, OAuthConfiguration, OAuthServer, StorageTest};
pub use lync_option::{ArchivingConfiguration, ArchivingPolicy, UserServicesPolicy};
pub use lync_voice::{LocationProfile, MediaConfiguration, UmContact, VoicePolicy, VoiceRoute};
pub use machine::{
    AppPool, Event, Folder, InstallPath, InstalledProduct, Listener, LyncEvent, MachineFacts, MachineState,
    ProviderLibrary, Service, StoreCertificate, WebConfig, WebSetting, machine_sections,
};
pub use machine_files::{FileProblem, FileProblemCode, FileSeverity, FileStatus};
pub use machine_network::{DnsAnswer, FirewallRule, Forest, ForestTrust, WebAnswer};
pub use machine_tls::{RegistryValue, TlsSettings};
pub use merge::{Conflict, Item, Merged, Missing, Origin};
pub use name::{Host, same_name};
pub use section::{Fact, Failure, MergePolicy, Section, Shell};
pub use time::Time;
pub use version::{Build, ExchangeVersion, LyncVersion};
