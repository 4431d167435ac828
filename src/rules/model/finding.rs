//! What a rule reports: one finding for each thing it looked at, with what was read and what was expected. Texts are
//! put into a language by whoever shows them.

use crate::facts::{Host, Item, Missing, Origin, Shell};
use crate::message::{Culture, Text};
use crate::rules::model::rule::{Rule, Severity};
use serde::Serialize;
use std::sync::Arc;

/// How a rule judges one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Status {
    /// The condition does not hold.
    Fail,
    /// A fact is missing; the finding names the command that would collect it.
    Unknown,
    /// Only a person can look.
    Manual,
    /// The condition holds.
    Pass,
    /// The rule is not about this estate; the finding says why.
    NotApplicable,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Target {
    /// What kind of thing, as the products call it: `Server`, `Pool`, `Certificate`, `User`, `Policy`…
    pub kind: &'static str,
    /// Its name.
    pub name: String,
}

impl Target {
    /// A thing of some kind.
    #[must_use]
    pub fn new(kind: &'static str, name: impl Into<String>) -> Self {
        Self { kind, name: name.into() }
    }

    /// A server.
    #[must_use]
    pub fn server(host: &Host) -> Self {
        Self::new("Server", host.name())
    }

    /// The estate as a whole.
    #[must_use]
    pub fn estate() -> Self {
        Self::new("Estate", "")
    }
}

/// What was read, and what was expected.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// What was read, by the name that the products give it, such as `IMServerName`.
    pub name: String,
    /// The value; nothing if it is not set.
    pub read: Option<String>,
    /// The value that was expected, if it is a single one.
    pub expected: Option<String>,
    /// Where the value comes from.
    pub origin: Option<Arc<Origin>>,
}

impl Evidence {
    /// A value that was read.
    #[must_use]
    pub fn read(name: impl Into<String>, value: Option<impl Into<String>>) -> Self {
        Self { name: name.into(), read: value.map(Into::into), expected: None, origin: None }
    }

    /// The value that was expected.
    #[must_use]
    pub fn expected(mut self, value: impl Into<String>) -> Self {
        self.expected = Some(value.into());
        self
    }

    /// The fact that the value comes from.
    #[must_use]
    pub fn from<T>(mut self, item: &Item<T>) -> Self {
        self.origin = Some(Arc::clone(&item.origin));
        self
    }
}

const NOT_COLLECTED: Text = Text::new("Not collected: {fact}.", "Non collecté : {fact}.");
const NOT_ANSWERED: Text = Text::new("{command} did not answer: {because}", "{command} n'a pas répondu : {because}");
const COLLECT: Text = Text::new(
    "Collect it with Export-UcFact in the {shell} shell{place} (it runs {command}), and judge again with that file.",
    "Collectez-le avec Export-UcFact dans l'environnement {shell}{place} (qui exécute {command}), puis refaites l'analyse avec ce fichier.",
);
const COLLECT_LOCALLY: Text = Text::new(
    "Collect it with Export-UcFact in a PowerShell{place} (it runs {command}), and judge again with that file.",
    "Collectez-le avec Export-UcFact dans PowerShell{place} (qui exécute {command}), puis refaites l'analyse avec ce fichier.",
);
const PLACE: Text = Text::new(" on {target}", " sur {target}");

/// A finding.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How it judges.
    pub status: Status,
    /// How much it matters: as the rule says, or less.
    pub severity: Severity,
    /// What it is about.
    pub target: Target,
    /// What is so, in one sentence; the rule's title if there is nothing to add.
    pub words: Option<(Text, Vec<(&'static str, String)>)>,
    /// What was read and expected.
    pub evidence: Vec<Evidence>,
    /// For `Unknown`: the fact that is missing.
    pub missing: Option<Missing>,
}

impl Finding {
    /// What is so, in a language.
    #[must_use]
    pub fn message(&self, culture: Culture) -> String {
        match (&self.missing, &self.words) {
            (Some(missing), _) => not_known(missing, culture),
            (None, Some((text, args))) => text.fill(culture, args).trim_end().to_owned(),
            (None, None) => self.rule.title.of(culture).to_owned(),
        }
    }

    /// What to do, in a language: the remedy of the rule, or how to collect the fact that is missing.
    #[must_use]
    pub fn remedy(&self, culture: Culture) -> String {
        let Some(Missing { section, target, .. }) = &self.missing else {
            return self.rule.remedy.of(culture).to_owned();
        };
        let on_machine = target.as_ref().filter(|_| section.shell == Shell::Local);
        let place = on_machine.map(|target| PLACE.fill(culture, &[("target", target.clone())])).unwrap_or_default();
        let shell = section.shell.name().to_owned();
        let args = [("shell", shell), ("place", place), ("command", section.command.to_owned())];
        let text = if section.shell == Shell::Local { COLLECT_LOCALLY } else { COLLECT };
        text.fill(culture, &args)
    }
}

/// Why a fact is not known, in a language.
#[must_use]
pub fn not_known(missing: &Missing, culture: Culture) -> String {
    match &missing.because {
        Some(because) => {
            let args = [("command", missing.section.command.to_owned()), ("because", because.clone())];
            NOT_ANSWERED.fill(culture, &args)
        }
        None => NOT_COLLECTED.fill(culture, &[("fact", missing.section.path.to_owned())]),
    }
}

/// What a check answers: nothing more to say, or a fact that is missing for all it would have looked at.
pub type Checked = Result<(), Missing>;

/// The findings of one rule, as it reports them.
#[derive(Debug)]
pub struct Report<'a> {
    rule: &'static Rule,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Report<'a> {
    /// A report of one rule.
    pub fn new(rule: &'static Rule, findings: &'a mut Vec<Finding>) -> Self {
        Self { rule, findings }
    }

    /// The condition holds for a thing.
    pub fn pass(&mut self, target: Target, evidence: Vec<Evidence>) {
        self.put(Status::Pass, target, None, evidence);
    }

    /// The condition does not hold for a thing. `text` says what is so, its blanks filled from `args`.
    pub fn fail(&mut self, target: Target, text: Text, args: Vec<(&'static str, String)>, evidence: Vec<Evidence>) {
        self.put(Status::Fail, target, Some((text, args)), evidence);
    }

    /// Only a person can look; `text` says where and for what.
    pub fn manual(&mut self, target: Target, text: Text, args: Vec<(&'static str, String)>) {
        self.put(Status::Manual, target, Some((text, args)), Vec::new());
    }

    /// The rule is not about this thing; `text` says why.
    pub fn not_applicable(&mut self, target: Target, text: Text, args: Vec<(&'static str, String)>) {
        self.put(Status::NotApplicable, target, Some((text, args)), Vec::new());
    }

    /// A fact is missing, so nothing can be said of a thing.
    pub fn unknown(&mut self, target: Target, missing: Missing) {
        self.put(Status::Unknown, target, None, Vec::new());
        if let Some(last) = self.findings.last_mut() {
            last.missing = Some(missing);
        }
    }

    /// Looks at one thing: a fact that is missing makes that thing unknown, and the others are looked at all the same.
    pub fn each(&mut self, target: &Target, look: impl FnOnce(&mut Self) -> Checked) {
        if let Err(missing) = look(self) {
            self.unknown(target.clone(), missing);
        }
    }

    /// Lets the findings of this rule that say `text` matter less than the rule otherwise does.
    pub fn weigh(&mut self, text: Text, severity: Severity) {
        for finding in self.findings.iter_mut().rev().take_while(|one| one.rule.id == self.rule.id) {
            if matches!(&finding.words, Some((said, _)) if *said == text) {
                finding.severity = severity;
            }
        }
    }

    /// Lets the findings of this rule about a thing matter less than the rule otherwise does.
    pub fn weigh_target(&mut self, target: &Target, severity: Severity) {
        for finding in self.findings.iter_mut().rev().take_while(|one| one.rule.id == self.rule.id) {
            if finding.target == *target {
                finding.severity = severity;
            }
        }
    }

    /// How many findings there are so far, of this rule and those before it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether nothing was reported so far, by this rule and those before it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    fn put(
        &mut self,
        status: Status,
        target: Target,
        words: Option<(Text, Vec<(&'static str, String)>)>,
        evidence: Vec<Evidence>,
    ) {
        self.findings.push(Finding {
            rule: self.rule,
            status,
            severity: self.rule.severity,
            target,
            words,
            evidence,
            missing: None,
        });
    }
}
