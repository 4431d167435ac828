//! One rule in one deployment: how it is broken, what the rule finds then, and what fixes it. Reads like a sentence:
//! `hybrid(&RULE).set(ENABLED, false).fails("Exchange Online").fixed_by("Set-CsHostingProvider …")`.

use super::samples::{Sample, collected, display};
use crate::l10n::Culture;
use crate::rules::model::finding::{Finding, Status};
use crate::rules::model::fixes::Fixes;
use crate::rules::model::intent::Settings;
use crate::rules::model::rule::Rule;
use crate::rules::model::vocabulary::Severity;
use serde_json::{Value, json};

/// A rule, and a deployment in which everything is as it should be until the test changes it.
#[derive(Clone)]
pub(crate) struct Case {
    pub(super) rule: &'static Rule,
    pub(super) sample: Sample,
}

/// Exchange 2013 and Lync Server 2013 on premises.
pub(crate) fn exchange_2013(rule: &'static Rule) -> Case {
    Case { rule, sample: Sample::exchange_2013() }
}

/// Exchange 2016 and Skype for Business Server 2015 on premises.
pub(crate) fn exchange_2016(rule: &'static Rule) -> Case {
    Case { rule, sample: Sample::exchange_2016() }
}

/// Exchange SE and Skype for Business Server SE on premises.
pub(crate) fn exchange_se(rule: &'static Rule) -> Case {
    Case { rule, sample: Sample::exchange_se() }
}

/// Exchange 2013 and Lync Server 2013 with server-to-server authentication.
pub(crate) fn oauth(rule: &'static Rule) -> Case {
    Case { rule, sample: Sample::oauth() }
}

/// Exchange 2013 and Lync Server 2013 with unified messaging.
pub(crate) fn unified_messaging(rule: &'static Rule) -> Case {
    Case { rule, sample: Sample::unified_messaging() }
}

/// Lync Server 2013 with an Edge server, and Exchange Online.
pub(crate) fn hybrid(rule: &'static Rule) -> Case {
    Case { rule, sample: Sample::hybrid() }
}

impl Case {
    /// With another value at a place, such as `/lync/hostingProviders/values/0/enabled`.
    pub(crate) fn set(self, place: &str, value: impl Into<Value>) -> Self {
        self.with(|sample| sample.set(place, value.into()))
    }

    /// Without what stands at a place.
    pub(crate) fn forget(self, place: &str) -> Self {
        self.with(|sample| sample.forget(place))
    }

    /// With another change of the deployment.
    pub(crate) fn with(self, change: impl FnOnce(Sample) -> Sample) -> Self {
        Self { sample: change(self.sample), ..self }
    }

    fn id(&self) -> &'static str {
        self.rule.metadata.id
    }

    /// The rule finds exactly this: the name of each target with its status, by target.
    #[track_caller]
    pub(crate) fn finds(self, expected: &[(&str, Status)]) -> Self {
        self.sample.expect(self.id(), expected);
        self
    }

    /// The rule passes for one thing and says nothing else.
    #[track_caller]
    pub(crate) fn passes(self, target: &str) -> Self {
        self.finds(&[(target, Status::Pass)])
    }

    /// The rule fails for one thing and says nothing else.
    #[track_caller]
    pub(crate) fn fails(self, target: &str) -> Self {
        self.finds(&[(target, Status::Fail)])
    }

    /// A fact is missing for one thing, and the rule says nothing else.
    #[track_caller]
    pub(crate) fn unknown(self, target: &str) -> Self {
        self.finds(&[(target, Status::Unknown)])
    }

    /// The rule is not about this deployment.
    #[track_caller]
    pub(crate) fn not_applicable(self) -> Self {
        self.finds(&[("", Status::NotApplicable)])
    }

    /// These commands fix what the rule found, and no others.
    #[track_caller]
    pub(crate) fn fixed_by_all(self, commands: &[&str]) -> Self {
        assert_eq!(self.sample.commands(self.id()), commands);
        self
    }

    /// This command fixes what the rule found.
    #[track_caller]
    pub(crate) fn fixed_by(self, command: &str) -> Self {
        self.fixed_by_all(&[command])
    }

    /// A person has to fix what the rule found.
    #[track_caller]
    pub(crate) fn not_fixed(self) -> Self {
        self.fixed_by_all(&[])
    }

    /// A rule in a deployment that has no name here.
    pub(crate) fn of(rule: &'static Rule, sample: Sample) -> Self {
        Self { rule, sample }
    }

    /// With other requests.
    pub(crate) fn asking(self, settings: Settings) -> Self {
        self.with(|sample| sample.asking(settings))
    }

    /// With other facts of the machine that the Lync shell ran on.
    pub(crate) fn lync_machine(self, machine: Value) -> Self {
        self.with(|sample| sample.lync_machine(machine))
    }

    /// One case for each property of an object, with another value of that property alone.
    pub(crate) fn each<const N: usize>(&self, object: &str, changes: [(&str, Value); N]) -> [Self; N] {
        changes.map(|(property, value)| self.clone().set(&format!("{object}/{property}"), value))
    }

    /// A person has to look at one thing, and the rule says nothing else.
    #[track_caller]
    pub(crate) fn manual(self, target: &str) -> Self {
        self.finds(&[(target, Status::Manual)])
    }

    /// The message of the first finding has each of these parts.
    #[track_caller]
    pub(crate) fn says(self, parts: &[&str]) -> Self {
        let message = self.findings()[0].message(Culture::En);
        assert!(parts.iter().all(|part| message.contains(part)), "{message}");
        self
    }

    /// The steps that fix what the rule found.
    pub(crate) fn steps(&self) -> Fixes {
        self.sample.steps(self.id())
    }

    /// Commands of these names fix what the rule found, and no others.
    #[track_caller]
    pub(crate) fn fixed_with(self, names: &[&str]) -> Self {
        self.sample.expect_steps(self.id(), names);
        self
    }

    /// These commands take back the first step, and no others.
    #[track_caller]
    pub(crate) fn undone_by(self, commands: &[&str]) -> Self {
        let undo: Vec<_> = self.steps().added()[0].step.undo.iter().map(display).collect();
        assert_eq!(undo, commands);
        self
    }

    /// What the rule finds.
    pub(crate) fn findings(&self) -> Vec<Finding<'static>> {
        self.sample.findings(self.id())
    }

    /// With the facts that were collected on another machine.
    pub(crate) fn machine(self, computer: &str, facts: &Value) -> Self {
        let (schema, collected) = ("uc-integration/facts/1", collected(computer, "Local"));
        self.with(|sample| sample.with_document(json!({ "schema": schema, "collected": collected, "machine": facts })))
    }

    /// The deployment, for what is not said here.
    pub(crate) fn sample(&self) -> &Sample {
        &self.sample
    }

    /// The rule is not about one thing, and says nothing else.
    #[track_caller]
    pub(crate) fn not_applicable_to(self, target: &str) -> Self {
        self.finds(&[(target, Status::NotApplicable)])
    }

    /// Without any one of these, a fact is missing for one thing, and the rule says nothing else.
    #[track_caller]
    pub(crate) fn unknown_without(self, target: &str, places: &[&str]) {
        for place in places {
            self.clone().forget(place).unknown(target);
        }
    }

    /// What the rule found first matters this much.
    #[track_caller]
    pub(crate) fn severity(self, severity: Severity) -> Self {
        assert_eq!(self.findings()[0].severity, severity);
        self
    }

    /// Whether what the rule found first only advises.
    #[track_caller]
    pub(crate) fn advises(self, only: bool) -> Self {
        assert_eq!(self.findings()[0].is_advisory(), only);
        self
    }

    /// The message of the first finding has these words at its end.
    #[track_caller]
    pub(crate) fn ends_with(self, end: &str) -> Self {
        let message = self.findings()[0].message(Culture::En);
        assert!(message.ends_with(end), "{message}");
        self
    }

    /// One command fixes what the rule found, and this is part of it.
    #[track_caller]
    pub(crate) fn fixed_by_part(self, part: &str) -> Self {
        let commands = self.sample.commands(self.id());
        assert!(commands.len() == 1 && commands[0].contains(part), "{commands:?}");
        self
    }
}

/// The Exchange server of [`exchange_2013`], [`exchange_2016`] and [`exchange_se`].
pub(crate) const SERVER: &str = "ex01.contoso.com";
