//! `cargo xtask tidy`: what compilers do not check. Prints the sizes of the sources and every failure of a habit.

mod arrows;
mod circles;
mod habits;
mod layers;
mod licences;
mod sizes;
mod weight;
mod words;

use crate::Result;
use crate::log::Log;
use crate::project::{Project, read};
use crate::reproduce::sources;

/// A source file, read once for all checks.
struct Source {
    /// The path from the root, with `/`.
    name: String,
    text: String,
}

/// Runs every check; the failure lists all failures.
pub(crate) fn run(project: &Project, log: &mut Log) -> Result<()> {
    let files = text_files(project)?;
    let graph = arrows::of(&files)?;
    let mut problems = layers::check(project, &files, &graph)?;
    problems.extend(circles::check(&graph));
    problems.extend(sizes::check(&files, log)?);
    problems.extend(weight::check(&files, log));
    problems.extend(habits::check(&files));
    problems.extend(words::check(&files, &graph));
    problems.extend(licences::check(project)?);
    problems.extend(crate::rules::check(project, log)?);
    problems.extend(crate::joined::check(project)?);
    if problems.is_empty() {
        log.say(format!("tidy: {} files, nothing to say", files.len()));
        return Ok(());
    }
    Err(format!("{} breaches\n{}", problems.len(), problems.join("\n")))
}

/// The files of the project that are text. What is not UTF-8 is data.
fn text_files(project: &Project) -> Result<Vec<Source>> {
    let names = sources(project)?;
    Ok(names
        .into_iter()
        .filter_map(|name| read(&project.root.join(&name)).ok().map(|text| Source { name, text }))
        .collect())
}

fn has_extension(name: &str, extension: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|found| found == extension)
}
