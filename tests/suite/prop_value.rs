//! Properties of the checks of values: whatever is given, they answer; what they normalise is valid and stays as it
//! is; what pasting adds to a thumbprint comes off again.

use crate::support::properties::cases;
use proptest::prelude::*;
use uc_integration::value::{Checked, KINDS, Kind, Severity};

/// Text as an attacker, a clipboard or a tired administrator makes it.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[ -~]{0,80}",
        "[a-zA-Z0-9._@:/?#%'\" \u{200e}\u{feff}\u{a0}éßñ*-]{0,80}",
        prop::sample::select(vec![
            "sip:",
            "tel:",
            "https://",
            "http://",
            "urn:application:",
            "@",
            "..",
            ".",
            ":443",
            "/metadata/json/1",
            "/autodiscover/autodiscover.svc",
            "atl-cs-001.litwareinc.com",
            "xn--",
            "%41",
            "'",
            "“",
            "”",
            "\u{200e}",
            "EA5A332496CC05DA69B75B66111C0F78A110D22D",
            "0005199",
            "[::1]",
            "10.0.0.1",
            "\0",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

/// Values most of which are valid, one for each kind.
fn likely() -> impl Strategy<Value = String> {
    let host = "[a-zA-Zé0-9]{1,9}(-[a-z]{1,5})?\\.[a-zA-Z]{2,9}(\\.[a-z]{2,5})?\\.?";
    prop_oneof![
        "([0-9a-fA-F]{2}[ :-]?){20}",
        host,
        (host, "[a-zA-Z0-9._'+]{1,9}").prop_map(|(host, user)| format!("sip:{user}@{host}")),
        host.prop_map(|host| format!("https://{host}:443/metadata/json/1")),
        host.prop_map(|host| format!("https://{host}/Autodiscover/autodiscover.xml")),
        "(urn:application:)?[a-zA-Z0-9_.'-]{1,12}",
        "0{0,2}[0-9]{1,5}",
    ]
}

fn has_error(checked: &Checked) -> bool {
    checked.problems.iter().any(|problem| problem.severity() == Severity::Error)
}

/// Valid means no error and a normalised form, which is valid and its own normalised form.
fn holds_together(kind: &Kind, value: &str) -> Result<(), TestCaseError> {
    let checked = kind.check(value);
    prop_assert_eq!(checked.valid, !has_error(&checked));
    prop_assert_eq!(checked.valid, checked.normalized.is_some());
    if let Some(normalized) = &checked.normalized {
        let again = kind.check(normalized);
        prop_assert!(!has_error(&again), "{} {:?}: {:?}", kind.name(), normalized, again);
        prop_assert_eq!(again.normalized.as_ref(), Some(normalized), "{}", kind.name());
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn any_text_is_answered_without_contradiction(value in text()) {
        for kind in KINDS {
            holds_together(kind, &value)?;
        }
    }

    #[test]
    fn likely_values_are_answered_without_contradiction(value in likely()) {
        for kind in KINDS {
            holds_together(kind, &value)?;
        }
    }

    #[test]
    fn what_pasting_adds_to_a_thumbprint_comes_off(
        digits in "[0-9A-F]{40}",
        added in prop::collection::vec((0..=40_usize, prop::sample::select(vec![' ', ':', '-', '\u{200e}', '\u{feff}', '\u{a0}'])), 0..30),
        lower in any::<bool>(),
    ) {
        let mut value = if lower { digits.to_ascii_lowercase() } else { digits.clone() };
        let mut added = added;
        added.sort_unstable_by_key(|(at, _)| std::cmp::Reverse(*at));
        for (at, c) in added {
            value.insert(at, c);
        }
        let checked = Kind::find("Thumbprint").unwrap().check(&value);
        prop_assert_eq!(checked.normalized, Some(digits));
    }

    #[test]
    fn case_never_matters_to_a_name(name in "[a-z]{1,10}(-[a-z0-9]{1,9})?\\.[a-z]{2,10}\\.[a-z]{2,3}") {
        let kind = Kind::find("Fqdn").unwrap();
        prop_assert_eq!(kind.check(&name.to_ascii_uppercase()).normalized, Some(name));
    }
}
