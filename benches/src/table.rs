//! The one table: a row for each thing measured, two columns for each document. Writes Markdown; computes nothing but
//! ratios.

use crate::Result;
use crate::documents::Sample;
use std::fmt;

/// A figure and what it is compared with, as text.
type Cell = (String, String);

/// Rows in the order in which they were first named.
pub(crate) struct Table {
    titles: Vec<String>,
    rows: Vec<Row>,
}

/// One thing measured on each document.
pub(crate) struct Row {
    name: String,
    cells: Vec<Cell>,
    notes: Vec<String>,
}

impl Table {
    /// A table for these documents.
    pub(crate) fn new(samples: &[Sample]) -> Self {
        Self { titles: samples.iter().map(|sample| sample.title.clone()).collect(), rows: Vec::new() }
    }

    /// The row of a name.
    pub(crate) fn row(&mut self, name: &str) -> &mut Row {
        let found = self.rows.iter().position(|row| row.name == name);
        let at = found.unwrap_or_else(|| {
            let cells = vec![("-".to_owned(), "-".to_owned()); self.titles.len()];
            self.rows.push(Row { name: name.to_owned(), cells, notes: Vec::new() });
            self.rows.len() - 1
        });
        &mut self.rows[at]
    }
}

impl Row {
    /// A time in milliseconds, and how many times faster it is than another.
    pub(crate) fn time(&mut self, column: usize, time: Result<f64>, than: &Result<f64>) {
        self.set(column, time, |time| format!("{time:.3} ms"), |time| than.as_ref().ok().map(|than| than / time));
    }

    /// A speed in megabytes a second, and how many times another it is.
    pub(crate) fn speed(&mut self, column: usize, speed: Result<f64>, than: &Result<f64>) {
        self.set(
            column,
            speed,
            |speed| format!("{speed:.0} MB/s"),
            |speed| than.as_ref().ok().map(|than| speed / than),
        );
    }

    /// A peak of memory in kB, and how many times the document it is beyond an idle process.
    pub(crate) fn memory(&mut self, column: usize, peak: &Result<u64>, times: Option<f64>) {
        match peak {
            Ok(peak) => {
                let times = times.map_or_else(|| "-".to_owned(), |times| format!("{times:.2} documents"));
                self.cells[column] =
                    (format!("{:.1} MB", f64::from(u32::try_from(*peak).unwrap_or(u32::MAX)) / 1024.0), times);
            }
            Err(reason) => self.missing(reason),
        }
    }

    /// A figure that is not about a document.
    pub(crate) fn alone(&mut self, figure: &str, beside: &str) {
        self.cells[0] = (figure.to_owned(), beside.to_owned());
    }

    /// Why there is no figure.
    pub(crate) fn missing(&mut self, reason: &str) {
        if !self.notes.iter().any(|note| note == reason) {
            self.notes.push(reason.to_owned());
        }
    }

    fn set(
        &mut self,
        column: usize,
        figure: Result<f64>,
        shown: impl Fn(f64) -> String,
        ratio: impl Fn(f64) -> Option<f64>,
    ) {
        match figure {
            Ok(figure) => {
                let ratio = ratio(figure).map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.2} x"));
                self.cells[column] = (shown(figure), ratio);
            }
            Err(reason) => self.missing(&reason),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "| |")?;
        for title in &self.titles {
            write!(f, " {title} | ratio |")?;
        }
        writeln!(f, "\n|---|{}", "---:|---:|".repeat(self.titles.len()))?;
        for row in &self.rows {
            write!(f, "| {} |", row.name)?;
            for (figure, ratio) in &row.cells {
                write!(f, " {figure} | {ratio} |")?;
            }
            writeln!(f)?;
        }
        for row in &self.rows {
            for reason in &row.notes {
                writeln!(f, "\nNot measured, {}: {reason}.", row.name)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_order_and_say_why_a_figure_is_missing() {
        let mut table = Table { titles: vec!["one".into(), "two".into()], rows: Vec::new() };
        table.row("fast").time(0, Ok(2.0), &Ok(8.0));
        table.row("slow").time(1, Err("no such program".into()), &Ok(8.0));
        table.row("fast").time(1, Ok(1.0), &Err("none".into()));
        let text = table.to_string();
        assert!(text.contains("| fast | 2.000 ms | 4.00 x | 1.000 ms | - |\n| slow | - | - | - | - |"), "{text}");
        assert!(text.contains("Not measured, slow: no such program."), "{text}");
    }
}
