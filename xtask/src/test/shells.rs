//! The parts of the suite that play in PowerShell: the module's tests, the scenarios and the demonstration. What needs no
//! Windows plays in the PowerShell of this system; what does, and a sample of the estates, in the Windows PowerShell; all
//! of it in the Windows PowerShell before a release.

use super::{Counts, End, Outcome, Suite};
use crate::log::Log;
use crate::powershell::{PowerShell, wine_prefix};
use crate::project::Project;
use crate::windows::Windows;
use crate::{Result, demo, library, module};
use std::process::Command;
use std::sync::Mutex;

/// The variable with the folder that scenarios write their facts to.
const RECORD: &str = "UC_RECORD";

/// How many scripts run at once, each of those under Wine in a Windows of its own: one more than processors, since they
/// wait for products and for other processes.
const SIDE_BY_SIDE: usize = 3;

/// What runs PowerShell on this machine.
struct Shells {
    /// Where everything runs that can.
    usual: PowerShell,
    /// The Windows one, if it is not the usual one, or why there is none.
    windows: Option<Result<PowerShell>>,
}

impl Shells {
    fn find(project: &Project) -> Result<Self> {
        let usual = PowerShell::find(project)?;
        if usual.is_windows() {
            Windows::find(project)?;
            return Ok(Self { usual, windows: None });
        }
        let windows = PowerShell::find_windows(project).and_then(|shell| Windows::find(project).map(|_| shell));
        Ok(Self { usual, windows: Some(windows) })
    }

    /// Why something of the part cannot run here.
    fn missing(&self) -> Option<&str> {
        self.windows.as_ref().and_then(|shell| shell.as_ref().err()).map(String::as_str)
    }

    /// The Windows PowerShell beside the usual one.
    fn beside(&self) -> Option<&PowerShell> {
        self.windows.as_ref().and_then(|shell| shell.as_ref().ok())
    }

    fn need_windows(&self) -> bool {
        self.usual.is_windows() || self.beside().is_some()
    }
}

/// One start of `tests/ps/run.ps1`: where, in which language, with which arguments.
struct Play<'a> {
    shell: &'a PowerShell,
    culture: &'static str,
    arguments: Vec<String>,
}

impl<'a> Play<'a> {
    fn new(shell: &'a PowerShell, culture: &'static str, arguments: &str) -> Self {
        Self { shell, culture, arguments: arguments.split_whitespace().map(str::to_owned).collect() }
    }

    /// The same tests in some parts: more than run side by side, so that no worker waits long for another one at the end.
    fn shards(shell: &'a PowerShell, parts: usize, arguments: &str) -> impl Iterator<Item = Self> {
        (1..=parts).map(move |part| Self::new(shell, "en-US", &format!("{arguments} -Shard {part}/{parts}")))
    }

    /// The command that plays it. With `all`, a test that lacks what it needs fails.
    fn command(&self, project: &Project, all: bool) -> Command {
        let mut script = self.shell.script(project, self.culture, "tests/ps/run.ps1");
        let manifest = module::folder_for_tests(project).join("UcIntegration.psd1");
        script.args(["-Culture", self.culture, "-ModulePath"]).arg(manifest);
        let commands = project.reference().join("ps3-commands.json");
        if commands.is_file() {
            script.arg("-Ps3Commands").arg(commands);
        }
        if all {
            script.arg("-All");
        }
        script.args(&self.arguments);
        if !self.shell.is_windows() {
            script.env(RECORD, project.target.join("scenario-facts"));
        }
        script
    }
}

/// The module's tests: all of them in English, those that look at texts and formats in French too.
pub(super) fn powershell(suite: &mut Suite<'_>) -> Outcome {
    /// What writes files, which Windows does in its own way.
    const FILES: &str = "-Path tests/ps/Set-UcAppSetting.Tests.ps1,tests/ps/Backup.Tests.ps1,tests/ps/Path.Tests.ps1";
    let release = suite.release;
    play(suite, |shells| {
        let everything = |shell| Play::shards(shell, 4, "").chain([Play::new(shell, "fr-FR", "-Tag Language")]);
        // What takes longest to start comes first.
        let mut plays: Vec<_> = match shells.beside() {
            Some(windows) if release => everything(windows).collect(),
            Some(windows) => {
                let tagged = ["en-US", "fr-FR"].map(|culture| Play::new(windows, culture, "-Tag Windows"));
                tagged.into_iter().chain([Play::new(windows, "en-US", FILES)]).collect()
            }
            None => Vec::new(),
        };
        plays.extend(everything(&shells.usual));
        plays
    })
}

/// Whole estates: all of them, and in the Windows PowerShell one of each scenario and version; before a release all of them
/// there too, and in each a plan is interrupted and taken by its scripts. What the usual shell wrote down of them, the model
/// of the library is held to afterwards.
pub(super) fn scenarios(suite: &mut Suite<'_>) -> Outcome {
    const FOLDER: &str = "-Path tests/ps/scenarios";
    const SAMPLE: &str = "-Sample -Path tests/ps/scenarios/Estate.Tests.ps1,tests/ps/scenarios/Kill.Tests.ps1";
    let release = suite.release;
    let record = suite.project.target.join("scenario-facts");
    let _ = std::fs::remove_dir_all(&record);
    let outcome = play(suite, |shells| {
        let all = if release { format!("{FOLDER} -Release") } else { FOLDER.to_owned() };
        let mut plays: Vec<_> = match shells.beside() {
            Some(windows) if release => Play::shards(windows, 4, &all).collect(),
            Some(windows) => vec![Play::new(windows, "en-US", SAMPLE)],
            None => Vec::new(),
        };
        plays.extend(Play::shards(&shells.usual, 4, &all));
        plays
    });
    if record.is_dir() && matches!(outcome.end, End::Passed) {
        let mut test = library::tests(suite.project);
        test.args(["--package", "uc-integration", "--lib", "--", "--ignored", "rehearsal::simulation"]);
        return outcome.and(super::parts::cargo_tests(suite, test.env(RECORD, &record)));
    }
    outcome
}

/// The demonstration comes to its end.
pub(super) fn demonstration(suite: &mut Suite<'_>) -> Outcome {
    if let Some(reason) = demo::missing(suite.project) {
        return Outcome::skipped(reason);
    }
    let played = demo::run(suite.project, &mut suite.log).and_then(|()| demo::check_closing(suite.log.text()));
    if played.is_err() || !suite.release {
        return Outcome::single(played);
    }
    let mut log = Log::kept();
    let again = demo::run_in_windows(suite.project, &mut log).and_then(|()| demo::check_closing(log.text()));
    suite.log.say(log.text());
    Outcome::single(again)
}

/// Lays out the module and runs the scripts that are chosen for the shells of this machine.
fn play(suite: &mut Suite<'_>, choose: impl FnOnce(&Shells) -> Vec<Play<'_>>) -> Outcome {
    let shells = match Shells::find(suite.project) {
        Ok(shells) => shells,
        Err(reason) => return Outcome::skipped(reason),
    };
    if let Some(reason) = shells.missing() {
        if suite.all {
            return Outcome::skipped(reason);
        }
        suite.log.say(format!("not in the Windows PowerShell: {reason}"));
    }
    let played = module::lay_out_for_tests(suite.project, shells.need_windows(), suite.release, &mut suite.log)
        .and_then(|_| run_all(suite, &choose(&shells)));
    match played {
        Ok(mut counts) => {
            counts.skipped += u64::from(shells.missing().is_some());
            Outcome::counted(counts, Ok(()))
        }
        Err(reason) => Outcome::single(Err(reason)),
    }
}

/// Runs scripts, some at once: whoever is ready takes the next one.
fn run_all(suite: &mut Suite<'_>, plays: &[Play<'_>]) -> Result<Counts> {
    let (project, all) = (suite.project, suite.all);
    let next = Mutex::new(plays.iter());
    let work = |worker: usize| {
        let mut ended = Vec::new();
        while let Some(play) = next.lock().ok().and_then(|mut plays| plays.next()) {
            let mut script = play.command(project, all);
            script.env("UC_WINEPREFIX", wine_prefix(project).with_extension(worker.to_string()));
            let mut log = Log::kept();
            log.say(format!("in {}", play.shell.describe()));
            let counts = run_script(&mut script, &mut log);
            ended.push((log, counts));
        }
        ended
    };
    let ended: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..SIDE_BY_SIDE).map(|worker| scope.spawn(move || work(worker))).collect();
        workers.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
    });
    let mut sum = Counts::default();
    let mut failure = None;
    for worker in ended {
        for (log, counts) in worker.map_err(|_| "a thread of the test runner ended early".to_owned())? {
            suite.log.say(log.text());
            match counts {
                Ok(counts) => sum += counts,
                Err(reason) => failure = Some(reason),
            }
        }
    }
    failure.map_or(Ok(sum), Err)
}

fn run_script(script: &mut Command, log: &mut Log) -> Result<Counts> {
    let ended = log.record(script)?;
    let counts = Counts::of_runner(&ended.output).unwrap_or_default();
    if counts.is_empty() || (!ended.success && counts.failed == 0) {
        return Err(format!("tests/ps/run.ps1 did not come to its end ({})", ended.how));
    }
    Ok(counts)
}
