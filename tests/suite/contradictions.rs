//! Holds `docs/contradictions.md` to the list of contradictions of the reference (each is decided once), to the rules and
//! to the sources: every rule and every test that a row names exists. Whether a decision is a good one is for a reader to
//! judge, and whether its test holds it is for the test.

use crate::support::{self, rule_ids};
use std::collections::BTreeSet;
use uc_integration::rules;

const TABLE: &str = "docs/contradictions.md";

struct Row {
    id: String,
    /// What contradicts what, the decision, and where it stands.
    says: [String; 3],
    /// Each as the file and the name of the test.
    tests: Vec<(String, String)>,
}

/// Whether a word is an id, such as `C-01`.
fn is_id(word: &str) -> bool {
    word.strip_prefix("C-").is_some_and(|number| number.len() == 2 && number.chars().all(|c| c.is_ascii_digit()))
}

/// The cells of the rows of a table whose first cell is an id.
fn rows_with_id(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let cells = text.lines().filter_map(|line| line.strip_prefix('|')?.strip_suffix('|'));
    cells.map(|line| line.split('|').map(str::trim).collect::<Vec<_>>()).filter(|cells| is_id(cells[0]))
}

/// A test as a row names it: the file in backquotes, a colon, and the name.
fn named_test(named: &str) -> (String, String) {
    let parts = named.trim().strip_prefix('`').and_then(|rest| rest.split_once("`: "));
    let (file, name) = parts.unwrap_or_else(|| panic!("{TABLE}: no file and name of a test: {named}"));
    (file.to_owned(), name.to_owned())
}

fn rows() -> Vec<Row> {
    let text = std::fs::read_to_string(TABLE).unwrap();
    let row = |cells: Vec<&str>| {
        let [id, says, decision, place, tests] = cells[..] else { panic!("{TABLE}: not five cells: {cells:?}") };
        let says = [says, decision, place].map(str::to_owned);
        Row { id: id.to_owned(), says, tests: tests.split("<br>").map(named_test).collect() }
    };
    rows_with_id(&text).map(row).collect()
}

/// Whether a file of tests has the test of this name.
fn exists(file: &str, name: &str) -> bool {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let function = format!("#[test]\n    fn {}()", name.replace(' ', "_"));
    if file.starts_with("src/") {
        text.contains(&function)
    } else if file.starts_with("tests/suite/") {
        text.contains(&function.replace("\n    ", "\n"))
    } else {
        file.starts_with("tests/ps/") && text.contains(&format!("It '{name}'"))
    }
}

#[test]
fn every_contradiction_of_the_list_is_decided_once_and_no_other() {
    let list = std::fs::read_to_string(support::reference().join("checks.md")).unwrap();
    let mut listed: Vec<&str> = rows_with_id(&list).map(|cells| cells[0]).collect();
    listed.sort_unstable();
    let rows = rows();
    let decided: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(decided, listed, "{TABLE} (left), the list (right)");
}

#[test]
fn every_row_says_what_is_decided_and_where_and_names_a_test() {
    for Row { id, says, tests } in rows() {
        assert!(says.iter().all(|cell| !cell.is_empty()) && !tests.is_empty(), "{TABLE}: {id} has an empty cell");
        assert!(rule_ids(&says[2]).next().is_some(), "{TABLE}: {id} names no rule that says so");
    }
}

#[test]
fn every_rule_that_a_row_names_exists() {
    let rows = rows();
    let named: BTreeSet<&str> = rows.iter().flat_map(|row| &row.says).flat_map(|cell| rule_ids(cell)).collect();
    let unknown: Vec<&str> = named.into_iter().filter(|id| rules::find(id).is_none()).collect();
    assert!(unknown.is_empty(), "{TABLE} names rules that do not exist: {unknown:?}");
}

#[test]
fn every_test_that_a_row_names_exists() {
    for row in rows() {
        for (file, name) in row.tests {
            assert!(exists(&file, &name), "{TABLE}: {}: {file} has no test \"{name}\"", row.id);
        }
    }
}
