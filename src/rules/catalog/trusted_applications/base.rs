//! What the rules about trusted application pools have in common.

use crate::facts::Section;
use crate::rules::prelude::*;
use crate::rules::topology::trusted::pools;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata {
    family: Family::KnownServers,
    scenarios: &[Scenario::OwaIm],
    applies_when: AppliesWhen::ImEnabled,
    roles: &[Role::LyncFrontEnd],
    ..Metadata::BASE
};

/// What a rule about the trusted application pool of a server is, unless it says otherwise.
pub(super) const TRUSTED_POOL: Metadata =
    Metadata { exchange: pools::EXCHANGE, lync: pools::LYNC, interpretation: Some(pools::VERSIONS), ..BASE };

/// What says which trusted application pool a server should have, at which site, and which it has.
pub(super) const POOL_OF_SERVER: &[&Section] = &[
    &exchange_sections::CERTIFICATES,
    &exchange_sections::SERVERS,
    &exchange_sections::UM_DIAL_PLANS,
    &exchange_sections::UM_SERVICES,
    &lync_sections::POOLS,
    &lync_sections::SITES,
    &lync_sections::TRUSTED_POOLS,
];

/// What a rule about a server that Lync finds by itself is, unless it says otherwise.
pub(super) const DISCOVERED: Metadata =
    Metadata { exchange: &[ExchangeVersion::V2013, ExchangeVersion::V2016], lync: pools::LYNC, ..BASE };

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    #[test]
    fn the_rules_ask_for_nothing_where_instant_messaging_shall_be_off() {
        let off = Sample::exchange_2013().asking(Settings { disable: true, ..Settings::default() });
        for id in [
            "TAP-COLOCATED-NO-POOL",
            "TAP-CREATE",
            "TAP-EX-IN-SIP-DIALPLANS",
            "TAP-REGISTRAR-POOL",
            "TAPP-APPID-CHARS",
            "TAPP-CREATE",
            "TOPO-ENABLE",
        ] {
            off.expect(id, &[("", Status::NotApplicable)]);
        }
    }

    #[test]
    fn a_server_that_lync_finds_by_itself_needs_no_trusted_pool() {
        for id in [
            "TAP-CREATE",
            "TAP-NAME-MATCHES-CERT",
            "TAP-REGISTRAR-POOL",
            "TAP-REPLICATION-FALSE",
            "TAP-SITEID",
            "TAPP-CREATE",
            "TAPP-PORT",
        ] {
            Sample::exchange_2013().discovered().expect(id, &[(SERVER, Status::NotApplicable)]);
        }
    }

    #[test]
    fn a_server_that_lync_does_not_find_is_no_second_entry() {
        for id in [
            "TAP-COLOCATED-NO-POOL",
            "TAP-DUPLICATE-ENTRY",
            "TAP-EX-IN-SIP-DIALPLANS",
            "TAP-SKIP-TO-IM",
            "UM-BEFORE-OWA",
        ] {
            Sample::exchange_2013().expect(id, &[("", Status::NotApplicable)]);
        }
    }

    #[test]
    fn a_server_without_a_certificate_that_qualifies_has_no_name_yet() {
        let sample = Sample::exchange_2013().without_trusted_pool().set("/exchange/certificates/values", json!([]));
        for id in ["TAP-CREATE", "TAPP-CREATE"] {
            sample.expect(id, &[(SERVER, Status::Fail)]);
            sample.expect_steps(id, &[]);
        }
    }

    /// Exchange 2019 has no dial plans, so there nobody can be asked for them.
    #[test]
    fn exchange_2019_alone_is_judged_without_dial_plans() {
        let questions = ["umDialPlans", "umServices", "umCallRouters"];
        let sample =
            Sample::exchange_2016().set("/exchange/servers/values/0/version", json!("Version 15.2 (Build 1118.7)"));
        let sample = questions.iter().fold(sample, |sample, name| sample.unanswered(&format!("exchange.{name}")));
        for rule in super::super::RULES.iter().copied().flatten() {
            let id = rule.metadata.id;
            let unknown = sample.findings(id).iter().any(|one| one.status == Status::Unknown);
            assert!(!unknown, "{id}");
        }
    }
}
