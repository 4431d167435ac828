//! UM-VOIP-COMPAT: the security of a dial plan goes with the encryption level of Lync.

use crate::rules::fixes::um_dial_plan;
use crate::rules::prelude::*;
use crate::rules::topology::um::{dial_plans, encryption};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UM-VOIP-COMPAT",
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "The security of each dial plan is compatible with the encryption level of Lync",
        "La sécurité de chaque plan de numérotation est compatible avec le niveau de chiffrement de Lync",
    ),
    explanation: Text::new(
        "If a pool requires encryption and the dial plan encrypts only the signaling, all calls from the pool to unified messaging fail with an incompatible security setting. Any pool can call any dial plan, so each dial plan must be compatible with every media configuration.",
        "Si un pool exige le chiffrement et que le plan de numérotation ne chiffre que la signalisation, tous les appels du pool vers la messagerie unifiée échouent (paramètre de sécurité incompatible). Tout pool peut appeler tout plan de numérotation : chaque plan doit donc être compatible avec chaque configuration de média.",
    ),
    remedy: Text::new(
        "Set-UMDialPlan -Identity <plan> -VoIPSecurity Secured; or, in the Lync shell, Set-CsMediaConfiguration -Identity <configuration> -EncryptionLevel SupportEncryption.",
        "Set-UMDialPlan -Identity <plan> -VoIPSecurity Secured ; ou, dans le shell Lync, Set-CsMediaConfiguration -Identity <configuration> -EncryptionLevel SupportEncryption.",
    ),
    interpretation: Some(Text::new(
        "That calls fail between a Secured dial plan and DoNotSupportEncryption follows from the meaning of the two values; the documentation does not state it.",
        "Que les appels échouent entre un plan de numérotation Secured et DoNotSupportEncryption découle du sens des deux valeurs ; la documentation ne l'indique pas.",
    )),
    sources: &[Source::seed("003", "143-144")],
    after: &["UM-VOIP-ENCRYPTED"],
    needs: &[&exchange_sections::UM_DIAL_PLANS, &lync_sections::MEDIA_CONFIGURATIONS],
    ..super::BASE
};

const CLASH: Text = Text::new(
    "The dial plan {plan} ({security}) is not compatible with {levels}: calls from there to unified messaging fail.",
    "Le plan de numérotation {plan} ({security}) n'est pas compatible avec {levels} : les appels correspondants vers la messagerie unifiée échouent.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    dial_plans::each_pair(context, findings, encryption::calls, CLASH, um_dial_plan::fix_security)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UM-VOIP-COMPAT";

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
