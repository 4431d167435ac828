//! OWA-CERT-KEY, UMCERT-KEY, EX-AUTH-CERT-KEY, OAUTH-CERT-KEY: the key of each certificate in use is one that the products
//! can use and may rely on. One rule for each use.

use super::base::of_use;
use crate::certificate::signature_fault;
use crate::rules::fixes::{im_settings, um_certificate};
use crate::rules::model::rule::ServerFix;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::in_use::{self, Use, Used};
use crate::rules::topology::certificates::strength::BITS;
use crate::rules::topology::im::defects::CNG;

/// One for each use, in the order of [`METADATA`].
pub(crate) static RULES: [Rule; 4] = [
    Rule::new(&METADATA[0], |context, findings| check(context, findings, Use::OwaIm)).with_fixes(),
    Rule::new(&METADATA[1], |context, findings| check(context, findings, Use::UnifiedMessaging)).with_fixes(),
    Rule::new(&METADATA[2], |context, findings| check(context, findings, Use::Auth)),
    Rule::new(&METADATA[3], |context, findings| check(context, findings, Use::Issuer)),
];

/// What the rules have in common.
const KEY: Metadata = Metadata {
    explanation: Text::new(
        "The products open the private key through the older interface of Windows (CryptoAPI). They cannot use a key of a Cryptography Next Generation (CNG) provider: the certificate looks valid everywhere, and every connection fails. A key of less than 2048 bits or a weak hash in the signature causes a warning where no other rule requires more.",
        "Les produits ouvrent la clé privée par l'ancienne interface de Windows (CryptoAPI). Ils ne peuvent pas utiliser la clé d'un fournisseur CNG (Cryptography Next Generation) : le certificat paraît valide partout, et toute connexion échoue. Une clé de moins de 2048 bits ou un hachage faible dans la signature provoque un avertissement là où aucune autre règle n'exige davantage.",
    ),
    remedy: Text::new(
        "Request the certificate with a legacy template (Windows Server 2003), or import it again from a .pfx file into the provider Microsoft RSA SChannel Cryptographic Provider (certutil -csp). Use a key of 2048 bits and a signature with SHA-256.",
        "Demandez le certificat avec un ancien modèle (Windows Server 2003), ou réimportez-le à partir d'un fichier .pfx dans le fournisseur Microsoft RSA SChannel Cryptographic Provider (certutil -csp). Utilisez une clé de 2048 bits et une signature SHA-256.",
    ),
    interpretation: Some(Text::new(
        "The documentation does not mention providers. That Exchange 2013 to 2019 and UCMA cannot use CNG keys comes from reports of administrators. 2048 bits are documented for server-to-server authentication; other uses are warned of.",
        "La documentation ne mentionne pas les fournisseurs. Qu'Exchange 2013 à 2019 et UCMA ne puissent pas utiliser de clés CNG vient de rapports d'administrateurs. 2048 bits sont documentés pour l'authentification de serveur à serveur ; pour les autres usages, c'est un avertissement.",
    )),
    ..super::BASE
};

static METADATA: [Metadata; 4] = [
    Metadata {
        id: "OWA-CERT-KEY",
        roles: &[Role::ExchangeBackEnd],
        title: Text::new(
            "Exchange can use the key of the certificate of Outlook on the web",
            "Exchange peut utiliser la clé du certificat d'Outlook sur le web",
        ),
        sources: &[Source::seed("000", "79"), Source::page("troubleshooting-owa-protocol-dep-health-set.md")],
        needs: &[
            &exchange_sections::CERTIFICATES,
            &exchange_sections::SERVERS,
            &exchange_sections::SETTING_OVERRIDES,
            &machine_sections::CERTIFICATES,
            &machine_sections::WEB_CONFIGS,
        ],
        optional: &[&machine_sections::WEB_CONFIGS, &exchange_sections::SETTING_OVERRIDES],
        ..of_use(Use::OwaIm, &KEY)
    },
    Metadata {
        id: "UMCERT-KEY",
        roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd],
        title: Text::new(
            "Exchange can use the keys of the certificates of unified messaging",
            "Exchange peut utiliser les clés des certificats de la messagerie unifiée",
        ),
        sources: &[Source::page("create-certificates-for-um-exchange-2013-help.md")],
        after: &["UM-STARTUP-DUAL"],
        needs: &[&exchange_sections::SERVERS, &exchange_sections::CERTIFICATES, &machine_sections::CERTIFICATES],
        ..of_use(Use::UnifiedMessaging, &KEY)
    },
    Metadata {
        id: "EX-AUTH-CERT-KEY",
        roles: &[Role::ExchangeBackEnd],
        title: Text::new(
            "Exchange can use the key of its authentication certificate",
            "Exchange peut utiliser la clé de son certificat d'authentification",
        ),
        sources: &[Source::page("integration-with-sharepoint-and-lync-exchange-2013-help.md")],
        needs: &[
            &exchange_sections::SERVERS,
            &exchange_sections::AUTH_CONFIG,
            &exchange_sections::CERTIFICATES,
            &machine_sections::CERTIFICATES,
        ],
        ..of_use(Use::Auth, &KEY)
    },
    Metadata {
        id: "OAUTH-CERT-KEY",
        roles: &[Role::LyncFrontEnd],
        title: Text::new(
            "Lync can use the key of the OAuthTokenIssuer certificate",
            "Lync peut utiliser la clé du certificat OAuthTokenIssuer",
        ),
        sources: &[Source::page(
            "lync-server-2013-assigning-a-server-to-server-authentication-certificate-to-lync-server-2013.md",
        )],
        needs: &[&lync_sections::CERTIFICATES, &lync_sections::POOLS, &machine_sections::CERTIFICATES],
        optional: &[&lync_sections::POOLS],
        ..of_use(Use::Issuer, &KEY)
    },
];

const SHORT: Text = Text::new(
    "The key of the certificate {subject} of {server} has only {size} bits.",
    "La clé du certificat {subject} de {server} n'a que {size} bits.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>, purpose: Use) -> CheckResult {
    let fix: Option<ServerFix> = match purpose {
        Use::OwaIm => Some(im_settings::fix),
        Use::UnifiedMessaging => Some(um_certificate::fix),
        Use::Auth | Use::Issuer | Use::Edge => None,
    };
    in_use::each(context, purpose, findings, fix, &|target, used, findings| {
        judge(context, purpose, target, used, findings)
    })
}

fn judge<'a>(
    context: &Context<'a>,
    purpose: Use,
    target: &Target,
    used: &[Used],
    findings: &mut Findings<'a>,
) -> CheckResult {
    let (mut evidence, mut is_good) = (Vec::new(), true);
    for one in used {
        let missing = || Missing::not_collected(&machine_sections::CERTIFICATES).on(one.host.name());
        let Some(stored) = one.in_store(context) else {
            context.estate.on(&one.host, &machine_sections::CERTIFICATES, |machine| &machine.certificates)?;
            return Err(missing());
        };
        let size = stored.public_key_size.or(one.public_key_size);
        let shown = || {
            vec![
                one.evidence("Thumbprint", Some(&one.thumbprint)),
                Evidence::actual("CNG", stored.is_cng_key.map(|is_cng| is_cng.to_string())).from(stored),
                Evidence::actual("PublicKeySize", size.map(|size| size.to_string())).from(stored),
                Evidence::actual("SignatureAlgorithm", stored.signature_algorithm.as_deref()).from(stored),
                Evidence::actual("Template", stored.template.as_deref()).from(stored),
            ]
        };
        let mut args = args! { server: one.host.name(), subject: one.subject };
        // Where there is no key, that is another fault.
        if stored.has_private_key != Some(false) && stored.is_cng_key.ok_or_else(missing)? {
            findings.fail(target.clone(), CNG, args.clone(), shown());
            is_good = false;
        }
        let is_short = purpose != Use::Issuer && size.is_some_and(|size| size < BITS);
        if is_short {
            args.extend(args! { size: size.unwrap_or_default() });
            warn(findings, target, SHORT, args.clone(), shown());
            is_good = false;
        }
        // The hash of certificates for tokens is what PRE-S2S-CERTS-ASSIGNED warns of.
        let is_for_tls = matches!(purpose, Use::OwaIm | Use::UnifiedMessaging);
        let algorithm = stored.signature_algorithm.as_deref().filter(|name| is_for_tls && !name.is_empty());
        if let Some(fault) = algorithm.and_then(signature_fault) {
            warn(findings, target, fault, args! { algorithm: algorithm.unwrap_or_default() }, shown());
            is_good = false;
        }
        evidence.extend(shown());
    }
    if is_good {
        findings.pass(target.clone(), evidence);
    }
    Ok(())
}

/// What may be relied on less is for a person: another certificate that is there need not be better.
fn warn(
    findings: &mut Findings<'_>,
    target: &Target,
    text: Text,
    args: Vec<(&'static str, String)>,
    evidence: Vec<Evidence>,
) {
    findings.fail(target.clone(), text, args, evidence).without_fix().with_severity(Severity::Warning);
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_oauth::{AUTH, ISSUER, front_end};
    use serde_json::{Value, json};

    const SERVER: &str = "ex01.contoso.com";
    const STORED: &str = "/machine/certificates/values/0";
    const AUTH_STORED: &str = "/machine/certificates/values/2";
    const FITTING: &str = "BB";

    /// A second certificate of the server that does, in both lists.
    fn with_another(case: Case) -> Case {
        let listed = json!({
            "server": "EX01", "thumbprint": FITTING.repeat(20), "subject": "CN=ex01.contoso.com", "domains": [SERVER],
            "services": ["IIS"], "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2027-06-01T00:00:00Z",
            "hasPrivateKey": true, "isSelfSigned": false, "status": "Valid",
        });
        let stored =
            json!({ "store": "My", "thumbprint": FITTING.repeat(20), "hasPrivateKey": true, "isCngKey": false });
        case.set("/exchange/certificates/values/1", listed).set("/machine/certificates/values/2", stored)
    }

    /// The Front End server with another value in the certificate for tokens.
    fn issuer(property: &str, value: Value) -> Case {
        let mut machine = front_end(2048, true);
        machine["certificates"]["values"][0][property] = value;
        oauth(&RULES[3]).lync_machine(machine)
    }

    #[test]
    fn a_key_that_the_products_can_open_passes() {
        for case in [exchange_2013(&RULES[0]), exchange_2016(&RULES[0]), unified_messaging(&RULES[1])] {
            case.passes(SERVER);
        }
        oauth(&RULES[2]).passes(AUTH);
        oauth(&RULES[3]).passes(ISSUER);
    }

    #[test]
    fn a_key_of_a_cng_provider_is_an_error_everywhere() {
        let cng = |case: Case, place: &str| case.set(&format!("{place}/isCngKey"), true);
        for case in [exchange_2013(&RULES[0]), exchange_2016(&RULES[0]), unified_messaging(&RULES[1])] {
            let case = cng(case, STORED).fails(SERVER).severity(Severity::Error).says(&["CNG"]);
            case.not_fixed();
        }
        cng(oauth(&RULES[2]), AUTH_STORED).fails(AUTH).severity(Severity::Error).not_fixed();
        issuer("isCngKey", json!(true)).fails(ISSUER).severity(Severity::Error).not_fixed();
    }

    #[test]
    fn a_certificate_with_such_a_key_is_never_chosen_and_another_one_takes_its_place() {
        let cng = |case: Case| with_another(case).set(&format!("{STORED}/isCngKey"), true).fails(SERVER);
        let other = FITTING.repeat(20);
        cng(exchange_2013(&RULES[0])).fixed_by(&format!("Web.config IMCertificateThumbprint={other}"));
        cng(exchange_2016(&RULES[0])).fixed_by_part(&format!("IMCertificateThumbprint={other}]"));
        cng(unified_messaging(&RULES[1])).fixed_by_part(&format!("-Thumbprint {other}"));
        let asked = Settings { thumbprint: Some(other), ..Settings::default() };
        let case = with_another(exchange_2013(&RULES[0])).set("/machine/certificates/values/2/isCngKey", true);
        case.asking(asked).sample().expect_steps("OWA-IM-THUMBPRINT", &[]);
    }

    #[test]
    fn of_two_that_do_the_one_with_a_strong_key_and_signature_is_chosen() {
        let (strong, weak) = (FITTING.repeat(20), "CC".repeat(20));
        let cases = [
            (exchange_2013(&RULES[0]), format!("Web.config IMCertificateThumbprint={strong}")),
            (exchange_2016(&RULES[0]), format!("IMCertificateThumbprint={strong}]")),
            (unified_messaging(&RULES[1]), format!("-Thumbprint {strong}")),
        ];
        for (property, value) in [("signatureAlgorithm", json!("sha1RSA")), ("publicKeySize", json!(1024))] {
            for (case, chosen) in &cases {
                let case = with_another(case.clone()).set(&format!("{STORED}/isCngKey"), true);
                // It is valid longer than the other one.
                let listed = json!({
                    "server": "EX01", "thumbprint": weak, "subject": "CN=ex01.contoso.com", "domains": [SERVER],
                    "services": ["IIS"], "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2029-06-01T00:00:00Z",
                    "hasPrivateKey": true, "isSelfSigned": false, "status": "Valid",
                });
                let mut stored = json!({ "store": "My", "thumbprint": weak, "hasPrivateKey": true, "isCngKey": false });
                stored[property] = value.clone();
                let case = case.set("/exchange/certificates/values/2", listed);
                case.set("/machine/certificates/values/3", stored).fails(SERVER).fixed_by_part(chosen);
            }
        }
    }

    #[test]
    fn a_certificate_is_enabled_after_the_mode_in_which_a_service_takes_one() {
        assert!(RULES[1].metadata.after.contains(&"UM-STARTUP-DUAL"), "a service in mode TCP takes none");
    }

    #[test]
    fn a_short_key_and_a_weak_hash_are_warnings_where_no_other_rule_tells_them() {
        for (property, value, said) in [
            ("publicKeySize", json!(2047), "2047 bits"),
            ("publicKeySize", json!(1024), "1024 bits"),
            ("signatureAlgorithm", json!("sha1RSA"), "sha1RSA"),
            ("signatureAlgorithm", json!("md5RSA"), "md5RSA"),
        ] {
            let place = format!("{STORED}/{property}");
            for case in [exchange_2013(&RULES[0]), unified_messaging(&RULES[1])] {
                let case = case.set(&place, value.clone()).fails(SERVER);
                case.severity(Severity::Warning).says(&[said]).not_fixed();
            }
            issuer(property, value).passes(ISSUER);
        }
        for size in [2048, 4096] {
            exchange_2013(&RULES[0]).set(&format!("{STORED}/publicKeySize"), size).passes(SERVER);
        }
    }

    #[test]
    fn what_nobody_read_of_a_key_is_unknown() {
        let places = ["/machine/certificates", &format!("{STORED}/isCngKey")];
        exchange_2013(&RULES[0]).unknown_without(SERVER, &places);
        unified_messaging(&RULES[1]).unknown_without(SERVER, &places);
        oauth(&RULES[2]).unknown_without(AUTH, &["/machine/certificates", &format!("{AUTH_STORED}/isCngKey")]);
        issuer("isCngKey", json!(null)).unknown(ISSUER);
        exchange_2013(&RULES[0]).set(&format!("{STORED}/template"), "WebServer").passes(SERVER);
    }
}
