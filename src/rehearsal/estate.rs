//! The documents of facts as JSON, with a clock. Knows where a fact stands, not what it means.

use crate::facts::{Estate, FactDocument, Time, same_name};
use crate::rules::{Scenario, Settings};
use serde::Deserialize as _;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime};

/// An estate that steps may change.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    /// The documents, as collectors write them.
    pub(super) documents: Vec<Value>,
    /// What the administrator requests.
    pub(super) settings: Settings,
    /// The scenarios that shall work.
    pub(super) scenarios: Vec<Scenario>,
    /// The time now.
    pub(super) clock: Time,
    /// What no document tells.
    pub(super) hidden: Hidden,
}

/// What runs and no document tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Hidden {
    /// Trusted pools or applications were changed and not enabled.
    pub(super) unpublished: bool,
    /// The Edge servers whose copy is older than the central store, in lower case.
    pub(super) behind: BTreeSet<String>,
    /// The ports that a running service of unified messaging opened, by machine and service.
    pub(super) ports: BTreeMap<(String, String), Vec<u64>>,
    /// The settings of a Web.config before the plan edited it, by machine and path.
    pub(super) backups: BTreeMap<(String, String), Value>,
}

impl Facts {
    /// An estate at a time.
    pub(super) fn new(documents: Vec<Value>, settings: Settings, scenarios: Vec<Scenario>, clock: Time) -> Self {
        let mut facts = Self { documents, settings, scenarios, clock, hidden: Hidden::default() };
        super::lync::settle(&mut facts);
        super::machine::settle(&mut facts);
        facts
    }

    /// The merged facts, as rules read them; nothing where a document is refused.
    pub(super) fn estate(&self) -> Option<Estate> {
        let read = |(number, value): (usize, &Value)| {
            let document = FactDocument::deserialize(value).ok()?;
            Some((format!("document {number}"), document))
        };
        let documents = self.documents.iter().enumerate().map(read).collect::<Option<_>>()?;
        Some(Estate::new(documents, self.clock))
    }

    /// The answers to a question, such as `exchange.servers`, of every document that has one.
    pub(super) fn lists(&self, path: &str) -> impl Iterator<Item = &Vec<Value>> {
        let (part, name) = path.split_once('.').unwrap();
        self.documents.iter().filter_map(move |document| document.get(part)?.get(name)?.get("values")?.as_array())
    }

    /// The same, to change them.
    pub(super) fn lists_mut(&mut self, path: &str) -> impl Iterator<Item = &mut Vec<Value>> {
        let (part, name) = path.split_once('.').unwrap();
        self.documents.iter_mut().filter_map(move |document| list_of(document, part, name))
    }

    /// Whether anybody answered a question.
    pub(super) fn knows(&self, path: &str) -> bool {
        self.lists(path).next().is_some()
    }

    /// What all documents list, as the estate of the rules merges them: the newest answer, or of answers that add up each
    /// thing once.
    pub(super) fn items(&self, path: &str) -> Vec<&Value> {
        let (part, name) = path.split_once('.').unwrap();
        let mut answers: Vec<&Value> =
            self.documents.iter().filter_map(|document| document.get(part)?.get(name)).collect();
        answers.retain(|answer| answer["values"].is_array());
        answers.sort_by_key(|answer| std::cmp::Reverse(time_of(answer, "time")));
        let adds_up = part == "machine" || ADDING.contains(&path);
        let mut all: Vec<&Value> = Vec::new();
        for answer in answers.into_iter().take(if adds_up { usize::MAX } else { 1 }) {
            let values = answer["values"].as_array().unwrap();
            if all.is_empty() {
                all.extend(values);
                continue;
            }
            let known: Vec<String> = all.iter().map(|one| key(one)).collect();
            all.extend(values.iter().filter(|one| !known.contains(&key(one))));
        }
        all
    }

    /// Adds a thing to every document that answers a question.
    pub(super) fn add(&mut self, path: &str, item: &Value) {
        self.lists_mut(path).for_each(|list| list.push(item.clone()));
    }

    /// Takes away what is meant from every document. Answers whether there was any.
    pub(super) fn remove(&mut self, path: &str, meant: impl Fn(&Value) -> bool) -> bool {
        let mut found = false;
        for list in self.lists_mut(path) {
            let before = list.len();
            list.retain(|one| !meant(one));
            found |= list.len() < before;
        }
        found
    }

    /// Changes what is meant in every document. Answers whether there was any.
    pub(super) fn change(&mut self, path: &str, meant: impl Fn(&Value) -> bool, change: impl Fn(&mut Value)) -> bool {
        let mut found = false;
        for one in self.lists_mut(path).flatten().filter(|one| meant(one)) {
            change(one);
            found = true;
        }
        found
    }

    /// The answers of one machine to a question of machines, such as `services`.
    pub(super) fn of_machine(&self, machine: &str, name: &str) -> Vec<&Value> {
        let own = self.documents.iter().filter(|one| is_of(one, machine));
        own.filter_map(|one| one.get("machine")?.get(name)?.get("values")?.as_array()).flatten().collect()
    }

    /// The same lists, to change them.
    pub(super) fn of_machine_mut(&mut self, machine: &str, name: &str) -> Vec<&mut Vec<Value>> {
        let own = self.documents.iter_mut().filter(|one| is_of(one, machine));
        own.filter_map(|one| list_of(one, "machine", name)).collect()
    }

    /// The machines that there are documents of.
    pub(super) fn machines(&self) -> Vec<String> {
        self.documents.iter().map(|one| text(&one["collected"], "computer").to_lowercase()).collect()
    }

    /// The Exchange server that a name means.
    pub(super) fn server(&self, name: &str) -> Option<Value> {
        let is_it = |one: &&Value| is_same_host(text(one, "name"), name) || is_same_host(text(one, "fqdn"), name);
        self.items("exchange.servers").into_iter().find(is_it).cloned()
    }

    /// Some time goes by.
    pub(super) fn wait(&mut self, seconds: i64) {
        self.clock = later(self.clock, seconds);
    }

    /// The facts are collected again: every time of collecting moves to now, and what several documents tell of the same
    /// products, or of the same servers, is the same in each.
    pub(super) fn collect_again(&mut self, since: Time) {
        let seconds = self.clock.seconds_after(since);
        if seconds == 0 {
            return;
        }
        // Most were collected at the same few times.
        let mut moved: BTreeMap<String, String> = BTreeMap::new();
        let mut shift = |value: &mut Value| {
            let Some(text) = value.as_str() else { return };
            if let Some(to) = moved.get(text) {
                *value = to.clone().into();
            } else if let Some(time) = Time::parse(text) {
                let to = later(time, seconds).to_string();
                moved.insert(text.to_owned(), to.clone());
                *value = to.into();
            }
        };
        for document in &mut self.documents {
            shift(&mut document["collected"]["time"]);
            for part in ["exchange", "lync", "machine"] {
                let facts = document.get_mut(part).and_then(Value::as_object_mut);
                for answer in facts.into_iter().flat_map(|facts| facts.values_mut()) {
                    shift(&mut answer["time"]);
                }
            }
        }
        self.agree();
    }

    /// What documents contradicted each other in is what the newest of them says.
    fn agree(&mut self) {
        let mut paths = BTreeSet::new();
        for document in &self.documents {
            for part in ["exchange", "lync"] {
                let names = document.get(part).and_then(Value::as_object).into_iter().flat_map(|facts| facts.keys());
                paths.extend(names.map(|name| format!("{part}.{name}")));
            }
        }
        paths.retain(|path| self.lists(path).count() > 1);
        for path in &paths {
            let all: Vec<Value> = self.items(path).into_iter().cloned().collect();
            let adds_up = ADDING.contains(&path.as_str());
            for list in self.lists_mut(path) {
                if adds_up {
                    for one in list {
                        let newest = all.iter().find(|other| key(other) == key(one)).unwrap();
                        one.clone_from(newest);
                    }
                } else {
                    list.clone_from(&all);
                }
            }
        }
    }
}

/// The questions whose answers of several documents add up.
const ADDING: [&str; 13] = [
    "exchange.certificates",
    "exchange.clientMailboxes",
    "exchange.health",
    "exchange.imSettings",
    "exchange.mailboxes",
    "exchange.serverOverrides",
    "exchange.serviceHealth",
    "exchange.umCallRouters",
    "exchange.umMailboxes",
    "lync.certificates",
    "lync.replication",
    "lync.storageTests",
    "lync.users",
];

/// What tells a thing from others of its question.
pub(super) fn key(item: &Value) -> String {
    const NAMES: [&str; 13] = [
        "server",
        "role",
        "computer",
        "name",
        "identity",
        "fqdn",
        "thumbprint",
        "use",
        "monitor",
        "user",
        "url",
        "path",
        "store",
    ];
    let mut key = String::new();
    for name in NAMES {
        key += text(item, name);
        key.push('|');
    }
    key.to_lowercase()
}

fn list_of<'a>(document: &'a mut Value, part: &str, name: &str) -> Option<&'a mut Vec<Value>> {
    document.get_mut(part)?.get_mut(name)?.get_mut("values")?.as_array_mut()
}

fn is_of(document: &Value, machine: &str) -> bool {
    is_same_host(text(&document["collected"], "computer"), machine)
}

/// A text of an item; empty if it has none.
pub(super) fn text<'a>(item: &'a Value, name: &str) -> &'a str {
    item.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The texts of a list of an item.
pub(super) fn texts<'a>(item: &'a Value, name: &str) -> Vec<&'a str> {
    item.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

/// A time of an item.
pub(super) fn time_of(item: &Value, name: &str) -> Option<Time> {
    Time::parse(text(item, name))
}

/// Whether two names, each short or full, can be those of one server.
pub(super) fn is_same_host(a: &str, b: &str) -> bool {
    if a.contains('.') && b.contains('.') { same_name(a, b) } else { same_name(label(a), label(b)) }
}

/// The first label of a name.
pub(super) fn label(name: &str) -> &str {
    name.split('.').next().unwrap_or_default()
}

/// A time some seconds after another one.
pub(super) fn later(time: Time, seconds: i64) -> Time {
    let parsed = OffsetDateTime::parse(&time.to_string(), &Rfc3339).unwrap();
    Time::parse(&(parsed + Duration::seconds(seconds)).format(&Rfc3339).unwrap()).unwrap()
}
