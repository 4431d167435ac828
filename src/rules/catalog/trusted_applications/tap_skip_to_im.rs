//! TAP-SKIP-TO-IM: servers that Lync finds by itself need no trusted pool, application or topology step.

use crate::facts::{ExchangeVersion, LyncVersion, exchange_sections};
use crate::message::Text;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Report, Target};
use crate::rules::model::rule::{Aim, Family, Kind, Rule, Scenario, Severity, Source};
use crate::rules::topology::trusted::pools;

pub(crate) static RULE: Rule = Rule {
    id: "TAP-SKIP-TO-IM",
    family: Family::KnownServers,
    kind: Kind::Rule,
    scenarios: &[Scenario::OwaIm],
    aim: Aim::On,
    severity: Severity::Info,
    roles: &[],
    exchange: &[ExchangeVersion::V2013, ExchangeVersion::V2016],
    lync: &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019],
    title: Text::new(
        "A server that Lync finds by itself goes straight to instant messaging",
        "Un serveur que Lync découvre lui-même passe directement à la messagerie instantanée",
    ),
    explanation: Text::new(
        "For such a server nothing is entered in the topology: the work begins with the virtual directories.",
        "Pour un tel serveur, rien n'est inscrit dans la topologie : le travail commence par les répertoires virtuels.",
    ),
    remedy: Text::new(
        "Nothing to do: the steps for the trusted pool are left out for this server.",
        "Rien à faire : les étapes du pool approuvé sont omises pour ce serveur.",
    ),
    inference: None,
    sources: &[Source::seed("000", "32"), Source::seed("001", "26")],
    after: &["TAP-COLOCATED-NO-POOL"],
    needs: &[&exchange_sections::UM_DIAL_PLANS, &exchange_sections::UM_SERVICES, &exchange_sections::UM_CALL_ROUTERS],
    check,
    mend: None,
    follow: None,
};

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    for host in pools::discovered(context)? {
        let left_out = "TAP-CREATE, TAPP-CREATE, TOPO-ENABLE";
        report.pass(Target::server(&host), vec![Evidence::read("LeftOut", Some(left_out))]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;

    const ID: &str = "TAP-SKIP-TO-IM";

    #[test]
    fn it_holds_for_servers_that_lync_finds() {
        Sample::exchange_2013().discovered().expect(ID, &[("ex01.contoso.com", Status::Pass)]);
    }

    #[test]
    fn it_is_not_about_others() {
        Sample::exchange_2013().expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn without_the_dial_plans_nobody_knows() {
        Sample::exchange_2013().forget("/exchange/umDialPlans").expect(ID, &[("", Status::Unknown)]);
    }
}
