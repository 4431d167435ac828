//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod base;
mod hyb_dns_routing;
mod hyb_edge_localstore;
mod hyb_extaccess;
mod hyb_federated_users;
mod hyb_hostedvm;
mod hyb_order;
mod hyb_outside_enabled;
mod hyb_provider;
mod hyb_provider_21vianet;
mod hyb_provider_enabled;
mod hyb_provider_hostsocs;
mod hyb_provider_id;
mod hyb_provider_islocal;
mod hyb_provider_proxy;
mod hyb_provider_shared;
mod hyb_provider_verify;
mod hyb_replication;
mod hyb_same_sip_domain;
mod hyb_srv;

use crate::rules::model::rule::Rule;
use base::BASE;

/// The rules of this folder, by id.
#[rustfmt::skip]
pub(super) static RULES: &[&Rule] = &[
    &hyb_dns_routing::RULE,
    &hyb_edge_localstore::RULE,
    &hyb_extaccess::RULE,
    &hyb_federated_users::RULE,
    &hyb_hostedvm::RULE,
    &hyb_order::RULE,
    &hyb_outside_enabled::RULE,
    &hyb_provider::RULE,
    &hyb_provider_21vianet::RULE,
    &hyb_provider_enabled::RULE,
    &hyb_provider_hostsocs::RULE,
    &hyb_provider_id::RULE,
    &hyb_provider_islocal::RULE,
    &hyb_provider_proxy::RULE,
    &hyb_provider_shared::RULE,
    &hyb_provider_verify::RULE,
    &hyb_replication::RULE,
    &hyb_same_sip_domain::RULE,
    &hyb_srv::RULE,
];
