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
        "IIS was restarted after Exchange came to know Lync",
        "IIS a été redémarré après qu'Exchange a connu Lync",
    ),
    explanation: Text::new(
        "Web services of Exchange may go on without the new partner application until IIS starts again. A plan restarts it on every Exchange server after it has made or changed the entry, and at no other time.",
        "Les services web d'Exchange peuvent continuer sans la nouvelle application partenaire jusqu'au redémarrage d'IIS. Un plan le redémarre sur chaque serveur Exchange après avoir créé ou modifié l'entrée, et à aucun autre moment.",
    ),
    remedy: Text::new(
        "On every Exchange server, as administrator: iisreset, or Restart-Service W3SVC. All web clients of the server are interrupted for a moment.",
        "Sur chaque serveur Exchange, en tant qu'administrateur : iisreset, ou Restart-Service W3SVC. Tous les clients web du serveur sont brièvement interrompus.",
    ),
    inference: Some(Text::new(
        "No fact tells when the entry was made. That the test of the way to a mailbox passes is taken as the sign that IIS knows it. The page says iisreset; that a restart of W3SVC does for web services what matters here is our reading (iisreset stops the other services of IIS as well).",
        "Aucun fait ne dit quand l'entrée a été créée. Que le test du chemin vers une boîte aux lettres réussisse est tenu pour le signe qu'IIS la connaît. La page dit iisreset ; que redémarrer W3SVC suffise ici aux services web est notre lecture (iisreset arrête aussi les autres services d'IIS).",
    )),
    sources: &[Source::page("configure-partner-applications.md")],
    after: &["PARTNER-LYNC-IN-EX"],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::PARTNER_APPLICATIONS, &lync_sections::STORAGE_TESTS],
    ..super::BASE
};

const NO_ENTRY: Text = Text::new(
    "Exchange does not know Lync yet; PARTNER-LYNC-IN-EX is about that.",
    "Exchange ne connaît pas encore Lync ; PARTNER-LYNC-IN-EX en traite.",
);
const RESTART: Text = Text::new(
    "No test shows that IIS knows the partner application. If IIS was not restarted since Exchange came to know Lync, restart it on every Exchange server.",
    "Aucun test ne montre qu'IIS connaît l'application partenaire. Si IIS n'a pas été redémarré depuis qu'Exchange connaît Lync, redémarrez-le sur chaque serveur Exchange.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if of_lync(context)?.is_empty() {
        findings.not_applicable(Target::estate(), NO_ENTRY, Vec::new());
        return Ok(());
    }
    let tests = context.estate.lync.storage_tests.known()?;
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
    Step {
        title: (Text::new("Restart IIS on {server}", "Redémarrer IIS sur {server}"), args! { server: machine }),
        shell: Shell::Local,
        machine: Some(machine),
        command: Cmdlet::new("Restart-Service").with("Name", "W3SVC").into(),
        undo: Vec::new(),
        transition: None,
        follows,
        interrupts: Some(Text::new(
            "All web clients of this server (Outlook, Outlook on the web, mobile devices) are interrupted for a moment.",
            "Tous les clients web de ce serveur (Outlook, Outlook sur le web, appareils mobiles) sont brièvement interrompus.",
        )),
        verified_by: &["PARTNER-TEST"],
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "PARTNER-IISRESET";

    /// The steps for the entry, with those that follow.
    fn steps(sample: &Sample) -> Fixes {
        let mut steps = sample.steps("PARTNER-LYNC-IN-EX");
        let estate = sample.estate();
        super::follow_up(
            &Context { estate: &estate, settings: &sample.settings, scenarios: &[] },
            &mut steps.following(super::RULE.metadata),
        );
        steps
    }

    #[test]
    fn a_mailbox_that_lync_reaches_shows_that_it_was_done() {
        Sample::oauth().expect(ID, &[("", Status::Pass)]);
    }

    #[test]
    fn without_that_proof_a_person_has_to_know() {
        let sample = Sample::oauth().set("/lync/storageTests/values/0/passed", json!(false));
        sample.expect(ID, &[("", Status::Manual)]);
    }

    #[test]
    fn without_an_entry_nothing_has_changed() {
        let sample = Sample::oauth().forget("/exchange/partnerApplications/values/0");
        sample.expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn every_server_is_restarted_once_after_the_entry_and_never_without_it() {
        assert!(steps(&Sample::oauth()).added().is_empty());
        let sample = Sample::oauth().with_second_server("Version 15.0 (Build 1497.2)");
        let steps = steps(&sample.forget("/exchange/partnerApplications/values/0"));
        let machines: Vec<_> = steps.added().iter().filter_map(|added| added.step.machine.as_deref()).collect();
        assert_eq!(machines, ["ex01.contoso.com", "ex02.contoso.com"]);
        let restart = &steps.added()[1].step;
        assert_eq!((shown(&restart.command).as_str(), &restart.follows[..]), ("Restart-Service -Name W3SVC", &[0][..]));
        assert!(restart.interrupts.is_some());
    }

    #[test]
    fn tests_that_nobody_made_leave_it_unknown() {
        Sample::oauth().forget("/lync/storageTests").expect(ID, &[("", Status::Unknown)]);
    }
}
