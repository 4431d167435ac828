//! The rules of this folder. Written by `cargo xtask rules` from its files.

pub(super) mod base;
pub(super) mod so_accepted;
pub(super) mod so_cert_iis;
pub(super) mod so_create;
pub(super) mod so_lync2013_unsupported;
pub(super) mod so_name_unique;
pub(super) mod so_no_webconfig;
pub(super) mod so_refresh;
pub(super) mod so_regional_pool;
pub(super) mod so_restart_pool;
pub(super) mod so_server_shortname;
pub(super) mod so_verify;

use crate::rules::model::rule::Rule;
use base::BASE;
use std::slice::from_ref;

/// The rules of this folder, by file.
#[rustfmt::skip]
pub(super) static RULES: &[&[Rule]] = &[
    from_ref(&so_accepted::RULE),
    from_ref(&so_cert_iis::RULE),
    from_ref(&so_create::RULE),
    from_ref(&so_lync2013_unsupported::RULE),
    from_ref(&so_name_unique::RULE),
    from_ref(&so_no_webconfig::RULE),
    from_ref(&so_refresh::RULE),
    from_ref(&so_regional_pool::RULE),
    from_ref(&so_restart_pool::RULE),
    from_ref(&so_server_shortname::RULE),
    from_ref(&so_verify::RULE),
];
