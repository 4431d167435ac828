//! The rules of this folder. Written by `cargo xtask rules` from its files.

pub(super) mod base;
pub(super) mod hyb_access_edge;
pub(super) mod hyb_dedicated_app;
pub(super) mod hyb_dns_routing;
pub(super) mod hyb_edge_localstore;
pub(super) mod hyb_extaccess;
pub(super) mod hyb_hostedvm;
pub(super) mod hyb_order;
pub(super) mod hyb_provider;
pub(super) mod hyb_provider_id;
pub(super) mod hyb_provider_properties;
pub(super) mod hyb_provider_proxy;
pub(super) mod hyb_replication;
pub(super) mod hyb_same_sip_domain;
pub(super) mod hyb_srv;

use crate::rules::model::rule::Rule;
use base::BASE;
use std::slice::from_ref;

/// The rules of this folder, by file.
#[rustfmt::skip]
pub(super) static RULES: &[&[Rule]] = &[
    &hyb_access_edge::RULES,
    from_ref(&hyb_dedicated_app::RULE),
    from_ref(&hyb_dns_routing::RULE),
    from_ref(&hyb_edge_localstore::RULE),
    from_ref(&hyb_extaccess::RULE),
    from_ref(&hyb_hostedvm::RULE),
    from_ref(&hyb_order::RULE),
    from_ref(&hyb_provider::RULE),
    from_ref(&hyb_provider_id::RULE),
    &hyb_provider_properties::RULES,
    &hyb_provider_proxy::RULES,
    from_ref(&hyb_replication::RULE),
    from_ref(&hyb_same_sip_domain::RULE),
    from_ref(&hyb_srv::RULE),
];
