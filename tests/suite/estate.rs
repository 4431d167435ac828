//! Bad input and odd estates through the request interface: whatever is wrong with facts is an error that says what and
//! where, or a finding; never a wrong Pass. What single rules find is tested beside the rules.

use crate::support::call;
use serde_json::{Value, json};
use uc_integration::api::estate::{CheckRequest, CreateRequest, ReadRequest, ReportRequest};

const NOW: &str = "2026-03-01T21:00:00Z";

/// A document of the Exchange shell about some servers.
fn exchange(computer: &str, time: &str, version: &str) -> Value {
    json!({
        "schema": "uc-integration/facts/1",
        "collected": { "time": time, "computer": computer, "shell": "Exchange" },
        "exchange": {
            "servers": { "command": "Get-ExchangeServer", "time": time, "values": [
                { "name": "EX01", "fqdn": "ex01.contoso.com", "version": version, "roles": ["Mailbox", "ClientAccess"] },
            ] },
            "owaMailboxPolicies": { "command": "Get-OwaMailboxPolicy", "time": time, "values": [
                { "identity": "Default", "instantMessagingEnabled": true, "instantMessagingType": "Ocs" },
            ] },
        },
    })
}

fn good() -> Value {
    exchange("EX01.contoso.com", NOW, "Version 15.0 (Build 1497.2)")
}

fn check(documents: &[Value]) -> Result<Value, Value> {
    check_texts(&documents.iter().map(Value::to_string).collect::<Vec<_>>())
}

fn check_texts(texts: &[String]) -> Result<Value, Value> {
    let name = |number: usize| format!("facts-{number}.json");
    let facts: Vec<Value> =
        texts.iter().enumerate().map(|(number, text)| json!({ "name": name(number), "text": text })).collect();
    call::<CheckRequest>(&json!({ "facts": facts, "now": NOW }))
}

/// The statuses of a rule's findings.
fn statuses(response: &Value, rule: &str) -> Vec<String> {
    let findings = response["findings"].as_array().unwrap().iter().filter(|finding| finding["rule"] == rule);
    findings.map(|finding| finding["status"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn nothing_collected_passes_nothing() {
    let response = check(&[]).unwrap();
    let findings = response["findings"].as_array().unwrap();
    assert!(!findings.is_empty());
    for finding in findings {
        assert_ne!(finding["status"], "Pass", "{finding}");
        if finding["status"] == "Unknown" {
            assert!(finding["collect"]["command"].as_str().is_some_and(|command| !command.is_empty()), "{finding}");
            let remedy = finding["remedy"].as_str().unwrap();
            assert!(remedy.contains(finding["collect"]["command"].as_str().unwrap()), "{finding}");
        }
    }
}

#[test]
fn what_a_command_said_when_it_failed_is_in_the_finding() {
    let mut document = good();
    let failed = json!({ "command": "Get-OwaMailboxPolicy", "time": NOW, "error": "Access denied." });
    document["exchange"]["owaMailboxPolicies"] = failed;
    let response = check(&[document]).unwrap();
    let findings = response["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["rule"] == "OWA-POLICY-IM").unwrap();
    assert_eq!(finding["status"], "Unknown");
    assert!(finding["message"].as_str().unwrap().contains("Access denied."), "{finding}");
    assert_eq!(finding["collect"]["shell"], "Exchange");
}

#[test]
fn facts_of_another_version_are_refused_by_name() {
    for (schema, found) in [(json!("uc-integration/facts/2"), "uc-integration/facts/2"), (Value::Null, "none")] {
        let mut document = good();
        document["schema"] = schema;
        let error = check(&[good(), document]).unwrap_err();
        assert_eq!((error["name"].as_str(), error["path"].as_str()), (Some("FactsVersion"), Some("facts-1.json")));
        assert!(error["message"].as_str().unwrap().contains(found), "{error}");
    }
}

#[test]
fn a_document_that_is_cut_anywhere_is_refused_with_its_place() {
    let text = serde_json::to_string_pretty(&good()).unwrap();
    for cut in (0..text.len() - 1).step_by(7) {
        let error = check_texts(&[text[..cut].to_owned()]).unwrap_err();
        assert_eq!(error["name"], "FactsNotJson", "cut at {cut}: {error}");
        assert_eq!(error["path"], "facts-0.json");
        assert!(error["line"].as_u64().is_some_and(|line| line >= 1), "cut at {cut}: {error}");
    }
}

#[test]
fn wrong_types_and_unknown_fields_are_refused_by_name() {
    for (pointer, value, named) in [
        ("/exchange/servers/values/0/name", json!(7), "invalid type"),
        ("/exchange/owaMailboxPolicies/values/0/instantMessagingEnabled", json!("True"), "boolean"),
        ("/exchange/servers/time", json!("01.03.2026"), "01.03.2026"),
        ("/collected/shell", json!("Bash"), "Bash"),
    ] {
        let mut document = good();
        *document.pointer_mut(pointer).unwrap() = value;
        let error = check(&[document]).unwrap_err();
        assert_eq!(error["name"], "FactsInvalid", "{pointer}: {error}");
        assert!(error["message"].as_str().unwrap().contains(named), "{pointer}: {error}");
    }
    let mut document = good();
    document["exchange"]["servers"]["values"][0]["colour"] = json!("red");
    let error = check(&[document]).unwrap_err();
    assert!(error["message"].as_str().unwrap().contains("colour"), "{error}");
}

#[test]
fn two_documents_that_disagree_are_a_finding_that_names_both() {
    let mut other = exchange("EX02.contoso.com", "2026-03-01T20:00:00Z", "Version 15.0 (Build 1497.2)");
    other["exchange"]["owaMailboxPolicies"]["values"][0]["instantMessagingType"] = json!("None");
    let response = check(&[good(), other]).unwrap();
    assert_eq!(statuses(&response, "EST-CONTRADICTION"), ["Fail"]);
    let findings = response["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["rule"] == "EST-CONTRADICTION").unwrap().to_string();
    assert!(finding.contains("facts-0.json") && finding.contains("facts-1.json"), "{finding}");
    assert!(finding.contains("Ocs") && finding.contains("None"), "{finding}");
}

#[test]
fn names_that_differ_by_case_or_length_are_one_server() {
    let mut other = good();
    other["exchange"]["servers"]["values"][0]["name"] = json!("ex01");
    other["exchange"]["servers"]["values"][0]["fqdn"] = json!("EX01.CONTOSO.COM.");
    other["collected"]["computer"] = json!("ex01");
    let response = check(&[good(), other]).unwrap();
    let targets: Vec<&str> = response["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["target"]["kind"] == "Server")
        .filter_map(|finding| finding["target"]["name"].as_str())
        .collect();
    assert!(targets.iter().all(|name| *name == "ex01.contoso.com"), "{targets:?}");
    assert!(!targets.is_empty());
}

#[test]
fn a_certificate_until_after_2038_is_only_a_date() {
    let mut document = good();
    document["exchange"]["certificates"] = json!({ "command": "Get-ExchangeCertificate", "time": NOW, "values": [{
        "server": "EX01", "thumbprint": "EA5A332496CC05DA69B75B66111C0F78A110D22D", "subject": "CN=ex01.contoso.com",
        "domains": ["ex01.contoso.com"], "services": ["IIS"], "notBefore": "2020-01-01T00:00:00Z",
        "notAfter": "2038-01-19T03:14:08Z", "hasPrivateKey": true, "isSelfSigned": false, "status": "Valid",
    }] });
    check(&[document.clone()]).unwrap();
    document["exchange"]["certificates"]["values"][0]["notAfter"] = json!("9999-12-31T23:59:59Z");
    check(&[document]).unwrap();
}

#[test]
fn what_only_advises_says_so_and_is_neither_counted_as_a_warning_nor_left_to_anybody() {
    let response = check(&[good()]).unwrap();
    let findings = response["findings"].as_array().unwrap();
    let advisories: Vec<&Value> = findings.iter().filter(|finding| finding["advisory"] == true).collect();
    assert_eq!(advisories.len(), 1);
    let one = advisories[0];
    assert_eq!(
        (&one["rule"], &one["status"], &one["severity"]),
        (&json!("EST-SUPPORT"), &json!("Fail"), &json!("Warning"))
    );
    assert!(findings.iter().all(|finding| finding["advisory"].is_boolean()));
    let fails = findings.iter().filter(|finding| finding["status"] == "Fail").count();
    let summary = &response["summary"];
    assert_eq!(summary["advisories"], 1);
    assert_eq!(summary["errors"].as_u64().unwrap() + summary["warnings"].as_u64().unwrap(), fails as u64 - 1);
    let plan = plan(&[good()], &json!({}));
    let open = plan["unresolved"].as_array().unwrap();
    assert!(!open.is_empty() && open.iter().all(|open| open["rule"] != "EST-SUPPORT"), "{open:?}");
}

#[test]
fn thousands_of_servers_are_judged() {
    let servers: Vec<Value> = (0..2_000)
        .map(|number| {
            json!({ "name": format!("EX{number}"), "fqdn": format!("ex{number}.contoso.com"),
                "version": "Version 15.0 (Build 1497.2)", "roles": ["Mailbox"] })
        })
        .collect();
    let mut document = good();
    document["exchange"]["servers"]["values"] = json!(servers);
    let response = check(&[document]).unwrap();
    assert!(response["summary"]["unknown"].as_u64().unwrap() >= 2_000);
}

#[test]
fn a_time_that_is_none_is_refused() {
    let error = call::<CheckRequest>(&json!({ "facts": [], "now": "yesterday" })).unwrap_err();
    assert_eq!(error["name"], "RequestInvalid");
}

#[test]
fn a_plan_that_runs_what_no_plan_runs_is_refused() {
    let mut broken = good();
    broken["exchange"]["owaMailboxPolicies"]["values"][0]["instantMessagingType"] = json!("None");
    let facts = json!([{ "name": "facts.json", "text": broken.to_string() }]);
    let plan = call::<CreateRequest>(&json!({ "facts": facts, "now": NOW })).unwrap();
    let read =
        |plan: &Value| call::<ReadRequest>(&json!({ "plan": { "name": "plan.json", "text": plan.to_string() } }));
    assert_eq!(read(&plan).unwrap(), plan);
    let step = plan["stages"].as_array().unwrap().iter().position(|stage| stage["shell"] == "Exchange").unwrap();
    for (pointer, value) in [
        ("command/name", json!("Invoke-Expression")),
        ("command/parameters/0/name", json!("Filter")),
        ("undo/0/name", json!("Remove-Mailbox")),
        ("transition/probe/command/name", json!("Set-OwaMailboxPolicy")),
    ] {
        let mut hostile = plan.clone();
        *hostile.pointer_mut(&format!("/stages/{step}/steps/0/{pointer}")).unwrap() = value;
        let error = read(&hostile).unwrap_err();
        assert_eq!(
            (error["name"].as_str(), error["path"].as_str()),
            (Some("PlanInvalid"), Some("plan.json")),
            "{pointer}"
        );
    }
    let mut other = plan;
    other["schema"] = json!("uc-integration/plan/9");
    assert_eq!(read(&other).unwrap_err()["name"], "PlanInvalid");
}

fn plan(documents: &[Value], settings: &Value) -> Value {
    let facts: Vec<Value> =
        documents.iter().map(|one| json!({ "name": "facts.json", "text": one.to_string() })).collect();
    call::<CreateRequest>(&json!({ "facts": facts, "now": NOW, "settings": settings })).unwrap()
}

/// The decisions of a plan, each as "setting origin value".
fn decisions(documents: &[Value], settings: &Value) -> Vec<String> {
    let plan = plan(documents, settings);
    let all = plan["decisions"].as_array().unwrap().iter();
    all.map(|one| {
        assert_eq!(one["server"], "ex01.contoso.com");
        assert_eq!(one["origin"] == "Unresolved", one["value"].is_null(), "{one}");
        let word = |name: &str| one[name].as_str().unwrap_or("-").to_owned();
        let why = if one["reason"].is_string() { "because" } else { "" };
        [&word("setting"), &word("origin"), &word("value"), why].join(" ").trim_end().to_owned()
    })
    .collect()
}

const THUMBPRINT: &str = "0123456789ABCDEF0123456789ABCDEF01234567";

/// The server with a certificate.
fn with_certificate() -> Value {
    let mut with = good();
    with["exchange"]["certificates"] = json!({ "command": "Get-ExchangeCertificate", "time": NOW, "values": [
        { "server": "EX01", "thumbprint": THUMBPRINT, "subject": "CN=ex01.contoso.com", "domains": ["ex01.contoso.com"], "hasPrivateKey": true, "isSelfSigned": false },
    ] });
    with
}

/// One pool.
fn lync() -> Value {
    json!({
        "schema": "uc-integration/facts/1",
        "collected": { "time": NOW, "computer": "fe01.contoso.com", "shell": "Lync" },
        "lync": { "pools": { "command": "Get-CsPool", "time": NOW, "values": [{ "fqdn": "pool.contoso.com" }] } },
    })
}

#[test]
fn what_was_asked_for_and_does_not_do_is_in_no_step() {
    let mut with = with_certificate();
    let file = json!({ "backEnd": true, "path": "C:\\Owa\\web.config", "exists": true, "settings": [] });
    with["machine"] = json!({ "webConfigs": { "command": "uc_config_read", "time": NOW, "values": [file] } });
    let good = json!({ "imServerName": "pool.contoso.com", "thumbprint": THUMBPRINT });
    let of = |settings: &Value, with: &Value| {
        let plan = plan(&[with.clone(), lync()], settings);
        let reasons = plan["decisions"].as_array().unwrap().iter().filter(|one| one["origin"] == "Unresolved");
        (plan["stages"].to_string(), reasons.map(|one| one["reason"].to_string()).collect::<String>())
    };
    let (stages, open) = of(&good, &with);
    assert!(stages.contains("pool.contoso.com") && stages.contains(THUMBPRINT) && open.is_empty(), "{stages}");

    let other = json!({ "imServerName": "west.contoso.com", "thumbprint": THUMBPRINT });
    let (stages, open) = of(&other, &with);
    assert!(!stages.contains("west.contoso.com") && !stages.contains("IMServerName"), "{stages}");
    assert!(open.contains("west.contoso.com") && open.contains("pool.contoso.com"), "{open}");

    with["exchange"]["certificates"]["values"][0]["notAfter"] = json!("2026-02-01T00:00:00Z");
    let (stages, open) = of(&good, &with);
    assert!(!stages.contains(THUMBPRINT), "{stages}");
    assert!(open.contains("expired on 2026-02-01"), "{open}");
}

/// The page asks for the certificate of IIS, and what is requested by name wins: the reader is told what that means.
#[test]
fn a_certificate_that_was_asked_for_and_is_not_assigned_to_iis_is_used_and_the_consequence_told() {
    let given = json!({ "thumbprint": THUMBPRINT });
    for version in ["Version 15.1 (Build 2507.6)", "Version 15.2 (Build 1748.10)", "Version 15.2 (Build 2562.17)"] {
        let mut with = with_certificate();
        with["exchange"]["servers"]["values"][0]["version"] = json!(version);
        let one = |services: Value| {
            let mut with = with.clone();
            with["exchange"]["certificates"]["values"][0]["services"] = services;
            plan(&[with, lync()], &given)["decisions"][1].clone()
        };
        let told = one(json!(["SMTP"]));
        assert_eq!((&told["origin"], &told["value"]), (&json!("Specified"), &json!(THUMBPRINT)), "{told}");
        assert!(told["reason"].as_str().unwrap_or_default().contains("not assigned to IIS"), "{told}");
        let of_iis = one(json!(["IIS"]));
        assert!(!of_iis["reason"].to_string().contains("IIS"), "{of_iis}");
    }
}

/// As a value check says it, in every function that takes settings.
#[test]
fn what_did_not_belong_to_a_requested_value_is_taken_away_and_told() {
    let documents = [with_certificate(), lync()];
    let facts: Vec<Value> =
        documents.iter().map(|one| json!({ "name": "facts.json", "text": one.to_string() })).collect();
    let spaced = format!("\u{200e}{} {}", &THUMBPRINT[..20], &THUMBPRINT[20..]);
    let settings = json!({ "imServerName": "\u{200e}Pool.contoso.com ", "thumbprint": spaced });
    let request = json!({ "facts": facts, "now": NOW, "settings": settings });
    let asked = [
        call::<CheckRequest>(&request).unwrap(),
        call::<CreateRequest>(&request).unwrap(),
        call::<ReportRequest>(&request).unwrap(),
    ];
    for response in &asked {
        let warnings = response["warnings"].to_string();
        for part in
            ["Value for imServerName: pool.contoso.com.", "U+200E", &format!("Value for thumbprint: {THUMBPRINT}.")]
        {
            assert!(warnings.contains(part), "{part} is not in {warnings}");
        }
    }
    assert_eq!(
        decisions(&documents, &settings),
        [
            "IMServerName Specified pool.contoso.com".to_owned(),
            format!("IMCertificateThumbprint Specified {THUMBPRINT}")
        ]
    );
    // Another case is as good, and what has no right form is for the findings.
    for name in ["POOL.contoso.com", "https://pool.contoso.com"] {
        let request = json!({ "facts": facts, "now": NOW, "settings": { "imServerName": name } });
        assert!(call::<CheckRequest>(&request).unwrap()["warnings"].is_null(), "{name}");
    }
}

#[test]
fn a_plan_says_which_pool_and_certificate_it_works_with() {
    let with = with_certificate();
    let given = json!({ "imServerName": "pool.contoso.com" });
    assert_eq!(
        decisions(std::slice::from_ref(&with), &given),
        [
            "IMServerName Specified pool.contoso.com because".to_owned(),
            format!("IMCertificateThumbprint Selected {THUMBPRINT} because"),
        ]
    );
    assert_eq!(decisions(&[with.clone(), lync()], &given)[0], "IMServerName Specified pool.contoso.com");
    let other = json!({ "imServerName": "west.contoso.com" });
    assert_eq!(decisions(&[with.clone(), lync()], &other)[0], "IMServerName Unresolved - because");
    assert_eq!(
        decisions(&[good()], &json!({})),
        ["IMServerName Unresolved - because", "IMCertificateThumbprint Unresolved - because"]
    );
    assert!(decisions(&[with], &json!({ "disable": true })).is_empty());
}
