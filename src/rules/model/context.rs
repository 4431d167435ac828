//! All that a rule may look at. What it means is for `topology`.

use super::intent::Settings;
use super::vocabulary::Scenario;
use crate::facts::Estate;

/// All that a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// What is known.
    pub estate: &'a Estate,
    /// What was asked for.
    pub settings: &'a Settings,
    /// The scenarios that shall work in the end.
    pub scenarios: &'a [Scenario],
}
