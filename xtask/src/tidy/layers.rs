//! The arrows between the layers of the library. A layer that begins to use another one has to be allowed to here and in
//! `docs/architecture.md`, which must say the same.
//!
//! A layer may be parted: a row `rules::model` is the folder `src/rules/model`. Who may use the whole may use its parts,
//! and the files beside the parts pass on what is in them.

use super::Source;
use super::arrows::{Arrow, Graph};
use crate::Result;
use crate::project::{Project, read};
use std::collections::{BTreeMap, BTreeSet};

const DOCUMENT: &str = "docs/architecture.md";

/// Which layer may use which, from the lowest to the highest.
const ALLOWED: &[(&str, &[&str])] = &[
    ("l10n", &[]),
    ("characters", &[]),
    ("status", &["l10n"]),
    ("error", &["l10n", "status"]),
    ("value", &["characters", "error", "l10n", "status"]),
    ("config", &["characters", "error", "l10n", "status"]),
    ("store", &["error", "l10n", "status"]),
    ("facts", &["error", "l10n", "status"]),
    ("certificate", &["error", "facts", "l10n", "status", "value"]),
    ("step", &["facts", "l10n"]),
    ("rules", &["certificate", "facts", "l10n", "step", "value"]),
    ("rules::model", &["facts", "l10n", "step"]),
    ("rules::topology", &["certificate", "facts", "l10n", "rules::model", "step", "value"]),
    ("rules::fixes", &["facts", "l10n", "rules::model", "rules::topology", "step"]),
    (
        "rules::catalog",
        &["certificate", "facts", "l10n", "rules::fixes", "rules::model", "rules::topology", "step", "value"],
    ),
    ("rules::testing", &["facts", "l10n", "rules", "step"]),
    ("plan", &["characters", "error", "facts", "l10n", "rules", "status", "step"]),
    ("rehearsal", &["facts", "l10n", "plan", "rules", "step"]),
    ("report", &["characters", "facts", "l10n", "plan", "rules"]),
    (
        "api",
        &["certificate", "config", "error", "facts", "l10n", "plan", "report", "rules", "status", "store", "value"],
    ),
    ("ffi", &["api", "error", "l10n", "status"]),
];

/// Layers that are there for tests only.
const FOR_TESTS: &[&str] = &["rehearsal", "rules::testing"];

type Edges = BTreeMap<String, BTreeSet<String>>;

/// Breaches of the arrows, and differences between this table and the document's.
pub(super) fn check(project: &Project, files: &[Source], graph: &Graph) -> Result<Vec<String>> {
    let layers = Layers { allowed: table(), for_tests: FOR_TESTS };
    let mut problems: Vec<String> = files.iter().filter_map(|file| layers.place(&file.name, graph)).collect();
    problems.extend(graph.arrows.iter().filter_map(|arrow| layers.breach(arrow)));
    if documented(&read(&project.root.join(DOCUMENT))?) != layers.allowed {
        problems.push(format!("{DOCUMENT}: its table of layers is not that of xtask/src/tidy/layers.rs"));
    }
    Ok(problems)
}

fn table() -> Edges {
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    ALLOWED.iter().map(|(layer, may)| ((*layer).to_owned(), set(may))).collect()
}

/// A table of layers.
struct Layers {
    allowed: Edges,
    for_tests: &'static [&'static str],
}

impl Layers {
    /// The layer of a file: its folder below that of a parted layer, else the first name below `src`.
    fn layer_of(&self, name: &str) -> Option<String> {
        let inside = name.strip_prefix("src/")?.strip_suffix(".rs")?;
        let mut names = inside.split('/');
        let first = names.next().filter(|first| *first != "lib")?;
        match (names.next(), names.next()) {
            (Some(folder), Some(_)) if self.is_parted(first) => Some(format!("{first}::{folder}")),
            _ => Some(first.to_owned()),
        }
    }

    fn is_parted(&self, layer: &str) -> bool {
        self.allowed.keys().any(|name| whole(name) == Some(layer))
    }

    /// What is wrong with where a file is.
    fn place(&self, name: &str, graph: &Graph) -> Option<String> {
        let layer = self.layer_of(name)?;
        if !self.allowed.contains_key(&layer) {
            return Some(format!("{name}: {layer} is not a layer of {DOCUMENT}"));
        }
        let for_tests = self.for_tests.contains(&layer.as_str());
        (for_tests && !graph.test_only.contains(name)).then(|| format!("{name}: {layer} is for tests only"))
    }

    /// What is wrong with an arrow.
    fn breach(&self, arrow: &Arrow) -> Option<String> {
        let (from, to) = (self.layer_of(&arrow.from)?, self.layer_of(&arrow.to)?);
        let inside = from == to || whole(&to) == Some(from.as_str());
        let may = self.allowed.get(&from)?;
        let allowed = inside || may.contains(&to) || whole(&to).is_some_and(|whole| may.contains(whole));
        (!allowed).then(|| format!("{}:{}: {from} must not use {to} ({})", arrow.from, arrow.line, arrow.to))
    }
}

/// The layer that a part belongs to.
fn whole(layer: &str) -> Option<&str> {
    layer.split_once("::").map(|(whole, _)| whole)
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

    fn layers(rows: &[(&str, &[&str])]) -> Layers {
        let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let allowed = rows.iter().map(|(layer, may)| ((*layer).to_owned(), set(may))).collect();
        Layers { allowed, for_tests: &["rules::testing"] }
    }

    fn parted() -> Layers {
        layers(&[
            ("facts", &[]),
            ("rules", &["facts"]),
            ("rules::model", &["facts"]),
            ("rules::fixes", &["facts", "rules::model"]),
            ("rules::testing", &["facts"]),
            ("plan", &["rules"]),
        ])
    }

    fn breach(from: &str, to: &str) -> bool {
        parted().breach(&Arrow { from: format!("src/{from}.rs"), to: format!("src/{to}.rs"), line: 1 }).is_some()
    }

    #[test]
    fn a_layer_uses_what_its_row_names_and_itself() {
        for (from, to) in [
            ("rules/mod", "facts/read"),
            ("rules/model/a", "facts"),
            ("rules/model/a", "rules/model/b"),
            ("rules/fixes/a", "rules/model/a"),
            ("rules/mod", "rules/fixes/a"),
            ("plan/make", "rules/fixes/deep/a"),
            ("lib", "plan"),
        ] {
            assert!(!breach(from, to), "{from} {to}");
        }
    }

    #[test]
    fn what_no_row_names_is_a_breach() {
        for (from, to) in [
            ("facts", "rules/mod"),
            ("facts/read", "rules/model/a"),
            ("rules/model/a", "rules/fixes/a"),
            ("rules/model/a", "rules/mod"),
            ("rules/fixes/deep/a", "plan"),
            ("plan/make", "facts"),
        ] {
            assert!(breach(from, to), "{from} {to}");
        }
    }

    #[test]
    fn every_file_is_in_a_layer_and_those_for_tests_are_compiled_for_tests() {
        let mut graph = Graph::default();
        graph.test_only.insert("src/rules/testing/good.rs".to_owned());
        let wrong = |name: &str| parted().place(name, &graph).is_some();
        for name in ["src/lib.rs", "src/rules/mod.rs", "src/rules/model/a.rs", "src/rules/testing/good.rs", "x.rs"] {
            assert!(!wrong(name), "{name}");
        }
        for name in ["src/new.rs", "src/rules/owa/a.rs", "src/rules/testing/bad.rs"] {
            assert!(wrong(name), "{name}");
        }
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
