//! OWA-VERIFY-EVENT112: Outlook on the web reported that instant messaging started.

use crate::facts::Event;
use crate::rules::prelude::*;
use crate::rules::topology::im::app_pool::{IM_STARTED, started};
use crate::rules::topology::im::events::{FAILURES, Meaning};
use crate::rules::topology::im::servers::each_im_server;
use crate::rules::topology::im::values::VERSIONS;

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
    symptoms: &[
        Text::new("Event 112 never comes", "L'événement 112 n'apparaît jamais"),
        Text::new(
            "Event 103, 104, 105, 106, 107, 108, 109, 110 or 111 of MSExchange OWA, and instant messaging does not start",
            "Événement 103, 104, 105, 106, 107, 108, 109, 110 ou 111 de MSExchange OWA, et la messagerie instantanée ne démarre pas",
        ),
        Text::new(
            "Users see that there is a problem with instant messaging",
            "Les utilisateurs voient qu'il y a un problème de messagerie instantanée",
        ),
    ],
    sources: &[Source::seed("000", "117"), Source::seed("001", "109")],
    after: &["OWA-APPPOOL-RECYCLE"],
    needs: &[&exchange_sections::SERVERS, &machine_sections::APP_POOLS, &machine_sections::EVENTS],
    ..super::BASE
};

const NOT_RUNNING: Text = Text::new(
    "MSExchangeOWAAppPool is not running on {server}: sign in to Outlook on the web and check again.",
    "MSExchangeOWAAppPool n'est pas en cours d'exécution sur {server} : connectez-vous à Outlook sur le web et vérifiez de nouveau.",
);
const NOT_WRITTEN: Text = Text::new(
    "{server} has not logged event 112 since its application pool started.",
    "{server} n'a pas consigné l'événement 112 depuis le démarrage de son pool d'applications.",
);
const OTHERS_WRITTEN: Text = Text::new(
    "{server} has not logged event 112 since its application pool started, but it has logged these events, which may explain why: {events}",
    "{server} n'a pas consigné l'événement 112 depuis le démarrage de son pool d'applications, mais il a consigné ces événements, qui peuvent en donner la raison : {events}",
);
const NAME_WRITTEN: Text = Text::new(
    "{server} has not logged event 112 since its application pool started. Event 100 says that the server name, IMServerName, is not valid: {events}",
    "{server} n'a pas consigné l'événement 112 depuis le démarrage de son pool d'applications. L'événement 100 indique que le nom du serveur, IMServerName, n'est pas valide : {events}",
);
const THUMBPRINT_WRITTEN: Text = Text::new(
    "{server} has not logged event 112 since its application pool started. Event 101 says that the thumbprint, IMCertificateThumbprint, is not valid: {events}",
    "{server} n'a pas consigné l'événement 112 depuis le démarrage de son pool d'applications. L'événement 101 indique que l'empreinte numérique, IMCertificateThumbprint, n'est pas valide : {events}",
);
const EXPIRY_WRITTEN: Text = Text::new(
    "{server} has not logged event 112 since its application pool started. Event 102 says that the certificate has expired: {events}",
    "{server} n'a pas consigné l'événement 112 depuis le démarrage de son pool d'applications. L'événement 102 indique que le certificat a expiré : {events}",
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
    // The newest first.
    let mut others: Vec<_> =
        events.iter().filter(|event| event.time >= started && FAILURES.contains(&event.id)).collect();
    others.sort_by_key(|event| (std::cmp::Reverse(event.time), event.id));
    evidence.extend(
        others
            .iter()
            .map(|event| Evidence::actual(format!("Event {}", event.id), Some(event.time.to_string())).from(event)),
    );
    let text = match others.iter().find_map(|event| Meaning::of(event.id)) {
        _ if others.is_empty() => NOT_WRITTEN,
        None => OTHERS_WRITTEN,
        Some(Meaning::ServerName) => NAME_WRITTEN,
        Some(Meaning::Thumbprint) => THUMBPRINT_WRITTEN,
        Some(Meaning::Expired) => EXPIRY_WRITTEN,
    };
    args.push(("events", quoted(&others)));
    findings.fail(target, text, args, evidence);
    Ok(())
}

/// Each number once, with the text of its newest event in one line.
fn quoted(events: &[&Item<Event>]) -> String {
    let mut told: Vec<(u32, String)> = Vec::new();
    for event in events {
        if told.iter().all(|(id, _)| *id != event.id) {
            let words: Vec<&str> = event.message.as_deref().unwrap_or_default().split_whitespace().collect();
            let (id, text) = (event.id, words.join(" "));
            told.push((id, if text.is_empty() { id.to_string() } else { format!("{id}: \"{text}\"") }));
        }
    }
    told.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

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
    fn what_a_number_means_stands_beside_it_with_its_own_text() {
        for (id, said) in [
            (100, "Event 100 says that the server name, IMServerName, is not valid: 100: \"A text.\""),
            (101, "Event 101 says that the thumbprint, IMCertificateThumbprint, is not valid: 101: \"A text.\""),
            (102, "Event 102 says that the certificate has expired: 102: \"A text.\""),
            (103, "which may explain why: 103: \"A text.\""),
            (107, "which may explain why: 107: \"A text.\""),
            (111, "which may explain why: 111: \"A text.\""),
        ] {
            let case =
                exchange_2013(&RULE).set(&format!("{EVENT}/id"), id).set(&format!("{EVENT}/message"), "A\r\n text.");
            case.fails(SERVER).ends_with(said);
        }
        exchange_2013(&RULE).set(&format!("{EVENT}/id"), 104).forget(&format!("{EVENT}/message")).ends_with("why: 104");
        exchange_2013(&RULE).set(&format!("{EVENT}/id"), 113).ends_with("application pool started.");
    }

    #[test]
    fn of_several_events_the_newest_whose_meaning_is_known_is_told_and_all_are_quoted() {
        let event = |id: u32, time: &str| json!({ "id": id, "time": time, "message": format!("Text {id}.") });
        let events = json!([
            event(102, "2026-01-10T08:10:00Z"),
            event(101, "2026-01-10T08:20:00Z"),
            event(104, "2026-01-10T08:30:00Z"),
            event(100, "2026-01-10T08:00:00Z"),
        ]);
        let case = exchange_2013(&RULE).set("/machine/events/values", events).says(&["Event 101 says"]);
        case.ends_with("not valid: 104: \"Text 104.\", 101: \"Text 101.\", 102: \"Text 102.\"");
    }

    #[test]
    fn events_that_nobody_read_are_unknown() {
        exchange_2013(&RULE).unknown_without(SERVER, &["/machine/events", "/machine/appPools"]);
    }
}
