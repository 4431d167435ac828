//! The rules of this folder. Written by `cargo xtask rules` from its files.

pub(super) mod arch_config;
pub(super) mod base;
pub(super) mod photo_hires;
pub(super) mod ucs_policy;

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
