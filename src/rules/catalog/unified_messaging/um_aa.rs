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

const NONE: Text = Text::new(
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
        let args = args! { plan: plan.name };
        match (own, enabled, numbered) {
            ([], ..) => {
                findings.fail(dial_plans::target(plan), NONE, args, evidence);
            }
            (_, false, _) => {
                findings.fail(dial_plans::target(plan), DISABLED, args, evidence);
            }
            (_, true, false) => {
                findings.fail(dial_plans::target(plan), NO_NUMBER, args, evidence);
            }
            (_, true, true) => findings.pass(dial_plans::target(plan), evidence),
        }
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
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UM-AA";

    const ATTENDANT: &str = "/exchange/umAutoAttendants/values/0";

    #[test]
    fn an_enabled_one_with_a_number_passes() {
        Sample::unified_messaging().expect(ID, &[("Paris", Status::Pass)]);
    }

    #[test]
    fn none_a_disabled_one_or_one_without_such_a_number_fails() {
        for (property, value) in [
            ("dialPlan", json!("Lyon")),
            ("status", json!("Disabled")),
            ("pilotIdentifiers", json!([])),
            ("pilotIdentifiers", json!(["1000"])),
            ("pilotIdentifiers", json!(["+0155"])),
        ] {
            let sample = Sample::unified_messaging().set(&format!("{ATTENDANT}/{property}"), value);
            sample.expect(ID, &[("Paris", Status::Fail)]);
        }
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        for property in ["status", "pilotIdentifiers"] {
            let sample = Sample::unified_messaging().forget(&format!("{ATTENDANT}/{property}"));
            sample.expect(ID, &[("Paris", Status::Unknown)]);
        }
        for place in ["/exchange/umAutoAttendants", "/exchange/umDialPlans", &format!("{ATTENDANT}/dialPlan")] {
            Sample::unified_messaging().forget(place).expect(ID, &[("", Status::Unknown)]);
        }
    }
}
