//! The two addresses that Lync and Exchange must know of each other: the Autodiscover service and the
//! authentication metadata. Must not fetch them.
//!
//! Sources: rules AUTOD-SCP-URI, AUTOD-OAUTH-URL, PARTNER-LYNC-IN-EX, PARTNER-EX-IN-LYNC and
//! PARTNER-METADATA-REACHABLE; the Lync 2013 page on prerequisites for the integration, lines 68 to 85 (the `.svc`
//! address for Lync, not the `.xml` one). The typing error `metadata/jason/1` is printed on public pages. IIS
//! compares paths without case; the normalised form is that of the documents.

use super::Kind;
use super::problem::{Code, Problem, Problems};
use super::shown::shown;
use super::url::Url;
use crate::l10n::Text;

const AUTODISCOVER_SVC: &str = "/autodiscover/autodiscover.svc";
const AUTODISCOVER_XML: &str = "/autodiscover/autodiscover.xml";
const METADATA_LYNC: &str = "/metadata/json/1";
const METADATA_EXCHANGE: &str = "/autodiscover/metadata/json/1";

static HTTPS_NEEDED: Code = Code::error(
    "UrlHttpsNeeded",
    Text::new("This address must begin with https://.", "Cette adresse doit commencer par https://."),
    Text::new(
        "Servers authenticate each other by certificates here, which http does not support.",
        "Les serveurs s'authentifient ici mutuellement par certificats, ce que http ne prend pas en charge.",
    ),
);

static PORT: Code = Code::warning(
    "UrlPort",
    Text::new(
        "The address specifies port {port}; the documented address has no port.",
        "L'adresse indique le port {port} ; l'adresse documentée n'a pas de port.",
    ),
    Text::new(
        "Omit the port, unless the service uses that port on purpose.",
        "Omettez le port, sauf si le service utilise délibérément ce port.",
    ),
);

static EXTRA: Code = Code::error(
    "UrlExtra",
    Text::new(
        "The address has a query string (?) or a fragment (#), which this service does not accept.",
        "L'adresse contient une chaîne de requête (?) ou un fragment (#), que ce service n'accepte pas.",
    ),
    Text::new("The address ends with its path: {url}.", "L'adresse se termine par son chemin : {url}."),
);

static XML: Code = Code::warning(
    "AutodiscoverXml",
    Text::new(
        "This is the address for Outlook (autodiscover.xml), which AutoDiscoverServiceInternalUri uses. Lync needs the address that ends in autodiscover.svc.",
        "C'est l'adresse destinée à Outlook (autodiscover.xml), qu'utilise AutoDiscoverServiceInternalUri. Lync a besoin de celle qui se termine par autodiscover.svc.",
    ),
    Text::new("For Set-CsOAuthConfiguration, use {url}.", "Pour Set-CsOAuthConfiguration, utilisez {url}."),
);

static AUTODISCOVER_PATH: Code = Code::error(
    "AutodiscoverPath",
    Text::new(
        "'{path}' is not the path of the Autodiscover service.",
        "« {path} » n'est pas le chemin du service de découverte automatique.",
    ),
    Text::new("The address for Lync is {url}.", "L'adresse pour Lync est {url}."),
);

static JASON: Code = Code::error(
    "MetadataJason",
    Text::new(
        "The path contains jason instead of json, a typing error in the documentation.",
        "Le chemin contient jason au lieu de json, une faute de frappe de la documentation.",
    ),
    Text::new("The address is {url}.", "L'adresse est {url}."),
);

static METADATA_PATH: Code = Code::error(
    "MetadataPath",
    Text::new(
        "'{path}' is not the path of the authentication metadata.",
        "« {path} » n'est pas le chemin des métadonnées d'authentification.",
    ),
    Text::new(
        "Lync publishes them at {lync}, Exchange at {exchange}.",
        "Lync les publie à l'adresse {lync}, Exchange à l'adresse {exchange}.",
    ),
);

static METADATA_HOST: Code = Code::warning(
    "MetadataAutodiscoverHost",
    Text::new(
        "This is the path of the Lync metadata on an Autodiscover host, as one page of the documentation states. Exchange has another path.",
        "C'est le chemin des métadonnées de Lync sur un hôte de découverte automatique, tel que l'indique une page de la documentation. Exchange a un autre chemin.",
    ),
    Text::new("For Exchange, use {url}.", "Pour Exchange, utilisez {url}."),
);

/// Addresses of the Autodiscover service.
pub(super) static AUTODISCOVER: Kind = Kind {
    name: "AutodiscoverUrl",
    read: |value, problems| service(value, autodiscover_path, problems),
    #[cfg(test)]
    codes: &[&[&HTTPS_NEEDED, &PORT, &EXTRA, &XML, &AUTODISCOVER_PATH], super::url::CODES, super::fqdn::CODES],
    #[cfg(test)]
    cases: tests::AUTODISCOVER,
};

/// Addresses of authentication metadata.
pub(super) static METADATA: Kind = Kind {
    name: "MetadataUrl",
    read: |value, problems| service(value, metadata_path, problems),
    #[cfg(test)]
    codes: &[
        &[&JASON, &METADATA_PATH, &METADATA_HOST, &HTTPS_NEEDED, &PORT, &EXTRA],
        super::url::CODES,
        super::fqdn::CODES,
    ],
    #[cfg(test)]
    cases: tests::METADATA,
};

/// Finds the documented path that an address has, in its documented spelling.
type PathOf = fn(&Url, &mut Problems) -> Option<&'static str>;

fn service(value: &str, path_of: PathOf, problems: &mut Problems) -> Option<String> {
    let url = Url::read(value, problems)?;
    if !url.secure {
        problems.note(Problem::new(&HTTPS_NEEDED));
    }
    if let Some(port) = url.port {
        problems.note(Problem::new(&PORT).with("port", port));
    }
    let path = path_of(&url, problems)?;
    if url.query.is_some() || url.fragment {
        problems.note(Problem::new(&EXTRA).with("url", at(&url, path)));
    }
    Some(at(&url, path))
}

/// The secure address of another path on the same server.
fn at(url: &Url, path: &str) -> String {
    let port = url.port.map(|port| format!(":{port}")).unwrap_or_default();
    format!("https://{}{port}{path}", url.host.as_str())
}

fn autodiscover_path(url: &Url, problems: &mut Problems) -> Option<&'static str> {
    let svc = at(url, AUTODISCOVER_SVC);
    if url.path.eq_ignore_ascii_case(AUTODISCOVER_SVC) {
        return Some(AUTODISCOVER_SVC);
    }
    if url.path.eq_ignore_ascii_case(AUTODISCOVER_XML) {
        problems.note(Problem::new(&XML).with("url", svc));
        return Some(AUTODISCOVER_XML);
    }
    problems.refuse(Problem::new(&AUTODISCOVER_PATH).with("path", shown(&url.path)).with("url", svc))
}

fn metadata_path(url: &Url, problems: &mut Problems) -> Option<&'static str> {
    let path = url.path.to_ascii_lowercase();
    let known =
        [METADATA_LYNC, METADATA_EXCHANGE].into_iter().find(|known| path.replace("/jason/", "/json/") == *known);
    let Some(known) = known else {
        let problem = Problem::new(&METADATA_PATH).with("path", shown(&url.path));
        let problem = problem.with("lync", at(url, METADATA_LYNC)).with("exchange", at(url, METADATA_EXCHANGE));
        return problems.refuse(problem);
    };
    if path != known {
        return problems.refuse(Problem::new(&JASON).with("url", at(url, known)));
    }
    if known == METADATA_LYNC && url.host.as_str().starts_with("autodiscover.") {
        problems.note(Problem::new(&METADATA_HOST).with("url", at(url, METADATA_EXCHANGE)));
    }
    Some(known)
}

#[cfg(test)]
mod tests {
    use crate::l10n::Culture;
    use crate::value::Kind;
    use crate::value::tests::Case;

    const SVC: Option<&str> = Some("https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc");
    const XML: Option<&str> = Some("https://autodiscover.litwareinc.com/autodiscover/autodiscover.xml");
    const LYNC: Option<&str> = Some("https://atl-cs-001.litwareinc.com/metadata/json/1");
    const EXCHANGE: Option<&str> = Some("https://autodiscover.litwareinc.com/autodiscover/metadata/json/1");

    pub(super) const AUTODISCOVER: &[Case] = &[
        ("https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc", SVC, &[]),
        ("https://Autodiscover.litwareinc.com/Autodiscover/Autodiscover.svc", SVC, &[]),
        (
            "https://mail.example.com/autodiscover/autodiscover.svc",
            Some("https://mail.example.com/autodiscover/autodiscover.svc"),
            &[],
        ),
        ("https://autodiscover.litwareinc.com/autodiscover/autodiscover.xml", XML, &["AutodiscoverXml"]),
        ("https://autodiscover.litwareinc.com:443/autodiscover/autodiscover.svc", SVC, &["UrlPortDefault"]),
        (
            "https://autodiscover.litwareinc.com:444/autodiscover/autodiscover.svc",
            Some("https://autodiscover.litwareinc.com:444/autodiscover/autodiscover.svc"),
            &["UrlPort"],
        ),
        ("http://autodiscover.litwareinc.com/autodiscover/autodiscover.svc", None, &["UrlHttpsNeeded"]),
        ("https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc?wsdl", None, &["UrlExtra"]),
        ("https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc#x", None, &["UrlExtra"]),
        ("https://autodiscover.litwareinc.com/autodiscover", None, &["AutodiscoverPath"]),
        ("https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc/", None, &["AutodiscoverPath"]),
        ("https://autodiscover.litwareinc.com/autodiscover/metadata/json/1", None, &["AutodiscoverPath"]),
        // The French page prints the name of the file with a blank in it.
        ("https://autodiscover.litwareinc.com/autodiscover/autodiscover. svc", None, &["UrlCharacter"]),
        ("autodiscover.litwareinc.com/autodiscover/autodiscover.svc", None, &["UrlSchemeMissing"]),
        ("https://10.0.0.1/autodiscover/autodiscover.svc", None, &["FqdnIpAddress"]),
        ("", None, &["ValueEmpty"]),
    ];

    pub(super) const METADATA: &[Case] = &[
        ("https://atl-cs-001.litwareinc.com/metadata/json/1", LYNC, &[]),
        ("https://atl-cs-001.litwareinc.com/Metadata/JSON/1", LYNC, &[]),
        ("https://autodiscover.litwareinc.com/autodiscover/metadata/json/1", EXCHANGE, &[]),
        ("https://atl-cs-001.litwareinc.com/metadata/jason/1", None, &["MetadataJason"]),
        ("https://autodiscover.litwareinc.com/autodiscover/metadata/jason/1", None, &["MetadataJason"]),
        ("https://jason.litwareinc.com/metadata/json/1", Some("https://jason.litwareinc.com/metadata/json/1"), &[]),
        // The example of New-CsPartnerApplication, against the guides.
        (
            "https://autodiscover.litwareinc.com/metadata/json/1",
            Some("https://autodiscover.litwareinc.com/metadata/json/1"),
            &["MetadataAutodiscoverHost"],
        ),
        ("https://atl-cs-001.litwareinc.com/metadata/json", None, &["MetadataPath"]),
        ("https://atl-cs-001.litwareinc.com/metadata/json/1/", None, &["MetadataPath"]),
        ("https://atl-cs-001.litwareinc.com/metadata/json/2", None, &["MetadataPath"]),
        ("http://atl-cs-001.litwareinc.com/metadata/json/1", None, &["UrlHttpsNeeded"]),
        (
            "https://atl-cs-001.litwareinc.com:4443/metadata/json/1",
            Some("https://atl-cs-001.litwareinc.com:4443/metadata/json/1"),
            &["UrlPort"],
        ),
        ("https://atl-cs-001.litwareinc.com/metadata/json/1?x", None, &["UrlExtra"]),
        ("", None, &["ValueEmpty"]),
    ];

    #[test]
    fn hints_give_the_whole_address() {
        let hint =
            |kind: &str, value: &str| Kind::find(kind).unwrap().check(value).problems[0].hint(Culture::En).unwrap();
        let svc = SVC.unwrap();
        assert!(hint("AutodiscoverUrl", XML.unwrap()).ends_with(&format!("use {svc}.")));
        assert!(hint("AutodiscoverUrl", "https://autodiscover.litwareinc.com/").contains(svc));
        let jason = hint("MetadataUrl", "https://atl-cs-001.litwareinc.com/metadata/jason/1");
        assert_eq!(jason, format!("The address is {}.", LYNC.unwrap()));
    }
}
