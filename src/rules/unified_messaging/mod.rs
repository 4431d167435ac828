//! The rules of this folder. Written by `cargo xtask rules` from its files.

use super::rule::Rule;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
];
