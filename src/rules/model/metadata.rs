//! What a rule says of itself: its catalogue entry, as data. Findings and steps name the rule that they come from by it.

use super::vocabulary::{AppliesWhen, Category, Family, Role, Scenario, Severity, Source};
use crate::facts::{ExchangeVersion, LyncVersion, Section};
use crate::l10n::Text;

/// What there is to know of a rule without running it.
#[derive(Debug)]
pub struct Metadata {
    /// Its id, which never changes.
    pub id: &'static str,
    /// The group that it is in.
    pub family: Family,
    /// What sort of entry it is.
    pub category: Category,
    /// The scenarios that it belongs to.
    pub scenarios: &'static [Scenario],
    /// Whether it is about instant messaging that shall be on.
    pub applies_when: AppliesWhen,
    /// How severe a failure is.
    pub severity: Severity,
    /// The machines that it is about.
    pub roles: &'static [Role],
    /// The Exchange versions that it is about; none means all. Where no server has one, it does not apply.
    pub exchange: &'static [ExchangeVersion],
    /// The Lync and Skype for Business versions that it is about; none means all.
    pub lync: &'static [LyncVersion],
    /// The condition, in a few words.
    pub title: Text,
    /// Why it matters, and what happens otherwise.
    pub explanation: Text,
    /// How to fix a failure.
    pub remedy: Text,
    /// What administrators or users see when it does not hold: a message, an event, what does not work. People look rules
    /// up by it.
    pub symptoms: &'static [Text],
    /// What the documentation does not state: an interpretation.
    pub interpretation: Option<Text>,
    /// Where it is taken from.
    pub sources: &'static [Source],
    /// The rules that come first, by id.
    pub after: &'static [&'static str],
    /// The questions that it asks.
    pub needs: &'static [&'static Section],
    /// Those of them that only tell it more. Without an answer to any other one it is Unknown, whatever its check says.
    pub optional: &'static [&'static Section],
}

/// Rules are the same by their id.
impl PartialEq for Metadata {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Metadata {
    /// The questions without whose answers it is Unknown.
    pub fn required(&self) -> impl Iterator<Item = &'static Section> {
        let is_optional = |need: &Section| self.optional.iter().any(|one| one.path == need.path);
        self.needs.iter().copied().filter(move |need| !is_optional(need))
    }

    /// What nearly all rules say alike; a family of rules says what its own have in common, and a rule the rest.
    pub const BASE: Self = Self {
        id: "",
        family: Family::General,
        category: Category::Check,
        scenarios: &[],
        applies_when: AppliesWhen::Always,
        severity: Severity::Error,
        roles: &[],
        exchange: &[],
        lync: &[],
        title: Text::NONE,
        explanation: Text::NONE,
        remedy: Text::NONE,
        symptoms: &[],
        interpretation: None,
        sources: &[],
        after: &[],
        needs: &[],
        optional: &[],
    };
}
