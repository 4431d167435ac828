//! The mailboxes with voice mail, of those that were asked for: which of them are on a dial plan for Lync, and by which
//! SIP addresses they are known. Checks nobody.

use crate::facts::UmMailbox;
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans;
use std::collections::HashMap;

/// The mailboxes, and the policies that lead to their dial plans.
pub(crate) struct VoiceUsers<'a> {
    mailboxes: &'a [Item<UmMailbox>],
    /// For each policy, by name in lower case, whether its plan is for Lync; nothing where that is not known.
    policies: HashMap<String, Option<bool>>,
}

impl<'a> VoiceUsers<'a> {
    pub(crate) fn new(context: &Context<'a>) -> Result<Self, Missing> {
        let exchange = &context.estate.exchange;
        let plans = dial_plans::by_name(context)?;
        let kind = |plan: &String| plans.get(&plan.to_lowercase()).copied();
        let policies = exchange.um_mailbox_policies.items()?.iter();
        let policies = policies.map(|one| (one.name.to_lowercase(), one.dial_plan.as_ref().and_then(kind)));
        Ok(Self { mailboxes: exchange.um_mailboxes.items()?, policies: policies.collect() })
    }

    /// Those for which voice mail is on.
    pub(crate) fn enabled(&self) -> Result<Vec<&'a Item<UmMailbox>>, Missing> {
        let mut enabled = Vec::new();
        for mailbox in self.mailboxes {
            if mailbox.enabled.ok_or_else(|| unknown(mailbox))? {
                enabled.push(mailbox);
            }
        }
        Ok(enabled)
    }

    /// Those of them that are on a dial plan for Lync.
    pub(crate) fn on_sip_plans(&self) -> Result<Vec<&'a Item<UmMailbox>>, Missing> {
        let mut found = Vec::new();
        for mailbox in self.enabled()? {
            if self.is_on_sip_plan(mailbox)? {
                found.push(mailbox);
            }
        }
        Ok(found)
    }

    /// Whether the policy of a mailbox leads to a dial plan for Lync.
    pub(crate) fn is_on_sip_plan(&self, mailbox: &UmMailbox) -> Result<bool, Missing> {
        let policy = policy(mailbox)?;
        let missing = || Missing::not_collected(&exchange_sections::UM_MAILBOX_POLICIES).on(policy);
        if policy.is_empty() {
            return Ok(false);
        }
        self.policies.get(&policy.to_lowercase()).copied().flatten().ok_or_else(missing)
    }
}

fn unknown(mailbox: &UmMailbox) -> Missing {
    Missing::not_collected(&exchange_sections::UM_MAILBOXES).on(&mailbox.identity)
}

/// The policy of a mailbox; empty if it has none.
pub(crate) fn policy(mailbox: &UmMailbox) -> Result<&str, Missing> {
    mailbox.mailbox_policy.as_deref().ok_or_else(|| unknown(mailbox))
}

/// The SIP addresses under which unified messaging knows a mailbox: from its addresses, without their dial plan, and from
/// its identifier. Extensions are left out.
pub(crate) fn sip_addresses(mailbox: &UmMailbox) -> Result<Vec<&str>, Missing> {
    let (addresses, identifier) = (&mailbox.eum_addresses, mailbox.sip_resource_identifier.as_deref());
    if addresses.is_none() && identifier.is_none() {
        return Err(unknown(mailbox));
    }
    let mut found: Vec<&str> = Vec::new();
    let listed =
        addresses.iter().flatten().filter_map(|address| address.split(';').next()).filter(|one| one.contains('@'));
    for one in listed.chain(identifier.filter(|one| !one.is_empty())) {
        if !found.iter().any(|known| known.eq_ignore_ascii_case(one)) {
            found.push(one);
        }
    }
    Ok(found)
}
