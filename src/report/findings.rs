//! Findings as the page shows them: by scenario, by weight, by rule. A rule stands in full under the first scenario that
//! it belongs to and is only named under the others. Must not leave a finding out.

use super::collected::clock;
use super::labels::Labels;
use super::verdict::{Counts, Verdict};
use crate::facts::Estate;
use crate::l10n::Culture;
use crate::rules::{Document, Evidence, Finding, Metadata, Scenario, Severity, Source, Status};

/// What is said of one scenario.
#[derive(Debug)]
pub(super) struct ScenarioSection {
    pub(super) id: String,
    pub(super) name: &'static str,
    pub(super) verdict: Verdict,
    pub(super) headline: &'static str,
    pub(super) why: &'static str,
    pub(super) counts: Counts,
    /// What is wrong or must be checked manually, the worst first.
    pub(super) groups: Vec<Group>,
    /// Ids of rules with such findings that stand under another scenario.
    pub(super) also: Vec<&'static str>,
    /// What holds and what does not apply.
    pub(super) rest: Vec<RuleView>,
}

/// Findings of one weight.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) heading: &'static str,
    pub(super) class: &'static str,
    pub(super) rules: Vec<RuleView>,
}

/// The findings of one rule.
#[derive(Debug)]
pub(super) struct RuleView {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) explanation: &'static str,
    pub(super) remedy: &'static str,
    pub(super) interpretation: Option<&'static str>,
    pub(super) sources: Vec<&'static Document>,
    pub(super) class: &'static str,
    pub(super) status: &'static str,
    pub(super) rows: Vec<Row>,
}

/// One finding.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) target: String,
    pub(super) message: String,
    pub(super) evidence: Vec<EvidenceView>,
}

/// What was read and what was expected.
#[derive(Debug)]
pub(super) struct EvidenceView {
    pub(super) name: String,
    pub(super) actual: String,
    pub(super) expected: Option<String>,
    /// The number of the document, from 1, as the last table of the page lists them.
    pub(super) document: Option<usize>,
    pub(super) origin: String,
}

/// What views are made with.
#[derive(Clone, Copy, Debug)]
pub(super) struct RenderContext<'a> {
    pub(super) estate: &'a Estate,
    pub(super) culture: Culture,
    pub(super) labels: &'a Labels,
}

/// The scenarios that rules speak of, each with its findings.
pub(super) fn sections(
    render: RenderContext<'_>,
    findings: &[Finding<'_>],
    scenarios: &[Scenario],
) -> Vec<ScenarioSection> {
    let wanted: Vec<Scenario> = Scenario::ALL.iter().copied().filter(|one| scenarios.contains(one)).collect();
    let told = wanted.iter().filter(|&&one| findings.iter().any(|finding| belongs(finding, one)));
    told.map(|&scenario| section(render, findings, &wanted, scenario)).collect()
}

fn belongs(finding: &Finding<'_>, scenario: Scenario) -> bool {
    finding.rule.scenarios.contains(&scenario)
}

/// Whether a rule stands in full under a scenario: the first of those requested that it belongs to.
fn stands_here(rule: &Metadata, wanted: &[Scenario], scenario: Scenario) -> bool {
    wanted.iter().find(|one| rule.scenarios.contains(one)) == Some(&scenario)
}

fn section(
    render: RenderContext<'_>,
    findings: &[Finding<'_>],
    wanted: &[Scenario],
    scenario: Scenario,
) -> ScenarioSection {
    let of_scenario: Vec<&Finding<'_>> = findings.iter().filter(|finding| belongs(finding, scenario)).collect();
    let counts = Counts::of(of_scenario.iter().copied());
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        of_scenario.into_iter().partition(|finding| stands_here(finding.rule, wanted, scenario));
    let mut also: Vec<&str> =
        elsewhere.iter().filter(|finding| weight(finding).is_some()).map(|finding| finding.rule.id).collect();
    also.dedup();
    let verdict = counts.verdict();
    let (headline, why) = verdict.labels(render.labels);
    ScenarioSection {
        id: format!("{scenario:?}").to_lowercase(),
        name: Labels::scenario(render.culture, scenario),
        verdict,
        headline,
        why,
        counts,
        groups: groups(render, &here),
        also,
        rest: rest(render, &here),
    }
}

/// The weight of a finding, the worst first; none for what holds, does not apply or is not known.
fn weight(finding: &Finding<'_>) -> Option<usize> {
    match (finding.status, finding.severity) {
        (Status::Fail, _) if finding.is_advisory() => Some(2),
        (Status::Fail, Severity::Error) => Some(0),
        (Status::Fail, Severity::Warning | Severity::Manual) => Some(1),
        (Status::Fail, Severity::Information) => Some(2),
        (Status::Manual, _) => Some(3),
        (Status::Unknown | Status::Pass | Status::NotApplicable, _) => None,
    }
}

fn groups(render: RenderContext<'_>, findings: &[&Finding<'_>]) -> Vec<Group> {
    let labels = render.labels;
    let headings = [
        (labels.group_errors, "fail"),
        (labels.group_warnings, "warn"),
        (labels.group_notes, "note"),
        (labels.group_manual, "open"),
    ];
    let group = |(number, (heading, class))| Group {
        heading,
        class,
        rules: by_rule(render, findings.iter().copied().filter(|one| weight(one) == Some(number)), class),
    };
    headings.into_iter().enumerate().map(group).filter(|group| !group.rules.is_empty()).collect()
}

fn rest(render: RenderContext<'_>, findings: &[&Finding<'_>]) -> Vec<RuleView> {
    let of = |status| findings.iter().copied().filter(move |finding| finding.status == status);
    let mut rest = by_rule(render, of(Status::Pass), "ok");
    rest.extend(by_rule(render, of(Status::NotApplicable), "open"));
    rest
}

/// Findings that follow each other by rule, made one view for each rule.
fn by_rule<'f>(
    render: RenderContext<'_>,
    findings: impl Iterator<Item = &'f Finding<'f>>,
    class: &'static str,
) -> Vec<RuleView> {
    let mut views: Vec<RuleView> = Vec::new();
    for finding in findings {
        if views.last().is_none_or(|last| last.id != finding.rule.id) {
            views.push(rule(render, finding, class));
        }
        if let Some(view) = views.last_mut() {
            view.rows.push(row(render, finding));
        }
    }
    views
}

fn rule(render: RenderContext<'_>, finding: &Finding<'_>, class: &'static str) -> RuleView {
    let (rule, culture) = (finding.rule, render.culture);
    RuleView {
        id: rule.id,
        title: rule.title.of(culture),
        explanation: rule.explanation.of(culture),
        remedy: rule.remedy.of(culture),
        interpretation: rule.interpretation.map(|text| text.of(culture)),
        sources: Source::documents(rule.sources),
        class,
        status: if finding.status == Status::Pass { render.labels.pass } else { render.labels.not_applicable },
        rows: Vec::new(),
    }
}

fn row(render: RenderContext<'_>, finding: &Finding<'_>) -> Row {
    let evidence = |one| evidence(render, one);
    // What holds is told by its target alone.
    let holds = finding.status == Status::Pass;
    Row {
        target: target(render.labels, &finding.target.name),
        message: if holds { String::new() } else { finding.message(render.culture) },
        evidence: if holds { Vec::new() } else { finding.evidence.iter().map(evidence).collect() },
    }
}

/// What a finding or a step is about, in words.
pub(super) fn target(labels: &Labels, name: &str) -> String {
    if name.is_empty() { labels.whole_estate.to_owned() } else { name.to_owned() }
}

fn evidence(render: RenderContext<'_>, evidence: &Evidence) -> EvidenceView {
    let origin = evidence.origin.as_deref().filter(|origin| origin.document < render.estate.documents.len());
    EvidenceView {
        name: evidence.name.clone(),
        actual: evidence.actual.clone().unwrap_or_else(|| render.labels.not_set.to_owned()),
        expected: evidence.expected.clone(),
        document: origin.map(|origin| origin.document + 1),
        origin: origin.map(|origin| format!("{}, {}", origin.command, clock(origin.time))).unwrap_or_default(),
    }
}
