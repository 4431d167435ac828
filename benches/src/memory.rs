//! How much memory an edit needs at its peak, as whole processes that do nothing else. Only where the system tells a
//! process its own peak.

use crate::documents::Sample;
use crate::goals::Goals;
use crate::program::{output, own};
use crate::table::Table;
use crate::{Result, edits, estate};
use std::path::Path;

/// `uc-bench memory`: does what the arguments say, then prints the peak in kB.
pub(crate) fn child(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["idle"] => {}
        ["document", file, key] => {
            let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
            drop(edits::in_memory_once(&bytes, key)?);
        }
        ["file", file, key] => edits::once(file, key, edits::VALUE)?,
        ["estate", file] => estate::check_once(file)?,
        _ => return Err("memory: idle, document FILE KEY, file FILE KEY, or estate FILE".into()),
    }
    println!("{}", peak()?);
    Ok(())
}

fn peak() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(|error| format!("no peak: {error}"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    line.trim().trim_end_matches(" kB").parse().map_err(|_| format!("not a figure: {line}"))
}

/// Adds the rows, and the goal.
pub(crate) fn measure(samples: &[Sample], folder: &Path, table: &mut Table, goals: &mut Goals) {
    let idle = peak_of(&["idle"], folder);
    for (column, sample) in samples.iter().enumerate() {
        table.row("peak memory: idle process").memory(column, &idle, None);
        for (kind, name) in [("document", "edit in memory"), ("file", "edit of a file")] {
            let used = edited(kind, sample, folder);
            let times = times(&used, &idle, sample.bytes.len());
            table.row(&format!("peak memory: {name}")).memory(column, &used, times);
            goals.memory(name, sample, times);
        }
    }
}

/// The peak in MB of a process that checks an estate, with its request.
#[allow(clippy::cast_precision_loss, reason = "memory is far below 2^52 bytes")]
pub(crate) fn estate(request: &[u8], folder: &Path) -> Result<f64> {
    let file = folder.join("estate.json");
    std::fs::write(&file, request).map_err(|error| error.to_string())?;
    peak_of(&["estate", &file.to_string_lossy()], folder).map(|peak| peak as f64 * 1024.0 / 1e6)
}

fn edited(kind: &str, sample: &Sample, folder: &Path) -> Result<u64> {
    let copy = folder.join("memory.config");
    edits::place(&copy, &sample.bytes)?;
    peak_of(&[kind, &copy.to_string_lossy(), &sample.key], folder)
}

fn peak_of(arguments: &[&str], folder: &Path) -> Result<u64> {
    let all: Vec<&str> = std::iter::once("memory").chain(arguments.iter().copied()).collect();
    let printed = output(&mut own(&all)?, folder)?;
    printed.trim().parse().map_err(|_| format!("not a figure: {printed}"))
}

/// How many times the document the edit needs beyond what an idle process has.
#[allow(clippy::cast_precision_loss, reason = "memory is far below 2^52 bytes")]
fn times(used: &Result<u64>, idle: &Result<u64>, length: usize) -> Option<f64> {
    match (used, idle) {
        (Ok(used), Ok(idle)) => Some((used.saturating_sub(*idle) * 1024) as f64 / length as f64),
        _ => None,
    }
}
