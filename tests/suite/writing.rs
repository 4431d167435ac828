//! What an edit writes, document by document: where a new key goes and how it looks. Each line was checked by hand
//! against the promise that an addition looks like its neighbours.

use uc_integration::config::change::{Action, Change, apply};
use uc_integration::config::{Document, diff};

fn set(key: &str, value: &str) -> Change {
    Change::Set { key: key.to_owned(), value: value.to_owned() }
}

fn remove(key: &str) -> Change {
    Change::Remove { key: key.to_owned() }
}

fn edited_at(document: &[u8], location: &str, changes: &[Change]) -> Vec<u8> {
    apply(&Document::parse(document).unwrap(), location, changes).unwrap().bytes
}

fn edited(document: &str, changes: &[Change]) -> String {
    String::from_utf8(edited_at(document.as_bytes(), "", changes)).unwrap()
}

#[test]
fn a_new_key_looks_like_its_neighbours() {
    for (before, after) in [
        // Indentation with tabs, CR LF, double quotes, blank before the slash.
        (
            "<configuration>\r\n\t<appSettings>\r\n\t\t<add key=\"a\" value=\"1\" />\r\n\t</appSettings>\r\n</configuration>",
            "<configuration>\r\n\t<appSettings>\r\n\t\t<add key=\"a\" value=\"1\" />\r\n\t\t<add key=\"n\" value=\"v\" />\r\n\t</appSettings>\r\n</configuration>",
        ),
        // Single quotes, no blank, value first.
        (
            "<configuration>\n<appSettings>\n <add value='1' key='a'/>\n</appSettings>\n</configuration>",
            "<configuration>\n<appSettings>\n <add value='1' key='a'/>\n <add value='v' key='n'/>\n</appSettings>\n</configuration>",
        ),
        // With an end tag, as Exchange writes some of its files.
        (
            "<configuration>\n  <appSettings>\n    <add key=\"a\" value=\"1\"></add>\n  </appSettings>\n</configuration>",
            "<configuration>\n  <appSettings>\n    <add key=\"a\" value=\"1\"></add>\n    <add key=\"n\" value=\"v\"></add>\n  </appSettings>\n</configuration>",
        ),
        // All on one line.
        (
            "<configuration><appSettings><add key='a' value='1'/></appSettings></configuration>",
            "<configuration><appSettings><add key='a' value='1'/><add key='n' value='v'/></appSettings></configuration>",
        ),
        // Behind a comment that ends the section, and behind one on the line of the last key.
        (
            "<configuration>\n  <appSettings>\n    <add key=\"a\" value=\"1\" /> <!-- x -->\n    <!-- y -->\n  </appSettings>\n</configuration>",
            "<configuration>\n  <appSettings>\n    <add key=\"a\" value=\"1\" /> <!-- x -->\n    <!-- y -->\n    <add key=\"n\" value=\"v\" />\n  </appSettings>\n</configuration>",
        ),
        // The end tag on the line of the last key.
        (
            "<configuration>\n  <appSettings>\n    <add key=\"a\" value=\"1\" /></appSettings>\n</configuration>",
            "<configuration>\n  <appSettings>\n    <add key=\"a\" value=\"1\" />\n    <add key=\"n\" value=\"v\" /></appSettings>\n</configuration>",
        ),
        // A section without keys, empty or closed at once.
        (
            "<configuration>\n  <appSettings>\n  </appSettings>\n</configuration>",
            "<configuration>\n  <appSettings>\n    <add key=\"n\" value=\"v\" />\n  </appSettings>\n</configuration>",
        ),
        (
            "<configuration>\n    <appSettings></appSettings>\n</configuration>",
            "<configuration>\n    <appSettings>\n        <add key=\"n\" value=\"v\" />\n    </appSettings>\n</configuration>",
        ),
        (
            "<configuration>\n\t<appSettings file=\"x.config\" />\n</configuration>",
            "<configuration>\n\t<appSettings file=\"x.config\">\n\t\t<add key=\"n\" value=\"v\" />\n\t</appSettings>\n</configuration>",
        ),
        // No section: behind configSections, which has to stay first, or at the top.
        (
            "<configuration>\n  <configSections>\n    <section name=\"x\" />\n  </configSections>\n  <x />\n</configuration>\n",
            "<configuration>\n  <configSections>\n    <section name=\"x\" />\n  </configSections>\n  <appSettings>\n    <add key=\"n\" value=\"v\" />\n  </appSettings>\n  <x />\n</configuration>\n",
        ),
        (
            "<configuration>\n  <system.web />\n</configuration>",
            "<configuration>\n  <appSettings>\n    <add key=\"n\" value=\"v\" />\n  </appSettings>\n  <system.web />\n</configuration>",
        ),
        ("<configuration/>", "<configuration><appSettings><add key=\"n\" value=\"v\" /></appSettings></configuration>"),
        (
            "<?xml version=\"1.0\"?>\n<configuration />\n",
            "<?xml version=\"1.0\"?>\n<configuration>\n  <appSettings>\n    <add key=\"n\" value=\"v\" />\n  </appSettings>\n</configuration>\n",
        ),
        (
            "<?xml version=\"1.0\"?>\n<configuration></configuration>\n",
            "<?xml version=\"1.0\"?>\n<configuration>\n  <appSettings>\n    <add key=\"n\" value=\"v\" />\n  </appSettings>\n</configuration>\n",
        ),
        // The target of a configSource.
        (
            "<appSettings>\n  <add key=\"a\" value=\"1\" />\n</appSettings>",
            "<appSettings>\n  <add key=\"a\" value=\"1\" />\n  <add key=\"n\" value=\"v\" />\n</appSettings>",
        ),
    ] {
        assert_eq!(edited(before, &[set("n", "v")]), after);
    }
}

#[test]
fn a_value_is_replaced_in_its_own_quotes() {
    for (before, value, after) in [
        ("<add key='a' value='1'/>", "it's", "<add key='a' value='it&apos;s'/>"),
        ("<add key='a' value=\"1\"/>", "it's \"x\"", "<add key='a' value=\"it's &quot;x&quot;\"/>"),
        ("<add key='a'/>", "1", "<add key='a' value='1'/>"),
        ("<add key='a' value='&#49;'/>", "1", "<add key='a' value='&#49;'/>"),
        ("<add key='A' value='1'/>", "2", "<add key='A' value='2'/>"),
        ("<add key='a' value='1'/><add key='A' value='2'/>", "3", "<add key='a' value='1'/><add key='A' value='3'/>"),
        ("<add key='a' value='1'/><clear/>", "3", "<add key='a' value='1'/><clear/><add key='a' value='3'/>"),
        (
            "<add key='a' value='1'/><remove key='a'/>",
            "3",
            "<add key='a' value='1'/><remove key='a'/><add key='a' value='3'/>",
        ),
        (
            "<!-- <add key='a' value='1'/> --><add key='a' value='2'/>",
            "3",
            "<!-- <add key='a' value='1'/> --><add key='a' value='3'/>",
        ),
    ] {
        let document = |inside: &str| format!("<configuration><appSettings>{inside}</appSettings></configuration>");
        assert_eq!(edited(&document(before), &[set("a", value)]), document(after));
    }
}

#[test]
fn a_removed_key_takes_its_line_along() {
    for (before, after) in [
        ("\n  <add key='a' value='1'/>\n  <add key='b' value='2'/>\n", "\n  <add key='b' value='2'/>\n"),
        ("\r\n\t<add key='b' value='2'/>\r\n\t<add key='a' value='1'/>\r\n", "\r\n\t<add key='b' value='2'/>\r\n"),
        ("<add key='b' value='2'/><add key='a' value='1'/>", "<add key='b' value='2'/>"),
        // What stands behind it on the line is not moved up to the line before.
        ("\n  <!-- for b -->\n  <add key='a' value='1'/> <!-- for a -->\n", "\n  <!-- for b -->\n   <!-- for a -->\n"),
        // An earlier one of the same key must not come to life.
        ("\n  <add key='a' value='1'/>\n  <add key='A' value='2'/>\n", "\n"),
        ("\n  <add key='a' value='1'>\n  </add>\n", "\n"),
        ("\n  <remove key='a'/>\n  <add key='a' value='1'/>\n", "\n  <remove key='a'/>\n"),
    ] {
        let document = |inside: &str| format!("<configuration><appSettings>{inside}</appSettings></configuration>");
        assert_eq!(edited(&document(before), &[remove("a")]), document(after));
    }
}

#[test]
fn several_keys_are_one_edit() {
    let before = "<configuration>\n  <appSettings>\n    <add key=\"a\" value=\"1\" />\n    <add key=\"b\" value=\"2\" />\n  </appSettings>\n</configuration>";
    let after = "<configuration>\n  <appSettings>\n    <add key=\"b\" value=\"3\" />\n    <add key=\"c\" value=\"4\" />\n    <add key=\"d\" value=\"5\" />\n  </appSettings>\n</configuration>";
    let changes = [set("c", "4"), remove("a"), set("b", "3"), set("d", "5"), remove("none")];
    let document = Document::parse(before.as_bytes()).unwrap();
    let made = apply(&document, "", &changes).unwrap();
    assert_eq!(String::from_utf8(made.bytes).unwrap(), after);
    let actions: Vec<Action> = made.outcomes.iter().map(|outcome| outcome.action).collect();
    assert_eq!(actions, [Action::Added, Action::Removed, Action::Updated, Action::Added, Action::Unchanged]);
}

#[test]
fn a_location_is_addressed_by_its_path() {
    let before = "<configuration>\n  <location path=\"a\">\n    <system.web />\n  </location>\n  <location path=\"B\">\n    <appSettings>\n      <add key=\"k\" value=\"1\" />\n    </appSettings>\n  </location>\n</configuration>";
    let in_b = before.replace("value=\"1\"", "value=\"2\"");
    assert_eq!(edited_at(before.as_bytes(), "b", &[set("k", "2")]), in_b.as_bytes());
    let in_a = before.replace(
        "<location path=\"a\">\n",
        "<location path=\"a\">\n    <appSettings>\n      <add key=\"k\" value=\"2\" />\n    </appSettings>\n",
    );
    assert_eq!(String::from_utf8(edited_at(before.as_bytes(), "a", &[set("k", "2")])).unwrap(), in_a);
    let whole = edited(before, &[set("k", "2")]);
    assert!(whole.starts_with("<configuration>\n  <appSettings>\n    <add key=\"k\" value=\"2\" />"), "{whole}");
}

#[test]
fn every_encoding_stays_what_it_is() {
    let document = |declared: &str, value: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"{declared}\"?>\r\n<configuration><appSettings><add key=\"é\" value=\"{value}\" /></appSettings></configuration>"
        )
    };
    let utf16 = |text: &str, big: bool| {
        let units = "\u{FEFF}".encode_utf16().chain(text.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect::<Vec<u8>>()
    };
    let utf32 = |text: &str| text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect::<Vec<u8>>();
    let value = "ü€\u{1F600}";
    for big in [false, true] {
        let before = utf16(&document("utf-16", "1"), big);
        assert_eq!(edited_at(&before, "", &[set("É", value)]), utf16(&document("utf-16", value), big));
    }
    let before = utf32(&("\u{FEFF}".to_owned() + &document("utf-32", "1")));
    let after = utf32(&("\u{FEFF}".to_owned() + &document("utf-32", value)));
    assert_eq!(edited_at(&before, "", &[set("é", value)]), after);
    for (name, table, written) in [
        ("windows-1252", encoding_rs::WINDOWS_1252, "ü€&#x1F600;"),
        ("iso-8859-15", encoding_rs::ISO_8859_15, "ü€&#x1F600;"),
        ("gb18030", encoding_rs::GB18030, "ü€\u{1F600}"),
    ] {
        let before = table.encode(&document(name, "1")).0.into_owned();
        let after = table.encode(&document(name, written)).0.into_owned();
        assert_eq!(edited_at(&before, "", &[set("é", value)]), after, "{name}");
    }
    let latin1 = |text: &str| text.chars().map(|c| u8::try_from(c).unwrap()).collect::<Vec<u8>>();
    let after = latin1(&document("iso-8859-1", "ü&#x20AC;&#x1F600;"));
    assert_eq!(edited_at(&latin1(&document("iso-8859-1", "1")), "", &[set("é", value)]), after);
}

#[test]
fn the_diff_shows_the_lines_around_an_edit() {
    let lines = |change: &str| {
        let middle: Vec<String> =
            (1..=9).map(|n| if n == 5 { change.to_owned() } else { format!("  <!-- {n} -->") }).collect();
        format!("<configuration>\r\n{}\r\n</configuration>", middle.join("\r\n"))
    };
    let shown = diff::between("web.config", lines("  <a/>").as_bytes(), lines("  <b/>\r\n  <c/>").as_bytes());
    let expected = "--- web.config\n+++ web.config\n@@ -3,7 +3,8 @@\n   <!-- 2 -->\n   <!-- 3 -->\n   <!-- 4 -->\n-  <a/>\n+  <b/>\n+  <c/>\n   <!-- 6 -->\n   <!-- 7 -->\n   <!-- 8 -->\n";
    assert_eq!(shown, expected);
    assert_eq!(diff::between("a", b"same", b"same"), "");
    let end = diff::between("a", b"x\ny", b"x\nz");
    assert_eq!(
        end,
        "--- a\n+++ a\n@@ -1,2 +1,2 @@\n x\n-y\n\\ No newline at end of file\n+z\n\\ No newline at end of file\n"
    );
}
