//! SO-NO-WEBCONFIG: from Exchange 2016 on, Web.config has no instant messaging settings.

use crate::facts::{ExchangeVersion, Missing, WebConfig, machine_sections};
use crate::message::Text;
use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::fixes::web_config;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Finding, Report};
use crate::rules::model::rule::{Aim, Family, Kind, Role, Rule, Scenario, Severity, Source, Steps};

pub(crate) static RULE: Rule = Rule {
    id: "SO-NO-WEBCONFIG",
    family: Family::SettingOverride,
    kind: Kind::Check,
    scenarios: &[Scenario::OwaIm],
    aim: Aim::On,
    severity: Severity::Warning,
    roles: &[Role::ExchangeBackEnd],
    exchange: &[ExchangeVersion::V2016, ExchangeVersion::V2019],
    lync: &[],
    title: Text::new(
        "From Exchange 2016 on, Web.config has no instant messaging settings",
        "À partir d'Exchange 2016, Web.config ne contient aucun réglage de messagerie instantanée",
    ),
    explanation: Text::new(
        "Exchange 2016 and later ignore the keys in Web.config and read a setting override. Whoever edits the file there waits in vain: users see that there is a problem with instant messaging.",
        "Exchange 2016 et suivants ignorent les clés de Web.config et lisent un remplacement de paramètre. Modifier le fichier n'y sert à rien : les utilisateurs voient un problème de messagerie instantanée.",
    ),
    remedy: Text::new(
        "Remove IMCertificateThumbprint and IMServerName from the Web.config files and use a setting override (SO-CREATE).",
        "Retirez IMCertificateThumbprint et IMServerName des fichiers Web.config et utilisez un remplacement de paramètre (SO-CREATE).",
    ),
    inference: None,
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    after: &[],
    needs: &[&machine_sections::WEB_CONFIGS],
    check,
    mend: Some(mend),
    follow: None,
};

const FOUND: Text = Text::new(
    "{server} has {keys} in {path}, where this version does not read them.",
    "{server} a {keys} dans {path}, où cette version ne les lit pas.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    for server in context.im_servers(VERSIONS)? {
        web_config::expect_none(context, &server, any, FOUND, report);
    }
    Ok(())
}

fn mend(context: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    web_config::remove(context, finding, steps, any)
}

fn any(_: &WebConfig) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::{Sample, web_settings};

    const ID: &str = "SO-NO-WEBCONFIG";
    const SERVER: &str = "ex01.contoso.com";

    #[test]
    fn files_without_the_keys_pass() {
        Sample::exchange_2016().expect(ID, &[(SERVER, Status::Pass)]);
    }

    #[test]
    fn a_file_with_the_keys_fails_and_loses_them() {
        let sample = Sample::exchange_2016().set("/machine/webConfigs/values/0/settings", web_settings());
        sample.expect(ID, &[(SERVER, Status::Fail)]);
        assert_eq!(sample.commands(ID), ["Web.config IMCertificateThumbprint=- IMServerName=-"]);
    }

    #[test]
    fn files_that_nobody_read_are_unknown() {
        Sample::exchange_2016().forget("/machine/webConfigs").expect(ID, &[(SERVER, Status::Unknown)]);
    }

    #[test]
    fn exchange_2013_reads_the_file() {
        Sample::exchange_2013().expect(ID, &[("", Status::NotApplicable)]);
    }
}
