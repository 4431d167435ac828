//! SO-VERIFY: each server works with the settings that it should have.

use crate::rules::catalog::setting_override::so_refresh;
use crate::rules::fixes::im_settings;
use crate::rules::fixes::setting_overrides::{self, VERSIONS};
use crate::rules::prelude::*;
use crate::rules::topology::im::selection::open_question;
use crate::rules::topology::im::servers::{each_im_server_with_fix, version};
use crate::rules::topology::im::settings::effective_settings;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "SO-VERIFY",
    title: Text::new(
        "Each server uses the expected pool and certificate",
        "Chaque serveur utilise le pool et le certificat attendus",
    ),
    explanation: Text::new(
        "The values that the server itself reports after the override, the refresh and the restart are decisive.",
        "Les valeurs que le serveur lui-même signale après le remplacement, l'actualisation et le redémarrage sont déterminantes.",
    ),
    remedy: Text::new(
        "Read IMSettings with Get-ExchangeDiagnosticInfo -Process MSExchangeMailboxAssistants -Component VariantConfiguration -Argument \"Config,Component=OwaServer\" (up to Exchange 2016 CU3: -Process Microsoft.Exchange.Directory.TopologyService -Argument Config), and follow SO-CREATE, SO-REFRESH and SO-RESTART-POOL.",
        "Lisez IMSettings avec Get-ExchangeDiagnosticInfo -Process MSExchangeMailboxAssistants -Component VariantConfiguration -Argument \"Config,Component=OwaServer\" (jusqu'à Exchange 2016 CU3 : -Process Microsoft.Exchange.Directory.TopologyService -Argument Config), et suivez SO-CREATE, SO-REFRESH et SO-RESTART-POOL.",
    ),
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    after: &["SO-RESTART-POOL"],
    needs: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::IM_SETTINGS,
        &exchange_sections::SERVERS,
        &exchange_sections::SERVER_OVERRIDES,
        &exchange_sections::SETTING_OVERRIDES,
        &lync_sections::POOLS,
    ],
    optional: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVER_OVERRIDES,
        &exchange_sections::SETTING_OVERRIDES,
        &lync_sections::POOLS,
    ],
    ..super::BASE
};

const OTHER_SETTINGS: Text = Text::new(
    "{server} uses other instant messaging settings than expected.",
    "{server} utilise d'autres paramètres de messagerie instantanée que ceux attendus.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server_with_fix(context, findings, VERSIONS, fix, |server, findings| look(context, findings, server))
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'_>) -> CheckResult {
    version(server)?;
    let target = Target::server(&server.host);
    let args = args! { server: server.host.name() };
    let effective = effective_settings(context, server)?;
    let Some((pool, thumbprint)) = setting_overrides::wanted(context, server)? else {
        let (text, args) = open_question(context, server).unwrap_or((OTHER_SETTINGS, args));
        findings.fail(target, text, args, Vec::new());
        return Ok(());
    };
    let evidence = so_refresh::evidence(effective, &pool, &thumbprint);
    findings
        .pass_if(so_refresh::is_in_effect(effective, &pool, &thumbprint), target, evidence, || (OTHER_SETTINGS, args));
    Ok(())
}

fn fix(context: &Context<'_>, server: &Server<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    // A refresh brings what the overrides give then, which need not be what the server should have.
    let wanted = setting_overrides::wanted(context, server)?;
    if wanted.is_some() && wanted == setting_overrides::given_then(context, server)? {
        im_settings::fix(context, server, fix)?;
        so_refresh::fix(context, server, fix)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const EFFECTIVE: &str = "/exchange/imSettings/values/0";
    const OVERRIDE: &str = "/exchange/settingOverrides/values/0";

    #[test]
    fn the_wanted_settings_in_effect_pass() {
        exchange_2016(&RULE).passes(SERVER);
    }

    #[test]
    fn other_settings_in_effect_fail_and_are_fixed_from_the_override_on() {
        let case = exchange_2016(&RULE).set(&format!("{EFFECTIVE}/imServerName"), "old.contoso.com").fails(SERVER);
        let case = case.set("/exchange/serverOverrides/values/0/updated", "2026-01-10T07:59:59Z");
        let case = case.fixed_with(&["Get-ExchangeDiagnosticInfo"]);
        case.forget(OVERRIDE).fixed_with(&["New-SettingOverride", "Get-ExchangeDiagnosticInfo"]);
    }

    #[test]
    fn where_somebody_has_to_choose_first_no_step_is_made() {
        let second = json!({ "fqdn": "west.contoso.com", "services": ["Registrar:west.contoso.com"] });
        exchange_2016(&RULE).set("/lync/pools/values/2", second).forget(OVERRIDE).fails(SERVER).not_fixed();
    }

    /// The second override has to stay until somebody knows what the other server should have, so neither counts.
    #[test]
    fn where_two_overrides_have_to_stay_no_refresh_is_planned() {
        let own = "IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D";
        let second = json!({
            "name": "Renewed", "component": "OwaServer", "section": "IMSettings", "servers": [],
            "parameters": ["IMServerName=pool.contoso.com", own], "whenChanged": "2026-01-10T08:00:00Z",
        });
        let other = json!({
            "name": "EX02", "fqdn": "ex02.contoso.com", "version": "Version 15.1 (Build 2507.6)", "roles": ["Mailbox"],
        });
        let case = exchange_2016(&RULE)
            .set("/exchange/settingOverrides/values/1", second)
            .set("/exchange/servers/values/1", other)
            .set(&format!("{OVERRIDE}/servers"), json!(["EX01"]))
            .set(&format!("{EFFECTIVE}/imServerName"), "x.contoso.com");
        for id in ["SO-CREATE", "SO-VERIFY", "SO-RESTART-POOL"] {
            case.sample().expect_steps(id, &[]);
        }
    }

    #[test]
    fn settings_that_nobody_read_are_unknown() {
        exchange_2016(&RULE).unknown_without(SERVER, &["/exchange/imSettings", EFFECTIVE, "/exchange/certificates"]);
    }
}
