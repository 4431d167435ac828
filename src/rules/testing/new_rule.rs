//! The rule that `cargo xtask new-rule` writes, so that it compiles and its test passes before anybody starts from it. It
//! is no rule of the catalog.

use crate::rules::prelude::*;

/// What its folder says.
const BASE: Metadata = Metadata { family: Family::General, ..Metadata::BASE };

#[path = "../../../xtask/src/new_rule.txt"]
pub(crate) mod rule;
