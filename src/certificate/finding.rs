//! What is found about a certificate: a stable code, the result of its check, and its sentences in both languages. The
//! codes themselves stand in the files of their conditions. Must not decide anything.

use super::Purpose;
use crate::l10n::{Culture, Text};
use serde::Serialize;

/// The result of the check of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CertificateStatus {
    /// It holds.
    Pass,
    /// It does not hold.
    Fail,
    /// What it needs was not given.
    Unknown,
}

/// How severe a failure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CertificateSeverity {
    /// The certificate cannot be used.
    Error,
    /// The certificate can be used, with a warning.
    Warning,
}

/// One condition. Its name is a promise: scripts compare with it.
#[derive(Debug)]
pub struct Condition {
    pub(super) name: &'static str,
    /// The condition as a sentence that is true when it holds.
    pub(super) title: Text,
    pub(super) remedy: Text,
    /// What the documentation does not state; none if it states all of it.
    pub(super) interpretation: Text,
    /// The rule that demands it, by purpose.
    pub(super) rules: &'static [(Purpose, &'static str)],
}

impl Condition {
    /// The stable name, such as `PrivateKey`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    pub(super) fn pass(&'static self, severity: CertificateSeverity) -> CertificateFinding {
        CertificateFinding::new(self, CertificateStatus::Pass, severity, self.title)
    }

    pub(super) fn fail(&'static self, severity: CertificateSeverity, message: Text) -> CertificateFinding {
        CertificateFinding::new(self, CertificateStatus::Fail, severity, message)
    }

    pub(super) fn unknown(&'static self, severity: CertificateSeverity, message: Text) -> CertificateFinding {
        CertificateFinding::new(self, CertificateStatus::Unknown, severity, message)
    }

    /// Passes, or fails with this message.
    pub(super) fn holds(
        &'static self,
        holds: bool,
        severity: CertificateSeverity,
        message: Text,
    ) -> CertificateFinding {
        if holds { self.pass(severity) } else { self.fail(severity, message) }
    }
}

/// What the certificate has and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CertificateEvidence {
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
pub struct CertificateFinding {
    /// The condition.
    pub code: &'static Condition,
    /// The result of the check.
    pub status: CertificateStatus,
    /// How severe a failure is.
    pub severity: CertificateSeverity,
    /// Actual and expected values.
    pub evidence: Vec<CertificateEvidence>,
    message: Text,
    words: Vec<(&'static str, String)>,
}

impl CertificateFinding {
    fn new(code: &'static Condition, status: CertificateStatus, severity: CertificateSeverity, message: Text) -> Self {
        Self { code, status, severity, evidence: Vec::new(), message, words: Vec::new() }
    }

    /// Fills the placeholder `name` of the sentence.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.words.push((name, value.into()));
        self
    }

    /// Adds an actual value beside the expected one.
    pub(super) fn seen(mut self, name: &'static str, actual: Option<String>, expected: Option<String>) -> Self {
        self.evidence.push(CertificateEvidence { name, actual, expected });
        self
    }

    /// What was found, in one sentence.
    #[must_use]
    pub fn message(&self, culture: Culture) -> String {
        self.message.format(culture, &self.words)
    }

    /// How to fix it; absent if the condition holds.
    #[must_use]
    pub fn remedy(&self, culture: Culture) -> Option<&'static str> {
        (self.status != CertificateStatus::Pass).then(|| self.code.remedy.of(culture))
    }

    /// What the documentation does not state: an interpretation.
    #[must_use]
    pub fn interpretation(&self, culture: Culture) -> Option<&'static str> {
        Some(self.code.interpretation.of(culture)).filter(|text| !text.is_empty())
    }

    /// The rule that demands the condition for a purpose, if one does.
    #[must_use]
    pub fn rule(&self, purpose: Purpose) -> Option<&'static str> {
        self.code.rules.iter().find(|(for_purpose, _)| *for_purpose == purpose).map(|(_, rule)| *rule)
    }
}
