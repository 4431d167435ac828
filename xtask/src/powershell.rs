//! Finds a PowerShell to run scripts in: the one that `PWSH` names, else `pwsh` on the PATH, else that of the tools folder
//! for Linux, else its Windows PowerShell under Wine. Knows nothing of what the scripts do.

use crate::Result;
use crate::module;
use crate::project::{Project, program};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The Windows that the tools folder's PowerShell runs in: below `target`, so that tests share nothing with the user.
pub(crate) fn wine_prefix(project: &Project) -> PathBuf {
    project.target.join("wine-powershell")
}

/// A PowerShell that was found.
pub(crate) struct PowerShell {
    path: PathBuf,
    prefix: PathBuf,
    under_wine: bool,
}

impl PowerShell {
    /// The PowerShell to use for what needs no Windows, or why there is none.
    pub(crate) fn find(project: &Project) -> Result<Self> {
        let found = |path| Ok(Self { path, prefix: wine_prefix(project), under_wine: false });
        if let Some(name) = env::var_os("PWSH") {
            let name = name.to_string_lossy().into_owned();
            let path = program(&name).ok_or_else(|| format!("PWSH names {name}, which is not a program"))?;
            return found(path);
        }
        if let Some(path) = program("pwsh") {
            return found(path);
        }
        let path = project.tools().join("pwsh-linux/pwsh");
        if cfg!(target_os = "linux") && path.is_file() {
            return found(path);
        }
        Self::find_windows(project).map_err(|reason| {
            format!("no PowerShell: PWSH is not set, pwsh is not on the PATH, {} is missing, {reason}", path.display())
        })
    }

    /// The Windows PowerShell of the tools folder, or why it does not run.
    pub(crate) fn find_windows(project: &Project) -> Result<Self> {
        let path = project.tools().join("pwsh/pwsh");
        if !path.is_file() {
            return Err(format!("{} is missing", path.display()));
        }
        crate::windows::Windows::wine()?;
        Ok(Self { path, prefix: wine_prefix(project), under_wine: true })
    }

    /// Whether it is a Windows PowerShell, so that the Windows library is the one to load.
    pub(crate) fn is_windows(&self) -> bool {
        self.under_wine || cfg!(windows)
    }

    /// A command that runs a script; its arguments follow. `culture` is the session's, as far as the shell can be
    /// started in one: the tools folder's can, others have to be told by the script.
    pub(crate) fn script(&self, project: &Project, culture: &str, file: &str) -> Command {
        let mut command = Command::new(&self.path);
        command.current_dir(&project.root);
        if self.under_wine {
            command.args(["-Culture", culture]);
        } else {
            command.args(["-NoProfile", "-NonInteractive"]);
        }
        command.args(["-File", file]);
        command.env("UC_WINEPREFIX", &self.prefix).env("UC_CORPUS", project.corpus());
        command.env("UC_MODULE", module::folder_for_tests(project)).env("UC_TOOLS", project.tools());
        command.env("UC_REFERENCE", project.reference());
        // A run of tests is short and leaves much behind: .NET neither watches what would be worth compiling once more nor
        // collects often, which takes a third less time.
        for (name, value) in
            [("DOTNET_TieredPGO", "0"), ("DOTNET_gcConcurrent", "0"), ("DOTNET_GCgen0size", "0x8000000")]
        {
            command.env(name, value);
        }
        command
    }

    /// In words, for reports.
    pub(crate) fn describe(&self) -> String {
        let kind = if self.under_wine { "Windows PowerShell 7 under Wine" } else { "PowerShell" };
        format!("{kind} ({})", self.path.display())
    }
}
