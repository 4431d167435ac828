//! Requests about an estate: the catalogue of rules, the facts that they ask for, what versions can do together, findings,
//! plans, reports. Reads documents of facts and puts what the rules and plans say into the reader's language; checks nothing.

mod catalogue;
mod check;
mod needed;
mod plan;
mod render;
mod report;
mod requested;
mod support;

pub use catalogue::{ListRequest, ListResponse};
pub use check::{CheckRequest, CheckResponse};
pub use needed::{NeededRequest, NeededResponse};
pub use plan::{CreateRequest, ReadRequest};
pub use render::{RenderRequest, RenderResponse};
pub use report::{ReportRequest, ReportResponse};
pub use support::{SupportRequest, SupportResponse};

use crate::api::time;
use crate::error::Result;
use crate::facts::{Estate, FactDocument};
use crate::rules::Scenario;
use serde::Deserialize;

/// A document of facts as it was read from a file.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FactText {
    /// The file, or another name that identifies it in findings and errors.
    pub name: String,
    /// The whole text: JSON in the form of `docs/schema/facts.json`.
    pub text: String,
}

/// The estate that documents make, at a time.
fn estate(facts: Vec<FactText>, now: &str) -> Result<Estate> {
    let now = time(now)?;
    Ok(Estate::new(documents(facts)?, now))
}

/// The estate that documents make at the time of the newest, for those who only look something up; nothing without any.
pub(super) fn newest_estate(facts: Vec<FactText>) -> Result<Option<Estate>> {
    let documents = documents(facts)?;
    let newest = documents.iter().map(|(_, document)| document.collected.time).max();
    Ok(newest.map(|now| Estate::new(documents, now)))
}

fn documents(facts: Vec<FactText>) -> Result<Vec<(String, FactDocument)>> {
    // Each text goes as soon as it was read: those of many users are long.
    let read = |fact: FactText| FactDocument::read(&fact.name, &fact.text).map(|read| (fact.name, read));
    facts.into_iter().map(read).collect()
}

/// The scenarios of a request: all of them if none is named.
fn scenarios(named: &[Scenario]) -> &[Scenario] {
    if named.is_empty() { Scenario::ALL } else { named }
}
