//! A certificate: what its bytes say, and whether it suits a purpose of the integration. Each group of conditions stands
//! in a file of its own, with its codes and sentences. Must not do I/O or ask the clock: bytes, names and time are given,
//! and so is what only the machine knows, such as whether there is a private key.
//!
//! Signatures are not verified: that is the work of Windows, which has the roots. What is looked at is whether the chain
//! is whole and of algorithms that may be relied on.

mod algorithm;
mod chain;
mod finding;
mod key;
mod names;
mod period;
mod purpose;
mod read;
mod requirements;
#[cfg(test)]
mod samples;
mod subject;
mod usage;

pub use finding::{CertificateEvidence, CertificateFinding, CertificateSeverity, CertificateStatus, Condition};
pub use key::signature_fault;
pub use period::EXPIRES_SOON_SECONDS;
pub use purpose::{PURPOSES, Purpose};
pub use read::Certificate;
pub use requirements::Requirements;

/// Checks a certificate: a finding for each condition of the purpose, in an order that does not change.
#[must_use]
pub fn check(certificate: &Certificate, purpose: Purpose, requirements: &Requirements) -> Vec<CertificateFinding> {
    let mut findings = period::check(certificate, requirements.now);
    findings.extend(key::check(certificate, purpose, requirements));
    findings.push(usage::check(certificate, purpose));
    findings.extend(names::check(certificate, purpose, requirements));
    findings.extend(chain::check(certificate, purpose, requirements));
    findings
}

/// Whether nothing that matters fails or is unknown.
#[must_use]
pub fn is_fit(findings: &[CertificateFinding]) -> bool {
    !findings
        .iter()
        .any(|finding| finding.severity == CertificateSeverity::Error && finding.status != CertificateStatus::Pass)
}
