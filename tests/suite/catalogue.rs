//! Holds the catalogue of rules together: ids, order, texts, the commands of steps, and `docs/rules.md`, which it writes
//! with `UC_UPDATE=1`. What each rule finds is tested beside the rule.

use crate::support::{self, golden};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use uc_integration::facts::Shell;
use uc_integration::l10n::{Culture, Text};
use uc_integration::rules::{self, Category, ExchangeSide, Feature, LyncSide, Metadata, Rule, Severity, Source};
use uc_integration::step::{Known, is_script, known_commands};

/// The ids of all entries of `checks.md`, whatever section they are in.
fn listed() -> BTreeSet<String> {
    let path = support::reference().join("checks.md");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().filter_map(|line| line.strip_prefix("### ")).map(|id| id.trim().to_owned()).collect()
}

#[test]
fn every_entry_of_the_list_has_a_rule() {
    let known: BTreeSet<String> = rules::all().map(|rule| rule.metadata.id.to_owned()).collect();
    let listed = listed();
    assert_eq!(listed.len(), 153, "entries were added to the list, or are written otherwise");
    let missing: Vec<_> = listed.difference(&known).cloned().collect();
    assert!(missing.is_empty(), "without a rule: {missing:?}");
}

#[test]
fn ids_are_unique_and_are_the_names_of_their_files() {
    let mut seen = BTreeSet::new();
    for rule in rules::all() {
        let id = rule.metadata.id;
        assert!(seen.insert(id), "{id} is there twice");
        assert!(file_of(rule.metadata).is_file(), "{id} is not in a file of its name");
        assert!(std::ptr::eq(rules::find(&id.to_lowercase()).unwrap(), rule));
    }
}

#[test]
fn rules_come_after_rules_that_exist_and_never_in_a_circle() {
    let order: Vec<&str> = rules::order().iter().map(|rule| rule.metadata.id).collect();
    let place: BTreeMap<&str, usize> = order.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    for rule in rules::all().map(|rule| rule.metadata) {
        for before in rule.after {
            let Some(earlier) = place.get(before) else { panic!("{} comes after {before}, which is no rule", rule.id) };
            assert!(earlier < &place[rule.id], "{} and {before} wait for each other", rule.id);
        }
    }
}

/// The order decides in which order findings are told and steps are taken, and with it the ids of plans. It is data of the
/// rules: moving or renaming a file must not change it.
#[test]
fn the_order_of_rules_is_the_one_that_is_written_down() {
    let order: String = rules::order().iter().map(|rule| format!("{}\n", rule.metadata.id)).collect();
    golden::compare(Path::new("tests/golden/rule-order.txt"), &order);
}

/// The names of the placeholders of a sentence.
fn placeholders(text: &str) -> BTreeSet<&str> {
    let inside = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    inside.filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')).collect()
}

#[test]
fn every_rule_speaks_both_languages_and_names_its_source() {
    for rule in rules::all().map(|rule| rule.metadata) {
        let symptoms = rule.symptoms.iter().copied();
        let texts = [rule.title, rule.explanation, rule.remedy].into_iter().chain(rule.interpretation).chain(symptoms);
        for Text { en, fr } in texts {
            assert!(!en.trim().is_empty() && !fr.trim().is_empty(), "{}: an empty text", rule.id);
            assert_ne!(en, fr, "{}: not translated", rule.id);
            assert_eq!(placeholders(en), BTreeSet::new(), "{}: a placeholder that nobody fills: {en}", rule.id);
            assert_eq!(placeholders(fr), BTreeSet::new(), "{}: a placeholder that nobody fills: {fr}", rule.id);
        }
        assert!(!rule.scenarios.is_empty(), "{}: belongs to no scenario", rule.id);
        let own = rule.id.starts_with("EST-");
        assert!(own || !rule.sources.is_empty(), "{}: without a source", rule.id);
        for source in rule.sources {
            let is_page = matches!(source.document.key, "000" | "001" | "002" | "003" | "004");
            assert_eq!(is_page, !source.lines.is_empty(), "{}: {source:?}", rule.id);
        }
    }
}

/// That every page that is cited is listed is seen by the compiler.
#[test]
fn every_page_that_is_listed_is_cited_by_a_rule_or_by_the_support_matrix() {
    let sources = rules::all().flat_map(|rule| rule.metadata.sources);
    let mut cited: BTreeSet<&str> = sources.map(|one| one.document.key).collect();
    for (lync, exchange) in LyncSide::ALL.into_iter().flat_map(|lync| ExchangeSide::ALL.map(|one| (lync, one))) {
        let cells = Feature::ALL.into_iter().map(|feature| rules::support(feature, lync, exchange));
        cited.extend(cells.filter_map(|cell| cell.source).map(|one| one.document.key));
    }
    let listed: BTreeSet<&str> = rules::documents().map(|one| one.key).collect();
    assert_eq!(listed.len(), rules::documents().count(), "a page is listed twice");
    assert_eq!(listed.difference(&cited).collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn sentences_of_findings_have_the_same_blanks_in_both_languages() {
    for rule in rules::all().map(|rule| rule.metadata) {
        let text = std::fs::read_to_string(file_of(rule)).unwrap();
        for block in text.split("Text::new(").skip(1) {
            let strings: Vec<&str> = literals(block).take(2).collect();
            let [en, fr] = strings.as_slice() else { continue };
            assert_eq!(placeholders(en), placeholders(fr), "{}: {en}", rule.id);
        }
    }
}

/// The string literals of a piece of source, without their quotes.
fn literals(source: &str) -> impl Iterator<Item = &str> {
    let mut rest = source;
    std::iter::from_fn(move || {
        let start = rest.find('"')? + 1;
        let mut end = start;
        while rest.as_bytes().get(end)? != &b'"' {
            end += if rest.as_bytes()[end] == b'\\' { 2 } else { 1 };
        }
        let found = rest.get(start..end)?;
        rest = rest.get(end + 1..)?;
        Some(found)
    })
}

/// The versions that steps are made for, as the reference names them.
fn versions(shell: Shell) -> &'static [&'static str] {
    match shell {
        Shell::Lync => &["Lync Server 2013", "Skype for Business Server 2015", "Skype for Business Server 2019"],
        _ => &["Exchange Server 2013", "Exchange Server 2016", "Exchange Server 2019", "Exchange Server SE"],
    }
}

/// Whether the reference says of each version in which steps use a command that it has the command or parameter.
fn is_in_all(entry: &serde_json::Value, known: &Known) -> bool {
    let applicable: Vec<&str> = entry["applicable"].as_array().unwrap().iter().filter_map(|one| one.as_str()).collect();
    let used = |version: &&&str| {
        let named = known.exchange.iter().map(|version| version.name());
        known.exchange.is_empty() || named.clone().any(|name| version.ends_with(name.trim_start_matches("Exchange ")))
    };
    let mut wanted = versions(known.shell).iter().filter(used).peekable();
    wanted.peek().is_some() && wanted.all(|version| applicable.contains(version))
}

#[test]
fn every_command_of_a_step_exists_with_its_parameters_in_every_version() {
    let cmdlets = support::json_file(&support::reference().join("cmdlets.json"));
    for known in known_commands() {
        // Neither cmdlets of Windows nor scripts are in the list of the products.
        if known.shell == Shell::Local || is_script(known.name) {
            continue;
        }
        let entry = &cmdlets["cmdlets"][known.name];
        assert!(entry.is_object(), "{} does not exist", known.name);
        assert!(is_in_all(entry, known), "{} is not in every version", known.name);
        let parameters = entry["parameters"].as_array().unwrap();
        for parameter in known.parameters {
            let common = ["Confirm", "WhatIf"].contains(parameter);
            let found = parameters.iter().find(|one| one["name"] == *parameter);
            let exists = found.is_some_and(|one| one["applicable"].is_null() || is_in_all(one, known));
            assert!(common || exists, "{} has no -{parameter} in every version", known.name);
        }
    }
}

/// The file that a rule must be in: one of its name, or a table of rules that differ by a value.
fn file_of(rule: &Metadata) -> PathBuf {
    let name = format!("{}.rs", rule.id.to_lowercase().replace('-', "_"));
    let folders = std::fs::read_dir("src/rules/catalog").unwrap().map(|entry| entry.unwrap().path());
    let files =
        folders.filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> = files.collect();
    let is_table = |path: &&PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        text.contains("static RULES: [Rule") && text.contains(&format!("id: \"{}\"", rule.id))
    };
    let own = files.iter().find(|path| path.ends_with(&name));
    own.or_else(|| files.iter().find(is_table)).cloned().unwrap_or_else(|| PathBuf::from(name))
}

#[test]
fn every_rule_is_tested_for_each_outcome_that_it_can_have() {
    for rule in rules::all().map(|rule| rule.metadata) {
        let file = file_of(rule);
        let text = std::fs::read_to_string(&file).unwrap();
        let (code, tests) = text.split_once("#[cfg(test)]").unwrap_or((&text, ""));
        let outcomes = [
            (&["pass", "pass_if"][..], "Pass", &["passes", "passes_with_each"][..]),
            (&["fail", "pass_if"], "Fail", &["fails", "fails_with_each"]),
            (&["manual"], "Manual", &["manual"]),
            (&["not_applicable"], "NotApplicable", &["not_applicable", "not_applicable_to"]),
        ];
        for (reported, status, tested) in outcomes {
            let is_reported = reported.iter().any(|one| code.contains(&format!("findings.{one}(")));
            let is_named =
                ["Status::X", ", X)", ", X,", "[X;"].iter().any(|form| tests.contains(&form.replace('X', status)));
            let is_tested = is_named || tested.iter().any(|one| tests.contains(&format!(".{one}(")));
            assert!(!is_reported || is_tested, "{}: no test of {status}", rule.id);
        }
        assert!(tests.contains("#[test]"), "{}: without tests", rule.id);
    }
}

fn document() -> String {
    let mut out = String::from(
        "# Rules\n\nWritten by `cargo xtask rules` from `src/rules`. `Get-UcRule` shows the same in PowerShell.\n\n\
         Sources are pages of Microsoft, which open in the reader's language. *Interpretation \
         (not documented)* marks what the documentation does not state.\n\n\
         | rule | kind | severity | condition |\n|---|---|---|---|\n",
    );
    for rule in rules::all().map(|rule| rule.metadata) {
        let anchor = rule.id.to_lowercase();
        let title = rule.title.of(Culture::En);
        let _ = writeln!(out, "| [{}](#{anchor}) | {:?} | {:?} | {title} |", rule.id, rule.category, rule.severity);
    }
    for rule in rules::all() {
        section(rule, &mut out);
    }
    out
}

fn section(rule: &Rule, out: &mut String) {
    let fix = if rule.is_fixable() { "automatic" } else { "manual" };
    let rule = rule.metadata;
    let _ = write!(out, "\n## {}\n\n**{}**", rule.id, rule.title.of(Culture::En));
    let _ = write!(out, "\n\n{}\n\n", rule.explanation.of(Culture::En));
    let kind = match rule.category {
        Category::Check => "check",
        Category::Step => "step",
        Category::Rule => "rule",
        Category::Fact => "fact",
    };
    let severity = match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "information",
        Severity::Manual => "manual",
    };
    let _ = writeln!(out, "- {kind}, {severity}. Fix: {fix}");
    let versions: Vec<&str> = rule
        .exchange
        .iter()
        .map(|version| version.name())
        .chain(rule.lync.iter().map(|version| version.name()))
        .collect();
    if !versions.is_empty() {
        let _ = writeln!(out, "- Versions: {}", versions.join(", "));
    }
    let _ = writeln!(out, "- Remedy: {}", rule.remedy.of(Culture::En));
    for symptom in rule.symptoms {
        let _ = writeln!(out, "- Seen: {}", symptom.en);
    }
    if let Some(interpretation) = rule.interpretation {
        let _ = writeln!(out, "- Interpretation (not documented): {}", interpretation.of(Culture::En));
    }
    for need in rule.needs {
        let _ = writeln!(out, "- Reads `{}` ({} shell): `{}`", need.path, need.shell.name(), need.command);
    }
    if !rule.after.is_empty() {
        let _ = writeln!(out, "- After: {}", rule.after.join(", "));
    }
    let sources = Source::documents(rule.sources).into_iter().map(|page| format!("[{}]({})", page.title, page.url));
    let sources = sources.collect::<Vec<_>>().join("; ");
    if !sources.is_empty() {
        let _ = writeln!(out, "- Source: {sources}");
    }
}

#[test]
fn the_document_lists_the_rules_as_they_are() {
    golden::compare(Path::new("docs/rules.md"), &document());
}
