//! Answers of several documents to one question, made one. The newest answer counts; what an older one says otherwise
//! is kept as a contradiction and never decided silently. Knows nothing of what the answers are about.

use super::name;
use super::section::{Fact, Failure, Keyed, MergePolicy, Section};
use super::time::Time;
use serde::Serialize;
use serde_json::Value;
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
    pub(super) fn new(section: &'static Section, facts: Vec<(usize, Fact<T>)>, conflicts: &mut Vec<Conflict>) -> Self {
        let mut answers = Vec::with_capacity(facts.len());
        let mut values = Vec::with_capacity(facts.len());
        for (document, fact) in facts {
            let origin = Arc::new(Origin { document, command: fact.command, time: fact.time });
            let count = fact.values.as_ref().map(Vec::len);
            answers.push(Answer { origin, count, error: fact.error, failures: fact.failures });
            values.push(fact.values.unwrap_or_default());
        }
        let things = Things {
            key: &|(answer, at)| values[answer][at].key(),
            differ: &|newer, older| differ(&values[newer.0][newer.1], &values[older.0][older.1]),
        };
        let chosen = Choice::of(section, &mut answers, &things, conflicts);
        let mut items = Vec::new();
        for (answer, taken) in chosen.taken {
            let origin = &answers[answer].origin;
            let of_answer = std::mem::take(&mut values[answer]).into_iter().enumerate();
            let kept = of_answer.filter(|(at, _)| taken.as_ref().is_none_or(|taken| taken[*at]));
            items.extend(kept.map(|(_, value)| Item { value, origin: Arc::clone(origin) }));
        }
        let answered = answers.iter().any(|answer| answer.count.is_some());
        Self { section, items, answered, error: chosen.error, failures: chosen.failures }
    }
}

/// What two answers say of one thing, as JSON, where that is not the same.
fn differ<T: PartialEq + Serialize>(newer: &T, older: &T) -> Option<(Value, Value)> {
    if newer == older {
        return None;
    }
    Some((serde_json::to_value(newer).ok()?, serde_json::to_value(older).ok()?))
}

/// A thing: the number of its answer, and its place in it.
type Place = (usize, usize);

/// What has to be known of the things themselves. There are as many forms of them as questions: what is decided without
/// knowing the form is compiled once.
struct Things<'a> {
    key: &'a dyn Fn(Place) -> String,
    /// What a newer and an older answer say of one thing, where that differs.
    differ: &'a dyn Fn(Place, Place) -> Option<(Value, Value)>,
}

/// What one document answers, without the things that it lists.
struct Answer {
    origin: Arc<Origin>,
    /// How many things it lists; nothing if the command did not answer.
    count: Option<usize>,
    error: Option<String>,
    failures: Vec<Failure>,
}

/// Which things of which answers count.
#[derive(Default)]
struct Choice {
    /// The numbers of the answers, the newest first, each with whether a thing counts, or nothing if all do.
    taken: Vec<(usize, Option<Vec<bool>>)>,
    error: Option<String>,
    failures: HashMap<String, String>,
}

impl Choice {
    fn of(
        section: &'static Section,
        answers: &mut [Answer],
        things: &Things<'_>,
        conflicts: &mut Vec<Conflict>,
    ) -> Self {
        let mut choice = Self::default();
        let mut newest_first: Vec<usize> = (0..answers.len()).collect();
        newest_first.sort_by_key(|&number| std::cmp::Reverse(answers[number].origin.time));
        // What one document alone answers is compared with nothing, and that is how most long lists come.
        let is_only = answers.iter().filter(|answer| answer.count.is_some()).count() == 1;
        // The newest answer is complete: what it does not list is gone.
        let mut index: HashMap<String, Place> = HashMap::new();
        let mut newest: Option<usize> = None;
        for number in newest_first {
            let Some(count) = answers[number].count else {
                choice.error = choice.error.or_else(|| answers[number].error.take());
                continue;
            };
            for failure in answers[number].failures.drain(..) {
                choice.failures.insert(name::key(&failure.target), failure.error);
            }
            if is_only {
                choice.take_all(number, count, things);
                continue;
            }
            let mut taken = vec![false; count];
            let origin = |number: usize| &answers[number].origin;
            let mut disagree = Disagreement { section, older: origin(number), found: conflicts };
            for (at, taken) in taken.iter_mut().enumerate() {
                let key = (things.key)((number, at));
                choice.failures.remove(&key);
                match index.get(&key) {
                    // A thing that one answer lists twice (two overrides of one name) stays twice.
                    Some(&(answer, _)) if answer == number => *taken = true,
                    Some(&place) if section.merge_policy != MergePolicy::Latest => {
                        if let Some((new, old)) = (things.differ)(place, (number, at)) {
                            disagree.compare(&key, origin(place.0), &new, &old);
                        }
                    }
                    Some(_) => {}
                    None => match newest {
                        Some(newest) if section.merge_policy == MergePolicy::Replace => {
                            disagree.not_listed(&key, origin(newest));
                        }
                        _ => {
                            index.insert(key, (number, at));
                            *taken = true;
                        }
                    },
                }
            }
            choice.taken.push((number, Some(taken)));
            newest.get_or_insert(number);
        }
        choice
    }

    /// Takes the things of the only answer as they are.
    fn take_all(&mut self, number: usize, count: usize, things: &Things<'_>) {
        if !self.failures.is_empty() {
            for at in 0..count {
                self.failures.remove(&(things.key)((number, at)));
            }
        }
        self.taken.push((number, None));
    }
}

/// Notes what an older answer says otherwise.
struct Disagreement<'a> {
    section: &'static Section,
    older: &'a Arc<Origin>,
    found: &'a mut Vec<Conflict>,
}

impl Disagreement<'_> {
    fn compare(&mut self, key: &str, newer: &Arc<Origin>, new: &Value, old: &Value) {
        let (Some(new), Some(old)) = (new.as_object(), old.as_object()) else { return };
        for (property, value) in new {
            let other = old.get(property).unwrap_or(&Value::Null);
            // What one side was not asked is no contradiction.
            if value != other && !value.is_null() && !other.is_null() {
                self.found.push(Conflict {
                    section: self.section,
                    key: key.to_owned(),
                    property: Some(property.clone()),
                    newer: (Some(display(value)), Arc::clone(newer)),
                    older: (Some(display(other)), Arc::clone(self.older)),
                });
            }
        }
    }

    fn not_listed(&mut self, key: &str, newest: &Arc<Origin>) {
        self.found.push(Conflict {
            section: self.section,
            key: key.to_owned(),
            property: None,
            newer: (None, Arc::clone(newest)),
            older: (Some(key.to_owned()), Arc::clone(self.older)),
        });
    }
}

fn display(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
