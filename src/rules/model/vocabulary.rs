//! The words that rules are described with: scenarios, families, severities, sources. Only data.

use super::sources::{Document, document};
use serde::{Deserialize, Serialize};

/// What an administrator wants to have working.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Scenario {
    /// Certificates, autodiscover and OAuth between the servers: what the other scenarios stand on.
    Prerequisites,
    /// Instant messaging and presence in Outlook on the web.
    OwaIm,
    /// Voice mail, auto attendants and Outlook Voice Access of Exchange for users of Lync.
    UnifiedMessaging,
    /// Lync or Skype for Business on premises with Exchange Online.
    Hybrid,
}

impl Scenario {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Prerequisites, Self::OwaIm, Self::UnifiedMessaging, Self::Hybrid];
}

/// The group of rules that a rule belongs to. Where rules are otherwise equal, the order of the groups is that in which
/// they are checked and their steps are taken, and with it the id of a plan: a new group goes where its steps belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// The deployment as a whole, its versions, and features that need both products.
    General,
    /// Server-to-server authentication and autodiscover.
    OAuth,
    /// What has to be installed before instant messaging in Outlook on the web.
    OwaPrerequisites,
    /// Trusted application pools: the servers that Lync knows.
    KnownServers,
    /// Instant messaging in Outlook on the web.
    Owa,
    /// Instant messaging by setting overrides, from Exchange 2016 on.
    SettingOverride,
    /// The certificates of unified messaging.
    UmCertificates,
    /// Unified messaging.
    UnifiedMessaging,
    /// Exchange Online with Lync on premises.
    Hybrid,
}

/// What sort of entry a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Kind"))]
pub enum Category {
    /// A state with a condition.
    Check,
    /// An action that the documents ask for; its finding says whether it is due.
    Step,
    /// A branch or an order that other rules follow.
    Rule,
    /// Context that explains the other entries.
    Fact,
}

/// What instant messaging must be for a rule to have anything to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppliesWhen {
    /// On: the rule asks for what it needs. If it must be off, the rule does not apply.
    ImEnabled,
    /// On or off.
    Always,
}

/// How severe a failure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Severity {
    /// It does not work.
    Error,
    /// It works, with limitations.
    Warning,
    /// Information.
    Information,
    /// It must be checked manually.
    Manual,
}

/// The kind of machine that a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Role {
    /// Client Access: the front end of Exchange.
    ExchangeFrontEnd,
    /// Mailbox: the back end of Exchange.
    ExchangeBackEnd,
    /// A Front End or Standard Edition server of Lync or Skype for Business.
    LyncFrontEnd,
    /// An Edge server of Lync or Skype for Business.
    Edge,
    /// A Mediation server of Lync or Skype for Business.
    Mediation,
    /// A server of DNS.
    Dns,
    /// A domain controller: Active Directory.
    Directory,
    /// A client.
    Client,
}

/// A place that a rule is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The document.
    pub document: &'static Document,
    /// The lines, such as `73-75`, of our copies of the five pages; empty for a page that is cited as a whole. Nobody else
    /// has the copies, so they are for tests and for those who write rules.
    pub lines: &'static str,
}

impl Source {
    /// A place in one of the five pages.
    #[must_use]
    pub const fn seed(key: &'static str, lines: &'static str) -> Self {
        Self { document: document(key), lines }
    }

    /// Another page as a whole.
    #[must_use]
    pub const fn page(key: &'static str) -> Self {
        Self { document: document(key), lines: "" }
    }

    /// The pages that some places are in, each once.
    #[must_use]
    pub fn documents(sources: &[Self]) -> Vec<&'static Document> {
        let mut documents: Vec<&'static Document> = Vec::with_capacity(sources.len());
        for source in sources {
            if documents.iter().all(|known| known.url != source.document.url) {
                documents.push(source.document);
            }
        }
        documents
    }
}
