//! A certificate: what its bytes say, and whether it suits a purpose of the integration. Each group of conditions stands
//! in a file of its own, with its codes and sentences. Must not do I/O or ask the clock: bytes, names and time are given,
//! and so is what only the machine knows, such as whether there is a private key.
//!
//! Signatures are not verified: that is the work of Windows, which has the roots. What is looked at is whether the chain
//! is whole and of algorithms that may be relied on.

mod algorithm;
mod asked;
mod chain;
mod finding;
mod key;
mod names;
mod period;
mod purpose;
mod read;
#[cfg(test)]
mod samples;
mod subject;
mod usage;

pub use asked::Asked;
pub use finding::{Code, Evidence, Finding, Severity, Status};
pub use key::signature_fault;
pub use purpose::{PURPOSES, Purpose};
pub use read::Certificate;

/// Judges a certificate: a finding for each condition of the purpose, in an order that does not change.
#[must_use]
pub fn check(certificate: &Certificate, purpose: Purpose, asked: &Asked) -> Vec<Finding> {
    let mut findings = period::check(certificate, asked.now);
    findings.extend(key::check(certificate, purpose, asked));
    findings.push(usage::check(certificate, purpose));
    findings.extend(names::check(certificate, purpose, asked));
    findings.extend(chain::check(certificate, purpose, asked));
    findings
}

/// Whether nothing that matters fails or is unknown.
#[must_use]
pub fn is_fit(findings: &[Finding]) -> bool {
    !findings.iter().any(|finding| finding.severity == Severity::Error && finding.status != Status::Pass)
}
