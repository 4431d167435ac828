//! Lync: pools, servers, hosting providers and external access policies.

pub(crate) mod external_access;
pub(crate) mod hosting_provider;
pub(crate) mod pools;
pub(crate) mod servers;
