//! `cargo xtask fuzz`: builds the targets of `fuzz/` with coverage and AddressSanitizer, and runs each for a while. The
//! flags are those that cargo-fuzz sets; the compiler is this machine's own, told to accept them.

use crate::Result;
use crate::library::cargo;
use crate::log::Log;
use crate::project::{Project, create_folder, files_below, program};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Named, so that build scripts and macros of the build are not instrumented.
const TARGET: &str = "x86_64-unknown-linux-gnu";

const FLAGS: &[&str] = &[
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
    "-Zsanitizer=address",
    "-Ccodegen-units=1",
    "-Cdebug-assertions",
    "--cfg=fuzzing",
];

/// Why fuzzing cannot be done here.
pub(crate) fn missing(project: &Project) -> Option<String> {
    if !project.root.join("fuzz/Cargo.toml").is_file() {
        return Some("there are no fuzz targets".into());
    }
    program("g++").is_none().then(|| "missing: g++ (`cargo xtask setup` installs it)".into())
}

/// Runs the targets named, or all, for `seconds` each; returns how many ran.
pub(crate) fn run(project: &Project, seconds: u64, names: &[String], log: &mut Log) -> Result<u64> {
    if let Some(reason) = missing(project) {
        return Err(reason);
    }
    let targets = chosen(project, names)?;
    let folder = project.target.join("fuzz");
    let mut build = cargo(project);
    build.args(["build", "--locked", "--release", "--manifest-path", "fuzz/Cargo.toml", "--target", TARGET, "--bins"]);
    build.env("CARGO_TARGET_DIR", &folder).env("RUSTC_BOOTSTRAP", "1");
    log.run(build.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}")))?;
    for together in targets.chunks(std::thread::available_parallelism().map_or(1, usize::from)) {
        run_together(project, &folder, together, seconds, log)?;
    }
    Ok(targets.len() as u64)
}

/// Runs some targets at once, one for each core. Their output is shown one after the other, before a failure is told.
fn run_together(project: &Project, folder: &Path, names: &[String], seconds: u64, log: &mut Log) -> Result<()> {
    let run = |name: &String| {
        let mut own = Log::kept();
        let result = target(project, folder, name, seconds).and_then(|mut command| own.run(&mut command));
        (own, result)
    };
    let ended: Vec<(Log, Result<()>)> = std::thread::scope(|scope| {
        let started: Vec<_> = names.iter().map(|name| scope.spawn(move || run(name))).collect();
        started.into_iter().filter_map(|thread| thread.join().ok()).collect()
    });
    for (own, _) in &ended {
        log.say(own.text().trim_end());
    }
    if ended.len() < names.len() {
        return Err("a fuzz target could not be watched".into());
    }
    ended.into_iter().try_for_each(|(_, result)| result)?;
    log.say(format!("fuzz: {}: nothing found in {seconds} s", names.join(", ")));
    Ok(())
}

fn chosen(project: &Project, names: &[String]) -> Result<Vec<String>> {
    let files = files_below(&project.root.join("fuzz/fuzz_targets"))?;
    let all: Vec<String> =
        files.iter().filter_map(|file| file.file_stem()).map(|name| name.to_string_lossy().into_owned()).collect();
    if let Some(unknown) = names.iter().find(|name| !all.contains(name)) {
        return Err(format!("there is no fuzz target {unknown}; there are: {}", all.join(", ")));
    }
    Ok(if names.is_empty() { all } else { names.to_vec() })
}

/// The command that runs a target. What it learns stays in the build folder; seeds are only read.
fn target(project: &Project, folder: &Path, name: &str, seconds: u64) -> Result<Command> {
    let learned = folder.join("corpus").join(name);
    let findings = folder.join("artifacts").join(name);
    create_folder(&learned)?;
    create_folder(&findings)?;
    let mut command = Command::new(folder.join(TARGET).join("release").join(name));
    command
        .arg(format!("-max_total_time={seconds}"))
        .args(["-timeout=10", "-rss_limit_mb=4096", "-print_final_stats=1", "-verbosity=0"])
        .arg(format!("-artifact_prefix={}/", findings.display()))
        .arg(learned)
        .arg(seeds(project, name))
        .args(dictionary(project))
        .env("ASAN_OPTIONS", "detect_odr_violation=0")
        .current_dir(folder);
    Ok(command)
}

/// The folder of a target's seeds; those of estates are the examples that the project comes with.
fn seeds(project: &Project, name: &str) -> PathBuf {
    let own = project.root.join("fuzz/seeds").join(name);
    if own.is_dir() { own } else { project.root.join("examples/facts") }
}

/// Words that all targets may try.
fn dictionary(project: &Project) -> Option<String> {
    let file = project.root.join("fuzz/xml.dict");
    file.is_file().then(|| format!("-dict={}", file.display()))
}
