//! HYB-EDGE-LOCALSTORE: the local store of each Edge server has the provider as the central store has it.

use crate::facts::{Host, HostingProvider, Item, LyncVersion, Missing, lync_sections, machine_sections, same_name};
use crate::message::Text;
use crate::rules::fixes::replication::replicate;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Evidence, Finding, Report, Target};
use crate::rules::model::rule::{Aim, Family, Kind, Role, Rule, Scenario, Severity, Source, Steps};
use crate::rules::topology::lync::hosting_provider::{Property, evidence, provider, same, unknown};
use crate::rules::topology::lync::servers::edges;

pub(crate) static RULE: Rule = Rule {
    id: "HYB-EDGE-LOCALSTORE",
    family: Family::Hybrid,
    kind: Kind::Check,
    scenarios: &[Scenario::Hybrid],
    aim: Aim::Any,
    severity: Severity::Error,
    roles: &[Role::Edge],
    exchange: &[],
    lync: &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019],
    title: Text::new(
        "Each Edge server has received the hosting provider",
        "Chaque serveur Edge a reçu le fournisseur d'hébergement",
    ),
    explanation: Text::new(
        "The Edge works with its own copy of the configuration. Only Get-CsHostingProvider -LocalStore, run on the Edge itself, shows it; everything else of this job runs on an inner server.",
        "L'Edge travaille avec sa propre copie de la configuration. Seul Get-CsHostingProvider -LocalStore, exécuté sur l'Edge même, la montre ; tout le reste de ce travail s'exécute sur un serveur interne.",
    ),
    remedy: Text::new(
        "Start replication on an inner server with Invoke-CsManagementStoreReplication, wait a minute, then run Get-CsHostingProvider -LocalStore on the Edge again.",
        "Lancez la réplication sur un serveur interne avec Invoke-CsManagementStoreReplication, attendez une minute, puis exécutez à nouveau Get-CsHostingProvider -LocalStore sur l'Edge.",
    ),
    inference: Some(Text::new(
        "No page says in so many words that an Edge server is needed; it follows from every step of it.",
        "Aucune page ne dit expressément qu'il faut un serveur Edge ; cela découle de chacune de ses étapes.",
    )),
    sources: &[Source::seed("004", "116-118"), Source::page("Get-CsHostingProvider.md")],
    after: &["HYB-REPLICATION"],
    needs: &[&lync_sections::POOLS, &lync_sections::HOSTING_PROVIDERS, &machine_sections::HOSTING_PROVIDERS],
    check,
    mend: Some(mend),
    follow: None,
};

const NO_EDGE: Text = Text::new(
    "The topology has no Edge server, and Outlook on the web in the cloud reaches Lync only through one.",
    "La topologie n'a pas de serveur Edge, et Outlook sur le web dans le cloud n'atteint Lync que par lui.",
);
const NO_PROVIDER: Text = Text::new(
    "There is no hosting provider that {edge} could have received; HYB-PROVIDER is about that.",
    "Il n'y a aucun fournisseur d'hébergement que {edge} aurait pu recevoir ; HYB-PROVIDER en traite.",
);
const NOT_ARRIVED: Text = Text::new(
    "{edge} does not have the hosting provider {provider} yet.",
    "{edge} n'a pas encore le fournisseur d'hébergement {provider}.",
);
const OTHER: Text = Text::new(
    "On {edge} the hosting provider {provider} is not as the central store has it.",
    "Sur {edge}, le fournisseur d'hébergement {provider} n'est pas tel que l'a le magasin central.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    let edges = edges(context)?;
    if edges.is_empty() {
        report.fail(Target::estate(), NO_EDGE, Vec::new(), Vec::new());
        return Ok(());
    }
    let central = provider(context)?;
    for edge in edges {
        let target = Target::server(&edge);
        let Some(central) = central else {
            report.not_applicable(target, NO_PROVIDER, vec![("edge", edge.name().to_owned())]);
            continue;
        };
        report.each(&target.clone(), |report| look(context, &edge, central, target, report));
    }
    Ok(())
}

fn look(
    context: &Context<'_>,
    edge: &Host,
    central: &Item<HostingProvider>,
    target: Target,
    report: &mut Report<'_>,
) -> Checked {
    let local = context.estate.on(edge, &machine_sections::HOSTING_PROVIDERS, |machine| &machine.hosting_providers)?;
    let args = vec![("edge", edge.name().to_owned()), ("provider", central.identity.clone())];
    let Some(local) = local.iter().find(|one| same_name(&one.identity, &central.identity)) else {
        report.fail(target, NOT_ARRIVED, args, Vec::new());
        return Ok(());
    };
    let (evidence, is_same) = compare(edge, central, local)?;
    if is_same {
        report.pass(target, evidence);
    } else {
        report.fail(target, OTHER, args, evidence);
    }
    Ok(())
}

/// What the copy says, with what the central store says, and whether that is the same.
fn compare(
    edge: &Host,
    central: &Item<HostingProvider>,
    local: &Item<HostingProvider>,
) -> Result<(Vec<Evidence>, bool), Missing> {
    let not_told = || Missing::never(&machine_sections::HOSTING_PROVIDERS).on(edge.name());
    let wanted = central.proxy_fqdn.as_deref().ok_or_else(|| unknown(central))?;
    let found = local.proxy_fqdn.as_deref().ok_or_else(not_told)?;
    let mut is_same = same_name(found, wanted);
    let mut read = vec![Evidence::read("ProxyFqdn", Some(found)).expected(wanted).from(local)];
    for property in Property::ALL {
        let wanted = property.of(central).ok_or_else(|| unknown(central))?;
        is_same &= same(&property.of(local).ok_or_else(not_told)?, &wanted);
        read.push(evidence(property, local, &wanted));
    }
    Ok((read, is_same))
}

/// Replication of what is there; without an Edge there is nothing to send it to.
fn mend(_: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    if finding.target != Target::estate() {
        steps.add(finding, replicate(Vec::new()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;
    use crate::rules::testing::samples_hybrid::exchange_online;
    use serde_json::json;

    const ID: &str = "HYB-EDGE-LOCALSTORE";
    const EDGE: &str = "edge01.contoso.com";

    #[test]
    fn the_same_values_on_the_edge_pass_without_case() {
        Sample::hybrid().expect(ID, &[(EDGE, Status::Pass)]);
        let mut local = exchange_online();
        local["proxyFqdn"] = json!("EXAP.um.outlook.com");
        Sample::hybrid_with_edge(json!([local])).expect(ID, &[(EDGE, Status::Pass)]);
    }

    #[test]
    fn a_provider_that_has_not_arrived_or_is_older_fails_and_is_sent_again() {
        let mut older = exchange_online();
        older["enabledSharedAddressSpace"] = json!(false);
        for providers in [json!([]), json!([older])] {
            let sample = Sample::hybrid_with_edge(providers);
            sample.expect(ID, &[(EDGE, Status::Fail)]);
            sample.expect_steps(ID, &["Invoke-CsManagementStoreReplication"]);
        }
    }

    #[test]
    fn without_an_edge_server_it_fails_and_is_left_to_a_person() {
        let sample = Sample::hybrid().forget("/lync/pools/values/2");
        sample.expect(ID, &[("", Status::Fail)]);
        sample.expect_steps(ID, &[]);
    }

    #[test]
    fn without_a_provider_there_is_nothing_to_receive() {
        let sample = Sample::hybrid().set("/lync/hostingProviders/values", json!([]));
        sample.expect(ID, &[(EDGE, Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_on_the_edge_is_unknown() {
        Sample::hybrid_without_edge_facts().expect(ID, &[(EDGE, Status::Unknown)]);
        let mut cut = exchange_online();
        cut.as_object_mut().unwrap().remove("isLocal");
        Sample::hybrid_with_edge(json!([cut])).expect(ID, &[(EDGE, Status::Unknown)]);
        Sample::hybrid().forget("/lync/pools").expect(ID, &[("", Status::Unknown)]);
    }
}
