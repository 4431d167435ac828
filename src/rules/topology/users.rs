//! Judging many users in few findings: one for each user that fails, one for all that pass, one for all of whom
//! something is not known. A directory of 10,000 users must not make 10,000 findings.

use crate::facts::{Mailbox, User};
use crate::rules::model::finding::BoxedFix;
use crate::rules::model::findings::Args;
use crate::rules::model::fixes::FixResult;
use crate::rules::prelude::*;
use std::rc::Rc;

/// Why a user fails. Made only where one does: most users have no fault, and there are many.
pub(crate) struct Fault<'a> {
    text: Text,
    args: Args,
    evidence: Vec<Evidence>,
    severity: Option<Severity>,
    fix: Option<BoxedFix<'a>>,
}

impl<'a> Fault<'a> {
    /// What is said, what fills it, and what was read.
    pub(crate) const fn new(text: Text, args: Args, evidence: Vec<Evidence>) -> Self {
        Self { text, args, evidence, severity: None, fix: None }
    }

    /// The same, where it matters otherwise than the rule says.
    pub(crate) fn with_severity(self, severity: Severity) -> Self {
        Self { severity: Some(severity), ..self }
    }

    /// The same with what fixes it.
    pub(crate) fn with_fix(self, fix: impl Fn(&mut Fix<'_>) -> FixResult + 'a) -> Self {
        Self { fix: Some(Rc::new(fix)), ..self }
    }
}

/// Checks users by name; `look` answers why one fails, or nothing.
pub(crate) fn judge<'a, 'u, T: 'u>(
    findings: &mut Findings<'a>,
    users: impl Iterator<Item = &'u T>,
    name: impl Fn(&T) -> &str,
    look: impl Fn(&'u T) -> Result<Option<Fault<'a>>, Missing>,
) {
    let mut passed = 0_usize;
    let mut unknown = None;
    for user in users {
        match look(user) {
            Ok(Some(fault)) => {
                let target = Target::new(TargetKind::User, name(user));
                let finding = findings.fail(target, fault.text, fault.args, fault.evidence);
                finding.severity = fault.severity.unwrap_or(finding.severity);
                finding.fix = fault.fix;
            }
            Ok(None) => passed += 1,
            Err(missing) => {
                unknown.get_or_insert(missing.on(name(user)));
            }
        }
    }
    if passed > 0 {
        findings.pass(all_users(), vec![Evidence::actual("Users", Some(passed.to_string()))]);
    }
    if let Some(missing) = unknown {
        findings.unknown(all_users(), missing);
    }
}

fn all_users() -> Target {
    Target::new(TargetKind::Users, "")
}

/// The Lync user who has a mailbox: by its address, or by one of its SIP addresses.
pub(crate) fn of_mailbox<'a>(context: &Context<'a>, mailbox: &Mailbox) -> Result<Option<&'a Item<User>>, Missing> {
    let addresses = std::iter::once(&mailbox.identity).chain(mailbox.sip_addresses.iter().flatten());
    context.estate.lync_user(addresses.map(String::as_str))
}
