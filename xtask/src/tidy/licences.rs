//! The licences of everything the project is built with, and the table of what ships in `docs/dependencies.md`. Stands in
//! for cargo-deny, which the machines that build this do not have.

use crate::Result;
use crate::library::cargo;
use crate::log::capture;
use crate::project::{Project, read};
use serde_json::Value;

const DOCUMENT: &str = "docs/dependencies.md";
const ALLOWED: &[&str] = &[
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "0BSD",
];
/// Tools that only run while building: nothing of them is in what ships.
const TOOLS: &[(&str, &str)] = &[("cbindgen", "MPL-2.0")];

/// Packages under another licence, and direct dependencies that the document does not explain.
pub(super) fn check(project: &Project) -> Result<Vec<String>> {
    let text = capture(cargo(project).args(["metadata", "--locked", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut problems: Vec<String> = packages.iter().filter_map(foreign).collect();
    let document = read(&project.root.join(DOCUMENT))?;
    let product = packages.iter().find(|package| package["name"] == "uc-integration");
    problems.extend(product.into_iter().flat_map(|package| unexplained(package, &document)));
    Ok(problems)
}

fn foreign(package: &Value) -> Option<String> {
    let (name, licence) = (package["name"].as_str()?, package["license"].as_str().unwrap_or("no licence"));
    let fine = is_allowed(licence) || TOOLS.contains(&(name, licence));
    (!fine).then(|| format!("{name}: its licence is not on the list of xtask/src/tidy/licences.rs: {licence}"))
}

/// Whether an expression such as `(MIT OR Apache-2.0) AND BSD-3-Clause` can be met with allowed licences alone.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let parts = expression.split(" AND ").map(|part| part.trim_matches(['(', ')', ' ']));
    parts.into_iter().all(|part| part.split(" OR ").any(|licence| ALLOWED.contains(&licence.trim())))
}

fn unexplained(package: &Value, document: &str) -> Vec<String> {
    let dependencies = package["dependencies"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut names: Vec<&str> = dependencies.iter().filter_map(|dependency| dependency["name"].as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let missing = names.into_iter().filter(|name| !document.contains(&format!("`{name}`")));
    missing.map(|name| format!("{DOCUMENT} does not say what {name} is for")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_met_with_allowed_licences_alone() {
        for fine in ["MIT", "MIT/Apache-2.0", "Unlicense OR GPL-3.0", "(Apache-2.0 OR MIT) AND BSD-3-Clause"] {
            assert!(is_allowed(fine), "{fine}");
        }
        for foreign in ["GPL-3.0", "MIT AND GPL-3.0", "MPL-2.0", "no licence"] {
            assert!(!is_allowed(foreign), "{foreign}");
        }
    }
}
