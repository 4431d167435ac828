//! What the laid out PowerShell module costs: the time of its import in fresh sessions, beside the same declarations
//! made by `Add-Type`, and the sizes of its libraries. `UC_MODULE` names its folder.

use crate::Result;
use crate::contest::{Entrant, hold, timed};
use crate::program::{is_there, limited, named, output, tool};
use crate::table::Table;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Fresh sessions of each kind.
const SESSIONS: usize = 3;

/// The declarations of the C ABI as a script would hand them to the compiler of `Add-Type`.
const DECLARATIONS: &str = include_str!("declarations.ps1");

/// Adds the rows.
pub(crate) fn measure(folder: &Path, table: &mut Table) {
    let module = std::path::absolute(named("UC_MODULE", "target/module/UcIntegration")).unwrap_or_default();
    for name in ["bin/win-x64/uc_integration.dll", "bin/linux-x64/libuc_integration.so"] {
        let row = table.row(&format!("size: {}", name.rsplit('/').next().unwrap_or(name)));
        match std::fs::metadata(module.join(name)) {
            Ok(file) => row.alone(&format!("{} kB", file.len() / 1000), "-"),
            Err(_) => row.missing("the module is not laid out with it (cargo xtask module)"),
        }
    }
    import(&module, folder, table);
}

fn import(module: &Path, folder: &Path, table: &mut Table) {
    let imported = format!("Import-Module {}", quoted(&module.to_string_lossy()));
    let whole = std::cell::RefCell::new([Vec::new(), Vec::new()]);
    let library = module.join("bin/win-x64/uc_integration.dll");
    let declared = DECLARATIONS.replace("LIBRARY", &library.to_string_lossy().replace('\'', "''"));
    let session = |kind: usize, script: String| {
        let whole = &whole;
        move || {
            if !module.join("UcIntegration.psd1").is_file() {
                return Err("the module is not laid out (cargo xtask module)".to_owned());
            }
            let mut inside = 0.0;
            whole.borrow_mut()[kind].push(timed(|| {
                inside = in_session(&script, folder)?;
                Ok(())
            })?);
            Ok(inside)
        }
    };
    let mut entrants = [
        Entrant::new("Import-Module UcIntegration", session(0, imported)),
        Entrant::new("the same declarations compiled, as Add-Type does", session(1, declared)),
    ];
    hold(&mut entrants, SESSIONS);
    let module_time = entrants[0].median();
    for (entrant, whole) in entrants.iter().zip(whole.borrow().iter()) {
        let row = table.row(&format!("PowerShell: {}", entrant.name));
        match entrant.median() {
            Ok(time) => {
                let ratio =
                    module_time.as_ref().map_or_else(|_| "-".to_owned(), |ours| format!("{:.2} x", ours / time));
                row.alone(&format!("{time:.0} ms"), &ratio);
            }
            Err(reason) => row.missing(&reason),
        }
        if let Some(time) = crate::contest::median(whole) {
            table.row(&format!("PowerShell: whole session, {}", entrant.name)).alone(&format!("{time:.0} ms"), "-");
        }
    }
}

/// The time that a script takes in a fresh session, by the session's own clock.
fn in_session(script: &str, folder: &Path) -> Result<f64> {
    let timed = format!(
        "$ErrorActionPreference = 'Stop'\n$watch = [Diagnostics.Stopwatch]::StartNew()\n{script}\n\
         [Console]::Out.WriteLine($watch.Elapsed.TotalMilliseconds.ToString([Globalization.CultureInfo]::InvariantCulture))\n"
    );
    let file = folder.join("session.ps1");
    std::fs::write(&file, timed).map_err(|error| error.to_string())?;
    let mut command = powershell(&file)?;
    let printed = output(&mut command, folder)?;
    printed.lines().rev().find_map(|line| line.trim().parse().ok()).ok_or_else(|| format!("not a figure: {printed}"))
}

fn powershell(file: &Path) -> Result<Command> {
    let named = std::env::var_os("PWSH").map(PathBuf::from);
    let on_path = || is_there("pwsh", &["-Version"]).then(|| PathBuf::from("pwsh"));
    let program = named.or_else(on_path).map_or_else(|| tool("pwsh/pwsh"), Ok)?;
    let mut command = limited(&program, 120);
    command.arg("-File").arg(file);
    if let Ok(prefix) = std::path::absolute("target/wine-powershell") {
        command.env("UC_WINEPREFIX", std::env::var_os("UC_WINEPREFIX").unwrap_or(prefix.into()));
    }
    Ok(command)
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
