//! Properties of reading and editing that hold for every configuration document, tried on documents of every encoding,
//! line end, quote and indentation that `documents` makes. The judge of meaning is `model`, which shares no code with
//! the library.

mod documents;
mod model;

use crate::support::properties::cases;
use documents::{Made, any_key, any_value, document};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uc_integration::config::change::{Action, Change, Changed, apply};
use uc_integration::config::outline::Section;
use uc_integration::config::settings::{Settings, repeated};
use uc_integration::config::{Document, key};

fn set(key: &str, value: &str) -> Change {
    Change::Set { key: key.to_owned(), value: value.to_owned() }
}

fn remove(key: &str) -> Change {
    Change::Remove { key: key.to_owned() }
}

fn edited(bytes: &[u8], location: &str, changes: &[Change]) -> Changed {
    let document = Document::parse(bytes).unwrap_or_else(|error| panic!("{error}: {}", shown(bytes)));
    apply(&document, location, changes).unwrap_or_else(|error| panic!("{error}: {}", shown(bytes)))
}

/// The settings in effect by folded key, as the library reads them.
fn settings(bytes: &[u8], location: &str) -> BTreeMap<String, String> {
    let document = Document::parse(bytes).unwrap_or_else(|error| panic!("{error}: {}", shown(bytes)));
    let sections = document.sections(location).unwrap();
    let settings = Settings::of(document.text().as_str(), &sections);
    let effective = settings.all().iter().filter(|setting| setting.is_effective());
    effective.map(|setting| (model::fold(&setting.key), setting.value.clone())).collect()
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Whether the section of a place has a start and an end tag with something between them.
fn is_open(bytes: &[u8], location: &str) -> bool {
    let document = Document::parse(bytes).unwrap();
    let sections: Vec<&Section> = document.outline().sections_at(location).collect();
    sections.last().and_then(|section| section.element.content).is_some_and(|content| !content.is_empty())
}

/// Asserts that `new` is `old` with one stretch between `start` and `end` replaced.
fn assert_same_outside(old: &[u8], new: &[u8], start: usize, end: usize) {
    assert_eq!(shown(&old[..start]), shown(&new[..start]), "before the edit");
    let after = old.len() - end;
    assert!(new.len() >= start + after);
    assert_eq!(shown(&old[end..]), shown(&new[new.len() - after..]), "after the edit");
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Document::parse(&bytes);
    }

    #[test]
    fn a_damaged_document_is_read_or_refused(
        made in document(),
        at in any::<prop::sample::Index>(),
        cut in 0_usize..6,
        with in proptest::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(b"<>&'\"/!-?[]= ax".to_vec())], 0..6),
    ) {
        let mut bytes = made.bytes;
        let start = at.index(bytes.len());
        let end = (start + cut).min(bytes.len());
        bytes.splice(start..end, with);
        if let Ok(document) = Document::parse(&bytes) {
            let _ = apply(&document, "", &[set("a", "b"), remove("c")]);
        }
    }

    #[test]
    fn the_settings_are_those_of_the_model(made in document()) {
        for location in made.locations() {
            prop_assert_eq!(settings(&made.bytes, location), model::settings(&made.text, location), "{}", made.text);
        }
    }

    #[test]
    fn an_edit_that_changes_nothing_gives_the_same_bytes(made in document(), absent in "[x-z]{5}") {
        for location in made.locations() {
            let mut changes: Vec<Change> = settings(&made.bytes, location).iter().map(|(k, v)| set(k, v)).collect();
            changes.push(remove(&absent));
            let result = edited(&made.bytes, location, &changes);
            prop_assert!(!result.changed && result.bytes == made.bytes);
            prop_assert!(result.outcomes.iter().all(|outcome| outcome.action == Action::Unchanged));
        }
    }

    #[test]
    fn a_key_that_was_set_has_the_value_and_no_other_key_changed(made in document(), key in any_key(), value in any_value()) {
        for location in made.locations() {
            let result = edited(&made.bytes, location, &[set(&key, &value)]);
            let mut expected = settings(&made.bytes, location);
            expected.insert(model::fold(&key), value.clone());
            prop_assert_eq!(&settings(&result.bytes, location), &expected);
            let text = made.encoding.decode(&result.bytes, made.mark);
            prop_assert_eq!(model::settings(&text, location), expected, "{}", text);
        }
    }

    #[test]
    fn the_same_edit_twice_is_the_edit_once(made in document(), key in any_key(), value in any_value(), gone in any_key()) {
        prop_assume!(!key::same(&key, &gone));
        for location in made.locations() {
            let changes = [set(&key, &value), remove(&gone)];
            let once = edited(&made.bytes, location, &changes);
            let twice = edited(&once.bytes, location, &changes);
            prop_assert!(!twice.changed && twice.bytes == once.bytes);
        }
    }

    #[test]
    fn bytes_outside_of_the_edit_are_the_same(made in document(), key in any_key(), value in any_value()) {
        for location in made.locations() {
            let result = edited(&made.bytes, location, &[set(&key, &value)]);
            let document = Document::parse(&made.bytes).unwrap();
            let offset = |at: usize| document.text().byte_offset(at);
            match (&result.outcomes[0].action, result.outcomes[0].element) {
                (Action::Updated, Some(element)) => {
                    assert_same_outside(&made.bytes, &result.bytes, offset(element.start()), offset(element.end()));
                }
                (Action::Added, _) if is_open(&made.bytes, location) => {
                    let section = document.sections(location).unwrap()[0];
                    let at = offset(section.content_end);
                    assert_same_outside(&made.bytes, &result.bytes, at, at);
                }
                _ => {}
            }
        }
    }

    #[test]
    fn a_key_that_was_added_and_removed_leaves_no_trace(made in document(), key in any_key(), value in any_value()) {
        for location in made.locations() {
            let there = model::has_any(&made.text, location, &key);
            if there || !is_open(&made.bytes, location) {
                continue;
            }
            let added = edited(&made.bytes, location, &[set(&key, &value)]);
            let removed = edited(&added.bytes, location, &[remove(&key)]);
            prop_assert_eq!(shown(&removed.bytes), shown(&made.bytes));
            prop_assert!(removed.bytes == made.bytes);
        }
    }

    #[test]
    fn the_order_of_two_keys_does_not_matter(
        made in document(),
        one in any_key(),
        two in any_key(),
        values in (any_value(), any_value()),
    ) {
        prop_assume!(!key::same(&one, &two));
        for location in made.locations() {
            let (first, second) = (set(&one, &values.0), set(&two, &values.1));
            let ab = edited(&edited(&made.bytes, location, std::slice::from_ref(&first)).bytes, location, std::slice::from_ref(&second));
            let ba = edited(&edited(&made.bytes, location, std::slice::from_ref(&second)).bytes, location, std::slice::from_ref(&first));
            let existing = settings(&made.bytes, location);
            if existing.contains_key(&model::fold(&one)) && existing.contains_key(&model::fold(&two)) {
                prop_assert!(ab.bytes == ba.bytes, "{}\n{}", shown(&ab.bytes), shown(&ba.bytes));
            }
            prop_assert_eq!(settings(&ab.bytes, location), settings(&ba.bytes, location));
        }
    }

    #[test]
    fn many_changes_at_once_mean_what_they_mean_one_by_one(
        made in document(),
        wanted in proptest::collection::vec((any_key(), proptest::option::of(any_value())), 1..6),
    ) {
        let mut changes: Vec<Change> = Vec::new();
        for (key, value) in &wanted {
            if !changes.iter().any(|change| key::same(change.key(), key)) {
                changes.push(value.as_ref().map_or_else(|| remove(key), |value| set(key, value)));
            }
        }
        for location in made.locations() {
            let at_once = edited(&made.bytes, location, &changes);
            let one_by_one = changes.iter().fold(made.bytes.clone(), |bytes, change| {
                edited(&bytes, location, std::slice::from_ref(change)).bytes
            });
            prop_assert_eq!(settings(&at_once.bytes, location), settings(&one_by_one, location));
            let text = made.encoding.decode(&at_once.bytes, made.mark);
            prop_assert_eq!(settings(&at_once.bytes, location), model::settings(&text, location), "{}", text);
        }
    }

    #[test]
    fn an_edit_of_one_place_leaves_the_others(made in document(), key in any_key(), value in any_value()) {
        for location in made.locations() {
            let result = edited(&made.bytes, location, &[set(&key, &value)]);
            for other in made.locations().filter(|other| *other != location) {
                prop_assert_eq!(settings(&result.bytes, other), settings(&made.bytes, other));
            }
        }
    }
}

#[test]
fn what_an_encoding_lacks_is_written_as_a_reference() {
    for (name, lacking) in [("windows-1252", "日"), ("iso-8859-1", "€"), ("shift_jis", "\u{1F600}"), ("us-ascii", "é")]
    {
        let document = format!("<?xml version='1.0' encoding='{name}'?><configuration><appSettings/></configuration>");
        let value = format!("a{lacking}b");
        let result = edited(document.as_bytes(), "", &[set(lacking, &value)]);
        let reference = format!("&#x{:X};", u32::from(lacking.chars().next().unwrap()));
        assert_eq!(shown(&result.bytes).matches(&reference).count(), 2, "{}", shown(&result.bytes));
        assert_eq!(settings(&result.bytes, "")[&model::fold(lacking)], value);
    }
}

/// The generator is worth nothing if it does not make what it is for.
#[test]
fn the_documents_are_of_every_kind() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let made: Vec<Made> = (0..400).map(|_| document().new_tree(&mut runner).unwrap().current()).collect();
    let some = |what: &str, fits: &dyn Fn(&Made) -> bool| {
        let count = made.iter().filter(|made| fits(made)).count();
        assert!(count >= 10, "{what}: {count}");
    };
    for encoding in documents::Encoding::ALL {
        some(encoding.name(), &|made| made.encoding == *encoding);
    }
    some("marks", &|made| made.mark > 0);
    some("self-closing sections", &|made| made.text.contains("<appSettings/>"));
    some("no section", &|made| !made.text.contains("<appSettings"));
    some("settings roots", &|made| !made.text.contains("<configuration") && made.text.contains("<appSettings"));
    some("locations", &|made| made.locations().count() > 1);
    some("clear", &|made| made.text.contains("<clear"));
    some("comments", &|made| made.text.contains("<!--"));
    some("lone carriage returns", &|made| made.text.replace("\r\n", "").contains('\r'));
    some("a key twice", &|made| {
        let document = Document::parse(&made.bytes).unwrap();
        document.outline().sections.iter().any(|section| !repeated(document.text().as_str(), section).is_empty())
    });
}
