//! `uc_plan_render`: a plan that comes from a file or from `uc_plan_create`, as scripts. Makes and runs nothing.

use super::FactText;
use super::plan::read;
use crate::api::Request;
use crate::error::Result;
use crate::facts::Shell;
use crate::l10n::Culture;
use crate::plan;
use serde::{Deserialize, Serialize};

/// The request of `uc_plan_render`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RenderRequest {
    /// The whole text of the plan.
    pub plan: FactText,
    /// The language of comments and messages, a .NET culture name such as `fr-FR`. Titles are in that of the plan.
    pub culture: Option<String>,
}

/// The response of `uc_plan_render`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RenderResponse {
    /// The id of the plan.
    pub id: String,
    /// One script for each stage, in the order in which they are run.
    pub scripts: Vec<RenderedScript>,
}

/// A script.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RenderedScript {
    /// The number of the stage.
    pub stage: u32,
    /// The shell that it is for.
    pub shell: Shell,
    /// The machine that it is for; any machine with that shell if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub machine: Option<String>,
    /// A name for the file.
    pub file_name: String,
    /// The text, its lines ended by CR LF. To be written as UTF-8 with a byte order mark: shells before PowerShell 6 take
    /// a file without one for the code page of the machine.
    pub text: String,
}

impl Request for RenderRequest {
    type Response = RenderResponse;

    fn handle(self, culture: Culture) -> Result<RenderResponse> {
        let plan = read(&self.plan, culture)?;
        let scripts = plan::render(&plan, culture).map_err(|error| error.at_path(&self.plan.name))?;
        let scripts = plan.stages.iter().zip(scripts).map(|(stage, script)| RenderedScript {
            stage: stage.number,
            shell: stage.shell,
            machine: stage.machine.clone(),
            file_name: script.file_name,
            text: script.text,
        });
        let scripts = scripts.collect();
        Ok(RenderResponse { id: plan.id, scripts })
    }
}
