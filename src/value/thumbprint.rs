//! The thumbprint of a certificate as Windows shows it: SHA-1, 40 hexadecimal digits. Must not look for the
//! certificate; it only says whether the text can be the thumbprint of one.
//!
//! Sources: rule OWA-IM-THUMBPRINT; the Lync 2013 page on Outlook Web App, lines 70 and 73 (form and meaning of
//! `IMCertificateThumbprint`; its example ends in a lower-case `d`). From the field: blanks and lower case do not
//! disturb OWA, anything else does, and the invisible U+200E of the certificate dialog is the classic case.

use super::Kind;
use super::problem::{Code, Problem, Problems};
use super::sanitize::{Sanitized, is_blank};
use super::shown::shown_char;
use crate::l10n::Text;

/// Hexadecimal digits of a SHA-1 hash, of a SHA-256 hash, and of an MD5 hash or a long serial number.
const SHA1: usize = 40;
const SHA256: usize = 64;
const MD5: usize = 32;

static INVISIBLE: Code = Code::warning(
    "ThumbprintInvisible",
    Text::new(
        "The thumbprint contains invisible characters (the first is {character}, at position {position}). With them, OWA does not find the certificate.",
        "L'empreinte contient des caractères invisibles (le premier est {character}, à la position {position}). Avec eux, OWA ne trouve pas le certificat.",
    ),
    Text::new(
        "They often come with text copied from the certificate dialog box. Copy the thumbprint from Get-ExchangeCertificate.",
        "Ils accompagnent souvent un texte copié à partir de la boîte de dialogue du certificat. Copiez l'empreinte à partir de Get-ExchangeCertificate.",
    ),
);

/// It has blanks between its digits.
pub static BLANKS: Code = Code::warning(
    "ThumbprintBlanks",
    Text::new(
        "The thumbprint contains spaces, which are ignored.",
        "L'empreinte contient des espaces, qui sont ignorés.",
    ),
    Text::NONE,
);

static COLONS: Code = Code::warning(
    "ThumbprintColons",
    Text::new(
        "The thumbprint contains colons, which Windows does not accept.",
        "L'empreinte contient des deux-points, que Windows n'accepte pas.",
    ),
    Text::NONE,
);

static DASHES: Code = Code::warning(
    "ThumbprintDashes",
    Text::new(
        "The thumbprint contains hyphens, which Windows does not accept.",
        "L'empreinte contient des traits d'union, que Windows n'accepte pas.",
    ),
    Text::NONE,
);

/// It has lower-case letters.
pub static LOWER_CASE: Code = Code::warning(
    "ThumbprintLowerCase",
    Text::new(
        "The thumbprint contains lowercase letters. Windows uses uppercase letters.",
        "L'empreinte contient des minuscules. Windows utilise des majuscules.",
    ),
    Text::NONE,
);

static NOT_HEX: Code = Code::error(
    "ThumbprintNotHex",
    Text::new(
        "The thumbprint contains the character {character} at position {position}. Only the digits 0 to 9 and the letters A to F are allowed.",
        "L'empreinte contient le caractère {character} à la position {position}. Seuls les chiffres 0 à 9 et les lettres A à F sont autorisés.",
    ),
    Text::new(
        "Copy only the thumbprint from Get-ExchangeCertificate.",
        "Copiez uniquement l'empreinte à partir de Get-ExchangeCertificate.",
    ),
);

static LOOKALIKE: Code = Code::error(
    "ThumbprintLookalike",
    Text::new(
        "The thumbprint contains the letter {character} at position {position}, where a digit is likely.",
        "L'empreinte contient la lettre {character} à la position {position}, où un chiffre est probable.",
    ),
    Text::new(
        "Compare it with Get-ExchangeCertificate: is it {digit}?",
        "Comparez avec Get-ExchangeCertificate : est-ce {digit} ?",
    ),
);

static IS_SHA256: Code = Code::error(
    "ThumbprintSha256",
    Text::new(
        "This is a SHA-256 hash (64 digits). Windows thumbprints are SHA-1 hashes (40 digits).",
        "Ceci est un hachage SHA-256 (64 chiffres). Les empreintes de Windows sont des hachages SHA-1 (40 chiffres).",
    ),
    Text::new(
        "Copy the thumbprint from Get-ExchangeCertificate.",
        "Copiez l'empreinte à partir de Get-ExchangeCertificate.",
    ),
);

static IS_MD5: Code = Code::error(
    "ThumbprintMd5OrSerial",
    Text::new(
        "This value has 32 digits: it is an MD5 hash or the serial number of a certificate. Windows thumbprints have 40 digits.",
        "Cette valeur compte 32 chiffres : c'est un hachage MD5 ou le numéro de série d'un certificat. Les empreintes de Windows comptent 40 chiffres.",
    ),
    Text::new(
        "Copy the thumbprint from Get-ExchangeCertificate.",
        "Copiez l'empreinte à partir de Get-ExchangeCertificate.",
    ),
);

static LENGTH: Code = Code::error(
    "ThumbprintLength",
    Text::new(
        "The thumbprint has {length} digits instead of 40.",
        "L'empreinte compte {length} chiffres au lieu de 40.",
    ),
    Text::new(
        "Digits are missing, or there are too many. Copy the thumbprint again from Get-ExchangeCertificate.",
        "Il manque des chiffres, ou il y en a trop. Copiez de nouveau l'empreinte à partir de Get-ExchangeCertificate.",
    ),
);

/// Thumbprints.
pub static KIND: Kind = Kind {
    name: "Thumbprint",
    read: |value, problems| Thumbprint::read(value, problems).map(|thumbprint| thumbprint.0),
    #[cfg(test)]
    codes: &[&[&INVISIBLE, &BLANKS, &COLONS, &DASHES, &LOWER_CASE, &NOT_HEX, &LOOKALIKE, &IS_SHA256, &IS_MD5, &LENGTH]],
    #[cfg(test)]
    cases: tests::CASES,
};

/// A thumbprint: 40 upper-case hexadecimal digits.
struct Thumbprint(String);

impl Thumbprint {
    fn read(value: &str, problems: &mut Problems) -> Option<Self> {
        let sanitized = Sanitized::read(value, &INVISIBLE, problems)?;
        let text = sanitized.text();
        let mut digits = String::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            match c {
                _ if c.is_ascii_hexdigit() => digits.push(c.to_ascii_uppercase()),
                _ if is_blank(c) => problems.note(Problem::new(&BLANKS)),
                ':' => problems.note(Problem::new(&COLONS)),
                '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => problems.note(Problem::new(&DASHES)),
                _ => return problems.refuse(wrong_character(c, sanitized.position(at))),
            }
        }
        if text.contains(|c: char| c.is_ascii_lowercase()) {
            problems.note(Problem::new(&LOWER_CASE));
        }
        match digits.len() {
            SHA1 => Some(Self(digits)),
            SHA256 => problems.refuse(Problem::new(&IS_SHA256)),
            MD5 => problems.refuse(Problem::new(&IS_MD5)),
            length => problems.refuse(Problem::new(&LENGTH).with("length", length)),
        }
    }
}

fn wrong_character(c: char, position: usize) -> Problem {
    let digit = match c {
        'o' | 'O' => Some('0'),
        'i' | 'I' | 'l' | 'L' => Some('1'),
        _ => None,
    };
    let problem = match digit {
        Some(digit) => Problem::new(&LOOKALIKE).with("digit", digit),
        None => Problem::new(&NOT_HEX),
    };
    problem.with("character", shown_char(c)).with("position", position)
}

#[cfg(test)]
mod tests {
    use crate::l10n::Culture;
    use crate::value::Kind;
    use crate::value::tests::Case;

    const GOOD: Option<&str> = Some("EA5A332496CC05DA69B75B66111C0F78A110D22D");

    pub(super) const CASES: &[Case] = &[
        ("EA5A332496CC05DA69B75B66111C0F78A110D22D", GOOD, &[]),
        // The example of the Lync page, as it is printed there.
        ("EA5A332496CC05DA69B75B66111C0F78A110D22d", GOOD, &["ThumbprintLowerCase"]),
        ("ea5a332496cc05da69b75b66111c0f78a110d22d", GOOD, &["ThumbprintLowerCase"]),
        ("EA 5A 33 24 96 CC 05 DA 69 B7 5B 66 11 1C 0F 78 A1 10 D2 2D", GOOD, &["ThumbprintBlanks"]),
        (" EA5A332496CC05DA69B75B66111C0F78A110D22D\n", GOOD, &["BlanksAround"]),
        ("EA:5A:33:24:96:CC:05:DA:69:B7:5B:66:11:1C:0F:78:A1:10:D2:2D", GOOD, &["ThumbprintColons"]),
        ("EA-5A-33-24-96-CC-05-DA-69-B7-5B-66-11-1C-0F-78-A1-10-D2-2D", GOOD, &["ThumbprintDashes"]),
        ("EA5A332496CC05DA69B7–5B66111C0F78A110D22D", GOOD, &["ThumbprintDashes"]),
        ("\u{200e}EA5A332496CC05DA69B75B66111C0F78A110D22D", GOOD, &["ThumbprintInvisible"]),
        ("\u{feff}EA5A332496CC05DA69B75B66111C0F78A110D22D", GOOD, &["ThumbprintInvisible"]),
        ("EA5A\u{a0}3324\u{200b}96CC05DA69B75B66111C0F78A110D22D", GOOD, &["ThumbprintInvisible"]),
        (
            "\u{200e}ea 5a 33 24 96 cc 05 da 69 b7 5b 66 11 1c 0f 78 a1 10 d2 2d ",
            GOOD,
            &["ThumbprintInvisible", "BlanksAround", "ThumbprintBlanks", "ThumbprintLowerCase"],
        ),
        ("\"EA5A332496CC05DA69B75B66111C0F78A110D22D\"", GOOD, &["QuotesAround"]),
        // The page on Exchange 2016 prints an example that begins like this: not hexadecimal.
        ("NKT34A2496CC05DA69B75B66111C0F78A110D22D", None, &["ThumbprintNotHex"]),
        ("EA5A332496CC05DA69B75B66111C0F78A110D22Å", None, &["ThumbprintNotHex"]),
        ("0xEA5A332496CC05DA69B75B66111C0F78A110D22D", None, &["ThumbprintNotHex"]),
        // A Cyrillic letter that looks like an A.
        ("E\u{410}5A332496CC05DA69B75B66111C0F78A110D22D", None, &["ThumbprintNotHex"]),
        ("EA5A332496CCO5DA69B75B66111C0F78A110D22D", None, &["ThumbprintLookalike"]),
        ("EA5A332496CC05DA69B75B66lI1C0F78A110D22D", None, &["ThumbprintLookalike"]),
        ("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", None, &["ThumbprintSha256"]),
        ("D41D8CD98F00B204E9800998ECF8427E", None, &["ThumbprintMd5OrSerial"]),
        // A well-known article shows one of 41 digits; and one lost its last digit.
        ("EA5A332496CC05DA69B75B66111C0F78A110D22D0", None, &["ThumbprintLength"]),
        ("EA5A332496CC05DA69B75B66111C0F78A110D22", None, &["ThumbprintLength"]),
        ("- - -", None, &["ThumbprintDashes", "ThumbprintBlanks", "ThumbprintLength"]),
        ("", None, &["ValueEmpty"]),
        ("\u{200e} ", None, &["ThumbprintInvisible", "ValueEmpty"]),
    ];

    fn first_message(value: &str, culture: Culture) -> (String, String) {
        let checked = Kind::find("Thumbprint").unwrap().check(value);
        (checked.problems[0].message(culture), checked.problems[0].hint(culture).unwrap_or_default())
    }

    #[test]
    fn the_first_wrong_character_is_named_with_its_place() {
        let (message, _) = first_message("\u{200e}EA5G5H", Culture::En);
        assert!(message.contains("U+200E, at position 1)"), "{message}");
        let (message, _) = first_message("EA5G5H", Culture::En);
        assert!(message.contains("character 'G' at position 4."), "{message}");
        let (message, hint) = first_message("EA5O", Culture::Fr);
        assert!(message.contains("la lettre 'O' à la position 4"), "{message}");
        assert!(hint.contains("est-ce 0 ?"), "{hint}");
    }

    #[test]
    fn the_invisible_character_is_said_to_hide_the_certificate() {
        let (message, _) = first_message("\u{200e}EA5A332496CC05DA69B75B66111C0F78A110D22D", Culture::En);
        assert!(message.ends_with("OWA does not find the certificate."), "{message}");
    }
}
