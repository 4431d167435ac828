//! The version resource of the Windows library: what Explorer shows under Properties, Details. Made with windres of
//! binutils, because the linker takes an object file and no other tool of the GNU toolchain makes one from a script.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FILE_NAME: &str = "uc_integration.dll";

/// Compiles the resource and tells cargo to link it into the DLL.
pub(crate) fn link() -> Result<(), String> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let script = out.join("version.rc");
    let object = out.join("version.o");
    fs::write(&script, text()?).map_err(|error| format!("{}: {error}", script.display()))?;
    println!("cargo::rerun-if-env-changed=UC_WINDRES");
    compile(&script, &object)?;
    println!("cargo::rustc-link-arg-cdylib={}", object.display());
    Ok(())
}

fn compile(script: &Path, object: &Path) -> Result<(), String> {
    let tool = env::var("UC_WINDRES").unwrap_or_else(|_| default_tool().to_owned());
    let made = Command::new(&tool)
        .args(["--input-format=rc", "--output-format=coff", "--codepage=65001"])
        .arg(script)
        .arg(object)
        .status();
    match made {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{tool} failed on the version resource ({status})")),
        Err(error) => Err(format!(
            "{tool} cannot be run ({error}). The Windows library needs it for its version resource: install \
             binutils-mingw-w64-x86-64 (`cargo xtask setup`), or name the tool in UC_WINDRES."
        )),
    }
}

fn default_tool() -> &'static str {
    let native = env::var("HOST").is_ok_and(|host| host.contains("windows"));
    match env::var("CARGO_CFG_TARGET_ARCH").as_deref() {
        _ if native => "windres",
        Ok("x86") => "i686-w64-mingw32-windres",
        Ok("aarch64") => "aarch64-w64-mingw32-windres",
        _ => "x86_64-w64-mingw32-windres",
    }
}

/// The resource script. Numbers stand for the names of `winver.h`, which need not be installed.
fn text() -> Result<String, String> {
    let of = |name: &str| env::var(format!("CARGO_PKG_{name}")).map_err(|_| format!("CARGO_PKG_{name} is not set"));
    let version = of("VERSION")?;
    let numbers = format!("{},{},{},0", of("VERSION_MAJOR")?, of("VERSION_MINOR")?, of("VERSION_PATCH")?);
    let description = format!("UcIntegration: {}", of("DESCRIPTION")?);
    let copyright = format!("{}. Licence: {}", of("AUTHORS")?, of("LICENSE")?);
    let strings = [
        ("CompanyName", "UcIntegration"),
        ("FileDescription", description.as_str()),
        ("FileVersion", version.as_str()),
        ("InternalName", "uc_integration"),
        ("LegalCopyright", copyright.as_str()),
        ("OriginalFilename", FILE_NAME),
        ("ProductName", "UcIntegration"),
        ("ProductVersion", version.as_str()),
    ];
    let mut values = String::new();
    for (name, value) in strings {
        let value = value.replace('\\', "\\\\").replace('"', "\"\"");
        let _ = writeln!(values, "      VALUE \"{name}\", \"{value}\"");
    }
    // FILEOS 0x40004: Windows NT, 32-bit API. FILETYPE 2: a DLL. Language 0x0409 (US English), code page 1200 (UTF-16).
    Ok(format!(
        "1 VERSIONINFO\n FILEVERSION {numbers}\n PRODUCTVERSION {numbers}\n FILEFLAGSMASK 0x3F\n FILEFLAGS 0\n \
         FILEOS 0x40004\n FILETYPE 2\nBEGIN\n  BLOCK \"StringFileInfo\"\n  BEGIN\n    BLOCK \"040904B0\"\n    BEGIN\n\
         {values}    END\n  END\n  BLOCK \"VarFileInfo\"\n  BEGIN\n    VALUE \"Translation\", 0x0409, 1200\n  END\nEND\n"
    ))
}
