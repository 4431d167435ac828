//! What the rules of instant messaging ask again and again: which servers, what they are set to, which pool and which
//! certificate they should use. Answers from the estate and from what the administrator asked for; judges nothing.

use crate::facts::{
    Estate, ExchangeCertificate, ExchangeVersion, Host, ImSettings, Item, Missing, Pool, Server, SettingOverride,
    WebConfig, exchange_sections, machine_sections, same_name,
};
use crate::message::Text;
use crate::rules::model::finding::{Checked, Report, Target};
use crate::rules::model::rule::Scenario;
use crate::rules::model::support_matrix::{Support, owa_im};
use crate::rules::topology::im::selection;
use crate::value::Kind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the administrator asked for. What he left open is chosen from the estate, where that leaves no doubt.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Settings {
    /// The pool that Outlook on the web shall use: `IMServerName`.
    pub im_server_name: Option<String>,
    /// The certificate that it shall use: `IMCertificateThumbprint`.
    pub thumbprint: Option<String>,
    /// The id of the trusted application; `OutlookWebApp` unless said otherwise.
    pub application_id: Option<String>,
    /// Its port; 5199 unless said otherwise.
    pub application_port: Option<u32>,
    /// The Exchange servers that it is about, by short or full name or by their database availability group; none means
    /// all.
    pub servers: Vec<String>,
    /// Instant messaging shall be off, not on.
    pub disable: bool,
    /// The host of autodiscover, such as `autodiscover.contoso.com`, where no server tells one.
    pub autodiscover_host: Option<String>,
    /// The certificate that Lync shall sign its tokens with (`OAuthTokenIssuer`).
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

/// All that a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// What is known.
    pub estate: &'a Estate,
    /// What was asked for.
    pub settings: &'a Settings,
    /// The scenarios that shall work in the end.
    pub scenarios: &'a [Scenario],
}

/// A value that was chosen, and how.
#[derive(Clone, Debug)]
pub enum Chosen<T> {
    /// The administrator gave it.
    Given(T),
    /// It is in use and fits.
    Kept(T),
    /// It is the one that fits; the sentence says why.
    Picked(T, Text),
    /// Nothing fits, too much does, or what was asked for does not; the sentence, with what fills its blanks, says what to do.
    Open(Text, Vec<(&'static str, String)>),
}

impl<T> Chosen<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Given(value) | Self::Kept(value) | Self::Picked(value, _) => Some(value),
            Self::Open(..) => None,
        }
    }
}

/// The instant messaging settings of one server, from the place that its version reads.
#[derive(Clone, Debug, Default)]
pub struct ImServer {
    /// `IMServerName`.
    pub server_name: Option<String>,
    /// `IMCertificateThumbprint`, as it is written there.
    pub thumbprint: Option<String>,
}

/// Why a certificate does not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is no longer valid.
    Expired,
    /// It is not valid yet.
    NotYetValid,
    /// Its private key is not there.
    NoPrivateKey,
    /// It is signed by itself, so Lync does not trust it.
    SelfSigned,
    /// Exchange says that it is not valid.
    NotValid,
    /// Its subject is no full name of one server.
    SubjectName,
    /// Its subject is not among its alternative names.
    NotInAlternativeNames,
    /// Exchange 2016 and later: it is not assigned to IIS.
    NotForIis,
}

const SEVERAL_POOLS: Text = Text::new(
    "There are several pools with a Registrar: name the one to use (-IMServerName).",
    "Il y a plusieurs pools avec un serveur d'inscriptions : nommez celui à utiliser (-IMServerName).",
);
const NO_CERTIFICATE_YET: Text = Text::new(
    "{server} has no certificate for instant messaging yet; OWA-IM-THUMBPRINT asks for one.",
    "{server} n'a pas encore de certificat pour la messagerie instantanée ; OWA-IM-THUMBPRINT en demande un.",
);
pub(crate) const NO_POOL: Text =
    Text::new("There is no pool with a Registrar.", "Il n'y a aucun pool avec un serveur d'inscriptions.");
const ONLY_POOL: Text =
    Text::new("It is the only pool with a Registrar.", "C'est le seul pool avec un serveur d'inscriptions.");
const NO_CERTIFICATE: Text = Text::new(
    "No certificate of the server qualifies: valid, from a certification authority, with its private key, with the server's full name as subject and among its alternative names.",
    "Aucun certificat du serveur ne convient : valide, émis par une autorité de certification, avec sa clé privée, avec le nom complet du serveur comme objet et parmi ses autres noms.",
);
const BEST_CERTIFICATE: Text = Text::new(
    "Of the certificates that qualify, it is valid the longest.",
    "Parmi les certificats qui conviennent, c'est celui qui reste valide le plus longtemps.",
);

impl<'a> Context<'a> {
    /// The back end servers of these versions (all if none is named) on which instant messaging can be set up: not
    /// those that the documents say are not supported with this version of Lync, and not those that were not asked for.
    pub fn im_servers(&self, versions: &[ExchangeVersion]) -> Result<Vec<Server<'a>>, Missing> {
        let mut servers = self.eligible(versions)?;
        servers.retain(Server::is_back_end);
        Ok(servers)
    }

    /// The same for the front end servers.
    pub fn im_front_ends(&self, versions: &[ExchangeVersion]) -> Result<Vec<Server<'a>>, Missing> {
        let mut servers = self.eligible(versions)?;
        servers.retain(Server::is_front_end);
        Ok(servers)
    }

    fn eligible(&self, versions: &[ExchangeVersion]) -> Result<Vec<Server<'a>>, Missing> {
        let mut servers = self.estate.servers()?;
        servers.retain(|server| {
            let of_version = server.version.is_none_or(|found| versions.is_empty() || versions.contains(&found));
            of_version && self.is_asked_for(&server.host) && self.support(server) != Support::No
        });
        Ok(servers)
    }

    /// Looks at the certificate of each of these servers; one without a certificate is reported as not concerned.
    pub fn each_owa_certificate(
        &self,
        report: &mut Report<'_>,
        versions: &[ExchangeVersion],
        look: impl Fn(&Server<'a>, &'a Item<ExchangeCertificate>, &mut Report<'_>) -> Checked,
    ) -> Checked {
        self.each_im_server(report, versions, |server, report| {
            if let Some(certificate) = self.owa_certificate(server)? {
                return look(server, certificate, report);
            }
            let args = vec![("server", server.host.name().to_owned())];
            report.not_applicable(Target::server(&server.host), NO_CERTIFICATE_YET, args);
            Ok(())
        })
    }

    /// The server that a finding is about, if it is about one.
    pub fn server(&self, name: &str) -> Result<Option<Server<'a>>, Missing> {
        Ok(self.estate.servers()?.into_iter().find(|server| server.host.name() == name))
    }

    /// Looks at each of the servers of [`Self::im_servers`]; a fact that is missing for one makes that one unknown.
    pub fn each_im_server(
        &self,
        report: &mut Report<'_>,
        versions: &[ExchangeVersion],
        look: impl Fn(&Server<'a>, &mut Report<'_>) -> Checked,
    ) -> Checked {
        for server in self.im_servers(versions)? {
            report.each(&Target::server(&server.host), |report| look(&server, report));
        }
        Ok(())
    }

    /// Whether a server is one of those that the administrator wants, by itself or by its availability group.
    #[must_use]
    pub fn is_asked_for(&self, host: &Host) -> bool {
        let asked = &self.settings.servers;
        let groups = self.estate.exchange.availability_groups.known().unwrap_or_default();
        let is_member = |name: &String| {
            let group = groups.iter().find(|group| same_name(&group.name, name));
            group.is_some_and(|group| group.servers.iter().any(|member| self.estate.host(member) == *host))
        };
        asked.is_empty() || asked.iter().any(|name| self.estate.host(name) == *host || is_member(name))
    }

    /// What the documents say of instant messaging between a server and this version of Lync.
    #[must_use]
    pub fn support(&self, server: &Server<'_>) -> Support {
        match (self.estate.lync_version(), server.version) {
            (Ok(Some(lync)), Some(exchange)) => owa_im(lync, exchange),
            _ => Support::NotSaid,
        }
    }

    /// The full names of the pools with a Registrar.
    pub fn registrar_pools(&self) -> Result<Vec<String>, Missing> {
        let names: BTreeSet<String> = self.with_registrar()?.map(|pool| pool.fqdn.to_lowercase()).collect();
        Ok(names.into_iter().collect())
    }

    /// Whether a name is that of a pool with a Registrar.
    pub(crate) fn is_registrar_pool(&self, name: &str) -> Result<bool, Missing> {
        Ok(self.with_registrar()?.any(|pool| same_name(&pool.fqdn, name)))
    }

    fn with_registrar(&self) -> Result<impl Iterator<Item = &'a Item<Pool>>, Missing> {
        let pools = self.estate.lync.pools.known()?.iter();
        Ok(pools.filter(|pool| {
            let mut services = pool.services.iter().flatten().peekable();
            services.peek().is_none() || services.any(|service| is_registrar(service))
        }))
    }

    /// The Exchange servers that Lync finds by itself: those in a dial plan of type `SipName`.
    pub fn autodiscovered(&self) -> Result<Vec<Host>, Missing> {
        let exchange = &self.estate.exchange;
        // Exchange 2019 has no unified messaging, so there nobody can be asked.
        let servers = self.estate.servers()?;
        if servers.iter().all(|server| server.version == Some(ExchangeVersion::V2019)) {
            return Ok(Vec::new());
        }
        let plans = exchange.um_dial_plans.known()?;
        let is_sip = |name: &String| {
            let of_name = |plan: &&Item<crate::facts::DialPlan>| same_name(&plan.name, name);
            let uri_type = plans.iter().find(of_name).and_then(|plan| plan.uri_type.as_deref());
            uri_type.is_some_and(|uri_type| uri_type.eq_ignore_ascii_case("SipName"))
        };
        let mut hosts = BTreeSet::new();
        for service in exchange.um_services.known()? {
            if service.dial_plans.iter().flatten().any(is_sip) {
                hosts.insert(self.estate.host(&service.server));
            }
        }
        for router in exchange.um_call_routers.known().unwrap_or_default() {
            if router.dial_plans.iter().flatten().any(is_sip) {
                hosts.insert(self.estate.host(&router.server));
            }
        }
        Ok(hosts.into_iter().collect())
    }

    /// The overrides of the instant messaging settings that are for a server.
    pub fn overrides(&self, server: &Server<'_>) -> Result<Vec<&'a Item<SettingOverride>>, Missing> {
        let all = self.estate.exchange.setting_overrides.known()?;
        Ok(all.iter().filter(|one| is_im_override(one) && is_for(one, &server.host)).collect())
    }

    /// What a server is set to: by the override from Exchange 2016 on, by Web.config before.
    pub fn im_server(&self, server: &Server<'_>) -> Result<ImServer, Missing> {
        if server.version >= Some(ExchangeVersion::V2016) {
            let overrides = self.overrides(server)?;
            let value = |name| overrides.iter().find_map(|one| parameter(one, name));
            return Ok(ImServer { server_name: value("IMServerName"), thumbprint: value("IMCertificateThumbprint") });
        }
        let file = self.web_configs(server)?.iter().find(|file| file.back_end);
        if let Some(missing) = file.and_then(|file| unread(server, file)) {
            return Err(missing);
        }
        let value = |name| file.and_then(|file| web_setting(file, name)).filter(|value| !value.trim().is_empty());
        Ok(ImServer { server_name: value("IMServerName"), thumbprint: value("IMCertificateThumbprint") })
    }

    /// The Web.config files of a server.
    pub fn web_configs(&self, server: &Server<'_>) -> Result<&'a [Item<WebConfig>], Missing> {
        self.estate.on(&server.host, &machine_sections::WEB_CONFIGS, |machine| &machine.web_configs)
    }

    /// The settings that a server works with, from Exchange 2016 on.
    pub fn effective(&self, server: &Server<'_>) -> Result<&'a Item<ImSettings>, Missing> {
        let name = server.host.name();
        let all = self.estate.exchange.im_settings.known_for(name)?;
        let found = all.iter().find(|one| self.estate.host(&one.server) == server.host);
        found.ok_or_else(|| Missing::never(&exchange_sections::IM_SETTINGS).on(name))
    }

    /// The pool that a server should use.
    pub fn wanted_pool(&self, server: &Server<'_>) -> Result<Chosen<String>, Missing> {
        if let Some(given) = &self.settings.im_server_name {
            return selection::pool(self, given);
        }
        let pools = self.registrar_pools()?;
        let used = self.im_server(server).ok().and_then(|found| found.server_name);
        if let Some(used) = used.filter(|used| pools.iter().any(|pool| same_name(pool, used))) {
            return Ok(Chosen::Kept(used));
        }
        Ok(match pools.as_slice() {
            [] => Chosen::Open(NO_POOL, Vec::new()),
            [only] => Chosen::Picked(only.clone(), ONLY_POOL),
            _ => Chosen::Open(SEVERAL_POOLS, Vec::new()),
        })
    }

    /// The certificate of a server with a thumbprint, in whatever way that is written.
    pub fn certificate(
        &self,
        server: &Server<'_>,
        thumbprint: &str,
    ) -> Result<Option<&'a Item<ExchangeCertificate>>, Missing> {
        let wanted = normal_thumbprint(thumbprint);
        let mut all = self.estate.certificates_of(&server.host)?.into_iter();
        Ok(all.find(|one| normal_thumbprint(&one.thumbprint) == wanted))
    }

    /// The certificate that a server uses, or else the one that it should use; nothing if there is neither.
    pub fn owa_certificate(&self, server: &Server<'_>) -> Result<Option<&'a Item<ExchangeCertificate>>, Missing> {
        if let Some(used) = self.im_server(server)?.thumbprint
            && let Some(installed) = self.certificate(server, &used)?
        {
            return Ok(Some(installed));
        }
        Ok(self.wanted_certificate(server)?.value().copied())
    }

    /// The certificate that a server should use.
    pub fn wanted_certificate(&self, server: &Server<'_>) -> Result<Chosen<&'a Item<ExchangeCertificate>>, Missing> {
        if let Some(given) = &self.settings.thumbprint {
            return selection::certificate(self, server, given);
        }
        if let Some(used) = self.im_server(server).ok().and_then(|found| found.thumbprint)
            && let Some(used) = self.certificate(server, &used)?
            && self.unfit(server, used).is_empty()
        {
            return Ok(Chosen::Kept(used));
        }
        let fitting =
            self.estate.certificates_of(&server.host)?.into_iter().filter(|one| self.unfit(server, one).is_empty());
        let best = fitting.max_by(|a, b| (a.not_after, &a.thumbprint).cmp(&(b.not_after, &b.thumbprint)));
        Ok(best.map_or(Chosen::Open(NO_CERTIFICATE, Vec::new()), |best| Chosen::Picked(best, BEST_CERTIFICATE)))
    }

    /// Why a certificate does not do for a server; nothing if it does. What was not collected is not held against it.
    #[must_use]
    pub fn unfit(&self, server: &Server<'_>, certificate: &ExchangeCertificate) -> Vec<Unfit> {
        let now = self.estate.now;
        let subject = common_name(certificate.subject.as_deref().unwrap_or_default());
        let names = certificate.domains.as_deref();
        let needs_iis = server.version >= Some(ExchangeVersion::V2016);
        let has = |services: &Vec<String>| services.iter().any(|service| service.eq_ignore_ascii_case("IIS"));
        let expired = certificate.not_after.is_some_and(|end| end < now);
        let too_early = certificate.not_before.is_some_and(|start| start > now);
        // What the dates say already is not a second fault.
        let is_told = |status: &str| status.eq_ignore_ascii_case("DateInvalid") && (expired || too_early);
        let is_valid = |status: &str| status.eq_ignore_ascii_case("Valid") || is_told(status);
        let faults = [
            (Unfit::Expired, expired),
            (Unfit::NotYetValid, too_early),
            (Unfit::NoPrivateKey, certificate.has_private_key == Some(false)),
            (Unfit::SelfSigned, certificate.is_self_signed == Some(true)),
            (Unfit::NotValid, certificate.status.as_deref().is_some_and(|status| !is_valid(status))),
            (Unfit::SubjectName, !subject.is_some_and(is_full_name)),
            (
                Unfit::NotInAlternativeNames,
                subject.is_some_and(|subject| names.is_some_and(|all| !all.iter().any(|one| same_name(one, subject)))),
            ),
            (Unfit::NotForIis, needs_iis && certificate.services.as_ref().is_some_and(|services| !has(services))),
        ];
        faults.into_iter().filter(|(_, is_so)| *is_so).map(|(fault, _)| fault).collect()
    }

    /// The id of the trusted application.
    #[must_use]
    pub fn application_id(&self) -> &str {
        self.settings.application_id.as_deref().unwrap_or("OutlookWebApp")
    }

    /// The port of the trusted application.
    #[must_use]
    pub fn application_port(&self) -> u32 {
        self.settings.application_port.unwrap_or(5199)
    }
}

/// The version of a server, which decides where its settings are.
pub(crate) fn version(server: &Server<'_>) -> Result<ExchangeVersion, Missing> {
    server.version.ok_or_else(|| Missing::never(&exchange_sections::SERVERS).on(server.host.name()))
}

/// What keeps the settings of a Web.config that is there from being known: why it could not be read, or that nobody tried.
pub(crate) fn unread(server: &Server<'_>, file: &WebConfig) -> Option<Missing> {
    let is_unread = file.settings.is_none() && file.exists != Some(false);
    let because = file.error.clone().or_else(|| file.status.clone());
    let missing = Missing::never(&machine_sections::WEB_CONFIGS).on(server.host.name());
    is_unread.then_some(Missing { because, ..missing })
}

/// The value that a Web.config gives a key: that of its last entry that counts.
#[must_use]
pub(crate) fn web_setting(file: &WebConfig, name: &str) -> Option<String> {
    let mut of_name = file.settings.iter().flatten().filter(|one| one.key.eq_ignore_ascii_case(name));
    of_name.rfind(|one| one.effective != Some(false)).and_then(|one| one.value.clone())
}

/// The value of a parameter of an override, such as `IMServerName`; nothing if it is not there or blank.
#[must_use]
pub(crate) fn parameter(setting: &SettingOverride, name: &str) -> Option<String> {
    let pairs = setting.parameters.iter().filter_map(|pair| pair.split_once('='));
    let mut of_name = pairs.filter(|(key, _)| key.trim().eq_ignore_ascii_case(name));
    of_name.next().map(|(_, value)| value.trim().to_owned()).filter(|value| !value.is_empty())
}

/// Whether an override is one of the instant messaging settings.
#[must_use]
pub(crate) fn is_im_override(setting: &SettingOverride) -> bool {
    let is =
        |value: &Option<String>, name: &str| value.as_deref().is_some_and(|value| value.eq_ignore_ascii_case(name));
    is(&setting.component, "OwaServer") && is(&setting.section, "IMSettings")
}

/// Whether an override is for a server: it names none, or the server's name, for which `*` may stand in.
fn is_for(setting: &SettingOverride, host: &Host) -> bool {
    setting.servers.is_empty() || setting.servers.iter().any(|pattern| matches(&pattern.to_lowercase(), host.short()))
}

/// Whether a name fits a pattern in which `*` stands for any characters.
#[must_use]
pub(crate) fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, rest)) => name
            .strip_prefix(start)
            .is_some_and(|left| (0..=left.len()).any(|at| left.is_char_boundary(at) && matches(rest, &left[at..]))),
    }
}

fn is_registrar(service: &str) -> bool {
    service.get(.."Registrar".len()).is_some_and(|start| start.eq_ignore_ascii_case("Registrar"))
}

/// The common name of a subject such as `CN=ex01.contoso.com, O=Contoso`.
#[must_use]
pub(crate) fn common_name(subject: &str) -> Option<&str> {
    let mut parts = subject.split(',').map(str::trim);
    parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("CN").then(|| value.trim().trim_matches('"'))
    })
}

/// Whether a name is the full name of one computer or pool, not a wildcard or a short name.
#[must_use]
pub(crate) fn is_full_name(name: &str) -> bool {
    Kind::find("Fqdn").is_some_and(|kind| kind.check(name).valid)
}

/// A thumbprint as certificates are compared: its hexadecimal digits, whatever stands between them.
#[must_use]
pub(crate) fn normal_thumbprint(thumbprint: &str) -> String {
    thumbprint.chars().filter(char::is_ascii_hexdigit).map(|digit| digit.to_ascii_uppercase()).collect()
}
