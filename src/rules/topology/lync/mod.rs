//! Lync: pools, servers, the servers that it knows, hosting providers and external access policies.

pub(crate) mod external_access;
pub(crate) mod hosting_provider;
pub(crate) mod known_servers;
pub(crate) mod pools;
pub(crate) mod servers;
