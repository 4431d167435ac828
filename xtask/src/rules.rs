//! `cargo xtask rules`: writes the `mod.rs` of each folder of rules from the files in it, and `docs/rules.md` from the
//! rules themselves. So a new rule is one new file. Knows the names of files, and nothing of rules.

use crate::Result;
use crate::library;
use crate::log::Log;
use crate::project::{Project, read};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder whose folders hold the rules.
pub(crate) const FOLDER: &str = "src/rules/catalog";
/// What the file of a rule holds.
const RULE: &str = "static RULE: Rule";
/// What the file of several rules holds that differ by a value. Files with neither hold what the rules of a folder share.
const TABLE: &str = "static RULES: [Rule";

/// The test that makes `docs/rules.md`, and compares it or, with `UC_UPDATE`, writes it.
const DOCUMENT_TEST: &str = "catalogue::the_document_lists_the_rules_as_they_are";

/// Writes the generated files, or with `check` only compares.
pub(crate) fn run(project: &Project, check_only: bool, log: &mut Log) -> Result<()> {
    if check_only {
        let problems = check(project, log)?;
        return if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) };
    }
    write_lists(project, log)?;
    log.run(document(project).env("UC_UPDATE", "1"))
}

/// Writes the `mod.rs` of each folder of rules that is not what it would be now.
pub(crate) fn write_lists(project: &Project, log: &mut Log) -> Result<()> {
    for folder in folders(project)? {
        let path = folder.join("mod.rs");
        let text = generate(&folder)?;
        if read(&path).ok().as_deref() != Some(&text) {
            std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
            log.say(format!("rules: wrote {}", project.relative(&path)));
        }
    }
    Ok(())
}

/// The generated files that are not what they would be now.
pub(crate) fn check(project: &Project, log: &mut Log) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for folder in folders(project)? {
        let path = folder.join("mod.rs");
        if read(&path)? != generate(&folder)? {
            problems.push(format!("{} is out of date: cargo xtask rules", project.relative(&path)));
        }
    }
    if log.run(&mut document(project)).is_err() {
        problems.push("docs/rules.md is out of date, or the rules do not build: cargo xtask rules".to_owned());
    }
    Ok(problems)
}

fn document(project: &Project) -> Command {
    let mut test = library::tests(project);
    test.args(["--quiet", "--test", "suite", DOCUMENT_TEST]);
    test
}

fn folders(project: &Project) -> Result<Vec<PathBuf>> {
    let root = project.root.join(FOLDER);
    let mut folders: Vec<PathBuf> = entries(&root)?.into_iter().filter(|path| path.is_dir()).collect();
    folders.sort();
    Ok(folders)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = std::fs::read_dir(folder).map_err(failed)?;
    entries.map(|entry| entry.map(|entry| entry.path()).map_err(failed)).collect()
}

fn generate(folder: &Path) -> Result<String> {
    let mut files: Vec<PathBuf> = entries(folder)?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("mod.rs"));
    files.sort();
    let mut names = Vec::new();
    for file in &files {
        let name = file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let source = read(file)?;
        let entry = match (source.contains(RULE), source.contains(TABLE)) {
            (true, _) => format!("    from_ref(&{name}::RULE),\n"),
            (false, true) => format!("    &{name}::RULES,\n"),
            (false, false) => String::new(),
        };
        names.push((name, entry));
    }
    let mut text = "//! The rules of this folder. Written by `cargo xtask rules` from its files.\n\n".to_owned();
    for (name, _) in &names {
        let _ = writeln!(text, "pub(super) mod {name};");
    }
    text.push_str("\nuse crate::rules::model::rule::Rule;\nuse base::BASE;\nuse std::slice::from_ref;\n");
    text.push_str(
        "\n/// The rules of this folder, by file.\n#[rustfmt::skip]\npub(super) static RULES: &[&[Rule]] = &[\n",
    );
    text.extend(names.iter().map(|(_, entry)| entry.as_str()));
    text.push_str("];\n");
    Ok(text)
}
