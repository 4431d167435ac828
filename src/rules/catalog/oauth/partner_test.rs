//! PARTNER-TEST: Lync reaches a mailbox by a token.

use crate::facts::{Missing, StorageTest, lync_sections};
use crate::message::Text;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Finding, Report};
use crate::rules::model::resolved;
use crate::rules::model::rule::{Aim, Family, Kind, Role, Rule, Scenario, Severity, Source, Steps};
use crate::rules::topology::oauth::partner::{EXCHANGE_VERSIONS, VERSIONS};
use crate::rules::topology::users::judge;

pub(crate) static RULE: Rule = Rule {
    id: "PARTNER-TEST",
    family: Family::OAuth,
    kind: Kind::Check,
    scenarios: &[Scenario::Prerequisites],
    aim: Aim::Any,
    severity: Severity::Error,
    roles: &[Role::LyncFrontEnd],
    exchange: EXCHANGE_VERSIONS,
    lync: VERSIONS,
    title: Text::new(
        "Lync reaches the mailbox of a user by server-to-server authentication",
        "Lync atteint la boîte aux lettres d'un utilisateur par l'authentification entre serveurs",
    ),
    explanation: Text::new(
        "This is the proof of everything before: certificates, autodiscover, and partner applications on both sides. It takes a user of Lync who has a mailbox on Exchange, and an account that is a member of RTC Local User Administrators.",
        "C'est la preuve de tout ce qui précède : certificats, découverte automatique et applications partenaires des deux côtés. Il y faut un utilisateur Lync qui a une boîte aux lettres sur Exchange, et un compte membre de RTC Local User Administrators.",
    ),
    remedy: Text::new(
        "In the Lync shell: Test-CsExStorageConnectivity -SipUri sip:<user>@<domain> -DeleteItem -Verbose. In the Exchange Management Shell, the other way: Test-OAuthConnectivity -Service EWS -TargetUri <address of EWS> -Mailbox <user>. Then follow the rules PARTNER-* and AUTOD-*.",
        "Dans l'environnement Lync : Test-CsExStorageConnectivity -SipUri sip:<utilisateur>@<domaine> -DeleteItem -Verbose. Dans l'environnement Exchange Management Shell, dans l'autre sens : Test-OAuthConnectivity -Service EWS -TargetUri <adresse d'EWS> -Mailbox <utilisateur>. Suivez ensuite les règles PARTNER-* et AUTOD-*.",
    ),
    inference: None,
    sources: &[Source::page("configure-partner-applications.md"), Source::page("Test-CsExStorageConnectivity.md")],
    after: &["PARTNER-EX-IN-LYNC", "PARTNER-IISRESET"],
    needs: &[&lync_sections::STORAGE_TESTS],
    check,
    mend: Some(mend),
    follow: None,
};

const FAILED: Text = Text::new(
    "Lync does not reach the mailbox of {user}: {message}",
    "Lync n'atteint pas la boîte aux lettres de {user} : {message}",
);
const REFUSED: Text = Text::new(
    "Exchange does not accept the tokens of Lync (401, {user}): {message}",
    "Exchange n'accepte pas les jetons de Lync (401, {user}) : {message}",
);
const NO_RIGHT: Text = Text::new(
    "The account that ran the test for {user} is no member of RTC Local User Administrators: {message}",
    "Le compte qui a exécuté le test pour {user} n'est pas membre de RTC Local User Administrators : {message}",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    let tests = context.estate.lync.storage_tests.known()?;
    if tests.is_empty() {
        return Err(Missing::never(&lync_sections::STORAGE_TESTS));
    }
    judge(
        report,
        tests.iter(),
        |test| test.user.as_str(),
        |test| {
            let missing = || Missing::never(&lync_sections::STORAGE_TESTS);
            if test.passed.ok_or_else(missing)? {
                return Ok(None);
            }
            let message = test.message.as_deref().unwrap_or_default();
            let args = vec![("user", test.user.clone()), ("message", message.to_owned())];
            Ok(Some((
                cause(test),
                args,
                vec![Evidence::read("Test-CsExStorageConnectivity", Some(message)).from(test)],
            )))
        },
    );
    Ok(())
}

/// What keeps Lync from the mailbox.
const CAUSES: [&str; 11] = [
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
];

/// The steps that mend all causes settle it, but not that the account has no right.
fn mend(context: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    if finding.words.as_ref().is_some_and(|(text, _)| *text != NO_RIGHT) {
        let numbers = resolved::mending(context, steps, &CAUSES);
        steps.settle(finding, &numbers);
    }
    Ok(())
}

/// The sentence that says why a test failed.
fn cause(test: &StorageTest) -> Text {
    let message = test.message.as_deref().unwrap_or_default().to_lowercase();
    if message.contains("401") || message.contains("unauthorized") {
        REFUSED
    } else if message.contains("access denied") || message.contains("access is denied") {
        NO_RIGHT
    } else {
        FAILED
    }
}

#[cfg(test)]
mod tests {
    use crate::message::Culture;
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;
    use serde_json::json;

    const ID: &str = "PARTNER-TEST";
    const TEST: &str = "/lync/storageTests/values/0";

    #[test]
    fn tests_that_passed_pass_as_one() {
        Sample::oauth().expect(ID, &[("", Status::Pass)]);
    }

    #[test]
    fn a_test_that_failed_fails_and_says_why() {
        for (message, why) in [
            ("The request failed with HTTP status 401: Unauthorized.", "tokens of Lync"),
            ("Access Denied.", "RTC Local User Administrators"),
            ("The mailbox was not found.", "does not reach"),
        ] {
            let failed = json!({ "user": "ann@contoso.com", "passed": false, "message": message });
            let sample = Sample::oauth().set(TEST, failed);
            sample.expect(ID, &[("ann@contoso.com", Status::Fail)]);
            let said = sample.findings(ID)[0].message(Culture::En);
            assert!(said.contains(why) && said.contains(message), "{said}");
        }
    }

    #[test]
    fn steps_that_mend_every_cause_settle_it_and_those_of_some_do_not() {
        let failed = |message: &str| {
            let test = json!({ "user": "ann@contoso.com", "passed": false, "message": message });
            let sample = Sample::oauth().set(TEST, test);
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
    fn without_a_test_it_is_unknown() {
        Sample::oauth().forget(TEST).expect(ID, &[("", Status::Unknown)]);
        Sample::oauth().forget(&format!("{TEST}/passed")).expect(ID, &[("", Status::Unknown)]);
        Sample::oauth().forget("/lync/storageTests").expect(ID, &[("", Status::Unknown)]);
    }
}
