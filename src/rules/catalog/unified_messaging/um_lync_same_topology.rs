//! UM-LYNC-SAME-TOPOLOGY: Lync and Exchange are in one forest, or in two that trust each other.

use crate::facts::Forest;
use crate::rules::prelude::*;
use crate::rules::topology::lync::servers::front_ends;
use crate::rules::topology::um::servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-LYNC-SAME-TOPOLOGY",
    roles: &[Role::Directory],
    title: Text::new(
        "Lync and unified messaging are in the same forest, or in forests that trust each other",
        "Lync et la messagerie unifiée sont dans la même forêt, ou dans des forêts qui s'approuvent mutuellement",
    ),
    explanation: Text::new(
        "Lync reads the dial plans and auto attendants of unified messaging from Active Directory. If there are two forests, each must trust the other.",
        "Lync lit dans Active Directory les plans de numérotation et les standards automatiques de la messagerie unifiée. S'il y a deux forêts, chacune doit approuver l'autre.",
    ),
    remedy: Text::new(
        "Create a two-way forest trust in Active Directory Domains and Trusts (properties of the root domain, Trusts tab, New Trust), then run ExchUcUtil.ps1 -Forest with the name of the Lync forest.",
        "Créez une approbation de forêt bidirectionnelle dans Domaines et approbations Active Directory (propriétés du domaine racine, onglet Approbations, Nouvelle approbation), puis exécutez ExchUcUtil.ps1 -Forest avec le nom de la forêt de Lync.",
    ),
    interpretation: Some(Text::new(
        "The forest of one Front End Server is taken as the forest of all Front End Servers in it.",
        "La forêt d'un serveur frontal est considérée comme celle de tous les serveurs frontaux qui s'y trouvent.",
    )),
    sources: &[
        Source::seed("003", "44"),
        Source::page("configure-um-to-work-with-lync-server-exchange-2013-help.md"),
        Source::page("lync-server-2013-components-and-topologies-for-on-premises-unified-messaging.md"),
    ],
    needs: &[&exchange_sections::SERVERS, &machine_sections::FOREST, &lync_sections::POOLS],
    ..super::BASE
};

const APART: Text = Text::new(
    "{server} is in the forest {forest}, Lync is in {lync}, and there is no two-way trust.",
    "{server} est dans la forêt {forest}, Lync est dans {lync}, et il n'y a pas d'approbation bidirectionnelle.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let lync = lync_forests(context)?;
    servers::each(context, findings, |server, findings| look(context, findings, server, &lync))
}

fn look<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    server: &Server<'_>,
    lync: &[(Host, &Item<Forest>)],
) -> CheckResult {
    let own = forest(context, &server.host)?;
    for (host, other) in lync {
        if !same_name(&own.name, &other.name) && !trust_each_other(own, other, &server.host, host)? {
            let args = args! { server: server.host.name(), forest: own.name, lync: other.name };
            let evidence = vec![Evidence::actual("Forest", Some(own.name.as_str())).expected(&other.name).from(own)];
            findings.fail(Target::server(&server.host), APART, args, evidence);
            return Ok(());
        }
    }
    let evidence = vec![Evidence::actual("Forest", Some(own.name.as_str())).from(own)];
    findings.pass(Target::server(&server.host), evidence);
    Ok(())
}

/// Whether one of two forests says that there is a trust in both directions. If none does, both must have told theirs.
fn trust_each_other(own: &Forest, other: &Forest, host: &Host, lync: &Host) -> Result<bool, Missing> {
    let says = |forest: &Forest, partner: &Forest| {
        forest.trusts.iter().flatten().any(|trust| {
            let direction = trust.direction.as_deref().unwrap_or_default();
            same_name(&trust.forest, &partner.name) && direction.eq_ignore_ascii_case("Bidirectional")
        })
    };
    if says(own, other) || says(other, own) {
        return Ok(true);
    }
    match [(own, host), (other, lync)].into_iter().find(|(forest, _)| forest.trusts.is_none()) {
        Some((_, untold)) => Err(Missing::not_collected(&machine_sections::FOREST).on(untold.name())),
        None => Ok(false),
    }
}

/// The forests of the Front End servers, as far as these told them: each once. If none did, the first has to be asked.
fn lync_forests<'a>(context: &Context<'a>) -> Result<Vec<(Host, &'a Item<Forest>)>, Missing> {
    let mut found: Vec<(Host, &Item<Forest>)> = Vec::new();
    let mut missing = None;
    for host in front_ends(context)? {
        match forest(context, &host) {
            Ok(told) if found.iter().all(|(_, known)| !same_name(&known.name, &told.name)) => found.push((host, told)),
            Ok(_) => {}
            Err(error) => drop(missing.get_or_insert(error)),
        }
    }
    match missing {
        Some(missing) if found.is_empty() => Err(missing),
        _ if found.is_empty() => Err(Missing::not_collected(&machine_sections::FOREST)),
        _ => Ok(found),
    }
}

fn forest<'a>(context: &Context<'a>, host: &Host) -> Result<&'a Item<Forest>, Missing> {
    let told = context.estate.on(host, &machine_sections::FOREST, |machine| &machine.forest)?;
    told.first().ok_or_else(|| Missing::not_collected(&machine_sections::FOREST).on(host.name()))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    const FOREST: &str = "/machine/forest/values/0";

    fn apart(trusts: &Value) -> Case {
        unified_messaging(&RULE).set(FOREST, json!({ "name": "fabrikam.com", "trusts": trusts }))
    }

    #[test]
    fn one_forest_passes() {
        unified_messaging(&RULE).passes(SERVER).change(FOREST, json!({ "name": "CONTOSO.com" })).passes(SERVER);
    }

    #[test]
    fn two_forests_need_a_trust_in_both_directions() {
        apart(&json!([])).fails(SERVER).not_fixed();
        apart(&json!([{ "forest": "contoso.com", "direction": "Bidirectional" }])).passes(SERVER);
        apart(&json!([{ "forest": "contoso.com", "direction": "Outbound" }])).fails(SERVER);
        apart(&json!([{ "forest": "other.com", "direction": "Bidirectional" }])).fails(SERVER);
    }

    #[test]
    fn forests_and_trusts_that_nobody_asked_for_are_unknown() {
        unified_messaging(&RULE).lync_machine(json!({})).unknown("");
        apart(&json!(null)).unknown(SERVER);
    }
}
