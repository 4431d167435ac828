//! What a rule is: its catalogue entry as data, its check and its steps as functions. Knows no rule.

use crate::facts::{ExchangeVersion, LyncVersion, Missing, Section, Shell};
use crate::message::Text;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Finding, Report};
use crate::step::{Command, Step};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What an administrator wants to have working.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Scenario {
    /// Certificates, autodiscover and OAuth between the servers: what the other scenarios stand on.
    Prerequisites,
    /// Instant messaging and presence in Outlook on the web.
    OwaIm,
    /// Voice mail, auto attendants and Outlook Voice Access of Exchange for users of Lync.
    UnifiedMessaging,
    /// Lync or Skype for Business on premises with Exchange Online.
    Hybrid,
}

impl Scenario {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Prerequisites, Self::OwaIm, Self::UnifiedMessaging, Self::Hybrid];
}

/// The group of rules that a rule belongs to. Where rules are otherwise equal, the order of the groups is that in which
/// they are judged and their steps are taken, and with it the id of a plan: a new group goes where its steps belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// The deployment as a whole, its versions, and features that need both products.
    General,
    /// Server-to-server authentication and autodiscover.
    OAuth,
    /// What has to be installed before instant messaging in Outlook on the web.
    OwaPrerequisites,
    /// Trusted application pools: the servers that Lync knows.
    KnownServers,
    /// Instant messaging in Outlook on the web.
    Owa,
    /// Instant messaging by setting overrides, from Exchange 2016 on.
    SettingOverride,
    /// The certificates of unified messaging.
    UmCertificates,
    /// Unified messaging.
    UnifiedMessaging,
    /// Exchange Online with Lync on premises.
    Hybrid,
}

/// What sort of entry a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Kind {
    /// A state with a condition.
    Check,
    /// An action that the documents ask for; its finding says whether it is due.
    Step,
    /// A branch or an order that other rules follow.
    Rule,
    /// Context that explains the other entries.
    Fact,
}

/// What instant messaging shall be for a rule to have anything to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// On: the rule asks for what it needs. Where it shall be off, the rule does not apply.
    On,
    /// On or off.
    Any,
}

/// How much a breach matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Severity {
    /// It does not work.
    Error,
    /// It works, but not well or not for long.
    Warning,
    /// Good to know.
    Info,
    /// Only a person can look.
    Manual,
}

/// The kind of machine that a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Role {
    /// Client Access: the front end of Exchange.
    ExchangeFrontEnd,
    /// Mailbox: the back end of Exchange.
    ExchangeBackEnd,
    /// A Front End or Standard Edition server of Lync or Skype for Business.
    LyncFrontEnd,
    /// An Edge server of Lync or Skype for Business.
    Edge,
    /// A Mediation server of Lync or Skype for Business.
    Mediation,
    /// A server of DNS.
    Dns,
    /// A domain controller: Active Directory.
    Directory,
    /// A client.
    Client,
}

/// A place that a rule is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// The document: `000` to `004` for the five pages, otherwise the name of the page.
    pub document: &'static str,
    /// The lines, such as `73-75`; empty for a page that is cited as a whole.
    pub lines: &'static str,
}

impl Source {
    /// A place in one of the five pages.
    #[must_use]
    pub const fn seed(document: &'static str, lines: &'static str) -> Self {
        Self { document, lines }
    }

    /// Another page as a whole.
    #[must_use]
    pub const fn page(document: &'static str) -> Self {
        Self { document, lines: "" }
    }
}

/// Adds the steps that mend one breach, or says which steps of other rules settle it ([`Steps::settle`]); or tells which
/// fact is missing for that. A breach that gets no step is brought again when all others have theirs.
pub type Mend = fn(&Context<'_>, &Finding, &mut Steps) -> Result<(), Missing>;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its id, which never changes.
    pub id: &'static str,
    /// The group that it is in.
    pub family: Family,
    /// What sort of entry it is.
    pub kind: Kind,
    /// The scenarios that it belongs to.
    pub scenarios: &'static [Scenario],
    /// Whether it is about instant messaging that shall be on.
    pub aim: Aim,
    /// How much a breach matters.
    pub severity: Severity,
    /// The machines that it is about.
    pub roles: &'static [Role],
    /// The Exchange versions that it is about; none means all. Where no server has one, it does not apply.
    pub exchange: &'static [ExchangeVersion],
    /// The Lync and Skype for Business versions that it is about; none means all.
    pub lync: &'static [LyncVersion],
    /// The condition, in a few words.
    pub title: Text,
    /// Why it matters, and what happens otherwise.
    pub explanation: Text,
    /// What to do about a breach.
    pub remedy: Text,
    /// What of the condition is our reading and stands in no document.
    pub inference: Option<Text>,
    /// Where it is taken from.
    pub sources: &'static [Source],
    /// The rules that come first, by id.
    pub after: &'static [&'static str],
    /// The questions that it asks.
    pub needs: &'static [&'static Section],
    /// Reports what it finds, or which fact is missing.
    pub check: fn(&Context<'_>, &mut Report<'_>) -> Checked,
    /// Adds the steps that mend one breach. Without it, a person has to follow the remedy.
    pub mend: Option<Mend>,
    /// Adds the steps that have to follow those that others added, such as a restart.
    pub follow: Option<fn(&Context<'_>, &mut Steps)>,
}

/// The steps that rules add to a plan.
#[derive(Debug, Default)]
pub struct Steps {
    added: Vec<Added>,
    /// The number of each step, by what makes it the same step.
    numbers: HashMap<(Shell, Option<String>, Command), usize>,
    rule: Option<&'static Rule>,
}

/// A step with the rules that want it.
#[derive(Debug)]
pub struct Added {
    /// The step.
    pub step: Step,
    /// The rule that it comes from.
    pub rule: &'static Rule,
    /// What it mends: rules with their targets. Empty for a step that follows others.
    pub reasons: Vec<(&'static Rule, String)>,
    /// What goes with what it mends: rules with their targets. They do not order steps.
    pub settles: Vec<(&'static Rule, String)>,
    /// What a person should know of it, such as why nothing takes it back.
    pub note: Option<Text>,
}

impl Steps {
    /// Adds a step that mends a breach. A step that is there already gets one more reason. Answers its number.
    pub fn add(&mut self, finding: &Finding, step: Step) -> usize {
        self.put(step, finding.rule, Some((finding.rule, finding.target.name.clone())))
    }

    /// Says that a breach is gone when these steps of other rules, by number, are done.
    pub fn settle(&mut self, finding: &Finding, numbers: &[usize]) {
        for &number in numbers {
            self.added[number].settles.push((finding.rule, finding.target.name.clone()));
        }
    }

    /// Says of the step with a number what a person should know.
    pub fn note(&mut self, number: usize, note: Text) {
        self.added[number].note = Some(note);
    }

    /// Adds a step that follows those with the numbers that it names.
    pub fn follow(&mut self, step: Step) {
        if let Some(rule) = self.rule {
            self.put(step, rule, None);
        }
    }

    /// The rule whose following steps are added next.
    pub fn speak_for(&mut self, rule: &'static Rule) {
        self.rule = Some(rule);
    }

    fn put(&mut self, step: Step, rule: &'static Rule, reason: Option<(&'static Rule, String)>) -> usize {
        let same = (step.shell, step.machine.clone(), step.command.clone());
        let number = *self.numbers.entry(same).or_insert(self.added.len());
        match self.added.get_mut(number) {
            // A step that mends a breach may have to wait for others as well.
            Some(known) => known.step.follows.extend(step.follows),
            None => self.added.push(Added { step, rule, reasons: Vec::new(), settles: Vec::new(), note: None }),
        }
        self.added[number].reasons.extend(reason);
        number
    }

    /// How many wishes for steps there were so far; a step that two breaches want counts twice.
    #[must_use]
    pub fn wishes(&self) -> usize {
        self.added.iter().map(|added| added.reasons.len() + added.settles.len()).sum()
    }

    /// The steps so far, by number.
    #[must_use]
    pub fn added(&self) -> &[Added] {
        &self.added
    }

    /// The numbers of the steps of which something is true.
    pub fn numbers(&self, wanted: impl Fn(&Added) -> bool) -> Vec<usize> {
        (0..self.added.len()).filter(|&number| wanted(&self.added[number])).collect()
    }
}
