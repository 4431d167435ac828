//! Written by `cargo xtask rules` from the files of this folder.

mod owa_apppool_recycle;
mod owa_disable_if_unused;
mod owa_policy_im;
mod owa_vdir_defaults;
mod owa_vdir_im;
mod owa_vdir_not_backend;
mod owa_webconfig_backend_only;
mod owa_webconfig_keys;

use super::rule::Rule;

/// The rules of this folder, by id.
pub(super) static RULES: &[&Rule] = &[
    &owa_apppool_recycle::RULE,
    &owa_disable_if_unused::RULE,
    &owa_policy_im::RULE,
    &owa_vdir_defaults::RULE,
    &owa_vdir_im::RULE,
    &owa_vdir_not_backend::RULE,
    &owa_webconfig_backend_only::RULE,
    &owa_webconfig_keys::RULE,
];
