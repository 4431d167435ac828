//! Judging many users in few findings: one for each user that fails, one for all that pass, one for all of whom
//! something is not known. A directory of 10,000 users must not make 10,000 findings.

use super::finding::{Evidence, Report, Target};
use crate::facts::{Item, Mailbox, Missing, User};
use crate::message::Text;
use std::collections::HashMap;

/// Why a user fails: the sentence, what fills it, and what was read.
pub(super) type Fault = (Text, Vec<(&'static str, String)>, Vec<Evidence>);

/// Judges users by name; `look` answers why one fails, or nothing.
pub(super) fn judge<'a, T: 'a>(
    report: &mut Report<'_>,
    users: impl Iterator<Item = &'a T>,
    name: impl Fn(&T) -> &str,
    look: impl Fn(&'a T) -> Result<Option<Fault>, Missing>,
) {
    let mut passed = 0_usize;
    let mut unknown = None;
    for user in users {
        match look(user) {
            Ok(Some((text, args, evidence))) => report.fail(Target::new("User", name(user)), text, args, evidence),
            Ok(None) => passed += 1,
            Err(missing) => {
                unknown.get_or_insert(missing.on(name(user)));
            }
        }
    }
    if passed > 0 {
        report.pass(all_users(), vec![Evidence::read("Users", Some(passed.to_string()))]);
    }
    if let Some(missing) = unknown {
        report.unknown(all_users(), missing);
    }
}

fn all_users() -> Target {
    Target::new("Users", "")
}

/// Lync users by every address that they are known by.
pub(super) struct LyncUsers<'a>(HashMap<String, &'a Item<User>>);

impl<'a> LyncUsers<'a> {
    pub(super) fn new(users: &'a [Item<User>]) -> Self {
        let mut by_address = HashMap::with_capacity(users.len() * 2);
        for user in users {
            let addresses = [Some(&user.identity), user.sip_address.as_ref(), user.mail.as_ref()];
            for address in addresses.into_iter().flatten() {
                by_address.entry(address.to_lowercase()).or_insert(user);
            }
        }
        Self(by_address)
    }

    /// The user who has a mailbox: by its address, or by one of its SIP addresses.
    pub(super) fn of(&self, mailbox: &Mailbox) -> Option<&'a Item<User>> {
        let addresses = std::iter::once(&mailbox.identity).chain(mailbox.sip_addresses.iter().flatten());
        self.by(addresses.map(String::as_str))
    }

    /// The user who is known by the first of these addresses by which one is.
    pub(super) fn by<'b>(&self, mut addresses: impl Iterator<Item = &'b str>) -> Option<&'a Item<User>> {
        addresses.find_map(|address| self.0.get(&address.to_lowercase()).copied())
    }
}
