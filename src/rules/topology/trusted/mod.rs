//! Trusted application pools and applications: which belong to a server, and under which name.

pub(crate) mod name;
pub(crate) mod pools;
pub(crate) mod servers;
