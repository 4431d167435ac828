//! The JSON Schema of an answer: what all answers have stands once, and each has a name of its own. Compiled for the
//! test that keeps `docs/schema` current.

use super::section::{Fact, Failure};
use super::time::Time;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;

/// What every answer to a question has, whether the command answered or not.
#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase")]
struct Answer {
    /// The command that was run.
    #[allow(dead_code, reason = "only its name and type are read")]
    command: String,
    /// When it was run.
    #[allow(dead_code, reason = "only its name and type are read")]
    time: Time,
    /// Why it did not answer.
    #[allow(dead_code, reason = "only its name and type are read")]
    error: Option<String>,
    /// The servers or names for which it did not answer, though it did for others.
    #[allow(dead_code, reason = "only its name and type are read")]
    #[schemars(default)]
    failures: Vec<Failure>,
}

impl<T: JsonSchema> JsonSchema for Fact<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("AnswerOf{}", T::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("{}::AnswerOf<{}>", module_path!(), T::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = generator.subschema_for::<Answer>();
        let mut values = generator.subschema_for::<Option<Vec<T>>>();
        values.insert("description".to_owned(), "What it answered; absent if it did not answer.".into());
        schema.insert("properties".to_owned(), serde_json::json!({ "values": values }));
        schema.insert("unevaluatedProperties".to_owned(), false.into());
        schema
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{FactDocument, SCHEMA};

    /// What `Fact` reads and what the schema says are two lists.
    #[test]
    fn the_schema_names_the_fields_that_are_read() {
        let schema = schemars::schema_for!(Answer);
        let fields: Vec<&String> = schema.get("properties").unwrap().as_object().unwrap().keys().collect();
        let mut fact = serde_json::json!({ "values": [] });
        for field in fields {
            fact[field] = match field.as_str() {
                "time" => "2026-03-01T21:00:00Z".into(),
                "failures" => serde_json::json!([]),
                _ => "x".into(),
            };
        }
        let document = |fact: &serde_json::Value| {
            let collected =
                serde_json::json!({ "time": "2026-03-01T21:00:00Z", "computer": "ex01", "shell": "Exchange" });
            let whole =
                serde_json::json!({ "schema": SCHEMA, "collected": collected, "exchange": { "servers": fact } });
            FactDocument::read("facts.json", &whole.to_string()).is_ok()
        };
        assert!(document(&fact));
        assert_eq!(fact.as_object().unwrap().len(), 5, "every field of Fact");
        for required in ["command", "time"] {
            let mut without = fact.clone();
            without.as_object_mut().unwrap().remove(required);
            assert!(!document(&without), "{required}");
            assert!(schema.get("required").unwrap().as_array().unwrap().contains(&required.into()), "{required}");
        }
    }
}
