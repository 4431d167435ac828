//! What the integration tests share: the shared reference files, temporary folders, and calls through the request
//! interface. Holds no expectations.

pub(crate) mod golden;
pub(crate) mod properties;
pub(crate) mod report;
pub(crate) mod site;

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use uc_integration::api::{self, Request};
use uc_integration::status::Status;

/// The folder of real configuration files; `UC_CORPUS` names it.
pub(crate) fn corpus() -> PathBuf {
    std::env::var_os("UC_CORPUS").map_or_else(|| PathBuf::from("../shared/corpus"), PathBuf::from)
}

/// The folder of measured reference data; `UC_REFERENCE` names it.
pub(crate) fn reference() -> PathBuf {
    std::env::var_os("UC_REFERENCE").map_or_else(|| PathBuf::from("../shared/reference"), PathBuf::from)
}

/// The folder of the pages that the rules follow; `UC_SEEDS` names it.
pub(crate) fn seeds() -> PathBuf {
    std::env::var_os("UC_SEEDS").map_or_else(|| PathBuf::from("../shared/seeds"), PathBuf::from)
}

/// The documents of facts that the project comes with.
pub(crate) fn example_facts() -> Vec<PathBuf> {
    let files = std::fs::read_dir("examples/facts").unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect()
}

/// The rule ids in a text: words in backquotes of capitals, digits and dashes.
pub(crate) fn rule_ids(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted.filter(|word| {
        word.contains('-') && word.chars().all(|c| c == '-' || c.is_ascii_uppercase() || c.is_ascii_digit())
    })
}

/// A JSON file, which has to be there.
pub(crate) fn json_file(path: &Path) -> Value {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Calls a function of the library as the C ABI does.
pub(crate) fn call<Q: Request>(request: &Value) -> Result<Value, Value> {
    let (status, json) = api::dispatch::<Q>(&serde_json::to_vec(request).unwrap());
    let response: Value = serde_json::from_slice(&json).unwrap();
    if status == Status::Ok { Ok(response) } else { Err(response) }
}

/// The response of `uc_config_read` for a file.
pub(crate) fn read(path: &Path) -> Result<Value, Value> {
    call::<api::config::ReadRequest>(&json!({ "path": path }))
}

/// Applies changes to a file, with backups in `backups`.
pub(crate) fn apply(path: &Path, changes: &Value, backups: &Path) -> Result<Value, Value> {
    call::<api::config::ApplyRequest>(&json!({ "path": path, "changes": changes, "backup": { "directory": backups } }))
}

/// The settings of a read response that are in effect, in order.
pub(crate) fn effective(response: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let settings = response["settings"].as_array().unwrap().iter();
    settings.filter(|setting| setting["effective"] == true).map(|s| (text(&s["key"]), text(&s["value"]))).collect()
}

/// Whether a read response says that .NET does not load the configuration.
pub(crate) fn has_errors(response: &Value) -> bool {
    response["problems"].as_array().unwrap().iter().any(|problem| problem["severity"] == "Error")
}

/// The settings of an oracle entry, in order.
pub(crate) fn oracle_settings(entry: &Value) -> Vec<(String, String)> {
    let pairs = entry["settings"].as_array().unwrap().iter();
    pairs.map(|pair| (pair[0].as_str().unwrap().to_owned(), pair[1].as_str().unwrap().to_owned())).collect()
}

/// What the real System.Configuration reads from files, where it is at hand.
pub(crate) fn dotnet(paths: &[&Path]) -> Option<Vec<Value>> {
    let usual = || PathBuf::from("../shared/tools/dotnet-config/dotnet-config");
    let program = std::env::var_os("UC_DOTNET_CONFIG").map_or_else(usual, PathBuf::from);
    if !cfg!(target_os = "linux") || !program.is_file() {
        return None;
    }
    let output = std::process::Command::new(program).arg("read").args(paths).output().unwrap();
    let lines = output.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    Some(lines.map(|line| serde_json::from_slice(line).unwrap()).collect())
}
