//! UM-OCS2007R2: older versions need a cumulative update for unified messaging.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-OCS2007R2",
    category: Category::Fact,
    severity: Severity::Information,
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "The Lync server has the updates that unified messaging requires",
        "Le serveur Lync a les mises à jour qu'exige la messagerie unifiée",
    ),
    explanation: Text::new(
        "In the documentation, Lync Server means 2010 or 2013; Office Communications Server 2007 R2 can be used as well. 2007 R2 requires cumulative update 10 or later, Lync Server 2010 cumulative update 3 or later, Lync Server 2013 none.",
        "Dans la documentation, Lync Server désigne 2010 ou 2013 ; Office Communications Server 2007 R2 peut aussi être utilisé. 2007 R2 exige la mise à jour cumulative 10 ou ultérieure, Lync Server 2010 la mise à jour cumulative 3 ou ultérieure, Lync Server 2013 aucune.",
    ),
    remedy: Text::new(
        "Install the latest cumulative update of the old server, or move its users to a newer one.",
        "Installez la dernière mise à jour cumulative de l'ancien serveur, ou déplacez ses utilisateurs vers un serveur plus récent.",
    ),
    interpretation: Some(Text::new(
        "Versions after Lync Server 2013 are taken to require no update: the documentation is older than they are.",
        "Les versions postérieures à Lync Server 2013 sont considérées comme n'exigeant aucune mise à jour : la documentation leur est antérieure.",
    )),
    sources: &[
        Source::seed("003", "22-23"),
        Source::page("coexistence-with-office-communications-server-2007-r2-and-lync-server-exchange-2013-help.md"),
    ],
    needs: &[&lync_sections::VERSION],
    ..super::BASE
};

const OLD: Text = Text::new(
    "The server is {version}. Check whether cumulative update 3 or later is installed (Lync Server 2010), or 10 or later (Office Communications Server 2007 R2).",
    "Le serveur est {version}. Vérifiez que la mise à jour cumulative 3 ou ultérieure est installée (Lync Server 2010), ou la mise à jour cumulative 10 ou ultérieure (Office Communications Server 2007 R2).",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let Some(fact) = context.estate.lync.version.items()?.first() else { return Ok(()) };
    if context.estate.lync_version()? >= Some(LyncVersion::V2013) {
        let evidence = vec![Evidence::actual("Get-CsServerVersion", Some(fact.text.as_str())).from(fact)];
        findings.pass(Target::estate(), evidence);
    } else {
        findings.manual(Target::estate(), OLD, args! { version: fact.text });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn versions_from_2013_on_need_no_update_and_that_of_an_older_one_is_for_a_person_to_see() {
        let of_version = |version: &str| unified_messaging(&RULE).set("/lync/version/values/0/text", version);
        unified_messaging(&RULE).passes("");
        of_version(SKYPE_2015).passes("");
        of_version("Microsoft Lync Server 2010 (4.0.7577.0)").manual("");
        of_version("Office Communications Server 2007 R2 (3.5.6907.0)").manual("");
    }
}
