//! What a certificate is checked by, beside its bytes and its purpose.

use super::read::Certificate;
use crate::facts::Time;

/// What a certificate is asked for, beside its purpose.
#[derive(Debug)]
pub struct Requirements {
    /// The full names of the servers that it is for, in lower case.
    pub fqdns: Vec<String>,
    /// The SIP domains, the default one first, in lower case.
    pub sip_domains: Vec<String>,
    /// The time for which it is checked.
    pub now: Time,
    /// Whether the machine has its private key; nothing if that is not known.
    pub has_private_key: Option<bool>,
    /// Whether that key is kept by a CNG provider; nothing if that is not known.
    pub is_cng_key: Option<bool>,
    /// The certificates of its issuers, in any order; nothing if they were not collected.
    pub chain: Option<Vec<Certificate>>,
}
