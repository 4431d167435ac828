//! UM-VOIP-RECOMMEND-SECURED: the dial plans for Lync are Secured, as recommended.

use crate::rules::fixes::um_dial_plan;
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans;
use crate::rules::topology::um::encryption::{Level, Security};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UM-VOIP-RECOMMEND-SECURED",
    severity: Severity::Warning,
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "Each dial plan for Lync is Secured, as recommended",
        "Chaque plan de numérotation pour Lync est Secured, comme recommandé",
    ),
    explanation: Text::new(
        "Secured is compatible with the default encryption level of Lync, and with Lync Phone Edition.",
        "Secured est compatible avec le niveau de chiffrement par défaut de Lync, et avec Lync Phone Edition.",
    ),
    remedy: Text::new(
        "Set-UMDialPlan -Identity <plan> -VoIPSecurity Secured, unless Lync must not encrypt.",
        "Set-UMDialPlan -Identity <plan> -VoIPSecurity Secured, sauf si Lync ne doit pas chiffrer.",
    ),
    interpretation: Some(Text::new(
        "That the recommendation does not apply if Lync must not encrypt follows from the table for Lync Phone Edition.",
        "Que la recommandation ne s'applique pas si Lync ne doit pas chiffrer découle du tableau pour Lync Phone Edition.",
    )),
    sources: &[Source::seed("003", "146")],
    after: &["UM-VOIP-COMPAT", "UM-LPE-COMPAT"],
    needs: &[&exchange_sections::UM_DIAL_PLANS, &lync_sections::MEDIA_CONFIGURATIONS],
    ..super::BASE
};

const WEAKER: Text = Text::new(
    "The dial plan {plan} is {security}; Secured is recommended.",
    "Le plan de numérotation {plan} est {security} ; Secured est recommandé.",
);
const NO_ENCRYPTION: Text = Text::new(
    "A Lync media configuration does not allow encryption, so the recommendation does not apply to {plan}.",
    "Une configuration de média de Lync n'autorise pas le chiffrement : la recommandation ne s'applique pas à {plan}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let levels = dial_plans::levels(context)?;
    let forbidden = levels.iter().any(|(_, level)| *level == Level::DoNotSupport);
    dial_plans::each(context, findings, |plan, findings| {
        let security = dial_plans::security(plan)?;
        let args = args! { plan: plan.name, security: security.name() };
        let evidence = vec![dial_plans::evidence(plan).expected(Security::Secured.name())];
        let target = dial_plans::target(plan);
        if security == Security::Secured {
            findings.pass(target, evidence);
        } else if forbidden {
            findings.not_applicable(target, NO_ENCRYPTION, args);
        } else {
            let context = *context;
            let fix = move |fix: &mut Fix<'_>| um_dial_plan::fix_security(&context, plan, fix);
            findings.fail(target, WEAKER, args, evidence).with_fix(fix);
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn a_secured_plan_passes() {
        unified_messaging(&RULE).passes(PLAN).forget(SECURITY).unknown(PLAN);
    }

    #[test]
    fn a_weaker_plan_fails_even_where_calls_work_but_not_where_lync_must_not_encrypt() {
        let case = unified_messaging(&RULE).set(SECURITY, "SIPSecured").set(LEVEL, "SupportEncryption").fails(PLAN);
        let case = case.fixed_by("Set-UMDialPlan -Identity Paris -VoIPSecurity Secured");
        case.set(LEVEL, "DoNotSupportEncryption").finds(&[(PLAN, NotApplicable)]);
    }
}
