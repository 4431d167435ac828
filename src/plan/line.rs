//! A command as a person would type it, for reading. Must not be run: what is run is for `script` and the module.

use super::quote;
use crate::step::{Change, Cmdlet, Command, Value};
use std::collections::BTreeMap;

/// The lines of a command: one, or one for each key of a Web.config.
#[must_use]
pub fn lines(command: &Command) -> Vec<String> {
    match command {
        Command::Cmdlet(one) => vec![cmdlet(one)],
        Command::Each { command, read, filter } => vec![each(command, read, filter)],
        Command::WebConfig { path, changes } => changes.iter().map(|one| edit(path, one)).collect(),
    }
}

fn cmdlet(cmdlet: &Cmdlet) -> String {
    [&cmdlet.name, quote::parameters(&cmdlet.parameters).as_str()].concat()
}

fn each(command: &Cmdlet, read: &Cmdlet, filter: &BTreeMap<String, Value>) -> String {
    let condition = |(name, value): (&String, &Value)| format!("$_.{} -eq {}", quote::text(name), quote::value(value));
    let conditions: Vec<String> = filter.iter().map(condition).collect();
    let (read, command) = (cmdlet(read), cmdlet(command));
    // Collected first: in the shell of Exchange a pipeline cannot run a command while it still waits for another one.
    format!(
        "@({read}) | Where-Object {{ {} }} | ForEach-Object {{ {command} -Identity $_.Identity }}",
        conditions.join(" -and ")
    )
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
        let filter = BTreeMap::from([("Address".to_owned(), Value::from("pool.contoso.com"))]);
        let command = Cmdlet::new("Disable-UMIPGateway");
        let each = Command::Each { command, read: Cmdlet::new("Get-UMIPGateway"), filter };
        assert_eq!(
            lines(&each),
            [
                "@(Get-UMIPGateway) | Where-Object { $_.'Address' -eq 'pool.contoso.com' } | ForEach-Object { Disable-UMIPGateway -Identity $_.Identity }"
            ]
        );
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
