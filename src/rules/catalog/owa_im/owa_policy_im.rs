//! OWA-POLICY-IM: instant messaging is on in the OWA mailbox policies.

use crate::rules::fixes::mailbox_policy::{instant_messaging, is_on, switch_on};
use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "OWA-POLICY-IM",
    title: Text::new(
        "Instant messaging is enabled in every OWA mailbox policy",
        "La messagerie instantanée est activée dans chaque stratégie de boîte aux lettres OWA",
    ),
    explanation: Text::new(
        "A policy that is assigned to a user overrides the settings of the virtual directory. Users with a policy that disables instant messaging, or sets its type to None, see no presence.",
        "Une stratégie attribuée à un utilisateur remplace les paramètres du répertoire virtuel. Les utilisateurs dont la stratégie désactive la messagerie instantanée, ou en définit le type sur None, ne voient aucune présence.",
    ),
    remedy: Text::new(
        "Set-OwaMailboxPolicy with InstantMessagingEnabled true and InstantMessagingType Ocs.",
        "Set-OwaMailboxPolicy avec InstantMessagingEnabled à true et InstantMessagingType à Ocs.",
    ),
    sources: &[Source::seed("000", "91-97"), Source::seed("001", "83-89")],
    after: &["OWA-APPPOOL-RECYCLE", "SO-RESTART-POOL"],
    needs: &[&exchange_sections::OWA_MAILBOX_POLICIES],
    ..super::BASE
};

const OFF: Text = Text::new(
    "The policy {policy} does not enable instant messaging for its users.",
    "La stratégie {policy} n'active pas la messagerie instantanée pour ses utilisateurs.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for policy in context.estate.exchange.owa_mailbox_policies.items()? {
        let target = Target::new(TargetKind::Policy, &policy.identity);
        findings.for_target(&target, |findings| {
            let (enabled, kind) = instant_messaging(policy)?;
            let evidence = vec![
                Evidence::actual("InstantMessagingEnabled", Some(enabled.to_string())).expected("true").from(policy),
                Evidence::actual("InstantMessagingType", Some(kind)).expected("Ocs").from(policy),
            ];
            if is_on(policy)? {
                findings.pass(target.clone(), evidence);
            } else {
                let args = args! { policy: policy.identity };
                let context = *context;
                findings.fail(target.clone(), OFF, args, evidence).with_fix(move |fix| {
                    switch_on(&context, policy, fix);
                    Ok(())
                });
            }
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const TYPE: &str = "/exchange/owaMailboxPolicies/values/0/instantMessagingType";
    const ENABLED: &str = "/exchange/owaMailboxPolicies/values/0/instantMessagingEnabled";

    #[test]
    fn a_policy_with_type_ocs_passes() {
        exchange_2013(&RULE).passes("Default");
    }

    #[test]
    fn a_policy_without_the_type_or_switched_off_fails_and_is_fixed() {
        exchange_2013(&RULE).set(TYPE, "None").fails("Default").fixed_with(&["Set-OwaMailboxPolicy"]);
        exchange_2013(&RULE).set(ENABLED, false).fails("Default").fixed_with(&["Set-OwaMailboxPolicy"]);
    }

    #[test]
    fn policies_that_nobody_asked_for_are_unknown() {
        exchange_2013(&RULE).forget("/exchange/owaMailboxPolicies").unknown("");
        exchange_2013(&RULE).forget(TYPE).unknown("Default");
    }
}
