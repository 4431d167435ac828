//! Other ways to make the same edit: .NET's four, lxml's, xmlstarlet's. What is not on this machine is reported as such.
//! They read, change and write the file; none of them keeps a backup or waits for the disk.

use crate::Result;
use crate::contest::{Entrant, tries};
use crate::documents::Sample;
use crate::edits::{self, VALUE, place};
use crate::program::{self, is_there, output, run_time, tool};
use std::path::Path;
use std::process::Command;

/// How long one turn of a way may take, in seconds. System.Configuration needs minutes for a long section.
const PATIENCE: u32 = 20;

const DOTNET: &[(&str, &str)] = &[
    ("xml", ".NET XmlDocument"),
    ("xml-preserve", ".NET XmlDocument, white space kept"),
    ("xdocument", ".NET XDocument"),
    ("configuration", ".NET System.Configuration"),
];

/// The edit as Python's lxml makes it, `sys.argv[4]` times; prints the median in milliseconds.
const LXML: &str = include_str!("lxml_edit.py");

/// Ways that measure themselves, start of the process not included.
pub(crate) fn in_process<'a>(sample: &'a Sample, key: &'a str, folder: &'a Path) -> Vec<Entrant<'a>> {
    let mut entrants: Vec<Entrant<'a>> =
        DOTNET.iter().map(|(mode, name)| Entrant::new(name, move || dotnet(mode, sample, key, folder))).collect();
    entrants.push(Entrant::new("lxml", move || {
        let count = sample.tries.1.min(50).to_string();
        figure(&output(&mut lxml(&sample.path, key, &count)?, folder)?)
    }));
    entrants
}

/// Ways that are processes of their own; ours first.
pub(crate) fn processes<'a>(sample: &'a Sample, key: &'a str, folder: &'a Path) -> Vec<Entrant<'a>> {
    let count = if sample.bytes.len() > 1_000_000 { 1 } else { 3 };
    let mut entrants =
        vec![Entrant::new("ours, flush, no backup", move || tries(count, || edits::as_process(sample, key, folder)))];
    let of_name = |name: &'static str, command: fn(&Path, &str) -> Result<Command>| {
        Entrant::new(name, move || tries(count, || on_copy(sample, folder, |copy| command(copy, key))))
    };
    entrants.push(of_name("xmlstarlet", xmlstarlet));
    entrants.push(of_name("lxml", |copy, key| lxml(copy, key, "0")));
    entrants.push(of_name(".NET XmlDocument", |copy, key| {
        let mut command = Command::new(tool("dotnet-config/dotnet-config")?);
        command.args(["edit", "xml"]).arg(copy).args([key, VALUE]);
        Ok(command)
    }));
    entrants
}

fn dotnet(mode: &str, sample: &Sample, key: &str, folder: &Path) -> Result<f64> {
    let mut command = program::limited(&tool("dotnet-config/dotnet-config")?, PATIENCE);
    command.args(["edit", mode]).arg(&sample.path).args([key, VALUE, &sample.tries.1.to_string()]);
    let printed = output(&mut command, folder)?;
    let parsed: serde_json::Value = serde_json::from_str(&printed).map_err(|error| error.to_string())?;
    parsed["median_ms"].as_f64().ok_or(printed)
}

fn lxml(file: &Path, key: &str, count: &str) -> Result<Command> {
    let python = ["python3", "/usr/bin/python3"].into_iter().find(|python| is_there(python, &["-c", "import lxml"]));
    let mut command = Command::new(python.ok_or("no python3 with lxml")?);
    command.args(["-c", LXML]).arg(file).args([key, VALUE, count]);
    Ok(command)
}

fn xmlstarlet(file: &Path, key: &str) -> Result<Command> {
    if !is_there("xmlstarlet", &["--version"]) {
        return Err("no xmlstarlet".into());
    }
    let place = format!("/configuration/appSettings/add[@key='{key}']/@value");
    let mut command = Command::new("xmlstarlet");
    command.args(["ed", "-P", "-L", "-u", &place, "-v", VALUE]).arg(file);
    Ok(command)
}

fn on_copy(sample: &Sample, folder: &Path, command: impl FnOnce(&Path) -> Result<Command>) -> Result<f64> {
    let copy = folder.join("peer.config");
    place(&copy, &sample.bytes)?;
    let time = run_time(&mut command(&copy)?, folder)?;
    let edited = std::fs::read(&copy).map_err(|error| error.to_string())?;
    if edited == sample.bytes { Err("it changed nothing".into()) } else { Ok(time) }
}

fn figure(printed: &str) -> Result<f64> {
    printed.trim().parse().map_err(|_| format!("not a figure: {printed}"))
}
