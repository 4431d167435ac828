//! OWA-DISABLE-IF-UNUSED: where instant messaging is not wanted, it is switched off.

use crate::rules::fixes::mailbox_policy;
use crate::rules::fixes::virtual_directory::{self, Wanted};
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::in_scope;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "OWA-DISABLE-IF-UNUSED",
    applies_when: AppliesWhen::Always,
    severity: Severity::Warning,
    roles: &[Role::ExchangeFrontEnd],
    title: Text::new(
        "Instant messaging is disabled where it is not used",
        "La messagerie instantanée est désactivée là où elle n'est pas utilisée",
    ),
    explanation: Text::new(
        "If instant messaging is enabled without Lync, users see empty presence icons and an error at each sign-in. An OWA mailbox policy that enables it overrides the virtual directory for its users.",
        "Si la messagerie instantanée est activée sans Lync, les utilisateurs voient des icônes de présence vides et une erreur à chaque connexion. Une stratégie de boîte aux lettres OWA qui l'active remplace le répertoire virtuel pour ses utilisateurs.",
    ),
    remedy: Text::new(
        "Run Set-OwaVirtualDirectory with InstantMessagingEnabled false for each front-end virtual directory, and Set-OwaMailboxPolicy -Identity <policy> -InstantMessagingEnabled $false for each policy that enables it.",
        "Exécutez Set-OwaVirtualDirectory avec InstantMessagingEnabled à false pour chaque répertoire virtuel frontal, et Set-OwaMailboxPolicy -Identity <stratégie> -InstantMessagingEnabled $false pour chaque stratégie qui l'active.",
    ),
    sources: &[Source::seed("000", "109-111"), Source::seed("001", "101-103")],
    needs: &[&exchange_sections::OWA_VIRTUAL_DIRECTORIES, &exchange_sections::OWA_MAILBOX_POLICIES],
    ..super::BASE
};

const WANTED: Text = Text::new("Instant messaging is requested here.", "La messagerie instantanée est demandée ici.");
const STILL_ON: Text = Text::new(
    "Instant messaging is still enabled for {directory}.",
    "La messagerie instantanée est encore activée pour {directory}.",
);
const POLICY_ON: Text = Text::new(
    "The policy {policy} still enables instant messaging, which overrides the virtual directory for its users.",
    "La stratégie {policy} active encore la messagerie instantanée, ce qui remplace le répertoire virtuel pour ses utilisateurs.",
);
const POLICY_SHARED: Text = Text::new(
    "The policy {policy} still enables instant messaging, which overrides the virtual directory for its users. It also counts on servers that are not part of this request and have instant messaging, so no step changes it. For the users who must not have it, assign another policy, or run Set-OwaMailboxPolicy -Identity {policy} -InstantMessagingEnabled $false when no server has it.",
    "La stratégie {policy} active encore la messagerie instantanée, ce qui remplace le répertoire virtuel pour ses utilisateurs. Elle compte aussi sur des serveurs qui ne font pas partie de cette demande et ont la messagerie instantanée : aucune étape ne la modifie. Pour les utilisateurs qui ne doivent pas l'avoir, attribuez une autre stratégie, ou exécutez Set-OwaMailboxPolicy -Identity {policy} -InstantMessagingEnabled $false quand aucun serveur ne l'a plus.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if !context.settings.disable {
        findings.not_applicable(Target::estate(), WANTED, Vec::new());
        return Ok(());
    }
    let mut servers = context.estate.servers()?;
    servers.retain(|server| server.is_front_end() && in_scope(context, &server.host));
    virtual_directory::each_front_end(context, &servers, findings, Wanted::Off, |findings, target, directory| {
        let (enabled, kind) = virtual_directory::instant_messaging(directory)?;
        let evidence = virtual_directory::evidence(directory, enabled, kind, Wanted::Off);
        findings.pass_if(!enabled, target, evidence, || (STILL_ON, args! { directory: directory.identity }));
        Ok(())
    });
    judge_policies(context, findings)
}

/// A policy counts wherever its users are, so it is switched off only where no server keeps instant messaging.
fn judge_policies<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let is_off = |server: &Server<'_>| in_scope(context, &server.host) || virtual_directory::is_off(context, server);
    let is_for_all = context.estate.servers()?.iter().filter(|server| server.is_front_end()).all(is_off);
    for policy in context.estate.exchange.owa_mailbox_policies.items()? {
        let target = Target::new(TargetKind::Policy, &policy.identity);
        findings.for_target(&target, |findings| {
            let (enabled, kind) = mailbox_policy::instant_messaging(policy)?;
            let evidence = vec![
                Evidence::actual("InstantMessagingEnabled", Some(enabled.to_string())).expected("false").from(policy),
                Evidence::actual("InstantMessagingType", Some(kind)).from(policy),
            ];
            let args = args! { policy: policy.identity };
            if !mailbox_policy::is_on(policy)? {
                findings.pass(target.clone(), evidence);
            } else if is_for_all {
                findings.fail(target.clone(), POLICY_ON, args, evidence).with_fix(|fix| {
                    fix.add(mailbox_policy::switch_off(policy));
                    Ok(())
                });
            } else {
                findings.fail(target.clone(), POLICY_SHARED, args, evidence);
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
    use serde_json::json;

    const ENABLED: &str = "/exchange/owaVirtualDirectories/values/0/instantMessagingEnabled";
    const POLICY: &str = "/exchange/owaMailboxPolicies/values/0/instantMessagingEnabled";
    const POLICY_TYPE: &str = "/exchange/owaMailboxPolicies/values/0/instantMessagingType";
    const NAME: &str = "EX01\\owa (Default Web Site)";

    /// Where the policies are off.
    fn unwanted() -> Case {
        let case = exchange_2013(&RULE).asking(Settings { disable: true, ..Settings::default() });
        case.set(POLICY, false)
    }

    #[test]
    fn a_directory_that_is_still_on_fails_and_is_switched_off() {
        let off = format!("Set-OwaVirtualDirectory -Identity {NAME} -InstantMessagingEnabled false");
        unwanted().finds(&[("Default", Status::Pass), (NAME, Status::Fail)]).fixed_by(&off);
    }

    #[test]
    fn a_directory_that_is_off_passes() {
        unwanted().set(ENABLED, false).finds(&[("Default", Status::Pass), (NAME, Status::Pass)]);
        let none = unwanted().set(POLICY, true).set(POLICY_TYPE, "None").set(ENABLED, false);
        none.finds(&[("Default", Status::Pass), (NAME, Status::Pass)]);
    }

    #[test]
    fn a_policy_that_is_still_on_fails_and_is_switched_off() {
        let case = unwanted().set(ENABLED, false).set(POLICY, true);
        let case = case.finds(&[("Default", Status::Fail), (NAME, Status::Pass)]);
        let set = "Set-OwaMailboxPolicy -Identity Default -InstantMessagingEnabled";
        case.fixed_by(&format!("{set} false")).undone_by(&[&format!("{set} true")]);
    }

    /// Its users on the other server have instant messaging, and keep it.
    #[test]
    fn a_policy_that_counts_elsewhere_is_left_to_a_person() {
        let second = json!({ "name": "EX02", "fqdn": "ex02.contoso.com", "version": "Version 15.0 (Build 1497.2)", "roles": ["Mailbox", "ClientAccess"] });
        let directory = json!({
            "identity": "EX02\\owa (Default Web Site)", "server": "EX02", "backEnd": false,
            "instantMessagingEnabled": true, "instantMessagingType": "Ocs",
        });
        let settings = Settings { disable: true, servers: vec!["EX01".to_owned()], ..Settings::default() };
        let case = unwanted().asking(settings).set(ENABLED, false).set(POLICY, true);
        let case =
            case.set("/exchange/servers/values/1", second).set("/exchange/owaVirtualDirectories/values/1", directory);
        let case = case.finds(&[("Default", Status::Fail), (NAME, Status::Pass)]).not_fixed();
        case.says(&["-InstantMessagingEnabled $false"])
            .set("/exchange/owaVirtualDirectories/values/1/instantMessagingEnabled", false)
            .fixed_with(&["Set-OwaMailboxPolicy"]);
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        unwanted().forget(ENABLED).finds(&[("Default", Status::Pass), (NAME, Status::Unknown)]);
        unwanted().forget(POLICY).finds(&[("Default", Status::Unknown), (NAME, Status::Fail)]);
    }

    #[test]
    fn where_it_is_wanted_the_rule_does_not_apply() {
        exchange_2013(&RULE).not_applicable();
    }
}
