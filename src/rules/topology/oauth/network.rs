//! What machines saw of names and web services, by name and by address. Answers, and checks nothing.

use crate::facts::{DnsAnswer, WebAnswer};
use crate::rules::prelude::*;
use std::collections::HashMap;

/// The addresses that each machine found for each name.
pub(crate) struct Names<'a>(HashMap<String, Vec<(&'a Host, &'a Item<DnsAnswer>)>>);

impl<'a> Names<'a> {
    pub(crate) fn new(context: &Context<'a>) -> Self {
        let mut by_name: HashMap<String, Vec<_>> = HashMap::new();
        for machine in &context.estate.machines {
            let answers = machine.state.dns.items().unwrap_or_default();
            for answer in answers.iter().filter(|answer| answer.kind.eq_ignore_ascii_case("A")) {
                by_name.entry(answer.name.to_lowercase()).or_default().push((&machine.host, answer));
            }
        }
        Self(by_name)
    }

    /// What machines found for a name.
    pub(crate) fn of(&self, name: &str) -> &[(&'a Host, &'a Item<DnsAnswer>)] {
        self.0.get(&name.to_lowercase()).map_or(&[], Vec::as_slice)
    }
}

/// What each machine got from each web service.
pub(crate) struct Pages<'a>(HashMap<String, Vec<(&'a Host, &'a Item<WebAnswer>)>>);

impl<'a> Pages<'a> {
    pub(crate) fn new(context: &Context<'a>) -> Self {
        let mut by_url: HashMap<String, Vec<_>> = HashMap::new();
        for machine in &context.estate.machines {
            for answer in machine.state.web_answers.items().unwrap_or_default() {
                by_url.entry(answer.url.to_lowercase()).or_default().push((&machine.host, answer));
            }
        }
        Self(by_url)
    }

    /// What machines got from an address.
    pub(crate) fn of(&self, url: &str) -> &[(&'a Host, &'a Item<WebAnswer>)] {
        self.0.get(&url.to_lowercase()).map_or(&[], Vec::as_slice)
    }
}

/// Whether a web service is there: it gave something, or asked who wants it.
pub(crate) fn serves(answer: &WebAnswer) -> bool {
    answer.status.is_some_and(|status| matches!(status, 200..=299 | 301 | 302 | 303 | 307 | 308 | 401))
}

/// Whether what a machine got is a metadata document.
pub(crate) fn is_document(answer: &WebAnswer) -> bool {
    answer.status == Some(200) && answer.json == Some(true)
}

/// Whether a metadata document is not there, as what a machine got says. A sign-in prompt does not say so.
pub(crate) fn lacks_document(answer: &WebAnswer) -> bool {
    !is_document(answer) && (answer.status == Some(200) || !serves(answer))
}

/// The machines that say that a metadata document is not there, for a sentence; nothing if none does.
pub(crate) fn missing_document(context: &Context<'_>, url: &str) -> Option<String> {
    let pages = Pages::new(context);
    let machines = listed(pages.of(url).iter().filter(|(_, answer)| lacks_document(answer)).map(|(host, _)| *host));
    (!machines.is_empty()).then_some(machines)
}

/// What a machine got, as evidence.
pub(crate) fn seen(host: &Host, answer: &Item<WebAnswer>) -> Evidence {
    let status = answer.status.map(|status| status.to_string());
    Evidence::actual(format!("{} ({host})", answer.url), status.or_else(|| answer.error.clone())).from(answer)
}

/// The names of some machines, for a sentence.
pub(crate) fn listed<'h>(hosts: impl Iterator<Item = &'h Host>) -> String {
    hosts.map(Host::name).collect::<Vec<_>>().join(", ")
}
