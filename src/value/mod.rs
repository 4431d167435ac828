//! Values that administrators type or paste: read once, valid after. Each kind stands in a file of its own, with its
//! rules, their sources, their sentences and their cases; [`KINDS`] lists them. Must not do I/O: whether a certificate
//! is installed or a name resolves is for others to ask.
//!
//! A new kind is a file with a `KIND`, and its line in [`KINDS`].

mod application_id;
mod dial_plan;
mod fqdn;
mod kind;
mod port;
mod problem;
mod punycode;
mod sanitize;
mod service_url;
mod shown;
mod sip;
mod thumbprint;
mod unseen;
mod url;

pub use application_id::KIND as APPLICATION_ID;
pub use dial_plan::KIND as DIAL_PLAN;
pub use fqdn::KIND as FQDN;
pub use kind::{Checked, Kind};
pub use problem::{Code, Problem, Severity};
pub use shown::shown;
pub use sip::{ADDRESS as SIP_ADDRESS, DOMAIN as SIP_DOMAIN};
pub use thumbprint::KIND as THUMBPRINT;
pub use unseen::{unseen, unseen_in_key};
pub use url::KIND as URL;

/// The problems that somebody decides by: they are compared, and not their names.
pub mod codes {
    pub use super::dial_plan::LONG as DIAL_PLAN_LONG;
    pub use super::fqdn::{INTERNATIONAL as FQDN_INTERNATIONAL, UNDERSCORE as FQDN_UNDERSCORE};
    pub use super::sanitize::BLANKS as BLANKS_AROUND;
    pub use super::thumbprint::{BLANKS as THUMBPRINT_BLANKS, LOWER_CASE as THUMBPRINT_LOWER_CASE};
}

/// Every kind of value, in the order in which they are named to people.
pub static KINDS: &[&Kind] = &[
    &thumbprint::KIND,
    &fqdn::KIND,
    &sip::ADDRESS,
    &sip::DOMAIN,
    &application_id::KIND,
    &port::KIND,
    &url::KIND,
    &service_url::AUTODISCOVER,
    &service_url::METADATA,
    &dial_plan::KIND,
];

impl Kind {
    /// The kind of a name, such as `Thumbprint`, without case.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        KINDS.iter().copied().find(|kind| kind.name().eq_ignore_ascii_case(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::Culture;
    use std::collections::BTreeSet;

    /// A value, what it is normalised to, and the codes of its problems in order.
    pub(super) type Case = (&'static str, Option<&'static str>, &'static [&'static str]);

    fn codes(checked: &Checked) -> Vec<&'static str> {
        checked.problems.iter().map(|problem| problem.code().name()).collect()
    }

    fn own_codes(kind: &Kind) -> impl Iterator<Item = &'static Code> {
        let common = [sanitize::CODES];
        kind.codes.iter().copied().chain(common).flatten().copied()
    }

    #[test]
    fn every_case_of_every_kind_is_as_written() {
        for kind in KINDS {
            for (value, normalized, expected) in kind.cases {
                let checked = kind.check(value);
                assert_eq!(codes(&checked), *expected, "{} {value:?}: {checked:?}", kind.name);
                assert_eq!(checked.normalized.as_deref(), *normalized, "{} {value:?}", kind.name);
                assert_eq!(checked.valid, normalized.is_some(), "{} {value:?}", kind.name);
            }
        }
    }

    #[test]
    fn every_code_is_listed_triggered_avoided_and_speaks_both_languages() {
        let mut triggered = BTreeSet::new();
        for kind in KINDS {
            let listed: BTreeSet<&str> = own_codes(kind).map(Code::name).collect();
            for (value, _, expected) in kind.cases {
                let unlisted: Vec<_> = expected.iter().filter(|code| !listed.contains(*code)).collect();
                assert!(unlisted.is_empty(), "{} {value:?}: {unlisted:?}", kind.name);
                triggered.extend(expected.iter().copied());
            }
            assert!(
                kind.cases.iter().any(|(_, _, codes)| codes.is_empty()),
                "{} is never without a problem",
                kind.name
            );
        }
        for code in KINDS.iter().copied().flat_map(own_codes) {
            assert!(triggered.contains(code.name()), "no case triggers {}", code.name());
            problem::tests::speaks_both_languages(code);
        }
    }

    #[test]
    fn each_kind_triggers_each_of_the_codes_in_its_own_file() {
        for kind in KINDS {
            let triggered: BTreeSet<&str> = kind.cases.iter().flat_map(|(_, _, codes)| codes.iter().copied()).collect();
            for code in kind.codes.first().copied().unwrap_or_default() {
                assert!(triggered.contains(code.name()), "no case of {} triggers {}", kind.name, code.name());
            }
        }
    }

    #[test]
    fn no_sentence_has_an_open_placeholder() {
        for kind in KINDS {
            for (value, _, _) in kind.cases {
                for problem in kind.check(value).problems {
                    for culture in [Culture::En, Culture::Fr] {
                        let hint = problem.hint(culture).unwrap_or_default();
                        let text = problem.message(culture) + &hint;
                        let open = text.split('{').skip(1).any(|rest| rest.split_once('}').is_some());
                        assert!(!open || value.contains('{'), "{}: {text}", problem.code().name());
                    }
                }
            }
        }
    }

    /// A rule says the same of a value that still stands in a file.
    #[test]
    fn no_sentence_says_that_something_was_taken_away() {
        for code in KINDS.iter().copied().flat_map(own_codes) {
            for (culture, word) in [(Culture::En, "removed"), (Culture::Fr, "retiré")] {
                let message = Problem::new(code).message(culture);
                assert!(!message.contains(word), "{}: {message}", code.name());
            }
        }
    }

    #[test]
    fn names_are_unique_and_found_without_case() {
        let names: BTreeSet<String> = KINDS.iter().map(|kind| kind.name.to_ascii_lowercase()).collect();
        assert_eq!(names.len(), KINDS.len());
        assert_eq!(Kind::find("sipADDRESS").map(Kind::name), Some("SipAddress"));
        assert!(Kind::find("Sip").is_none());
        let mut codes: Vec<(&str, *const Code)> =
            KINDS.iter().copied().flat_map(own_codes).map(|code| (code.name(), std::ptr::from_ref(code))).collect();
        codes.sort_unstable();
        codes.dedup();
        assert!(codes.windows(2).all(|pair| pair[0].0 != pair[1].0), "two codes with one name: {codes:?}");
    }

    /// Reading in square time would take minutes for these.
    #[test]
    fn huge_values_are_answered_quickly_with_few_short_problems() {
        let pieces =
            ["a", "é", "a.", "1", "A:", "\u{200e}", "'", "\"a", "@", "%", ":", "/", "[", " x", "xn--", "{value}"];
        for (kind, piece) in KINDS.iter().flat_map(|kind| pieces.map(|piece| (kind, piece))) {
            let value = piece.repeat(128 * 1024 / piece.len());
            let started = std::time::Instant::now();
            let checked = kind.check(&value);
            assert!(started.elapsed().as_secs() < 10, "{} {piece:?}: {:?}", kind.name, started.elapsed());
            for problem in &checked.problems {
                let hint = problem.hint(Culture::Fr).unwrap_or_default();
                let length = problem.message(Culture::En).len() + hint.len();
                assert!(length < 2000, "{} says too much: {length}", problem.code().name());
            }
        }
    }
}
