//! All parts of the page together, and the template that they go into. Must not decide what a part says.

use super::collected::{DocumentView, clock, documents};
use super::findings::{RenderContext, ScenarioSection, sections};
use super::labels::Labels;
use super::picture::{self, Picture};
use super::questions::{Question, questions};
use super::steps::{PlanView, plan};
use crate::l10n::Culture;
use crate::plan::Plan;
use crate::rules::{Context, Finding, Scenario};
use askama::Template;

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The estate and what was requested.
    pub context: &'a Context<'a>,
    /// What the rules found in it.
    pub findings: &'a [Finding<'a>],
    /// The scenarios that it was checked by.
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
    w: Labels,
    title: &'a str,
    now: String,
    version: &'a str,
    sections: Vec<ScenarioSection>,
    picture: Picture,
    questions: Vec<Question>,
    plan: Option<PlanView>,
    documents: Vec<DocumentView>,
}

impl Page<'_> {
    fn is_clean(&self) -> bool {
        self.sections.iter().all(|section| section.groups.is_empty())
    }
}

/// The page as HTML.
///
/// # Errors
///
/// What the caller answers as `Internal`; none is known, since writing into memory does not fail.
pub fn render(input: Input<'_>) -> Result<String, std::fmt::Error> {
    let Input { context, findings, scenarios, culture, .. } = input;
    let labels = Labels::of(culture);
    let render = RenderContext { estate: context.estate, culture, labels: &labels };
    let page = Page {
        title: if input.title.trim().is_empty() { labels.title } else { input.title },
        now: clock(context.estate.now),
        version: input.version,
        sections: sections(render, findings, scenarios),
        picture: picture::of(render, context, findings),
        questions: questions(findings, scenarios, culture),
        plan: input.plan.map(|one| plan(one, &labels, culture)),
        documents: documents(&context.estate.documents, culture),
        w: Labels::of(culture),
    };
    // Writing into a text fails only where a template calls for something that cannot be shown.
    page.render().map_err(|_| std::fmt::Error)
}
