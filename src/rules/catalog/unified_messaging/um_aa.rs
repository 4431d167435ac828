//! UM-AA: each dial plan for Lync has an auto attendant.

use crate::facts::AutoAttendant;
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans;
use std::collections::HashMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-AA",
    severity: Severity::Warning,
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "Each dial plan for Lync has an enabled auto attendant with a number",
        "Chaque plan de numérotation pour Lync a un standard automatique activé avec un numéro",
    ),
    explanation: Text::new(
        "The auto attendant answers calls to the main number. Lync needs its number in E.164 format, with a plus sign, for the contact object.",
        "Le standard automatique répond aux appels vers le numéro principal. Lync a besoin de son numéro au format E.164, avec un signe plus, pour l'objet contact.",
    ),
    remedy: Text::new(
        "New-UMAutoAttendant -Name <name> -UMDialPlan <plan> -PilotIdentifierList <+number> -SpeechEnabled $true -Status Enabled; if it is disabled, Enable-UMAutoAttendant. The parameter is Status; Enabled in the documentation is wrong. You choose the number, so no step creates the auto attendant.",
        "New-UMAutoAttendant -Name <nom> -UMDialPlan <plan> -PilotIdentifierList <+numéro> -SpeechEnabled $true -Status Enabled ; s'il est désactivé, Enable-UMAutoAttendant. Le paramètre est Status ; Enabled dans la documentation est faux. Vous choisissez le numéro : aucune étape ne crée donc le standard automatique.",
    ),
    sources: &[
        Source::seed("003", "183"),
        Source::page("lync-server-2013-configure-unified-messaging-on-microsoft-exchange.md"),
    ],
    after: &["UM-DIALPLAN-SIP"],
    needs: &[&exchange_sections::UM_DIAL_PLANS, &exchange_sections::UM_AUTO_ATTENDANTS],
    ..super::BASE
};

const NO_ATTENDANT: Text = Text::new(
    "The dial plan {plan} has no auto attendant.",
    "Le plan de numérotation {plan} n'a pas de standard automatique.",
);
const DISABLED: Text = Text::new(
    "No auto attendant of the dial plan {plan} is enabled.",
    "Aucun standard automatique du plan de numérotation {plan} n'est activé.",
);
const NO_NUMBER: Text = Text::new(
    "No enabled auto attendant of the dial plan {plan} has a number such as +33155501000.",
    "Aucun standard automatique activé du plan de numérotation {plan} n'a un numéro tel que +33155501000.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let mut of_plan: HashMap<String, Vec<&Item<AutoAttendant>>> = HashMap::new();
    for attendant in context.estate.exchange.um_auto_attendants.items()? {
        let plan = attendant.dial_plan.as_deref().ok_or_else(|| unknown(attendant))?;
        of_plan.entry(plan.to_lowercase()).or_default().push(attendant);
    }
    dial_plans::each(context, findings, |plan, findings| {
        let own = of_plan.get(&plan.name.to_lowercase()).map(Vec::as_slice).unwrap_or_default();
        let evidence = own.iter().map(|one| {
            let numbers = one.pilot_identifiers.as_ref().map(|all| all.join(", "));
            Evidence::actual(format!("PilotIdentifierList ({})", one.name), numbers).from(one)
        });
        let evidence = evidence.collect();
        let (mut enabled, mut numbered) = (false, false);
        for attendant in own {
            let is_enabled =
                attendant.status.as_deref().ok_or_else(|| unknown(attendant))?.eq_ignore_ascii_case("Enabled");
            let numbers = attendant.pilot_identifiers.as_ref().ok_or_else(|| unknown(attendant))?;
            enabled |= is_enabled;
            numbered |= is_enabled && numbers.iter().any(|number| is_e164(number));
        }
        let lacks = match (own, enabled) {
            ([], _) => NO_ATTENDANT,
            (_, false) => DISABLED,
            (_, true) => NO_NUMBER,
        };
        findings.pass_if(numbered, dial_plans::target(plan), evidence, || (lacks, args! { plan: plan.name }));
        Ok(())
    })
}

fn unknown(attendant: &AutoAttendant) -> Missing {
    Missing::not_collected(&exchange_sections::UM_AUTO_ATTENDANTS).on(&attendant.name)
}

/// A plus sign and at most 15 digits, the first of which is not 0.
fn is_e164(number: &str) -> bool {
    let Some(digits) = number.strip_prefix('+') else { return false };
    (1..=15).contains(&digits.len()) && digits.bytes().all(|one| one.is_ascii_digit()) && !digits.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn an_enabled_one_with_a_number_passes_and_none_or_another_fails() {
        unified_messaging(&RULE).passes(PLAN).fails_with_each(
            PLAN,
            ATTENDANT,
            [
                json!({ "dialPlan": "Lyon" }),
                json!({ "status": "Disabled" }),
                json!({ "pilotIdentifiers": [] }),
                json!({ "pilotIdentifiers": ["1000"] }),
                json!({ "pilotIdentifiers": ["+0155"] }),
            ],
        );
    }

    #[test]
    fn unknown_without_a_property_of_an_attendant() {
        let case = unified_messaging(&RULE).unknown_without_each(PLAN, ATTENDANT, &["status", "pilotIdentifiers"]);
        case.unknown_without_each("", ATTENDANT, &["dialPlan"]);
    }
}
