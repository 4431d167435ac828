//! TAP-SKIP-TO-IM: servers that Lync finds by itself need no trusted pool, application or topology step.

use crate::rules::prelude::*;
use crate::rules::topology::trusted::servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TAP-SKIP-TO-IM",
    category: Category::Rule,
    severity: Severity::Information,
    roles: &[],
    title: Text::new(
        "A server that Lync discovers automatically needs no trusted application pool",
        "Un serveur que Lync découvre automatiquement n'a pas besoin de pool d'applications approuvées",
    ),
    explanation: Text::new(
        "Nothing is added to the topology for such a server. Its configuration begins with the virtual directories.",
        "Rien n'est ajouté à la topologie pour un tel serveur. Sa configuration commence par les répertoires virtuels.",
    ),
    remedy: Text::new(
        "No action required. The steps for the trusted application pool are omitted for this server.",
        "Aucune action n'est requise. Les étapes du pool d'applications approuvées sont omises pour ce serveur.",
    ),
    sources: &[Source::seed("000", "32"), Source::seed("001", "26")],
    after: &["TAP-COLOCATED-NO-POOL"],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::UM_CALL_ROUTERS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
    ],
    optional: &[&exchange_sections::UM_CALL_ROUTERS],
    ..super::base::DISCOVERED
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for host in servers::discovered(context)? {
        let left_out = "TAP-CREATE, TAPP-CREATE, TOPO-ENABLE";
        findings.pass(Target::server(&host), vec![Evidence::actual("LeftOut", Some(left_out))]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    #[test]
    fn it_holds_for_servers_that_lync_finds() {
        exchange_2013(&RULE).with(Sample::discovered).passes(SERVER);
    }
}
