//! Estates in which everything is as it should be, for every scenario and version: those that the tests of rules have, with
//! a second server, and with what administrators do otherwise than the pages and that works. Changes nothing.

use super::estate::Facts;
use super::trusted;
use super::twins::twin;
use crate::facts::Time;
use crate::rules::Scenario::{self, Hybrid, OwaIm, Prerequisites, UnifiedMessaging};
use crate::rules::testing::samples::{NOW, Sample, fact};
use serde_json::{Value, json};

/// An estate with its name.
pub(super) struct Good {
    /// What is told of it.
    pub(super) name: &'static str,
    /// The estate.
    pub(super) facts: Facts,
}

/// All of them.
pub(super) fn all() -> Vec<Good> {
    let one = |name, sample: Sample, scenarios: &[Scenario]| Good { name, facts: facts(sample, scenarios, false) };
    let two = |name, sample: Sample, scenarios: &[Scenario]| Good { name, facts: facts(sample, scenarios, true) };
    vec![
        one("OWA 2013", Sample::exchange_2013(), &[OwaIm]),
        one("OWA 2013, found by Lync", Sample::exchange_2013().discovered().without_trusted_pool(), &[OwaIm]),
        one("OWA 2013, shared name", shared_name(Sample::exchange_2013()), &[OwaIm]),
        one("OWA 2016", Sample::exchange_2016(), &[OwaIm]),
        one("OWA 2016, shared name", shared_name(Sample::exchange_2016()), &[OwaIm]),
        one("OWA 2019", exchange_2019(), &[OwaIm]),
        two("OWA 2013, two servers", Sample::exchange_2013(), &[OwaIm]),
        two("OWA 2016, two servers", Sample::exchange_2016(), &[OwaIm]),
        two("OWA 2019, two servers", exchange_2019(), &[OwaIm]),
        one("OAuth 2013", with_features(Sample::oauth()), &[Prerequisites]),
        one("OAuth 2016", with_features(Sample::oauth_2016()), &[Prerequisites]),
        one("OAuth and OWA 2016", with_features(Sample::oauth_2016()), &[Prerequisites, OwaIm]),
        two("OAuth 2013, two servers", with_features(Sample::oauth()), &[Prerequisites]),
        one("voice 2013", Sample::unified_messaging(), &[UnifiedMessaging]),
        one("voice and OWA 2013", Sample::unified_messaging(), &[OwaIm, UnifiedMessaging]),
        two("voice 2013, two servers", Sample::unified_messaging(), &[UnifiedMessaging]),
        one("voice 2016", voice_2016(), &[OwaIm, UnifiedMessaging]),
        two("voice 2016, two servers", voice_2016(), &[OwaIm, UnifiedMessaging]),
        one("hybrid", Sample::hybrid(), &[Hybrid]),
        one("hybrid and OWA", Sample::hybrid(), &[Hybrid, OwaIm]),
    ]
}

/// The facts of a sample, of one server or of two.
pub(super) fn facts(sample: Sample, scenarios: &[Scenario], has_twin: bool) -> Facts {
    let settings = sample.settings.clone();
    let documents = sample.into_documents();
    let documents = if has_twin { twin(documents) } else { documents };
    let mut facts = Facts::new(documents, settings, scenarios.to_vec(), Time::parse(NOW).unwrap());
    trusted::list_computers(&mut facts);
    facts
}

/// Exchange 2019 and Skype for Business Server 2019, neither of which has unified messaging.
fn exchange_2019() -> Sample {
    let sample = Sample::exchange_2016()
        .set("/exchange/servers/values/0/version", json!("Version 15.2 (Build 1118.7)"))
        .set("/exchange/mailboxes/values/0/version", json!("Version 15.2 (Build 1118.7)"))
        .set(
            "/lync/version/values/0/text",
            json!("Skype for Business Server 2019 (7.0.2046.0): Volume license key installed."),
        );
    ["umServices", "umCallRouters", "umDialPlans"]
        .into_iter()
        .fold(sample, |sample, name| sample.unanswered(&format!("exchange.{name}")))
}

/// The certificate and the trusted pool have the name that clients use, not that of the server.
fn shared_name(sample: Sample) -> Sample {
    const CERTIFICATE: &str = "/exchange/certificates/values/0";
    let sample = sample
        .set(&format!("{CERTIFICATE}/subject"), json!("CN=mail.contoso.com"))
        .set(&format!("{CERTIFICATE}/domains"), json!(["mail.contoso.com", "ex01.contoso.com"]))
        .set("/machine/certificates/values/0/subject", json!("CN=mail.contoso.com"));
    let named = |sample: Sample, place: &str| sample.set(place, json!("mail.contoso.com"));
    ["/lync/pools/values/1/fqdn", "/lync/trustedPools/values/0/fqdn", "/lync/trustedApplications/values/0/pool"]
        .into_iter()
        .fold(sample, named)
        .set("/lync/pools/values/1/services", json!(["TrustedApplicationPool:mail.contoso.com"]))
}

/// Authentication, with archiving and the unified contact store; the Front End server trusts the root of Exchange.
fn with_features(sample: Sample) -> Sample {
    let roots = Sample::exchange_2013().into_documents().remove(1)["machine"]["certificates"]["values"][0].clone();
    let mut machine = sample.clone().into_documents().remove(1)["machine"].clone();
    machine["certificates"]["values"].as_array_mut().unwrap().push(roots);
    let sample = sample.lync_machine(machine);
    let global = |properties: Value| fact(json!([properties]));
    sample
        .set(
            "/lync/archivingConfigurations",
            global(json!({
                "identity": "Global", "enableArchiving": "ImOnly", "enableExchangeArchiving": true,
            })),
        )
        .set(
            "/lync/archivingPolicies",
            global(json!({ "identity": "Global", "archiveInternal": true, "archiveExternal": true })),
        )
        .set("/lync/userServicesPolicies", global(json!({ "identity": "Global", "ucsAllowed": true })))
}

/// Unified messaging of Exchange 2016, with Skype for Business Server 2015.
fn voice_2016() -> Sample {
    let version = "Version 15.1 (Build 2507.6)";
    let parts = Sample::exchange_2016().into_documents();
    Sample::unified_messaging()
        .set("/exchange/servers/values/0/version", json!(version))
        .set("/exchange/servers/values/0/roles", json!(["Mailbox"]))
        .set("/exchange/mailboxes/values/0/version", json!(version))
        .set("/exchange/settingOverrides", parts[0]["exchange"]["settingOverrides"].clone())
        .set("/exchange/serverOverrides", parts[0]["exchange"]["serverOverrides"].clone())
        .set("/exchange/imSettings", parts[0]["exchange"]["imSettings"].clone())
        .set("/machine/webConfigs/values/0/settings", json!([]))
        .set("/lync/version/values/0/text", json!("Skype for Business Server 2015 (6.0.9319.0)"))
}
