//! OWA-WEBCONFIG-BACKEND-ONLY: the front end has no instant messaging settings in its Web.config.

use crate::facts::{ExchangeVersion, Missing, WebConfig, machine_sections};
use crate::message::Text;
use crate::rules::fixes::web_config;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Finding, Report};
use crate::rules::model::rule::{Aim, Family, Kind, Role, Rule, Scenario, Severity, Source, Steps};

pub(crate) static RULE: Rule = Rule {
    id: "OWA-WEBCONFIG-BACKEND-ONLY",
    family: Family::Owa,
    kind: Kind::Check,
    scenarios: &[Scenario::OwaIm],
    aim: Aim::On,
    severity: Severity::Warning,
    roles: &[Role::ExchangeFrontEnd],
    exchange: &[ExchangeVersion::V2013],
    lync: &[],
    title: Text::new(
        "Only the Web.config of the back end has the instant messaging settings",
        "Seul le Web.config principal contient les réglages de messagerie instantanée",
    ),
    explanation: Text::new(
        "The documents ask for the two keys on back end servers only. In the file of the front end they do nothing and mislead the next administrator.",
        "Les documents ne demandent les deux clés que sur les serveurs principaux. Dans le fichier frontal, elles ne font rien et trompent l'administrateur suivant.",
    ),
    remedy: Text::new(
        "Remove IMCertificateThumbprint and IMServerName from FrontEnd\\HttpProxy\\owa\\web.config.",
        "Retirez IMCertificateThumbprint et IMServerName de FrontEnd\\HttpProxy\\owa\\web.config.",
    ),
    inference: None,
    sources: &[Source::seed("000", "68"), Source::seed("001", "61")],
    after: &["OWA-WEBCONFIG-KEYS"],
    needs: &[&machine_sections::WEB_CONFIGS],
    check,
    mend: Some(mend),
    follow: None,
};

const FOUND: Text = Text::new(
    "The Web.config of the front end of {server} has {keys}.",
    "Le Web.config frontal de {server} contient {keys}.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    for server in context.im_front_ends(&[ExchangeVersion::V2013])? {
        web_config::expect_none(context, &server, is_front_end, FOUND, report);
    }
    Ok(())
}

fn mend(context: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    web_config::remove(context, finding, steps, is_front_end)
}

fn is_front_end(file: &WebConfig) -> bool {
    !file.back_end
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::{Sample, web_settings};
    use serde_json::json;

    const ID: &str = "OWA-WEBCONFIG-BACKEND-ONLY";
    const SERVER: &str = "ex01.contoso.com";
    const FILE: &str = "/machine/webConfigs/values/1";

    #[test]
    fn a_front_end_without_the_keys_passes() {
        Sample::exchange_2013().expect(ID, &[(SERVER, Status::Pass)]);
        let none =
            Sample::exchange_2013().set(&format!("{FILE}/exists"), json!(false)).forget(&format!("{FILE}/settings"));
        none.expect(ID, &[(SERVER, Status::Pass)]);
    }

    #[test]
    fn a_front_end_with_the_keys_fails_and_loses_them() {
        let sample = Sample::exchange_2013().set(&format!("{FILE}/settings"), web_settings());
        sample.expect(ID, &[(SERVER, Status::Fail)]);
        assert_eq!(sample.commands(ID), ["Web.config IMCertificateThumbprint=- IMServerName=-"]);
    }

    #[test]
    fn a_file_that_nobody_read_is_unknown() {
        Sample::exchange_2013().forget("/machine/webConfigs").expect(ID, &[(SERVER, Status::Unknown)]);
        Sample::exchange_2013().forget(&format!("{FILE}/settings")).expect(ID, &[(SERVER, Status::Unknown)]);
    }

    #[test]
    fn exchange_2016_has_another_rule() {
        Sample::exchange_2016().expect(ID, &[("", Status::NotApplicable)]);
    }
}
