//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod base;
mod tap_autodiscovered;
mod tap_colocated_no_pool;
mod tap_create;
mod tap_duplicate_entry;
mod tap_ex_in_sip_dialplans;
mod tap_name_matches_cert;
mod tap_registrar_pool;
mod tap_replication_false;
mod tap_siteid;
mod tap_skip_to_im;
mod tapp_appid_chars;
mod tapp_create;
mod tapp_port;
mod topo_enable;
mod um_before_owa;

use crate::rules::model::rule::Rule;
use base::BASE;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &tap_autodiscovered::RULE,
    &tap_colocated_no_pool::RULE,
    &tap_create::RULE,
    &tap_duplicate_entry::RULE,
    &tap_ex_in_sip_dialplans::RULE,
    &tap_name_matches_cert::RULE,
    &tap_registrar_pool::RULE,
    &tap_replication_false::RULE,
    &tap_siteid::RULE,
    &tap_skip_to_im::RULE,
    &tapp_appid_chars::RULE,
    &tapp_create::RULE,
    &tapp_port::RULE,
    &topo_enable::RULE,
    &um_before_owa::RULE,
];
