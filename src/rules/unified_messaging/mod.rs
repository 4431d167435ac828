//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod um_applies;
mod um_ex_installed;
mod um_lync_same_topology;
mod um_ocs2007r2;
mod um_order;

use super::rule::Rule;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &um_applies::RULE,
    &um_ex_installed::RULE,
    &um_lync_same_topology::RULE,
    &um_ocs2007r2::RULE,
    &um_order::RULE,
];
