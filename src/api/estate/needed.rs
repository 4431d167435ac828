//! `uc_facts_list`: the facts that the rules of scenarios ask for, so that nothing else is collected.

use crate::api::Request;
use crate::error::Result;
use crate::facts::{Section, exchange_sections, lync_sections, machine_sections};
use crate::l10n::Culture;
use crate::rules::{self, Scenario};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Without these nobody can say which server is which, whatever the rules ask for.
const ALWAYS: &[&Section] = &[
    &exchange_sections::SERVERS,
    &exchange_sections::AVAILABILITY_GROUPS,
    &lync_sections::VERSION,
    &lync_sections::POOLS,
    &machine_sections::INSTALL_PATH,
];

/// The request of `uc_facts_list`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NeededRequest {
    /// The scenarios; all of them if none is named.
    #[serde(default)]
    pub scenarios: Vec<Scenario>,
    /// The language of the answer, a .NET culture name such as `fr-FR`.
    pub culture: Option<String>,
}

/// The response of `uc_facts_list`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NeededResponse {
    /// Where the facts stand in a document of facts, such as `exchange.servers`, by name.
    pub facts: BTreeSet<&'static str>,
}

impl Request for NeededRequest {
    type Response = NeededResponse;

    fn handle(self, _culture: Culture) -> Result<NeededResponse> {
        let scenarios = super::scenarios(&self.scenarios);
        let rules = rules::all().filter(|rule| rule.metadata.scenarios.iter().any(|one| scenarios.contains(one)));
        let needs = rules.flat_map(|rule| rule.metadata.needs).chain(ALWAYS);
        Ok(NeededResponse { facts: needs.map(|section| section.path).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(request: &str) -> BTreeSet<&'static str> {
        let request: NeededRequest = serde_json::from_str(request).unwrap_or_else(|error| panic!("{error}"));
        request.handle(Culture::En).unwrap_or_else(|error| panic!("{error:?}")).facts
    }

    #[test]
    fn the_facts_are_those_that_the_rules_ask_for_and_those_that_name_servers() {
        let facts = ask(r#"{"scenarios": ["UnifiedMessaging"]}"#);
        for path in ["exchange.umDialPlans", "exchange.availabilityGroups", "lync.pools", "machine.installPath"] {
            assert!(facts.contains(path), "{path} is not in {facts:?}");
        }
        // What only the sign-in to instant messaging reads.
        assert!(!facts.contains("exchange.owaMailboxPolicies"), "{facts:?}");
    }

    #[test]
    fn two_scenarios_need_what_each_needs_and_none_means_all() {
        let each = ask(r#"{"scenarios": ["OwaIm"]}"#).into_iter().chain(ask(r#"{"scenarios": ["Hybrid"]}"#));
        assert_eq!(ask(r#"{"scenarios": ["OwaIm", "Hybrid"]}"#), each.collect());
        let all = r#"{"scenarios": ["Prerequisites", "OwaIm", "UnifiedMessaging", "Hybrid"]}"#;
        assert_eq!(ask("{}"), ask(all));
    }
}
