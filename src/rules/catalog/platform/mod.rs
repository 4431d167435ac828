//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod base;
mod cert_expiry;
mod cert_key;
mod compat_e2010_allowed;
mod compat_e2010_limits;
mod est_clock;
mod est_contradiction;
mod est_support;
mod pre_installed;
mod pre_lync_pool;
mod pre_version_combo;
mod tls_common;
mod tls_dotnet;

use crate::rules::model::rule::Rule;
use base::BASE;
use std::slice::from_ref;

/// The rules of this folder, by file.
#[rustfmt::skip]
pub(super) static RULES: &[&[Rule]] = &[
    &cert_expiry::RULES,
    &cert_key::RULES,
    from_ref(&compat_e2010_allowed::RULE),
    from_ref(&compat_e2010_limits::RULE),
    from_ref(&est_clock::RULE),
    from_ref(&est_contradiction::RULE),
    from_ref(&est_support::RULE),
    from_ref(&pre_installed::RULE),
    from_ref(&pre_lync_pool::RULE),
    from_ref(&pre_version_combo::RULE),
    from_ref(&tls_common::RULE),
    from_ref(&tls_dotnet::RULE),
];
