//! The rules of this folder. Written by `cargo xtask rules` from its files.

pub(super) mod autod_allowed_domains;
pub(super) mod autod_dns;
pub(super) mod autod_oauth_url;
pub(super) mod autod_scp_uri;
pub(super) mod autod_serves;
pub(super) mod base;
pub(super) mod ex_auth_cert;
pub(super) mod oauth_cert_2048;
pub(super) mod oauth_cert_any_webserver;
pub(super) mod oauth_cert_present;
pub(super) mod oauth_cert_same_everywhere;
pub(super) mod oauth_cert_subject_sipdomain;
pub(super) mod oauth_server;
pub(super) mod oauth_servicename;
pub(super) mod oauth_supported_set;
pub(super) mod partner_ex_in_lync;
pub(super) mod partner_iisreset;
pub(super) mod partner_linked_account;
pub(super) mod partner_lync_in_ex;
pub(super) mod partner_metadata_reachable;
pub(super) mod partner_test;
pub(super) mod pre_s2s_certs_assigned;

use crate::rules::model::rule::Rule;
use base::BASE;
use std::slice::from_ref;

/// The rules of this folder, by file.
#[rustfmt::skip]
pub(super) static RULES: &[&[Rule]] = &[
    from_ref(&autod_allowed_domains::RULE),
    from_ref(&autod_dns::RULE),
    from_ref(&autod_oauth_url::RULE),
    from_ref(&autod_scp_uri::RULE),
    from_ref(&autod_serves::RULE),
    from_ref(&ex_auth_cert::RULE),
    from_ref(&oauth_cert_2048::RULE),
    from_ref(&oauth_cert_any_webserver::RULE),
    from_ref(&oauth_cert_present::RULE),
    from_ref(&oauth_cert_same_everywhere::RULE),
    from_ref(&oauth_cert_subject_sipdomain::RULE),
    from_ref(&oauth_server::RULE),
    from_ref(&oauth_servicename::RULE),
    from_ref(&oauth_supported_set::RULE),
    from_ref(&partner_ex_in_lync::RULE),
    from_ref(&partner_iisreset::RULE),
    from_ref(&partner_linked_account::RULE),
    from_ref(&partner_lync_in_ex::RULE),
    from_ref(&partner_metadata_reachable::RULE),
    from_ref(&partner_test::RULE),
    from_ref(&pre_s2s_certs_assigned::RULE),
];
