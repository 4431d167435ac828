//! Unified messaging: servers, services, dial plans, gateways, mailboxes and certificates.

pub(crate) mod certificate_bindings;
pub(crate) mod dial_plans;
pub(crate) mod encryption;
pub(crate) mod gateways;
pub(crate) mod mailboxes;
pub(crate) mod root_trust;
pub(crate) mod servers;
pub(crate) mod services;
