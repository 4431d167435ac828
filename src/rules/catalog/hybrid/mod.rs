//! The rules of this folder. Written by `cargo xtask rules` from its files.

mod base;
mod hyb_access_edge;
mod hyb_dedicated_app;
mod hyb_dns_routing;
mod hyb_edge_localstore;
mod hyb_extaccess;
mod hyb_hostedvm;
mod hyb_order;
mod hyb_provider;
mod hyb_provider_id;
mod hyb_provider_properties;
mod hyb_provider_proxy;
mod hyb_replication;
mod hyb_same_sip_domain;
mod hyb_srv;

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
