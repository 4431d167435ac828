//! The rules of this folder. Written by `cargo xtask rules` from its files.

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
mod oauth_servicename;
mod oauth_supported_set;
mod partner_ex_in_lync;
mod partner_iisreset;
mod partner_lync_in_ex;
mod partner_metadata_reachable;
mod partner_test;
mod pre_s2s_certs_assigned;

use crate::rules::model::rule::Rule;
use base::BASE;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &autod_dns::RULE,
    &autod_oauth_url::RULE,
    &autod_scp_uri::RULE,
    &autod_serves::RULE,
    &ex_auth_cert::RULE,
    &oauth_cert_2048::RULE,
    &oauth_cert_any_webserver::RULE,
    &oauth_cert_present::RULE,
    &oauth_cert_same_everywhere::RULE,
    &oauth_cert_subject_sipdomain::RULE,
    &oauth_servicename::RULE,
    &oauth_supported_set::RULE,
    &partner_ex_in_lync::RULE,
    &partner_iisreset::RULE,
    &partner_lync_in_ex::RULE,
    &partner_metadata_reachable::RULE,
    &partner_test::RULE,
    &pre_s2s_certs_assigned::RULE,
];
