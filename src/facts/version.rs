//! Versions of the products, read from the texts that they give. Holds no rule about which go together.

use serde::Serialize;

/// The first build of 15.2 that is the Subscription Edition; those below are Exchange 2019.
const FIRST_EXCHANGE_SE: u32 = 2562;
/// From this last number on, 7.0.2046 is taken for the Subscription Edition where the text does not name the edition: the
/// builds of August 2025 are 7.0.2046.820 (SE) and 7.0.2046.553 (2019). No document says so.
const FIRST_SKYPE_SE: u32 = 800;

/// The number of a build, such as `15.2.2562.17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Build {
    /// The first two, which name the product.
    pub product: (u32, u32),
    /// The third one.
    pub build: u32,
    /// The last one, which an update may change alone.
    pub revision: u32,
}

impl Build {
    /// Reads `Version 15.2 (Build 2562.17)`, `15.2.2562.17`, or `15.02.2562.017` as the file `ExSetup.exe` has it. Nothing
    /// if there are not four numbers.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let numbers = numbers(text);
        let [major, minor, build, revision] = *numbers.get(..4)? else { return None };
        Some(Self { product: (major, minor), build, revision })
    }

    /// Reads what `Get-CsServerVersion` says, where the name of the product may hold a year.
    #[must_use]
    pub fn of_lync(text: &str) -> Option<Self> {
        Self::parse(number_of_lync(text))
    }
}

impl std::fmt::Display for Build {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}.{}", self.product.0, self.product.1, self.build, self.revision)
    }
}

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
    /// Exchange Server 2019 (15.2 below build 2562).
    #[serde(rename = "2019")]
    V2019,
    /// Exchange Server Subscription Edition (15.2 from build 2562 on).
    #[serde(rename = "SE")]
    SubscriptionEdition,
}

impl ExchangeVersion {
    /// Reads `AdminDisplayVersion`, such as `Version 15.1 (Build 2507.6)`, or a plain number such as `15.1.2507.6`. The
    /// build alone tells 2019 from the Subscription Edition, so that 15.2 without one is neither.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let numbers = numbers(text);
        match *numbers.as_slice() {
            [8, ..] => Some(Self::V2007),
            [14, ..] => Some(Self::V2010),
            [15, 0, ..] => Some(Self::V2013),
            [15, 1, ..] => Some(Self::V2016),
            [15, 2, build, ..] if build < FIRST_EXCHANGE_SE => Some(Self::V2019),
            [15, 2, _, ..] => Some(Self::SubscriptionEdition),
            _ => None,
        }
    }

    /// The version as people name it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::V2007 => "Exchange Server 2007",
            Self::V2010 => "Exchange Server 2010",
            Self::V2013 => "Exchange Server 2013",
            Self::V2016 => "Exchange Server 2016",
            Self::V2019 => "Exchange Server 2019",
            Self::SubscriptionEdition => "Exchange Server SE",
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
    /// Skype for Business Server Subscription Edition (7 too).
    #[serde(rename = "SE")]
    SubscriptionEdition,
}

impl LyncVersion {
    /// Reads what `Get-CsServerVersion` says, such as
    /// `Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.`, or a plain number.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let numbers = numbers(number_of_lync(text));
        match *numbers.first()? {
            4 => Some(Self::V2010),
            5 => Some(Self::V2013),
            6 => Some(Self::V2015),
            7 if names_subscription(text) || numbers.get(3) >= Some(&FIRST_SKYPE_SE) => Some(Self::SubscriptionEdition),
            7 => Some(Self::V2019),
            _ => None,
        }
    }

    /// Whether only the last number tells that a text is of the Subscription Edition, which is our reading.
    #[must_use]
    pub fn is_told_by_number(text: &str) -> bool {
        Self::parse(text) == Some(Self::SubscriptionEdition) && !names_subscription(text)
    }

    /// The name of the product.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::V2010 => "Lync Server 2010",
            Self::V2013 => "Lync Server 2013",
            Self::V2015 => "Skype for Business Server 2015",
            Self::V2019 => "Skype for Business Server 2019",
            Self::SubscriptionEdition => "Skype for Business Server SE",
        }
    }
}

/// The part of what `Get-CsServerVersion` says that has the number: the name of the product may hold a year.
fn number_of_lync(text: &str) -> &str {
    text.split_once('(').map_or(text, |(_, inside)| inside)
}

fn names_subscription(text: &str) -> bool {
    text.to_lowercase().contains("subscription")
}

/// The numbers of a version in their order; those after one that is too large are left out.
fn numbers(text: &str) -> Vec<u32> {
    let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    parts.map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    #[test]
    fn exchange_versions_are_read_as_exchange_shows_them() {
        for (text, version) in [
            ("Version 14.3 (Build 123.4)", Some(ExchangeVersion::V2010)),
            ("Version 15.0 (Build 1497.2)", Some(ExchangeVersion::V2013)),
            ("Version 15.1 (Build 2507.6)", Some(ExchangeVersion::V2016)),
            ("15.2.1118.7", Some(ExchangeVersion::V2019)),
            ("Version 15.2 (Build 2561.99)", Some(ExchangeVersion::V2019)),
            ("Version 15.2 (Build 2562.17)", Some(ExchangeVersion::SubscriptionEdition)),
            ("15.02.2562.049", Some(ExchangeVersion::SubscriptionEdition)),
            ("15.2.3001.1", Some(ExchangeVersion::SubscriptionEdition)),
            ("15.2", None),
            ("15.2.99999999999.1", None),
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
            ("Skype for Business Server 2019 (7.0.2046.553): Volume license key installed.", Some(LyncVersion::V2019)),
            ("7.0.2046.799", Some(LyncVersion::V2019)),
            ("7.0.2046.800", Some(LyncVersion::SubscriptionEdition)),
            ("Skype for Business Server Subscription Edition (7.0.2046.0)", Some(LyncVersion::SubscriptionEdition)),
            ("SKYPE FOR BUSINESS SERVER SUBSCRIPTION EDITION (7.0)", Some(LyncVersion::SubscriptionEdition)),
            ("Office Communications Server 2007 R2 (3.5.6907.0)", None),
        ] {
            assert_eq!(LyncVersion::parse(text), version, "{text}");
        }
    }

    #[test]
    fn an_edition_that_only_the_number_tells_is_a_reading() {
        for (text, is_reading) in [
            ("Skype for Business Server 2019 (7.0.2046.820): Volume license key installed.", true),
            ("7.0.2046.820", true),
            ("Skype for Business Server Subscription Edition (7.0.2046.820)", false),
            ("7.0.2046.553", false),
            ("", false),
        ] {
            assert_eq!(LyncVersion::is_told_by_number(text), is_reading, "{text}");
        }
    }

    #[test]
    fn builds_are_read_in_every_form_and_compared_by_their_numbers() {
        for text in ["Version 15.2 (Build 2562.17)", "15.2.2562.17", "15.02.2562.017"] {
            assert_eq!(Build::parse(text).unwrap().to_string(), "15.2.2562.17", "{text}");
        }
        for text in ["", "15.2", "15.2.2562", "Version", "15.2.2562.99999999999"] {
            assert_eq!(Build::parse(text), None, "{text}");
        }
        let of_lync = "Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.";
        assert_eq!(Build::of_lync(of_lync).unwrap().to_string(), "5.0.8308.0");
        assert!(Build::parse("15.2.2562.9") < Build::parse("15.2.2562.17"));
    }
}
