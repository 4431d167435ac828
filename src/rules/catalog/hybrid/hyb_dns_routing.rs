//! HYB-DNS-ROUTING: the Edge finds other organizations by DNS, not by a default route.

use crate::facts::{LyncVersion, lync_sections};
use crate::message::Text;
use crate::rules::fixes::access_edge::{look, unknown};
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Report};
use crate::rules::model::rule::{Aim, Family, Kind, Role, Rule, Scenario, Severity, Source};

pub(crate) static RULE: Rule = Rule {
    id: "HYB-DNS-ROUTING",
    family: Family::Hybrid,
    kind: Kind::Check,
    scenarios: &[Scenario::Hybrid],
    aim: Aim::Any,
    severity: Severity::Error,
    roles: &[Role::LyncFrontEnd, Role::Edge],
    exchange: &[],
    lync: &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019],
    title: Text::new(
        "The Edge routes by DNS SRV records, not by a default route",
        "L'Edge achemine par enregistrements DNS SRV, et non par une route par défaut",
    ),
    explanation: Text::new(
        "Hosting providers cannot be used together with a default route. DNS SRV routing is the default. The way of routing shows in the type of what Get-CsAccessEdgeConfiguration answers.",
        "Les fournisseurs d'hébergement sont incompatibles avec une route par défaut. Le routage par DNS SRV est la valeur par défaut. Le mode de routage se lit dans le type de la réponse de Get-CsAccessEdgeConfiguration.",
    ),
    remedy: Text::new(
        "Somebody chose a default route, so ask why before you change it: Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -AllowFederatedUsers $True -EnablePartnerDiscovery $False. Note DefaultRouteFqdn first; without it there is no way back.",
        "Quelqu'un a choisi une route par défaut : demandez pourquoi avant de la changer avec Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -AllowFederatedUsers $True -EnablePartnerDiscovery $False. Notez d'abord DefaultRouteFqdn, sans quoi il n'y a pas de retour.",
    ),
    inference: Some(Text::new(
        "That the type of the answer tells the way of routing is our reading; no page states it.",
        "Que le type de la réponse indique le mode de routage est notre lecture ; aucune page ne l'énonce.",
    )),
    sources: &[
        Source::page("New-CsHostingProvider.md"),
        Source::page("lync-server-2013-configure-the-edge-server-for-integration-with-hosted-exchange-um.md"),
    ],
    after: &[],
    needs: &[&lync_sections::ACCESS_EDGE],
    check,
    mend: None,
    follow: None,
};

const DEFAULT_ROUTE: Text = Text::new(
    "The Edge sends everything over a default route, with which hosting providers do not work.",
    "L'Edge envoie tout par une route par défaut, avec laquelle les fournisseurs d'hébergement ne fonctionnent pas.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    look(context, report, |edge, target, report| {
        let routing = edge.routing.as_deref().ok_or_else(unknown)?;
        let evidence = vec![Evidence::read("Routing", Some(routing)).expected("DnsSrv").from(edge)];
        if routing.eq_ignore_ascii_case("DnsSrv") {
            report.pass(target, evidence);
        } else {
            report.fail(target, DEFAULT_ROUTE, Vec::new(), evidence);
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;
    use serde_json::json;

    const ID: &str = "HYB-DNS-ROUTING";
    const ROUTING: &str = "/lync/accessEdge/values/0/routing";

    #[test]
    fn routing_by_dns_passes() {
        Sample::hybrid().expect(ID, &[("Global", Status::Pass)]);
    }

    #[test]
    fn a_default_route_fails_and_is_left_to_a_person() {
        let sample = Sample::hybrid().set(ROUTING, json!("DefaultRoute"));
        sample.expect(ID, &[("Global", Status::Fail)]);
        sample.expect_steps(ID, &[]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        Sample::hybrid().forget(ROUTING).expect(ID, &[("Global", Status::Unknown)]);
        Sample::hybrid().forget("/lync/accessEdge").expect(ID, &[("", Status::Unknown)]);
    }
}
