//! Fully qualified names of computers and pools, as `IMServerName` and the trusted pools take them. Must not resolve
//! anything.
//!
//! Sources: rules OWA-IM-SERVERNAME and TAP-NAME-MATCHES-CERT; the Lync 2013 page on Outlook Web App, lines 43 and
//! 77 (full names, the same as in the certificate); the page on unified messaging with Lync, line 84 (no wildcard
//! name). Lengths and hyphens: RFC 1123 section 2.1, RFC 1035 section 2.3.4. Names compare without case, so the
//! normalised form is lower case.
//!
//! An underscore is a warning: Windows, its DNS and a private certification authority take it, so servers with such
//! names exist and work; public authorities must not issue certificates for them (CA/Browser Forum, 2019).

use super::Kind;
use super::problem::{Code, Problem, Problems};
use super::punycode;
use super::sanitize::{INVISIBLE, Sanitized};
use super::shown::{shown, shown_char};
use crate::l10n::Text;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

const LONGEST_LABEL: usize = 63;
const LONGEST_NAME: usize = 253;

static NOT_BARE: Code = Code::error(
    "FqdnNotBare",
    Text::new(
        "'{value}' contains more than a name: remove the scheme, user, port or path.",
        "« {value} » contient plus qu'un nom : supprimez le schéma, l'utilisateur, le port ou le chemin.",
    ),
    Text::new("Specify only the name: {name}.", "Indiquez uniquement le nom : {name}."),
);

static IP_ADDRESS: Code = Code::error(
    "FqdnIpAddress",
    Text::new("'{value}' is an IP address, not a name.", "« {value} » est une adresse IP, pas un nom."),
    Text::new(
        "Certificates contain names: specify the FQDN of the server or pool.",
        "Les certificats contiennent des noms : indiquez le nom de domaine complet du serveur ou du pool.",
    ),
);

static TRAILING_DOT: Code = Code::warning(
    "FqdnTrailingDot",
    Text::new(
        "The name ends with a dot, as in DNS zones. The dot is not part of the name.",
        "Le nom se termine par un point, comme dans les zones DNS. Le point ne fait pas partie du nom.",
    ),
    Text::NONE,
);

static WILDCARD: Code = Code::error(
    "FqdnWildcard",
    Text::new(
        "'{value}' is a wildcard, not the name of a server.",
        "« {value} » est un nom générique, pas le nom d'un serveur.",
    ),
    Text::new(
        "Specify the FQDN. A wildcard is allowed among the subject alternative names of a certificate, but not in its subject.",
        "Indiquez le nom de domaine complet. Un nom générique est autorisé parmi les autres noms de l'objet d'un certificat, mais pas dans son objet.",
    ),
);

static EMPTY_LABEL: Code = Code::error(
    "FqdnEmptyLabel",
    Text::new(
        "The name '{value}' is empty between two dots, or before the first dot.",
        "Le nom « {value} » est vide entre deux points, ou avant le premier point.",
    ),
    Text::new("Remove the dot, or complete the name.", "Supprimez le point, ou complétez le nom."),
);

static LABEL_LONG: Code = Code::error(
    "FqdnLabelLong",
    Text::new(
        "The part '{label}' of the name is longer than 63 characters.",
        "La partie « {label} » du nom dépasse 63 caractères.",
    ),
    Text::new(
        "DNS does not allow such names; check the spelling.",
        "DNS n'autorise pas de tels noms ; vérifiez la saisie.",
    ),
);

static LONG: Code = Code::error(
    "FqdnLong",
    Text::new(
        "The name has {length} characters. DNS allows at most 253.",
        "Le nom compte {length} caractères. DNS en autorise au plus 253.",
    ),
    Text::new(
        "Check that nothing else was pasted with the name.",
        "Vérifiez que rien d'autre n'a été collé avec le nom.",
    ),
);

static HYPHEN: Code = Code::error(
    "FqdnHyphen",
    Text::new(
        "The part '{label}' of the name begins or ends with a hyphen.",
        "La partie « {label} » du nom commence ou finit par un trait d'union.",
    ),
    Text::new(
        "A hyphen is only allowed between letters or digits.",
        "Un trait d'union n'est autorisé qu'entre des lettres ou des chiffres.",
    ),
);

/// A label has an underscore.
pub static UNDERSCORE: Code = Code::warning(
    "FqdnUnderscore",
    Text::new(
        "The name contains an underscore. Windows DNS accepts it, but public certification authorities do not.",
        "Le nom contient un trait de soulignement. Le DNS de Windows l'accepte, mais pas les autorités de certification publiques.",
    ),
    Text::new(
        "Check that this is the name of the server, and that the certificate comes from your internal certification authority.",
        "Vérifiez que c'est bien le nom du serveur, et que le certificat vient de votre autorité de certification interne.",
    ),
);

static SINGLE_LABEL: Code = Code::error(
    "FqdnSingleLabel",
    Text::new(
        "'{value}' is a short name, not an FQDN.",
        "« {value} » est un nom court, pas un nom de domaine complet.",
    ),
    Text::new(
        "Add the domain, as in {value}.example.com; Get-CsPool shows the full names of pools.",
        "Ajoutez le domaine, comme dans {value}.example.com ; Get-CsPool affiche les noms de domaine complets des pools.",
    ),
);

static LOCALHOST: Code = Code::error(
    "FqdnLocalhost",
    Text::new(
        "'{value}' means a different computer on every computer.",
        "« {value} » désigne un ordinateur différent sur chaque ordinateur.",
    ),
    Text::new("Specify the FQDN of the server or pool.", "Indiquez le nom de domaine complet du serveur ou du pool."),
);

static NUMERIC_TOP: Code = Code::error(
    "FqdnNumericTop",
    Text::new(
        "The last part of the name, '{label}', contains only digits: the name could be read as an IP address.",
        "La dernière partie du nom, « {label} », ne contient que des chiffres : le nom pourrait être lu comme une adresse IP.",
    ),
    Text::new("Check the spelling of the domain.", "Vérifiez l'orthographe du domaine."),
);

static CHARACTER: Code = Code::error(
    "FqdnCharacter",
    Text::new(
        "The name contains the character {character} at position {position}, which is not allowed in names.",
        "Le nom contient le caractère {character} à la position {position}, qui n'est pas autorisé dans un nom.",
    ),
    Text::new(
        "A name consists of letters, digits and hyphens, separated by dots.",
        "Un nom se compose de lettres, de chiffres et de traits d'union, séparés par des points.",
    ),
);

/// It has letters outside of ASCII, which DNS writes otherwise.
pub static INTERNATIONAL: Code = Code::warning(
    "FqdnInternational",
    Text::new(
        "The name contains non-ASCII letters. DNS and certificates use {ascii} for '{label}'.",
        "Le nom contient des lettres non ASCII. DNS et les certificats utilisent {ascii} pour « {label} ».",
    ),
    Text::new(
        "Use the normalized form, and check that the certificate contains it.",
        "Utilisez la forme normalisée, et vérifiez que le certificat la contient.",
    ),
);

static INTERNATIONAL_UNCLEAR: Code = Code::error(
    "FqdnInternationalUnclear",
    Text::new(
        "The part '{label}' of the name contains characters whose DNS form is ambiguous.",
        "La partie « {label} » du nom contient des caractères dont la forme DNS est ambiguë.",
    ),
    Text::new(
        "Specify that part in its DNS form, which begins with xn--.",
        "Indiquez cette partie sous sa forme DNS, qui commence par xn--.",
    ),
);

/// What may be wrong with a name; other kinds have names inside.
#[cfg(test)]
pub(super) static CODES: &[&Code] = &[
    &NOT_BARE,
    &IP_ADDRESS,
    &TRAILING_DOT,
    &WILDCARD,
    &EMPTY_LABEL,
    &LABEL_LONG,
    &LONG,
    &HYPHEN,
    &UNDERSCORE,
    &SINGLE_LABEL,
    &LOCALHOST,
    &NUMERIC_TOP,
    &CHARACTER,
    &INTERNATIONAL,
    &INTERNATIONAL_UNCLEAR,
];

/// Fully qualified names.
pub static KIND: Kind = Kind {
    name: "Fqdn",
    read: |value, problems| {
        let sanitized = Sanitized::read(value, &INVISIBLE, problems)?;
        Fqdn::read(sanitized.text(), &|offset| sanitized.position(offset), problems).map(|name| name.0)
    },
    #[cfg(test)]
    codes: &[CODES],
    #[cfg(test)]
    cases: tests::CASES,
};

/// A fully qualified name: lower case, ASCII, at least two labels, without the dot of the root.
pub(super) struct Fqdn(String);

impl Fqdn {
    /// Reads a name; `place` gives the position of an offset in it.
    pub(super) fn read(text: &str, place: &dyn Fn(usize) -> usize, problems: &mut Problems) -> Option<Self> {
        if text.chars().count() > 4 * LONGEST_NAME {
            return problems.refuse(Problem::new(&LONG).with("length", text.chars().count()));
        }
        not_a_name(text, problems)?;
        let name = match text.strip_suffix('.') {
            Some(name) if !name.is_empty() => {
                problems.note(Problem::new(&TRAILING_DOT));
                name
            }
            _ => text,
        };
        let ascii = to_ascii(name, place, problems)?;
        qualified(&ascii, problems)?;
        Some(Self(ascii))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Refuses what is something else than a name: an address, a URL, a wildcard.
fn not_a_name(text: &str, problems: &mut Problems) -> Option<()> {
    if is_ip_address(text) {
        return problems.refuse(Problem::new(&IP_ADDRESS).with("value", shown(text)));
    }
    let bare = bare_name(text);
    if bare != text && !bare.is_empty() {
        return problems.refuse(Problem::new(&NOT_BARE).with("value", shown(text)).with("name", shown(bare)));
    }
    if text.contains('*') {
        return problems.refuse(Problem::new(&WILDCARD).with("value", shown(text)));
    }
    Some(())
}

fn is_ip_address(text: &str) -> bool {
    let inner = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    inner.parse::<Ipv4Addr>().is_ok() || inner.parse::<Ipv6Addr>().is_ok() || text.parse::<IpAddr>().is_ok()
}

/// The name inside a URL, an address or a name with a port.
fn bare_name(text: &str) -> &str {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    host.split(':').next().unwrap_or_default()
}

/// The name with each label in lower case and ASCII.
fn to_ascii(name: &str, place: &dyn Fn(usize) -> usize, problems: &mut Problems) -> Option<String> {
    let mut ascii = String::with_capacity(name.len());
    let mut offset = 0;
    for label in name.split('.') {
        if offset > 0 {
            ascii.push('.');
        }
        if label.is_empty() {
            return problems.refuse(Problem::new(&EMPTY_LABEL).with("value", shown(name)));
        }
        ascii += &label_to_ascii(label, &|at| place(offset + at), problems)?;
        offset += label.len() + 1;
    }
    if ascii.len() > LONGEST_NAME {
        return problems.refuse(Problem::new(&LONG).with("length", ascii.len()));
    }
    Some(ascii)
}

fn label_to_ascii(label: &str, place: &dyn Fn(usize) -> usize, problems: &mut Problems) -> Option<String> {
    if let Some((at, c)) = label.char_indices().find(|(_, c)| !is_label_character(*c)) {
        let problem = Problem::new(&CHARACTER).with("character", shown_char(c)).with("position", place(at));
        return problems.refuse(problem);
    }
    if label.starts_with('-') || label.ends_with('-') {
        return problems.refuse(Problem::new(&HYPHEN).with("label", shown(label)));
    }
    if label.contains('_') {
        problems.note(Problem::new(&UNDERSCORE));
    }
    let too_long = || Problem::new(&LABEL_LONG).with("label", shown(label));
    if label.chars().count() > LONGEST_LABEL {
        return problems.refuse(too_long());
    }
    if label.is_ascii() {
        return Some(label.to_ascii_lowercase());
    }
    let Some(ascii) = punycode::to_ascii(label) else {
        return problems.refuse(Problem::new(&INTERNATIONAL_UNCLEAR).with("label", shown(label)));
    };
    if ascii.len() > LONGEST_LABEL {
        return problems.refuse(too_long());
    }
    problems.note(Problem::new(&INTERNATIONAL).with("label", shown(label)).with("ascii", &ascii));
    Some(ascii)
}

fn is_label_character(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || matches!(c, '-' | '_') } else { is_letter_or_mark(c) }
}

/// Outside of ASCII, letters and the marks that belong to them may be part of a name; signs never are.
fn is_letter_or_mark(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}')
}

/// Refuses a name that no other computer can use: a short one, `localhost`, a name that reads as an address.
fn qualified(name: &str, problems: &mut Problems) -> Option<()> {
    let (rest, last) = name.rsplit_once('.').unwrap_or(("", name));
    if last == "localhost" || name == "localhost.localdomain" {
        return problems.refuse(Problem::new(&LOCALHOST).with("value", shown(name)));
    }
    if last.bytes().all(|byte| byte.is_ascii_digit()) {
        return problems.refuse(Problem::new(&NUMERIC_TOP).with("label", shown(last)));
    }
    if rest.is_empty() {
        return problems.refuse(Problem::new(&SINGLE_LABEL).with("value", shown(name)));
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use crate::l10n::Culture;
    use crate::value::Kind;
    use crate::value::tests::Case;

    /// 63 and 64 characters.
    const L63: &str = "a23456789-123456789-123456789-123456789-123456789-123456789-123";
    const MAX: &str = "a23456789-123456789-123456789-123456789-123456789-123456789-123.a23456789-123456789-123456789-123456789-123456789-123456789-123.a23456789-123456789-123456789-123456789-123456789-123456789-123.a23456789-123456789-123456789-123456789-123456789-123456789-1";

    pub(super) const CASES: &[Case] = &[
        ("atl-cs-001.litwareinc.com", Some("atl-cs-001.litwareinc.com"), &[]),
        ("ATL-CS-001.LitwareInc.com", Some("atl-cs-001.litwareinc.com"), &[]),
        ("pool01.contoso.local", Some("pool01.contoso.local"), &[]),
        ("1and1.3com.com", Some("1and1.3com.com"), &[]),
        (" atl-cs-001.litwareinc.com\t", Some("atl-cs-001.litwareinc.com"), &["BlanksAround"]),
        ("atl-cs-001\u{200b}.litwareinc.com", Some("atl-cs-001.litwareinc.com"), &["InvisibleCharacter"]),
        ("“atl-cs-001.litwareinc.com”", Some("atl-cs-001.litwareinc.com"), &["QuotesAround"]),
        ("atl-cs-001.litwareinc.com.", Some("atl-cs-001.litwareinc.com"), &["FqdnTrailingDot"]),
        ("https://atl-cs-001.litwareinc.com/", None, &["FqdnNotBare"]),
        ("atl-cs-001.litwareinc.com:5061", None, &["FqdnNotBare"]),
        ("atl-cs-001.litwareinc.com/metadata/json/1", None, &["FqdnNotBare"]),
        ("\\\\atl-cs-001\\share", None, &["FqdnCharacter"]),
        ("kenmyer@litwareinc.com", None, &["FqdnNotBare"]),
        ("192.168.0.1", None, &["FqdnIpAddress"]),
        ("fe80::1", None, &["FqdnIpAddress"]),
        ("[2001:db8::1]", None, &["FqdnIpAddress"]),
        // Not an IPv4 address, but nothing else either; and digits are fine before the last dot.
        ("192.168.0.256", None, &["FqdnNumericTop"]),
        ("192.168.0.1.example.com", Some("192.168.0.1.example.com"), &[]),
        ("*.litwareinc.com", None, &["FqdnWildcard"]),
        ("atl-*.litwareinc.com", None, &["FqdnWildcard"]),
        ("atl-cs-001..litwareinc.com", None, &["FqdnEmptyLabel"]),
        (".litwareinc.com", None, &["FqdnEmptyLabel"]),
        (".", None, &["FqdnEmptyLabel"]),
        ("..", None, &["FqdnTrailingDot", "FqdnEmptyLabel"]),
        (
            "a23456789-123456789-123456789-123456789-123456789-123456789-123.com",
            Some("a23456789-123456789-123456789-123456789-123456789-123456789-123.com"),
            &[],
        ),
        ("a23456789-123456789-123456789-123456789-123456789-123456789-1234.com", None, &["FqdnLabelLong"]),
        // 56 letters fit before encoding, but not after.
        ("éàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéàéà.com", None, &["FqdnLabelLong"]),
        (MAX, Some(MAX), &[]),
        // One character more: 254.
        (
            "a23456789-123456789-123456789-123456789-123456789-123456789-123.a23456789-123456789-123456789-123456789-123456789-123456789-123.a23456789-123456789-123456789-123456789-123456789-123456789-123.a23456789-123456789-123456789-123456789-123456789-123456789-12",
            None,
            &["FqdnLong"],
        ),
        (
            "x.a23456789-123456789-123456789-123456789-123456789-123456789-123.a23456789-123456789-123456789-123456789-123456789-123456789-123.a23456789-123456789-123456789-123456789-123456789-123456789-123.a23456789-123456789-123456789-123456789-123456789-123456789-1",
            None,
            &["FqdnLong"],
        ),
        ("-atl.litwareinc.com", None, &["FqdnHyphen"]),
        ("atl-.litwareinc.com", None, &["FqdnHyphen"]),
        ("atl--001.litwareinc.com", Some("atl--001.litwareinc.com"), &[]),
        ("atl_cs_001.litwareinc.com", Some("atl_cs_001.litwareinc.com"), &["FqdnUnderscore"]),
        ("atl-cs-001", None, &["FqdnSingleLabel"]),
        ("localhost", None, &["FqdnLocalhost"]),
        ("LOCALHOST.", None, &["FqdnTrailingDot", "FqdnLocalhost"]),
        ("localhost.localdomain", None, &["FqdnLocalhost"]),
        ("localhost.litwareinc.com", Some("localhost.litwareinc.com"), &[]),
        ("atl cs.litwareinc.com", None, &["FqdnCharacter"]),
        ("atl-cs-001,litwareinc.com", None, &["FqdnCharacter"]),
        // An en dash, as word processors make it.
        ("atl–cs–001.litwareinc.com", None, &["FqdnCharacter"]),
        ("MÜNCHEN.litwareinc.com", Some("xn--mnchen-3ya.litwareinc.com"), &["FqdnInternational"]),
        ("xn--mnchen-3ya.litwareinc.com", Some("xn--mnchen-3ya.litwareinc.com"), &[]),
        ("straße.litwareinc.com", None, &["FqdnInternationalUnclear"]),
        ("e\u{301}lysee.litwareinc.com", None, &["FqdnInternationalUnclear"]),
        ("", None, &["ValueEmpty"]),
    ];

    #[test]
    fn the_constants_of_the_cases_have_the_lengths_they_claim() {
        assert_eq!((L63.len(), MAX.len()), (63, 253));
    }

    #[test]
    fn hints_say_what_to_type() {
        let check = |value: &str| Kind::find("Fqdn").unwrap().check(value).problems.remove(0);
        let url = check("https://user@atl-cs-001.litwareinc.com:444/x");
        assert_eq!(url.hint(Culture::En).unwrap(), "Specify only the name: atl-cs-001.litwareinc.com.");
        let dash = check(" \u{200e}atl–cs.litwareinc.com");
        assert!(dash.message(Culture::En).contains("U+200E, at position 2"), "{dash:?}");
        let dash = check("pool.atl–cs.com");
        assert!(dash.message(Culture::En).contains("'–' (U+2013) at position 9,"), "{dash:?}");
        let umlaut = check("x.bücher.example");
        assert!(umlaut.message(Culture::Fr).contains("utilisent xn--bcher-kva pour « bücher »"), "{umlaut:?}");
    }
}
