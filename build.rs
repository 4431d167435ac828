//! Build script of the library: keeps `include/uc_integration.h` equal to the sources and gives the Windows library
//! its version resource. It must work from a source tree that is read-only and must never look at the network.
//!
//! With `UC_HEADER_CHECK=1` a header that is out of date fails the build instead of being written.

#[path = "build/header.rs"]
mod header;
#[path = "build/resource.rs"]
mod resource;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            println!("cargo::error={}", message.replace('\n', " "));
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    for source in ["build.rs", "build", "cbindgen.toml", "src/ffi", "src/status.rs", "include"] {
        println!("cargo::rerun-if-changed={source}");
    }
    println!("cargo::rerun-if-env-changed=UC_HEADER_CHECK");
    let check = env::var_os("UC_HEADER_CHECK").is_some_and(|value| value == "1");
    keep_header(&root, check)?;
    if variable("CARGO_CFG_TARGET_OS")? == "windows" && variable("CARGO_CFG_TARGET_ENV")? == "gnu" {
        resource::link()?;
    }
    Ok(())
}

/// Writes the header if it is out of date. Where it cannot be written, the build goes on with a warning: the header
/// is documentation for C callers and not needed by the library itself.
fn keep_header(root: &std::path::Path, check: bool) -> Result<(), String> {
    let text = header::generate(root)?;
    if header::is_current(root, &text) {
        return Ok(());
    }
    if check {
        return Err(format!("{} is out of date: run `cargo xtask header`", header::PATH));
    }
    if let Err(error) = header::write(root, &text) {
        println!("cargo::warning={} is out of date and cannot be written: {error}", header::PATH);
    }
    Ok(())
}

fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("{name} is not set: this script is run by cargo"))
}
