//! What a plan has to keep to in any estate: it applies without a surprise, fixes what it says that it fixes, harms nothing,
//! leaves nothing for a second plan, and can be undone. Knows rules by name only where one may say more afterwards than
//! before, each with its reason.

use super::estate::{Facts, is_same_host, text};
use super::{command, exchange, lync, run};
use crate::facts::same_name;
use crate::l10n::Culture;
use crate::plan::{self, Plan};
use crate::rules::{self, Context, Severity, Status};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with a plan: the kind, the rule or place that it is about, and the rest in words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Violation {
    /// What it is, so that those of a kind can be counted.
    pub(super) kind: String,
    /// What was found.
    pub(super) detail: String,
}

/// What came of an estate.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    /// What is wrong.
    pub(super) violations: Vec<Violation>,
    /// The rules whose failures the plan fixed.
    pub(super) fixed: BTreeSet<String>,
    /// How many steps ran.
    pub(super) steps: usize,
}

/// A finding that outlives its estate.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) rule: &'static str,
    pub(super) target: String,
    pub(super) status: Status,
    pub(super) severity: Severity,
    pub(super) message: String,
}

/// The findings and the plan of an estate; nothing where a document is refused.
pub(super) fn planned(facts: &Facts) -> Option<(Vec<Found>, Plan)> {
    let estate = facts.estate()?;
    let context = Context { estate: &estate, settings: &facts.settings, scenarios: &facts.scenarios };
    let findings = rules::check(&context, &facts.scenarios);
    let plan = plan::make(&context, &findings, Culture::En);
    // What no plan changes, such as a version that is out of support, is no harm of one.
    let found =
        findings.iter().filter(|one| !matches!(one.status, Status::Pass | Status::Manual) && !one.is_advisory());
    let found = found.map(|one| Found {
        rule: one.rule.id,
        target: one.target.name.clone(),
        status: one.status,
        severity: one.severity,
        message: if one.status == Status::Fail { one.message(Culture::En) } else { String::new() },
    });
    Some((found.collect(), plan))
}

/// Rules that may fail afterwards though they said nothing of a thing before, with what they were before and the reason.
const MAY_APPEAR: &[(&str, Status, &str)] = &[
    (
        "OWA-IM-SERVERNAME",
        Status::NotApplicable,
        "the server had no pool before; that its trusted pool has another Registrar was so, and is for a person",
    ),
    (
        "UMCERT-SAME-CA",
        Status::NotApplicable,
        "no certificate was enabled before; that Lync has certificates of another root was so, and is for a person",
    ),
    (
        "UMCERT-MUTUAL-TRUST",
        Status::NotApplicable,
        "no certificate was enabled before; that the other side does not trust its root was so, and is for a person",
    ),
    (
        "UMCERT-FQDN-SUBJECT",
        Status::NotApplicable,
        "no certificate was enabled before; the one that there is has the name of the server among its alternative names, which the page accepts",
    ),
];

/// Plans that stop before their end, though nothing is harmed, with the reason.
const MAY_STOP: &[(&str, &str)] = &[(
    "UM-EXCHUCUTIL",
    "the script makes a gateway only for a pool with users of Enterprise Voice; which pools have none is not known, since nobody has to ask for all users",
)];

/// Applies the plan of an estate and undoes it.
pub(super) fn judge(facts: &Facts) -> Verdict {
    let mut verdict = Verdict::default();
    let Some((before, plan)) = planned(facts) else {
        verdict.add("document is refused", "");
        return verdict;
    };
    if plan.stages.is_empty() {
        return verdict;
    }
    let mut after = facts.clone();
    let done = match run::apply(&mut after, &plan) {
        Ok(done) => done,
        Err(why) => {
            let rule = why.split(" of ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
            let is_known = MAY_STOP.iter().any(|(known, _)| *known == rule) && why.ends_with("is Before, not After");
            if !is_known {
                verdict.add(&format!("does not apply: {rule}"), &why);
            }
            // What ran must not have harmed anything, wherever it ends.
            match planned(&after) {
                Some((found, _)) => compare(&before, &found, &mut verdict),
                None => verdict.add("facts are refused", ""),
            }
            return verdict;
        }
    };
    verdict.steps = done.len();
    let Some((found, second)) = planned(&after) else {
        verdict.add("facts are refused", "");
        return verdict;
    };
    compare(&before, &found, &mut verdict);
    promises(&before, &found, &plan, &mut verdict);
    if let Some(step) = second.stages.iter().flat_map(|stage| &stage.steps).next() {
        verdict.add(&format!("second plan: {}", step.rule), &step.title);
    }
    match run::undo(&mut after, &plan, &done) {
        Ok(()) => {
            let stays: Vec<Stays> = plan
                .stages
                .iter()
                .flat_map(|stage| stage.steps.iter().flat_map(|step| what_stays(step, stage.machine.as_deref())))
                .collect();
            for (place, detail) in differences(facts, &after, &stays) {
                verdict.add(&format!("not undone: {place}"), &detail);
            }
        }
        Err(why) => verdict.add("cannot be undone", &why),
    }
    verdict
}

impl Verdict {
    fn add(&mut self, kind: &str, detail: &str) {
        self.violations.push(Violation { kind: kind.to_owned(), detail: detail.to_owned() });
    }
}

/// What fails afterwards and did not before.
fn compare(before: &[Found], after: &[Found], verdict: &mut Verdict) {
    let of = |all: &[Found], one: &Found| {
        let same = all.iter().filter(|other| other.rule == one.rule && other.target == one.target);
        same.map(|other| (other.status, other.severity)).collect::<Vec<_>>()
    };
    for one in after.iter().filter(|one| one.status == Status::Fail && one.severity <= Severity::Warning) {
        let old = of(before, one);
        let was_there = old.iter().any(|(status, severity)| *status == Status::Fail && *severity <= one.severity);
        let about = before
            .iter()
            .filter(|other| other.rule == one.rule && (other.target == one.target || other.target.is_empty()));
        let unjudged =
            about.map(|other| other.status).find(|status| matches!(status, Status::Unknown | Status::NotApplicable));
        let may_appear = MAY_APPEAR.iter().any(|(rule, was, _)| *rule == one.rule && unjudged == Some(*was));
        if !was_there && !may_appear {
            let how = unjudged.map_or_else(|| "new".to_owned(), |was| format!("appears after {was:?}"));
            verdict.add(&format!("{how}: {}", one.rule), &format!("{}: {}", one.target, one.message));
        }
    }
    let errors =
        |all: &[Found]| all.iter().filter(|one| one.status == Status::Fail && one.severity == Severity::Error).count();
    if errors(after) > errors(before) {
        verdict.add("more errors", &format!("{} instead of {}", errors(after), errors(before)));
    }
}

/// What the plan promised to fix and did not.
fn promises(before: &[Found], after: &[Found], plan: &Plan, verdict: &mut Verdict) {
    let mut promised: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for reason in plan.stages.iter().flat_map(|stage| &stage.steps).flat_map(|step| &step.reasons) {
        *promised.entry(&reason.rule).or_default().entry(&reason.target).or_default() += 1;
    }
    for (rule, targets) in promised {
        // Both services of unified messaging on a server have its name, and a step may be for one of them.
        let left = |(target, steps): (&&str, &usize)| {
            let of = |all: &'_ [Found]| {
                let own = all.iter().filter(|one| one.rule == rule && one.target == **target);
                own.filter(|one| one.status == Status::Fail).cloned().collect::<Vec<_>>()
            };
            let (old, left) = (of(before), of(after));
            let kept = old.len().saturating_sub(*steps);
            (left.len() > kept).then(|| left[0].clone())
        };
        match targets.iter().find_map(left) {
            Some(one) => verdict.add(&format!("not fixed: {rule}"), &format!("{}: {}", one.target, one.message)),
            None => drop(verdict.fixed.insert(rule.to_owned())),
        }
    }
}

/// What an undone plan leaves of the answers to a question: all of them, or those that are about something.
struct Stays {
    path: &'static str,
    /// The service of a machine, or nothing for whatever is answered.
    service: Option<(String, String)>,
}

impl Stays {
    const fn all(path: &'static str) -> Self {
        Self { path, service: None }
    }

    /// Whether a value of a question is one of them. `machine` is the one that was asked.
    fn covers(&self, path: &str, machine: &str, value: &Value) -> bool {
        self.path == path
            && self.service.as_ref().is_none_or(|(host, name)| match path {
                "machine.services" => is_same_host(machine, host) && same_name(text(value, "name"), name),
                _ => is_same_host(text(value, "server"), host),
            })
    }
}

/// What a step leaves that its undoing does not take away: the three of invariant 18 of the architecture, and what runs.
fn what_stays(step: &plan::PlannedStep, machine: Option<&str>) -> Vec<Stays> {
    let crate::step::Command::Cmdlet(cmdlet) = &step.command else { return Vec::new() };
    match cmdlet.name.as_ref() {
        "ExchUcUtil.ps1" => vec![Stays::all("exchange.umContainers")],
        // A service that was stopped runs when it was restarted.
        "Restart-Service" => {
            let name = command::given(cmdlet, "Name").unwrap_or_default().to_owned();
            let service = Some((machine.unwrap_or_default().to_owned(), name));
            let of = |path| Stays { path, service: service.clone() };
            vec![of("machine.services"), of("exchange.serviceHealth")]
        }
        "Set-CsCertificate" if step.undo.is_empty() => {
            vec![Stays::all("lync.certificates"), Stays::all("lync.storageTests")]
        }
        "Enable-ExchangeCertificate" if step.undo.is_empty() => vec![Stays::all("exchange.certificates")],
        _ => Vec::new(),
    }
}

/// The questions whose answers differ, with what each side has alone. What took no effect yet at the start has afterwards.
fn differences(a: &Facts, b: &Facts, but: &[Stays]) -> Vec<(String, String)> {
    let mut places = BTreeMap::new();
    for (number, left) in a.documents.iter().enumerate() {
        for part in ["exchange", "lync", "machine"] {
            let names = left.get(part).and_then(Value::as_object).into_iter().flat_map(|facts| facts.keys());
            for name in names {
                let path = format!("{part}.{name}");
                // What several documents say of the products is what the newest says.
                let machine = text(&left["collected"], "computer");
                let values = |facts: &Facts| {
                    let all: Vec<Value> = match part {
                        "machine" => {
                            facts.documents[number][part][name]["values"].as_array().cloned().unwrap_or_default()
                        }
                        _ => facts.items(&path).into_iter().cloned().collect(),
                    };
                    let stays = |value: &Value| but.iter().any(|one| one.covers(&path, machine, value));
                    all.into_iter().filter(|value| !stays(value)).collect::<Value>()
                };
                let (old, new) = (values(a), values(b));
                // Most answers are the same in all.
                if old == new {
                    continue;
                }
                let (old, new) = (undone(&path, &old), undone(&path, &new));
                if old != new && !is_late(a, &path) {
                    let alone = |all: &[String], other: &[String]| {
                        all.iter().filter(|one| !other.contains(one)).cloned().collect::<Vec<_>>().join(", ")
                    };
                    places.insert(path, format!("{} -> {}", alone(&old, &new), alone(&new, &old)));
                }
            }
        }
    }
    places.into_iter().collect()
}

/// Whether what runs was not what is configured: nothing brings that back.
fn is_late(facts: &Facts, path: &str) -> bool {
    match path {
        "exchange.imSettings" => !exchange::is_in_effect(facts),
        "exchange.serverOverrides" => !exchange::is_read(facts),
        "machine.hostingProviders" => !lync::is_copied(facts),
        _ => false,
    }
}

/// What is compared after a plan was undone: no times of what runs, and nothing that only tells of it.
fn undone(path: &str, values: &Value) -> Vec<String> {
    let dropped: &[&str] = match path {
        // What the network answers is no matter of the plan; what happened stays in the event log.
        "machine.dns" | "machine.webAnswers" | "machine.events" | "machine.listeners" => return Vec::new(),
        "machine.appPools" => &["started", "state"],
        "machine.services" => &["started"],
        "machine.webConfigs" => &["lastWrite"],
        "machine.imLogFolder" => &["exists", "parentExists"],
        "exchange.settingOverrides" => &["whenChanged", "reason"],
        "exchange.serverOverrides" => &["updated"],
        "exchange.umIpGateways" => &["whenCreated"],
        "lync.replication" => &["lastUpdate", "upToDate"],
        "lync.storageTests" => &["message", "passed"],
        // The thumbprint says which it is.
        "lync.certificates" => &["subject", "issuer", "notBefore", "notAfter", "alternativeNames"],
        "exchange.health" => &["state"],
        _ => &[],
    };
    plain(values, dropped)
}

/// Values as texts, without some properties and lines of files; neither order nor case counts.
pub(super) fn plain(values: &Value, dropped: &[&str]) -> Vec<String> {
    let plain = |one: &Value| {
        let mut one = one.clone();
        if let Some(object) = one.as_object_mut() {
            for name in dropped {
                object.remove(*name);
            }
            object.retain(|_, value| !is_blank(value));
            for list in object.values_mut().filter_map(Value::as_array_mut).filter(|list| list[0].is_string()) {
                list.sort_by_key(ToString::to_string);
            }
            for setting in object.get_mut("settings").and_then(Value::as_array_mut).into_iter().flatten() {
                setting.as_object_mut().map(|setting| setting.remove("line"));
            }
        }
        one.to_string().to_lowercase()
    };
    let mut all: Vec<String> = values.as_array().into_iter().flatten().map(plain).collect();
    all.sort();
    all
}

/// What is not set is the same as what is empty.
fn is_blank(value: &Value) -> bool {
    value.is_null() || value == "" || value.as_array().is_some_and(Vec::is_empty)
}
