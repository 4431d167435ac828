//! UM-MEDIATION: a Mediation server and a gateway to the telephone network are in the topology.

use crate::rules::prelude::*;
use crate::rules::topology::lync::pools;
use crate::rules::topology::um::servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-MEDIATION",
    category: Category::Step,
    severity: Severity::Warning,
    roles: &[Role::Mediation],
    exchange: servers::VERSIONS,
    title: Text::new(
        "The topology has a Mediation Server and a gateway",
        "La topologie a un serveur de médiation et une passerelle",
    ),
    explanation: Text::new(
        "Calls between the telephone network and Lync pass through a Mediation Server and a media gateway. Without them, unified messaging answers only calls from within Lync.",
        "Les appels entre le réseau téléphonique et Lync passent par un serveur de médiation et une passerelle multimédia. Sans eux, la messagerie unifiée ne répond qu'aux appels internes à Lync.",
    ),
    remedy: Text::new(
        "In Topology Builder, open the topology of the deployment. Mediation: edit the properties of the Front End pool and select the collocated Mediation Server, or right-click Mediation pools, New Mediation Pool. Gateway: Shared Components, PSTN gateways, New. Then Action, Publish Topology. On the new servers, run the Deployment Wizard and assign certificates.",
        "Dans le Générateur de topologies, ouvrez la topologie du déploiement. Médiation : modifiez les propriétés du pool frontal et sélectionnez le serveur de médiation colocalisé, ou cliquez avec le bouton droit sur Pools de médiation, Nouveau. Passerelle : Composants partagés, Passerelles PSTN, Nouveau. Ensuite Action, Publier la topologie. Sur les nouveaux serveurs, exécutez l'Assistant Déploiement et affectez les certificats.",
    ),
    sources: &[Source::seed("003", "64"), Source::seed("003", "207")],
    needs: &[&lync_sections::POOLS],
    ..super::BASE
};

const NONE: Text = Text::new(
    "No pool of the topology has the service {service}.",
    "Aucun pool de la topologie n'a le service {service}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for kind in ["MediationServer", "PstnGateway"] {
        let target = Target::new("Service", kind);
        findings.for_target(&target.clone(), |findings| {
            let pools = pools::with_service(context, kind)?;
            if pools.is_empty() {
                findings.fail(target, NONE, args! { service: kind }, Vec::new());
            } else {
                let evidence = pools.iter().map(|pool| Evidence::actual("Pool", Some(&*pool.fqdn)).from(pool));
                findings.pass(target, evidence.collect());
            }
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UM-MEDIATION";
    const MEDIATION: &str = "MediationServer";
    const GATEWAY: &str = "PstnGateway";

    #[test]
    fn both_services_pass_in_one_pool_or_in_several() {
        let green = [(MEDIATION, Status::Pass), (GATEWAY, Status::Pass)];
        Sample::unified_messaging().expect(ID, &green);
        let collocated = json!(["Registrar:pool.contoso.com", "MediationServer:pool.contoso.com"]);
        let sample = Sample::unified_messaging().forget("/lync/pools/values/1");
        sample.set("/lync/pools/values/0/services", collocated).expect(ID, &green);
    }

    #[test]
    fn a_topology_without_one_of_them_fails_for_that_one() {
        let sample = Sample::unified_messaging().forget("/lync/pools/values/1");
        sample.expect(ID, &[(MEDIATION, Status::Fail), (GATEWAY, Status::Pass)]);
        let sample = Sample::unified_messaging().forget("/lync/pools/values/2");
        sample.expect(ID, &[(MEDIATION, Status::Pass), (GATEWAY, Status::Fail)]);
    }

    #[test]
    fn pools_or_services_that_nobody_told_are_unknown() {
        let unknown = [(MEDIATION, Status::Unknown), (GATEWAY, Status::Unknown)];
        Sample::unified_messaging().forget("/lync/pools").expect(ID, &unknown);
        let sample = Sample::unified_messaging().forget("/lync/pools/values/2/services");
        sample.expect(ID, &[(MEDIATION, Status::Pass), (GATEWAY, Status::Unknown)]);
    }
}
