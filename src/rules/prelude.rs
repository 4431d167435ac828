//! What every rule needs: what a rule, a finding and a fix are, the facts by their sections, and the parts of a step.

pub(crate) use super::model::context::Context;
pub(crate) use super::model::finding::{Evidence, Fix};
pub(crate) use super::model::findings::{CheckResult, Findings, args};
pub(crate) use super::model::fixes::{FollowUp, PendingStep};
pub(crate) use super::model::intent::Cloud;
pub(crate) use super::model::metadata::Metadata;
pub(crate) use super::model::rule::Rule;
pub(crate) use super::model::target::{Target, TargetKind};
pub(crate) use super::model::vocabulary::{AppliesWhen, Category, Family, Role, Scenario, Severity, Source};
pub(crate) use crate::facts::{
    ExchangeVersion, Host, Item, LyncVersion, Missing, Server, Shell, exchange_sections, lync_sections,
    machine_sections, same_name,
};
pub(crate) use crate::l10n::Text;
pub(crate) use crate::step::{Cmdlet, Command, Probe, Step, Transition, Value, state};
