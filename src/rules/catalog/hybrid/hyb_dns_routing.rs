//! HYB-DNS-ROUTING: the Edge finds other organizations by DNS, not by a default route.

use crate::rules::fixes::access_edge::{look, unknown};
use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "HYB-DNS-ROUTING",
    title: Text::new(
        "The Edge Server routes by DNS SRV records, not by a default route",
        "Le serveur Edge achemine par enregistrements DNS SRV, et non par une route par défaut",
    ),
    explanation: Text::new(
        "Hosting providers cannot be used together with a default route. DNS SRV routing is the default. The type of the object that Get-CsAccessEdgeConfiguration returns shows the routing method.",
        "Les fournisseurs d'hébergement ne peuvent pas être utilisés avec une route par défaut. Le routage par DNS SRV est la valeur par défaut. Le type de l'objet renvoyé par Get-CsAccessEdgeConfiguration indique la méthode de routage.",
    ),
    remedy: Text::new(
        "A default route is a deliberate choice; find out why it was configured before you change it: Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -AllowFederatedUsers $True -EnablePartnerDiscovery $False. Record DefaultRouteFqdn first; you need it to go back.",
        "Une route par défaut est un choix délibéré ; cherchez pourquoi elle a été configurée avant de la modifier : Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -AllowFederatedUsers $True -EnablePartnerDiscovery $False. Notez d'abord DefaultRouteFqdn ; il est nécessaire pour revenir en arrière.",
    ),
    interpretation: Some(Text::new(
        "The documentation does not state that the type of the object shows the routing method.",
        "La documentation n'indique pas que le type de l'objet révèle la méthode de routage.",
    )),
    sources: &[
        Source::page("New-CsHostingProvider.md"),
        Source::page("lync-server-2013-configure-the-edge-server-for-integration-with-hosted-exchange-um.md"),
    ],
    needs: &[&lync_sections::ACCESS_EDGE],
    ..super::BASE
};

const DEFAULT_ROUTE: Text = Text::new(
    "The Edge Server sends all traffic over a default route. Hosting providers do not work with a default route.",
    "Le serveur Edge envoie tout le trafic par une route par défaut. Les fournisseurs d'hébergement ne fonctionnent pas avec une route par défaut.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    look(context, findings, |edge, target, findings| {
        let routing = edge.routing.as_deref().ok_or_else(unknown)?;
        let evidence = vec![Evidence::actual("Routing", Some(routing)).expected("DnsSrv").from(edge)];
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
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const ROUTING: &str = "/lync/accessEdge/values/0/routing";

    #[test]
    fn routing_by_dns_passes_and_is_unknown_where_nobody_read_it() {
        hybrid(&RULE).passes("Global");
        hybrid(&RULE).forget(ROUTING).unknown("Global");
    }

    #[test]
    fn a_default_route_fails_and_is_left_to_a_person() {
        hybrid(&RULE).set(ROUTING, "DefaultRoute").fails("Global").not_fixed();
    }
}
