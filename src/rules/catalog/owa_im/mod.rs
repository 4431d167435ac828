//! The rules of this folder. Written by `cargo xtask rules` from its files.

pub(super) mod base;
pub(super) mod owa_apppool_recycle;
pub(super) mod owa_cert_dual_use;
pub(super) mod owa_cert_imported;
pub(super) mod owa_cert_names;
pub(super) mod owa_cert_trusted;
pub(super) mod owa_disable_if_unused;
pub(super) mod owa_e2016_branch;
pub(super) mod owa_healthset;
pub(super) mod owa_im_end;
pub(super) mod owa_im_servername;
pub(super) mod owa_im_thumbprint;
pub(super) mod owa_policy_im;
pub(super) mod owa_ucma;
pub(super) mod owa_user_lync_enabled;
pub(super) mod owa_user_mailbox;
pub(super) mod owa_user_policy;
pub(super) mod owa_user_sip_proxy;
pub(super) mod owa_vdir_defaults;
pub(super) mod owa_vdir_im;
pub(super) mod owa_vdir_not_backend;
pub(super) mod owa_vdir_unread;
pub(super) mod owa_verify_event112;
pub(super) mod owa_verify_logdir;
pub(super) mod owa_verify_presence;
pub(super) mod owa_webconfig_backend_only;
pub(super) mod owa_webconfig_keys;
pub(super) mod owa_webconfig_valid;

use crate::rules::model::rule::Rule;
use base::BASE;
use std::slice::from_ref;

/// The rules of this folder, by file.
#[rustfmt::skip]
pub(super) static RULES: &[&[Rule]] = &[
    from_ref(&owa_apppool_recycle::RULE),
    from_ref(&owa_cert_dual_use::RULE),
    from_ref(&owa_cert_imported::RULE),
    from_ref(&owa_cert_names::RULE),
    from_ref(&owa_cert_trusted::RULE),
    from_ref(&owa_disable_if_unused::RULE),
    from_ref(&owa_e2016_branch::RULE),
    from_ref(&owa_healthset::RULE),
    from_ref(&owa_im_end::RULE),
    from_ref(&owa_im_servername::RULE),
    from_ref(&owa_im_thumbprint::RULE),
    from_ref(&owa_policy_im::RULE),
    &owa_ucma::RULES,
    from_ref(&owa_user_lync_enabled::RULE),
    from_ref(&owa_user_mailbox::RULE),
    from_ref(&owa_user_policy::RULE),
    from_ref(&owa_user_sip_proxy::RULE),
    from_ref(&owa_vdir_defaults::RULE),
    from_ref(&owa_vdir_im::RULE),
    from_ref(&owa_vdir_not_backend::RULE),
    from_ref(&owa_vdir_unread::RULE),
    from_ref(&owa_verify_event112::RULE),
    from_ref(&owa_verify_logdir::RULE),
    from_ref(&owa_verify_presence::RULE),
    from_ref(&owa_webconfig_backend_only::RULE),
    from_ref(&owa_webconfig_keys::RULE),
    from_ref(&owa_webconfig_valid::RULE),
];
