//! Words that the project once had of its own and that the field has another word for. They do not come back into what
//! users see: texts, help, documents, names of commands and of JSON.

use super::arrows::Graph;
use super::{Source, has_extension};
use proc_macro2::{TokenStream, TokenTree};
use serde_json::Value;

/// Where these words stand themselves.
const THIS_FILE: &str = "xtask/src/tidy/words.rs";

/// A word, what to say instead, and where it is looked for.
struct Word {
    old: &'static str,
    new: &'static str,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Every line in any case: texts, comments, names of tests, files that only tests read.
    Anywhere,
    /// Texts in any case: sentences of the library and of this program, help, documents.
    Text,
    /// Texts, in this case.
    Exact,
    /// Texts, on a line with this word.
    Beside(&'static str),
    /// One document.
    Document(&'static str),
    /// Every source that ships, and the documents: names that programs use.
    Name,
    /// PowerShell that ships: values, in quotation marks.
    Quoted,
    /// Names and values of the JSON schemas whose file begins so.
    Json(&'static str),
}

const fn word(old: &'static str, new: &'static str, place: Place) -> Word {
    Word { old, new, place }
}

const PAGES: &str = "the title and the address of the page";
const IN_RULES: Place = Place::Document("docs/rules.md");

const WORDS: &[Word] = &[
    word("mend", "fix", Place::Anywhere),
    word("mends", "fixes", Place::Anywhere),
    word("mended", "fixed", Place::Anywhere),
    word("mending", "fixing", Place::Anywhere),
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
    word("Satisfied", "AlreadyCompliant", Place::Quoted),
    word("Moved", "Drifted", Place::Quoted),
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
    let in_test = |file: &Source| graph.test_only.contains(&file.name);
    let words = |file| WORDS.iter().filter(move |word| word.place == Place::Anywhere || !in_test(file));
    let seen = files.iter().filter(|file| file.name != THIS_FILE);
    seen.flat_map(|file| words(file).flat_map(|word| found(file, word))).collect()
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
        Place::Anywhere if file.name == CHANGES => unreleased(&file.text),
        Place::Anywhere => lines(&file.text),
        Place::Quoted if ships(&file.name) && has_extension(&file.name, "ps1") => lines(&file.text),
        Place::Document(name) if file.name == name => lines(&file.text),
        Place::Name if ships(&file.name) || is_document(&file.name) => lines(&file.text),
        Place::Text | Place::Exact | Place::Beside(_) => texts(file),
        _ => return Vec::new(),
    };
    let here = |text: &str| match word.place {
        Place::Anywhere | Place::Text => holds(&text.to_lowercase(), &word.old.to_lowercase()),
        Place::Quoted => ['\'', '"'].iter().any(|mark| text.contains(&format!("{mark}{}{mark}", word.old))),
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

const CHANGES: &str = "CHANGELOG.md";

/// What changed and is not released yet. What was released is told in the words of its time.
fn unreleased(text: &str) -> Vec<(usize, String)> {
    let is_version = |line: &str| line.starts_with("## ");
    let all = lines(text).into_iter().skip_while(|(_, line)| !line.starts_with("## [Unreleased]"));
    all.enumerate().take_while(|(index, (_, line))| *index == 0 || !is_version(line)).map(|(_, line)| line).collect()
}

/// Whether it says what is. What changes names what was too, so [`unreleased`] changes are held to texts only.
fn is_document(name: &str) -> bool {
    name != CHANGES && has_extension(name, "md") && !name.starts_with("tests/")
}

/// The lines of a file that people read, with their numbers.
fn texts(file: &Source) -> Vec<(usize, String)> {
    let module = file.name.starts_with("ps-module/");
    let read = ["psd1", "txt", "ps1xml"].iter().any(|end| has_extension(&file.name, end));
    let page = file.name.starts_with("src/") && has_extension(&file.name, "html");
    if file.name == CHANGES {
        return unreleased(&file.text);
    }
    if is_document(&file.name) || page || (module && read) {
        return lines(&file.text);
    }
    let speaks = ["src/", "xtask/"].iter().any(|folder| file.name.starts_with(folder));
    if !speaks || !has_extension(&file.name, "rs") {
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
        let sentence = "const A: Text = Text::new(\"By our reading\", \"Selon la page\");\n";
        assert_eq!(problems("src/a.rs", sentence), 1);
        assert_eq!(problems("xtask/src/a.rs", sentence), 1);
        assert_eq!(problems("src/a.rs", "words! { a: \"is our reading\", \"nous\"; }\n"), 1, "in a macro");
        assert_eq!(problems("docs/a.md", "by our reading\n"), 1);
        assert_eq!(problems("ps-module/help/en-US/A.psd1", "'Our reading'\n"), 1);
        assert_eq!(problems("ps-module/UcIntegration/fr-FR/A.psd1", "'Notre lecture'\n"), 1);
        assert_eq!(problems("docs/a.md", "Enable-UcOwaIm -Thumbprint x\n"), 1);
        assert_eq!(problems("docs/rules.md", "- Source: 000 l.73\n"), 1);
    }

    #[test]
    fn what_nobody_reads_and_parts_of_words_may_be_named_so() {
        for (name, text) in [
            ("src/a.rs", "/// our reading\nfn a() { \"Moved\"; }\n"),
            ("src/a.rs", "fn a() {}\n#[cfg(test)]\nmod tests {\n    const A: &str = \"our reading\";\n}\n"),
            ("tests/a.md", "our reading\n"),
            ("CHANGELOG.md", "## [Unreleased]\nSectionElsewhere\n## [1.0.0]\nour reading, mends\n"),
            ("docs/a.md", "amend, recommended, `mend_it`, Enable-UcOwaIm -CertificateThumbprint x\n"),
            ("docs/a.md", "Enable-ExchangeCertificate -Thumbprint x, removed\n"),
            ("docs/seed-lines.md", "000:73\n"),
        ] {
            assert_eq!(problems(name, text), 0, "{name}: {text}");
        }
    }

    #[test]
    fn a_fix_has_one_name_everywhere() {
        for (name, text) in [
            ("src/a.rs", "/// mends it\n"),
            ("src/a.rs", "let mends = 1;\n"),
            ("xtask/src/a.rs", "log.say(\"mended\");\n"),
            ("tests/ps/a.ps1", "It 'is Mended'\n"),
            ("tests/ps/a.json", "{ \"a\": \"mending\" }\n"),
        ] {
            assert_eq!(problems(name, text), 1, "{name}: {text}");
        }
        let graph = Graph { test_only: [String::from("src/a.rs")].into(), ..Graph::default() };
        let file = Source { name: "src/a.rs".to_owned(), text: "// our reading: not mended\n".to_owned() };
        assert_eq!(check(&[file], &graph).len(), 1, "in what only tests read");
    }

    #[test]
    fn changes_that_are_not_released_are_held_to_texts() {
        let text = "# Changelog\n## [Unreleased]\n- mends\n- our reading\n## [1.0.0]\n- mends\n";
        let file = Source { name: "CHANGELOG.md".to_owned(), text: text.to_owned() };
        let found = check(&[file], &Graph::default());
        let places: Vec<_> = found.iter().map(|one| one.split(' ').next().unwrap_or_default()).collect();
        assert_eq!(places, ["CHANGELOG.md:3:", "CHANGELOG.md:4:"]);
    }

    #[test]
    fn results_of_steps_are_held_in_the_code_of_the_module() {
        assert_eq!(problems("ps-module/UcIntegration/Apply/A.ps1", "New-UcResult -Status 'Moved'\n"), 1);
        assert_eq!(problems("ps-module/UcIntegration/Apply/A.ps1", "return \"Satisfied\"\n"), 1);
        assert_eq!(problems("ps-module/UcIntegration/Apply/A.ps1", "# Moved 'MovedTo' $Moved\n"), 0);
        assert_eq!(problems("tests/ps/A.Tests.ps1", "{ New-UcResult 'Moved' } | Should -Throw\n"), 0);
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
