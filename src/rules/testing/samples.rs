//! Estates for the tests of rules: two that work, and the means to break one place of them. Facts are written as JSON,
//! as collectors write them.
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(clippy::needless_pass_by_value, reason = "values are written in place")]

use super::new_rule;
use crate::facts::{Estate, FactDocument, Time};
use crate::l10n::Culture;
use crate::rules::catalog;
use crate::rules::model::context::Context;
use crate::rules::model::engine;
use crate::rules::model::finding::{Finding, Status};
use crate::rules::model::fixes::Fixes;
use crate::rules::model::intent::Settings;
use crate::rules::model::vocabulary::Scenario;
use crate::rules::testing::samples_tls::modern;
use crate::step::{Change, Command, Value as StepValue};
use serde_json::{Value, json};

/// Documents of facts that a test may change, and what was requested.
#[derive(Clone)]
pub(crate) struct Sample {
    documents: Vec<Value>,
    now: &'static str,
    /// What was asked for.
    pub(crate) settings: Settings,
}

/// The time of the estates.
pub(crate) const NOW: &str = "2026-03-01T21:00:00Z";
const EXCHANGE_SE: &str = "Version 15.2 (Build 2562.17)";
/// A build of Exchange SE after the one that was released with instant messaging.
pub(crate) const EXCHANGE_SE_LATER: &str = "Version 15.2 (Build 3001.5)";

impl Sample {
    /// Exchange 2013 on one server with both roles, Lync Server 2013, no unified messaging: everything is as it should be.
    pub(crate) fn exchange_2013() -> Self {
        let exchange = exchange_document("Version 15.0 (Build 1497.2)", json!(["Mailbox", "ClientAccess"]));
        let lync = lync_document("Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.");
        let mut sample = Self { documents: vec![exchange, lync], now: NOW, settings: Settings::default() };
        sample = sample.set("/machine/webConfigs/values/0/settings", web_settings());
        sample
    }

    /// Exchange 2016 on one server, Skype for Business Server 2015, no unified messaging: everything is as it should be.
    pub(crate) fn exchange_2016() -> Self {
        Self::with_override(
            "Version 15.1 (Build 2507.6)",
            "Skype for Business Server 2015 (6.0.9319.0): Volume license key installed.",
        )
    }

    /// Exchange SE (RTM) on one server and Skype for Business Server SE: everything is as it should be.
    pub(crate) fn exchange_se() -> Self {
        let lync = "Skype for Business Server Subscription Edition (7.0.2046.820): Volume license key installed.";
        Self::with_override(EXCHANGE_SE, lync)
            .forget("/exchange/umServices")
            .forget("/exchange/umCallRouters")
            .forget("/exchange/umDialPlans")
    }

    /// A later build of it, which still has instant messaging.
    pub(crate) fn exchange_se_later() -> Self {
        Self::exchange_se().set("/exchange/servers/values/0/version", json!(EXCHANGE_SE_LATER))
    }

    /// The same after an update that took the provider: instant messaging did not start any more.
    pub(crate) fn exchange_se_without_im() -> Self {
        let lists = ["provider", "ucma", "events"].map(|name| format!("/machine/{name}/values"));
        lists.iter().fold(Self::exchange_se_later(), |sample, list| sample.set(list, json!([])))
    }

    /// One server whose settings are in an override, from Exchange 2016 on.
    fn with_override(exchange: &str, lync: &str) -> Self {
        let mut exchange = exchange_document(exchange, json!(["Mailbox"]));
        exchange["exchange"]["settingOverrides"] = fact(json!([{
            "name": "IM Override", "component": "OwaServer", "section": "IMSettings",
            "parameters": ["IMServerName=pool.contoso.com", "IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D"],
            "servers": [], "reason": "Configure IM", "whenChanged": "2026-01-10T08:00:00Z",
        }]));
        exchange["exchange"]["serverOverrides"] = fact(json!([{
            "server": "EX01", "updated": "2026-01-10T08:03:00Z", "overrides": [{
                "name": "IM Override", "status": "Accepted", "message": "This override synced to the server.",
                "parameters": [
                    "IMServerName=pool.contoso.com", "IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D",
                ],
            }],
        }]));
        exchange["exchange"]["imSettings"] = fact(json!([{
            "server": "EX01", "imServerName": "pool.contoso.com",
            "imCertificateThumbprint": "EA5A332496CC05DA69B75B66111C0F78A110D22D",
        }]));
        Self { documents: vec![exchange, lync_document(lync)], now: NOW, settings: Settings::default() }
    }

    /// The same with another value at a place, such as `/exchange/owaMailboxPolicies/values/0/instantMessagingType`.
    /// The place must exist, or be the next one of a list or object that does.
    pub(crate) fn set(mut self, pointer: &str, value: Value) -> Self {
        let document = self.document(pointer);
        if let Some(place) = document.pointer_mut(pointer) {
            *place = value;
            return self;
        }
        let (parent, last) = pointer.rsplit_once('/').unwrap();
        match document.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {parent}")) {
            Value::Array(items) => items.push(value),
            parent => parent[last] = value,
        }
        self
    }

    /// The same without what stands at a place.
    pub(crate) fn forget(mut self, pointer: &str) -> Self {
        let (parent, last) = pointer.rsplit_once('/').unwrap();
        let parent = self.document(pointer).pointer_mut(parent).unwrap_or_else(|| panic!("there is no {pointer}"));
        let removed = match parent {
            Value::Array(items) => items.remove(last.parse::<usize>().unwrap()),
            parent => parent.as_object_mut().unwrap().remove(last).unwrap_or_else(|| panic!("there is no {pointer}")),
        };
        assert!(!removed.is_null());
        self
    }

    /// The same where nobody answered a question, such as `exchange.servers`.
    pub(crate) fn unanswered(mut self, section: &str) -> Self {
        let (part, name) = section.split_once('.').unwrap();
        for document in &mut self.documents {
            if let Some(facts) = document.get_mut(part).and_then(Value::as_object_mut) {
                facts.remove(name);
            }
        }
        self
    }

    /// The same with one more document.
    pub(crate) fn with_document(mut self, document: Value) -> Self {
        self.documents.push(document);
        self
    }

    /// The same with the server in a dial plan of type `SipName`: Lync finds it by itself.
    pub(crate) fn discovered(self) -> Self {
        self.set("/exchange/umDialPlans/values/0", json!({ "name": "Paris", "uriType": "SipName" }))
            .set("/exchange/umServices/values/0/dialPlans", json!(["Paris"]))
            .set("/exchange/umCallRouters/values/0/dialPlans", json!(["Paris"]))
    }

    /// The same before anybody made the trusted pool and its application.
    pub(crate) fn without_trusted_pool(self) -> Self {
        self.set("/lync/trustedPools/values", json!([])).set("/lync/trustedApplications/values", json!([]))
    }

    /// The same with other facts of the machine that the Lync shell ran on.
    pub(crate) fn lync_machine(mut self, machine: Value) -> Self {
        self.documents[1]["machine"] = machine;
        self
    }

    /// The same, checked for another time.
    pub(crate) fn at(mut self, now: &'static str) -> Self {
        self.now = now;
        self
    }

    /// The same with other requests.
    pub(crate) fn asking(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// The document that a place is in: the one of the Lync shell for `/lync/…`, otherwise that of the Exchange shell.
    fn document(&mut self, pointer: &str) -> &mut Value {
        let number = usize::from(pointer.starts_with("/lync"));
        &mut self.documents[number]
    }

    /// The documents: that of the Exchange shell, that of the Lync shell, and those of other machines.
    pub(crate) fn into_documents(self) -> Vec<Value> {
        self.documents
    }

    /// The merged facts.
    pub(crate) fn estate(&self) -> Estate {
        let read = |(number, value): (usize, &Value)| {
            let name = format!("document {number}");
            let document = FactDocument::read(&name, &value.to_string()).unwrap();
            (name, document)
        };
        Estate::new(self.documents.iter().enumerate().map(read).collect(), Time::parse(self.now).unwrap())
    }

    /// The merged facts and what was requested, for as long as the tests run: findings stand on them.
    fn leaked(&self) -> (&'static Estate, &'static Settings) {
        (Box::leak(Box::new(self.estate())), Box::leak(Box::new(self.settings.clone())))
    }

    /// The findings of all rules.
    pub(crate) fn judged(&self) -> Vec<Finding<'static>> {
        let (estate, settings) = self.leaked();
        catalog::check(&Context { estate, settings, scenarios: &[] }, Scenario::ALL)
    }

    /// The findings of one rule.
    pub(crate) fn findings(&self, id: &str) -> Vec<Finding<'static>> {
        let (estate, settings) = self.leaked();
        let rule = catalog::find(id).unwrap_or(&new_rule::rule::RULE);
        assert_eq!(rule.metadata.id, id);
        let context = Context { estate, settings, scenarios: &[] };
        let findings = engine::check(&[rule], &context, rule.metadata.scenarios);
        for finding in &findings {
            for culture in [Culture::En, Culture::Fr] {
                let message = finding.message(culture);
                assert!(!message.contains('{'), "a placeholder is open: {message}");
            }
        }
        findings
    }

    /// Holds a rule to its findings: the name of the target and the status of each, by target.
    pub(crate) fn expect(&self, id: &str, expected: &[(&str, Status)]) {
        let findings = self.findings(id);
        let found: Vec<_> = findings.iter().map(|finding| (finding.target.name.as_str(), finding.status)).collect();
        assert_eq!(found, expected, "{id}: {findings:#?}");
    }

    /// The steps that a rule adds for its findings.
    pub(crate) fn steps(&self, id: &str) -> Fixes {
        self.steps_of(&[id])
    }

    /// The steps that rules add for their findings, one rule after the other.
    pub(crate) fn steps_of(&self, ids: &[&str]) -> Fixes {
        let judged = self.judged();
        let mut steps = Fixes::default();
        for id in ids {
            for finding in judged.iter().filter(|one| one.rule.id == *id && one.status == Status::Fail) {
                finding.try_fix(&judged, &mut steps);
            }
        }
        steps
    }

    /// Whether the steps of other rules resolve a finding of this one.
    pub(crate) fn is_settled(&self, id: &str, by: &[&str]) -> bool {
        assert!(self.findings(id).iter().any(|finding| finding.status == Status::Fail), "{id} does not fail");
        self.steps_of(&[by, &[id]].concat()).added().iter().any(|added| !added.also_resolves.is_empty())
    }

    /// Holds a rule to the commands that it adds for its findings, by name; an edit of Web.config is `Web.config`.
    pub(crate) fn expect_steps(&self, id: &str, expected: &[&str]) {
        let steps = self.steps(id);
        let names = steps.added().iter().map(|added| match &added.step.command {
            Command::Cmdlet(cmdlet) => cmdlet.name.as_ref(),
            Command::Each { command, .. } => command.name.as_ref(),
            Command::WebConfig { .. } => "Web.config",
        });
        assert_eq!(names.collect::<Vec<_>>(), expected, "{id}");
    }

    /// The commands that a rule adds for its findings, as text.
    pub(crate) fn commands(&self, id: &str) -> Vec<String> {
        let steps = self.steps(id);
        steps.added().iter().map(|added| display(&added.step.command)).collect()
    }
}

/// A command as text that is good enough to compare.
pub(crate) fn display(command: &Command) -> String {
    match command {
        Command::Each { command, read, filter } => {
            let conditions = filter.iter().map(|(name, value)| format!(" -{name} {}", shown_value(value)));
            let (read, conditions) = (&read.name, conditions.collect::<String>());
            format!("{} of {read}{conditions}", display(&command.clone().into()))
        }
        Command::Cmdlet(cmdlet) => {
            let given = cmdlet.parameters.iter().map(|one| format!(" -{} {}", one.name, shown_value(&one.value)));
            format!("{}{}", cmdlet.name, given.collect::<String>())
        }
        Command::WebConfig { changes, .. } => {
            let change = |one: &Change| format!("{}={}", one.key, one.value.as_deref().unwrap_or("-"));
            format!("Web.config {}", changes.iter().map(change).collect::<Vec<_>>().join(" "))
        }
    }
}

fn shown_value(value: &StepValue) -> String {
    match value {
        StepValue::Flag(flag) => flag.to_string(),
        StepValue::Number(number) => number.to_string(),
        StepValue::Text(text) => text.clone(),
        StepValue::List(list) => format!("[{}]", list.join(", ")),
        StepValue::Nothing => "$null".to_owned(),
    }
}

/// The two settings of a Web.config that works.
pub(crate) fn web_settings() -> Value {
    json!([
        { "key": "IMCertificateThumbprint", "value": "EA5A332496CC05DA69B75B66111C0F78A110D22D", "line": 10, "effective": true },
        { "key": "IMServerName", "value": "pool.contoso.com", "line": 11, "effective": true },
    ])
}

/// An answer with these values.
pub(crate) fn fact(values: Value) -> Value {
    json!({ "command": "test", "time": NOW, "values": values })
}

pub(crate) fn collected(computer: &str, shell: &str) -> Value {
    json!({ "time": NOW, "computer": computer, "shell": shell, "powerShell": "5.1", "module": "0.1.0" })
}

fn exchange_document(version: &str, roles: Value) -> Value {
    let directory = |identity: &str, back_end: bool| {
        json!({
            "identity": identity, "server": "EX01", "backEnd": back_end, "instantMessagingEnabled": !back_end,
            "instantMessagingType": if back_end { "None" } else { "Ocs" },
            "instantMessagingServerName": "", "instantMessagingCertificateThumbprint": "",
        })
    };
    json!({
        "schema": "uc-integration/facts/1",
        "collected": collected("EX01.contoso.com", "Exchange"),
        "exchange": {
            "servers": fact(json!([
                { "name": "EX01", "fqdn": "EX01.contoso.com", "version": version, "roles": roles, "site": "Paris", "edition": "Enterprise" },
            ])),
            "owaVirtualDirectories": fact(json!([directory("EX01\\owa (Default Web Site)", false)])),
            "owaBackEndVirtualDirectories": fact(json!([directory("EX01\\owa (Exchange Back End)", true)])),
            "owaMailboxPolicies": fact(json!([
                { "identity": "Default", "isDefault": true, "instantMessagingEnabled": true, "instantMessagingType": "Ocs" },
            ])),
            "certificates": fact(json!([certificate()])),
            "umServices": fact(json!([{ "server": "EX01", "dialPlans": [], "startupMode": "TCP" }])),
            "umCallRouters": fact(json!([{ "server": "EX01", "dialPlans": [], "startupMode": "TCP", "sipTlsListeningPort": 5061 }])),
            "umDialPlans": fact(json!([])),
            "availabilityGroups": fact(json!([])),
            "mailboxes": fact(json!([{
                "identity": "ann@contoso.com", "displayName": "Ann", "server": "EX01", "version": version,
                "sipAddresses": ["ann@contoso.com"],
            }])),
            "clientMailboxes": fact(json!([{ "identity": "ann@contoso.com", "owaEnabled": true, "owaMailboxPolicy": "Default" }])),
            "serviceHealth": fact(json!([{
                "server": "EX01", "role": "Mailbox Server Role", "requiredServicesRunning": true,
                "servicesRunning": ["MSExchangeIS", "W3Svc"], "servicesNotRunning": [],
            }])),
            "health": fact(json!([
                { "server": "EX01", "monitor": "OwaIMInitializationFailedMonitor", "state": "Healthy" },
            ])),
        },
        "machine": machine(),
    })
}

fn certificate() -> Value {
    json!({
        "server": "EX01", "thumbprint": "EA5A332496CC05DA69B75B66111C0F78A110D22D",
        "subject": "CN=ex01.contoso.com, O=Contoso", "domains": ["ex01.contoso.com", "mail.contoso.com"],
        "services": ["IIS", "SMTP"], "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2027-06-01T00:00:00Z",
        "hasPrivateKey": true, "isSelfSigned": false, "status": "Valid", "issuer": "CN=Contoso CA", "publicKeySize": 2048,
    })
}

fn machine() -> Value {
    let install = "C:\\Program Files\\Microsoft\\Exchange Server\\V15\\";
    let library = "C:\\Program Files\\Microsoft UCMA 4.0\\Runtime\\SSP\\Microsoft.Rtc.Internal.Ucweb.dll";
    let file = |back_end: bool, path: &str| {
        json!({
            "backEnd": back_end, "path": format!("{install}{path}"), "exists": true, "readOnly": false,
            "lastWrite": "2026-01-10T08:00:00Z", "settings": [], "problems": [], "fileProblems": [],
        })
    };
    let stored = |store: &str, thumbprint: &str, subject: &str| {
        json!({
            "store": store, "thumbprint": thumbprint, "subject": subject, "issuer": "CN=Contoso CA",
            "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2027-06-01T00:00:00Z", "hasPrivateKey": store == "My",
            "rootThumbprint": "0F78A110D22DEA5A332496CC05DA69B75B66111C", "publicKeySize": 2048,
            "signatureAlgorithm": "sha256RSA", "isCngKey": false,
        })
    };
    json!({
        "installPath": fact(json!([{ "path": install }])),
        "ucma": fact(json!([{ "name": "Microsoft Unified Communications Managed API 4.0, Runtime", "version": "5.0.8308.0" }])),
        "provider": fact(json!([{
            "registryPath": "HKLM:\\SYSTEM\\CurrentControlSet\\Services\\MSExchange OWA\\InstantMessaging",
            "implementationDllPath": library, "libraryPath": library, "libraryExists": true, "libraryVersion": "5.0.8308.0",
        }])),
        "webConfigs": fact(json!([file(true, "ClientAccess\\Owa\\web.config"), file(false, "FrontEnd\\HttpProxy\\owa\\web.config")])),
        "certificates": fact(json!([
            stored("My", "EA5A332496CC05DA69B75B66111C0F78A110D22D", "CN=ex01.contoso.com, O=Contoso"),
            stored("Root", "0F78A110D22DEA5A332496CC05DA69B75B66111C", "CN=Contoso CA"),
        ])),
        "appPools": fact(json!([{ "name": "MSExchangeOWAAppPool", "state": "Started", "started": "2026-01-10T08:05:00Z" }])),
        "events": fact(json!([{ "id": 112, "time": "2026-01-10T08:30:00Z", "message": "IM Endpoint Manager initialised." }])),
        "imLogFolder": fact(json!([{ "path": format!("{install}Logging\\OWA\\InstantMessaging"), "exists": true, "parentExists": true }])),
        "services": fact(json!([])),
        "listeners": fact(json!([{ "port": 443 }])),
        "tls": modern(),
    })
}

fn lync_document(version: &str) -> Value {
    json!({
        "schema": "uc-integration/facts/1",
        "collected": collected("fe01.contoso.com", "Lync"),
        "lync": {
            "version": fact(json!([{ "text": version }])),
            "pools": fact(json!([{
                "fqdn": "pool.contoso.com", "computers": ["fe01.contoso.com"], "services": ["Registrar:pool.contoso.com"],
                "site": "Site:Redmond",
            }, {
                "fqdn": "ex01.contoso.com", "computers": ["ex01.contoso.com"], "services": ["TrustedApplicationPool:ex01.contoso.com"],
                "site": "Site:Redmond",
            }])),
            "computers": fact(json!([{ "fqdn": "fe01.contoso.com", "pool": "pool.contoso.com" }])),
            "sites": fact(json!([{ "identity": "Site:Redmond", "siteId": "Redmond", "displayName": "Redmond site" }])),
            "trustedPools": fact(json!([{
                "fqdn": "ex01.contoso.com", "registrar": "pool.contoso.com", "siteId": "Site:Redmond", "requiresReplication": false,
                "computers": ["ex01.contoso.com"], "applications": ["urn:application:outlookwebapp"],
            }])),
            "trustedApplications": fact(json!([{
                "pool": "ex01.contoso.com", "applicationId": "urn:application:outlookwebapp", "port": 5199,
            }])),
            "sipDomains": fact(json!([{ "name": "contoso.com", "isDefault": true }])),
            "users": fact(json!([{
                "identity": "ann@contoso.com", "sipAddress": "ann@contoso.com", "enabled": true,
                "registrarPool": "pool.contoso.com", "mail": "ann@contoso.com",
            }])),
            "certificates": fact(json!([{
                "computer": "fe01.contoso.com", "use": "Default", "thumbprint": "AA5A332496CC05DA69B75B66111C0F78A110D22D",
                "subject": "CN=pool.contoso.com", "alternativeNames": ["pool.contoso.com"], "issuer": "CN=Contoso CA",
                "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2027-06-01T00:00:00Z",
            }])),
            "replication": fact(json!([{ "fqdn": "fe01.contoso.com", "upToDate": true }])),
        },
        "machine": {
            "certificates": fact(json!([{
                "store": "Root", "thumbprint": "0F78A110D22DEA5A332496CC05DA69B75B66111C", "subject": "CN=Contoso CA",
                "issuer": "CN=Contoso CA", "notBefore": "2020-06-01T00:00:00Z", "notAfter": "2040-06-01T00:00:00Z",
                "hasPrivateKey": false,
            }])),
            "tls": modern(),
        },
    })
}
