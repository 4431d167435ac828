//! The parts of the test suite, in the order in which those of a lane run: what is quick and names its place first. Each
//! part runs what a developer could run by hand and reads nothing but its output.

use super::shells::{demonstration, powershell, scenarios};
use super::{Counts, Lane, Outcome, Part, Release, Suite};
use crate::library::{self, FEATURES, cargo};
use crate::log::Log;
use crate::windows::Windows;
use crate::{Result, c_abi, fuzz, header_command, imports, module, package, report, reproduce, tidy};
use std::path::Path;
use std::process::Command;

/// Every part.
pub(super) const PARTS: &[Part] = &[
    part("fmt", Lane::Native, fmt, "the sources are formatted"),
    part("header", Lane::Native, header, "include/uc_integration.h is that of the sources"),
    part("tidy", Lane::Native, tidy, "layers, circles, sizes, habits, licences, and what `xtask rules` writes"),
    part("clippy", Lane::Native, clippy, "no warning in any target"),
    part("unit", Lane::Native, unit, "Rust tests, the corpus, the JSON Schemas, and fuzzing with fixed seeds"),
    part("doc", Lane::Native, doc, "the documentation builds without a warning"),
    part("c", Lane::Native, c, "the C interface from C and C++, under AddressSanitizer and valgrind"),
    part("report", Lane::Native, report_pages, "the report in a browser: widths, colours, paper"),
    Part {
        release: Release::Only,
        ..part(
            "fuzz",
            Lane::Native,
            fuzz,
            "searching: each fuzz target for five minutes, with coverage and AddressSanitizer",
        )
    },
    Part {
        release: Release::More(
            "the same of the DLL as it ships, optimised, of which a second build is the same, byte for byte",
        ),
        ..part("windows", Lane::Windows, windows, "the DLL: imports, exports, paths")
    },
    Part {
        release: Release::More("the Rust tests as Windows code too, for which everything is built once more"),
        ..part("wine", Lane::Windows, wine, "the DLL from C, as Windows code")
    },
    Part {
        release: Release::More("with the libraries as they ship"),
        ..part("package", Lane::Windows, package, "the zip file: complete and reproducible")
    },
    Part {
        release: Release::More("all of it in the Windows PowerShell too"),
        ..part("powershell", Lane::Windows, powershell, "the module's tests in PowerShell; texts in French too")
    },
    Part {
        release: Release::More(
            "in every estate a plan is interrupted and taken by its scripts, and all of it in the Windows PowerShell too",
        ),
        ..part("scenarios", Lane::Windows, scenarios, "whole estates in simulated products: broken, fixed, undone")
    },
    Part {
        release: Release::More("in the Windows PowerShell too"),
        ..part("demo", Lane::Windows, demonstration, "`cargo xtask demo` in PowerShell comes to its end")
    },
];

/// A part that does the same in every run.
const fn part(name: &'static str, lane: Lane, run: fn(&mut Suite<'_>) -> Outcome, about: &'static str) -> Part {
    Part { name, about, release: Release::Same, lane, run }
}

fn fmt(suite: &mut Suite<'_>) -> Outcome {
    Outcome::single(suite.log.run(cargo(suite.project).args(["fmt", "--all", "--check"])))
}

fn header(suite: &mut Suite<'_>) -> Outcome {
    Outcome::single(header_command::run(suite.project, true, &mut suite.log))
}

fn tidy(suite: &mut Suite<'_>) -> Outcome {
    Outcome::single(tidy::run(suite.project, &mut suite.log))
}

fn clippy(suite: &mut Suite<'_>) -> Outcome {
    let mut clippy = cargo(suite.project);
    clippy.args(["clippy", "--locked", "--workspace", "--all-targets", "--features", FEATURES]);
    Outcome::single(suite.log.run(clippy.args(["--", "-D", "warnings"])))
}

fn unit(suite: &mut Suite<'_>) -> Outcome {
    cargo_tests(suite, library::tests(suite.project).arg("--no-fail-fast"))
}

fn doc(suite: &mut Suite<'_>) -> Outcome {
    let mut doc = cargo(suite.project);
    // All packages and features, as clippy has them: then both read the same dependencies.
    doc.args(["doc", "--locked", "--workspace", "--no-deps", "--features", FEATURES]);
    doc.env("RUSTDOCFLAGS", "-D warnings -D missing-docs");
    Outcome::single(suite.log.run(&mut doc))
}

fn c(suite: &mut Suite<'_>) -> Outcome {
    match c_abi::missing() {
        Some(reason) => Outcome::skipped(reason),
        None => counted(c_abi::run(suite.project, &mut suite.log)),
    }
}

fn report_pages(suite: &mut Suite<'_>) -> Outcome {
    match report::missing() {
        Some(reason) => Outcome::skipped(reason),
        None => counted(report::run(suite.project, &mut suite.log)),
    }
}

fn fuzz(suite: &mut Suite<'_>) -> Outcome {
    if let Some(reason) = fuzz::missing(suite.project) {
        return Outcome::skipped(reason);
    }
    let run = fuzz::run(suite.project, 300, &[], &mut suite.log);
    counted(run.map(|targets| Counts { passed: targets, ..Counts::default() }))
}

fn windows(suite: &mut Suite<'_>) -> Outcome {
    if let Err(reason) = Windows::find(suite.project) {
        return Outcome::skipped(reason);
    }
    Outcome::single(check_windows(suite))
}

fn check_windows(suite: &mut Suite<'_>) -> Result<()> {
    let project = suite.project;
    let dll = library::windows(project, false, &mut suite.log)?;
    imports::check(project, &dll, &mut suite.log)?;
    if suite.release { check_shipped(suite) } else { Ok(()) }
}

/// The same of the DLL as it ships, which is built twice.
fn check_shipped(suite: &mut Suite<'_>) -> Result<()> {
    let project = suite.project;
    // Both builds at once: most of each is the work of one core.
    let mut beside = Log::kept();
    let (first, second) = std::thread::scope(|scope| {
        let second = scope.spawn(|| reproduce::build(project, &mut beside));
        let first = library::windows(project, true, &mut suite.log);
        (first, second.join().unwrap_or_else(|_| Err("ended early".into())))
    });
    suite.log.say(beside.text());
    let dll = first?;
    imports::check(project, &dll, &mut suite.log)?;
    same(suite, &dll, &second?)
}

/// Fails if two builds of the library differ.
fn same(suite: &mut Suite<'_>, first: &Path, second: &Path) -> Result<()> {
    let (first, second) = (package::sha256(first)?, package::sha256(second)?);
    suite.log.say(format!("reproduce: {first}"));
    if first == second { Ok(()) } else { Err(format!("a second build of the DLL differs: {first}, {second}")) }
}

fn wine(suite: &mut Suite<'_>) -> Outcome {
    let toolchain = match Windows::find(suite.project).and_then(|toolchain| Windows::wine().map(|()| toolchain)) {
        Ok(toolchain) => toolchain,
        Err(reason) => return Outcome::skipped(reason),
    };
    if let Err(reason) = crate::windows::prepare_wine(suite.project) {
        return Outcome::single(Err(reason));
    }
    let from_c = counted(c_abi::test_in_wine(suite.project, suite.release, &mut suite.log));
    if suite.release { from_c.and(cargo_tests(suite, &mut toolchain.tests())) } else { from_c }
}

fn package(suite: &mut Suite<'_>) -> Outcome {
    Outcome::single(check_package(suite))
}

fn check_package(suite: &mut Suite<'_>) -> Result<()> {
    let (project, all) = (suite.project, suite.all);
    let (folder, packed) = if suite.release {
        let zip = package::run(project, all, &mut suite.log)?;
        (module::folder(project), std::fs::read(&zip).map_err(|error| format!("{}: {error}", zip.display()))?)
    } else {
        let folder = module::lay_out_for_tests(project, all, false, &mut suite.log)?;
        let packed = package::pack(&folder)?;
        (folder, packed)
    };
    if packed != package::pack(&folder)? {
        return Err("packing the same module twice gives two different files".into());
    }
    module::check_complete(&folder, all)
}

/// Runs a cargo test command and counts. Failing tests are in the counts, a build that failed is in the reason.
pub(super) fn cargo_tests(suite: &mut Suite<'_>, command: &mut Command) -> Outcome {
    command.env("UC_CORPUS", suite.project.corpus()).env("UC_TOOLS", suite.project.tools());
    match suite.log.record(command) {
        Err(reason) => Outcome::single(Err(reason)),
        Ok(ended) => {
            let counts = Counts::of_cargo(&ended.output);
            let result = if ended.success { Ok(()) } else { Err(format!("cargo test: {}", ended.how)) };
            Outcome::counted(counts, result)
        }
    }
}

fn counted(result: Result<Counts>) -> Outcome {
    match result {
        Ok(counts) => Outcome::counted(counts, Ok(())),
        Err(reason) => Outcome::single(Err(reason)),
    }
}
