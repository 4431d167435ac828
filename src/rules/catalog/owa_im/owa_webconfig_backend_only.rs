//! OWA-WEBCONFIG-BACKEND-ONLY: the front end has no instant messaging settings in its Web.config.

use crate::facts::WebConfig;
use crate::rules::fixes::web_config;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::im_front_ends;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "OWA-WEBCONFIG-BACKEND-ONLY",
    severity: Severity::Warning,
    roles: &[Role::ExchangeFrontEnd],
    exchange: &[ExchangeVersion::V2013],
    title: Text::new(
        "Only the back-end Web.config has the instant messaging settings",
        "Seul le Web.config principal contient les paramètres de messagerie instantanée",
    ),
    explanation: Text::new(
        "The documentation requires the two keys only on back-end servers. In the front-end file they have no effect and are misleading.",
        "La documentation n'exige les deux clés que sur les serveurs principaux. Dans le fichier frontal, elles sont sans effet et prêtent à confusion.",
    ),
    remedy: Text::new(
        "Remove IMCertificateThumbprint and IMServerName from FrontEnd\\HttpProxy\\owa\\web.config.",
        "Supprimez IMCertificateThumbprint et IMServerName de FrontEnd\\HttpProxy\\owa\\web.config.",
    ),
    sources: &[Source::seed("000", "68"), Source::seed("001", "61")],
    after: &["OWA-WEBCONFIG-KEYS"],
    needs: &[&exchange_sections::SERVERS, &machine_sections::WEB_CONFIGS],
    ..super::BASE
};

const FOUND: Text =
    Text::new("The front-end Web.config of {server} has {keys}.", "Le Web.config frontal de {server} contient {keys}.");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for server in im_front_ends(context, &[ExchangeVersion::V2013])? {
        web_config::expect_none(context, &server, is_front_end, FOUND, findings);
    }
    Ok(())
}

fn is_front_end(file: &WebConfig) -> bool {
    !file.back_end
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples::web_settings;

    const FILE: &str = "/machine/webConfigs/values/1";
    const SETTINGS: &str = "/machine/webConfigs/values/1/settings";

    #[test]
    fn a_front_end_without_the_keys_passes() {
        exchange_2013(&RULE).passes(SERVER);
        exchange_2013(&RULE).set(&format!("{FILE}/exists"), false).forget(SETTINGS).passes(SERVER);
    }

    #[test]
    fn a_front_end_with_the_keys_fails_and_loses_them() {
        let case = exchange_2013(&RULE).set(SETTINGS, web_settings()).fails(SERVER);
        case.fixed_by("Web.config IMCertificateThumbprint=- IMServerName=-");
    }

    #[test]
    fn a_file_that_nobody_read_is_unknown() {
        exchange_2013(&RULE).forget(SETTINGS).unknown(SERVER);
    }
}
