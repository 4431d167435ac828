//! Whether the key and the signature of a certificate are strong enough, as the store of its server tells it.

use crate::certificate::signature_fault;
use crate::facts::ExchangeCertificate;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::roots::in_store;

/// How many bits a key has at least.
pub(crate) const BITS: u32 = 2048;

/// Whether a rule warns of the length of the key or of the hash. What was not collected is not held against it.
pub(crate) fn is_weak(context: &Context<'_>, host: &Host, certificate: &ExchangeCertificate) -> bool {
    let stored = in_store(context, host, &certificate.thumbprint);
    let size = stored.and_then(|one| one.public_key_size).or(certificate.public_key_size);
    let algorithm = stored.and_then(|one| one.signature_algorithm.as_deref()).filter(|name| !name.is_empty());
    size.is_some_and(|size| size < BITS) || algorithm.and_then(signature_fault).is_some()
}
