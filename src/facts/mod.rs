//! Facts: what a shell or a machine told, and the estate that several such documents make together. Knows which
//! questions can be asked and how answers are merged; what an answer means for an integration is for `rules`.
//!
//! | file | holds |
//! |---|---|
//! | `time` | points in time as facts give them |
//! | `name` | names of servers, which differ by case and length |
//! | `version` | versions of the products |
//! | `section` | one question, its answer in a document, and the table of them |
//! | `exchange`, `lync`, `machine` | the questions themselves |
//! | `document` | one document: reading and refusing it |
//! | `merge` | answers of several documents made one, and their contradictions |
//! | `estate` | everything that is known, and who is who in it |

mod document;
mod estate;
mod exchange;
mod lync;
mod machine;
mod merge;
mod name;
mod section;
mod time;
mod version;

pub use document::{Collection, FactDocument, SCHEMA};
pub use estate::{Document, Estate, Machine, Server};
pub use exchange::{
    AuthConfig, AvailabilityGroup, CallRouter, ClientMailbox, DialPlan, Exchange, ExchangeCertificate, ExchangeFacts,
    ExchangeServer, HealthMonitor, ImSettings, Mailbox, MailboxPolicy, SettingOverride, UmService, VirtualDirectory,
    exchange_sections,
};
pub use lync::{
    Computer, Lync, LyncCertificate, LyncFacts, Pool, Replica, ServerVersion, SipDomain, Site, TrustedApplication,
    TrustedPool, User, lync_sections,
};
pub use machine::{
    AppPool, Event, Folder, InstallPath, Listener, MachineFacts, MachineState, ProviderLibrary, Service,
    StoreCertificate, WebConfig, WebSetting, machine_sections,
};
pub use merge::{Contradiction, Item, Merged, Missing, Origin};
pub use name::{Host, same_name};
pub use section::{Fact, Failure, Scope, Section, Shell};
pub use time::Time;
pub use version::{ExchangeVersion, LyncVersion};
