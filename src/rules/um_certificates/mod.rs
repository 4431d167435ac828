//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod bound;
mod umcert_enabled_services;
mod umcert_ex_ca;
mod umcert_fqdn_subject;
mod umcert_issued_to_fqdn;
mod umcert_no_wildcard_cn;
mod umcert_one_for_all;
mod umcert_per_server;
mod umcert_san_all;

use super::rule::Rule;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &umcert_enabled_services::RULE,
    &umcert_ex_ca::RULE,
    &umcert_fqdn_subject::RULE,
    &umcert_issued_to_fqdn::RULE,
    &umcert_no_wildcard_cn::RULE,
    &umcert_one_for_all::RULE,
    &umcert_per_server::RULE,
    &umcert_san_all::RULE,
];
