//! What a certificate is judged by, beside its bytes and its purpose.

use super::read::Certificate;
use crate::facts::Time;

/// What a certificate is asked for, beside its purpose.
#[derive(Debug)]
pub struct Asked {
    /// The full names of the servers that it is for, in lower case.
    pub fqdns: Vec<String>,
    /// The SIP domains, the default one first, in lower case.
    pub sip_domains: Vec<String>,
    /// The time at which it is judged.
    pub now: Time,
    /// Whether the machine has its private key; nothing if that is not known.
    pub has_private_key: Option<bool>,
    /// Whether that key is kept by a CNG provider; nothing if that is not known.
    pub is_cng_key: Option<bool>,
    /// The certificates of its issuers, in any order; nothing if nobody looked for them.
    pub chain: Option<Vec<Certificate>>,
}
