//! EST-CLOCK: the documents of facts were collected at about the same time, by clocks that agree.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "EST-CLOCK",
    scenarios: Scenario::ALL,
    severity: Severity::Warning,
    title: Text::new(
        "The documents were collected recently, and the clocks of the computers agree",
        "Les documents ont été collectés récemment, et les horloges des ordinateurs concordent",
    ),
    explanation: Text::new(
        "Certificates, restarts and the order of documents are evaluated by time. A wrong clock or an old document leads to wrong results.",
        "Les certificats, les redémarrages et l'ordre des documents sont évalués d'après l'heure. Une horloge inexacte ou un document ancien donne des résultats faux.",
    ),
    remedy: Text::new(
        "Set the clock of the named computer, or collect the facts there again.",
        "Réglez l'horloge de l'ordinateur indiqué, ou collectez-y de nouveau les faits.",
    ),
    ..super::BASE
};

const FUTURE: Text = Text::new(
    "{file} of {computer} was collected at {time}, which is in the future: the clock of the computer is ahead.",
    "{file} de {computer} a été collecté à {time}, dans le futur : l'horloge de l'ordinateur avance.",
);
const OLD: Text = Text::new(
    "{file} of {computer} was collected at {time}, more than a day ago.",
    "{file} de {computer} a été collecté à {time}, il y a plus d'un jour.",
);
const APART: Text = Text::new(
    "{file} of {computer} was collected at {time}, more than a day before {newest}.",
    "{file} de {computer} a été collecté à {time}, plus d'un jour avant {newest}.",
);
/// How many seconds clocks may differ: what Kerberos bears, too.
const TOLERANCE: i64 = 5 * 60;
const DAY: i64 = 24 * 60 * 60;

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let (now, documents) = (context.estate.now, &context.estate.documents);
    let Some(newest) = documents.iter().max_by_key(|document| document.collected.time) else { return Ok(()) };
    for document in documents {
        let time = document.collected.time;
        let target = Target::new(TargetKind::Document, &document.name);
        let evidence = vec![Evidence::actual("Time", Some(time.to_string()))];
        let text = if time.seconds_after(now) > TOLERANCE {
            FUTURE
        } else if now.seconds_after(time) > DAY {
            OLD
        } else if newest.collected.time.seconds_after(time) > DAY {
            APART
        } else {
            findings.pass(target, evidence);
            continue;
        };
        let args = args! { file: document.name, computer: document.collected.computer, time, newest: newest.name };
        findings.fail(target, text, args, evidence);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const FIRST: &str = "/collected/time";

    fn finds(case: Case, first: Status) {
        case.finds(&[("document 0", first), ("document 1", Status::Pass)]);
    }

    #[test]
    fn a_clock_may_be_five_minutes_ahead_and_a_document_a_day_old() {
        finds(exchange_2013(&RULE), Status::Pass);
        for (time, first) in [
            ("2026-03-01T21:05:00Z", Status::Pass),
            ("2026-03-01T21:05:01Z", Status::Fail),
            ("2026-02-28T21:00:00Z", Status::Pass),
            ("2026-02-28T20:59:59Z", Status::Fail),
        ] {
            finds(exchange_2013(&RULE).set(FIRST, time), first);
        }
    }

    #[test]
    fn documents_may_be_a_day_apart() {
        for (time, first) in [("2026-03-01T21:00:00Z", Status::Pass), ("2026-03-01T21:00:01Z", Status::Fail)] {
            let collected = json!({ "time": time, "computer": "fe02.contoso.com", "shell": "Lync" });
            let other = json!({ "schema": "uc-integration/facts/1", "collected": collected });
            let case = exchange_2013(&RULE).set(FIRST, "2026-02-28T21:00:00Z");
            let case = case.with(|sample| sample.with_document(other));
            case.finds(&[("document 0", first), ("document 1", Status::Pass), ("document 2", Status::Pass)]);
        }
    }
}
