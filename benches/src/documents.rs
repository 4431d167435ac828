//! The two documents that are edited: a real `web.config` of Exchange and a long one that is made here, always the same.
//! Must not read anything but the corpus.

use crate::Result;
use crate::program::named;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use uc_integration::config::Document;
use uc_integration::config::settings::Settings;

/// Length of the long document, in bytes.
const LARGE: usize = 11_000_000;

/// A document to be edited.
pub(crate) struct Sample {
    /// What the table calls it.
    pub(crate) title: String,
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
    /// Where it is on the disk. Edits are made on copies.
    pub(crate) path: PathBuf,
    /// The key in the middle of its section.
    pub(crate) key: String,
    /// How often an edit in memory is tried in each round, and how often an edit by .NET.
    pub(crate) tries: (usize, usize),
    /// Number of rounds.
    pub(crate) rounds: usize,
}

/// The configuration of Outlook on the web.
pub(crate) fn owa(folder: &Path) -> Result<Sample> {
    let path = named("UC_CORPUS", "../shared/corpus").join("exchange/E15_ExchangeBackEnd-OWA_web.config");
    let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let title = format!("OWA, {} kB", bytes.len() / 1000);
    sample(title, bytes, folder.join("owa.config"), (60, 60), 5)
}

/// A document as long as none should be.
pub(crate) fn large(folder: &Path) -> Result<Sample> {
    let bytes = long_text(LARGE).into_bytes();
    let title = format!("made, {} MB", bytes.len() / 1_000_000);
    sample(title, bytes, folder.join("large.config"), (5, 2), 3)
}

fn sample(title: String, bytes: Vec<u8>, path: PathBuf, tries: (usize, usize), rounds: usize) -> Result<Sample> {
    fs::write(&path, &bytes).map_err(|error| error.to_string())?;
    let key = middle_key(&bytes)?;
    Ok(Sample { title, bytes, path, key, tries, rounds })
}

fn middle_key(bytes: &[u8]) -> Result<String> {
    let document = Document::parse(bytes).map_err(|error| error.to_string())?;
    let sections = document.sections("").map_err(|error| error.to_string())?;
    let settings = Settings::of(document.text().as_str(), &sections);
    let effective: Vec<_> = settings.all().iter().filter(|setting| setting.is_effective()).collect();
    effective.get(effective.len() / 2).map(|setting| setting.key.clone()).ok_or_else(|| "no settings".into())
}

/// A configuration with a long section of settings, half of its length, among the usual others.
fn long_text(length: usize) -> String {
    let mut text = String::with_capacity(length + 4096);
    text.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<configuration>\r\n");
    section_declarations(&mut text);
    settings(&mut text, length / 2);
    handlers(&mut text, length * 7 / 10);
    locations(&mut text, length * 8 / 10);
    bindings(&mut text, length);
    text.push_str("</configuration>\r\n");
    text
}

fn section_declarations(text: &mut String) {
    text.push_str("  <configSections>\r\n");
    for number in 0..20 {
        line(
            text,
            4,
            format_args!(
                "<section name=\"custom{number}\" type=\"System.Configuration.NameValueSectionHandler, System\" />"
            ),
        );
    }
    text.push_str("  </configSections>\r\n");
}

fn settings(text: &mut String, until: usize) {
    text.push_str("  <appSettings>\r\n");
    let values = ["true", "false", "00:15:00", "10000", "a &amp; b &lt;c&gt;", "C:\\Program Files\\Product\\V15\\Bin"];
    let mut number = 0;
    while text.len() < until {
        if number % 12 == 0 {
            line(
                text,
                4,
                format_args!(
                    "<!-- Settings of group {}: how often its parts are asked, and for what. -->",
                    number / 12
                ),
            );
        }
        let value = values[number % values.len()];
        line(text, 4, format_args!("<add key=\"Group{}.Component.Setting{number}\" value=\"{value}\" />", number / 12));
        number += 1;
    }
    text.push_str("  </appSettings>\r\n");
}

fn handlers(text: &mut String, until: usize) {
    text.push_str("  <system.webServer>\r\n    <handlers>\r\n");
    let mut number = 0;
    while text.len() < until {
        line(
            text,
            6,
            format_args!(
                "<add name=\"Handler{number}\" path=\"*.page{number}\" verb=\"GET,POST\" preCondition=\"integratedMode\" \
             type=\"Product.Web.Handler{number}, Product.Web, Version=15.0.0.0, Culture=neutral\" />"
            ),
        );
        number += 1;
    }
    text.push_str("    </handlers>\r\n  </system.webServer>\r\n");
}

fn locations(text: &mut String, until: usize) {
    let mut number = 0;
    while text.len() < until {
        line(text, 2, format_args!("<location path=\"sub{number}/page.aspx\" inheritInChildApplications=\"false\">"));
        line(text, 4, format_args!("<system.web>\r\n      <authorization>\r\n        <deny users=\"?\" />"));
        line(text, 6, format_args!("</authorization>\r\n    </system.web>\r\n    <!-- no anonymous visitors -->"));
        line(text, 2, format_args!("</location>"));
        number += 1;
    }
}

fn bindings(text: &mut String, until: usize) {
    text.push_str("  <runtime>\r\n    <assemblyBinding xmlns=\"urn:schemas-microsoft-com:asm.v1\">\r\n");
    let mut number = 0;
    while text.len() < until {
        line(text, 6, format_args!("<dependentAssembly>"));
        line(
            text,
            8,
            format_args!(
                "<assemblyIdentity name=\"Product.Part{number}\" publicKeyToken=\"31bf3856ad364e35\" culture=\"neutral\" />"
            ),
        );
        line(
            text,
            8,
            format_args!("<codeBase version=\"15.0.0.0\" href=\"file:///C:\\Product\\Bin\\Part{number}.dll\" />"),
        );
        line(text, 6, format_args!("</dependentAssembly>"));
        number += 1;
    }
    text.push_str("    </assemblyBinding>\r\n  </runtime>\r\n");
}

fn line(text: &mut String, indent: usize, content: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = write!(text, "{:indent$}{content}\r\n", "");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_long_document_is_valid_and_as_long_as_it_should_be() {
        let text = long_text(200_000);
        assert!((200_000..202_000).contains(&text.len()), "{}", text.len());
        assert_eq!(text, long_text(200_000));
        let document = Document::parse(text.as_bytes()).unwrap();
        assert!(document.outline().problems.is_empty());
        assert!(document.outline().sections[0].entries.len() > 500);
        assert!(document.outline().locations.len() > 50);
        assert!(middle_key(text.as_bytes()).unwrap().starts_with("Group"));
    }
}
