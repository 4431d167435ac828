//! `uc_estate_check`: findings of the rules on documents of facts, in the reader's language.

use super::requested::normalised;
use super::{FactText, estate, scenarios};
use crate::api::Request;
use crate::error::Result;
use crate::facts::{Estate, Missing, Shell, Time};
use crate::l10n::Culture;
use crate::rules::{self, Context, Document, Evidence, Finding, Scenario, Settings, Severity, Source, Status, Target};
use serde::{Deserialize, Serialize};

/// The request of `uc_estate_check`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckRequest {
    /// The documents of facts.
    pub facts: Vec<FactText>,
    /// The scenarios to check; all of them if none is named.
    #[serde(default)]
    pub scenarios: Vec<Scenario>,
    /// The time for which the estate is checked: UTC in RFC 3339, such as `2026-03-01T21:00:00Z`.
    pub now: String,
    /// What the administrator requests.
    #[serde(default)]
    pub settings: Settings,
    /// The language of the answer, a .NET culture name such as `fr-FR`.
    pub culture: Option<String>,
}

/// The response of `uc_estate_check`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckResponse {
    /// The findings, by rule in the order of the work, then by target.
    pub findings: Vec<FindingBody>,
    /// How many there are.
    pub summary: Summary,
    /// What did not belong to a value that was requested, as sentences: it was taken without that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Conditions that do not hold and whose severity is `Error`.
    pub errors: usize,
    /// Conditions that do not hold and whose severity is less, but for those that only advise.
    pub warnings: usize,
    /// Conditions that do not hold, where that only advises.
    pub advisories: usize,
    /// Conditions that could not be checked.
    pub unknown: usize,
    /// Conditions that must be checked manually.
    pub manual: usize,
    /// Conditions that hold.
    pub pass: usize,
    /// Rules that do not apply to this estate.
    pub not_applicable: usize,
}

/// One finding.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FindingBody {
    /// The id of the rule.
    pub rule: &'static str,
    /// The result of the check.
    pub status: Status,
    /// How severe a failure is.
    pub severity: Severity,
    /// Whether it fails, but only advises, such as a version that is out of support: nothing is broken, and no plan
    /// changes it.
    pub advisory: bool,
    /// What it is about.
    pub target: Target,
    /// What was found, in one sentence.
    pub message: String,
    /// What was read and what was expected.
    pub evidence: Vec<EvidenceBody>,
    /// How to fix it; absent if the condition holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
    /// What the documentation does not state: an interpretation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interpretation: Option<&'static str>,
    /// The pages that the rule is taken from.
    pub sources: Vec<&'static Document>,
    /// For `Unknown`: what would collect the missing fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collect: Option<Collect>,
}

/// What was read and what was expected.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EvidenceBody {
    /// What was read, by the name that the products give it.
    pub name: String,
    /// The value; absent if it is not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<String>,
    /// The value that was expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// The document that it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The machine that it was collected on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub computer: Option<String>,
    /// The command that read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
    /// When it was read: UTC in RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
}

/// What would collect a missing fact.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Collect {
    /// Where it would stand in a document of facts.
    pub fact: &'static str,
    /// The command of the product.
    pub command: &'static str,
    /// The shell to run `Export-UcFact` in.
    pub shell: Shell,
    /// The machine to run it on, if it must be a certain one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// What the command said, if it was run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

impl Request for CheckRequest {
    type Response = CheckResponse;

    fn handle(self, culture: Culture) -> Result<CheckResponse> {
        let estate = estate(self.facts, &self.now)?;
        let (settings, warnings) = normalised(self.settings, culture);
        let context = Context { estate: &estate, settings: &settings, scenarios: scenarios(&self.scenarios) };
        let findings = rules::check(&context, scenarios(&self.scenarios));
        let summary = summary(&findings);
        let findings = findings.iter().map(|finding| finding_body(finding, &estate, culture)).collect();
        Ok(CheckResponse { findings, summary, warnings })
    }
}

fn summary(findings: &[Finding<'_>]) -> Summary {
    let mut sum = Summary::default();
    for finding in findings {
        let count = match (finding.status, finding.severity) {
            (Status::Fail, _) if finding.is_advisory() => &mut sum.advisories,
            (Status::Fail, Severity::Error) => &mut sum.errors,
            (Status::Fail, _) => &mut sum.warnings,
            (Status::Unknown, _) => &mut sum.unknown,
            (Status::Manual, _) => &mut sum.manual,
            (Status::Pass, _) => &mut sum.pass,
            (Status::NotApplicable, _) => &mut sum.not_applicable,
        };
        *count += 1;
    }
    sum
}

fn finding_body(finding: &Finding<'_>, estate: &Estate, culture: Culture) -> FindingBody {
    let rule = finding.rule;
    let judged = !matches!(finding.status, Status::Pass | Status::NotApplicable);
    let collect = finding.missing.as_ref().map(collect);
    FindingBody {
        rule: rule.id,
        status: finding.status,
        severity: finding.severity,
        advisory: finding.is_advisory(),
        target: finding.target.clone(),
        message: finding.message(culture),
        evidence: finding.evidence.iter().map(|evidence| evidence_body(evidence, estate)).collect(),
        remedy: judged.then(|| finding.remedy(culture)),
        interpretation: rule.interpretation.filter(|_| judged).map(|text| text.of(culture)),
        sources: Source::documents(rule.sources),
        collect,
    }
}

fn collect(missing: &Missing) -> Collect {
    Collect {
        fact: missing.section.path,
        command: missing.section.command,
        shell: missing.section.shell,
        target: missing.target.clone(),
        error: missing.error.clone(),
    }
}

fn evidence_body(evidence: &Evidence, estate: &Estate) -> EvidenceBody {
    let origin = evidence.origin.as_deref();
    let document = origin.and_then(|origin| estate.documents.get(origin.document));
    EvidenceBody {
        name: evidence.name.clone(),
        actual: evidence.actual.clone(),
        expected: evidence.expected.clone(),
        document: document.map(|document| document.name.clone()),
        computer: document.map(|document| document.collected.computer.clone()),
        command: origin.map(|origin| origin.command.clone()),
        time: origin.map(|origin| origin.time),
    }
}
