//! `cargo xtask new-rule ID FOLDER`: writes a rule to start from, with a test of each of its outcomes, and the lists that
//! name it. It says what it does not know yet: the texts and the source are the author's.

use crate::Result;
use crate::log::Log;
use crate::project::{Project, write};
use crate::rules;

/// A rule that compiles as it is: the tests of the library hold it (`src/rules/testing/new_rule.rs`).
const TEMPLATE: &str = include_str!("new_rule.txt");

/// Writes the file of a rule in a folder of the catalogue.
pub(crate) fn run(project: &Project, id: &str, folder: &str, log: &mut Log) -> Result<()> {
    check_id(id)?;
    let catalog = project.root.join(rules::FOLDER);
    if !catalog.join(folder).join("mod.rs").is_file() {
        return Err(format!("{}/{folder} is not a folder of rules", rules::FOLDER));
    }
    let name = format!("{}.rs", id.to_lowercase().replace('-', "_"));
    if let Some(there) = crate::project::files_below(&catalog)?.iter().find(|file| file.ends_with(&name)) {
        return Err(format!("there is {} already", project.relative(there)));
    }
    let path = catalog.join(folder).join(name);
    write(&path, TEMPLATE.replace("RULE-ID", id))?;
    log.say(format!("new-rule: wrote {}", project.relative(&path)));
    rules::write_lists(project, log)?;
    log.say("new-rule: write what it demands, then `cargo xtask rules`");
    Ok(())
}

/// An id is a family and a name, in capitals and digits, with dashes between.
fn check_id(id: &str) -> Result<()> {
    let word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    if id.contains('-') && id.starts_with(|c: char| c.is_ascii_uppercase()) && id.split('-').all(word) {
        return Ok(());
    }
    Err(format!("{id} is no id of a rule: capitals and digits with dashes between, such as OWA-VDIR-IM"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_of_capitals_and_dashes() {
        for id in ["OWA-VDIR-IM", "UM-E2010-X", "A-1"] {
            assert_eq!(check_id(id), Ok(()), "{id}");
        }
        for id in ["", "OWA", "owa-vdir", "OWA-", "-OWA", "OWA--IM", "OWA_IM-X", "OWA-../X", "1-A"] {
            assert!(check_id(id).is_err(), "{id}");
        }
    }
}
