//! A kind of value: its name, how it is read, and what is found out about a value. The kinds themselves stand in files of
//! their own.

use super::problem::{Problem, Problems};

/// A kind of value: its name and how it is read.
#[derive(Debug)]
pub struct Kind {
    pub(super) name: &'static str,
    /// Reads a value: its normalised form, or nothing if one of the problems is an error.
    pub(super) read: fn(&str, &mut Problems) -> Option<String>,
    /// What this kind may find wrong, beside what pasting does to every kind.
    #[cfg(test)]
    pub(super) codes: &'static [&'static [&'static super::Code]],
    #[cfg(test)]
    pub(super) cases: &'static [super::tests::Case],
}

/// A kind is the one place where it is written.
impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Kind {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Checks a value of this kind.
    #[must_use]
    pub fn check(&self, value: &str) -> Checked {
        let mut problems = Problems::default();
        let normalized = (self.read)(value, &mut problems).filter(|_| !problems.has_error());
        Checked { valid: normalized.is_some(), normalized, problems: problems.into_vec() }
    }
}

/// What was found out about a value.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Whether the value can be used: no problem is an error.
    pub valid: bool,
    /// The value as it should be written, if it is valid.
    pub normalized: Option<String>,
    /// What is wrong with the value as it was given.
    pub problems: Vec<Problem>,
}
