//! Instant messaging in Outlook on the web: servers, settings, and which pool and certificate they should use.

pub(crate) mod app_pool;
pub(crate) mod defects;
pub(crate) mod events;
pub(crate) mod override_scope;
pub(crate) mod provider;
pub(crate) mod selection;
pub(crate) mod servers;
pub(crate) mod settings;
pub(crate) mod suitable;
pub(crate) mod values;
