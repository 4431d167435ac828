//! Which TLS protocols a machine offers as a client and as a server, and what its .NET Framework makes of them. Reads the
//! registry as it was collected; checks nothing.

use crate::facts::{RegistryValue, Section, TlsSettings};
use crate::rules::prelude::*;
use crate::rules::topology::lync::servers;
use crate::rules::topology::um::servers as um_servers;
use std::collections::BTreeSet;

/// The protocols that the products speak, weakest first. TLS 1.3 is none of them: no document says that Lync Server or
/// Skype for Business Server uses it.
pub(crate) const PROTOCOLS: [&str; 3] = ["TLS 1.0", "TLS 1.1", "TLS 1.2"];
/// Where Windows keeps its protocols.
pub(crate) const SCHANNEL: &str = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols";
/// Where .NET Framework 4 keeps its choice, for the programs of 64 bits that the products are.
pub(crate) const DOTNET: &str = "HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319";
/// The same for programs of 32 bits.
pub(crate) const DOTNET_32: &str = "HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319";

/// What a machine is in a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// It opens the connection.
    Client,
    /// It accepts it.
    Server,
}

impl Side {
    const fn name(self) -> &'static str {
        match self {
            Self::Client => "Client",
            Self::Server => "Server",
        }
    }
}

/// Whether a protocol can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// It is.
    On,
    /// It is not, or only where a program asks for it by name.
    Off,
    /// What Windows does by default decides, and that is not known.
    Unknown,
}

/// What two machines have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Common {
    /// At least one protocol.
    Some,
    /// Nothing.
    None,
    /// What Windows does by default decides, and that is not known.
    Unknown,
}

/// What a machine offers: read once, since every pair asks for it.
pub(crate) struct Offer<'a> {
    /// The machine.
    pub(crate) host: Host,
    /// What its registry says.
    pub(crate) settings: &'a Item<TlsSettings>,
    values: &'a [RegistryValue],
    client: [Use; 3],
    server: [Use; 3],
}

impl<'a> Offer<'a> {
    /// What a machine offers, or what to ask for.
    pub(crate) fn of(context: &Context<'a>, host: &Host) -> Result<Self, Missing> {
        let missing = || Missing::not_collected(&machine_sections::TLS).on(host.name());
        let all = context.estate.on(host, &machine_sections::TLS, |machine| &machine.tls)?;
        let settings = all.first().ok_or_else(missing)?;
        let values = settings.values.as_deref().ok_or_else(missing)?;
        let uses = |side| std::array::from_fn(|number| state(values, settings.windows_build, PROTOCOLS[number], side));
        Ok(Self { host: host.clone(), settings, values, client: uses(Side::Client), server: uses(Side::Server) })
    }

    const fn uses(&self, side: Side) -> &[Use; 3] {
        match side {
            Side::Client => &self.client,
            Side::Server => &self.server,
        }
    }

    /// Whether the machine accepts or opens no connection by the weakest protocol.
    pub(crate) fn refuses_tls_1_0(&self, side: Side) -> bool {
        self.uses(side)[0] == Use::Off
    }

    /// Whether the registry says anything of a protocol on this side.
    pub(crate) fn says_something(&self, side: Side) -> bool {
        PROTOCOLS.iter().any(|protocol| NAMES.iter().any(|name| self.find(&key(protocol, side), name).is_some()))
    }

    /// The values that turn protocols off on this side, such as `TLS 1.2\Server\Enabled = 0`; what Windows leaves off
    /// where nothing is set is shown as `$null`.
    pub(crate) fn off(&self, side: Side) -> Vec<String> {
        let turned_off = PROTOCOLS.iter().zip(self.uses(side)).filter(|(_, found)| **found == Use::Off);
        turned_off.map(|(protocol, _)| self.why_off(protocol, side)).collect()
    }

    fn why_off(&self, protocol: &str, side: Side) -> String {
        let set = |name: &str| self.number(&key(protocol, side), name);
        let short = |name: &str, value: &str| format!("{protocol}\\{}\\{name} = {value}", side.name());
        match (set(ENABLED), set(DISABLED_BY_DEFAULT)) {
            (Some(0), _) => short(ENABLED, "0"),
            (_, Some(value)) if value != 0 => short(DISABLED_BY_DEFAULT, &value.to_string()),
            _ => short(ENABLED, "$null"),
        }
    }

    /// The number of a value; nothing where it is not set or no number.
    pub(crate) fn number(&self, key: &str, name: &str) -> Option<u32> {
        self.find(key, name).and_then(|found| found.value)
    }

    fn find(&self, key: &str, name: &str) -> Option<&RegistryValue> {
        find(self.values, key, name)
    }

    /// All that is set, as evidence.
    pub(crate) fn evidence(&self) -> Vec<Evidence> {
        let shown = |found: &RegistryValue| {
            let name = format!("{}\\{} ({})", found.key, found.name, self.host);
            Evidence::actual(name, found.value.map(|value| value.to_string())).from(self.settings)
        };
        self.values.iter().map(shown).collect()
    }
}

/// The machines of Lync, and which of them connect to whom.
pub(crate) struct Peers<'a> {
    /// The computers of the pools with a Registrar: every Exchange server and every Edge server talks to them.
    pub(crate) front_ends: Vec<Result<Offer<'a>, Missing>>,
    /// The other Mediation servers: they call unified messaging.
    pub(crate) mediation: Vec<Result<Offer<'a>, Missing>>,
    /// The Edge servers.
    pub(crate) edges: BTreeSet<Host>,
}

impl<'a> Peers<'a> {
    /// Those that matter for the scenarios that are checked.
    pub(crate) fn of(context: &Context<'a>) -> Result<Self, Missing> {
        let front_ends = servers::front_ends(context)?;
        let wanted = |scenario, hosts: fn(&Context<'_>) -> Result<BTreeSet<Host>, Missing>| {
            if is_checked(context, &[scenario]) { hosts(context) } else { Ok(BTreeSet::new()) }
        };
        let mediation = wanted(Scenario::UnifiedMessaging, servers::mediation_servers)?;
        let edges = wanted(Scenario::Hybrid, servers::edges)?;
        let offers = |hosts: &mut dyn Iterator<Item = &Host>| hosts.map(|host| Offer::of(context, host)).collect();
        Ok(Self {
            mediation: offers(&mut mediation.difference(&front_ends)),
            front_ends: offers(&mut front_ends.iter()),
            edges,
        })
    }

    /// Those that an Exchange server talks to.
    pub(crate) fn of_exchange(&self, context: &Context<'_>, server: &Server<'_>) -> Vec<&Result<Offer<'a>, Missing>> {
        let mediation = if has_unified_messaging(context, server) { self.mediation.as_slice() } else { &[] };
        self.front_ends.iter().chain(mediation).collect()
    }
}

/// What says who connects to whom, and what each of them accepts.
pub(crate) const NEEDS: &[&Section] =
    &[&exchange_sections::SERVERS, &exchange_sections::UM_DIAL_PLANS, &lync_sections::POOLS, &machine_sections::TLS];
/// Those of them without which others are still compared.
pub(crate) const OPTIONAL: &[&Section] = &[&exchange_sections::SERVERS, &exchange_sections::UM_DIAL_PLANS];

/// The scenarios in which Exchange servers and Lync talk to each other.
pub(crate) const WITH_EXCHANGE: &[Scenario] = &[Scenario::Prerequisites, Scenario::OwaIm, Scenario::UnifiedMessaging];

/// Whether one of these scenarios is checked; all are where none is named.
pub(crate) fn is_checked(context: &Context<'_>, scenarios: &[Scenario]) -> bool {
    context.scenarios.is_empty() || scenarios.iter().any(|one| context.scenarios.contains(one))
}

/// Whether a server runs unified messaging, and dial plans are there for it.
pub(crate) fn has_unified_messaging(context: &Context<'_>, server: &Server<'_>) -> bool {
    server.version.is_some_and(|version| um_servers::VERSIONS.contains(&version))
        && !um_servers::services(server).is_empty()
        && context.estate.exchange.um_dial_plans.items().is_ok_and(|plans| !plans.is_empty())
}

/// What a client and a server have in common.
pub(crate) fn common(client: &Offer<'_>, server: &Offer<'_>) -> Common {
    let pairs = || client.client.iter().zip(&server.server);
    if pairs().any(|(one, other)| *one == Use::On && *other == Use::On) {
        Common::Some
    } else if pairs().all(|(one, other)| *one == Use::Off || *other == Use::Off) {
        Common::None
    } else {
        Common::Unknown
    }
}

const ENABLED: &str = "Enabled";
const DISABLED_BY_DEFAULT: &str = "DisabledByDefault";
const NAMES: [&str; 2] = [ENABLED, DISABLED_BY_DEFAULT];

fn key(protocol: &str, side: Side) -> String {
    format!("{SCHANNEL}\\{protocol}\\{}", side.name())
}

fn find<'v>(values: &'v [RegistryValue], key: &str, name: &str) -> Option<&'v RegistryValue> {
    // The name first: keys are long, and most of them differ near their end.
    values.iter().find(|one| one.name.eq_ignore_ascii_case(name) && one.key.eq_ignore_ascii_case(key))
}

/// Whether a protocol is used on one side: what is set decides, then what Windows does by default.
fn state(values: &[RegistryValue], build: Option<u32>, protocol: &str, side: Side) -> Use {
    let key = key(protocol, side);
    let (enabled, disabled) = (find(values, &key, ENABLED), find(values, &key, DISABLED_BY_DEFAULT));
    // A value that is no number says nothing that anybody could rely on.
    if enabled.or(disabled).is_some() && [enabled, disabled].into_iter().flatten().any(|one| one.value.is_none()) {
        return Use::Unknown;
    }
    let number = |found: Option<&RegistryValue>| found.and_then(|one| one.value);
    match (number(enabled), number(disabled)) {
        (Some(0), _) => Use::Off,
        (_, Some(0)) => Use::On,
        (_, Some(_)) => Use::Off,
        (Some(_), None) if by_default(build, protocol) == Use::Off => Use::Unknown,
        (Some(_), None) => Use::On,
        (None, None) => by_default(build, protocol),
    }
}

/// The build of Windows Server 2025.
const SERVER_2025: u32 = 26100;

/// What Windows does where nothing is set, as far as its table of protocols goes: Windows 7 and Server 2008 R2 have the two
/// newer ones, off; from Server 2012 to Server 2022 all three are on. Of Server 2025 the table says nothing of the two older
/// ones; that TLS 1.2 is on is our reading, since nothing else would be left of what the products speak.
fn by_default(build: Option<u32>, protocol: &str) -> Use {
    match build {
        Some(7600 | 7601) if protocol == PROTOCOLS[0] => Use::On,
        Some(7600 | 7601) => Use::Off,
        Some(9200..=20348) => Use::On,
        Some(SERVER_2025..) if protocol == PROTOCOLS[2] => Use::On,
        _ => Use::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(protocol: &str, side: Side, name: &str, value: Option<u32>) -> RegistryValue {
        RegistryValue { key: key(protocol, side), name: name.to_owned(), value }
    }

    #[test]
    fn what_is_set_decides_and_then_what_windows_does_by_default() {
        let (old, new, newest) = (Some(7601), Some(17763), Some(26100));
        for (enabled, disabled, build, expected) in [
            (None, None, new, Use::On),
            (None, None, old, Use::Off),
            (None, None, newest, Use::On),
            (None, None, Some(20349), Use::Unknown),
            (None, None, None, Use::Unknown),
            (Some(Some(0)), None, new, Use::Off),
            (Some(Some(0)), Some(Some(0)), None, Use::Off),
            (Some(Some(1)), Some(Some(0)), old, Use::On),
            (Some(Some(u32::MAX)), None, None, Use::On),
            (Some(Some(1)), None, old, Use::Unknown),
            (Some(Some(1)), Some(Some(1)), new, Use::Off),
            (None, Some(Some(0)), old, Use::On),
            (None, Some(Some(1)), new, Use::Off),
            (Some(None), None, new, Use::Unknown),
            (Some(Some(1)), Some(None), new, Use::Unknown),
        ] {
            let of =
                |name, found: Option<Option<u32>>| found.map(|number| value("TLS 1.2", Side::Client, name, number));
            let values: Vec<_> =
                [of("enabled", enabled), of(DISABLED_BY_DEFAULT, disabled)].into_iter().flatten().collect();
            assert_eq!(state(&values, build, "TLS 1.2", Side::Client), expected, "{values:?} {build:?}");
        }
    }

    #[test]
    fn windows_7_has_the_oldest_protocol_and_one_side_says_nothing_of_the_other() {
        assert_eq!(state(&[], Some(7601), "TLS 1.0", Side::Server), Use::On);
        let values = [value("TLS 1.0", Side::Client, ENABLED, Some(0))];
        assert_eq!(state(&values, Some(17763), "TLS 1.0", Side::Server), Use::On);
        assert_eq!(state(&values, Some(17763), "TLS 1.1", Side::Client), Use::On);
    }

    #[test]
    fn of_windows_server_2025_only_the_newest_protocol_is_known() {
        for (protocol, expected) in [("TLS 1.0", Use::Unknown), ("TLS 1.1", Use::Unknown), ("TLS 1.2", Use::On)] {
            assert_eq!(state(&[], Some(26100), protocol, Side::Server), expected, "{protocol}");
        }
    }
}
