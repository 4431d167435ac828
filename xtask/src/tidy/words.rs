//! Words that the project once had of its own and that the field has another word for. They do not come back into what
//! users see: texts, help, documents, names of commands and of JSON.

use super::arrows::Graph;
use super::{Source, has_extension};
use proc_macro2::{TokenStream, TokenTree};
use serde_json::Value;

/// A word, what to say instead, and where it is looked for.
struct Word {
    old: &'static str,
    new: &'static str,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Texts in any case: sentences of the library, help, documents.
    Text,
    /// Texts, in this case.
    Exact,
    /// Texts, on a line with this word.
    Beside(&'static str),
    /// One document.
    Document(&'static str),
    /// Every source that ships, and the documents: names that programs use.
    Name,
    /// Names and values of the JSON schemas whose file begins so.
    Json(&'static str),
}

const fn word(old: &'static str, new: &'static str, place: Place) -> Word {
    Word { old, new, place }
}

const PAGES: &str = "the title and the address of the page";
const IN_RULES: Place = Place::Document("docs/rules.md");

const WORDS: &[Word] = &[
    word("mend", "fix", Place::Text),
    word("mends", "fixes", Place::Text),
    word("mended", "fixed", Place::Text),
    word("mending", "fixing", Place::Text),
    word("mendable", "fixable", Place::Name),
    word("Mendable", "Fixable", Place::Name),
    word("our reading", "interpretation (not documented)", Place::Text),
    word("notre lecture", "interpr\u{e9}tation (non document\u{e9}e)", Place::Text),
    word("uc_plan_make", "uc_plan_create", Place::Name),
    word("SectionElsewhere", "SectionExternal", Place::Name),
    word("SectionUnclear", "SectionAmbiguous", Place::Name),
    word("RootForeign", "UnexpectedRoot", Place::Name),
    word("FileLinked", "FileHasHardLinks", Place::Name),
    word("AlreadyDone", "AlreadyCompliant", Place::Name),
    word("NotNeeded", "a result of the module", Place::Name),
    word("NotUndone", "a result of the module", Place::Name),
    word("WouldRun", "a result of the module", Place::Name),
    word("Satisfied", "AlreadyCompliant", Place::Exact),
    word("Moved", "Drifted", Place::Exact),
    word("-Thumbprint", "-CertificateThumbprint", Place::Beside("Enable-UcOwaIm")),
    word("-OAuthThumbprint", "-OAuthCertificateThumbprint", Place::Text),
    word("000", PAGES, IN_RULES),
    word("001", PAGES, IN_RULES),
    word("002", PAGES, IN_RULES),
    word("003", PAGES, IN_RULES),
    word("004", PAGES, IN_RULES),
    word("Info", "Information", Place::Json("")),
    word("mendable", "fixable", Place::Json("")),
    word("inference", "interpretation", Place::Json("")),
    word("read", "actual", Place::Json("certificate_check")),
    word("read", "actual", Place::Json("estate_check")),
    word("made", "createdAt", Place::Json("plan")),
    word("open", "unresolved", Place::Json("plan")),
    word("choices", "decisions", Place::Json("plan")),
    word("what", "setting", Place::Json("plan")),
    word("how", "origin", Place::Json("plan")),
    word("Given", "Specified", Place::Json("plan")),
    word("Kept", "InUse", Place::Json("plan")),
    word("Picked", "Selected", Place::Json("plan")),
    word("Open", "Unresolved", Place::Json("plan")),
];

/// Every old word that is there.
pub(super) fn check(files: &[Source], graph: &Graph) -> Vec<String> {
    let seen = files.iter().filter(|file| !graph.test_only.contains(&file.name));
    seen.flat_map(|file| WORDS.iter().flat_map(|word| found(file, word))).collect()
}

fn found(file: &Source, word: &Word) -> Vec<String> {
    let told = |line: usize| format!("{}:{line}: {} (say {})", file.name, word.old, word.new);
    if let Place::Json(prefix) = word.place {
        let schema = file.name.strip_prefix("docs/schema/").filter(|name| name.starts_with(prefix));
        let json = schema.and_then(|_| serde_json::from_str::<Value>(&file.text).ok());
        let names = json.is_some_and(|json| says(&json, word.old));
        return if names { vec![format!("{}: {} (say {})", file.name, word.old, word.new)] } else { Vec::new() };
    }
    let lines = match word.place {
        Place::Document(name) if file.name == name => lines(&file.text),
        Place::Name if ships(&file.name) || is_document(&file.name) => lines(&file.text),
        Place::Text | Place::Exact | Place::Beside(_) => texts(file),
        _ => return Vec::new(),
    };
    let here = |text: &str| match word.place {
        Place::Text => holds(&text.to_lowercase(), &word.old.to_lowercase()),
        Place::Beside(other) => holds(text, other) && holds(text, word.old),
        _ => holds(text, word.old),
    };
    lines.into_iter().filter(|(_, text)| here(text)).map(|(line, _)| told(line)).collect()
}

fn lines(text: &str) -> Vec<(usize, String)> {
    text.lines().enumerate().map(|(number, line)| (number + 1, line.to_owned())).collect()
}

fn ships(name: &str) -> bool {
    ["src/", "include/", "ps-module/"].iter().any(|folder| name.starts_with(folder))
}

/// What was is told in the words of its time.
fn is_document(name: &str) -> bool {
    name != "CHANGELOG.md" && has_extension(name, "md") && !name.starts_with("tests/")
}

/// The lines of a file that people read, with their numbers.
fn texts(file: &Source) -> Vec<(usize, String)> {
    let module = file.name.starts_with("ps-module/");
    let read = ["psd1", "txt", "ps1xml"].iter().any(|end| has_extension(&file.name, end));
    let page = file.name.starts_with("src/") && has_extension(&file.name, "html");
    if is_document(&file.name) || page || (module && read) {
        return lines(&file.text);
    }
    if !file.name.starts_with("src/") || !has_extension(&file.name, "rs") {
        return Vec::new();
    }
    let shipped = file.text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let mut found = Vec::new();
    if let Ok(tokens) = shipped.parse() {
        sentences(tokens, &mut found);
    }
    found
}

/// The string literals of more than one word, outside of attributes, which hold the documentation.
fn sentences(tokens: TokenStream, found: &mut Vec<(usize, String)>) {
    let mut before = ' ';
    for token in tokens {
        let next = if let TokenTree::Punct(mark) = &token { mark.as_char() } else { ' ' };
        match token {
            TokenTree::Group(group) if before != '#' && before != '!' => sentences(group.stream(), found),
            // The brackets of a macro are like those of an attribute within (`#![...]`), but hold code.
            TokenTree::Group(group) if before == '!' && group.delimiter() != proc_macro2::Delimiter::Bracket => {
                sentences(group.stream(), found);
            }
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if text.contains('"') && text.contains(' ') {
                    found.push((literal.span().start().line, text));
                }
            }
            _ => {}
        }
        before = next;
    }
}

/// Whether a text has a word or several that stand together.
fn holds(text: &str, word: &str) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(start, _)| {
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.get(start + word.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(part_of_word) && !after.is_some_and(part_of_word)
    })
}

/// Whether a schema has a property or a value of this name.
fn says(json: &Value, name: &str) -> bool {
    match json {
        Value::Array(all) => all.iter().any(|one| says(one, name)),
        Value::Object(fields) => fields.iter().any(|(field, value)| match (field.as_str(), value) {
            ("properties", Value::Object(properties)) if properties.contains_key(name) => true,
            ("enum", Value::Array(values)) if values.iter().any(|value| value == name) => true,
            ("const", value) if value == name => true,
            (_, value) => says(value, name),
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(name: &str, text: &str) -> usize {
        check(&[Source { name: name.to_owned(), text: text.to_owned() }], &Graph::default()).len()
    }

    #[test]
    fn texts_are_sentences_of_the_library_help_and_documents() {
        let sentence = "const A: Text = Text::new(\"Mend it\", \"Corrigez-le\");\n";
        assert_eq!(problems("src/a.rs", sentence), 1);
        assert_eq!(problems("src/a.rs", "words! { a: \"we mend\", \"nous\"; }\n"), 1, "in a macro");
        assert_eq!(problems("docs/a.md", "a plan mends it\n"), 1);
        assert_eq!(problems("ps-module/help/en-US/A.psd1", "'Our reading'\n"), 1);
        assert_eq!(problems("ps-module/UcIntegration/fr-FR/A.psd1", "'Notre lecture'\n"), 1);
        assert_eq!(problems("docs/a.md", "Enable-UcOwaIm -Thumbprint x\n"), 1);
        assert_eq!(problems("docs/rules.md", "- Source: 000 l.73\n"), 1);
    }

    #[test]
    fn what_nobody_reads_and_parts_of_words_may_be_named_so() {
        for (name, text) in [
            ("src/a.rs", "/// mend it\nfn mend() { \"mend\"; }\n"),
            ("src/a.rs", "fn a() {}\n#[cfg(test)]\nmod tests {\n    const A: &str = \"mend it\";\n}\n"),
            ("tests/a.md", "mend it\n"),
            ("CHANGELOG.md", "mend it, SectionElsewhere\n"),
            ("docs/a.md", "amend, recommended, `mend_it`, Enable-UcOwaIm -CertificateThumbprint x\n"),
            ("docs/a.md", "Enable-ExchangeCertificate -Thumbprint x, removed\n"),
            ("docs/seed-lines.md", "000:73\n"),
        ] {
            assert_eq!(problems(name, text), 0, "{name}: {text}");
        }
    }

    #[test]
    fn names_and_json_are_held_too() {
        assert_eq!(problems("src/status.rs", "SectionElsewhere = 201,\n"), 1);
        assert_eq!(problems("include/a.h", "int32_t uc_plan_make(void);\n"), 1);
        assert_eq!(problems("docs/schema/plan.json", r#"{"properties": {"made": {"enum": ["Given"]}}}"#), 2);
        assert_eq!(problems("docs/schema/rules_list.json", r#"{"a": [{"const": "Info"}]}"#), 1);
        assert_eq!(problems("docs/schema/config_read.json", r#"{"properties": {"made": {"type": "string"}}}"#), 0);
    }
}
