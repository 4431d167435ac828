//! Estates in which everything is as it should be, for every scenario and version: those that the tests of rules have, with
//! a second server, and with what administrators do otherwise than the pages and that works. Changes nothing.

use super::estate::{Facts, is_same_host, key, text, texts};
use super::trusted;
use super::twins::twin;
use crate::facts::Time;
use crate::rules::Scenario::{self, Hybrid, OwaIm, Prerequisites, UnifiedMessaging};
use crate::rules::Settings;
use crate::rules::testing::samples::{NOW, Sample, collected, fact, web_settings};
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
        one("OWA SE", Sample::exchange_se(), &[OwaIm]),
        one("OWA SE, later build", Sample::exchange_se_later(), &[OwaIm]),
        two("OWA SE, two servers", Sample::exchange_se(), &[OwaIm]),
        one("OAuth and OWA SE", with_features(Sample::oauth_se()), &[Prerequisites, OwaIm]),
        Good { name: "OWA 2013 and 2016", facts: mixed() },
        Good { name: "OWA 2013, separate roles", facts: separate_roles() },
        two("OWA 2016, several pools", several_pools(Sample::exchange_2016()), &[OwaIm]),
        Good { name: "all four 2013", facts: all_four() },
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

/// Exchange 2013 beside Exchange 2016, with Skype for Business Server 2015: each has its settings where it reads them.
fn mixed() -> Facts {
    let mut facts = facts(Sample::exchange_2016(), &[OwaIm], true);
    let is_old = |one: &Value| is_same_host(text(one, "server"), "EX01") || text(one, "name") == "EX01";
    facts.change("exchange.servers", is_old, |one| {
        one["version"] = json!("Version 15.0 (Build 1497.2)");
        one["roles"] = json!(["Mailbox", "ClientAccess"]);
    });
    facts.change("exchange.mailboxes", is_old, |one| one["version"] = json!("Version 15.0 (Build 1497.2)"));
    facts.remove("exchange.settingOverrides", |one| texts(one, "servers").contains(&"EX01"));
    for path in ["exchange.imSettings", "exchange.serverOverrides"] {
        facts.remove(path, is_old);
    }
    let is_other = |one: &Value| text(one, "name") == "IM Override";
    for list in facts.lists_mut("exchange.serverOverrides") {
        for one in list {
            one["overrides"].as_array_mut().unwrap().retain(|one| !is_other(one));
        }
    }
    for list in facts.of_machine_mut("ex01.contoso.com", "webConfigs") {
        list.iter_mut().filter(|one| one["backEnd"] == true).for_each(|one| one["settings"] = web_settings());
    }
    facts
}

/// Exchange 2013 with the mailboxes on one server and the access of clients on another one.
fn separate_roles() -> Facts {
    let mut facts = facts(Sample::exchange_2013(), &[OwaIm], true);
    let is_client_access = |one: &Value| is_same_host(text(one, "server"), "EX02");
    for (name, role) in [("EX01", "Mailbox"), ("EX02", "ClientAccess")] {
        facts.change("exchange.servers", |one| text(one, "name") == name, |one| one["roles"] = json!([role]));
    }
    for path in ["exchange.umServices", "exchange.owaBackEndVirtualDirectories", "exchange.health"] {
        facts.remove(path, is_client_access);
    }
    for path in ["exchange.umCallRouters", "exchange.owaVirtualDirectories"] {
        facts.remove(path, |one| !is_client_access(one));
    }
    for path in ["lync.pools", "lync.trustedPools", "lync.computers"] {
        facts.remove(path, |one| text(one, "fqdn").starts_with("ex02"));
    }
    facts.remove("lync.trustedApplications", |one| text(one, "pool").starts_with("ex02"));
    for (machine, back_end) in [("ex01.contoso.com", true), ("ex02.contoso.com", false)] {
        for list in facts.of_machine_mut(machine, "webConfigs") {
            list.retain(|one| one["backEnd"] == back_end);
        }
    }
    for name in ["provider", "ucma", "events", "imLogFolder"] {
        facts.of_machine_mut("ex02.contoso.com", name).into_iter().for_each(Vec::clear);
    }
    facts
}

/// A second Registrar pool that no Exchange server uses.
fn several_pools(sample: Sample) -> Sample {
    let machine = sample.clone().into_documents().remove(1)["machine"].clone();
    sample
        .set("/lync/pools/values/2", json!({
            "fqdn": "west.contoso.com", "computers": ["fe02.contoso.com"], "services": ["Registrar:west.contoso.com"],
            "site": "Site:Redmond",
        }))
        .set("/lync/computers/values/1", json!({ "fqdn": "fe02.contoso.com", "pool": "west.contoso.com" }))
        .set("/lync/replication/values/1", json!({ "fqdn": "fe02.contoso.com", "upToDate": true }))
        .with_document(json!({
            "schema": "uc-integration/facts/1", "collected": collected("fe02.contoso.com", "Local"), "machine": machine,
        }))
}

/// All four scenarios in one organization: what the estates of each have, and Lync finds Exchange by its dial plan.
fn all_four() -> Facts {
    let mut documents = Sample::unified_messaging().into_documents();
    for other in [with_features(Sample::oauth()), Sample::hybrid()] {
        for document in other.without_trusted_pool().into_documents() {
            let computer = text(&document["collected"], "computer").to_lowercase();
            let same = |one: &&mut Value| text(&one["collected"], "computer").eq_ignore_ascii_case(&computer);
            match documents.iter_mut().find(same) {
                Some(known) => join(known, &document),
                None => documents.push(document),
            }
        }
    }
    let scenarios = vec![Prerequisites, OwaIm, UnifiedMessaging, Hybrid];
    let mut facts = Facts::new(documents, Settings::default(), scenarios, Time::parse(NOW).unwrap());
    facts.remove("lync.pools", |one| texts(one, "services").iter().any(|name| name.starts_with("TrustedApplication")));
    trusted::list_computers(&mut facts);
    facts
}

/// Adds to a document what another one of the same computer tells beside it: questions, things, properties of a thing.
fn join(known: &mut Value, other: &Value) {
    for part in ["exchange", "lync", "machine"] {
        let Some(answers) = other.get(part).and_then(Value::as_object) else { continue };
        for (name, answer) in answers {
            let Some(list) = known[part][name]["values"].as_array_mut() else {
                known[part][name] = answer.clone();
                continue;
            };
            for new in answer["values"].as_array().unwrap() {
                match list.iter_mut().find(|one| key(one) == key(new)) {
                    None => list.push(new.clone()),
                    Some(old) => {
                        for (property, value) in new.as_object().unwrap() {
                            if old.get(property).is_none() {
                                old[property] = value.clone();
                            }
                        }
                    }
                }
            }
        }
    }
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
