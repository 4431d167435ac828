//! Sizes of Rust files and functions: a table for the reader, and a limit for files. A file above the limit needs a
//! reason in its `//!` paragraph, which is recognised by the word "long".

use super::{Source, has_extension};
use crate::Result;
use crate::log::Log;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

/// Lines of a file above which a reason is asked for.
const LONGEST_FILE: usize = 600;
/// The habits for functions, in lines: median and 90th percentile.
const FUNCTION_MEDIAN: usize = 12;
const FUNCTION_P90: usize = 40;

/// The parts of the tree that the table has a row for.
const FOLDERS: &[&str] = &["src/", "build", "xtask/", "tests/", "benches/", "fuzz/"];

/// Prints the table and returns what is too large.
pub(super) fn check(sources: &[Source], log: &mut Log) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    log.say("folder     files   lines  file median/p90/max   fn median/p90   comment lines");
    for area in FOLDERS {
        let group: Vec<&Source> = sources.iter().filter(|file| is_rust(file) && file.name.starts_with(*area)).collect();
        if group.is_empty() {
            continue;
        }
        let fn_lines = functions(&group)?;
        log.say(row(area, &group, &fn_lines));
        if *area == "src/" && (middle(&fn_lines, 50) > FUNCTION_MEDIAN || middle(&fn_lines, 90) > FUNCTION_P90) {
            problems.push(format!("{area}: functions have grown: median <= {FUNCTION_MEDIAN}, p90 <= {FUNCTION_P90}"));
        }
    }
    let too_long = sources.iter().filter(|file| is_rust(file) && file.text.lines().count() > LONGEST_FILE);
    problems.extend(too_long.filter(|file| !gives_a_reason(&file.text)).map(|file| {
        let lines = file.text.lines().count();
        format!("{}: {lines} lines; above {LONGEST_FILE} its //! paragraph says why it is so long", file.name)
    }));
    Ok(problems)
}

fn is_rust(file: &Source) -> bool {
    has_extension(&file.name, "rs")
}

fn gives_a_reason(text: &str) -> bool {
    text.lines().take_while(|line| line.starts_with("//!")).any(|line| line.contains("long"))
}

fn row(folder: &str, files: &[&Source], functions: &[usize]) -> String {
    let mut lines: Vec<usize> = files.iter().map(|file| file.text.lines().count()).collect();
    lines.sort_unstable();
    let all: usize = lines.iter().sum();
    let comments = files.iter().flat_map(|file| file.text.lines());
    let comments = comments.filter(|line| line.trim_start().starts_with("//")).count();
    format!(
        "{folder:<9} {:>6} {all:>7} {:>20} {:>15} {:>13} %",
        files.len(),
        format!("{} / {} / {}", middle(&lines, 50), middle(&lines, 90), middle(&lines, 100)),
        format!("{} / {}", middle(functions, 50), middle(functions, 90)),
        comments * 100 / all.max(1),
    )
}

/// The value below which `percent` of the sorted numbers are.
fn middle(sorted: &[usize], percent: usize) -> usize {
    let last = sorted.len().saturating_sub(1);
    sorted.get(last * percent / 100).copied().unwrap_or_default()
}

/// The lengths of all functions outside of test modules, sorted.
fn functions(files: &[&Source]) -> Result<Vec<usize>> {
    let mut lengths = Lengths(Vec::new());
    for file in files {
        let tree = syn::parse_file(&file.text).map_err(|error| format!("{}: {error}", file.name))?;
        lengths.visit_file(&tree);
    }
    lengths.0.sort_unstable();
    Ok(lengths.0)
}

struct Lengths(Vec<usize>);

impl Lengths {
    fn add(&mut self, signature: &syn::Signature, body: &syn::Block) {
        let (start, end) = (signature.span().start().line, body.span().end().line);
        self.0.push(end.saturating_sub(start) + 1);
    }
}

impl<'ast> Visit<'ast> for Lengths {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.add(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.add(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_measured_outside_of_test_modules() {
        let text = "fn a() {}\nimpl X {\n    fn b() {\n        1;\n    }\n}\nmod tests {\n    fn c() {}\n}\n";
        let file = Source { name: "x.rs".to_owned(), text: text.to_owned() };
        assert_eq!(functions(&[&file]), Ok(vec![1, 3]));
    }
}
