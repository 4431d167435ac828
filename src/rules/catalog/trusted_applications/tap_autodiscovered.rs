//! TAP-AUTODISCOVERED: which servers Lync adds to its known servers by itself.

use crate::facts::LyncEvent;
use crate::rules::prelude::*;
use crate::rules::topology::trusted::servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TAP-AUTODISCOVERED",
    category: Category::Fact,
    applies_when: AppliesWhen::Always,
    severity: Severity::Information,
    title: Text::new(
        "Lync adds Exchange servers with a SipName dial plan to its known servers automatically",
        "Lync ajoute automatiquement à ses serveurs connus les serveurs Exchange qui ont un plan de numérotation SipName",
    ),
    explanation: Text::new(
        "The event log of the Front End Server lists them: source LS Exchange Unified Messaging Routing, event 44024, and LS Protocol Stack, events 14492, 14493 and 14495.",
        "Le journal des événements du serveur frontal les indique : source LS Exchange Unified Messaging Routing, événement 44024, et LS Protocol Stack, événements 14492, 14493 et 14495.",
    ),
    remedy: Text::new("No action required.", "Aucune action n'est requise."),
    sources: &[Source::seed("000", "34"), Source::seed("001", "28")],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::UM_CALL_ROUTERS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &machine_sections::LYNC_EVENTS,
    ],
    optional: &[&exchange_sections::UM_CALL_ROUTERS, &machine_sections::LYNC_EVENTS],
    ..super::base::DISCOVERED
};

const REMOVED: Text = Text::new(
    "{server} has a SipName dial plan, but event 14495 on {machine} says that Lync removed it from its known servers: {message}",
    "{server} a un plan de numérotation SipName, mais l'événement 14495 sur {machine} indique que Lync l'a retiré de ses serveurs connus : {message}",
);
/// Lync found servers, has this one in its list, or added it.
const KNOWN: [u32; 3] = [44024, 14492, 14493];
/// Lync removed it.
const GONE: u32 = 14495;

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for host in servers::discovered(context)? {
        let target = Target::server(&host);
        let mut evidence = vec![Evidence::actual("URIType", Some("SipName"))];
        let Some((machine, event)) = newest(context, &host) else {
            findings.pass(target, evidence);
            continue;
        };
        let (message, name) = (event.message.as_deref().unwrap_or_default(), format!("{} {}", event.source, event.id));
        evidence.push(Evidence::actual(name, Some(message)).from(event));
        if event.id == GONE {
            let args = args! { server: host.name(), machine: machine.name(), message };
            findings.fail(target, REMOVED, args, evidence).as_advisory();
        } else {
            findings.pass(target, evidence);
        }
    }
    Ok(())
}

/// The newest event of Lync that names a server, and the machine that wrote it.
fn newest<'a>(context: &Context<'a>, server: &Host) -> Option<(&'a Host, &'a Item<LyncEvent>)> {
    let all = context.estate.machines.iter().flat_map(|machine| {
        machine.state.lync_events.items().unwrap_or_default().iter().map(|event| (&machine.host, event))
    });
    let names = |text: &str| {
        text.to_lowercase().split(|c: char| !is_of_name(c)).any(|word| word.trim_matches('.') == server.name())
    };
    all.filter(|(_, event)| KNOWN.contains(&event.id) || event.id == GONE)
        .filter(|(_, event)| event.message.as_deref().is_some_and(names))
        .max_by_key(|(_, event)| event.time)
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '.'
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    /// Events of Lync, each with its number, minute and text.
    fn with_events(events: &[(u32, u32, &str)]) -> Case {
        let all: Vec<_> = events
            .iter()
            .map(|(id, minute, message)| {
                json!({ "source": "LS Protocol Stack", "id": id, "time": format!("2026-01-10T08:{minute}:00Z"), "message": message })
            })
            .collect();
        let case = exchange_2013(&RULE).with(Sample::discovered);
        case.lync_machine(json!({ "lyncEvents": fact(json!(all)) }))
    }

    #[test]
    fn the_newest_event_that_names_a_server_counts() {
        let (added, removed) = ("Added: EX01.contoso.com.", "Removed: ex01.contoso.com, as of now");
        with_events(&[(14495, 10, removed), (14493, 20, added)]).passes(SERVER);
        let case = with_events(&[(14493, 10, added), (14495, 20, removed)]).fails(SERVER);
        case.severity(Severity::Information).advises(true).says(&["14495 on fe01.contoso.com", removed]).not_fixed();
        with_events(&[(14495, 10, "Removed: ex01.contoso.com.example"), (14000, 20, removed)]).passes(SERVER);
        with_events(&[]).passes(SERVER);
    }

    #[test]
    fn the_servers_of_sip_dial_plans_are_named() {
        exchange_2013(&RULE).with(Sample::discovered).passes(SERVER);
    }

    #[test]
    fn a_plan_of_another_type_leads_lync_to_nobody() {
        let case = exchange_2013(&RULE).with(Sample::discovered);
        case.set("/exchange/umDialPlans/values/0/uriType", "TelExtn").not_applicable();
    }

    #[test]
    fn without_the_services_nobody_knows() {
        exchange_2013(&RULE).with(Sample::discovered).forget("/exchange/umServices").unknown("");
    }
}
