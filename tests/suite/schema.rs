//! Keeps `docs/schema` what the Rust types say: one JSON Schema for each request and response. With `UC_UPDATE=1` it
//! writes them.

use crate::support::golden;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
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

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let folder = Path::new("docs/schema");
    for (name, schema) in schemas() {
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        golden::compare(&folder.join(format!("{name}.json")), &text);
    }
    let files = std::fs::read_dir(folder).unwrap().count();
    assert_eq!(files, schemas().len(), "a schema that no type owns");
}

#[test]
fn requests_refuse_unknown_fields_by_schema_too() {
    for (name, schema) in schemas() {
        if name.ends_with("request") {
            assert_eq!(schema.get("additionalProperties"), Some(&serde_json::Value::Bool(false)), "{name}");
        }
    }
}
