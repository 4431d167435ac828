//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod arch_config;
mod compat_e2010_allowed;
mod compat_e2010_limits;
mod est_clock;
mod est_contradiction;
mod photo_hires;
mod pre_installed;
mod pre_lync_pool;
mod pre_version_combo;
mod ucs_policy;

use super::rule::Rule;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &arch_config::RULE,
    &compat_e2010_allowed::RULE,
    &compat_e2010_limits::RULE,
    &est_clock::RULE,
    &est_contradiction::RULE,
    &photo_hires::RULE,
    &pre_installed::RULE,
    &pre_lync_pool::RULE,
    &pre_version_combo::RULE,
    &ucs_policy::RULE,
];
