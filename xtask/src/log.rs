//! Where a command's words and the output of the programs it starts go: to the terminal as they come, or into a text
//! that is shown only if the command fails. Both ways see both output streams, in their order.

use crate::Result;
use std::fmt::Write as _;
use std::io::Read;
use std::process::{Command, Stdio};

/// A sink for output.
pub(crate) struct Log {
    kept: Option<String>,
}

/// How a program ended that was allowed to fail, with what it wrote.
pub(crate) struct Ended {
    /// Whether the exit code was 0.
    pub(crate) success: bool,
    /// The exit code, or the signal, in words.
    pub(crate) how: String,
    /// Standard output and standard error.
    pub(crate) output: String,
}

impl Log {
    /// Output goes to the terminal.
    pub(crate) fn live() -> Self {
        Self { kept: None }
    }

    /// Output is kept.
    pub(crate) fn kept() -> Self {
        Self { kept: Some(String::new()) }
    }

    /// What was kept.
    pub(crate) fn text(&self) -> &str {
        self.kept.as_deref().unwrap_or_default()
    }

    /// Writes a line.
    pub(crate) fn say(&mut self, line: impl AsRef<str>) {
        match &mut self.kept {
            Some(text) => {
                let _ = writeln!(text, "{}", line.as_ref());
            }
            None => println!("{}", line.as_ref()),
        }
    }

    /// Runs a program that must succeed.
    pub(crate) fn run(&mut self, command: &mut Command) -> Result<()> {
        let shown = shown(command);
        self.say(format!("$ {shown}"));
        if self.kept.is_some() {
            let ended = self.record(command)?;
            return if ended.success { Ok(()) } else { Err(format!("{shown}: {}", ended.how)) };
        }
        command.stdin(Stdio::null());
        let status = command.status().map_err(|error| format!("{shown}: {error}"))?;
        if status.success() { Ok(()) } else { Err(format!("{shown}: {status}")) }
    }

    /// Runs a program whose output is read afterwards and that may fail.
    pub(crate) fn record(&mut self, command: &mut Command) -> Result<Ended> {
        let ended = finish(command)?;
        match &mut self.kept {
            Some(text) => text.push_str(&ended.output),
            None => print!("{}", ended.output),
        }
        Ok(ended)
    }
}

/// Runs a program silently and returns what it wrote to standard output; it must succeed.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{shown}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{shown}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn finish(command: &mut Command) -> Result<Ended> {
    let shown = shown(command);
    let failed = |error: std::io::Error| format!("{shown}: {error}");
    let (mut reader, writer) = std::io::pipe().map_err(failed)?;
    command.stdin(Stdio::null()).stdout(writer.try_clone().map_err(failed)?).stderr(writer);
    let mut child = command.spawn().map_err(failed)?;
    // The writing ends in `command` must close, or the reader would wait for ever.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(failed)?;
    let status = child.wait().map_err(failed)?;
    let output = String::from_utf8_lossy(&bytes).into_owned();
    Ok(Ended { success: status.success(), how: status.to_string(), output })
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
