//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod base;
mod so_accepted;
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
