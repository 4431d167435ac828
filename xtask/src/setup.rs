//! `cargo xtask setup`: installs with apt-get what building and testing needs. Asks for nothing that is there already,
//! so a second run takes no time; changes nothing else on the machine.

use crate::Result;
use crate::log::Log;
use crate::project::program;
use std::path::Path;
use std::process::Command;

/// What shows that a package is installed: a program on the PATH or, with a slash, a file.
struct Need {
    package: &'static str,
    sign: &'static str,
    why: &'static str,
}

const fn need(package: &'static str, sign: &'static str, why: &'static str) -> Need {
    Need { package, sign, why }
}

const NEEDS: &[Need] = &[
    need("gcc", "gcc", "C tests"),
    need("libc6-dev", "/usr/include/stdio.h", "C tests"),
    need("g++", "g++", "the header in C++, the fuzzer's run time"),
    need("valgrind", "valgrind", "leaks at the C border"),
    need("rustc-web", "/usr/bin/rustc", "the Windows library: a compiler that can build std for Windows 7"),
    need("cargo-web", "/usr/bin/cargo", "the Windows library"),
    need("rust-web-src", "/usr/lib/rustlib/src/rust/library/std/Cargo.toml", "the Windows library: sources of std"),
    need("gcc-mingw-w64-x86-64-win32", "x86_64-w64-mingw32-gcc", "the Windows library: linker"),
    need(
        "binutils-mingw-w64-x86-64",
        "x86_64-w64-mingw32-windres",
        "the Windows library: version resource, import list",
    ),
    need("wine64", "/usr/lib/wine/wine64", "running Windows code"),
    need("wine", "wine", "running Windows code"),
    need("libicu72", "/usr/lib/x86_64-linux-gnu/libicuuc.so.72", "PowerShell for Linux: languages"),
    need("libssl3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", "PowerShell for Linux"),
    need("openssh-server", "/usr/sbin/sshd", "PowerShell for Linux: the shell of Exchange behind a session"),
    need("openssh-client", "ssh", "PowerShell for Linux: the shell of Exchange behind a session"),
    need("xmlstarlet", "xmlstarlet", "a second opinion on XML"),
    need("chromium", "chromium", "the report on a screen and on paper"),
    need(
        "fonts-dejavu-core",
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "the report: a font with known widths",
    ),
    need("python3-lxml", "/usr/lib/python3/dist-packages/lxml/__init__.py", "a second opinion on XML"),
];

/// Installs what is missing.
pub(crate) fn run(log: &mut Log) -> Result<()> {
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !is_there(need.sign)).collect();
    if missing.is_empty() {
        log.say("setup: everything is installed");
        return Ok(());
    }
    if program("apt-get").is_none() {
        return Err("this is not a Debian machine: install the counterparts of the packages that setup.rs lists".into());
    }
    for need in &missing {
        log.say(format!("setup: installing {} ({})", need.package, need.why));
    }
    log.run(apt_get().args(["-q", "update"]))?;
    let install = ["-q", "install", "-y", "--no-install-recommends"];
    log.run(apt_get().args(install).args(missing.iter().map(|need| need.package)))?;
    let left: Vec<&str> = missing.iter().filter(|need| !is_there(need.sign)).map(|need| need.sign).collect();
    if left.is_empty() { Ok(()) } else { Err(format!("installed, but still missing: {}", left.join(", "))) }
}

fn is_there(sign: &str) -> bool {
    if sign.starts_with('/') { Path::new(sign).exists() } else { program(sign).is_some() }
}

fn apt_get() -> Command {
    let mut command = if Path::new("/proc/self").exists() && is_root() {
        Command::new("apt-get")
    } else {
        let mut command = Command::new("sudo");
        command.args(["--non-interactive", "--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        command
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}
