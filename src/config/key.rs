//! Keys as .NET compares them: without case, character by character, in no culture (`OrdinalIgnoreCase`).

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

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

/// A key for a hash table: keys that are the same to .NET are one. Copies nothing.
#[derive(Clone, Debug)]
pub struct Key<'a>(pub Cow<'a, str>);

impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        same(&self.0, &other.0)
    }
}

impl Eq for Key<'_> {}

impl Hash for Key<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        if !self.0.is_ascii() {
            // No key of ASCII characters is the same as one that has others.
            return self.0.chars().map(upper).for_each(|c| c.hash(state));
        }
        let mut block = [0; 64];
        for part in self.0.as_bytes().chunks(block.len()) {
            let upper = &mut block[..part.len()];
            upper.copy_from_slice(part);
            upper.make_ascii_uppercase();
            state.write(upper);
        }
        state.write_u8(0xFF);
    }
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
            assert!(has(a, b) && has(b, a), "{a} {b}");
        }
        for (a, b) in different {
            assert!(!same(a, b) && fold(a) != fold(b), "{a} {b}");
            assert!(!has(a, b) && !has(b, a), "{a} {b}");
        }
        let long = "Key.".repeat(50);
        assert!(has(&long, &long.to_lowercase()) && !has(&long, &long[1..]));
    }

    /// Whether a hash table with one key finds another.
    fn has(key: &str, other: &str) -> bool {
        std::collections::HashSet::from([Key(key.into())]).contains(&Key(other.into()))
    }
}
