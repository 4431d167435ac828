//! What nobody sees in a text that is of no kind: a value that may be anything, and the name of a setting. Nothing is
//! taken off; it is told, once, where it stands first. Must not know what the text is for.

use super::problem::{Code, Problem};
use super::sanitize::{is_blank, position};
use super::shown::shown_char;
use crate::characters::is_unseen_in_value;
use crate::l10n::Text;

static VALUE: Code = Code::warning(
    "UnseenCharacter",
    Text::new(
        "The value contains invisible characters (the first is {character}, at position {position}). It is written as given.",
        "La valeur contient des caractères invisibles (le premier est {character}, à la position {position}). Elle est écrite telle quelle.",
    ),
    Text::NONE,
);

static KEY: Code = Code::warning(
    "KeyUnseenCharacter",
    Text::new(
        "The key contains invisible characters (the first is {character}, at position {position}). To .NET it is another key than the one without them.",
        "La clé contient des caractères invisibles (le premier est {character}, à la position {position}). Pour .NET, c'est une autre clé que celle qui n'en contient pas.",
    ),
    Text::NONE,
);

static KEY_BLANKS: Code = Code::warning(
    "KeyBlanks",
    Text::new(
        "The key has leading or trailing spaces or line breaks. To .NET it is another key than the one without them.",
        "La clé est précédée ou suivie d'espaces ou de sauts de ligne. Pour .NET, c'est une autre clé que celle qui n'en a pas.",
    ),
    Text::NONE,
);

/// What is in a value of no kind that nobody sees, control characters included. Blanks and line ends are seen.
#[must_use]
pub fn unseen(value: &str) -> Option<Problem> {
    first(&VALUE, value)
}

/// What is in the name of a setting that nobody sees, blanks around it included.
#[must_use]
pub fn unseen_in_key(key: &str) -> Option<Problem> {
    let blanks = key.starts_with(is_blank) || key.ends_with(is_blank);
    first(&KEY, key).or_else(|| blanks.then(|| Problem::new(&KEY_BLANKS)))
}

fn first(code: &'static Code, text: &str) -> Option<Problem> {
    let is_unseen = |c: char| is_unseen_in_value(c) || (c.is_control() && !is_blank(c));
    let (at, c) = text.char_indices().find(|(_, c)| is_unseen(*c))?;
    Some(Problem::new(code).with("character", shown_char(c)).with("position", position(text, at)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::Culture;
    use crate::value::problem::tests::speaks_both_languages;

    fn code(problem: Option<Problem>) -> Option<&'static str> {
        problem.map(|problem| problem.code().name())
    }

    #[test]
    fn what_everybody_sees_is_not_told() {
        for seen in ["", "a b", " a\r\n\tb ", "é€😀", "\u{E000}"] {
            assert_eq!(code(unseen(seen)), None, "{seen:?}");
        }
        assert_eq!(code(unseen_in_key("a b")), None);
    }

    #[test]
    fn what_nobody_sees_is_told_with_its_place() {
        for hidden in ["\u{200E}", "a\u{A0}b", "a\u{7F}", "\u{85}", "\u{FEFF}a\u{200B}"] {
            assert_eq!(code(unseen(hidden)), Some("UnseenCharacter"), "{hidden:?}");
            assert_eq!(code(unseen_in_key(hidden)), Some("KeyUnseenCharacter"), "{hidden:?}");
        }
        for blank in [" a", "a\n", "\ta "] {
            assert_eq!(code(unseen_in_key(blank)), Some("KeyBlanks"), "{blank:?}");
        }
        let message = unseen("😀b\u{200E}c\u{200E}").unwrap().message(Culture::En);
        assert!(message.contains("U+200E, at position 4"), "{message}");
    }

    #[test]
    fn every_code_speaks_both_languages() {
        [&VALUE, &KEY, &KEY_BLANKS].into_iter().for_each(speaks_both_languages);
    }
}
