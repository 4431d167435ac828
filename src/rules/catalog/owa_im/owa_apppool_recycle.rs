//! OWA-APPPOOL-RECYCLE: Outlook on the web reads Web.config when its application pool starts.

use crate::facts::{ExchangeVersion, Missing, machine_sections};
use crate::message::Text;
use crate::rules::fixes::app_pool::{POOL, recycle, started};
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Finding, Report, Target};
use crate::rules::model::rule::{Aim, Family, Kind, Role, Rule, Scenario, Severity, Source, Steps};
use crate::step::Command;
use std::collections::BTreeMap;

pub(crate) static RULE: Rule = Rule {
    id: "OWA-APPPOOL-RECYCLE",
    family: Family::Owa,
    kind: Kind::Step,
    scenarios: &[Scenario::OwaIm],
    aim: Aim::On,
    severity: Severity::Error,
    roles: &[Role::ExchangeBackEnd],
    exchange: &[ExchangeVersion::V2013],
    lync: &[],
    title: Text::new(
        "MSExchangeOWAAppPool was recycled after the last edit of Web.config",
        "MSExchangeOWAAppPool a été recyclé après la dernière modification de Web.config",
    ),
    explanation: Text::new(
        "Outlook on the web goes on with the settings that it read when its application pool started.",
        "Outlook sur le web garde les réglages lus au démarrage de son pool d'applications.",
    ),
    remedy: Text::new(
        "Recycle the application pool MSExchangeOWAAppPool on the server. Signed-in users are interrupted for a moment.",
        "Recyclez le pool d'applications MSExchangeOWAAppPool sur le serveur. Les utilisateurs connectés sont brièvement interrompus.",
    ),
    inference: Some(Text::new(
        "The documents only say to recycle; that a worker process older than the file is the sign of a recycle that is due is our reading.",
        "Les documents demandent seulement de recycler ; qu'un processus plus ancien que le fichier trahisse un recyclage manquant est notre lecture.",
    )),
    sources: &[Source::seed("000", "81-87"), Source::seed("001", "73-79")],
    after: &["OWA-WEBCONFIG-KEYS", "OWA-IM-THUMBPRINT", "OWA-IM-SERVERNAME"],
    needs: &[&machine_sections::APP_POOLS, &machine_sections::WEB_CONFIGS],
    check,
    mend: Some(mend),
    follow: Some(follow),
};

const OLDER: Text = Text::new(
    "{pool} on {server} runs since {started}; Web.config was written later, at {written}.",
    "{pool} tourne sur {server} depuis {started} ; Web.config a été écrit plus tard, à {written}.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    context.each_im_server(report, &[ExchangeVersion::V2013], |server, report| {
        let target = Target::server(&server.host);
        let missing = || Missing::never(&machine_sections::WEB_CONFIGS).on(server.host.name());
        let file = context.web_configs(server)?.iter().find(|file| file.back_end).ok_or_else(missing)?;
        // A pool that does not run reads the file when it starts.
        let Some(started) = started(context, &server.host)? else {
            report.pass(target.clone(), Vec::new());
            return Ok(());
        };
        let written = file.last_write.ok_or_else(missing)?;
        let evidence = vec![
            Evidence::read("Started", Some(started.to_string())),
            Evidence::read("LastWriteTime", Some(written.to_string())).from(file),
        ];
        if started < written {
            let args = vec![
                ("pool", POOL.to_owned()),
                ("server", server.host.name().to_owned()),
                ("started", started.to_string()),
                ("written", written.to_string()),
            ];
            report.fail(target.clone(), OLDER, args, evidence);
        } else {
            report.pass(target.clone(), evidence);
        }
        Ok(())
    })
}

#[expect(clippy::unnecessary_wraps, reason = "every rule has this form")]
fn mend(_: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    steps.add(finding, recycle(finding.target.name.clone(), Vec::new()));
    Ok(())
}

/// One recycle for each machine on which the Web.config that the pool reads is edited.
fn follow(context: &Context<'_>, steps: &mut Steps) {
    let mut by_machine: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, added) in steps.added().iter().enumerate() {
        if let (Command::WebConfig { path, .. }, Some(machine)) = (&added.step.command, &added.step.machine)
            && is_read_by_pool(context, machine, path)
        {
            by_machine.entry(machine.clone()).or_default().push(number);
        }
    }
    for (machine, follows) in by_machine {
        steps.follow(recycle(machine, follows));
    }
}

/// Whether a file is the Web.config of the back end of an Exchange 2013 server.
fn is_read_by_pool(context: &Context<'_>, machine: &str, path: &str) -> bool {
    let server = context.server(machine).ok().flatten();
    let server = server.filter(|server| server.version == Some(ExchangeVersion::V2013));
    let files = server.and_then(|server| context.web_configs(&server).ok());
    files.is_some_and(|files| files.iter().any(|file| file.back_end && file.path == path))
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;
    use serde_json::json;

    const ID: &str = "OWA-APPPOOL-RECYCLE";
    const STARTED: &str = "/machine/appPools/values/0/started";

    #[test]
    fn a_pool_that_started_after_the_last_edit_passes() {
        Sample::exchange_2013().expect(ID, &[("ex01.contoso.com", Status::Pass)]);
        let stopped = Sample::exchange_2013().forget(STARTED);
        stopped.expect(ID, &[("ex01.contoso.com", Status::Pass)]);
    }

    #[test]
    fn a_pool_that_is_older_than_the_file_fails_and_is_recycled() {
        let sample = Sample::exchange_2013().set(STARTED, json!("2025-12-01T00:00:00Z"));
        sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        sample.expect_steps(ID, &["Restart-WebAppPool"]);
    }

    #[test]
    fn a_machine_that_nobody_asked_is_unknown() {
        for missing in ["/machine/appPools", "/machine/webConfigs/values/0/lastWrite"] {
            Sample::exchange_2013().forget(missing).expect(ID, &[("ex01.contoso.com", Status::Unknown)]);
        }
    }

    #[test]
    fn exchange_2016_does_not_read_the_file() {
        Sample::exchange_2016().expect(ID, &[("", Status::NotApplicable)]);
    }
}
