//! UM-NAME-NO-SPACES: names of dial plans and auto attendants for Lync have no blanks.

use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans;
use crate::value::{self, Code, DIAL_PLAN, codes};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-NAME-NO-SPACES",
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "Names of dial plans and auto attendants for Lync contain no spaces",
        "Les noms des plans de numérotation et des standards automatiques pour Lync ne contiennent pas d'espaces",
    ),
    explanation: Text::new(
        "Lync creates the addresses of its contact objects from these names, and does not find a dial plan or auto attendant whose name contains a space. The name of a dial plan has at most 49 characters, because Exchange adds text to it for the name of the mailbox policy.",
        "Lync crée les adresses de ses objets contact à partir de ces noms, et ne trouve pas un plan de numérotation ou un standard automatique dont le nom contient un espace. Le nom d'un plan de numérotation a au plus 49 caractères, car Exchange y ajoute du texte pour le nom de la stratégie de boîte aux lettres.",
    ),
    remedy: Text::new(
        "Lync does not detect a renamed dial plan: create a new one with New-UMDialPlan, move its users with Set-UMMailbox -UMMailboxPolicy, and remove the old one. For an auto attendant, use New-UMAutoAttendant and Remove-UMAutoAttendant.",
        "Lync ne détecte pas un plan de numérotation renommé : créez-en un nouveau avec New-UMDialPlan, déplacez ses utilisateurs avec Set-UMMailbox -UMMailboxPolicy, puis supprimez l'ancien. Pour un standard automatique, utilisez New-UMAutoAttendant et Remove-UMAutoAttendant.",
    ),
    sources: &[
        Source::page("create-um-dial-plan-exchange-2013-help.md"),
        Source::page("create-a-um-auto-attendant-exchange-2013-help.md"),
    ],
    after: &["UM-DIALPLAN-SIP"],
    needs: &[&exchange_sections::UM_DIAL_PLANS, &exchange_sections::UM_AUTO_ATTENDANTS],
    optional: &[&exchange_sections::UM_AUTO_ATTENDANTS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    dial_plans::each(context, findings, |plan, findings| {
        judge(findings, dial_plans::target(plan), &plan.name, None);
        Ok(())
    })?;
    let plans = dial_plans::by_name(context)?;
    for attendant in context.estate.exchange.um_auto_attendants.items()? {
        let target = Target::new(TargetKind::AutoAttendant, &attendant.name);
        findings.for_target(&target.clone(), |findings| {
            let unknown = || Missing::not_collected(&exchange_sections::UM_AUTO_ATTENDANTS).on(&attendant.name);
            let plan = attendant.dial_plan.as_deref().ok_or_else(unknown)?;
            if plans.get(&plan.to_lowercase()) == Some(&true) {
                // The name of a dial plan becomes part of a longer one, and that of an attendant does not.
                judge(findings, target, &attendant.name, Some(&codes::DIAL_PLAN_LONG));
            }
            Ok(())
        });
    }
    Ok(())
}

/// Checks a name, but for one problem that does not concern it.
fn judge(findings: &mut Findings<'_>, target: Target, name: &str, except: Option<&Code>) {
    let fault = DIAL_PLAN.check(name).problems.into_iter().find(|problem| {
        problem.severity() == value::Severity::Error && except.is_none_or(|code| problem.code() != code)
    });
    let evidence = vec![Evidence::actual("Name", Some(name))];
    match fault {
        Some(problem) => {
            let (text, args) = problem.sentence();
            findings.fail(target, text, args, evidence);
        }
        None => findings.pass(target, evidence),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    const RECEPTION: &str = "ParisReception";

    /// The estate where the dial plan, or the auto attendant, has another name.
    fn named(place: &str, name: &str) -> Case {
        unified_messaging(&RULE).change(place, json!({ "name": name }))
    }

    #[test]
    fn names_without_blanks_pass() {
        unified_messaging(&RULE).finds(&[(RECEPTION, Pass), (PLAN, Pass)]);
    }

    #[test]
    fn blanks_and_forbidden_characters_fail() {
        for name in ["Grand Paris", "Paris/Nord", "Paris*"] {
            named(ATTENDANT, name).finds(&[(name, Fail), (PLAN, Pass)]);
            named(DIAL_PLAN, name).fails(name);
        }
    }

    #[test]
    fn only_a_dial_plan_is_held_to_49_characters() {
        let (short, long) = ("x".repeat(49), "x".repeat(50));
        named(DIAL_PLAN, &short).passes(&short);
        named(DIAL_PLAN, &long).fails(&long);
        named(ATTENDANT, &long).finds(&[(&long, Pass), (PLAN, Pass)]);
    }

    #[test]
    fn unknown_without_the_plan_of_an_attendant() {
        let case = unified_messaging(&RULE).forget(&format!("{ATTENDANT}/dialPlan"));
        case.finds(&[(RECEPTION, Unknown), (PLAN, Pass)]);
    }
}
