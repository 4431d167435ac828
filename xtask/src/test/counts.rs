//! How many tests passed, failed and were skipped, read from what the test programs print. Reads text only.

use std::fmt;
use std::ops::AddAssign;

/// Numbers of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Counts {
    /// One check that passed.
    pub(crate) const ONE: Self = Self { passed: 1, failed: 0, skipped: 0 };

    /// The sum of cargo's `test result: ok. 3 passed; 0 failed; 1 ignored; ...` lines.
    pub(crate) fn of_cargo(output: &str) -> Self {
        let mut sum = Self::default();
        for line in output.lines().filter_map(|line| line.trim().strip_prefix("test result:")) {
            let line = line.split_once(". ").map_or(line, |(_, numbers)| numbers);
            sum += Self::numbers(line, ';');
        }
        sum
    }

    /// The last `3 passed, 0 failed, 1 skipped` line, as the runners of the C and the PowerShell tests print it.
    pub(crate) fn of_runner(output: &str) -> Option<Self> {
        let line = output.lines().rev().find(|line| line.contains(" passed, ") && line.contains(" failed"))?;
        Some(Self::numbers(line, ','))
    }

    /// Whether anything was counted.
    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }

    fn numbers(line: &str, separator: char) -> Self {
        let mut counts = Self::default();
        for part in line.split(separator) {
            let mut words = part.split_whitespace().rev();
            let (Some(what), Some(number)) = (words.next(), words.next()) else { continue };
            let Ok(number) = number.parse() else { continue };
            match what {
                "passed" => counts.passed = number,
                "failed" => counts.failed = number,
                "skipped" | "ignored" => counts.skipped = number,
                _ => {}
            }
        }
        counts
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_result_line_of_cargo_counts_also_under_wine_line_ends() {
        let output = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\r\n\
            test result: FAILED. 3 passed; 4 failed; 0 ignored; 0 measured; 9 filtered out; finished in 0.1s\n";
        assert_eq!(Counts::of_cargo(output), Counts { passed: 5, failed: 4, skipped: 1 });
    }

    #[test]
    fn the_last_line_of_a_runner_counts() {
        let output = "1 passed, 0 failed, 0 skipped\nmore\ntotal: 7 passed, 2 failed, 1 skipped\r\n";
        assert_eq!(Counts::of_runner(output), Some(Counts { passed: 7, failed: 2, skipped: 1 }));
        assert_eq!(Counts::of_runner("nothing"), None);
    }
}
