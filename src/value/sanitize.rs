//! What copying and pasting leaves around and inside a value: blanks, quotes, invisible characters. They are taken
//! off and reported, whatever the kind. Must not know any kind; what stands between the ends is the kind's business.

use super::problem::{Code, Problem, Problems};
use super::shown::shown_char;
use crate::characters::is_unseen_in_value as is_invisible;
use crate::l10n::Text;
use std::borrow::Cow;

static EMPTY: Code = Code::error(
    "ValueEmpty",
    Text::new("The value is empty.", "La valeur est vide."),
    Text::new("Type or paste the value.", "Saisissez ou collez la valeur."),
);

/// There are blanks around it.
pub static BLANKS: Code = Code::warning(
    "BlanksAround",
    Text::new(
        "The value has leading or trailing spaces or line breaks, which are not part of it.",
        "La valeur est précédée ou suivie d'espaces ou de sauts de ligne, qui n'en font pas partie.",
    ),
    Text::NONE,
);

static QUOTES: Code = Code::warning(
    "QuotesAround",
    Text::new(
        "The value is enclosed in quotation marks, which are not part of it.",
        "La valeur est entre guillemets, qui n'en font pas partie.",
    ),
    Text::new(
        "Curly quotation marks do not delimit text in XML, and make a web.config file invalid.",
        "Les guillemets courbes ne délimitent pas un texte en XML, et rendent un fichier web.config non valide.",
    ),
);

/// The report of invisible characters for kinds that have nothing of their own to say about them.
pub(super) static INVISIBLE: Code = Code::warning(
    "InvisibleCharacter",
    Text::new(
        "The value contains invisible characters (the first is {character}, at position {position}), which are not part of it.",
        "La valeur contient des caractères invisibles (le premier est {character}, à la position {position}), qui n'en font pas partie.",
    ),
    Text::new(
        "They often come with text copied from a dialog box or a web page. Use the normalized value.",
        "Ils accompagnent souvent un texte copié à partir d'une boîte de dialogue ou d'une page web. Utilisez la valeur normalisée.",
    ),
);

/// The codes that every kind may report.
#[cfg(test)]
pub(super) static CODES: &[&Code] = &[&EMPTY, &BLANKS, &QUOTES, &INVISIBLE];

/// Pairs that people put around a value, of which only the first is ASCII on both keyboards.
const PAIRS: &[(char, char)] =
    &[('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’'), ('«', '»'), ('„', '“'), ('”', '”'), ('’', '’')];

/// A value without what pasting added to it.
pub(super) struct Sanitized<'a> {
    original: &'a str,
    /// Where `text` begins in `original`.
    start: usize,
    text: Cow<'a, str>,
}

impl<'a> Sanitized<'a> {
    /// Takes off what does not belong to the value. Nothing is left of an empty value, which is an error.
    pub(super) fn read(value: &'a str, invisible: &'static Code, problems: &mut Problems) -> Option<Self> {
        if let Some((at, c)) = value.char_indices().find(|(_, c)| is_invisible(*c)) {
            let position = position(value, at);
            problems.note(Problem::new(invisible).with("character", shown_char(c)).with("position", position));
        }
        let bare = bare(value);
        if bare.is_empty() {
            return problems.refuse(Problem::new(&EMPTY));
        }
        let start = bare.as_ptr().addr() - value.as_ptr().addr();
        let (before, after) = (&value[..start], &value[start + bare.len()..]);
        if before.contains(is_blank) || after.contains(is_blank) {
            problems.note(Problem::new(&BLANKS));
        }
        if before.contains(|c| !is_blank(c) && !is_invisible(c)) {
            problems.note(Problem::new(&QUOTES));
        }
        let text = if bare.contains(is_invisible) { bare.replace(is_invisible, "").into() } else { bare.into() };
        Some(Self { original: value, start, text })
    }

    /// The value itself.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The position in the value as it was given of the byte at `offset` of the text, from 1, counted in UTF-16 code
    /// units as .NET counts.
    pub(super) fn position(&self, offset: usize) -> usize {
        let mut seen = 0;
        let inner = &self.original[self.start..];
        let at = inner.char_indices().find(|(_, c)| {
            let here = !is_invisible(*c) && seen >= offset;
            seen += if is_invisible(*c) { 0 } else { c.len_utf8() };
            here
        });
        position(self.original, self.start + at.map_or(inner.len(), |(at, _)| at))
    }
}

/// What is left when blanks, invisible characters and pairs of quotes around it are gone.
pub(super) fn bare(value: &str) -> &str {
    let mut rest = value.trim_matches(|c| is_blank(c) || is_invisible(c));
    while let Some(inner) = unquoted(rest) {
        rest = inner.trim_matches(|c| is_blank(c) || is_invisible(c));
    }
    rest
}

fn unquoted(value: &str) -> Option<&str> {
    PAIRS.iter().find_map(|(open, close)| value.strip_prefix(*open)?.strip_suffix(*close))
}

/// The position of an offset, from 1, counted in UTF-16 code units as .NET counts.
pub(super) fn position(value: &str, offset: usize) -> usize {
    value[..offset].encode_utf16().count() + 1
}

/// A blank that everybody means as a blank. The other white space of Unicode only looks like one: it is invisible.
pub(super) const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::Culture;

    fn read(value: &str) -> (Option<String>, Vec<&'static str>) {
        let mut problems = Problems::default();
        let text = Sanitized::read(value, &INVISIBLE, &mut problems).map(|sanitized| sanitized.text().to_owned());
        (text, problems.into_vec().iter().map(|problem| problem.code().name()).collect())
    }

    #[test]
    fn what_pasting_adds_is_removed_and_named() {
        for (value, text, codes) in [
            ("a b", Some("a b"), &[] as &[_]),
            (" a\r\n", Some("a"), &["BlanksAround"]),
            ("“ 'a' ”", Some("a"), &["BlanksAround", "QuotesAround"]),
            ("«\u{a0}a\u{a0}»", Some("a"), &["InvisibleCharacter", "QuotesAround"]),
            ("\u{200e}a\u{feff}b", Some("ab"), &["InvisibleCharacter"]),
            ("'a", Some("'a"), &[]),
            ("'", Some("'"), &[]),
            ("", None, &["ValueEmpty"]),
            (" \"\" ", None, &["ValueEmpty"]),
        ] {
            assert_eq!(read(value), (text.map(str::to_owned), codes.to_vec()), "{value:?}");
        }
    }

    #[test]
    fn positions_are_those_of_the_value_as_given() {
        let mut problems = Problems::default();
        let sanitized = Sanitized::read(" \u{200e}a😀\u{200e}é!", &INVISIBLE, &mut problems).unwrap();
        assert_eq!(sanitized.text(), "a😀é!");
        assert_eq!(sanitized.position(0), 3);
        assert_eq!(sanitized.position("a".len()), 4);
        assert_eq!(sanitized.position("a😀".len()), 7, "an emoji is two code units, then comes an invisible character");
        assert_eq!(sanitized.position("a😀é".len()), 8);
        let problem = &problems.into_vec()[0];
        assert!(problem.message(Culture::En).contains("U+200E, at position 2"), "{problem:?}");
    }
}
