//! OWA-APPPOOL-RECYCLE: Outlook on the web reads Web.config when its application pool starts.

use crate::rules::fixes::app_pool::recycle;
use crate::rules::prelude::*;
use crate::rules::topology::im::app_pool::{POOL, started};
use crate::rules::topology::im::selection::open_question;
use crate::rules::topology::im::servers::{each_im_server_with_fix, version};
use crate::rules::topology::im::settings::web_configs;
use std::collections::BTreeMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes().with_follow_up(follow_up);

static METADATA: Metadata = Metadata {
    id: "OWA-APPPOOL-RECYCLE",
    category: Category::Step,
    exchange: &[ExchangeVersion::V2013],
    title: Text::new(
        "MSExchangeOWAAppPool was recycled after the last edit of Web.config",
        "MSExchangeOWAAppPool a été recyclé après la dernière modification de Web.config",
    ),
    explanation: Text::new(
        "Outlook on the web uses the settings that it read when its application pool started.",
        "Outlook sur le web utilise les paramètres lus au démarrage de son pool d'applications.",
    ),
    remedy: Text::new(
        "Recycle the application pool MSExchangeOWAAppPool on the server. Signed-in users are interrupted briefly.",
        "Recyclez le pool d'applications MSExchangeOWAAppPool sur le serveur. Les utilisateurs connectés sont brièvement interrompus.",
    ),
    interpretation: Some(Text::new(
        "The documentation only states to recycle the pool. A worker process that is older than the file is taken as the sign of a missing recycle.",
        "La documentation indique seulement de recycler le pool. Un processus de travail plus ancien que le fichier est considéré comme le signe d'un recyclage manquant.",
    )),
    sources: &[Source::seed("000", "81-87"), Source::seed("001", "73-79")],
    after: &["OWA-WEBCONFIG-KEYS", "OWA-IM-THUMBPRINT", "OWA-IM-SERVERNAME"],
    needs: &[&exchange_sections::SERVERS, &machine_sections::APP_POOLS, &machine_sections::WEB_CONFIGS],
    ..super::BASE
};

const OLDER: Text = Text::new(
    "{pool} on {server} has been running since {started}; Web.config was changed later, at {written}.",
    "{pool} s'exécute sur {server} depuis {started} ; Web.config a été modifié plus tard, à {written}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server_with_fix(context, findings, &[ExchangeVersion::V2013], fix, |server, findings| {
        version(server)?;
        let target = Target::server(&server.host);
        let missing = || Missing::not_collected(&machine_sections::WEB_CONFIGS).on(server.host.name());
        let file = web_configs(context, server)?.iter().find(|file| file.back_end).ok_or_else(missing)?;
        // A pool that does not run reads the file when it starts.
        let Some(started) = started(context, &server.host)? else {
            findings.pass(target.clone(), Vec::new());
            return Ok(());
        };
        let written = file.last_write.ok_or_else(missing)?;
        let evidence = vec![
            Evidence::actual("Started", Some(started.to_string())),
            Evidence::actual("LastWriteTime", Some(written.to_string())).from(file),
        ];
        findings.pass_if(started >= written, target.clone(), evidence, || {
            (OLDER, args! { pool: POOL, server: server.host.name(), started, written })
        });
        Ok(())
    })
}

/// A pool that starts takes over what the file has, so that must not be what a person still has to put right.
fn fix(context: &Context<'_>, server: &Server<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    if open_question(context, server).is_some() {
        return Ok(());
    }
    fix.add(recycle(server.host.name().to_owned(), Vec::new()));
    Ok(())
}

/// One recycle for each machine on which the Web.config that the pool reads is edited.
fn follow_up(context: &Context<'_>, fixes: &mut FollowUp<'_>) {
    let mut by_machine: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, added) in fixes.added().iter().enumerate() {
        if let (Command::WebConfig { path, .. }, Some(machine)) = (&added.step.command, &added.step.machine)
            && is_read_by_pool(context, machine, path)
        {
            by_machine.entry(machine.clone()).or_default().push(number);
        }
    }
    for (machine, follows) in by_machine {
        fixes.add(recycle(machine, follows));
    }
}

/// Whether a file is the Web.config of the back end of an Exchange 2013 server.
fn is_read_by_pool(context: &Context<'_>, machine: &str, path: &str) -> bool {
    let host = context.estate.host(machine);
    let mut servers = context.estate.servers().unwrap_or_default().into_iter();
    let server = servers.find(|server| server.host == host && server.version == Some(ExchangeVersion::V2013));
    let files = server.and_then(|server| web_configs(context, &server).ok());
    files.is_some_and(|files| files.iter().any(|file| file.back_end && file.path == path))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const STARTED: &str = "/machine/appPools/values/0/started";

    #[test]
    fn a_pool_that_started_after_the_last_edit_passes() {
        exchange_2013(&RULE).passes(SERVER).forget(STARTED).passes(SERVER);
    }

    #[test]
    fn a_pool_that_is_older_than_the_file_fails_and_is_recycled() {
        exchange_2013(&RULE).set(STARTED, "2025-12-01T00:00:00Z").fails(SERVER).fixed_with(&["Restart-WebAppPool"]);
    }

    #[test]
    fn a_machine_that_nobody_asked_is_unknown() {
        let places = ["/machine/appPools", "/machine/webConfigs/values/0/lastWrite"];
        exchange_2013(&RULE).unknown_without(SERVER, &places);
    }

    #[test]
    fn a_pool_does_not_take_over_what_a_person_has_to_put_right_first() {
        let case = exchange_2013(&RULE).set("/machine/appPools/values/0/started", "2026-01-01T00:00:00Z").fails(SERVER);
        let case = case.fixed_with(&["Restart-WebAppPool"]);
        case.set("/exchange/certificates/values/0/notAfter", "2026-02-01T00:00:00Z").fails(SERVER).not_fixed();
    }

    #[test]
    fn a_server_of_unknown_version_is_unknown() {
        exchange_2013(&RULE).forget("/exchange/servers/values/0/version").unknown(SERVER);
    }
}
