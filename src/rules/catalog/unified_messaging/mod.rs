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
use std::slice::from_ref;

/// The rules of this folder, by file.
#[rustfmt::skip]
pub(super) static RULES: &[&[Rule]] = &[
    from_ref(&um_aa::RULE),
    from_ref(&um_applies::RULE),
    from_ref(&um_client::RULE),
    from_ref(&um_dialplan_fqdn::RULE),
    from_ref(&um_dialplan_location_profile::RULE),
    from_ref(&um_dialplan_sip::RULE),
    from_ref(&um_euu_ad_perms::RULE),
    from_ref(&um_euu_gateway_per_pool::RULE),
    from_ref(&um_euu_huntgroup::RULE),
    from_ref(&um_ev_users::RULE),
    from_ref(&um_ex_installed::RULE),
    from_ref(&um_exchucutil::RULE),
    from_ref(&um_firewall::RULE),
    from_ref(&um_lp_assigned::RULE),
    from_ref(&um_lync_fe_restart::RULE),
    from_ref(&um_lync_same_topology::RULE),
    from_ref(&um_mediation::RULE),
    from_ref(&um_mediation_cert::RULE),
    from_ref(&um_missed_call::RULE),
    from_ref(&um_msrtcsipline::RULE),
    from_ref(&um_name_no_spaces::RULE),
    from_ref(&um_no_dialing_rules::RULE),
    from_ref(&um_no_fax::RULE),
    from_ref(&um_not_collocated::RULE),
    from_ref(&um_ocs2007r2::RULE),
    from_ref(&um_ocsumutil::RULE),
    from_ref(&um_order::RULE),
    from_ref(&um_outcalls_one::RULE),
    from_ref(&um_redundancy::RULE),
    from_ref(&um_restart::RULE),
    from_ref(&um_servers_in_dialplan::RULE),
    from_ref(&um_services_running::RULE),
    from_ref(&um_sipaccessservice::RULE),
    from_ref(&um_startup_dual::RULE),
    from_ref(&um_test::RULE),
    from_ref(&um_tls_port::RULE),
    from_ref(&um_user_sip::RULE),
    from_ref(&um_user_sip_dialplan::RULE),
    from_ref(&um_users_enabled::RULE),
    from_ref(&um_voice_policy::RULE),
    &um_voip_compat::RULES,
    from_ref(&um_voip_encrypted::RULE),
    from_ref(&um_voip_recommend_secured::RULE),
];
