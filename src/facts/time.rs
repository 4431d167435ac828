//! Points in time as facts give them. The clock is never asked here: "now" is a fact like any other.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

/// A point in time, read from RFC 3339 text such as `2026-03-01T21:00:00Z` and written in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(OffsetDateTime);

impl Time {
    /// Reads RFC 3339 text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        OffsetDateTime::parse(text, &Rfc3339).ok().map(|time| Self(time.to_offset(UtcOffset::UTC)))
    }

    /// How many seconds this is later than another time; negative if it is earlier.
    #[must_use]
    pub fn seconds_after(self, other: Self) -> i64 {
        (self.0 - other.0).whole_seconds()
    }
}

impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.format(&Rfc3339).unwrap_or_default())
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("{text:?} is no time such as 2026-03-01T21:00:00Z")))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Time {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Time".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "UTC, RFC 3339, such as 2026-03-01T21:06:00Z.",
            "type": "string",
            "format": "date-time"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_any_offset_and_beyond_2038() {
        let utc = Time::parse("2038-01-19T03:14:08Z").unwrap();
        let paris = Time::parse("2038-01-19T04:14:08.0000000+01:00").unwrap();
        assert_eq!(utc, paris);
        assert_eq!(paris.to_string(), "2038-01-19T03:14:08Z");
        assert_eq!(Time::parse("2038-01-21T03:14:08Z").unwrap().seconds_after(utc), 2 * 24 * 3600);
        assert_eq!(Time::parse("19.01.2038 03:14"), None);
    }
}
