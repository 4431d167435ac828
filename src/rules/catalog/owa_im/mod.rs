//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod base;
mod owa_apppool_recycle;
mod owa_cert_dual_use;
mod owa_cert_imported;
mod owa_cert_names;
mod owa_cert_trusted;
mod owa_disable_if_unused;
mod owa_e2016_branch;
mod owa_healthset;
mod owa_im_end;
mod owa_im_servername;
mod owa_im_thumbprint;
mod owa_policy_im;
mod owa_ucma;
mod owa_user_lync_enabled;
mod owa_user_mailbox;
mod owa_user_policy;
mod owa_user_sip_proxy;
mod owa_vdir_defaults;
mod owa_vdir_im;
mod owa_vdir_not_backend;
mod owa_vdir_unread;
mod owa_verify_event112;
mod owa_verify_logdir;
mod owa_verify_presence;
mod owa_webconfig_backend_only;
mod owa_webconfig_keys;
mod owa_webconfig_valid;

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
