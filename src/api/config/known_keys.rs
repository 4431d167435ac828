//! The keys of Outlook on the web whose values have one right form: a thumbprint and the name of a server. What is
//! asked for is held to that form before it is written; of other keys it is told what nobody sees in them. The layer
//! `config` knows no key by name, so they stand here. Must not look at documents beyond the value that one has.

use super::ValueProblem;
use crate::config::change::Change;
use crate::config::{first_forbidden, key};
use crate::error::{Error, Result};
use crate::l10n::Culture;
use crate::status::Status;
use crate::value::{FQDN, Kind, Problem, Severity, THUMBPRINT, unseen, unseen_in_key};

/// The key that names a certificate.
pub(super) const CERTIFICATE: &str = "IMCertificateThumbprint";
/// The key that names a pool.
pub(super) const POOL: &str = "IMServerName";
/// The keys.
pub(super) const NAMES: [&str; 2] = [CERTIFICATE, POOL];

/// A known key as it is named, in whatever case it is given, and the kind of its values.
pub(super) fn known(key: &str) -> Option<(&'static str, &'static Kind)> {
    let name = NAMES.into_iter().find(|name| key::same(name, key))?;
    Some((name, if name == CERTIFICATE { &THUMBPRINT } else { &FQDN }))
}

/// Why a value of a known key is not written in its one right form; nothing for other keys. The case of letters is free.
pub(in crate::api) fn problem_of(key: &str, value: &str) -> Option<Problem> {
    let (_, kind) = known(key)?;
    let checked = kind.check(value);
    let is_right = checked.normalized.is_some_and(|right| right.eq_ignore_ascii_case(value));
    let mut problems = checked.problems.into_iter().filter(|_| !is_right).collect::<Vec<_>>();
    // The one that makes it unusable is told before those that are forgiven.
    problems.sort_by_key(|problem| problem.severity() != Severity::Error);
    problems.into_iter().next()
}

/// A change that is asked for, as it will be written, and what was wrong with the value that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Requested {
    /// The change, its value in the right form.
    pub(super) change: Change,
    /// What somebody should know about the value, or about the key.
    pub(super) warnings: Vec<ValueProblem>,
    /// Whether the value is one that is held to a form, so that one that differs in case alone is the same.
    pub(super) ignores_case: bool,
}

impl Requested {
    /// A change whose value is written as it was given.
    pub(super) fn unchecked(change: Change) -> Self {
        Self { change, warnings: Vec::new(), ignores_case: false }
    }

    /// Holds a change to the form of its key's values.
    ///
    /// # Errors
    ///
    /// `ValueRejected` if the value has no right form.
    pub(super) fn checked(change: Change, culture: Culture) -> Result<Self> {
        let Change::Set { key, value } = &change else { return Ok(Self::unchecked(change)) };
        // What XML cannot hold is refused by the edit itself.
        if first_forbidden(value).is_some() {
            return Ok(Self::unchecked(change));
        }
        let Some((name, kind)) = known(key) else {
            let problems = [unseen_in_key(key), unseen(value)].into_iter().flatten();
            let warnings = problems.map(|problem| ValueProblem::new(&problem, culture)).collect();
            return Ok(Self { warnings, ..Self::unchecked(change) });
        };
        let checked = kind.check(value);
        let warnings: Vec<_> = checked.problems.iter().map(|problem| ValueProblem::new(problem, culture)).collect();
        let Some(normalized) = checked.normalized else { return Err(rejected(name, warnings)) };
        // A value with nothing wrong is written as it was given: its case is the administrator's choice.
        let value = if warnings.is_empty() { value.clone() } else { normalized };
        Ok(Self { change: Change::Set { key: key.clone(), value }, warnings, ignores_case: true })
    }

    /// Keeps what the document has if it is as good as what is asked for.
    pub(super) fn kept(&self, present: Option<&str>) -> Change {
        match (&self.change, present) {
            (Change::Set { key, value }, Some(present)) if self.ignores_case && present.eq_ignore_ascii_case(value) => {
                Change::Set { key: key.clone(), value: present.to_owned() }
            }
            (change, _) => change.clone(),
        }
    }
}

/// The refusal of a value, for the first reason that makes it unusable.
fn rejected(name: &str, problems: Vec<ValueProblem>) -> Error {
    let reason = problems.into_iter().find(|problem| problem.severity == Severity::Error);
    let (message, hint) = reason.map(|problem| (problem.message, problem.hint)).unwrap_or_default();
    let error = Error::new(Status::ValueRejected).with("name", name).with("detail", message);
    error.with("advice", hint.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const THUMBPRINT: &str = "EA5A332496CC05DA69B75B66111C0F78A110D22D";

    fn set(key: &str, value: &str) -> Change {
        Change::Set { key: key.to_owned(), value: value.to_owned() }
    }

    fn requested(key: &str, value: &str) -> Result<(String, Vec<&'static str>)> {
        let requested = Requested::checked(set(key, value), Culture::En)?;
        let Change::Set { value, .. } = requested.change else { panic!("{key} is set") };
        Ok((value, requested.warnings.iter().map(|warning| warning.code).collect()))
    }

    #[test]
    fn keys_are_known_in_any_case_and_no_others() {
        let found = |key: &str| known(key).map(|(name, kind)| (name, kind.name()));
        assert_eq!(found("imcertificateTHUMBPRINT"), Some((CERTIFICATE, "Thumbprint")));
        assert_eq!(found("imSERVERname"), Some((POOL, "Fqdn")));
        assert!(
            ["IMServerNames", "IMServerName ", "\u{200E}IMServerName", "", "ImServerN\u{E4}me"]
                .map(found)
                .iter()
                .all(Option::is_none)
        );
    }

    #[test]
    fn what_has_one_right_form_is_written_in_it() {
        for (key, given, written, codes) in [
            ("IMCertificateThumbprint", THUMBPRINT, THUMBPRINT, &[] as &[&str]),
            ("imcertificateTHUMBPRINT", &format!("\u{200E}{THUMBPRINT}"), THUMBPRINT, &["ThumbprintInvisible"]),
            ("IMCertificateThumbprint", &THUMBPRINT.to_ascii_lowercase(), THUMBPRINT, &["ThumbprintLowerCase"]),
            ("IMServerName", "Lync.Contoso.com", "Lync.Contoso.com", &[]),
            ("IMSERVERNAME", " Lync.Contoso.com.\r\n", "lync.contoso.com", &["BlanksAround", "FqdnTrailingDot"]),
            ("IMServerName", "lync_1.contoso.com", "lync_1.contoso.com", &["FqdnUnderscore"]),
            ("IMServerNames", "\u{200E}x", "\u{200E}x", &["UnseenCharacter"]),
            ("IMServerName\u{200E}", "lync", "lync", &["KeyUnseenCharacter"]),
            (" IMServerName", "a\u{A0}b", "a\u{A0}b", &["KeyBlanks", "UnseenCharacter"]),
            ("Note", "lync\r\n", "lync\r\n", &[]),
        ] {
            assert_eq!(requested(key, given), Ok((written.to_owned(), codes.to_vec())), "{key} {given:?}");
        }
    }

    #[test]
    fn what_has_none_is_rejected_with_the_reason() {
        for (key, given, reason) in [
            ("IMCertificateThumbprint", &THUMBPRINT[1..], "has 39 digits"),
            ("imcertificatethumbprint", "lync.contoso.com", "the letter 'l'"),
            ("IMServerName", "lync", "is a short name"),
            ("IMServerName", "https://lync.contoso.com/", "contains more than a name"),
            ("imservername", THUMBPRINT, "is a short name"),
            ("IMServerName", "", "is empty"),
            ("IMServerName", "\u{200E}192.168.0.1", "is an IP address"),
        ] {
            let error = requested(key, given).unwrap_err();
            assert_eq!(error.status(), Status::ValueRejected);
            let body = error.body(Culture::En);
            assert!(body.message.contains(reason), "{key} {given:?}: {}", body.message);
            assert!(body.hint.is_some_and(|hint| hint.contains("-SkipValueCheck")));
        }
    }

    #[test]
    fn a_value_in_another_form_has_a_reason_and_one_in_another_case_has_none() {
        let code = |key, value: &str| problem_of(key, value).map(|problem| problem.code().name());
        for (key, value, expected) in [
            ("imservername", "LYNC.contoso.com", None),
            ("IMServerName", "lync_1.contoso.com", None),
            ("IMServerName", " lync.contoso.com", Some("BlanksAround")),
            ("IMServerName", "\u{200E}lync", Some("FqdnSingleLabel")),
            ("IMCertificateThumbprint", &THUMBPRINT.to_ascii_lowercase(), None),
            ("IMCertificateThumbprint", "EA 5A", Some("ThumbprintLength")),
            ("Note", "\u{200E}", None),
        ] {
            assert_eq!(code(key, value), expected, "{key} {value:?}");
        }
    }

    #[test]
    fn what_goes_is_not_looked_at() {
        let change = Change::Remove { key: "\u{200E}IMServerName".to_owned() };
        assert_eq!(Requested::checked(change.clone(), Culture::En), Ok(Requested::unchecked(change)));
    }

    #[test]
    fn a_value_that_xml_forbids_is_left_to_the_edit() {
        assert_eq!(requested("IMServerName", "a\u{1}"), Ok(("a\u{1}".to_owned(), Vec::new())));
    }

    #[test]
    fn a_present_value_that_differs_in_case_alone_stays() {
        let change = |value: &str| set("IMServerName", value);
        let asked = Requested::checked(change("lync.contoso.com"), Culture::En).unwrap();
        assert_eq!(asked.kept(Some("LYNC.Contoso.com")), change("LYNC.Contoso.com"));
        assert_eq!(asked.kept(Some("LYNC.Contoso.com ")), change("lync.contoso.com"));
        assert_eq!(asked.kept(None), change("lync.contoso.com"));
        let exact = Requested::unchecked(change("lync.contoso.com"));
        assert_eq!(exact.kept(Some("LYNC.Contoso.com")), change("lync.contoso.com"));
        let other = Requested::checked(set("Note", "a"), Culture::En).unwrap();
        assert_eq!(other.kept(Some("A")), set("Note", "a"), "the case of other values may matter");
    }
}
