//! The rules: one file for each, named after its id, in a folder for each subject. In which folder a rule is changes
//! nothing: the order of rules is data.

mod features;
mod hybrid;
mod oauth;
mod owa_im;
mod platform;
mod setting_override;
mod trusted_applications;
mod um_certificates;
mod unified_messaging;

use super::model::context::Context;
use super::model::engine;
use super::model::finding::Finding;
use super::model::rule::Rule;
use super::model::vocabulary::Scenario;
use once_cell::sync::OnceCell;

/// Every rule, by family and then by id.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    static ALL: OnceCell<Vec<&'static Rule>> = OnceCell::new();
    ALL.get_or_init(|| {
        let folders = [
            features::RULES,
            hybrid::RULES,
            oauth::RULES,
            owa_im::RULES,
            platform::RULES,
            setting_override::RULES,
            trusted_applications::RULES,
            um_certificates::RULES,
            unified_messaging::RULES,
        ];
        let mut rules: Vec<&'static Rule> = folders.into_iter().flatten().copied().flatten().collect();
        rules.sort_by_key(|rule| (rule.metadata.family, rule.metadata.id));
        rules
    })
    .iter()
    .copied()
}

/// All rules, each after those that it names in `after`; otherwise by family and id.
#[must_use]
pub fn order() -> &'static [&'static Rule] {
    static ORDER: OnceCell<Vec<&'static Rule>> = OnceCell::new();
    ORDER.get_or_init(|| engine::in_order(&all().collect::<Vec<_>>()))
}

/// The rule of an id, without case.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.metadata.id.eq_ignore_ascii_case(id))
}

/// The findings of all rules of some scenarios, by rule and target.
#[must_use]
pub fn check<'a>(context: &Context<'a>, scenarios: &[Scenario]) -> Vec<Finding<'a>> {
    engine::check(order(), context, scenarios)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_hybrid::exchange_online;
    use serde_json::{Value, json};
    use std::collections::{BTreeMap, BTreeSet};

    /// Rules that say something else than Pass where everything is as it should be, and why.
    const NO_PASS: &[(&str, Status, &str)] = &[
        ("COMPAT-E2010-ALLOWED", Status::NotApplicable, "no deployment here has Exchange 2010"),
        ("COMPAT-E2010-LIMITS", Status::NotApplicable, "no deployment here has Exchange 2010"),
        ("EST-SUPPORT", Status::Fail, "what is out of support works all the same"),
        ("HYB-DEDICATED-APP", Status::Manual, "only the tenant knows its applications"),
        ("HYB-SAME-SIP-DOMAIN", Status::Manual, "the accepted domains of Exchange Online are for a person to look up"),
        ("OWA-DISABLE-IF-UNUSED", Status::NotApplicable, "instant messaging is requested"),
        ("OWA-IM-END", Status::Fail, "every build of Exchange SE is told what was announced"),
        ("OWA-VERIFY-PRESENCE", Status::Manual, "a person has to sign in"),
        ("PHOTO-HIRES", Status::Manual, "a person has to look at a photo"),
        ("SO-LYNC2013-UNSUPPORTED", Status::NotApplicable, "the pair that is not supported is no good deployment"),
        ("SO-REGIONAL-POOL", Status::NotApplicable, "no deployment here has a second pool"),
        ("UM-CLIENT", Status::Manual, "a person has to call a colleague"),
        ("UM-NO-DIALING-RULES", Status::NotApplicable, "Lync routes the calls"),
        ("UM-REDUNDANCY", Status::NotApplicable, "no deployment here has a second server with unified messaging"),
        ("UM-SIPACCESSSERVICE", Status::NotApplicable, "all pools are at one site"),
        ("UM-TEST", Status::Manual, "a person has to give the password of a user"),
        ("UMCERT-EVERYWHERE", Status::Manual, "nobody but its administrator knows the certificate of a gateway"),
        ("UMCERT-GATEWAYS", Status::NotApplicable, "no deployment here has another gateway than Lync"),
        ("UMCERT-SAN-ALL", Status::NotApplicable, "no deployment here has one certificate on two servers"),
    ];

    /// Deployments in which everything is as it should be, each for the rules of a scenario.
    fn good(scenario: Scenario) -> Vec<Sample> {
        match scenario {
            Scenario::Prerequisites => vec![with_features(Sample::oauth()), with_features(Sample::oauth_se())],
            Scenario::OwaIm => vec![
                Sample::exchange_2013(),
                Sample::exchange_2016(),
                Sample::exchange_se(),
                Sample::unified_messaging(),
            ],
            Scenario::UnifiedMessaging => vec![Sample::unified_messaging()],
            Scenario::Hybrid => vec![Sample::hybrid(), in_another_cloud(), hybrid_of_skype_se()],
        }
    }

    /// Authentication, with archiving and the unified contact store.
    fn with_features(sample: Sample) -> Sample {
        let archiving = json!({ "identity": "Global", "enableArchiving": "ImOnly", "enableExchangeArchiving": true });
        let policy = json!({ "identity": "Global", "archiveInternal": true, "archiveExternal": true });
        sample
            .set("/lync/archivingConfigurations", fact(json!([archiving])))
            .set("/lync/archivingPolicies", fact(json!([policy])))
            .set("/lync/userServicesPolicies", fact(json!([{ "identity": "Global", "ucsAllowed": true }])))
    }

    /// Exchange Online with Skype for Business Server SE.
    fn hybrid_of_skype_se() -> Sample {
        let text = "Skype for Business Server Subscription Edition (7.0.2046.820): Volume license key installed.";
        Sample::hybrid().set("/lync/version/values/0/text", json!(text))
    }

    /// Exchange Online of another cloud than the worldwide one, with a user whose voice mail is there.
    fn in_another_cloud() -> Sample {
        let proxy = json!("exap.um.office365.us");
        let mut provider = exchange_online();
        provider["proxyFqdn"] = proxy.clone();
        Sample::hybrid_with_edge(json!([provider]))
            .set("/lync/hostingProviders/values/0", provider)
            .set("/lync/users/values/0/hostedVoiceMail", json!(true))
            .set("/lync/hostedVoicemailPolicies/values/0/destination", proxy)
            .set("/lync/hostedVoicemailPolicies/values/0/organization", json!("contoso.onmicrosoft.us"))
            .asking(Settings { cloud: Cloud::GccHigh, ..Settings::default() })
    }

    /// The good deployments that a rule is about.
    fn good_for(rule: &Rule) -> Vec<Sample> {
        let mut samples: Vec<Sample> = rule.metadata.scenarios.iter().flat_map(|&scenario| good(scenario)).collect();
        samples.retain(|sample| is_about(rule, sample));
        samples
    }

    /// Whether a rule is about the versions of a deployment.
    fn is_about(rule: &Rule, sample: &Sample) -> bool {
        let (rule, estate) = (rule.metadata, sample.estate());
        let exchange: Vec<_> = estate.servers().unwrap().iter().filter_map(|server| server.version).collect();
        let lync = estate.lync_version().unwrap().unwrap();
        (rule.exchange.is_empty() || exchange.iter().any(|version| rule.exchange.contains(version)))
            && (rule.lync.is_empty() || rule.lync.contains(&lync))
    }

    /// A rule that passes somewhere may be not applicable elsewhere; everything else that is no Pass is listed, and the
    /// list holds nothing else.
    #[test]
    fn every_rule_passes_where_everything_is_as_it_should_be() {
        let mut other = BTreeSet::new();
        for rule in all() {
            let id = rule.metadata.id;
            let findings: Vec<_> = good_for(rule).iter().flat_map(|sample| sample.findings(id)).collect();
            let passes = findings.iter().any(|one| one.status == Status::Pass);
            if findings.is_empty() {
                other.insert(format!("{id} {:?}", Status::NotApplicable));
            }
            for finding in findings {
                let is_fine = finding.status == Status::Pass || (passes && finding.status == Status::NotApplicable);
                if !is_fine {
                    other.insert(format!("{id} {:?}", finding.status));
                }
            }
        }
        let listed: BTreeSet<_> = NO_PASS.iter().map(|(id, status, _)| format!("{id} {status:?}")).collect();
        let (more, less) = (&other - &listed, &listed - &other);
        assert!(more.is_empty() && less.is_empty(), "not listed: {more:#?}, listed in vain: {less:#?}");
    }

    /// Where nobody answered a question that it needs, a rule that judged before says Unknown and nothing else.
    #[test]
    fn every_rule_is_unknown_without_a_fact_that_it_needs() {
        let told = |finding: &Finding<'_>| matches!(finding.status, Status::Pass | Status::Fail | Status::Manual);
        let mut wrong = BTreeSet::new();
        for rule in all() {
            let id = rule.metadata.id;
            let mut judged = good_for(rule);
            judged.retain(|sample| sample.findings(id).iter().any(told));
            let is_listed = NO_PASS.iter().any(|(one, status, _)| (*one, *status) == (id, Status::NotApplicable));
            if judged.is_empty() != is_listed {
                wrong.insert(format!("{id} judges in {} deployments", judged.len()));
            }
            for (sample, need) in judged.iter().flat_map(|one| rule.metadata.required().map(move |need| (one, need))) {
                let findings = sample.clone().unanswered(need.path).findings(id);
                if findings.iter().any(|one| one.status != Status::Unknown) {
                    let found: Vec<_> = findings.iter().map(|one| (one.target.name.clone(), one.status)).collect();
                    wrong.insert(format!("{id} {} {found:?}", need.path));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    /// What a rule says: the target and status of each finding, by rule.
    fn said(sample: &Sample) -> BTreeMap<&'static str, Vec<(String, Status)>> {
        let mut said: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for finding in sample.judged() {
            said.entry(finding.rule.id).or_default().push((finding.target.name.clone(), finding.status));
        }
        said
    }

    /// The questions that somebody answered in a deployment.
    fn answered(sample: &Sample) -> BTreeSet<String> {
        let mut paths = BTreeSet::new();
        for document in sample.clone().into_documents() {
            for part in ["exchange", "lync", "machine"] {
                let names = document.get(part).and_then(Value::as_object).into_iter().flat_map(|facts| facts.keys());
                paths.extend(names.map(|name| format!("{part}.{name}")));
            }
        }
        paths
    }

    /// Where nobody answered a question that it does not name, a rule says what it says otherwise: `Get-UcRule` and the
    /// collector are told all that it reads.
    #[test]
    fn every_rule_names_what_it_reads() {
        let mut wrong: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for sample in Scenario::ALL.iter().flat_map(|&scenario| good(scenario)) {
            let whole = said(&sample);
            let about: Vec<_> = all().filter(|rule| is_about(rule, &sample)).map(|rule| rule.metadata).collect();
            for path in answered(&sample) {
                let without = said(&sample.clone().unanswered(&path));
                for rule in &about {
                    let is_named = rule.needs.iter().any(|need| need.path == path);
                    if !is_named && whole.get(rule.id) != without.get(rule.id) {
                        wrong.entry(rule.id).or_default().insert(path.clone());
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    /// Each question is named once, and only what is asked can be optional.
    #[test]
    fn needs_are_named_once() {
        let paths = |list: &[&crate::facts::Section]| list.iter().map(|one| one.path).collect::<Vec<_>>();
        for rule in all().map(|rule| rule.metadata) {
            let (needs, optional) = (paths(rule.needs), paths(rule.optional));
            for list in [&needs, &optional] {
                assert_eq!(list.iter().collect::<BTreeSet<_>>().len(), list.len(), "{} {list:?}", rule.id);
            }
            assert!(optional.iter().all(|one| needs.contains(one)), "{} {optional:?}", rule.id);
        }
    }
}
