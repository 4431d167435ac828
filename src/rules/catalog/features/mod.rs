//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod arch_config;
mod base;
mod photo_hires;
mod ucs_policy;

use crate::rules::model::rule::Rule;
use base::BASE;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &arch_config::RULE,
    &photo_hires::RULE,
    &ucs_policy::RULE,
];
