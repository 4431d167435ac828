//! OWA-VDIR-UNREAD: from Exchange 2013 on, the virtual directories hold no values of instant messaging that nobody reads.

use crate::facts::VirtualDirectory;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::im_servers;
use crate::rules::topology::im::settings::im_settings_of;
use crate::rules::topology::im::values::VERSIONS;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-VDIR-UNREAD",
    severity: Severity::Warning,
    exchange: VERSIONS,
    title: Text::new(
        "The virtual directories have no instant messaging values that this version ignores",
        "Les répertoires virtuels n'ont pas de valeurs de messagerie instantanée que cette version ignore",
    ),
    explanation: Text::new(
        "InstantMessagingServerName and InstantMessagingCertificateThumbprint of the virtual directory are of Exchange 2010. Exchange 2013 reads Web.config, and later versions read a setting override. Scripts and configuration as code still set them: where nothing else is set, instant messaging does not work, and otherwise they mislead at the next renewal.",
        "InstantMessagingServerName et InstantMessagingCertificateThumbprint du répertoire virtuel viennent d'Exchange 2010. Exchange 2013 lit Web.config, et les versions ultérieures lisent un remplacement de paramètre. Des scripts et des configurations automatisées les définissent encore : si rien d'autre n'est défini, la messagerie instantanée ne fonctionne pas ; sinon, ces valeurs induisent en erreur au prochain renouvellement.",
    ),
    remedy: Text::new(
        "Set the values where the version reads them (OWA-WEBCONFIG-KEYS, SO-CREATE). Then clear those of the virtual directory and of the script that sets them: Set-OwaVirtualDirectory -Identity <directory> -InstantMessagingServerName $null -InstantMessagingCertificateThumbprint $null.",
        "Définissez les valeurs là où la version les lit (OWA-WEBCONFIG-KEYS, SO-CREATE). Effacez ensuite celles du répertoire virtuel et du script qui les définit : Set-OwaVirtualDirectory -Identity <répertoire> -InstantMessagingServerName $null -InstantMessagingCertificateThumbprint $null.",
    ),
    interpretation: Some(Text::new(
        "The documentation lists the parameters for every version. That only Exchange 2010 reads them is concluded from where the pages on later versions put the values.",
        "La documentation indique ces paramètres pour toutes les versions. Que seul Exchange 2010 les lise se déduit de l'endroit où les pages sur les versions ultérieures placent les valeurs.",
    )),
    sources: &[Source::page("Set-OwaVirtualDirectory.md"), Source::page("configure-im-integration-with-owa.md")],
    needs: &[
        &exchange_sections::OWA_BACK_END_VIRTUAL_DIRECTORIES,
        &exchange_sections::OWA_VIRTUAL_DIRECTORIES,
        &exchange_sections::SERVERS,
        &exchange_sections::SETTING_OVERRIDES,
        &machine_sections::WEB_CONFIGS,
    ],
    optional: &[
        &exchange_sections::OWA_BACK_END_VIRTUAL_DIRECTORIES,
        &machine_sections::WEB_CONFIGS,
        &exchange_sections::SETTING_OVERRIDES,
    ],
    ..super::BASE
};

const FOUND: Text = Text::new(
    "{directory} has {names}, which this version ignores. {server} takes both settings from where it reads them.",
    "{directory} a {names}, ce que cette version ignore. {server} prend les deux paramètres là où il les lit.",
);
const IGNORED: Text = Text::new(
    "{directory} has {names}, which this version ignores.",
    "{directory} a {names}, ce que cette version ignore.",
);
const ONLY_THERE: Text = Text::new(
    "{directory} has {names}, which this version ignores, and {server} does not have both settings where it reads them.",
    "{directory} a {names}, ce que cette version ignore, et {server} n'a pas les deux paramètres là où il les lit.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let exchange = &context.estate.exchange;
    let front = exchange.owa_virtual_directories.items()?;
    let back = exchange.owa_back_end_virtual_directories.items().unwrap_or_default();
    for server in im_servers(context, VERSIONS)? {
        let is_here = |one: &&Item<VirtualDirectory>| context.estate.host(&one.server) == server.host;
        let own: Vec<_> = front.iter().chain(back).filter(is_here).collect();
        let target = Target::server(&server.host);
        findings.for_target(&target, |findings| look(context, &server, &own, findings));
    }
    Ok(())
}

fn look<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
    directories: &[&'a Item<VirtualDirectory>],
    findings: &mut Findings<'a>,
) -> CheckResult {
    let (mut evidence, mut is_good) = (Vec::new(), true);
    for directory in directories {
        let shown = values(server, directory)?;
        let names: Vec<&str> = shown.iter().filter(|one| one.actual.is_some()).map(|one| one.name.as_str()).collect();
        if names.is_empty() {
            evidence.extend(shown);
            continue;
        }
        is_good = false;
        let args = args! { directory: directory.identity, names: names.join(", "), server: server.host.name() };
        let (text, severity) = match im_settings_of(context, server) {
            Ok(set) if set.server_name.is_some() && set.thumbprint.is_some() => (FOUND, Severity::Information),
            Ok(_) => (ONLY_THERE, Severity::Warning),
            Err(_) => (IGNORED, Severity::Information),
        };
        findings.fail(Target::server(&server.host), text, args, shown).with_severity(severity);
    }
    if is_good {
        findings.pass(Target::server(&server.host), evidence);
    }
    Ok(())
}

/// The two values of a directory; nothing in the place of one that is not set.
fn values(server: &Server<'_>, directory: &Item<VirtualDirectory>) -> Result<Vec<Evidence>, Missing> {
    let missing = || Missing::not_collected(&exchange_sections::OWA_VIRTUAL_DIRECTORIES).on(server.host.name());
    let mut all = Vec::new();
    for (name, value) in [
        ("InstantMessagingServerName", &directory.instant_messaging_server_name),
        ("InstantMessagingCertificateThumbprint", &directory.instant_messaging_certificate_thumbprint),
    ] {
        let value = value.as_deref().ok_or_else(missing)?.trim();
        all.push(Evidence::actual(name, Some(value).filter(|value| !value.is_empty())).from(directory));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const FRONT: &str = "/exchange/owaVirtualDirectories/values/0";
    const BACK: &str = "/exchange/owaBackEndVirtualDirectories/values/0";

    #[test]
    fn directories_without_values_pass() {
        for value in ["", " "] {
            exchange_2016(&RULE).set(&format!("{FRONT}/instantMessagingServerName"), value).passes(SERVER);
        }
        exchange_2013(&RULE).passes(SERVER);
    }

    #[test]
    fn values_beside_those_that_count_are_information() {
        for (place, name) in [(FRONT, "instantMessagingServerName"), (BACK, "instantMessagingCertificateThumbprint")] {
            for case in [exchange_2013(&RULE), exchange_2016(&RULE)] {
                let case = case.set(&format!("{place}/{name}"), "pool.contoso.com").fails(SERVER);
                case.severity(Severity::Information).not_fixed().says(&["which this version ignores"]);
            }
        }
    }

    #[test]
    fn values_that_are_nowhere_else_are_a_warning() {
        let place = format!("{FRONT}/instantMessagingServerName");
        let case = exchange_2016(&RULE).set(&place, "pool.contoso.com");
        case.forget("/exchange/settingOverrides/values/0").fails(SERVER).severity(Severity::Warning);
        let case = exchange_2013(&RULE).set(&place, "pool.contoso.com");
        case.set("/machine/webConfigs/values/0/settings", json!([])).fails(SERVER).severity(Severity::Warning);
    }

    #[test]
    fn directories_that_nobody_read_are_unknown() {
        exchange_2016(&RULE).forget("/exchange/owaVirtualDirectories").unknown("");
        let places =
            [&format!("{FRONT}/instantMessagingServerName"), &format!("{BACK}/instantMessagingCertificateThumbprint")];
        exchange_2016(&RULE).unknown_without(SERVER, &places.map(String::as_str));
        let case = exchange_2013(&RULE).set(&format!("{FRONT}/instantMessagingServerName"), "pool.contoso.com");
        case.forget("/machine/webConfigs").fails(SERVER).severity(Severity::Information);
    }
}
