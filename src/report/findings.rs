//! Findings as the page shows them: by scenario, by weight, by rule. A rule stands in full under the first scenario that
//! it belongs to and is only named under the others. Must not leave a finding out.

use super::collected::clock;
use super::verdict::{Counts, Verdict};
use super::words::Words;
use crate::facts::Estate;
use crate::message::Culture;
use crate::rules::{Document, Evidence, Finding, Metadata, Scenario, Severity, Source, Status};

/// What is said of one scenario.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) id: String,
    pub(super) name: &'static str,
    pub(super) verdict: Verdict,
    pub(super) headline: &'static str,
    pub(super) why: &'static str,
    pub(super) counts: Counts,
    /// What is wrong or for a person to look at, the worst first.
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
    pub(super) inference: Option<&'static str>,
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

/// What was read and expected.
#[derive(Debug)]
pub(super) struct EvidenceView {
    pub(super) name: String,
    pub(super) read: String,
    pub(super) expected: Option<String>,
    /// The number of the document, from 1, as the last table of the page lists them.
    pub(super) document: Option<usize>,
    pub(super) origin: String,
}

/// What views are made with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Teller<'a> {
    pub(super) estate: &'a Estate,
    pub(super) culture: Culture,
    pub(super) words: &'a Words,
}

/// The scenarios that rules speak of, each with its findings.
pub(super) fn scenes(teller: Teller<'_>, findings: &[Finding<'_>], scenarios: &[Scenario]) -> Vec<Scene> {
    let wanted: Vec<Scenario> = Scenario::ALL.iter().copied().filter(|one| scenarios.contains(one)).collect();
    let told = wanted.iter().filter(|&&one| findings.iter().any(|finding| belongs(finding, one)));
    told.map(|&scenario| scene(teller, findings, &wanted, scenario)).collect()
}

fn belongs(finding: &Finding<'_>, scenario: Scenario) -> bool {
    finding.rule.scenarios.contains(&scenario)
}

/// Whether a rule stands in full under a scenario: the first of those asked for that it belongs to.
fn stands_here(rule: &Metadata, wanted: &[Scenario], scenario: Scenario) -> bool {
    wanted.iter().find(|one| rule.scenarios.contains(one)) == Some(&scenario)
}

fn scene(teller: Teller<'_>, findings: &[Finding<'_>], wanted: &[Scenario], scenario: Scenario) -> Scene {
    let of_scenario: Vec<&Finding<'_>> = findings.iter().filter(|finding| belongs(finding, scenario)).collect();
    let counts = Counts::of(of_scenario.iter().copied());
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        of_scenario.into_iter().partition(|finding| stands_here(finding.rule, wanted, scenario));
    let mut also: Vec<&str> =
        elsewhere.iter().filter(|finding| weight(finding).is_some()).map(|finding| finding.rule.id).collect();
    also.dedup();
    let verdict = counts.verdict();
    let (headline, why) = verdict.words(teller.words);
    Scene {
        id: format!("{scenario:?}").to_lowercase(),
        name: Words::scenario(teller.culture, scenario),
        verdict,
        headline,
        why,
        counts,
        groups: groups(teller, &here),
        also,
        rest: rest(teller, &here),
    }
}

/// The weight of a finding, the worst first; none for what holds, does not apply or is not known.
fn weight(finding: &Finding<'_>) -> Option<usize> {
    match (finding.status, finding.severity) {
        (Status::Fail, Severity::Error) => Some(0),
        (Status::Fail, Severity::Warning | Severity::Manual) => Some(1),
        (Status::Fail, Severity::Info) => Some(2),
        (Status::Manual, _) => Some(3),
        (Status::Unknown | Status::Pass | Status::NotApplicable, _) => None,
    }
}

fn groups(teller: Teller<'_>, findings: &[&Finding<'_>]) -> Vec<Group> {
    let words = teller.words;
    let headings = [
        (words.group_errors, "fail"),
        (words.group_warnings, "warn"),
        (words.group_notes, "note"),
        (words.group_manual, "open"),
    ];
    let group = |(number, (heading, class))| Group {
        heading,
        class,
        rules: by_rule(teller, findings.iter().copied().filter(|one| weight(one) == Some(number)), class),
    };
    headings.into_iter().enumerate().map(group).filter(|group| !group.rules.is_empty()).collect()
}

fn rest(teller: Teller<'_>, findings: &[&Finding<'_>]) -> Vec<RuleView> {
    let of = |status| findings.iter().copied().filter(move |finding| finding.status == status);
    let mut rest = by_rule(teller, of(Status::Pass), "ok");
    rest.extend(by_rule(teller, of(Status::NotApplicable), "open"));
    rest
}

/// Findings that follow each other by rule, made one view for each rule.
fn by_rule<'f>(
    teller: Teller<'_>,
    findings: impl Iterator<Item = &'f Finding<'f>>,
    class: &'static str,
) -> Vec<RuleView> {
    let mut views: Vec<RuleView> = Vec::new();
    for finding in findings {
        if views.last().is_none_or(|last| last.id != finding.rule.id) {
            views.push(rule(teller, finding, class));
        }
        if let Some(view) = views.last_mut() {
            view.rows.push(row(teller, finding));
        }
    }
    views
}

fn rule(teller: Teller<'_>, finding: &Finding<'_>, class: &'static str) -> RuleView {
    let (rule, culture) = (finding.rule, teller.culture);
    RuleView {
        id: rule.id,
        title: rule.title.of(culture),
        explanation: rule.explanation.of(culture),
        remedy: rule.remedy.of(culture),
        inference: rule.inference.map(|text| text.of(culture)),
        sources: Source::documents(rule.sources),
        class,
        status: if finding.status == Status::Pass { teller.words.pass } else { teller.words.not_applicable },
        rows: Vec::new(),
    }
}

fn row(teller: Teller<'_>, finding: &Finding<'_>) -> Row {
    let evidence = |one| evidence(teller, one);
    // What holds is told by its target alone.
    let holds = finding.status == Status::Pass;
    Row {
        target: target(teller.words, &finding.target.name),
        message: if holds { String::new() } else { finding.message(teller.culture) },
        evidence: if holds { Vec::new() } else { finding.evidence.iter().map(evidence).collect() },
    }
}

/// What a finding or a step is about, in words.
pub(super) fn target(words: &Words, name: &str) -> String {
    if name.is_empty() { words.whole_estate.to_owned() } else { name.to_owned() }
}

fn evidence(teller: Teller<'_>, evidence: &Evidence) -> EvidenceView {
    let origin = evidence.origin.as_deref().filter(|origin| origin.document < teller.estate.documents.len());
    EvidenceView {
        name: evidence.name.clone(),
        read: evidence.read.clone().unwrap_or_else(|| teller.words.not_set.to_owned()),
        expected: evidence.expected.clone(),
        document: origin.map(|origin| origin.document + 1),
        origin: origin.map(|origin| format!("{}, {}", origin.command, clock(origin.time))).unwrap_or_default(),
    }
}
