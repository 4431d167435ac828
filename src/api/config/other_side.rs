//! Whether what a configuration names is there: the certificate on the Exchange server, the pool in the topology of Lync.
//! Compares with documents of facts; what nobody collected is told as unknown.

use super::external::External;
use super::known_keys::CERTIFICATE;
use crate::api::estate::{FactText, newest_estate};
use crate::config::problem::Severity;
use crate::error::Result;
use crate::facts::{Estate, ExchangeCertificate, Host, Item, Missing, Pool, same_name};
use crate::l10n::{Culture, Text};
use crate::rules::{Context, Settings, describe_missing, registrar_pools};
use crate::value::THUMBPRINT;

/// What the problems of a document are looked for with, beside the document.
#[derive(Clone, Copy)]
pub(super) struct With<'a> {
    /// The path of the file.
    pub(super) path: &'a str,
    /// The file that the section of the whole file names.
    pub(super) external: &'a External,
    /// Whether the values of the keys of Outlook on the web are looked at.
    pub(super) values: bool,
    /// What is known of the products.
    pub(super) other_side: Option<&'a OtherSide>,
    /// The reader's language.
    pub(super) culture: Culture,
}

/// What is known of the products, and of whose file is looked at.
pub(super) struct OtherSide {
    estate: Estate,
    /// The Exchange server of the file, if it is one of the estate.
    server: Option<Host>,
}

/// What does not fit.
pub(super) struct Misfit {
    pub(super) code: &'static str,
    pub(super) severity: Severity,
    pub(super) message: Text,
    pub(super) hint: Text,
    pub(super) args: Vec<(&'static str, String)>,
}

const NO_CERTIFICATE: Text = Text::new(
    "No Exchange server of the facts has a certificate with this thumbprint.",
    "Aucun serveur Exchange des faits n'a de certificat avec cette empreinte.",
);
const NOT_INSTALLED: Text = Text::new(
    "{server} has no certificate with this thumbprint.",
    "{server} n'a pas de certificat avec cette empreinte.",
);
const CERTIFICATE_HINT: Text = Text::new(
    "Get-ExchangeCertificate lists the certificates. A renewed certificate has another thumbprint.",
    "Get-ExchangeCertificate affiche les certificats. Un certificat renouvelé a une autre empreinte.",
);
const COMPUTER: Text = Text::new(
    "{value} is a computer of a pool; it must be the name of the pool.",
    "{value} est un ordinateur d'un pool ; ce doit être le nom du pool.",
);
const NO_POOL: Text =
    Text::new("{value} is not a pool with a Registrar.", "{value} n'est pas un pool avec un serveur d'inscriptions.");
const POOL_HINT: Text = Text::new("Specify one of: {pools}.", "Indiquez l'un des pools suivants : {pools}.");
const UNKNOWN: Text = Text::new(
    "The value could not be compared with the facts: {reason}",
    "La valeur n'a pas pu être comparée aux faits : {reason}",
);
const UNKNOWN_HINT: Text = Text::new(
    "Run Export-UcFact in the {shell} shell, and add its file to -Fact.",
    "Exécutez Export-UcFact dans le shell {shell}, et ajoutez son fichier à -Fact.",
);

impl OtherSide {
    /// What documents of facts say, if there are any, for a file that is on a computer. A network path names its computer itself.
    ///
    /// # Errors
    ///
    /// Those of reading a document of facts.
    pub(super) fn new(facts: Vec<FactText>, path: &str, computer: Option<&str>) -> Result<Option<Self>> {
        let Some(estate) = newest_estate(facts)? else { return Ok(None) };
        let computer = network_host(path).or(computer).map(|name| estate.host(name));
        let servers = estate.servers().unwrap_or_default();
        let server = computer.filter(|host| servers.iter().any(|server| server.host == *host));
        drop(servers);
        Ok(Some(Self { estate, server }))
    }

    /// Why the other side does not have what the value of a known key names; nothing if it does.
    pub(super) fn misfit(&self, key: &str, value: &str, culture: Culture) -> Option<Misfit> {
        let found = if key == CERTIFICATE { self.certificate(value) } else { self.pool(value) };
        found.unwrap_or_else(|missing| Some(unknown(&missing, culture)))
    }

    fn certificate(&self, thumbprint: &str) -> std::result::Result<Option<Misfit>, Missing> {
        let is = |one: &Item<ExchangeCertificate>| normal(&one.thumbprint).eq_ignore_ascii_case(thumbprint);
        let is_there = match &self.server {
            Some(host) => self.estate.certificates_of(host)?.into_iter().any(is),
            None => self.estate.exchange.certificates.items()?.iter().any(is),
        };
        let server = self.server.as_ref().map(|host| host.name().to_owned());
        Ok((!is_there).then(|| Misfit {
            code: "CertificateNotFound",
            severity: Severity::Warning,
            message: if server.is_some() { NOT_INSTALLED } else { NO_CERTIFICATE },
            hint: CERTIFICATE_HINT,
            args: vec![("server", server.unwrap_or_default())],
        }))
    }

    fn pool(&self, name: &str) -> std::result::Result<Option<Misfit>, Missing> {
        let settings = Settings::default();
        let pools = registrar_pools(&Context { estate: &self.estate, settings: &settings, scenarios: &[] })?;
        if pools.iter().any(|pool| same_name(pool, name)) {
            return Ok(None);
        }
        let has = |pool: &Item<Pool>| pool.computers.iter().flatten().any(|computer| same_name(computer, name));
        let is_computer = self.estate.lync.pools.items()?.iter().any(has);
        let hint = if pools.is_empty() { Text::NONE } else { POOL_HINT };
        Ok(Some(Misfit {
            code: "PoolNotFound",
            severity: Severity::Warning,
            message: if is_computer { COMPUTER } else { NO_POOL },
            hint,
            args: vec![("value", name.to_owned()), ("pools", pools.join(", "))],
        }))
    }
}

fn unknown(missing: &Missing, culture: Culture) -> Misfit {
    Misfit {
        code: "ValueNotCompared",
        severity: Severity::Information,
        message: UNKNOWN,
        hint: UNKNOWN_HINT,
        args: vec![("reason", describe_missing(missing, culture)), ("shell", missing.section.shell.name().to_owned())],
    }
}

/// A thumbprint as certificates are compared; one that is none is compared as it is.
fn normal(thumbprint: &str) -> String {
    THUMBPRINT.check(thumbprint).normalized.unwrap_or_else(|| thumbprint.to_owned())
}

/// The computer that a network path such as `\\ex01\c$\web.config` names.
fn network_host(path: &str) -> Option<&str> {
    let long = path.strip_prefix(r"\\?\UNC\");
    let rest = long.or_else(|| path.strip_prefix(r"\\")).or_else(|| path.strip_prefix("//"))?;
    rest.split(['\\', '/']).next().filter(|host| !host.is_empty() && *host != "?" && *host != ".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_path_names_its_computer() {
        for path in [r"\\ex01\c$\web.config", "//ex01/c$/web.config", r"\\?\UNC\ex01\c$\web.config"] {
            assert_eq!(network_host(path), Some("ex01"), "{path}");
        }
        for path in
            [r"C:\web.config", r"\\?\C:\web.config", r"\\.\C:\web.config", "/web.config", "web.config", r"\\", ""]
        {
            assert_eq!(network_host(path), None, "{path}");
        }
    }
}
