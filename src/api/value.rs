//! `uc_value_check`: is this text a thumbprint, a server name, a SIP address…? Knows no rule about values itself.

use crate::api::Request;
use crate::error::{Error, Result};
use crate::l10n::{Culture, Text};
use crate::status::Status;
use crate::value::{KINDS, Kind, Problem, Severity};
use serde::{Deserialize, Serialize};

/// The request of `uc_value_check`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ValueCheck {
    /// What the value should be, without case: `Thumbprint`, `Fqdn`, `SipAddress`, `SipDomain`, `ApplicationId`,
    /// `Port`, `Url`, `AutodiscoverUrl`, `MetadataUrl` or `DialPlan`.
    pub kind: String,
    /// The value as it was typed or pasted.
    pub value: String,
    /// The language of the answer, a .NET culture name such as `fr-FR`.
    pub culture: Option<String>,
}

/// The response of `uc_value_check`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ValueChecked {
    /// The kind, in its own spelling.
    pub kind: &'static str,
    /// Whether the value can be used: no problem is an error.
    pub valid: bool,
    /// The value as it should be written; absent if it is not valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub normalized: Option<String>,
    /// What is wrong with the value as it was given.
    pub problems: Vec<ValueProblem>,
}

/// One problem of a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ValueProblem {
    /// The stable name of the problem.
    pub code: &'static str,
    /// `Error` if the value cannot be used, otherwise `Warning`.
    pub severity: Severity,
    /// What is wrong, in the requested language.
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

impl ValueProblem {
    /// A problem in the reader's language.
    pub(super) fn new(problem: &Problem, culture: Culture) -> Self {
        Self {
            code: problem.code().name(),
            severity: problem.severity(),
            message: problem.message(culture),
            hint: problem.hint(culture),
        }
    }
}

impl Request for ValueCheck {
    type Response = ValueChecked;

    fn handle(self, culture: Culture) -> Result<ValueChecked> {
        let kind = Kind::find(&self.kind).ok_or_else(unknown_kind)?;
        let checked = kind.check(&self.value);
        let problems = checked.problems.iter().map(|problem| ValueProblem::new(problem, culture)).collect();
        Ok(ValueChecked { kind: kind.name(), valid: checked.valid, normalized: checked.normalized, problems })
    }
}

fn unknown_kind() -> Error {
    let names: Vec<&str> = KINDS.iter().map(|kind| kind.name()).collect();
    let text = Text::new("kind must be one of {names}", "kind doit être l'un de : {names}");
    Error::new(Status::RequestInvalid).with_text("detail", text, vec![("names", names.join(", "))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::dispatch;
    use serde_json::{Value, json};

    fn ask(request: &Value) -> (Status, Value) {
        let (status, response) = dispatch::<ValueCheck>(request.to_string().as_bytes());
        (status, serde_json::from_slice(&response).unwrap())
    }

    #[test]
    fn a_good_value_is_answered_without_problems() {
        let request = json!({ "kind": "thumbPRINT", "value": "EA5A332496CC05DA69B75B66111C0F78A110D22D" });
        let expected = json!({
            "kind": "Thumbprint",
            "valid": true,
            "normalized": "EA5A332496CC05DA69B75B66111C0F78A110D22D",
            "problems": [],
        });
        assert_eq!(ask(&request), (Status::Ok, expected));
    }

    #[test]
    fn a_bad_value_is_a_success_with_problems_in_the_language_asked_for() {
        let request = json!({ "kind": "Fqdn", "value": "atl-cs-001", "culture": "fr-FR" });
        let expected = json!({
            "kind": "Fqdn",
            "valid": false,
            "problems": [{
                "code": "FqdnSingleLabel",
                "severity": "Error",
                "message": "« atl-cs-001 » est un nom court, pas un nom de domaine complet.",
                "hint": "Ajoutez le domaine, comme dans atl-cs-001.example.com ; Get-CsPool affiche les noms de domaine complets des pools.",
            }],
        });
        assert_eq!(ask(&request), (Status::Ok, expected));
    }

    #[test]
    fn a_warning_has_no_hint_when_there_is_nothing_to_add() {
        let (_, response) = ask(&json!({ "kind": "Fqdn", "value": "a.example.com." }));
        assert_eq!(response["problems"][0]["severity"], "Warning");
        assert_eq!(response["problems"][0].get("hint"), None);
    }

    #[test]
    fn an_unknown_kind_names_the_known_ones() {
        let (status, response) = ask(&json!({ "kind": "Certificate", "value": "" }));
        assert_eq!(status, Status::RequestInvalid);
        let message = response["message"].as_str().unwrap();
        for name in [
            "Thumbprint",
            "Fqdn",
            "SipAddress",
            "SipDomain",
            "ApplicationId",
            "Port",
            "Url",
            "AutodiscoverUrl",
            "MetadataUrl",
            "DialPlan",
        ] {
            assert!(message.contains(name), "{message}");
        }
    }

    #[test]
    fn a_foreign_or_missing_field_is_named() {
        for (request, name) in [
            (json!({ "kind": "Fqdn", "value": "a", "extra": 1 }), "extra"),
            (json!({ "kind": "Fqdn" }), "value"),
            (json!({ "value": "a" }), "kind"),
        ] {
            let (status, response) = ask(&request);
            assert_eq!(status, Status::RequestInvalid);
            assert!(response["message"].as_str().unwrap().contains(name), "{response}");
        }
    }
}
