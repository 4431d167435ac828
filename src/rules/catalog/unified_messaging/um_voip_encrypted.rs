//! UM-VOIP-ENCRYPTED: the dial plans for Lync are encrypted.

use crate::rules::fixes::um_dial_plan;
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans;
use crate::rules::topology::um::encryption::Security;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UM-VOIP-ENCRYPTED",
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "Each dial plan for Lync is SIPSecured or Secured",
        "Chaque plan de numérotation pour Lync est SIPSecured ou Secured",
    ),
    explanation: Text::new(
        "Lync requires TLS. A new dial plan is Unsecured, and Lync cannot reach it. Secured also encrypts the media, not only the signaling as one page states. The French documentation has three names for SIPSecured; it is one value.",
        "Lync exige TLS. Un nouveau plan de numérotation est Unsecured, et Lync ne peut pas l'atteindre. Secured chiffre aussi le média, et pas seulement la signalisation comme l'indique une page. La documentation française a trois noms pour SIPSecured ; c'est une seule valeur.",
    ),
    remedy: Text::new(
        "Run Set-UMDialPlan -Identity <plan> -VoIPSecurity Secured.",
        "Exécutez Set-UMDialPlan -Identity <plan> -VoIPSecurity Secured.",
    ),
    sources: &[Source::seed("003", "141")],
    after: &["UM-DIALPLAN-SIP"],
    needs: &[&exchange_sections::UM_DIAL_PLANS, &lync_sections::MEDIA_CONFIGURATIONS],
    optional: &[&lync_sections::MEDIA_CONFIGURATIONS],
    ..super::BASE
};

const UNSECURED: Text = Text::new(
    "The dial plan {plan} is not encrypted: Lync cannot reach it.",
    "Le plan de numérotation {plan} n'est pas chiffré : Lync ne peut pas l'atteindre.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    dial_plans::each(context, findings, |plan, findings| {
        let evidence = vec![dial_plans::evidence(plan)];
        if dial_plans::security(plan)? == Security::Unsecured {
            let context = *context;
            let fix = move |fix: &mut Fix<'_>| um_dial_plan::fix_security(&context, plan, fix);
            findings.fail(dial_plans::target(plan), UNSECURED, args! { plan: plan.name }, evidence).with_fix(fix);
        } else {
            findings.pass(dial_plans::target(plan), evidence);
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn both_encrypted_values_pass() {
        unified_messaging(&RULE).set(SECURITY, "Secured").passes(PLAN).set(SECURITY, "SIPSecured").passes(PLAN);
    }

    #[test]
    fn a_plan_in_clear_fails_and_gets_what_suits_lync() {
        let case = unified_messaging(&RULE).set(SECURITY, "Unsecured").fails(PLAN);
        let case = case.fixed_by("Set-UMDialPlan -Identity Paris -VoIPSecurity Secured");
        case.set(LEVEL, "DoNotSupportEncryption").fixed_by("Set-UMDialPlan -Identity Paris -VoIPSecurity SIPSecured");
    }

    #[test]
    fn what_pages_say_otherwise_is_set_right() {
        let explanation = super::METADATA.explanation;
        assert!(explanation.en.contains("also encrypts the media") && explanation.en.contains("it is one value"));
    }

    #[test]
    fn what_nobody_collected_or_knows_is_unknown() {
        unified_messaging(&RULE).set(SECURITY, "Odd").unknown(PLAN).forget(SECURITY).unknown(PLAN);
    }
}
