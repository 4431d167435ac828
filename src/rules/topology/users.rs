//! Judging many users in few findings: one for each user that fails, one for all that pass, one for all of whom
//! something is not known. A directory of 10,000 users must not make 10,000 findings.

use crate::facts::{Item, Mailbox, Missing, User};
use crate::message::Text;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Evidence, Report, Target};

/// Why a user fails: the sentence, what fills it, and what was read.
pub(crate) type Fault = (Text, Vec<(&'static str, String)>, Vec<Evidence>);

/// A fault with one piece of evidence. Made only where one is: most users have none, and there are many.
pub(crate) fn fault(text: Text, args: &[(&'static str, &str)], evidence: Evidence) -> Option<Fault> {
    let args = args.iter().map(|&(blank, value)| (blank, value.to_owned())).collect();
    Some((text, args, vec![evidence]))
}

/// Judges users by name; `look` answers why one fails, or nothing.
pub(crate) fn judge<'a, T: 'a>(
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

/// The Lync user who has a mailbox: by its address, or by one of its SIP addresses.
pub(crate) fn of_mailbox<'a>(context: &Context<'a>, mailbox: &Mailbox) -> Result<Option<&'a Item<User>>, Missing> {
    let addresses = std::iter::once(&mailbox.identity).chain(mailbox.sip_addresses.iter().flatten());
    context.estate.lync_user(addresses.map(String::as_str))
}
