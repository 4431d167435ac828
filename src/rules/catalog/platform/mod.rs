//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod base;
mod compat_e2010_allowed;
mod compat_e2010_limits;
mod est_clock;
mod est_contradiction;
mod pre_installed;
mod pre_lync_pool;
mod pre_version_combo;

use crate::rules::model::rule::Rule;
use base::BASE;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &compat_e2010_allowed::RULE,
    &compat_e2010_limits::RULE,
    &est_clock::RULE,
    &est_contradiction::RULE,
    &pre_installed::RULE,
    &pre_lync_pool::RULE,
    &pre_version_combo::RULE,
];
