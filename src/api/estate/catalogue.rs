//! `uc_rules_list`: the catalogue of rules, as the registry has it.

use crate::api::Request;
use crate::error::Result;
use crate::facts::{ExchangeVersion, LyncVersion, Shell};
use crate::l10n::Culture;
use crate::rules::{self, Category, Document, Role, Rule, Scenario, Severity, Source};
use serde::{Deserialize, Serialize};

/// The request of `uc_rules_list`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListRequest {
    /// Only the rules of this scenario.
    pub scenario: Option<Scenario>,
    /// Only the rules that explain what people see: a message, an event, what does not work, in words of either language.
    /// The best come first; there may be none.
    pub symptom: Option<String>,
    /// The language of the answer, a .NET culture name such as `fr-FR`.
    pub culture: Option<String>,
}

/// The response of `uc_rules_list`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ListResponse {
    /// The rules, by subject and id, or by how well they explain the symptom.
    pub rules: Vec<ListedRule>,
}

/// A rule of the catalogue.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ListedRule {
    /// Its id.
    pub id: &'static str,
    /// What sort of entry it is.
    pub kind: Category,
    /// The scenarios that it belongs to.
    pub scenarios: &'static [Scenario],
    /// How severe a failure is.
    pub severity: Severity,
    /// The machines that it is about.
    pub roles: &'static [Role],
    /// The Exchange versions that it is about; none means all.
    pub exchange: &'static [ExchangeVersion],
    /// The Lync and Skype for Business versions that it is about; none means all.
    pub lync: &'static [LyncVersion],
    /// The condition, in a few words.
    pub title: &'static str,
    /// Why it matters.
    pub explanation: &'static str,
    /// How to fix a failure.
    pub remedy: &'static str,
    /// What people see when the condition does not hold.
    pub symptoms: Vec<&'static str>,
    /// What the documentation does not state: an interpretation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interpretation: Option<&'static str>,
    /// The pages that it is taken from.
    pub sources: Vec<&'static Document>,
    /// The rules that come first.
    pub after: &'static [&'static str],
    /// The facts that it asks for.
    pub needs: Vec<Need>,
    /// Whether a plan can fix a failure.
    pub fixable: bool,
}

/// A fact that a rule asks for.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Need {
    /// Where it stands in a document of facts.
    pub fact: &'static str,
    /// The command that collects it.
    pub command: &'static str,
    /// Where that command runs.
    pub shell: Shell,
}

impl Request for ListRequest {
    type Response = ListResponse;

    fn handle(self, culture: Culture) -> Result<ListResponse> {
        let wanted =
            |rule: &&'static Rule| self.scenario.is_none_or(|scenario| rule.metadata.scenarios.contains(&scenario));
        let rules = self.symptom.as_deref().map_or_else(|| rules::all().collect(), rules::find_by_symptom);
        Ok(ListResponse { rules: rules.into_iter().filter(wanted).map(|rule| listed(rule, culture)).collect() })
    }
}

fn listed(rule: &'static Rule, culture: Culture) -> ListedRule {
    let need = |section: &&'static crate::facts::Section| Need {
        fact: section.path,
        command: section.command,
        shell: section.shell,
    };
    let fixable = rule.is_fixable();
    let rule = rule.metadata;
    ListedRule {
        id: rule.id,
        kind: rule.category,
        scenarios: rule.scenarios,
        severity: rule.severity,
        roles: rule.roles,
        exchange: rule.exchange,
        lync: rule.lync,
        title: rule.title.of(culture),
        explanation: rule.explanation.of(culture),
        remedy: rule.remedy.of(culture),
        symptoms: rule.symptoms.iter().map(|text| text.of(culture)).collect(),
        interpretation: rule.interpretation.map(|text| text.of(culture)),
        sources: Source::documents(rule.sources),
        after: rule.after,
        needs: rule.needs.iter().map(need).collect(),
        fixable,
    }
}
