//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod owa_e2016_branch;
mod owa_ucma_dll;
mod owa_ucma_reg;

use super::rule::Rule;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &owa_e2016_branch::RULE,
    &owa_ucma_dll::RULE,
    &owa_ucma_reg::RULE,
];
