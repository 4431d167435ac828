//! What is found about a certificate: a stable code, how it is judged, and its sentences in both languages. The codes
//! themselves stand in the files of their conditions. Must not decide anything.

use super::Purpose;
use crate::message::{Culture, Text};
use serde::Serialize;

/// How a condition is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "CertificateStatus"))]
pub enum Status {
    /// It holds.
    Pass,
    /// It does not hold.
    Fail,
    /// What it needs was not given.
    Unknown,
}

/// How much a breach matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "CertificateSeverity"))]
pub enum Severity {
    /// The certificate does not do.
    Error,
    /// The certificate does, but somebody should know.
    Warning,
}

/// One condition. Its name is a promise: scripts compare with it.
#[derive(Debug)]
pub struct Code {
    pub(super) name: &'static str,
    /// The condition as a sentence that is true when it holds.
    pub(super) title: Text,
    pub(super) remedy: Text,
    /// What of it stands in no document; none if all of it does.
    pub(super) inference: Text,
    /// The rule that demands it, by purpose.
    pub(super) rules: &'static [(Purpose, &'static str)],
}

impl Code {
    /// The stable name, such as `PrivateKey`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    pub(super) fn pass(&'static self, severity: Severity) -> Finding {
        Finding::new(self, Status::Pass, severity, self.title)
    }

    pub(super) fn fail(&'static self, severity: Severity, message: Text) -> Finding {
        Finding::new(self, Status::Fail, severity, message)
    }

    pub(super) fn unknown(&'static self, severity: Severity, message: Text) -> Finding {
        Finding::new(self, Status::Unknown, severity, message)
    }

    /// Passes, or fails with this message.
    pub(super) fn holds(&'static self, holds: bool, severity: Severity, message: Text) -> Finding {
        if holds { self.pass(severity) } else { self.fail(severity, message) }
    }
}

/// What the certificate has and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "CertificateEvidence"))]
pub struct Evidence {
    /// What was looked at.
    pub name: &'static str,
    /// The value of the certificate; absent if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<String>,
    /// The value that was expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The condition.
    pub code: &'static Code,
    /// How it is judged.
    pub status: Status,
    /// How much a breach matters.
    pub severity: Severity,
    /// Actual and expected values.
    pub evidence: Vec<Evidence>,
    message: Text,
    words: Vec<(&'static str, String)>,
}

impl Finding {
    fn new(code: &'static Code, status: Status, severity: Severity, message: Text) -> Self {
        Self { code, status, severity, evidence: Vec::new(), message, words: Vec::new() }
    }

    /// Fills the blank `name` of the sentence.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.words.push((name, value.into()));
        self
    }

    /// Adds an actual value beside the expected one.
    pub(super) fn seen(mut self, name: &'static str, actual: Option<String>, expected: Option<String>) -> Self {
        self.evidence.push(Evidence { name, actual, expected });
        self
    }

    /// What is so, in one sentence.
    #[must_use]
    pub fn message(&self, culture: Culture) -> String {
        self.message.fill(culture, &self.words)
    }

    /// What to do, unless all is well.
    #[must_use]
    pub fn remedy(&self, culture: Culture) -> Option<&'static str> {
        (self.status != Status::Pass).then(|| self.code.remedy.of(culture))
    }

    /// What of the condition is our reading and stands in no document.
    #[must_use]
    pub fn inference(&self, culture: Culture) -> Option<&'static str> {
        Some(self.code.inference.of(culture)).filter(|text| !text.is_empty())
    }

    /// The rule that demands the condition for a purpose, if one does.
    #[must_use]
    pub fn rule(&self, purpose: Purpose) -> Option<&'static str> {
        self.code.rules.iter().find(|(for_purpose, _)| *for_purpose == purpose).map(|(_, rule)| *rule)
    }
}
