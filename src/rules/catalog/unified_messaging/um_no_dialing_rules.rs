//! UM-NO-DIALING-RULES: dialling rules of Exchange are not needed with Lync.

use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-NO-DIALING-RULES",
    category: Category::Fact,
    severity: Severity::Information,
    title: Text::new(
        "Dialing rules of unified messaging are not required with Lync",
        "Les règles de numérotation de la messagerie unifiée ne sont pas nécessaires avec Lync",
    ),
    explanation: Text::new(
        "Lync translates and routes the numbers, also for calls that unified messaging places for a user. Dialing rules and rule groups in Exchange are for telephone systems without Lync.",
        "Lync convertit et achemine les numéros, y compris pour les appels que la messagerie unifiée passe pour un utilisateur. Les règles de numérotation et groupes de règles d'Exchange sont destinés aux systèmes téléphoniques sans Lync.",
    ),
    remedy: Text::new(
        "No action required. Leave ConfiguredInCountryOrRegionGroups and ConfiguredInternationalGroups of the dial plan unchanged. If a mailbox policy must allow such groups, use Set-UMMailboxPolicy -AllowedInCountryOrRegionGroups: New-UMMailboxPolicy does not have this parameter, although the documentation shows it.",
        "Aucune action n'est requise. Laissez ConfiguredInCountryOrRegionGroups et ConfiguredInternationalGroups du plan de numérotation inchangés. Si une stratégie de boîte aux lettres doit autoriser de tels groupes, utilisez Set-UMMailboxPolicy -AllowedInCountryOrRegionGroups : New-UMMailboxPolicy n'a pas ce paramètre, bien que la documentation le montre.",
    ),
    sources: &[Source::seed("003", "135-136")],
    needs: &[&exchange_sections::UM_DIAL_PLANS],
    ..super::BASE
};

const BY_LYNC: Text = Text::new(
    "Lync routes the calls of the dial plan {plan}; dialing rules are not required.",
    "Lync achemine les appels du plan de numérotation {plan} ; les règles de numérotation ne sont pas nécessaires.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    dial_plans::each(context, findings, |plan, findings| {
        findings.not_applicable(dial_plans::target(plan), BY_LYNC, args! { plan: plan.name });
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn each_plan_for_lync_is_told_to_need_none() {
        unified_messaging(&RULE).finds(&[(PLAN, NotApplicable)]);
        assert!(super::METADATA.remedy.en.contains("New-UMMailboxPolicy does not have this parameter"));
    }
}
