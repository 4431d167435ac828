//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod base;
mod umcert_enabled_services;
mod umcert_everywhere;
mod umcert_ex_ca;
mod umcert_fqdn_subject;
mod umcert_gateways;
mod umcert_issued_to_fqdn;
mod umcert_lync;
mod umcert_mutual_trust;
mod umcert_no_wildcard_cn;
mod umcert_one_for_all;
mod umcert_per_server;
mod umcert_same_ca;
mod umcert_san_all;
mod umcert_topology_table;

use crate::rules::model::rule::Rule;
use base::BASE;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &umcert_enabled_services::RULE,
    &umcert_everywhere::RULE,
    &umcert_ex_ca::RULE,
    &umcert_fqdn_subject::RULE,
    &umcert_gateways::RULE,
    &umcert_issued_to_fqdn::RULE,
    &umcert_lync::RULE,
    &umcert_mutual_trust::RULE,
    &umcert_no_wildcard_cn::RULE,
    &umcert_one_for_all::RULE,
    &umcert_per_server::RULE,
    &umcert_same_ca::RULE,
    &umcert_san_all::RULE,
    &umcert_topology_table::RULE,
];
