//! `uc-bench`: one run that measures our edits against other ways to edit the same files, and prints one table. Figures
//! of different runs are not comparable, so everything that is compared is measured here, in turns. Asserts nothing:
//! the goals below the table are reported as met or missed.
//!
//! `uc-bench edit FILE KEY VALUE` and `uc-bench memory ...` are the child processes that some rows need.

mod contest;
mod documents;
mod edits;
mod estate;
mod facts;
mod facts_more;
mod goals;
mod machine;
mod memory;
mod module;
mod peers;
mod program;
mod scans;
mod table;

use contest::{Entrant, hold};
use documents::Sample;
use goals::Goals;
use std::path::Path;
use std::process::ExitCode;
use table::Table;

/// What can go wrong is for a person to read.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        [] => all(),
        ["estate"] => {
            let mut goals = Goals::default();
            estates(&mut goals).map(|measured| println!("{measured}\n{goals}"))
        }
        ["edit", file, key, value] => edits::once(file, key, value),
        ["memory", rest @ ..] => memory::child(rest),
        _ => {
            Err("usage: uc-bench [estate | edit FILE KEY VALUE | memory idle | memory document FILE KEY | memory file FILE KEY]"
                .into())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("uc-bench: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn all() -> Result<()> {
    let folder = program::work_folder()?;
    let samples = [documents::owa(folder.path())?, documents::large(folder.path())?];
    let mut table = Table::new(&samples);
    let mut goals = Goals::default();
    for key in [Key::Existing, Key::New] {
        edits_table(key, &samples, folder.path(), &mut table, &mut goals);
    }
    whole_processes(&samples, folder.path(), &mut table);
    scans::measure(&samples, &mut table);
    memory::measure(&samples, folder.path(), &mut table, &mut goals);
    module::measure(folder.path(), &mut table);
    let estates = estates(&mut goals)?;
    println!("{}\n\n{table}\n{estates}\n{goals}", machine::describe());
    Ok(())
}

fn estates(goals: &mut Goals) -> Result<String> {
    let folder = program::work_folder()?;
    Ok(estate::measure(folder.path(), goals) + "\n" + &estate::report(goals))
}

/// Which key an edit sets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
    /// One in the middle of the section.
    Existing,
    /// One that the document does not have.
    New,
}

impl Key {
    fn of(self, sample: &Sample) -> &str {
        match self {
            Self::Existing => &sample.key,
            Self::New => "UcIntegration.Measured",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Existing => "existing key",
            Self::New => "new key",
        }
    }
}

/// The ways to edit, in turns, on each document.
fn edits_table(key: Key, samples: &[Sample], folder: &Path, table: &mut Table, goals: &mut Goals) {
    for (column, sample) in samples.iter().enumerate() {
        let mut entrants = edits::entrants(sample, key.of(sample), folder);
        let ours = entrants.len();
        entrants.extend(peers::in_process(sample, key.of(sample), folder));
        hold(&mut entrants, sample.rounds);
        let dotnet = fastest_dotnet(&entrants[ours..]);
        for entrant in &entrants {
            let row = table.row(&format!("{}: {}", key.name(), entrant.name));
            row.time(column, entrant.median(), &dotnet);
        }
        let times: Vec<Result<f64>> = entrants.iter().map(Entrant::median).collect();
        goals.edits(key, sample, &times, &dotnet);
    }
}

fn fastest_dotnet(entrants: &[Entrant<'_>]) -> Result<f64> {
    let times = entrants.iter().filter(|entrant| entrant.name.starts_with(".NET")).filter_map(|e| e.median().ok());
    times.min_by(f64::total_cmp).ok_or_else(|| "no .NET".into())
}

/// The same edit by programs that are started for it.
fn whole_processes(samples: &[Sample], folder: &Path, table: &mut Table) {
    for (column, sample) in samples.iter().enumerate() {
        let mut entrants = peers::processes(sample, &sample.key, folder);
        hold(&mut entrants, sample.rounds);
        let ours = entrants[0].median();
        for entrant in &entrants {
            table.row(&format!("whole process: {}", entrant.name)).time(column, entrant.median(), &ours);
        }
    }
}
