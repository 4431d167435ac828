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
mod owa_im_servername;
mod owa_im_thumbprint;
mod owa_policy_im;
mod owa_ucma_dll;
mod owa_ucma_reg;
mod owa_user_lync_enabled;
mod owa_user_mailbox;
mod owa_user_policy;
mod owa_user_sip_proxy;
mod owa_vdir_defaults;
mod owa_vdir_im;
mod owa_vdir_not_backend;
mod owa_verify_event112;
mod owa_verify_logdir;
mod owa_verify_presence;
mod owa_webconfig_backend_only;
mod owa_webconfig_keys;

use crate::rules::model::rule::Rule;
use base::BASE;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &owa_apppool_recycle::RULE,
    &owa_cert_dual_use::RULE,
    &owa_cert_imported::RULE,
    &owa_cert_names::RULE,
    &owa_cert_trusted::RULE,
    &owa_disable_if_unused::RULE,
    &owa_e2016_branch::RULE,
    &owa_healthset::RULE,
    &owa_im_servername::RULE,
    &owa_im_thumbprint::RULE,
    &owa_policy_im::RULE,
    &owa_ucma_dll::RULE,
    &owa_ucma_reg::RULE,
    &owa_user_lync_enabled::RULE,
    &owa_user_mailbox::RULE,
    &owa_user_policy::RULE,
    &owa_user_sip_proxy::RULE,
    &owa_vdir_defaults::RULE,
    &owa_vdir_im::RULE,
    &owa_vdir_not_backend::RULE,
    &owa_verify_event112::RULE,
    &owa_verify_logdir::RULE,
    &owa_verify_presence::RULE,
    &owa_webconfig_backend_only::RULE,
    &owa_webconfig_keys::RULE,
];
