//! Keys as .NET compares them: without case, character by character, in no culture (`OrdinalIgnoreCase`).

use std::borrow::Cow;

/// Whether two keys are the same to .NET.
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    a.chars().map(upper).eq(b.chars().map(upper))
}

/// The form in which keys that are the same to .NET are equal.
#[must_use]
pub fn fold(key: &str) -> Cow<'_, str> {
    if key.is_ascii() {
        if key.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return Cow::Owned(key.to_ascii_uppercase());
        }
        return Cow::Borrowed(key);
    }
    Cow::Owned(key.chars().map(upper).collect())
}

/// The upper case of one character by Unicode's *simple* mapping, as .NET has it in its table: one character for one,
/// and no mapping into ASCII from outside of it (`ı` and `ſ` stay what they are).
fn upper(c: char) -> char {
    let mut mapped = c.to_uppercase();
    match (mapped.next(), mapped.next()) {
        (Some(one), None) if c.is_ascii() || !one.is_ascii() => one,
        (Some(_), Some(_)) => upper_of_iota_subscript(c),
        _ => c,
    }
}

/// Greek letters with iota subscript: Rust knows only their full mapping into two letters, Unicode's simple mapping
/// is the title-case letter.
fn upper_of_iota_subscript(c: char) -> char {
    let distance = match c {
        '\u{1F80}'..='\u{1F87}' | '\u{1F90}'..='\u{1F97}' | '\u{1FA0}'..='\u{1FA7}' => 8,
        '\u{1FB3}' | '\u{1FC3}' | '\u{1FF3}' => 9,
        _ => 0,
    };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Measured with System.Configuration: the second key of a pair overrides the first, or does not.
    #[test]
    fn keys_compare_as_dotnet_compares_them() {
        let same_to_dotnet = [
            ("a", "A"),
            ("é", "É"),
            ("σ", "ς"),
            ("σ", "Σ"),
            ("µ", "μ"),
            ("ÿ", "Ÿ"),
            ("ǆ", "ǅ"),
            ("ა", "Ა"),
            ("\u{10400}", "\u{10428}"),
            ("θ", "ϑ"),
            ("ᾳ", "ᾼ"),
        ];
        let different = [
            ("ı", "I"),
            ("İ", "i"),
            ("s", "ſ"),
            ("k", "\u{212A}"),
            ("ß", "ẞ"),
            ("å", "\u{212B}"),
            ("é", "e\u{301}"),
            ("θ", "ϴ"),
            ("ß", "SS"),
            ("ŉ", "ʼN"),
        ];
        for (a, b) in same_to_dotnet {
            assert!(same(a, b) && fold(a) == fold(b), "{a} {b}");
        }
        for (a, b) in different {
            assert!(!same(a, b) && fold(a) != fold(b), "{a} {b}");
        }
    }
}
