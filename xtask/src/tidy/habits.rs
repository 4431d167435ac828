//! Habits of text: every Rust file says what it is for, nothing is left to do, nothing names a folder of somebody's
//! machine, scripts are ASCII (Windows PowerShell reads other bytes by the machine's code page), lines end cleanly.

use super::{Source, has_extension};

/// Never in a file, with the reason. Written in two halves, so that this file passes its own check.
const FORBIDDEN: &[(&str, &str, &str)] = &[
    ("/wo", "rk/", "a folder of one machine"),
    ("/ro", "ot/", "a folder of one machine"),
    ("/ho", "me/", "a folder of one machine"),
    ("TO", "DO", "something left to do"),
    ("FIX", "ME", "something left to do"),
    ("todo", "!(", "something left to do"),
];

/// Files of others, which are kept as they are.
const FOREIGN: &[&str] = &["Cargo.lock", "LICENSE-APACHE", "LICENSE-MIT"];

/// All failures.
pub(super) fn check(files: &[Source]) -> Vec<String> {
    let own = files.iter().filter(|file| !FOREIGN.iter().any(|name| file.name.ends_with(name)));
    own.flat_map(|file| {
        let mut problems = forbidden(file);
        problems.extend(lines(file));
        problems.extend(opening(file));
        problems.extend(ascii(file));
        problems
    })
    .collect()
}

fn forbidden(file: &Source) -> Vec<String> {
    let mut problems = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        for (first, second, why) in FORBIDDEN {
            let word = format!("{first}{second}");
            if line.contains(&word) {
                problems.push(format!("{}:{}: {word} ({why})", file.name, number + 1));
            }
        }
    }
    problems
}

/// Sample documents are exempt: their line ends are what they are samples of.
fn lines(file: &Source) -> Vec<String> {
    if is_sample(&file.name) {
        return Vec::new();
    }
    let mut problems: Vec<String> = file
        .text
        .split('\n')
        .enumerate()
        .filter(|(_, line)| line.ends_with([' ', '\t', '\r']))
        .map(|(number, _)| format!("{}:{}: blanks at the end of the line", file.name, number + 1))
        .collect();
    if !file.text.is_empty() && !file.text.ends_with('\n') {
        problems.push(format!("{}: no line end at the end of the file", file.name));
    }
    problems
}

fn is_sample(name: &str) -> bool {
    if name.starts_with("tests/golden/scripts/") {
        return true;
    }
    let samples = ["tests/", "examples/", "fuzz/seeds/", "benches/"];
    let code = ["rs", "ps1", "psm1", "psd1", "c", "h", "md", "toml"];
    samples.iter().any(|folder| name.starts_with(folder)) && !code.iter().any(|end| has_extension(name, end))
}

fn opening(file: &Source) -> Option<String> {
    let opens = !has_extension(&file.name, "rs") || file.text.starts_with("//!") || file.text.starts_with("#!");
    (!opens).then(|| format!("{}: does not open with a //! paragraph", file.name))
}

fn ascii(file: &Source) -> Option<String> {
    let script = ["ps1", "psm1", "psd1", "ps1xml", "sh"].iter().any(|end| has_extension(&file.name, end));
    let translated = file.name.contains("/fr-FR/");
    let is_script = file.name == ".ci/run" || (script && !translated);
    let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
    let line = text.lines().position(|line| !line.is_ascii())?;
    is_script.then(|| format!("{}:{}: a script is ASCII", file.name, line + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(name: &str, text: &str) -> usize {
        check(&[Source { name: name.to_owned(), text: text.to_owned() }]).len()
    }

    #[test]
    fn each_habit_bites() {
        assert_eq!(problems("a.rs", "//! x\nfn a() {}\n"), 0);
        assert_eq!(problems("a.rs", "fn a() {}\n"), 1, "no opening");
        assert_eq!(problems("a.rs", "//! x \n"), 1, "blank at the end");
        assert_eq!(problems("a.rs", "//! x"), 1, "no last line end");
        assert_eq!(problems("a.md", concat!("/wo", "rk/x\n")), 1, "a folder");
        assert_eq!(problems("a.ps1", "# \u{e9}\n"), 1, "not ASCII");
        assert_eq!(problems("m/fr-FR/a.psd1", "# \u{e9}\n"), 0, "translated");
        assert_eq!(problems("tests/data/a.config", "x\r\n"), 0, "a sample");
    }
}
