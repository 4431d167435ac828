//! PARTNER-TEST: Lync reaches a mailbox by a token.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::partner::EXCHANGE_VERSIONS;
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
        "In the Lync shell: Test-CsExStorageConnectivity -SipUri sip:<user>@<domain> -DeleteItem -Verbose. In the Exchange Management Shell, in the other direction: Test-OAuthConnectivity -Service EWS -TargetUri <URL of EWS> -Mailbox <user>. Then follow the rules PARTNER-* and AUTOD-*.",
        "Dans le shell Lync : Test-CsExStorageConnectivity -SipUri sip:<utilisateur>@<domaine> -DeleteItem -Verbose. Dans Exchange Management Shell, dans l'autre sens : Test-OAuthConnectivity -Service EWS -TargetUri <URL d'EWS> -Mailbox <utilisateur>. Suivez ensuite les règles PARTNER-* et AUTOD-*.",
    ),
    sources: &[Source::page("configure-partner-applications.md"), Source::page("Test-CsExStorageConnectivity.md")],
    after: &["PARTNER-EX-IN-LYNC", "PARTNER-IISRESET"],
    needs: &[&lync_sections::STORAGE_TESTS],
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
const NO_RIGHT: Text = Text::new(
    "The account that ran the test for {user} is not a member of RTC Local User Administrators: {message}",
    "Le compte qui a exécuté le test pour {user} n'est pas membre de RTC Local User Administrators : {message}",
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
            let message = test.message.as_deref().unwrap_or_default();
            let args = args! { user: test.user, message };
            let evidence = vec![Evidence::actual("Test-CsExStorageConnectivity", Some(message)).from(test)];
            let cause = Cause::of(message);
            let fault = Fault::new(cause.text(), args, evidence);
            // No step makes the account a member.
            Ok(Some(if cause == Cause::NoRight { fault } else { fault.with_fix(resolve) }))
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

/// Steps that fix all causes resolve it.
fn resolve(fix: &mut Fix<'_>) -> Result<(), Missing> {
    let numbers = fix.fixes_for_all(&CAUSES);
    fix.resolve(&numbers);
    Ok(())
}

/// Why a test failed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// Exchange does not accept the token.
    Refused,
    /// The account may not run the test.
    NoRight,
    /// Something else.
    Other,
}

impl Cause {
    /// By what the cmdlet says: it has no other answer.
    fn of(message: &str) -> Self {
        let message = message.to_lowercase();
        if message.contains("401") || message.contains("unauthorized") {
            Self::Refused
        } else if message.contains("access denied") || message.contains("access is denied") {
            Self::NoRight
        } else {
            Self::Other
        }
    }

    const fn text(self) -> Text {
        match self {
            Self::Refused => REFUSED,
            Self::NoRight => NO_RIGHT,
            Self::Other => FAILED,
        }
    }
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
            ("The request failed with HTTP status 401: Unauthorized.", "tokens of Lync"),
            ("Access Denied.", "RTC Local User Administrators"),
            ("The mailbox was not found.", "cannot access"),
        ] {
            oauth(&RULE).set(TEST, failed(message)).fails("ann@contoso.com").says(&[why, message]);
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
    fn without_a_test_it_is_unknown() {
        oauth(&RULE).forget(TEST).unknown("");
        oauth(&RULE).forget(&format!("{TEST}/passed")).unknown("");
    }
}
