//! EST-CONTRADICTION: the documents of facts do not contradict each other.

use crate::facts::Origin;
use crate::rules::prelude::*;
use std::sync::Arc;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "EST-CONTRADICTION",
    scenarios: Scenario::ALL,
    severity: Severity::Warning,
    title: Text::new("The collected documents agree with each other", "Les documents collectés concordent"),
    explanation: Text::new(
        "If two documents contain different values for the same item, the newer document is used. If the newer one is wrong, everything derived from it is wrong.",
        "Si deux documents contiennent des valeurs différentes pour le même élément, le plus récent est utilisé. S'il est faux, tout ce qui en est déduit est faux.",
    ),
    remedy: Text::new(
        "Collect the facts again on both computers, or omit the older file.",
        "Collectez de nouveau les faits sur les deux ordinateurs, ou omettez le fichier le plus ancien.",
    ),
    ..super::BASE
};

const DIFFERENT: Text = Text::new(
    "{path} of {key}: {newer_file} ({newer_computer}, {newer_time}) has {newer}, {older_file} ({older_computer}, {older_time}) has {older}.",
    "{path} de {key} : {newer_file} ({newer_computer}, {newer_time}) contient {newer}, {older_file} ({older_computer}, {older_time}) contient {older}.",
);
const GONE: Text = Text::new(
    "{path}: {older_file} ({older_computer}, {older_time}) lists {key}, {newer_file} ({newer_computer}, {newer_time}) does not.",
    "{path} : {older_file} ({older_computer}, {older_time}) contient {key}, {newer_file} ({newer_computer}, {newer_time}) ne le contient pas.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if context.estate.documents.is_empty() {
        return Ok(());
    }
    let estate = context.estate;
    if estate.conflicts.is_empty() {
        findings.pass(Target::estate(), vec![Evidence::actual("Documents", Some(estate.documents.len().to_string()))]);
    }
    for found in &estate.conflicts {
        let path = [found.section.path, found.property.as_deref().unwrap_or_default()].join(" ").trim_end().to_owned();
        let target = Target::new(TargetKind::Fact, format!("{path} {}", found.key).trim_end());
        let (newer, new_origin) = (found.newer.0.clone(), &found.newer.1);
        let (older, old_origin) = (found.older.0.clone(), &found.older.1);
        let text = if newer.is_some() && older.is_some() { DIFFERENT } else { GONE };
        let (newer_file, newer_computer) = place(context, new_origin);
        let (older_file, older_computer) = place(context, old_origin);
        let args = args! { path, key: found.key, newer_file, newer_computer, newer_time: new_origin.time, newer: newer.clone().unwrap_or_default(), older_file, older_computer, older_time: old_origin.time, older: older.clone().unwrap_or_default() };
        let evidence = vec![read(newer, new_origin), read(older, old_origin)];
        findings.fail(target, text, args, evidence);
    }
    Ok(())
}

/// The file and the computer that an answer comes from.
fn place(context: &Context<'_>, origin: &Origin) -> (String, String) {
    let document = context.estate.documents.get(origin.document);
    document.map(|document| (document.name.clone(), document.collected.computer.clone())).unwrap_or_default()
}

fn read(value: Option<String>, origin: &Arc<Origin>) -> Evidence {
    Evidence { origin: Some(Arc::clone(origin)), ..Evidence::actual(origin.command.as_str(), value) }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::{Value, json};

    /// Where an older document has other sites.
    fn with_sites(sites: Value) -> Case {
        let mut sites = fact(sites);
        sites["time"] = json!("2026-03-01T20:00:00Z");
        let document = json!({
            "schema": "uc-integration/facts/1",
            "collected": { "time": "2026-03-01T20:00:00Z", "computer": "fe02.contoso.com", "shell": "Lync" },
            "lync": { "sites": sites },
        });
        exchange_2013(&RULE).with(|sample| sample.with_document(document))
    }

    #[test]
    fn documents_that_agree_pass() {
        exchange_2013(&RULE).passes("");
        let same = json!([{ "identity": "Site:Redmond", "siteId": "Redmond", "displayName": "Redmond site" }]);
        with_sites(same).passes("");
    }

    #[test]
    fn another_value_fails_and_names_both_files_computers_times_and_values() {
        let other = json!([{ "identity": "Site:Redmond", "siteId": "Seattle", "displayName": "Redmond site" }]);
        let parts = ["document 1", "document 2", "fe01.", "fe02.", "T21:00:00Z", "T20:00:00Z", "Redmond", "Seattle"];
        let case = with_sites(other).fails("lync.sites siteId site:redmond").says(&parts);
        let message = case.findings()[0].message(Culture::Fr);
        assert!(parts.iter().all(|part| message.contains(part)), "{message}");
    }

    #[test]
    fn a_thing_that_only_the_older_document_lists_fails() {
        let more = json!([
            { "identity": "Site:Redmond", "siteId": "Redmond", "displayName": "Redmond site" },
            { "identity": "Site:Lyon", "siteId": "Lyon" },
        ]);
        with_sites(more).fails("lync.sites site:lyon");
    }
}
