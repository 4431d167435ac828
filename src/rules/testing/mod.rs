//! What the tests of rules share: deployments in which everything is right, and the means to break one place of them.

pub(crate) mod case;
mod field;
pub(crate) mod new_rule;
pub(crate) mod prelude;
pub(crate) mod samples;
pub(crate) mod samples_hybrid;
pub(crate) mod samples_oauth;
pub(crate) mod samples_tls;
pub(crate) mod samples_um;
pub(crate) mod um_prelude;
