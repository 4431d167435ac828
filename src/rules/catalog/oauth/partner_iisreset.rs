//! PARTNER-IISRESET: IIS starts again after Exchange came to know a partner application.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::partner::{EXCHANGE_VERSIONS, of_lync, servers};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_follow_up(follow_up);

static METADATA: Metadata = Metadata {
    id: "PARTNER-IISRESET",
    category: Category::Step,
    severity: Severity::Warning,
    roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd],
    exchange: EXCHANGE_VERSIONS,
    title: Text::new(
        "IIS was restarted after Lync was added as a partner application of Exchange",
        "IIS a été redémarré après l'ajout de Lync comme application partenaire d'Exchange",
    ),
    explanation: Text::new(
        "Web services of Exchange may ignore the new partner application until IIS restarts. A plan restarts IIS on every Exchange server only after it has created or changed the partner application.",
        "Les services web d'Exchange peuvent ignorer la nouvelle application partenaire jusqu'au redémarrage d'IIS. Un plan redémarre IIS sur chaque serveur Exchange uniquement après avoir créé ou modifié l'application partenaire.",
    ),
    remedy: Text::new(
        "On every Exchange server, as administrator: iisreset, or Restart-Service W3SVC. All web clients of the server are interrupted briefly.",
        "Sur chaque serveur Exchange, en tant qu'administrateur : iisreset, ou Restart-Service W3SVC. Tous les clients web du serveur sont brièvement interrompus.",
    ),
    interpretation: Some(Text::new(
        "The facts do not show when the partner application was created. A successful test of the access to a mailbox is taken as the sign that IIS uses it. The documentation uses iisreset; a restart of W3SVC is taken as sufficient for web services (iisreset also stops the other services of IIS).",
        "Les faits n'indiquent pas quand l'application partenaire a été créée. Un test réussi de l'accès à une boîte aux lettres est considéré comme le signe qu'IIS l'utilise. La documentation utilise iisreset ; le redémarrage de W3SVC est considéré comme suffisant pour les services web (iisreset arrête aussi les autres services d'IIS).",
    )),
    sources: &[Source::page("configure-partner-applications.md")],
    after: &["PARTNER-LYNC-IN-EX"],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::PARTNER_APPLICATIONS, &lync_sections::STORAGE_TESTS],
    optional: &[&exchange_sections::SERVERS],
    ..super::BASE
};

const NO_ENTRY: Text = Text::new(
    "Lync is not a partner application of Exchange yet. See PARTNER-LYNC-IN-EX.",
    "Lync n'est pas encore une application partenaire d'Exchange. Voir PARTNER-LYNC-IN-EX.",
);
const RESTART: Text = Text::new(
    "No test shows that IIS uses the partner application. If IIS was not restarted since Lync was added, restart it on every Exchange server.",
    "Aucun test ne montre qu'IIS utilise l'application partenaire. Si IIS n'a pas été redémarré depuis l'ajout de Lync, redémarrez-le sur chaque serveur Exchange.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if of_lync(context)?.is_empty() {
        findings.not_applicable(Target::estate(), NO_ENTRY, Vec::new());
        return Ok(());
    }
    let tests = context.estate.lync.storage_tests.items()?;
    if tests.iter().any(|test| test.passed == Some(true)) {
        findings.pass(Target::estate(), Vec::new());
    } else {
        findings.manual(Target::estate(), RESTART, Vec::new());
    }
    Ok(())
}

/// Once on every Exchange server, after the steps that change the entry.
fn follow_up(context: &Context<'_>, fixes: &mut FollowUp<'_>) {
    let follows = fixes.numbers(|added| added.rule.id == "PARTNER-LYNC-IN-EX");
    if follows.is_empty() {
        return;
    }
    for server in servers(context).unwrap_or_default() {
        fixes.add(restart(server.host.name().to_owned(), follows.clone()));
    }
}

fn restart(machine: String, follows: Vec<usize>) -> Step {
    Step::new(Shell::Local, (Text::new("Restart IIS on {server}", "Redémarrer IIS sur {server}"), args! { server: machine }), Cmdlet::new("Restart-Service").with("Name", "W3SVC")).on(machine).following(follows).interrupting(Text::new(
            "All web clients of this server (Outlook, Outlook on the web, mobile devices) are interrupted briefly.",
            "Tous les clients web de ce serveur (Outlook, Outlook sur le web, appareils mobiles) sont brièvement interrompus.",
        )).verified_by(&["PARTNER-TEST"])
}

#[cfg(test)]
mod tests {
    use super::{RULE, follow_up};
    use crate::rules::testing::prelude::*;

    const ENTRY: &str = "/exchange/partnerApplications/values/0";

    /// The steps for the entry, with those that follow.
    fn steps(sample: &Sample) -> Fixes {
        let mut steps = sample.steps("PARTNER-LYNC-IN-EX");
        let estate = sample.estate();
        let context = Context { estate: &estate, settings: &sample.settings, scenarios: &[] };
        follow_up(&context, &mut steps.following(RULE.metadata));
        steps
    }

    #[test]
    fn a_mailbox_that_lync_reaches_shows_that_it_was_done() {
        oauth(&RULE).passes("");
    }

    #[test]
    fn without_that_proof_a_person_has_to_know() {
        oauth(&RULE).set("/lync/storageTests/values/0/passed", false).manual("");
    }

    #[test]
    fn without_an_entry_nothing_has_changed() {
        oauth(&RULE).forget(ENTRY).not_applicable();
    }

    #[test]
    fn every_server_is_restarted_once_after_the_entry_and_never_without_it() {
        assert!(steps(&Sample::oauth()).added().is_empty());
        let steps = steps(&Sample::oauth().with_second_server("Version 15.0 (Build 1497.2)").forget(ENTRY));
        let machines: Vec<_> = steps.added().iter().filter_map(|added| added.step.machine.as_deref()).collect();
        assert_eq!(machines, ["ex01.contoso.com", "ex02.contoso.com"]);
        let restart = &steps.added()[1].step;
        assert_eq!(display(&restart.command), "Restart-Service -Name W3SVC");
        assert_eq!(restart.follows, [0]);
        assert!(restart.interrupts.is_some());
    }
}
