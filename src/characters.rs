//! The characters that nobody sees, and the three places that treat them: values that were pasted, scripts, the report.
//! Everything that shows nothing, passes for a blank, turns the direction of what follows, ends a line to somebody or has
//! no agreed look stands in one table; which of it a place leaves out or writes by number is decided here, so that the
//! places cannot drift apart. Knows Unicode and nothing of what a text is for.
//!
//! Sources: the Unicode Character Database (general categories Cc, Cf, Zs, Zl, Zp, Co; the properties
//! `Default_Ignorable_Code_Point`, `Bidi_Control` and `Noncharacter_Code_Point`), and those few characters of other
//! categories that have no ink: the Hangul and Khitan fillers, the blank Braille pattern, the null notehead.

/// Why a character is in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unseen {
    /// A control character; U+0085 and others end a line to somebody.
    Control,
    /// A blank that is not the plain one.
    Blank,
    /// Ends a line or a paragraph.
    LineEnd,
    /// Turns the direction of what follows.
    Direction,
    /// Shows nothing, or nothing of its own: joiners, soft hyphens, marks of formats, fillers, tags.
    NoInk,
    /// Chooses the look of the character before it.
    Selector,
    /// Private use, and planes that are not in use: everybody sees something else.
    Private,
    /// Never a character.
    Noncharacter,
}

/// First, last and why, in order. Control characters and the last two of each plane follow a rule and are not listed.
const TABLE: &[(u32, u32, Unseen)] = &[
    (0xA0, 0xA0, Unseen::Blank),
    (0xAD, 0xAD, Unseen::NoInk),
    (0x34F, 0x34F, Unseen::NoInk),
    (0x600, 0x605, Unseen::NoInk),
    (0x61C, 0x61C, Unseen::Direction),
    (0x6DD, 0x6DD, Unseen::NoInk),
    (0x70F, 0x70F, Unseen::NoInk),
    (0x890, 0x891, Unseen::NoInk),
    (0x8E2, 0x8E2, Unseen::NoInk),
    (0x115F, 0x1160, Unseen::NoInk),
    (0x1680, 0x1680, Unseen::Blank),
    (0x17B4, 0x17B5, Unseen::NoInk),
    (0x180B, 0x180F, Unseen::NoInk),
    (0x2000, 0x200A, Unseen::Blank),
    (0x200B, 0x200D, Unseen::NoInk),
    (0x200E, 0x200F, Unseen::Direction),
    (0x2028, 0x2029, Unseen::LineEnd),
    (0x202A, 0x202E, Unseen::Direction),
    (0x202F, 0x202F, Unseen::Blank),
    (0x205F, 0x205F, Unseen::Blank),
    (0x2060, 0x2065, Unseen::NoInk),
    (0x2066, 0x2069, Unseen::Direction),
    (0x206A, 0x206F, Unseen::NoInk),
    (0x2800, 0x2800, Unseen::NoInk),
    (0x3000, 0x3000, Unseen::Blank),
    (0x3164, 0x3164, Unseen::NoInk),
    (0xE000, 0xF8FF, Unseen::Private),
    (0xFDD0, 0xFDEF, Unseen::Noncharacter),
    (0xFE00, 0xFE0F, Unseen::Selector),
    (0xFEFF, 0xFEFF, Unseen::NoInk),
    (0xFFA0, 0xFFA0, Unseen::NoInk),
    (0xFFF0, 0xFFFB, Unseen::NoInk),
    (0x110BD, 0x110BD, Unseen::NoInk),
    (0x110CD, 0x110CD, Unseen::NoInk),
    (0x13430, 0x1343F, Unseen::NoInk),
    (0x16FE4, 0x16FE4, Unseen::NoInk),
    (0x1BCA0, 0x1BCA3, Unseen::NoInk),
    (0x1D159, 0x1D159, Unseen::NoInk),
    (0x1D173, 0x1D17A, Unseen::NoInk),
    (0xE0000, 0xE0FFF, Unseen::NoInk),
    (0xE1000, 0x0010_FFFF, Unseen::Private),
];

/// Why a character is not seen, if it is not.
fn unseen(c: char) -> Option<Unseen> {
    if c.is_control() {
        return Some(Unseen::Control);
    }
    // Most characters of most texts, of which none is in the table.
    if c.is_ascii() {
        return None;
    }
    let number = u32::from(c);
    if number & 0xFFFE == 0xFFFE {
        return Some(Unseen::Noncharacter);
    }
    let after = TABLE.partition_point(|(first, ..)| *first <= number);
    TABLE[..after].last().filter(|(_, last, _)| number <= *last).map(|(.., why)| *why)
}

/// Whether a value that was pasted is meant without this character: it cannot be seen, or passes for a blank. Controls
/// are no such characters (somebody sent them, so the value is refused), nor is what no two fonts show alike.
#[must_use]
pub fn is_unseen_in_value(c: char) -> bool {
    match unseen(c) {
        Some(Unseen::Control) => c == '\u{85}',
        Some(Unseen::Private | Unseen::Noncharacter) | None => false,
        Some(_) => true,
    }
}

/// Whether a script writes this character by number: whatever somebody could not see in it, or could take for the end of
/// a line.
#[must_use]
pub fn is_unseen_in_script(c: char) -> bool {
    unseen(c).is_some()
}

/// Whether the report writes this character by number. It keeps what readers see as a blank (its own French sentences
/// have the narrow one), what a font shows in its own way, and the tabs and line ends of its own text.
#[must_use]
pub fn is_unseen_in_report(c: char) -> bool {
    match unseen(c) {
        Some(Unseen::Control) => !matches!(c, '\t' | '\n'),
        Some(Unseen::Blank | Unseen::Selector | Unseen::Private) | None => false,
        Some(_) => true,
    }
}

/// A character by its number, such as `U+200E`.
#[must_use]
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUE: u8 = 1;
    const SCRIPT: u8 = 2;
    const REPORT: u8 = 4;

    /// Everywhere that not all three places treat a character alike: first, last, who treats it, why not all.
    const DIFFERENCES: &[(u32, u32, u8, &str)] = &[
        (0x0, 0x8, SCRIPT | REPORT, "a value with a control is refused, not cleaned"),
        (0x9, 0xA, SCRIPT, "blanks of ASCII around a value are taken off as such; the report has lines"),
        (0xB, 0x1F, SCRIPT | REPORT, "as the other controls"),
        (0x7F, 0x84, SCRIPT | REPORT, "as the other controls; U+0085 alone is pasted as a line end"),
        (0x86, 0x9F, SCRIPT | REPORT, "as the other controls"),
        (0xA0, 0xA0, VALUE | SCRIPT, "readers of the report see a blank, and French sentences have this one"),
        (0x1680, 0x1680, VALUE | SCRIPT, "readers of the report see a blank"),
        (0x2000, 0x200A, VALUE | SCRIPT, "readers of the report see a blank"),
        (0x202F, 0x202F, VALUE | SCRIPT, "readers of the report see a blank, and French sentences have this one"),
        (0x205F, 0x205F, VALUE | SCRIPT, "readers of the report see a blank"),
        (0x3000, 0x3000, VALUE | SCRIPT, "readers of the report see a blank"),
        (0xE000, 0xF8FF, SCRIPT, "a font may show them: not to be dropped from a value, nor hidden in the report"),
        (0xFDD0, 0xFDEF, SCRIPT | REPORT, "nobody pastes them by accident: a value with one is refused"),
        (0xFE00, 0xFE0F, VALUE | SCRIPT, "names of people may have them after an emoji"),
        (0xFFFE, 0xFFFF, SCRIPT | REPORT, "nobody pastes them by accident"),
    ];

    fn treated(c: char) -> u8 {
        let of = |is: bool, flag: u8| if is { flag } else { 0 };
        of(is_unseen_in_value(c), VALUE) | of(is_unseen_in_script(c), SCRIPT) | of(is_unseen_in_report(c), REPORT)
    }

    fn all() -> impl Iterator<Item = char> {
        '\0'..=char::MAX
    }

    #[test]
    fn the_places_differ_only_where_they_have_a_reason_to() {
        for c in all() {
            let number = u32::from(c);
            let listed = DIFFERENCES.iter().find(|(first, last, ..)| (*first..=*last).contains(&number));
            let expected = match listed {
                Some((_, _, who, why)) => {
                    assert!(!why.is_empty());
                    *who
                }
                // The planes after the first: their last two are no characters, and the last three are private or unused.
                None if number > 0xFFFF && number & 0xFFFE == 0xFFFE => SCRIPT | REPORT,
                None if number >= 0xE1000 => SCRIPT,
                None if treated(c) == 0 => 0,
                None => VALUE | SCRIPT | REPORT,
            };
            assert_eq!(treated(c), expected, "{}", code_point(c));
        }
    }

    /// Unicode 16: category Cf, `Default_Ignorable_Code_Point` and `Bidi_Control` together.
    const NO_INK: &[(u32, u32)] = &[
        (0xAD, 0xAD),
        (0x34F, 0x34F),
        (0x600, 0x605),
        (0x61C, 0x61C),
        (0x6DD, 0x6DD),
        (0x70F, 0x70F),
        (0x890, 0x891),
        (0x8E2, 0x8E2),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFFB),
        (0x110BD, 0x110BD),
        (0x110CD, 0x110CD),
        (0x13430, 0x1343F),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0000, 0xE0FFF),
    ];

    #[test]
    fn nothing_that_is_not_seen_reaches_a_script_as_it_is() {
        for (first, last) in NO_INK {
            for c in (*first..=*last).filter_map(char::from_u32) {
                assert!(is_unseen_in_script(c) && is_unseen_in_value(c), "{}", code_point(c));
            }
        }
        for c in all().filter(|c| c.is_control() || (c.is_whitespace() && *c != ' ')) {
            assert!(is_unseen_in_script(c), "{}", code_point(c));
        }
    }

    #[test]
    fn what_people_write_is_left_alone() {
        let written = "a Z 0 ~ é œ « » “ ” ’ – — … € ß Ж ω א ع 字 か 한 😀 \u{301} \u{FFFD}";
        assert!(written.chars().all(|c| treated(c) == 0));
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(TABLE.iter().all(|(first, last, _)| first <= last));
        assert!(TABLE.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}
