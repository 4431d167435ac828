//! TAP-SKIP-TO-IM: servers that Lync finds by itself need no trusted pool, application or topology step.

use crate::rules::prelude::*;
use crate::rules::topology::trusted::servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TAP-SKIP-TO-IM",
    category: Category::Rule,
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
    sources: &[Source::seed("000", "32"), Source::seed("001", "26")],
    after: &["TAP-COLOCATED-NO-POOL"],
    needs: &[&exchange_sections::UM_DIAL_PLANS, &exchange_sections::UM_SERVICES, &exchange_sections::UM_CALL_ROUTERS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for host in servers::discovered(context)? {
        let left_out = "TAP-CREATE, TAPP-CREATE, TOPO-ENABLE";
        findings.pass(Target::server(&host), vec![Evidence::read("LeftOut", Some(left_out))]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;

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
