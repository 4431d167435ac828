//! The Windows toolchain: Debian's Rust compiler with std built for Windows 7, mingw's linker, and Wine. The ordinary
//! Windows targets of Rust need Windows 10 or Server 2016, while the servers this is for begin at Server 2008 R2 SP1.

use crate::Result;
use crate::project::{Project, cargo_home, program};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The target: Windows 7 and Server 2008 R2 upwards, msvcrt, no run-time library beside the DLL.
pub(crate) const TARGET: &str = "x86_64-win7-windows-gnu";
/// Reads what a DLL imports and exports.
pub(crate) const OBJDUMP: &str = "x86_64-w64-mingw32-objdump";
/// The C compiler, and the linker of Rust programs.
pub(crate) const GCC: &str = "x86_64-w64-mingw32-gcc";

const CARGO: &str = "/usr/bin/cargo";
const RUSTC: &str = "/usr/bin/rustc";
const STD: &str = "/usr/lib/rustlib/src/rust/library";
const WINE: &str = "/usr/lib/wine/wine64";
const SERVER: &str = "/usr/lib/wine/wineserver64";
const WINDRES: &str = "x86_64-w64-mingw32-windres";

/// A toolchain that was found complete.
pub(crate) struct Windows<'a> {
    project: &'a Project,
    /// Where it builds; a folder of its own, since the compiler is another one.
    target: PathBuf,
}

impl<'a> Windows<'a> {
    /// The toolchain, or what is missing of it.
    pub(crate) fn find(project: &'a Project) -> Result<Self> {
        let missing: Vec<&str> =
            [CARGO, RUSTC, GCC, WINDRES, OBJDUMP].into_iter().filter(|name| program(name).is_none()).collect();
        if !missing.is_empty() {
            return Err(format!("missing: {} (`cargo xtask setup` installs them)", missing.join(", ")));
        }
        if !Path::new(STD).join("std/Cargo.toml").is_file() {
            return Err(format!("missing: {STD} (`cargo xtask setup` installs it)"));
        }
        Ok(Self { project, target: project.target.join("windows") })
    }

    /// The same toolchain for another checkout that builds elsewhere.
    pub(crate) fn elsewhere(project: &'a Project, target: PathBuf) -> Self {
        Self { project, target }
    }

    /// Whether Windows programs can be run.
    pub(crate) fn wine() -> Result<()> {
        match program(WINE) {
            Some(_) => Ok(()),
            None => Err(format!("missing: {WINE} (`cargo xtask setup` installs it)")),
        }
    }

    /// The command that builds the DLL as it ships.
    pub(crate) fn build(&self) -> Command {
        self.build_dll("release")
    }

    /// The DLL that [`Self::build`] makes.
    pub(crate) fn dll(&self) -> PathBuf {
        self.target.join(TARGET).join("release/uc_integration.dll")
    }

    /// The command that builds the DLL for tests, not optimised, which takes a third of the time.
    pub(crate) fn build_for_tests(&self) -> Command {
        let mut command = self.build_dll("dev");
        command.args(["--config", "profile.dev.debug=false", "--config", "profile.dev.strip='symbols'"]);
        command
    }

    /// The DLL that [`Self::build_for_tests`] makes.
    pub(crate) fn dll_for_tests(&self) -> PathBuf {
        self.target.join(TARGET).join("debug/uc_integration.dll")
    }

    fn build_dll(&self, profile: &str) -> Command {
        let mut command = self.cargo("rustc");
        command.args(["--package", "uc-integration", "--profile", profile, "--lib", "--crate-type", "cdylib"]);
        // A DLL without symbols has no use for what reads them.
        command.args(["-Zbuild-std=std,panic_unwind", "-Zbuild-std-features=panic-unwind"]);
        // What nobody calls is dropped, and with it the imports of std that Windows 7 does not have; the linker of this
        // target does not do it.
        command.arg("--config").arg(format!("profile.{profile}.lto='thin'"));
        command
    }

    /// The command that runs the library's tests as Windows code.
    pub(crate) fn tests(&self) -> Command {
        let mut command = self.cargo("test");
        command.args(["--package", "uc-integration", "--no-fail-fast"]);
        command.arg("-Zbuild-std=std,panic_unwind,test");
        // Every loop of a test goes through them.
        for package in ["core", "alloc", "std"] {
            command.arg("--config").arg(format!("profile.dev.package.{package}.opt-level=1"));
        }
        in_wine(&mut command, self.project);
        // That Windows has a home of its own; cargo keeps its own, or it would fetch every crate once more.
        command.env("CARGO_HOME", cargo_home());
        let runner = env::current_exe().unwrap_or_else(|_| PathBuf::from("xtask"));
        // A TOML literal, in which backslashes and blanks mean themselves.
        command.arg("--config").arg(format!("target.{TARGET}.runner=['{}', 'wine']", runner.display()));
        command
    }

    fn cargo(&self, what: &str) -> Command {
        let mut command = Command::new(CARGO);
        command.args([what, "--locked", "--target", TARGET]).current_dir(&self.project.root);
        for stranger in ["CARGO", "RUSTUP_TOOLCHAIN", "RUSTC_WRAPPER", "RUSTFLAGS", "LD_LIBRARY_PATH"] {
            command.env_remove(stranger);
        }
        command
            .env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin")
            .env("RUSTC", RUSTC)
            .env("RUSTDOC", "/usr/bin/rustdoc")
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_TARGET_X86_64_WIN7_WINDOWS_GNU_LINKER", GCC)
            .env("CARGO_ENCODED_RUSTFLAGS", self.flags().join("\u{1f}"));
        command
    }

    /// No time of day and no folder of the building machine gets into the DLL: two builds are the same bytes.
    fn flags(&self) -> Vec<String> {
        let mut flags = vec!["-Clink-arg=-Wl,--no-insert-timestamp".to_owned()];
        flags.extend(remapped(self.project, Path::new(STD)));
        flags
    }
}

/// Compiler flags that replace the folders of this machine by names.
pub(crate) fn remapped(project: &Project, std: &Path) -> Vec<String> {
    let real = std.canonicalize().unwrap_or_else(|_| std.to_path_buf());
    [
        (project.root.as_path(), "/uc-integration"),
        (&cargo_home().join("registry/src"), "/crates"),
        (std, "/rust/library"),
        (&real, "/rust/library"),
    ]
    .iter()
    .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
    .collect()
}

/// Lets a command run Windows programs, with a Windows of its own below `target`.
pub(crate) fn in_wine(command: &mut Command, project: &Project) {
    let prefix = project.target.join("wine");
    command
        .env("WINEPREFIX", &prefix)
        .env("WINEARCH", "win64")
        .env("WINEDEBUG", "-all")
        .env("WINEDLLOVERRIDES", "winemenubuilder.exe=;mscoree=;mshtml=")
        .env("HOME", prefix.join("home"));
}

/// A Windows program as a command.
pub(crate) fn run_in_wine(program: &Path, project: &Project) -> Command {
    let mut command = Command::new(WINE);
    command.arg(program);
    in_wine(&mut command, project);
    command
}

/// Makes the Windows below `target`, once, and keeps it running: a Windows that ends while the next program joins it
/// ("wine client error: recvmsg") would fail that program.
pub(crate) fn prepare_wine(project: &Project) -> Result<()> {
    let prefix = project.target.join("wine");
    if !prefix.join("system.reg").is_file() {
        crate::project::create_folder(&prefix.join("home"))?;
        let mut boot = Command::new(WINE);
        boot.args(["wineboot", "-i"]);
        in_wine(&mut boot, project);
        crate::log::capture(&mut boot)?;
    }
    end_wine(project);
    // The first program starts the services, which keep its output open for as long as they run: so it has none.
    let mut first = Command::new(WINE);
    first.args(["wineboot"]);
    in_wine(&mut first, project);
    let mut server = Command::new(SERVER);
    server.arg("-p").env("WINEPREFIX", &prefix);
    [server, first].iter_mut().try_for_each(|command| {
        let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        quiet.status().map(drop).map_err(|error| format!("wine: {error}"))
    })
}

/// Ends the Windows below `target`, so that nothing stays behind.
pub(crate) fn end_wine(project: &Project) {
    for what in ["-k", "-w"] {
        let mut end = Command::new(SERVER);
        end.arg(what);
        in_wine(&mut end, project);
        let _ = end.output();
    }
}

/// What Wine prints when its server went away under a program: no fault of the program.
const SERVER_LOST: &str = "wine client error";

/// Runs a Windows program in the Windows of the environment, and once more if that Windows was lost under it.
pub(crate) fn run_and_repeat(arguments: &[OsString]) -> Result<()> {
    let mut lost = false;
    loop {
        let mut child = Command::new(WINE);
        let output = child.args(arguments).stdout(Stdio::inherit()).stderr(Stdio::piped()).spawn();
        let output = output.and_then(Child::wait_with_output).map_err(|error| format!("{WINE}: {error}"))?;
        let words = String::from_utf8_lossy(&output.stderr);
        eprint!("{words}");
        if output.status.success() {
            return Ok(());
        }
        if lost || !words.contains(SERVER_LOST) {
            std::process::exit(output.status.code().unwrap_or(1));
        }
        eprintln!("the Windows was lost under the program: once more");
        lost = true;
    }
}
