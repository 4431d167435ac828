//! UM-DIALPLAN-FQDN: the full name of a dial plan is its phone context.

use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-DIALPLAN-FQDN",
    category: Category::Fact,
    severity: Severity::Information,
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "The full name of a dial plan for Lync is its PhoneContext",
        "Le nom complet d'un plan de numérotation pour Lync est son PhoneContext",
    ),
    explanation: Text::new(
        "Where the documentation requires the full name of a dial plan, for example for contact objects or the pilot identifier of a hunt group, it means the property PhoneContext.",
        "Là où la documentation exige le nom complet d'un plan de numérotation, par exemple pour les objets contact ou l'identificateur pilote d'un groupement de postes, il s'agit de la propriété PhoneContext.",
    ),
    remedy: Text::new(
        "No action required. (Get-UMDialPlan <name>).PhoneContext shows it.",
        "Aucune action n'est requise. (Get-UMDialPlan <nom>).PhoneContext l'affiche.",
    ),
    sources: &[
        Source::seed("003", "133"),
        Source::page("lync-server-2013-configure-unified-messaging-on-microsoft-exchange.md"),
    ],
    needs: &[&exchange_sections::UM_DIAL_PLANS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    dial_plans::each(context, findings, |plan, findings| {
        let name = plan.phone_context.as_deref().ok_or_else(|| dial_plans::unknown(plan))?;
        findings.pass(dial_plans::target(plan), vec![Evidence::actual("PhoneContext", Some(name)).from(plan)]);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn the_full_name_is_shown_and_unknown_where_nobody_collected_it() {
        let case = unified_messaging(&RULE).passes(PLAN).unknown_without_each(PLAN, DIAL_PLAN, &["phoneContext"]);
        assert_eq!(
            case.sample().findings(RULE.metadata.id)[0].evidence[0].actual.as_deref(),
            Some("Paris.contoso.com")
        );
    }
}
