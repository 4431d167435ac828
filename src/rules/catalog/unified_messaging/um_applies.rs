//! UM-APPLIES: this version of Exchange has unified messaging. Says so once, in the place of all other rules about it, where
//! no server has it.

use crate::rules::prelude::*;
use crate::rules::topology::im::servers::{in_scope, version};
use std::collections::HashSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-APPLIES",
    roles: &[Role::ExchangeBackEnd],
    exchange: &[],
    title: Text::new(
        "Users of unified messaging have their mailbox on an Exchange version that has unified messaging",
        "Les utilisateurs de la messagerie unifiée ont leur boîte aux lettres sur une version d'Exchange qui en dispose",
    ),
    explanation: Text::new(
        "Exchange 2010, 2013 and 2016 have unified messaging. Exchange 2019 and SE do not; use Cloud Voicemail instead. Microsoft no longer supports any version that has it. Instant messaging in Outlook on the web is not supported between Lync Server 2013 and Exchange 2016, but unified messaging is.",
        "Exchange 2010, 2013 et 2016 ont la messagerie unifiée. Exchange 2019 et SE ne l'ont pas ; utilisez Cloud Voicemail à la place. Microsoft ne prend plus en charge aucune version qui en dispose. La messagerie instantanée dans Outlook sur le web n'est pas prise en charge entre Lync Server 2013 et Exchange 2016, mais la messagerie unifiée l'est.",
    ),
    remedy: Text::new(
        "Configure Cloud Voicemail for these users (New-CsHostedVoicemailPolicy, Set-CsUser -HostedVoiceMail $true in the Lync shell), and disable unified messaging for them (Disable-UMMailbox in the shell of a server that still has it), also for accounts that are disabled. Remove-UMDialPlan is refused before: remove the mailbox policies of the dial plan first (Remove-UMMailboxPolicy).",
        "Configurez Cloud Voicemail pour ces utilisateurs (New-CsHostedVoicemailPolicy, Set-CsUser -HostedVoiceMail $true dans le shell Lync) et désactivez pour eux la messagerie unifiée (Disable-UMMailbox dans le shell d'un serveur qui l'a encore), y compris pour les comptes désactivés. Remove-UMDialPlan est refusé avant : supprimez d'abord les stratégies de boîte aux lettres du plan de numérotation (Remove-UMMailboxPolicy).",
    ),
    symptoms: &[
        Text::new(
            "Remove-UMDialPlan is refused after the move to Exchange 2019",
            "Remove-UMDialPlan est refusé après le passage à Exchange 2019",
        ),
        Text::new(
            "Unified messaging is still set up after the move to Exchange 2019",
            "La messagerie unifiée est encore configurée après le passage à Exchange 2019",
        ),
        Text::new(
            "A user has no voice mail after the mailbox was moved to Exchange 2019",
            "Un utilisateur n'a plus de messagerie vocale après le déplacement de sa boîte aux lettres vers Exchange 2019",
        ),
    ],
    interpretation: Some(Text::new(
        "If no server has unified messaging, one finding reports it and the other rules do not apply. It is an error if users or dial plans of unified messaging remain, and information otherwise.",
        "Si aucun serveur n'a la messagerie unifiée, un seul constat le signale et les autres règles ne s'appliquent pas. C'est une erreur s'il reste des utilisateurs ou des plans de numérotation de messagerie unifiée, et une information sinon.",
    )),
    sources: &[
        Source::seed("003", "16"),
        Source::page("unified-messaging.md"),
        Source::page("discontinued-features.md"),
    ],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::MAILBOXES,
        &exchange_sections::UM_MAILBOXES,
        &exchange_sections::UM_DIAL_PLANS,
    ],
    optional: &[&exchange_sections::MAILBOXES, &exchange_sections::UM_MAILBOXES, &exchange_sections::UM_DIAL_PLANS],
    ..super::BASE
};

const GONE: Text = Text::new(
    "{server} runs {product}, which has no unified messaging. Use Cloud Voicemail instead; no action is required here.",
    "{server} exécute {product}, qui n'a pas la messagerie unifiée. Utilisez Cloud Voicemail à la place ; aucune action n'est requise ici.",
);
const NOWHERE: Text = Text::new(
    "No Exchange server in this estate has unified messaging: Exchange Server 2019 and SE do not have it. Use Cloud Voicemail instead (New-CsHostedVoicemailPolicy, Set-CsUser -HostedVoiceMail $true in the Lync shell).",
    "Aucun serveur Exchange de cet environnement n'a la messagerie unifiée : Exchange Server 2019 et SE ne l'ont pas. Utilisez Cloud Voicemail à la place (New-CsHostedVoicemailPolicy, Set-CsUser -HostedVoiceMail $true dans le shell Lync).",
);
const LEFT_BEHIND: Text = Text::new(
    "No Exchange server in this estate has unified messaging, because Exchange Server 2019 and SE do not have it, but it is still configured: users {users}, dial plans {plans}. Use Cloud Voicemail instead. A dial plan can be removed only after its users, disabled accounts too, and then its mailbox policies.",
    "Aucun serveur Exchange de cet environnement n'a la messagerie unifiée, car Exchange Server 2019 et SE ne l'ont pas, mais elle est encore configurée : utilisateurs {users}, plans de numérotation {plans}. Utilisez Cloud Voicemail à la place. Un plan de numérotation ne peut être supprimé qu'après ses utilisateurs, comptes désactivés compris, puis ses stratégies de boîte aux lettres.",
);
const TOO_OLD: Text = Text::new(
    "{server} runs Exchange Server 2007, which the documentation does not mention.",
    "{server} exécute Exchange Server 2007, que la documentation ne mentionne pas.",
);
const STRANDED: Text = Text::new(
    "{user} is enabled for unified messaging, but the mailbox is on {version}, which has no unified messaging.",
    "{user} est activé pour la messagerie unifiée, mais sa boîte aux lettres est sur {version}, qui n'a pas la messagerie unifiée.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let mut servers = context.estate.servers()?;
    servers.retain(|server| in_scope(context, &server.host));
    for server in &servers {
        findings.for_target(&Target::server(&server.host), |findings| look(findings, server));
    }
    let is_new = |server: &Server<'_>| server.version >= Some(ExchangeVersion::V2019);
    if !servers.is_empty() && servers.iter().all(is_new) {
        nowhere(context, findings);
    }
    stranded(context, findings);
    Ok(())
}

/// Says that no server has unified messaging: an error if it is still set up.
fn nowhere<'a>(context: &Context<'a>, findings: &mut Findings<'a>) {
    let exchange = &context.estate.exchange;
    let users = exchange.um_mailboxes.items().unwrap_or_default();
    let users = users.iter().filter(|user| user.enabled == Some(true)).count();
    let plans = exchange.um_dial_plans.items().unwrap_or_default().len();
    let left = users + plans > 0;
    let args = args! { users, plans };
    if left {
        findings.fail(Target::estate(), LEFT_BEHIND, args, Vec::new());
    } else {
        findings.fail(Target::estate(), NOWHERE, args, Vec::new()).with_severity(Severity::Information);
    }
}

fn look(findings: &mut Findings<'_>, server: &Server<'_>) -> Result<(), Missing> {
    let target = Target::server(&server.host);
    let args = args! { server: server.host.name(), product: server.product().unwrap_or_default() };
    match version(server)? {
        ExchangeVersion::V2019 | ExchangeVersion::SubscriptionEdition => findings.not_applicable(target, GONE, args),
        ExchangeVersion::V2007 => findings.not_applicable(target, TOO_OLD, args),
        ExchangeVersion::V2010 | ExchangeVersion::V2013 | ExchangeVersion::V2016 => {
            let text = server.facts.version.as_deref();
            findings.pass(target, vec![Evidence::actual("AdminDisplayVersion", text).from(server.facts)]);
        }
    }
    Ok(())
}

/// Reports the users of unified messaging whose mailbox went to Exchange 2019 or SE. Where no user was asked for, nobody is
/// checked: UM-USERS-ENABLED asks for them.
fn stranded<'a>(context: &Context<'a>, findings: &mut Findings<'a>) {
    let exchange = &context.estate.exchange;
    let (Ok(mailboxes), Ok(users)) = (exchange.mailboxes.items(), exchange.um_mailboxes.items()) else { return };
    let enabled: HashSet<String> =
        users.iter().filter(|user| user.enabled == Some(true)).map(|user| user.identity.to_lowercase()).collect();
    for mailbox in mailboxes {
        let told = mailbox.version.as_deref();
        let Some(version) = told.and_then(ExchangeVersion::parse) else { continue };
        if version >= ExchangeVersion::V2019 && enabled.contains(&mailbox.identity.to_lowercase()) {
            let target = Target::new(TargetKind::User, &mailbox.identity);
            let evidence = vec![Evidence::actual("AdminDisplayVersion", told).from(mailbox)];
            findings.fail(target, STRANDED, args! { user: mailbox.identity, version: version.name() }, evidence);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    fn of_version(version: &str) -> Case {
        unified_messaging(&RULE).set(VERSION, version)
    }

    #[test]
    fn versions_with_unified_messaging_pass_and_none_is_unknown() {
        for version in [EXCHANGE_2010, EXCHANGE_2013, EXCHANGE_2016] {
            of_version(version).passes(SERVER);
        }
        unified_messaging(&RULE).forget(VERSION).unknown(SERVER);
    }

    #[test]
    fn lync_2013_with_exchange_2016_is_supported_for_this() {
        let case = of_version(EXCHANGE_2016).passes(SERVER);
        case.sample().expect("PRE-VERSION-COMBO", &[(SERVER, Fail)]);
    }

    #[test]
    fn exchange_2019_and_se_have_none_and_what_takes_its_place_is_named() {
        for (version, product) in [
            (EXCHANGE_2019, "Exchange Server 2019, build 15.2.1118.7"),
            (EXCHANGE_SE, "Exchange Server SE, build 15.2.2562.17"),
        ] {
            let nothing = json!({ "umMailboxes/values": [], "umDialPlans/values": [] });
            let unused = of_version(version).change("/exchange", nothing);
            for (case, severity) in [(of_version(version), Severity::Error), (unused, Severity::Information)] {
                let case = case.finds(&[("", Fail), (SERVER, NotApplicable)]).severity(severity);
                case.says_of("", "Cloud Voicemail").says_of(SERVER, "Cloud Voicemail").says_of(SERVER, product);
            }
        }
        let other =
            json!({ "name": "EX16", "fqdn": "EX16.contoso.com", "version": EXCHANGE_2016, "roles": ["Mailbox"] });
        let mixed = of_version(EXCHANGE_2019).set("/exchange/servers/values/1", other);
        mixed.finds(&[(SERVER, NotApplicable), ("ex16.contoso.com", Pass)]);
        of_version(EXCHANGE_2007).finds(&[(SERVER, NotApplicable)]);
    }

    #[test]
    fn a_user_whose_mailbox_went_to_exchange_2019_or_se_fails() {
        for (version, name) in [(EXCHANGE_2019, "Exchange Server 2019"), (EXCHANGE_SE, "Exchange Server SE")] {
            let case = unified_messaging(&RULE).set("/exchange/mailboxes/values/0/version", version);
            let case = case.finds(&[(SERVER, Pass), (ANN, Fail)]).not_fixed().says_of(ANN, name);
            case.change(MAILBOX, json!({ "enabled": false })).passes(SERVER);
        }
    }

    #[test]
    fn what_keeps_a_dial_plan_from_being_removed_is_told() {
        let case = of_version(EXCHANGE_2019).finds(&[("", Fail), (SERVER, NotApplicable)]);
        let message = case.findings()[0].message(Culture::En);
        assert!(message.contains("disabled accounts") && message.contains("mailbox policies"), "{message}");
        let remedy = RULE.metadata.remedy.en;
        assert!(remedy.contains("accounts that are disabled") && remedy.contains("Remove-UMMailboxPolicy"), "{remedy}");
    }

    #[test]
    fn nobody_is_told_to_stay_on_a_version_that_is_out_of_support() {
        let remedy = RULE.metadata.remedy.en;
        assert!(remedy.contains("Cloud Voicemail") && !remedy.contains("2013") && !remedy.contains("2016"), "{remedy}");
    }
}
