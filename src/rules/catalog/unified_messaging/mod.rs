//! The rules of this folder. Written by `cargo xtask rules` from its files.

pub(super) mod base;
pub(super) mod um_aa;
pub(super) mod um_applies;
pub(super) mod um_client;
pub(super) mod um_dialplan_fqdn;
pub(super) mod um_dialplan_location_profile;
pub(super) mod um_dialplan_sip;
pub(super) mod um_euu_ad_perms;
pub(super) mod um_euu_gateway_per_pool;
pub(super) mod um_euu_huntgroup;
pub(super) mod um_ev_users;
pub(super) mod um_ex_installed;
pub(super) mod um_exchucutil;
pub(super) mod um_firewall;
pub(super) mod um_lp_assigned;
pub(super) mod um_lync_fe_restart;
pub(super) mod um_lync_same_topology;
pub(super) mod um_mediation;
pub(super) mod um_mediation_cert;
pub(super) mod um_missed_call;
pub(super) mod um_msrtcsipline;
pub(super) mod um_name_no_spaces;
pub(super) mod um_no_dialing_rules;
pub(super) mod um_no_fax;
pub(super) mod um_not_collocated;
pub(super) mod um_ocs2007r2;
pub(super) mod um_ocsumutil;
pub(super) mod um_order;
pub(super) mod um_outcalls_one;
pub(super) mod um_redundancy;
pub(super) mod um_restart;
pub(super) mod um_servers_in_dialplan;
pub(super) mod um_services_running;
pub(super) mod um_sipaccessservice;
pub(super) mod um_startup_dual;
pub(super) mod um_test;
pub(super) mod um_tls_port;
pub(super) mod um_user_sip;
pub(super) mod um_user_sip_dialplan;
pub(super) mod um_users_enabled;
pub(super) mod um_voice_policy;
pub(super) mod um_voip_compat;
pub(super) mod um_voip_encrypted;
pub(super) mod um_voip_recommend_secured;

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
