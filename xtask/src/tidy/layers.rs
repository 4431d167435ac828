//! The arrows between the layers of the library. A layer that begins to use another one has to be allowed to here and in
//! `docs/architecture.md`, which must say the same.

use super::Source;
use crate::Result;
use crate::project::{Project, read};
use std::collections::{BTreeMap, BTreeSet};

const DOCUMENT: &str = "docs/architecture.md";

/// Which layer may use which, from the lowest to the highest.
const ALLOWED: &[(&str, &[&str])] = &[
    ("message", &[]),
    ("status", &["message"]),
    ("error", &["message", "status"]),
    ("value", &["error", "message", "status"]),
    ("config", &["error", "message", "status"]),
    ("store", &["error", "message", "status"]),
    ("facts", &["error", "message", "status"]),
    ("certificate", &["error", "facts", "message", "status", "value"]),
    ("step", &["facts", "message"]),
    ("rules", &["certificate", "facts", "message", "step", "value"]),
    ("plan", &["error", "facts", "message", "rules", "status", "step"]),
    ("report", &["facts", "message", "plan", "rules"]),
    (
        "api",
        &["certificate", "config", "error", "facts", "message", "plan", "report", "rules", "status", "store", "value"],
    ),
    ("ffi", &["api", "error", "message", "status"]),
];

type Edges = BTreeMap<String, BTreeSet<String>>;

/// Breaches of the arrows, and differences between this table and the document's.
pub(super) fn check(project: &Project, files: &[Source]) -> Result<Vec<String>> {
    let allowed = table();
    let mut problems = Vec::new();
    for file in files {
        let Some(layer) = layer_of(&file.name) else { continue };
        for used in used_layers(&file.text).into_iter().filter(|used| used != layer) {
            match allowed.get(layer) {
                None => problems.push(format!("{}: {layer} is not a layer of {DOCUMENT}", file.name)),
                Some(may) if !may.contains(&used) => {
                    problems.push(format!("{}: {layer} must not use {used}", file.name));
                }
                Some(_) => {}
            }
        }
    }
    let documented = documented(&read(&project.root.join(DOCUMENT))?);
    if documented != allowed {
        problems.push(format!("{DOCUMENT}: its table of layers is not that of xtask/src/tidy/layers.rs"));
    }
    problems.dedup();
    Ok(problems)
}

fn table() -> Edges {
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    ALLOWED.iter().map(|(layer, may)| ((*layer).to_owned(), set(may))).collect()
}

/// The layer that a file belongs to: the first name below `src`.
fn layer_of(name: &str) -> Option<&str> {
    let inside = name.strip_prefix("src/")?;
    let first = inside.split('/').next()?.trim_end_matches(".rs");
    (first != "lib").then_some(first)
}

/// The layers named after `crate::` in code; comments and documentation may name any.
fn used_layers(text: &str) -> BTreeSet<String> {
    let code = text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"));
    let mut used = BTreeSet::new();
    for line in code {
        for after in line.split("crate::").skip(1) {
            if let Some(group) = after.strip_prefix('{') {
                used.extend(group.split([',', '}']).filter_map(first_word));
            } else {
                used.extend(first_word(after));
            }
        }
    }
    used
}

fn first_word(text: &str) -> Option<String> {
    let word: String = text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!word.is_empty()).then_some(word)
}

/// The rows `| layer | may use | ...` of the document's table that begins with that heading.
fn documented(text: &str) -> Edges {
    let rows = text.lines().skip_while(|line| !line.starts_with("| layer | may use |")).skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .filter_map(|row| {
            let mut cells = row.split('|').skip(1).map(str::trim);
            let layer = cells.next()?.trim_matches('`').to_owned();
            let may = cells.next()?.split(',').map(|name| name.trim().trim_matches('`'));
            Some((layer, may.filter(|name| !name.is_empty() && *name != "-").map(str::to_owned).collect()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uses_are_found_in_code_and_not_in_comments() {
        let text = "use crate::{error, status::Status};\n/// [`crate::ffi`]\nlet x = crate::store::read();\n";
        assert_eq!(used_layers(text).into_iter().collect::<Vec<_>>(), ["error", "status", "store"]);
    }

    #[test]
    fn the_table_of_the_document_is_read() {
        let text =
            "x\n| layer | may use | never |\n| --- | --- | --- |\n| `a` | - | x |\n| `b` | `a` | y |\n\n| c | d |\n";
        let edges = documented(text);
        assert_eq!(edges.len(), 2);
        assert_eq!(edges["b"].iter().collect::<Vec<_>>(), ["a"]);
    }
}
