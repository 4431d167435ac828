//! The two languages of every sentence that a person reads, and the one place that fills in a sentence's placeholders.
//! Must not know what any sentence is about: the sentences stand beside the codes that they explain.

/// The language of a message. Anything that is not French is answered in English, as Windows falls back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Culture {
    /// English, the neutral language of the module.
    #[default]
    En,
    /// French.
    Fr,
}

impl Culture {
    /// Reads a .NET culture name such as `fr-FR`, `fr` or `en-US`, without case.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let language = name.split(['-', '_']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("fr") { Self::Fr } else { Self::En }
    }
}

/// One sentence in both languages. Placeholders are written `{name}` and are the same in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// The English sentence.
    pub en: &'static str,
    /// The French sentence.
    pub fr: &'static str,
}

impl Text {
    /// A sentence that nobody has to say.
    pub const NONE: Self = Self { en: "", fr: "" };

    /// Both languages of one sentence.
    #[must_use]
    pub const fn new(en: &'static str, fr: &'static str) -> Self {
        Self { en, fr }
    }

    /// The sentence in a language, its placeholders still open.
    #[must_use]
    pub const fn of(self, culture: Culture) -> &'static str {
        match culture {
            Culture::En => self.en,
            Culture::Fr => self.fr,
        }
    }

    /// The sentence in a language, its placeholders filled from `args`. A placeholder without a value stays as it is
    /// written, and a value is never searched for placeholders, so a key called `{path}` is printed as it is.
    #[must_use]
    pub fn format(self, culture: Culture, args: &[(&str, String)]) -> String {
        let mut rest = self.of(culture);
        let mut out = String::with_capacity(rest.len() + 32);
        while let Some(open) = rest.find('{') {
            let (before, placeholder) = rest.split_at(open);
            out.push_str(before);
            let filled = placeholder.find('}').and_then(|close| {
                let name = &placeholder[1..close];
                let (_, value) = args.iter().find(|(key, _)| *key == name)?;
                Some((value, close + 1))
            });
            if let Some((value, length)) = filled {
                out.push_str(value);
                rest = &placeholder[length..];
            } else {
                out.push('{');
                rest = &placeholder[1..];
            }
        }
        out.push_str(rest);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn culture_names_are_read_without_case_and_fall_back_to_english() {
        for (name, culture) in [
            ("fr-FR", Culture::Fr),
            ("FR", Culture::Fr),
            ("fr_CA", Culture::Fr),
            ("en-US", Culture::En),
            ("frr", Culture::En),
            ("", Culture::En),
        ] {
            assert_eq!(Culture::from_name(name), culture, "{name}");
        }
    }

    #[test]
    fn blanks_are_filled_once_and_values_are_not_read_again() {
        let text = Text::new("{a} and {b}, {c} {", "{b} et {a}");
        let args = [("a", "{b}".to_owned()), ("b", "2".to_owned())];
        assert_eq!(text.format(Culture::En, &args), "{b} and 2, {c} {");
        assert_eq!(text.format(Culture::Fr, &args), "2 et {b}");
    }
}
