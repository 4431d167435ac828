//! A command as a person would type it, for reading. Must not be run: what is run is for `script` and the module.

use super::quote;
use crate::step::{Change, Command};

/// The lines of a command: one, or one for each key of a Web.config.
#[must_use]
pub fn lines(command: &Command) -> Vec<String> {
    match command {
        Command::Cmdlet(one) => vec![format!("{}{}", one.name, quote::parameters(&one.parameters))],
        Command::WebConfig { path, changes } => changes.iter().map(|one| edit(path, one)).collect(),
    }
}

fn edit(path: &str, Change { key, value }: &Change) -> String {
    let (path, key) = (quote::text(path), quote::text(key));
    match value {
        Some(value) => format!("Set-UcAppSetting -LiteralPath {path} -Key {key} -Value {}", quote::text(value)),
        None => format!("Remove-UcAppSetting -LiteralPath {path} -Key {key}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::Cmdlet;

    #[test]
    fn a_command_reads_as_it_is_typed() {
        let cmdlet = Cmdlet::new("Set-OwaMailboxPolicy").with("Identity", "it's").with("Confirm", false);
        assert_eq!(lines(&cmdlet.into()), ["Set-OwaMailboxPolicy -Identity 'it''s' -Confirm:$false"]);
        let change = |key: &str, value: Option<&str>| Change { key: key.to_owned(), value: value.map(str::to_owned) };
        let changes = vec![change("a", Some("b")), change("c", None)];
        let edit = Command::WebConfig { path: "C:\\web.config".to_owned(), changes };
        assert_eq!(
            lines(&edit),
            [
                "Set-UcAppSetting -LiteralPath 'C:\\web.config' -Key 'a' -Value 'b'",
                "Remove-UcAppSetting -LiteralPath 'C:\\web.config' -Key 'c'",
            ]
        );
    }
}
