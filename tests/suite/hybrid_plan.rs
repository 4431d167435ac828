//! The whole plan for mailboxes in Exchange Online through the request interface: one stage on an inner server, in an
//! order that never leaves the Edge with half of it. What single rules find is tested beside the rules.

use crate::support::call;
use serde_json::{Value, json};
use uc_integration::api::estate::{CreateRequest, ReadRequest};

const NOW: &str = "2026-03-01T21:00:00Z";

fn fact(values: &Value) -> Value {
    json!({ "command": "Get-Something", "time": NOW, "values": values })
}

/// An estate in which everything that a plan can fix is wrong.
fn broken() -> Value {
    let provider = json!({
        "identity": "Exchange Online", "proxyFqdn": "exap.um.partner.outlook.cn", "enabled": false,
        "enabledSharedAddressSpace": false, "hostsOcsUsers": false, "isLocal": true, "verificationLevel": "AlwaysVerifiable",
    });
    json!({
        "schema": "uc-integration/facts/1",
        "collected": { "time": NOW, "computer": "fe01.contoso.com", "shell": "Lync" },
        "lync": {
            "version": fact(&json!([{ "text": "Skype for Business Server 2015 (6.0.9319.0)" }])),
            "accessEdge": fact(&json!([{ "allowOutsideUsers": false, "allowFederatedUsers": false, "routing": "DnsSrv" }])),
            "externalAccessPolicies": fact(&json!([{ "identity": "Global", "enableOutsideAccess": false }])),
            "hostingProviders": fact(&json!([provider])),
            "publicProviders": fact(&json!([])),
        },
    })
}

fn plan(document: &Value) -> Value {
    let facts = json!([{ "name": "facts.json", "text": document.to_string() }]);
    call::<CreateRequest>(&json!({ "facts": facts, "now": NOW, "scenarios": ["Hybrid"] })).unwrap()
}

fn commands(plan: &Value) -> Vec<&str> {
    let stages = plan["stages"].as_array().unwrap();
    assert_eq!(stages.len(), 1, "everything runs on one inner server");
    assert_eq!(stages[0]["shell"], "Lync");
    stages[0]["steps"].as_array().unwrap().iter().map(|step| step["command"]["name"].as_str().unwrap()).collect()
}

#[test]
fn the_old_provider_goes_after_the_address_space_is_shared_and_replication_comes_last() {
    let plan = plan(&broken());
    let order = commands(&plan);
    let place = |name: &str| order.iter().position(|one| *one == name).unwrap_or_else(|| panic!("{name}: {order:?}"));
    assert_eq!(order.len(), 6, "{order:?}");
    let federation = plan["stages"][0]["steps"].as_array().unwrap().iter().position(|step| {
        step["command"]["parameters"].as_array().unwrap().iter().any(|one| one["name"] == "AllowFederatedUsers")
    });
    assert!(federation.unwrap() < place("Remove-CsHostingProvider"), "{order:?}");
    assert!(place("Remove-CsHostingProvider") < place("New-CsHostingProvider"), "{order:?}");
    assert_eq!(place("Invoke-CsManagementStoreReplication"), 5, "{order:?}");
}

#[test]
fn wrong_values_of_the_right_provider_are_one_step() {
    let mut document = broken();
    document["lync"]["hostingProviders"]["values"][0]["proxyFqdn"] = json!("exap.um.outlook.com");
    let plan = plan(&document);
    let order = commands(&plan);
    assert_eq!(
        order.iter().filter(|one| one.contains("HostingProvider")).collect::<Vec<_>>(),
        [&"Set-CsHostingProvider"]
    );
}

#[test]
fn a_plan_that_comes_back_from_a_file_is_taken() {
    let plan = plan(&broken());
    assert!(call::<ReadRequest>(&json!({ "plan": { "name": "plan.json", "text": plan.to_string() } })).is_ok());
}
