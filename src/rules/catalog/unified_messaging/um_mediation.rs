//! UM-MEDIATION: a Mediation server and a gateway to the telephone network are in the topology.

use crate::rules::prelude::*;
use crate::rules::topology::lync::pools;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-MEDIATION",
    category: Category::Step,
    severity: Severity::Warning,
    roles: &[Role::Mediation],
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

const NO_POOL: Text = Text::new(
    "No pool of the topology has the service {service}.",
    "Aucun pool de la topologie n'a le service {service}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for kind in ["MediationServer", "PstnGateway"] {
        let target = Target::new(TargetKind::Service, kind);
        findings.for_target(&target.clone(), |findings| {
            let pools = pools::with_service(context, kind)?;
            let evidence = pools.iter().map(|pool| Evidence::actual("Pool", Some(&*pool.fqdn)).from(pool));
            findings.pass_if(!pools.is_empty(), target, evidence.collect(), || (NO_POOL, args! { service: kind }));
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    /// What is found for both services.
    fn found(case: Case, mediation: Status, gateway: Status) -> Case {
        case.finds(&[("MediationServer", mediation), ("PstnGateway", gateway)])
    }

    #[test]
    fn both_services_pass_in_one_pool_or_in_several_and_one_that_is_absent_fails() {
        let collocated = json!(["Registrar:pool.contoso.com", "MediationServer:pool.contoso.com"]);
        let case = found(unified_messaging(&RULE), Pass, Pass);
        let without = found(case.clone().forget("/lync/pools/values/1"), Fail, Pass);
        found(without.set("/lync/pools/values/0/services", collocated), Pass, Pass);
        found(case.forget("/lync/pools/values/2"), Pass, Fail);
    }

    #[test]
    fn pools_or_services_that_nobody_told_are_unknown() {
        found(unified_messaging(&RULE).forget("/lync/pools"), Unknown, Unknown);
        found(unified_messaging(&RULE).forget("/lync/pools/values/2/services"), Pass, Unknown);
    }
}
