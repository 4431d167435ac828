//! OWA-E2016-BRANCH: from Exchange 2016 on the settings are a setting override, not Web.config.

use crate::rules::fixes::setting_overrides;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::each_im_server;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-E2016-BRANCH",
    family: Family::OwaPrerequisites,
    category: Category::Rule,
    severity: Severity::Information,
    roles: &[],
    exchange: setting_overrides::VERSIONS,
    lync: &[LyncVersion::V2015, LyncVersion::V2019, LyncVersion::SubscriptionEdition],
    title: Text::new(
        "From Exchange 2016 on, instant messaging is configured by a setting override",
        "À partir d'Exchange 2016, la messagerie instantanée est configurée par un remplacement de paramètre",
    ),
    explanation: Text::new(
        "Exchange 2016, 2019 and SE ignore the settings in Web.config. Only that part differs: the known servers of Lync, the virtual directories and the policies are still required.",
        "Exchange 2016, 2019 et SE ignorent les paramètres de Web.config. Seule cette partie diffère : les serveurs connus de Lync, les répertoires virtuels et les stratégies restent nécessaires.",
    ),
    remedy: Text::new(
        "No action required. These servers are configured with New-SettingOverride.",
        "Aucune action n'est requise. Ces serveurs sont configurés avec New-SettingOverride.",
    ),
    interpretation: Some(Text::new(
        "The documentation tells Exchange 2016 to skip all that follows. The trusted application pool, the virtual directories and the policies are taken as still required.",
        "La documentation demande d'ignorer toute la suite pour Exchange 2016. Le pool d'applications approuvées, les répertoires virtuels et les stratégies sont considérés comme toujours nécessaires.",
    )),
    sources: &[Source::seed("001", "15-16"), Source::page("configure-im-integration-with-owa.md")],
    needs: &[&exchange_sections::SERVERS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server(context, findings, METADATA.exchange, |server, findings| {
        let target = Target::server(&server.host);
        let unknown = || Missing::not_collected(&exchange_sections::SERVERS).on(server.host.name());
        let version = server.facts.version.as_deref().ok_or_else(unknown)?;
        findings.pass(target, vec![Evidence::actual("AdminDisplayVersion", Some(version)).from(server.facts)]);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    #[test]
    fn it_holds_for_exchange_2016() {
        exchange_2016(&RULE).passes(SERVER);
        exchange_2013(&RULE).not_applicable();
    }

    #[test]
    fn only_web_config_is_left_out_and_the_rest_of_the_page_is_asked_for() {
        Sample::exchange_2016().expect("OWA-WEBCONFIG-KEYS", &[("", Status::NotApplicable)]);
        let none = |place: &str| {
            Sample::exchange_2016().set(&format!("/exchange/{place}/values/0/instantMessagingType"), json!("None"))
        };
        none("owaVirtualDirectories").expect("OWA-VDIR-IM", &[("EX01\\owa (Default Web Site)", Status::Fail)]);
        none("owaMailboxPolicies").expect("OWA-POLICY-IM", &[("Default", Status::Fail)]);
        Sample::exchange_2016().without_trusted_pool().expect("TAP-CREATE", &[(SERVER, Status::Fail)]);
    }

    #[test]
    fn a_version_that_nobody_collected_is_unknown() {
        exchange_2016(&RULE).forget("/exchange/servers/values/0/version").unknown(SERVER);
    }
}
