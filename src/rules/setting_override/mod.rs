//! Written by `cargo xtask rules` from the files of this folder.

mod so_no_webconfig;

use super::rule::Rule;

/// The rules of this folder, by id.
pub(super) static RULES: &[&Rule] = &[&so_no_webconfig::RULE];
