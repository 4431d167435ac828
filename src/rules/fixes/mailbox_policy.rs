//! OWA mailbox policies: whether one gives its users instant messaging, and the steps that switch it on and off there.
//! Whether it should be on is for the rules.

use crate::facts::MailboxPolicy;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::is_gone_everywhere;
use crate::step::State;

const SWITCH_ON: Text = Text::new(
    "Enable instant messaging in the policy {policy}",
    "Activer la messagerie instantanée dans la stratégie {policy}",
);
const SWITCH_OFF: Text = Text::new(
    "Disable instant messaging in the policy {policy}",
    "Désactiver la messagerie instantanée dans la stratégie {policy}",
);

/// Whether instant messaging is on in a policy, and its type, or what to ask for.
pub(crate) fn instant_messaging(policy: &MailboxPolicy) -> Result<(bool, &str), Missing> {
    let missing = || Missing::not_collected(&exchange_sections::OWA_MAILBOX_POLICIES).on(&policy.identity);
    let enabled = policy.instant_messaging_enabled.ok_or_else(missing)?;
    Ok((enabled, policy.instant_messaging_type.as_deref().ok_or_else(missing)?))
}

/// Whether a policy gives its users instant messaging.
pub(crate) fn is_on(policy: &MailboxPolicy) -> Result<bool, Missing> {
    instant_messaging(policy).map(|(enabled, kind)| enabled && kind.eq_ignore_ascii_case("Ocs"))
}

/// Adds the step that switches instant messaging on in a policy, unless an update took it from every server.
pub(crate) fn switch_on(context: &Context<'_>, policy: &MailboxPolicy, fix: &mut Fix<'_>) {
    if is_gone_everywhere(context) {
        return;
    }
    let command = |enabled: bool, kind: &str| set(policy, enabled).with("InstantMessagingType", kind);
    let of = |enabled: bool, kind: &str| {
        state([("InstantMessagingEnabled", enabled.into()), ("InstantMessagingType", kind.into())])
    };
    let enabled = policy.instant_messaging_enabled.unwrap_or_default();
    let kind = policy.instant_messaging_type.as_deref().unwrap_or("None");
    let step = Step::new(Shell::Exchange, (SWITCH_ON, args! { policy: policy.identity }), command(true, "Ocs"))
        .undone_by([command(enabled, kind)])
        .changing(transition(policy, of(enabled, kind), of(true, "Ocs")))
        .verified_by(&["OWA-USER-POLICY"]);
    fix.add(step);
}

/// The step that switches instant messaging off in a policy in which it is on; the type stays as it is.
pub(crate) fn switch_off(policy: &MailboxPolicy) -> Step {
    let of = |enabled: bool| state([("InstantMessagingEnabled", enabled.into())]);
    Step::new(Shell::Exchange, (SWITCH_OFF, args! { policy: policy.identity }), set(policy, false))
        .undone_by([set(policy, true)])
        .changing(transition(policy, of(true), of(false)))
        .verified_by(&["OWA-DISABLE-IF-UNUSED"])
}

fn set(policy: &MailboxPolicy, enabled: bool) -> Cmdlet {
    Cmdlet::new("Set-OwaMailboxPolicy")
        .with("Identity", policy.identity.as_str())
        .with("InstantMessagingEnabled", enabled)
}

fn transition(policy: &MailboxPolicy, before: State, after: State) -> Transition {
    let filter = [("Identity".to_owned(), Value::from(policy.identity.as_str()))].into();
    Transition { probe: Probe::Object { command: Cmdlet::new("Get-OwaMailboxPolicy"), filter }, before, after }
}
