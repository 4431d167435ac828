//! UM-MSRTCSIPLINE: the schema of Active Directory has the attribute in which Lync keeps telephone numbers.

use crate::rules::prelude::*;
use std::collections::BTreeMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-MSRTCSIPLINE",
    severity: Severity::Warning,
    roles: &[Role::Directory],
    title: Text::new(
        "The schema of the forest has the attribute msRTCSIP-Line",
        "Le schéma de la forêt a l'attribut msRTCSIP-Line",
    ),
    explanation: Text::new(
        "Lync adds this attribute to the schema. Unified messaging uses it to find the name of a caller from another dial plan. Without the attribute, this works only for users that have proxy addresses of unified messaging.",
        "Lync ajoute cet attribut au schéma. La messagerie unifiée l'utilise pour trouver le nom d'un appelant d'un autre plan de numérotation. Sans l'attribut, cela ne fonctionne que pour les utilisateurs qui ont des adresses proxy de messagerie unifiée.",
    ),
    remedy: Text::new(
        "Prepare the schema of the forest for Lync: in the Deployment Wizard, Prepare Active Directory, Prepare Schema, or Install-CsAdServerSchema in the Lync shell, as a member of Schema Admins. If you do not want to extend this forest for Lync, give proxy addresses of unified messaging to users without an extension.",
        "Préparez le schéma de la forêt pour Lync : dans l'Assistant Déploiement, Préparer Active Directory, Préparer le schéma, ou Install-CsAdServerSchema dans le shell Lync, en tant que membre d'Administrateurs du schéma. Si vous ne voulez pas étendre cette forêt pour Lync, donnez des adresses proxy de messagerie unifiée aux utilisateurs sans numéro de poste.",
    ),
    sources: &[Source::seed("003", "215-216")],
    needs: &[&machine_sections::FOREST],
    ..super::BASE
};

const ABSENT: Text = Text::new(
    "The schema of {forest} does not have the attribute msRTCSIP-Line.",
    "Le schéma de {forest} n'a pas l'attribut msRTCSIP-Line.",
);

/// Each forest once, however many machines told of it.
fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let told = context.estate.machines.iter().filter_map(|machine| machine.state.forest.items().ok()).flatten();
    let forests: BTreeMap<String, _> = told.map(|forest| (forest.name.to_lowercase(), forest)).collect();
    if forests.is_empty() {
        return Err(Missing::not_collected(&machine_sections::FOREST));
    }
    for (name, forest) in forests {
        let target = Target::new(TargetKind::Forest, &name);
        findings.for_target(&target.clone(), |findings| {
            let missing = || Missing::not_collected(&machine_sections::FOREST);
            let has = forest.has_sip_line.ok_or_else(missing)?;
            let evidence = vec![Evidence::actual("msRTCSIP-Line", Some(has.to_string())).expected("true").from(forest)];
            findings.pass_if(has, target, evidence, || (ABSENT, args! { forest: name }));
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    /// The estate with another answer of both machines that know the forest.
    fn forest(answer: &Value) -> Case {
        let answer = fact(json!([answer]));
        unified_messaging(&RULE).set("/machine/forest", answer.clone()).lync_machine(json!({ "forest": answer }))
    }

    #[test]
    fn a_forest_with_the_attribute_passes_once_and_one_without_it_fails() {
        unified_messaging(&RULE).passes("contoso.com");
        forest(&json!({ "name": "Contoso.com", "hasSipLine": false })).fails("contoso.com");
    }

    #[test]
    fn each_forest_is_judged_by_itself() {
        let other = fact(json!([{ "name": "fabrikam.com", "hasSipLine": false }]));
        let case = unified_messaging(&RULE).lync_machine(json!({ "forest": other }));
        case.finds(&[("contoso.com", Pass), ("fabrikam.com", Fail)]);
    }

    #[test]
    fn a_forest_of_which_nobody_told_is_unknown() {
        forest(&json!({ "name": "contoso.com" })).unknown("contoso.com");
        unified_messaging(&RULE).lync_machine(json!({})).unknown_without_each("", "/machine", &["forest"]);
    }
}
