//! The list of the parts of the PowerShell module, and the joined file that is laid out: it loads faster, and it is one
//! file to sign. The development `UcIntegration.psm1` names each part on a line of its own,
//! `. "$PSScriptRoot/Private/Text/Get-UcText.ps1"`; the text of the part takes the place of that line. The lines between
//! the marks are written by `cargo xtask parts`; those outside of them have an order, and are written by hand.

use crate::Result;
use crate::log::Log;
use crate::module::SOURCE;
use crate::project::{Project, files_below, read, write};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

const FILE: &str = "UcIntegration.psm1";
const OPENING: &str = ". \"$PSScriptRoot/";
const BEGIN: &str = "# <parts>\n";
const END: &str = "# </parts>\n";

/// Writes the list of parts, or with `check` only says whether it is up to date.
pub(crate) fn run(project: &Project, check: bool, log: &mut Log) -> Result<()> {
    let source = project.root.join(SOURCE);
    let text = read(&source.join(FILE))?;
    let made = listed(&text, &parts(&source)?)?;
    if made == text {
        log.say("parts: up to date");
    } else if check {
        return Err(out_of_date());
    } else {
        write(&source.join(FILE), made)?;
        log.say(format!("parts: wrote {SOURCE}/{FILE}"));
    }
    Ok(())
}

/// Says if the list is not what it would be now.
pub(crate) fn check(project: &Project) -> Result<Vec<String>> {
    let source = project.root.join(SOURCE);
    let text = read(&source.join(FILE))?;
    Ok(if listed(&text, &parts(&source)?)? == text { Vec::new() } else { vec![out_of_date()] })
}

fn out_of_date() -> String {
    format!("{SOURCE}/{FILE} is out of date: cargo xtask parts")
}

/// The text of the joined module. A part that is named but missing, or there but not named, is a failure.
pub(crate) fn module(source: &Path) -> Result<String> {
    let text = read(&source.join(FILE))?;
    let mut joined = String::new();
    for line in text.lines() {
        match part(line) {
            Some(name) => {
                let body = read(&source.join(name))?;
                let _ = writeln!(joined, "# {name}\n{}", body.trim_end());
            }
            None => {
                let _ = writeln!(joined, "{line}");
            }
        }
    }
    let named: BTreeSet<String> = named(&text);
    let left: Vec<String> = parts(source)?.into_iter().filter(|name| !named.contains(name)).collect();
    if left.is_empty() { Ok(joined) } else { Err(format!("{FILE} does not load {}", left.join(", "))) }
}

/// The part that a line names.
fn part(line: &str) -> Option<&str> {
    line.strip_prefix(OPENING)?.strip_suffix('"')
}

fn named(text: &str) -> BTreeSet<String> {
    text.lines().filter_map(part).map(str::to_owned).collect()
}

/// All parts, by their paths from the folder of the module, in the order of their bytes.
fn parts(source: &Path) -> Result<BTreeSet<String>> {
    let there = files_below(source)?;
    let scripts = there.iter().filter(|file| file.extension().is_some_and(|extension| extension == "ps1"));
    Ok(scripts.map(|file| file.strip_prefix(source).unwrap_or(file).to_string_lossy().replace('\\', "/")).collect())
}

/// The text with the list made anew: every part that no line outside of the marks names.
fn listed(text: &str, parts: &BTreeSet<String>) -> Result<String> {
    let marked =
        text.split_once(BEGIN).and_then(|(before, rest)| rest.split_once(END).map(|(_, after)| (before, after)));
    let Some((before, after)) = marked else { return Err(format!("{FILE} lacks the marks of the list of parts")) };
    let by_hand: BTreeSet<String> = named(before).into_iter().chain(named(after)).collect();
    let lines: String = parts.difference(&by_hand).map(|name| format!("{OPENING}{name}\"\n")).collect();
    Ok(format!("{before}{BEGIN}{lines}{END}{after}"))
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

    #[test]
    fn the_list_holds_what_is_not_named_by_hand() {
        let parts = BTreeSet::from(["B/b.ps1", "A/a.ps1", "Last.ps1"].map(str::to_owned));
        let text = "x\n# <parts>\n. \"$PSScriptRoot/Gone.ps1\"\n# </parts>\n. \"$PSScriptRoot/Last.ps1\"\n";
        let made = listed(text, &parts).unwrap();
        assert_eq!(
            made,
            "x\n# <parts>\n. \"$PSScriptRoot/A/a.ps1\"\n. \"$PSScriptRoot/B/b.ps1\"\n# </parts>\n. \"$PSScriptRoot/Last.ps1\"\n"
        );
        assert_eq!(listed(&made, &parts).unwrap(), made);
        assert!(listed("x\n", &parts).is_err());
    }
}
