//! The report in a browser: each page that `tests/suite/report.rs` leaves, at the widths of a desk and of a telephone,
//! light and dark, and on paper. Measures with `probe.js`; what the pages say is for the Rust tests.

use crate::Result;
use crate::library;
use crate::log::{Log, capture};
use crate::project::{Project, fresh_folder, program, read, write};
use crate::test::Counts;
use std::path::{Path, PathBuf};
use std::process::Command;

const PROBE: &str = include_str!("probe.js");

/// What the page forbids, which the probe needs.
const POLICY: (&str, &str) = ("default-src 'none'; ", "default-src 'none'; script-src 'unsafe-inline'; ");

/// A page around the one that is measured: a window has a least width, a frame has none.
const AROUND: &str = r#"<!DOCTYPE html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><script>
addEventListener('message', (told) => document.documentElement.setAttribute('data-problems', told.data));
</script><iframe src="NAME.html" style="border: 0; width: WIDTHpx; height: 900px"></iframe>"#;

/// A width in pixels, and the colours: 0 for dark, 1 for light.
const SCREENS: &[(u32, u32)] = &[(1280, 1), (1280, 0), (375, 1)];

/// A4 in points, as the PDF says it, and the tolerance of its rounding.
const A4: (f64, f64) = (594.96, 841.92);
const TOLERANCE: f64 = 1.0;

/// What is missing, if anything is.
pub(crate) fn missing() -> Option<String> {
    program("chromium").is_none().then(|| "missing: chromium (`cargo xtask setup` installs it)".to_owned())
}

/// Measures every page in every way.
pub(crate) fn run(project: &Project, log: &mut Log) -> Result<Counts> {
    let mut test = library::tests(project);
    test.args(["--test", "suite", "report::the_pages_for_the_browser"]);
    log.run(&mut test)?;
    let browser = Browser { folder: project.target.join("report") };
    fresh_folder(&browser.folder)?;
    let mut counts = Counts::default();
    for page in pages(&project.target.join("tmp/report"))? {
        let name = page.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        for &(width, colours) in SCREENS {
            let measured = browser.measure(&page, &name, width, colours);
            count(&mut counts, log, &format!("{name}, {width} pixels, colours {colours}"), measured);
        }
        count(&mut counts, log, &format!("{name}, on paper"), browser.print(&page, &name));
    }
    if counts.is_empty() { Err("tests/suite/report.rs left no pages".into()) } else { Ok(counts) }
}

fn count(counts: &mut Counts, log: &mut Log, what: &str, result: Result<()>) {
    match result {
        Ok(()) => counts.passed += 1,
        Err(reason) => {
            counts.failed += 1;
            log.say(format!("FAILED: {what}: {reason}"));
        }
    }
}

fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        pages.push(entry.map_err(failed)?.path());
    }
    pages.sort();
    Ok(pages)
}

struct Browser {
    /// For the pages with the probe, the prints, and what the browser remembers.
    folder: PathBuf,
}

impl Browser {
    fn command(&self) -> Command {
        let mut command = Command::new("timeout");
        // Without a sandbox of its own: a container has none to give, and the pages are ours.
        command.args(["60", "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]);
        command.arg(format!("--user-data-dir={}", self.folder.join("profile").display()));
        command
    }

    fn measure(&self, page: &Path, name: &str, width: u32, colours: u32) -> Result<()> {
        let html = read(page)?;
        if !html.contains(POLICY.0) {
            return Err("the page does not say that nothing may be loaded".into());
        }
        let probed = html.replace(POLICY.0, POLICY.1).replace("</body>", &format!("<script>{PROBE}</script></body>"));
        write(&self.folder.join(format!("{name}.html")), &probed)?;
        let file = self.folder.join("around.html");
        write(&file, AROUND.replace("NAME", name).replace("WIDTH", &width.to_string()))?;
        let mut command = self.command();
        command.args(["--window-size=1400,1000", "--virtual-time-budget=10000"]);
        command.arg(format!("--blink-settings=preferredColorScheme={colours}"));
        let dom = capture(command.arg("--dump-dom").arg(format!("file://{}", file.display())))?;
        let found = dom.split("data-problems=\"").nth(1).and_then(|rest| rest.split('"').next());
        match found {
            Some(told) if told == format!("{width} wide: sound") => Ok(()),
            Some(problems) => Err(problems.to_owned()),
            None => Err("the probe did not run".into()),
        }
    }

    fn print(&self, page: &Path, name: &str) -> Result<()> {
        let file = self.folder.join(format!("{name}.pdf"));
        let mut command = self.command();
        command.arg("--no-pdf-header-footer").arg(format!("--print-to-pdf={}", file.display()));
        capture(command.arg(format!("file://{}", page.display())))?;
        let bytes = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        check_paper(&String::from_utf8_lossy(&bytes))
    }
}

/// Every page of a PDF is A4.
fn check_paper(pdf: &str) -> Result<()> {
    let boxes: Vec<&str> = pdf.split("/MediaBox").skip(1).filter_map(|rest| rest.split(['[', ']']).nth(1)).collect();
    if boxes.is_empty() {
        return Err("the print has no pages".into());
    }
    let near = |one: f64, other: f64| (one - other).abs() < TOLERANCE;
    for one in boxes {
        let numbers: Vec<f64> = one.split_whitespace().filter_map(|number| number.parse().ok()).collect();
        let is_a4 = matches!(numbers.as_slice(), [_, _, width, height] if near(*width, A4.0) && near(*height, A4.1));
        if !is_a4 {
            return Err(format!("a page of the print is {one} and not A4"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_is_a4_or_wrong() {
        assert_eq!(check_paper("<< /MediaBox [0 0 594.95996 841.91998] >>"), Ok(()));
        assert!(check_paper("<< /MediaBox [0 0 612 792] >>").is_err());
        assert!(check_paper("%PDF-1.4").is_err());
    }
}
