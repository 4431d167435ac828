//! Compiles and runs the C test of the interface (`tests/c/abi.c`) in every way a caller might: as C99 and as C++, under
//! AddressSanitizer and valgrind, over the library that the Rust tests were built with; and as a Windows program over the
//! DLL as it ships. The example in the header's own comment is compiled too.

use crate::Result;
use crate::header;
use crate::library;
use crate::log::Log;
use crate::project::{Project, copy, fresh_folder, program, read, write};
use crate::test::Counts;
use crate::windows::{GCC, Windows, run_in_wine};
use std::path::{Path, PathBuf};
use std::process::Command;

const SOURCE: &str = "tests/c/abi.c";
const WARNINGS: &[&str] = &["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror"];
const C: &[&str] = &["gcc", "-std=c99"];
const CPP: &[&str] = &["g++", "-x", "c++", "-std=c++11"];
const SANITIZED: &[&str] = &["gcc", "-std=c99", "-g", "-fsanitize=address,undefined", "-fno-omit-frame-pointer"];
const DEBUGGED: &[&str] = &["gcc", "-std=c99", "-g"];
const HOOKS: &[&str] = &["-DUC_TEST_HOOKS"];
const VALGRIND: &[&str] = &[
    "valgrind",
    "--quiet",
    "--leak-check=full",
    "--show-leak-kinds=definite,indirect,possible",
    "--errors-for-leak-kinds=definite,indirect,possible",
    "--error-exitcode=99",
];

/// Which tool is missing, if one is.
pub(crate) fn missing() -> Option<String> {
    let missing: Vec<&str> = ["gcc", "g++", "valgrind"].into_iter().filter(|name| program(name).is_none()).collect();
    (!missing.is_empty()).then(|| format!("missing: {} (`cargo xtask setup` installs them)", missing.join(", ")))
}

/// Runs everything that runs on this system.
pub(crate) fn run(project: &Project, log: &mut Log) -> Result<Counts> {
    let library = library::linux_for_tests(project, log)?;
    let program = Program { project, folder: project.target.join("c") };
    fresh_folder(&program.folder)?;
    example(&program, &library, log)?;
    let mut sum = Counts::ONE;
    for (name, compiler, under) in
        [("c99", C, &[][..]), ("cpp", CPP, &[]), ("asan", SANITIZED, &[]), ("valgrind", DEBUGGED, VALGRIND)]
    {
        let compiled = program.compile(name, &program.project.root.join(SOURCE), &[compiler, HOOKS], &library, log)?;
        sum += program.test(&compiled, under, log)?;
    }
    Ok(sum)
}

/// Compiles the test as a Windows program, links it with the DLL, and runs it.
pub(crate) fn test_in_wine(project: &Project, release: bool, log: &mut Log) -> Result<Counts> {
    Windows::find(project)?;
    let dll = library::windows(project, release, log)?;
    let program = Program { project, folder: project.target.join("windows/c") };
    fresh_folder(&program.folder)?;
    copy(&dll, &program.folder.join("uc_integration.dll"))?;
    let exe = program.folder.join("abi.exe");
    let mut compile = Command::new(GCC);
    compile.args(["-std=c99", "-D__USE_MINGW_ANSI_STDIO=1"]).args(WARNINGS).arg("-I").arg(project.root.join("include"));
    log.run(compile.arg(project.root.join(SOURCE)).arg(&dll).arg("-o").arg(&exe))?;
    let mut run = run_in_wine(&exe, project);
    run.arg("scratch").current_dir(&program.folder);
    fresh_folder(&program.folder.join("scratch"))?;
    judged(log, &mut run)
}

struct Program<'a> {
    project: &'a Project,
    folder: PathBuf,
}

impl Program<'_> {
    fn compile(&self, name: &str, source: &Path, how: &[&[&str]], library: &Path, log: &mut Log) -> Result<PathBuf> {
        let words: Vec<&str> = how.iter().copied().flatten().copied().collect();
        let compiled = self.folder.join(name);
        let beside = library.parent().unwrap_or(Path::new("."));
        let mut compile = Command::new(words.first().copied().unwrap_or("gcc"));
        compile.args(words.iter().skip(1)).args(WARNINGS).arg("-I").arg(self.project.root.join("include"));
        compile.arg(source).args(["-x", "none"]).arg("-L").arg(beside).arg("-luc_integration");
        log.run(compile.arg(format!("-Wl,-rpath,{}", beside.display())).arg("-o").arg(&compiled))?;
        Ok(compiled)
    }

    fn test(&self, compiled: &Path, under: &[&str], log: &mut Log) -> Result<Counts> {
        let scratch = compiled.with_extension("scratch");
        fresh_folder(&scratch)?;
        let mut run = match under {
            [] => Command::new(compiled),
            [first, rest @ ..] => {
                let mut run = Command::new(first);
                run.args(rest).arg(compiled);
                run
            }
        };
        judged(log, run.arg(&scratch).current_dir(&self.folder))
    }
}

/// Runs a test program and believes neither its exit code nor its numbers alone.
fn judged(log: &mut Log, run: &mut Command) -> Result<Counts> {
    log.say(format!("$ {run:?}"));
    let ended = log.record(run)?;
    let counts = Counts::of_runner(&ended.output).unwrap_or_default();
    if !ended.success && counts.failed == 0 || counts.is_empty() {
        return Err(format!("the C test did not come to its end: {}", ended.how));
    }
    Ok(counts)
}

/// Compiles the example in the header's comment, with the same warnings, and runs it.
fn example(program: &Program<'_>, library: &Path, log: &mut Log) -> Result<()> {
    let text = example_of(&read(&program.project.root.join(header::PATH))?);
    let source = program.folder.join("example.c");
    write(&source, text)?;
    write(&program.folder.join("web.config"), "<configuration><appSettings/></configuration>")?;
    let compiled = program.compile("example", &source, &[C], library, log)?;
    log.run(Command::new(compiled).current_dir(&program.folder))
}

/// The indented lines after the heading EXAMPLE.
fn example_of(header: &str) -> String {
    let lines = header.lines().skip_while(|line| line.trim() != "* EXAMPLE").skip(1);
    let body = lines.take_while(|line| *line == " *" || line.starts_with(" *     "));
    body.map(|line| line.get(7..).unwrap_or_default()).collect::<Vec<_>>().join("\n") + "\n"
}
