//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod arch_config;
mod base;
mod photo_hires;
mod ucs_policy;

use crate::rules::model::rule::Rule;
use base::BASE;
use std::slice::from_ref;

/// The rules of this folder, by file.
#[rustfmt::skip]
pub(super) static RULES: &[&[Rule]] = &[
    from_ref(&arch_config::RULE),
    from_ref(&photo_hires::RULE),
    from_ref(&ucs_policy::RULE),
];
