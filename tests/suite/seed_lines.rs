//! Holds `docs/seed-lines.md` to the pages that it answers and to the rules: every line with text has a row, every
//! row has a line, and every rule that a row names exists. Nor is a page that is easily taken for one of them a source
//! of the wrong rules. Whether an answer is a good one is for a reader to check.

use crate::support::{self, rule_ids};
use std::collections::BTreeSet;
use std::path::PathBuf;
use uc_integration::rules::{self, Scenario};

const TABLE: &str = "docs/seed-lines.md";

/// The pages, by the beginning of the names of their files.
const PAGES: [&str; 5] = ["000", "001", "002", "003", "004"];

struct Row {
    page: String,
    line: usize,
    says: String,
    answer: String,
}

/// The rows of the table, each with the page whose heading it stands under.
fn rows() -> Vec<Row> {
    let mut page = String::new();
    let mut rows = Vec::new();
    for text in std::fs::read_to_string(TABLE).unwrap().lines() {
        if let Some(heading) = text.strip_prefix("## ") {
            heading.clone_into(&mut page);
        }
        let cells: Vec<&str> = text.split('|').map(str::trim).collect();
        if let ["", line, says, answer, ""] = cells[..]
            && let Ok(line) = line.parse()
        {
            rows.push(Row { page: page.clone(), line, says: says.to_owned(), answer: answer.to_owned() });
        }
    }
    rows
}

/// The file of a page.
fn file(page: &str) -> PathBuf {
    let folder = support::seeds();
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths = entries.map(|entry| entry.unwrap().path());
    let is_it = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(page));
    paths.find(is_it).unwrap_or_else(|| panic!("no page {page} in {}", folder.display()))
}

/// The numbers of the lines of a page that hold text, without its front matter.
fn lines(page: &str) -> BTreeSet<usize> {
    let text = std::fs::read_to_string(file(page)).unwrap();
    let all: Vec<&str> = text.lines().map(str::trim).collect();
    let end = if all.first() == Some(&"---") { all.iter().skip(1).position(|line| *line == "---") } else { None };
    let body = end.map_or(0, |end| end + 2);
    (body..all.len()).filter(|&at| !all[at].is_empty()).map(|at| at + 1).collect()
}

#[test]
fn every_line_with_text_has_one_row_and_every_row_a_line() {
    let rows = rows();
    for page in PAGES {
        let mut seen = BTreeSet::new();
        for row in rows.iter().filter(|row| row.page == page) {
            assert!(seen.insert(row.line), "{TABLE}: page {page} line {} has two rows", row.line);
        }
        assert_eq!(seen, lines(page), "{TABLE}: lines with a row (left), lines of page {page} with text (right)");
    }
    assert!(rows.iter().all(|row| PAGES.contains(&row.page.as_str())), "a row under no page");
}

#[test]
fn every_row_says_something_and_is_answered() {
    for Row { page, line, says, answer } in rows() {
        assert!(!says.is_empty(), "{TABLE}: page {page} line {line}");
        let answered = answer.starts_with("No rule: ") || rule_ids(&answer).next().is_some();
        assert!(answered, "{TABLE}: page {page} line {line} names neither a rule nor a reason");
    }
}

#[test]
fn every_rule_that_a_row_names_exists() {
    let rows = rows();
    let named: BTreeSet<&str> = rows.iter().flat_map(|row| rule_ids(&row.answer)).collect();
    let unknown: Vec<&str> = named.into_iter().filter(|id| rules::find(id).is_none()).collect();
    assert!(unknown.is_empty(), "{TABLE} names rules that do not exist: {unknown:?}");
}

/// It is the page 004 for Skype for Business Server, in the folder and under the name in which one would look for 001.
#[test]
fn the_page_on_exchange_online_is_not_taken_for_that_on_outlook_web_app() {
    let rules = rules::all()
        .map(|rule| rule.metadata)
        .filter(|rule| rule.sources.iter().any(|source| source.document.key == "outlook-web-app.md"));
    let other: Vec<_> = rules.filter(|rule| rule.scenarios != [Scenario::Hybrid]).map(|rule| rule.id).collect();
    assert!(other.is_empty(), "{other:?}");
}
