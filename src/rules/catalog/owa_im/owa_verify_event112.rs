//! OWA-VERIFY-EVENT112: Outlook on the web reported that instant messaging started.

use crate::rules::fixes::app_pool::{IM_STARTED, started};
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::each_im_server;
use crate::rules::topology::im::values::VERSIONS;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-VERIFY-EVENT112",
    exchange: VERSIONS,
    title: Text::new(
        "Event 112 was logged since the application pool started",
        "L'événement 112 a été consigné depuis le démarrage du pool d'applications",
    ),
    explanation: Text::new(
        "With event 112, Outlook on the web reports that instant messaging has started. It is logged after the first sign-in that follows a recycle.",
        "Par l'événement 112, Outlook sur le web signale que la messagerie instantanée a démarré. Il est consigné après la première connexion qui suit un recyclage.",
    ),
    remedy: Text::new(
        "Sign in to Outlook on the web and check again. If the event is not logged, check the logs that OWA-VERIFY-LOGDIR names.",
        "Connectez-vous à Outlook sur le web et vérifiez de nouveau. Si l'événement n'est pas consigné, consultez les journaux indiqués par OWA-VERIFY-LOGDIR.",
    ),
    sources: &[Source::seed("000", "117"), Source::seed("001", "109")],
    after: &["OWA-APPPOOL-RECYCLE"],
    needs: &[&machine_sections::EVENTS, &machine_sections::APP_POOLS],
    ..super::BASE
};

/// What else the same source writes; what these numbers mean is in no document, so they are a hint and no more.
const HINTS: RangeInclusive<u32> = 83..=106;
const NOT_RUNNING: Text = Text::new(
    "MSExchangeOWAAppPool is not running on {server}: sign in to Outlook on the web and check again.",
    "MSExchangeOWAAppPool n'est pas en cours d'exécution sur {server} : connectez-vous à Outlook sur le web et vérifiez de nouveau.",
);
const NOT_WRITTEN: Text = Text::new(
    "{server} has not logged event 112 since its application pool started.",
    "{server} n'a pas consigné l'événement 112 depuis le démarrage de son pool d'applications.",
);
const OTHERS_WRITTEN: Text = Text::new(
    "{server} has not logged event 112 since its application pool started, but it has logged these events, which may explain why: {ids}.",
    "{server} n'a pas consigné l'événement 112 depuis le démarrage de son pool d'applications, mais il a consigné ces événements, qui peuvent en donner la raison : {ids}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server(context, findings, VERSIONS, |server, findings| look(context, findings, server))
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'_>) -> CheckResult {
    let target = Target::server(&server.host);
    let events = context.estate.on(&server.host, &machine_sections::EVENTS, |machine| &machine.events)?;
    let mut args = args! { server: server.host.name() };
    let Some(started) = started(context, &server.host)? else {
        findings.fail(target, NOT_RUNNING, args, Vec::new());
        return Ok(());
    };
    let newest = events.iter().filter(|event| event.id == IM_STARTED).max_by_key(|event| event.time);
    let mut evidence = vec![Evidence::actual("Started", Some(started.to_string()))];
    if let Some(event) = newest {
        evidence.push(Evidence::actual("Event 112", Some(event.time.to_string())).from(event));
        if event.time >= started {
            findings.pass(target, evidence);
            return Ok(());
        }
    }
    let others: BTreeSet<u32> = events
        .iter()
        .filter(|event| event.time >= started && HINTS.contains(&event.id))
        .map(|event| event.id)
        .collect();
    if others.is_empty() {
        findings.fail(target, NOT_WRITTEN, args, evidence);
    } else {
        args.push(("ids", others.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")));
        findings.fail(target, OTHERS_WRITTEN, args, evidence);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const EVENT: &str = "/machine/events/values/0";
    const TIME: &str = "/machine/events/values/0/time";

    #[test]
    fn an_event_at_or_after_the_start_passes() {
        exchange_2013(&RULE).passes(SERVER);
        exchange_2016(&RULE).passes(SERVER);
        exchange_2013(&RULE).set(TIME, "2026-01-10T08:05:00Z").passes(SERVER);
    }

    #[test]
    fn an_older_event_or_none_fails() {
        exchange_2013(&RULE).set(TIME, "2026-01-10T08:04:59Z").fails(SERVER).not_fixed();
        exchange_2013(&RULE).forget(EVENT).fails(SERVER);
        exchange_2013(&RULE).forget("/machine/appPools/values/0/started").fails(SERVER);
    }

    #[test]
    fn other_events_are_only_a_hint() {
        exchange_2013(&RULE).set(&format!("{EVENT}/id"), 102).fails(SERVER).says(&["102"]);
    }

    #[test]
    fn events_that_nobody_read_are_unknown() {
        exchange_2013(&RULE).unknown_without(SERVER, &["/machine/events", "/machine/appPools"]);
    }
}
