//! What the figures should be, and whether they are. A goal that could not be measured is not met.

use crate::documents::Sample;
use crate::{Key, Result};
use std::fmt;

/// An edit in memory is to be this many times as fast as the fastest way of .NET.
const FASTER: f64 = 10.0;

/// An edit of a long document is to need at most this many times its length.
const MEMORY: f64 = 3.0;

/// An estate of 100 servers, 50 pools and 10,000 users is to be checked in this many milliseconds.
const ESTATE: f64 = 100.0;

/// Ten times as many users are to take at most this many times as long.
const LINEAR: f64 = 12.0;

/// An estate of 200 servers and 100,000 users is to be checked in all scenarios in this many milliseconds, and with at
/// most this many bytes.
const WHOLE: f64 = 1000.0;
const WHOLE_MEMORY: f64 = 300e6;

/// A report of 5,000 findings is to be made in this many milliseconds, and to have at most this many bytes.
const REPORT: f64 = 1000.0;
const PAGE: usize = 5_000_000;

/// The goals in the order in which they were looked at.
#[derive(Debug, Default)]
pub(crate) struct Goals(Vec<(Option<bool>, String)>);

impl Goals {
    /// The times of our ways and the fastest of .NET's.
    pub(crate) fn edits(&mut self, key: Key, sample: &Sample, times: &[Result<f64>], dotnet: &Result<f64>) {
        let title = format!("{}, {}", sample.title, key.name());
        let ratio = |at: usize| match (times.get(at), dotnet) {
            (Some(Ok(ours)), Ok(dotnet)) => Some(dotnet / ours),
            _ => None,
        };
        self.add(
            ratio(0),
            |ratio| ratio >= FASTER,
            &format!("{title}: in memory at least {FASTER:.0} times as fast as .NET"),
        );
        let text = format!("{title}: file with backup and flush not slower than .NET's bare save");
        self.add(ratio(1), |ratio| ratio >= 1.0, &text);
    }

    /// The peak memory of one way of editing, as a multiple of the document.
    pub(crate) fn memory(&mut self, way: &str, sample: &Sample, times: Option<f64>) {
        // The short document is far smaller than the process itself.
        if sample.bytes.len() > 1_000_000 {
            let text = format!("{}: {way} within {MEMORY:.0} times the document", sample.title);
            self.add(times, |times| times <= MEMORY, &text);
        }
    }

    /// The times of checking an estate with 10,000 users, and with ten times as many.
    pub(crate) fn estate(&mut self, time: Option<f64>, tenfold: Option<f64>) {
        self.add(time, |time| time <= ESTATE, &format!("an estate with 10,000 users is judged within {ESTATE:.0} ms"));
        let ratio = time.zip(tenfold).map(|(time, tenfold)| tenfold / time);
        self.add(
            ratio,
            |ratio| ratio <= LINEAR,
            &format!("ten times the users take at most {LINEAR:.0} times as long"),
        );
    }

    /// The time, and the peak memory in MB, of checking an estate with 100,000 users in all scenarios.
    pub(crate) fn whole_estate(&mut self, time: Option<f64>, peak: Option<f64>) {
        self.add(
            time,
            |time| time <= WHOLE,
            &format!("all scenarios with 100,000 users are judged within {WHOLE:.0} ms"),
        );
        let text = format!("all scenarios with 100,000 users need at most {:.0} MB", WHOLE_MEMORY / 1e6);
        self.add(peak, |peak| peak * 1e6 <= WHOLE_MEMORY, &text);
    }

    /// The time and the size of a report of some thousand findings.
    pub(crate) fn report(&mut self, time: Option<f64>, size: Option<usize>) {
        self.add(time, |time| time <= REPORT, &format!("a report of 5,000 findings is made within {REPORT:.0} ms"));
        let text = format!("a report of 5,000 findings has at most {PAGE} bytes");
        self.0.push((size.map(|size| size <= PAGE), text));
    }

    fn add(&mut self, figure: Option<f64>, met: impl Fn(f64) -> bool, text: &str) {
        let shown = figure.map_or_else(|| "not measured".to_owned(), |figure| format!("{figure:.1}"));
        self.0.push((figure.map(met), format!("{text} ({shown})")));
    }
}

impl fmt::Display for Goals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Goals:\n")?;
        for (met, text) in &self.0 {
            let verdict = match met {
                Some(true) => "met",
                Some(false) => "MISSED",
                None => "unknown",
            };
            writeln!(f, "- {verdict}: {text}")?;
        }
        Ok(())
    }
}
