//! The XML declaration, `<?xml version="1.0" encoding="..." standalone="..."?>`: its encoding, which is needed before
//! anything else can be read, and its form, which the scanner checks.

use super::xml_error::XmlError;
use std::borrow::Cow;

/// The encoding that the declaration of a text names; nothing if it names none, or if what stands there is no name:
/// [`check`] refuses that.
#[must_use]
pub(super) fn encoding(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(START).filter(|rest| rest.starts_with(is_blank))?;
    let inside = rest.get(..rest.find("?>")?)?;
    spans(inside).find(|(name, ..)| *name == "encoding").map(|(_, value, ..)| value).filter(|value| is_name(value))
}

const START: &str = "<?xml";

/// The encoding that the declaration names, from the bytes of a document whose encoding contains ASCII. However long
/// the declaration is, .NET reads it to its end.
#[must_use]
pub(super) fn encoding_of_bytes(bytes: &[u8]) -> Option<String> {
    if !bytes.starts_with(START.as_bytes()) {
        return None;
    }
    let end = memchr::memmem::find(bytes, b"?>")?;
    let text: Cow<'_, str> = String::from_utf8_lossy(&bytes[..end + 2]);
    encoding(&text).map(str::to_owned)
}

/// Whether a text can be the name of an encoding. .NET knows no name with a blank or a character outside of ASCII, and
/// its parser takes no tab or line end there.
fn is_name(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Checks the inside of a declaration, between `<?xml` and `?>`: version, then encoding, then standalone, as .NET
/// wants them. Tells the offset of the fault.
pub(super) fn check(inside: &str) -> Result<(), (usize, XmlError)> {
    let bad = |offset| Err((offset, XmlError::BadDeclaration));
    let mut allowed = ["version", "encoding", "standalone"].as_slice();
    let mut covered = 0;
    for (name, value, offset, end) in spans(inside) {
        let Some(at) = allowed.iter().position(|known| *known == name) else {
            return bad(offset);
        };
        let fits = match name {
            "version" if value != "1.0" => return Err((offset, XmlError::BadVersion)),
            "encoding" => is_name(value),
            "standalone" => value == "yes" || value == "no",
            _ => true,
        };
        // The version comes first and may not be left out.
        let first = allowed.len() == 3;
        if !fits || (first && at != 0) || !begins_blank(inside, covered) {
            return bad(offset);
        }
        allowed = &allowed[at + 1..];
        covered = end;
    }
    let complete = allowed.len() < 3 && inside[covered..].chars().all(is_blank);
    if complete { Ok(()) } else { bad(covered) }
}

fn begins_blank(inside: &str, at: usize) -> bool {
    inside[at..].starts_with(is_blank)
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

/// The `name="value"` pairs in order, each with the offset of its name and its end; stops at the first thing that is
/// none.
fn spans(inside: &str) -> impl Iterator<Item = (&str, &str, usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + blanks(&inside[at..]);
        let name_length = inside[start..].find(|c: char| c == '=' || is_blank(c))?;
        let name = &inside[start..start + name_length];
        let mut next = start + name_length;
        next += blanks(&inside[next..]);
        next += inside[next..].strip_prefix('=').map(|_| 1)?;
        next += blanks(&inside[next..]);
        let quote = inside[next..].chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let value_start = next + 1;
        let length = inside[value_start..].find(quote)?;
        at = value_start + length + 1;
        Some((name, &inside[value_start..value_start + length], start, at))
    })
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_blank).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_found_in_either_quotes() {
        assert_eq!(encoding("<?xml version='1.0' encoding='utf-8'?>"), Some("utf-8"));
        assert_eq!(encoding("<?xml version=\"1.0\"\n encoding = \"UTF-16\" ?>"), Some("UTF-16"));
        assert_eq!(encoding("<?xml version='1.0'?><a encoding='x'/>"), None);
        assert_eq!(encoding("<!-- <?xml version='1.0' encoding='x'?> -->"), None);
        assert_eq!(encoding("<?xml-stylesheet='1' encoding='x'?>"), None);
        assert_eq!(encoding_of_bytes(b"<?xml version='1.0' encoding='latin1'?>\xE9"), Some("latin1".to_owned()));
    }

    #[test]
    fn what_is_no_name_names_no_encoding_and_is_refused() {
        for name in
            ["", " utf-8", "utf-8 ", "\rutf-8", "utf-8\t", "ut f-8", "\u{c}utf-8", "utf\u{2011}8", "\u{a0}utf-8"]
        {
            assert_eq!(encoding(&format!("<?xml version='1.0' encoding='{name}'?>")), None, "{name:?}");
            let fault = check(&format!(" version='1.0' encoding='{name}'")).unwrap_err();
            assert_eq!(fault, (15, XmlError::BadDeclaration), "{name:?}");
        }
    }

    #[test]
    fn a_long_declaration_is_read_to_its_end() {
        let long = format!("<?xml version='1.0'{} encoding='latin1'?>", " ".repeat(5000));
        assert_eq!(encoding_of_bytes(long.as_bytes()), Some("latin1".to_owned()));
    }

    #[test]
    fn the_form_is_checked_as_dotnet_does() {
        for good in [
            " version='1.0'",
            " version=\"1.0\" encoding='UTF-8' ",
            " version='1.0' standalone='yes'",
            " version='1.0' encoding='a' standalone='no'",
        ] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for (bad, fault) in [
            ("", XmlError::BadDeclaration),
            (" encoding='utf-8'", XmlError::BadDeclaration),
            (" version='1.1'", XmlError::BadVersion),
            (" version='1.0' encoding=''", XmlError::BadDeclaration),
            (" version='1.0' standalone='maybe'", XmlError::BadDeclaration),
            (" version='1.0' standalone='yes' encoding='utf-8'", XmlError::BadDeclaration),
            (" version='1.0'encoding='utf-8'", XmlError::BadDeclaration),
            (" version='1.0' foo='x'", XmlError::BadDeclaration),
            (" version='1.0", XmlError::BadDeclaration),
            ("version='1.0'", XmlError::BadDeclaration),
        ] {
            assert_eq!(check(bad).unwrap_err().1, fault, "{bad}");
        }
    }
}
