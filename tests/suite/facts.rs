//! Documents that the collector of the PowerShell module wrote: the library reads them, and they make an estate. The
//! examples come from a simulation of the products, one for each shell.

use crate::support;
use serde_json::json;
use uc_integration::facts::{Estate, FactDocument, Section, Shell, exchange_sections, lync_sections, machine_sections};

fn examples() -> Vec<FactDocument> {
    let mut files = support::example_facts();
    files.sort();
    files
        .iter()
        .map(|file| FactDocument::read(&file.to_string_lossy(), &std::fs::read_to_string(file).unwrap()).unwrap())
        .collect()
}

#[test]
fn what_the_collector_writes_is_read_and_makes_one_estate() {
    let documents = examples();
    let mut shells: Vec<Shell> = documents.iter().map(|document| document.collected.shell).collect();
    shells.sort();
    assert_eq!(shells, [Shell::Lync, Shell::Exchange, Shell::Local]);
    let now = documents[0].collected.time;
    let named = documents.into_iter().enumerate().map(|(number, document)| (number.to_string(), document)).collect();
    let estate = Estate::new(named, now);
    assert!(estate.conflicts.is_empty(), "{:?}", estate.conflicts);

    let servers = estate.servers().unwrap();
    assert_eq!(servers.len(), 1);
    assert!(servers[0].is_front_end() && servers[0].is_back_end());
    assert!(servers[0].version.is_some());
    assert!(estate.lync_version().unwrap().is_some());
    assert_eq!(estate.lync.trusted_pools.items().unwrap()[0].registrar.as_deref(), Some("lync.contoso.example"));
    assert_eq!(estate.lync.users.items().unwrap().len(), 2);
    let mailboxes = estate.exchange.mailboxes.items().unwrap();
    assert_eq!(mailboxes[0].sip_addresses.as_deref().unwrap(), ["alice@contoso.example"]);
    // One machine for the two documents of the Exchange server, one for the Lync server.
    assert_eq!(estate.machines.len(), 2);
}

#[test]
fn only_settings_of_instant_messaging_leave_a_web_config() {
    let mut keys = 0;
    for document in examples() {
        for config in document.machine.web_configs.and_then(|fact| fact.values).unwrap_or_default() {
            for setting in config.settings.unwrap_or_default() {
                assert!(setting.key.starts_with("IM") || setting.key.starts_with("LyncIM"), "{}", setting.key);
                keys += 1;
            }
        }
    }
    assert_eq!(keys, 4, "two keys in each document of the Exchange server");
}

#[test]
fn every_section_is_read_under_the_name_that_it_is_collected_under() {
    let all = [exchange_sections::ALL, lync_sections::ALL, machine_sections::ALL];
    for Section { path, .. } in all.into_iter().flatten() {
        let (part, name) = path.split_once('.').unwrap();
        let document = json!({
            "schema": "uc-integration/facts/1",
            "collected": { "time": "2026-03-01T21:00:00Z", "computer": "ex01", "shell": "Local" },
            part: { name: { "command": "test", "time": "2026-03-01T21:00:00Z", "values": [] } },
        });
        FactDocument::read(path, &document.to_string()).unwrap();
    }
}

/// A document of a machine with these facts.
fn of_machine(facts: &serde_json::Value) -> uc_integration::error::Result<FactDocument> {
    let document = json!({
        "schema": "uc-integration/facts/1",
        "collected": { "time": "2026-03-01T21:00:00Z", "computer": "ex01", "shell": "Local" },
        "machine": facts,
    });
    FactDocument::read("machine", &document.to_string())
}

fn answer(values: &serde_json::Value) -> serde_json::Value {
    json!({ "command": "test", "time": "2026-03-01T21:00:00Z", "values": values })
}

#[test]
fn builds_and_products_may_be_absent_or_empty_and_are_refused_where_they_are_no_text() {
    for facts in [
        json!({}),
        json!({ "ucma": answer(&json!([])), "installPath": answer(&json!([{ "path": "C:\\E\\" }])) }),
        json!({ "ucma": answer(&json!([{ "name": "" }])), "installPath": answer(&json!([{ "path": "", "setupVersion": "" }])) }),
        json!({ "ucma": answer(&json!([{ "name": "UCMA", "version": null }])) }),
    ] {
        assert!(of_machine(&facts).is_ok(), "{facts}");
    }
    for facts in [
        json!({ "ucma": answer(&json!([{ "version": "5.0" }])) }),
        json!({ "ucma": answer(&json!([{ "name": 4.0 }])) }),
        json!({ "ucma": answer(&json!([{ "name": "UCMA", "version": 5 }])) }),
        json!({ "ucma": answer(&json!({ "name": "UCMA" })) }),
        json!({ "installPath": answer(&json!([{ "path": "C:\\E\\", "setupVersion": 15.2 }])) }),
        json!({ "installPath": answer(&json!([{ "path": "C:\\E\\", "setupVersion": ["15.2"] }])) }),
    ] {
        assert!(of_machine(&facts).is_err(), "{facts}");
    }
}

#[test]
fn the_line_of_an_error_of_a_file_may_be_absent_and_is_a_number() {
    let read = |line: &serde_json::Value| {
        let mut file =
            json!({ "backEnd": true, "path": "C:\\Owa\\web.config", "status": "XmlMalformed", "error": "?" });
        if !line.is_null() {
            file["errorLine"] = line.clone();
        }
        of_machine(&json!({ "webConfigs": answer(&json!([file])) }))
    };
    for (line, expected) in [(json!(3), Some(3)), (json!(u64::MAX), Some(u64::MAX)), (json!(null), None)] {
        let files = read(&line).unwrap().machine.web_configs.and_then(|fact| fact.values).unwrap();
        assert_eq!(files[0].error_line, expected, "{line}");
    }
    let nothing = json!([{ "backEnd": true, "path": "C:\\web.config", "errorLine": null }]);
    assert!(of_machine(&json!({ "webConfigs": answer(&nothing) })).is_ok());
    for wrong in [json!("3"), json!(-1), json!(1.5), json!([3]), json!({}), json!(true)] {
        assert!(read(&wrong).is_err(), "{wrong}");
    }
}

#[test]
fn thousands_of_products_are_read() {
    let all: Vec<_> = (0..5000).map(|number| json!({ "name": format!("UCMA {number}"), "version": "5.0" })).collect();
    let document = of_machine(&json!({ "ucma": answer(&json!(all)) })).unwrap();
    assert_eq!(document.machine.ucma.and_then(|fact| fact.values).unwrap().len(), 5000);
}

#[test]
fn the_health_of_services_may_be_absent_or_half_told_and_has_its_types() {
    let read = |values: serde_json::Value| {
        let document = json!({
            "schema": "uc-integration/facts/1",
            "collected": { "time": "2026-03-01T21:00:00Z", "computer": "ex01", "shell": "Exchange" },
            "exchange": { "serviceHealth": { "command": "Test-ServiceHealth", "time": "2026-03-01T21:00:00Z", "values": values } },
        });
        FactDocument::read("facts", &document.to_string())
    };
    let role = |property: &str, value: serde_json::Value| {
        let mut role = json!({ "server": "EX01", "role": "Mailbox Server Role" });
        role[property] = value;
        json!([role])
    };
    for told in [json!([]), role("requiredServicesRunning", json!(true)), role("servicesNotRunning", json!([]))] {
        read(told.clone()).unwrap_or_else(|error| panic!("{told}: {error:?}"));
    }
    for wrong in [
        role("requiredServicesRunning", json!("yes")),
        role("servicesNotRunning", json!("W3Svc")),
        role("servicesRunning", json!([1])),
        role("role", json!(null)),
        json!([{ "role": "Mailbox Server Role" }]),
    ] {
        assert!(read(wrong.clone()).is_err(), "{wrong}");
    }
    let many: Vec<_> =
        (0..5000).map(|i| json!({ "server": format!("EX{i}"), "role": "Mailbox Server Role" })).collect();
    assert_eq!(read(json!(many)).unwrap().exchange.service_health.unwrap().values.unwrap().len(), 5000);
}

/// A document with one answer to one question.
fn document_with(path: &str, values: &serde_json::Value) -> String {
    let (part, name) = path.split_once('.').unwrap();
    let time = "2026-03-01T21:00:00Z";
    json!({
        "schema": "uc-integration/facts/1",
        "collected": { "time": time, "computer": "ex01.contoso.com", "shell": "Local" },
        part: { name: { "command": "test", "time": time, "values": values } },
    })
    .to_string()
}

#[test]
fn of_tokens_events_and_tls_every_property_may_be_absent_and_none_may_be_of_another_type() {
    let number = json!([{ "values": [{ "key": "k", "name": "n", "value": "1" }] }]);
    for (path, good, wrong) in [
        ("lync.oAuthConfiguration", json!([{}]), json!([{ "exchangeAutodiscoverAllowedDomains": ["*.contoso.com"] }])),
        ("lync.oAuthServers", json!([{ "identity": "sts" }]), json!([{ "identity": "sts", "metadataUrl": 7 }])),
        ("machine.tls", json!([{}]), number),
        ("machine.tls", json!([{ "values": [{ "key": "k", "name": "n" }] }]), json!([{ "windowsBuild": "17763" }])),
        ("machine.tls", json!([{ "values": [] }]), json!([{ "values": [{ "key": "k", "name": "n", "value": -1 }] }])),
        (
            "machine.lyncEvents",
            json!([{ "source": "LS Protocol Stack", "id": 14493, "time": "2026-03-01T21:00:00Z" }]),
            json!([{ "source": "LS Protocol Stack", "id": "14493", "time": "2026-03-01T21:00:00Z" }]),
        ),
    ] {
        for values in [json!([]), good] {
            FactDocument::read(path, &document_with(path, &values)).unwrap();
        }
        let error = FactDocument::read(path, &document_with(path, &wrong)).unwrap_err();
        assert_eq!(error.status().name(), "FactsInvalid", "{path}");
    }
}

#[test]
fn thousands_of_values_are_read_and_what_nobody_asked_is_unknown() {
    let value = |number: usize| json!({ "key": format!("HKLM\\K{number}"), "name": "Enabled", "value": 0 });
    let text = document_with("machine.tls", &json!([{ "values": (0..5000).map(value).collect::<Vec<_>>() }]));
    let document = FactDocument::read("tls", &text).unwrap();
    let now = document.collected.time;
    let estate = Estate::new(vec![("tls".to_owned(), document)], now);
    let tls = estate.machines[0].state.tls.items().unwrap();
    assert_eq!(tls[0].values.as_ref().unwrap().len(), 5000);
    assert!(estate.machines[0].state.lync_events.items().is_err(), "nobody asked");
}
