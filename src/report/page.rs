//! All parts of the page together, and the template that they go into. Must not decide what a part says.

use super::collected::{DocumentView, clock, documents};
use super::findings::{Scene, Teller, scenes};
use super::picture::{self, Picture};
use super::questions::{Question, questions};
use super::steps::{PlanView, plan};
use super::words::Words;
use crate::message::Culture;
use crate::plan::Plan;
use crate::rules::{Context, Finding, Scenario};
use askama::Template;

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The estate and what was asked for.
    pub context: &'a Context<'a>,
    /// What the rules found in it.
    pub findings: &'a [Finding<'a>],
    /// The scenarios that it was judged by.
    pub scenarios: &'a [Scenario],
    /// The plan, unless the report does without.
    pub plan: Option<&'a Plan>,
    /// What stands above it; empty for the usual title.
    pub title: &'a str,
    /// The version of this module.
    pub version: &'a str,
    /// The language.
    pub culture: Culture,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "page.html")]
struct Page<'a> {
    w: Words,
    title: &'a str,
    now: String,
    version: &'a str,
    scenes: Vec<Scene>,
    picture: Picture,
    questions: Vec<Question>,
    plan: Option<PlanView>,
    documents: Vec<DocumentView>,
}

impl Page<'_> {
    fn is_clean(&self) -> bool {
        self.scenes.iter().all(|scene| scene.groups.is_empty())
    }
}

/// The page as HTML.
///
/// # Errors
///
/// None that is known: writing into memory does not fail.
pub fn render(input: Input<'_>) -> Result<String, std::fmt::Error> {
    let Input { context, findings, scenarios, culture, .. } = input;
    let words = Words::of(culture);
    let teller = Teller { estate: context.estate, culture, words: &words };
    let page = Page {
        title: if input.title.trim().is_empty() { words.title } else { input.title },
        now: clock(context.estate.now),
        version: input.version,
        scenes: scenes(teller, findings, scenarios),
        picture: picture::of(teller, context, findings),
        questions: questions(findings, scenarios, culture),
        plan: input.plan.map(|one| plan(one, &words, culture)),
        documents: documents(&context.estate.documents, culture),
        w: Words::of(culture),
    };
    // Writing into a text fails only where a template calls for something that cannot be shown.
    page.render().map_err(|_| std::fmt::Error)
}
