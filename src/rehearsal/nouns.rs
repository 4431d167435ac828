//! Which facts a cmdlet is about: the question that lists its objects, what names one of them, and the fact of each
//! property, by the noun of the cmdlet. Changes nothing.

use super::estate::{is_same_host, text, texts};
use crate::facts::same_name;
use serde_json::Value;

/// What names an object of a noun.
pub(super) enum Identity {
    /// A fact of it.
    Fact(&'static str),
    /// A fact that names a server, short or full.
    Server(&'static str),
    /// Two facts with a sign between them.
    Joined(&'static str, &'static str, &'static str),
    /// There is one object, which has this name.
    Only(&'static str),
}

/// The objects that the cmdlets of a noun are about.
pub(super) struct Noun {
    /// The nouns, without case.
    names: &'static [&'static str],
    /// The questions that list them.
    pub(super) paths: &'static [&'static str],
    /// What names one.
    pub(super) identity: Identity,
    /// Each property with its fact.
    properties: &'static [(&'static str, &'static str)],
}

const SWITCHES: &[(&str, &str)] =
    &[("InstantMessagingEnabled", "instantMessagingEnabled"), ("InstantMessagingType", "instantMessagingType")];

/// The question that every machine answers for itself.
pub(super) const SERVICES: &str = "machine.services";

/// The question that Lync answers for the machine it is asked on.
pub(super) const LYNC_CERTIFICATES: &str = "lync.certificates";

static NOUNS: &[Noun] = &[
    Noun {
        names: &["OwaVirtualDirectory"],
        paths: &["exchange.owaVirtualDirectories", "exchange.owaBackEndVirtualDirectories"],
        identity: Identity::Fact("identity"),
        properties: SWITCHES,
    },
    Noun {
        names: &["OwaMailboxPolicy"],
        paths: &["exchange.owaMailboxPolicies"],
        identity: Identity::Fact("identity"),
        properties: SWITCHES,
    },
    Noun {
        names: &["ClientAccessServer", "ClientAccessService"],
        paths: &["exchange.clientAccessServices"],
        identity: Identity::Server("server"),
        properties: &[("Name", "server"), ("AutoDiscoverServiceInternalUri", "autodiscoverUri")],
    },
    Noun {
        names: &["ExchangeCertificate"],
        paths: &["exchange.certificates"],
        identity: Identity::Fact("thumbprint"),
        properties: &[("Thumbprint", "thumbprint"), ("Services", "services")],
    },
    Noun {
        names: &["PartnerApplication"],
        paths: &["exchange.partnerApplications"],
        identity: Identity::Fact("name"),
        properties: &[
            ("Name", "name"),
            ("ApplicationIdentifier", "applicationIdentifier"),
            ("AuthMetadataUrl", "authMetadataUrl"),
            ("Enabled", "enabled"),
        ],
    },
    Noun {
        names: &["SettingOverride"],
        paths: &["exchange.settingOverrides"],
        identity: Identity::Fact("name"),
        properties: &[
            ("Name", "name"),
            ("Component", "component"),
            ("Section", "section"),
            ("Parameters", "parameters"),
            ("Server", "servers"),
            ("MinVersion", "minVersion"),
            ("MaxVersion", "maxVersion"),
            ("Reason", "reason"),
        ],
    },
    Noun {
        names: &["UMService"],
        paths: &["exchange.umServices"],
        identity: Identity::Server("server"),
        properties: &[("DialPlans", "dialPlans"), ("UMStartupMode", "startupMode")],
    },
    Noun {
        names: &["UMCallRouterSettings"],
        paths: &["exchange.umCallRouters"],
        identity: Identity::Server("server"),
        properties: &[
            ("DialPlans", "dialPlans"),
            ("UMStartupMode", "startupMode"),
            ("SipTlsListeningPort", "sipTlsListeningPort"),
        ],
    },
    Noun {
        names: &["UMDialPlan"],
        paths: &["exchange.umDialPlans"],
        identity: Identity::Fact("name"),
        properties: &[("Name", "name"), ("VoIPSecurity", "voipSecurity"), ("FaxEnabled", "faxEnabled")],
    },
    Noun {
        names: &["UMIPGateway"],
        paths: &["exchange.umIpGateways"],
        identity: Identity::Fact("name"),
        properties: &[
            ("Name", "name"),
            ("Address", "address"),
            ("Port", "port"),
            ("OutcallsAllowed", "outcallsAllowed"),
            ("Status", "status"),
        ],
    },
    Noun {
        names: &["UMHuntGroup"],
        paths: &["exchange.umHuntGroups"],
        identity: Identity::Joined("ipGateway", "\\", "name"),
        properties: &[
            ("Name", "name"),
            ("UMDialPlan", "dialPlan"),
            ("UMIPGateway", "ipGateway"),
            ("PilotIdentifier", "pilotIdentifier"),
        ],
    },
    Noun {
        names: &["Service"],
        paths: &[SERVICES],
        identity: Identity::Fact("name"),
        properties: &[("Name", "name"), ("Status", "status"), ("StartType", "startType")],
    },
    Noun {
        names: &["CsAccessEdgeConfiguration"],
        paths: &["lync.accessEdge"],
        identity: Identity::Only("Global"),
        properties: &[("AllowFederatedUsers", "allowFederatedUsers"), ("AllowOutsideUsers", "allowOutsideUsers")],
    },
    Noun {
        names: &["CsCertificate"],
        paths: &[LYNC_CERTIFICATES],
        identity: Identity::Fact("thumbprint"),
        properties: &[("Thumbprint", "thumbprint"), ("Use", "use"), ("Type", "use")],
    },
    Noun {
        names: &["CsExternalAccessPolicy"],
        paths: &["lync.externalAccessPolicies"],
        identity: Identity::Fact("identity"),
        properties: &[("EnableOutsideAccess", "enableOutsideAccess")],
    },
    Noun {
        names: &["CsHostingProvider"],
        paths: &["lync.hostingProviders"],
        identity: Identity::Fact("identity"),
        properties: &[
            ("ProxyFqdn", "proxyFqdn"),
            ("Enabled", "enabled"),
            ("EnabledSharedAddressSpace", "enabledSharedAddressSpace"),
            ("HostsOCSUsers", "hostsOcsUsers"),
            ("IsLocal", "isLocal"),
            ("VerificationLevel", "verificationLevel"),
        ],
    },
    Noun {
        names: &["CsOAuthConfiguration"],
        paths: &["lync.oAuthConfiguration"],
        identity: Identity::Only("Global"),
        properties: &[("ExchangeAutodiscoverUrl", "exchangeAutodiscoverUrl"), ("ServiceName", "serviceName")],
    },
    Noun {
        names: &["CsPartnerApplication"],
        paths: &["lync.partnerApplications"],
        identity: Identity::Fact("identity"),
        properties: &[
            ("ApplicationIdentifier", "applicationIdentifier"),
            ("ApplicationTrustLevel", "applicationTrustLevel"),
            ("Enabled", "enabled"),
            ("MetadataUrl", "metadataUrl"),
        ],
    },
    Noun {
        names: &["CsTrustedApplication"],
        paths: &["lync.trustedApplications"],
        identity: Identity::Joined("pool", "/", "applicationId"),
        properties: &[("TrustedApplicationPoolFqdn", "pool"), ("ApplicationId", "applicationId"), ("Port", "port")],
    },
    Noun {
        names: &["CsTrustedApplicationPool"],
        paths: &["lync.trustedPools"],
        identity: Identity::Fact("fqdn"),
        properties: &[("PoolFqdn", "fqdn"), ("Registrar", "registrar"), ("RequiresReplication", "requiresReplication")],
    },
];

impl Noun {
    /// The noun of a cmdlet.
    pub(super) fn of(cmdlet: &str) -> Option<&'static Self> {
        let (_, noun) = cmdlet.split_once('-')?;
        NOUNS.iter().find(|one| one.names.iter().any(|name| name.eq_ignore_ascii_case(noun)))
    }

    /// The fact of a property.
    pub(super) fn fact(&self, property: &str) -> Option<&'static str> {
        self.properties.iter().find(|(name, _)| name.eq_ignore_ascii_case(property)).map(|(_, fact)| *fact)
    }

    /// Whether an object is the one that a name means.
    pub(super) fn is(&self, item: &Value, name: &str) -> bool {
        match self.identity {
            Identity::Fact(fact) => same_name(text(item, fact), name),
            Identity::Server(fact) => is_same_host(text(item, fact), name),
            Identity::Joined(first, sign, second) => {
                same_name(&format!("{}{sign}{}", text(item, first), text(item, second)), name)
            }
            Identity::Only(only) => same_name(only, name),
        }
    }

    /// The name of an object.
    pub(super) fn name(&self, item: &Value) -> String {
        match self.identity {
            Identity::Fact(fact) | Identity::Server(fact) => text(item, fact).to_owned(),
            Identity::Joined(first, sign, second) => format!("{}{sign}{}", text(item, first), text(item, second)),
            Identity::Only(only) => only.to_owned(),
        }
    }

    /// What a cmdlet shows of an object under a name.
    pub(super) fn shown(&self, item: &Value, property: &str) -> Value {
        let Some(fact) = self.fact(property) else {
            return if property.eq_ignore_ascii_case("Identity") { self.name(item).into() } else { Value::Null };
        };
        match (fact, item.get(fact)) {
            ("services", Some(_)) => flags(&texts(item, fact)).into(),
            ("registrar", Some(Value::String(pool))) if !pool.is_empty() => format!("Registrar:{pool}").into(),
            (_, value) => value.cloned().unwrap_or_default(),
        }
    }
}

/// The services of a certificate as Exchange shows them: one text, in the order of their bits.
pub(super) fn flags(services: &[&str]) -> String {
    const ORDER: [&str; 7] = ["IMAP", "POP", "UM", "IIS", "SMTP", "Federation", "UMCallRouter"];
    let names = ORDER.iter().filter(|name| services.iter().any(|one| one.eq_ignore_ascii_case(name)));
    let names: Vec<&str> = names.copied().collect();
    if names.is_empty() { "None".to_owned() } else { names.join(", ") }
}
