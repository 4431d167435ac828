//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod base;
mod um_aa;
mod um_applies;
mod um_client;
mod um_dialplan_fqdn;
mod um_dialplan_location_profile;
mod um_dialplan_sip;
mod um_euu_ad_perms;
mod um_euu_gateway_per_pool;
mod um_euu_huntgroup;
mod um_ev_users;
mod um_ex_installed;
mod um_exchucutil;
mod um_firewall;
mod um_lp_assigned;
mod um_lpe_compat;
mod um_lync_fe_restart;
mod um_lync_same_topology;
mod um_mediation;
mod um_mediation_cert;
mod um_missed_call;
mod um_msrtcsipline;
mod um_name_no_spaces;
mod um_no_dialing_rules;
mod um_no_fax;
mod um_not_collocated;
mod um_ocs2007r2;
mod um_ocsumutil;
mod um_order;
mod um_outcalls_one;
mod um_redundancy;
mod um_restart;
mod um_servers_in_dialplan;
mod um_services_running;
mod um_sipaccessservice;
mod um_startup_dual;
mod um_test;
mod um_tls_port;
mod um_user_sip;
mod um_user_sip_dialplan;
mod um_users_enabled;
mod um_voice_policy;
mod um_voip_compat;
mod um_voip_encrypted;
mod um_voip_recommend_secured;

use crate::rules::model::rule::Rule;
use base::BASE;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &um_aa::RULE,
    &um_applies::RULE,
    &um_client::RULE,
    &um_dialplan_fqdn::RULE,
    &um_dialplan_location_profile::RULE,
    &um_dialplan_sip::RULE,
    &um_euu_ad_perms::RULE,
    &um_euu_gateway_per_pool::RULE,
    &um_euu_huntgroup::RULE,
    &um_ev_users::RULE,
    &um_ex_installed::RULE,
    &um_exchucutil::RULE,
    &um_firewall::RULE,
    &um_lp_assigned::RULE,
    &um_lpe_compat::RULE,
    &um_lync_fe_restart::RULE,
    &um_lync_same_topology::RULE,
    &um_mediation::RULE,
    &um_mediation_cert::RULE,
    &um_missed_call::RULE,
    &um_msrtcsipline::RULE,
    &um_name_no_spaces::RULE,
    &um_no_dialing_rules::RULE,
    &um_no_fax::RULE,
    &um_not_collocated::RULE,
    &um_ocs2007r2::RULE,
    &um_ocsumutil::RULE,
    &um_order::RULE,
    &um_outcalls_one::RULE,
    &um_redundancy::RULE,
    &um_restart::RULE,
    &um_servers_in_dialplan::RULE,
    &um_services_running::RULE,
    &um_sipaccessservice::RULE,
    &um_startup_dual::RULE,
    &um_test::RULE,
    &um_tls_port::RULE,
    &um_user_sip::RULE,
    &um_user_sip_dialplan::RULE,
    &um_users_enabled::RULE,
    &um_voice_policy::RULE,
    &um_voip_compat::RULE,
    &um_voip_encrypted::RULE,
    &um_voip_recommend_secured::RULE,
];
