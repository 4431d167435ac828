//! Written by `cargo xtask rules` from the files of this folder.

mod owa_e2016_branch;
mod owa_ucma_dll;
mod owa_ucma_reg;

use super::rule::Rule;

/// The rules of this folder, by id.
pub(super) static RULES: &[&Rule] = &[&owa_e2016_branch::RULE, &owa_ucma_dll::RULE, &owa_ucma_reg::RULE];
