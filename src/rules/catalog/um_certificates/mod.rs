//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod base;
mod umcert_enabled_services;
mod umcert_everywhere;
mod umcert_ex_ca;
mod umcert_gateways;
mod umcert_lync;
mod umcert_mutual_trust;
mod umcert_names;
mod umcert_one_for_all;
mod umcert_same_ca;
mod umcert_san_all;
mod umcert_topology_table;

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
