//! UM-NO-DIALING-RULES: dialling rules of Exchange are not needed with Lync.

use crate::facts::exchange_sections;
use crate::message::Text;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Report};
use crate::rules::model::rule::{Aim, Family, Kind, Rule, Scenario, Severity, Source};
use crate::rules::topology::um::dial_plans;
use crate::rules::topology::um::servers::VERSIONS;

pub(crate) static RULE: Rule = Rule {
    id: "UM-NO-DIALING-RULES",
    family: Family::UnifiedMessaging,
    kind: Kind::Fact,
    scenarios: &[Scenario::UnifiedMessaging],
    aim: Aim::Any,
    severity: Severity::Info,
    roles: &[],
    exchange: VERSIONS,
    lync: &[],
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
    inference: None,
    sources: &[Source::seed("003", "135-136")],
    after: &[],
    needs: &[&exchange_sections::UM_DIAL_PLANS],
    check,
    mend: None,
    follow: None,
};
const BY_LYNC: Text = Text::new(
    "Lync routes the calls of the dial plan {plan}; it needs no dialling rules.",
    "Lync achemine les appels du plan {plan} ; il n'a pas besoin de règles de numérotation.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    dial_plans::each(context, report, |plan, report| {
        report.not_applicable(dial_plans::target(plan), BY_LYNC, vec![("plan", plan.name.clone())]);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;

    const ID: &str = "UM-NO-DIALING-RULES";

    #[test]
    fn each_plan_for_lync_is_told_to_need_none() {
        Sample::unified_messaging().expect(ID, &[("Paris", Status::NotApplicable)]);
        assert!(crate::rules::find(ID).unwrap().remedy.en.contains("New-UMMailboxPolicy has no such parameter"));
    }

    #[test]
    fn plans_that_nobody_collected_are_unknown() {
        Sample::unified_messaging().forget("/exchange/umDialPlans").expect(ID, &[("", Status::Unknown)]);
    }
}
