//! Which security of a dial plan goes with which encryption level of Lync, for calls and for Lync Phone Edition: one
//! table, in which what the documents state is kept apart from what follows from their definitions. Checks no estate.

/// `VoIPSecurity` of a dial plan. The French page has three words for `SIPSecured`; it is one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Security {
    /// Neither signalling nor media are encrypted: what a new plan has.
    Unsecured,
    /// The signalling is encrypted, the media are not.
    SipSecured,
    /// Signalling and media are encrypted.
    Secured,
}

impl Security {
    const ALL: [Self; 3] = [Self::Unsecured, Self::SipSecured, Self::Secured];

    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name().eq_ignore_ascii_case(text))
    }

    /// The name that the cmdlets have.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Unsecured => "Unsecured",
            Self::SipSecured => "SIPSecured",
            Self::Secured => "Secured",
        }
    }
}

/// `EncryptionLevel` of a media configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// Media must be encrypted: the default.
    Require,
    /// Media may be encrypted.
    Support,
    /// Media must not be encrypted.
    DoNotSupport,
}

impl Level {
    const ALL: [Self; 3] = [Self::Require, Self::Support, Self::DoNotSupport];

    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name().eq_ignore_ascii_case(text))
    }

    /// The name that the cmdlets have.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Require => "RequireEncryption",
            Self::Support => "SupportEncryption",
            Self::DoNotSupport => "DoNotSupportEncryption",
        }
    }
}

/// Whether a pair works, and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compatibility {
    /// The documents say that it works.
    Compatible,
    /// The documents say that it fails.
    Incompatible,
    /// It follows from what the values mean that it fails; no document says so.
    IncompatibleInferred,
}

impl Compatibility {
    pub(crate) const fn is_fine(self) -> bool {
        matches!(self, Self::Compatible)
    }
}

/// A pair, what becomes of calls, and what becomes of Lync Phone Edition.
type Row = (Level, Security, Compatibility, Compatibility);

/// An unsecured plan fails everywhere: the page asks for one of the other two. That Secured is missing beside
/// `DoNotSupportEncryption` in the table of the page is its statement about Lync Phone Edition, not about other calls.
static TABLE: &[Row] = &[
    (Level::Require, Security::Secured, Compatibility::Compatible, Compatibility::Compatible),
    (Level::Require, Security::SipSecured, Compatibility::Incompatible, Compatibility::Incompatible),
    (Level::Require, Security::Unsecured, Compatibility::Incompatible, Compatibility::Incompatible),
    (Level::Support, Security::Secured, Compatibility::Compatible, Compatibility::Compatible),
    (Level::Support, Security::SipSecured, Compatibility::Compatible, Compatibility::Compatible),
    (Level::Support, Security::Unsecured, Compatibility::Incompatible, Compatibility::Incompatible),
    (Level::DoNotSupport, Security::Secured, Compatibility::IncompatibleInferred, Compatibility::Incompatible),
    (Level::DoNotSupport, Security::SipSecured, Compatibility::Compatible, Compatibility::Compatible),
    (Level::DoNotSupport, Security::Unsecured, Compatibility::Incompatible, Compatibility::Incompatible),
];

fn row(level: Level, security: Security) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.0 == level && row.1 == security)
}

/// What becomes of calls to unified messaging.
pub(crate) fn calls(level: Level, security: Security) -> Compatibility {
    row(level, security).map_or(Compatibility::IncompatibleInferred, |row| row.2)
}

/// What becomes of Lync Phone Edition.
pub(crate) fn phone_edition(level: Level, security: Security) -> Compatibility {
    row(level, security).map_or(Compatibility::IncompatibleInferred, |row| row.3)
}

/// The security that suits all of these levels, for calls and for Lync Phone Edition: the recommended one if it does.
pub(crate) fn suiting(levels: &[Level]) -> Option<Security> {
    let suits = |security: &Security| {
        let fine = |level: &Level| calls(*level, *security).is_fine() && phone_edition(*level, *security).is_fine();
        levels.iter().all(fine)
    };
    [Security::Secured, Security::SipSecured].into_iter().find(suits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pair_stands_in_the_table_once() {
        for level in Level::ALL {
            for security in Security::ALL {
                let rows = TABLE.iter().filter(|row| row.0 == level && row.1 == security);
                assert_eq!(rows.count(), 1, "{level:?} {security:?}");
            }
        }
    }

    #[test]
    fn only_the_calls_of_a_secured_plan_without_encryption_are_inferred() {
        let inferred = TABLE.iter().filter(|row| [row.2, row.3].contains(&Compatibility::IncompatibleInferred));
        let pairs: Vec<_> = inferred.map(|row| (row.0, row.1, row.3)).collect();
        assert_eq!(pairs, [(Level::DoNotSupport, Security::Secured, Compatibility::Incompatible)]);
    }

    #[test]
    fn the_recommended_security_is_taken_where_it_suits_every_level() {
        assert_eq!(suiting(&[]), Some(Security::Secured));
        assert_eq!(suiting(&[Level::Require, Level::Support]), Some(Security::Secured));
        assert_eq!(suiting(&[Level::DoNotSupport, Level::Support]), Some(Security::SipSecured));
        assert_eq!(suiting(&[Level::DoNotSupport, Level::Require]), None);
    }

    #[test]
    fn names_are_read_in_any_case_and_nothing_else_is() {
        assert_eq!(Security::parse("sipsecured"), Some(Security::SipSecured));
        assert_eq!(Security::parse("SIP secured"), None);
        assert_eq!(Level::parse("REQUIREENCRYPTION"), Some(Level::Require));
        assert_eq!(Level::parse(""), None);
    }
}
