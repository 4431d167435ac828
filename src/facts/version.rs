//! Versions of the products, read from the texts that they give. Holds no rule about which go together.

use serde::Serialize;

/// An Exchange version, oldest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ExchangeVersion {
    /// Exchange Server 2007 (8).
    #[serde(rename = "2007")]
    V2007,
    /// Exchange Server 2010 (14).
    #[serde(rename = "2010")]
    V2010,
    /// Exchange Server 2013 (15.0).
    #[serde(rename = "2013")]
    V2013,
    /// Exchange Server 2016 (15.1).
    #[serde(rename = "2016")]
    V2016,
    /// Exchange Server 2019 (15.2).
    #[serde(rename = "2019")]
    V2019,
}

impl ExchangeVersion {
    /// Reads `AdminDisplayVersion`, such as `Version 15.1 (Build 2507.6)`, or a plain number such as `15.1.2507.6`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (major, minor) = numbers(text)?;
        match (major, minor) {
            (8, _) => Some(Self::V2007),
            (14, _) => Some(Self::V2010),
            (15, 0) => Some(Self::V2013),
            (15, 1) => Some(Self::V2016),
            (15, 2) => Some(Self::V2019),
            _ => None,
        }
    }

    /// The year, as people name the version.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::V2007 => "Exchange Server 2007",
            Self::V2010 => "Exchange Server 2010",
            Self::V2013 => "Exchange Server 2013",
            Self::V2016 => "Exchange Server 2016",
            Self::V2019 => "Exchange Server 2019",
        }
    }
}

/// A version of Lync Server or Skype for Business Server, oldest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LyncVersion {
    /// Lync Server 2010 (4).
    #[serde(rename = "2010")]
    V2010,
    /// Lync Server 2013 (5).
    #[serde(rename = "2013")]
    V2013,
    /// Skype for Business Server 2015 (6).
    #[serde(rename = "2015")]
    V2015,
    /// Skype for Business Server 2019 (7).
    #[serde(rename = "2019")]
    V2019,
}

impl LyncVersion {
    /// Reads what `Get-CsServerVersion` says, such as
    /// `Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.`, or a plain number.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = text.split_once('(').map_or(text, |(_, inside)| inside);
        match numbers(number)?.0 {
            4 => Some(Self::V2010),
            5 => Some(Self::V2013),
            6 => Some(Self::V2015),
            7 => Some(Self::V2019),
            _ => None,
        }
    }

    /// The name of the product.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::V2010 => "Lync Server 2010",
            Self::V2013 => "Lync Server 2013",
            Self::V2015 => "Skype for Business Server 2015",
            Self::V2019 => "Skype for Business Server 2019",
        }
    }
}

/// The first two numbers of a version.
fn numbers(text: &str) -> Option<(u32, u32)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let mut parts = text[start..].split(|c: char| !c.is_ascii_digit());
    let major = parts.next()?.parse().ok()?;
    let minor = parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
    Some((major, minor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exchange_versions_are_read_as_exchange_shows_them() {
        for (text, version) in [
            ("Version 14.3 (Build 123.4)", Some(ExchangeVersion::V2010)),
            ("Version 15.0 (Build 1497.2)", Some(ExchangeVersion::V2013)),
            ("Version 15.1 (Build 2507.6)", Some(ExchangeVersion::V2016)),
            ("15.2.1118.7", Some(ExchangeVersion::V2019)),
            ("Version 16.0 (Build 1.1)", None),
            ("", None),
        ] {
            assert_eq!(ExchangeVersion::parse(text), version, "{text}");
        }
    }

    #[test]
    fn lync_versions_are_read_by_their_number_not_by_the_year() {
        for (text, version) in [
            ("Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.", Some(LyncVersion::V2013)),
            ("Skype for Business Server 2015 (6.0.9319.0)", Some(LyncVersion::V2015)),
            ("7.0.2046.0", Some(LyncVersion::V2019)),
            ("Office Communications Server 2007 R2 (3.5.6907.0)", None),
        ] {
            assert_eq!(LyncVersion::parse(text), version, "{text}");
        }
    }
}
