//! `cargo xtask demo`: one estate from broken to working and back. In a real PowerShell with the laid out module and
//! simulated products where that can be, else straight through the C interface: findings and a plan from facts that were
//! collected before, and the edit of a sample web.config. Succeeds only if everything is as it was in the end.

use crate::Result;
use crate::library;
use crate::log::Log;
use crate::module;
use crate::powershell::PowerShell;
use crate::project::{Project, fresh_folder, write};
use crate::windows::Windows;
use libloading::Library;
use serde_json::{Value, json};
use std::ffi::c_void;
use std::path::{Path, PathBuf};

const SAMPLE: &[u8] = include_bytes!("../../examples/web.config");
/// Facts of an estate after an update of Exchange 2013, and the time at which they were collected.
const FACTS: &[(&str, &str)] = &[
    ("facts-exchange.json", include_str!("../../examples/facts/facts-exchange.json")),
    ("facts-lync.json", include_str!("../../examples/facts/facts-lync.json")),
];
const JUDGED_AT: &str = include_str!("../../examples/facts/collected-at.txt");
/// What the play in PowerShell says at its end, and only if it came there: nothing differs from the start, and the page.
const CLOSING: &[&str] = &[
    "Differences from the start, in the products and in every byte of every file: 0",
    "one page that needs nothing else",
];
/// The page that both ways leave behind.
const REPORT: &str = "report.html";
const THUMBPRINT: &str = "0123456789ABCDEF0123456789ABCDEF01234567";

/// Runs the demonstration.
pub(crate) fn run(project: &Project, log: &mut Log) -> Result<()> {
    let folder = project.target.join("demo");
    fresh_folder(&folder)?;
    match usable_shell(project) {
        Ok(shell) => in_powershell(project, &shell, &folder, log),
        Err(reason) => {
            log.say(format!("demo: through the C interface, since there is no PowerShell to use ({reason})"));
            judged(&library::linux(project, log)?, &folder.join(REPORT), log)?;
            edited(&library::linux(project, log)?, &folder, log)
        }
    }
}

/// Runs it in the Windows PowerShell.
pub(crate) fn run_in_windows(project: &Project, log: &mut Log) -> Result<()> {
    let folder = project.target.join("demo");
    fresh_folder(&folder)?;
    in_powershell(project, &usable(project, PowerShell::find_windows(project)?)?, &folder, log)
}

/// Why the demonstration cannot run in PowerShell here, if it cannot.
pub(crate) fn missing(project: &Project) -> Option<String> {
    usable_shell(project).err()
}

/// Fails if what the demonstration printed lacks its closing words.
pub(crate) fn check_closing(printed: &str) -> Result<()> {
    match CLOSING.iter().find(|words| !printed.contains(**words)) {
        Some(words) => Err(format!("the demonstration did not say `{words}`")),
        None => Ok(()),
    }
}

/// The edit of the sample, which must have its first bytes again.
fn edited(library: &Path, folder: &Path, log: &mut Log) -> Result<()> {
    let file = folder.join("web.config");
    write(&file, SAMPLE)?;
    through_c(library, &file, log)?;
    let after = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    if after == SAMPLE {
        log.say("demo: the file has its first bytes again");
        Ok(())
    } else {
        Err("the restored file is not the first one".into())
    }
}

fn usable_shell(project: &Project) -> Result<PowerShell> {
    usable(project, PowerShell::find(project)?)
}

/// A shell, or what it lacks for the demonstration.
fn usable(project: &Project, shell: PowerShell) -> Result<PowerShell> {
    if shell.is_windows() {
        Windows::find(project)?;
    }
    let cmdlets = project.reference().join("cmdlets.json");
    if cmdlets.is_file() { Ok(shell) } else { Err(format!("{} is missing", cmdlets.display())) }
}

fn in_powershell(project: &Project, shell: &PowerShell, folder: &Path, log: &mut Log) -> Result<()> {
    module::lay_out_for_tests(project, shell.is_windows(), false, log)?;
    log.say(format!("demo: in {}", shell.describe()));
    let mut script = shell.script(project, "en-US", "examples/demo.ps1");
    script.arg("-Folder").arg(folder);
    log.run(&mut script)?;
    log.say(format!("demo: the report is {}", project.relative(&folder.join(REPORT))));
    Ok(())
}

/// Findings, a plan and a report from facts.
fn judged(library: &Path, report: &Path, log: &mut Log) -> Result<()> {
    let library = Caller::load(library)?;
    let facts: Vec<Value> = FACTS.iter().map(|(name, text)| json!({ "name": name, "text": text })).collect();
    let request = json!({ "facts": facts, "now": JUDGED_AT, "scenarios": ["OwaIm"] });
    let checked = library.call("uc_estate_check", &request)?;
    log.say("\nFindings from two files of facts, one of each shell");
    for finding in checked["findings"].as_array().into_iter().flatten() {
        if finding["status"] == "Fail" {
            log.say(format!("{:<26} {}", text(finding, "rule"), text(finding, "message")));
        }
    }
    log.say(format!("summary: {}", checked["summary"]));
    log.say("\nThe plan that fixes them");
    let plan = library.call("uc_plan_create", &request)?;
    for stage in plan["stages"].as_array().into_iter().flatten() {
        for step in stage["steps"].as_array().into_iter().flatten() {
            log.say(format!("{:>3}  {:<9} {}", step["number"], text(stage, "shell"), text(step, "title")));
        }
    }
    let page = library.call("uc_report_render", &request)?;
    log.say(format!("\nFor those who decide: {}", report.display()));
    write(report, text(&page, "html"))
}

fn through_c(library: &Path, file: &Path, log: &mut Log) -> Result<()> {
    let library = Caller::load(library)?;
    let path = file.display().to_string();
    let backups = PathBuf::from(file).with_file_name("backups").display().to_string();
    let changes = json!([
        { "op": "set", "key": "IMServerName", "value": "pool01.contoso.example" },
        { "op": "set", "key": "IMCertificateThumbprint", "value": THUMBPRINT },
    ]);
    let edit = |dry: bool| json!({ "path": path, "changes": changes, "dryRun": dry, "reason": "demo", "backup": { "directory": backups } });
    log.say("\n1. Before: the settings that .NET sees");
    settings(log, &library.call("uc_config_read", &json!({ "path": path }))?);
    log.say("\n2. What an edit would change (nothing is written)");
    log.say(text(&library.call("uc_config_apply", &edit(true))?, "diff"));
    log.say("3. The edit, with a backup");
    let edited = library.call("uc_config_apply", &edit(false))?;
    log.say(format!("backup {}", text(&edited, "backupId")));
    settings(log, &library.call("uc_config_read", &json!({ "path": path }))?);
    log.say("\n4. Restored from the backup");
    let restore = json!({ "path": path, "id": edited["backupId"], "directory": backups });
    let restored = library.call("uc_backup_restore", &restore)?;
    log.say(format!("{} -> {}", text(&restored, "sha256Before"), text(&restored, "sha256After")));
    Ok(())
}

fn settings(log: &mut Log, response: &Value) {
    for setting in response["settings"].as_array().into_iter().flatten() {
        log.say(format!("{:>5}  {} = {}", setting["line"], text(setting, "key"), text(setting, "value")));
    }
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

#[repr(C)]
struct Buffer {
    data: *mut u8,
    len: usize,
    capacity: usize,
}

type Function = unsafe extern "C" fn(*const u8, usize, *mut Buffer) -> i32;
type Free = unsafe extern "C" fn(*mut Buffer);
type Version = unsafe extern "C" fn() -> u32;

/// The built library as another program uses it.
struct Caller(Library);

impl Caller {
    fn load(path: &Path) -> Result<Self> {
        // SAFETY: the library was just built from this project and runs no code when it is loaded.
        let library = unsafe { Library::new(path) }.map_err(|error| error.to_string())?;
        let caller = Self(library);
        let version: Version = caller.function("uc_abi_version")?;
        // SAFETY: the function takes nothing and returns a number, as the header says.
        match unsafe { version() } {
            2 => Ok(caller),
            other => Err(format!("the library has the interface {other}, not 2")),
        }
    }

    fn call(&self, name: &str, request: &Value) -> Result<Value> {
        let function: Function = self.function(name)?;
        let free: Free = self.function("uc_buffer_free")?;
        let request = request.to_string();
        let mut response = Buffer { data: std::ptr::null_mut(), len: 0, capacity: 0 };
        // SAFETY: the request lives during the call, the response is an empty buffer.
        let status = unsafe { function(request.as_ptr(), request.len(), &raw mut response) };
        let json = if response.data.is_null() {
            Vec::new()
        } else {
            // SAFETY: a response that is not NULL has `len` bytes until it is freed.
            unsafe { std::slice::from_raw_parts(response.data, response.len) }.to_vec()
        };
        // SAFETY: the buffer was filled by the call above and is freed once.
        unsafe { free(&raw mut response) };
        let value: Value = serde_json::from_slice(&json).map_err(|error| format!("{name}: {error}"))?;
        if status == 0 { Ok(value) } else { Err(format!("{name}: {status} {}", text(&value, "message"))) }
    }

    /// A function of the library. `T` must be its type in the header.
    fn function<T: Copy>(&self, name: &str) -> Result<T> {
        const { assert!(size_of::<T>() == size_of::<*const c_void>()) }
        // SAFETY: the callers name the types that the header declares for these names.
        let symbol = unsafe { self.0.get::<T>(name) }.map_err(|error| error.to_string())?;
        Ok(*symbol)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demonstration_that_breaks_off_or_leaves_something_behind_is_found_out() {
        let whole = format!("--- 6. And back\r\n{}\r\nreport.html: 36,809 bytes, {}\r\n", CLOSING[0], CLOSING[1]);
        assert_eq!(check_closing(&whole), Ok(()));
        assert!(check_closing("").is_err());
        assert!(check_closing(&whole.replace(": 0", ": 2")).is_err());
        assert!(check_closing(whole.split("report.html").next().unwrap()).is_err());
    }
}
