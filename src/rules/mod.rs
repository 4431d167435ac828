//! The rules: what must hold for two products to work together, each in a file of its own that is named after it,
//! with its texts, its sources, its check, its steps and its tests. A rule reads facts and reports findings; it asks
//! nobody and changes nothing, not even the clock.
//!
//! | file | holds |
//! |---|---|
//! | `rule` | what a rule is |
//! | `finding` | what a rule reports |
//! | `context` | what all rules of instant messaging ask: which servers, which pool, which certificate |
//! | `asked` | the pool and the certificate that were asked for by name |
//! | `support` | which versions go together for which feature |
//! | `trusted` | trusted pools and applications: which belong to a server |
//! | `trusted_steps` | the steps that change them |
//! | `app_pool` | the application pool of OWA, and the step that recycles it |
//! | `directory` | OWA virtual directories, and the step that sets one |
//! | `im_settings` | the two settings of instant messaging, wherever a server keeps them |
//! | `web_edit` | the steps that edit Web.config |
//! | `overrides` | the steps that leave each server one setting override |
//! | `access_edge` | the configuration of the Access Edge, and the step that sets one switch of it |
//! | `external_access` | which external access policy counts for a user |
//! | `hosting` | the hosting provider that leads to Exchange Online |
//! | `hosting_steps` | the steps that make and change it |
//! | `replication` | whether replicas have the newest configuration, and the step that sends it to all of them |
//! | `lync_machines` | the machines of Lync by what they do, and the certificates that they show |
//! | `roots` | in which root a certificate ends, and who trusts it |
//! | `um_servers` | the Exchange servers of unified messaging, and what each runs for it |
//! | `unfit` | what is said of a certificate that does not do |
//! | `users` | judging many users in few findings |
//! | `voice_pools` | pools of Lync by the services that they run |
//! | `um_dial_plans` | the dial plans for Lync, and the step that secures one |
//! | `um_endpoints` | the services of unified messaging, and the steps that set them |
//! | `um_gateways` | which gateways lead to which dial plans, and which one stays on for outgoing calls |
//! | `um_users` | the mailboxes with voice mail, by the type of their dial plans |
//! | `um_script` | the steps that run `ExchUcUtil.ps1` |
//! | `um_encryption` | which security of a dial plan goes with which encryption of Lync |
//! | `services` | which service of which machine a step starts |
//! | `settled` | what goes with the breaches of other rules, and whether steps mend those |
//! | `engine` | all rules, one after the other |
//! | the folders | the rules by subject; their `mod.rs` are written by `cargo xtask rules` |

#![allow(clippy::unnecessary_wraps, reason = "checks and menders have one form, whether or not they can miss a fact")]

mod access_edge;
mod app_pool;
mod asked;
mod context;
mod directory;
mod engine;
mod external_access;
mod finding;
mod hosting;
mod hosting_steps;
mod im_settings;
mod lync_machines;
mod naming;
mod overrides;
mod replication;
mod roots;
mod rule;
mod services;
mod settled;
mod support;
mod trusted;
mod trusted_steps;
mod um_dial_plans;
mod um_encryption;
mod um_endpoints;
mod um_gateways;
mod um_script;
mod um_servers;
mod um_users;
mod unfit;
mod users;
mod voice_pools;
mod web_edit;

mod general;
mod hybrid;
mod known_servers;
mod oauth;
mod owa_2013;
mod owa_prerequisites;
mod setting_override;
mod um_certificates;
mod unified_messaging;

pub use context::{Chosen, Cloud, Context, ImServer, Settings};
pub use engine::{check, order};
pub use finding::{Checked, Evidence, Finding, Report, Status, Target, not_known};
pub use rule::{Added, Aim, Family, Kind, Mend, Role, Rule, Scenario, Severity, Source, Steps};
pub use support::{Cell, ExchangeSide, Feature, LyncSide, Support, owa_im, support};

use once_cell::sync::OnceCell;

/// Every rule, by family and then by id. Where a rule's file is does not matter.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    static ALL: OnceCell<Vec<&'static Rule>> = OnceCell::new();
    ALL.get_or_init(|| {
        let folders = [
            general::RULES,
            hybrid::RULES,
            known_servers::RULES,
            oauth::RULES,
            owa_2013::RULES,
            owa_prerequisites::RULES,
            setting_override::RULES,
            um_certificates::RULES,
            unified_messaging::RULES,
        ];
        let mut rules: Vec<&'static Rule> = folders.into_iter().flatten().copied().collect();
        rules.sort_by_key(|rule| (rule.family, rule.id));
        rules
    })
    .iter()
    .copied()
}

/// The rule of an id, without case.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

#[cfg(test)]
mod samples;
#[cfg(test)]
mod samples_hybrid;
#[cfg(test)]
mod samples_oauth;
#[cfg(test)]
mod samples_um;
