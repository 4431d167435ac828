//! The rules of this folder. Written by `cargo xtask rules` from its files.

pub(super) mod base;
pub(super) mod tap_autodiscovered;
pub(super) mod tap_colocated_no_pool;
pub(super) mod tap_create;
pub(super) mod tap_duplicate_entry;
pub(super) mod tap_ex_in_sip_dialplans;
pub(super) mod tap_name_matches_cert;
pub(super) mod tap_registrar_pool;
pub(super) mod tap_replication_false;
pub(super) mod tap_siteid;
pub(super) mod tap_skip_to_im;
pub(super) mod tapp_appid_chars;
pub(super) mod tapp_create;
pub(super) mod tapp_port;
pub(super) mod topo_enable;
pub(super) mod um_before_owa;

use crate::rules::model::rule::Rule;
use base::BASE;
use std::slice::from_ref;

/// The rules of this folder, by file.
#[rustfmt::skip]
pub(super) static RULES: &[&[Rule]] = &[
    from_ref(&tap_autodiscovered::RULE),
    from_ref(&tap_colocated_no_pool::RULE),
    from_ref(&tap_create::RULE),
    from_ref(&tap_duplicate_entry::RULE),
    from_ref(&tap_ex_in_sip_dialplans::RULE),
    from_ref(&tap_name_matches_cert::RULE),
    from_ref(&tap_registrar_pool::RULE),
    from_ref(&tap_replication_false::RULE),
    from_ref(&tap_siteid::RULE),
    from_ref(&tap_skip_to_im::RULE),
    from_ref(&tapp_appid_chars::RULE),
    from_ref(&tapp_create::RULE),
    from_ref(&tapp_port::RULE),
    from_ref(&topo_enable::RULE),
    from_ref(&um_before_owa::RULE),
];
