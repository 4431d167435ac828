//! HYB-ORDER: the shared address space comes first, then the provider, then replication.

use crate::rules::fixes::access_edge::{Switch, look, switch_on, unknown};
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::provider;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix);

static METADATA: Metadata = Metadata {
    id: "HYB-ORDER",
    category: Category::Rule,
    severity: Severity::Info,
    title: Text::new(
        "The shared address space comes before the hosting provider, and replication after both",
        "L'espace d'adressage partagé vient avant le fournisseur d'hébergement, et la réplication après les deux",
    ),
    explanation: Text::new(
        "There are three tasks: share the SIP address space, make the hosting provider, verify that the change arrived at the Edge. A provider without a shared address space does nothing. A plan keeps to this order.",
        "Il y a trois tâches : partager l'espace d'adressage SIP, créer le fournisseur d'hébergement, vérifier que la modification est arrivée sur l'Edge. Un fournisseur sans espace d'adressage partagé ne fait rien. Un plan respecte cet ordre.",
    ),
    remedy: Text::new(
        "Follow the plan, or the order of the rules: HYB-FEDERATED-USERS, HYB-PROVIDER, HYB-REPLICATION, HYB-EDGE-LOCALSTORE.",
        "Suivez le plan, ou l'ordre des règles : HYB-FEDERATED-USERS, HYB-PROVIDER, HYB-REPLICATION, HYB-EDGE-LOCALSTORE.",
    ),
    sources: &[Source::seed("004", "40-46")],
    needs: &[&lync_sections::ACCESS_EDGE, &lync_sections::HOSTING_PROVIDERS],
    ..super::BASE
};

const SWITCH: Switch = Switch { name: "AllowFederatedUsers", of: |edge| edge.allow_federated_users };
const TOO_EARLY: Text = Text::new(
    "The hosting provider {provider} is there before the address space is shared.",
    "Le fournisseur d'hébergement {provider} existe avant que l'espace d'adressage soit partagé.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let provider = provider(context)?;
    look(context, findings, |edge, target, findings| {
        let shared = (SWITCH.of)(edge).ok_or_else(unknown)?;
        let evidence = vec![Evidence::read(SWITCH.name, Some(shared.to_string())).from(edge)];
        match provider {
            Some(provider) if !shared => {
                findings.fail(target, TOO_EARLY, args! { provider: provider.identity }, evidence);
            }
            _ => findings.pass(target, evidence),
        }
        Ok(())
    })
}

fn fix(context: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    switch_on(context, fix, &SWITCH)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "HYB-ORDER";
    const SHARED: &str = "/lync/accessEdge/values/0/allowFederatedUsers";
    const PROVIDERS: &str = "/lync/hostingProviders/values";

    #[test]
    fn a_provider_after_the_address_space_passes_and_so_does_none_yet() {
        Sample::hybrid().expect(ID, &[("Global", Status::Pass)]);
        let sample = Sample::hybrid().set(SHARED, json!(false)).set(PROVIDERS, json!([]));
        sample.expect(ID, &[("Global", Status::Pass)]);
    }

    #[test]
    fn a_provider_before_the_address_space_fails_and_is_mended_by_sharing_it() {
        let sample = Sample::hybrid().set(SHARED, json!(false));
        sample.expect(ID, &[("Global", Status::Fail)]);
        sample.expect_steps(ID, &["Set-CsAccessEdgeConfiguration"]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        Sample::hybrid().forget(SHARED).expect(ID, &[("Global", Status::Unknown)]);
        Sample::hybrid().forget("/lync/hostingProviders").expect(ID, &[("", Status::Unknown)]);
    }
}
