//! Everything that is known of an integration: the facts of all documents, merged, and who is who in them. Answers
//! questions of identity (which server is meant by a short name); what should be is for `rules`.

use super::document::{Collection, FactDocument};
use super::exchange::{Exchange, ExchangeCertificate, ExchangeServer};
use super::lync::{Lync, User};
use super::machine::{MachineFacts, MachineState};
use super::merge::{Conflict, Item, Merged, Missing};
use super::name::{Directory, Host};
use super::section::Section;
use super::time::Time;
use super::version::{Build, ExchangeVersion, LyncVersion};
use once_cell::unsync::OnceCell;
use std::collections::{BTreeMap, HashMap};

/// Everything that is known.
#[derive(Debug)]
pub struct Estate {
    /// The time for which it is checked.
    pub now: Time,
    /// The facts of the Exchange shells.
    pub exchange: Exchange,
    /// The facts of the Lync shells.
    pub lync: Lync,
    /// The facts of the machines.
    pub machines: Vec<Machine>,
    /// Where documents contradict each other.
    pub conflicts: Vec<Conflict>,
    /// The documents, as given.
    pub documents: Vec<Document>,
    directory: Directory,
    /// Who the Exchange servers are, in the order of their list, and what the texts of their versions mean.
    servers: Vec<Identity>,
    lync_version: Option<LyncVersion>,
    /// The places of the certificates of each server in the list of all: every rule about certificates asks for them.
    certificates: HashMap<Host, Vec<usize>>,
    /// The places of Lync users by every address that they are known by, made when somebody asks.
    users: OnceCell<HashMap<String, usize>>,
}

/// An Exchange server: who it is, its version and build.
type Identity = (Host, Option<ExchangeVersion>, Option<Build>);

/// A document that went into the estate.
#[derive(Debug)]
pub struct Document {
    /// The file, or another name that identifies it.
    pub name: String,
    /// Where and when it was collected.
    pub collected: Collection,
}

/// One machine.
#[derive(Debug)]
pub struct Machine {
    /// Its name.
    pub host: Host,
    /// Its facts.
    pub state: MachineState,
}

/// An Exchange server, with what its texts mean.
#[derive(Clone, Debug)]
pub struct Server<'a> {
    /// Who it is.
    pub host: Host,
    /// What Exchange says of it.
    pub facts: &'a Item<ExchangeServer>,
    /// Its version, if it is one that is known.
    pub version: Option<ExchangeVersion>,
    /// Its build, the newest that anybody told: security updates change the file `ExSetup.exe` and not always what
    /// Exchange says.
    pub build: Option<Build>,
}

impl Server<'_> {
    /// Whether it has the back end of OWA: the Mailbox role. A server whose roles were not told is taken to have it, as
    /// every Exchange 2016 server does.
    #[must_use]
    pub fn is_back_end(&self) -> bool {
        self.has_role("Mailbox")
    }

    /// Whether it has the front end of OWA: Client Access on Exchange 2013 and earlier, every server later.
    #[must_use]
    pub fn is_front_end(&self) -> bool {
        self.version >= Some(ExchangeVersion::V2016) || self.has_role("ClientAccess")
    }

    /// The product with its build, as far as they are known: `Exchange Server SE, build 15.2.2562.17`.
    #[must_use]
    pub fn product(&self) -> Option<String> {
        product(self.version.map(ExchangeVersion::name), self.build)
    }

    fn has_role(&self, role: &str) -> bool {
        let Some(roles) = &self.facts.roles else { return true };
        roles.iter().any(|one| one.eq_ignore_ascii_case(role))
    }
}

impl Estate {
    /// Merges documents, each with its name.
    #[must_use]
    pub fn new(documents: Vec<(String, FactDocument)>, now: Time) -> Self {
        let mut conflicts = Vec::new();
        let (mut exchange, mut lync) = (Vec::new(), Vec::new());
        let mut machines: Vec<(usize, String, MachineFacts)> = Vec::new();
        let mut kept = Vec::new();
        for (number, (name, document)) in documents.into_iter().enumerate() {
            exchange.push((number, document.exchange));
            lync.push((number, document.lync));
            machines.push((number, document.collected.computer.clone(), document.machine));
            kept.push(Document { name, collected: document.collected });
        }
        let exchange = Exchange::merge(exchange, &mut conflicts);
        let lync = Lync::merge(lync, &mut conflicts);
        let directory = directory(&exchange, &lync, &kept);
        let mut certificates: HashMap<Host, Vec<usize>> = HashMap::new();
        for (place, one) in exchange.certificates.items().unwrap_or_default().iter().enumerate() {
            certificates.entry(directory.host(&one.server)).or_default().push(place);
        }
        let machines = merge_machines(machines, &directory, &mut conflicts);
        let servers = exchange.servers.items().unwrap_or_default();
        let servers = servers.iter().map(|server| identity(server, &directory, &machines)).collect();
        let versions = lync.version.items().unwrap_or_default();
        let lync_version = versions.iter().find_map(|version| LyncVersion::parse(&version.text));
        Self {
            now,
            exchange,
            lync,
            machines,
            conflicts,
            documents: kept,
            directory,
            servers,
            lync_version,
            certificates,
            users: OnceCell::new(),
        }
    }

    /// The server or pool that a name means.
    #[must_use]
    pub fn host(&self, name: &str) -> Host {
        self.directory.host(name)
    }

    /// The Exchange servers.
    ///
    /// # Errors
    ///
    /// What nobody collected, and how to collect it.
    pub fn servers(&self) -> Result<Vec<Server<'_>>, Missing> {
        let servers = self.exchange.servers.items()?.iter().zip(&self.servers);
        let servers = servers.map(|(facts, (host, version, build))| Server {
            host: host.clone(),
            facts,
            version: *version,
            build: *build,
        });
        Ok(servers.collect())
    }

    /// The certificates that Exchange lists for a server.
    ///
    /// # Errors
    ///
    /// What nobody collected, and how to collect it.
    pub fn certificates_of(&self, host: &Host) -> Result<Vec<&Item<ExchangeCertificate>>, Missing> {
        let all = self.exchange.certificates.items_for(host.name())?;
        let places = self.certificates.get(host).into_iter().flatten();
        Ok(places.map(|&place| &all[place]).collect())
    }

    /// The Lync user who is known by the first of these addresses by which one is.
    ///
    /// # Errors
    ///
    /// What nobody collected, and how to collect it.
    pub fn lync_user<'a>(&self, mut addresses: impl Iterator<Item = &'a str>) -> Result<Option<&Item<User>>, Missing> {
        let users = self.lync.users.items()?;
        let places = self.users.get_or_init(|| by_address(users));
        Ok(addresses.find_map(|address| places.get(&address.to_lowercase())).map(|&place| &users[place]))
    }

    /// The version of Lync Server or Skype for Business Server; nothing if it is one that is not known.
    ///
    /// # Errors
    ///
    /// What nobody collected, and how to collect it.
    pub fn lync_version(&self) -> Result<Option<LyncVersion>, Missing> {
        self.lync.version.items().map(|_| self.lync_version)
    }

    /// The product of the Lync side with its build, as far as they are known; nothing if the version is not.
    #[must_use]
    pub fn lync_product(&self) -> Option<String> {
        product(self.lync_version().ok()?.map(LyncVersion::name), self.lync_build())
    }

    /// The build of Lync Server or Skype for Business Server, if somebody told it.
    #[must_use]
    pub fn lync_build(&self) -> Option<Build> {
        self.lync.version.items().ok()?.iter().find_map(|one| Build::of_lync(&one.text))
    }

    /// Whether anybody answered a question; an answer from one machine is enough.
    ///
    /// # Errors
    ///
    /// What kept the question from being answered.
    pub fn answered(&self, section: &'static Section) -> Result<(), Missing> {
        if let Some(answer) = self.exchange.answer(section).or_else(|| self.lync.answer(section)) {
            return answer;
        }
        let mut answers = self.machines.iter().filter_map(|machine| machine.state.answer(section));
        let first = answers.next().unwrap_or_else(|| Err(Missing::not_collected(section)));
        if first.is_ok() || answers.any(|answer| answer.is_ok()) { Ok(()) } else { first }
    }

    /// The facts of a machine of one question, or that it has to be asked there.
    ///
    /// # Errors
    ///
    /// What nobody collected, and how to collect it.
    pub fn on<T>(
        &self,
        host: &Host,
        section: &'static Section,
        pick: impl Fn(&MachineState) -> &Merged<T>,
    ) -> Result<&[Item<T>], Missing> {
        // They are in the order of their names.
        match self.machines.binary_search_by(|machine| machine.host.cmp(host)) {
            Ok(number) => pick(&self.machines[number].state).items().map_err(|missing| missing.on(host.name())),
            Err(_) => Err(Missing::not_collected(section).on(host.name())),
        }
    }
}

fn identity(server: &ExchangeServer, directory: &Directory, machines: &[Machine]) -> Identity {
    let host = directory.host(server.fqdn.as_deref().unwrap_or(&server.name));
    let told = server.version.as_deref().unwrap_or_default();
    let own = Build::parse(told);
    // Only a newer one of the same product is about this server as it is now.
    let file = setup_build(&host, machines).filter(|file| own.is_some_and(|own| own.product == file.product));
    let build = own.max(file);
    let version =
        build.map_or_else(|| ExchangeVersion::parse(told), |build| ExchangeVersion::parse(&build.to_string()));
    (host, version, build)
}

/// The build that the file `ExSetup.exe` has on a server, if somebody looked there.
fn setup_build(host: &Host, machines: &[Machine]) -> Option<Build> {
    let number = machines.binary_search_by(|machine| machine.host.cmp(host)).ok()?;
    let paths = machines[number].state.install_path.items().ok()?;
    paths.iter().find_map(|path| path.setup_version.as_deref().and_then(Build::parse))
}

fn product(name: Option<&str>, build: Option<Build>) -> Option<String> {
    let name = name?;
    Some(build.map_or_else(|| name.to_owned(), |build| format!("{name}, build {build}")))
}

fn directory(exchange: &Exchange, lync: &Lync, documents: &[Document]) -> Directory {
    let mut directory = Directory::default();
    for document in documents {
        directory.learn(&document.collected.computer);
    }
    for server in exchange.servers.items().unwrap_or_default() {
        directory.learn(server.fqdn.as_deref().unwrap_or_default());
    }
    for pool in lync.pools.items().unwrap_or_default() {
        directory.learn(&pool.fqdn);
        pool.computers.iter().flatten().for_each(|name| directory.learn(name));
    }
    directory
}

/// The places of users by all their addresses in lower case; of two users with one address, the first has it.
fn by_address(users: &[Item<User>]) -> HashMap<String, usize> {
    let mut places = HashMap::with_capacity(users.len() * 2);
    for (place, user) in users.iter().enumerate() {
        let addresses = [Some(&user.identity), user.sip_address.as_ref(), user.mail.as_ref()];
        for address in addresses.into_iter().flatten() {
            places.entry(address.to_lowercase()).or_insert(place);
        }
    }
    places
}

fn merge_machines(
    documents: Vec<(usize, String, MachineFacts)>,
    directory: &Directory,
    conflicts: &mut Vec<Conflict>,
) -> Vec<Machine> {
    let mut by_host: BTreeMap<Host, Vec<(usize, MachineFacts)>> = BTreeMap::new();
    for (number, computer, facts) in documents {
        by_host.entry(directory.host(&computer)).or_default().push((number, facts));
    }
    let merged = by_host.into_iter().map(|(host, facts)| {
        let from = conflicts.len();
        let state = MachineState::merge(facts, conflicts);
        for found in &mut conflicts[from..] {
            format!("{host} {}", found.key).trim_end().clone_into(&mut found.key);
        }
        Machine { host, state }
    });
    merged.collect()
}
