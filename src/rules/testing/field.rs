//! The rows of `docs/field.md` that a rule answers: in a deployment that is broken as the row says, the rule fails, and a
//! plan has steps for it where the row says so. That no row is left out is tested here as well; those that a file answers
//! are tested where files are read.

use super::prelude::*;
use super::samples_tls::{off, tls, tls_machine};
use super::um_prelude::{EXCHANGE_2019, VERSION};
use serde_json::{Value, json};

const DOCUMENT: &str = include_str!("../../../docs/field.md");

const SETTINGS: &str = "/machine/webConfigs/values/0/settings";
const THUMBPRINT: &str = "/machine/webConfigs/values/0/settings/0/value";
const POOL: &str = "/machine/webConfigs/values/0/settings/1/value";
const PROBLEMS: &str = "/machine/webConfigs/values/0/fileProblems";
const CERTIFICATE: &str = "/exchange/certificates/values/0";
const OVERRIDES: &str = "/exchange/settingOverrides/values";
const GOOD: &str = "EA5A332496CC05DA69B75B66111C0F78A110D22D";
const URL: &str = "/lync/oAuthConfiguration/values/0/exchangeAutodiscoverUrl";
const TEST: &str = "/lync/storageTests/values/0";
/// Thirty days from now.
const SOON: &str = "2026-03-31T21:00:00Z";

/// What is seen, the rule, and a deployment that is broken like that.
type Row = (&'static str, &'static str, fn() -> Sample);

const ROWS: &[Row] = &[
    ("Instant messaging is gone after a cumulative update of Exchange 2013", "OWA-WEBCONFIG-KEYS", || {
        on_2013(SETTINGS, json!([]))
    }),
    ("Instant messaging stopped after the certificate was renewed", "OWA-IM-THUMBPRINT", || {
        on_2013(THUMBPRINT, json!("AA".repeat(20)))
    }),
    (
        "Instant messaging stopped after a second setting override was created for the renewed certificate",
        "SO-CREATE",
        || {
            let second = json!({
                "name": "Renewed", "component": "OwaServer", "section": "IMSettings", "servers": [],
                "parameters": ["IMServerName=pool.contoso.com", "IMCertificateThumbprint=AA"],
            });
            Sample::exchange_2016().set(&format!("{OVERRIDES}/1"), second)
        },
    ),
    ("After Set-SettingOverride, IMServerName is gone from the parameters", "SO-CREATE", || {
        Sample::exchange_2016()
            .set(&format!("{OVERRIDES}/0/parameters"), json!([format!("IMCertificateThumbprint={GOOD}")]))
    }),
    (
        "Instant messaging stopped after an upgrade of Exchange beyond the MaxVersion of the setting override",
        "SO-CREATE",
        || on_2016(&format!("{OVERRIDES}/0/maxVersion"), json!("15.1.1.1")).forget("/exchange/serverOverrides"),
    ),
    ("The server does not accept the setting override (VersionMismatch, ServerMismatch)", "SO-ACCEPTED", || {
        on_2016("/exchange/serverOverrides/values/0/overrides/0/status", json!("VersionMismatch"))
    }),
    ("UCMA cannot be installed on Server Core", "OWA-UCMA-REG", || on_2016("/machine/provider/values", json!([]))),
    ("UCMA 5.0 or 6.0 is installed instead of UCMA 4.0", "OWA-UCMA-VERSION", || {
        on_2016("/machine/provider/values/0/libraryVersion", json!("6.0.9319.48"))
    }),
    ("Test-CsExStorageConnectivity fails with 403 Forbidden", "PARTNER-TEST", || {
        storage_test("The remote server returned an error: (403) Forbidden.")
    }),
    (
        "Test-CsExStorageConnectivity fails: the content type does not match the binding, the first 574 bytes",
        "PARTNER-TEST",
        || storage_test("The content type text/html is not the one of the binding. The first 574 bytes: <html>"),
    ),
    (
        "Test-CsExStorageConnectivity fails after a redirect to the cloud (autodiscover-s.outlook.com)",
        "PARTNER-TEST",
        || storage_test("The redirect to https://autodiscover-s.outlook.com is not allowed."),
    ),
    ("ExchangeAutodiscoverAllowedDomains has commas instead of semicolons", "AUTOD-ALLOWED-DOMAINS", || {
        let place = "/lync/oAuthConfiguration/values/0/exchangeAutodiscoverAllowedDomains";
        Sample::oauth().set(place, json!("*.contoso.com,*.fabrikam.com"))
    }),
    ("The certificate of Outlook on the web is about to expire", "OWA-CERT-EXPIRY", || {
        on_2013(&format!("{CERTIFICATE}/notAfter"), json!(SOON))
    }),
    ("The certificate of unified messaging is about to expire", "UMCERT-EXPIRY", || {
        Sample::unified_messaging().set(&format!("{CERTIFICATE}/notAfter"), json!(SOON))
    }),
    ("The Exchange authentication certificate is about to expire", "EX-AUTH-CERT-EXPIRY", || {
        Sample::oauth().set("/exchange/certificates/values/1/notAfter", json!(SOON))
    }),
    ("The OAuthTokenIssuer certificate of Lync is about to expire", "OAUTH-CERT-EXPIRY", || {
        Sample::oauth().set("/lync/certificates/values/1/notAfter", json!(SOON))
    }),
    ("A certificate of the Edge server is about to expire", "HYB-EDGE-CERT-EXPIRY", || {
        let assigned = json!({
            "computer": "edge01.contoso.com", "use": "AccessEdgeExternal", "thumbprint": "DD",
            "subject": "CN=sip.contoso.com", "notAfter": SOON,
        });
        Sample::hybrid().set("/lync/certificates/values/1", assigned)
    }),
    ("Remove-UMDialPlan is refused after the move to Exchange 2019", "UM-APPLIES", || {
        Sample::unified_messaging().set(VERSION, json!(EXCHANGE_2019)).set("/exchange/umMailboxes/values", json!([]))
    }),
    ("TLS 1.0 and 1.1 are disabled on one side only, and nothing connects", "TLS-COMMON", || {
        let modern = [&off("TLS 1.0")[..], &off("TLS 1.1")].concat();
        let exchange = on_2013("/machine/tls", tls(Some(17763), &modern));
        exchange.lync_machine(tls_machine(Some(17763), &off("TLS 1.2")))
    }),
    ("TLS 1.2 is not enabled for .NET Framework", "TLS-DOTNET", || {
        let exchange = on_2013("/machine/tls", tls(Some(17763), &[]));
        exchange.lync_machine(tls_machine(Some(17763), &off("TLS 1.0")))
    }),
    ("A setting override was changed and has no effect", "SO-REFRESH", || {
        on_2016("/exchange/imSettings/values/0/imServerName", json!("old.contoso.com"))
            .set("/exchange/serverOverrides/values/0/updated", json!("2026-01-10T07:59:59Z"))
    }),
    ("The application pool was recycled before the setting override was changed", "SO-RESTART-POOL", || {
        Sample::exchange_2016().set("/machine/appPools/values/0/started", json!("2026-01-10T07:59:59Z"))
    }),
    (
        "The thumbprint was copied from the certificate dialog box, with an invisible character",
        "OWA-IM-THUMBPRINT",
        || on_2013(THUMBPRINT, json!(format!("\u{200e}{GOOD}"))),
    ),
    ("Curly quotation marks around the thumbprint", "OWA-IM-THUMBPRINT", || {
        on_2013(THUMBPRINT, json!(format!("\u{201c}{GOOD}\u{201d}")))
    }),
    ("IMServerName contains a port", "OWA-IM-SERVERNAME", || on_2013(POOL, json!("pool.contoso.com:5061"))),
    ("IMServerName is a short name", "OWA-IM-SERVERNAME", || on_2013(POOL, json!("pool"))),
    ("IMServerName is a Front End Server or a Director instead of the pool", "OWA-IM-SERVERNAME", || {
        on_2013(POOL, json!("fe01.contoso.com")).set("/lync/pools/values/0/computers", json!(["fe01.contoso.com"]))
    }),
    ("IMServerName is sip.contoso.com instead of the pool", "OWA-IM-SERVERNAME", || {
        on_2013(POOL, json!("sip.contoso.com"))
    }),
    ("UCMA is not installed on the Exchange server", "OWA-UCMA-REG", || on_2013("/machine/provider/values", json!([]))),
    ("The instant messaging provider was not found", "OWA-UCMA-DLL", || {
        on_2013("/machine/provider/values/0/libraryExists", json!(false))
    }),
    ("Event 112 never comes", "OWA-VERIFY-EVENT112", || on_2013("/machine/events/values", json!([]))),
    ("Users see that there is a problem with instant messaging", "OWA-VERIFY-EVENT112", || {
        on_2013("/machine/events/values", json!([]))
    }),
    (EVENT_100, "OWA-IM-SERVERNAME", || logged(100, on_2013(POOL, json!("https://pool.contoso.com")))),
    (EVENT_101, "OWA-IM-THUMBPRINT", || logged(101, on_2013(THUMBPRINT, json!(&GOOD[1..])))),
    (EVENT_102, "OWA-IM-THUMBPRINT", || {
        logged(102, on_2013(&format!("{CERTIFICATE}/notAfter"), json!("2026-02-01T00:00:00Z")))
    }),
    (
        "Event 103, 104, 105, 106, 107, 108, 109, 110 or 111 of MSExchange OWA, and instant messaging does not start",
        "OWA-VERIFY-EVENT112",
        || logged(107, Sample::exchange_2016()),
    ),
    ("Users see empty presence and an error at each sign-in", "OWA-IM-END", Sample::exchange_se_without_im),
    ("No messages after an update of Exchange SE", "OWA-IM-END", Sample::exchange_se_without_im),
    ("The version of Exchange or Lync is out of support", "EST-SUPPORT", Sample::exchange_2013),
    ("Test-OAuthConnectivity -Service EWS succeeds and Lync still fails", "PARTNER-TEST", || {
        storage_test("The request failed with HTTP status 401: Unauthorized.")
    }),
    ("An invisible mark or spaces in IMServerName", "OWA-IM-SERVERNAME", || {
        on_2013(POOL, json!("\u{200e}pool.contoso.com "))
    }),
    (r"The folder Logging\OWA\InstantMessaging does not exist", "OWA-VERIFY-LOGDIR", || {
        on_2013("/machine/imLogFolder/values/0/exists", json!(false))
    }),
    ("The peer is not a configured server on this network", "TAP-CREATE", || {
        Sample::exchange_2013().without_trusted_pool()
    }),
    (
        "The peer is not a configured server, although there is a trusted application pool",
        "TAP-NAME-MATCHES-CERT",
        || {
            on_2013(&format!("{CERTIFICATE}/domains"), json!(["mail.contoso.com", SERVER]))
                .set(&format!("{CERTIFICATE}/subject"), json!("CN=mail.contoso.com"))
        },
    ),
    (
        "Lync knows the Exchange server twice, by a dial plan and by a trusted application pool",
        "TAP-DUPLICATE-ENTRY",
        || Sample::exchange_2013().discovered(),
    ),
    ("Test-CsExStorageConnectivity fails with 401 Unauthorized", "PARTNER-TEST", || {
        storage_test("The request failed with HTTP status 401: Unauthorized.")
    }),
    ("Test-CsExStorageConnectivity fails with Access Denied", "PARTNER-TEST", || storage_test("Access Denied.")),
    ("The Autodiscover URL of Lync begins with http instead of https", "AUTOD-OAUTH-URL", || {
        Sample::oauth().set(URL, json!("http://autodiscover.contoso.com/autodiscover/autodiscover.svc"))
    }),
    ("The Autodiscover URL of Lync ends in autodiscover.xml instead of autodiscover.svc", "AUTOD-OAUTH-URL", || {
        Sample::oauth().set(URL, json!("https://autodiscover.contoso.com/autodiscover/autodiscover.xml"))
    }),
    ("The metadata document of the other side cannot be downloaded", "PARTNER-METADATA-REACHABLE", || {
        let answer = json!({ "url": "https://pool.contoso.com/metadata/json/1", "status": 404, "json": false });
        Sample::oauth().set("/machine/webAnswers/values/1", answer)
    }),
    ("The Exchange authentication certificate is missing on one server", "EX-AUTH-CERT", || {
        let two = Sample::oauth().with_second_server("Version 15.0 (Build 1497.2)");
        two.forget("/exchange/certificates/values/2")
    }),
    ("The Exchange authentication certificate has expired", "EX-AUTH-CERT", || {
        Sample::oauth().set("/exchange/certificates/values/1/notAfter", json!("2026-02-01T00:00:00Z"))
    }),
    ("Unified messaging is still set up after the move to Exchange 2019", "UM-APPLIES", || {
        Sample::unified_messaging().set(VERSION, json!(EXCHANGE_2019))
    }),
    ("A user has no voice mail after the mailbox was moved to Exchange 2019", "UM-APPLIES", || {
        Sample::unified_messaging().set("/exchange/mailboxes/values/0/version", json!(EXCHANGE_2019))
    }),
    ("The keys are in web.config, but in a comment", "OWA-WEBCONFIG-KEYS", || without_keys("KeyInComment")),
    ("The keys are in web.config, but in a location element", "OWA-WEBCONFIG-KEYS", || without_keys("KeyInLocation")),
    ("The keys are in web.config, but directly under configuration", "OWA-WEBCONFIG-KEYS", || {
        without_keys("KeyOutsideSection")
    }),
    (
        "Outlook on the web does not start after an update, and web.config contains %ExchangeInstallDir%",
        "OWA-WEBCONFIG-VALID",
        || on_2016(PROBLEMS, json!([{ "code": "PlaceholderLeft", "severity": "Warning", "line": 40 }])),
    ),
    ("Outlook on the web does not start: web.config begins with two byte order marks", "OWA-WEBCONFIG-VALID", broken),
    ("Outlook on the web does not start: web.config ends in zero bytes after a crash", "OWA-WEBCONFIG-VALID", broken),
];

fn on_2013(place: &str, value: Value) -> Sample {
    Sample::exchange_2013().set(place, value)
}

fn on_2016(place: &str, value: Value) -> Sample {
    Sample::exchange_2016().set(place, value)
}

const EVENT_100: &str = "Event 100 of MSExchange OWA: the name of the server is not valid";
const EVENT_101: &str = "Event 101 of MSExchange OWA: the certificate thumbprint is not valid";
const EVENT_102: &str = "Event 102 of MSExchange OWA: the certificate has expired";

/// The only event since the application pool started.
fn logged(id: u32, sample: Sample) -> Sample {
    let event = "/machine/events/values/0";
    sample.set(&format!("{event}/id"), json!(id)).set(&format!("{event}/message"), json!("Its own text."))
}

fn storage_test(message: &str) -> Sample {
    Sample::oauth().set(TEST, json!({ "user": "ann@contoso.com", "passed": false, "message": message }))
}

/// The keys stand where .NET does not read them.
fn without_keys(code: &str) -> Sample {
    let one = json!([{ "code": code, "severity": "Warning", "key": "IMServerName", "line": 12 }]);
    on_2013(SETTINGS, json!([])).set(PROBLEMS, one)
}

/// A file that .NET does not load.
fn broken() -> Sample {
    let file = "/machine/webConfigs/values/0";
    let unread = on_2016(&format!("{file}/status"), json!("XmlMalformed")).forget(SETTINGS).forget(PROBLEMS);
    unread.set(&format!("{file}/error"), json!("There is a second byte order mark."))
}

/// The cells of the rows of the document.
fn documented() -> Vec<[&'static str; 3]> {
    let rows = DOCUMENT
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| you") && !line.starts_with("| -"));
    let cells = |row: &'static str| row.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>();
    rows.map(|row| cells(row).try_into().unwrap_or_else(|_| panic!("{row}"))).collect()
}

/// The rule that a row names.
fn rule(says: &'static str) -> Option<&'static str> {
    let quoted = says.split('`').skip(1).step_by(2);
    quoted.into_iter().find(|word| word.contains('-') && crate::rules::find(word).is_some())
}

#[test]
fn each_row_is_found_by_the_rule_that_it_names() {
    let mut untested: Vec<(&str, &str)> =
        documented().iter().filter_map(|[see, says, _]| Some((*see, rule(says)?))).collect();
    for (see, id, sample) in ROWS {
        let Some(at) = untested.iter().position(|row| *row == (*see, *id)) else { panic!("no row: {see} {id}") };
        untested.remove(at);
        let found = sample().findings(id);
        assert!(found.iter().any(|finding| finding.status == Status::Fail), "{see}: {id} finds {found:?}");
    }
    assert_eq!(untested, [], "rows without a test");
}

#[test]
fn the_event_of_a_row_is_told_with_its_meaning_where_that_is_sure_and_with_its_own_text() {
    let mut told = 0;
    for (see, _, sample) in ROWS.iter().filter(|(see, ..)| see.starts_with("Event 10")) {
        let findings = sample().findings("OWA-VERIFY-EVENT112");
        let message = findings.iter().find(|one| one.status == Status::Fail).unwrap().message(Culture::En);
        let meaning = match *see {
            EVENT_100 => "Event 100 says that the server name, IMServerName, is not valid: 100: ",
            EVENT_101 => "Event 101 says that the thumbprint, IMCertificateThumbprint, is not valid: 101: ",
            EVENT_102 => "Event 102 says that the certificate has expired: 102: ",
            _ => "which may explain why: 107: ",
        };
        assert!(message.contains(&format!("{meaning}\"Its own text.\"")), "{see}: {message}");
        told += 1;
    }
    assert_eq!(told, 4);
}

#[test]
fn the_text_of_every_row_finds_a_rule_in_both_languages() {
    let french = include_str!("../../../docs/field.fr.md");
    let of_french =
        french.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| vous") && !line.starts_with("| -"));
    let first = |row: &'static str| row.trim_matches('|').split('|').next().unwrap_or_default().trim();
    for see in documented().into_iter().map(|[see, ..]| see).chain(of_french.map(first)) {
        let found = crate::rules::find_by_symptom(see);
        let is_symptom = |one: &crate::l10n::Text| one.en == see || one.fr == see;
        assert!(found.iter().any(|rule| rule.metadata.symptoms.iter().any(is_symptom)), "{see}");
    }
}

#[test]
fn a_row_that_promises_a_plan_has_steps_and_no_other() {
    let documented = documented();
    for (see, id, sample) in ROWS {
        let [.., done] = documented.iter().find(|[one, ..]| one == see).unwrap();
        let steps = sample().commands(id);
        assert_eq!(!steps.is_empty(), done.starts_with("**Plan**"), "{see}: {done} {steps:?}");
    }
}

#[test]
fn each_row_is_a_symptom_of_its_rule_in_both_languages() {
    let french = include_str!("../../../docs/field.fr.md");
    for (see, id, _) in ROWS {
        let symptoms = crate::rules::find(id).unwrap().metadata.symptoms;
        let Some(symptom) = symptoms.iter().find(|symptom| symptom.en == *see) else { panic!("{id}: {see}") };
        assert!(french.contains(&format!("| {} | `{id}`", symptom.fr)), "{}", symptom.fr);
        for text in [symptom.en, symptom.fr] {
            let found = crate::rules::find_by_symptom(text);
            assert!(found.iter().any(|rule| rule.metadata.id == *id), "{text}");
        }
    }
}

#[test]
fn every_symptom_of_a_rule_is_a_row() {
    let documented = documented();
    for rule in crate::rules::all() {
        for symptom in rule.metadata.symptoms {
            assert!(documented.iter().any(|[see, ..]| *see == symptom.en), "{}: {}", rule.metadata.id, symptom.en);
        }
    }
}
