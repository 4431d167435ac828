//! SO-VERIFY: each server works with the settings that it should have.

use crate::facts::{ExchangeVersion, Missing, Server, exchange_sections};
use crate::message::Text;
use crate::rules::catalog::setting_override::so_refresh;
use crate::rules::fixes::setting_overrides::{self, VERSIONS};
use crate::rules::model::context::{Context, version};
use crate::rules::model::finding::{Checked, Finding, Report, Target};
use crate::rules::model::rule::{Aim, Family, Kind, Role, Rule, Scenario, Severity, Source, Steps};
use crate::rules::topology::im::values::{self, open_question};

pub(crate) static RULE: Rule = Rule {
    id: "SO-VERIFY",
    family: Family::SettingOverride,
    kind: Kind::Check,
    scenarios: &[Scenario::OwaIm],
    aim: Aim::On,
    severity: Severity::Error,
    roles: &[Role::ExchangeBackEnd],
    exchange: &[ExchangeVersion::V2016, ExchangeVersion::V2019],
    lync: &[],
    title: Text::new(
        "Each server works with the wanted pool and certificate",
        "Chaque serveur travaille avec le pool et le certificat voulus",
    ),
    explanation: Text::new(
        "What counts is what the server says of itself, after the override, the refresh and the restart.",
        "Ce qui compte est ce que le serveur dit de lui-même, après le remplacement, la relecture et le redémarrage.",
    ),
    remedy: Text::new(
        "Read IMSettings with Get-ExchangeDiagnosticInfo -Process MSExchangeMailboxAssistants -Component VariantConfiguration -Argument \"Config,Component=OwaServer\" (up to Exchange 2016 CU3: -Process Microsoft.Exchange.Directory.TopologyService -Argument Config), and follow SO-CREATE, SO-REFRESH and SO-RESTART-POOL.",
        "Lisez IMSettings avec Get-ExchangeDiagnosticInfo -Process MSExchangeMailboxAssistants -Component VariantConfiguration -Argument \"Config,Component=OwaServer\" (jusqu'à Exchange 2016 CU3 : -Process Microsoft.Exchange.Directory.TopologyService -Argument Config), et suivez SO-CREATE, SO-REFRESH et SO-RESTART-POOL.",
    ),
    inference: None,
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    after: &["SO-RESTART-POOL"],
    needs: &[&exchange_sections::IM_SETTINGS],
    check,
    mend: Some(mend),
    follow: None,
};

const OTHER: Text = Text::new(
    "{server} works with other instant messaging settings than it should.",
    "{server} travaille avec d'autres réglages de messagerie instantanée que prévu.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    context.each_im_server(report, VERSIONS, |server, report| look(context, report, server))
}

fn look(context: &Context<'_>, report: &mut Report<'_>, server: &Server<'_>) -> Checked {
    version(server)?;
    let target = Target::server(&server.host);
    let args = vec![("server", server.host.name().to_owned())];
    let effective = context.effective(server)?;
    let Some((pool, thumbprint)) = setting_overrides::wanted(context, server)? else {
        let (text, args) = open_question(context, server).unwrap_or((OTHER, args));
        report.fail(target, text, args, Vec::new());
        return Ok(());
    };
    let evidence = so_refresh::evidence(effective, &pool, &thumbprint);
    if so_refresh::is_in_effect(effective, &pool, &thumbprint) {
        report.pass(target, evidence);
    } else {
        report.fail(target, OTHER, args, evidence);
    }
    Ok(())
}

fn mend(context: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    let Some(server) = context.server(&finding.target.name)? else { return Ok(()) };
    if setting_overrides::wanted(context, &server)?.is_some() {
        values::mend(context, finding, steps)?;
        so_refresh::mend(context, finding, steps)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;
    use serde_json::json;

    const ID: &str = "SO-VERIFY";
    const SERVER: &str = "ex01.contoso.com";
    const EFFECTIVE: &str = "/exchange/imSettings/values/0";

    #[test]
    fn the_wanted_settings_in_effect_pass() {
        Sample::exchange_2016().expect(ID, &[(SERVER, Status::Pass)]);
    }

    #[test]
    fn other_settings_in_effect_fail_and_are_mended_from_the_override_on() {
        let sample = Sample::exchange_2016().set(&format!("{EFFECTIVE}/imServerName"), json!("old.contoso.com"));
        sample.expect(ID, &[(SERVER, Status::Fail)]);
        sample.expect_steps(ID, &["Get-ExchangeDiagnosticInfo"]);
        let sample = sample.forget("/exchange/settingOverrides/values/0");
        sample.expect_steps(ID, &["New-SettingOverride", "Get-ExchangeDiagnosticInfo"]);
    }

    #[test]
    fn where_somebody_has_to_choose_first_no_step_is_made() {
        let second = json!({ "fqdn": "west.contoso.com", "services": ["Registrar:west.contoso.com"] });
        let sample =
            Sample::exchange_2016().set("/lync/pools/values/2", second).forget("/exchange/settingOverrides/values/0");
        sample.expect(ID, &[(SERVER, Status::Fail)]);
        sample.expect_steps(ID, &[]);
    }

    #[test]
    fn settings_that_nobody_read_are_unknown() {
        for missing in ["/exchange/imSettings", EFFECTIVE, "/exchange/certificates"] {
            Sample::exchange_2016().forget(missing).expect(ID, &[(SERVER, Status::Unknown)]);
        }
    }

    #[test]
    fn exchange_2013_has_no_such_settings() {
        Sample::exchange_2013().expect(ID, &[("", Status::NotApplicable)]);
    }
}
