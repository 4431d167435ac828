//! `uc_plan_create` and `uc_plan_read`: a plan from documents of facts, and a plan that comes back from a file.

use super::requested::normalised;
use super::{CheckRequest, FactText, estate, scenarios};
use crate::api::Request;
use crate::api::config::problem_of;
use crate::error::{Error, Result};
use crate::l10n::{Culture, Text};
use crate::plan::{self, Plan, PlannedStep, Stage};
use crate::rules::{self, Context, Finding};
use crate::status::Status;
use crate::store::sha256;
use serde::Deserialize;

const WRONG_VALUE: Text = Text::new(
    "step {number} sets {key} to a value that is not right: {reason}",
    "l'étape {number} donne à {key} une valeur incorrecte : {reason}",
);

/// The request of `uc_plan_create`: that of `uc_estate_check`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct CreateRequest(pub CheckRequest);

/// The request of `uc_plan_read`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadRequest {
    /// The whole text of the file.
    pub plan: FactText,
    /// The language of errors, a .NET culture name such as `fr-FR`.
    pub culture: Option<String>,
}

impl Request for CreateRequest {
    type Response = Plan;

    fn handle(self, culture: Culture) -> Result<Plan> {
        let request = self.0;
        let estate = estate(request.facts, &request.now)?;
        let (settings, warnings) = normalised(request.settings, culture);
        let context = Context { estate: &estate, settings: &settings, scenarios: scenarios(&request.scenarios) };
        let findings = rules::check(&context, scenarios(&request.scenarios));
        Ok(Plan { warnings, ..create(&context, &findings, culture)? })
    }
}

/// The plan that fixes what the findings say, with its id.
pub(super) fn create(context: &Context<'_>, findings: &[Finding<'_>], culture: Culture) -> Result<Plan> {
    let mut plan = plan::make(context, findings, culture);
    plan.id = id(&plan)?;
    plan::verify(&plan)?;
    Ok(plan)
}

/// The first digits of the hash of the steps, without the words, which depend on the language.
fn id(plan: &Plan) -> Result<String> {
    let steps = plan.stages.iter().flat_map(|stage| &stage.steps);
    let parts: Vec<_> = steps.map(|step| (&step.command, &step.undo, &step.transition, &step.follows)).collect();
    let json =
        serde_json::to_vec(&parts).map_err(|error| Error::new(Status::Internal).with("detail", error.to_string()))?;
    Ok(sha256(&json)[..16].to_owned())
}

impl Request for ReadRequest {
    type Response = Plan;

    fn handle(self, culture: Culture) -> Result<Plan> {
        read(&self.plan, culture)
    }
}

/// The plan of a file, if it is one that this library could have made.
pub(super) fn read(file: &FactText, culture: Culture) -> Result<Plan> {
    let mut plan: Plan = serde_json::from_str(file.text.trim_start_matches('\u{feff}'))
        .map_err(|error| Error::new(Status::PlanInvalid).with("detail", error.to_string()).at_path(&file.name))?;
    plan::verify(&plan).map_err(|error| error.at_path(&file.name))?;
    for stage in &mut plan.stages {
        stage.administrator = Stage::needs_administrator(&stage.steps);
    }
    let mut steps = plan.stages.iter().flat_map(|stage| &stage.steps);
    let wrong = steps.find_map(|step| wrong_value(step, culture));
    wrong.map_or(Ok(()), |error| Err(error.at_path(&file.name)))?;
    Ok(plan)
}

/// A setting of instant messaging that a step would write in a form that no plan of this library has. What undoing puts
/// back is what was there, wrong or not.
fn wrong_value(step: &PlannedStep, culture: Culture) -> Option<Error> {
    let (key, problem) = step.settings().into_iter().find_map(|(key, value)| Some((key, problem_of(key, value)?)))?;
    let reason = problem.message(culture);
    let args = vec![("number", step.number.to_string()), ("key", key.to_owned()), ("reason", reason)];
    Some(Error::new(Status::PlanInvalid).with_text("detail", WRONG_VALUE, args))
}
