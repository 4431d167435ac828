//! What stands in an accepted document where .NET does not read it: settings in comments, and `add` elements outside of
//! the sections. Also counts a word that somebody looks for, outside of comments. Reads the text once more, and only
//! where it has one of the words at all; judges nothing.

use super::escape::unescape;
use super::key;
use super::scan::Scanner;
use super::span::Span;
use super::token::Token;

/// The most settings that are listed of one document: one that was made on purpose could have millions.
const LIMIT: usize = 100;

/// Where a setting stands that .NET does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a comment.
    Comment,
    /// In an element that is no section of settings, by its name.
    Element(String),
}

/// A setting that .NET does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The key as it is spelled.
    pub key: String,
    /// Where it stands.
    pub place: Place,
    /// The element, or the key in the comment.
    pub span: Span,
}

/// The settings of some keys that .NET does not read where they stand: the first hundred, in order.
#[must_use]
pub fn settings(text: &str, keys: &[&str]) -> Vec<Unread> {
    let mut found = Vec::new();
    if !keys.iter().any(|key| mentions(text, key)) {
        return found;
    }
    walk(text, |token, attributes, open| {
        match token {
            Token::Misc { span } if span.of(text).starts_with("<!--") => in_comment(text, span, keys, &mut found),
            Token::Start { tag, name, .. } if name.of(text) == "add" && !is_section(text, open) => {
                let parent = open.last().map_or("", |parent| parent.of(text)).to_owned();
                if let Some(key) = attributes.find(text, "key").filter(|key| is_one_of(key, keys)) {
                    found.push(Unread { key, place: Place::Element(parent), span: tag });
                }
            }
            _ => {}
        }
        found.len() < LIMIT
    });
    found.truncate(LIMIT);
    found
}

/// Where a word stands first outside of comments, without case, and how often it does.
#[must_use]
pub fn word(text: &str, word: &str) -> Option<(Span, usize)> {
    if !mentions(text, word) {
        return None;
    }
    let (mut first, mut count) = (None, 0);
    walk(text, |token, _, _| {
        if let Token::Start { tag: span, .. } | Token::Text { span, .. } | Token::Cdata { span } = token {
            for at in places(span.of(text), word) {
                let start = span.start() + at;
                first = first.or(Some(Span::new(start, start + word.len())));
                count += 1;
            }
        }
        true
    });
    first.map(|first| (first, count))
}

/// The attributes of the start tag that was read last.
struct Attributes<'s, 't>(&'s Scanner<'t>);

impl Attributes<'_, '_> {
    fn find(&self, text: &str, name: &str) -> Option<String> {
        let found = self.0.attributes().iter().find(|attribute| attribute.name.of(text) == name)?;
        Some(unescape(found.value.of(text)).into_owned())
    }
}

/// Shows every token with the names of the elements that are open around it, as long as somebody wants more.
fn walk(text: &str, mut look: impl FnMut(Token, &Attributes<'_, '_>, &[Span]) -> bool) {
    let Ok(mut scanner) = Scanner::new(text) else { return };
    let mut open = Vec::new();
    while let Ok(Some(token)) = scanner.next_token() {
        if let Token::End { .. } = token {
            open.pop();
        }
        if !look(token, &Attributes(&scanner), &open) {
            return;
        }
        if let Token::Start { name, empty: false, .. } = token {
            open.push(name);
        }
    }
}

/// Whether these elements, the outermost first, are a section whose settings .NET reads.
fn is_section(text: &str, open: &[Span]) -> bool {
    let mut names = open.iter().map(|name| name.of(text));
    match (names.next(), names.next(), names.next(), names.next()) {
        (Some("appSettings"), None, ..) | (Some("configuration"), Some("appSettings"), None, _) => true,
        (Some("configuration"), Some("location"), third, None) => third == Some("appSettings"),
        _ => false,
    }
}

/// Finds `key="..."` in a comment, whatever else stands there: it need not be XML.
fn in_comment(text: &str, span: Span, keys: &[&str], found: &mut Vec<Unread>) {
    let comment = span.of(text);
    for at in memchr::memmem::find_iter(comment.as_bytes(), "key") {
        let is_name = comment[..at].ends_with([' ', '\t', '\r', '\n']);
        let key = quoted(&comment[at + "key".len()..]).filter(|_| is_name).map(|raw| unescape(raw).into_owned());
        if let Some(key) = key.filter(|key| is_one_of(key, keys)) {
            let start = span.start() + at;
            found.push(Unread { key, place: Place::Comment, span: Span::new(start, start + "key".len()) });
        }
    }
}

/// The value of an attribute, from behind its name.
fn quoted(after_name: &str) -> Option<&str> {
    let rest = after_name.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    rest[1..].split_once(quote).map(|(value, _)| value)
}

fn is_one_of(found: &str, keys: &[&str]) -> bool {
    keys.iter().any(|key| key::same(key, found))
}

fn mentions(text: &str, word: &str) -> bool {
    places(text, word).next().is_some()
}

/// Where a word of ASCII characters stands in a text, without case.
fn places<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let first = word.first().copied().unwrap_or_default();
    let starts = memchr::memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), text);
    starts.filter(move |at| text.get(*at..at + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: &[&str] = &["IMServerName"];

    fn found(text: &str) -> Vec<(String, Place, usize)> {
        let all = settings(text, KEYS).into_iter();
        all.map(|one| (one.key, one.place, one.span.start())).collect()
    }

    fn element(name: &str) -> Place {
        Place::Element(name.to_owned())
    }

    #[test]
    fn settings_that_dotnet_reads_are_not_found() {
        for read in [
            "<configuration><appSettings><add key='IMServerName' value='a'/></appSettings></configuration>",
            "<configuration><location path='a'><appSettings><add key='IMServerName'/></appSettings></location></configuration>",
            "<appSettings><add key='IMServerName' value='a'/></appSettings>",
            "<configuration><!-- IMServerName is the pool --><a add='IMServerName'/></configuration>",
            "<configuration><!-- xkey='IMServerName' key=IMServerName key='IMServerNames' key=\"IMServerName --></configuration>",
        ] {
            assert_eq!(found(read), [], "{read}");
        }
    }

    #[test]
    fn those_in_comments_and_in_other_elements_are() {
        for (text, place, at) in [
            ("<configuration><!-- <add key='IMServerName' value='a'/> --></configuration>", Place::Comment, "key"),
            ("<!-- <add\nkey = \"imservername\" /> --><configuration/>", Place::Comment, "key"),
            ("<configuration><add key='IMServerName'/></configuration>", element("configuration"), "<add"),
            ("<configuration><b><add key='&#73;MServerName'/>IMServerName</b></configuration>", element("b"), "<add"),
            (
                "<configuration><AppSettings><add key='IMServerName'/></AppSettings></configuration>",
                element("AppSettings"),
                "<add",
            ),
            (
                "<configuration><b><appSettings><add key='IMServerName'/></appSettings></b></configuration>",
                element("appSettings"),
                "<add",
            ),
        ] {
            let all = found(text);
            assert_eq!(all.len(), 1, "{text}: {all:?}");
            assert_eq!((&all[0].1, all[0].2), (&place, text.find(at).unwrap()), "{text}");
        }
    }

    #[test]
    fn no_more_than_a_hundred_are_listed() {
        let many = "<!-- <add key='IMServerName'/> <add key='IMServerName'/> -->".repeat(500);
        assert_eq!(found(&format!("{many}<configuration/>")).len(), LIMIT);
    }

    #[test]
    fn a_word_is_counted_outside_of_comments() {
        let text = "<!-- %dir% --><a b='%DIR%x'>%dir%<![CDATA[%Dir%]]></a><!-- %dir% -->";
        let (first, count) = word(text, "%Dir%").unwrap();
        assert_eq!((first.of(text), first.start(), count), ("%DIR%", text.find("%DIR%").unwrap(), 3));
        assert_eq!(word("<!-- %dir% --><a/>", "%dir%"), None);
        assert_eq!(word("<a b='100%'/>", "%dir%"), None);
    }
}
