//! Absolute web addresses, `http` and `https` only: what may stand in a setting, not everything that RFC 3986 allows.
//! Must not fetch anything.
//!
//! Characters: RFC 3986 sections 2 and 3. The host follows the rules of names; an address without one cannot be
//! matched with a certificate.

use super::Kind;
use super::fqdn::Fqdn;
use super::port;
use super::problem::{Code, Problem, Problems};
use super::sanitize::{INVISIBLE, Sanitized};
use super::shown::{shown, shown_char};
use crate::l10n::Text;

static SCHEME_MISSING: Code = Code::error(
    "UrlSchemeMissing",
    Text::new("'{value}' does not begin with https://.", "« {value} » ne commence pas par https://."),
    Text::new(
        "Specify the complete address, as in https://server.example.com/path.",
        "Indiquez l'adresse complète, comme dans https://serveur.example.com/chemin.",
    ),
);

static SCHEME_OTHER: Code = Code::error(
    "UrlSchemeOther",
    Text::new("'{scheme}' is not a scheme for web addresses.", "« {scheme} » n'est pas un schéma d'adresse web."),
    Text::new("The address should begin with https://.", "L'adresse doit commencer par https://."),
);

static NOT_SECURE: Code = Code::warning(
    "UrlNotSecure",
    Text::new(
        "The address begins with http://; the connection would not be encrypted.",
        "L'adresse commence par http:// ; la connexion ne serait pas chiffrée.",
    ),
    Text::new("Use https:// if the server offers it.", "Utilisez https:// si le serveur le propose."),
);

static USER_INFO: Code = Code::error(
    "UrlUserInfo",
    Text::new(
        "The address contains a user name or a password before the @.",
        "L'adresse contient un nom d'utilisateur ou un mot de passe avant le @.",
    ),
    Text::new(
        "Remove it: do not store credentials in a setting.",
        "Supprimez-le : n'enregistrez pas d'informations d'identification dans un paramètre.",
    ),
);

static HOST_MISSING: Code = Code::error(
    "UrlHostMissing",
    Text::new("The address contains no server name.", "L'adresse ne contient pas de nom de serveur."),
    Text::new(
        "Add the FQDN of the server after https://.",
        "Ajoutez le nom de domaine complet du serveur après https://.",
    ),
);

static PORT_INVALID: Code = Code::error(
    "UrlPortInvalid",
    Text::new(
        "'{port}' is not a valid port. Ports range from 1 to 65535.",
        "« {port} » n'est pas un port valide. Les ports vont de 1 à 65535.",
    ),
    Text::new(
        "Correct what follows the colon, or remove it.",
        "Corrigez ce qui suit les deux-points, ou supprimez-le.",
    ),
);

static PORT_DEFAULT: Code = Code::warning(
    "UrlPortDefault",
    Text::new(
        "The port {port} is the default port and can be omitted.",
        "Le port {port} est le port par défaut ; il peut être omis.",
    ),
    Text::NONE,
);

static FRAGMENT: Code = Code::warning(
    "UrlFragment",
    Text::new("The part after # is not sent to the server.", "La partie qui suit # n'est pas envoyée au serveur."),
    Text::NONE,
);

static CHARACTER: Code = Code::error(
    "UrlCharacter",
    Text::new(
        "The address contains the character {character} at position {position}, which is not allowed there.",
        "L'adresse contient le caractère {character} à la position {position}, qui n'y est pas autorisé.",
    ),
    Text::new(
        "Addresses cannot contain spaces or backslashes. Write other characters as % and two hexadecimal digits.",
        "Une adresse ne peut contenir ni espace ni barre oblique inverse. Écrivez les autres caractères avec % et deux chiffres hexadécimaux.",
    ),
);

/// What may be wrong with an address of any sort.
#[cfg(test)]
pub(super) static CODES: &[&Code] = &[
    &SCHEME_MISSING,
    &SCHEME_OTHER,
    &USER_INFO,
    &HOST_MISSING,
    &PORT_INVALID,
    &PORT_DEFAULT,
    &CHARACTER,
    &NOT_SECURE,
    &FRAGMENT,
];

/// Web addresses.
pub static KIND: Kind = Kind {
    name: "Url",
    read: |value, problems| {
        let url = Url::read(value, problems)?;
        if !url.secure {
            problems.note(Problem::new(&NOT_SECURE));
        }
        if url.fragment {
            problems.note(Problem::new(&FRAGMENT));
        }
        Some(url.to_string())
    },
    #[cfg(test)]
    codes: &[CODES, super::fqdn::CODES],
    #[cfg(test)]
    cases: tests::CASES,
};

/// An absolute web address.
pub(super) struct Url {
    /// Whether the scheme is `https`.
    pub(super) secure: bool,
    pub(super) host: Fqdn,
    /// The port, unless it is the usual one of the scheme.
    pub(super) port: Option<u16>,
    /// The path, beginning with a slash.
    pub(super) path: String,
    pub(super) query: Option<String>,
    /// Whether there was a fragment.
    pub(super) fragment: bool,
}

impl std::fmt::Display for Url {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let scheme = if self.secure { "https" } else { "http" };
        write!(f, "{scheme}://{}", self.host.as_str())?;
        if let Some(port) = self.port {
            write!(f, ":{port}")?;
        }
        f.write_str(&self.path)?;
        self.query.iter().try_for_each(|query| write!(f, "?{query}"))
    }
}

impl Url {
    pub(super) fn read(value: &str, problems: &mut Problems) -> Option<Self> {
        let sanitized = Sanitized::read(value, &INVISIBLE, problems)?;
        let text = sanitized.text();
        let (scheme, rest) = text.split_once("://").unwrap_or_default();
        let secure = is_secure(scheme, text, problems)?;
        let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
        let start = scheme.len() + "://".len();
        let tail = start + authority.len();
        check_characters(&text[tail..], &|at| sanitized.position(tail + at), problems)?;
        let (host, port) = split_authority(authority, secure, problems)?;
        let host = Fqdn::read(host, &|at| sanitized.position(start + at), problems)?;
        let (tail, fragment) = text[tail..].split_once('#').map_or((&text[tail..], false), |(tail, _)| (tail, true));
        let (path, query) = tail.split_once('?').map_or((tail, None), |(path, query)| (path, Some(query.to_owned())));
        let path = if path.is_empty() { "/" } else { path }.to_owned();
        Some(Self { secure, host, port, path, query, fragment })
    }
}

fn is_secure(scheme: &str, text: &str, problems: &mut Problems) -> Option<bool> {
    if scheme.eq_ignore_ascii_case("https") {
        return Some(true);
    }
    if scheme.eq_ignore_ascii_case("http") {
        return Some(false);
    }
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    if is_scheme {
        return problems.refuse(Problem::new(&SCHEME_OTHER).with("scheme", shown(scheme)));
    }
    problems.refuse(Problem::new(&SCHEME_MISSING).with("value", shown(text)))
}

/// Host and port of `host:port`. Credentials are refused without being repeated.
fn split_authority<'a>(authority: &'a str, secure: bool, problems: &mut Problems) -> Option<(&'a str, Option<u16>)> {
    if authority.contains('@') {
        return problems.refuse(Problem::new(&USER_INFO));
    }
    let (host, digits) = match authority.rsplit_once(':') {
        Some((host, digits)) if !digits.ends_with(']') => (host, Some(digits)),
        _ => (authority, None),
    };
    if host.is_empty() {
        return problems.refuse(Problem::new(&HOST_MISSING));
    }
    let Some(digits) = digits else { return Some((host, None)) };
    let Some(port) = port::number(digits) else {
        return problems.refuse(Problem::new(&PORT_INVALID).with("port", shown(digits)));
    };
    let usual = if secure { 443 } else { 80 };
    if port == usual {
        problems.note(Problem::new(&PORT_DEFAULT).with("port", port));
    }
    Some((host, Some(port).filter(|port| *port != usual)))
}

/// Refuses what may not stand in a path, a query or a fragment.
fn check_characters(tail: &str, place: &dyn Fn(usize) -> usize, problems: &mut Problems) -> Option<()> {
    let wrong = tail.char_indices().find(|(at, c)| match c {
        '%' => !is_escape(&tail[*at..]),
        '#' => tail[..*at].contains('#'),
        _ => !(c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/?".contains(*c)),
    });
    let Some((at, c)) = wrong else { return Some(()) };
    problems.refuse(Problem::new(&CHARACTER).with("character", shown_char(c)).with("position", place(at)))
}

/// Whether a percent sign is followed by two hexadecimal digits.
pub(super) fn is_escape(text: &str) -> bool {
    let digits = text.as_bytes().get(1..3);
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use crate::l10n::Culture;
    use crate::value::Kind;
    use crate::value::tests::Case;

    pub(super) const CASES: &[Case] = &[
        ("https://mail.litwareinc.com/owa", Some("https://mail.litwareinc.com/owa"), &[]),
        ("HTTPS://Mail.LitwareInc.com/OWA?x=%20a/b", Some("https://mail.litwareinc.com/OWA?x=%20a/b"), &[]),
        ("https://mail.litwareinc.com", Some("https://mail.litwareinc.com/"), &[]),
        ("https://mail.litwareinc.com:4443/owa", Some("https://mail.litwareinc.com:4443/owa"), &[]),
        ("mail.litwareinc.com/owa", None, &["UrlSchemeMissing"]),
        ("https:/mail.litwareinc.com/owa", None, &["UrlSchemeMissing"]),
        ("https:\\\\mail.litwareinc.com\\owa", None, &["UrlSchemeMissing"]),
        ("://mail.litwareinc.com/owa", None, &["UrlSchemeMissing"]),
        ("ftp://mail.litwareinc.com/owa", None, &["UrlSchemeOther"]),
        ("http://mail.litwareinc.com/owa", Some("http://mail.litwareinc.com/owa"), &["UrlNotSecure"]),
        ("https://ken:secret@mail.litwareinc.com/owa", None, &["UrlUserInfo"]),
        ("https://mail.litwareinc.com/owa/@ken", Some("https://mail.litwareinc.com/owa/@ken"), &[]),
        ("https:///owa", None, &["UrlHostMissing"]),
        ("https://:443/owa", None, &["UrlHostMissing"]),
        ("https://mail.litwareinc.com:/owa", None, &["UrlPortInvalid"]),
        ("https://mail.litwareinc.com:0/owa", None, &["UrlPortInvalid"]),
        ("https://mail.litwareinc.com:70000/owa", None, &["UrlPortInvalid"]),
        ("https://mail.litwareinc.com:443/owa", Some("https://mail.litwareinc.com/owa"), &["UrlPortDefault"]),
        ("https://mail.litwareinc.com:80/owa", Some("https://mail.litwareinc.com:80/owa"), &[]),
        (
            "http://mail.litwareinc.com:80/owa",
            Some("http://mail.litwareinc.com/owa"),
            &["UrlPortDefault", "UrlNotSecure"],
        ),
        ("https://mail.litwareinc.com/owa#top", Some("https://mail.litwareinc.com/owa"), &["UrlFragment"]),
        ("https://mail.litwareinc.com/owa%23top", Some("https://mail.litwareinc.com/owa%23top"), &[]),
        ("https://mail.litwareinc.com/owa#a#b", None, &["UrlCharacter"]),
        ("https://mail.litwareinc.com/my owa", None, &["UrlCharacter"]),
        ("https://mail.litwareinc.com\\owa", None, &["UrlCharacter"]),
        ("https://mail.litwareinc.com/é", None, &["UrlCharacter"]),
        ("https://mail.litwareinc.com/%4", None, &["UrlCharacter"]),
        ("https://mail litwareinc.com/", None, &["FqdnCharacter"]),
        ("https://10.0.0.1/owa", None, &["FqdnIpAddress"]),
        ("https://[fe80::1]/owa", None, &["FqdnIpAddress"]),
        ("https://[fe80::1]:444/owa", None, &["FqdnIpAddress"]),
        ("https://mail/owa", None, &["FqdnSingleLabel"]),
        ("https://localhost/owa", None, &["FqdnLocalhost"]),
        ("https://bücher.example/", Some("https://xn--bcher-kva.example/"), &["FqdnInternational"]),
        ("", None, &["ValueEmpty"]),
    ];

    #[test]
    fn credentials_are_not_repeated_and_places_count_from_the_start() {
        let check = |value: &str| Kind::find("Url").unwrap().check(value).problems.remove(0).message(Culture::En);
        assert!(!check("https://ken:secret@mail.litwareinc.com/").contains("secret"));
        assert!(check("https://a.bc/d e").contains("U+0020 at position 15,"));
    }
}
