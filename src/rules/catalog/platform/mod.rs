//! The rules of this folder. Written by `cargo xtask rules` from its files.

pub(super) mod base;
pub(super) mod cert_expiry;
pub(super) mod cert_key;
pub(super) mod compat_e2010_allowed;
pub(super) mod compat_e2010_limits;
pub(super) mod est_clock;
pub(super) mod est_contradiction;
pub(super) mod est_support;
pub(super) mod pre_installed;
pub(super) mod pre_lync_pool;
pub(super) mod pre_version_combo;
pub(super) mod tls_common;
pub(super) mod tls_dotnet;

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
