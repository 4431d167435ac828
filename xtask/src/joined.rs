//! Joins the parts of the PowerShell module into one file: it loads faster, and it is one file to sign. The development
//! `UcIntegration.psm1` names each part on a line of its own, `. "$PSScriptRoot/Private/Name.ps1"`; the text of the part
//! takes the place of that line.

use crate::Result;
use crate::project::{files_below, read};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

const OPENING: &str = ". \"$PSScriptRoot/";

/// The text of the joined module. A part that is named but missing, or there but not named, is a failure.
pub(crate) fn module(source: &Path) -> Result<String> {
    let text = read(&source.join("UcIntegration.psm1"))?;
    let mut joined = String::new();
    let mut named = BTreeSet::new();
    for line in text.lines() {
        match part(line) {
            Some(name) => {
                let body = read(&source.join(name))?;
                let _ = writeln!(joined, "# {name}\n{}", body.trim_end());
                named.insert(name.to_owned());
            }
            None => {
                let _ = writeln!(joined, "{line}");
            }
        }
    }
    forgotten(source, &named)?;
    Ok(joined)
}

fn part(line: &str) -> Option<&str> {
    line.strip_prefix(OPENING)?.strip_suffix('"')
}

fn forgotten(source: &Path, named: &BTreeSet<String>) -> Result<()> {
    let there = files_below(source)?;
    let left: Vec<String> = there
        .iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "ps1"))
        .map(|file| file.strip_prefix(source).unwrap_or(file).to_string_lossy().replace('\\', "/"))
        .filter(|name| !named.contains(name))
        .collect();
    if left.is_empty() { Ok(()) } else { Err(format!("UcIntegration.psm1 does not load {}", left.join(", "))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_a_line_of_its_own() {
        assert_eq!(part(". \"$PSScriptRoot/Private/Text.ps1\""), Some("Private/Text.ps1"));
        assert_eq!(part("# . \"$PSScriptRoot/Private/Text.ps1\""), None);
        assert_eq!(part("$script:UcModuleRoot = $PSScriptRoot"), None);
    }
}
