//! What a certificate is meant for. Must not check: the conditions ask which purpose it is.

/// Every purpose, in the order in which they are named to people.
pub const PURPOSES: &[Purpose] = &[Purpose::OwaIm, Purpose::OAuth, Purpose::UnifiedMessaging];

/// What a certificate is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Instant messaging in Outlook on the web: the certificate that Exchange shows to Lync.
    OwaIm,
    /// Authentication between servers: the certificate that signs tokens.
    OAuth,
    /// Unified messaging: the certificate of the UM services and of Lync.
    UnifiedMessaging,
}

impl Purpose {
    /// The purpose of a name such as `OwaIm`, without case.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        PURPOSES.iter().copied().find(|purpose| purpose.name().eq_ignore_ascii_case(name))
    }

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OwaIm => "OwaIm",
            Self::OAuth => "OAuth",
            Self::UnifiedMessaging => "UnifiedMessaging",
        }
    }

    /// Whether servers show the certificate to each other when they connect.
    #[must_use]
    pub(super) const fn is_connection(self) -> bool {
        !matches!(self, Self::OAuth)
    }
}
