//! UM-NO-DIALING-RULES: dialling rules of Exchange are not needed with Lync.

use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-NO-DIALING-RULES",
    category: Category::Fact,
    severity: Severity::Info,
    title: Text::new(
        "Dialling rules of unified messaging are not needed with Lync",
        "Les règles de numérotation de la messagerie unifiée sont inutiles avec Lync",
    ),
    explanation: Text::new(
        "Lync translates and routes the numbers, also for calls that unified messaging makes for a user. Rules and rule groups in Exchange are for telephone exchanges without Lync.",
        "Lync convertit et achemine les numéros, y compris pour les appels que la messagerie unifiée passe au nom d'un utilisateur. Les règles et groupes de règles d'Exchange servent aux autocommutateurs sans Lync.",
    ),
    remedy: Text::new(
        "Nothing to do: leave ConfiguredInCountryOrRegionGroups and ConfiguredInternationalGroups of the dial plan as they are. Where a mailbox policy has to allow such groups after all, use Set-UMMailboxPolicy -AllowedInCountryOrRegionGroups: New-UMMailboxPolicy has no such parameter, although a page shows it.",
        "Rien à faire : laissez ConfiguredInCountryOrRegionGroups et ConfiguredInternationalGroups du plan tels quels. Si une stratégie de boîte aux lettres doit malgré tout autoriser de tels groupes, utilisez Set-UMMailboxPolicy -AllowedInCountryOrRegionGroups : New-UMMailboxPolicy n'a pas ce paramètre, bien qu'une page le montre.",
    ),
    sources: &[Source::seed("003", "135-136")],
    needs: &[&exchange_sections::UM_DIAL_PLANS],
    ..super::BASE
};

const BY_LYNC: Text = Text::new(
    "Lync routes the calls of the dial plan {plan}; it needs no dialling rules.",
    "Lync achemine les appels du plan {plan} ; il n'a pas besoin de règles de numérotation.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    dial_plans::each(context, findings, |plan, findings| {
        findings.not_applicable(dial_plans::target(plan), BY_LYNC, args! { plan: plan.name });
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;

    const ID: &str = "UM-NO-DIALING-RULES";

    #[test]
    fn each_plan_for_lync_is_told_to_need_none() {
        Sample::unified_messaging().expect(ID, &[("Paris", Status::NotApplicable)]);
        assert!(super::METADATA.remedy.en.contains("New-UMMailboxPolicy has no such parameter"));
    }

    #[test]
    fn plans_that_nobody_collected_are_unknown() {
        Sample::unified_messaging().forget("/exchange/umDialPlans").expect(ID, &[("", Status::Unknown)]);
    }
}
