//! Keeps `docs/schema` what the Rust types say: one JSON Schema for each request and response. With `UC_UPDATE=1` it
//! writes them.

use crate::support::golden;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use uc_integration::api::{backup, certificate, config, estate, value};
use uc_integration::error::ErrorBody;
use uc_integration::facts::{FactDocument, SCHEMA};
use uc_integration::plan::Plan;

fn request<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_deserialize().into_generator().into_root_schema_for::<T>()
}

fn response<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

/// The form of a file of facts, with its name and version as `$id`.
fn facts() -> Schema {
    let mut schema = request::<FactDocument>();
    schema.insert("$id".to_owned(), SCHEMA.into());
    schema
}

fn schemas() -> BTreeMap<&'static str, Schema> {
    BTreeMap::from([
        ("facts", facts()),
        ("error", response::<ErrorBody>()),
        ("config_read.request", request::<config::ReadRequest>()),
        ("config_read.response", response::<config::ReadResponse>()),
        ("config_apply.request", request::<config::ApplyRequest>()),
        ("config_apply.response", response::<config::ApplyResponse>()),
        ("backup_list.request", request::<backup::ListRequest>()),
        ("backup_list.response", response::<backup::ListResponse>()),
        ("backup_restore.request", request::<backup::RestoreRequest>()),
        ("backup_restore.response", response::<backup::RestoreResponse>()),
        ("backup_prune.request", request::<backup::PruneRequest>()),
        ("backup_prune.response", response::<backup::PruneResponse>()),
        ("rules_list.request", request::<estate::ListRequest>()),
        ("rules_list.response", response::<estate::ListResponse>()),
        ("facts_list.request", request::<estate::NeededRequest>()),
        ("facts_list.response", response::<estate::NeededResponse>()),
        ("support_list.request", request::<estate::SupportRequest>()),
        ("support_list.response", response::<estate::SupportResponse>()),
        ("estate_check.request", request::<estate::CheckRequest>()),
        ("estate_check.response", response::<estate::CheckResponse>()),
        ("plan_read.request", request::<estate::ReadRequest>()),
        ("plan_render.request", request::<estate::RenderRequest>()),
        ("plan_render.response", response::<estate::RenderResponse>()),
        ("plan", response::<Plan>()),
        ("report_render.request", request::<estate::ReportRequest>()),
        ("report_render.response", response::<estate::ReportResponse>()),
        ("value_check.request", request::<value::ValueCheck>()),
        ("value_check.response", response::<value::ValueChecked>()),
        ("certificate_check.request", request::<certificate::CheckRequest>()),
        ("certificate_check.response", response::<certificate::CheckResponse>()),
    ])
}

/// The lines of a JSON text, with every object and list that fits on one line on one line.
fn folded(lines: &[&str]) -> Vec<String> {
    const WIDTH: usize = 110;
    let indentation = |line: &str| line.len() - line.trim_start().len();
    let mut out = Vec::new();
    let mut rest = lines;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let length = after.iter().take_while(|line| indentation(line) > indentation(first)).count();
        match (first.ends_with(['{', '[']), after.get(length)) {
            (true, Some(end)) => {
                let inside: Vec<&str> = after[..length].iter().map(|line| line.trim_start()).collect();
                let whole = format!("{first} {} {}", inside.join(" "), end.trim_start());
                if whole.len() <= WIDTH {
                    out.push(whole);
                } else {
                    out.push((*first).to_owned());
                    out.extend(folded(&after[..length]));
                    out.push((*end).to_owned());
                }
                rest = &after[length + 1..];
            }
            _ => out.push((*first).to_owned()),
        }
    }
    out
}

#[test]
fn what_fits_is_folded_and_means_the_same() {
    let value = serde_json::json!({ "a": [1, 2], "b": { "c": "x".repeat(200), "d": {} } });
    let text = serde_json::to_string_pretty(&value).unwrap();
    let lines = folded(&text.lines().collect::<Vec<_>>());
    assert_eq!(lines.len(), 7, "{lines:?}");
    assert_eq!(serde_json::from_str::<Value>(&lines.join("\n")).unwrap(), value);
}

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let folder = Path::new("docs/schema");
    for (name, schema) in schemas() {
        let text = serde_json::to_string_pretty(&schema).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        golden::compare(&folder.join(format!("{name}.json")), &(folded(&lines).join("\n") + "\n"));
    }
    let files = std::fs::read_dir(folder).unwrap().count();
    assert_eq!(files, schemas().len(), "a schema that no type owns");
}

#[test]
fn requests_refuse_unknown_fields_by_schema_too() {
    for (name, schema) in schemas() {
        if name.ends_with("request") {
            assert_eq!(schema.get("additionalProperties"), Some(&Value::Bool(false)), "{name}");
        }
    }
}

/// What a name says that a value is, and one of the words by which its description says in which unit.
const UNITS: &[(&[&str], &[&str])] = &[
    (&["time", "started", "updated", "effectivedate", "notbefore", "notafter"], &["UTC"]),
    (&["thumbprint"], &["hexadecimal"]),
    (&["size", "length", "limit"], &["bytes", "bits"]),
    (&["offset"], &["bytes"]),
    (&["seconds", "timeout"], &["seconds"]),
];

/// What the description of a property leaves out. The type that it refers to may say it for all its properties; the name
/// of a variant is described with the variant.
fn undescribed(schema: &Value, place: &str, name: &str, property: &Value) -> Vec<String> {
    let described = |of: &Value| of["description"].as_str().unwrap_or_default().to_owned();
    let own = described(property);
    let either = [property].into_iter().chain(property["anyOf"].as_array().into_iter().flatten());
    let types = either.filter_map(|one| one["$ref"].as_str()?.strip_prefix('#')).filter_map(|at| schema.pointer(at));
    let told = types.map(described).fold(own.clone(), |told, one| told + &one);
    let mut missing = Vec::new();
    if own.is_empty() && property.get("const").is_none() {
        missing.push(format!("{place}.{name} is not described"));
    }
    let is_text_or_number = !["boolean", "array", "object"].iter().any(|one| property["type"] == *one);
    for (names, units) in UNITS.iter().filter(|_| is_text_or_number) {
        let is_so = names.iter().any(|part| name.to_lowercase().contains(part));
        if is_so && !units.iter().any(|unit| told.contains(unit)) {
            missing.push(format!("{place}.{name} does not say {}: {own}", units.join(" or ")));
        }
    }
    missing
}

/// Calls for every property below a place of a schema.
fn properties(at: &Value, place: &str, call: &mut impl FnMut(&str, &str, &Value)) {
    match at {
        Value::Array(all) => all.iter().for_each(|one| properties(one, place, call)),
        Value::Object(fields) => {
            for (name, property) in fields.get("properties").and_then(Value::as_object).into_iter().flatten() {
                call(place, name, property);
            }
            for (name, field) in fields {
                let place = if matches!(name.as_str(), "oneOf" | "anyOf" | "allOf" | "$defs") { place } else { name };
                properties(field, place, call);
            }
        }
        _ => {}
    }
}

#[test]
fn every_property_is_described_with_its_unit() {
    let mut missing = Vec::new();
    for (name, schema) in schemas() {
        let schema = serde_json::to_value(schema).unwrap();
        properties(&schema, name, &mut |place, property, value| {
            missing.extend(undescribed(&schema, &format!("{name}: {place}"), property, value));
        });
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
