//! What the tests of the rules about unified messaging have in common: names and places in the estate where everything
//! is right, and what is put beside them. Holds no test.

pub(crate) use super::prelude::*;
pub(crate) use crate::rules::model::finding::Status::{Fail, Manual, NotApplicable, Pass, Unknown};
use crate::rules::model::fixes::FollowUp;
pub(crate) use serde_json::{Value, json};

pub(crate) const SERVER: &str = "ex01.contoso.com";
pub(crate) const POOL: &str = "pool.contoso.com";
pub(crate) const PLAN: &str = "Paris";
pub(crate) const ANN: &str = "ann@contoso.com";

pub(crate) const EXCHANGE_2007: &str = "Version 8.3 (Build 83.6)";
pub(crate) const EXCHANGE_2010: &str = "Version 14.3 (Build 123.4)";
pub(crate) const EXCHANGE_2013: &str = "Version 15.0 (Build 1497.2)";
pub(crate) const EXCHANGE_2016: &str = "Version 15.1 (Build 2507.6)";
pub(crate) const EXCHANGE_2019: &str = "Version 15.2 (Build 1118.7)";
pub(crate) const EXCHANGE_SE: &str = "Version 15.2 (Build 2562.17)";
pub(crate) const SKYPE_2015: &str = "Skype for Business Server 2015 (6.0.9319.0)";

pub(crate) const VERSION: &str = "/exchange/servers/values/0/version";
pub(crate) const ROLES: &str = "/exchange/servers/values/0/roles";
pub(crate) const DIAL_PLAN: &str = "/exchange/umDialPlans/values/0";
pub(crate) const URI_TYPE: &str = "/exchange/umDialPlans/values/0/uriType";
pub(crate) const SECURITY: &str = "/exchange/umDialPlans/values/0/voipSecurity";
pub(crate) const SERVICE: &str = "/exchange/umServices/values/0";
pub(crate) const ROUTER: &str = "/exchange/umCallRouters/values/0";
pub(crate) const GATEWAY: &str = "/exchange/umIpGateways/values/0";
pub(crate) const GROUP: &str = "/exchange/umHuntGroups/values/0";
pub(crate) const ATTENDANT: &str = "/exchange/umAutoAttendants/values/0";
pub(crate) const MAILBOX: &str = "/exchange/umMailboxes/values/0";
pub(crate) const LEVEL: &str = "/lync/mediaConfigurations/values/0/encryptionLevel";
pub(crate) const USER: &str = "/lync/users/values/0";

impl Case {
    /// With a second dial plan, of a type.
    pub(crate) fn with_plan(self, name: &str, kind: &str) -> Self {
        let plan = json!({ "name": name, "uriType": kind, "phoneContext": format!("{name}.contoso.com") });
        self.set("/exchange/umDialPlans/values/1", plan)
    }

    /// With one more pool, which has these services.
    pub(crate) fn with_pool(self, name: &str, services: &[&str]) -> Self {
        let services: Vec<String> = services.iter().map(|service| format!("{service}:{name}")).collect();
        self.set("/lync/pools/values/3", json!({ "fqdn": name, "services": services }))
    }

    /// With a second hunt group, which joins a dial plan and a gateway.
    pub(crate) fn with_group(self, plan: &str, gateway: &str) -> Self {
        let pilot = format!("{plan}.contoso.com");
        let group = json!({ "name": plan, "pilotIdentifier": pilot, "dialPlan": plan, "ipGateway": gateway });
        self.set("/exchange/umHuntGroups/values/1", group)
    }

    /// With a second gateway, by its name and address.
    pub(crate) fn with_gateway(self, name: &str, address: &str, allows_outgoing: bool) -> Self {
        let gateway = json!({
            "name": name, "address": address, "port": 5061, "outcallsAllowed": allows_outgoing, "status": "Enabled",
        });
        self.set("/exchange/umIpGateways/values/1", gateway)
    }

    /// With other values of the object at a place: `change("/exchange/umIpGateways/values/0", json!({ "port": 0 }))`.
    pub(crate) fn change(self, place: &str, properties: Value) -> Self {
        let Value::Object(properties) = properties else { panic!("{place} has properties") };
        properties.into_iter().fold(self, |case, (name, value)| case.set(&format!("{place}/{name}"), value))
    }

    /// The rule passes for one thing with each of these changes of the object at a place, one at a time.
    #[track_caller]
    pub(crate) fn passes_with_each<const N: usize>(self, target: &str, place: &str, changes: [Value; N]) -> Self {
        for change in changes {
            self.clone().change(place, change).passes(target);
        }
        self
    }

    /// The rule fails for one thing with each of these changes of the object at a place, one at a time.
    #[track_caller]
    pub(crate) fn fails_with_each<const N: usize>(self, target: &str, place: &str, changes: [Value; N]) -> Self {
        for change in changes {
            self.clone().change(place, change).fails(target);
        }
        self
    }

    /// A fact is missing for one thing without each of these properties of the object at a place, one at a time.
    #[track_caller]
    pub(crate) fn unknown_without_each(self, target: &str, place: &str, properties: &[&str]) -> Self {
        for property in properties {
            self.clone().forget(&format!("{place}/{property}")).unknown(target);
        }
        self
    }

    /// What is found for one thing contains a text, in both languages.
    #[track_caller]
    pub(crate) fn says_of(self, target: &str, text: &str) -> Self {
        let findings = self.sample.findings(self.rule.metadata.id);
        let finding = findings.iter().find(|finding| finding.target.name == target);
        for culture in [Culture::En, Culture::Fr] {
            let message = finding.map(|finding| finding.message(culture)).unwrap_or_default();
            assert!(message.contains(text), "{message}");
        }
        self
    }

    /// The commands that follow the steps of these rules.
    pub(crate) fn followers(&self, ids: &[&str], follow_up: fn(&Context<'_>, &mut FollowUp<'_>)) -> Vec<String> {
        let estate = self.sample.estate();
        let context = Context { estate: &estate, settings: &self.sample.settings, scenarios: &[] };
        let mut steps = self.sample.steps_of(ids);
        let from = steps.added().len();
        follow_up(&context, &mut steps.following(self.rule.metadata));
        steps.added()[from..].iter().map(|added| display(&added.step.command)).collect()
    }
}
