//! Boxes and lines before they are drawn, and what marks them. Must not know where anything is drawn.

use crate::facts::Time;
use crate::report::verdict::Counts;
use crate::rules::{Finding, Target, TargetKind};
use std::collections::{BTreeSet, HashMap};

/// The column that a box stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Column {
    Exchange,
    Lync,
    Beyond,
}

impl Column {
    /// From left to right.
    pub(super) const ALL: [Self; 3] = [Self::Exchange, Self::Lync, Self::Beyond];
}

/// How something stands, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Mark {
    Fail,
    Warn,
    Unknown,
    Fine,
    Unjudged,
}

impl Mark {
    fn of(counts: Counts) -> Self {
        match counts {
            Counts { errors: 1.., .. } => Self::Fail,
            Counts { warnings: 1.., .. } => Self::Warn,
            Counts { unknown: 1.., .. } => Self::Unknown,
            Counts { pass: 1.., .. } => Self::Fine,
            _ => Self::Unjudged,
        }
    }
}

/// A certificate of a box, by the day that it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CertificateBadge {
    pub(super) until: Time,
    pub(super) ended: bool,
}

/// A box.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) column: Column,
    /// The names that it stands for; one, unless boxes were folded.
    pub(super) names: Vec<String>,
    /// What it is, such as its version and roles.
    pub(super) lines: Vec<String>,
    /// The names of the machines in it.
    pub(super) computers: Vec<String>,
    /// The certificate of it that ends first.
    pub(super) badge: Option<CertificateBadge>,
    /// A fault of the box itself that no rule has to tell.
    pub(super) missing: bool,
    pub(super) counts: Counts,
}

impl Node {
    /// A box without anything in it.
    pub(super) fn new(column: Column, name: &str, lines: Vec<String>) -> Self {
        let counts = Counts::default();
        let (computers, names) = (Vec::new(), vec![name.to_owned()]);
        Self { column, names, lines, computers, badge: None, missing: false, counts }
    }

    /// How it stands.
    pub(super) fn mark(&self) -> Mark {
        let ended = self.badge.is_some_and(|badge| badge.ended);
        if self.missing || ended { Mark::Fail } else { Mark::of(self.counts) }
    }

    /// Becomes one with another box of the same column: what is not true of both is not said.
    pub(super) fn join(&mut self, other: Self) {
        self.names.extend(other.names);
        self.computers.extend(other.computers);
        self.lines.retain(|line| other.lines.contains(line));
        self.badge = self.badge.into_iter().chain(other.badge).min();
        self.missing |= other.missing;
        self.counts.join(other.counts);
    }

    /// Adds a certificate.
    pub(super) fn sealed(&mut self, until: Option<Time>, now: Time) {
        let badge = until.map(|until| CertificateBadge { until, ended: until < now });
        self.badge = self.badge.into_iter().chain(badge).min();
    }
}

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Relation {
    /// Instant messaging goes there.
    Uses,
    /// Knows it as a trusted application.
    Trusts,
    /// Accepts its tokens.
    Tokens,
    /// Calls are exchanged.
    Voice,
    /// The configuration goes there.
    Replicates,
    /// Users of the other side are reached there.
    Leads,
}

/// The end of a line: a box by its number, or a whole column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum End {
    Node(usize),
    Column(Column),
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Link {
    pub(super) from: End,
    pub(super) to: End,
    pub(super) relation: Relation,
    pub(super) mark: Mark,
}

/// Boxes and lines.
#[derive(Debug, Default)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
    pub(super) links: BTreeSet<Link>,
    index: HashMap<String, usize>,
}

impl Graph {
    /// Adds a box; a name that has one already keeps it. Answers its number.
    pub(super) fn add(&mut self, node: Node) -> usize {
        let number = self.nodes.len();
        let name = node.names.first().map(|name| name.to_lowercase()).unwrap_or_default();
        if let Some(&known) = self.index.get(&name) {
            return known;
        }
        self.alias(&name, number);
        node.computers.iter().for_each(|name| self.alias(name, number));
        self.nodes.push(node);
        number
    }

    /// Lets a name lead to a box, unless it leads to another one.
    fn alias(&mut self, name: &str, number: usize) {
        self.index.entry(name.to_lowercase()).or_insert(number);
    }

    /// The box of a name.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.index.get(&name.to_lowercase()).copied()
    }

    /// The box of a name, made where the documents do not list it.
    pub(super) fn find_or_missing(&mut self, column: Column, name: &str, line: &str) -> usize {
        self.find(name).unwrap_or_else(|| {
            let mut node = Node::new(column, name, vec![line.to_owned()]);
            node.missing = true;
            self.add(node)
        })
    }

    /// Adds a line.
    pub(super) fn link(&mut self, from: End, to: End, relation: Relation, mark: Mark) {
        self.links.insert(Link { from, to, relation, mark });
    }

    /// Counts each finding at the box that it is about.
    pub(super) fn count(&mut self, findings: &[Finding<'_>]) {
        for finding in findings {
            if let Some(number) = self.about(&finding.target) {
                self.nodes[number].counts.add(finding);
            }
        }
    }

    /// The box that a target is about: its machine, or what Lync and Exchange know by the name of a pool.
    fn about(&self, target: &Target) -> Option<usize> {
        match (&target.host, target.kind) {
            (Some(host), _) => self.find(host.name()),
            (None, TargetKind::Pool | TargetKind::Gateway) => self.find(&target.name),
            (None, _) => None,
        }
    }
}
