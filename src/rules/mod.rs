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

#![allow(clippy::unnecessary_wraps, reason = "checks and fixes have one form, whether or not they can miss a fact")]

mod catalog;
mod fixes;
mod model;
mod prelude;
mod symptom;
#[cfg(test)]
pub(crate) mod testing;
mod topology;

pub use catalog::{all, check, find, order};
pub use model::context::Context;
pub use model::finding::{Evidence, Finding, Fix, Status, describe_missing};
pub use model::findings::{CheckResult, Findings};
pub use model::fixes::{Fixes, FollowUp, PendingStep};
pub use model::intent::{Cloud, Settings};
pub use model::metadata::Metadata;
pub use model::rule::{CheckFn, FixFn, Fixable, FollowUpFn, Rule};
pub use model::sources::{Document, documents};
pub use model::support_matrix::{Cell, ExchangeSide, Feature, LyncSide, Support, owa_im, support};
pub use model::target::{Side, Target, TargetKind};
pub use model::vocabulary::{AppliesWhen, Category, Family, Role, Scenario, Severity, Source};
pub use symptom::find_by_symptom;
pub(crate) use topology::im::defects::is_beside_iis;
pub(crate) use topology::im::selection::{Selection, owa_certificate, select_certificate, select_pool};
pub(crate) use topology::im::servers::im_servers;
pub(crate) use topology::im::settings::im_settings_of;
pub(crate) use topology::im::values::is_harmless;
pub(crate) use topology::lync::known_servers::is_known_by;
pub(crate) use topology::lync::pools::registrar_pools;
