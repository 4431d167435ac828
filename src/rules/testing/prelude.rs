//! What the tests of every rule need.

pub(crate) use super::samples::{Sample, display, fact};
pub(crate) use crate::message::Culture;
pub(crate) use crate::rules::model::context::Context;
pub(crate) use crate::rules::model::finding::Status;
pub(crate) use crate::rules::model::fixes::Fixes;
pub(crate) use crate::rules::model::intent::{Cloud, Settings};
pub(crate) use crate::rules::model::vocabulary::Severity;
