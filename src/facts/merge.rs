//! Answers of several documents to one question, made one. The newest answer counts; what an older one says otherwise
//! is kept as a contradiction and never decided silently. Knows nothing of what the answers are about.

use super::name;
use super::section::{Fact, Keyed, MergePolicy, Section};
use super::time::Time;
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// Where a value comes from.
#[derive(Debug, PartialEq, Eq)]
pub struct Origin {
    /// The number of the document, as given, from 0.
    pub document: usize,
    /// The command that was run.
    pub command: String,
    /// When it was run.
    pub time: Time,
}

/// A value with its origin.
#[derive(Clone, Debug)]
pub struct Item<T> {
    value: T,
    /// Where it comes from.
    pub origin: Arc<Origin>,
}

impl<T> std::ops::Deref for Item<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Two documents that say different things of one thing.
#[derive(Debug)]
pub struct Conflict {
    /// The question.
    pub section: &'static Section,
    /// The thing: a server, a certificate, a user.
    pub key: String,
    /// The property, or nothing if one document does not list the thing at all.
    pub property: Option<String>,
    /// What the newer document says; nothing if it does not list the thing.
    pub newer: (Option<String>, Arc<Origin>),
    /// What the older document says; nothing if it does not list the thing.
    pub older: (Option<String>, Arc<Origin>),
}

/// A fact that was requested and is not there.
#[derive(Clone, Debug)]
pub struct Missing {
    /// The question without an answer.
    pub section: &'static Section,
    /// The server or name that it is about, if the question is asked of one.
    pub target: Option<String>,
    /// What the command said, if it was run.
    pub error: Option<String>,
}

impl Missing {
    /// A question that was never asked.
    #[must_use]
    pub const fn not_collected(section: &'static Section) -> Self {
        Self { section, target: None, error: None }
    }

    /// The same for a server or name, unless it says one already.
    #[must_use]
    pub fn on(mut self, target: &str) -> Self {
        self.target.get_or_insert_with(|| target.to_owned());
        self
    }
}

/// What all documents together answer to one question.
#[derive(Debug)]
pub struct Merged<T> {
    section: &'static Section,
    items: Vec<Item<T>>,
    /// Whether any document has an answer.
    answered: bool,
    /// What the commands said that did not answer at all.
    error: Option<String>,
    /// What they said for single servers or names, in the form of [`name::key`].
    failures: HashMap<String, String>,
}

impl<T> Merged<T> {
    /// The values, or what to ask for.
    ///
    /// # Errors
    ///
    /// What nobody collected, and how to collect it.
    pub fn items(&self) -> Result<&[Item<T>], Missing> {
        if self.answered {
            return Ok(&self.items);
        }
        Err(Missing { section: self.section, target: None, error: self.error.clone() })
    }

    /// The values, if the command answered for this server or name.
    ///
    /// # Errors
    ///
    /// What nobody collected, or that the command failed for this server or name.
    pub fn items_for(&self, target: &str) -> Result<&[Item<T>], Missing> {
        let failed = self.failures.get(&name::key(target)).or_else(|| self.failures.get(&name::short(target)));
        if let Some(error) = failed {
            return Err(Missing { section: self.section, target: Some(target.to_owned()), error: Some(error.clone()) });
        }
        self.items().map_err(|missing| missing.on(target))
    }

    /// The question.
    #[must_use]
    pub const fn section(&self) -> &'static Section {
        self.section
    }
}

impl<T: Keyed + PartialEq + Serialize> Merged<T> {
    pub(super) fn new(
        section: &'static Section,
        mut facts: Vec<(usize, Fact<T>)>,
        conflicts: &mut Vec<Conflict>,
    ) -> Self {
        let mut merged = Self { section, items: Vec::new(), answered: false, error: None, failures: HashMap::new() };
        facts.sort_by_key(|(_, fact)| std::cmp::Reverse(fact.time));
        // What one document alone answers is compared with nothing, and that is how most long lists come.
        let is_only = facts.iter().filter(|(_, fact)| fact.values.is_some()).count() == 1;
        // The newest answer is complete: what it does not list is gone.
        let mut index: HashMap<String, usize> = HashMap::new();
        let mut newest: Option<Arc<Origin>> = None;
        for (document, fact) in facts {
            let origin = Arc::new(Origin { document, command: fact.command, time: fact.time });
            let Some(values) = fact.values else {
                merged.error = merged.error.or(fact.error);
                continue;
            };
            merged.answered = true;
            for failure in fact.failures {
                merged.failures.insert(name::key(&failure.target), failure.error);
            }
            if is_only {
                merged.take(values, &origin);
                continue;
            }
            let mut disagree = Disagreement { section, newest: newest.as_ref(), older: &origin, found: conflicts };
            for value in values {
                let key = value.key();
                merged.failures.remove(&key);
                match index.get(&key) {
                    // A thing that one answer lists twice (two overrides of one name) stays twice.
                    Some(&at) if Arc::ptr_eq(&merged.items[at].origin, &origin) => {}
                    Some(&at) => {
                        disagree.compare(&key, &merged.items[at], &value);
                        continue;
                    }
                    None if section.merge_policy == MergePolicy::Replace && newest.is_some() => {
                        disagree.not_listed(&key);
                        continue;
                    }
                    None => {
                        index.insert(key, merged.items.len());
                    }
                }
                merged.items.push(Item { value, origin: Arc::clone(&origin) });
            }
            newest.get_or_insert(origin);
        }
        merged
    }
}

impl<T: Keyed> Merged<T> {
    /// Takes the values of the only answer as they are.
    fn take(&mut self, values: Vec<T>, origin: &Arc<Origin>) {
        if !self.failures.is_empty() {
            for value in &values {
                self.failures.remove(&value.key());
            }
        }
        self.items.extend(values.into_iter().map(|value| Item { value, origin: Arc::clone(origin) }));
    }
}

/// Notes what an older answer says otherwise.
struct Disagreement<'a> {
    section: &'static Section,
    newest: Option<&'a Arc<Origin>>,
    older: &'a Arc<Origin>,
    found: &'a mut Vec<Conflict>,
}

impl Disagreement<'_> {
    fn compare<T: PartialEq + Serialize>(&mut self, key: &str, newer: &Item<T>, older: &T) {
        if self.section.merge_policy == MergePolicy::Latest || newer.value == *older {
            return;
        }
        let (Ok(new), Ok(old)) = (serde_json::to_value(&newer.value), serde_json::to_value(older)) else { return };
        let (Some(new), Some(old)) = (new.as_object(), old.as_object()) else { return };
        for (property, value) in new {
            let other = old.get(property).unwrap_or(&serde_json::Value::Null);
            // What one side was not asked is no contradiction.
            if value != other && !value.is_null() && !other.is_null() {
                self.found.push(Conflict {
                    section: self.section,
                    key: key.to_owned(),
                    property: Some(property.clone()),
                    newer: (Some(display(value)), Arc::clone(&newer.origin)),
                    older: (Some(display(other)), Arc::clone(self.older)),
                });
            }
        }
    }

    fn not_listed(&mut self, key: &str) {
        let Some(newest) = self.newest else { return };
        self.found.push(Conflict {
            section: self.section,
            key: key.to_owned(),
            property: None,
            newer: (None, Arc::clone(newest)),
            older: (Some(key.to_owned()), Arc::clone(self.older)),
        });
    }
}

fn display(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
