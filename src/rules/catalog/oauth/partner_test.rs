//! PARTNER-TEST: Lync reaches a mailbox by a token.

use crate::facts::StorageTest;
use crate::rules::model::finding::{Finding, Status};
use crate::rules::model::target::Side;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::in_scope;
use crate::rules::topology::oauth::autodiscover::{allowed_domains, lync_url};
use crate::rules::topology::oauth::partner::EXCHANGE_VERSIONS;
use crate::rules::topology::oauth::storage_test::Cause;
use crate::rules::topology::users::{Fault, judge};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "PARTNER-TEST",
    roles: &[Role::LyncFrontEnd],
    exchange: EXCHANGE_VERSIONS,
    title: Text::new(
        "Lync accesses the mailbox of a user by server-to-server authentication",
        "Lync accède à la boîte aux lettres d'un utilisateur par l'authentification de serveur à serveur",
    ),
    explanation: Text::new(
        "This test verifies everything before it: certificates, Autodiscover, and partner applications on both sides. It requires a Lync user with a mailbox on Exchange, and an account that is a member of RTC Local User Administrators.",
        "Ce test vérifie tout ce qui précède : certificats, découverte automatique et applications partenaires des deux côtés. Il exige un utilisateur Lync qui a une boîte aux lettres sur Exchange, et un compte membre de RTC Local User Administrators.",
    ),
    remedy: Text::new(
        "In the Lync shell: Test-CsExStorageConnectivity -SipUri sip:<user>@<domain> -DeleteItem -Verbose. Then follow the rules PARTNER-* and AUTOD-*. Test-OAuthConnectivity -Service EWS in the Exchange Management Shell does not help: it tests the connection to Exchange Online, not to Lync.",
        "Dans le shell Lync : Test-CsExStorageConnectivity -SipUri sip:<utilisateur>@<domaine> -DeleteItem -Verbose. Suivez ensuite les règles PARTNER-* et AUTOD-*. Test-OAuthConnectivity -Service EWS dans Exchange Management Shell n'aide pas : il teste la connexion à Exchange Online, et non à Lync.",
    ),
    symptoms: &[
        Text::new(
            "Test-CsExStorageConnectivity fails with 401 Unauthorized",
            "Test-CsExStorageConnectivity échoue avec 401 (Non autorisé)",
        ),
        Text::new(
            "Test-CsExStorageConnectivity fails with 403 Forbidden",
            "Test-CsExStorageConnectivity échoue avec 403 (Interdit)",
        ),
        Text::new(
            "Test-CsExStorageConnectivity fails: the content type does not match the binding, the first 574 bytes",
            "Test-CsExStorageConnectivity échoue : le type de contenu ne correspond pas à la liaison, les 574 premiers octets",
        ),
        Text::new(
            "Test-CsExStorageConnectivity fails after a redirect to the cloud (autodiscover-s.outlook.com)",
            "Test-CsExStorageConnectivity échoue après une redirection vers le cloud (autodiscover-s.outlook.com)",
        ),
        Text::new(
            "Test-CsExStorageConnectivity fails with Access Denied",
            "Test-CsExStorageConnectivity échoue avec Access Denied",
        ),
        Text::new(
            "Test-OAuthConnectivity -Service EWS succeeds and Lync still fails",
            "Test-OAuthConnectivity -Service EWS réussit et Lync échoue toujours",
        ),
    ],
    sources: &[Source::page("configure-partner-applications.md"), Source::page("Test-CsExStorageConnectivity.md")],
    after: &["PARTNER-EX-IN-LYNC", "PARTNER-IISRESET"],
    needs: &[&lync_sections::STORAGE_TESTS, &lync_sections::OAUTH_CONFIGURATION],
    optional: &[&lync_sections::OAUTH_CONFIGURATION],
    ..super::BASE
};

const FAILED: Text = Text::new(
    "Lync cannot access the mailbox of {user}: {message}",
    "Lync ne peut pas accéder à la boîte aux lettres de {user} : {message}",
);
const REFUSED: Text = Text::new(
    "Exchange refuses the tokens of Lync (401, {user}): {message}",
    "Exchange refuse les jetons de Lync (401, {user}) : {message}",
);
const CLOCK: Text = Text::new(
    "Exchange does not accept the time in the tokens of Lync ({user}): the clocks of the servers differ, or a certificate for tokens is not valid now. {message}",
    "Exchange n'accepte pas l'heure des jetons de Lync ({user}) : les horloges des serveurs diffèrent, ou un certificat pour les jetons n'est pas valide en ce moment. {message}",
);
const FORBIDDEN: Text = Text::new(
    "Exchange accepts the tokens of Lync but denies access (403, {user}): the linked account of the partner application is missing or lacks rights (PARTNER-LINKED-ACCOUNT), or the URL that Lync uses does not begin with https. {message}",
    "Exchange accepte les jetons de Lync mais refuse l'accès (403, {user}) : le compte lié de l'application partenaire manque ou n'a pas les droits (PARTNER-LINKED-ACCOUNT), ou l'URL utilisée par Lync ne commence pas par https. {message}",
);
const NO_RIGHT: Text = Text::new(
    "The account that ran the test for {user} is not a member of RTC Local User Administrators: {message}",
    "Le compte qui a exécuté le test pour {user} n'est pas membre de RTC Local User Administrators : {message}",
);
const REDIRECTED: Text = Text::new(
    "Autodiscover redirects Lync to another domain, such as Exchange Online ({user}), and ExchangeAutodiscoverAllowedDomains, which must allow it, is {domains}. {message}",
    "La découverte automatique redirige Lync vers un autre domaine, par exemple Exchange Online ({user}), et ExchangeAutodiscoverAllowedDomains, qui doit l'autoriser, a la valeur {domains}. {message}",
);
const REDIRECTED_BLANK: Text = Text::new(
    "Autodiscover redirects Lync to another domain, such as Exchange Online ({user}), and ExchangeAutodiscoverAllowedDomains, which must allow it, is empty. {message}",
    "La découverte automatique redirige Lync vers un autre domaine, par exemple Exchange Online ({user}), et ExchangeAutodiscoverAllowedDomains, qui doit l'autoriser, est vide. {message}",
);
const REDIRECTED_SOMEWHERE: Text = Text::new(
    "Autodiscover redirects Lync to another domain, such as Exchange Online ({user}). ExchangeAutodiscoverAllowedDomains must allow it. {message}",
    "La découverte automatique redirige Lync vers un autre domaine, par exemple Exchange Online ({user}). ExchangeAutodiscoverAllowedDomains doit l'autoriser. {message}",
);
const NO_SERVICE: Text = Text::new(
    "A web page answered Lync, not the service autodiscover.svc (content type, {user}). ExchangeAutodiscoverUrl is {url}. {message}",
    "Une page web a répondu à Lync, et non le service autodiscover.svc (type de contenu, {user}). ExchangeAutodiscoverUrl a la valeur {url}. {message}",
);
const NO_SERVICE_SOMEWHERE: Text = Text::new(
    "A web page answered Lync, not the service autodiscover.svc (content type, {user}). Check ExchangeAutodiscoverUrl. {message}",
    "Une page web a répondu à Lync, et non le service autodiscover.svc (type de contenu, {user}). Vérifiez ExchangeAutodiscoverUrl. {message}",
);
const TOKEN_CERTIFICATE: Text = Text::new(
    "A certificate that signs tokens is missing, has expired or cannot be used ({user}): see OAUTH-CERT-PRESENT and EX-AUTH-CERT. {message}",
    "Un certificat qui signe des jetons manque, a expiré ou ne peut pas être utilisé ({user}) : voir OAUTH-CERT-PRESENT et EX-AUTH-CERT. {message}",
);
const CERTIFICATE: Text = Text::new(
    "Lync does not trust the certificate that Exchange presents ({user}): check its names, its dates and its root. {message}",
    "Lync n'approuve pas le certificat présenté par Exchange ({user}) : vérifiez ses noms, ses dates et sa racine. {message}",
);
const PROTOCOL: Text = Text::new(
    "Lync and Exchange do not agree on a TLS protocol ({user}). See TLS-COMMON and TLS-DOTNET. {message}",
    "Lync et Exchange ne s'accordent sur aucun protocole TLS ({user}). Voir TLS-COMMON et TLS-DOTNET. {message}",
);
const SILENT: Text = Text::new(
    "Exchange did not respond in time ({user}): check the Autodiscover URL, DNS, the firewall and the proxy server. {message}",
    "Exchange n'a pas répondu à temps ({user}) : vérifiez l'URL de découverte automatique, DNS, le pare-feu et le serveur proxy. {message}",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let tests = context.estate.lync.storage_tests.items()?;
    if tests.is_empty() {
        return Err(Missing::not_collected(&lync_sections::STORAGE_TESTS));
    }
    judge(
        findings,
        tests.iter(),
        |test| test.user.as_str(),
        |test| {
            let missing = || Missing::not_collected(&lync_sections::STORAGE_TESTS);
            if test.passed.ok_or_else(missing)? {
                return Ok(None);
            }
            Ok(Some(fault(context, test)))
        },
    );
    Ok(())
}

/// What a test that failed says, with its cause.
fn fault<'a>(context: &Context<'a>, test: &Item<StorageTest>) -> Fault<'a> {
    let message = test.message.as_deref().unwrap_or_default();
    let evidence = vec![Evidence::actual("Test-CsExStorageConnectivity", Some(message)).from(test)];
    let (cause, url, domains) = (Cause::of(message), lync_url(context).unwrap_or_default(), allowed_domains(context));
    let sentence = match cause {
        Cause::Clock => CLOCK,
        Cause::Refused => REFUSED,
        Cause::Forbidden => FORBIDDEN,
        Cause::NoRight => NO_RIGHT,
        Cause::Redirected => match domains {
            Ok("") => REDIRECTED_BLANK,
            Ok(_) => REDIRECTED,
            Err(_) => REDIRECTED_SOMEWHERE,
        },
        Cause::NoService if url.is_empty() => NO_SERVICE_SOMEWHERE,
        Cause::NoService => NO_SERVICE,
        Cause::TokenCertificate => TOKEN_CERTIFICATE,
        Cause::Certificate => CERTIFICATE,
        Cause::Protocol => PROTOCOL,
        Cause::Silent => SILENT,
        Cause::Other => FAILED,
    };
    let args = args! { user: test.user, message, url, domains: domains.unwrap_or_default() };
    let fault = Fault::new(sentence, args, evidence);
    // The steps of other rules make no account a member, set no clock and open no way.
    let is_settled_by_steps = matches!(
        cause,
        Cause::Refused
            | Cause::Forbidden
            | Cause::NoService
            | Cause::TokenCertificate
            | Cause::Certificate
            | Cause::Other
    );
    let context = *context;
    if is_settled_by_steps { fault.with_fix(move |fix| resolve(&context, fix)) } else { fault }
}

/// What keeps Lync from the mailbox.
const CAUSES: [&str; 12] = [
    "PRE-S2S-CERTS-ASSIGNED",
    "EX-AUTH-CERT",
    "OAUTH-CERT-PRESENT",
    "OAUTH-CERT-SUBJECT-SIPDOMAIN",
    "OAUTH-CERT-SAME-EVERYWHERE",
    "OAUTH-CERT-2048",
    "OAUTH-SERVICENAME",
    "AUTOD-OAUTH-URL",
    "AUTOD-SERVES",
    "PARTNER-LYNC-IN-EX",
    "PARTNER-EX-IN-LYNC",
    "PARTNER-LINKED-ACCOUNT",
];

/// Steps that fix all causes resolve it. A server that was not asked for may have causes of its own.
fn resolve(context: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let is_asked = context.estate.servers()?.iter().all(|server| in_scope(context, &server.host));
    if is_asked && !lacks_document(fix) {
        let numbers = fix.fixes_for_all(&CAUSES);
        fix.resolve(&numbers);
    }
    Ok(())
}

/// Whether a document that one side reads is not there, and no step names another one.
fn lacks_document(fix: &Fix<'_>) -> bool {
    let is_absent = |one: &&Finding<'_>| one.rule.id == "PARTNER-METADATA-REACHABLE" && one.status == Status::Fail;
    fix.judged().iter().filter(is_absent).any(|one| {
        let naming: &[&str] = if one.target.side == Some(Side::Exchange) {
            &["PARTNER-EX-IN-LYNC", "AUTOD-OAUTH-URL"]
        } else {
            &["PARTNER-LYNC-IN-EX"]
        };
        fix.fixes_for_all(naming).is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::{Value, json};

    const TEST: &str = "/lync/storageTests/values/0";

    fn failed(message: &str) -> Value {
        json!({ "user": "ann@contoso.com", "passed": false, "message": message })
    }

    #[test]
    fn tests_that_passed_pass_as_one() {
        oauth(&RULE).passes("");
    }

    #[test]
    fn a_test_that_failed_fails_and_says_why() {
        for (message, why) in [
            ("The request failed with HTTP status 401: Unauthorized.", "refuses the tokens of Lync (401"),
            ("The remote server returned an error: (403) Forbidden.", "linked account"),
            ("The lifetime of the token is over.", "the clocks of the servers differ"),
            (
                "The content type text/html is not the one of the binding. The first 574 bytes: <html>",
                "autodiscover.svc",
            ),
            (
                "Could not establish trust relationship for the SSL/TLS secure channel.",
                "does not trust the certificate",
            ),
            ("The OAuthTokenIssuer certificate could not be found.", "OAUTH-CERT-PRESENT and EX-AUTH-CERT"),
            ("Could not create SSL/TLS secure channel.", "TLS-COMMON"),
            ("The operation has timed out.", "did not respond in time"),
            ("Access Denied.", "RTC Local User Administrators"),
            ("The mailbox was not found.", "cannot access"),
        ] {
            oauth(&RULE).set(TEST, failed(message)).fails("ann@contoso.com").says(&[why, message]);
        }
    }

    #[test]
    fn a_redirect_is_told_with_the_domains_that_are_allowed() {
        const DOMAINS: &str = "/lync/oAuthConfiguration/values/0/exchangeAutodiscoverAllowedDomains";
        let case = oauth(&RULE).set(TEST, failed("The redirect to https://autodiscover-s.outlook.com is not allowed."));
        case.clone()
            .forget(DOMAINS)
            .fails("ann@contoso.com")
            .says(&["ExchangeAutodiscoverAllowedDomains must allow it"]);
        case.clone().set(DOMAINS, " ").says(&["ExchangeAutodiscoverAllowedDomains, which must allow it, is empty"]);
        case.set(DOMAINS, "*.contoso.com").says(&["is *.contoso.com", "outlook.com"]).not_fixed();
    }

    #[test]
    fn the_address_that_a_page_answers_at_is_told() {
        let url = "http://autodiscover.contoso.com/autodiscover/autodiscover.xml";
        let case = oauth(&RULE).set(TEST, failed("content type text/html"));
        let place = "/lync/oAuthConfiguration/values/0/exchangeAutodiscoverUrl";
        case.clone().set(place, url).says(&[url]);
        case.forget(place).says(&["Check ExchangeAutodiscoverUrl"]);
    }

    #[test]
    fn the_test_of_exchange_is_no_test_of_lync() {
        for remedy in [super::METADATA.remedy.en, super::METADATA.remedy.fr] {
            assert!(remedy.contains("Exchange Online") && !remedy.contains("TargetUri"), "{remedy}");
        }
    }

    #[test]
    fn steps_that_mend_every_cause_settle_it_and_those_of_some_do_not() {
        const ID: &str = "PARTNER-TEST";
        let failed = |message: &str| {
            let sample = Sample::oauth().set(TEST, failed(message));
            sample.set("/lync/partnerApplications/values/0/applicationTrustLevel", json!("User"))
        };
        let by = ["PARTNER-EX-IN-LYNC"];
        assert!(failed("401").is_settled(ID, &by));
        assert!(!failed("401").is_settled(ID, &[]), "no step is there");
        assert!(!failed("Access Denied.").is_settled(ID, &by), "no step makes the account a member");
        let weak = failed("401").set("/machine/certificates/values/2/signatureAlgorithm", json!("sha1RSA"));
        assert!(weak.is_settled(ID, &by), "a weak hash keeps no token from being taken");
        let short = failed("401").set("/lync/partnerApplications/values/0/metadataUrl", json!(""));
        assert!(!short.is_settled(ID, &by), "the address of the document is left to a person");
    }

    #[test]
    fn what_no_step_mends_keeps_it_open() {
        const ID: &str = "PARTNER-TEST";
        let weak = Sample::oauth().set(TEST, failed("401"));
        let weak = weak.set("/lync/partnerApplications/values/0/applicationTrustLevel", json!("User"));
        let by = ["PARTNER-EX-IN-LYNC"];
        let absent = |url: &str| json!({ "url": url, "status": 404, "json": false });
        let url = "https://pool.contoso.com/metadata/json/1";
        assert!(!weak.clone().set("/machine/webAnswers/values/1", absent(url)).is_settled(ID, &by), "a document lacks");
        // Of the document that Exchange reads no more, nothing depends.
        let old = "https://old.contoso.com/metadata/json/1";
        let other = weak.clone().set("/exchange/partnerApplications/values/0/authMetadataUrl", json!(old));
        let other = other.set("/machine/webAnswers/values/2", absent(old));
        assert!(other.is_settled(ID, &["PARTNER-EX-IN-LYNC", "PARTNER-LYNC-IN-EX"]));
        let two = weak.with_second_server("Version 15.0 (Build 1497.2)");
        let only = Settings { servers: vec!["EX01".to_owned()], ..Settings::default() };
        assert!(
            two.clone().is_settled(ID, &by) && !two.asking(only).is_settled(ID, &by),
            "another server may fail too"
        );
    }

    #[test]
    fn without_a_test_it_is_unknown() {
        oauth(&RULE).forget(TEST).unknown("");
        oauth(&RULE).forget(&format!("{TEST}/passed")).unknown("");
    }
}
