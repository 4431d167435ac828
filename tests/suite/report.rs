//! The report as a page: whole, without anything from elsewhere, usable without eyes, colours or a mouse, and the same in
//! both languages, whatever the names in it are. Leaves its pages in a folder for the test in a browser.

use crate::support::call;
use crate::support::report::{NOW, estates, hostile, many_findings};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;
use uc_integration::api::estate::{CheckRequest, ReportRequest};
use uc_integration::rules::{self, Source};

const CULTURES: [&str; 2] = ["en-US", "fr-FR"];

fn facts(documents: &[Value]) -> Value {
    let named = |(number, document): (usize, &Value)| json!({ "name": format!("facts-{}.json", number + 1), "text": document.to_string() });
    documents.iter().enumerate().map(named).collect()
}

fn page(documents: &[Value], culture: &str, title: &str) -> String {
    let request = json!({ "facts": facts(documents), "now": NOW, "culture": culture, "title": title });
    call::<ReportRequest>(&request).unwrap()["html"].as_str().unwrap().to_owned()
}

/// An estate that a report is made of, with its page in each language: made once, since that takes longest.
struct Sample {
    name: &'static str,
    documents: Vec<Value>,
    pages: [String; CULTURES.len()],
}

fn samples() -> &'static [Sample] {
    static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
        let sample = |(name, documents): (_, Vec<Value>)| {
            let pages = CULTURES.map(|culture| page(&documents, culture, ""));
            Sample { name, documents, pages }
        };
        estates().into_iter().map(sample).collect()
    });
    &SAMPLES
}

/// An element's name and attributes, or a text.
enum Piece {
    Open(String, Vec<(String, String)>),
    Text(String),
}

/// The pieces of a page by a reader of XML, which the page is written to satisfy.
fn pieces(html: &str) -> Vec<Piece> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(html);
    reader.config_mut().check_end_names = true;
    let mut pieces = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(one) | Event::Empty(one) => {
                let attribute = |one: quick_xml::events::attributes::Attribute<'_>| {
                    (one.key.as_ref().to_owned(), one.value.into_owned())
                };
                let attributes = one.attributes().map(|one| attribute(one.unwrap())).collect();
                pieces.push(Piece::Open(one.name().as_ref().to_owned(), attributes));
            }
            Event::Text(one) => pieces.push(Piece::Text((*one).to_owned())),
            Event::Eof => return pieces,
            _ => {}
        }
    }
}

fn elements(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let open = |piece| if let Piece::Open(name, attributes) = piece { Some((name, attributes)) } else { None };
    pieces(html).into_iter().filter_map(open).collect()
}

#[test]
fn the_pages_for_the_browser_are_whole() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report");
    std::fs::create_dir_all(&folder).unwrap();
    for Sample { name, pages, .. } in samples() {
        for (culture, html) in CULTURES.iter().zip(pages) {
            assert!(html.starts_with("<!DOCTYPE html>") && html.trim_end().ends_with("</html>"), "{name}");
            assert!(html.contains(&format!("<html lang=\"{}\">", &culture[..2])), "{name}");
            std::fs::write(folder.join(format!("{name}-{}.html", &culture[..2])), html).unwrap();
        }
    }
}

#[test]
fn nothing_comes_from_elsewhere_and_nothing_runs() {
    let addresses: BTreeSet<&str> = rules::documents().map(|one| one.url).collect();
    for Sample { name, pages: [html, _], .. } in samples() {
        for (element, attributes) in elements(html) {
            let value = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
            // What leads out of the page is a page of the table, opened by hand, and is not told where the reader came from.
            if let Some(target) = value("href").filter(|target| !target.starts_with('#')) {
                assert!(element == "a" && addresses.contains(target), "{name}: {element} {target}");
                assert_eq!(value("rel"), Some("noreferrer"), "{name}: {target}");
            }
            assert!(
                !["script", "img", "link", "iframe", "object", "base"].contains(&element.as_str()),
                "{name}: {element}"
            );
            for (key, _) in attributes {
                assert!(!key.starts_with("on") && key != "src", "{name}: {element} {key}");
            }
        }
        let style = html.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
        assert!(!style.contains("@import") && !style.replace("url(#", "").contains("url("));
    }
}

#[test]
fn a_rule_that_is_told_links_to_its_pages_by_their_titles() {
    let mut links = 0;
    for Sample { name, pages: [_, html], .. } in samples() {
        for article in html.split("<article class=\"rule ").skip(1).filter_map(|rest| rest.split("</article>").next()) {
            let id = article.split("<code>").nth(1).unwrap().split("</code>").next().unwrap();
            for page in Source::documents(rules::find(id).unwrap().metadata.sources) {
                let title = page.title.replace('\'', "&#39;");
                let link = format!("<a href=\"{}\" rel=\"noreferrer\">{title}</a>", page.url);
                assert!(article.contains(&link), "{name}: {id} without {link}");
                links += 1;
            }
        }
    }
    assert!(links > 50, "{links}");
}

#[test]
fn no_name_becomes_a_part_of_the_page() {
    let count = |name: &str| elements(&page(&hostile(name), "en-US", name)).len();
    for name in
        ["</td><script>alert(1)</script>", "\" onload=\"x", "' onclick='x", "]]>", "<!--", "{{ w.title }}", "&lt;b&gt;"]
    {
        let html = page(&hostile(name), "en-US", name);
        assert_eq!(count(name), count(&name.replace(['<', '>', '"', '\'', '&'], "x")), "{name}");
        assert!(!html.contains("<script") && !html.contains(" onload=\"") && !html.contains(" onclick='"), "{name}");
    }
    let turned = page(&hostile("a\u{202e}b\u{2066}\0c"), "en-US", "\u{202e}");
    assert!(!turned.contains(['\u{202e}', '\u{2066}', '\0']));
    assert!(turned.contains("[U+202E]"));
}

#[test]
fn every_finding_and_every_open_question_is_told() {
    for Sample { name, documents, pages: [html, _] } in samples() {
        let findings = call::<CheckRequest>(&json!({ "facts": facts(documents), "now": NOW })).unwrap();
        let text: String = pieces(html)
            .into_iter()
            .filter_map(|piece| if let Piece::Text(text) = piece { Some(text) } else { None })
            .collect();
        for finding in findings["findings"].as_array().unwrap() {
            assert!(text.contains(finding["rule"].as_str().unwrap()), "{name}: {finding}");
            let said = match finding["status"].as_str().unwrap() {
                "Unknown" => &finding["collect"]["fact"],
                "Pass" => continue,
                _ => &finding["message"],
            };
            let plain = said.as_str().unwrap();
            assert!(
                plain.contains(['<', '&', '\'', '"', '>']) || !plain.is_ascii() || text.contains(plain),
                "{name}: {plain}"
            );
        }
    }
}

#[test]
fn nothing_collected_is_never_said_to_work() {
    let html = page(&[], "en-US", "");
    assert!(html.contains("> Unknown</p>") && !html.contains("> Works</p>"));
    assert!(html.contains("No facts were provided."));
}

#[test]
fn a_page_without_its_plan_has_none() {
    let documents = hostile("ex01");
    let request = json!({ "facts": facts(&documents), "now": NOW, "plan": false });
    let without = call::<ReportRequest>(&request).unwrap();
    assert!(!without["html"].as_str().unwrap().contains("id=\"plan\""));
    assert!(page(&documents, "en-US", "").contains("id=\"plan\""));
}

#[test]
fn headings_tables_and_links_serve_those_who_cannot_see_them() {
    for Sample { name, pages: [html, _], .. } in samples() {
        let all = elements(html);
        let mut level = 0;
        let mut ids = BTreeSet::new();
        for (element, attributes) in &all {
            let value = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
            if let Some(next) = element.strip_prefix('h').and_then(|level| level.parse::<usize>().ok()) {
                assert!(next <= level + 1, "{name}: h{next} after h{level}");
                level = next;
            }
            assert!(element != "th" || matches!(value("scope"), Some("row" | "col")), "{name}: a th without scope");
            if let Some(id) = value("id") {
                assert!(ids.insert(id.to_owned()), "{name}: {id} twice");
            }
        }
        let number = |wanted: &str| all.iter().filter(|(element, _)| element == wanted).count();
        assert_eq!(number("table"), number("caption"), "{name}");
        assert_eq!(number("h1"), 1, "{name}");
        for (_, attributes) in &all {
            for (_, target) in attributes.iter().filter(|(key, target)| key == "href" && target.starts_with('#')) {
                assert!(ids.contains(&target[1..]), "{name}: {target} leads nowhere");
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_parts() {
    for Sample { name, pages, .. } in samples() {
        let [english, french] =
            pages.each_ref().map(|html| elements(html).into_iter().map(|(name, _)| name).collect::<Vec<_>>());
        assert_eq!(english, french, "{name}");
    }
}

#[test]
fn colours_can_be_told_from_what_is_behind_them() {
    let html = page(&[], "en-US", "");
    let schemes: Vec<&str> = html.split(":root {").skip(1).map(|rest| rest.split('}').next().unwrap()).collect();
    assert_eq!(schemes.len(), 3, "light, dark, print");
    for scheme in schemes {
        let colour = |name: &str| {
            let hex = scheme.split(&format!("--{name}: #")).nth(1).unwrap_or_else(|| panic!("{name}"));
            u32::from_str_radix(&hex[..6], 16).unwrap()
        };
        for (text, backs) in [
            ("ink", &["page", "shade", "fail-back", "warn-back", "open-back", "ok-back"][..]),
            ("soft", &["page", "shade"][..]),
            ("link", &["page"][..]),
            ("fail", &["page", "fail-back"][..]),
            ("warn", &["page", "warn-back"][..]),
            ("open", &["page", "open-back"][..]),
            ("ok", &["page", "ok-back"][..]),
            ("note", &["page"][..]),
            ("glyph", &["fail", "warn", "open", "ok"][..]),
        ] {
            for back in backs {
                let (one, other) = (luminance(colour(text)), luminance(colour(back)));
                let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                assert!(contrast >= 4.5, "{text} on {back}: {contrast:.2}");
            }
        }
    }
}

/// The relative luminance of a colour, as WCAG defines it.
fn luminance(colour: u32) -> f64 {
    let part = |shift: u32| {
        let value = f64::from(colour >> shift & 0xff) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

#[test]
fn five_thousand_findings_are_a_page_of_less_than_five_megabytes() {
    let documents = many_findings();
    let response = call::<CheckRequest>(&json!({ "facts": facts(&documents), "now": NOW })).unwrap();
    assert!(response["findings"].as_array().unwrap().len() >= 5_000);
    assert!(page(&documents, "fr-FR", "").len() < 5_000_000);
}
