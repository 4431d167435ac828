//! UM-NO-FAX: dial plans for Lync do not accept faxes.

use crate::rules::fixes::um_dial_plan;
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UM-NO-FAX",
    severity: Severity::Warning,
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "Dial plans for Lync do not accept faxes",
        "Les plans de numérotation pour Lync n'acceptent pas les télécopies",
    ),
    explanation: Text::new(
        "Calls to users of such a dial plan pass through a Mediation Server, which does not transmit faxes. A user that is enabled for faxes never receives one.",
        "Les appels vers les utilisateurs d'un tel plan de numérotation passent par un serveur de médiation, qui ne transmet pas les télécopies. Un utilisateur activé pour les télécopies n'en reçoit jamais.",
    ),
    remedy: Text::new(
        "Set-UMDialPlan -Identity <plan> -FaxEnabled $false disables faxes for all users of the dial plan; Set-UMMailbox -Identity <user> -FaxEnabled $false disables them for one user.",
        "Set-UMDialPlan -Identity <plan> -FaxEnabled $false désactive les télécopies pour tous les utilisateurs du plan de numérotation ; Set-UMMailbox -Identity <utilisateur> -FaxEnabled $false les désactive pour un utilisateur.",
    ),
    interpretation: Some(Text::new(
        "The documentation states that such users cannot receive faxes. Faxes are disabled in the dial plan and not in each mailbox, because a mailbox receives only what its dial plan accepts.",
        "La documentation indique que ces utilisateurs ne peuvent pas recevoir de télécopies. Les télécopies sont désactivées dans le plan de numérotation et non dans chaque boîte aux lettres, car une boîte ne reçoit que ce que son plan de numérotation accepte.",
    )),
    sources: &[Source::seed("003", "187-188")],
    after: &["UM-DIALPLAN-SIP"],
    needs: &[&exchange_sections::UM_DIAL_PLANS],
    ..super::BASE
};

const ACCEPTS: Text = Text::new(
    "The dial plan {plan} accepts faxes, which cannot be received.",
    "Le plan de numérotation {plan} accepte les télécopies, qui ne peuvent pas être reçues.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    dial_plans::each(context, findings, |plan, findings| {
        let accepts = plan.fax_enabled.ok_or_else(|| dial_plans::unknown(plan))?;
        let evidence = vec![Evidence::actual("FaxEnabled", Some(accepts.to_string())).expected("false").from(plan)];
        if accepts {
            let args = args! { plan: plan.name };
            findings.fail(dial_plans::target(plan), ACCEPTS, args, evidence).with_fix(|fix| {
                fix.add(switch_off(&plan.name));
                Ok(())
            });
        } else {
            findings.pass(dial_plans::target(plan), evidence);
        }
        Ok(())
    })
}

fn switch_off(plan: &str) -> Step {
    let set = |accepts: bool| Cmdlet::new("Set-UMDialPlan").with("Identity", plan).with("FaxEnabled", accepts);
    let as_state = |accepts: bool| state([("FaxEnabled", accepts.into())]);
    Step::new(
        Shell::Exchange,
        (
            Text::new(
                "Disable faxes in the dial plan {plan}",
                "Désactiver les télécopies dans le plan de numérotation {plan}",
            ),
            args! { plan },
        ),
        set(false),
    )
    .undone_by([set(true)])
    .changing(Transition { probe: um_dial_plan::probe(plan), before: as_state(true), after: as_state(false) })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn a_plan_without_faxes_passes() {
        unified_messaging(&RULE).passes(PLAN).unknown_without_each(PLAN, DIAL_PLAN, &["faxEnabled"]);
    }

    #[test]
    fn a_plan_with_faxes_fails_and_one_step_fixes_it_for_all_its_users() {
        let case = unified_messaging(&RULE).change(DIAL_PLAN, json!({ "faxEnabled": true })).fails(PLAN);
        let case = case.fixed_by("Set-UMDialPlan -Identity Paris -FaxEnabled false");
        case.set(URI_TYPE, "TelExtn").not_applicable();
    }
}
