//! HYB-EDGE-LOCALSTORE: the local store of each Edge server has the provider as the central store has it.

use crate::facts::HostingProvider;
use crate::rules::fixes::replication::replicate;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::{Property, evidence, provider, same, unknown};
use crate::rules::topology::lync::servers::edges;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "HYB-EDGE-LOCALSTORE",
    roles: &[Role::Edge],
    title: Text::new(
        "Each Edge Server has received the hosting provider",
        "Chaque serveur Edge a reçu le fournisseur d'hébergement",
    ),
    explanation: Text::new(
        "The Edge Server uses its own copy of the configuration. Only Get-CsHostingProvider -LocalStore, run on the Edge Server itself, shows it; all other commands run on an internal server.",
        "Le serveur Edge utilise sa propre copie de la configuration. Seul Get-CsHostingProvider -LocalStore, exécuté sur le serveur Edge même, l'affiche ; toutes les autres commandes s'exécutent sur un serveur interne.",
    ),
    remedy: Text::new(
        "Start replication on an internal server with Invoke-CsManagementStoreReplication, wait a minute, then run Get-CsHostingProvider -LocalStore on the Edge Server again.",
        "Lancez la réplication sur un serveur interne avec Invoke-CsManagementStoreReplication, attendez une minute, puis exécutez de nouveau Get-CsHostingProvider -LocalStore sur le serveur Edge.",
    ),
    interpretation: Some(Text::new(
        "The documentation does not explicitly state that an Edge Server is required; each of its steps implies it.",
        "La documentation n'indique pas expressément qu'un serveur Edge est requis ; chacune de ses étapes l'implique.",
    )),
    sources: &[Source::seed("004", "116-118"), Source::page("Get-CsHostingProvider.md")],
    after: &["HYB-REPLICATION"],
    needs: &[&lync_sections::POOLS, &lync_sections::HOSTING_PROVIDERS, &machine_sections::HOSTING_PROVIDERS],
    ..super::BASE
};

const NO_EDGE: Text = Text::new(
    "The topology has no Edge Server. Outlook on the web in Exchange Online reaches Lync only through an Edge Server.",
    "La topologie n'a pas de serveur Edge. Outlook sur le web dans Exchange Online n'atteint Lync que par un serveur Edge.",
);
const NO_PROVIDER: Text = Text::new(
    "There is no hosting provider to replicate to {edge}. See HYB-PROVIDER.",
    "Il n'y a aucun fournisseur d'hébergement à répliquer vers {edge}. Voir HYB-PROVIDER.",
);
const NOT_ARRIVED: Text = Text::new(
    "{edge} does not have the hosting provider {provider} yet.",
    "{edge} n'a pas encore le fournisseur d'hébergement {provider}.",
);
const DIFFERS: Text = Text::new(
    "On {edge} the hosting provider {provider} differs from the central management store.",
    "Sur {edge}, le fournisseur d'hébergement {provider} diffère de celui du magasin central de gestion.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let edges = edges(context)?;
    if edges.is_empty() {
        findings.fail(Target::estate(), NO_EDGE, Vec::new(), Vec::new());
        return Ok(());
    }
    let central = provider(context)?;
    for edge in edges {
        let target = Target::server(&edge);
        let Some(central) = central else {
            findings.not_applicable(target, NO_PROVIDER, args! { edge: edge.name() });
            continue;
        };
        // What is there is sent again; without an Edge there is nothing to send it to.
        let fix = |fix: &mut Fix<'_>| {
            fix.add(replicate(Vec::new()));
            Ok(())
        };
        findings.with_fix(fix, |findings| {
            findings.for_target(&target.clone(), |findings| look(context, &edge, central, target, findings));
        });
    }
    Ok(())
}

fn look<'a>(
    context: &Context<'a>,
    edge: &Host,
    central: &Item<HostingProvider>,
    target: Target,
    findings: &mut Findings<'a>,
) -> CheckResult {
    let local = context.estate.on(edge, &machine_sections::HOSTING_PROVIDERS, |machine| &machine.hosting_providers)?;
    let args = args! { edge: edge.name(), provider: central.identity };
    let Some(local) = local.iter().find(|one| same_name(&one.identity, &central.identity)) else {
        findings.fail(target, NOT_ARRIVED, args, Vec::new());
        return Ok(());
    };
    let (evidence, is_same) = compare(edge, central, local)?;
    if is_same {
        findings.pass(target, evidence);
    } else {
        findings.fail(target, DIFFERS, args, evidence);
    }
    Ok(())
}

/// What the copy says, with what the central store says, and whether that is the same.
fn compare(
    edge: &Host,
    central: &Item<HostingProvider>,
    local: &Item<HostingProvider>,
) -> Result<(Vec<Evidence>, bool), Missing> {
    let not_told = || Missing::not_collected(&machine_sections::HOSTING_PROVIDERS).on(edge.name());
    let wanted = central.proxy_fqdn.as_deref().ok_or_else(|| unknown(central))?;
    let found = local.proxy_fqdn.as_deref().ok_or_else(not_told)?;
    let mut is_same = same_name(found, wanted);
    let mut read = vec![Evidence::actual("ProxyFqdn", Some(found)).expected(wanted).from(local)];
    for property in Property::ALL {
        let wanted = property.of(central).ok_or_else(|| unknown(central))?;
        is_same &= same(&property.of(local).ok_or_else(not_told)?, &wanted);
        read.push(evidence(property, local, &wanted));
    }
    Ok((read, is_same))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_hybrid::exchange_online;
    use serde_json::{Value, json};

    const EDGE: &str = "edge01.contoso.com";

    /// Where the Edge has another copy of the provider.
    fn with_local(change: impl FnOnce(&mut Value)) -> Case {
        let mut local = exchange_online();
        change(&mut local);
        Case::of(&RULE, Sample::hybrid_with_edge(json!([local])))
    }

    #[test]
    fn the_same_values_on_the_edge_pass_without_case() {
        hybrid(&RULE).passes(EDGE);
        with_local(|local| local["proxyFqdn"] = json!("EXAP.um.outlook.com")).passes(EDGE);
    }

    #[test]
    fn a_provider_that_has_not_arrived_or_is_older_fails_and_is_sent_again() {
        let none = Case::of(&RULE, Sample::hybrid_with_edge(json!([])));
        let older = with_local(|local| local["enabledSharedAddressSpace"] = json!(false));
        for case in [none, older] {
            case.fails(EDGE).fixed_with(&["Invoke-CsManagementStoreReplication"]);
        }
    }

    #[test]
    fn without_an_edge_server_it_fails_and_is_left_to_a_person() {
        hybrid(&RULE).forget("/lync/pools/values/2").fails("").not_fixed();
    }

    #[test]
    fn without_a_provider_there_is_nothing_to_receive() {
        let case = hybrid(&RULE).set("/lync/hostingProviders/values", json!([]));
        case.finds(&[(EDGE, Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_on_the_edge_is_unknown() {
        Case::of(&RULE, Sample::hybrid_without_edge_facts()).unknown(EDGE);
        with_local(|local| drop(local.as_object_mut().unwrap().remove("isLocal"))).unknown(EDGE);
    }
}
