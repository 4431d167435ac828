//! The rules: what must hold for two products to work together. A rule reads facts and reports findings; it asks nobody
//! and changes nothing, not even the clock.
//!
//! | folder | holds | may use |
//! |---|---|---|
//! | `model` | what a rule, a finding and a fix are, and how all rules are run | - |
//! | `topology` | what Exchange and Lync are to each other: reads facts, makes no steps | `model` |
//! | `fixes` | the steps that change one kind of thing | `topology`, `model` |
//! | `catalog` | the rules, one file each, in a folder for each subject; the `mod.rs` there are written by `cargo xtask rules` | all of them |
//! | `testing` | deployments for the tests of rules | all of them |

#![allow(clippy::unnecessary_wraps, reason = "checks and menders have one form, whether or not they can miss a fact")]

mod catalog;
mod fixes;
mod model;
#[cfg(test)]
mod testing;
mod topology;

pub use catalog::{all, find};
pub use model::context::{Chosen, Cloud, Context, ImServer, Settings};
pub use model::engine::{check, order};
pub use model::finding::{Checked, Evidence, Finding, Report, Status, Target, not_known};
pub use model::rule::{Added, Aim, Family, Kind, Mend, Role, Rule, Scenario, Severity, Source, Steps};
pub use model::support_matrix::{Cell, ExchangeSide, Feature, LyncSide, Support, owa_im, support};
