//! Identifiers of trusted applications, such as the `OutlookWebApp` of `New-CsTrustedApplication`. Must not ask
//! whether the identifier is taken in its pool.
//!
//! Sources: rule TAPP-APPID-CHARS; the Lync 2013 page on Outlook Web App, line 51 (no blanks or other prohibited
//! characters, letters and digits recommended), and its successor for Skype for Business, line 45;
//! New-CsTrustedApplication: "the string cannot contain spaces", and Lync itself puts `urn:application:` before it.
//! Which characters are prohibited is said nowhere. Since the identifier becomes the end of a URN, those that a URN
//! cannot hold (RFC 8141 section 2, RFC 3986 section 3.3) are taken as prohibited; the others only get a warning.

use super::Kind;
use super::problem::{Code, Problem, Problems};
use super::sanitize::{INVISIBLE, Sanitized, bare, is_blank};
use super::shown::{shown, shown_char};
use crate::l10n::Text;

const PREFIX: &str = "urn:application:";

static HAS_PREFIX: Code = Code::warning(
    "ApplicationIdPrefix",
    Text::new(
        "The identifier begins with urn:application:, which Lync adds automatically.",
        "L'identificateur commence par urn:application:, que Lync ajoute automatiquement.",
    ),
    Text::NONE,
);

static EMPTY: Code = Code::error(
    "ApplicationIdEmpty",
    Text::new("Nothing follows urn:application:.", "Rien ne suit urn:application:."),
    Text::new(
        "Specify the name of the application, such as OutlookWebApp.",
        "Indiquez le nom de l'application, par exemple OutlookWebApp.",
    ),
);

static BLANK: Code = Code::error(
    "ApplicationIdBlank",
    Text::new(
        "The identifier contains a space at position {position}. An application identifier cannot contain spaces.",
        "L'identificateur contient un espace à la position {position}. Un identificateur d'application ne peut pas contenir d'espace.",
    ),
    Text::new("Use only letters and digits.", "Utilisez uniquement des lettres et des chiffres."),
);

static IDENTITY: Code = Code::error(
    "ApplicationIdIdentity",
    Text::new(
        "'{value}' is the identity of an application: the pool, a slash and the identifier.",
        "« {value} » est l'identité d'une application : le pool, une barre oblique et l'identificateur.",
    ),
    Text::new(
        "Specify only the part after the slash: {id}. Use the whole value for the parameter Identity.",
        "Indiquez uniquement la partie qui suit la barre oblique : {id}. Utilisez la valeur entière pour le paramètre Identity.",
    ),
);

static CHARACTER: Code = Code::error(
    "ApplicationIdCharacter",
    Text::new(
        "The identifier contains the character {character} at position {position}, which is not allowed in the name of an application.",
        "L'identificateur contient le caractère {character} à la position {position}, qui n'est pas autorisé dans le nom d'une application.",
    ),
    Text::new(
        "Use only letters (without accents) and digits.",
        "Utilisez uniquement des lettres (sans accent) et des chiffres.",
    ),
);

static UNUSUAL: Code = Code::warning(
    "ApplicationIdUnusual",
    Text::new(
        "The identifier contains the character {character}. Microsoft recommends only letters and digits.",
        "L'identificateur contient le caractère {character}. Microsoft recommande uniquement des lettres et des chiffres.",
    ),
    Text::NONE,
);

/// Identifiers of trusted applications.
pub static KIND: Kind = Kind {
    name: "ApplicationId",
    read: |value, problems| ApplicationId::read(value, problems).map(|id| id.0),
    #[cfg(test)]
    codes: &[&[&HAS_PREFIX, &EMPTY, &BLANK, &IDENTITY, &CHARACTER, &UNUSUAL]],
    #[cfg(test)]
    cases: tests::CASES,
};

/// An identifier without its prefix.
struct ApplicationId(String);

impl ApplicationId {
    fn read(value: &str, problems: &mut Problems) -> Option<Self> {
        let sanitized = Sanitized::read(value, &INVISIBLE, problems)?;
        let text = sanitized.text();
        let id = without_prefix(text, problems);
        if id.is_empty() {
            return problems.refuse(Problem::new(&EMPTY));
        }
        if let Some((pool, id)) = id.split_once('/').filter(|(pool, id)| pool.contains('.') && !id.is_empty()) {
            let value = shown(&text[text.len() - id.len() - pool.len() - 1..]);
            let id = without_prefix(id, &mut Problems::default());
            return problems.refuse(Problem::new(&IDENTITY).with("value", value).with("id", shown(id)));
        }
        let start = id.as_ptr().addr() - text.as_ptr().addr();
        check_characters(id, &|at| sanitized.position(start + at), problems)?;
        Some(Self(id.to_owned()))
    }
}

/// The identifier after any number of prefixes: one that was given twice would come off only once otherwise.
fn without_prefix<'a>(text: &'a str, problems: &mut Problems) -> &'a str {
    let mut id = text;
    while let Some((prefix, rest)) = id.split_at_checked(PREFIX.len()) {
        if !prefix.eq_ignore_ascii_case(PREFIX) {
            break;
        }
        problems.note(Problem::new(&HAS_PREFIX));
        id = bare(rest);
    }
    id
}

fn check_characters(id: &str, place: &dyn Fn(usize) -> usize, problems: &mut Problems) -> Option<()> {
    for (at, c) in id.char_indices() {
        if c.is_ascii_alphanumeric() {
            continue;
        }
        if is_blank(c) {
            return problems.refuse(Problem::new(&BLANK).with("position", place(at)));
        }
        if !is_urn_character(c) {
            let problem = Problem::new(&CHARACTER).with("character", shown_char(c));
            return problems.refuse(problem.with("position", place(at)));
        }
        problems.note(Problem::new(&UNUSUAL).with("character", shown_char(c)));
    }
    Some(())
}

/// Signs that may stand in a URN as they are.
const fn is_urn_character(c: char) -> bool {
    matches!(c, '-' | '.' | '_' | '~' | '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+' | ',' | ';' | '=' | ':' | '@')
}

#[cfg(test)]
mod tests {
    use crate::l10n::Culture;
    use crate::value::Kind;
    use crate::value::tests::Case;

    pub(super) const CASES: &[Case] = &[
        // The identifier of the documents, and those of the cmdlet's page.
        ("OutlookWebApp", Some("OutlookWebApp"), &[]),
        ("tapp2", Some("tapp2"), &[]),
        ("urn:application:tapp2", Some("tapp2"), &["ApplicationIdPrefix"]),
        ("URN:Application:tapp2", Some("tapp2"), &["ApplicationIdPrefix"]),
        ("urn:application:urn:application:tapp2", Some("tapp2"), &["ApplicationIdPrefix"]),
        ("urn:application:'tapp2'", Some("tapp2"), &["ApplicationIdPrefix"]),
        ("urn:tapp2", Some("urn:tapp2"), &["ApplicationIdUnusual"]),
        ("urn:application:", None, &["ApplicationIdPrefix", "ApplicationIdEmpty"]),
        ("Outlook Web App", None, &["ApplicationIdBlank"]),
        (" OutlookWebApp ", Some("OutlookWebApp"), &["BlanksAround"]),
        ("TrustPool.litwareinc.com/tapp2", None, &["ApplicationIdIdentity"]),
        ("TrustPool.litwareinc.com/urn:application:tapp2", None, &["ApplicationIdIdentity"]),
        ("outlook/web", None, &["ApplicationIdCharacter"]),
        ("outlook#web", None, &["ApplicationIdCharacter"]),
        ("MessagerieÉtendue", None, &["ApplicationIdCharacter"]),
        ("out\0look", None, &["ApplicationIdCharacter"]),
        ("outlook-web.app_1", Some("outlook-web.app_1"), &["ApplicationIdUnusual"]),
        ("Outlook\u{200b}WebApp", Some("OutlookWebApp"), &["InvisibleCharacter"]),
        ("", None, &["ValueEmpty"]),
    ];

    #[test]
    fn hints_and_places_fit_the_value_as_given() {
        let check = |value: &str| Kind::find("ApplicationId").unwrap().check(value).problems;
        let identity = check("TrustPool.litwareinc.com/urn:application:tapp2").remove(0);
        assert!(identity.hint(Culture::En).unwrap().contains("slash: tapp2."), "{identity:?}");
        let blank = check("urn:application:a b").remove(1);
        assert!(blank.message(Culture::Fr).contains("à la position 18."), "{blank:?}");
    }
}
