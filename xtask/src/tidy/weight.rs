//! The weight of a clone: all lines, and those that a program wrote. What a reader does not need outside of the build is
//! made by the build instead of being committed.

use super::Source;
use crate::log::Log;

/// The largest share of generated lines, in percent.
const LARGEST_SHARE: usize = 17;

/// Files and folders that a program writes, each with the command that does.
const GENERATED: &[&str] = &[
    "Cargo.lock",
    "docs/rules.md",
    "docs/schema/",
    "fuzz/Cargo.lock",
    "include/uc_integration.h",
    "tests/golden/",
    "tests/ps/fixtures/findings.json",
    "tests/ps/scenarios/golden/",
];

/// How the modules that `cargo xtask rules` writes begin.
const WRITTEN: &str = "//! The rules of this folder. Written by";

/// Prints the weight, and returns a failure if too much is generated.
pub(super) fn check(files: &[Source], log: &mut Log) -> Option<String> {
    let lines = |file: &Source| file.text.lines().count();
    let all: usize = files.iter().map(lines).sum();
    let generated: usize = files.iter().filter(|file| is_generated(file)).map(lines).sum();
    let share = generated * 1000 / all.max(1);
    let told = format!("{all} lines, {generated} of them generated ({}.{} %)", share / 10, share % 10);
    log.say(format!("a clone: {} text files, {told}", files.len()));
    (share > LARGEST_SHARE * 10).then(|| format!("{told}: at most {LARGEST_SHARE} % are to be"))
}

fn is_generated(file: &Source) -> bool {
    let named = |name: &&str| if name.ends_with('/') { file.name.starts_with(*name) } else { file.name == *name };
    GENERATED.iter().any(named) || file.text.starts_with(WRITTEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(files: &[(&str, usize)]) -> Option<String> {
        let file = |(name, lines): &(&str, usize)| Source { name: (*name).to_owned(), text: "x\n".repeat(*lines) };
        check(&files.iter().map(file).collect::<Vec<_>>(), &mut Log::kept())
    }

    #[test]
    fn the_share_of_generated_lines_is_limited() {
        assert_eq!(problem(&[("src/a.rs", 830), ("docs/schema/a.json", 100), ("Cargo.lock", 70)]), None);
        assert!(problem(&[("src/a.rs", 829), ("docs/schema/a.json", 101), ("Cargo.lock", 70)]).is_some());
        assert_eq!(problem(&[("docs/rules.md.txt", 9), ("xtask/Cargo.lock", 9)]), None, "names are whole");
    }

    #[test]
    fn modules_with_lists_of_rules_are_generated() {
        let text = format!("{WRITTEN} `cargo xtask rules` from its files.\n");
        assert!(is_generated(&Source { name: "src/rules/owa/mod.rs".to_owned(), text }));
    }
}
