//! What Exchange and Lync are to each other: which servers, pools, certificates and users belong together. Reads facts;
//! checks nothing and makes no steps.

pub(crate) mod certificates;
pub(crate) mod im;
pub(crate) mod lync;
pub(crate) mod oauth;
pub(crate) mod tls;
pub(crate) mod trusted;
pub(crate) mod um;
pub(crate) mod users;
pub(crate) mod windows_services;
