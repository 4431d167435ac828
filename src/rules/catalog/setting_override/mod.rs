//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod base;
mod so_cert_iis;
mod so_create;
mod so_lync2013_unsupported;
mod so_name_unique;
mod so_no_webconfig;
mod so_refresh;
mod so_regional_pool;
mod so_restart_pool;
mod so_server_shortname;
mod so_verify;

use crate::rules::model::rule::Rule;
use base::BASE;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &so_cert_iis::RULE,
    &so_create::RULE,
    &so_lync2013_unsupported::RULE,
    &so_name_unique::RULE,
    &so_no_webconfig::RULE,
    &so_refresh::RULE,
    &so_regional_pool::RULE,
    &so_restart_pool::RULE,
    &so_server_shortname::RULE,
    &so_verify::RULE,
];
