//! UM-LPE-COMPAT: the security of a dial plan suits Lync Phone Edition.

use crate::rules::fixes::um_dial_plan;
use crate::rules::prelude::*;
use crate::rules::topology::um::{dial_plans, encryption};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UM-LPE-COMPAT",
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "The security of each dial plan is compatible with Lync Phone Edition",
        "La sécurité de chaque plan de numérotation est compatible avec Lync Phone Edition",
    ),
    explanation: Text::new(
        "A Lync Phone Edition phone works only with these combinations: RequireEncryption with Secured, SupportEncryption with SIPSecured or Secured, DoNotSupportEncryption with SIPSecured. Secured matches the default of Lync.",
        "Un téléphone Lync Phone Edition ne fonctionne qu'avec ces combinaisons : RequireEncryption avec Secured, SupportEncryption avec SIPSecured ou Secured, DoNotSupportEncryption avec SIPSecured. Secured correspond à la valeur par défaut de Lync.",
    ),
    remedy: Text::new(
        "Set-UMDialPlan -Identity <plan> -VoIPSecurity with the value of the combination; or, in the Lync shell, Set-CsMediaConfiguration -EncryptionLevel.",
        "Set-UMDialPlan -Identity <plan> -VoIPSecurity avec la valeur de la combinaison ; ou, dans le shell Lync, Set-CsMediaConfiguration -EncryptionLevel.",
    ),
    sources: &[Source::seed("003", "146"), Source::seed("003", "148-176")],
    after: &["UM-VOIP-ENCRYPTED"],
    needs: &[&exchange_sections::UM_DIAL_PLANS, &lync_sections::MEDIA_CONFIGURATIONS],
    ..super::BASE
};

const CLASH: Text = Text::new(
    "The dial plan {plan} ({security}) is not compatible with {levels}: Lync Phone Edition does not work.",
    "Le plan de numérotation {plan} ({security}) n'est pas compatible avec {levels} : Lync Phone Edition ne fonctionne pas.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    dial_plans::each_pair(context, findings, encryption::phone_edition, CLASH, um_dial_plan::fix_security)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UM-LPE-COMPAT";

    const SECURITY: &str = "/exchange/umDialPlans/values/0/voipSecurity";
    const LEVEL: &str = "/lync/mediaConfigurations/values/0/encryptionLevel";

    #[test]
    fn values_that_go_together_pass() {
        for (security, level) in [
            ("Secured", "RequireEncryption"),
            ("SIPSecured", "SupportEncryption"),
            ("SIPSecured", "DoNotSupportEncryption"),
        ] {
            let sample = Sample::unified_messaging().set(SECURITY, json!(security)).set(LEVEL, json!(level));
            sample.expect(ID, &[("Paris", Status::Pass)]);
        }
    }

    #[test]
    fn values_that_do_not_fail_and_are_fixed() {
        for (security, level, wanted) in [
            ("SIPSecured", "RequireEncryption", "Secured"),
            ("Unsecured", "SupportEncryption", "Secured"),
            ("Secured", "DoNotSupportEncryption", "SIPSecured"),
        ] {
            let sample = Sample::unified_messaging().set(SECURITY, json!(security)).set(LEVEL, json!(level));
            sample.expect(ID, &[("Paris", Status::Fail)]);
            assert_eq!(sample.commands(ID), [format!("Set-UMDialPlan -Identity Paris -VoIPSecurity {wanted}")]);
        }
    }

    #[test]
    fn a_plan_that_no_value_suits_is_left_to_a_person() {
        let site = json!({ "identity": "Site:Redmond", "encryptionLevel": "DoNotSupportEncryption" });
        let sample = Sample::unified_messaging().set("/lync/mediaConfigurations/values/1", site);
        sample.expect(ID, &[("Paris", Status::Fail)]);
        sample.expect_steps(ID, &[]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        Sample::unified_messaging().forget(SECURITY).expect(ID, &[("Paris", Status::Unknown)]);
        for place in ["/lync/mediaConfigurations", "/exchange/umDialPlans", LEVEL] {
            Sample::unified_messaging().forget(place).expect(ID, &[("", Status::Unknown)]);
        }
    }
}
