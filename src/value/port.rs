//! Port numbers, as `New-CsTrustedApplication -Port` takes them, and the table of those that Lync, Exchange or
//! Windows already use. Must not look whether a port is free on this machine.
//!
//! Sources: rule TAPP-PORT; the Lync 2013 page on Outlook Web App, lines 49 and 51 (any available port, example
//! 5199). Each line of [`TAKEN`] names its own source:
//! S = Skype for Business Server 2015, "Port and protocol requirements for servers", table by server role;
//! U = Exchange 2013, "UM protocols, ports, and services", table of listening ports;
//! E = Exchange 2016, "Network ports for clients and mail flow";
//! W = Windows, "Service overview and network port requirements" (KB 832017);
//! M = [MS-WSMV] 2.2.4.5, default ports.

use super::Kind;
use super::problem::{Code, Problem, Problems};
use super::sanitize::{INVISIBLE, Sanitized};
use super::shown::{shown, shown_char};
use crate::l10n::Text;

/// The default dynamic range of Windows Server 2008 and later (source W); Lync takes its media ports from it too (S).
const FIRST_DYNAMIC: u16 = 49152;

static NOT_NUMBER: Code = Code::error(
    "PortNotNumber",
    Text::new(
        "The port contains the character {character} at position {position}. A port is an integer with the digits 0 to 9.",
        "Le port contient le caractère {character} à la position {position}. Un port est un entier composé des chiffres 0 à 9.",
    ),
    Text::new("Specify a number such as 5199.", "Indiquez un nombre, par exemple 5199."),
);

static RANGE: Code = Code::error(
    "PortRange",
    Text::new(
        "'{value}' is not a valid port. Ports range from 1 to 65535.",
        "« {value} » n'est pas un port valide. Les ports vont de 1 à 65535.",
    ),
    Text::new("Specify a number such as 5199.", "Indiquez un nombre, par exemple 5199."),
);

static LEADING_ZERO: Code = Code::warning(
    "PortLeadingZero",
    Text::new("The number begins with a zero, which is ignored.", "Le nombre commence par un zéro, qui est ignoré."),
    Text::NONE,
);

static TAKEN_BY: Code = Code::warning(
    "PortTaken",
    Text::new("Port {port} is used by {service}.", "Le port {port} est utilisé par {service}."),
    Text::new(
        "Choose another port, unless that service never runs on the same computer.",
        "Choisissez un autre port, sauf si ce service ne s'exécute jamais sur le même ordinateur.",
    ),
);

static DYNAMIC: Code = Code::warning(
    "PortDynamic",
    Text::new(
        "Port {port} is in the range 49152 to 65535, which Windows uses for dynamic ports and Lync for media.",
        "Le port {port} est dans la plage 49152 à 65535, que Windows utilise pour les ports dynamiques et Lync pour les flux multimédias.",
    ),
    Text::new(
        "Another program may use it when the application starts; choose a lower port.",
        "Un autre programme peut l'utiliser au démarrage de l'application ; choisissez un port inférieur.",
    ),
);

/// Ports in use, in order, with their service in English and in French.
const TAKEN: &[(u16, &str, &str)] = &[
    (25, "the Exchange transport (SMTP)", "le transport d'Exchange (SMTP)"), // E
    (80, "the web server (HTTP)", "le serveur web (HTTP)"),                  // S, E
    (110, "Exchange POP3", "le service POP3 d'Exchange"),                    // E
    (135, "the Windows RPC endpoint mapper", "le mappeur de points de terminaison RPC"), // S, W
    (143, "Exchange IMAP4", "le service IMAP4 d'Exchange"),                  // E
    (443, "the web server (HTTPS)", "le serveur web (HTTPS)"),               // S, E
    (444, "the Lync Front End (conferences)", "le serveur frontal Lync (conférences)"), // S
    (445, "Windows file sharing (SMB)", "le partage de fichiers de Windows (SMB)"), // S, W
    (448, "the Lync Bandwidth Policy service", "la stratégie de bande passante de Lync"), // S
    (587, "the Exchange transport (mail clients)", "le transport d'Exchange (clients)"), // E
    (881, "Lync Persistent Chat", "la conversation permanente de Lync"),     // S
    (993, "Exchange IMAP4 over TLS", "le service IMAP4 d'Exchange sur TLS"), // E
    (995, "Exchange POP3 over TLS", "le service POP3 d'Exchange sur TLS"),   // E
    (4443, "the external web services of Lync", "les services web externes de Lync"), // S
    (5041, "Lync Persistent Chat (SIP)", "la conversation permanente de Lync (SIP)"), // S
    (5060, "SIP (Lync Front End, UM Call Router)", "SIP (frontal Lync, routeur d'appels UM)"), // S, U
    (5061, "SIP over TLS (Lync Front End, UM Call Router)", "SIP sur TLS (frontal Lync, routeur d'appels UM)"), // S, U
    (5062, "Lync IM conferencing and Exchange UM", "la conférence par MI de Lync et la messagerie unifiée"), // S, U
    (5063, "Lync A/V conferencing and Exchange UM", "la conférence A/V de Lync et la messagerie unifiée"), // S, U
    (5064, "the Lync Conferencing Attendant", "le standard de conférence de Lync"), // S
    (5065, "Lync application sharing and Exchange UM", "le partage d'applications de Lync et la messagerie unifiée"), // S, U
    (5066, "the Lync E9-1-1 gateway and Exchange UM", "la passerelle E9-1-1 de Lync et la messagerie unifiée"), // S, U
    (5067, "the Lync Mediation service and Exchange UM", "le service de médiation de Lync et la messagerie unifiée"), // S, U
    (5068, "the Lync Mediation service and Exchange UM", "le service de médiation de Lync et la messagerie unifiée"), // S, U
    (5070, "the Lync Mediation service", "le service de médiation de Lync"), // S
    (5071, "the Lync Response Group service", "le service Response Group de Lync"), // S
    (5072, "the Lync Conferencing Attendant", "le standard de conférence de Lync"), // S
    (5073, "Lync conferencing announcements", "les annonces de conférence de Lync"), // S
    (5075, "the Lync Call Park service", "le service de parcage d'appels de Lync"), // S
    (5076, "the Lync Audio Test service", "le service de test audio de Lync"), // S
    (5080, "the Lync Bandwidth Policy service", "la stratégie de bande passante de Lync"), // S
    (5081, "the Lync Mediation service (to gateways)", "le service de médiation de Lync (vers les passerelles)"), // S
    (5082, "the Lync Mediation service (to gateways)", "le service de médiation de Lync (vers les passerelles)"), // S
    (5086, "the Lync Mobility service", "le service de mobilité de Lync"),   // S
    (5087, "the Lync Mobility service", "le service de mobilité de Lync"),   // S
    (5985, "Windows remote management (WinRM)", "la gestion à distance de Windows (WinRM)"), // M
    (5986, "Windows remote management (WinRM, HTTPS)", "la gestion à distance de Windows (WinRM, HTTPS)"), // M
    (8057, "Lync web conferencing", "la conférence web de Lync"),            // S
    (8058, "Lync web conferencing (old clients)", "la conférence web de Lync (anciens clients)"), // S
    (8060, "the Lync web components", "les composants web de Lync"),         // S
    (8061, "the Lync web components", "les composants web de Lync"),         // S
    (8080, "the external web components of Lync", "les composants web externes de Lync"), // S
    (8404, "the Lync Response Group service", "le service Response Group de Lync"), // S
];

/// Port numbers.
pub(super) static KIND: Kind = Kind {
    name: "Port",
    read: |value, problems| {
        let sanitized = Sanitized::read(value, &INVISIBLE, problems)?;
        read(&sanitized, problems).map(|port| port.to_string())
    },
    #[cfg(test)]
    codes: &[&[&NOT_NUMBER, &RANGE, &LEADING_ZERO, &TAKEN_BY, &DYNAMIC]],
    #[cfg(test)]
    cases: tests::CASES,
};

fn read(sanitized: &Sanitized, problems: &mut Problems) -> Option<u16> {
    let text = sanitized.text();
    if let Some((at, c)) = text.char_indices().find(|(_, c)| !c.is_ascii_digit()) {
        let problem = Problem::new(&NOT_NUMBER).with("character", shown_char(c));
        return problems.refuse(problem.with("position", sanitized.position(at)));
    }
    let Some(port) = number(text) else {
        return problems.refuse(Problem::new(&RANGE).with("value", shown(text)));
    };
    if text.starts_with('0') {
        problems.note(Problem::new(&LEADING_ZERO));
    }
    if port >= FIRST_DYNAMIC {
        problems.note(Problem::new(&DYNAMIC).with("port", port));
    }
    if let Ok(found) = TAKEN.binary_search_by_key(&port, |(port, ..)| *port) {
        let (_, en, fr) = TAKEN[found];
        problems.note(Problem::new(&TAKEN_BY).with("port", port).with_text("service", Text::new(en, fr)));
    }
    Some(port)
}

/// A port from decimal digits, if it is one.
pub(super) fn number(digits: &str) -> Option<u16> {
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|port| is_number && *port > 0)
}

#[cfg(test)]
mod tests {
    use super::TAKEN;
    use crate::l10n::Culture;
    use crate::value::Kind;
    use crate::value::tests::Case;

    pub(super) const CASES: &[Case] = &[
        // The port of the documents, and those of the cmdlet's page.
        ("5199", Some("5199"), &[]),
        ("6000", Some("6000"), &[]),
        ("1", Some("1"), &[]),
        (" 5199 ", Some("5199"), &["BlanksAround"]),
        ("5199\u{200e}", Some("5199"), &["InvisibleCharacter"]),
        ("0", None, &["PortRange"]),
        ("65536", None, &["PortRange"]),
        ("99999999999999999999999999", None, &["PortRange"]),
        ("65535", Some("65535"), &["PortDynamic"]),
        ("49152", Some("49152"), &["PortDynamic"]),
        ("49151", Some("49151"), &[]),
        ("05199", Some("5199"), &["PortLeadingZero"]),
        ("-1", None, &["PortNotNumber"]),
        ("+5199", None, &["PortNotNumber"]),
        ("5199.0", None, &["PortNotNumber"]),
        ("5 199", None, &["PortNotNumber"]),
        ("0x144F", None, &["PortNotNumber"]),
        ("tcp/5199", None, &["PortNotNumber"]),
        ("٥١٩٩", None, &["PortNotNumber"]),
        ("5060", Some("5060"), &["PortTaken"]),
        ("5061", Some("5061"), &["PortTaken"]),
        ("5062", Some("5062"), &["PortTaken"]),
        ("5068", Some("5068"), &["PortTaken"]),
        ("5069", Some("5069"), &[]),
        ("5075", Some("5075"), &["PortTaken"]),
        ("8057", Some("8057"), &["PortTaken"]),
        ("443", Some("443"), &["PortTaken"]),
        ("00443", Some("443"), &["PortLeadingZero", "PortTaken"]),
        ("", None, &["ValueEmpty"]),
    ];

    #[test]
    fn the_table_is_in_order_and_speaks_both_languages() {
        assert!(TAKEN.is_sorted_by(|left, right| left.0 < right.0));
        for (port, en, fr) in TAKEN {
            assert!(!en.is_empty() && !fr.is_empty() && en != fr, "{port}");
        }
    }

    #[test]
    fn the_service_is_named() {
        let message = Kind::find("port").unwrap().check("5075").problems[0].message(Culture::En);
        assert_eq!(message, "Port 5075 is used by the Lync Call Park service.");
    }
}
