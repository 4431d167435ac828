//! What can be wrong with a value: a stable code, how bad it is, and its sentences in both languages. The codes
//! themselves stand in the file of the kind that they belong to. Must not decide whether anything is wrong.

use crate::l10n::{Culture, Text};
use serde::Serialize;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Severity {
    /// The value cannot be used.
    Error,
    /// The value can be used, in its normalised form.
    Warning,
}

/// One sort of problem. Its name is a promise: scripts compare with it.
#[derive(Debug)]
pub struct Code {
    name: &'static str,
    severity: Severity,
    message: Text,
    hint: Text,
}

/// A code is the one place where it is written.
impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Code {
    /// A sort of problem that makes the value unusable.
    pub(super) const fn error(name: &'static str, message: Text, hint: Text) -> Self {
        Self { name, severity: Severity::Error, message, hint }
    }

    /// A sort of problem that normalising fixes, or that somebody should know.
    pub(super) const fn warning(name: &'static str, message: Text, hint: Text) -> Self {
        Self { name, severity: Severity::Warning, message, hint }
    }

    /// The stable name, such as `ThumbprintSha256`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

/// A word for a placeholder: the same in both languages, or one for each.
#[derive(Clone, Debug)]
enum Word {
    Plain(String),
    Both(Text),
}

/// One problem of one value.
#[derive(Clone, Debug)]
pub struct Problem {
    code: &'static Code,
    words: Vec<(&'static str, Word)>,
}

impl Problem {
    /// A problem whose placeholders are not filled yet.
    pub(super) const fn new(code: &'static Code) -> Self {
        Self { code, words: Vec::new() }
    }

    /// Fills the placeholder `name` with something that is the same in both languages.
    #[expect(clippy::needless_pass_by_value, reason = "numbers, characters and fresh strings come by value")]
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.words.push((name, Word::Plain(value.to_string())));
        self
    }

    /// Fills the placeholder `name` with words in the reader's language.
    pub(super) fn with_text(mut self, name: &'static str, text: Text) -> Self {
        self.words.push((name, Word::Both(text)));
        self
    }

    /// What sort of problem it is.
    #[must_use]
    pub const fn code(&self) -> &'static Code {
        self.code
    }

    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity
    }

    /// What is wrong, in one or two sentences.
    #[must_use]
    pub fn message(&self, culture: Culture) -> String {
        self.code.message.format(culture, &self.args(culture))
    }

    /// The message with what its placeholders are filled with, for those who do not know the reader's language yet. A
    /// word that differs by language is the English one.
    #[must_use]
    pub fn sentence(&self) -> (Text, Vec<(&'static str, String)>) {
        (self.code.message, self.args(Culture::En))
    }

    /// What to do about it, if there is more to say than the message does.
    #[must_use]
    pub fn hint(&self, culture: Culture) -> Option<String> {
        let hint = self.code.hint.format(culture, &self.args(culture));
        (!hint.is_empty()).then_some(hint)
    }

    fn args(&self, culture: Culture) -> Vec<(&'static str, String)> {
        let words = self.words.iter().map(|(name, word)| match word {
            Word::Plain(value) => (*name, value.clone()),
            Word::Both(text) => (*name, text.of(culture).to_owned()),
        });
        words.collect()
    }
}

/// The problems found so far. Each code is reported once, where it was met first, so a hostile value of a megabyte
/// has no more problems than a short one.
#[derive(Clone, Debug, Default)]
pub(super) struct Problems(Vec<Problem>);

impl Problems {
    /// Notes a problem, unless its code is there already.
    pub(super) fn note(&mut self, problem: Problem) {
        if !self.0.iter().any(|other| other.code == problem.code) {
            self.0.push(problem);
        }
    }

    /// Notes a problem that ends the reading of the value.
    pub(super) fn refuse<T>(&mut self, problem: Problem) -> Option<T> {
        self.note(problem);
        None
    }

    /// Whether one of the problems is an error.
    pub(super) fn has_error(&self) -> bool {
        self.0.iter().any(|problem| problem.severity() == Severity::Error)
    }

    pub(super) fn into_vec(self) -> Vec<Problem> {
        self.0
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn placeholders(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
    }

    /// Both languages say something of their own, with the same placeholders.
    pub(in crate::value) fn speaks_both_languages(code: &Code) {
        for text in [code.message, code.hint] {
            assert_eq!(text.en.is_empty(), text.fr.is_empty(), "{}", code.name);
            assert_eq!(placeholders(text.en), placeholders(text.fr), "{}", code.name);
            assert!(text.en.is_empty() || text.en != text.fr, "{}", code.name);
        }
        assert!(!code.message.en.is_empty(), "{}", code.name);
        assert!(code.name.chars().all(|c| c.is_ascii_alphanumeric()), "{}", code.name);
        assert!(code.name.starts_with(|c: char| c.is_ascii_uppercase()), "{}", code.name);
    }

    #[test]
    fn words_follow_the_language_and_a_code_is_noted_once() {
        static ONE: Code = Code::error("One", Text::new("{a} is {b}", "{a} est {b}"), Text::NONE);
        let mut problems = Problems::default();
        problems.note(Problem::new(&ONE).with("a", 1).with_text("b", Text::new("red", "rouge")));
        problems.note(Problem::new(&ONE).with("a", 2));
        assert!(problems.has_error());
        let [problem] = <[Problem; 1]>::try_from(problems.into_vec()).unwrap();
        assert_eq!(problem.message(Culture::Fr), "1 est rouge");
        assert_eq!(problem.message(Culture::En), "1 is red");
        assert_eq!(problem.hint(Culture::En), None);
    }
}
