//! Estates of Exchange SE from which an update took instant messaging: whatever else is wrong there, nothing is planned
//! that would have to bring it back. Changes no rule.

use super::estate::Facts;
use super::good;
use super::judge::{judge, planned};
use crate::rules::Scenario::OwaIm;
use crate::rules::testing::samples::Sample;
use crate::rules::{Settings, Status};
use serde_json::json;

const DIRECTORY: &str = "/exchange/owaVirtualDirectories/values/0/instantMessagingEnabled";
const POLICY: &str = "/exchange/owaMailboxPolicies/values/0/instantMessagingType";
const OVERRIDES: &str = "/exchange/settingOverrides/values";
const OVERRIDE: &str = "/exchange/settingOverrides/values/0";
const EFFECTIVE: &str = "/exchange/imSettings/values/0/imServerName";

/// Somebody switched off what an update took, which is right.
fn off() -> Sample {
    Sample::exchange_se_without_im().set(DIRECTORY, json!(false))
}

fn facts(sample: Sample) -> Facts {
    good::facts(sample, &[OwaIm], false)
}

/// The rules that fail in an estate, and the commands that are planned for it.
fn told(facts: &Facts) -> (Vec<&'static str>, Vec<String>) {
    let (found, plan) = planned(facts).unwrap();
    let fails = found.iter().filter(|one| one.status == Status::Fail).map(|one| one.rule).collect();
    let steps = plan.stages.iter().flat_map(|stage| &stage.steps);
    (fails, steps.map(|step| format!("{:?}", step.command)).collect())
}

#[test]
fn what_is_gone_is_not_switched_on_again() {
    let (fails, steps) = told(&facts(off()));
    assert_eq!(steps, Vec::<String>::new());
    assert!(!fails.contains(&"OWA-IM-END") && !fails.contains(&"OWA-VDIR-IM"), "{fails:?}");
    let (fails, steps) = told(&facts(Sample::exchange_se_without_im()));
    assert_eq!(steps, Vec::<String>::new());
    assert!(fails.contains(&"OWA-IM-END"), "{fails:?}");
}

#[test]
fn nothing_else_is_planned_where_it_is_gone() {
    let other = json!(["IMServerName=old.contoso.com", "IMCertificateThumbprint=AA"]);
    let stale = json!("2026-01-09T08:00:00Z");
    let key = json!([{ "key": "IMServerName", "value": "pool.contoso.com", "line": 9, "effective": true }]);
    let full = json!(["EX01.contoso.com"]);
    for (rule, sample) in [
        ("SO-CREATE", off().set(OVERRIDES, json!([]))),
        ("OWA-IM-SERVERNAME", off().set(&format!("{OVERRIDE}/parameters"), other)),
        ("SO-SERVER-SHORTNAME", off().set(&format!("{OVERRIDE}/servers"), full)),
        (
            "SO-REFRESH",
            off().set(EFFECTIVE, json!("old.contoso.com")).set("/exchange/serverOverrides/values/0/updated", stale),
        ),
        ("SO-RESTART-POOL", off().set(&format!("{OVERRIDE}/whenChanged"), json!("2026-02-20T08:00:00Z"))),
        ("SO-NO-WEBCONFIG", off().set("/machine/webConfigs/values/0/settings", key)),
        ("TAP-CREATE", off().without_trusted_pool()),
        ("TAPP-CREATE", off().set("/lync/trustedApplications/values", json!([]))),
        ("TAP-REPLICATION-FALSE", off().set("/lync/trustedPools/values/0/requiresReplication", json!(true))),
        ("OWA-POLICY-IM", off().set(POLICY, json!("None"))),
        ("OWA-USER-POLICY", off().set(POLICY, json!("None"))),
        ("OWA-IM-THUMBPRINT", off().set("/exchange/certificates/values/0/notAfter", json!("2026-02-01T00:00:00Z"))),
    ] {
        let (fails, steps) = told(&facts(sample));
        assert!(fails.contains(&rule), "{rule} does not fail: {fails:?}");
        assert_eq!(steps, Vec::<String>::new(), "{rule}");
    }
}

/// The other server has instant messaging, so it and the policies are set up as ever, and the one that lost it is left alone.
#[test]
fn a_server_that_has_it_is_set_up_beside_one_that_lost_it() {
    let sample = Sample::exchange_se_without_im().set(OVERRIDES, json!([])).set(POLICY, json!("None"));
    let mut facts = good::facts(sample, &[OwaIm], true);
    for name in ["provider", "ucma", "events"] {
        let known = good::facts(Sample::exchange_se(), &[OwaIm], true);
        let known: Vec<_> = known.of_machine("ex02.contoso.com", name).into_iter().cloned().collect();
        for list in facts.of_machine_mut("ex02.contoso.com", name) {
            list.clone_from(&known);
        }
    }
    let (_, steps) = told(&facts);
    let of = |part: &str| steps.iter().filter(|step| step.contains(part)).count();
    assert_eq!((of("New-SettingOverride"), of("Set-OwaMailboxPolicy")), (1, 1), "{steps:#?}");
    assert!(!steps.iter().any(|step| step.contains("ex01")), "{steps:#?}");
    assert_eq!(judge(&facts).violations, Vec::new());
}

#[test]
fn it_is_switched_off_where_that_is_asked_for() {
    let sample = Sample::exchange_se_without_im().asking(Settings { disable: true, ..Settings::default() });
    let facts = facts(sample);
    let (_, steps) = told(&facts);
    assert!(steps.iter().any(|step| step.contains("Set-OwaVirtualDirectory")), "{steps:?}");
    assert_eq!(judge(&facts).violations, Vec::new());
}
