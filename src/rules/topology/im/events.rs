//! What the numbers of events of the source `MSExchange OWA` mean, as far as that is sure. Which event matters is for the
//! rules.

use std::ops::RangeInclusive;

/// The numbers that tell why instant messaging did not start. What most of them mean is in no document: they are shown with
/// their own text.
pub(crate) const FAILURES: RangeInclusive<u32> = 83..=111;

/// What an event says that is sure of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// The server name is not valid.
    ServerName,
    /// The thumbprint is not valid.
    Thumbprint,
    /// The certificate has expired.
    Expired,
}

impl Meaning {
    /// What a number means; nothing where that is not sure.
    pub(crate) const fn of(id: u32) -> Option<Self> {
        match id {
            100 => Some(Self::ServerName),
            101 => Some(Self::Thumbprint),
            102 => Some(Self::Expired),
            _ => None,
        }
    }
}
