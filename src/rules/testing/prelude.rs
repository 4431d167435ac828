//! What the tests of every rule need.

pub(crate) use super::case::SERVER;
#[allow(unused_imports, reason = "each test takes what it needs")]
pub(crate) use super::case::{Case, exchange_2013, exchange_2016, exchange_se, hybrid, oauth, unified_messaging};
pub(crate) use super::samples::{Sample, display, fact};
pub(crate) use crate::l10n::Culture;
pub(crate) use crate::rules::model::context::Context;
pub(crate) use crate::rules::model::finding::Status;
pub(crate) use crate::rules::model::fixes::Fixes;
pub(crate) use crate::rules::model::intent::{Cloud, Settings};
pub(crate) use crate::rules::model::vocabulary::Severity;
