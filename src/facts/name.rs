//! Names of servers. Exchange answers with short names, Lync with full ones, both in any case; this file decides when
//! two of them are the same. No look-up in DNS.

use std::collections::HashMap;

/// Whether two names are the same text without case and without the dot that may end a full name.
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    trimmed(a).eq_ignore_ascii_case(trimmed(b))
}

fn trimmed(name: &str) -> &str {
    let name = name.trim();
    name.strip_suffix('.').unwrap_or(name)
}

/// The form in which names are compared: lower case, no blanks around, no dot at the end.
pub(super) fn key(name: &str) -> String {
    trimmed(name).to_lowercase()
}

/// The first label of a name in the form of [`key`]: an Exchange server has one name in its organisation, whether it is
/// given short or full.
pub(super) fn short(name: &str) -> String {
    let name = key(name);
    name.split('.').next().unwrap_or_default().to_owned()
}

/// A server as it is known so far: its full name if any document gave it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Host(String);

impl Host {
    /// The full name, or the short one if no more is known, in lower case.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }

    /// The first label.
    #[must_use]
    pub fn short(&self) -> &str {
        self.0.split('.').next().unwrap_or_default()
    }
}

impl std::fmt::Display for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Every full name that was heard, by its first label.
#[derive(Debug, Default)]
pub(super) struct Directory {
    full: HashMap<String, Vec<String>>,
}

impl Directory {
    pub(super) fn learn(&mut self, name: &str) {
        let name = key(name);
        if let Some((label, _)) = name.split_once('.') {
            let names = self.full.entry(label.to_owned()).or_default();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }

    /// The server of a name. A short name means the one full name that begins with it, if there is only one.
    pub(super) fn host(&self, name: &str) -> Host {
        let name = key(name);
        if name.contains('.') {
            return Host(name);
        }
        match self.full.get(&name).map(Vec::as_slice) {
            Some([only]) => Host(only.clone()),
            _ => Host(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_the_only_full_one_that_begins_with_it() {
        let mut directory = Directory::default();
        directory.learn("EX01.Contoso.com.");
        directory.learn("ex01.contoso.com");
        directory.learn("a.one.com");
        directory.learn("a.two.com");
        assert_eq!(directory.host("Ex01").name(), "ex01.contoso.com");
        assert_eq!(directory.host("A").name(), "a", "which of the two is not known");
        assert_eq!(directory.host("EX01.other.com").name(), "ex01.other.com");
        assert!(same_name("EX01.contoso.com", "ex01.contoso.com."));
    }
}
