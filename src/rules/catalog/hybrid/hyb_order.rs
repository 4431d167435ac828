//! HYB-ORDER: the shared address space comes first, then the provider, then replication.

use crate::rules::fixes::access_edge::{Switch, look, switch_on, unknown};
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::provider;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix);

static METADATA: Metadata = Metadata {
    id: "HYB-ORDER",
    category: Category::Rule,
    severity: Severity::Information,
    title: Text::new(
        "The address space is shared before the hosting provider is created, and replication runs after both",
        "L'espace d'adressage est partagé avant la création du fournisseur d'hébergement, et la réplication s'exécute ensuite",
    ),
    explanation: Text::new(
        "There are three tasks: share the SIP address space, create the hosting provider, and verify that the change is replicated to the Edge Server. A provider without a shared address space has no effect. A plan follows this order.",
        "Il y a trois tâches : partager l'espace d'adressage SIP, créer le fournisseur d'hébergement et vérifier que la modification est répliquée sur le serveur Edge. Un fournisseur sans espace d'adressage partagé n'a aucun effet. Un plan suit cet ordre.",
    ),
    remedy: Text::new(
        "Apply the plan, or follow the order of the rules: HYB-FEDERATED-USERS, HYB-PROVIDER, HYB-REPLICATION, HYB-EDGE-LOCALSTORE.",
        "Appliquez le plan, ou suivez l'ordre des règles : HYB-FEDERATED-USERS, HYB-PROVIDER, HYB-REPLICATION, HYB-EDGE-LOCALSTORE.",
    ),
    sources: &[Source::seed("004", "40-46")],
    needs: &[&lync_sections::ACCESS_EDGE, &lync_sections::HOSTING_PROVIDERS],
    ..super::BASE
};

const SWITCH: Switch = Switch { name: "AllowFederatedUsers", of: |edge| edge.allow_federated_users };
const TOO_EARLY: Text = Text::new(
    "The hosting provider {provider} exists although the address space is not shared yet.",
    "Le fournisseur d'hébergement {provider} existe alors que l'espace d'adressage n'est pas encore partagé.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let provider = provider(context)?;
    look(context, findings, |edge, target, findings| {
        let shared = (SWITCH.of)(edge).ok_or_else(unknown)?;
        let evidence = vec![Evidence::actual(SWITCH.name, Some(shared.to_string())).from(edge)];
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
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SHARED: &str = "/lync/accessEdge/values/0/allowFederatedUsers";

    #[test]
    fn a_provider_after_the_address_space_passes_and_so_does_none_yet() {
        let case = hybrid(&RULE).passes("Global").set(SHARED, false);
        case.set("/lync/hostingProviders/values", json!([])).passes("Global");
    }

    #[test]
    fn a_provider_before_the_address_space_fails_and_is_fixed_by_sharing_it() {
        hybrid(&RULE).set(SHARED, false).fails("Global").fixed_with(&["Set-CsAccessEdgeConfiguration"]);
    }

    #[test]
    fn unknown_without_the_address_space() {
        hybrid(&RULE).forget(SHARED).unknown("Global");
    }
}
