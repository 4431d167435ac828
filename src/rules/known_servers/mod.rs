//! Written by `cargo xtask rules` from the files of this folder.

use super::rule::Rule;

/// The rules of this folder, by id.
pub(super) static RULES: &[&Rule] = &[];
