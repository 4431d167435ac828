//! SO-NO-WEBCONFIG: from Exchange 2016 on, Web.config has no instant messaging settings.

use crate::facts::WebConfig;
use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::fixes::web_config;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::im_servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "SO-NO-WEBCONFIG",
    severity: Severity::Warning,
    title: Text::new(
        "From Exchange 2016 on, Web.config has no instant messaging settings",
        "À partir d'Exchange 2016, Web.config ne contient aucun paramètre de messagerie instantanée",
    ),
    explanation: Text::new(
        "Exchange 2016 and later ignore the keys in Web.config and read a setting override. Editing the file has no effect: users see that there is a problem with instant messaging.",
        "Exchange 2016 et versions ultérieures ignorent les clés de Web.config et lisent un remplacement de paramètre. Modifier le fichier est sans effet : les utilisateurs voient un problème de messagerie instantanée.",
    ),
    remedy: Text::new(
        "Remove IMCertificateThumbprint and IMServerName from the Web.config files and use a setting override (SO-CREATE).",
        "Supprimez IMCertificateThumbprint et IMServerName des fichiers Web.config et utilisez un remplacement de paramètre (SO-CREATE).",
    ),
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    needs: &[&exchange_sections::SERVERS, &machine_sections::WEB_CONFIGS],
    ..super::BASE
};

const FOUND: Text = Text::new(
    "{server} has {keys} in {path}, which this version ignores.",
    "{server} a {keys} dans {path}, ce que cette version ignore.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for server in im_servers(context, VERSIONS)? {
        web_config::expect_none(context, &server, any, FOUND, findings);
    }
    Ok(())
}

fn any(_: &WebConfig) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples::web_settings;

    #[test]
    fn files_without_the_keys_pass() {
        exchange_2016(&RULE).passes(SERVER);
    }

    #[test]
    fn a_file_with_the_keys_fails_and_loses_them() {
        let case = exchange_2016(&RULE).set("/machine/webConfigs/values/0/settings", web_settings());
        case.fails(SERVER).fixed_by("Web.config IMCertificateThumbprint=- IMServerName=-");
    }

    /// It may be one that reads them.
    #[test]
    fn a_server_of_unknown_version_keeps_them() {
        let case = exchange_2016(&RULE).set("/machine/webConfigs/values/0/settings", web_settings());
        case.forget("/exchange/servers/values/0/version").unknown(SERVER).not_fixed();
    }
}
