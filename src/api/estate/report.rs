//! `uc_report_render`: findings, plan and a picture of an estate as one page of HTML. Writes no file.

use super::plan::create;
use super::requested::normalised;
use super::{FactText, estate, scenarios};
use crate::api::Request;
use crate::error::{Error, Result};
use crate::l10n::Culture;
use crate::report::{Input, render};
use crate::rules::{self, Context, Scenario, Settings};
use crate::status::Status;
use serde::{Deserialize, Serialize};

/// The request of `uc_report_render`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportRequest {
    /// The documents of facts.
    pub facts: Vec<FactText>,
    /// The scenarios to check; all of them if none is named.
    #[serde(default)]
    pub scenarios: Vec<Scenario>,
    /// The time for which the estate is checked: UTC in RFC 3339, such as `2026-03-01T21:00:00Z`.
    pub now: String,
    /// What the administrator requests.
    #[serde(default)]
    pub settings: Settings,
    /// Whether the plan is in the report; it is unless this is false.
    pub plan: Option<bool>,
    /// What stands above the report; the usual title if it is absent or empty.
    #[serde(default)]
    pub title: String,
    /// The language of the report, a .NET culture name such as `fr-FR`.
    pub culture: Option<String>,
}

/// The response of `uc_report_render`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportResponse {
    /// The page, to be written as UTF-8. It needs no other file and no script.
    pub html: String,
    /// What did not belong to a value that was requested, as sentences: it was taken without that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

impl Request for ReportRequest {
    type Response = ReportResponse;

    fn handle(self, culture: Culture) -> Result<ReportResponse> {
        let estate = estate(self.facts, &self.now)?;
        let scenarios = scenarios(&self.scenarios);
        let (settings, warnings) = normalised(self.settings, culture);
        let context = Context { estate: &estate, settings: &settings, scenarios };
        let findings = rules::check(&context, scenarios);
        let wanted = self.plan.unwrap_or(true);
        let plan = wanted.then(|| create(&context, &findings, culture)).transpose()?;
        let html = render(Input {
            context: &context,
            findings: &findings,
            scenarios,
            plan: plan.as_ref(),
            title: &self.title,
            version: env!("CARGO_PKG_VERSION"),
            culture,
        });
        html.map(|html| ReportResponse { html, warnings })
            .map_err(|error| Error::new(Status::Internal).with("detail", error.to_string()))
    }
}
