//! SO-REGIONAL-POOL: with several pools, each server uses the one that is near to it.

use crate::facts::{ExchangeVersion, exchange_sections, lync_sections, same_name};
use crate::message::Text;
use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Report, Target};
use crate::rules::model::rule::{Aim, Family, Kind, Role, Rule, Scenario, Severity, Source};

pub(crate) static RULE: Rule = Rule {
    id: "SO-REGIONAL-POOL",
    family: Family::SettingOverride,
    kind: Kind::Rule,
    scenarios: &[Scenario::OwaIm],
    aim: Aim::On,
    severity: Severity::Info,
    roles: &[Role::ExchangeBackEnd],
    exchange: &[ExchangeVersion::V2016, ExchangeVersion::V2019],
    lync: &[],
    title: Text::new(
        "With several pools, each server uses the nearest one",
        "S'il y a plusieurs pools, chaque serveur utilise le plus proche",
    ),
    explanation: Text::new(
        "Where there are Front End pools in several places, the documents advise the one that is closest to the Active Directory site of the Exchange server, by an override for that server.",
        "Quand des pools frontaux existent en plusieurs lieux, les documents conseillent le plus proche du site Active Directory du serveur Exchange, par un remplacement pour ce serveur.",
    ),
    remedy: Text::new(
        "Compare the site of each server with the sites of the pools. To give servers another pool, run the plan for them alone, with -Server and -IMServerName.",
        "Comparez le site de chaque serveur avec ceux des pools. Pour donner un autre pool à des serveurs, établissez le plan pour eux seuls, avec -Server et -IMServerName.",
    ),
    inference: None,
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    after: &[],
    needs: &[&lync_sections::POOLS, &exchange_sections::SERVERS],
    check,
    mend: None,
    follow: None,
};

const ONE_POOL: Text = Text::new("There is one pool only.", "Il n'y a qu'un pool.");

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    let pools = context.registrar_pools()?;
    if pools.len() < 2 {
        report.not_applicable(Target::estate(), ONE_POOL, Vec::new());
        return Ok(());
    }
    let all = context.estate.lync.pools.known()?;
    context.each_im_server(report, VERSIONS, |server, report| {
        let target = Target::server(&server.host);
        let used = context.im_server(server)?.server_name;
        let mut evidence = vec![
            Evidence::read("IMServerName", used),
            Evidence::read("Active Directory site", server.facts.site.as_deref()).from(server.facts),
        ];
        for pool in all.iter().filter(|pool| pools.iter().any(|name| same_name(name, &pool.fqdn))) {
            evidence.push(Evidence::read(&pool.fqdn, pool.site.as_deref()).from(pool));
        }
        report.pass(target.clone(), evidence);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;
    use serde_json::json;

    const ID: &str = "SO-REGIONAL-POOL";

    #[test]
    fn one_pool_leaves_no_choice() {
        Sample::exchange_2016().expect(ID, &[("", Status::NotApplicable)]);
        Sample::exchange_2016().forget("/lync/pools").expect(ID, &[("", Status::Unknown)]);
    }

    #[test]
    fn several_pools_are_shown_with_the_site_of_the_server() {
        let second =
            json!({ "fqdn": "west.contoso.com", "services": ["Registrar:west.contoso.com"], "site": "Site:West" });
        let sample = Sample::exchange_2016().set("/lync/pools/values/2", second);
        sample.expect(ID, &[("ex01.contoso.com", Status::Pass)]);
        let evidence = &sample.findings(ID)[0].evidence;
        assert_eq!(evidence.len(), 4);
        assert_eq!(evidence[1].read.as_deref(), Some("Paris"));
    }
}
