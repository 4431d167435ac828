//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod um_applies;
mod um_client;
mod um_ev_users;
mod um_ex_installed;
mod um_firewall;
mod um_lp_assigned;
mod um_lync_fe_restart;
mod um_lync_same_topology;
mod um_mediation;
mod um_mediation_cert;
mod um_missed_call;
mod um_msrtcsipline;
mod um_not_collocated;
mod um_ocs2007r2;
mod um_ocsumutil;
mod um_order;
mod um_redundancy;
mod um_sipaccessservice;
mod um_test;
mod um_users_enabled;
mod um_voice_policy;

use super::rule::Rule;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &um_applies::RULE,
    &um_client::RULE,
    &um_ev_users::RULE,
    &um_ex_installed::RULE,
    &um_firewall::RULE,
    &um_lp_assigned::RULE,
    &um_lync_fe_restart::RULE,
    &um_lync_same_topology::RULE,
    &um_mediation::RULE,
    &um_mediation_cert::RULE,
    &um_missed_call::RULE,
    &um_msrtcsipline::RULE,
    &um_not_collocated::RULE,
    &um_ocs2007r2::RULE,
    &um_ocsumutil::RULE,
    &um_order::RULE,
    &um_redundancy::RULE,
    &um_sipaccessservice::RULE,
    &um_test::RULE,
    &um_users_enabled::RULE,
    &um_voice_policy::RULE,
];
