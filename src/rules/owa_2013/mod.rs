//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod owa_apppool_recycle;
mod owa_policy_im;

use super::rule::Rule;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &owa_apppool_recycle::RULE,
    &owa_policy_im::RULE,
];
