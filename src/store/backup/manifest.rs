//! The record beside each backup, and its id. What is read here comes from a folder that others may write to: every
//! field is checked, none is used to build a path but the id, and that only has characters that cannot leave a folder.

use crate::store::Operation;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A manifest is a few hundred bytes, more only with the longest of paths; what is longer than this is not one.
pub(super) const LIMIT: u64 = 1024 * 1024;
/// A longer reason is cut, so that no reason makes its manifest too long to be read.
const REASON: usize = 4000;
/// The version of this form of manifest.
const VERSION: u32 = 1;

/// What is known about a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// The version of the manifest's form.
    version: u32,
    /// The backup's id, which is the name of its files as well.
    pub id: String,
    /// The file whose content this is: absolute, links resolved.
    pub path: String,
    /// When the backup was made, in RFC 3339, UTC.
    pub time: String,
    /// The SHA-256 of the content.
    pub sha256: String,
    /// The size of the content in bytes.
    pub size: u64,
    /// The edit before which the backup was made.
    pub operation: Operation,
    /// Why the edit was made, in the user's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The account that made the edit.
    pub user: String,
    /// The computer it was made on.
    pub computer: String,
    /// The version of the library that made it.
    pub library: String,
}

/// What only the writer of a manifest can tell.
pub(super) struct Circumstances<'a> {
    pub(super) moment: Moment,
    pub(super) operation: Operation,
    pub(super) reason: Option<&'a str>,
    pub(super) user: String,
    pub(super) computer: String,
}

impl Manifest {
    pub(super) fn new(id: &str, path: String, sha256: &str, size: u64, around: Circumstances<'_>) -> Self {
        Self {
            version: VERSION,
            id: id.to_owned(),
            path,
            time: around.moment.rfc3339(),
            sha256: sha256.to_owned(),
            size,
            operation: around.operation,
            reason: around.reason.map(|reason| reason.chars().take(REASON).collect()),
            user: around.user,
            computer: around.computer,
            library: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// Reads the manifest of the backup `id`, or says in English what is wrong with it: these words are the detail of
    /// a translated sentence, as the JSON parser's own are.
    pub(super) fn parse(json: &[u8], id: &str) -> Result<Self, String> {
        let manifest: Self = serde_json::from_slice(json).map_err(|error| error.to_string())?;
        let is_hash = manifest.sha256.len() == 64 && manifest.sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
        match () {
            () if manifest.version != VERSION => Err(format!("version {}", manifest.version)),
            () if manifest.id != id => Err("id".to_owned()),
            () if !is_hash => Err("sha256".to_owned()),
            () => match OffsetDateTime::parse(&manifest.time, &Rfc3339) {
                Ok(_) => Ok(manifest),
                Err(error) => Err(format!("time: {error}")),
            },
        }
    }
}

/// Whether this can be the id of a backup. Nothing else may become part of a path.
pub(super) fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// A moment in UTC, to the millisecond.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment(OffsetDateTime);

impl Moment {
    pub(super) fn now() -> Self {
        Self(OffsetDateTime::now_utc())
    }

    pub(super) fn minus_hours(self, hours: i64) -> Self {
        Self(self.0.saturating_sub(time::Duration::hours(hours)))
    }

    /// The start of an id: sorts as time does.
    pub(super) fn stamp(self) -> String {
        let (date, time) = (self.0.date(), self.0.time());
        format!(
            "{:04}{:02}{:02}T{:02}{:02}{:02}{:03}Z",
            date.year(),
            u8::from(date.month()),
            date.day(),
            time.hour(),
            time.minute(),
            time.second(),
            time.millisecond()
        )
    }

    fn rfc3339(self) -> String {
        let (date, time) = (self.0.date(), self.0.time());
        let (hour, minute, second, milli) = (time.hour(), time.minute(), time.second(), time.millisecond());
        format!("{date}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manifest {
        let moment =
            Moment(OffsetDateTime::from_unix_timestamp(1_795_401_296).unwrap() + time::Duration::milliseconds(7));
        let (user, computer) = ("u".to_owned(), "c".to_owned());
        let around = Circumstances { moment, operation: Operation::Edit, reason: Some("why"), user, computer };
        Manifest::new("id-1", "/web.config".to_owned(), &"0".repeat(64), 3, around)
    }

    #[test]
    fn times_have_milliseconds_and_sort() {
        let moment = Moment(OffsetDateTime::UNIX_EPOCH + time::Duration::milliseconds(1_001));
        assert_eq!(moment.rfc3339(), "1970-01-01T00:00:01.001Z");
        assert_eq!(moment.stamp(), "19700101T000001001Z");
        assert_eq!(moment.minus_hours(1).stamp(), "19691231T230001001Z");
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let manifest = sample();
        let json = serde_json::to_vec(&manifest).unwrap();
        assert_eq!(Manifest::parse(&json, "id-1").unwrap(), manifest);
    }

    #[test]
    fn what_is_not_this_backups_manifest_is_named() {
        let good = serde_json::to_value(sample()).unwrap();
        for (field, value, word) in [
            ("version", serde_json::json!(2), "version 2"),
            ("id", serde_json::json!("../id-1"), "id"),
            ("sha256", serde_json::json!("abc"), "sha256"),
            ("sha256", serde_json::json!(["abc"]), "sequence"),
            ("size", serde_json::json!(-1), "-1"),
            ("time", serde_json::json!("yesterday"), "time"),
            ("operation", serde_json::json!("delete"), "delete"),
        ] {
            let mut bad = good.clone();
            bad[field] = value;
            let problem = Manifest::parse(bad.to_string().as_bytes(), "id-1").unwrap_err();
            assert!(problem.contains(word), "{field}: {problem}");
        }
        for bytes in [&b""[..], b"[]", b"\xff", b"{\"id\":", &b"[".repeat(60_000)] {
            assert!(Manifest::parse(bytes, "id-1").is_err());
        }
    }

    #[test]
    fn ids_cannot_leave_a_folder() {
        assert!(is_id("20261122T023455123Z-1f2e3d4c"));
        for text in ["", ".", "..", "a/b", "a\\b", "a.b", "a:b", "a\0", "é", "*", &"a".repeat(65)] {
            assert!(!is_id(text), "{text}");
        }
    }

    #[test]
    fn a_reason_never_makes_a_manifest_too_long() {
        let mut around = Circumstances {
            moment: Moment::now(),
            operation: Operation::Edit,
            reason: None,
            user: String::new(),
            computer: String::new(),
        };
        let long = "\u{1}".repeat(100_000);
        around.reason = Some(&long);
        let manifest = Manifest::new("id", "/".to_owned(), "", 0, around);
        assert!((serde_json::to_vec(&manifest).unwrap().len() as u64) < LIMIT);
    }
}
