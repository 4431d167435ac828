//! SIP addresses of users (`sip:user@domain`) and SIP domains. Must not ask whether the user or the domain exists.
//!
//! Sources: rules OWA-USER-SIP-PROXY and UM-USER-SIP; the Lync 2013 page on Outlook Web App, line 105; the page on
//! unified messaging with Lync, lines 185 and 199. Characters of the user part: RFC 3261 section 25.1. Its reserved
//! characters are allowed there, but Lync Server has failed on them (Microsoft KB 2912334: `test.us&er@…`), hence
//! the warning. SIP domains: New-CsSipDomain, "fully qualified domain name of the new SIP domain".

use super::Kind;
use super::fqdn::Fqdn;
use super::problem::{Code, Problem, Problems};
use super::sanitize::{INVISIBLE, Sanitized};
use super::shown::{shown, shown_char};
use super::url::is_escape;
use crate::l10n::Text;

static SCHEME_MISSING: Code = Code::warning(
    "SipSchemeMissing",
    Text::new("The address does not begin with sip:.", "L'adresse ne commence pas par sip:."),
    Text::new(
        "Lync cmdlets and proxy addresses require the form sip:user@domain.",
        "Les applets de commande Lync et les adresses proxy exigent la forme sip:utilisateur@domaine.",
    ),
);

static SECURE_SCHEME: Code = Code::error(
    "SipSecureScheme",
    Text::new(
        "The address begins with sips:, which Lync does not use for users.",
        "L'adresse commence par sips:, que Lync n'utilise pas pour les utilisateurs.",
    ),
    Text::new("Use sip: instead.", "Utilisez sip: à la place."),
);

static TELEPHONE: Code = Code::error(
    "SipTelephone",
    Text::new(
        "This is a telephone number (tel:), not a SIP address.",
        "Ceci est un numéro de téléphone (tel:), pas une adresse SIP.",
    ),
    Text::new(
        "The number belongs in LineURI; the SIP address has the form sip:user@domain.",
        "Le numéro va dans LineURI ; l'adresse SIP a la forme sip:utilisateur@domaine.",
    ),
);

static OTHER_SCHEME: Code = Code::error(
    "SipOtherScheme",
    Text::new(
        "The address begins with {scheme}:, not with sip:.",
        "L'adresse commence par {scheme}:, et non par sip:.",
    ),
    Text::new("Specify the SIP address: sip:user@domain.", "Indiquez l'adresse SIP : sip:utilisateur@domaine."),
);

static AT_MISSING: Code = Code::error(
    "SipAtMissing",
    Text::new(
        "'{value}' has no @ between a user and a domain.",
        "« {value} » n'a pas de @ entre un utilisateur et un domaine.",
    ),
    Text::new("The form is sip:user@domain.", "La forme est sip:utilisateur@domaine."),
);

static AT_TWICE: Code = Code::error(
    "SipAtTwice",
    Text::new("'{value}' has more than one @.", "« {value} » contient plus d'un @."),
    Text::new("The form is sip:user@domain.", "La forme est sip:utilisateur@domaine."),
);

static USER_EMPTY: Code = Code::error(
    "SipUserEmpty",
    Text::new("There is no user before the @.", "Il n'y a pas d'utilisateur avant le @."),
    Text::new("The form is sip:user@domain.", "La forme est sip:utilisateur@domaine."),
);

static USER_CHARACTER: Code = Code::error(
    "SipUserCharacter",
    Text::new(
        "The user part contains the character {character} at position {position}, which is not allowed in SIP addresses.",
        "La partie utilisateur contient le caractère {character} à la position {position}, qui n'est pas autorisé dans les adresses SIP.",
    ),
    Text::new(
        "Use letters without accents, digits, dots, hyphens and underscores.",
        "Utilisez des lettres sans accent, des chiffres, des points, des traits d'union et des traits de soulignement.",
    ),
);

static USER_RESERVED: Code = Code::warning(
    "SipUserReserved",
    Text::new(
        "The user part contains the reserved character {character}. SIP allows it, but Lync Server has failed with such addresses.",
        "La partie utilisateur contient le caractère réservé {character}. SIP l'autorise, mais Lync Server a échoué avec de telles adresses.",
    ),
    Text::new(
        "See Microsoft KB 2912334, or choose another address.",
        "Voir l'article 2912334 de Microsoft, ou choisissez une autre adresse.",
    ),
);

static EXTRA: Code = Code::error(
    "SipExtra",
    Text::new(
        "There is extra text after the domain: '{part}'.",
        "Il y a du texte supplémentaire après le domaine : « {part} ».",
    ),
    Text::new(
        "Parameters and ports are part of calls, not of the address of a user.",
        "Les paramètres et les ports font partie des appels, pas de l'adresse d'un utilisateur.",
    ),
);

static DOMAIN_IS_ADDRESS: Code = Code::error(
    "SipDomainIsAddress",
    Text::new("'{value}' contains more than a domain.", "« {value} » contient plus qu'un domaine."),
    Text::new("Specify only the domain: {domain}.", "Indiquez uniquement le domaine : {domain}."),
);

/// SIP addresses.
pub static ADDRESS: Kind = Kind {
    name: "SipAddress",
    read: |value, problems| SipAddress::read(value, problems).map(|address| address.to_string()),
    #[cfg(test)]
    codes: &[
        &[
            &SCHEME_MISSING,
            &SECURE_SCHEME,
            &TELEPHONE,
            &OTHER_SCHEME,
            &AT_MISSING,
            &AT_TWICE,
            &USER_EMPTY,
            &USER_CHARACTER,
            &USER_RESERVED,
            &EXTRA,
        ],
        super::fqdn::CODES,
    ],
    #[cfg(test)]
    cases: tests::ADDRESSES,
};

/// SIP domains.
pub static DOMAIN: Kind = Kind {
    name: "SipDomain",
    read: read_domain,
    #[cfg(test)]
    codes: &[&[&DOMAIN_IS_ADDRESS], super::fqdn::CODES],
    #[cfg(test)]
    cases: tests::DOMAINS,
};

/// The SIP address of a user. The user part keeps its case; scheme and domain are lower case.
struct SipAddress {
    user: String,
    domain: Fqdn,
}

impl std::fmt::Display for SipAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "sip:{}@{}", self.user, self.domain.as_str())
    }
}

impl SipAddress {
    fn read(value: &str, problems: &mut Problems) -> Option<Self> {
        let sanitized = Sanitized::read(value, &INVISIBLE, problems)?;
        let text = sanitized.text();
        let start = scheme(text, problems)?;
        let rest = &text[start..];
        let Some((user, domain)) = rest.split_once('@') else {
            return problems.refuse(Problem::new(&AT_MISSING).with("value", shown(text)));
        };
        if domain.contains('@') {
            return problems.refuse(Problem::new(&AT_TWICE).with("value", shown(text)));
        }
        check_user(user, &|at| sanitized.position(start + at), problems)?;
        let extra = domain.find([';', '?', ':', '/']).filter(|_| !domain.starts_with('['));
        if let Some(at) = extra.filter(|at| *at > 0) {
            return problems.refuse(Problem::new(&EXTRA).with("part", shown(&domain[at..])));
        }
        let domain_at = start + user.len() + 1;
        let domain = Fqdn::read(domain, &|at| sanitized.position(domain_at + at), problems)?;
        Some(Self { user: user.to_owned(), domain })
    }
}

/// Where the address begins after its scheme.
fn scheme(text: &str, problems: &mut Problems) -> Option<usize> {
    const OTHERS: &[&str] = &["smtp", "mailto", "eum", "im", "pres", "callto", "x500", "http", "https"];
    let prefix = text.split(':').next().filter(|prefix| prefix.len() < text.len()).unwrap_or_default();
    let is = |name: &&str| prefix.eq_ignore_ascii_case(name);
    if is(&"sip") {
        return Some("sip:".len());
    }
    if is(&"sips") {
        return problems.refuse(Problem::new(&SECURE_SCHEME));
    }
    if is(&"tel") {
        return problems.refuse(Problem::new(&TELEPHONE));
    }
    if let Some(name) = OTHERS.iter().find(|name| is(name)) {
        return problems.refuse(Problem::new(&OTHER_SCHEME).with("scheme", name));
    }
    problems.note(Problem::new(&SCHEME_MISSING));
    Some(0)
}

fn check_user(user: &str, place: &dyn Fn(usize) -> usize, problems: &mut Problems) -> Option<()> {
    if user.is_empty() {
        return problems.refuse(Problem::new(&USER_EMPTY));
    }
    for (at, c) in user.char_indices() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' | '!' | '~' | '*' | '\'' | '(' | ')' => {}
            '&' | '=' | '+' | '$' | ',' | ';' | '?' | '/' => {
                problems.note(Problem::new(&USER_RESERVED).with("character", shown_char(c)));
            }
            '%' if is_escape(&user[at..]) => {
                problems.note(Problem::new(&USER_RESERVED).with("character", shown_char(c)));
            }
            _ => {
                let problem = Problem::new(&USER_CHARACTER).with("character", shown_char(c));
                return problems.refuse(problem.with("position", place(at)));
            }
        }
    }
    Some(())
}

fn read_domain(value: &str, problems: &mut Problems) -> Option<String> {
    let sanitized = Sanitized::read(value, &INVISIBLE, problems)?;
    let text = sanitized.text();
    let has_scheme = ["sip:", "sips:"]
        .iter()
        .any(|scheme| text.get(..scheme.len()).is_some_and(|prefix| prefix.eq_ignore_ascii_case(scheme)));
    let domain = text.rsplit(['@', ':']).next().unwrap_or_default();
    if (has_scheme || text.contains('@')) && !domain.is_empty() {
        let problem = Problem::new(&DOMAIN_IS_ADDRESS).with("value", shown(text));
        return problems.refuse(problem.with("domain", shown(domain)));
    }
    Fqdn::read(text, &|at| sanitized.position(at), problems).map(|domain| domain.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use crate::l10n::Culture;
    use crate::value::Kind;
    use crate::value::tests::Case;

    pub(super) const ADDRESSES: &[Case] = &[
        ("sip:kenmyer@litwareinc.com", Some("sip:kenmyer@litwareinc.com"), &[]),
        ("SIP:Ken.Myer@LitwareInc.com", Some("sip:Ken.Myer@litwareinc.com"), &[]),
        ("sip:o'neil_(ext)-1~!*@litwareinc.com", Some("sip:o'neil_(ext)-1~!*@litwareinc.com"), &[]),
        ("kenmyer@litwareinc.com", Some("sip:kenmyer@litwareinc.com"), &["SipSchemeMissing"]),
        ("sipuser@litwareinc.com", Some("sip:sipuser@litwareinc.com"), &["SipSchemeMissing"]),
        ("sips:kenmyer@litwareinc.com", None, &["SipSecureScheme"]),
        ("tel:+14255550123", None, &["SipTelephone"]),
        ("smtp:kenmyer@litwareinc.com", None, &["SipOtherScheme"]),
        ("EUM:kenmyer@litwareinc.com;phone-context=plan.litwareinc.com", None, &["SipOtherScheme"]),
        ("sip:kenmyer", None, &["SipAtMissing"]),
        ("sip:litwareinc.com", None, &["SipAtMissing"]),
        ("sip:ken@myer@litwareinc.com", None, &["SipAtTwice"]),
        ("sip:@litwareinc.com", None, &["SipUserEmpty"]),
        ("sip: kenmyer@litwareinc.com", None, &["SipUserCharacter"]),
        ("sip:rené@litwareinc.com", None, &["SipUserCharacter"]),
        ("sip:ken#myer@litwareinc.com", None, &["SipUserCharacter"]),
        ("sip:ken:secret@litwareinc.com", None, &["SipUserCharacter"]),
        ("sip:ken%4@litwareinc.com", None, &["SipUserCharacter"]),
        ("sip:<kenmyer@litwareinc.com>", None, &["SipUserCharacter"]),
        // The address of KB 2912334, with a domain that may be printed.
        ("sip:test.us&er@example.com", Some("sip:test.us&er@example.com"), &["SipUserReserved"]),
        ("sip:ken%20myer@litwareinc.com", Some("sip:ken%20myer@litwareinc.com"), &["SipUserReserved"]),
        ("sip:kenmyer@litwareinc.com;user=phone", None, &["SipExtra"]),
        ("sip:kenmyer@litwareinc.com:5061", None, &["SipExtra"]),
        ("sip:kenmyer@litwareinc.com?subject=x", None, &["SipExtra"]),
        ("sip:kenmyer@10.0.0.1", None, &["FqdnIpAddress"]),
        ("sip:kenmyer@[::1]", None, &["FqdnIpAddress"]),
        ("sip:kenmyer@litwareinc", None, &["FqdnSingleLabel"]),
        ("sip:kenmyer@*.litwareinc.com", None, &["FqdnWildcard"]),
        ("sip:kenmyer@", None, &["FqdnEmptyLabel"]),
        ("sip:kenmyer@:5061", None, &["FqdnCharacter"]),
        ("sip:ken\u{200e}myer@litwareinc.com", Some("sip:kenmyer@litwareinc.com"), &["InvisibleCharacter"]),
        ("", None, &["ValueEmpty"]),
    ];

    pub(super) const DOMAINS: &[Case] = &[
        ("litwareinc.com", Some("litwareinc.com"), &[]),
        ("LitwareInc.COM", Some("litwareinc.com"), &[]),
        ("sip.litwareinc.com", Some("sip.litwareinc.com"), &[]),
        ("sip:litwareinc.com", None, &["SipDomainIsAddress"]),
        ("@litwareinc.com", None, &["SipDomainIsAddress"]),
        ("kenmyer@litwareinc.com", None, &["SipDomainIsAddress"]),
        ("sip:kenmyer@litwareinc.com", None, &["SipDomainIsAddress"]),
        ("@", None, &["FqdnCharacter"]),
        ("litwareinc.com:5061", None, &["FqdnNotBare"]),
        ("*.litwareinc.com", None, &["FqdnWildcard"]),
        ("10.0.0.1", None, &["FqdnIpAddress"]),
        ("litwareinc", None, &["FqdnSingleLabel"]),
    ];

    #[test]
    fn the_place_of_a_wrong_character_counts_from_the_start_of_the_value() {
        let check = |value: &str| Kind::find("SipAddress").unwrap().check(value).problems.remove(0);
        let user = check("sip:ken myer@litwareinc.com").message(Culture::En);
        assert!(user.contains("U+0020 at position 8,"), "{user}");
        let domain = check("sip:ken@litware,inc.com").message(Culture::En);
        assert!(domain.contains("character ',' at position 16,"), "{domain}");
    }

    #[test]
    fn a_password_is_not_repeated() {
        for problem in Kind::find("SipAddress").unwrap().check("sip:ken:secret@litwareinc.com").problems {
            assert!(!problem.message(Culture::En).contains("secret"), "{problem:?}");
        }
    }
}
