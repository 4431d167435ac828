//! OWA-CERT-EXPIRY, UMCERT-EXPIRY, EX-AUTH-CERT-EXPIRY, OAUTH-CERT-EXPIRY, HYB-EDGE-CERT-EXPIRY: no certificate in use is
//! about to expire. One rule for each use, one table of limits for all of them.

use super::base::of_use;
use crate::certificate::EXPIRES_SOON_SECONDS;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::in_use::{self, Use, Used};
use crate::rules::topology::im::defects::would_do;
use crate::rules::topology::lync::servers::{front_ends, mediation_servers};
use std::collections::BTreeSet;

/// One for each use, in the order of [`METADATA`].
pub(crate) static RULES: [Rule; 5] = [
    Rule::new(&METADATA[0], |context, findings| check(context, findings, Use::OwaIm)),
    Rule::new(&METADATA[1], |context, findings| check(context, findings, Use::UnifiedMessaging)),
    Rule::new(&METADATA[2], |context, findings| check(context, findings, Use::Auth)),
    Rule::new(&METADATA[3], |context, findings| check(context, findings, Use::Issuer)),
    Rule::new(&METADATA[4], |context, findings| check(context, findings, Use::Edge)),
];

/// How many seconds before its end a certificate is told, and how much that matters: the first that holds.
const LIMITS: [(i64, Severity); 2] = [(EXPIRES_SOON_SECONDS, Severity::Warning), (60 * DAY, Severity::Information)];
const DAY: i64 = 24 * 60 * 60;

/// What the rules have in common.
const EXPIRY: Metadata = Metadata {
    explanation: Text::new(
        "A certificate has to be requested, issued and imported before the old one ends, and each renewal has a new thumbprint. It is reported from 60 days before its end as information, from 30 days as a warning, and after it as an error.",
        "Un certificat doit être demandé, émis et importé avant la fin de l'ancien, et chaque renouvellement a une nouvelle empreinte. Il est signalé à partir de 60 jours avant sa fin comme information, à partir de 30 jours comme avertissement, et après sa fin comme erreur.",
    ),
    interpretation: Some(Text::new(
        "The limit of 30 days comes from the event log of Outlook on the web; it is used here for other certificates too. The limit of 60 days is not documented.",
        "La limite de 30 jours vient du journal des événements d'Outlook sur le web ; elle est utilisée ici aussi pour les autres certificats. La limite de 60 jours n'est pas documentée.",
    )),
    ..super::BASE
};

static METADATA: [Metadata; 5] = [
    Metadata {
        id: "OWA-CERT-EXPIRY",
        roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
        title: Text::new(
            "The certificates of instant messaging are not about to expire",
            "Les certificats de la messagerie instantanée ne sont pas sur le point d'expirer",
        ),
        remedy: Text::new(
            "Public certificates live 200 days at most since March 2026, so the thumbprint changes twice a year: plan the renewal. Request a certificate with the same names and import it on the server (Import-ExchangeCertificate). Then create a plan with its thumbprint (-CertificateThumbprint): it changes the existing setting, refreshes and recycles, in that order. Do not create a second setting override. Lync: request a new certificate on the Front End Server and assign it with Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint <thumbprint>.",
            "Depuis mars 2026, les certificats publics vivent 200 jours au plus : l'empreinte change deux fois par an, prévoyez le renouvellement. Demandez un certificat avec les mêmes noms et importez-le sur le serveur (Import-ExchangeCertificate). Créez ensuite un plan avec son empreinte (-CertificateThumbprint) : il modifie le paramètre existant, actualise et recycle, dans cet ordre. Ne créez pas de second remplacement de paramètre. Lync : demandez un nouveau certificat sur le serveur frontal et attribuez-le avec Set-CsCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint <empreinte>.",
        ),
        interpretation: Some(Text::new(
            "The limit of 30 days comes from the event log of Outlook on the web. The limit of 60 days is not documented. The 200 days of public certificates come from reports.",
            "La limite de 30 jours vient du journal des événements d'Outlook sur le web. La limite de 60 jours n'est pas documentée. Les 200 jours des certificats publics viennent de rapports.",
        )),
        symptoms: &[Text::new(
            "The certificate of Outlook on the web is about to expire",
            "Le certificat d'Outlook sur le web va expirer",
        )],
        sources: &[
            Source::page("configure-im-integration-with-owa.md"),
            Source::page("troubleshooting-owa-protocol-dep-health-set.md"),
        ],
        needs: &[
            &exchange_sections::CERTIFICATES,
            &exchange_sections::SERVERS,
            &exchange_sections::SETTING_OVERRIDES,
            &lync_sections::CERTIFICATES,
            &lync_sections::POOLS,
            &machine_sections::WEB_CONFIGS,
        ],
        optional: &[
            &machine_sections::WEB_CONFIGS,
            &exchange_sections::SETTING_OVERRIDES,
            &lync_sections::CERTIFICATES,
            &lync_sections::POOLS,
        ],
        ..of_use(Use::OwaIm, &EXPIRY)
    },
    Metadata {
        id: "UMCERT-EXPIRY",
        roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd, Role::LyncFrontEnd, Role::Mediation],
        title: Text::new(
            "The certificates of unified messaging are not about to expire",
            "Les certificats de la messagerie unifiée ne sont pas sur le point d'expirer",
        ),
        remedy: Text::new(
            "Exchange: import the renewed certificate, then Enable-ExchangeCertificate -Thumbprint <thumbprint> -Services UM,UMCallRouter and restart the services of unified messaging. Lync: request a new certificate and assign it with Set-CsCertificate -Type Default -Thumbprint <thumbprint>.",
            "Exchange : importez le certificat renouvelé, puis Enable-ExchangeCertificate -Thumbprint <empreinte> -Services UM,UMCallRouter et redémarrez les services de messagerie unifiée. Lync : demandez un nouveau certificat et attribuez-le avec Set-CsCertificate -Type Default -Thumbprint <empreinte>.",
        ),
        symptoms: &[Text::new(
            "The certificate of unified messaging is about to expire",
            "Le certificat de la messagerie unifiée va expirer",
        )],
        sources: &[Source::page("create-certificates-for-um-exchange-2013-help.md")],
        needs: &[
            &exchange_sections::SERVERS,
            &exchange_sections::CERTIFICATES,
            &lync_sections::CERTIFICATES,
            &lync_sections::POOLS,
        ],
        optional: &[&lync_sections::CERTIFICATES, &lync_sections::POOLS],
        ..of_use(Use::UnifiedMessaging, &EXPIRY)
    },
    Metadata {
        id: "EX-AUTH-CERT-EXPIRY",
        roles: &[Role::ExchangeBackEnd],
        title: Text::new(
            "The authentication certificate of Exchange is not about to expire",
            "Le certificat d'authentification d'Exchange n'est pas sur le point d'expirer",
        ),
        remedy: Text::new(
            "Prepare the next certificate in time: create it as Exchange Setup does, set it with Set-AuthConfig -NewCertificateThumbprint <thumbprint> -NewCertificateEffectiveDate <date>, and publish it with Set-AuthConfig -PublishCertificate once every server has it. In a hybrid deployment, upload it to the dedicated application too.",
            "Préparez à temps le certificat suivant : créez-le comme le fait l'installation d'Exchange, définissez-le avec Set-AuthConfig -NewCertificateThumbprint <empreinte> -NewCertificateEffectiveDate <date> et publiez-le avec Set-AuthConfig -PublishCertificate une fois que chaque serveur l'a. Dans un déploiement hybride, téléchargez-le aussi vers l'application dédiée.",
        ),
        symptoms: &[Text::new(
            "The Exchange authentication certificate is about to expire",
            "Le certificat d'authentification d'Exchange va expirer",
        )],
        sources: &[Source::page("integration-with-sharepoint-and-lync-exchange-2013-help.md")],
        needs: &[&exchange_sections::SERVERS, &exchange_sections::AUTH_CONFIG, &exchange_sections::CERTIFICATES],
        ..of_use(Use::Auth, &EXPIRY)
    },
    Metadata {
        id: "OAUTH-CERT-EXPIRY",
        roles: &[Role::LyncFrontEnd],
        title: Text::new(
            "The OAuthTokenIssuer certificate of Lync is not about to expire",
            "Le certificat OAuthTokenIssuer de Lync n'est pas sur le point d'expirer",
        ),
        remedy: Text::new(
            "Request a new certificate on one Front End Server (Request-CsCertificate -New -Type OAuthTokenIssuer) and assign it: Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint <thumbprint>. Replication copies it to the others.",
            "Demandez un nouveau certificat sur un serveur frontal (Request-CsCertificate -New -Type OAuthTokenIssuer) et attribuez-le : Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint <empreinte>. La réplication le copie sur les autres.",
        ),
        symptoms: &[Text::new(
            "The OAuthTokenIssuer certificate of Lync is about to expire",
            "Le certificat OAuthTokenIssuer de Lync va expirer",
        )],
        sources: &[Source::page(
            "lync-server-2013-assigning-a-server-to-server-authentication-certificate-to-lync-server-2013.md",
        )],
        needs: &[&lync_sections::CERTIFICATES, &lync_sections::POOLS],
        optional: &[&lync_sections::POOLS],
        ..of_use(Use::Issuer, &EXPIRY)
    },
    Metadata {
        id: "HYB-EDGE-CERT-EXPIRY",
        roles: &[Role::Edge],
        title: Text::new(
            "The certificates of the Edge servers are not about to expire",
            "Les certificats des serveurs Edge ne sont pas sur le point d'expirer",
        ),
        remedy: Text::new(
            "Request a new certificate and assign it on every server of the Edge pool: Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint <thumbprint> for the external side, -Type Internal for the internal one. Federation partners and Exchange Online refuse the connection of an expired certificate.",
            "Demandez un nouveau certificat et attribuez-le sur chaque serveur du pool Edge : Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint <empreinte> pour le côté externe, -Type Internal pour le côté interne. Les partenaires de fédération et Exchange Online refusent la connexion d'un certificat expiré.",
        ),
        symptoms: &[Text::new(
            "A certificate of the Edge server is about to expire",
            "Un certificat du serveur Edge va expirer",
        )],
        sources: &[Source::page(
            "lync-server-2013-configure-the-edge-server-for-integration-with-hosted-exchange-um.md",
        )],
        needs: &[&lync_sections::POOLS, &lync_sections::CERTIFICATES, &machine_sections::CERTIFICATES],
        optional: &[&lync_sections::CERTIFICATES, &machine_sections::CERTIFICATES],
        ..of_use(Use::Edge, &EXPIRY)
    },
];

const SOON: Text = Text::new(
    "The certificate {subject} of {server} ({named}) expires on {end} ({days} days left).",
    "Le certificat {subject} de {server} ({named}) expire le {end} (encore {days} jours).",
);
const RENEWED: Text = Text::new(
    "The certificate {subject} of {server} ({named}) expires on {end} ({days} days left). The certificate {other} on the same server meets the requirements until {later}: request it by its thumbprint.",
    "Le certificat {subject} de {server} ({named}) expire le {end} (encore {days} jours). Le certificat {other} du même serveur remplit les conditions jusqu'au {later} : demandez-le par son empreinte.",
);
const EXPIRED: Text = Text::new(
    "The certificate {subject} of {server} ({named}) expired on {end}.",
    "Le certificat {subject} de {server} ({named}) a expiré le {end}.",
);
const TOLD: Text = Text::new(
    "The certificate {subject} of {server} ({named}) expired on {end}. See {rule}.",
    "Le certificat {subject} de {server} ({named}) a expiré le {end}. Voir {rule}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>, purpose: Use) -> CheckResult {
    let look =
        |target: &Target, used: &[Used], findings: &mut Findings<'a>| judge(context, purpose, target, used, findings);
    in_use::each(context, purpose, findings, None, &look)?;
    // Those of Lync that the servers of Exchange talk to.
    let mut hosts = BTreeSet::new();
    if matches!(purpose, Use::OwaIm | Use::UnifiedMessaging) {
        hosts = front_ends(context).unwrap_or_default();
    }
    if purpose == Use::UnifiedMessaging {
        hosts.extend(mediation_servers(context).unwrap_or_default());
    }
    in_use::each_of_lync(context, &hosts, findings, &look);
    Ok(())
}

fn judge<'a>(
    context: &Context<'a>,
    purpose: Use,
    target: &Target,
    used: &[Used],
    findings: &mut Findings<'a>,
) -> CheckResult {
    let now = context.estate.now;
    let (mut evidence, mut is_good) = (Vec::new(), true);
    let any_valid = used.iter().any(|one| one.not_after.is_some_and(|end| end >= now));
    for one in used {
        let end = one.not_after.ok_or_else(|| one.missing())?;
        let left = end.seconds_after(now);
        let shown =
            || vec![one.evidence("Thumbprint", Some(&one.thumbprint)), one.evidence("NotAfter", Some(end.to_string()))];
        let limit = LIMITS.iter().find(|(seconds, _)| left <= *seconds && !one.is_followed);
        let mut args = args! { server: one.host.name(), subject: one.subject, named: one.named, end, days: left / DAY };
        match (limit, told_by(context, purpose, one)) {
            (None, _) => evidence.extend(shown()),
            (Some(_), Some(rule)) if left < 0 => {
                args.push(("rule", rule.to_owned()));
                findings.not_applicable(target.clone(), TOLD, args);
                is_good = false;
            }
            // Which of those in a store is used is not known; an old one beside others is most likely left over.
            (Some(_), None) if left < 0 && !one.is_assigned && any_valid => evidence.extend(shown()),
            (Some(_), None) if left < 0 => {
                findings.fail(target.clone(), EXPIRED, args, shown()).with_severity(Severity::Error);
                is_good = false;
            }
            (Some(&(_, severity)), _) => {
                let text = renewed(context, purpose, one, &mut args);
                findings.fail(target.clone(), text, args, shown()).with_severity(severity);
                is_good = false;
            }
        }
    }
    if is_good {
        findings.pass(target.clone(), evidence);
    }
    Ok(())
}

/// The rule that says of an expired certificate what has to be done; nothing if there is none.
fn told_by(context: &Context<'_>, purpose: Use, used: &Used) -> Option<&'static str> {
    let is_front_end = || front_ends(context).is_ok_and(|all| all.contains(&used.host));
    match purpose {
        Use::OwaIm => used.is_of_exchange().then_some("OWA-IM-THUMBPRINT"),
        Use::UnifiedMessaging if used.is_of_exchange() => Some("UMCERT-EX-CA"),
        Use::UnifiedMessaging if is_front_end() => Some("UMCERT-LYNC"),
        Use::UnifiedMessaging => Some("UMCERT-EVERYWHERE"),
        Use::Auth => Some("EX-AUTH-CERT"),
        Use::Issuer => Some("PRE-S2S-CERTS-ASSIGNED"),
        Use::Edge => None,
    }
}

/// Adds the certificate that is there already and does for longer, if instant messaging has one.
fn renewed(context: &Context<'_>, purpose: Use, used: &Used, args: &mut Vec<(&'static str, String)>) -> Text {
    let servers = context.estate.servers().unwrap_or_default();
    let Some(server) = servers.iter().find(|server| purpose == Use::OwaIm && server.host == used.host) else {
        return SOON;
    };
    let all = context.estate.certificates_of(&server.host).unwrap_or_default().into_iter();
    let later = all.filter(|one| one.not_after > used.not_after && would_do(context, server, one));
    let Some(best) = later.max_by_key(|one| (one.not_after, &one.thumbprint)) else { return SOON };
    let end = best.not_after.map(|end| end.to_string()).unwrap_or_default();
    args.extend(args! { other: best.thumbprint, later: end });
    RENEWED
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::rules::model::finding::Finding;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_hybrid::edge_certificates;
    use crate::rules::testing::samples_oauth::{AUTH, ISSUER};
    use serde_json::json;

    const SERVER: &str = "ex01.contoso.com";
    const FRONT_END: &str = "fe01.contoso.com";
    const EDGE: &str = "edge01.contoso.com";
    const IM_END: &str = "/exchange/certificates/values/0/notAfter";

    /// Ends of a certificate around each limit, at 2026-03-01T21:00:00Z, with what is said of it.
    const BOUNDARIES: [(&str, Option<Severity>); 6] = [
        ("2026-04-30T21:00:01Z", None),
        ("2026-04-30T21:00:00Z", Some(Severity::Information)),
        ("2026-03-31T21:00:01Z", Some(Severity::Information)),
        ("2026-03-31T21:00:00Z", Some(Severity::Warning)),
        ("2026-03-01T21:00:00Z", Some(Severity::Warning)),
        ("9999-12-31T23:59:59Z", None),
    ];

    /// The place of the end of a certificate in a deployment, what the finding is about, and the rule for what has expired.
    type Place = (Case, &'static str, &'static str, &'static str);

    fn places() -> [Place; 4] {
        [
            (exchange_2013(&RULES[0]), IM_END, SERVER, "OWA-IM-THUMBPRINT"),
            (exchange_2016(&RULES[0]), IM_END, SERVER, "OWA-IM-THUMBPRINT"),
            (oauth(&RULES[2]), "/exchange/certificates/values/1/notAfter", AUTH, "EX-AUTH-CERT"),
            (oauth(&RULES[3]), "/lync/certificates/values/1/notAfter", ISSUER, "PRE-S2S-CERTS-ASSIGNED"),
        ]
    }

    /// Holds a rule to what it finds of one thing, where the Front End server beside it is as it should be.
    #[track_caller]
    fn expect(case: Case, target: &str, status: Status) -> Case {
        let all = [(target, status), (FRONT_END, Status::Pass)];
        case.finds(if target == SERVER { &all } else { &all[..1] })
    }

    #[test]
    fn the_limits_are_the_same_for_every_use() {
        for (case, place, target, _) in places() {
            for (end, severity) in BOUNDARIES {
                let case = case.clone().set(place, end);
                match severity {
                    None => drop(expect(case, target, Status::Pass)),
                    Some(severity) => {
                        let case = expect(case, target, Status::Fail).severity(severity);
                        case.not_fixed().says(&[end]);
                    }
                }
            }
        }
    }

    #[test]
    fn what_has_expired_is_an_error_of_the_rule_that_can_mend_it() {
        for (case, place, target, rule) in places() {
            let case = expect(case.set(place, "2026-03-01T20:59:59Z"), target, Status::NotApplicable);
            let is_error = |one: &Finding<'_>| one.status == Status::Fail && one.severity == Severity::Error;
            assert!(case.sample().findings(rule).iter().any(is_error), "{rule}");
        }
    }

    #[test]
    fn both_sides_of_unified_messaging_are_looked_at() {
        let hosts = ["ex01.contoso.com", "fe01.contoso.com", "med01.contoso.com"];
        let pass = |host| (host, Status::Pass);
        unified_messaging(&RULES[1]).finds(&hosts.map(pass));
        let places = [IM_END, "/lync/certificates/values/0/notAfter", "/lync/certificates/values/1/notAfter"];
        for (host, place) in hosts.into_iter().zip(places) {
            for (end, status) in
                [("2026-04-30T21:00:00Z", Status::Fail), ("2026-02-01T00:00:00Z", Status::NotApplicable)]
            {
                let found = hosts.map(|other| (other, if other == host { status } else { Status::Pass }));
                unified_messaging(&RULES[1]).set(place, end).finds(&found);
            }
        }
    }

    #[test]
    fn a_front_end_server_is_looked_at_for_instant_messaging_too() {
        let ending = |end: &str| exchange_2013(&RULES[0]).set("/lync/certificates/values/0/notAfter", end);
        let found = [(SERVER, Status::Pass), (FRONT_END, Status::Fail)];
        for (end, severity) in [("2026-03-01T20:59:59Z", Severity::Error), ("2026-03-31T21:00:00Z", Severity::Warning)]
        {
            let case = ending(end).finds(&found);
            assert_eq!(case.findings()[1].severity, severity);
        }
        exchange_2013(&RULES[0]).forget("/lync/certificates").passes(SERVER);
    }

    #[test]
    fn an_edge_is_told_by_what_it_uses_or_else_by_its_store() {
        let assigned = |end: &str| json!({ "computer": EDGE, "use": "AccessEdgeExternal", "thumbprint": "DD", "subject": "CN=sip.contoso.com", "notAfter": end });
        hybrid(&RULES[4]).passes(EDGE);
        for (end, severity) in [("2026-02-01T00:00:00Z", Severity::Error), ("2026-03-31T21:00:00Z", Severity::Warning)]
        {
            let case = hybrid(&RULES[4]).set("/lync/certificates/values/1", assigned(end)).fails(EDGE);
            case.severity(severity).says(&["CN=sip.contoso.com", "AccessEdgeExternal"]);
        }
        for (end, severity) in
            [("2026-02-01T00:00:00Z", Severity::Error), ("2026-04-30T21:00:00Z", Severity::Information)]
        {
            let edge = Sample::hybrid_around(edge_certificates(&[("sip", end)]));
            Case::of(&RULES[4], edge).fails(EDGE).severity(severity);
        }
        let old = [("old", "2026-02-01T00:00:00Z"), ("sip", "2026-02-01T00:00:00Z"), ("sip", "2027-01-01T00:00:00Z")];
        Case::of(&RULES[4], Sample::hybrid_around(edge_certificates(&old))).passes(EDGE);
        Case::of(&RULES[4], Sample::hybrid_around(edge_certificates(&[]))).not_applicable_to(EDGE);
        Case::of(&RULES[4], Sample::hybrid_without_edge_facts()).unknown(EDGE);
    }

    #[test]
    fn a_certificate_that_is_followed_in_time_is_not_told() {
        let next = json!({
            "server": "EX01", "thumbprint": "DD", "subject": "CN=Microsoft Exchange Server Auth Certificate",
            "notAfter": "2031-06-01T00:00:00Z", "hasPrivateKey": true, "isSelfSigned": true,
        });
        let config = "/exchange/authConfig/values/0";
        let case = oauth(&RULES[2]).set("/exchange/certificates/values/1/notAfter", "2026-03-20T00:00:00Z");
        let case =
            case.set(&format!("{config}/nextCertificateThumbprint"), "dd").set("/exchange/certificates/values/2", next);
        let both = |current| [(AUTH, current), ("DD", Status::Pass)];
        let case = case.finds(&both(Status::Fail));
        let date = format!("{config}/nextCertificateEffectiveDate");
        case.clone().set(&date, "2026-03-21T00:00:00Z").finds(&both(Status::Fail));
        case.set(&date, "2026-03-15T00:00:00Z").finds(&both(Status::Pass));
    }

    #[test]
    fn a_renewed_certificate_that_is_there_is_named() {
        let second = json!({
            "server": "EX01", "thumbprint": "BB".repeat(20), "subject": "CN=ex01.contoso.com", "domains": [SERVER],
            "services": ["IIS"], "notAfter": "2027-03-01T00:00:00Z",
        });
        for case in [exchange_2013(&RULES[0]), exchange_2016(&RULES[0])] {
            let case = case.set(IM_END, "2026-03-20T00:00:00Z");
            case.clone().ends_with("(18 days left).");
            let case = case.set("/exchange/certificates/values/1", second.clone());
            case.clone().says(&[&"BB".repeat(20), "2027-03-01T00:00:00Z"]);
            case.set("/exchange/certificates/values/1/domains", json!(["mail.contoso.com"]))
                .ends_with("(18 days left).");
        }
    }

    #[test]
    fn an_end_that_nobody_read_is_unknown() {
        for (case, place, target, _) in places() {
            expect(case.forget(place), target, Status::Unknown);
        }
        oauth(&RULES[3]).forget("/lync/certificates/values/1").not_applicable();
    }
}
