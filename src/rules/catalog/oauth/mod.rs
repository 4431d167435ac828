//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod autod_allowed_domains;
mod autod_dns;
mod autod_oauth_url;
mod autod_scp_uri;
mod autod_serves;
mod base;
mod ex_auth_cert;
mod oauth_cert_2048;
mod oauth_cert_any_webserver;
mod oauth_cert_present;
mod oauth_cert_same_everywhere;
mod oauth_cert_subject_sipdomain;
mod oauth_server;
mod oauth_servicename;
mod oauth_supported_set;
mod partner_ex_in_lync;
mod partner_iisreset;
mod partner_linked_account;
mod partner_lync_in_ex;
mod partner_metadata_reachable;
mod partner_test;
mod pre_s2s_certs_assigned;

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
