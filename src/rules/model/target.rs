//! What a finding is about: what kind of thing, its name, and what decides about it in other places: the machine that it
//! is or belongs to, and the product. Nobody reads these out of the name.

use crate::facts::Host;
use serde::Serialize;

/// What kind of thing a finding is about, in the order of their names, which is that of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum TargetKind {
    /// The configuration of the Access Edge service.
    AccessEdge,
    /// A URL.
    Address,
    /// A partner application, or a trusted application.
    Application,
    /// An auto attendant.
    AutoAttendant,
    /// A certificate, by its thumbprint.
    Certificate,
    /// A configuration of a product, such as that of OAuth.
    Configuration,
    /// A contact for unified messaging.
    Contact,
    /// A container of Active Directory.
    Container,
    /// A dial plan of unified messaging.
    DialPlan,
    /// A document of facts.
    Document,
    /// The estate as a whole.
    Estate,
    /// A fact that documents do not agree about.
    Fact,
    /// A forest of Active Directory.
    Forest,
    /// A gateway: of unified messaging, or to the telephone network.
    Gateway,
    /// A hosting provider.
    HostingProvider,
    /// A name in DNS.
    Name,
    /// An OAuth server of Lync.
    OAuthServer,
    /// A policy.
    Policy,
    /// A pool of Lync or Skype for Business.
    Pool,
    /// Exchange or Lync.
    Product,
    /// A replica of the central management store.
    Replica,
    /// A server.
    Server,
    /// A service that some pool must have.
    Service,
    /// A setting in a file of a server.
    Setting,
    /// A setting override of Exchange.
    SettingOverride,
    /// A SIP domain.
    SipDomain,
    /// The call router of a server.
    #[serde(rename = "UMCallRouter")]
    UmCallRouter,
    /// The service of unified messaging of a server.
    #[serde(rename = "UMService")]
    UmService,
    /// What a certificate of Lync is used for.
    Use,
    /// A user.
    User,
    /// All users, where nothing can be said of one.
    Users,
    /// A virtual directory of a server.
    VirtualDirectory,
    /// A voice policy.
    VoicePolicy,
}

/// One of the two sides that are integrated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Exchange.
    Exchange,
    /// Lync or Skype for Business.
    Lync,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Target {
    /// What kind of thing, as the products call it: `Server`, `Pool`, `Certificate`, `User`, `Policy`…
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub kind: TargetKind,
    /// Its name.
    pub name: String,
    /// The machine that it is or belongs to, if there is a single one.
    #[serde(skip)]
    pub host: Option<Host>,
    /// The side that it belongs to, where both have such things.
    #[serde(skip)]
    pub side: Option<Side>,
}

impl Target {
    /// A thing of some kind.
    #[must_use]
    pub fn new(kind: TargetKind, name: impl Into<String>) -> Self {
        Self { kind, name: name.into(), host: None, side: None }
    }

    /// A server.
    #[must_use]
    pub fn server(host: &Host) -> Self {
        Self::new(TargetKind::Server, host.name()).on(host)
    }

    /// The estate as a whole.
    #[must_use]
    pub fn estate() -> Self {
        Self::new(TargetKind::Estate, "")
    }

    /// The same thing, of a machine.
    #[must_use]
    pub fn on(self, host: &Host) -> Self {
        Self { host: Some(host.clone()), ..self }
    }

    /// The same thing, of one side.
    #[must_use]
    pub fn of(self, side: Side) -> Self {
        Self { side: Some(side), ..self }
    }
}
