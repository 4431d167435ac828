//! The rules of this folder. Written by `cargo xtask rules` from its files.

pub(super) mod base;
pub(super) mod umcert_enabled_services;
pub(super) mod umcert_everywhere;
pub(super) mod umcert_ex_ca;
pub(super) mod umcert_gateways;
pub(super) mod umcert_lync;
pub(super) mod umcert_mutual_trust;
pub(super) mod umcert_names;
pub(super) mod umcert_one_for_all;
pub(super) mod umcert_same_ca;
pub(super) mod umcert_san_all;
pub(super) mod umcert_topology_table;

use crate::rules::model::rule::Rule;
use base::BASE;
use std::slice::from_ref;

/// The rules of this folder, by file.
#[rustfmt::skip]
pub(super) static RULES: &[&[Rule]] = &[
    from_ref(&umcert_enabled_services::RULE),
    from_ref(&umcert_everywhere::RULE),
    from_ref(&umcert_ex_ca::RULE),
    from_ref(&umcert_gateways::RULE),
    from_ref(&umcert_lync::RULE),
    from_ref(&umcert_mutual_trust::RULE),
    &umcert_names::RULES,
    from_ref(&umcert_one_for_all::RULE),
    from_ref(&umcert_same_ca::RULE),
    from_ref(&umcert_san_all::RULE),
    from_ref(&umcert_topology_table::RULE),
];
