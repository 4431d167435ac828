//! OWA-USER-POLICY: the users are under a policy with instant messaging.

use crate::facts::MailboxPolicy;
use crate::rules::fixes::mailbox_policy;
use crate::rules::prelude::*;
use crate::rules::topology::users::{self, Fault};
use std::collections::HashMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "OWA-USER-POLICY",
    title: Text::new(
        "The user can use Outlook on the web, with a policy that enables instant messaging",
        "L'utilisateur peut utiliser Outlook sur le web, avec une stratégie qui active la messagerie instantanée",
    ),
    explanation: Text::new(
        "A policy that is assigned to the mailbox overrides the settings of the virtual directory. Without a policy, those settings apply (OWA-VDIR-IM).",
        "Une stratégie attribuée à la boîte aux lettres remplace les paramètres du répertoire virtuel. Sans stratégie, ces paramètres s'appliquent (OWA-VDIR-IM).",
    ),
    remedy: Text::new(
        "Enable instant messaging in the policy (OWA-POLICY-IM), or assign another policy: Set-CASMailbox -OwaMailboxPolicy. To allow Outlook on the web itself: Set-CASMailbox -OWAEnabled $true.",
        "Activez la messagerie instantanée dans la stratégie (OWA-POLICY-IM), ou attribuez-en une autre : Set-CASMailbox -OwaMailboxPolicy. Pour autoriser Outlook sur le web lui-même : Set-CASMailbox -OWAEnabled $true.",
    ),
    sources: &[Source::seed("000", "99"), Source::seed("001", "91")],
    after: &["OWA-POLICY-IM"],
    needs: &[&exchange_sections::CLIENT_MAILBOXES, &exchange_sections::OWA_MAILBOX_POLICIES],
    ..super::BASE
};

const NOT_ALLOWED: Text = Text::new(
    "{user} is not allowed to use Outlook on the web.",
    "{user} n'est pas autorisé à utiliser Outlook sur le web.",
);
const NO_SUCH_POLICY: Text = Text::new(
    "{user} has the policy {policy}, which does not exist.",
    "{user} a la stratégie {policy}, qui n'existe pas.",
);
const POLICY_OFF: Text = Text::new(
    "{user} has the policy {policy}, which does not enable instant messaging.",
    "{user} a la stratégie {policy}, qui n'active pas la messagerie instantanée.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let policies = policies(context)?;
    let mailboxes = context.estate.exchange.client_mailboxes.items()?;
    users::judge(
        findings,
        mailboxes.iter(),
        |mailbox| &mailbox.identity,
        |mailbox| {
            let missing = || Missing::not_collected(&exchange_sections::CLIENT_MAILBOXES);
            let allowed = mailbox.owa_enabled.ok_or_else(missing)?;
            let name = mailbox.owa_mailbox_policy.as_deref().ok_or_else(missing)?;
            let args = args! { user: mailbox.identity, policy: name };
            if !allowed {
                let evidence = Evidence::actual("OWAEnabled", Some("false")).expected("true").from(mailbox);
                return Ok(Some(Fault::new(NOT_ALLOWED, args, vec![evidence])));
            }
            if name.is_empty() {
                return Ok(None);
            }
            let evidence = vec![Evidence::actual("OwaMailboxPolicy", Some(name)).from(mailbox)];
            let Some(policy) = policies.get(&name.to_lowercase()) else {
                return Ok(Some(Fault::new(NO_SUCH_POLICY, args, evidence)));
            };
            if mailbox_policy::is_on(policy)? {
                return Ok(None);
            }
            // The policy is fixed; which users are under it is not touched.
            let policy = *policy;
            let context = *context;
            let fault = Fault::new(POLICY_OFF, args, evidence).with_fix(move |fix| {
                mailbox_policy::switch_on(&context, policy, fix);
                Ok(())
            });
            Ok(Some(fault))
        },
    );
    Ok(())
}

fn policies<'a>(context: &Context<'a>) -> Result<HashMap<String, &'a MailboxPolicy>, Missing> {
    let all = context.estate.exchange.owa_mailbox_policies.items()?.iter();
    Ok(all.map(|policy| (policy.identity.to_lowercase(), &**policy)).collect())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const POLICY: &str = "/exchange/clientMailboxes/values/0/owaMailboxPolicy";
    const ENABLED: &str = "/exchange/clientMailboxes/values/0/owaEnabled";
    const ANN: &str = "ann@contoso.com";

    #[test]
    fn a_user_under_a_policy_with_instant_messaging_or_under_none_passes() {
        exchange_2013(&RULE).passes("");
        for name in ["DEFAULT", ""] {
            exchange_2013(&RULE).set(POLICY, name).passes("");
        }
    }

    #[test]
    fn a_policy_that_is_off_fails_and_is_fixed() {
        let case = exchange_2013(&RULE).set("/exchange/owaMailboxPolicies/values/0/instantMessagingEnabled", false);
        case.fails(ANN).fixed_with(&["Set-OwaMailboxPolicy"]);
    }

    #[test]
    fn a_user_without_outlook_on_the_web_or_with_an_unknown_policy_fails_without_a_step() {
        exchange_2013(&RULE).set(ENABLED, false).fails(ANN).not_fixed();
        exchange_2013(&RULE).set(POLICY, "Gone").fails(ANN).not_fixed();
    }

    #[test]
    fn what_nobody_asked_is_unknown() {
        let places = ["/exchange/clientMailboxes", "/exchange/owaMailboxPolicies", POLICY, ENABLED];
        exchange_2013(&RULE).unknown_without("", &places);
    }
}
