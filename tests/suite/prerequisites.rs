//! The scenario of prerequisites through the request interface: an estate before anything was set up, its plan in order
//! over both shells, and an estate of 200 servers. What single rules find is tested beside the rules.
#![allow(clippy::needless_pass_by_value, reason = "values are written in place")]

use crate::support::call;
use serde_json::{Value, json};
use uc_integration::api::estate::{CheckRequest, CreateRequest, ReadRequest, RenderRequest, ReportRequest};

const NOW: &str = "2026-03-01T21:00:00Z";
const AUTH: &str = "CC5A332496CC05DA69B75B66111C0F78A110D22D";
const DEFAULT: &str = "AA5A332496CC05DA69B75B66111C0F78A110D22D";

fn fact(values: Value) -> Value {
    json!({ "command": "test", "time": NOW, "values": values })
}

fn each(count: usize, make: impl Fn(String) -> Value) -> Value {
    fact((1..=count).map(|number| make(format!("ex{number:03}"))).collect())
}

/// The Exchange side: servers that have their authentication certificate, and nothing else.
fn exchange(servers: usize, uri: &str) -> Value {
    json!({
        "schema": "uc-integration/facts/1",
        "collected": { "time": NOW, "computer": "ex001.contoso.com", "shell": "Exchange" },
        "exchange": {
            "servers": each(servers, |name| json!({
                "name": name, "fqdn": format!("{name}.contoso.com"), "version": "Version 15.0 (Build 1497.2)",
                "roles": ["Mailbox", "ClientAccess"],
            })),
            "authConfig": fact(json!([{ "currentCertificateThumbprint": AUTH }])),
            "certificates": each(servers, |name| json!({
                "server": name, "thumbprint": AUTH, "subject": "CN=Microsoft Exchange Server Auth Certificate",
                "notBefore": "2025-01-01T00:00:00Z", "notAfter": "2030-01-01T00:00:00Z", "hasPrivateKey": true,
                "isSelfSigned": true, "status": "Valid",
            })),
            "clientAccessServices": each(servers, |name| json!({ "server": name, "autodiscoverUri": uri })),
            "partnerApplications": fact(json!([])),
        },
        "machine": { "services": fact(json!([])) },
    })
}

/// The Lync side: a pool with its default certificate, and nothing else.
fn lync() -> Value {
    json!({
        "schema": "uc-integration/facts/1",
        "collected": { "time": NOW, "computer": "fe01.contoso.com", "shell": "Lync" },
        "lync": {
            "version": fact(json!([{ "text": "Microsoft Lync Server 2013 (5.0.8308.0)" }])),
            "pools": fact(json!([{
                "fqdn": "pool.contoso.com", "computers": ["fe01.contoso.com"], "services": ["Registrar:pool.contoso.com"],
            }])),
            "sipDomains": fact(json!([{ "name": "contoso.com", "isDefault": true }])),
            "certificates": fact(json!([{
                "computer": "fe01.contoso.com", "use": "Default", "thumbprint": DEFAULT, "subject": "CN=pool.contoso.com",
                "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2027-06-01T00:00:00Z",
            }])),
            "oAuthConfiguration": fact(json!([{
                "exchangeAutodiscoverUrl": "", "serviceName": "00000004-0000-0ff1-ce00-000000000000", "realm": "contoso.com",
            }])),
            "partnerApplications": fact(json!([])),
            "replication": fact(json!([{ "fqdn": "fe01.contoso.com", "upToDate": true }])),
        },
        "machine": { "certificates": fact(json!([{
            "store": "My", "thumbprint": DEFAULT, "subject": "CN=pool.contoso.com", "notBefore": "2025-06-01T00:00:00Z",
            "notAfter": "2027-06-01T00:00:00Z", "hasPrivateKey": true, "publicKeySize": 2048,
        }])) },
    })
}

fn request(exchange: &Value) -> Value {
    let file = |name: &str, document: &Value| json!({ "name": name, "text": document.to_string() });
    json!({
        "facts": [file("exchange.json", exchange), file("lync.json", &lync())], "now": NOW,
        "scenarios": ["Prerequisites"], "settings": { "autodiscoverHost": "autodiscover.contoso.com" },
    })
}

#[test]
fn a_green_field_gets_one_plan_over_both_shells_in_the_right_order() {
    let plan = call::<CreateRequest>(&request(&exchange(1, ""))).unwrap();
    let steps: Vec<(&str, &Value)> = plan["stages"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|stage| {
            let shell = stage["shell"].as_str().unwrap();
            stage["steps"].as_array().unwrap().iter().map(move |step| (shell, step))
        })
        .collect();
    let named: Vec<(&str, &str)> =
        steps.iter().map(|(shell, step)| (*shell, step["command"]["name"].as_str().unwrap())).collect();
    let place = |wanted: (&str, &str)| {
        named.iter().position(|one| *one == wanted).unwrap_or_else(|| panic!("{wanted:?} is not in {named:?}"))
    };
    let in_order = [
        ("Lync", "Set-CsCertificate"),
        ("Exchange", "Set-ClientAccessServer"),
        ("Exchange", "Configure-EnterprisePartnerApplication.ps1"),
        ("Exchange", "Restart-Service"),
    ]
    .map(place);
    assert!(in_order.is_sorted(), "{named:?}");
    let last = [("Lync", "Set-CsOAuthConfiguration"), ("Lync", "New-CsPartnerApplication")].map(place);
    assert!(last.is_sorted() && in_order[2] < last[1], "{named:?}");
    assert_eq!(named.len(), 6, "{named:?}");
    for (_, step) in steps {
        let follows = !step["follows"].as_array().unwrap().is_empty();
        // No step takes the first certificate for tokens away again.
        let is_first = step["command"]["name"] == "Set-CsCertificate";
        assert!(follows || is_first || !step["undo"].as_array().unwrap().is_empty(), "{step}");
    }
}

#[test]
fn what_the_steps_of_a_plan_settle_is_not_open() {
    let test = |message: &str| {
        let mut asked = request(&exchange(1, ""));
        let mut lync = lync();
        let failed = json!([{ "user": "ann@contoso.com", "passed": false, "message": message }]);
        lync["lync"]["storageTests"] = fact(failed);
        asked["facts"][1]["text"] = lync.to_string().into();
        let plan = call::<CreateRequest>(&asked).unwrap();
        plan["unresolved"].as_array().unwrap().iter().any(|one| one["rule"] == "PARTNER-TEST")
    };
    assert!(test("Access Denied."), "no step of a plan gives an account a right");
    assert!(!test("No token."), "the steps fix what keeps tokens away");
}

#[test]
fn plan_script_and_report_say_why_nothing_takes_the_first_certificate_back() {
    let asked = request(&exchange(1, ""));
    let plan = call::<CreateRequest>(&asked).unwrap();
    let file = json!({ "name": "plan.json", "text": plan.to_string() });
    let scripts = call::<RenderRequest>(&json!({ "plan": file })).unwrap().to_string();
    let page = call::<ReportRequest>(&asked).unwrap().to_string();
    for text in [plan.to_string(), scripts, page] {
        assert!(text.contains("To remove it manually, run Remove-CsCertificate -Type OAuthTokenIssuer"), "{text}");
    }
}

#[test]
fn a_plan_that_gives_nothing_back_is_the_same_after_it_was_a_file() {
    let plan = call::<CreateRequest>(&request(&exchange(1, ""))).unwrap();
    let text = plan.to_string();
    assert!(text.contains(r#"{"name":"AutoDiscoverServiceInternalUri","value":null}"#), "{text}");
    let read = call::<ReadRequest>(&json!({ "plan": { "name": "plan.json", "text": text } })).unwrap();
    assert_eq!(read, plan);
}

#[test]
fn each_of_two_hundred_servers_is_judged_and_planned_for() {
    let request = request(&exchange(200, "http://wrong"));
    let found = call::<CheckRequest>(&request).unwrap();
    let plan = call::<CreateRequest>(&request).unwrap();
    let failed = found["findings"].as_array().unwrap().iter().filter(|one| one["rule"] == "AUTOD-SCP-URI");
    assert_eq!(failed.filter(|one| one["status"] == "Fail").count(), 200);
    assert!(!plan["stages"].as_array().unwrap().is_empty());
}
