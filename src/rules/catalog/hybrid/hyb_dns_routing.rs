//! HYB-DNS-ROUTING: the Edge finds other organizations by DNS, not by a default route.

use crate::rules::fixes::access_edge::{look, unknown};
use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "HYB-DNS-ROUTING",
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
    needs: &[&lync_sections::ACCESS_EDGE],
    ..super::BASE
};

const DEFAULT_ROUTE: Text = Text::new(
    "The Edge sends everything over a default route, with which hosting providers do not work.",
    "L'Edge envoie tout par une route par défaut, avec laquelle les fournisseurs d'hébergement ne fonctionnent pas.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    look(context, findings, |edge, target, findings| {
        let routing = edge.routing.as_deref().ok_or_else(unknown)?;
        let evidence = vec![Evidence::read("Routing", Some(routing)).expected("DnsSrv").from(edge)];
        if routing.eq_ignore_ascii_case("DnsSrv") {
            findings.pass(target, evidence);
        } else {
            findings.fail(target, DEFAULT_ROUTE, Vec::new(), evidence);
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
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
