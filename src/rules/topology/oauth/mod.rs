//! Server-to-server authentication: autodiscover, issuers of tokens and partner applications.

pub(crate) mod auth_config;
pub(crate) mod autodiscover;
pub(crate) mod issuer;
pub(crate) mod network;
pub(crate) mod partner;
pub(crate) mod storage_test;
